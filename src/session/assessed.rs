//! Figures of the variants: of the one in hand and of those compared, each reckoned once for as long as nothing that it
//! rests on changes.

use crate::assess::{Assessment, assess};
use crate::data::Library;
use crate::explain::{OwnMarks, own_marks};
use crate::intake::{TakenOver, all_taken_over};
use crate::model::{Project, VariantNo};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// One variant with its figures.
#[derive(Debug)]
pub struct Assessed {
    /// The project with this variant in hand, alone.
    project: Project,
    assessment: Arc<Assessment>,
    own: OnceLock<Arc<OwnMarks>>,
    taken: OnceLock<Arc<TakenOver>>,
}

impl Assessed {
    pub(super) fn of(project: Project, library: &Library) -> Self {
        Self {
            assessment: Arc::new(assess(&project, library)),
            project,
            own: OnceLock::new(),
            taken: OnceLock::new(),
        }
    }

    /// The variant.
    pub const fn number(&self) -> VariantNo {
        self.project.product.variant
    }

    /// The project with this variant in hand, alone.
    pub const fn project(&self) -> &Project {
        &self.project
    }

    /// Its figures.
    pub const fn assessment(&self) -> &Arc<Assessment> {
        &self.assessment
    }

    /// Which of them rest on the user's own; computed when it is first asked for.
    pub fn own_marks(&self, library: &Library) -> &Arc<OwnMarks> {
        let marks = || own_marks(&self.project, library, &self.assessment);
        self.own.get_or_init(|| Arc::new(marks()))
    }

    /// Whose shares are still those that a new product begins with; computed when it is first asked for.
    pub fn taken_over(&self, library: &Library) -> &Arc<TakenOver> {
        let taken = || all_taken_over(&self.project, library);
        self.taken.get_or_init(|| Arc::new(taken()))
    }
}

/// The variants of `project` that need figures, each alone, in the order of their numbers.
fn needed(project: &Project) -> impl Iterator<Item = Project> {
    let compared = project.compared.iter().map(|column| column.variant);
    let needed: BTreeSet<VariantNo> = compared.chain([project.product.variant]).collect();
    needed.into_iter().filter_map(|number| project.alone(number))
}

/// The figures of `alone` among those of `before`.
fn known(alone: &Project, before: &[Arc<Assessed>]) -> Option<Arc<Assessed>> {
    before
        .iter()
        .find(|before| &before.project == alone)
        .map(Arc::clone)
}

/// The variants of `project` that need figures, in the order of their numbers; what has not changed since `before` is
/// taken from there.
pub(super) fn assessed(project: &Project, library: &Library, before: &[Arc<Assessed>]) -> Vec<Arc<Assessed>> {
    let reckon =
        |alone: Project| known(&alone, before).unwrap_or_else(|| Arc::new(Assessed::of(alone, library)));
    needed(project).map(reckon).collect()
}

/// The same, where nothing has changed since `before`.
pub(super) fn held(project: &Project, before: &[Arc<Assessed>]) -> Option<Vec<Arc<Assessed>>> {
    needed(project).map(|alone| known(&alone, before)).collect()
}
