//! The flow diagram of a pathway: what becomes of one piece, from the product to where each gram ends.
//!
//! Invariant: `model` knows figures and words, `layout` only places, `paint` only draws; the first two need no window.

pub mod columns;
mod connect;
mod detail;
mod edge;
mod group;
mod hits;
mod layer;
pub mod layout;
mod layout_words;
pub mod marks;
pub mod model;
pub mod narrow;
pub mod paint;
mod paint_marks;
mod paint_node;
mod paint_ribbon;
mod paint_told;
mod place;
pub mod route;
pub mod ruler;
pub mod touch;
mod walk;
pub mod words;

pub use layer::{Amounts, Said};
pub use layout::{Layout, Sizes, layout};
pub use model::{Diagram, FlowKindId, NodeId, RibbonId};
pub(crate) use paint_marks::hours_bar;
