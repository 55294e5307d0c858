//! Any text as a resolved model.

#![no_main]
#![allow(dead_code, reason = "each target makes its own of the checks")]

mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::model(text));
