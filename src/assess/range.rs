//! The range of each line of work: what it becomes when its own factor alone moves from its low to its high end.
//!
//! All pathways are counted with the same moved numbers, of several lines side by side.

use super::engine::{Engine, Outcomes};
use crate::flow::assemble::Built;
use crate::flow::{Node, PAIRS, Trials, pair};
use crate::model::{ActivityId, PlaceId};

/// Hours on every line with its factor at its low and at its high end, for every pathway; flows are central.
pub(super) struct Ranges {
    lines: Vec<Option<Vec<[f64; 2]>>>,
    baseline: usize,
}

impl Ranges {
    /// Counts every line that differs between pathways and whose factor has a range.
    pub(super) fn of(engine: &Engine, built: &Built, numbers: &[f64], outcomes: &Outcomes) -> Self {
        let lines = engine.ledger.lines().iter().enumerate();
        let ranged = lines.filter(|(line, _)| differs(outcomes, engine.baseline, *line));
        let ranged: Vec<(usize, (usize, [f64; 2]))> = ranged
            .filter_map(|(line, key)| Some((line, ends(engine, built, key)?)))
            .collect();
        let mut trials = Trials::of(&engine.slots);
        let mut lines = vec![None; engine.ledger.lines().len()];
        for together in ranged.chunks(PAIRS) {
            let moved = trials.at_both(together.iter().map(|(_, ends)| *ends));
            for (turn, (line, _)) in together.iter().enumerate() {
                let hours = (0..engine.pathways.len()).map(|pathway| {
                    let hours = engine.line_hours(pathway, *line, moved, numbers, outcomes);
                    pair(hours, turn)
                });
                if let Some(found) = lines.get_mut(*line) {
                    *found = Some(hours.collect());
                }
            }
        }
        Self {
            lines,
            baseline: engine.baseline,
        }
    }

    /// The least and the most that `line` differs from the baseline by on the pathway at `place`.
    pub(super) fn range(&self, line: usize, index: usize) -> Option<(f64, f64)> {
        let hours = self.lines.get(line)?.as_ref()?;
        let (own, baseline) = (hours.get(index)?, hours.get(self.baseline)?);
        let ([low, high], [low_before, high_before]) = (own, baseline);
        let (low, high) = ((low - low_before).abs(), (high - high_before).abs());
        Some((low.min(high), low.max(high)))
    }
}

/// The input behind a line, with its low and high end.
fn ends(engine: &Engine, built: &Built, key: &(ActivityId, PlaceId)) -> Option<(usize, [f64; 2])> {
    let behind = built.line_factors.get(key)?;
    let slot = engine.slots.slot_of(&behind.factor)?;
    let Some(Node::Input(input)) = engine.slots.node(slot) else {
        return None;
    };
    let figure = &engine.slots.inputs().get(input)?.figure;
    Some((input, [figure.low?, figure.high?]))
}

/// True where some pathway has other hours on `line` than the baseline.
fn differs(outcomes: &Outcomes, baseline: usize, line: usize) -> bool {
    let hours = |at: usize| outcomes.pathways.get(at)?.hours.get(line).copied();
    let central = hours(baseline);
    (0..outcomes.pathways.len()).any(|at| hours(at) != central)
}
