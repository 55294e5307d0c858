//! Panels: each is a plain struct of final strings and numbers, and a function that lays it out.
//!
//! Invariant: a panel reads a [`View`](super::view::View) and asks through [`Out`](super::view::Out); it changes
//! nothing itself.

pub mod card;
pub mod collection;
pub mod compare;
pub mod history;
pub mod import;
pub mod inspector;
pub mod library;
pub mod pathways;
pub mod practice;
pub mod product;
pub mod scoreboard;
