//! Questions of a quiz; where a figure decides, the truth is computed when the pack is opened.

use super::FigureRef;
use crate::model::Name;

/// The letters of options, and so the most options that there are.
pub const LETTERS: [char; 4] = ['A', 'B', 'C', 'D'];

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id, unlike every other of the lesson.
    pub id: String,
    /// What is asked.
    pub ask: Name,
    /// How it is answered, and what is right.
    pub kind: Kind,
    /// Why that is right.
    pub reason: Name,
    /// Where the reason is from.
    pub source: Name,
    /// How long people have, seconds.
    pub seconds: u32,
}

/// A right answer: given, or computed from figures.
#[derive(Debug, Clone, PartialEq)]
pub enum Truth<T> {
    /// Given: a word or a rule decides.
    Is(T),
    /// What these figures say.
    By(Vec<FigureRef>),
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One of up to four options; by figures, one for each option, the greatest is right.
    Single {
        /// The options.
        options: Vec<Name>,
        /// The place of the right one, from 0.
        right: Truth<usize>,
    },
    /// True or false; by two figures, true where the first is greater.
    TrueFalse {
        /// Whether it is true.
        right: Truth<bool>,
    },
    /// Up to four items in order, greatest first.
    Order {
        /// The items as they are shown.
        items: Vec<Name>,
        /// Places of the items in the right order.
        right: Truth<Vec<usize>>,
    },
    /// A number to estimate.
    Estimate {
        /// The number; by one figure, in the unit in which the figure is read.
        right: Truth<f64>,
        /// How far off still counts, as a share of the number.
        tolerance: f64,
        /// Its unit.
        unit: Name,
    },
    /// A figure to predict, which the program then shows.
    Predict {
        /// The figure.
        right: Truth<f64>,
        /// Its unit.
        unit: Name,
    },
}

impl Kind {
    /// Its key in lesson files and tables.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Single { .. } => "single",
            Self::TrueFalse { .. } => "true_false",
            Self::Order { .. } => "order",
            Self::Estimate { .. } => "estimate",
            Self::Predict { .. } => "predict",
        }
    }

    /// The options or items that stand under the question; none where a number or a yes is asked for.
    pub fn options(&self) -> &[Name] {
        match self {
            Self::Single { options, .. } => options,
            Self::Order { items, .. } => items,
            Self::TrueFalse { .. } | Self::Estimate { .. } | Self::Predict { .. } => &[],
        }
    }
}
