//! The lives between the first and the last, however many: counted by what begins them alone.
//!
//! Invariant: the cost of a life is that of the use stages, not of all stages; what is left of a piece below [`CONVERGED`]
//! goes the way of the last life, so that no mass is lost.

use super::{Life, Room, Solution, Worn};
use crate::flow::network::ItemRole;
use crate::flow::plan::{Plan, Target};
use crate::quantity::Number;

/// Pieces of one sold that are no part of any figure.
const CONVERGED: f64 = 1e-15;

/// Room for the lives between the first and the last.
#[derive(Debug, Clone, Default)]
pub(super) struct Middle<N> {
    /// The stages in which a life can begin.
    worn: Vec<usize>,
    /// Of one piece that begins a life at each of them, what begins the next life at each of them, one after the other.
    leads: Vec<N>,
    /// Pieces that begin a life at each of them.
    begins: Vec<N>,
    /// The same of the life after it.
    next: Vec<N>,
    /// The same of all lives so far.
    sums: Vec<N>,
}

fn at<N: Number>(numbers: &[N], place: usize) -> N {
    numbers.get(place).copied().unwrap_or_default()
}

impl<N: Number> Solution<N> {
    /// Counts the pieces that begin life `number`: every entry into use is one life, so `P(lives ≥ k)` is what begins
    /// life k, and `E[lives²] = Σ (2k − 1) P`.
    pub(super) fn begin_life(&mut self, number: u32) {
        self.lives_squared += odd::<N>(number) * self.room.entering.iter().copied().sum();
    }

    /// The lives between the first and the last of `lives`; leaves the pieces that begin the last.
    ///
    /// A life leads from use stages to use stages always alike, so what one piece at each of them leads to is solved
    /// once, and lives are counted with that alone; what passes the stages in all of them follows from what begins them.
    pub(super) fn middle_lives(&mut self, plan: &Plan, numbers: &[N], lives: u32) {
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

/// `2k − 1` of life `number`.
fn odd<N: Number>(number: u32) -> N {
    N::of(f64::from(2 * number - 1))
}

impl<N: Number> Middle<N> {
    /// Solves what one piece that begins a life at each use stage leads to.
    fn lead(&mut self, room: &mut Room<N>, plan: &Plan, numbers: &[N]) {
        self.leads.clear();
        for place in &self.worn {
            room.visits.clear();
            room.visits.resize(plan.items.len(), N::ZERO);
            if let Some(start) = room.visits.get_mut(*place) {
                *start = N::ONE;
            }
            room.visit(plan, Life::Open);
            room.next.fill(N::ZERO);
            for (item, visits) in plan.items.iter().zip(&room.visits) {
                for exit in item.exits.iter().filter(|exit| exit.into_use) {
                    if let Target::Item(to) = exit.to
                        && let Some(next) = room.next.get_mut(to)
                    {
                        *next += *visits * exit.share.of(numbers);
                    }
                }
            }
            self.leads
                .extend(self.worn.iter().map(|place| at(&room.next, *place)));
        }
    }

    /// Counts the lives from the second to the last of `lives`, the second begun by the pieces `entering`; gives what they
    /// add to the expected square, and leaves the pieces that begin the last.
    ///
    /// Where several draws stand side by side, one of which nothing is left rests while the others go on.
    fn count(&mut self, entering: &[N], lives: u32) -> N {
        let uses = self.worn.len();
        self.begins.clear();
        self.begins
            .extend(self.worn.iter().map(|place| at(entering, *place)));
        self.sums.clear();
        self.sums.resize(uses, N::ZERO);
        let mut squared = N::ZERO;
        // 1 where pieces are still to be counted, 0 where the life before was the last that counts.
        let mut goes_on = N::ONE;
        for life in 2..=lives {
            let all: N = self.begins.iter().copied().sum();
            squared += goes_on.if_above(0.0, odd::<N>(life) * all, N::ZERO);
            // What is left of one piece after so many lives is no part of any figure; it ends as in the last life.
            if life == lives || all.all_below(CONVERGED) {
                break;
            }
            goes_on = all.if_reaches(N::of(CONVERGED), goes_on, N::ZERO);
            let rests = |moved: N, before: N| goes_on.if_above(0.0, moved, before);
            for (sum, begins) in self.sums.iter_mut().zip(&self.begins) {
                *sum = rests(*sum + *begins, *sum);
            }
            let to_one = |(to, before): (usize, &N)| {
                let leads = self.leads.iter().skip(to).step_by(uses);
                let pieces = self.begins.iter().zip(leads);
                rests(pieces.map(|(begins, lead)| *begins * *lead).sum(), *before)
            };
            self.next.clear();
            self.next.extend(self.begins.iter().enumerate().map(to_one));
            std::mem::swap(&mut self.begins, &mut self.next);
        }
        squared
    }
}

impl<N: Number> Room<N> {
    /// Puts `pieces` at the stages of `worn`, where they begin a life.
    fn enter(&mut self, worn: &[usize], pieces: &[N]) {
        self.entering.fill(N::ZERO);
        for (place, pieces) in worn.iter().zip(pieces) {
            if let Some(entering) = self.entering.get_mut(*place) {
                *entering = *pieces;
            }
        }
    }
}
