//! Draws: the figures of every pathway for a range of draw numbers.

use super::sampler::{Sampler, Shape};
use crate::assess::{Engine, Outcomes, Wanted};
use crate::figure::{Numbers, PathwayFigure};
use crate::quantity::{Lanes, Number};
use std::ops::Range;

/// Number of figures that can be drawn.
pub(super) fn width() -> usize {
    PathwayFigure::drawn().len()
}

/// What is asked of every draw; nothing else is worked out or kept.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The figures with their columns, which rise.
    figures: Vec<(usize, PathwayFigure)>,
    /// Hours by line of work.
    lines: bool,
}

impl Asked {
    /// Every figure, and the hours of every line.
    pub fn all() -> Self {
        Self {
            lines: true,
            ..Self::figures(PathwayFigure::drawn())
        }
    }

    /// These figures alone; what is not drawn is left out.
    pub fn figures(figures: &[PathwayFigure]) -> Self {
        let drawn = PathwayFigure::drawn().iter().copied().enumerate();
        Self {
            figures: drawn.filter(|(_, figure)| figures.contains(figure)).collect(),
            lines: false,
        }
    }

    /// True where the figure in `column` is asked for.
    fn has(&self, column: usize) -> bool {
        self.figures.iter().any(|(own, _)| *own == column)
    }

    /// The same with the hours of every line.
    #[must_use]
    pub fn with_lines(self) -> Self {
        Self { lines: true, ..self }
    }

    /// What these figures are read from beyond the results of every draw.
    fn wanted(&self) -> Wanted {
        let any = |of: &[PathwayFigure]| self.figures.iter().any(|(_, figure)| of.contains(figure));
        Wanted {
            designed: any(PathwayFigure::Designed.pieces()),
            quality: any(&[PathwayFigure::MciQuality]),
        }
    }
}

/// Figures of a run of draws, each as its own series over the draws.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draws {
    /// Number of pathways.
    pub pathways: usize,
    /// The figures: pathway after pathway, figure after figure, of each its values in the order of the draws; nothing of one
    /// that was not asked for.
    pub figures: Vec<Vec<f64>>,
    /// Number of lines of work.
    pub lines: usize,
    /// Hours of each line against the baseline: pathway after pathway, line after line, as above.
    pub hours: Vec<Vec<f64>>,
    /// Number of draws.
    count: usize,
}

impl Draws {
    /// Room for `count` draws of what is `asked` of `engine`.
    fn room(engine: &Engine, asked: &Asked, count: usize) -> Self {
        let (pathways, lines) = (engine.pathways.len(), engine.ledger.lines().len());
        let series = |is_asked: bool| vec![0.0; if is_asked { count } else { 0 }];
        let columns = (0..pathways).flat_map(|_| 0..width());
        Self {
            pathways,
            figures: columns.map(|column| series(asked.has(column))).collect(),
            lines,
            hours: (0..pathways * lines).map(|_| series(asked.lines)).collect(),
            count: 0,
        }
    }

    /// Number of draws.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// True without draws.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The figure in one column of one pathway over all draws; nothing where it was not asked for.
    pub fn series(&self, pathway: usize, column: usize) -> impl Iterator<Item = f64> + Clone {
        let series = self.figures.get(pathway * width() + column);
        series.into_iter().flatten().copied()
    }

    /// The hours of one line of one pathway, against the baseline, over all draws; nothing where they were not asked for.
    pub fn line(&self, pathway: usize, line: usize) -> impl Iterator<Item = f64> + Clone {
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
        self.count += more.count;
    }

    /// The series that are `asked`, in the order in which a [`Block`] holds their values.
    fn asked_series(&mut self, asked: &Asked) -> Vec<&mut [f64]> {
        let figures = self.figures.chunks_mut(width().max(1));
        let figures = figures.flat_map(|own| own.iter_mut().enumerate());
        let figures = figures.filter_map(|(column, series)| asked.has(column).then_some(series));
        let lines = self.hours.iter_mut().filter(|_| asked.lines);
        figures.chain(lines).map(Vec::as_mut_slice).collect()
    }

    /// The first `count` draws, all others go.
    fn keep(&mut self, count: usize) {
        self.count = count;
        for series in self.figures.iter_mut().chain(&mut self.hours) {
            series.truncate(count);
        }
    }
}

/// What is asked of some rows of draws, row after row. It is put into the series afterwards, one series after the other: they
/// lie far apart in memory.
struct Block {
    values: Vec<Lanes>,
    /// Values of one row.
    width: usize,
}

impl Block {
    /// Room for `rows` rows of what is `asked` of `engine`.
    fn room(engine: &Engine, asked: &Asked, rows: usize) -> Self {
        let lines = if asked.lines {
            engine.ledger.lines().len()
        } else {
            0
        };
        let width = engine.pathways.len() * (asked.figures.len() + lines);
        Self {
            values: Vec::with_capacity(rows * width),
            width,
        }
    }

