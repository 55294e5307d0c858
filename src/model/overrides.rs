//! The user's own figures in place of the library's, each with its source note.

use super::{Estimate, FactorId};
use std::collections::BTreeMap;

/// One own figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Override {
    /// The figure, in the unit of the factor it replaces.
    pub figure: Estimate,
    /// Where the user has it from; an empty note is shown as "no source given".
    pub note: String,
}

/// All own figures by the id of the factor that they replace.
pub type Overrides = BTreeMap<FactorId, Override>;
