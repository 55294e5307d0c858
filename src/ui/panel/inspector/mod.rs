//! The inspector: the one place where what is selected is told in full.

mod beside;
pub mod figure;
pub mod result;
pub mod told;
mod typed;
pub mod uncertain;
