//! A pack: a lesson with all that it is given with.

use super::{Lesson, Stop};
use crate::data::Library;
use crate::edit::{Edit, VariantEdit};
use crate::explain::advice::{Step, Try, step, tries};
use crate::model::{PathwayId, Project, VariantNo};
use crate::project_file::FactorSet;
use std::sync::Arc;

/// A lesson with its start projects, factor set and pictures.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// The lesson.
    pub lesson: Lesson,
    /// The start projects, the first one being that of stops that name none.
    pub starts: Vec<Start>,
    /// Own figures that hold in every start project.
    pub factor_set: Option<FactorSet>,
    /// Pictures.
    pub pictures: Vec<Picture>,
}

/// A project that a lesson begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// Its id in the pack.
    pub id: String,
    /// The sample project that it is, by its id; none for a project of the pack's own.
    pub preset: Option<String>,
    /// The project.
    pub project: Arc<Project>,
}

/// A picture of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its file name.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Pack {
    /// The start project with `id`; the first one where it is empty.
    pub fn start(&self, id: &str) -> Option<&Start> {
        let mut starts = self.starts.iter();
        if id.is_empty() {
            return starts.next();
        }
        starts.find(|start| start.id == id)
    }

    /// The project that groups and stops begin with: the start with `id`, the variant `variant` in hand, the pack's own
    /// figures in force. Moves and levers of the lesson are counted against it.
    pub fn project(&self, id: &str, variant: Option<VariantNo>) -> Option<Arc<Project>> {
        let mut project = Arc::clone(&self.start(id)?.project);
        if let Some(set) = &self.factor_set {
            let mut figures = project.overrides.clone();
            figures.extend(set.figures.clone());
            project = Arc::new(Edit::SetOverrides(figures).apply(&project).ok()?);
        }
        match variant {
            Some(number) if number != project.product.variant => {
                let in_hand = Edit::variant(number, VariantEdit::TakeInHand);
                Some(Arc::new(in_hand.apply(&project).ok()?))
            }
            _ => Some(project),
        }
    }

    /// The project of a stop, before its moves.
    pub fn project_of(&self, stop: &Stop) -> Option<Arc<Project>> {
        self.project(&stop.start, stop.variant)
    }

    /// What the prepared moves of `stop` come to on `pathway`: one edit on a copy that stands beside the original.
    pub fn step_of(&self, stop: &Stop, pathway: &PathwayId, library: &Library) -> Option<Step> {
        let project = self.project_of(stop)?;
        let moves = moves(&project, library, &stop.moves)?;
        step(&moves, &project, library, pathway).ok()
    }
}

/// The moves with `ids` in `project`; none where one of them is not there.
pub fn moves(project: &Project, library: &Library, ids: &[String]) -> Option<Vec<Try>> {
    let all = tries(project, library);
    ids.iter()
        .map(|id| all.iter().find(|known| &known.id == id).cloned())
        .collect()
}
