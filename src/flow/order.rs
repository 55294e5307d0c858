//! The order of material stages: each stands after those that feed it; a circle is refused.

use super::error::FlowError;
use super::plan::{Plan, Target};
use crate::model::StageId;

impl Plan {
    /// Puts material stages in the order of their flow; an error names those that feed one another in a circle.
    pub(super) fn sort_materials(&mut self) -> Result<(), FlowError> {
        let count = self.materials.len();
        let mut order: Vec<usize> = Vec::with_capacity(count);
        while order.len() < count {
            let ready = (0..count).find(|at| {
                !order.contains(at) && !(0..count).any(|from| !order.contains(&from) && self.feeds(from, *at))
            });
            match ready {
                Some(at) => order.push(at),
                None => return Err(FlowError::MaterialCycle(self.cycle(&order))),
            }
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

    fn cycle(&self, done: &[usize]) -> Vec<StageId> {
        let left: Vec<usize> = (0..self.materials.len())
            .filter(|at| !done.contains(at))
            .collect();
        let on_cycle = left.iter().filter(|at| self.reaches(**at, **at));
        on_cycle
            .filter_map(|at| self.materials.get(*at).map(|material| material.id.clone()))
            .collect()
    }

    fn reaches(&self, from: usize, to: usize) -> bool {
        let mut seen = vec![false; self.materials.len()];
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for next in (0..self.materials.len()).filter(|next| self.feeds(at, *next)) {
                if next == to {
                    return true;
                }
                if let Some(seen) = seen.get_mut(next).filter(|seen| !**seen) {
                    *seen = true;
                    open.push(next);
                }
            }
        }
        false
    }

    fn feeds(&self, from: usize, to: usize) -> bool {
        let gates = self
            .materials
            .get(from)
            .map_or(&[][..], |material| &material.gates);
        gates
            .iter()
            .any(|gate| gate.passes_on().any(|target| target == Target::Material(to)))
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
        self.materials = order
            .iter()
            .filter_map(|old| self.materials.get(*old).cloned())
            .collect();
    }
}
