//! Any bytes as a project file.

#![no_main]
#![allow(dead_code, reason = "each target makes its own of the checks")]

mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::project(bytes));
