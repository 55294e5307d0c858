//! The mass balance: what goes into each stage comes out of it.

use super::plan::{Plan, Target};
use super::solve::Solution;
use super::sum::Sum;

/// The largest |in − out| of all stages, kg, and the tolerance it must keep: 100·ε·largest flow.
pub fn imbalance(plan: &Plan, solution: &Solution, masses: &[f64]) -> (f64, f64) {
    let mass = Sum::of(masses.iter().copied());
    // Of hundreds of parts or stages a plain sum loses more than the tolerance.
    let mut arriving = vec![Sum::default(); plan.items.len()];
    if let Some(start) = arriving.get_mut(plan.start) {
        start.add(mass);
    }
    let (mut worst, mut largest) = (0.0_f64, mass);
    let mut leaving = Vec::with_capacity(plan.items.len());
    for (item, flows) in solution.exits_by_item(plan) {
        leaving.push(Sum::of(flows.iter().copied()) * mass);
        let targets = item.exits.iter().map(|exit| Some(exit.to)).chain([item.fallback]);
        for (target, pieces) in targets.zip(flows) {
            if let Some(Target::Item(to)) = target
                && let Some(total) = arriving.get_mut(to)
            {
                total.add(pieces * mass);
            }
        }
    }
    for (arrived, left) in arriving.iter().zip(&leaving) {
        worst = worst.max((arrived.get() - left).abs());
        largest = largest.max(arrived.get());
    }
    for gate in &solution.gates {
        worst = worst.max((gate.arriving - gate.removed - gate.refused - gate.output - gate.residue).abs());
    }
    worst = worst.max((mass - Sum::of(solution.ends.iter().copied())).abs());
    (worst, 100.0 * f64::EPSILON * largest)
}
