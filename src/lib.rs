//! Reloom: how circular each pathway of a garment is, and what work it creates and takes away.
//!
//! The map, in reading order. The core is plain data and pure functions: no egui, no disk, no clock, no threads.
//!
//! | module | what it holds |
//! |---|---|
//! | [`quantity`] | checked numbers: shares, masses, wears |
//! | [`model`] | what the user edits: product, pathways, overrides |
//! | [`data`] | the reference library: factors with source, range and grade |
//! | [`project_file`] | the shape of a project on disk, versions and upgrades |
//! | [`presets`] | the sample projects, embedded |
//! | [`text`] | both languages side by side, number formatting |

pub mod assess;
pub mod data;
pub mod flow;
pub mod indicator;
pub mod model;
pub mod presets;
pub mod project_file;
pub mod quantity;
pub mod report;
pub mod text;
pub mod work;
