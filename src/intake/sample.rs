//! The sample whose volume and places a new product gets, the pathways that fit it, and what still stands as it was taken over.

use super::DEFAULT_PATHWAYS;
use crate::compose::Composer;
use crate::data::Library;
use crate::model::{Column, Pathway, PathwayId, Project, Stage, StageId};
use crate::presets;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The most columns of a comparison.
const COMPARED: usize = 4;

/// The sample [`DEFAULT_PATHWAYS`]; an empty project, with an error in the log, if it does not read (a test forbids that).
pub fn sample() -> &'static Project {
    static SAMPLE: OnceLock<Project> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let read = presets::get(DEFAULT_PATHWAYS).map(presets::Preset::project);
        match read {
            Some(Ok(project)) => project,
            Some(Err(error)) => {
                log::error!("{}", error.text(crate::text::Lang::En));
                Project::nameless()
            }
            None => Project::nameless(),
        }
    })
}

/// `project` with the pathways that fit its product: the first is the baseline, up to four are compared.
pub(super) fn fitted(project: Project, library: &Library) -> Project {
    let pathways = Composer::new(&project, library).offered();
    let column = |pathway: &Pathway| Column::new(project.product.variant, pathway.id.clone());
    let compared = pathways.iter().take(COMPARED).map(column).collect();
    let baseline = pathways.first().map(|pathway| pathway.id.clone());
    Project {
        baseline: baseline.unwrap_or_default(),
        compared,
        pathways,
        ..project
    }
}

/// Of each pathway the stages whose shares are still those that a new product begins with.
pub type TakenOver = BTreeMap<PathwayId, BTreeSet<StageId>>;

/// The same of all pathways of `project`.
pub fn all_taken_over(project: &Project, library: &Library) -> TakenOver {
    let composer = Composer::new(project, library);
    let of = |pathway: &Pathway| {
        let stages = taken_over_by(&composer, pathway);
        (
            pathway.id.clone(),
            stages.into_iter().map(|stage| stage.id.clone()).collect(),
        )
    };
    project.pathways.iter().map(of).collect()
}

/// The stages of `pathway` whose shares are still those that a new product begins with.
pub fn taken_over<'a>(project: &Project, library: &Library, pathway: &'a Pathway) -> Vec<&'a Stage> {
    taken_over_by(&Composer::new(project, library), pathway)
}

fn taken_over_by<'a>(composer: &Composer<'_>, pathway: &'a Pathway) -> Vec<&'a Stage> {
    let offered = composer.offer(&pathway.id);
    let is_so = |stage: &&Stage| {
        let there = offered.as_ref().and_then(|offered| offered.stage(&stage.id));
        there.is_some_and(|there| there.exits == stage.exits)
    };
    pathway.stages.iter().filter(is_so).collect()
}
