//! What a page shows of a collection: which lines in which order, and the charts over them.
//!
//! Invariant: charts are of the lines that are shown; the totals are of all.

use super::listed::{Collection, Listed};
use super::row::{FIGURES, Status};
use crate::figure::PathwayFigure;

/// Bars of a histogram.
pub const BARS: usize = 24;
/// Cells of a scatter, each way.
pub const CELLS: usize = 48;
/// Points of the curve that sums lines up, at most.
const CURVE: usize = 200;
/// The share of the mass that few lines are asked to hold.
pub const MOST: f64 = 0.8;

/// What lines are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum By {
    /// As in the list.
    #[default]
    Line,
    /// The style number.
    Style,
    /// The kind of garment.
    Kind,
    /// Each line's own pathway, in the order in which they come up.
    Way,
    /// Mass of a piece.
    Mass,
    /// Pieces a year.
    Pieces,
    /// Mass of a year that nothing takes.
    Untaken,
    /// A figure, by its place in [`FIGURES`].
    Figure(usize),
}

/// Which lines are shown by what came of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Wanted {
    /// All.
    #[default]
    All,
    /// Those with something to look at.
    Doubtful,
    /// Those that could not be read.
    Bad,
}

impl Wanted {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::All, Self::Doubtful, Self::Bad];

    fn takes(self, status: Status) -> bool {
        match self {
            Self::All => true,
            Self::Doubtful => status == Status::Doubtful,
            Self::Bad => status == Status::Bad,
        }
    }
}

/// What is asked of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The pathway, by its place among those of the collection.
    pub way: usize,
    /// Words that must all occur in style, kind or note.
    pub text: String,
    /// Only lines of this kind; all where none is chosen.
    pub kind: Option<String>,
    /// By what came of them.
    pub wanted: Wanted,
    /// The order.
    pub by: By,
    /// True where the largest comes last.
    pub upwards: bool,
    /// The figure of the histogram, and across the scatter.
    pub across: usize,
    /// The figure up the scatter.
    pub up: usize,
}

/// A range that is cut into equal steps.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Span {
    /// Its low end.
    pub low: f64,
    /// Its high end.
    pub high: f64,
}

impl Span {
    fn of(values: impl Iterator<Item = f64>) -> Self {
        let ends = values
            .filter(|value| value.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        if ends.0 > ends.1 {
            return Self::default();
        }
        Self {
            low: ends.0,
            high: ends.1,
        }
    }

    /// The step of `count` in which `value` lies; none outside.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a step of few"
    )]
    fn step(self, value: f64, count: usize) -> Option<usize> {
        if !value.is_finite() || value < self.low || value > self.high {
            return None;
        }
        let width = self.high - self.low;
        let share = if width > 0.0 {
            (value - self.low) / width
        } else {
            0.0
        };
        Some(((share * count as f64) as usize).min(count - 1))
    }
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shown {
    /// The lines, by their places in the collection, in order.
    pub order: Vec<usize>,
    /// The range of the histogram, and how many lines lie in each step.
    pub bars: (Span, Vec<u32>),
    /// The ranges of the scatter, and how many lines lie in each cell, row by row from below.
    pub cells: ([Span; 2], Vec<u32>),
    /// Shares of the mass that nothing takes, summed up from the line with most of it on: share of lines, share of mass.
    pub curve: Vec<[f64; 2]>,
    /// How many lines hold [`MOST`] of that mass, and of how many; none without such mass.
    pub few: Option<(usize, usize)>,
    /// That mass, kg a year.
    pub untaken_kg: f64,
}

/// Mass of a year of `line` that no route takes: it is burnt, lies in a landfill or has no end yet, kg.
pub fn untaken_kg(line: &Listed, way: usize) -> f64 {
    let share = |figure| line.value(way, figure);
    line.year_kg() * (share(PathwayFigure::OutflowEnergy) + share(PathwayFigure::OutflowLinear))
}

/// What of `all` is shown where `asked`.
pub fn shown(all: &Collection, asked: &Asked) -> Shown {
    let words: Vec<String> = asked.text.split_whitespace().map(str::to_lowercase).collect();
    let is_in = |line: &Listed| {
        let is_kind = asked.kind.as_ref().is_none_or(|kind| *kind == line.kind);
        is_kind && asked.wanted.takes(line.status) && holds(line, &words)
    };
    let lines = all.lines.iter().enumerate();
    let mut order: Vec<usize> = lines.filter(|(_, line)| is_in(line)).map(|(at, _)| at).collect();
    sort(all, asked, &mut order);
    let of = |figure: usize| {
        let figure = FIGURES.get(figure).copied().unwrap_or(PathwayFigure::Mci);
        order
            .iter()
            .filter_map(|at| all.lines.get(*at))
            .map(move |line| line.value(asked.way, figure))
    };
    let (across, up): (Vec<f64>, Vec<f64>) = (of(asked.across).collect(), of(asked.up).collect());
    let untaken = untaken(all, asked.way, &order);
    Shown {
        bars: histogram(&across),
        cells: scatter(&across, &up),
        curve: untaken.curve,
        few: untaken.few,
        untaken_kg: untaken.kg,
        order,
    }
}

