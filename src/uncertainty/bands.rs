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
    let [moments] = Moments::of([&*values]);
    moments.band(values)
}

/// How many series have their sums taken together.
const TOGETHER: usize = 4;

/// Mean and variance of a series.
#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    mean: f64,
    variance: f64,
}

impl Moments {
    /// Those of several series as long as the first, each summed in its own order: so they do not wait for one another.
    fn of<const COUNT: usize>(series: [&[f64]; COUNT]) -> [Self; COUNT] {
        let count = series.first().map_or(0, |first| first.len()) as f64;
        let means = sums(series, |_, value| value).map(|sum| sum / count);
        let mean = |at: usize| means.get(at).copied().unwrap_or_default();
        let squares = sums(series, |at, value| (value - mean(at)) * (value - mean(at)));
        let mut all = means.map(|mean| Self { mean, variance: 0.0 });
        for (moments, sum) in all.iter_mut().zip(squares) {
            moments.variance = sum / count;
        }
        all
    }

    /// The band of `values`, whose moments these are; `None` where a draw gave no number.
    fn band(self, values: &mut [f64]) -> Option<Band> {
        if values.is_empty() || values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let first = values.first().copied().unwrap_or_default();
        if values.iter().all(|value| value.to_bits() == first.to_bits()) {
            return Some(Band::still(first));
        }
        let [p95, p50, p5] = points(values, [0.95, 0.5, 0.05]);
        Some(Band {
            p5,
            p50,
            p95,
            mean: self.mean,
            sd: self.variance.sqrt(),
        })
    }
}

/// The sum of what `of` makes of each value of each of `series`, to the length of the first.
fn sums<const COUNT: usize>(series: [&[f64]; COUNT], of: impl Fn(usize, f64) -> f64) -> [f64; COUNT] {
    let mut sums = [-0.0; COUNT];
    for place in 0..series.first().map_or(0, |first| first.len()) {
        for ((at, sum), values) in sums.iter_mut().enumerate().zip(series) {
            *sum += of(at, values.get(place).copied().unwrap_or_default());
        }
    }
    sums
}

/// Gives each of `series`, which are of one length, to `with`, a few at a time.
fn each<T, S: Iterator<Item = f64>>(
    series: impl Iterator<Item = (T, S)>,
    mut with: impl FnMut(T, &mut [f64], Moments),
) {
    let mut rooms: [Vec<f64>; TOGETHER] = std::array::from_fn(|_| Vec::new());
    let mut series = series.peekable();
    while series.peek().is_some() {
        let mut names = Vec::with_capacity(TOGETHER);
        for (room, (name, values)) in rooms.iter_mut().zip(series.by_ref()) {
            room.clear();
            room.extend(values);
            names.push(name);
        }
        let moments = Moments::of(rooms.each_ref().map(Vec::as_slice));
        for ((name, room), moments) in names.into_iter().zip(&mut rooms).zip(moments) {
            with(name, room, moments);
        }
    }
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
        let of_pathway = |pathway: usize| {
            let mut bands = vec![None; width()];
            let drawn = (0..width()).map(|column| (column, draws.series(pathway, column)));
            each(drawn.filter(is_asked), |column, values, moments| {
                if let Some(band) = bands.get_mut(column) {
                    *band = moments.band(values);
                }
            });
            bands
        };
        Self {
            draws: draws.len(),
            pathways: (0..draws.pathways).map(of_pathway).collect(),
            ..Self::default()
        }
    }

    /// The same with the comparisons of `pairs` over the `draws` that these are the bands of.
    #[must_use]
    pub fn with_pairs(mut self, draws: &Draws, pairs: impl IntoIterator<Item = [usize; 2]>) -> Self {
        for [a, b] in pairs {
            let drawn = PathwayFigure::drawn().iter().enumerate();
            let differences = drawn.map(|(column, figure)| {
                let both = draws.series(a, column).zip(draws.series(b, column));
                (*figure, both.map(|(a, b)| a - b))
            });
            each(differences.filter(is_asked), |figure, values, moments| {
                let a_better = better(figure, values);
                let difference = moments.band(values);
                self.paired.extend(difference.map(|difference| Paired {
                    a,
                    b,
                    figure,
                    a_better,
                    difference,
                }));
            });
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
        let of_pathway = |pathway: usize| {
            let mut bands = vec![None; draws.lines];
            let drawn = (0..draws.lines).map(|line| (line, draws.line(pathway, line)));
            each(drawn.filter(is_asked), |line, values, moments| {
                if let Some(band) = bands.get_mut(line) {
                    *band = moments.band(values);
                }
            });
            bands
        };
        Self {
            lines: (0..draws.pathways).map(of_pathway).collect(),
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
    share_better_of(figure, a.0.series(a.1, column), b.0.series(b.1, column))
}

/// The same of the values of `figure` in the same draws.
pub fn share_better_of(
    figure: PathwayFigure,
    a: impl Iterator<Item = f64>,
    b: impl Iterator<Item = f64>,
) -> Option<f64> {
    let differences: Vec<f64> = a.zip(b).map(|(a, b)| a - b).collect();
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
    let count = |is: fn(f64) -> bool| differences.iter().filter(|one| is(sign * **one)).count() as f64;
    let (more, equal) = (count(|one| one > 0.0), count(|one| one == 0.0));
    Some((more + 0.5 * equal) / differences.len().max(1) as f64)
}

/// True where a series has values: one that was not asked for has none.
fn is_asked<T, S: Iterator<Item = f64> + Clone>((_, series): &(T, S)) -> bool {
    series.clone().next().is_some()
}
