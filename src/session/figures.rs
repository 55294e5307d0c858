//! Figures of a project and where they are reckoned: here, or in the background where that takes longer than a frame has.

use super::Assessed;
use super::assessed::{assessed, held};
use crate::data::Library;
use crate::explain::Matter;
use crate::explain::fit::Blocker;
use crate::job::{Come, Later, Newest, Patience};
use crate::model::{Project, VariantNo};
use std::sync::Arc;

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

    /// Finds which of them rest on the user's own and which shares on those of a new product: what pages ask for first.
    pub(super) fn mark_own(&self, library: &Library) {
        for variant in &self.variants {
            variant.own_marks(library);
        }
        self.in_hand.taken_over(library);
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

/// The workers for all that a session reckons.
#[derive(Debug)]
pub struct Background {
    pub(super) figures: Later<Figures>,
    pub(super) matter: Later<Arc<Matter>>,
    pub(super) blockers: Later<Arc<Vec<Blocker>>>,
    /// Lets go of what is no longer shown: of a large product that takes longer than a frame may.
    gone: Newest<()>,
}

impl Background {
    /// Starts them; a frame waits no longer than `patience` for all of them, and `wake` is called when something has come. None
    /// where the system gives no threads.
    pub fn start(patience: impl Into<Patience>, wake: impl Fn() + Clone + Send + 'static) -> Option<Self> {
        let patience = patience.into();
        Some(Self {
            figures: Later::start("figures", patience.clone(), wake.clone())?,
            matter: Later::start("factors", patience.clone(), wake.clone())?,
            blockers: Later::start("blockers", patience, wake)?,
            gone: Newest::start("gone", || {})?,
        })
    }

    /// Lets go of what is no longer shown.
    pub(super) fn let_go(&mut self, old: impl Send + 'static) {
        // Nothing is said of what went before.
        let _ = self.gone.poll();
        self.gone.ask(move || drop(old));
    }

    /// Asks for the figures of `project`.
    pub(super) fn ask(
        &mut self,
        project: Arc<Project>,
        revision: u64,
        library: &'static Library,
        before: Vec<Arc<Assessed>>,
    ) -> Come<Figures> {
        self.figures.ask(move || {
            let figures = Figures::of(&project, revision, library, &before);
            figures.mark_own(library);
            figures
        })
    }

    /// Lets go of what was asked so far.
    pub(super) const fn forget(&mut self) {
        self.figures.forget();
        self.matter.forget();
        self.blockers.forget();
    }
}
