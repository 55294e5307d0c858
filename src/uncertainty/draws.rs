//! Draws: every figure of every pathway for a range of draw numbers, and the bands over them.

use super::sampler::{Sampler, Shape};
use crate::assess::{Engine, Outcomes};
use crate::figure::{Better, PathwayFigure};
use crate::lang::Lang;
use std::iter::repeat;
use std::ops::Range;

/// Number of figures that are drawn.
fn width() -> usize {
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

    /// Adds the figures of one draw.
    fn push(&mut self, engine: &Engine, outcomes: &Outcomes) {
        let mut figures = self.figures.iter_mut();
        let mut hours = self.hours.chunks_mut(self.lines.max(1));
        for (at, outcome) in outcomes.pathways.iter().enumerate() {
            for (figure, series) in PathwayFigure::drawn().iter().zip(figures.by_ref()) {
                series.push(figure.value(outcome));
            }
            // A pathway without an answer has no hours, and keeps its room.
            let differences = engine.differences(at, &outcomes.pathways).chain(repeat(f64::NAN));
            for (series, hours) in hours.next().into_iter().flatten().zip(differences) {
                series.push(hours);
            }
        }
    }
}

/// Computes the draws with `numbers`; any range gives the same digits, alone or with others. Stops early, with the
/// draws so far, when `stop` says so (asked every 64 draws).
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
    let mut inputs = engine.slots.central();
    let mut moving = engine
        .slots
        .moving(&inputs, |input| varies.get(input) == Some(&true));
    let mut outcomes = Outcomes::default();
    for number in numbers {
        if number % 64 == 0 && stop() {
            break;
        }
        sampler.draw(seed, number, &mut inputs);
        engine.evaluate(moving.resolve(&inputs), &mut outcomes);
        draws.push(engine, &outcomes);
    }
    draws
}

/// The spread of one figure over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Band {
    /// 5 % point.
    pub p5: f64,
    /// Middle.
    pub p50: f64,
    /// 95 % point.
    pub p95: f64,
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
}

impl Band {
    /// The band of the same values with the other sign.
    #[must_use]
    pub fn turned(self) -> Self {
        Self {
            p5: -self.p95,
            p50: -self.p50,
            p95: -self.p5,
            mean: -self.mean,
            sd: self.sd,
        }
    }

    /// Low–high in the form of `figure`, with no more digits than it allows.
    pub fn said(self, figure: PathwayFigure, lang: Lang) -> String {
        figure.form().range(self.p50, (self.p5, self.p95), lang)
    }

    /// The same without a unit that stands elsewhere.
    pub fn said_bare(self, figure: PathwayFigure, lang: Lang) -> String {
        figure.form().bare_range(self.p50, (self.p5, self.p95), lang)
    }
}

/// The band of `values`; `None` where a draw gave no number. Points between two draws are interpolated linearly.
pub fn band(values: &mut [f64]) -> Option<Band> {
    if values.is_empty() || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .sum::<f64>()
        / count;
    Some(Band {
        p5: point(values, 0.05),
        p50: point(values, 0.5),
        p95: point(values, 0.95),
        mean,
        sd: variance.sqrt(),
    })
}

/// The value that the share `p` of `values` stays under; reorders them.
fn point(values: &mut [f64], p: f64) -> f64 {
    let at = p * (values.len() - 1) as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in the list"
    )]
    let below = at.floor() as usize;
    let (_, low, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let low = *low;
    let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    low + (high - low) * (at - at.floor())
}

/// Bands of every figure of every pathway.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bands {
    /// Number of draws.
    pub draws: usize,
    /// Bands by pathway, then by column; none where a draw gave no number.
    pub pathways: Vec<Vec<Option<Band>>>,
    /// Bands of the hours of each line of work against the baseline, by pathway, then by line; empty unless asked for.
    pub lines: Vec<Vec<Option<Band>>>,
    /// Comparisons of all pairs of pathways.
    pub paired: Vec<Paired>,
}

/// One figure of two pathways in the same draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paired {
    /// First pathway.
    pub a: usize,
    /// Second pathway.
    pub b: usize,
    /// The figure.
    pub figure: PathwayFigure,
    /// Share of draws in which the first is better; equal draws count half. `None` where nothing counts as better.
    pub a_better: Option<f64>,
    /// The first less the second.
    pub difference: Band,
}

