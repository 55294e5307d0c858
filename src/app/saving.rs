//! Saving the project and factor sets: never over what somebody else wrote since, never over a file of another kind.
//!
//! Invariant: where the file is not as it was opened or saved last, nothing is written before the user has chosen.

use super::App;
use super::dialogs::{Wanted, Written, file_name};
use super::files::{self, FileError};
use super::question::{After, Answer, Question};
use crate::report::picture::Kind;
use crate::store::{Expected, Problem, Stamp, is_same_file, shown};
use crate::text::{CommonMsg, Lang, LibraryMsg, ShellMsg};
use crate::ui::theme::Theme;
use crate::ui::widget::plate::{focus_first, footer, plate};
use crate::ui::widget::{Button, text};
use egui::Context;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What was to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// The project, and what comes then.
    Project(Option<Box<After>>),
    /// The own figures, with a note on the set.
    Set(String),
}

/// What is written once the figures of the project are there.
#[derive(Debug)]
pub(super) enum Waiting {
    /// The project, and what comes then.
    Save(PathBuf, Option<Box<After>>),
    /// The project or the set, and what somebody else wrote beside it.
    KeepMine(Option<Box<Question>>),
    /// Something made of the project.
    Write(PathBuf, Written),
    /// A document that is handed to the system to be printed.
    Print(Kind),
}

/// A file that somebody else wrote after it was opened or saved here.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    path: PathBuf,
    content: Content,
    /// When it was written, as far as the system tells.
    written: Option<SystemTime>,
}

impl Conflict {
    /// Draws the question.
    pub fn show(&self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        let title = ShellMsg::ConflictTitle.with(lang, &[("file", &file_name(&self.path))]);
        plate(ctx, theme, "conflict", &title, 640.0, Answer::Cancel, |ui| {
            let when = moment(self.written, lang);
            text::soft(ui, theme, &ShellMsg::ConflictBody.with(lang, &[("when", &when)]));
            footer(ui, |ui| {
                let mine = Button::primary(ShellMsg::KeepMine.text(lang)).show(ui, theme);
                focus_first(ui, &mine);
                let theirs = Button::quiet(ShellMsg::OpenTheirs.text(lang)).show(ui, theme);
                let copy = Button::quiet(ShellMsg::SaveCopy.text(lang)).show(ui, theme);
                let cancel = Button::quiet(CommonMsg::Cancel.text(lang)).show(ui, theme);
                if mine.clicked() {
                    Some(Answer::KeepMine)
                } else if theirs.clicked() {
                    Some(Answer::OpenTheirs)
                } else if copy.clicked() {
                    Some(Answer::SaveCopy)
                } else {
                    cancel.clicked().then_some(Answer::Cancel)
                }
            })
        })
    }
}

/// Draws the question about a file that another window has open.
pub(super) fn open_elsewhere(ctx: &Context, theme: &Theme, lang: Lang, file: &Path) -> Option<Answer> {
    let title = ShellMsg::ElsewhereTitle.with(lang, &[("file", &file_name(file))]);
    plate(ctx, theme, "elsewhere", &title, 560.0, Answer::Cancel, |ui| {
        text::soft(ui, theme, ShellMsg::ElsewhereBody.text(lang));
        footer(ui, |ui| {
            let look = Button::primary(ShellMsg::LookOnly.text(lang)).show(ui, theme);
            focus_first(ui, &look);
            let edit = Button::quiet(ShellMsg::EditAnyway.text(lang)).show(ui, theme);
            if edit.clicked() {
                Some(Answer::EditAnyway)
            } else {
                look.clicked().then_some(Answer::Cancel)
            }
        })
    })
}

/// The day and the minute where the user is; words where the system does not tell.
pub(super) fn moment(time: Option<SystemTime>, lang: Lang) -> String {
    let local = time.map(chrono::DateTime::<chrono::Local>::from);
    local.map_or_else(
        || ShellMsg::TimeUnknown.text(lang).to_owned(),
        |local| local.format("%Y-%m-%d %H:%M").to_string(),
    )
}

impl App {
    /// Saves to the project's file, or asks for one; then goes on with `after`.
    pub(super) fn save(&mut self, ctx: &Context, after: Option<Box<After>>) {
        match self.session.file().map(Path::to_owned) {
            Some(path) => self.once_worked_out(ctx, Waiting::Save(path, after)),
            None => self.ask_path(ctx, Wanted::Save(after)),
        }
    }

    /// Takes the figures that have come from the background, and writes what waited for them.
    pub(super) fn take_figures(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        self.session.take_figures(now_s);
        if !self.session.is_working() {
            for waiting in std::mem::take(&mut self.waiting) {
                self.write(ctx, waiting);
            }
        }
    }

    /// Writes `waiting` at once, or when the figures of the project are there: a file is never written with older ones.
    pub(super) fn once_worked_out(&mut self, ctx: &Context, waiting: Waiting) {
        if self.session.is_working() {
            self.waiting.push(waiting);
        } else {
            self.write(ctx, waiting);
        }
    }

    fn write(&mut self, ctx: &Context, waiting: Waiting) {
        match waiting {
            Waiting::Save(path, after) => self.save_to(ctx, path, after),
            Waiting::KeepMine(question) => self.keep_mine(ctx, question.map(|asked| *asked)),
            Waiting::Write(path, what) => self.write_made(ctx, path, what),
            Waiting::Print(kind) => self.write_paper(ctx, None, kind),
        }
    }

