//! Acts on a pathway: what has to be edited, or why it cannot be done.

use super::cannot::Cannot;
use super::tries::{Ground, Subject};
use crate::compose::{Addition, Composer};
use crate::data::{Act, Library, RouteClass, ShareTo, StagePreset};
use crate::edit::{Edit, LinkEdit, StageEdit, free_pathway_id};
use crate::model::{FactorId, Link, Name, Pathway, PathwayId, RouteId, Stage, StageKind};
use crate::quantity::Share;

/// Room for rounding in shares.
const ROUNDING: f64 = 1e-9;

/// What an act on a pathway comes to: its edits, and the pathway that they lead to.
pub(super) type Made = (Vec<Edit>, PathwayId);

/// The edits of `act` on `pathway`.
pub(super) fn edits(
    ground: &Ground<'_>,
    row: &str,
    act: &Act,
    subject: &Subject,
    pathway: &Pathway,
) -> Result<Made, Cannot> {
    let here = |edits: Vec<Edit>| (edits, pathway.id.clone());
    match act {
        Act::ShareUp { from, to, .. } => {
            share_up(ground, pathway, from, to, act.factor(row).as_ref()).map(here)
        }
        Act::AddStage { preset, from, .. } => {
            add_stage(ground, pathway, (preset, from), act.factor(row).as_ref(), subject).map(here)
        }
        Act::BestRoute => best_route(ground.library, pathway, subject).map(here),
        Act::OtherPathway(preset) => other_pathway(ground, pathway, preset),
        _ => Ok(here(Vec::new())),
    }
}

/// The first stage of one of these kinds.
fn stage_of<'p>(pathway: &'p Pathway, kinds: &[impl AsRef<str>]) -> Option<&'p Stage> {
    let is_it = |stage: &&Stage| match &stage.kind {
        StageKind::Item(item) => kinds.iter().any(|kind| kind.as_ref() == item.id.as_str()),
        _ => false,
    };
    pathway.stages.iter().find(is_it)
}

fn no_stage(library: &Library, kinds: &[impl AsRef<str>]) -> Cannot {
    Cannot::NoStage(
        kinds
            .first()
            .map(|kind| kind_name(library, kind.as_ref()))
            .unwrap_or_default(),
    )
}

fn kind_name(library: &Library, kind: &str) -> Name {
    let row = library.stage_kinds.iter().find(|row| row.id.as_str() == kind);
    row.map_or_else(|| Name::new(kind, kind), |row| row.name.clone())
}

/// What a stage is called: its own name, that of its route, or what happens there.
fn stage_words(library: &Library, stage: &Stage) -> Name {
    if stage.name != Name::default() {
        return stage.name.clone();
    }
    match &stage.kind {
        StageKind::Material(route) => library
            .route(route)
            .map(|route| route.name.clone())
            .unwrap_or_default(),
        kind => crate::text::names::stage_kind(kind, library),
    }
}

/// True where the stage makes fibre again.
pub(super) fn is_same_grade(library: &Library, kind: &StageKind) -> bool {
    let StageKind::Material(route) = kind else {
        return false;
    };
    let class = library.route(route).map(|route| route.class);
    class == Some(RouteClass::FibreToFibre)
}

/// The exits of `stage` whose target is as wanted.
fn exits_to<'p>(
    pathway: &'p Pathway,
    stage: &'p Stage,
    wanted: impl Fn(&StageKind) -> bool,
) -> Vec<&'p Link> {
    let leads = |link: &&Link| pathway.stage(&link.to).is_some_and(|to| wanted(&to.kind));
    stage.exits.iter().filter(leads).collect()
}

fn share_up(
    ground: &Ground<'_>,
    pathway: &Pathway,
    from: &str,
    to: &ShareTo,
    factor: Option<&FactorId>,
) -> Result<Vec<Edit>, Cannot> {
    let library = ground.library;
    let stage = stage_of(pathway, &[from]).ok_or_else(|| no_stage(library, &[from]))?;
    let wanted = |kind: &StageKind| match to {
        ShareTo::Kind(id) => kind.is_kind(&id.as_str().into()),
        ShareTo::SameGrade => is_same_grade(library, kind),
    };
    let exits = exits_to(pathway, stage, wanted);
    let sum: f64 = exits.iter().map(|link| link.share.get()).sum();
    let to_name = match to {
        ShareTo::Kind(id) => Some(kind_name(library, id)),
        ShareTo::SameGrade => None,
    };
    let most = exits
        .iter()
        .max_by(|a, b| a.share.get().total_cmp(&b.share.get()))
        .ok_or_else(|| Cannot::NoExit(stage_words(library, stage), to_name))?;
    let target = factor.map_or(0.0, |id| ground.value(id.as_str()));
    if sum >= target - ROUNDING {
        return Err(Cannot::ShareAlready(sum));
    }
    let next = Share::clamped(target - sum + most.share.get());
    let set = |change| Edit::link(&pathway.id, &stage.id, &most.to, change);
    let mut edits = vec![set(LinkEdit::SetShare(next))];
    let range = factor.and_then(|id| ground.range(id.as_str()));
    // The range of the library holds for the whole share; where other exits have part of it, none is known.
    if let Some(range) = range.filter(|_| exits.len() == 1) {
        edits.push(set(LinkEdit::SetRange(Some(range))));
    }
    Ok(edits)
}

