//! What can be done with a thing, in one table: the menu of the right button, the keys and the list of keys read it.
//!
//! Invariant: an act is called and keyed alike wherever it stands, and what cannot be done says why.

use super::icon;
use super::theme::Theme;
use super::widget::menu_line::{self, MenuLine};
use crate::text::{ActMsg, CommonMsg, ImproveMsg, Lang, PathwaysMsg};
use egui::{Context, Event, Id, Key, KeyboardShortcut, Modifiers, Popup, Response, SetOpenCommand, Ui};

/// Something that is done with a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Opens its details.
    Open,
    /// Edits it where it stands.
    Edit,
    /// Sorts the table by the column of the cell.
    Sort,
    /// Names it anew.
    Rename,
    /// Puts a copy beside it.
    Duplicate,
    /// Copies it and takes it out.
    Cut,
    /// Copies it.
    Copy,
    /// Copies it as cells of a spreadsheet.
    CopyCells,
    /// Puts in what was copied.
    Paste,
    /// Copies a figure with its unit, what it is of, and its source.
    CopyFigure,
    /// Moves it one place up.
    MoveUp,
    /// Moves it one place down.
    MoveDown,
    /// Makes a pathway the baseline.
    Baseline,
    /// Takes a pathway into the comparison.
    Compare,
    /// Takes a pathway out of the comparison.
    LeaveOut,
    /// Gives a fibre what the composition leaves.
    Fill,
    /// Keeps a share while others move.
    Pin,
    /// Lets a share go.
    Unpin,
    /// Shows the moves that would open a gate.
    Improve,
    /// Asks how far a lever has to go.
    HowFar,
    /// Takes it out.
    Remove,
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

impl Act {
    /// All acts, in the order of the menus.
    pub const ALL: [Self; 21] = [
        Self::Open,
        Self::Edit,
        Self::Sort,
        Self::Rename,
        Self::Duplicate,
        Self::Cut,
        Self::Copy,
        Self::CopyCells,
        Self::Paste,
        Self::CopyFigure,
        Self::MoveUp,
        Self::MoveDown,
        Self::Baseline,
        Self::Compare,
        Self::LeaveOut,
        Self::Fill,
        Self::Pin,
        Self::Unpin,
        Self::Improve,
        Self::HowFar,
        Self::Remove,
    ];

