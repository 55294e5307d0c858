//! Figures filled from the central outcomes of the engine.

use super::circularity::Circularity;
use super::engine::{Engine, Outcome, Outcomes};
use super::figures::{EndFigure, FlowFigure, FlowKind, GateFigure, PathwayFigures, StageFigure, WorkFigure};
use super::range::Ranges;
use crate::data::Grade;
use crate::flow::assemble::{Built, GateAnswer};
use crate::flow::notice::Notice;
use crate::flow::{Node, Plan, Solution, Target, imbalance};
use crate::indicator::flows::Outflow;
use crate::model::{ActivityId, Project, StageId};
use crate::work::hours::Totals;
use crate::work::multipliers::IndirectTotals;
use std::collections::BTreeMap;

/// The figures of all pathways; the answers of the gates move out of `built` into them, but for pathways without one.
pub(super) fn pathways(
    project: &Project,
    engine: &Engine,
    built: &mut Built,
    numbers: &[f64],
    outcomes: &Outcomes,
) -> Vec<PathwayFigures> {
    let masses: Vec<f64> = engine.parts.iter().map(|part| part.mass_kg.of(numbers)).collect();
    let ranges = Ranges::of(engine, built, numbers, outcomes);
    let mut figures = Vec::with_capacity(project.pathways.len());
    for (at, pathway) in project.pathways.iter().enumerate() {
        let mut pathway = empty(pathway, at == engine.baseline);
        pathway.notices = built.pathway_notices.get(at).cloned().unwrap_or_default();
        let plan = engine.pathways.get(at).map(|compiled| &compiled.plan);
        match (plan, outcomes.pathways.get(at)) {
            (Some(Ok(plan)), Some(outcome)) => {
                let answers = built.gates.get_mut(at).map(std::mem::take).unwrap_or_default();
                fill(&mut pathway, plan, outcome, numbers, &masses, answers);
                super::at_stages::fill(engine, at, numbers, outcome, &mut pathway.stages);
                pathway.own_work = own_work(engine, built, numbers, at, outcome);
                pathway.work = work(engine, built, outcomes, &ranges, at);
                if !engine.is_counted(at) && engine.has_baseline() {
                    pathway.notices.push(Notice::StartsDiffer);
                }
            }
            (Some(Err(error)), _) => {
                pathway.error = Some(error.clone());
                pathway.notices.push(Notice::Flow(error.clone()));
            }
            _ => {}
        }
        figures.push(pathway);
    }
    figures
}

fn empty(pathway: &crate::model::Pathway, baseline: bool) -> PathwayFigures {
    PathwayFigures {
        id: pathway.id.clone(),
        name: pathway.name.clone(),
        baseline,
        error: None,
        circularity: Circularity::default(),
        designed: Outflow::default(),
        totals: Totals::nothing(),
        ends: Vec::new(),
        gates: Vec::new(),
        work: Vec::new(),
        own_work: Vec::new(),
        indirect: Vec::new(),
        indirect_totals: IndirectTotals::default(),
        beside: None,
        stages: Vec::new(),
        flows: Vec::new(),
        imbalance_kg: 0.0,
        tolerance_kg: 0.0,
        notices: Vec::new(),
    }
}

fn fill(
    figures: &mut PathwayFigures,
    plan: &Plan,
    outcome: &Outcome,
    numbers: &[f64],
    masses: &[f64],
    answers: Vec<GateAnswer>,
) {
    figures.circularity = outcome.circularity;
    figures.designed = outcome.designed;
    figures.totals = outcome.totals;
    let ends = plan.ends.iter().enumerate().map(|(at, end)| EndFigure {
        stage: end.id.clone(),
        class: end.class,
        kg: outcome.solution.end_parts(plan, at).iter().sum(),
    });
    figures.ends = ends.collect();
    figures.gates = gates(plan, outcome, numbers, answers);
    figures.stages = stages(plan, outcome, masses.iter().sum());
    figures.flows = flows(plan, &outcome.solution, masses.iter().sum());
    (figures.imbalance_kg, figures.tolerance_kg) = imbalance(plan, &outcome.solution, masses);
    let x = outcome.circularity.mci.x;
    if !(0.67..=1.45).contains(&x) {
        figures.notices.push(Notice::Utility(x));
    }
}

fn gates(plan: &Plan, outcome: &Outcome, numbers: &[f64], answers: Vec<GateAnswer>) -> Vec<GateFigure> {
    let mut figures = Vec::with_capacity(answers.len());
    let mut part = 0;
    let mut stage = None;
    for answer in answers {
        part = if stage.as_ref() == Some(&answer.stage) {
            part + 1
        } else {
            0
        };
        stage = Some(answer.stage.clone());
        let Some(Target::Material(at)) = plan.target(&answer.stage) else {
            continue;
        };
        let flow = outcome
            .solution
            .gates_at(plan, at)
            .get(part)
            .copied()
            .unwrap_or_default();
        figures.push(GateFigure {
            stage: answer.stage,
            route: answer.route,
            part: answer.part,
            answer: answer.answer,
            kg: flow.arriving,
            removed_kg: flow.removed,
            output_kg: flow.output,
            refused_kg: flow.refused,
            output_yield: answer.output_yield.of(numbers),
            slots: [answer.removed, answer.output_yield],
        });
    }
    figures
}

