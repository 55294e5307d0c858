//! Files that are dropped on the window: a project opens, a table comes in, a factor set takes the place of figures, practice
//! cards go to the others, a
//! picture goes to the part in hand; any other kind is refused with a sentence.

use super::App;
use super::class::is_lesson;
use super::dialogs::file_name;
use super::files::{self, SET_ENDING};
use super::photos;
use super::question::After;
use crate::project_file::PACK_ENDING;
use crate::text::ActMsg;
use crate::ui::view::Page;
use egui::Context;
use std::path::Path;

/// What a dropped file is, by its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Project,
    Table,
    Set,
    Photo,
    Lesson,
    Cards,
    Other,
}

impl Kind {
    fn of(path: &Path) -> Self {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        let ending = Path::new(&name).extension().unwrap_or_default();
        let is = |known: &str| ending == known;
        if is_lesson(path) {
            Self::Lesson
        } else if files::is_table(path) {
            Self::Table
        } else if name.ends_with(SET_ENDING) {
            Self::Set
        } else if is(PACK_ENDING) {
            Self::Cards
        } else if photos::ENDINGS.into_iter().any(is) {
            Self::Photo
        } else if ending.is_empty() || [files::ENDING, "ron", "bak"].into_iter().any(is) {
            Self::Project
        } else {
            Self::Other
        }
    }
}

impl App {
    /// Takes the file that was dropped on the window, by its kind; of several the first.
    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let (dropped, count) = ctx.input(|input| {
            let files = &input.raw.dropped_files;
            (files.first().map(|file| file.path().to_owned()), files.len())
        });
        let Some(path) = dropped.filter(|_| self.question.is_none()) else {
            return;
        };
        let now_s = ctx.input(|input| input.time);
        let name = file_name(&path);
        let file = [("file", name.as_str())];
        if count > 1 {
            let words = ActMsg::OneFile.with(self.lang(), &file);
            self.toasts.done(words, now_s);
        }
        match Kind::of(&path) {
            Kind::Table => self.import_file(ctx, path),
            Kind::Project => self.guarded(ctx, After::OpenPath(path)),
            Kind::Lesson => self.ask_lesson_file(ctx, &path),
            Kind::Set => self.import_set(ctx, &path),
            Kind::Cards => self.import_cards(ctx, &path),
            Kind::Photo if self.page == Page::Product && self.front.is_none() => {
                self.take_photo(ctx, path, self.selection.part.clone());
            }
            Kind::Photo | Kind::Other => {
                let words = ActMsg::OtherFile.with(self.lang(), &file);
                self.toasts.refused(words, now_s);
            }
        }
    }
}
