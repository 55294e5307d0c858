//! Edits of the exits of one stage.

use super::change::LinkEdit;
use super::shares::{self, Refusal};
use super::words::{same, stage_words};
use super::{EditError, stages};
use crate::model::{EndKind, Link, Name, Pathway, Stage, StageId, StageKind};
use crate::quantity::Share;

/// In which way one stage leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By an exit with a share.
    Exit,
    /// As what takes the rest: a last life, or refused mass.
    Fallback,
    /// As what takes residue and trims.
    Residue,
}

/// Why `from` cannot lead to `to` in this way; none where it can.
pub fn refusal(pathway: &Pathway, from: &StageId, to: &StageId, way: Way) -> Option<EditError> {
    let leads = |stage: &Stage, target: &Stage| match (way, &stage.kind) {
        (Way::Exit, kind) => check_exit(stage, target, kind),
        (Way::Fallback, StageKind::Material(_)) if target.kind.is_item() => {
            Err(EditError::TakenApart(stage_words(stage), stage_words(target)))
        }
        (Way::Fallback, StageKind::Material(_)) if comes_back(pathway, target, from) => {
            Err(EditError::Circle(stage_words(stage), stage_words(target)))
        }
        (Way::Residue, _) if !matches!(target.kind, StageKind::End(_)) => {
            Err(EditError::ResidueEnds(stage_words(stage), stage_words(target)))
        }
        _ if from == to => Err(EditError::ToItself(stage_words(stage))),
        _ => Ok(()),
    };
    let (Some(stage), Some(target)) = (pathway.stage(from), pathway.stage(to)) else {
        return words_of(pathway, from).and_then(|_| words_of(pathway, to)).err();
    };
    leads(stage, target).err()
}

fn check_exit(stage: &Stage, target: &Stage, kind: &StageKind) -> Result<(), EditError> {
    if matches!(kind, StageKind::End(_)) {
        return Err(EditError::EndStays(stage_words(stage)));
    }
    stages::check_has_exits(stage)?;
    if stage.id == target.id {
        return Err(EditError::ExitToItself(stage_words(stage)));
    }
    if stage.exits.iter().any(|exit| exit.to == target.id) {
        return Err(EditError::LinkExists {
            from: stage_words(stage),
            to: stage_words(target),
        });
    }
    Ok(())
}

/// True where refused mass that is sent to `target` gets to `from`.
fn comes_back(pathway: &Pathway, target: &Stage, from: &StageId) -> bool {
    let mut at = Some(target);
    for _ in 0..=pathway.stages.len() {
        let Some(stage) = at else { return false };
        if &stage.id == from {
            return true;
        }
        let next = matches!(stage.kind, StageKind::Material(_)).then_some(stage.fallback.as_ref());
        at = next.flatten().and_then(|next| pathway.stage(next));
    }
    true
}

/// The end that stands for what has not been said yet; in older pathways that of litter and unknown.
pub fn undecided(pathway: &Pathway) -> Option<&StageId> {
    let of = |kind: EndKind| {
        let stage = pathway
            .stages
            .iter()
            .find(|stage| stage.kind == StageKind::End(kind));
        stage.map(|stage| &stage.id)
    };
    of(EndKind::Undecided).or_else(|| of(EndKind::Litter))
}

/// What the stage with `id` is called.
pub fn words_of(pathway: &Pathway, id: &StageId) -> Result<Name, EditError> {
    pathway
        .stage(id)
        .map(stage_words)
        .ok_or_else(|| EditError::NoStage {
            pathway: pathway.name.clone(),
            stage: id.clone(),
        })
}

/// Changes the exit of the stage `id` that leads to `to`.
pub fn change(pathway: &mut Pathway, id: &StageId, to: &StageId, change: &LinkEdit) -> Result<(), EditError> {
    // An exit that leads nowhere can come from a file; it must stay possible to remove it.
    let target = words_of(pathway, to).unwrap_or_else(|_| same(to.as_str()));
    if let LinkEdit::Reroute(other) = change
        && let Some(refused) = refusal(pathway, id, other, Way::Exit)
    {
        return Err(refused);
    }
    let first = undecided(pathway).cloned();
    let stage = stages::find(pathway, id)?;
    let from = stage_words(stage);
    let link = find(stage, to).ok_or_else(|| EditError::NoLink {
        from: from.clone(),
        to: target.clone(),
    })?;
    match change {
        LinkEdit::SetPinned(pinned) => link.pinned = *pinned,
        LinkEdit::SetRange(range) => {
            if !holds(*range, link.share) {
                return Err(EditError::Range { from, to: target });
            }
            link.range = *range;
        }
        LinkEdit::SetShare(share) => {
            let exits = shares::set_from(&stage.exits, to, *share, first.as_ref());
            stage.exits = exits.map_err(|refusal| words_for(refusal, from, target))?;
        }
        LinkEdit::Reroute(other) => {
            link.to = other.clone();
            link.range = None;
            link.basis = None;
        }
        LinkEdit::Remove => {
            let exits = shares::without(&stage.exits, to, first.as_ref());
            stage.exits = exits.ok_or(EditError::OnlyExit { from, to: target })?;
        }
    }
    Ok(())
}

fn find<'a>(stage: &'a mut Stage, to: &StageId) -> Option<&'a mut Link> {
    stage.exits.iter_mut().find(|exit| &exit.to == to)
}

fn holds(range: Option<(Share, Share)>, share: Share) -> bool {
    range.is_none_or(|(low, high)| {
        low.get() - shares::WHOLE <= share.get() && share.get() <= high.get() + shares::WHOLE
    })
}

fn words_for(refusal: Refusal, from: Name, to: Name) -> EditError {
    match refusal {
        Refusal::Missing => EditError::NoLink { from, to },
        Refusal::Only => EditError::OnlyExit { from, to },
        Refusal::Pinned => EditError::Pinned(from),
    }
}
