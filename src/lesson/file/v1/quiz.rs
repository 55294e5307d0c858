//! Questions of version 1.

use super::{NameFile, is_usual, names, of_names, plain, words};
use crate::lesson::file::word::Word;
use crate::lesson::{FigureRef, Kind, Question, Truth};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Question", deny_unknown_fields)]
pub(super) struct QuestionFile {
    id: String,
    seconds: u32,
    ask: NameFile,
    kind: KindFile,
    reason: NameFile,
    #[serde(default, skip_serializing_if = "is_usual")]
    source: NameFile,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KindFile {
    Single {
        options: Vec<NameFile>,
        right: TruthFile<usize>,
    },
    TrueFalse {
        right: TruthFile<bool>,
    },
    Order {
        items: Vec<NameFile>,
        right: TruthFile<Vec<usize>>,
    },
    Estimate {
        right: TruthFile<f64>,
        tolerance: f64,
        #[serde(default, skip_serializing_if = "is_usual")]
        unit: NameFile,
    },
    Predict {
        right: TruthFile<f64>,
        #[serde(default, skip_serializing_if = "is_usual")]
        unit: NameFile,
    },
}

/// A truth; places of options are counted from 1 in the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum TruthFile<T> {
    Is(T),
    By(Vec<Word<FigureRef>>),
}

impl<T> TruthFile<T> {
    fn of<M>(truth: &Truth<M>, is: impl FnOnce(&M) -> T) -> Self {
        match truth {
            Truth::Is(value) => Self::Is(is(value)),
            Truth::By(figures) => Self::By(words(figures)),
        }
    }

    fn into_model<M>(self, is: impl FnOnce(T) -> M) -> Truth<M> {
        match self {
            Self::Is(value) => Truth::Is(is(value)),
            Self::By(figures) => Truth::By(plain(figures)),
        }
    }
}

impl KindFile {
    fn of(kind: &Kind) -> Self {
        let same = |value: &f64| *value;
        match kind {
            Kind::Single { options, right } => Self::Single {
                options: of_names(options),
                right: TruthFile::of(right, |at| at + 1),
            },
            Kind::TrueFalse { right } => Self::TrueFalse {
                right: TruthFile::of(right, |is| *is),
            },
            Kind::Order { items, right } => Self::Order {
                items: of_names(items),
                right: TruthFile::of(right, |order| order.iter().map(|at| at + 1).collect()),
            },
            Kind::Estimate {
                right,
                tolerance,
                unit,
            } => Self::Estimate {
                right: TruthFile::of(right, same),
                tolerance: *tolerance,
                unit: NameFile::of(unit),
            },
            Kind::Predict { right, unit } => Self::Predict {
                right: TruthFile::of(right, same),
                unit: NameFile::of(unit),
            },
        }
    }

    fn into_model(self) -> Kind {
        // Place 0 stands for no option; the check on lessons names it.
        let place = |at: usize| at.wrapping_sub(1);
        match self {
            Self::Single { options, right } => Kind::Single {
                options: names(options),
                right: right.into_model(place),
            },
            Self::TrueFalse { right } => Kind::TrueFalse {
                right: right.into_model(|is| is),
            },
            Self::Order { items, right } => Kind::Order {
                items: names(items),
                right: right.into_model(|order| order.into_iter().map(place).collect()),
            },
            Self::Estimate {
                right,
                tolerance,
                unit,
            } => Kind::Estimate {
                right: right.into_model(|value| value),
                tolerance,
                unit: unit.into_model(),
            },
            Self::Predict { right, unit } => Kind::Predict {
                right: right.into_model(|value| value),
                unit: unit.into_model(),
            },
        }
    }
}

impl QuestionFile {
    pub(super) fn of(question: &Question) -> Self {
        Self {
            id: question.id.clone(),
            seconds: question.seconds,
            ask: NameFile::of(&question.ask),
            kind: KindFile::of(&question.kind),
            reason: NameFile::of(&question.reason),
            source: NameFile::of(&question.source),
        }
    }

    pub(super) fn into_model(self) -> Question {
        Question {
            id: self.id,
            seconds: self.seconds,
            ask: self.ask.into_model(),
            kind: self.kind.into_model(),
            reason: self.reason.into_model(),
            source: self.source.into_model(),
        }
    }
}
