//! The panels of the window, one folder each: data with final strings, and layout.

pub mod product;
