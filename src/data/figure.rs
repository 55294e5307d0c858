//! A figure with everything that is needed to trust it or not: range, unit, source, year, place and grade.

use crate::model::SourceId;

/// How far a figure can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Official statistic or model, scope fits, primary data seen.
    A,
    /// Published by an association, agency or company, scope close.
    B,
    /// Derived from published figures, or an announcement.
    C,
    /// Judgement: shown with the word "assumption".
    D,
}

impl Grade {
    /// The letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// How the figure reached the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Read in the named source.
    Saw,
    /// Read in another party's text about the source.
    SawSecondHand,
    /// Arithmetic on seen figures.
    Derived,
    /// From memory: an assumption.
    Recalled,
    /// Judged: an assumption.
    Judged,
    /// True by definition of the method.
    Definition,
    /// Typed in by the user.
    Own,
}

/// What values a figure can take; decides its distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Domain {
    /// 0..=1.
    Share,
    /// Zero or more.
    Positive,
}

/// A value with its range and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Sourced<T> {
    /// Central value.
    pub value: T,
    /// Low end, where known; low ≤ value.
    pub low: Option<T>,
    /// High end, where known; value ≤ high.
    pub high: Option<T>,
    /// Unit in words of the field: `share`, `kg`, `FTE per 1000 t`, `h per piece`.
    pub unit: String,
    /// Sources; none means an assumption.
    pub sources: Vec<SourceId>,
    /// Year the figure speaks of, or "n.d.".
    pub year: String,
    /// Place the figure speaks of, or "general".
    pub region: String,
    /// How far it can be trusted.
    pub grade: Grade,
    /// How it came here.
    pub mark: Mark,
    /// Reasoning, scope, warnings; required where there is no source.
    pub note: String,
}
