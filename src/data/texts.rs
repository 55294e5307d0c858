//! The tables of the library as text, and what is said of one that does not read.
//!
//! Invariant: what the build made for reading says the same as what people edit (a test holds both against each other).

use crate::model::FactorId;
use serde::de::DeserializeOwned;
use std::fmt;

/// Declares the tables: what each holds, and its file below `assets`, without the ending.
macro_rules! texts {
    ($($(#[$doc:meta])* $table:ident = $file:literal,)+) => {
        /// The tables as text.
        #[derive(Debug, Clone, Copy)]
        pub struct Texts<'a> {
            $($(#[$doc])* pub $table: &'a str,)+
            /// What all of them are written in.
            pub notation: Notation,
        }

        impl Texts<'static> {
            /// The tables as people edit them, in RON.
            pub const BUILTIN: Self = Self {
                $($table: include_str!(concat!("../../assets/", $file, ".ron")),)+
                notation: Notation::Ron,
            };
            /// The same as JSON without remarks, as the build makes them of the others.
            pub const COMPACT: Self = Self {
                $($table: compact!($file),)+
                notation: Notation::Json,
            };
        }
    };
}

texts! {
    /// Fibres and feedstocks.
    fibres = "data/fibres",
    /// Routes.
    routes = "data/routes",
    /// Kinds of garment.
    kinds = "data/kinds",
    /// Making processes.
    processes = "data/processes",
    /// Activities and quality of work.
    activities = "data/activities",
    /// Reuse.
    reuse = "data/reuse",
    /// Places and regions.
    places = "data/places",
    /// Pathway shares.
    shares = "data/shares",
    /// Kinds of stages.
    stage_kinds = "data/stage_kinds",
    /// Presets of stages and pathways.
    pathways = "data/pathways",
    /// Assumptions.
    assumptions = "data/assumptions",
    /// Design rules.
    rules = "data/rules",
    /// Trims.
    trims = "data/trims",
    /// Moves.
    moves = "data/moves",
    /// The bibliography.
    sources = "bibliography",
}

/// What a table is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// As people edit it.
    Ron,
    /// As it is read quickest.
    Json,
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
