//! Bands over draws, and figures compared in the same draws.

use super::beside::{BesideBands, beside_bands};
use super::draws::{Draws, width};
use crate::assess::Assessment;
use crate::figure::{Better, PathwayFigure};
use crate::lang::Lang;

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
    /// The band of what is `value` in every draw.
    const fn still(value: f64) -> Self {
        Self {
            p5: value,
            p50: value,
            p95: value,
            mean: value,
            sd: 0.0,
        }
    }

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
    let first = values.first().copied().unwrap_or_default();
    if values.iter().all(|value| value.to_bits() == first.to_bits()) {
        return Some(Band::still(first));
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .sum::<f64>()
        / count;
    let [p95, p50, p5] = points(values, [0.95, 0.5, 0.05]);
    Some(Band {
        p5,
        p50,
        p95,
        mean,
        sd: variance.sqrt(),
    })
}

/// The values that the shares `falling` of `values` stay under, the largest share first; reorders them.
fn points<const COUNT: usize>(values: &mut [f64], falling: [f64; COUNT]) -> [f64; COUNT] {
    let last = values.len().saturating_sub(1) as f64;
    // What lies above a point is looked through no more for those below it: the least of it is all they need.
    let (mut rest, mut least) = (values, f64::INFINITY);
    falling.map(|p| {
        let at = p * last;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place in the list"
        )]
        let below = at.floor() as usize;
        let whole = std::mem::take(&mut rest);
        if below >= whole.len() {
            return f64::NAN;
        }
        let (_, low, above) = whole.select_nth_unstable_by(below, f64::total_cmp);
        let low = *low;
        let high = above.iter().copied().fold(least, f64::min);
        least = high;
        rest = whole.get_mut(..=below).unwrap_or(&mut []);
        low + if high.is_finite() {
            (high - low) * (at - at.floor())
        } else {
            0.0
        }
    })
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
    /// Comparisons of the pairs of pathways that were asked for.
    pub paired: Vec<Paired>,
    /// Bands of what stands beside the answers, by pathway; empty unless asked for.
    pub beside: Vec<BesideBands>,
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
        Self {
            draws: draws.len(),
            pathways,
            ..Self::default()
        }
    }

    /// The same with the comparisons of `pairs` over the `draws` that these are the bands of.
    #[must_use]
    pub fn with_pairs(mut self, draws: &Draws, pairs: impl IntoIterator<Item = [usize; 2]>) -> Self {
        let mut room = Vec::with_capacity(draws.len());
        for both in pairs {
            let figures = PathwayFigure::drawn().iter().enumerate();
            let paired = figures.filter_map(|figure| pair(draws, both, figure, &mut room));
            self.paired.extend(paired);
        }
        self
    }

    /// The bands of the pathways at `kept` in their places among `count` pathways; the others have none.
    #[must_use]
    pub fn among(self, kept: &[usize], count: usize) -> Self {
        let spread = |bands: Vec<Vec<Option<Band>>>| {
            let mut all = vec![Vec::new(); count];
            for (at, bands) in kept.iter().zip(bands) {
                if let Some(place) = all.get_mut(*at) {
                    *place = bands;
                }
            }
            all
        };
        let place = |at: usize| kept.get(at).copied().unwrap_or(at);
        let paired = self.paired.into_iter().map(|pair| Paired {
            a: place(pair.a),
            b: place(pair.b),
            ..pair
        });
        let mut beside = vec![BesideBands::default(); count];
        for (at, bands) in kept.iter().zip(self.beside) {
            if let Some(place) = beside.get_mut(*at) {
                *place = bands;
            }
        }
        Self {
            draws: self.draws,
            pathways: spread(self.pathways),
            lines: spread(self.lines),
            paired: paired.collect(),
            beside,
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

    /// The same with the bands of what stands beside the answers of `assessment`, in the same `draws`.
    #[must_use]
    pub fn with_beside(self, assessment: &Assessment, draws: &Draws, seed: u64) -> Self {
        Self {
            beside: beside_bands(assessment, draws, seed),
            ..self
        }
    }

    /// The band of one figure of one pathway.
    pub fn band(&self, pathway: usize, figure: PathwayFigure) -> Option<Band> {
        if let Some(place) = PathwayFigure::BESIDE.iter().position(|beside| *beside == figure) {
            return *self.beside.get(pathway)?.get(place)?;
        }
        *self.pathways.get(pathway)?.get(figure.column()?)?
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
