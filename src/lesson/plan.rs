//! The plan of a lesson: what it is for, its stops, exercises, roles and what is printed for it.

use super::{BoardKind, FigureRef, LeverSpec, Printed, Question};
use crate::figure::PathwayFigure;
use crate::model::{Name, PathwayId, VariantNo};

/// A lesson.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// Its id: letters, digits and `_`.
    pub id: String,
    /// Its own version, from 1: raised when what groups work on changes, so that spoken codes of the old one are refused.
    pub version: u32,
    /// Its name.
    pub name: Name,
    /// How long it takes, minutes.
    pub minutes: u32,
    /// For how many people.
    pub people: People,
    /// How much is shown.
    pub level: Level,
    /// What the people can do afterwards, three at most.
    pub aims: Vec<Name>,
    /// The pathway that groups make their moves on.
    pub pathway: PathwayId,
    /// What groups can turn, eight at most; a spoken code names at most four of them.
    pub levers: Vec<LeverSpec>,
    /// What is shown, in order.
    pub stops: Vec<Stop>,
    /// What groups do.
    pub exercises: Vec<Exercise>,
    /// What is asked.
    pub quiz: Vec<Question>,
    /// Roles to argue from.
    pub roles: Vec<RoleCard>,
    /// What is printed for it.
    pub print: Vec<Printed>,
}

/// For how many people a lesson is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct People {
    /// At least.
    pub least: u32,
    /// At most.
    pub most: u32,
}

/// How much is shown; figures are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Few routes and fibres, no letters of formulas on the front.
    #[default]
    Class,
    /// Everything.
    Full,
}

impl Level {
    /// The most routes of a list.
    pub const fn most_routes(self) -> usize {
        match self {
            Self::Class => 6,
            Self::Full => usize::MAX,
        }
    }

    /// The most fibres of a list.
    pub const fn most_fibres(self) -> usize {
        match self {
            Self::Class => 5,
            Self::Full => usize::MAX,
        }
    }

    /// True where the letters of formulas stand on the comparison.
    pub const fn has_letters(self) -> bool {
        matches!(self, Self::Full)
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Class => Self::Full,
            Self::Full => Self::Class,
        }
    }
}

/// One stop: a board and what is said at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Its id, unlike every other of the lesson.
    pub id: String,
    /// What is shown.
    pub board: BoardKind,
    /// The start project, by its id in the pack; the first one where empty.
    pub start: String,
    /// The variant; the one in hand where none is given.
    pub variant: Option<VariantNo>,
    /// The pathways, the one that is told first; empty where the board shows the product or words alone.
    pub pathways: Vec<PathwayId>,
    /// The figure that a formula board opens.
    pub figure: Option<PathwayFigure>,
    /// The question of the quiz that a vote asks, by its id.
    pub question: Option<String>,
    /// How long it is planned to take, seconds.
    pub seconds: u32,
    /// What stands large on the board; the board's own name where empty.
    pub title: Name,
    /// What the trainer says.
    pub say: Name,
    /// What the people should see.
    pub see: Name,
    /// What the answer should be, for the trainer.
    pub answer: Name,
    /// Moves that Enter applies, by their ids: `polyester_alone:shell`.
    pub moves: Vec<String>,
    /// What can be turned on a lever board, by lever ids of the lesson; all of the lesson where empty.
    pub levers: Vec<String>,
    /// True where something visible must change against the stop before.
    pub changes: bool,
    /// True where the stop is in the three-minute cut.
    pub in_short: bool,
}

/// Something that groups do.
#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    /// Its id, unlike every other of the lesson.
    pub id: String,
    /// The start project, by its id in the pack; the first one where empty.
    pub start: String,
    /// The variant it begins with; the one in hand where none is given.
    pub variant: Option<VariantNo>,
    /// The pathway that is looked at.
    pub pathway: PathwayId,
    /// What to do.
    pub task: Name,
    /// When it is done: all of these hold.
    pub checks: Vec<Check>,
    /// Hints, one after the other.
    pub hints: Vec<Name>,
    /// Moves that solve it, by their ids.
    pub solution: Vec<String>,
    /// How long it takes, minutes.
    pub minutes: u32,
}

/// A named figure with a bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    /// The figure.
    pub figure: PathwayFigure,
    /// How it has to stand.
    pub bound: Bound,
}

/// How a figure has to stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// At least this, in the figure's own unit.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
    /// Above its value at the start of the exercise.
    AboveStart,
    /// Below its value at the start of the exercise.
    BelowStart,
}

impl Bound {
    /// True where `value` meets it, `start` being the value at the start.
    pub fn holds(self, start: f64, value: f64) -> bool {
        let least = crate::explain::advice::LEAST;
        match self {
            Self::AtLeast(bound) => value >= bound - least,
            Self::AtMost(bound) => value <= bound + least,
            Self::AboveStart => value > start + least,
            Self::BelowStart => value < start - least,
        }
    }
}

/// A role to argue from.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleCard {
    /// Its id.
    pub id: String,
    /// Who it is.
    pub name: Name,
    /// What this person wants and fears.
    pub wants: Name,
    /// What this person asks of a pathway.
    pub asks: Name,
    /// Which figures this person looks at first.
    pub figures: Vec<FigureRef>,
}

impl Stop {
    /// How long it is planned to take, minutes.
    pub fn minutes(&self) -> f64 {
        f64::from(self.seconds) / 60.0
    }
}

impl Lesson {
    /// The stops that are shown: all, or those of the three-minute cut.
    pub fn shown(&self, short: bool) -> impl Iterator<Item = &Stop> {
        self.stops.iter().filter(move |stop| stop.in_short || !short)
    }

    /// How long all stops are planned to take, seconds.
    pub fn planned_s(&self) -> u32 {
        self.stops.iter().map(|stop| stop.seconds).sum()
    }

    /// The question with `id`.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.quiz.iter().find(|question| question.id == id)
    }

    /// The levers of `stop`: those that it names, or all of the lesson.
    pub fn levers_of(&self, stop: &Stop) -> Vec<&LeverSpec> {
        let is_in = |lever: &&LeverSpec| stop.levers.is_empty() || stop.levers.contains(&lever.id);
        self.levers.iter().filter(is_in).collect()
    }
}
