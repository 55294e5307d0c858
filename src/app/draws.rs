//! Draws of the open project: asked for after every change, shown dimmed until the new ones have come.

use crate::assess::Assessment;
use crate::job::{DrawJob, Drawn, Uncertain};
use crate::model::VariantNo;
use crate::session::Session;
use egui::Context;
use std::sync::Arc;

/// The background draws of the window.
#[derive(Debug)]
pub(super) struct Draws {
    job: Option<DrawJob>,
    /// The figures that were last asked for.
    asked: Vec<Drawn>,
    /// The number of that request.
    request: u64,
    newest: Vec<Arc<Uncertain>>,
}

impl Draws {
    /// Starts drawing, where it is wanted and the system gives a thread.
    pub(super) fn new(wanted: bool, ctx: &Context) -> Self {
        let ctx = ctx.clone();
        let job = wanted
            .then(|| DrawJob::start(move || ctx.request_repaint()))
            .flatten();
        Self {
            job,
            asked: Vec::new(),
            request: 0,
            newest: Vec::new(),
        }
    }

    /// True where draws are made.
    pub(super) const fn is_drawing(&self) -> bool {
        self.job.is_some()
    }

    /// Asks for the draws of all variants of `session` where any is new, and takes what has come.
    pub(super) fn follow(&mut self, session: &Session) {
        let Some(job) = &self.job else { return };
        let variants = session.variants().iter();
        let variants: Vec<Drawn> = variants
            .map(|variant| (variant.number(), Arc::clone(variant.assessment())))
            .collect();
        if !is_same(&self.asked, &variants) {
            self.request += 1;
            job.request(self.request, variants.clone(), session.project().seed);
            self.asked = variants;
        }
        if let Some(come) = job.poll() {
            self.newest = come.into_iter().map(Arc::new).collect();
        }
    }

    /// Shows draws that were reckoned elsewhere as those of the present figures.
    pub(super) fn show(&mut self, drawn: Vec<Uncertain>) {
        let with = |uncertain: Uncertain| Uncertain {
            revision: self.request,
            ..uncertain
        };
        self.newest = drawn.into_iter().map(with).map(Arc::new).collect();
    }

    /// The newest bands of `variant`, and whether they belong to older figures; those of another set of pathways are not
    /// shown.
    pub(super) fn newest(
        &self,
        variant: VariantNo,
        assessment: &Assessment,
    ) -> Option<(Arc<Uncertain>, bool)> {
        let newest = self.newest.iter().find(|drawn| drawn.variant == variant)?;
        let fits = newest.bands.pathways.len() == assessment.pathways.len();
        fits.then(|| (Arc::clone(newest), newest.revision != self.request))
    }
}

fn is_same(asked: &[Drawn], variants: &[Drawn]) -> bool {
    let same = |(a, b): (&Drawn, &Drawn)| a.0 == b.0 && Arc::ptr_eq(&a.1, &b.1);
    asked.len() == variants.len() && asked.iter().zip(variants).all(same)
}
