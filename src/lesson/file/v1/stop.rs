//! Levers, stops, exercises and roles of version 1.

use super::{NameFile, is_usual, names, of_names, plain, words};
use crate::figure::PathwayFigure;
use crate::lesson::file::word::Word;
use crate::lesson::{BoardKind, Bound, Check, Exercise, FigureRef, LeverSpec, RoleCard, Stop};
use crate::model::{PathwayId, VariantNo};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Lever", deny_unknown_fields)]
pub(super) struct LeverFile {
    id: String,
    #[serde(default, skip_serializing_if = "is_usual")]
    name: NameFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    low: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    high: Option<f64>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Stop", deny_unknown_fields)]
pub(super) struct StopFile {
    id: String,
    board: Word<BoardKind>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    start: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    variant: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pathways: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    figure: Option<Word<PathwayFigure>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    seconds: u32,
    #[serde(default, skip_serializing_if = "is_usual")]
    title: NameFile,
    #[serde(default, skip_serializing_if = "is_usual")]
    say: NameFile,
    #[serde(default, skip_serializing_if = "is_usual")]
    see: NameFile,
    #[serde(default, skip_serializing_if = "is_usual")]
    answer: NameFile,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    moves: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    levers: Vec<String>,
    #[serde(default, skip_serializing_if = "is_usual")]
    changes: bool,
    #[serde(default, skip_serializing_if = "is_usual")]
    in_short: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Exercise", deny_unknown_fields)]
pub(super) struct ExerciseFile {
    id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    start: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    variant: Option<u32>,
    pathway: String,
    minutes: u32,
    task: NameFile,
    checks: Vec<CheckFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hints: Vec<NameFile>,
    solution: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Check", deny_unknown_fields)]
struct CheckFile {
    figure: Word<PathwayFigure>,
    is: BoundFile,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum BoundFile {
    AtLeast(f64),
    AtMost(f64),
    AboveStart,
    BelowStart,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Role", deny_unknown_fields)]
pub(super) struct RoleFile {
    id: String,
    name: NameFile,
    wants: NameFile,
    asks: NameFile,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    figures: Vec<Word<FigureRef>>,
}

impl LeverFile {
    pub(super) fn of(lever: &LeverSpec) -> Self {
        Self {
            id: lever.id.clone(),
            name: NameFile::of(&lever.name),
            low: lever.low,
            high: lever.high,
        }
    }

    pub(super) fn into_model(self) -> LeverSpec {
        LeverSpec {
            id: self.id,
            name: self.name.into_model(),
            low: self.low,
            high: self.high,
        }
    }
}

impl StopFile {
    pub(super) fn of(stop: &Stop) -> Self {
        Self {
            id: stop.id.clone(),
            board: Word(stop.board),
            start: stop.start.clone(),
            variant: stop.variant.map(VariantNo::get),
            pathways: stop.pathways.iter().map(ToString::to_string).collect(),
            figure: stop.figure.map(Word),
            question: stop.question.clone(),
            seconds: stop.seconds,
            title: NameFile::of(&stop.title),
            say: NameFile::of(&stop.say),
            see: NameFile::of(&stop.see),
            answer: NameFile::of(&stop.answer),
            moves: stop.moves.clone(),
            levers: stop.levers.clone(),
            changes: stop.changes,
            in_short: stop.in_short,
        }
    }

    pub(super) fn into_model(self) -> Stop {
        Stop {
            id: self.id,
            board: self.board.0,
            start: self.start,
            variant: self.variant.and_then(VariantNo::new),
            pathways: self.pathways.into_iter().map(PathwayId::from).collect(),
            figure: self.figure.map(|word| word.0),
            question: self.question,
            seconds: self.seconds,
            title: self.title.into_model(),
            say: self.say.into_model(),
            see: self.see.into_model(),
            answer: self.answer.into_model(),
            moves: self.moves,
            levers: self.levers,
            changes: self.changes,
            in_short: self.in_short,
        }
    }
}

impl ExerciseFile {
    pub(super) fn of(one: &Exercise) -> Self {
        Self {
            id: one.id.clone(),
            start: one.start.clone(),
            variant: one.variant.map(VariantNo::get),
            pathway: one.pathway.to_string(),
            minutes: one.minutes,
            task: NameFile::of(&one.task),
            checks: one.checks.iter().map(CheckFile::of).collect(),
            hints: of_names(&one.hints),
            solution: one.solution.clone(),
        }
    }

    pub(super) fn into_model(self) -> Exercise {
        Exercise {
            id: self.id,
            start: self.start,
            variant: self.variant.and_then(VariantNo::new),
            pathway: PathwayId::from(self.pathway),
            minutes: self.minutes,
            task: self.task.into_model(),
            checks: self.checks.into_iter().map(CheckFile::into_model).collect(),
            hints: names(self.hints),
            solution: self.solution,
        }
    }
}

impl CheckFile {
    const fn of(check: &Check) -> Self {
        Self {
            figure: Word(check.figure),
            is: match check.bound {
                Bound::AtLeast(value) => BoundFile::AtLeast(value),
                Bound::AtMost(value) => BoundFile::AtMost(value),
                Bound::AboveStart => BoundFile::AboveStart,
                Bound::BelowStart => BoundFile::BelowStart,
            },
        }
    }

    const fn into_model(self) -> Check {
        Check {
            figure: self.figure.0,
            bound: match self.is {
                BoundFile::AtLeast(value) => Bound::AtLeast(value),
                BoundFile::AtMost(value) => Bound::AtMost(value),
                BoundFile::AboveStart => Bound::AboveStart,
                BoundFile::BelowStart => Bound::BelowStart,
            },
        }
    }
}

impl RoleFile {
    pub(super) fn of(role: &RoleCard) -> Self {
        Self {
            id: role.id.clone(),
            name: NameFile::of(&role.name),
            wants: NameFile::of(&role.wants),
            asks: NameFile::of(&role.asks),
            figures: words(&role.figures),
        }
    }

    pub(super) fn into_model(self) -> RoleCard {
        RoleCard {
            id: self.id,
            name: self.name.into_model(),
            wants: self.wants.into_model(),
            asks: self.asks.into_model(),
            figures: plain(self.figures),
        }
    }
}
