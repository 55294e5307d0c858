//! Documents written in the background, or handed to the system to be printed; the window says what came of it.
//!
//! Invariant: a document that is stopped leaves the file as it was.

use super::printing::{self, Handed};
use crate::app::App;
use crate::app::command::{Entry, Status};
use crate::app::dialogs::{PDF, Wanted, Written, file_name};
use crate::app::run::safe_name;
use crate::app::saving::Waiting;
use crate::export::ExportError;
use crate::export::paper::{self, Paper};
use crate::job::{Progress, Task, Uncertain};
use crate::report::picture::Kind;
use crate::text::{Lang, PaperMsg, PictureMsg};
use crate::ui::icon;
use crate::ui::view::Command;
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// From then on it is said that a document is being written, seconds.
const PATIENCE: f64 = 0.3;

/// What came of a document.
type Came = Result<Option<Handed>, ExportError>;

/// The document that is being written.
#[derive(Debug, Default)]
pub(super) struct Papers {
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    task: Task<Came>,
    stop: Arc<AtomicBool>,
    begun_s: f64,
    path: PathBuf,
}

impl Papers {
    /// True while a document is written.
    pub(super) const fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// What is being written, once it takes a while.
    pub(super) fn at_work(&self, now_s: f64, lang: Lang) -> Option<String> {
        let running = self.running.as_ref()?;
        let file = file_name(&running.path);
        (now_s - running.begun_s >= PATIENCE).then(|| PaperMsg::Writing.with(lang, &[("file", &file)]))
    }

    /// Stops what is being written.
    pub(super) fn stop(&self) {
        if let Some(running) = &self.running {
            running.stop.store(true, Ordering::Relaxed);
        }
    }
}

/// The commands that write documents.
pub(in crate::app) fn entries(status: &Status<'_>) -> [Entry; 5] {
    let lang = status.preferences.lang();
    let mut answered = status.session.assessment().pathways.iter();
    let has_answer = answered.any(|pathway| pathway.error.is_none());
    let none = (!has_answer).then(|| PaperMsg::NoPathway.text(lang));
    let idle = (!status.writing).then(|| PaperMsg::NotWriting.text(lang));
    let paper = |command, name: PaperMsg, icon, blocked| Entry {
        command,
        name: name.text(lang),
        icon,
        keys: &[],
        blocked,
    };
    [
        paper(Command::Paper(Kind::Page), PaperMsg::PagePdf, icon::EXPORT, none),
        paper(Command::Paper(Kind::Full), PaperMsg::FullPdf, icon::EXPORT, none),
        paper(
            Command::Paper(Kind::Handout),
            PaperMsg::HandoutPdf,
            icon::EXPORT,
            none,
        ),
        paper(Command::Print, PaperMsg::PrintPage, icon::PRINT, none),
        paper(Command::StopPaper, PaperMsg::Stop, icon::CROSS, idle),
    ]
}

impl App {
    /// Asks where to write a document, hands one to the system, or stops one.
    pub(in crate::app) fn print(&mut self, ctx: &Context, command: &Command) {
        match command {
            Command::Paper(kind) => self.ask_path(ctx, Wanted::Write(Written::Paper(*kind))),
            Command::Print => self.once_worked_out(ctx, Waiting::Print(Kind::Page)),
            _ => self.exports.papers.stop(),
        }
    }

    /// A name after product and document, where the project's file is.
    pub(in crate::app) fn paper_path(&self, kind: Kind) -> PathBuf {
        self.proposed().with_file_name(self.paper_name(kind))
    }

    /// The ranges that the window shows, where they are of these figures and complete.
    fn drawn_fully(&self) -> Option<Arc<Uncertain>> {
        let number = self.session.project().product.variant;
        let (drawn, is_stale) = self.draws.newest(number, self.session.assessment())?;
        (!is_stale && !drawn.swings.is_empty()).then_some(drawn)
    }

    fn paper_name(&self, kind: Kind) -> String {
        let lang = self.lang();
        let product = self.session.project().product.name.get(lang);
        let values = [("kind", kind.name().text(lang)), ("product", product)];
        let name = PaperMsg::About.with(lang, &values);
        format!("{}.{PDF}", safe_name(&name))
    }

    /// Writes the document in a thread of its own; without a path it goes to the system, to be printed.
    pub(in crate::app) fn write_paper(&mut self, ctx: &Context, path: Option<PathBuf>, kind: Kind) {
        let now_s = ctx.input(|input| input.time);
        // One document at a time: the newest wish counts.
        self.exports.papers.stop();
        let is_print = path.is_none();
        let path = path.unwrap_or_else(|| std::env::temp_dir().join(self.paper_name(kind)));
        let paper = Paper {
            kind,
            project: Arc::clone(self.session.project()),
            assessment: Arc::clone(self.session.assessment()),
            lang: self.lang(),
            pathways: Vec::new(),
            told: self.selection.pathway.clone(),
            file: self.session.file().map(file_name).unwrap_or_default(),
            author: self.preferences.author.clone().unwrap_or_default(),
            date: crate::export::today(),
            own_cards: self.practices().own_cards().cloned().collect(),
            uncertain: self.drawn_fully(),
        };
        let stop = Arc::new(AtomicBool::new(false));
        let (stopped, to) = (Arc::clone(&stop), path.clone());
        let may_ask = self.native_dialogs;
        let work = move || {
            paper::write(&paper, &to, &|| stopped.load(Ordering::Relaxed))?;
            Ok(is_print.then(|| printing::hand_over(&to, may_ask)))
        };
        let waker = ctx.clone();
        let task = Task::start("document", move || waker.request_repaint(), work);
        self.exports.papers.running = task.map(|task| Running {
            task,
            stop,
            begun_s: now_s,
            path,
        });
        ctx.request_repaint_after(Duration::from_secs_f64(PATIENCE));
    }

    /// Says what was written since the last frame.
    pub(in crate::app) fn poll_paper(&mut self, ctx: &Context) {
        let Some(running) = &self.exports.papers.running else {
            return;
        };
        let now_s = ctx.input(|input| input.time);
        let lang = self.lang();
        let file = running.path.display().to_string();
        let done = match running.task.poll() {
            Progress::Busy => return,
            Progress::Done(done) => done,
            Progress::Broken => Err(ExportError::NotDrawn),
        };
        self.exports.papers.running = None;
        let say = |message: PaperMsg| message.with(lang, &[("file", &file)]);
        match done {
            Ok(None) => {
                let words = PictureMsg::Exported.with(lang, &[("file", &file)]);
                self.toasts.done(words, now_s);
            }
            Ok(Some(Handed::Printer)) => self.toasts.done(say(PaperMsg::AtPrinter), now_s),
            Ok(Some(Handed::Viewer)) => self.toasts.done(say(PaperMsg::AtSystem), now_s),
            Ok(Some(Handed::Nobody)) => self.toasts.done(say(PaperMsg::NoViewer), now_s),
            Err(error) => self.toasts.refused(error.text(lang), now_s),
        }
    }
}
