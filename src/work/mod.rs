//! Work: hours by activity and place, gained and lost against a baseline, never only the net.

mod aggregate;
pub mod cross_check;
pub mod hours;
pub mod ledger;
pub mod measured;
pub mod multipliers;
pub mod quality;
pub mod trap;
