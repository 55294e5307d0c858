//! A map of two levers: a field of one figure, with the lines where two pathways are equal and where hours break even.

use super::cannot::Cannot;
use super::change::Change;
use super::crossed::{are_apart, crossed};
use super::lever::Lever;
use super::turn::{Turning, Way};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::model::{PathwayId, Project};

/// Values of each lever on a map.
pub const SIDE: usize = 60;

/// A figure over two levers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Field {
    /// Values of the first lever, across.
    pub xs: Vec<f64>,
    /// Values of the second lever, up.
    pub ys: Vec<f64>,
    /// The figure: row after row, from the lowest value of the second lever.
    pub values: Vec<f64>,
    /// The figure of the pathway that it is compared with; empty without one.
    pub others: Vec<f64>,
    /// Net hours against the baseline.
    pub nets: Vec<f64>,
}

/// A piece of a line: two points, each by the values of both levers.
pub type Piece = [(f64, f64); 2];

/// The figures of one place of a map.
pub type Cell = Vec<f64>;

/// The places along one value of a lever.
pub type Line = Vec<Cell>;

/// Works out the lines of a map, each by its number below [`SIDE`]; `None` where it was stopped. No line rests on another,
/// so that a job may share them out.
pub type Work<'w> = &'w dyn Fn(&(dyn Fn(usize) -> Line + Sync)) -> Option<Vec<Line>>;

/// One line after the other, until `stop` says so.
pub fn in_turn(stop: &dyn Fn() -> bool) -> impl Fn(&(dyn Fn(usize) -> Line + Sync)) -> Option<Vec<Line>> {
    move |line| (0..SIDE).map(|at| (!stop()).then(|| line(at))).collect()
}

/// The field of `figure` of `pathway` over two of its levers, with the same figure of `other` beside it; `None` where `work`
/// was stopped.
pub fn field(
    (project, library): (&Project, &Library),
    (pathway, other): (&PathwayId, Option<&PathwayId>),
    levers: [&Lever; 2],
    figure: PathwayFigure,
    work: Work<'_>,
) -> Option<Result<Field, Cannot>> {
    let beside: Vec<PathwayId> = other.cloned().into_iter().collect();
    let mut asked = vec![(pathway, figure), (pathway, PathwayFigure::Net)];
    asked.extend(other.map(|other| (other, figure)));
    let [across, up] = levers;
    let [xs, ys] = levers.map(Lever::along);
    let turning = |project: &Project, levers: &[&Lever]| {
        let levers: Vec<Lever> = levers.iter().copied().cloned().collect();
        Turning::new(project, library, pathway, &beside, &levers)
    };
    let both = match turning(project, &levers) {
        Ok(both) => both,
        Err(cannot) => return Some(Err(cannot)),
    };
    let rows = match both.is() {
        // What stands beside the answers is reckoned place by place.
        _ if figure.is_beside() => each(&both, [&xs, &ys], &asked, work)?,
        Way::Quick => changed(&both, [&xs, &ys], &asked, work)?,
        Way::Answered => each(&both, [&xs, &ys], &asked, work)?,
        Way::Built if are_apart(&both) => crossed(&both, [&xs, &ys], &asked, work)?,
        Way::Built => {
            // One lever is built into the project, value by value; the other is turned there.
            let turns =
                |lever: &Lever| turning(project, &[lever]).is_ok_and(|alone| alone.is() != Way::Built);
            let by_row = !turns(up) && turns(across);
            let [(outer, steps), (inner, values)] = if by_row {
                [(up, &ys), (across, &xs)]
            } else {
                [(across, &xs), (up, &ys)]
            };
            let lines = work(&|at| {
                let made = steps.get(at).and_then(|step| outer.at(project, pathway, *step));
                let turned = made.and_then(|made| turning(&made, &[inner]).ok());
                line(turned.as_ref(), values, &asked)
            })?;
            if by_row { lines } else { transposed(&lines) }
        }
    };
    Some(Ok(Field::of((xs, ys), &rows, other.is_some())))
}

/// All rows where no value has to be built anew.
fn changed(
    turning: &Turning<'_>,
    [xs, ys]: [&[f64]; 2],
    asked: &[(&PathwayId, PathwayFigure)],
    work: Work<'_>,
) -> Option<Vec<Line>> {
    let changes = |at: usize, values: &[f64]| -> Vec<Option<Change>> {
        values.iter().map(|value| turning.change(at, *value)).collect()
    };
    let (across, up) = (changes(0, xs), changes(1, ys));
    work(&|at| {
        let mut room = turning.room();
        let y = up.get(at).and_then(Option::as_ref);
        let cells = across.iter().map(|x| match (x, y) {
            (Some(x), Some(y)) => room.with(&[x, y], asked),
            _ => Cell::new(),
        });
        cells.collect()
    })
}

