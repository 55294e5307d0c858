//! Pictures and tables written or copied in the background; the window says when they are there.

mod papers;
mod printing;
mod writing;

pub(super) use papers::entries as paper_entries;

use super::App;
use super::dialogs::{Filled, Wanted, Written};
use super::files::safe_name;
use super::toast::AtWork;
use crate::assess::Assessment;
use crate::export::{self, Order, outputs};
use crate::report::combination::Combination;
use crate::report::outputs::Output;
use crate::report::passport::Details;
use crate::report::picture::{FileFormat, Subject};
use crate::store::{Doing, Problem, StoreError, is_same_file};
use crate::text::names::Names;
use crate::text::{ImproveMsg, Lang, PathwaysMsg, PictureMsg};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use writing::{Made, Writing};

/// What is being written.
#[derive(Debug, Default)]
pub(super) struct Exports {
    writing: Writing,
}

impl Exports {
    /// True while something is written or drawn.
    pub(super) const fn is_writing(&self) -> bool {
        self.writing.is_running()
    }

    /// What is being written, once it takes a while.
    pub(super) fn at_work(&self, now_s: f64, lang: Lang) -> Option<AtWork> {
        self.writing.at_work(now_s, lang)
    }
}

impl App {
    /// Asks where to write, or says why there is nothing to write.
    pub(super) fn ask_export(&mut self, ctx: &Context, subject: Subject, format: FileFormat) {
        if self.is_there(ctx, subject) {
            self.ask_path(ctx, Wanted::Write(Written::Export(subject, format)));
        }
    }

    /// Whether there is something to write; says so where there is not.
    fn is_there(&mut self, ctx: &Context, subject: Subject) -> bool {
        let shown = self.selection.pathway.as_ref();
        let figures = shown.and_then(|id| self.session.assessment().pathway(id));
        let is_answered = figures.is_some_and(|figures| figures.error.is_none());
        let missing = match subject {
            Subject::Diagram if !is_answered => PathwaysMsg::NoAnswerTitle.text(self.lang()),
            Subject::Combination if self.combination().is_none() => {
                ImproveMsg::NoCombination.text(self.lang())
            }
            _ => return true,
        };
        let now_s = ctx.input(|input| input.time);
        self.toasts.refused(missing.to_owned(), now_s);
        false
    }

    /// The combinations of what is open, as far as they have come.
    fn combination(&mut self) -> Option<Combination> {
        self.combiner.combination(&self.session, &self.selection)
    }

    /// Writes something made of the project; never over its own file.
    pub(super) fn write_made(&mut self, ctx: &Context, path: PathBuf, what: Written) {
        if self.is_own_file(ctx, &path) {
            return;
        }
        match what {
            Written::Export(subject, format) => self.export(ctx, path, subject, format),
            Written::Paper(kind) => self.write_paper(ctx, Some(path), kind),
            Written::Give(output) => self.give(ctx, path, output),
        }
    }

    /// A name after what is made, where the project's file is.
    pub(super) fn made_path(&self, what: Written) -> PathBuf {
        match what {
            Written::Export(subject, format) => self.export_path(subject, format),
            Written::Paper(kind) => self.paper_path(kind),
            Written::Give(output) => self.give_path(output),
        }
    }

    /// A name after product and pathway, where the project's file is.
    fn export_path(&self, subject: Subject, format: FileFormat) -> PathBuf {
        let names = Names {
            project: self.session.project(),
            library: self.session.library(),
            lang: self.lang(),
        };
        let product = self.session.project().product.name.get(self.lang());
        let pathway = self.selection.pathway.as_ref().map(|id| names.pathway(id));
        let name = match (subject, pathway) {
            (Subject::Diagram, Some(pathway)) => {
                let values = [("product", product), ("pathway", pathway.as_str())];
                PictureMsg::FlowsOf.with(self.lang(), &values)
            }
            (Subject::Product, _) => PictureMsg::ProductOf.with(self.lang(), &[("product", product)]),
            (Subject::Combination, _) => PictureMsg::CombinationOf.with(self.lang(), &[("product", product)]),
            _ => PictureMsg::ComparisonOf.with(self.lang(), &[("product", product)]),
        };
        let name = format!("{}.{}", safe_name(&name), format.ending());
        self.proposed().with_file_name(name)
    }

    /// Writes the file in a thread of its own.
    fn export(&mut self, ctx: &Context, path: PathBuf, subject: Subject, format: FileFormat) {
        let order = self.order(subject);
        let to = path.clone();
        self.exports.writing.begin(ctx, Some(path), move |stop| {
            export::write(&order, format, &to, stop).map(|()| Made::File)
        });
    }

