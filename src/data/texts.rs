//! The tables of the library as text, and what is said of one that does not read.
//!
//! Invariant: what the build made for reading says the same as what people edit (a test holds both against each other).

use crate::model::FactorId;
use serde::de::DeserializeOwned;
use std::fmt;

/// The tables as text.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// Fibres and feedstocks.
    pub fibres: &'a str,
    /// Routes.
    pub routes: &'a str,
    /// Kinds of garment.
    pub kinds: &'a str,
    /// Making processes.
    pub processes: &'a str,
    /// Activities and quality of work.
    pub activities: &'a str,
    /// Reuse.
    pub reuse: &'a str,
    /// Places and regions.
    pub places: &'a str,
    /// Pathway shares.
    pub shares: &'a str,
    /// Kinds of stages.
    pub stage_kinds: &'a str,
    /// Presets of stages and pathways.
    pub pathways: &'a str,
    /// Assumptions.
    pub assumptions: &'a str,
    /// Design rules.
    pub rules: &'a str,
    /// Trims.
    pub trims: &'a str,
    /// Moves.
    pub moves: &'a str,
    /// The bibliography.
    pub sources: &'a str,
    /// What all of them are written in.
    pub notation: Notation,
}

/// What a table is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// As people edit it.
    Ron,
    /// As it is read quickest.
    Json,
}

impl Texts<'static> {
    /// The tables as people edit them, in RON.
    pub const BUILTIN: Self = Self {
        fibres: include_str!("../../assets/data/fibres.ron"),
        routes: include_str!("../../assets/data/routes.ron"),
        kinds: include_str!("../../assets/data/kinds.ron"),
        processes: include_str!("../../assets/data/processes.ron"),
        activities: include_str!("../../assets/data/activities.ron"),
        reuse: include_str!("../../assets/data/reuse.ron"),
        places: include_str!("../../assets/data/places.ron"),
        shares: include_str!("../../assets/data/shares.ron"),
        stage_kinds: include_str!("../../assets/data/stage_kinds.ron"),
        pathways: include_str!("../../assets/data/pathways.ron"),
        assumptions: include_str!("../../assets/data/assumptions.ron"),
        rules: include_str!("../../assets/data/rules.ron"),
        trims: include_str!("../../assets/data/trims.ron"),
        moves: include_str!("../../assets/data/moves.ron"),
        sources: include_str!("../../assets/bibliography.ron"),
        notation: Notation::Ron,
    };
    /// The same as JSON without remarks, as the build makes them of the others.
    pub const COMPACT: Self = Self {
        fibres: compact!("fibres"),
        routes: compact!("routes"),
        kinds: compact!("kinds"),
        processes: compact!("processes"),
        activities: compact!("activities"),
        reuse: compact!("reuse"),
        places: compact!("places"),
        shares: compact!("shares"),
        stage_kinds: compact!("stage_kinds"),
        pathways: compact!("pathways"),
        assumptions: compact!("assumptions"),
        rules: compact!("rules"),
        trims: compact!("trims"),
        moves: compact!("moves"),
        sources: compact!("bibliography"),
        notation: Notation::Json,
    };
}

/// A flaw of a table: a test failure, never met by a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryError {
    /// The text of a table does not read.
    Unreadable {
        /// The table.
        table: &'static str,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// Two figures have one id.
    Twice(FactorId),
}

impl fmt::Display for LibraryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable {
                table,
                line,
                column,
                message,
            } => write!(f, "{table}.ron:{line}:{column}: {message}"),
            Self::Twice(id) => write!(f, "two figures have the id {id}"),
        }
    }
}

impl std::error::Error for LibraryError {}

/// What the table `table` holds.
pub(super) fn table<T: DeserializeOwned>(
    table: &'static str,
    text: &str,
    notation: Notation,
) -> Result<T, LibraryError> {
    match notation {
        Notation::Ron => ron::from_str(text).map_err(|error| LibraryError::Unreadable {
            table,
            line: error.span.start.line,
            column: error.span.start.col,
            message: error.code.to_string(),
        }),
        Notation::Json => serde_json::from_str(text).map_err(|error| LibraryError::Unreadable {
            table,
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        }),
    }
}
