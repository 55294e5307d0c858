//! The solver: an absorbing chain with a cap on lives for the garment, then the gates part by part.
//!
//! Within one life the expected visits `v` solve `v = e + Qᵀv`, with `e` the pieces that begin this life and `Q` the
//! exits that do not lead into use; what leads into use begins the next life. Source: MODEL.md, Kemeny & Snell.

mod lives;

use super::chain::{Life, Scale};
use super::linear::Lu;
use super::network::ItemRole;
use super::plan::{Plan, PlanItem, Target};
use super::slot::Slot;
use crate::quantity::Number;

/// What one part does at one material stage, kg per sold piece.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct GateFlow<N = f64> {
    /// Mass that arrives.
    pub arriving: N,
    /// Taken off before.
    pub removed: N,
    /// Refused.
    pub refused: N,
    /// Given out.
    pub output: N,
    /// Taken in and not given out.
    pub residue: N,
}

/// Flows of one pathway per sold piece; its room is reused from draw to draw.
#[derive(Debug, Clone, Default)]
pub struct Solution<N = f64> {
    /// Visits of each item stage before the first life, of goods that start unworn.
    pub unworn: Vec<N>,
    /// Visits of each item stage in the first life.
    pub first: Vec<N>,
    /// Visits of each item stage in later lives.
    pub later: Vec<N>,
    /// Expected square of the number of lives.
    pub lives_squared: N,
    /// Pieces through each exit, stage after stage, each stage's fallback last.
    pub exits: Vec<N>,
    /// Of these, pieces before their first life.
    unworn_exits: Vec<N>,
    /// What each part does at each material stage, stage after stage.
    pub gates: Vec<GateFlow<N>>,
    /// Mass of each part at each end, end after end, kg.
    pub ends: Vec<N>,
    /// Mass at each end, kg.
    end_kg: Vec<N>,
    room: Room<N>,
}

/// Working room of the solver.
#[derive(Debug, Clone, Default)]
struct Room<N> {
    chain: Lu<N>,
    /// What the shares of each stage's open exits are scaled by in the life that was factored last.
    scales: Vec<Scale<N>>,
    visits: Vec<N>,
    entering: Vec<N>,
    next: Vec<N>,
    middle: lives::Middle<N>,
}

/// Which life of a garment it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Worn {
    /// Before the first.
    Never,
    /// The first.
    First,
    /// Any after it.
    Later,
}

impl<N: Number> Solution<N> {
    /// Solves `plan` with `numbers`; `masses` are the parts' masses in kg.
    pub fn solve(&mut self, plan: &Plan, numbers: &[N], masses: &[N]) {
        self.clear(plan);
        self.solve_items(plan, numbers);
        self.solve_materials(plan, numbers, masses);
    }

    fn clear(&mut self, plan: &Plan) {
        let items = plan.items.len();
        let exits = plan.items.iter().map(|item| item.exits.len() + 1).sum();
        self.lives_squared = N::ZERO;
        refill(&mut self.unworn, items);
        refill(&mut self.first, items);
        refill(&mut self.later, items);
        refill(&mut self.exits, exits);
        refill(&mut self.unworn_exits, exits);
        refill(&mut self.ends, plan.ends.len() * plan.parts);
        self.gates
            .resize(plan.materials.len() * plan.parts, GateFlow::default());
        self.gates.iter_mut().for_each(|gate| gate.arriving = N::ZERO);
        self.end_kg.clear();
        refill(&mut self.room.entering, items);
        refill(&mut self.room.next, items);
        if let Some(start) = self.room.entering.get_mut(plan.start) {
            *start = N::ONE;
        }
    }

    fn solve_items(&mut self, plan: &Plan, numbers: &[N]) {
        let lives = plan.max_lives;
        if !plan.starts_in_use || lives.is_none_or(|lives| lives > 1) {
            self.room.factor(plan, numbers, Life::Open);
        }
        if !plan.starts_in_use {
            self.live(plan, numbers, Life::Open, Worn::Never);
            self.unworn_exits.clone_from(&self.exits);
        }
        let Some(lives) = lives else {
            self.live(plan, numbers, Life::Open, Worn::First);
            self.room.factor(plan, numbers, Life::Endless);
            self.live(plan, numbers, Life::Endless, Worn::Later);
            self.lives_squared = self.endless_squared(plan);
            return;
        };
        self.begin_life(1);
        if lives > 1 {
            self.live(plan, numbers, Life::Open, Worn::First);
            self.middle_lives(plan, numbers, lives);
        }
        self.room.factor(plan, numbers, Life::Last);
        let worn = if lives == 1 { Worn::First } else { Worn::Later };
        self.live(plan, numbers, Life::Last, worn);
    }

