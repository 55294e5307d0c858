//! The comparison: two to four pathways in columns, one question per row, one scale per row.

pub mod data;
mod headline;
mod work;

pub use headline::Headline;
pub use work::{Cell, Jobs, Line, Piece, Side, Sure, Work};
