//! Edits of the exits of one stage.

use super::change::LinkEdit;
use super::shares::{self, Refusal};
use super::words::{same, stage_words};
use super::{EditError, stages};
use crate::model::{Link, Name, Pathway, Stage, StageId};
use crate::quantity::Share;

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
            let exits = shares::set(&stage.exits, to, *share);
            stage.exits = exits.map_err(|refusal| words_for(refusal, from, target))?;
        }
        LinkEdit::Remove => {
            let exits = shares::without(&stage.exits, to);
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
