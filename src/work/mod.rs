//! Work: hours by activity and place, gained and lost against a baseline, never only the net.

pub mod hours;
pub mod ledger;
pub mod multipliers;
