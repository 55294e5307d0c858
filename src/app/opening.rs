//! Bringing another project to the front: read and reckoned in the background where that takes longer than a frame has.
//!
//! Invariant: what is in front stays, with its own figures, until the other is there with its own; Escape, another opening
//! and a change of what is in front call it off.

use super::App;
use super::dialogs::file_name;
use super::files::{self, FileError, Opened};
use super::question::Question;
use crate::edit::Edit;
use crate::intake::bom::Bom;
use crate::job::{Come, Later, Patience};
use crate::model::Project;
use crate::project_file::{Flag, Read};
use crate::store::{Problem, Recovered, Stamp};
use crate::text::{ImportMsg, ShellMsg};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was brought, or why nothing was.
type Brought = Result<Found, FileError>;

/// What was found where it was looked for.
#[derive(Debug)]
enum Found {
    /// Another project, with its figures.
    Other(Box<Opened>),
    /// What somebody else made of the project in front, and the stamp of its file.
    Theirs(Box<Project>, Stamp),
}

/// A file that was read before there was a window.
#[derive(Debug)]
pub struct Asked {
    path: PathBuf,
    read: Read,
    stamp: Stamp,
}

impl Asked {
    /// Reads the file at `path`.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let (read, stamp) = files::read(path)?;
        Ok(Self {
            path: path.to_owned(),
            read,
            stamp,
        })
    }
}

/// What comes once the project is in front.
#[derive(Debug)]
pub(super) enum Then {
    /// It is an example.
    Example,
    /// It is of this file.
    File(PathBuf),
    /// It is in no file yet.
    New,
    /// It was made of this table.
    Imported(Arc<Bom>),
    /// It is work that an earlier window left.
    Recovered(Box<Recovered>),
    /// It is what somebody else wrote in this file, which is the own one.
    Theirs(PathBuf),
}

/// A project on its way to the front.
#[derive(Debug)]
pub(super) struct Coming {
    name: String,
    /// Of what was in front when it was asked for.
    revision: u64,
    then: Then,
    worker: Later<Brought>,
}

impl Coming {
    /// What it is called before it is there.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

impl App {
    /// Puts what `make` gives in front, at once where that takes no longer than a frame may wait; what was on its way before
    /// is called off.
    pub(super) fn bring(
        &mut self,
        ctx: &Context,
        name: String,
        then: Then,
        make: impl FnOnce() -> Result<Opened, FileError> + Send + 'static,
    ) {
        let make = move || make().map(|opened| Found::Other(Box::new(opened.prepared())));
        self.fetch(ctx, name, then, make);
    }

    /// Opens the file that was asked for when the program was started.
    pub(super) fn bring_asked(&mut self, ctx: &Context, asked: Option<Asked>) {
        let Some(Asked { path, read, stamp }) = asked else {
            return;
        };
        let (name, then) = (file_name(&path), Then::File(path.clone()));
        self.bring(ctx, name, then, move || Ok(files::of_file(read, stamp, &path)));
    }

    /// Puts what somebody else wrote at `path` in place of the own, as one step that can be taken back.
    pub(super) fn bring_theirs(&mut self, ctx: &Context, path: PathBuf) {
        let (name, then) = (file_name(&path), Then::Theirs(path.clone()));
        self.fetch(ctx, name, then, move || {
            let (read, stamp) = files::read(&path)?;
            Ok(Found::Theirs(Box::new(read.project), stamp))
        });
    }

    fn fetch(
        &mut self,
        ctx: &Context,
        name: String,
        then: Then,
        make: impl FnOnce() -> Brought + Send + 'static,
    ) {
        self.coming = None;
        let waker = ctx.clone();
        let start =
            |patience: &Patience| Later::start("opening", patience.clone(), move || waker.request_repaint());
        // A worker of its own, so that it waits for nothing that was called off.
        let Some(mut worker) = self.patience.as_ref().and_then(start) else {
            return self.came(ctx, then, make());
        };
        let come = worker.ask(make);
        self.coming = Some(Coming {
            name,
            revision: self.session.revision(),
            then,
            worker,
        });
        self.take_coming(ctx, come);
    }

