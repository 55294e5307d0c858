//! What people already have: composition labels and bills of materials, read into parts, with every doubt said.
//!
//! Invariants: bytes and text in, data out, no disk; nothing is scaled, guessed or dropped without a finding or a reason;
//! no input makes it panic, and none makes it work without bound.

mod base64;
pub mod bom;
mod chars;
mod draft;
mod fold;
mod garment;
pub mod label;
mod making;
pub mod parts_sheet;
pub mod photo;
mod project;
mod sample;
mod words;

pub use draft::{Draft, KindBy};
pub use garment::{answered, from_label};
pub use project::{DEFAULT_KIND, DEFAULT_PATHWAYS, Settings, assumed, new_project, project_id};
pub use sample::{TakenOver, all_taken_over, sample, taken_over};
