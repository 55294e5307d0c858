//! Blockers: what of a part keeps it out of the routes that want its main fibre, ranked by the mass that they keep out.
//!
//! A part blocks where its main fibre is one that the route wants and the part is still refused or taken with loss; a
//! hard part blocks where it does not come off easily. A part of another fibre is not blocked, it belongs elsewhere.

use super::{fit, in_force};
use crate::assess::{Assessment, Outcomes, assess};
use crate::data::{HardParts, Library, Route, RouteClass};
use crate::edit::{Edit, PartEdit};
use crate::flow::assemble::MOST_CUT_AWAY;
use crate::flow::gate::{Reason, Verdict};
use crate::model::{FibreId, Part, PartId, PathwayId, Project, Removable, RouteId, StageKind};

/// Blockers whose effect on circularity is reckoned.
const RECKONED: usize = 16;
/// With more parts no effect on circularity is reckoned, so that an edit stays quick.
const MOST_PARTS: usize = 60;

/// What of a part keeps it out.
#[derive(Debug, Clone, PartialEq)]
pub enum Cause {
    /// Too little of these fibres.
    Fibres(Vec<FibreId>, f64),
    /// Elastane.
    Elastane(f64),
    /// Other fibres.
    Other(f64),
    /// A coating or lamination.
    Coating,
    /// A print.
    Print,
    /// A hard part that stays on, or comes off with effort.
    StaysOn(Removable),
}

/// A route that a part is kept out of.
#[derive(Debug, Clone, PartialEq)]
pub struct Barred {
    /// The route.
    pub route: RouteId,
    /// Refused, or taken with loss.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
}

/// How far circularity would rise without a blocker, in the pathway that gains most.
#[derive(Debug, Clone, PartialEq)]
pub struct Lifted {
    /// The pathway.
    pub pathway: PathwayId,
    /// Its indicator (MCI) now.
    pub mci: f64,
    /// Its indicator if the routes took the part, or if the hard part came off easily.
    pub mci_without: f64,
}

/// One cause in one part.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocker {
    /// The part.
    pub part: PartId,
    /// What of it.
    pub cause: Cause,
    /// The routes: those that the pathways of the project use first, then those that refuse.
    pub routes: Vec<Barred>,
    /// Mass that the strictest of the routes keeps out or loses, kg of one piece.
    pub kept_out_kg: f64,
    /// Its effect on circularity; none where no pathway of the project gains, or where it was not reckoned.
    pub lifted: Option<Lifted>,
}

/// All blockers of the product, those first that keep most mass out.
pub fn blockers(project: &Project, library: &Library, assessment: &Assessment) -> Vec<Blocker> {
    let mut found: Vec<Blocker> = Vec::new();
    let is_wanted = |route: &&Route| {
        recycles(route.class) || (route.class == RouteClass::Biological && is_used(project, &route.id))
    };
    for route in library.routes.iter().filter(is_wanted) {
        for part in &project.product.parts {
            add(&mut found, project, library, route, part);
        }
    }
    for blocker in &mut found {
        let rank = |barred: &Barred| {
            (
                !is_used(project, &barred.route),
                std::cmp::Reverse(barred.verdict),
            )
        };
        blocker.routes.sort_by_key(rank);
    }
    found.sort_by(|a, b| b.kept_out_kg.total_cmp(&a.kept_out_kg));
    if project.product.parts.len() <= MOST_PARTS {
        for blocker in found.iter_mut().take(RECKONED) {
            blocker.lifted = lifted(project, library, assessment, blocker);
        }
    }
    found
}

/// True where a pathway of the project uses the route.
fn is_used(project: &Project, route: &RouteId) -> bool {
    let mut stages = project.pathways.iter().flat_map(|pathway| &pathway.stages);
    stages.any(|stage| matches!(&stage.kind, StageKind::Material(used) if used == route))
}

/// Routes after which the matter is of use as matter; composting counts only where a pathway uses it.
const fn recycles(class: RouteClass) -> bool {
    matches!(
        class,
        RouteClass::FibreToFibre | RouteClass::ComponentReuse | RouteClass::Downcycle
    )
}

fn add(found: &mut Vec<Blocker>, project: &Project, library: &Library, route: &Route, part: &Part) {
    let fit = fit(project, library, route, part);
    let verdict = fit.answer.verdict;
    if verdict == Verdict::Accepted || (!part.is_hard() && !is_meant_for(route, part)) {
        return;
    }
    for reason in fit.answer.reasons {
        let Some(cause) = cause_of(route, part, reason) else {
            continue;
        };
        let kept_out_kg = match (&cause, verdict) {
            (Cause::StaysOn(_), _) => part.mass.get() + cut_away(project, library, part),
            (_, Verdict::Reduced) => {
                part.mass.get() * (1.0 - in_force(project, library, "assumption.reduced_yield"))
            }
            _ => part.mass.get(),
        };
        let barred = Barred {
            route: route.id.clone(),
            verdict,
            reason,
        };
        let known = found
            .iter_mut()
            .find(|blocker| blocker.part == part.id && blocker.cause == cause);
        if let Some(blocker) = known {
            blocker.kept_out_kg = blocker.kept_out_kg.max(kept_out_kg);
            blocker.routes.push(barred);
        } else {
            found.push(Blocker {
                part: part.id.clone(),
                cause,
                routes: vec![barred],
                kept_out_kg,
                lifted: None,
            });
        }
    }
}

