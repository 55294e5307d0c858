//! Indicators of circularity: one file per indicator with its inputs, a pure function and its source.
//!
//! Invariant: an indicator knows numbers and its own inputs, never a project, so a textbook example is a test.

pub mod chain;
pub mod designed;
pub mod eu_readiness;
pub mod flows;
pub mod lifetime;
pub mod mci;
