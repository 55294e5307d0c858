//! Edits of the stages of one pathway.
//!
//! Invariant: no exit, fallback or residue leads to a stage that an edit has removed.

use super::change::StageEdit;
use super::figure;
use super::links::Way;
use super::words::{about, stage_words};
use super::{EditError, links, shares};
use crate::model::{Estimate, Link, Pathway, Stage, StageId, StageKind};
use crate::quantity::{Quantity, Share};
use crate::text::StepMsg;

/// Adds stages at the end of `pathway`, and the exit that leads to them.
pub fn add(
    pathway: &mut Pathway,
    stages: &[Stage],
    entry: Option<&(StageId, Link)>,
) -> Result<(), EditError> {
    for stage in stages {
        if pathway.stage(&stage.id).is_some() {
            return Err(EditError::Twice(stage.id.clone()));
        }
        pathway.stages.push(stage.clone());
    }
    stages.iter().try_for_each(|stage| check_new(pathway, stage))?;
    let Some((from, link)) = entry else {
        return Ok(());
    };
    add_link(pathway, from, &link.to)?;
    let first = links::undecided(pathway).cloned();
    let stage = find(pathway, from)?;
    // Where all other exits are pinned the new one starts with nothing.
    if let Ok(exits) = shares::set_from(&stage.exits, &link.to, link.share, first.as_ref()) {
        stage.exits = exits;
    }
    if let Some(exit) = stage
        .exits
        .iter_mut()
        .find(|exit| exit.to == link.to && exit.share == link.share)
    {
        *exit = link.clone();
    }
    Ok(())
}

/// Refuses a stage that comes from elsewhere and does not fit into `pathway`.
pub fn check_new(pathway: &Pathway, stage: &Stage) -> Result<(), EditError> {
    if !stage.exits.is_empty() {
        check_has_exits(stage)?;
        if !shares::is_whole(&stage.exits) {
            return Err(EditError::ShareSum(stage_words(stage)));
        }
    }
    let targets = stage.exits.iter().map(|exit| &exit.to);
    for to in targets.chain(&stage.fallback).chain(&stage.residue) {
        if to != &stage.id {
            links::words_of(pathway, to)?;
        }
    }
    check_figures(stage)
}

fn check_figures(stage: &Stage) -> Result<(), EditError> {
    check_own(stage, stage.own)?;
    check_closed(stage, stage.closed_share)
}

fn check_own(stage: &Stage, own: Option<Estimate>) -> Result<(), EditError> {
    figure::check(own, stage.kind.own_quantity(), || {
        about(StepMsg::StageOwn, &stage_words(stage))
    })
}

fn check_closed(stage: &Stage, share: Option<Estimate>) -> Result<(), EditError> {
    figure::check(share, Quantity::Share, || {
        about(StepMsg::ClosedShare, &stage_words(stage))
    })
}

/// Refuses a stage that nothing whole leaves.
pub fn check_has_exits(stage: &Stage) -> Result<(), EditError> {
    if stage.kind.is_item() {
        Ok(())
    } else {
        Err(EditError::NoExits(stage_words(stage)))
    }
}

fn check_material(stage: &Stage) -> Result<(), EditError> {
    if matches!(stage.kind, StageKind::Material(_)) {
        Ok(())
    } else {
        Err(EditError::NotMaterial(stage_words(stage)))
    }
}

/// The stage with `id`, to be changed.
pub fn find<'a>(pathway: &'a mut Pathway, id: &StageId) -> Result<&'a mut Stage, EditError> {
    let name = &pathway.name;
    let stage = pathway.stages.iter_mut().find(|stage| &stage.id == id);
    stage.ok_or_else(|| EditError::NoStage {
        pathway: name.clone(),
        stage: id.clone(),
    })
}

/// Changes one stage.
pub fn change(pathway: &mut Pathway, id: &StageId, change: &StageEdit) -> Result<(), EditError> {
    match change {
        StageEdit::Remove => return remove(pathway, id),
        StageEdit::AddLink(to) => return add_link(pathway, id, to),
        StageEdit::SetFallback(Some(to)) => allowed(pathway, id, to, Way::Fallback)?,
        StageEdit::SetResidue(Some(to)) => {
            check_material(find(pathway, id)?)?;
            allowed(pathway, id, to, Way::Residue)?;
        }
        _ => {}
    }
    set(find(pathway, id)?, change)
}

fn allowed(pathway: &Pathway, from: &StageId, to: &StageId, way: Way) -> Result<(), EditError> {
    links::refusal(pathway, from, to, way).map_or(Ok(()), Err)
}

fn set(stage: &mut Stage, change: &StageEdit) -> Result<(), EditError> {
    match change {
        StageEdit::Rename(lang, text) => stage.name = stage.name.with(*lang, text),
        StageEdit::SetPlace(place) => stage.place = place.clone(),
        StageEdit::SetOwn(own) => {
            if !stage.kind.is_use() && !stage.kind.is_return() {
                return Err(EditError::NoOwn(stage_words(stage)));
            }
            check_own(stage, *own)?;
            stage.own = *own;
        }
        StageEdit::SetClosedShare(share) => {
            check_material(stage)?;
            check_closed(stage, *share)?;
            stage.closed_share = *share;
        }
        StageEdit::SetFallback(to) => stage.fallback.clone_from(to),
        StageEdit::SetResidue(to) => {
            check_material(stage)?;
            stage.residue.clone_from(to);
        }
        StageEdit::SetRoute(route) => {
            check_material(stage)?;
            stage.kind = StageKind::Material(route.clone());
        }
        StageEdit::Remove | StageEdit::AddLink(_) => {}
    }
    Ok(())
}

fn remove(pathway: &mut Pathway, id: &StageId) -> Result<(), EditError> {
    let removed = links::words_of(pathway, id)?;
    if &pathway.start == id {
        return Err(EditError::Start(removed));
    }
    pathway.stages.retain(|stage| &stage.id != id);
    let first = links::undecided(pathway).cloned();
    for stage in &mut pathway.stages {
        if stage.exits.iter().any(|exit| &exit.to == id) {
            stage.exits =
                shares::without(&stage.exits, id, first.as_ref()).ok_or_else(|| EditError::OnlyExit {
                    from: stage_words(stage),
                    to: removed.clone(),
                })?;
        }
        stage.fallback.take_if(|to| to == id);
        stage.residue.take_if(|to| to == id);
    }
    Ok(())
}

fn add_link(pathway: &mut Pathway, id: &StageId, to: &StageId) -> Result<(), EditError> {
    allowed(pathway, id, to, Way::Exit)?;
    let stage = find(pathway, id)?;
    let share = if stage.exits.is_empty() {
        Share::ONE
    } else {
        Share::ZERO
    };
    stage.exits.push(Link {
        to: to.clone(),
        share,
        range: None,
        basis: None,
        pinned: false,
    });
    Ok(())
}
