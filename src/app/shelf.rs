//! The user's own practice cards: kept beside the preferences, given to others and taken from them as packs.
//!
//! Invariant: no card is written over by another; what another window kept meanwhile stays.

use super::App;
use super::command::{Entry, Status, entry};
use super::files::{self, FileError};
use super::recovery::Keeper;
use crate::data::{Practice, Practices};
use crate::project_file::{self, PracticePack, read_practices, write_practices};
use crate::store::{self, Expected, Folders, Problem};
use crate::text::PackMsg;
use crate::text::practice::merged_words;
use crate::ui::icon;
use crate::ui::view::{CardAct, Command, Page, Practicing};
use egui::Context;
use std::path::{Path, PathBuf};

/// Cards of the program with the user's own beside them.
#[derive(Debug)]
pub(super) struct Shelf {
    /// Where own cards are kept; none keeps them in memory only.
    file: Option<PathBuf>,
    all: Practices,
}

impl Shelf {
    /// The shelf kept in `folders`, and why its cards could not be read.
    fn open(folders: Option<&Folders>) -> (Self, Option<FileError>) {
        let file = folders.map(Folders::practices);
        let kept = file.as_deref().map(kept).transpose();
        let (own, error) = match kept {
            Ok(own) => (own.unwrap_or_default(), None),
            Err(error) => (Vec::new(), Some(error)),
        };
        // What cannot be read stays as it is.
        let file = file.filter(|_| error.is_none());
        let all = Practices::with_own(&own);
        (Self { file, all }, error)
    }

    /// All cards.
    pub(super) const fn all(&self) -> &Practices {
        &self.all
    }

    fn own(&self) -> Vec<Practice> {
        self.all.own_cards().cloned().collect()
    }

    /// Changes the own cards as they are on disk now, and keeps them.
    fn change<T>(&mut self, change: impl FnOnce(&mut Practices) -> T) -> Result<T, FileError> {
        let own = match &self.file {
            Some(file) => kept(file)?,
            None => self.own(),
        };
        let mut all = Practices::with_own(&own);
        let done = change(&mut all);
        if let Some(file) = &self.file {
            let own: Vec<Practice> = all.own_cards().cloned().collect();
            store::make_folder_of(file).map_err(FileError::Store)?;
            write(file, "", own)?;
        }
        self.all = all;
        Ok(done)
    }
}

/// Unsaved work and own cards as they are kept in `folders`, and what could not be read or will not be kept.
pub(super) fn kept_at(folders: Option<&Folders>) -> (Option<Keeper>, Shelf, Option<FileError>) {
    let (shelf, unread) = Shelf::open(folders);
    match folders.map(Keeper::new).transpose() {
        Ok(keeper) => (keeper, shelf, unread),
        Err(error) => (None, shelf, Some(FileError::Store(error))),
    }
}

/// The cards kept in `file`; none where there is no such file yet.
fn kept(file: &Path) -> Result<Vec<Practice>, FileError> {
    match read(file) {
        Ok(pack) => Ok(pack.cards),
        Err(FileError::Store(error)) if matches!(error.problem, Problem::NotFound | Problem::NoFolder) => {
            Ok(Vec::new())
        }
        Err(error) => Err(error),
    }
}

/// The pack in `file`.
fn read(file: &Path) -> Result<PracticePack, FileError> {
    let bytes = store::open(file).map_err(FileError::Store)?;
    read_practices(&bytes).map_err(FileError::Read)
}

fn write(file: &Path, name: &str, cards: Vec<Practice>) -> Result<(), FileError> {
    let pack = PracticePack {
        name: name.to_owned(),
        cards,
    };
    let text = write_practices(&pack).ok_or(FileError::CardsNotWritten)?;
    let may = |before: &[u8]| project_file::may_replace_practices(before).map_err(Problem::from);
    store::save(file, &text, Expected::Anything, may)
        .map(drop)
        .map_err(FileError::Store)
}

/// The commands that take packs in and give them out.
pub(super) fn entries(status: &Status<'_>) -> [Entry; 2] {
    let lang = status.preferences.lang();
    let none = status.practices.own.is_empty();
    let import = PackMsg::Import.text(lang);
    let export = PackMsg::Export.text(lang);
    [
        entry(Command::Card(CardAct::Import), import, icon::IMPORT, &[]),
        Entry {
            blocked: none.then(|| PackMsg::NoOwn.text(lang)),
            ..entry(Command::Card(CardAct::Export), export, icon::EXPORT, &[])
        },
    ]
}

