//! How each input of the engine is drawn.

use super::distribution::{Lognormal, Pert};
use super::random::{key, uniform};
use super::table::{QuantileTable, Tables};
use crate::data::{Domain, Grade, Mark};
use crate::flow::{Input, InputOrigin};
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
    pub fn of(input: &Input, tables: &mut Tables) -> Self {
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
                table: tables.get(&pert),
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
    shapes: Vec<(Shape, u64)>,
}

impl Sampler {
    /// The sampler of `inputs`, tables taken from `tables`.
    pub fn of(inputs: &[Input], tables: &mut Tables) -> Self {
        let shape = |input: &Input| (Shape::of(input, tables), key(&input.draw.to_string()));
        Self {
            shapes: inputs.iter().map(shape).collect(),
        }
    }

    /// The values of all inputs in draw `number`, into `values`.
    pub fn draw(&self, seed: u64, number: u64, values: &mut Vec<f64>) {
        values.clear();
        values.extend(self.shapes.iter().map(|(shape, key)| match shape {
            Shape::Point(value) => *value,
            shape => shape.quantile(uniform(seed, *key, number)),
        }));
    }

    /// The value of one input in draw `number`; not a number where there is no such input.
    pub fn value(&self, input: usize, seed: u64, number: u64) -> f64 {
        self.shapes.get(input).map_or(f64::NAN, |(shape, key)| {
            shape.quantile(uniform(seed, *key, number))
        })
    }

    /// The shapes in the order of the inputs.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.iter().map(|(shape, _)| shape)
    }
}
