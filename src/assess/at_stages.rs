//! Work where it falls: the own hours of each stage, and the hours that it replaces elsewhere.
//!
//! Invariant: over all stages the own hours sum to the gross total, and own less replaced to the net hours of all lines.

use super::engine::{Engine, EnginePathway, Outcome, flow_of};
use super::figures::StageFigure;
use crate::flow::{Flow, Plan, Target};
use crate::model::StageId;
use crate::work::ledger::InGarment;

/// Adds the hours of the pathway at `place` to its `stages`.
pub(super) fn fill(
    engine: &Engine,
    index: usize,
    numbers: &[f64],
    outcome: &Outcome,
    stages: &mut [StageFigure],
) {
    let Some(EnginePathway {
        plan: Ok(plan), work, ..
    }) = engine.pathways.get(index)
    else {
        return;
    };
    let mut add = |id: Option<&StageId>, own: f64, replaced: f64| {
        let stage = id.and_then(|id| stages.iter_mut().find(|stage| &stage.stage == id));
        if let Some(stage) = stage {
            stage.own_hours += own * 1000.0;
            stage.replaced_hours += replaced * 1000.0;
        }
    };
    let solution = &outcome.solution;
    let mass: f64 = engine.parts.iter().map(|part| part.mass_kg.of(numbers)).sum();
    for at in &work.own {
        let hours = flow_of(plan, solution, at.flow, mass) * at.hours.of(numbers);
        add(stage_of(plan, at.flow), hours, 0.0);
    }
    for displaced in &work.displaced {
        let kg: f64 = solution.end_parts(plan, displaced.end).iter().sum();
        let hours = kg * displaced.hours_per_kg.of(numbers);
        add(plan.id(Target::End(displaced.end)), 0.0, hours);
    }
    let in_garment =
        |lines: &[InGarment]| -> f64 { lines.iter().map(|work| work.hours_per_piece.of(numbers)).sum() };
    for (item, stage) in plan
        .items
        .iter()
        .enumerate()
        .filter(|(item, _)| plan.is_return(*item))
    {
        let garment = in_garment(work.new_garment(item, &engine.garment));
        add(
            Some(&stage.id),
            0.0,
            outcome.avoided.at(plan, item, numbers) * garment,
        );
    }
    let hired = outcome.avoided.by_hiring(plan, numbers) * in_garment(&engine.garment);
    add(plan.id(Target::Item(plan.start)), 0.0, hired);
}

/// The stage that hours on `flow` are spent at.
fn stage_of(plan: &Plan, flow: Flow) -> Option<&StageId> {
    plan.id(match flow {
        Flow::Visits(at) | Flow::VisitedMass(at) => Target::Item(at),
        Flow::TakenIn(at) | Flow::GivenOut(at) => Target::Material(at),
        Flow::Ended(at) => Target::End(at),
    })
}
