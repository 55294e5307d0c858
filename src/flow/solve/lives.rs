//! The lives between the first and the last, however many: counted by what begins them alone.
//!
//! Invariant: the cost of a life is that of the use stages, not of all stages; what is left of a piece below [`CONVERGED`]
//! goes the way of the last life, so that no mass is lost.

use super::{Life, Solution, Worn};
use crate::flow::network::ItemRole;
use crate::flow::plan::{Plan, Target};

/// Pieces of one sold that are no part of any figure.
const CONVERGED: f64 = 1e-15;

/// The stages in which a life can begin.
fn used(plan: &Plan) -> impl Iterator<Item = usize> {
    let items = plan.items.iter().enumerate();
    items
        .filter(|(_, item)| matches!(item.role, ItemRole::Use { .. }))
        .map(|(place, _)| place)
}

fn at(numbers: &[f64], place: usize) -> f64 {
    numbers.get(place).copied().unwrap_or_default()
}

impl Solution {
    /// Counts the pieces that begin life `number`: every entry into use is one life, so `P(lives ≥ k)` is what begins
    /// life k, and `E[lives²] = Σ (2k − 1) P`.
    pub(super) fn begin_life(&mut self, number: u32) {
        self.lives_squared += f64::from(2 * number - 1) * self.room.entering.iter().sum::<f64>();
    }

    /// The lives between the first and the last of `lives`; leaves the pieces that begin the last.
    ///
    /// A life leads from use stages to use stages always alike, so what one piece at each of them leads to is solved
    /// once, and lives are counted with that alone; what passes the stages in all of them follows from what begins them.
    pub(super) fn middle_lives(&mut self, plan: &Plan, numbers: &[f64], lives: u32) {
        let worn: Vec<usize> = used(plan).collect();
        if worn.len() as f64 >= f64::from(lives) {
            for life in 2..lives {
                self.begin_life(life);
                self.live(plan, numbers, Life::Open, Worn::Later);
            }
            return self.begin_life(lives);
        }
        let leads = self.leads(plan, numbers, &worn);
        let mut begins: Vec<f64> = worn.iter().map(|place| at(&self.room.entering, *place)).collect();
        let mut sums = vec![0.0; worn.len()];
        for life in 2..=lives {
            let all: f64 = begins.iter().sum();
            self.lives_squared += f64::from(2 * life - 1) * all;
            // What is left of one piece after so many lives is no part of any figure; it ends as in the last life.
            if life == lives || all < CONVERGED {
                break;
            }
            sums.iter_mut()
                .zip(&begins)
                .for_each(|(sum, begins)| *sum += begins);
            begins = (0..worn.len())
                .map(|to| {
                    begins
                        .iter()
                        .zip(&leads)
                        .map(|(begins, to_all)| begins * at(to_all, to))
                        .sum()
                })
                .collect();
        }
        self.enter(&worn, &sums);
        self.live(plan, numbers, Life::Open, Worn::Later);
        self.enter(&worn, &begins);
    }

    /// Of one piece that begins a life at each of `worn`, what begins the next life at each of them.
    fn leads(&mut self, plan: &Plan, numbers: &[f64], worn: &[usize]) -> Vec<Vec<f64>> {
        let mut leads = Vec::with_capacity(worn.len());
        for place in worn {
            self.room.visits.clear();
            self.room.visits.resize(plan.items.len(), 0.0);
            if let Some(start) = self.room.visits.get_mut(*place) {
                *start = 1.0;
            }
            self.room.chain.solve(&mut self.room.visits);
            let mut next = vec![0.0; plan.items.len()];
            for (item, visits) in plan.items.iter().zip(&self.room.visits) {
                for exit in item.exits.iter().filter(|exit| exit.into_use) {
                    if let Target::Item(to) = exit.to
                        && let Some(next) = next.get_mut(to)
                    {
                        *next += visits * exit.share.of(numbers);
                    }
                }
            }
            leads.push(worn.iter().map(|place| at(&next, *place)).collect());
        }
        leads
    }

    /// Puts `pieces` at the stages of `worn`, where they begin a life.
    fn enter(&mut self, worn: &[usize], pieces: &[f64]) {
        self.room.entering.fill(0.0);
        for (place, pieces) in worn.iter().zip(pieces) {
            if let Some(entering) = self.room.entering.get_mut(*place) {
                *entering = *pieces;
            }
        }
    }
}
