//! Reloom.
fn main() {}
