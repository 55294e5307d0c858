//! The assessment: project × library → every figure of every pathway, with notices for what is odd.
//!
//! Invariant: odd input that can still be reckoned is reckoned and reported, never refused and never repaired unseen.

mod engine;

pub use engine::{Circularity, Engine, EnginePathway, Outcome, Outcomes, PartShares, imbalance};