    /// Draws the picture in a thread of its own; it goes to the clipboard when it is there.
    pub(super) fn copy_picture(&mut self, ctx: &Context, subject: Subject) {
        if self.is_there(ctx, subject) {
            let order = self.order(subject);
            let draw =
                move |stop: &(dyn Fn() -> bool + Sync)| export::points(&order, stop).map(Made::Picture);
            self.exports.writing.begin(ctx, None, draw);
        }
    }

    /// What is to be written, as the window shows it.
    fn order(&mut self, subject: Subject) -> Order {
        let is_combined = subject == Subject::Combination;
        let combination = is_combined.then(|| self.combination()).flatten();
        let assessment = Arc::clone(self.session.assessment());
        let in_hand = self.session.project().product.variant;
        // Ranges of older figures are left out.
        let bands = |variant, assessment: &Assessment| {
            let newest = self.draws.newest(variant, assessment);
            newest
                .filter(|(_, stale)| !stale)
                .map(|(newest, _)| newest.bands.clone())
        };
        let others = self.session.variants().iter();
        let others = others.filter(|variant| variant.number() != in_hand);
        let others =
            others.map(|variant| (Arc::clone(variant), bands(variant.number(), variant.assessment())));
        Order {
            project: Arc::clone(self.session.project()),
            bands: bands(in_hand, &assessment),
            others: others.collect(),
            relative: self.preferences.relative,
            assessment,
            lang: self.lang(),
            subject,
            pathway: self.selection.pathway.clone().unwrap_or_default(),
            layer: self.selection.layer,
            date: export::today(),
            combination,
        }
    }

    /// A name after the product, where the project's file is.
    fn give_path(&self, output: Output) -> PathBuf {
        let lang = self.lang();
        let product = self.session.project().product.name.get(lang);
        let name = format!(
            "{}.{}",
            safe_name(&output.file_name(product, lang)),
            output.ending()
        );
        self.proposed().with_file_name(name)
    }

    /// What is known for the passport of the open project.
    pub(super) fn passport_details(&self) -> Details {
        self.preferences.passport(&self.session.project().id)
    }

    /// What is known already of what is filled in beside a path.
    pub(super) fn filled(&self) -> Filled {
        Filled {
            details: self.passport_details(),
            author: self.preferences.author.clone().unwrap_or_default(),
        }
    }

    /// Remembers what was stated for a passport, and the author of a document.
    pub(super) fn remember_filled(&mut self, what: Written, filled: Filled) {
        match what {
            Written::Give(Output::Passport) => {
                let id = self.session.project().id.clone();
                self.preferences.remember_passport(&id, filled.details);
            }
            Written::Paper(_) => self.preferences.author = Some(filled.author.trim().to_owned()),
            Written::Give(_) | Written::Export(..) => {}
        }
    }

    /// Writes a file for others in a thread of its own.
    fn give(&mut self, ctx: &Context, path: PathBuf, output: Output) {
        let assessment = Arc::clone(self.session.assessment());
        let newest = self
            .draws
            .newest(self.session.project().product.variant, &assessment);
        let bands = newest.filter(|(_, stale)| !stale);
        let order = outputs::Order {
            output,
            project: Arc::clone(self.session.project()),
            bands: bands.map(|(newest, _)| newest.bands.clone()),
            assessment,
            details: self.passport_details(),
            lang: self.lang(),
            date: export::today(),
        };
        let to = path.clone();
        self.exports.writing.begin(ctx, Some(path), move |stop| {
            outputs::write(&order, &to, stop).map(Made::Said)
        });
    }

    /// True for the project's own file, which nothing else is written over; says so.
    fn is_own_file(&mut self, ctx: &Context, path: &Path) -> bool {
        let is_own = self.session.file().is_some_and(|own| is_same_file(own, path));
        if is_own {
            let error = StoreError::new(Doing::Save, path, Problem::Input);
            let now_s = ctx.input(|input| input.time);
            self.toasts.refused(error.text(self.lang()), now_s);
        }
        is_own
    }

    /// Says what was written or copied since the last frame.
    pub(super) fn poll_export(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        let lang = self.lang();
        for (path, came) in self.exports.writing.poll() {
            let file = path.map(|path| path.display().to_string()).unwrap_or_default();
            let values = [("file", file.as_str())];
            match came {
                Ok(Made::File) => self.toasts.done(PictureMsg::Exported.with(lang, &values), now_s),
                Ok(Made::Said(words)) => self.toasts.done(words, now_s),
                Ok(Made::Handed(to)) => self.toasts.done(to.message().with(lang, &values), now_s),
                Ok(Made::Picture(picture)) => {
                    ctx.copy_image(picture);
                    self.toasts.done(PictureMsg::Copied.text(lang).to_owned(), now_s);
                }
                Err(error) => self.toasts.refused(error.text(lang), now_s),
            }
        }
    }
}
