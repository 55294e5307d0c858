//! Of a hundred pieces sold: whole garments on every way, in whole numbers that add up at every stage.
//!
//! Invariant: each count is the exact number rounded down or up, as many garments leave a stage as reach it, and of all
//! such roundings this one has the least squared error; where a stage only shares out, that is the largest remainder.

use super::figures::{FlowKind, PathwayFigures};
use crate::model::StageId;
use std::collections::BTreeMap;

/// How many pieces are looked at.
pub const PIECES: u32 = 100;
/// Where there are more ways than this, each number is rounded by itself.
const MOST_WAYS: usize = 300;
/// Nearer than this to a whole number is whole.
const WHOLE: f64 = 1e-7;

/// Counts of a pathway; all per hundred pieces sold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hundred {
    /// Garments on each flow of the figures, in their order; none on flows that are no whole garments.
    pub flows: Vec<Option<u32>>,
    /// Garments that reach each stage, in the order of the figures; a stage on a loop counts every time.
    pub stages: Vec<u32>,
}

/// The counts of `figures`, whose pieces of `mass_kg` start at `start`.
pub fn hundred(figures: &PathwayFigures, start: &StageId, mass_kg: f64) -> Hundred {
    let stages = figures.stages.iter().enumerate();
    let known: BTreeMap<&StageId, usize> = stages.map(|(at, stage)| (&stage.stage, at)).collect();
    let index = |id: &StageId| known.get(id).copied();
    let is_item = |at: usize| figures.stages.get(at).is_some_and(|stage| stage.visits.is_some());
    let outside = figures.stages.len();
    let (Some(start), true) = (index(start), mass_kg > 0.0) else {
        return Hundred {
            flows: vec![None; figures.flows.len()],
            stages: vec![0; figures.stages.len()],
        };
    };
    let pieces = f64::from(PIECES);
    let mut round = Round {
        edges: vec![Edge::new(outside, start, pieces)],
        nodes: outside + 1,
    };
    let mut places = Vec::with_capacity(figures.flows.len());
    for flow in &figures.flows {
        let ends = index(&flow.from).zip(index(&flow.to));
        let edge = ends.filter(|_| flow.kind == FlowKind::Pieces).map(|(from, to)| {
            // What is whole no longer leaves the garments for good.
            let to = if is_item(to) { to } else { outside };
            round.edges.push(Edge::new(from, to, flow.kg / mass_kg * pieces));
            round.edges.len() - 1
        });
        places.push(edge);
    }
    if round.edges.len() <= MOST_WAYS {
        round.make_whole();
        round.improve();
    }
    let mut counts = Hundred {
        flows: places
            .into_iter()
            .map(|index| Some(round.edges.get(index?)?.count()))
            .collect(),
        stages: vec![0; figures.stages.len()],
    };
    if let Some(first) = counts.stages.get_mut(start) {
        *first += PIECES;
    }
    for (flow, count) in figures.flows.iter().zip(&counts.flows) {
        let reached = index(&flow.to).and_then(|to| counts.stages.get_mut(to));
        if let (Some(stage), Some(count)) = (reached, count) {
            *stage += count;
        }
    }
    counts
}

/// A way that garments take.
#[derive(Debug, Clone, Copy)]
struct Edge {
    from: usize,
    to: usize,
    /// The exact number.
    exact: f64,
    /// The number as it is rounded so far.
    now: f64,
}

impl Edge {
    fn new(from: usize, to: usize, exact: f64) -> Self {
        let near = exact.round();
        let now = if (exact - near).abs() < WHOLE { near } else { exact };
        Self { from, to, exact, now }
    }

    fn is_whole(&self) -> bool {
        (self.now - self.now.round()).abs() < WHOLE
    }

    /// Room to the next whole number above, or beneath.
    fn room(&self, up: bool) -> f64 {
        if up {
            self.now.floor() + 1.0 - self.now
        } else {
            self.now - self.now.ceil() + 1.0
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of garments, rounded and not negative"
    )]
    fn count(&self) -> u32 {
        self.now.round().max(0.0) as u32
    }
}

/// All ways, closed to a round: what leaves for good comes in again as sold.
#[derive(Debug)]
struct Round {
    edges: Vec<Edge>,
    nodes: usize,
}

impl Round {
    /// Moves garments along rounds of broken numbers until every number is whole; sums at stages stay.
    fn make_whole(&mut self) {
        // Every turn makes at least one more number whole.
        for _ in 0..self.edges.len() {
            let Some(round) = self.broken_round() else { return };
            let room = |along: bool| {
                let rooms = round.iter().filter_map(|(edge, ahead)| {
                    let edge = self.edges.get(*edge)?;
                    Some(edge.room(*ahead == along))
                });
                rooms.fold(f64::INFINITY, f64::min)
            };
            let (with, against) = (room(true), room(false));
            let (step, along) = if with <= against {
                (with, true)
            } else {
                (against, false)
            };
            for (edge, ahead) in round {
                if let Some(edge) = self.edges.get_mut(edge) {
                    edge.now += if ahead == along { step } else { -step };
                    if edge.is_whole() {
                        edge.now = edge.now.round();
                    }
                }
            }
        }
    }

