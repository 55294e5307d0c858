//! Reports: results as files, tables and JSON.

pub mod advice;
pub mod assessment;
pub mod comparison_table;
pub mod drawn;
pub mod flow_table;
pub mod intake;
pub mod picture;
pub mod resolved;
pub mod results;
