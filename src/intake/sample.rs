//! The sample whose pathways a new product gets, and what of it still stands as it was taken over.

use super::DEFAULT_PATHWAYS;
use crate::model::{Pathway, Project, Stage};
use crate::presets;
use std::sync::OnceLock;

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

/// True where the shares of `stage` are still those of the sample's pathway of the same id.
pub fn is_taken_over(pathway: &Pathway, stage: &Stage) -> bool {
    let there = sample().pathway(&pathway.id);
    let there = there.and_then(|pathway| pathway.stage(&stage.id));
    there.is_some_and(|there| there.exits == stage.exits)
}
