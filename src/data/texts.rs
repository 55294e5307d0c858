//! The tables of the library as they are written, and what is said of one that does not read.
//!
//! Invariant: what the build packed for reading says the same as what people edit (a test holds both against each other).

use crate::model::FactorId;
use serde::de::DeserializeOwned;
use std::fmt;

/// Declares the tables: what each holds, and its file below `assets`, without the ending.
macro_rules! texts {
    ($($(#[$doc:meta])* $table:ident = $file:literal,)+) => {
        /// The tables: as text, or packed.
        #[derive(Debug, Clone, Copy)]
        pub struct Texts<'a, W: ?Sized = str> {
            $($(#[$doc])* pub $table: &'a W,)+
        }

        impl Texts<'static> {
            /// The tables as people edit them, in RON.
            pub const BUILTIN: Self = Self {
                $($table: include_str!(concat!("../../assets/", $file, ".ron")),)+
            };
        }

        impl Texts<'static, [u8]> {
            /// The same as MessagePack without remarks, as the build makes them of the others.
            pub const COMPACT: Self = Self {
                $($table: compact!($file),)+
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

/// What a table is written in: RON as text, MessagePack as bytes.
pub trait Written {
    /// What the table called `table` holds.
    fn table<T: DeserializeOwned>(&self, table: &'static str) -> Result<T, LibraryError>;
}

impl Written for str {
    fn table<T: DeserializeOwned>(&self, table: &'static str) -> Result<T, LibraryError> {
        ron::from_str(self).map_err(|error| LibraryError::Unreadable {
            table,
            line: error.span.start.line,
            column: error.span.start.col,
            message: error.code.to_string(),
        })
    }
}

impl Written for [u8] {
    fn table<T: DeserializeOwned>(&self, table: &'static str) -> Result<T, LibraryError> {
        rmp_serde::from_slice(self).map_err(|error| LibraryError::Packed {
            table,
            message: error.to_string(),
        })
    }
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
    /// A table does not read as the build packed it.
    Packed {
        /// The table.
        table: &'static str,
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
            Self::Packed { table, message } => write!(f, "{table}, packed: {message}"),
            Self::Twice(id) => write!(f, "two figures have the id {id}"),
        }
    }
}

impl std::error::Error for LibraryError {}