impl App {
    /// The practice cards, own ones among them.
    pub const fn practices(&self) -> &Practices {
        self.shelf.all()
    }

    /// Does what the page of practice asks for.
    pub(super) fn card_act(&mut self, ctx: &Context, act: CardAct) {
        match act {
            CardAct::Import => self.ask_path(ctx, super::dialogs::Wanted::ImportCards),
            CardAct::Export => self.ask_path(ctx, super::dialogs::Wanted::ExportCards),
            CardAct::Keep(card) => self.keep_card(ctx, *card),
            CardAct::Remove(id) => self.remove_card(ctx, &id),
        }
    }

    fn keep_card(&mut self, ctx: &Context, card: Practice) {
        let (lang, now_s) = (self.lang(), ctx.input(|input| input.time));
        let (id, name) = (card.id.clone(), card.name.get(lang).to_owned());
        let kept = self.shelf.change(|all| {
            // An own card under the same id is the one that was edited.
            if all.own.remove(&card.id) {
                all.cards.retain(|other| other.id != card.id);
            }
            all.take_in([card])
        });
        match kept {
            Ok(merged) => {
                let open = merged.beside.into_iter().next().unwrap_or(id);
                self.open_card(open);
                self.toasts
                    .done(PackMsg::Kept.with(lang, &[("name", &name)]), now_s);
            }
            Err(error) => self.toasts.refused(error.text(lang), now_s),
        }
    }

    fn remove_card(&mut self, ctx: &Context, id: &str) {
        let (lang, now_s) = (self.lang(), ctx.input(|input| input.time));
        let removed = self.shelf.change(|all| {
            let name = all.card(id).map(|card| card.name.get(lang).to_owned());
            if all.own.remove(id) {
                all.cards.retain(|card| card.id != id);
            }
            name.unwrap_or_default()
        });
        match removed {
            Ok(name) => self
                .toasts
                .done(PackMsg::Removed.with(lang, &[("name", &name)]), now_s),
            Err(error) => self.toasts.refused(error.text(lang), now_s),
        }
    }

    fn open_card(&mut self, id: String) {
        self.selection.practice = Practicing {
            topic: None,
            card: Some(id),
        };
    }

    /// Puts the cards of the pack at `path` to the own ones; both stay where two have one id.
    pub(super) fn import_cards(&mut self, ctx: &Context, path: &Path) {
        let (lang, now_s) = (self.lang(), ctx.input(|input| input.time));
        let done = read(path).and_then(|pack| {
            let flags = pack.flags(self.session.library());
            let first = pack.cards.first().map(|card| card.id.clone());
            let merged = self.shelf.change(|all| all.take_in(pack.cards))?;
            Ok((merged, flags, first))
        });
        let (merged, flags, first) = match done {
            Ok(done) => done,
            Err(error) => return self.toasts.refused(error.text(lang), now_s),
        };
        self.show_page(Page::Practice);
        if let Some(first) = merged.beside.first().cloned().or(first) {
            self.open_card(first);
        }
        let words = merged_words(&merged, lang);
        match flags.first() {
            None => self.toasts.done(words, now_s),
            Some(flag) => {
                let (count, first) = (flags.len().to_string(), flag.text(lang));
                let values = [("words", words.as_str()), ("count", &count), ("first", &first)];
                self.toasts.refused(PackMsg::Odd.with(lang, &values), now_s);
            }
        }
    }

    /// Writes the own cards as a pack to `path`.
    pub(super) fn export_cards(&mut self, ctx: &Context, path: &Path) {
        let (lang, now_s) = (self.lang(), ctx.input(|input| input.time));
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match write(path, &name, self.shelf.own()) {
            Ok(()) => {
                let file = store::shown(path);
                self.toasts
                    .done(PackMsg::Exported.with(lang, &[("file", &file)]), now_s);
            }
            Err(error) => self.toasts.refused(error.text(lang), now_s),
        }
    }

    /// Where own cards are written, where the project's file is.
    pub(super) fn cards_path(&self) -> PathBuf {
        let name = PackMsg::FileName.text(self.lang());
        let name = format!("{name}.{}", project_file::PACK_ENDING);
        self.proposed().with_file_name(name)
    }
}

/// `path` with the ending of packs.
pub(super) fn cards_file(path: &Path) -> PathBuf {
    files::with_this_ending(path, project_file::PACK_ENDING)
}
