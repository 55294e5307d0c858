//! Factor sets: own figures in from a file, as one step; the commands for that.

use super::App;
use super::command::{Entry, Status, entry};
use super::dialogs::Wanted;
use super::files;
use crate::edit::Edit;
use crate::project_file::FactorSet;
use crate::text::LibraryMsg;
use crate::ui::icon;
use crate::ui::view::Command;
use egui::Context;
use std::path::Path;

/// The commands that take sets in and give them out.
pub(super) fn entries(status: &Status<'_>) -> [Entry; 2] {
    let lang = status.preferences.lang();
    let none = status.session.project().overrides.is_empty();
    let import = LibraryMsg::ImportSet.text(lang);
    let export = LibraryMsg::ExportSet.text(lang);
    [
        entry(Command::ImportFactorSet, import, icon::IMPORT, &[]),
        Entry {
            blocked: none.then(|| LibraryMsg::NoOwn.text(lang)),
            ..entry(Command::ExportFactorSet, export, icon::EXPORT, &[])
        },
    ]
}

impl App {
    /// Asks which set is taken in, or where the own figures go.
    pub(super) fn ask_set(&mut self, ctx: &Context, command: &Command) {
        let wanted = if *command == Command::ImportFactorSet {
            Wanted::ImportSet
        } else {
            Wanted::ExportSet
        };
        self.ask_path(ctx, wanted);
    }

    /// Puts the figures of the set at `path` in place of the library's; own figures of other factors stay.
    pub(super) fn import_set(&mut self, ctx: &Context, path: &Path) {
        let now_s = ctx.input(|input| input.time);
        let set = match files::open_set(path) {
            Ok((set, stamp)) => {
                self.sets.insert(path.to_owned(), stamp);
                set
            }
            Err(error) => return self.toasts.refused(error.text(self.lang()), now_s),
        };
        let mut all = self.session.project().overrides.clone();
        all.extend(set.figures.clone());
        match self.session.apply(&Edit::SetOverrides(all), false, now_s) {
            Ok(true) => self.say_imported(&set, now_s),
            Ok(false) => {
                let words = LibraryMsg::ImportedSame.with(self.lang(), &[("name", &set.name)]);
                self.toasts.done(words, now_s);
            }
            Err(error) => self.toasts.refused(error.text(self.lang()), now_s),
        }
    }

    fn say_imported(&mut self, set: &FactorSet, now_s: f64) {
        let lang = self.lang();
        let count = set.figures.len().to_string();
        let flags = set.flags(self.session.library());
        let said = [("count", count.as_str()), ("name", set.name.as_str())];
        let Some(first) = flags.first() else {
            self.toasts.done(LibraryMsg::Imported.with(lang, &said), now_s);
            return;
        };
        let (odd, first) = (flags.len().to_string(), first.text(lang));
        let odd = [("odd", odd.as_str()), ("first", first.as_str())];
        let words = LibraryMsg::ImportedOdd.with(lang, &[said, odd].concat());
        self.toasts.refused(words, now_s);
    }
}
