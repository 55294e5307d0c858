//! Reloom.
