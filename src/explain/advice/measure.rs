//! The figures that moves are measured by: a choice among the figures that are declared elsewhere, by their keys.

use crate::assess::Outcome;
use crate::assess::beside::Beside;
use crate::figure::{Better, PathwayFigure};
use crate::text::{AdviceMsg, Lang};

/// What a move is measured by, in the order in which it is told.
pub const MEASURES: [PathwayFigure; 13] = [
    PathwayFigure::OutflowRecycled,
    PathwayFigure::OutflowDowncycled,
    PathwayFigure::Mci,
    PathwayFigure::MciQuality,
    PathwayFigure::Wears,
    PathwayFigure::VPer100Wears,
    PathwayFigure::Gained,
    PathwayFigure::Lost,
    PathwayFigure::Net,
    PathwayFigure::GarmentsAvoided,
    PathwayFigure::CarbonPer100Wears,
    PathwayFigure::WageGained,
    PathwayFigure::WageLost,
];

/// Values of [`MEASURES`], in their order.
pub type Values = [f64; MEASURES.len()];

/// The values of an outcome, and of what stands beside it.
pub fn values(outcome: &Outcome, beside: Option<&Beside>) -> Values {
    MEASURES.map(|figure| value(figure, outcome, beside))
}

/// The value of a figure of an outcome, or of what stands beside it.
pub fn value(figure: PathwayFigure, outcome: &Outcome, beside: Option<&Beside>) -> f64 {
    if figure.is_beside() {
        figure.beside(beside)
    } else {
        figure.value(outcome)
    }
}

/// The figure that moves are ranked by unless another is asked for.
pub const RANK: PathwayFigure = PathwayFigure::OutflowRecycled;

/// Less than this change is none: rounding in sums of shares and hours.
pub const LEAST: f64 = 1e-9;

/// How much better `after` is than `before`, in the figure's own unit; below 0 for the worse. Where a figure counts neither
/// way, more of it. 0 where the change is rounding or one of the values is no number.
pub fn gain(figure: PathwayFigure, before: f64, after: f64) -> f64 {
    let sign = if figure.row().better == Better::Less {
        -1.0
    } else {
        1.0
    };
    let change = after - before;
    if !change.is_finite() || change.abs() <= LEAST * before.abs().max(1.0) {
        return 0.0;
    }
    sign * change
}

/// The measure with the key of the command line's contract.
pub fn measure(key: &str) -> Option<PathwayFigure> {
    MEASURES.into_iter().find(|figure| figure.short_key() == key)
}

/// The value of a measure; no number for a figure that is none of them.
pub fn value_of(values: &Values, figure: PathwayFigure) -> f64 {
    place(figure)
        .and_then(|at| values.get(at).copied())
        .unwrap_or(f64::NAN)
}

/// The place of a figure among the measures.
pub fn place(figure: PathwayFigure) -> Option<usize> {
    MEASURES.into_iter().position(|known| known == figure)
}

/// An axis of combinations: a measure, or how many moves it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// A figure.
    Figure(PathwayFigure),
    /// The number of moves; fewer is better.
    MovesCount,
}

impl Axis {
    /// Every axis, in its order: the measures that count one way, and the number of moves.
    pub fn all() -> Vec<Self> {
        let figures = MEASURES.into_iter().map(Self::Figure);
        let counts = figures.filter(|axis| axis.better() != Better::Neither);
        counts.chain([Self::MovesCount]).collect()
    }

    /// The axis with the key of the command line's contract.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::all().into_iter().find(|axis| axis.key() == key)
    }

    /// Its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Figure(figure) => figure.short_key(),
            Self::MovesCount => "moves_count",
        }
    }

    /// What counts as better.
    pub const fn better(self) -> Better {
        match self {
            Self::Figure(figure) => figure.row().better,
            Self::MovesCount => Better::Less,
        }
    }

    /// Its name as a heading.
    pub fn head(self, lang: Lang) -> String {
        match self {
            Self::Figure(figure) => figure.head(lang),
            Self::MovesCount => AdviceMsg::MovesCount.head(lang).to_owned(),
        }
    }

    /// A value on it, as it reads everywhere.
    pub fn said(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Figure(figure) => figure.form().text(value, lang),
            Self::MovesCount => format!("{value:.0}"),
        }
    }
}
