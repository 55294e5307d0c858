//! Reports: results as files, tables and JSON.

pub mod assessment;
pub mod drawn;
pub mod intake;
pub mod resolved;
pub mod results;