    /// Its name.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Open => ActMsg::Open.text(lang),
            Self::Edit => ActMsg::Edit.text(lang),
            Self::Sort => ActMsg::Sort.text(lang),
            Self::Rename => CommonMsg::Rename.text(lang),
            Self::Duplicate => CommonMsg::Duplicate.text(lang),
            Self::Cut => ActMsg::Cut.text(lang),
            Self::Copy => ActMsg::Copy.text(lang),
            Self::CopyCells => ActMsg::CopyCells.text(lang),
            Self::Paste => ActMsg::Paste.text(lang),
            Self::CopyFigure => ActMsg::CopyFigure.text(lang),
            Self::MoveUp => ActMsg::MoveUp.text(lang),
            Self::MoveDown => ActMsg::MoveDown.text(lang),
            Self::Baseline => PathwaysMsg::SetBaseline.text(lang),
            Self::Compare => ActMsg::Compare.text(lang),
            Self::LeaveOut => ActMsg::LeaveOut.text(lang),
            Self::Fill => ActMsg::Fill.text(lang),
            Self::Pin => ActMsg::Pin.text(lang),
            Self::Unpin => ActMsg::Unpin.text(lang),
            Self::Improve => ImproveMsg::WouldOpen.text(lang),
            Self::HowFar => ImproveMsg::HowFar.text(lang),
            Self::Remove => CommonMsg::Delete.text(lang),
        }
    }

    /// Its sign.
    pub const fn icon(self) -> char {
        match self {
            Self::Open => icon::INFO,
            Self::Edit | Self::Rename => icon::PENCIL,
            Self::Sort => icon::LIST,
            Self::Duplicate => icon::PLUS,
            Self::Cut => icon::SCISSORS,
            Self::Copy | Self::CopyFigure => icon::COPY,
            Self::CopyCells => icon::TABLE,
            Self::Paste => icon::PASTE,
            Self::MoveUp => icon::CARET_UP,
            Self::MoveDown => icon::CARET_DOWN,
            Self::Baseline => icon::FLAG,
            Self::Compare => icon::CHECK,
            Self::LeaveOut => icon::CROSS,
            Self::Fill | Self::HowFar => icon::SLIDERS,
            Self::Pin => icon::PIN,
            Self::Unpin => icon::PIN_OFF,
            Self::Improve => icon::WRENCH,
            Self::Remove => icon::TRASH,
        }
    }

    /// Its key, where it has one.
    pub const fn key(self) -> Option<KeyboardShortcut> {
        match self {
            Self::Edit => Some(plain(Key::Enter)),
            Self::Rename => Some(plain(Key::F2)),
            Self::Duplicate => Some(command(Key::D)),
            Self::Cut => Some(command(Key::X)),
            Self::Copy | Self::CopyFigure => Some(command(Key::C)),
            Self::CopyCells => Some(KeyboardShortcut::new(
                Modifiers::COMMAND.plus(Modifiers::SHIFT),
                Key::C,
            )),
            Self::Paste => Some(command(Key::V)),
            Self::MoveUp => Some(alt(Key::ArrowUp)),
            Self::MoveDown => Some(alt(Key::ArrowDown)),
            Self::Remove => Some(plain(Key::Delete)),
            Self::Open
            | Self::Sort
            | Self::Baseline
            | Self::Compare
            | Self::LeaveOut
            | Self::Fill
            | Self::Pin
            | Self::Unpin
            | Self::Improve
            | Self::HowFar => None,
        }
    }

    /// Its key as the user's system writes it; empty without one.
    pub fn key_text(self, ctx: &Context) -> String {
        self.key()
            .map(|key| ctx.format_shortcut(&key))
            .unwrap_or_default()
    }

    /// Name and key for a tooltip: "Duplicate (Ctrl+D)".
    pub fn hint(self, ctx: &Context, lang: Lang) -> String {
        with_key(self.name(lang), &self.key_text(ctx), lang)
    }

    /// Whether its key is pressed in this frame; what the system makes of the keys of the clipboard counts.
    fn is_pressed(self, ui: &Ui) -> bool {
        let happened = |is: fn(&Event) -> bool| ui.input(|input| input.events.iter().any(is));
        match self {
            Self::Cut => happened(|event| matches!(event, Event::Cut)),
            Self::Copy | Self::CopyFigure => happened(|event| matches!(event, Event::Copy)),
            Self::Paste => pasted(ui.ctx()).is_some(),
            _ => self.key().is_some_and(|key| {
                ui.input(|input| {
                    input.key_pressed(key.logical_key) && input.modifiers.matches_exact(key.modifiers)
                })
            }),
        }
    }
}

/// `name` with `key` in brackets.
pub fn with_key(name: &str, key: &str, lang: Lang) -> String {
    match (key.is_empty(), lang) {
        (true, _) => name.to_owned(),
        (false, Lang::En) => format!("{name} ({key})"),
        (false, Lang::Zh | Lang::Both) => format!("{name}（{key}）"),
    }
}

/// The text that was pasted in this frame.
pub fn pasted(ctx: &Context) -> Option<String> {
    ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    })
}

/// An act as it is offered for one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The act.
    pub act: Act,
    /// Why it cannot be done now.
    pub blocked: Option<&'static str>,
}

/// An act that can be done.
pub const fn offer(act: Act) -> Offer {
    Offer { act, blocked: None }
}

/// An act, with the reason where it cannot be done.
pub const fn unless(act: Act, blocked: Option<&'static str>) -> Offer {
    Offer { act, blocked }
}

/// Whether the keys of what is chosen are meant for the page: nothing is being typed, no menu and no question is open.
pub fn keys_are_free(ctx: &Context) -> bool {
    !ctx.text_edit_focused()
        && !Popup::is_any_open(ctx)
        && ctx.memory(|memory| memory.top_modal_layer().is_none())
}

fn figure_key() -> Id {
    Id::unique("figure with the focus")
}

/// Notes that the figure `id` has the focus: what is copied by key then is the figure.
pub fn mark_figure(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.insert_temp(figure_key(), id));
}

/// Whether a figure has the focus.
pub fn is_on_figure(ctx: &Context) -> bool {
    let marked: Option<Id> = ctx.data(|data| data.get_temp(figure_key()));
    marked.is_some() && marked == ctx.memory(egui::Memory::focused)
}

/// The act of `offers` whose key is pressed, of those that have a key with Ctrl or Alt; those that cannot be done are
/// left out.
pub fn keyed(ui: &Ui, offers: &[Offer]) -> Option<Act> {
    if !keys_are_free(ui.ctx()) {
        return None;
    }
    let held = |act: Act| act.key().is_some_and(|key| key.modifiers.any());
    let mut can = offers.iter().filter(|offer| offer.blocked.is_none());
    can.find(|offer| held(offer.act) && offer.act.is_pressed(ui))
        .map(|offer| offer.act)
}

