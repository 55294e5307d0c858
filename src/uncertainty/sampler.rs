//! How each input of the engine is drawn.

use super::distribution::{Lognormal, Pert};
use super::random::{Turn, key, of_draw, of_key};
use super::table::{QuantileTable, shared};
use crate::data::{Domain, Grade, Mark};
use crate::flow::{Input, InputOrigin};
use crate::quantity::Number;
use std::sync::Arc;

/// How one input varies.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Not at all.
    Point(f64),
    /// PERT between its ends.
    Pert {
        /// Low end.
        low: f64,
        /// High less low.
        width: f64,
        /// Quantiles of the shape.
        table: Arc<QuantileTable>,
    },
    /// Lognormal with low and high as its 5 % and 95 % points.
    Lognormal(Lognormal),
}

/// High over low above which an unbounded positive quantity counts as lognormal.
const SKEWED: f64 = 5.0;

impl Shape {
    /// How `input` varies.
    ///
    /// PERT where it has a range; lognormal for an unbounded positive quantity with high/low > 5; widened by its grade
    /// where only a central value is known; a point where it is fixed by the method, or decided by the user without a
    /// range.
    pub fn of(input: &Input) -> Self {
        let figure = &input.figure;
        let decided = input.origin == InputOrigin::Project && figure.mark == Mark::Own;
        let range = match (figure.low, figure.high) {
            (None, None) if decided => None,
            (None, None) => widened(figure.value, figure.grade, input.domain),
            (low, high) => Some((low.unwrap_or(figure.value), high.unwrap_or(figure.value))),
        };
        let Some((low, high)) = range.filter(|_| !input.fixed && figure.mark != Mark::Definition) else {
            return Self::Point(figure.value);
        };
        let is_skewed = input.domain == Domain::Positive && low > 0.0 && high / low > SKEWED;
        if let Some(lognormal) = Lognormal::from_p05_p95(low, high).filter(|_| is_skewed) {
            return Self::Lognormal(lognormal);
        }
        match Pert::new(low, figure.value, high) {
            Some(pert) => Self::Pert {
                low,
                width: high - low,
                table: shared(&pert),
            },
            None => Self::Point(figure.value),
        }
    }

    /// The value that the share `p` stays under.
    pub fn quantile(&self, p: f64) -> f64 {
        match self {
            Self::Point(value) => *value,
            Self::Pert { low, width, table } => low + width * table.quantile(p),
            Self::Lognormal(lognormal) => lognormal.quantile(p),
        }
    }

    /// The values in `turns`, one in each lane, of the input with `own`.
    fn drawn<N: Number>(&self, turns: &[Turn], own: u64) -> N {
        let p = |lane: usize| turns.get(lane).map_or(f64::NAN, |turn| turn.of_factor(own));
        match self {
            Self::Point(value) => N::of(*value),
            Self::Pert { low, width, table } => {
                N::of(*low) + N::of(*width) * N::each(|lane| table.quantile(p(lane)))
            }
            Self::Lognormal(lognormal) => N::each(|lane| lognormal.quantile(p(lane))),
        }
    }

    /// True where the input varies.
    pub fn varies(&self) -> bool {
        !matches!(self, Self::Point(_))
    }
}

/// Low and high of a figure of which only the central value is known: divided and multiplied by GSD² of its grade
/// (A 1.1, B 1.3, C 1.7, D 2.5), shares kept in 0..1.
pub fn widened(value: f64, grade: Grade, domain: Domain) -> Option<(f64, f64)> {
    let factor = match grade {
        Grade::A => 1.1,
        Grade::B => 1.3,
        Grade::C => 1.7,
        Grade::D => 2.5,
    };
    let most = if domain == Domain::Share {
        1.0
    } else {
        f64::INFINITY
    };
    (value > 0.0).then(|| (value / factor, (value * factor).min(most.max(value))))
}

/// Draws all inputs of an engine.
#[derive(Debug, Clone, Default)]
pub struct Sampler {
    /// How each input varies, and what all its draws share.
    shapes: Vec<(Shape, u64)>,
}

impl Sampler {
    /// The sampler of `inputs`.
    pub fn of(inputs: &[Input]) -> Self {
        let shape = |input: &Input| (Shape::of(input), of_key(key(&input.draw.to_string())));
        Self {
            shapes: inputs.iter().map(shape).collect(),
        }
    }

    /// The values of all inputs in draw `number`, into `values`.
    pub fn draw(&self, seed: u64, number: u64, values: &mut Vec<f64>) {
        self.fill(seed, number, std::slice::from_mut(values));
    }

    /// The values of all inputs in the draws from `first` on: in each of `rows` those of as many as stand side by side.
    ///
    /// Input by input through all rows, so that the table of one is at hand for all its draws.
    pub fn fill<N: Number>(&self, seed: u64, first: u64, rows: &mut [Vec<N>]) {
        let numbers = (first..).take(rows.len() * N::WIDTH);
        let turns: Vec<Turn> = numbers.map(|number| of_draw(seed, number)).collect();
        for row in &mut *rows {
            row.resize(self.shapes.len(), N::ZERO);
        }
        for (input, (shape, own)) in self.shapes.iter().enumerate() {
            for (row, turns) in rows.iter_mut().zip(turns.chunks(N::WIDTH)) {
                if let Some(value) = row.get_mut(input) {
                    *value = shape.drawn(turns, *own);
                }
            }
        }
    }

    /// The value of one input in draw `number`; not a number where there is no such input.
    pub fn value(&self, input: usize, seed: u64, number: u64) -> f64 {
        self.shapes.get(input).map_or(f64::NAN, |(shape, own)| {
            shape.quantile(of_draw(seed, number).of_factor(*own))
        })
    }

    /// The shapes in the order of the inputs.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.iter().map(|(shape, _)| shape)
    }
}
