//! Checks that a network has an answer: everything leaves, and nothing is credited twice.

use super::error::FlowError;
use super::network::{EndClass, ItemRole};
use super::plan::{Plan, PlanExit, PlanGate, PlanItem, Target};
use crate::model::{PartId, StageId};
use std::collections::BTreeSet;

/// All checks of `plan`, with `central` deciding which shares are zero.
pub fn check(plan: &Plan, central: &[f64], parts: &[PartId]) -> Result<(), FlowError> {
    check_finite(plan, central)?;
    check_items_leave(plan, central)?;
    check_gates_have_targets(plan, central, parts)?;
    check_outputs(plan, central)?;
    check_residue(plan)
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

/// Every state that a piece can reach leads on, in the end, to the next life or out of the item stages.
fn check_items_leave(plan: &Plan, central: &[f64]) -> Result<(), FlowError> {
    let mut entering = BTreeSet::from([plan.start]);
    match plan.max_lives {
        Some(lives) => {
            for life in 1..=lives {
                if entering.is_empty() {
                    break;
                }
                entering = check_life(plan, central, &entering, life == lives, false)?;
            }
        }
        None => {
            check_life(plan, central, &entering, false, true)?;
        }
    }
    Ok(())
}

/// Checks the states reachable in one life; gives the use stages that the next life enters.
/// With `all_lives` a step into use stays inside the set, as in a chain without a cap.
fn check_life(
    plan: &Plan,
    central: &[f64],
    entering: &BTreeSet<usize>,
    last: bool,
    all_lives: bool,
) -> Result<BTreeSet<usize>, FlowError> {
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
                Target::Item(to) if into_use && !all_lives => {
                    next_life.insert(to);
                    leaves.insert(at);
                }
                Target::Item(to) => {
                    if !into_use && last && is_closed(plan, to) {
                        return Err(FlowError::NoFallback(item.id.clone()));
                    }
                    steps.push((at, to));
                    if reached.insert(to) {
                        open.push(to);
                    }
                }
                Target::Material(_) | Target::End(_) => {
                    leaves.insert(at);
                }
            }
        }
    }
    all_leave(plan, &reached, leaves, &steps)?;
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
    loop {
        let more: Vec<usize> = steps
            .iter()
            .filter(|(from, to)| leaves.contains(to) && !leaves.contains(from))
            .map(|(from, _)| *from)
            .collect();
        if more.is_empty() {
            break;
        }
        leaves.extend(more);
    }
    let stuck = reached.difference(&leaves).filter_map(|at| plan.items.get(*at));
    let stuck: Vec<StageId> = stuck.map(|item| item.id.clone()).collect();
    if stuck.is_empty() {
        Ok(())
    } else {
        Err(FlowError::NoExit(stuck))
    }
}

fn check_gates_have_targets(plan: &Plan, central: &[f64], parts: &[PartId]) -> Result<(), FlowError> {
    for material in &plan.materials {
        for (gate, part) in material.gates.iter().zip(parts) {
            let removed = gate.removed.of(central);
            let taken = (1.0 - removed) * gate.accepted.of(central);
            let flows = [
                (removed, gate.removed_to),
                (1.0 - removed - taken, gate.refused_to),
                (taken * gate.output_yield.of(central), gate.output_to),
                (taken * (1.0 - gate.output_yield.of(central)), gate.residue_to),
            ];
            if flows
                .iter()
                .any(|(share, target)| *share > 1e-12 && target.is_none())
            {
                return Err(FlowError::NoTarget {
                    stage: material.id.clone(),
                    part: part.clone(),
                });
            }
        }
    }
    Ok(())
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

/// Residue never reaches a gate that would credit it again.
fn check_residue(plan: &Plan) -> Result<(), FlowError> {
    for material in &plan.materials {
        let mut open: Vec<Target> = material.gates.iter().filter_map(|gate| gate.residue_to).collect();
        let mut seen = BTreeSet::new();
        while let Some(target) = open.pop() {
            let Target::Material(at) = target else { continue };
            let Some(reached) = plan.materials.get(at).filter(|_| seen.insert(at)) else {
                continue;
            };
            if reached.gates.iter().any(|gate| credits(plan, gate)) {
                return Err(FlowError::ResidueCredited {
                    from: material.id.clone(),
                    gate: reached.id.clone(),
                });
            }
            open.extend(reached.gates.iter().flat_map(PlanGate::passes_on));
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