    /// `S = N (2 r∘E − r²)` with r = 1 on use stages: Σ visits · (2 E − 1), E the lives expected from that stage on.
    fn endless_squared(&mut self, plan: &Plan) -> N {
        let is_use = |item: &PlanItem| matches!(item.role, ItemRole::Use { .. });
        let mut squared = N::ZERO;
        for (at, _) in plan.items.iter().enumerate().filter(|(_, item)| is_use(item)) {
            self.room.visits.fill(N::ZERO);
            if let Some(start) = self.room.visits.get_mut(at) {
                *start = N::ONE;
            }
            self.room.visit(plan, Life::Endless);
            let uses = plan
                .items
                .iter()
                .zip(&self.room.visits)
                .filter(|(item, _)| is_use(item));
            let expected: N = uses.map(|(_, visits)| *visits).sum();
            squared += self.visits(at) * (expected + expected - N::ONE);
        }
        squared
    }

    /// Adds one life (or all later ones) that begins with the pieces entering; leaves those that begin the next.
    fn live(&mut self, plan: &Plan, numbers: &[N], life: Life, worn: Worn) {
        self.room.visits.clone_from(&self.room.entering);
        self.room.visit(plan, life);
        self.room.next.fill(N::ZERO);
        let visited = match worn {
            Worn::Never => &mut self.unworn,
            Worn::First => &mut self.first,
            Worn::Later => &mut self.later,
        };
        let mut exit_flows = self.exits.iter_mut();
        let stages = plan.items.iter().zip(&self.room.visits).zip(&self.room.scales);
        for (((item, visits), scale), total) in stages.zip(visited) {
            *total += *visits;
            for exit in &item.exits {
                let share = exit_share(exit.closed_last, exit.share, numbers, life, scale.open);
                let pieces = *visits * share;
                if let Some(flow) = exit_flows.next() {
                    *flow += pieces;
                }
                if let (Target::Item(to), true) = (exit.to, exit.into_use && life != Life::Endless)
                    && let Some(next) = self.room.next.get_mut(to)
                {
                    *next += pieces;
                }
            }
            if let Some(flow) = exit_flows.next() {
                *flow += *visits * scale.fallback;
            }
        }
        std::mem::swap(&mut self.room.entering, &mut self.room.next);
    }

    fn solve_materials(&mut self, plan: &Plan, numbers: &[N], masses: &[N]) {
        let mut flows = self.exits.iter();
        let mut places = Places {
            gates: &mut self.gates,
            ends: &mut self.ends,
            parts: plan.parts,
        };
        for item in &plan.items {
            let targets = item.exits.iter().map(|exit| Some(exit.to)).chain([item.fallback]);
            for (target, pieces) in targets.zip(flows.by_ref()) {
                let Some(target) = target else { continue };
                places.arrive_whole(target, *pieces, masses);
            }
        }
        for (stage, material) in plan.materials.iter().enumerate() {
            for (part, gate) in material.gates.iter().enumerate() {
                let Some(flow) = places.gates.get_mut(stage * plan.parts + part) else {
                    continue;
                };
                let rest = flow.arriving * (N::ONE - gate.removed.of(numbers));
                let taken = rest * gate.accepted.of(numbers);
                flow.removed = flow.arriving - rest;
                flow.refused = rest - taken;
                flow.output = taken * gate.output_yield.of(numbers);
                flow.residue = taken - flow.output;
                let flow = *flow;
                let onward = [
                    (gate.removed_to, flow.removed),
                    (gate.refused_to, flow.refused),
                    (gate.output_to, flow.output),
                    (gate.residue_to, flow.residue),
                ];
                for (target, mass) in onward {
                    if let Some(target) = target {
                        places.arrive(target, part, mass);
                    }
                }
            }
        }
        let ends = self.ends.chunks_exact(plan.parts.max(1));
        self.end_kg
            .extend(ends.map(|parts| parts.iter().copied().sum::<N>()));
    }