/// True where the part's main fibre is one that the route wants.
fn is_meant_for(route: &Route, part: &Part) -> bool {
    let most = part
        .fibres
        .iter()
        .max_by(|a, b| a.share.get().total_cmp(&b.share.get()));
    most.is_some_and(|line| route.targets.contains(&line.fibre))
}

fn cause_of(route: &Route, part: &Part, reason: Reason) -> Option<Cause> {
    Some(match reason {
        Reason::Main(found, _) => {
            let wanted = part.fibres.iter().map(|line| &line.fibre);
            let wanted = wanted.filter(|fibre| route.targets.contains(fibre));
            Cause::Fibres(wanted.cloned().collect(), found)
        }
        Reason::Elastane(found, _) => Cause::Elastane(found),
        Reason::Other(found, _) => Cause::Other(found),
        Reason::Coating => Cause::Coating,
        Reason::Print => Cause::Print,
        Reason::HardPart if route.hard_parts == HardParts::MustRemove => match part.removable {
            Removable::Easily => return None,
            stays => Cause::StaysOn(stays),
        },
        Reason::HardPart | Reason::Nothing(_) => return None,
    })
}

/// Cloth that is cut away around `part`, kg of one piece.
fn cut_away(project: &Project, library: &Library, part: &Part) -> f64 {
    let cloth = project.product.parts.iter().filter(|part| !part.is_hard());
    let cloth: f64 = cloth.map(|part| part.mass.get()).sum();
    let stays = match part.removable {
        Removable::No => 1.0,
        Removable::WithEffort => 1.0 - in_force(project, library, "assumption.removal_yield_with_effort"),
        Removable::Easily => 1.0 - in_force(project, library, "assumption.removal_yield_easily"),
    };
    let share = stays * in_force(project, library, "assumption.cutaway_per_hard_part");
    cloth * share.min(MOST_CUT_AWAY)
}

fn lifted(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    blocker: &Blocker,
) -> Option<Lifted> {
    let after: Vec<f64> = if let Cause::StaysOn(_) = blocker.cause {
        let edit = Edit::part(&blocker.part, PartEdit::SetRemovable(Removable::Easily));
        let changed = assess(&edit.apply(project).ok()?, library);
        let all = changed.pathways.iter();
        all.map(|pathway| pathway.circularity.mci.mci).collect()
    } else {
        let outcomes = if_taken(project, library, assessment, blocker);
        let all = outcomes.pathways.iter();
        all.map(|outcome| outcome.circularity.mci.mci).collect()
    };
    let solved = assessment.pathways.iter().zip(&after);
    let solved = solved.filter(|(before, _)| before.error.is_none());
    let gains = solved.map(|(before, after)| Lifted {
        pathway: before.id.clone(),
        mci: before.circularity.mci.mci,
        mci_without: *after,
    });
    gains
        .max_by(|a, b| (a.mci_without - a.mci).total_cmp(&(b.mci_without - b.mci)))
        .filter(|best| best.mci_without - best.mci >= 0.0005)
}

/// All pathways once more, with the gates of the blocker's routes taking its part in full.
fn if_taken(project: &Project, library: &Library, assessment: &Assessment, blocker: &Blocker) -> Outcomes {
    let reduced = in_force(project, library, "assumption.reduced_yield");
    let engine = assessment.engine.with_gates(|slots, pathway, stage, gate| {
        let kind = project.pathway(pathway).and_then(|pathway| pathway.stage(stage));
        let barred = barred_at(blocker, kind.map(|stage| &stage.kind));
        let Some(barred) = barred.filter(|_| gate.part == blocker.part) else {
            return;
        };
        gate.accepted = slots.constant(1.0);
        if barred.verdict == Verdict::Reduced {
            let reduced = slots.constant(reduced);
            gate.output_yield = slots.quotient(gate.output_yield, reduced);
        }
    });
    let mut outcomes = Outcomes::default();
    engine.evaluate(&engine.central(), &mut outcomes);
    outcomes
}

fn barred_at<'a>(blocker: &'a Blocker, kind: Option<&StageKind>) -> Option<&'a Barred> {
    let StageKind::Material(route) = kind? else {
        return None;
    };
    blocker.routes.iter().find(|barred| &barred.route == route)
}
