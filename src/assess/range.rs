//! The range of each line of work: what it becomes when its own factor alone moves from its low to its high end.
//!
//! All pathways are counted with the same moved numbers, which are resolved once for each end of each line.

use super::engine::{Engine, Outcomes};
use crate::flow::Node;
use crate::flow::assemble::Built;
use crate::model::{ActivityId, PlaceId};

/// Hours on every line with its factor at its low and at its high end, for every pathway; flows are central.
pub(super) struct Ranges {
    lines: Vec<Option<[Vec<f64>; 2]>>,
    baseline: usize,
}

impl Ranges {
    /// Counts every line that differs between pathways and whose factor has a range.
    pub(super) fn of(engine: &Engine, built: &Built, numbers: &[f64], outcomes: &Outcomes) -> Self {
        let mut inputs = engine.slots.central();
        let mut moved = Vec::with_capacity(numbers.len());
        let mut hours = |line: usize, (input, value): (usize, f64)| -> Vec<f64> {
            let at = inputs.get_mut(input);
            let central = at.map(|at| std::mem::replace(at, value));
            engine.slots.resolve(&inputs, &mut moved);
            if let (Some(at), Some(central)) = (inputs.get_mut(input), central) {
                *at = central;
            }
            (0..engine.pathways.len())
                .map(|pathway| engine.line_hours(pathway, line, &moved, numbers, outcomes))
                .collect()
        };
        let lines = engine.ledger.lines().iter().enumerate().map(|(line, key)| {
            if !differs(outcomes, engine.baseline, line) {
                return None;
            }
            let (input, low, high) = ends(engine, built, key)?;
            Some([hours(line, (input, low)), hours(line, (input, high))])
        });
        Self {
            lines: lines.collect(),
            baseline: engine.baseline,
        }
    }

    /// The least and the most that `line` differs from the baseline by on the pathway at `place`.
    pub(super) fn range(&self, line: usize, index: usize) -> Option<(f64, f64)> {
        let [low, high] = self.lines.get(line)?.as_ref()?;
        let at = |hours: &[f64]| Some((hours.get(index)? - hours.get(self.baseline)?).abs());
        let (low, high) = (at(low)?, at(high)?);
        Some((low.min(high), low.max(high)))
    }
}

/// The input behind a line, with its low and high end.
fn ends(engine: &Engine, built: &Built, key: &(ActivityId, PlaceId)) -> Option<(usize, f64, f64)> {
    let behind = built.line_factors.get(key)?;
    let slot = engine.slots.slot_of(&behind.factor)?;
    let Some(Node::Input(input)) = engine.slots.node(slot) else {
        return None;
    };
    let figure = &engine.slots.inputs().get(input)?.figure;
    Some((input, figure.low?, figure.high?))
}

/// True where some pathway has other hours on `line` than the baseline.
fn differs(outcomes: &Outcomes, baseline: usize, line: usize) -> bool {
    let hours = |at: usize| outcomes.pathways.get(at)?.hours.get(line).copied();
    let central = hours(baseline);
    (0..outcomes.pathways.len()).any(|at| hours(at) != central)
}
