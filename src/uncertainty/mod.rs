//! Uncertainty: how factors vary, draws of all figures, bands, and which assumption matters most.
//!
//! Invariant: a draw is a pure function of engine, seed and draw number.

mod bands;
mod beside;
pub mod distribution;
mod draws;
mod random;
mod sampler;
mod sensitivity;
mod special;
mod table;

pub use bands::{Band, Bands, Paired, band, share_better, share_better_of};
pub use beside::{BENEATH, BesideBands, BesideSeries, beside_bands, beside_series, carbon_bands, overlap};
pub use draws::{Asked, Draws, PartOfDraws, ROWS, draw, draw_asked, draw_in_parts};
pub use random::{key, uniform};
pub use sampler::{Sampler, Shape, widened};
pub use sensitivity::{Swing, add_ranks, tornado};
pub use table::QuantileTable;
