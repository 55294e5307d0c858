//! What a flow rests on: the figures of its own share or yield, and how far they move it.

use super::fill::flows;
use super::{Assessment, FlowFigure, FlowKind};
use crate::flow::{Input, Node, Plan, Slot, Solution, Target};
use crate::model::PathwayId;

/// The figures behind a flow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FlowBasis<'a> {
    /// The figures that set its share of what leaves the stage; none where there is nothing to share.
    pub inputs: Vec<&'a Input>,
    /// Least and most kg per piece while one of these figures moves over its range and all else stays; none without
    /// ranges.
    pub range: Option<(f64, f64)>,
}

impl Assessment {
    /// What `flow` of `pathway` rests on.
    pub fn flow_basis(&self, pathway: &PathwayId, flow: &FlowFigure) -> FlowBasis<'_> {
        let at = self.engine.index(pathway);
        let compiled = at.and_then(|at| self.engine.pathways.get(at));
        let Some(plan) = compiled.and_then(|compiled| compiled.plan.as_ref().ok()) else {
            return FlowBasis::default();
        };
        let slots = &self.engine.slots;
        let mut places: Vec<usize> = own_slots(plan, flow)
            .into_iter()
            .flat_map(|slot| slots.inputs_behind(self.before_sharing(slot)))
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut range: Option<(f64, f64)> = None;
        for at in &places {
            let Some(figure) = slots.inputs().get(*at).map(|input| &input.figure) else {
                continue;
            };
            for end in [figure.low, figure.high].into_iter().flatten() {
                let kg = self.moved(plan, flow, *at, end);
                let (low, high) = range.unwrap_or((flow.kg, flow.kg));
                range = Some((low.min(kg), high.max(kg)));
            }
        }
        let inputs = places.iter().filter_map(|at| slots.inputs().get(*at));
        FlowBasis {
            inputs: inputs.collect(),
            range,
        }
    }

    /// A share before it was made to sum to one with those beside it.
    fn before_sharing(&self, slot: Slot) -> Slot {
        match self.engine.slots.node(slot) {
            Some(Node::Quotient(part, _)) => part,
            _ => slot,
        }
    }

    /// The mass of `flow` with one input at `value`, kg per piece.
    fn moved(&self, plan: &Plan, flow: &FlowFigure, input: usize, value: f64) -> f64 {
        let mut inputs = self.engine.slots.central();
        if let Some(changed) = inputs.get_mut(input) {
            *changed = value;
        }
        let mut numbers = Vec::with_capacity(self.numbers.len());
        self.engine.slots.resolve(&inputs, &mut numbers);
        let masses = self.engine.parts.iter().map(|part| part.mass_kg.of(&numbers));
        let masses: Vec<f64> = masses.collect();
        let mut solution = Solution::default();
        solution.solve(plan, &numbers, &masses);
        let all = flows(plan, &solution, masses.iter().sum());
        let same =
            |other: &&FlowFigure| other.from == flow.from && other.to == flow.to && other.kind == flow.kind;
        all.iter().find(same).map_or(0.0, |flow| flow.kg)
    }
}

/// The numbers that decide how much of its stage takes this way.
fn own_slots(plan: &Plan, flow: &FlowFigure) -> Vec<Slot> {
    let leads = |to: Option<Target>| to.and_then(|to| plan.id(to)) == Some(&flow.to);
    match plan.target(&flow.from) {
        Some(Target::Item(at)) => plan.items.get(at).map_or_else(Vec::new, |item| {
            let exits = item.exits.iter().filter(|exit| leads(Some(exit.to)));
            exits.map(|exit| exit.share).collect()
        }),
        Some(Target::Material(at)) => plan.materials.get(at).map_or_else(Vec::new, |material| {
            let own = material.gates.iter().filter_map(|gate| {
                let (to, slot) = match flow.kind {
                    FlowKind::Output => (gate.output_to, gate.output_yield),
                    FlowKind::Residue => (gate.residue_to, gate.output_yield),
                    FlowKind::Removed => (gate.removed_to, gate.removed),
                    FlowKind::Refused => (gate.refused_to, gate.accepted),
                    FlowKind::Pieces => return None,
                };
                leads(to).then_some(slot)
            });
            own.collect()
        }),
        _ => Vec::new(),
    }
}
