//! Checks that a network has an answer: everything leaves, and nothing is credited twice.

use super::error::FlowError;
use super::network::{EndClass, ItemRole};
use super::plan::{Plan, PlanExit, PlanGate, PlanItem, Target};
use crate::model::{PartId, StageId};
use std::collections::{BTreeMap, BTreeSet};

/// All checks of `plan`, with `central` deciding which shares are zero.
pub fn check(plan: &Plan, central: &[f64], parts: &[PartId]) -> Result<Reached, FlowError> {
    check_finite(plan, central)?;
    check_fallbacks(plan)?;
    check_stays_material(plan)?;
    let reached = check_items_leave(plan, central)?;
    super::reach::check_gates(plan, central, parts, &reached.out)?;
    check_outputs(plan, central)?;
    check_residue(plan)?;
    Ok(reached)
}

/// Where pieces can come to.
#[derive(Debug, Clone, Default)]
pub struct Reached {
    /// Item stages in lives that are not the last.
    pub open: BTreeSet<usize>,
    /// Item stages in the last life.
    pub last: BTreeSet<usize>,
    /// Item stages in later lives without a cap.
    pub endless: BTreeSet<usize>,
    /// Material stages and ends that item stages lead to.
    out: BTreeSet<Target>,
}

/// A fallback leads neither to a use stage nor to a return stage: that is what it stands in for.
fn check_fallbacks(plan: &Plan) -> Result<(), FlowError> {
    for item in &plan.items {
        if let Some(Target::Item(to)) = item.fallback
            && let Some(fallback) = plan.items.get(to).filter(|_| is_closed(plan, to))
        {
            return Err(FlowError::FallbackBack {
                stage: item.id.clone(),
                fallback: fallback.id.clone(),
            });
        }
    }
    Ok(())
}

/// What is taken apart is never whole again.
fn check_stays_material(plan: &Plan) -> Result<(), FlowError> {
    for material in &plan.materials {
        for target in material.gates.iter().flat_map(PlanGate::passes_on) {
            if let Target::Item(to) = target
                && let Some(item) = plan.items.get(to)
            {
                return Err(FlowError::BackToItem {
                    from: material.id.clone(),
                    to: item.id.clone(),
                });
            }
        }
    }
    Ok(())
}

fn check_finite(plan: &Plan, central: &[f64]) -> Result<(), FlowError> {
    for item in &plan.items {
        let role = match item.role {
            ItemRole::Use {
                service_first,
                service_later,
            } => [Some(service_first), Some(service_later)],
            ItemRole::Return { displacement } => [Some(displacement), None],
            ItemRole::Other => [None, None],
        };
        let numbers = role
            .into_iter()
            .flatten()
            .chain(item.exits.iter().map(|exit| exit.share));
        if numbers.into_iter().any(|slot| !slot.of(central).is_finite()) {
            return Err(FlowError::NotFinite(item.id.clone()));
        }
    }
    for material in &plan.materials {
        let numbers = material
            .gates
            .iter()
            .flat_map(|gate| [gate.removed, gate.accepted, gate.output_yield]);
        if numbers.into_iter().any(|slot| !slot.of(central).is_finite()) {
            return Err(FlowError::NotFinite(material.id.clone()));
        }
    }
    Ok(())
}

/// Exits that carry something in a life that is or is not the last.
fn open_targets(item: &PlanItem, central: &[f64], last: bool) -> Result<Vec<(Target, bool)>, FlowError> {
    let carries = |exit: &&PlanExit| exit.share.of(central) > 0.0 && !(last && exit.closed_last);
    let open: Vec<(Target, bool)> = item
        .exits
        .iter()
        .filter(carries)
        .map(|exit| (exit.to, exit.into_use))
        .collect();
    if !open.is_empty() || !last || !item.exits.iter().any(|exit| exit.share.of(central) > 0.0) {
        return Ok(open);
    }
    let fallback = item
        .fallback
        .ok_or_else(|| FlowError::NoFallback(item.id.clone()))?;
    Ok(vec![(fallback, false)])
}

/// Every state that a piece can reach leads on, in the end, to the next life or out of the item stages; gives where
/// it then goes.
fn check_items_leave(plan: &Plan, central: &[f64]) -> Result<Reached, FlowError> {
    let mut out = Reached::default();
    let mut entering = BTreeSet::from([plan.start]);
    if !plan.starts_in_use {
        entering = check_life(plan, central, &entering, Step::Life, &mut out)?;
    }
    let Some(lives) = plan.max_lives else {
        let first = check_life(plan, central, &entering, Step::Life, &mut out)?;
        check_life(plan, central, &first, Step::AllLives, &mut out)?;
        return Ok(out);
    };
    // Lives that begin at the same stages are alike.
    let mut known: BTreeMap<BTreeSet<usize>, BTreeSet<usize>> = BTreeMap::new();
    for life in 1..=lives {
        if entering.is_empty() {
            break;
        }
        if life == lives {
            check_life(plan, central, &entering, Step::Last, &mut out)?;
            break;
        }
        let next = match known.get(&entering) {
            Some(next) => next.clone(),
            None => check_life(plan, central, &entering, Step::Life, &mut out)?,
        };
        known.insert(std::mem::replace(&mut entering, next.clone()), next);
    }
    Ok(out)
}

