//! Figures of a project and where they are reckoned: here, or in the background where that takes longer than a frame has.

use super::Assessed;
use super::assessed::{assessed, held};
use crate::data::Library;
use crate::job::{Come, Newest};
use crate::model::{Project, VariantNo};
use std::sync::Arc;
use std::time::Duration;

/// Figures of one revision.
#[derive(Debug, Clone)]
pub(super) struct Figures {
    /// The revision that they belong to.
    pub revision: u64,
    /// The variant in hand.
    pub in_hand: Arc<Assessed>,
    /// It and the other variants that are compared, in the order of their numbers.
    pub variants: Vec<Arc<Assessed>>,
}

impl Figures {
    /// Reckons those of `project`; what has not changed since `before` is taken from there.
    pub(super) fn of(
        project: &Project,
        revision: u64,
        library: &'static Library,
        before: &[Arc<Assessed>],
    ) -> Self {
        let variants = assessed(project, library, before);
        Self {
            revision,
            in_hand: in_hand(project, library, &variants),
            variants,
        }
    }

    /// Those of `project` where all of them are among `before`.
    pub(super) fn held(project: &Project, revision: u64, before: &[Arc<Assessed>]) -> Option<Self> {
        let variants = held(project, before)?;
        let of_hand = |variant: &&Arc<Assessed>| variant.number() == project.product.variant;
        let in_hand = variants.iter().find(of_hand).map(Arc::clone)?;
        Some(Self {
            revision,
            in_hand,
            variants,
        })
    }
}

/// The variant in hand among `variants`, where it always is.
fn in_hand(project: &Project, library: &'static Library, variants: &[Arc<Assessed>]) -> Arc<Assessed> {
    let number: VariantNo = project.product.variant;
    let found = variants.iter().find(|variant| variant.number() == number);
    found.map_or_else(|| Arc::new(Assessed::of(project.clone(), library)), Arc::clone)
}

/// A worker that reckons figures, and how long a frame may wait for it.
#[derive(Debug)]
pub struct Background {
    worker: Newest<Figures>,
    patience: Duration,
}

impl Background {
    /// Starts the worker; `wake` is called when figures have come. None where the system gives no thread.
    pub fn start(patience: Duration, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let worker = Newest::start("figures", wake)?;
        Some(Self { worker, patience })
    }

    /// Asks for the figures of `project`, and waits for them as long as a frame may; not at all where the worker still
    /// reckons what was asked before.
    pub(super) fn ask(
        &mut self,
        project: Arc<Project>,
        revision: u64,
        library: &'static Library,
        before: Vec<Arc<Assessed>>,
    ) -> Come<Figures> {
        let is_idle = !self.worker.is_busy();
        self.worker.ask(move || {
            let figures = Figures::of(&project, revision, library, &before);
            // What every page asks for first.
            for variant in &figures.variants {
                variant.own_marks(library);
            }
            figures
        });
        if is_idle {
            self.worker.wait(self.patience)
        } else {
            self.worker.poll()
        }
    }

    /// Lets go of what was asked so far.
    pub(super) const fn forget(&mut self) {
        self.worker.forget();
    }

    /// What has come.
    pub(super) fn poll(&mut self) -> Come<Figures> {
        self.worker.poll()
    }
}
