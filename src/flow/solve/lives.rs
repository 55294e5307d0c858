//! The lives between the first and the last, however many: counted by what begins them alone.
//!
//! Invariant: the cost of a life is that of the use stages, not of all stages; what is left of a piece below [`CONVERGED`]
//! goes the way of the last life, so that no mass is lost.

use super::{Life, Room, Solution, Worn};
use crate::flow::network::ItemRole;
use crate::flow::plan::{Plan, Target};

/// Pieces of one sold that are no part of any figure.
const CONVERGED: f64 = 1e-15;

/// Room for the lives between the first and the last.
#[derive(Debug, Clone, Default)]
pub(super) struct Middle {
    /// The stages in which a life can begin.
    worn: Vec<usize>,
    /// Of one piece that begins a life at each of them, what begins the next life at each of them, one after the other.
    leads: Vec<f64>,
    /// Pieces that begin a life at each of them.
    begins: Vec<f64>,
    /// The same of the life after it.
    next: Vec<f64>,
    /// The same of all lives so far.
    sums: Vec<f64>,
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
        let items = plan.items.iter().enumerate();
        let worn = items.filter(|(_, item)| matches!(item.role, ItemRole::Use { .. }));
        let mut middle = std::mem::take(&mut self.room.middle);
        middle.worn.clear();
        middle.worn.extend(worn.map(|(place, _)| place));
        if middle.worn.len() as f64 >= f64::from(lives) {
            for life in 2..lives {
                self.begin_life(life);
                self.live(plan, numbers, Life::Open, Worn::Later);
            }
            self.begin_life(lives);
        } else {
            middle.lead(&mut self.room, plan, numbers);
            self.lives_squared += middle.count(&self.room.entering, lives);
            self.room.enter(&middle.worn, &middle.sums);
            self.live(plan, numbers, Life::Open, Worn::Later);
            self.room.enter(&middle.worn, &middle.begins);
        }
        self.room.middle = middle;
    }
}

impl Middle {
    /// Solves what one piece that begins a life at each use stage leads to.
    fn lead(&mut self, room: &mut Room, plan: &Plan, numbers: &[f64]) {
        self.leads.clear();
        for place in &self.worn {
            room.visits.clear();
            room.visits.resize(plan.items.len(), 0.0);
            if let Some(start) = room.visits.get_mut(*place) {
                *start = 1.0;
            }
            room.visit(plan, Life::Open);
            room.next.fill(0.0);
            for (item, visits) in plan.items.iter().zip(&room.visits) {
                for exit in item.exits.iter().filter(|exit| exit.into_use) {
                    if let Target::Item(to) = exit.to
                        && let Some(next) = room.next.get_mut(to)
                    {
                        *next += visits * exit.share.of(numbers);
                    }
                }
            }
            self.leads
                .extend(self.worn.iter().map(|place| at(&room.next, *place)));
        }
    }

    /// Counts the lives from the second to the last of `lives`, the second begun by the pieces `entering`; gives what they
    /// add to the expected square, and leaves the pieces that begin the last.
    fn count(&mut self, entering: &[f64], lives: u32) -> f64 {
        let uses = self.worn.len();
        self.begins.clear();
        self.begins
            .extend(self.worn.iter().map(|place| at(entering, *place)));
        self.sums.clear();
        self.sums.resize(uses, 0.0);
        let mut squared = 0.0;
        for life in 2..=lives {
            let all: f64 = self.begins.iter().sum();
            squared += f64::from(2 * life - 1) * all;
            // What is left of one piece after so many lives is no part of any figure; it ends as in the last life.
            if life == lives || all < CONVERGED {
                break;
            }
            for (sum, begins) in self.sums.iter_mut().zip(&self.begins) {
                *sum += begins;
            }
            let to_one = |to: usize| {
                let leads = self.leads.iter().skip(to).step_by(uses);
                let pieces = self.begins.iter().zip(leads);
                pieces.map(|(begins, lead)| begins * lead).sum::<f64>()
            };
            self.next.clear();
            self.next.extend((0..uses).map(to_one));
            std::mem::swap(&mut self.begins, &mut self.next);
        }
        squared
    }
}

impl Room {
    /// Puts `pieces` at the stages of `worn`, where they begin a life.
    fn enter(&mut self, worn: &[usize], pieces: &[f64]) {
        self.entering.fill(0.0);
        for (place, pieces) in worn.iter().zip(pieces) {
            if let Some(entering) = self.entering.get_mut(*place) {
                *entering = *pieces;
            }
        }
    }
}