    /// A round of ways whose numbers are broken, each with whether it is walked ahead. A stage with one broken number
    /// has another, for its sum is whole.
    fn broken_round(&self) -> Option<Vec<(usize, bool)>> {
        let first = self.edges.iter().position(|edge| !edge.is_whole())?;
        let mut walk = vec![(first, true)];
        let mut seen = vec![self.edges.get(first)?.from];
        let mut here = self.edges.get(first)?.to;
        loop {
            if let Some(at) = seen.iter().position(|node| *node == here) {
                return Some(walk.split_off(at));
            }
            seen.push(here);
            let (last, _) = *walk.last()?;
            let next = self.edges.iter().enumerate().find(|(index, edge)| {
                *index != last && !edge.is_whole() && (edge.from == here || edge.to == here)
            });
            let (index, edge) = next?;
            let ahead = edge.from == here;
            here = if ahead { edge.to } else { edge.from };
            walk.push((index, ahead));
        }
    }

    /// Moves single garments along rounds as long as that brings the counts nearer to the exact numbers.
    fn improve(&mut self) {
        // The squared error falls with every turn by a step that cannot become small without end.
        for _ in 0..10 * self.edges.len() {
            let Some(round) = self.better_round() else { return };
            for (edge, up) in round {
                if let Some(edge) = self.edges.get_mut(edge) {
                    edge.now += if up { 1.0 } else { -1.0 };
                }
            }
        }
    }

    /// A round of single garments that lowers the squared error (Bellman and Ford).
    fn better_round(&self) -> Option<Vec<(usize, bool)>> {
        let mut cost = vec![0.0; self.nodes];
        let mut came: Vec<Option<(usize, usize, bool)>> = vec![None; self.nodes];
        let mut last = None;
        for _ in 0..self.nodes {
            last = None;
            for (at, from, to, up, price) in self.moves() {
                let reached = cost.get(from).copied().unwrap_or(0.0) + price;
                if let Some(best) = cost.get_mut(to).filter(|best| reached < **best - WHOLE) {
                    *best = reached;
                    if let Some(came) = came.get_mut(to) {
                        *came = Some((from, at, up));
                    }
                    last = Some(to);
                }
            }
        }
        let mut here = last?;
        for _ in 0..self.nodes {
            here = came.get(here).copied().flatten()?.0;
        }
        let (mut round, end) = (Vec::new(), here);
        loop {
            let (from, at, up) = came.get(here).copied().flatten()?;
            round.push((at, up));
            here = from;
            if here == end {
                return Some(round);
            }
        }
    }

    /// Every way to move one garment: edge, from, to, whether it adds one, and what that does to the squared error.
    fn moves(&self) -> impl Iterator<Item = (usize, usize, usize, bool, f64)> {
        let broken = self
            .edges
            .iter()
            .enumerate()
            .filter(|(_, edge)| (edge.exact - edge.exact.round()).abs() >= WHOLE);
        broken.map(|(at, edge)| {
            let error = |now: f64| (now - edge.exact) * (now - edge.exact);
            // Only the two whole numbers beside the exact one are allowed.
            let up = edge.now < edge.exact;
            let other = if up { edge.now + 1.0 } else { edge.now - 1.0 };
            let (from, to) = if up {
                (edge.from, edge.to)
            } else {
                (edge.to, edge.from)
            };
            (at, from, to, up, error(other) - error(edge.now))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(nodes: usize, edges: &[(usize, usize, f64)]) -> Vec<u32> {
        let edges = edges
            .iter()
            .map(|(from, to, exact)| Edge::new(*from, *to, *exact));
        let mut round = Round {
            edges: edges.collect(),
            nodes,
        };
        round.make_whole();
        round.improve();
        round.edges.iter().map(Edge::count).collect()
    }

    #[test]
    fn a_stage_that_only_shares_out_follows_the_largest_remainder() {
        let shares = [(1, 0, 33.3), (1, 0, 33.3), (1, 0, 33.4)];
        let edges: Vec<_> = [(0, 1, 100.0)].into_iter().chain(shares).collect();
        assert_eq!(rounded(2, &edges), [100, 33, 33, 34]);
        let shares = [(1, 0, 0.6), (1, 0, 0.6), (1, 0, 98.8)];
        let edges: Vec<_> = [(0, 1, 100.0)].into_iter().chain(shares).collect();
        assert_eq!(rounded(2, &edges), [100, 1, 0, 99]);
    }

    #[test]
    fn loops_and_stages_on_the_way_add_up() {
        // Sold into 1, on to 2, from there back to 1 or to 3, from 3 out by two ways.
        let edges = [
            (0, 1, 100.0),
            (1, 2, 112.4),
            (2, 1, 12.4),
            (2, 3, 55.55),
            (2, 0, 44.45),
            (3, 0, 27.3),
            (3, 0, 28.25),
        ];
        let counts = rounded(4, &edges);
        assert_eq!(counts, [100, 112, 12, 55, 45, 27, 28]);
    }
}
