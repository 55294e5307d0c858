//! Any bytes as a lesson: as the file of a pack, and as its `lesson.ron` alone.

#![no_main]
#![allow(dead_code, reason = "each target makes its own of the checks")]

mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::lesson(bytes));
