//! Reloom: how circular each pathway of a garment is, and what work it creates and takes away.
//!
//! The map, in reading order. The core is plain data and pure functions: no egui, no disk, no clock, no threads.
//!
//! | module | what it holds |
//! |---|---|
//! | [`quantity`] | checked numbers: shares, masses, wears |
//! | [`model`] | what the user edits: product, pathways, overrides |
//! | [`data`] | the reference library: factors with source, range and grade |
//! | [`text`] | both languages side by side, number formatting |
//!
//! Around it the shell, which shows the core and changes nothing:
//!
//! | module | what it holds |
//! |---|---|
//! | [`ui`] | fonts, icons, theme and widgets; egui only |

pub mod assess;
pub mod data;
pub mod flow;
pub mod indicator;
pub mod model;
pub mod quantity;
pub mod report;
pub mod text;
pub mod ui;
pub mod work;
