//! Documents written in the background, or handed to the system to be printed.

use super::printing;
use super::writing::Made;
use crate::app::App;
use crate::app::command::{Entry, Status};
use crate::app::dialogs::{PDF, Wanted, Written, file_name};
use crate::app::files::safe_name;
use crate::app::saving::Waiting;
use crate::export::paper::{self, Paper};
use crate::job::Uncertain;
use crate::report::picture::Kind;
use crate::text::PaperMsg;
use crate::ui::icon;
use crate::ui::view::Command;
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;

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
        paper(Command::StopWriting, PaperMsg::Stop, icon::CROSS, idle),
    ]
}

impl App {
    /// Asks where to write a document, hands one to the system, or stops one.
    pub(in crate::app) fn print(&mut self, ctx: &Context, command: &Command) {
        match command {
            Command::Paper(kind) => self.ask_path(ctx, Wanted::Write(Written::Paper(*kind))),
            Command::Print => self.once_worked_out(ctx, Waiting::Print(Kind::Page)),
            _ => self.exports.writing.stop(),
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
        let (to, may_ask) = (path.clone(), self.native_dialogs);
        self.exports.writing.begin(ctx, Some(path), move |stop| {
            paper::write(&paper, &to, stop)?;
            Ok(if is_print {
                Made::Handed(printing::hand_over(&to, may_ask))
            } else {
                Made::File
            })
        });
    }
}
