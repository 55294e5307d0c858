//! The reference library: every factor with its source, range and grade, embedded in the binary.
//!
//! Invariant: the library is never mutated; the user's own figure is an override in the project.

mod figure;

pub use figure::{Domain, Grade, Mark, Sourced};

use crate::model::{ActivityId, FactorId, FibreId, KindId, Name, PlaceId, ProcessId, RouteId, SourceId};

/// One numeric factor of the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Its id, dotted: table, row, column.
    pub id: FactorId,
    /// Its name in words.
    pub name: Name,
    /// What values it can take.
    pub domain: Domain,
    /// The figure.
    pub figure: Sourced<f64>,
}