/// All rows, every place by itself.
fn each(
    turning: &Turning<'_>,
    [xs, ys]: [&[f64]; 2],
    asked: &[(&PathwayId, PathwayFigure)],
    work: Work<'_>,
) -> Option<Vec<Line>> {
    work(&|at| {
        let (Some(y), mut room) = (ys.get(at), turning.room()) else {
            return Line::new();
        };
        let cells = xs.iter().map(|x| turning.figures(&[*x, *y], asked, &mut room));
        cells.collect()
    })
}

/// The cells along one lever.
fn line(turning: Option<&Turning<'_>>, values: &[f64], asked: &[(&PathwayId, PathwayFigure)]) -> Line {
    let Some(turning) = turning else {
        return vec![Cell::new(); values.len()];
    };
    let mut room = turning.room();
    let cell = |value: &f64| turning.figures(&[*value], asked, &mut room);
    values.iter().map(cell).collect()
}

/// Columns as rows.
fn transposed(columns: &[Line]) -> Vec<Line> {
    let row = |at: usize| {
        let cells = columns.iter().map(|column| column.get(at).cloned());
        cells.map(Option::unwrap_or_default).collect()
    };
    (0..columns.first().map_or(0, Vec::len)).map(row).collect()
}

impl Lever {
    /// Its values on a map.
    fn along(&self) -> Vec<f64> {
        let step = (self.high - self.low) / (SIDE - 1) as f64;
        (0..SIDE).map(|at| self.low + step * at as f64).collect()
    }
}

impl Field {
    fn of((xs, ys): (Vec<f64>, Vec<f64>), rows: &[Line], has_other: bool) -> Self {
        let figures = |place: usize| -> Vec<f64> {
            let cells = rows.iter().flatten();
            cells
                .map(|cell| cell.get(place).copied().unwrap_or(f64::NAN))
                .collect()
        };
        Self {
            xs,
            ys,
            values: figures(0),
            nets: figures(1),
            others: if has_other { figures(2) } else { Vec::new() },
        }
    }

    /// The line where both pathways are equal; empty without a second one.
    pub fn equal(&self) -> Vec<Piece> {
        let pairs = self.values.iter().zip(&self.others);
        self.line(&pairs.map(|(value, other)| value - other).collect::<Vec<_>>())
    }

    /// The line where hours gained and lost are equal.
    pub fn break_even(&self) -> Vec<Piece> {
        self.line(&self.nets)
    }

    /// The line where the figure is `level`.
    pub fn level(&self, level: f64) -> Vec<Piece> {
        self.line(&self.values.iter().map(|value| value - level).collect::<Vec<_>>())
    }

    /// Where the second lever at `y` lies on a line: values of the first, rising.
    pub fn crossings(line: &[Piece], y: f64) -> Vec<f64> {
        let crossing = |piece: &Piece| {
            let [(x0, y0), (x1, y1)] = *piece;
            let within = (y0.min(y1)..=y0.max(y1)).contains(&y) && (y1 - y0).abs() > 0.0;
            within.then(|| x0 + (x1 - x0) * (y - y0) / (y1 - y0))
        };
        let mut found: Vec<f64> = line.iter().filter_map(crossing).collect();
        found.sort_by(f64::total_cmp);
        found.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
        found
    }

    /// Where `heights` are zero, piece by piece, each within one square of the grid.
    fn line(&self, heights: &[f64]) -> Vec<Piece> {
        let wide = self.xs.len();
        let mut pieces = Vec::new();
        for row in 1..self.ys.len() {
            for column in 1..wide {
                let corner = |right: usize, up: usize| {
                    let (column, row) = (column - 1 + right, row - 1 + up);
                    let x = self.xs.get(column).copied()?;
                    let y = self.ys.get(row).copied()?;
                    Some((x, y, heights.get(row * wide + column).copied()?))
                };
                let corners = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
                let [Some(a), Some(b), Some(c), Some(d)] = corners else {
                    continue;
                };
                let cuts: Vec<(f64, f64)> = [(a, b), (b, c), (c, d), (d, a)]
                    .into_iter()
                    .filter_map(|(one, other)| cut(one, other))
                    .collect();
                pieces.extend(cuts.chunks_exact(2).filter_map(|pair| match pair {
                    [from, to] => Some([*from, *to]),
                    _ => None,
                }));
            }
        }
        pieces
    }
}

/// Where a height is zero between two corners.
fn cut((x0, y0, h0): (f64, f64, f64), (x1, y1, h1): (f64, f64, f64)) -> Option<(f64, f64)> {
    ((h0 < 0.0) != (h1 < 0.0) && h0.is_finite() && h1.is_finite()).then(|| {
        let share = h0 / (h0 - h1);
        (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
    })
}