/// True where all `words` occur in a line.
fn holds(line: &Listed, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = format!("{}\n{}\n{}", line.style, line.kind, line.note).to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// Puts the lines in order: words by their letters, numbers by their size, what has none last, equal ones as in the list.
fn sort(all: &Collection, asked: &Asked, order: &mut [usize]) {
    let line = |at: &usize| all.lines.get(*at);
    let words = |read: fn(&Listed) -> &str, order: &mut [usize]| {
        order.sort_by(|a, b| {
            let [a, b] = [a, b].map(|at| line(at).map_or("", read));
            if asked.upwards { a.cmp(b) } else { b.cmp(a) }
        });
    };
    let number = |line: &Listed| match asked.by {
        By::Way => line.own.map_or(f64::NAN, |at| at as f64),
        By::Mass => line.kg,
        By::Pieces => line.pieces,
        By::Untaken => untaken_kg(line, asked.way),
        By::Figure(at) => FIGURES
            .get(at)
            .map_or(f64::NAN, |figure| line.value(asked.way, *figure)),
        By::Line | By::Style | By::Kind => f64::NAN,
    };
    match asked.by {
        By::Line if asked.upwards => order.reverse(),
        By::Line => {}
        By::Style => words(|line| &line.style, order),
        By::Kind => words(|line| &line.kind, order),
        _ => {
            let key = |at: &usize| {
                let value = line(at).map_or(f64::NAN, number);
                match (value.is_nan(), asked.upwards) {
                    (true, _) => f64::INFINITY,
                    (false, true) => value,
                    (false, false) => -value,
                }
            };
            let mut keyed: Vec<(f64, usize)> = order.iter().map(|at| (key(at), *at)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            for (place, (_, at)) in order.iter_mut().zip(keyed) {
                *place = at;
            }
        }
    }
}

fn histogram(values: &[f64]) -> (Span, Vec<u32>) {
    let span = Span::of(values.iter().copied());
    let mut bars = vec![0; BARS];
    for step in values.iter().filter_map(|value| span.step(*value, BARS)) {
        if let Some(bar) = bars.get_mut(step) {
            *bar += 1;
        }
    }
    (span, bars)
}

fn scatter(across: &[f64], up: &[f64]) -> ([Span; 2], Vec<u32>) {
    let spans = [across, up].map(|values| Span::of(values.iter().copied()));
    let [x, y] = spans;
    let mut cells = vec![0; CELLS * CELLS];
    for (across, up) in across.iter().zip(up) {
        let place = x.step(*across, CELLS).zip(y.step(*up, CELLS));
        if let Some(cell) = place.and_then(|(x, y)| cells.get_mut(y * CELLS + x)) {
            *cell += 1;
        }
    }
    (spans, cells)
}

/// The mass that nothing takes, and how few lines hold most of it.
struct Untaken {
    kg: f64,
    curve: Vec<[f64; 2]>,
    few: Option<(usize, usize)>,
}

fn untaken(all: &Collection, way: usize, order: &[usize]) -> Untaken {
    let lines = order.iter().filter_map(|at| all.lines.get(*at));
    let mut kg: Vec<f64> = lines
        .map(|line| untaken_kg(line, way))
        .filter(|kg| kg.is_finite() && *kg >= 0.0)
        .collect();
    kg.sort_by(|a, b| b.total_cmp(a));
    let (whole, count) = (kg.iter().sum::<f64>(), kg.len());
    if whole <= 0.0 {
        return Untaken {
            kg: 0.0,
            curve: Vec::new(),
            few: None,
        };
    }
    let every = count.div_ceil(CURVE).max(1);
    let (mut sum, mut few, mut curve) = (0.0, None, vec![[0.0, 0.0]]);
    for (at, kg) in kg.iter().enumerate() {
        sum += kg;
        // What is lacking of the share by rounding alone is not.
        if few.is_none() && sum >= whole * MOST * (1.0 - 1e-12) {
            few = Some((at + 1, count));
        }
        if (at + 1) % every == 0 || at + 1 == count {
            curve.push([(at + 1) as f64 / count as f64, (sum / whole).min(1.0)]);
        }
    }
    Untaken {
        kg: whole,
        curve,
        few,
    }
}
