//! Uncertainty: how factors are distributed between their low and high.

pub mod distribution;
