//! Reports: results as files, tables and JSON.

pub mod resolved;
pub mod results;
