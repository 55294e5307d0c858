//! Multipliers of indirect work, typed in by the user, each with its source note.

use super::ActivityId;
use std::collections::BTreeMap;

/// A Type I multiplier: direct and indirect work over direct work.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiplier {
    /// Its value, 1 or more; one below is kept and has no effect.
    pub value: f64,
    /// Where the user has it from; without a note it is kept and has no effect.
    pub note: String,
}

/// All multipliers by the kind of work that they hold for, wherever it is done.
pub type Multipliers = BTreeMap<ActivityId, Multiplier>;
