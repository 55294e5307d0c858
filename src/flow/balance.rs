//! The mass balance: what goes into each stage comes out of it.

use super::plan::{Plan, Target};
use super::solve::Solution;

/// The largest |in − out| of all stages, kg, and the tolerance it must keep: 100·ε·largest flow.
pub fn imbalance(plan: &Plan, solution: &Solution, masses: &[f64]) -> (f64, f64) {
    let mass = sum(masses.iter().copied());
    let mut arriving = vec![0.0; plan.items.len()];
    if let Some(start) = arriving.get_mut(plan.start) {
        *start = mass;
    }
    let (mut worst, mut largest) = (0.0_f64, mass);
    let mut leaving = Vec::with_capacity(plan.items.len());
    for (item, flows) in solution.exits_by_item(plan) {
        leaving.push(sum(flows.iter().copied()) * mass);
        let targets = item.exits.iter().map(|exit| Some(exit.to)).chain([item.fallback]);
        for (target, pieces) in targets.zip(flows) {
            if let Some(Target::Item(to)) = target
                && let Some(total) = arriving.get_mut(to)
            {
                *total += pieces * mass;
            }
        }
    }
    for (arrived, left) in arriving.iter().zip(&leaving) {
        worst = worst.max((arrived - left).abs());
        largest = largest.max(*arrived);
    }
    for gate in &solution.gates {
        worst = worst.max((gate.arriving - gate.removed - gate.refused - gate.output - gate.residue).abs());
    }
    worst = worst.max((mass - sum(solution.ends.iter().copied())).abs());
    (worst, 100.0 * f64::EPSILON * largest)
}

/// The sum with what rounding takes from it put back (Neumaier 1974): of hundreds of parts a plain sum loses more than the
/// tolerance.
fn sum(terms: impl Iterator<Item = f64>) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0);
    for term in terms {
        let next = total + term;
        lost += if total.abs() >= term.abs() {
            (total - next) + term
        } else {
            (term - next) + total
        };
        total = next;
    }
    total + lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_loses_nothing_to_rounding() {
        let terms = [1.0, 1e100, 1.0, -1e100];
        assert!((sum(terms.into_iter()) - 2.0).abs() < f64::EPSILON);
        let many = sum(std::iter::repeat_n(0.001, 100_000));
        assert!((many - 100.0).abs() < 100.0 * f64::EPSILON);
    }
}