impl Bands {
    /// The bands over `draws`.
    pub fn of(draws: &Draws) -> Self {
        let mut room = Vec::with_capacity(draws.len());
        let mut pathways = Vec::with_capacity(draws.pathways);
        for pathway in 0..draws.pathways {
            let bands = (0..width()).map(|column| {
                room.clear();
                room.extend(draws.series(pathway, column));
                band(&mut room)
            });
            pathways.push(bands.collect());
        }
        let mut paired = Vec::new();
        for a in 0..draws.pathways {
            for b in a + 1..draws.pathways {
                let figures = PathwayFigure::drawn().iter().enumerate();
                paired.extend(figures.filter_map(|figure| pair(draws, [a, b], figure, &mut room)));
            }
        }
        Self {
            draws: draws.len(),
            pathways,
            lines: Vec::new(),
            paired,
        }
    }

    /// The bands over `draws`, those of the lines of work too.
    pub fn with_lines(draws: &Draws) -> Self {
        let mut room = Vec::with_capacity(draws.len());
        let mut of_line = |pathway: usize, line: usize| {
            room.clear();
            room.extend(draws.line(pathway, line));
            band(&mut room)
        };
        let lines =
            (0..draws.pathways).map(|pathway| (0..draws.lines).map(|line| of_line(pathway, line)).collect());
        Self {
            lines: lines.collect(),
            ..Self::of(draws)
        }
    }

    /// The band of one figure of one pathway.
    pub fn band(&self, pathway: usize, figure: PathwayFigure) -> Option<Band> {
        *self.pathways.get(pathway)?.get(figure.column()?)?
    }

    /// Share of draws in which pathway `a` is better than `b`.
    pub fn a_better(&self, a: usize, b: usize, figure: PathwayFigure) -> Option<f64> {
        let find = |a: usize, b: usize| {
            self.paired
                .iter()
                .find(|pair| (pair.a, pair.b, pair.figure) == (a, b, figure))
        };
        // A share is a number of halves of draws: so its complement has the very digits of the other count.
        let halves = 2.0 * self.draws.max(1) as f64;
        let rest = |share: f64| ((1.0 - share) * halves).round() / halves;
        let turned = || find(b, a)?.a_better.map(rest);
        find(a, b).and_then(|pair| pair.a_better).or_else(turned)
    }
}

/// Share of draws in which pathway `a` has the better `figure` than pathway `b`, which may be of another run with the same
/// numbers; equal draws count half. `None` where nothing counts as better, or some draw gave no number.
pub fn share_better(a: (&Draws, usize), b: (&Draws, usize), figure: PathwayFigure) -> Option<f64> {
    let column = figure.column()?;
    let pairs = a.0.series(a.1, column).zip(b.0.series(b.1, column));
    let differences: Vec<f64> = pairs.map(|(a, b)| a - b).collect();
    let is_whole = !differences.is_empty() && differences.iter().all(|difference| difference.is_finite());
    better(figure, &differences).filter(|_| is_whole)
}

/// Share of `differences` that are for the better in `figure`; equal ones count half.
fn better(figure: PathwayFigure, differences: &[f64]) -> Option<f64> {
    let sign = match figure.row().better {
        Better::More => 1.0,
        Better::Less => -1.0,
        Better::Neither => return None,
    };
    let count = |difference: &f64| match (sign * difference).partial_cmp(&0.0) {
        Some(std::cmp::Ordering::Greater) => 1.0,
        Some(std::cmp::Ordering::Equal) => 0.5,
        _ => 0.0,
    };
    Some(differences.iter().map(count).sum::<f64>() / differences.len().max(1) as f64)
}

fn pair(
    draws: &Draws,
    [a, b]: [usize; 2],
    (column, figure): (usize, &PathwayFigure),
    room: &mut Vec<f64>,
) -> Option<Paired> {
    room.clear();
    let pairs = draws.series(a, column).zip(draws.series(b, column));
    room.extend(pairs.map(|(a, b)| a - b));
    let a_better = better(*figure, room);
    let difference = band(room)?;
    Some(Paired {
        a,
        b,
        figure: *figure,
        a_better,
        difference,
    })
}