/// Which exits count while the states of a life are walked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Exits into use begin the next life.
    Life,
    /// Exits back to use are closed.
    Last,
    /// Exits into use stay inside the set, as in a chain without a cap.
    AllLives,
}

/// Checks the states reachable in one life; gives the use stages that the next life enters, and adds to `out` where
/// pieces leave the item stages.
fn check_life(
    plan: &Plan,
    central: &[f64],
    entering: &BTreeSet<usize>,
    step: Step,
    out: &mut Reached,
) -> Result<BTreeSet<usize>, FlowError> {
    let last = step == Step::Last;
    let mut reached = entering.clone();
    let mut open: Vec<usize> = entering.iter().copied().collect();
    let mut next_life = BTreeSet::new();
    let mut steps: Vec<(usize, usize)> = Vec::new();
    let mut leaves: BTreeSet<usize> = BTreeSet::new();
    while let Some(at) = open.pop() {
        let Some(item) = plan.items.get(at) else {
            continue;
        };
        for (target, into_use) in open_targets(item, central, last)? {
            match target {
                Target::Item(to) if into_use && step != Step::AllLives => {
                    next_life.insert(to);
                    leaves.insert(at);
                }
                Target::Item(to) => {
                    steps.push((at, to));
                    if reached.insert(to) {
                        open.push(to);
                    }
                }
                Target::Material(_) | Target::End(_) => {
                    out.out.insert(target);
                    leaves.insert(at);
                }
            }
        }
    }
    all_leave(plan, &reached, leaves, &steps)?;
    let states = match step {
        Step::Life => &mut out.open,
        Step::Last => &mut out.last,
        Step::AllLives => &mut out.endless,
    };
    states.extend(reached);
    Ok(next_life)
}

fn is_closed(plan: &Plan, at: usize) -> bool {
    plan.items
        .get(at)
        .is_some_and(|item| !matches!(item.role, ItemRole::Other))
}

fn all_leave(
    plan: &Plan,
    reached: &BTreeSet<usize>,
    mut leaves: BTreeSet<usize>,
    steps: &[(usize, usize)],
) -> Result<(), FlowError> {
    let mut before: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (from, to) in steps {
        before.entry(*to).or_default().push(*from);
    }
    let mut open: Vec<usize> = leaves.iter().copied().collect();
    while let Some(place) = open.pop() {
        let from = before.get(&place).into_iter().flatten();
        open.extend(from.filter(|from| leaves.insert(**from)).copied());
    }
    let stuck = reached.difference(&leaves).filter_map(|at| plan.items.get(*at));
    let stuck: Vec<StageId> = stuck.map(|item| item.id.clone()).collect();
    if stuck.is_empty() {
        Ok(())
    } else {
        Err(FlowError::NoExit(stuck))
    }
}

/// Ends for outputs are reached by outputs only.
fn check_outputs(plan: &Plan, central: &[f64]) -> Result<(), FlowError> {
    let output_end = |target: &Target| match target {
        Target::End(at) => plan.ends.get(*at).filter(|end| end.class.is_output()),
        _ => None,
    };
    for item in &plan.items {
        let carrying = item
            .exits
            .iter()
            .filter(|exit| exit.share.of(central) > 0.0)
            .map(|exit| exit.to);
        if let Some(end) = carrying
            .chain(item.fallback)
            .find_map(|target| output_end(&target))
        {
            return Err(FlowError::NotAnOutput {
                from: item.id.clone(),
                end: end.id.clone(),
            });
        }
    }
    for material in &plan.materials {
        let passed_on = material.gates.iter().flat_map(PlanGate::passes_on);
        if let Some(end) = passed_on.into_iter().find_map(|target| output_end(&target)) {
            return Err(FlowError::NotAnOutput {
                from: material.id.clone(),
                end: end.id.clone(),
            });
        }
    }
    Ok(())
}

/// Residue of a part never reaches a gate that would credit that part again, whatever the shares.
fn check_residue(plan: &Plan) -> Result<(), FlowError> {
    for (material, part) in plan
        .materials
        .iter()
        .flat_map(|material| (0..plan.parts).map(move |part| (material, part)))
    {
        let residue_to = material.gates.get(part).and_then(|gate| gate.residue_to);
        let mut open: Vec<Target> = residue_to.into_iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(target) = open.pop() {
            let Target::Material(at) = target else { continue };
            let Some(reached) = plan.materials.get(at).filter(|_| seen.insert(at)) else {
                continue;
            };
            let Some(gate) = reached.gates.get(part) else {
                continue;
            };
            if credits(plan, gate) {
                return Err(FlowError::ResidueCredited {
                    from: material.id.clone(),
                    gate: reached.id.clone(),
                });
            }
            open.extend(gate.passes_on());
        }
    }
    Ok(())
}

fn credits(plan: &Plan, gate: &PlanGate) -> bool {
    let Some(Target::End(at)) = gate.output_to else {
        return false;
    };
    plan.ends
        .get(at)
        .map(|end| end.class)
        .is_some_and(EndClass::is_credited)
}
