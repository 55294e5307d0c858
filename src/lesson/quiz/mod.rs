//! Questions of a quiz; where a figure decides, the truth is computed when the pack is opened.

mod error;
pub mod exam;
pub mod gift;
pub mod sheet;

pub use error::QuizError;

use super::FigureRef;
use crate::lang::{JOINT, Lang};
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

/// A text in both languages as one: Chinese, the joint, English; nothing where both are empty.
fn joined(name: &Name) -> String {
    if name.en.is_empty() && name.zh.is_empty() {
        return String::new();
    }
    format!("{}{JOINT}{}", name.zh, name.en)
}

/// The same back; a text without a joint is Chinese where it holds a Chinese character, else English.
fn parted(text: &str) -> Name {
    if let Some((zh, en)) = text.split_once(JOINT) {
        return Name::new(en, zh);
    }
    let is_chinese = text
        .chars()
        .any(|letter| ('\u{3400}'..='\u{9fff}').contains(&letter));
    if is_chinese {
        Name::new("", text)
    } else {
        Name::new(text, "")
    }
}

/// The letter of the option at `at`.
pub fn letter(at: usize) -> char {
    LETTERS.get(at).copied().unwrap_or('?')
}

impl Question {
    /// The right answer as it is written in a key: a letter, letters in order, true or false in words, a number with its
    /// unit; none while it hangs on figures that are not computed yet.
    pub fn key(&self, lang: Lang) -> Option<String> {
        use crate::text::{LessonMsg, number};
        Some(match &self.kind {
            Kind::Single {
                right: Truth::Is(at), ..
            } => letter(*at).to_string(),
            Kind::Order {
                right: Truth::Is(order),
                ..
            } => order.iter().map(|at| letter(*at)).collect(),
            Kind::TrueFalse { right: Truth::Is(is) } => {
                let word = if *is { LessonMsg::True } else { LessonMsg::False };
                word.head(lang).to_owned()
            }
            Kind::Estimate {
                right: Truth::Is(value),
                unit,
                ..
            }
            | Kind::Predict {
                right: Truth::Is(value),
                unit,
            } => {
                let said = number::with_unit(
                    &number::typed((value * 10.0).round() / 10.0),
                    unit.get(lang),
                    lang,
                );
                said.trim_end().to_owned()
            }
            _ => return None,
        })
    }
}