    /// Visits of an item stage over all lives.
    pub fn visits(&self, index: usize) -> N {
        let at = |visits: &[N]| visits.get(index).copied().unwrap_or_default();
        at(&self.unworn) + at(&self.first) + at(&self.later)
    }

    /// Pieces through each exit of each item stage, the fallback last: in all, and of these before their first life.
    pub fn exits_by_life<'a>(
        &'a self,
        plan: &'a Plan,
    ) -> impl Iterator<Item = (&'a PlanItem, &'a [N], &'a [N])> {
        let mut from = 0;
        self.exits_by_item(plan).map(move |(item, flows)| {
            let unworn = self.unworn_exits.get(from..from + flows.len()).unwrap_or(&[]);
            from += flows.len();
            (item, flows, unworn)
        })
    }

    /// Pieces through each exit of each item stage, the fallback last.
    pub fn exits_by_item<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = (&'a PlanItem, &'a [N])> {
        let mut from = 0;
        plan.items.iter().map(move |item| {
            let flows = self.exits.get(from..=from + item.exits.len()).unwrap_or(&[]);
            from += item.exits.len() + 1;
            (item, flows)
        })
    }

    /// What the parts do at the material stage at index `at`.
    pub fn gates_at(&self, plan: &Plan, at: usize) -> &[GateFlow<N>] {
        self.gates
            .get(at * plan.parts..(at + 1) * plan.parts)
            .unwrap_or(&[])
    }

    /// Mass at the end at index `at`, kg.
    pub fn end_kg(&self, at: usize) -> N {
        self.end_kg.get(at).copied().unwrap_or_default()
    }

    /// Mass of each part at the end at index `at`, kg.
    pub fn end_parts(&self, plan: &Plan, at: usize) -> &[N] {
        self.ends
            .get(at * plan.parts..(at + 1) * plan.parts)
            .unwrap_or(&[])
    }
}

fn refill<N: Number>(numbers: &mut Vec<N>, length: usize) {
    numbers.clear();
    numbers.resize(length, N::ZERO);
}

/// Where mass arrives.
struct Places<'a, N> {
    gates: &'a mut [GateFlow<N>],
    ends: &'a mut [N],
    parts: usize,
}

impl<N: Number> Places<'_, N> {
    /// `pieces` arrive at `target`, each part with its mass.
    fn arrive_whole(&mut self, target: Target, pieces: N, masses: &[N]) {
        match target {
            Target::Item(_) => {}
            Target::Material(at) => {
                let gates = self.gates.iter_mut().skip(at * self.parts);
                gates
                    .zip(masses)
                    .for_each(|(gate, mass)| gate.arriving += pieces * *mass);
            }
            Target::End(at) => {
                let ends = self.ends.iter_mut().skip(at * self.parts);
                ends.zip(masses).for_each(|(end, mass)| *end += pieces * *mass);
            }
        }
    }

    /// `mass` of one part arrives at `target`.
    fn arrive(&mut self, target: Target, part: usize, mass: N) {
        match target {
            Target::Item(_) => {}
            Target::Material(at) => {
                if let Some(gate) = self.gates.get_mut(at * self.parts + part) {
                    gate.arriving += mass;
                }
            }
            Target::End(at) => {
                if let Some(end) = self.ends.get_mut(at * self.parts + part) {
                    *end += mass;
                }
            }
        }
    }
}

fn exit_share<N: Number>(closed_last: bool, share: Slot, numbers: &[N], life: Life, open: N) -> N {
    if life == Life::Last && closed_last {
        N::ZERO
    } else {
        share.of(numbers) * open
    }
}

impl<N: Number> Room<N> {
    /// Factors `I − Qᵀ` of a life.
    fn factor(&mut self, plan: &Plan, numbers: &[N], life: Life) {
        self.scales.clear();
        let scales = plan.items.iter().map(|item| Scale::of(item, numbers, life));
        self.scales.extend(scales);
        let chain = plan.chains.of_life(life);
        chain.factor(&mut self.chain, numbers, &self.scales);
    }

    /// Turns the pieces that begin the life that was factored last into visits.
    fn visit(&mut self, plan: &Plan, life: Life) {
        let chain = plan.chains.of_life(life);
        chain.visits(&mut self.chain, &mut self.visits);
    }
}
