//! Edits of the list of pathways: adding, removing, order, baseline and what is compared.
//!
//! Invariant: the baseline and the compared pathways are pathways of the project.

use super::change::PathwayEdit;
use super::stages::check_new;
use super::variants::{MOST_COMPARED, fill_comparison};
use super::words::{about, copy_words};
use super::{EditError, figure, slug};
use crate::model::{Column, MaxLives, Pathway, PathwayId, Project, StageId};
use crate::quantity::Quantity;
use crate::text::StepMsg;
use std::collections::BTreeSet;

/// The pathway with `id`, to be changed.
pub fn find<'a>(project: &'a mut Project, id: &PathwayId) -> Result<&'a mut Pathway, EditError> {
    let pathway = project.pathways.iter_mut().find(|pathway| &pathway.id == id);
    pathway.ok_or_else(|| EditError::NoPathway(id.clone()))
}

fn index_of(project: &Project, id: &PathwayId) -> Result<usize, EditError> {
    let at = project.pathways.iter().position(|pathway| &pathway.id == id);
    at.ok_or_else(|| EditError::NoPathway(id.clone()))
}

/// The id that a new pathway gets where `wanted` is asked for.
pub fn free_pathway_id(project: &Project, wanted: &str) -> PathwayId {
    free_id(project, wanted, "")
}

fn free_id(project: &Project, wanted: &str, name: &str) -> PathwayId {
    let taken = |id: &str| project.pathways.iter().any(|pathway| pathway.id.as_str() == id);
    slug::unique(wanted, name, "pathway", taken).into()
}

/// Adds a pathway at the end.
pub fn add(project: &mut Project, pathway: &Pathway) -> Result<(), EditError> {
    let mut pathway = pathway.clone();
    check_pathway(&pathway)?;
    pathway.id = free_id(project, pathway.id.as_str(), &pathway.name.en);
    insert(project, project.pathways.len(), pathway);
    Ok(())
}

fn check_pathway(pathway: &Pathway) -> Result<(), EditError> {
    check_lives(pathway, pathway.max_lives)?;
    let mut ids: BTreeSet<&StageId> = BTreeSet::new();
    for stage in &pathway.stages {
        if !ids.insert(&stage.id) {
            return Err(EditError::Twice(stage.id.clone()));
        }
    }
    if !ids.contains(&pathway.start) {
        return Err(EditError::NoStage {
            pathway: pathway.name.clone(),
            stage: pathway.start.clone(),
        });
    }
    pathway
        .stages
        .iter()
        .try_for_each(|stage| check_new(pathway, stage))
}

fn insert(project: &mut Project, at: usize, pathway: Pathway) {
    if project.compared.len() < MOST_COMPARED {
        let column = Column::new(project.product.variant, pathway.id.clone());
        project.compared.push(column);
    }
    project.pathways.insert(at, pathway);
}

/// Changes one pathway.
pub fn change(project: &mut Project, id: &PathwayId, change: &PathwayEdit) -> Result<(), EditError> {
    match change {
        PathwayEdit::Rename(lang, text) => {
            let pathway = find(project, id)?;
            pathway.name = pathway.name.with(*lang, text);
        }
        PathwayEdit::Duplicate => {
            let at = index_of(project, id)?;
            let mut copy = find(project, id)?.clone();
            copy.id = free_id(project, id.as_str(), "");
            copy.name = copy_words(&copy.name);
            insert(project, at + 1, copy);
        }
        PathwayEdit::Remove => remove(project, id)?,
        PathwayEdit::Move(to) => {
            let at = index_of(project, id)?;
            let pathway = project.pathways.remove(at);
            project
                .pathways
                .insert((*to).min(project.pathways.len()), pathway);
        }
        PathwayEdit::SetBaseline => {
            index_of(project, id)?;
            project.baseline = id.clone();
        }
        PathwayEdit::SetMaxLives(lives) => {
            let pathway = find(project, id)?;
            check_lives(pathway, *lives)?;
            pathway.max_lives = *lives;
        }
        PathwayEdit::SetOwnWears(own) => {
            let pathway = find(project, id)?;
            if !pathway.is_hired() {
                return Err(EditError::NotHired(pathway.name.clone()));
            }
            let named = || about(StepMsg::OwnWears, &pathway.name);
            figure::check(*own, Quantity::Wears, named)?;
            pathway.own_wears = *own;
        }
    }
    Ok(())
}

fn check_lives(pathway: &Pathway, lives: MaxLives) -> Result<(), EditError> {
    if lives == MaxLives::Lives(0) {
        Err(EditError::Lives(pathway.name.clone()))
    } else {
        Ok(())
    }
}

/// Takes a pathway out; the first that is left takes over as baseline and fills the comparison up to two.
fn remove(project: &mut Project, id: &PathwayId) -> Result<(), EditError> {
    let at = index_of(project, id)?;
    if project.pathways.len() == 1 {
        return Err(EditError::OnlyPathway(find(project, id)?.name.clone()));
    }
    project.pathways.remove(at);
    if let Some(first) = project.pathways.first()
        && &project.baseline == id
    {
        project.baseline = first.id.clone();
    }
    project.compared.retain(|column| &column.pathway != id);
    fill_comparison(project);
    Ok(())
}
