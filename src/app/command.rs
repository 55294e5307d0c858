//! Every command in one table: its name, icon, keys, and why it cannot run just now.
//!
//! Invariant: buttons, menu, key list and shortcuts read this table, so a command is called and keyed alike everywhere.

use super::pages::PAGES;
use super::preferences::Preferences;
use crate::data::Practices;
use crate::lesson::Level;
use crate::report::outputs::Output;
use crate::report::picture::{FileFormat, Layer, Subject};
use crate::session::Session;
use crate::text::{
    CommonMsg, CompareMsg, FindMsg, HistoryMsg, Lang, PathwaysMsg, PictureMsg, ProductMsg, ShellMsg,
    StartMsg, TourMsg, VariantMsg,
};
use crate::ui::act::with_key;
use crate::ui::icon;
use crate::ui::view::{Aspect, Command};
use egui::{Context, Key, KeyboardShortcut, Modifiers};

/// What decides which commands can run.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "facts apart from each other")]
pub struct Status<'a> {
    /// The open project.
    pub session: &'a Session,
    /// Language, theme and what is folded.
    pub preferences: &'a Preferences,
    /// The practice cards.
    pub practices: &'a Practices,
    /// True while the list of steps is shown.
    pub history: bool,
    /// True where a figure or a drawer is open, which Escape closes.
    pub something_open: bool,
    /// True while a document is written.
    pub writing: bool,
    /// True while boards are on the wall.
    pub presenting: bool,
    /// How much is shown.
    pub level: Level,
}

/// One command as it stands in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What runs.
    pub command: Command,
    /// Its name.
    pub name: &'static str,
    /// Its icon.
    pub icon: char,
    /// Its keys, the first one shown.
    pub keys: &'static [KeyboardShortcut],
    /// Why it cannot run now.
    pub blocked: Option<&'static str>,
}

impl Entry {
    /// The first key as the user's system writes it; empty without one.
    pub fn key_text(&self, ctx: &Context) -> String {
        self.keys
            .first()
            .map(|key| ctx.format_shortcut(key))
            .unwrap_or_default()
    }

    /// Name and key for a tooltip: "Save (Ctrl+S)".
    pub fn hint(&self, ctx: &Context, lang: Lang) -> String {
        with_key(self.name, &self.key_text(ctx), lang)
    }
}

