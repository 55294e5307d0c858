//! Checks of questions.

use super::{Checking, What};
use crate::lesson::{Kind, LETTERS, Question, Truth};

impl Checking<'_> {
    pub(super) fn quiz(&mut self) {
        let pack = self.pack;
        let all = &pack.lesson.quiz;
        self.once("quiz", all.iter().map(|question| question.id.as_str()));
        for question in all {
            let at = |key: &str| format!("quiz[{}].{key}", question.id);
            self.needed(&at("ask"), &question.ask);
            self.needed(&at("reason"), &question.reason);
            self.needed(&at("source"), &question.source);
            if question.seconds == 0 {
                self.note(&at("seconds"), What::Zero);
            }
            let options = question.kind.options();
            for (nth, option) in options.iter().enumerate() {
                self.needed(&at(&format!("options[{}]", nth + 1)), option);
            }
            let is_chosen = matches!(question.kind, Kind::Single { .. } | Kind::Order { .. });
            if is_chosen && !(2..=LETTERS.len()).contains(&options.len()) {
                self.note(&at("options"), What::Count(options.len(), 2, LETTERS.len()));
            }
            if !is_answered(question) {
                self.note(&at("right"), What::Answer);
            }
            if let Kind::Estimate { unit, .. } | Kind::Predict { unit, .. } = &question.kind {
                self.optional(&at("unit"), unit);
            }
        }
    }
}

/// True where the right answer is one that can be given.
fn is_answered(question: &Question) -> bool {
    let count = question.kind.options().len();
    let number = |right: &Truth<f64>| match right {
        Truth::Is(value) => value.is_finite(),
        Truth::By(figures) => figures.len() == 1,
    };
    match &question.kind {
        Kind::Single { right, .. } => match right {
            Truth::Is(at) => *at < count,
            Truth::By(figures) => figures.len() == count,
        },
        Kind::TrueFalse { right } => match right {
            Truth::Is(_) => true,
            Truth::By(figures) => figures.len() == 2,
        },
        Kind::Order { right, .. } => match right {
            Truth::Is(order) => {
                let mut sorted = order.clone();
                sorted.sort_unstable();
                sorted.into_iter().eq(0..count)
            }
            Truth::By(figures) => figures.len() == count,
        },
        Kind::Estimate { right, tolerance, .. } => {
            number(right) && tolerance.is_finite() && *tolerance >= 0.0
        }
        Kind::Predict { right, .. } => number(right),
    }
}