/// What the keys beside the right button that open a menu are called.
pub const MENU_KEYS: &str = "Shift+F10";

/// The menu of the right button over `response`, or of the menu key where `has_focus`; `name` is what it is about.
pub fn menu(
    ui: &Ui,
    theme: &Theme,
    lang: Lang,
    (response, has_focus, name): (&Response, bool, &str),
    offers: impl FnOnce() -> Vec<Offer>,
) -> Option<Act> {
    let id = Popup::default_response_id(response);
    let by_key = has_focus && menu_key(ui);
    let by_pointer = response.secondary_clicked();
    let set = match (by_pointer || by_key, response.clicked()) {
        (true, _) => Some(SetOpenCommand::Bool(true)),
        (false, true) => Some(SetOpenCommand::Bool(false)),
        (false, false) => None,
    };
    let back = id.with("back");
    if set != Some(SetOpenCommand::Bool(true)) && !Popup::is_id_open(ui.ctx(), id) {
        give_back(ui, back);
        return None;
    }
    if by_key && let Some(focused) = ui.memory(egui::Memory::focused) {
        ui.data_mut(|data| data.insert_temp(back, focused));
    }
    let popup = Popup::menu(response)
        .open_memory(set)
        .accessible_name(ActMsg::Menu.with(lang, &[("name", name)]));
    let at_pointer = by_pointer || Popup::position_of_id(ui.ctx(), id).is_some();
    let popup = if at_pointer {
        popup.at_pointer_fixed()
    } else {
        popup
    };
    let shown = popup.show(|ui| lines(ui, theme, lang, &offers(), by_key));
    let picked = shown.and_then(|shown| shown.inner);
    if picked.is_some() {
        give_back(ui, back);
    }
    picked
}

/// Gives the focus back to what had it when the menu was opened by key.
fn give_back(ui: &Ui, back: Id) {
    let focused: Option<Id> = ui.data(|data| data.get_temp(back));
    if let Some(focused) = focused {
        ui.data_mut(|data| data.remove::<Id>(back));
        ui.memory_mut(|memory| memory.request_focus(focused));
    }
}

/// Whether the menu over `response` is open or asked for, so that its words are needed.
pub fn is_asked(ui: &Ui, response: &Response, has_focus: bool) -> bool {
    let by_key = has_focus && menu_key(ui);
    by_key
        || response.secondary_clicked()
        || Popup::is_id_open(ui.ctx(), Popup::default_response_id(response))
}

/// The key beside the right Ctrl, or Shift+F10 where there is none.
fn menu_key(ui: &Ui) -> bool {
    ui.input(|input| {
        input.key_pressed(Key::F10) && input.modifiers.matches_exact(Modifiers::SHIFT)
            || input.events.iter().any(|event| {
                matches!(
                    event,
                    Event::Key {
                        key: Key::Menu,
                        pressed: true,
                        ..
                    }
                )
            })
    })
}

fn lines(ui: &mut Ui, theme: &Theme, lang: Lang, offers: &[Offer], by_key: bool) -> Option<Act> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let keys: Vec<String> = offers.iter().map(|offer| offer.act.key_text(ui.ctx())).collect();
    let words = |(offer, key): (&Offer, &String)| {
        let name = offer.act.name(lang);
        menu_line::width(ui, theme, name, key)
    };
    let width = offers.iter().zip(&keys).map(words).fold(0.0, f32::max);
    ui.set_width(width);
    let mut picked = None;
    for (at, (offer, key)) in offers.iter().zip(&keys).enumerate() {
        let line = MenuLine {
            icon: Some(offer.act.icon()),
            name: offer.act.name(lang),
            key,
            blocked: offer.blocked,
        };
        let response = line.show(ui, theme);
        if at == 0 && by_key {
            response.request_focus();
        }
        if response.clicked() {
            picked = Some(offer.act);
            ui.close();
        }
    }
    picked
}

/// The keys that act on what is chosen, each once, for the list of keys.
pub fn listed(ctx: &Context, lang: Lang) -> Vec<(&'static str, String)> {
    let keyed = Act::ALL.into_iter().filter(|act| act.key().is_some());
    let edited = |act: &Act| !matches!(act, Act::Edit | Act::CopyFigure);
    let mut all: Vec<(&'static str, String)> = keyed
        .filter(edited)
        .map(|act| (act.name(lang), act.key_text(ctx)))
        .collect();
    all.push((ActMsg::MenuKey.text(lang), MENU_KEYS.to_owned()));
    all
}
