//! Flows: a pathway as a network, solved for pieces and kilograms.
//!
//! Invariant: mass in equals mass out at every stage to 100·ε·largest flow; each solution carries its imbalance.

pub mod added;
pub mod assemble;
mod balance;
mod chain;
mod check;
mod error;
mod fault;
pub mod gate;
mod key;
mod linear;
mod map;
pub mod network;
pub mod notice;
mod order;
mod plan;
mod reach;
mod slot;
mod solve;
mod sum;
mod trial;

pub use balance::imbalance;
pub use error::FlowError;
pub use fault::{Age, ModelFault};
pub use key::{DrawKey, InputKey};
pub use linear::{Lu, Pattern};
pub use plan::{Flow, Plan, PlanEnd, PlanExit, PlanGate, PlanItem, PlanMaterial, Target};
pub use slot::{Behind, Input, InputOrigin, Moving, Node, Slot, Slots};
pub use solve::{GateFlow, Solution};
pub use trial::{PAIRS, Trials, pair};
