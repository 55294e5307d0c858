//! Reloom: how circular each pathway of a garment is, and what work it creates and takes away.
//!
//! The map, in reading order. The core is plain data and pure functions: no egui, no disk, no clock, no threads.
//!
//! | module | what it holds |
//! |---|---|
//! | [`quantity`] | checked numbers: shares, masses, wears |
//! | [`model`] | what the user edits: product, pathways, overrides |
//! | [`data`] | the reference library: factors with source, range and grade |
//! | [`flow`] | a pathway as a network, built from project and library, solved for pieces and kilograms |
//! | [`indicator`] | circularity, one file per indicator |
//! | [`work`] | hours by activity and place, gained and lost |
//! | [`assess`] | project × library → every figure of every pathway |
//! | [`figure`] | every figure declared once: key, names, form, formula, value, what it rests on |
//! | [`uncertainty`] | how factors are distributed |
//! | [`explain`] | any figure opened to its formula, factors, sources and grades; why two sides differ; which part blocks what |
//! | [`intake`] | composition labels and bills of materials read into parts, with every doubt said |
//! | [`compose`] | pathways and stages made from the library's presets, fitted to the product |
//! | [`edit`] | the one door through which a project changes, and its history |
//! | [`report`] | results as JSON and tables |
//! | [`project_file`] | the shape of a project on disk, versions and upgrades |
//! | [`presets`] | the sample projects, embedded |
//! | [`text`] | both languages side by side, number formatting |
//!
//! The shell around it may wait, draw and touch the disk:
//!
//! | module | what it holds |
//! |---|---|
//! | [`store`] | the disk: open, save, recovery, recent files |
//! | [`job`] | background work: draws over threads, cancelled by the next edit |
//! | [`session`] | the open project: history, file, figures computed once per revision |
//! | [`export`] | pictures and tables of a project as files |
//! | [`cli`] | the headless commands |
//! | [`ui`] | fonts, icons, theme, widgets and panels; egui only, reads and emits, never changes |
//! | [`app`] | the window: commands, keys, dialogs, the frame around the panels |
//!
//! Invariants, each held by `tests/architecture.rs`: the core names no shell; only `edit` makes a changed project and
//! only its history replaces it; only `store` touches the disk; `ui` never holds a project or session to change.

pub mod app;
pub mod assess;
pub mod cli;
pub mod compose;
pub mod data;
pub mod edit;
pub mod explain;
pub mod export;
pub mod figure;
pub mod flow;
pub mod indicator;
pub mod intake;
pub mod job;
pub mod model;
pub mod presets;
pub mod project_file;
pub mod quantity;
pub mod report;
pub mod session;
pub mod store;
pub mod text;
pub mod ui;
pub mod uncertainty;
pub mod work;
