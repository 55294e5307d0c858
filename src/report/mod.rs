//! Reports: results as files, tables and JSON.

pub mod assessment;
pub mod resolved;
pub mod results;
