//! Reports: results as files, tables and JSON.

pub mod assessment;
pub mod drawn;
pub mod resolved;
mod resolved_work;
pub mod results;