pub(super) const fn bare(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

pub(super) const fn shifted(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const UNDO: &[KeyboardShortcut] = &[command(Key::Z)];
const REDO: &[KeyboardShortcut] = &[shifted(Key::Z), command(Key::Y)];
const HISTORY: &[KeyboardShortcut] = &[shifted(Key::H)];
const EXAMPLES: &[KeyboardShortcut] = &[command(Key::E)];
const LABEL: &[KeyboardShortcut] = &[shifted(Key::E)];
const OPEN: &[KeyboardShortcut] = &[command(Key::O)];
const IMPORT: &[KeyboardShortcut] = &[shifted(Key::I)];
const SAVE: &[KeyboardShortcut] = &[command(Key::S)];
const SAVE_AS: &[KeyboardShortcut] = &[shifted(Key::S)];
const LANGUAGE: &[KeyboardShortcut] = &[command(Key::L)];
const DARK: &[KeyboardShortcut] = &[command(Key::T)];
const CONTRAST: &[KeyboardShortcut] = &[shifted(Key::T)];
const RANGES: &[KeyboardShortcut] = &[command(Key::R)];
const RELATIVE: &[KeyboardShortcut] = &[shifted(Key::R)];
const DUPLICATE_VARIANT: &[KeyboardShortcut] = &[command(Key::J)];
const NEXT_VARIANT: &[KeyboardShortcut] = &[shifted(Key::J)];
const LIST: &[KeyboardShortcut] = &[command(Key::B)];
const INSPECTOR: &[KeyboardShortcut] = &[command(Key::I)];
const CLOSE: &[KeyboardShortcut] = &[bare(Key::Escape)];
/// The key of the glossary.
pub const GLOSSARY_KEY: KeyboardShortcut = command(Key::G);
const PALETTE: &[KeyboardShortcut] = &[command(Key::K)];
const GLOSSARY: &[KeyboardShortcut] = &[GLOSSARY_KEY];
const JUMP: &[KeyboardShortcut] = &[bare(Key::F7)];
const KEYS: &[KeyboardShortcut] = &[bare(Key::F1)];
const TOUR: &[KeyboardShortcut] = &[KeyboardShortcut::new(Modifiers::SHIFT, Key::F1)];
const QUIT: &[KeyboardShortcut] = &[command(Key::Q)];
const MASS: &[KeyboardShortcut] = &[bare(Key::M)];
const WORK: &[KeyboardShortcut] = &[bare(Key::W)];
const PIECES: &[KeyboardShortcut] = &[bare(Key::P)];
const NO_KEY: &[KeyboardShortcut] = &[];

/// All commands in the order of the list of keys.
pub fn table(status: &Status<'_>) -> Vec<Entry> {
    let mut all = pages(status).to_vec();
    all.extend(aspects(status));
    all.extend(super::advice::entries(status));
    all.extend(of_project(status));
    all.extend(of_variants(status));
    all.extend(of_start(status));
    all.extend(super::place_form::entries(status));
    all.extend(super::price_form::entries(status));
    all.extend(super::sets::entries(status));
    all.extend(super::shelf::entries(status));
    all.extend(of_layers(status));
    all.extend(of_exports(status));
    all.extend(super::exports::paper_entries(status));
    all.extend(of_outputs(status));
    all.push(super::carbon_result::reading(status));
    all.extend(super::stage::keys::entries(status));
    all.extend(of_window(status));
    all
}

/// The entry that runs `command`.
pub fn find<'a>(entries: &'a [Entry], command: &Command) -> Option<&'a Entry> {
    entries.iter().find(|entry| &entry.command == command)
}

fn pages(status: &Status<'_>) -> [Entry; PAGES.len()] {
    let lang = status.preferences.lang();
    PAGES
        .each_ref()
        .map(|row| entry(Command::Show(row.page), (row.name)(lang), row.icon, row.keys))
}

/// What the product page can show.
fn aspects(status: &Status<'_>) -> [Entry; 4] {
    let lang = status.preferences.lang();
    Aspect::ALL.map(|aspect| {
        let icon = match aspect {
            Aspect::Parts => icon::LIST,
            Aspect::Flat => icon::HOODIE,
            Aspect::Routes => icon::FUNNEL,
            Aspect::Hints => icon::WRENCH,
        };
        let name = aspect.name().text(lang);
        entry(Command::ShowAspect(aspect), name, icon, NO_KEY)
    })
}

fn of_project(status: &Status<'_>) -> [Entry; 7] {
    let lang = status.preferences.lang();
    let session = status.session;
    let reason = |holds: bool, why: ShellMsg| holds.then(|| why.text(lang));
    let nothing_new = session.file().is_some() && !session.is_changed();
    [
        Entry {
            blocked: reason(session.can_undo().is_none(), ShellMsg::NothingToUndo),
            ..entry(Command::Undo, CommonMsg::Undo.text(lang), icon::UNDO, UNDO)
        },
        Entry {
            blocked: reason(session.can_redo().is_none(), ShellMsg::NothingToRedo),
            ..entry(Command::Redo, CommonMsg::Redo.text(lang), icon::REDO, REDO)
        },
        history(status),
        entry(
            Command::Start,
            ShellMsg::Examples.text(lang),
            icon::COAT_HANGER,
            EXAMPLES,
        ),
        entry(Command::Open, ShellMsg::OpenFile.text(lang), icon::OPEN, OPEN),
        Entry {
            blocked: reason(session.is_look_only(), ShellMsg::OnlyLooking)
                .or_else(|| reason(nothing_new, ShellMsg::NothingToSave)),
            ..entry(Command::Save, CommonMsg::Save.text(lang), icon::SAVE, SAVE)
        },
        entry(Command::SaveAs, CommonMsg::SaveAs.text(lang), icon::COPY, SAVE_AS),
    ]
}

