//! A figure with everything that is needed to trust it or not: range, unit, source, year, place and grade.

use super::read;
use crate::model::SourceId;
use serde::{Deserialize, Deserializer};
use std::ops::Deref;
use std::sync::Arc;

/// How far a figure can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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
    /// All grades, the surest first.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// One step less sure.
    #[must_use]
    pub const fn one_lower(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::C,
            Self::C | Self::D => Self::D,
        }
    }

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    /// Central value.
    pub value: T,
    /// Low end, where known; low ≤ value.
    #[serde(default = "none")]
    pub low: Option<T>,
    /// High end, where known; value ≤ high.
    #[serde(default = "none")]
    pub high: Option<T>,
    /// Unit in words of the field: `share`, `kg`, `FTE per 1000 t`, `h per piece`.
    #[serde(default)]
    pub unit: String,
    /// Sources; none means an assumption.
    #[serde(default, deserialize_with = "read::ids")]
    pub sources: Vec<SourceId>,
    /// Year the figure speaks of, or "n.d.".
    #[serde(default = "no_date")]
    pub year: String,
    /// Place the figure speaks of, or "general".
    #[serde(default = "everywhere")]
    pub region: String,
    /// How far it can be trusted.
    pub grade: Grade,
    /// How it came here.
    pub mark: Mark,
    /// Reasoning, scope, warnings; required where there is no source.
    #[serde(default)]
    pub note: String,
}

/// A figure of a table with all that is said of it; a copy shares it, for it is the factor and enters engines as well.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure(Arc<Sourced<f64>>);

impl Figure {
    /// The figure to be completed: a copy of its own where it is shared.
    pub(super) fn change(&mut self) -> &mut Sourced<f64> {
        Arc::make_mut(&mut self.0)
    }

    /// The figure by itself, for another one that is made of it.
    pub fn own(&self) -> Sourced<f64> {
        Sourced::clone(&self.0)
    }
}

impl From<Sourced<f64>> for Figure {
    fn from(figure: Sourced<f64>) -> Self {
        Self(Arc::new(figure))
    }
}

impl Deref for Figure {
    type Target = Sourced<f64>;

    fn deref(&self) -> &Sourced<f64> {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        Sourced::deserialize(reader).map(Self::from)
    }
}

impl<T> Sourced<T> {
    /// True where the figure is a judgement or a recollection: shown with the word "assumption".
    pub fn is_assumption(&self) -> bool {
        self.grade == Grade::D
    }
}

fn none<T>() -> Option<T> {
    None
}

fn no_date() -> String {
    "n.d.".to_owned()
}

fn everywhere() -> String {
    "general".to_owned()
}
