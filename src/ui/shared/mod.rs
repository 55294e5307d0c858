//! Pieces that stand on several pages and, unlike widgets, know what is open and ask for edits.

pub(crate) mod export_menu;
pub(crate) mod figure_acts;
pub(crate) mod photo;
pub(crate) mod practised;
pub(crate) mod sewing;
pub mod variants;
