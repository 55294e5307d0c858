//! The keys of a presentation, in one table: the list of keys and the boards read it.

use crate::app::command::{Entry, Status, bare, entry, shifted};
use crate::lesson::Level;
use crate::text::{Lang, StageMsg};
use crate::ui::icon;
use crate::ui::view::Command;
use egui::{Context, Event, InputState, Key, KeyboardShortcut, Modifiers};

/// What a key asks of a presentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Go on.
    Next,
    /// Go back.
    Back,
    /// Go to the first board.
    First,
    /// Go to the last board.
    Last,
    /// A number follows.
    Go,
    /// A digit of it.
    Digit(char),
    /// Confirm it, or go on.
    Enter,
    /// List all boards.
    Overview,
    /// Make the screen dark.
    Black,
    /// Set the timer on.
    Timer,
    /// Letters for a hall.
    Larger,
    /// Letters for a class.
    Smaller,
    /// Show or hide ranges.
    Ranges,
    /// Show or hide pressed keys.
    Hints,
    /// Leave what lies over the board, else the presentation.
    Leave,
    /// A hand for an option, or taken back.
    Hand(usize, bool),
    /// The next lever, or the one before.
    Lever(bool),
    /// The lever in hand, by so many hundredths of its way.
    Nudge(i32),
    /// All levers back to the start.
    Reset,
    /// The next pathway's numerals.
    Focus,
    /// Boards and notes change their screens.
    Swap,
    /// Take the last thing back.
    Undo,
}

/// What the keys mean just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// They go from board to board.
    Plain,
    /// A number is typed.
    Number,
    /// Hands are counted: B is the remote's black key until another letter or a number has begun the count.
    Vote {
        /// True once the count has begun.
        begun: bool,
    },
    /// Levers are turned.
    Levers,
}

/// Keys with what they ask.
const KEYS: [(Key, Press); 22] = [
    (Key::PageDown, Press::Next),
    (Key::ArrowRight, Press::Next),
    (Key::ArrowDown, Press::Next),
    (Key::Space, Press::Next),
    (Key::PageUp, Press::Back),
    (Key::ArrowLeft, Press::Back),
    (Key::ArrowUp, Press::Back),
    (Key::Home, Press::First),
    (Key::End, Press::Last),
    (Key::G, Press::Go),
    (Key::Enter, Press::Enter),
    (Key::O, Press::Overview),
    (Key::B, Press::Black),
    (Key::Period, Press::Black),
    (Key::T, Press::Timer),
    (Key::Plus, Press::Larger),
    (Key::Equals, Press::Larger),
    (Key::Minus, Press::Smaller),
    (Key::R, Press::Ranges),
    (Key::K, Press::Hints),
    (Key::X, Press::Swap),
    (Key::Escape, Press::Leave),
];

/// Keys of the lever board, before the others.
const LEVERS: [(Key, Press); 6] = [
    (Key::ArrowDown, Press::Lever(false)),
    (Key::ArrowUp, Press::Lever(true)),
    (Key::ArrowRight, Press::Nudge(1)),
    (Key::ArrowLeft, Press::Nudge(-1)),
    (Key::Backspace, Press::Reset),
    (Key::F, Press::Focus),
];

/// Keys of a vote, before the others.
const HANDS: [(Key, usize); 4] = [(Key::A, 0), (Key::B, 1), (Key::C, 2), (Key::D, 3)];

/// How far Shift moves a lever, hundredths.
const FAR: i32 = 5;

/// The digits.
const DIGITS: [(Key, char); 10] = [
    (Key::Num0, '0'),
    (Key::Num1, '1'),
    (Key::Num2, '2'),
    (Key::Num3, '3'),
    (Key::Num4, '4'),
    (Key::Num5, '5'),
    (Key::Num6, '6'),
    (Key::Num7, '7'),
    (Key::Num8, '8'),
    (Key::Num9, '9'),
];

/// The first thing that was pressed in this frame, taken out of the input, with the name of its key.
pub(super) fn pressed(ctx: &Context, mode: Mode) -> Option<(Press, String)> {
    ctx.input_mut(|input| {
        let shift = input.modifiers.shift;
        if !shift && input.consume_key(Modifiers::COMMAND, Key::Z) {
            return Some((Press::Undo, "Ctrl+Z".to_owned()));
        }
        let found = meanings(mode, shift)
            .into_iter()
            .find(|(key, _)| take(input, *key))?;
        Some((found.1, found.0.name().to_owned()))
    })
}

/// Takes one press of `key` out of the input.
fn take(input: &mut InputState, key: Key) -> bool {
    let is_it = |event: &Event| {
        matches!(event, Event::Key { key: pressed, pressed: true, modifiers, .. }
            if *pressed == key && !modifiers.command && !modifiers.alt)
    };
    let found = input.events.iter().position(is_it);
    found.map(|at| input.events.remove(at)).is_some()
}

