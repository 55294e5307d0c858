//! Reloom: how circular each pathway of a garment is, and what work it creates and takes away.
//!
//! The map, from the ground up: a module names those above it in these tables and none below. The core is plain data
//! and pure functions: no egui, no disk, no clock, no threads.
//!
//! | module | what it holds |
//! |---|---|
//! | [`quantity`] | checked numbers: shares, masses, wears |
//! | [`lang`] | the languages of the interface |
//! | [`model`] | what the user edits: product, pathways, overrides |
//! | [`data`] | the reference library: factors with source, range and grade |
//! | [`flow`] | a pathway as a network, assembled from project and library, solved for pieces and kilograms |
//! | [`indicator`] | circularity, one file per indicator |
//! | [`work`] | hours by activity and place, gained and lost |
//! | [`text`] | words in both languages side by side, number formatting |
//! | [`assess`] | project × library → every figure of every pathway |
//! | [`figure`] | every figure declared once: key, names, form, formula, value, what it rests on |
//! | [`uncertainty`] | how factors are distributed |
//! | [`project_file`] | the shape of a project on disk, versions and upgrades |
//! | [`presets`] | the sample projects, embedded |
//! | [`edit`] | the one door through which a project changes, and its history |
//! | [`compose`] | pathways and stages made from the library's presets, fitted to the product |
//! | [`intake`] | composition labels and bills of materials read into parts, with every doubt said |
//! | [`explain`] | any figure opened to its formula, factors, sources and grades; why two sides differ; which part blocks what |
//! | [`report`] | results as JSON and tables; the document model (`report::sheet`) that panels, paper, boards and plain text share; which pictures there are |
//! | [`collection`] | many products at once: a list of them, totals over all in the same draws |
//! | [`mod@years`] | from one pathway to another over the years, with the delay of what is still worn |
//! | [`lesson`] | what a trainer shows and asks: boards, moves, levers, quiz, packs; by key, not by look |
//! | [`board`] | what stands on the wall for a class or a hall: words and one chart a board |
//!
//! The shell around it may wait, draw and touch the disk:
//!
//! | module | what it holds |
//! |---|---|
//! | [`store`] | the disk: open, save, recovery, recent files |
//! | [`job`] | background work: draws over threads, cancelled by the next edit |
//! | [`session`] | the open project: history, file, figures computed once per revision |
//! | [`ui`] | fonts, icons, theme, widgets and panels; egui only, reads and emits, never changes |
//! | [`export`] | pictures and tables of a project as files |
//! | [`cli`] | the headless commands |
//! | [`app`] | the window: commands, keys, dialogs, the frame around the panels |
//!
//! Invariants, each held by `tests/architecture.rs`: no module names one above it; the core names no shell; only `edit`
//! makes a changed project and only its history replaces it; only `store` touches the disk, be it to ask whether a file
//! is there; `ui` never holds a project or session to change; no panel borrows from another.

pub mod app;
pub mod assess;
pub mod board;
pub mod cli;
pub mod collection;
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
pub mod lang;
pub mod lesson;
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
pub mod years;