    /// Saves to `path`; the own file only where nobody else wrote it since.
    fn save_to(&mut self, ctx: &Context, path: PathBuf, after: Option<Box<After>>) {
        let own = self.session.file().is_some_and(|own| is_same_file(own, &path));
        let expected = if own {
            Expected::of(self.session.stamp())
        } else {
            Expected::Anything
        };
        let saved = files::save(&path, self.session.project(), self.session.assessment(), expected);
        match saved {
            Ok(stamp) => self.saved(ctx, path, stamp, None, after),
            Err(error) => self.not_saved(ctx, &error, path, Content::Project(after)),
        }
    }

    /// The project is in the file at `path`; `copy` is what was there before.
    fn saved(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        stamp: Stamp,
        copy: Option<PathBuf>,
        after: Option<Box<After>>,
    ) {
        self.say_written(ctx, ShellMsg::Saved, &path, copy);
        self.preferences.recent.push(&path);
        let is_own = self.session.file().is_some_and(|own| is_same_file(own, &path));
        self.session.mark_saved(path, Some(stamp));
        self.session.set_look_only(false);
        if !is_own {
            self.hold_file();
        }
        if let Some(after) = after {
            self.go_on(ctx, *after);
        }
        ctx.request_repaint();
    }

    fn say_written(&mut self, ctx: &Context, plain: ShellMsg, path: &Path, copy: Option<PathBuf>) {
        let now_s = ctx.input(|input| input.time);
        let file = shown(path);
        let words = match copy {
            Some(copy) => {
                let values = [("file", file.as_str()), ("copy", &file_name(&copy))];
                ShellMsg::SavedBeside.with(self.lang(), &values)
            }
            None => plain.with(self.lang(), &[("file", &file)]),
        };
        self.toasts.done(words, now_s);
    }

    /// Asks where somebody else wrote the file, else says why nothing was written.
    fn not_saved(&mut self, ctx: &Context, error: &FileError, path: PathBuf, content: Content) {
        if let FileError::Store(store) = error
            && store.problem == Problem::Changed
        {
            let theirs = crate::store::open_stamped(&path);
            self.question = Some(Question::Conflict(Conflict {
                written: theirs.ok().and_then(|(_, stamp)| stamp.modified()),
                path,
                content,
            }));
        } else {
            let now_s = ctx.input(|input| input.time);
            self.toasts.refused(error.text(self.lang()), now_s);
        }
        ctx.request_repaint();
    }

    /// Writes the own file or set, and what somebody else wrote beside it.
    fn keep_mine(&mut self, ctx: &Context, question: Option<Question>) {
        let Some(Question::Conflict(Conflict { path, content, .. })) = question else {
            return;
        };
        let project = self.session.project();
        match content {
            Content::Project(after) => match files::save_beside(&path, project, self.session.assessment()) {
                Ok((stamp, copy)) => self.saved(ctx, path, stamp, Some(copy), after),
                Err(error) => self.not_saved(ctx, &error, path, Content::Project(after)),
            },
            Content::Set(note) => match files::save_set_beside(&path, project, &note) {
                Ok((stamp, copy)) => {
                    self.say_written(ctx, ShellMsg::Saved, &path, Some(copy));
                    self.sets.insert(path, stamp);
                }
                Err(error) => self.not_saved(ctx, &error, path, Content::Set(note)),
            },
        }
    }

    /// Puts what somebody else wrote in place of the own, as one step that can be taken back.
    pub(super) fn open_theirs(&mut self, ctx: &Context, question: Option<Question>) {
        let Some(Question::Conflict(Conflict { path, content, .. })) = question else {
            return;
        };
        match content {
            Content::Set(_) => self.import_set(ctx, &path),
            Content::Project(_) => self.bring_theirs(ctx, path),
        }
    }

    /// Asks for another name.
    pub(super) fn save_copy(&mut self, ctx: &Context, question: Option<Question>) {
        if let Some(Question::Conflict(Conflict { content, .. })) = question {
            let wanted = match content {
                Content::Project(after) => Wanted::Save(after),
                Content::Set(_) => Wanted::ExportSet,
            };
            self.ask_path(ctx, wanted);
        }
    }

    /// Says which file this window has open; where another window has it open as well, it is only looked at and asked.
    pub(super) fn hold_file(&mut self) {
        let file = self.session.file().map(Path::to_owned);
        let taken = self
            .keeper
            .as_ref()
            .is_some_and(|keeper| keeper.hold(file.as_deref()));
        if let Some(file) = file.filter(|_| taken) {
            self.session.set_look_only(true);
            self.question = Some(Question::OpenElsewhere(file));
        }
    }

    /// Writes the own figures to `path`; a set that was read or written before only where nobody else wrote it since.
    pub(super) fn export_set(&mut self, ctx: &Context, path: PathBuf, note: String) {
        let known = self.sets.iter().find(|(known, _)| is_same_file(known, &path));
        let expected = known.map_or(Expected::Anything, |(_, stamp)| Expected::Only(*stamp));
        match files::save_set(&path, self.session.project(), &note, expected) {
            Ok(stamp) => {
                let now_s = ctx.input(|input| input.time);
                let file = shown(&path);
                let words = LibraryMsg::Exported.with(self.lang(), &[("file", &file)]);
                self.toasts.done(words, now_s);
                self.sets.insert(path, stamp);
            }
            Err(error) => self.not_saved(ctx, &error, path, Content::Set(note)),
        }
    }
}
