//! Draws: every figure of every pathway for a range of draw numbers.

use super::sampler::{Sampler, Shape};
use crate::assess::{Circularity, Engine, Outcome, Outcomes};
use crate::figure::{Numbers, PathwayFigure};
use crate::indicator::flows::Outflow;
use crate::quantity::{Lanes, Number};
use crate::work::hours::Totals;
use std::iter::repeat;
use std::ops::Range;

/// Number of figures that are drawn.
pub(super) fn width() -> usize {
    PathwayFigure::drawn().len()
}

/// Figures of a run of draws, each as its own series over the draws.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draws {
    /// Number of pathways.
    pub pathways: usize,
    /// The figures: pathway after pathway, figure after figure, of each its values in the order of the draws.
    pub figures: Vec<Vec<f64>>,
    /// Number of lines of work.
    pub lines: usize,
    /// Hours of each line against the baseline: pathway after pathway, line after line, as above.
    pub hours: Vec<Vec<f64>>,
}

impl Draws {
    /// Room for `count` draws of `engine`.
    fn room(engine: &Engine, count: usize) -> Self {
        let (pathways, lines) = (engine.pathways.len(), engine.ledger.lines().len());
        let series = |number: usize| (0..number).map(|_| Vec::with_capacity(count)).collect();
        Self {
            pathways,
            figures: series(pathways * width()),
            lines,
            hours: series(pathways * lines),
        }
    }

    /// Number of draws.
    pub fn len(&self) -> usize {
        self.figures.first().map_or(0, Vec::len)
    }

    /// True without draws.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The figure in one column of one pathway over all draws.
    pub fn series(&self, pathway: usize, column: usize) -> impl Iterator<Item = f64> {
        let series = self.figures.get(pathway * width() + column);
        series.into_iter().flatten().copied()
    }

    /// The hours of one line of one pathway, against the baseline, over all draws.
    pub fn line(&self, pathway: usize, line: usize) -> impl Iterator<Item = f64> {
        let series = self.hours.get(pathway * self.lines + line);
        series.into_iter().flatten().copied()
    }

    /// Adds the draws of the numbers that follow.
    pub fn append(&mut self, more: Self) {
        if self.figures.is_empty() {
            *self = more;
            return;
        }
        let pairs = self.figures.iter_mut().zip(more.figures);
        for (series, more) in pairs.chain(self.hours.iter_mut().zip(more.hours)) {
            series.extend(more);
        }
    }

    /// Adds the figures of the first `count` draws of `outcomes`.
    fn push<N: Number>(&mut self, engine: &Engine, outcomes: &Outcomes<N>, count: usize) {
        let mut figures = self.figures.chunks_mut(width().max(1));
        let mut hours = self.hours.chunks_mut(self.lines.max(1));
        for (at, outcome) in outcomes.pathways.iter().enumerate() {
            let own = figures.next().unwrap_or(&mut []);
            for lane in 0..count {
                let results = Results::of(outcome, lane);
                for (figure, series) in PathwayFigure::drawn().iter().zip(own.iter_mut()) {
                    series.push(figure.value(&results));
                }
            }
            // A pathway without an answer has no hours, and keeps its room.
            let none = N::of(f64::NAN);
            let differences = engine.differences(at, &outcomes.pathways).chain(repeat(none));
            for (series, hours) in hours.next().into_iter().flatten().zip(differences) {
                series.extend((0..count).map(|lane| hours.lane(lane)));
            }
        }
    }
}

/// What figures are read from in one draw.
struct Results {
    circularity: Circularity,
    designed: Outflow,
    totals: Totals,
}

impl Results {
    /// Those of `outcome` in lane `at`.
    fn of<N: Number>(outcome: &Outcome<N>, at: usize) -> Self {
        Self {
            circularity: outcome.circularity.lane(at),
            designed: outcome.designed.lane(at),
            totals: outcome.totals.lane(at),
        }
    }
}

impl<'a> From<&'a Results> for Numbers<'a> {
    fn from(results: &'a Results) -> Self {
        Self {
            circularity: &results.circularity,
            designed: &results.designed,
            totals: &results.totals,
        }
    }
}

/// Rows of draws side by side that are drawn before they are evaluated.
pub const ROWS: usize = 32;

/// Computes the draws with `numbers`, several side by side; any range gives the same digits, alone or with others. Stops
/// early, with the draws so far, when `stop` says so.
pub fn draw(
    engine: &Engine,
    sampler: &Sampler,
    seed: u64,
    numbers: Range<u64>,
    stop: &dyn Fn() -> bool,
) -> Draws {
    let count = usize::try_from(numbers.end.saturating_sub(numbers.start)).unwrap_or(0);
    let mut draws = Draws::room(engine, count);
    let varies: Vec<bool> = sampler.shapes().map(Shape::varies).collect();
    let mut moving = engine
        .slots
        .moving::<Lanes>(&engine.slots.central(), |input| varies.get(input) == Some(&true));
    let mut outcomes = Outcomes::default();
    let mut rows = vec![Vec::new(); ROWS.min(count.div_ceil(Lanes::WIDTH))];
    for first in numbers.clone().step_by(ROWS * Lanes::WIDTH) {
        sampler.fill(seed, first, &mut rows);
        let mut left = usize::try_from(numbers.end - first).unwrap_or(usize::MAX);
        for row in &rows {
            if left == 0 || stop() {
                break;
            }
            engine.evaluate_figures(moving.resolve(row), &mut outcomes);
            draws.push(engine, &outcomes, left.min(Lanes::WIDTH));
            left = left.saturating_sub(Lanes::WIDTH);
        }
    }
    draws
}