    /// Adds the row of `outcomes`: figures pathway by pathway, then hours.
    fn add(&mut self, engine: &Engine, asked: &Asked, outcomes: &Outcomes<Lanes>) {
        for outcome in &outcomes.pathways {
            let results = Numbers::from(outcome);
            let figures = asked.figures.iter();
            self.values
                .extend(figures.map(|(_, figure)| figure.side_by_side(results)));
        }
        let lines = engine.ledger.lines().len();
        for at in (0..outcomes.pathways.len()).filter(|_| asked.lines) {
            // A pathway without an answer has no hours, and keeps its room.
            let none = std::iter::repeat(Lanes::of(f64::NAN));
            let differences = engine.differences(at, &outcomes.pathways).chain(none);
            self.values.extend(differences.take(lines));
        }
    }

    /// Puts the values at `at` of every row into `series`, as far as they go there.
    fn put(&self, series: &mut [f64], at: usize) {
        let rows = self.values.iter().skip(at).step_by(self.width.max(1));
        for (place, values) in series.chunks_mut(Lanes::WIDTH).zip(rows) {
            for (place, value) in place.iter_mut().zip(values.values()) {
                *place = *value;
            }
        }
    }
}

/// Rows of draws side by side that are drawn before they are evaluated.
pub const ROWS: usize = 64;

/// Computes all figures and hours of the draws with `numbers`; see [`draw_asked`].
pub fn draw(
    engine: &Engine,
    sampler: &Sampler,
    seed: u64,
    numbers: Range<u64>,
    stop: &dyn Fn() -> bool,
) -> Draws {
    draw_asked(engine, sampler, &Asked::all(), seed, numbers, stop)
}

/// Computes what is `asked` of the draws with `numbers`, several side by side; any range gives the same digits, alone or with
/// others. Stops early, with the draws so far, when `stop` says so.
pub fn draw_asked(
    engine: &Engine,
    sampler: &Sampler,
    asked: &Asked,
    seed: u64,
    numbers: Range<u64>,
    stop: &dyn Fn() -> bool,
) -> Draws {
    draw_in_parts((engine, sampler, asked), seed, numbers, 1, |parts| {
        parts.into_iter().map(|part| part.fill(stop)).collect()
    })
}

/// The same in so many `parts`, which `fill` fills at once or one after the other, in their order: what each gives is how far it
/// came. They lie in the room of the whole, so that nothing is put together afterwards.
pub fn draw_in_parts(
    (engine, sampler, asked): (&Engine, &Sampler, &Asked),
    seed: u64,
    numbers: Range<u64>,
    parts: usize,
    fill: impl FnOnce(Vec<PartOfDraws<'_>>) -> Vec<usize>,
) -> Draws {
    let count = usize::try_from(numbers.end.saturating_sub(numbers.start)).unwrap_or(0);
    let mut draws = Draws::room(engine, asked, count);
    let mut left = draws.asked_series(asked);
    let parts = parts.clamp(1, count.max(1));
    let mut first = 0;
    let part = |index: usize| {
        let next = count * (index + 1) / parts;
        let length = next - first;
        let series = left.iter_mut().map(|series| {
            let (own, rest) = std::mem::take(series).split_at_mut(length);
            *series = rest;
            own
        });
        let part = PartOfDraws {
            of: (engine, sampler, asked),
            seed,
            first: numbers.start + first as u64,
            length,
            series: series.collect(),
        };
        first = next;
        part
    };
    let parts: Vec<PartOfDraws<'_>> = (0..parts).map(part).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.length).collect();
    let done = fill(parts);
    // Up to the first that was stopped.
    let (mut whole, mut kept) = (true, 0);
    for (length, done) in lengths.into_iter().zip(done) {
        if whole {
            kept += done;
            whole = done == length;
        }
    }
    draws.keep(kept);
    draws
}

/// Some draws of a run that are still to be made.
#[derive(Debug)]
pub struct PartOfDraws<'d> {
    of: (&'d Engine, &'d Sampler, &'d Asked),
    seed: u64,
    first: u64,
    length: usize,
    series: Vec<&'d mut [f64]>,
}

impl PartOfDraws<'_> {
    /// Makes them until `stop` says so; gives how many were made.
    pub fn fill(mut self, stop: &dyn Fn() -> bool) -> usize {
        let (engine, sampler, asked) = self.of;
        let varies: Vec<bool> = sampler.shapes().map(Shape::varies).collect();
        let mut moving = engine
            .slots
            .moving::<Lanes>(&engine.slots.central(), |input| varies.get(input) == Some(&true));
        let (mut outcomes, wanted) = (Outcomes::default(), asked.wanted());
        let mut rows = vec![Vec::new(); ROWS.min(self.length.div_ceil(Lanes::WIDTH))];
        let mut block = Block::room(engine, asked, rows.len());
        let mut done = 0;
        while done < self.length {
            sampler.fill(self.seed, self.first + done as u64, &mut rows);
            let left = self.length - done;
            block.values.clear();
            let mut made = 0;
            for row in rows.iter().take(left.div_ceil(Lanes::WIDTH)) {
                if stop() {
                    break;
                }
                engine.evaluate_figures(moving.resolve(row), wanted, &mut outcomes);
                block.add(engine, asked, &outcomes);
                made += Lanes::WIDTH;
            }
            for (at, series) in self.series.iter_mut().enumerate() {
                block.put(series.get_mut(done..).unwrap_or_default(), at);
            }
            done += made.min(left);
            if made < left && made < rows.len() * Lanes::WIDTH {
                break;
            }
        }
        done
    }
}
