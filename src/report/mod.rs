//! Reports: results as files, tables and JSON.

pub mod advice;
pub mod assessment;
pub mod beside;
pub mod claims;
pub mod combination;
pub mod comparison_table;
pub mod drawn;
pub mod ecobalyse;
pub mod flow_table;
pub mod intake;
pub mod money;
pub mod outputs;
pub mod park;
pub mod passport;
pub mod picture;
pub mod product_table;
pub mod resolved;
pub mod results;
pub mod schemas;
pub mod sheet;
pub mod stopwatch;
pub mod trump;
pub mod workbook;