fn add_stage(
    ground: &Ground<'_>,
    pathway: &Pathway,
    (preset, from): (&str, &[String]),
    factor: Option<&FactorId>,
    subject: &Subject,
) -> Result<Vec<Edit>, Cannot> {
    let library = ground.library;
    let from = stage_of(pathway, from).ok_or_else(|| no_stage(library, from))?;
    let preset = library
        .stage_preset(preset)
        .ok_or_else(|| Cannot::NoStage(Name::new(preset, preset)))?;
    let share = factor.map_or(0.0, |id| ground.value(id.as_str()));
    let is_there = |kind: &StageKind| match subject {
        Subject::Route(route) => matches!(kind, StageKind::Material(used) if used == route),
        _ => preset.kind.is(kind),
    };
    let there = exits_to(pathway, from, is_there);
    let sum: f64 = there.iter().map(|link| link.share.get()).sum();
    if let Some(link) = there.first().filter(|_| sum >= share - ROUNDING) {
        let stage = pathway.stage(&link.to);
        let stage = stage.map(|stage| stage_words(library, stage)).unwrap_or_default();
        return Err(Cannot::ThereAlready(stage, sum));
    }
    let addition = addition(ground, pathway, preset, from, subject);
    let entry = addition.entry.map(|(from, link)| {
        let value = Share::clamped(share);
        let range = factor.and_then(|id| ground.range(id.as_str()));
        let link = Link {
            share: value,
            range: range
                .or(link.range)
                .filter(|(low, high)| *low <= value && value <= *high),
            basis: factor.cloned(),
            ..link
        };
        Box::new((from, link))
    });
    Ok(vec![Edit::AddStages {
        pathway: pathway.id.clone(),
        stages: addition.stages,
        entry,
    }])
}

fn addition(
    ground: &Ground<'_>,
    pathway: &Pathway,
    preset: &StagePreset,
    from: &Stage,
    subject: &Subject,
) -> Addition {
    let composer = Composer::new(ground.project, ground.library);
    let Addition { mut stages, entry } = composer.addition(pathway, preset, Some(from));
    if let (Subject::Route(route), Some(first)) = (subject, stages.first_mut()) {
        first.kind = StageKind::Material(route.clone());
    }
    Addition { stages, entry }
}

/// The stage of `pathway` that makes fibre again and gets most: where whole garments come to it.
fn recycling<'p>(library: &Library, pathway: &'p Pathway) -> Option<&'p Stage> {
    let reached = |stage: &Stage| -> f64 {
        let exits = pathway.stages.iter().flat_map(|stage| &stage.exits);
        exits
            .filter(|link| link.to == stage.id)
            .map(|link| link.share.get())
            .sum()
    };
    let all = pathway
        .stages
        .iter()
        .filter(|stage| is_same_grade(library, &stage.kind));
    let all = all.filter(|stage| reached(stage) > 0.0);
    all.max_by(|a, b| reached(a).total_cmp(&reached(b)))
}

fn best_route(library: &Library, pathway: &Pathway, subject: &Subject) -> Result<Vec<Edit>, Cannot> {
    let stage = recycling(library, pathway).ok_or(Cannot::NoRecycling)?;
    let Subject::Route(route) = subject else {
        return Err(Cannot::NoRecycling);
    };
    let is_used = |stage: &Stage| matches!(&stage.kind, StageKind::Material(used) if used == route);
    if pathway.stages.iter().any(is_used) {
        return Err(Cannot::RouteAlready(route.clone()));
    }
    let change = StageEdit::SetRoute(route.clone());
    Ok(vec![Edit::stage(&pathway.id, &stage.id, change)])
}

fn other_pathway(ground: &Ground<'_>, pathway: &Pathway, preset: &str) -> Result<Made, Cannot> {
    if pathway.is_hired() {
        return Err(Cannot::HiredAlready);
    }
    if !pathway
        .stage(&pathway.start)
        .is_some_and(|start| start.kind.is_use())
    {
        return Err(Cannot::StartsElse);
    }
    // The other pathway ends in sorting: beside one that sorts nothing it would change what becomes of waste as well.
    if stage_of(pathway, &["sorting"]).is_none() {
        return Err(no_stage(ground.library, &["sorting"]));
    }
    let preset = ground.library.pathway_preset(preset).ok_or(Cannot::NoPathway)?;
    let id = free_pathway_id(ground.project, &preset.id);
    let made = Composer::new(ground.project, ground.library).pathway(preset, id.clone());
    Ok((vec![Edit::AddPathway(Box::new(made))], id))
}

/// Routes that make fibre again and take something of the product of `ground`, the best first by mass: of `among` only,
/// where that is given.
pub(super) fn best_of(ground: &Ground<'_>, among: Option<&[String]>) -> Option<RouteId> {
    let same_grade = || {
        let routes = ground.library.routes.iter();
        let same = routes.filter(|route| route.class == RouteClass::FibreToFibre);
        same.map(|route| route.id.to_string()).collect()
    };
    let all: Vec<String> = among.map_or_else(same_grade, <[String]>::to_vec);
    let composer = Composer::new(ground.project, ground.library);
    let best = composer.best_route(&all);
    let (full, with_loss) = composer.taken(&best);
    (full + with_loss > 0.0).then_some(best)
}