fn of_variants(status: &Status<'_>) -> [Entry; 3] {
    let lang = status.preferences.lang();
    let only_one = !status.session.project().has_variants();
    let duplicate = VariantMsg::Duplicate.text(lang);
    let next = VariantMsg::Next.text(lang);
    let laundering = if status.session.project().count_laundering {
        CompareMsg::LeaveLaundering
    } else {
        CompareMsg::CountLaundering
    };
    let laundering = laundering.text(lang);
    [
        entry(
            Command::DuplicateVariant,
            duplicate,
            icon::COPY,
            DUPLICATE_VARIANT,
        ),
        Entry {
            blocked: only_one.then(|| VariantMsg::OnlyOne.text(lang)),
            ..entry(Command::NextVariant, next, icon::ARROW_RIGHT, NEXT_VARIANT)
        },
        entry(
            Command::ToggleLaundering,
            laundering,
            icon::WASHING_MACHINE,
            NO_KEY,
        ),
    ]
}

fn of_start(status: &Status<'_>) -> [Entry; 4] {
    let lang = status.preferences.lang();
    let tour = if super::tour::is_unfinished(status.preferences.tour) {
        TourMsg::GoOn
    } else {
        TourMsg::Begin
    };
    [
        entry(
            Command::Samples,
            StartMsg::SampleTitle.text(lang),
            icon::T_SHIRT,
            NO_KEY,
        ),
        entry(
            Command::StartLabel,
            StartMsg::LabelTitle.text(lang),
            icon::TAG,
            LABEL,
        ),
        entry(
            Command::ImportTable,
            StartMsg::TableTitle.text(lang),
            icon::TABLE,
            IMPORT,
        ),
        entry(Command::Tour, tour.text(lang), icon::SIGNPOST, TOUR),
    ]
}

fn history(status: &Status<'_>) -> Entry {
    let lang = status.preferences.lang();
    let name = if status.history {
        HistoryMsg::Hide
    } else {
        HistoryMsg::Show
    };
    let none = status.session.history().count() == 0 && !status.history;
    Entry {
        blocked: none.then(|| HistoryMsg::None.text(lang)),
        ..entry(Command::ToggleHistory, name.text(lang), icon::HISTORY, HISTORY)
    }
}

fn of_layers(status: &Status<'_>) -> [Entry; 3] {
    let lang = status.preferences.lang();
    let show = |layer: Layer, icon, keys| entry(Command::ShowLayer(layer), layer.command(lang), icon, keys);
    [
        show(Layer::Mass, icon::SCALES, MASS),
        show(Layer::Work, icon::USERS, WORK),
        show(Layer::Pieces, icon::T_SHIRT, PIECES),
    ]
}

fn of_exports(status: &Status<'_>) -> Vec<Entry> {
    let lang = status.preferences.lang();
    let project = status.session.project();
    let answered = status.session.assessment().pathways.iter();
    let has_flows = answered.clone().any(|pathway| pathway.error.is_none());
    let blocked = |subject| match subject {
        Subject::Product if project.product.parts.is_empty() => Some(ProductMsg::NoParts.text(lang)),
        Subject::Diagram if !has_flows => Some(PathwaysMsg::NoAnswerTitle.text(lang)),
        Subject::Comparison if project.compared.is_empty() => Some(PictureMsg::NothingToCompare.text(lang)),
        Subject::Product | Subject::Diagram | Subject::Comparison | Subject::Combination => None,
    };
    let of = |subject| {
        let export = move |format| (Command::Export(subject, format), Subject::write(subject, format));
        let writes = FileFormat::ALL.into_iter().map(export);
        let copy = (Command::CopyPicture(subject), subject.copy());
        writes.chain([copy]).map(move |(command, name)| Entry {
            blocked: blocked(subject),
            ..entry(command, name.text(lang), icon::EXPORT, NO_KEY)
        })
    };
    let subjects = [Subject::Product, Subject::Diagram, Subject::Comparison];
    subjects.into_iter().flat_map(of).collect()
}

