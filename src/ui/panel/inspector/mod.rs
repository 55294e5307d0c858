//! The inspector: the one place where what is selected is told in full.

pub mod figure;
pub mod uncertain;
pub mod why;
