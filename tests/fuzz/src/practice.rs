//! Any bytes as a pack of practice cards.

#![no_main]
#![allow(dead_code, reason = "each target makes its own of the checks")]

mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::practice(bytes));