    /// Takes what has come; what was asked for over another state of the project in front is called off, so that no change
    /// is lost.
    pub(super) fn follow_opening(&mut self, ctx: &Context) {
        let Some(coming) = &mut self.coming else { return };
        if coming.revision == self.session.revision() {
            let come = coming.worker.poll();
            return self.take_coming(ctx, come);
        }
        if let Some(name) = self.call_off() {
            let now_s = ctx.input(|input| input.time);
            let words = ShellMsg::OpeningDropped.with(self.lang(), &[("name", &name)]);
            self.toasts.refused(words, now_s);
            self.offer_next();
        }
    }

    /// Calls off what is on its way, as the user wishes; true where something was.
    pub(super) fn stop_opening(&mut self, ctx: &Context) -> bool {
        let Some(name) = self.call_off() else {
            return false;
        };
        let now_s = ctx.input(|input| input.time);
        let words = ShellMsg::OpeningStopped.with(self.lang(), &[("name", &name)]);
        self.toasts.done(words, now_s);
        self.offer_next();
        true
    }

    fn call_off(&mut self) -> Option<String> {
        self.coming.take().map(|coming| coming.name)
    }

    fn take_coming(&mut self, ctx: &Context, come: Come<Brought>) {
        if matches!(come, Come::Nothing) {
            return;
        }
        let Some(coming) = self.coming.take() else { return };
        match come {
            Come::Last(brought) | Come::Interim(brought) => self.came(ctx, coming.then, brought),
            Come::Nothing | Come::Broken => {
                let now_s = ctx.input(|input| input.time);
                let words = ImportMsg::BrokeOff.text(self.lang());
                self.toasts.refused(words.to_owned(), now_s);
                self.offer_next();
            }
        }
    }

    /// Puts another project in place of the open one; where it could not be opened, says why and keeps the open one.
    fn came(&mut self, ctx: &Context, then: Then, brought: Brought) {
        let now_s = ctx.input(|input| input.time);
        match brought {
            Ok(Found::Other(opened)) => self.opened(ctx, then, *opened),
            Ok(Found::Theirs(theirs, stamp)) => self.replaced(then, theirs, stamp, now_s),
            Err(error) => {
                if let (Then::File(path), FileError::Store(store)) = (&then, &error)
                    && store.problem == Problem::NotFound
                {
                    self.preferences.recent.remove(path);
                }
                self.toasts.refused(error.text(self.lang()), now_s);
            }
        }
        self.offer_next();
        ctx.request_repaint();
    }

    fn opened(&mut self, ctx: &Context, then: Then, opened: Opened) {
        let now_s = ctx.input(|input| input.time);
        let Opened {
            session,
            flags,
            older,
        } = opened;
        self.put(session);
        match then {
            Then::Example => {
                self.say_opened(&flags, older, now_s);
                self.offer_tour(ctx);
            }
            Then::File(path) => {
                let known = self.session.file().unwrap_or(&path);
                self.preferences.recent.push(known);
                self.say_opened(&flags, older, now_s);
            }
            Then::New => self.begin_new(),
            Then::Imported(bom) => {
                self.begin_new();
                self.end_import(ctx, &bom);
            }
            Then::Recovered(recovered) => self.taken_over(&recovered, now_s),
            // Theirs takes the place of the project in front and is no other.
            Then::Theirs(_) => {}
        }
    }

    /// The project in front is now as somebody else wrote it.
    fn replaced(&mut self, then: Then, theirs: Box<Project>, stamp: Stamp, now_s: f64) {
        let Then::Theirs(path) = then else { return };
        if let Err(error) = self.session.apply(&Edit::Replace(theirs), false, now_s) {
            return self.toasts.refused(error.text(self.lang()), now_s);
        }
        self.session.mark_saved(path, Some(stamp));
        self.tidy_selection();
        let words = ShellMsg::TheirsOpened.text(self.lang());
        self.toasts.done(words.to_owned(), now_s);
    }

    /// Says what was opened, and what is odd in it.
    fn say_opened(&mut self, flags: &[Flag], older: bool, now_s: f64) {
        if older {
            self.question = Some(Question::Older);
        }
        let lang = self.lang();
        if let Some(first) = flags.first() {
            let count = flags.len().to_string();
            let words = [("count", count.as_str()), ("first", &first.text(lang))];
            self.toasts.refused(ShellMsg::OpenedOdd.with(lang, &words), now_s);
        } else {
            let name = self.session.project().product.name.get(lang);
            self.toasts
                .done(ShellMsg::Opened.with(lang, &[("name", name)]), now_s);
        }
    }
}