/// What the project can be given to others as.
fn of_outputs(status: &Status<'_>) -> [Entry; Output::ALL.len()] {
    let lang = status.preferences.lang();
    Output::ALL.map(|output| entry(Command::Give(output), output.name(lang), icon::EXPORT, NO_KEY))
}

fn of_window(status: &Status<'_>) -> Vec<Entry> {
    let preferences = status.preferences;
    let lang = preferences.lang();
    let choose =
        |first: bool, yes: ShellMsg, no: ShellMsg| if first { yes.text(lang) } else { no.text(lang) };
    let kind = preferences.theme;
    let dark = choose(kind.is_dark(), ShellMsg::ToLight, ShellMsg::ToDark);
    let contrast = choose(
        kind.is_contrast(),
        ShellMsg::ToNormalContrast,
        ShellMsg::ToContrast,
    );
    let motion = choose(preferences.still, ShellMsg::UsualMotion, ShellMsg::LessMotion);
    let list = choose(preferences.list, ShellMsg::FoldList, ShellMsg::UnfoldList);
    let inspector = choose(
        preferences.inspector,
        ShellMsg::FoldInspector,
        ShellMsg::UnfoldInspector,
    );
    let relative = choose_relative(preferences.relative).text(lang);
    let lamp = if kind.is_dark() { icon::SUN } else { icon::MOON };
    let close = Entry {
        blocked: (!status.something_open).then(|| ShellMsg::NothingOpen.text(lang)),
        ..entry(
            Command::OpenFigure(None),
            ShellMsg::CloseFigure.text(lang),
            icon::CROSS,
            CLOSE,
        )
    };
    let ranges = CommonMsg::Ranges.text(lang);
    let mut all = vec![
        entry(Command::ToggleRanges, ranges, icon::RANGES, RANGES),
        entry(Command::ToggleRelative, relative, icon::SCALES, RELATIVE),
    ];
    all.extend(languages(lang));
    all.extend([
        entry(Command::ToggleDark, dark, lamp, DARK),
        entry(Command::ToggleContrast, contrast, icon::CONTRAST, CONTRAST),
        entry(Command::ToggleMotion, motion, icon::PAUSE, NO_KEY),
        entry(Command::ToggleList, list, icon::LIST, LIST),
        entry(Command::ToggleInspector, inspector, icon::SIDEBAR, INSPECTOR),
        close,
        entry(Command::Palette, FindMsg::Find.text(lang), icon::SEARCH, PALETTE),
        entry(
            Command::Glossary(None),
            FindMsg::Glossary.text(lang),
            icon::INFO,
            GLOSSARY,
        ),
        entry(Command::Jump, ShellMsg::Jump.text(lang), icon::KEYBOARD, JUMP),
        entry(Command::Keys, ShellMsg::Keys.text(lang), icon::KEYBOARD, KEYS),
        entry(Command::About, ShellMsg::About.text(lang), icon::INFO, NO_KEY),
        entry(Command::Quit, ShellMsg::Quit.text(lang), icon::CROSS, QUIT),
    ]);
    all
}

/// Every language in its own words; the key stands at the one that it leads to from `now`.
fn languages(now: Lang) -> [Entry; 3] {
    Lang::CHOICES.map(|lang| {
        let keys = if lang == now.next() { LANGUAGE } else { NO_KEY };
        entry(Command::Language(lang), lang.endonym(), icon::TRANSLATE, keys)
    })
}

const fn choose_relative(relative: bool) -> VariantMsg {
    if relative {
        VariantMsg::ToAbsolute
    } else {
        VariantMsg::ToRelative
    }
}

