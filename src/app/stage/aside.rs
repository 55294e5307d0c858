//! What a stop shows that is not in hand: another start of the lesson, or a variant that is not compared.

use crate::assess::{Assessment, assess};
use crate::data::Library;
use crate::job::{Uncertain, uncertain};
use crate::lesson::Stop;
use crate::model::{Project, VariantNo};
use std::sync::Arc;

/// Draws behind its bands: enough for a board.
const DRAWS: u64 = 500;

/// A project beside the one in hand.
#[derive(Debug)]
pub(super) struct Aside {
    start: String,
    variant: Option<VariantNo>,
    pub(super) project: Arc<Project>,
    pub(super) assessment: Arc<Assessment>,
    /// Its bands, where draws are made.
    pub(super) drawn: Option<Uncertain>,
}

impl Aside {
    /// What `stop` shows: `project`, reckoned here.
    pub(super) fn of(stop: &Stop, project: Arc<Project>, draws: bool) -> Self {
        let assessment = Arc::new(assess(&project, Library::builtin()));
        let drawn = draws.then(|| {
            let variant = project.product.variant;
            uncertain((variant, &assessment), project.seed, DRAWS, &|| false)
        });
        Self {
            start: stop.start.clone(),
            variant: stop.variant,
            project,
            assessment,
            drawn,
        }
    }

    /// True where it is what `stop` shows.
    pub(super) fn is_of(&self, stop: &Stop) -> bool {
        self.start == stop.start && self.variant == stop.variant
    }
}
