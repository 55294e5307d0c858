//! The keys of a presentation, in one table: the list of keys and the boards read it.

use crate::text::{Lang, StageMsg};
use crate::ui::view::Command;
use egui::{Context, Key, Modifiers};

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
}

/// Keys with what they ask.
const KEYS: [(Key, Press); 23] = [
    (Key::PageDown, Press::Next),
    (Key::ArrowRight, Press::Next),
    (Key::Space, Press::Next),
    (Key::PageUp, Press::Back),
    (Key::ArrowLeft, Press::Back),
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
    (Key::Escape, Press::Leave),
    (Key::ArrowDown, Press::Next),
    (Key::ArrowUp, Press::Back),
    (Key::N, Press::Next),
    (Key::P, Press::Back),
];

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

/// What was pressed in this frame, taken out of the input, each with the name of its key; digits only where a number is
/// awaited.
pub(super) fn pressed(ctx: &Context, awaits_number: bool) -> Vec<(Press, String)> {
    ctx.input_mut(|input| {
        let mut all = Vec::new();
        let mut take = |key: Key, press: Press| {
            while input.count_and_consume_key(Modifiers::NONE, key) > 0 {
                all.push((press, key.name().to_owned()));
            }
        };
        for (key, press) in KEYS {
            take(key, press);
        }
        for (key, digit) in DIGITS.into_iter().filter(|_| awaits_number) {
            take(key, Press::Digit(digit));
        }
        all
    })
}

/// The rows of the list of keys: what they do, and how they are written.
pub(in crate::app) fn listed(lang: Lang) -> [(&'static str, &'static str); 10] {
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
    ]
}

/// True for commands that can run while a board is on the wall: what it does to pages behind would not be seen.
pub(in crate::app) const fn stays(command: &Command) -> bool {
    matches!(
        command,
        Command::Present
            | Command::FullScreen
            | Command::Undo
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