pub(super) const fn entry(
    command: Command,
    name: &'static str,
    icon: char,
    keys: &'static [KeyboardShortcut],
) -> Entry {
    Entry {
        command,
        name,
        icon,
        keys,
        blocked: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;
    use crate::ui::act::Act;
    use std::collections::BTreeMap;

    fn all() -> Vec<Entry> {
        let project = presets::get("school_uniform").unwrap().project().unwrap();
        let session = Session::new(project, None);
        let preferences = Preferences::default();
        table(&Status {
            session: &session,
            preferences: &preferences,
            practices: Practices::builtin(),
            history: false,
            something_open: false,
            writing: false,
            presenting: false,
            level: Level::Full,
        })
    }

    /// The keys as they are pressed: Ctrl, Cmd, Alt, Shift and the key.
    fn pressed(keys: KeyboardShortcut, is_mac: bool) -> ([bool; 4], Key) {
        let m = keys.modifiers;
        let held = [
            m.ctrl || (m.command && !is_mac),
            m.mac_cmd || (m.command && is_mac),
            m.alt,
            m.shift,
        ];
        (held, keys.logical_key)
    }

    /// What the system or egui itself takes.
    fn taken(is_mac: bool) -> Vec<KeyboardShortcut> {
        use Key::{A, Enter, Equals, H, M, Minus, Num0, Plus, Space, Tab, W};
        let mut taken = [A, Plus, Equals, Minus, Num0].map(command).to_vec();
        // What is done with a thing has its own keys; those for moving about and confirming are left to the lists.
        let of_things = Act::ALL.into_iter().filter_map(Act::key);
        taken.extend(of_things.filter(|key| key.logical_key != Enter));
        taken.extend([Tab, Enter, Space, Key::ArrowLeft, Key::ArrowRight].map(bare));
        taken.extend([Key::ArrowUp, Key::ArrowDown, Key::Home, Key::End].map(bare));
        if is_mac {
            taken.extend([H, M, W, Space, Tab].map(command));
        } else {
            taken.push(KeyboardShortcut::new(Modifiers::ALT, Key::F4));
        }
        taken
    }

    #[test]
    fn no_two_commands_share_a_key_on_any_system() {
        for (system, is_mac) in [("Linux", false), ("Windows", false), ("macOS", true)] {
            let mut seen: BTreeMap<([bool; 4], Key), String> = BTreeMap::new();
            for keys in taken(is_mac) {
                seen.insert(pressed(keys, is_mac), "the system".to_owned());
            }
            for entry in all() {
                for keys in entry.keys {
                    let before = seen.insert(pressed(*keys, is_mac), entry.name.to_owned());
                    assert_eq!(before, None, "{}: {keys:?} on {system}", entry.name);
                }
            }
        }
    }

    #[test]
    fn no_two_acts_share_a_key_but_the_two_that_copy() {
        let mut seen: Vec<(KeyboardShortcut, Act)> = Vec::new();
        for act in Act::ALL {
            let Some(key) = act.key() else { continue };
            let before = seen.iter().find(|(other, _)| *other == key);
            let both_copy = act == Act::CopyFigure && before.is_some_and(|(_, other)| *other == Act::Copy);
            assert!(before.is_none() || both_copy, "{act:?} {before:?}");
            seen.push((key, act));
        }
    }

    #[test]
    fn every_entry_has_a_name_and_runs_one_command() {
        let entries = all();
        for (index, entry) in entries.iter().enumerate() {
            assert!(!entry.name.is_empty());
            let same = entries.iter().filter(|other| other.command == entry.command);
            assert_eq!(same.count(), 1, "{index}: {}", entry.name);
        }
    }

    #[test]
    fn what_cannot_run_says_why() {
        let entries = all();
        let why = |command| find(&entries, &command).unwrap().blocked;
        assert_eq!(why(Command::Undo), Some("Nothing to undo"));
        assert_eq!(why(Command::Save), None, "an example has no file yet");
        assert_eq!(why(Command::OpenFigure(None)), Some("Nothing is open"));
    }
}
