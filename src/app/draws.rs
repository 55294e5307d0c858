//! Draws of the open project: asked for after every change, shown dimmed until the new ones have come.

use crate::assess::Assessment;
use crate::job::{DrawJob, Uncertain};
use egui::Context;
use std::sync::Arc;

/// The background draws of the window.
#[derive(Debug)]
pub(super) struct Draws {
    job: Option<DrawJob>,
    /// The figures that were last asked for.
    asked: Option<Arc<Assessment>>,
    /// The number of that request.
    request: u64,
    newest: Option<Arc<Uncertain>>,
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
            asked: None,
            request: 0,
            newest: None,
        }
    }

    /// Asks for the draws of `assessment` where it is new, and takes what has come.
    pub(super) fn follow(&mut self, assessment: &Arc<Assessment>, seed: u64) {
        let Some(job) = &self.job else { return };
        if !self
            .asked
            .as_ref()
            .is_some_and(|asked| Arc::ptr_eq(asked, assessment))
        {
            self.request += 1;
            job.request(self.request, Arc::clone(assessment), seed);
            self.asked = Some(Arc::clone(assessment));
        }
        if let Some(come) = job.poll() {
            self.newest = Some(Arc::new(come));
        }
    }

    /// The newest bands, and whether they belong to older figures; those of another set of pathways are not shown.
    pub(super) fn newest(&self, assessment: &Assessment) -> Option<(Arc<Uncertain>, bool)> {
        let newest = self.newest.as_ref()?;
        let fits = newest.bands.pathways.len() == assessment.pathways.len();
        fits.then(|| (Arc::clone(newest), newest.revision != self.request))
    }
}