/// Every key with what it means in `mode`, the more particular first.
fn meanings(mode: Mode, shift: bool) -> Vec<(Key, Press)> {
    let mut all = Vec::new();
    match mode {
        Mode::Levers => all.extend(LEVERS.map(|(key, press)| match press {
            Press::Nudge(by) if shift => (key, Press::Nudge(by * FAR)),
            press => (key, press),
        })),
        Mode::Vote { begun } => {
            let hands = HANDS.iter().filter(|(key, _)| begun || shift || *key != Key::B);
            all.extend(hands.map(|(key, option)| (*key, Press::Hand(*option, shift))));
        }
        Mode::Plain | Mode::Number => {}
    }
    if mode != Mode::Plain {
        all.extend(DIGITS.map(|(key, digit)| (key, Press::Digit(digit))));
    }
    all.extend(KEYS);
    all
}

/// The rows of the list of keys: what they do, and how they are written.
pub(in crate::app) fn listed(lang: Lang) -> [(&'static str, &'static str); 16] {
    [
        (StageMsg::KeyNext.text(lang), "PgDn  →  Space"),
        (StageMsg::KeyBack.text(lang), "PgUp  ←"),
        (StageMsg::KeyFirst.text(lang), "Home  End"),
        (StageMsg::KeyGo.text(lang), StageMsg::KeyGoKeys.text(lang)),
        (StageMsg::KeyOverview.text(lang), "O"),
        (StageMsg::KeyBlack.text(lang), "B  ."),
        (StageMsg::KeyTimer.text(lang), "T"),
        (StageMsg::KeySize.text(lang), "+  −"),
        (StageMsg::KeyRanges.text(lang), "R"),
        (StageMsg::KeyHint.text(lang), "K"),
        (StageMsg::KeySwap.text(lang), "X"),
        (StageMsg::KeyHands.text(lang), "A  B  C  D"),
        (StageMsg::KeyLever.text(lang), "↑  ↓"),
        (StageMsg::KeyTurn.text(lang), "←  →"),
        (StageMsg::KeyReset.text(lang), "Backspace"),
        (StageMsg::KeyFocus.text(lang), "F"),
    ]
}

const PRESENT: &[KeyboardShortcut] = &[bare(Key::F5)];
const PRESENTER: &[KeyboardShortcut] = &[KeyboardShortcut::new(Modifiers::SHIFT, Key::F5)];
const RESET: &[KeyboardShortcut] = &[shifted(Key::Home)];
const ADD_STOP: &[KeyboardShortcut] = &[shifted(Key::A)];
const NO_KEY: &[KeyboardShortcut] = &[];
const LEVEL: &[KeyboardShortcut] = &[bare(Key::F8)];
const FULL_SCREEN: &[KeyboardShortcut] = &[bare(Key::F11)];

/// What has to do with presenting.
pub(in crate::app) fn entries(status: &Status<'_>) -> [Entry; 12] {
    let lang = status.preferences.lang();
    let present = if status.presenting {
        StageMsg::Leave
    } else {
        StageMsg::Present
    };
    let full = StageMsg::FullScreen.text(lang);
    let level = match status.level {
        Level::Class => StageMsg::ShowAll,
        Level::Full => StageMsg::ShowLess,
    };
    [
        entry(
            Command::Lessons,
            StageMsg::Lessons.text(lang),
            icon::TEACHER,
            NO_KEY,
        ),
        entry(
            Command::AddStop,
            StageMsg::AddStop.text(lang),
            icon::PLUS,
            ADD_STOP,
        ),
        entry(Command::Plan, StageMsg::Plan.text(lang), icon::LIST, NO_KEY),
        entry(Command::Code, StageMsg::Code.text(lang), icon::USERS, NO_KEY),
        entry(
            Command::Collect,
            StageMsg::Collect.text(lang),
            icon::USERS,
            NO_KEY,
        ),
        entry(
            Command::NameGroup,
            StageMsg::Group.text(lang),
            icon::USERS,
            NO_KEY,
        ),
        entry(
            Command::ResetGroup,
            StageMsg::Reset.text(lang),
            icon::RESET,
            RESET,
        ),
        entry(Command::CheckRoom, StageMsg::Room.text(lang), icon::EYE, NO_KEY),
        entry(Command::Present, present.text(lang), icon::PRESENT, PRESENT),
        entry(
            Command::Presenter,
            StageMsg::Presenter.text(lang),
            icon::PRESENT,
            PRESENTER,
        ),
        entry(Command::ToggleLevel, level.text(lang), icon::EYE, LEVEL),
        entry(Command::FullScreen, full, icon::PRESENT, FULL_SCREEN),
    ]
}

/// True for commands that can run while a board is on the wall: what it does to pages behind would not be seen.
pub(in crate::app) const fn stays(command: &Command) -> bool {
    matches!(
        command,
        Command::Present
            | Command::FullScreen
            | Command::Presenter
            | Command::ResetGroup
            | Command::CheckRoom
            | Command::NameGroup
            | Command::Redo
            | Command::Language(_)
            | Command::ToggleRanges
            | Command::ToggleDark
            | Command::ToggleContrast
            | Command::Save
            | Command::Keys
            | Command::Quit
    )
}
