//! A map of two levers: a field of one figure, with the lines where two pathways are equal and where hours break even.

use super::cannot::Cannot;
use super::lever::Lever;
use super::turn::{Inputs, Turning};
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

/// The field of `figure` of `pathway` over two of its levers, with the same figure of `other` beside it.
pub fn field(
    project: &Project,
    library: &Library,
    pathway: &PathwayId,
    other: Option<&PathwayId>,
    levers: [&Lever; 2],
    figure: PathwayFigure,
) -> Result<Field, Cannot> {
    let others: Vec<PathwayId> = other.cloned().into_iter().collect();
    let [across, up] = levers;
    let pair = [across.clone(), up.clone()];
    let mut turning = Turning::new(project, library, pathway, &others, &pair)?;
    let along = |lever: &Lever| -> Vec<f64> {
        let step = (lever.high - lever.low) / (SIDE - 1) as f64;
        (0..SIDE).map(|at| lever.low + step * at as f64).collect()
    };
    let (xs, ys) = (along(across), along(up));
    let changes = |at: usize, values: &[f64]| -> Option<Vec<Inputs>> {
        values.iter().map(|value| turning.change(at, *value)).collect()
    };
    let quick = changes(0, &xs).zip(changes(1, &ys));
    let mut asked = vec![(pathway, figure), (pathway, PathwayFigure::Net)];
    asked.extend(other.map(|other| (other, figure)));
    let mut made = Field {
        xs,
        ys,
        ..Field::default()
    };
    for (row, y) in made.ys.iter().enumerate() {
        for (column, x) in made.xs.iter().enumerate() {
            let found = match &quick {
                Some((across, up)) => match (across.get(column), up.get(row)) {
                    (Some(a), Some(b)) => turning.with(&[a, b], &asked),
                    _ => Vec::new(),
                },
                None => turning.figures(&[*x, *y], &asked),
            };
            let at = |place: usize| found.get(place).copied().unwrap_or(f64::NAN);
            made.values.push(at(0));
            made.nets.push(at(1));
            made.others.extend(other.map(|_| at(2)));
        }
    }
    Ok(made)
}

impl Field {
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
