//! Values before and after an edit of a pathway, its stages and exits.

use super::{maybe, named, nothing, place, renamed, said, share};
use crate::edit::change::{LinkEdit, PathwayEdit, StageEdit};
use crate::edit::words::stage_words;
use crate::model::{MaxLives, Name, Pathway, PathwayId, Project, Stage, StageId, StageKind};
use crate::text::{CommonMsg, PathwaysMsg, VariantMsg, number};

pub(super) fn of_pathway(change: &PathwayEdit, id: &PathwayId, project: &Project) -> Option<[Name; 2]> {
    let at = project.pathways.iter().position(|own| &own.id == id)?;
    let pathway = project.pathways.get(at)?;
    Some(match change {
        PathwayEdit::Rename(lang, typed) => renamed(&pathway.name, *lang, typed),
        PathwayEdit::Move(to) => [at, (*to).min(project.pathways.len() - 1)].map(place),
        PathwayEdit::SetBaseline => {
            [&project.baseline, id].map(|id| named(project, |names| names.pathway(id)))
        }
        PathwayEdit::SetMaxLives(lives) => [pathway.max_lives, *lives].map(lives_words),
        PathwayEdit::SetOwnWears(own) => {
            [pathway.own_wears, *own].map(|own| maybe(own, CommonMsg::DataSource))
        }
        PathwayEdit::Duplicate | PathwayEdit::Remove => return None,
    })
}

fn lives_words(lives: MaxLives) -> Name {
    match lives {
        MaxLives::Lives(most) => said(|_| most.to_string()),
        MaxLives::Unlimited => said(|lang| VariantMsg::NoCap.text(lang).to_owned()),
    }
}

pub(super) fn of_stage(
    change: &StageEdit,
    (pathway, id): (&PathwayId, &StageId),
    project: &Project,
) -> Option<[Name; 2]> {
    let pathway = project.pathway(pathway)?;
    let stage = pathway.stage(id)?;
    Some(match change {
        StageEdit::Rename(lang, typed) => renamed(&stage_words(stage), *lang, typed),
        StageEdit::SetPlace(place) => {
            [&stage.place, place].map(|place| named(project, |names| names.place(place)))
        }
        StageEdit::SetOwn(own) => [stage.own, *own].map(|own| maybe(own, CommonMsg::DataSource)),
        StageEdit::SetClosedShare(closed) => {
            let words = |closed: Option<crate::model::Estimate>| {
                closed.map_or_else(nothing, |closed| share(closed.value))
            };
            [stage.closed_share, *closed].map(words)
        }
        StageEdit::SetFallback(to) => [&stage.fallback, to].map(|to| target(pathway, to.as_ref())),
        StageEdit::SetResidue(to) => [&stage.residue, to].map(|to| target(pathway, to.as_ref())),
        StageEdit::SetRoute(route) => {
            let StageKind::Material(before) = &stage.kind else {
                return None;
            };
            [before, route].map(|route| named(project, |names| names.route(route)))
        }
        StageEdit::Remove | StageEdit::AddLink(_) => return None,
    })
}

/// The stage that something leads to, or that it leads nowhere yet.
fn target(pathway: &Pathway, to: Option<&StageId>) -> Name {
    match to {
        None => said(|lang| PathwaysMsg::Nowhere.text(lang).to_owned()),
        Some(to) => stage_named(pathway, to),
    }
}

fn stage_named(pathway: &Pathway, id: &StageId) -> Name {
    let known: Option<&Stage> = pathway.stage(id);
    known.map_or_else(|| Name::new(id.as_str(), id.as_str()), stage_words)
}

pub(super) fn of_link(
    change: &LinkEdit,
    (pathway, stage, to): (&PathwayId, &StageId, &StageId),
    project: &Project,
) -> Option<[Name; 2]> {
    let pathway = project.pathway(pathway)?;
    let links = &pathway.stage(stage)?.exits;
    let link = links.iter().find(|link| &link.to == to)?;
    Some(match change {
        LinkEdit::SetShare(new) => [link.share, *new].map(|of| share(of.get())),
        LinkEdit::SetRange(range) => [link.range, *range].map(|range| {
            range.map_or_else(nothing, |(low, high)| {
                said(|lang| number::share_range(low.get(), high.get(), lang))
            })
        }),
        LinkEdit::Reroute(other) => [to, other].map(|to| stage_named(pathway, to)),
        LinkEdit::SetPinned(_) | LinkEdit::Remove => return None,
    })
}
