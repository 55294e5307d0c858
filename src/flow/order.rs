//! The order of material stages: each stands after those that feed it; a circle is refused.

use super::error::FlowError;
use super::plan::{Plan, PlanGate, PlanMaterial, Target};
use crate::model::StageId;
use std::collections::BTreeSet;

impl Plan {
    /// Puts material stages in the order of their flow; an error names those that feed one another in a circle.
    pub(super) fn sort_materials(&mut self) -> Result<(), FlowError> {
        let count = self.materials.len();
        let feeds = self.feeds();
        let mut waits = vec![0_usize; count];
        for to in feeds.iter().flatten() {
            if let Some(waits) = waits.get_mut(*to) {
                *waits += 1;
            }
        }
        let mut ready: BTreeSet<usize> = (0..count).filter(|place| waits.get(*place) == Some(&0)).collect();
        let mut order: Vec<usize> = Vec::with_capacity(count);
        while let Some(place) = ready.pop_first() {
            order.push(place);
            for to in feeds.get(place).into_iter().flatten() {
                if let Some(waits) = waits.get_mut(*to) {
                    *waits -= 1;
                    if *waits == 0 {
                        ready.insert(*to);
                    }
                }
            }
        }
        if order.len() < count {
            return Err(FlowError::MaterialCycle(self.cycle(&feeds, &order)));
        }
        let mut renumbered = vec![0; count];
        for (new, old) in order.iter().enumerate() {
            if let Some(index) = renumbered.get_mut(*old) {
                *index = new;
            }
        }
        self.renumber_materials(&order, &renumbered);
        Ok(())
    }

    fn cycle(&self, feeds: &[BTreeSet<usize>], done: &[usize]) -> Vec<StageId> {
        let left = (0..self.materials.len()).filter(|place| !done.contains(place));
        let on_cycle = left.filter(|place| reaches(feeds, *place, *place));
        on_cycle
            .filter_map(|place| self.materials.get(place).map(|material| material.id.clone()))
            .collect()
    }

    /// The material stages that each passes something on to.
    fn feeds(&self) -> Vec<BTreeSet<usize>> {
        let place = |target: Target| match target {
            Target::Material(place) => Some(place),
            _ => None,
        };
        let of = |gates: &[PlanGate]| {
            gates
                .iter()
                .flat_map(PlanGate::passes_on)
                .filter_map(place)
                .collect()
        };
        self.materials
            .iter()
            .map(|material| of(&material.gates))
            .collect()
    }

    fn renumber_materials(&mut self, order: &[usize], renumbered: &[usize]) {
        let renumber = |target: &mut Target| {
            if let Target::Material(at) = target
                && let Some(new) = renumbered.get(*at)
            {
                *at = *new;
            }
        };
        for item in &mut self.items {
            item.exits.iter_mut().for_each(|exit| renumber(&mut exit.to));
            item.fallback.iter_mut().for_each(renumber);
        }
        for gate in self.materials.iter_mut().flat_map(|material| &mut material.gates) {
            let targets = [&mut gate.removed_to, &mut gate.residue_to, &mut gate.refused_to];
            targets.into_iter().flatten().for_each(renumber);
        }
        let mut materials: Vec<Option<PlanMaterial>> = self.materials.drain(..).map(Some).collect();
        let next = order.iter().filter_map(|old| materials.get_mut(*old)?.take());
        self.materials.extend(next);
    }
}

fn reaches(feeds: &[BTreeSet<usize>], from: usize, to: usize) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(place) = open.pop() {
        for next in feeds.get(place).into_iter().flatten() {
            if *next == to {
                return true;
            }
            if seen.insert(*next) {
                open.push(*next);
            }
        }
    }
    false
}
