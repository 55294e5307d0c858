//! Any text as a composition label.

#![no_main]
#![allow(dead_code, reason = "each target makes its own of the checks")]

mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::label(text));