fn stages(plan: &Plan, outcome: &Outcome, mass: f64) -> Vec<StageFigure> {
    let solution = &outcome.solution;
    let figure = |stage: &StageId, visits: Option<f64>, kg: f64| StageFigure {
        stage: stage.clone(),
        visits,
        kg,
        own_hours: 0.0,
        replaced_hours: 0.0,
    };
    let items = plan.items.iter().enumerate().map(|(at, item)| {
        let visits = solution.visits(at);
        figure(&item.id, Some(visits), visits * mass)
    });
    let materials = plan.materials.iter().enumerate().map(|(at, material)| {
        let kg = solution.gates_at(plan, at).iter().map(|gate| gate.arriving).sum();
        figure(&material.id, None, kg)
    });
    let ends = plan.ends.iter().enumerate().map(|(at, end)| {
        let kg = solution.end_parts(plan, at).iter().sum();
        figure(&end.id, None, kg)
    });
    items.chain(materials).chain(ends).collect()
}

pub(super) fn flows(plan: &Plan, solution: &Solution, mass: f64) -> Vec<FlowFigure> {
    let mut flows: Vec<FlowFigure> = Vec::new();
    let mut known: BTreeMap<(StageId, StageId, FlowKind), usize> = BTreeMap::new();
    let mut add = |from: &StageId, to: Option<Target>, kind: FlowKind, kg: f64| {
        let Some(to) = to.and_then(|to| plan.id(to)).filter(|_| kg > 0.0) else {
            return;
        };
        let at = *known
            .entry((from.clone(), to.clone(), kind))
            .or_insert(flows.len());
        match flows.get_mut(at) {
            Some(flow) => flow.kg += kg,
            None => flows.push(FlowFigure {
                from: from.clone(),
                to: to.clone(),
                kind,
                kg,
            }),
        }
    };
    for (item, pieces) in solution.exits_by_item(plan) {
        let targets = item.exits.iter().map(|exit| Some(exit.to)).chain([item.fallback]);
        targets
            .zip(pieces)
            .for_each(|(to, pieces)| add(&item.id, to, FlowKind::Pieces, pieces * mass));
    }
    for (at, material) in plan.materials.iter().enumerate() {
        for (gate, flow) in material.gates.iter().zip(solution.gates_at(plan, at)) {
            add(&material.id, gate.output_to, FlowKind::Output, flow.output);
            add(&material.id, gate.residue_to, FlowKind::Residue, flow.residue);
            add(&material.id, gate.removed_to, FlowKind::Removed, flow.removed);
            add(&material.id, gate.refused_to, FlowKind::Refused, flow.refused);
        }
    }
    flows
}

/// Differences to the baseline, each with the range that its own factor gives while all flows stay central.
fn work(engine: &Engine, built: &Built, outcomes: &Outcomes, ranges: &Ranges, at: usize) -> Vec<WorkFigure> {
    let mut figures = Vec::new();
    let differences = engine.differences(at, &outcomes.pathways);
    for (line, hours) in differences.enumerate().filter(|(_, hours)| *hours != 0.0) {
        let mut figure = line_figure(engine, built, at, line, hours);
        figure.range = ranges.range(line, at);
        figures.push(figure);
    }
    figures
}

fn own_work(
    engine: &Engine,
    built: &Built,
    numbers: &[f64],
    at: usize,
    outcome: &Outcome,
) -> Vec<WorkFigure> {
    let gross = engine.own_hours(at, numbers, outcome);
    let lines = gross.into_iter().enumerate().filter(|(_, hours)| *hours > 0.0);
    lines
        .map(|(line, hours)| line_figure(engine, built, at, line, hours))
        .collect()
}

fn line_figure(engine: &Engine, built: &Built, pathway: usize, line: usize, hours: f64) -> WorkFigure {
    let (activity, place) = engine.ledger.lines().get(line).cloned().unwrap_or_default();
    let key = (activity.clone(), place.clone());
    let behind = built.line_factors.get(&key);
    let grade = behind.and_then(|behind| {
        let slot = engine.slots.slot_of(&behind.factor)?;
        let Some(Node::Input(input)) = engine.slots.node(slot) else {
            return None;
        };
        let grade = engine.slots.inputs().get(input)?.figure.grade;
        let at_best = if stands_in(built, pathway, &activity) {
            Some(Grade::D)
        } else {
            behind.at_best
        };
        Some(at_best.map_or(grade, |best| grade.max(best)))
    });
    let factor = behind.map(|behind| behind.factor.clone());
    WorkFigure {
        activity,
        place,
        hours,
        range: None,
        factor,
        grade,
    }
}

/// True where the factor of `activity` stands in for work that has none of its own.
fn stands_in(built: &Built, pathway: usize, activity: &ActivityId) -> bool {
    let of_pathway = built.pathway_notices.get(pathway).into_iter().flatten();
    of_pathway.chain(&built.notices).any(|notice| match notice {
        Notice::Proxy { activity: used, .. } | Notice::FibreProxy { activity: used, .. } => used == activity,
        _ => false,
    })
}
