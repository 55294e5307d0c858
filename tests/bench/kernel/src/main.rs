//! How fast one network can be reckoned: a program for the sample uniform's `repair_first` against `today` and for nothing
//! else. Stages, parts and lines are fixed, everything stands on the stack; the figures are those of the method sheet.
//!
//! one-network check FILE    every exported draw, its own draws, and its bands against Reloom's
//! one-network time FILE     one line of JSON: milliseconds of processor time of each phase, after one run that is not counted
//!
//! FILE is written by `prepare.py`.

mod bands;
mod inputs;
mod network;
mod numbers;
mod sampler;

use bands::{Band, bands};
use inputs::COUNT;
use network::{FIGURES, Row, evaluate};
use numbers::{Numbers, numbers};
use sampler::{Inputs, Sampler};
use std::hint::black_box;

/// Numbers of a file, one after the other.
pub struct Read {
    bytes: Vec<u8>,
    at: usize,
}

impl Read {
    pub fn bits(&mut self) -> u64 {
        let word = self.bytes[self.at..self.at + 8].try_into().unwrap();
        self.at += 8;
        u64::from_le_bytes(word)
    }

    pub fn number(&mut self) -> f64 {
        f64::from_bits(self.bits())
    }
}

/// What Reloom says.
struct Exported {
    pieces: f64,
    /// Number of draws that the bands are over.
    count: u64,
    sampler: Sampler,
    draws: Vec<(Inputs, Row)>,
    bands: Vec<Band>,
}

fn read(file: &str) -> Exported {
    let bytes = std::fs::read(file).unwrap();
    let mut from = Read { bytes, at: 0 };
    assert_eq!(from.number() as usize, COUNT, "other inputs: run prepare.py anew");
    let (draws, pieces) = (from.number() as usize, from.number());
    let (seed, count) = (from.number() as u64, from.number() as u64);
    let sampler = Sampler::read(&mut from, seed);
    let mut draw = |_| {
        let inputs = std::array::from_fn(|_| from.number());
        (inputs, std::array::from_fn(|_| from.number()))
    };
    let draws = (0..draws).map(&mut draw).collect();
    let bands = (0..3 * FIGURES).map(|_| std::array::from_fn(|_| from.number()));
    Exported {
        pieces,
        count,
        sampler,
        draws,
        bands: bands.collect(),
    }
}

/// How far `found` is from `expected`, relative to the larger but at least to `least`; nothing where nothing is expected: a
/// resolved model does not print all figures, and of differences no mean and no deviation is printed.
fn apart(expected: f64, found: f64, least: f64) -> f64 {
    if expected.is_nan() {
        return 0.0;
    }
    let apart = (expected - found).abs() / expected.abs().max(found.abs()).max(least);
    if apart.is_nan() { f64::INFINITY } else { apart }
}

fn worst(expected: &[f64], found: &[f64]) -> f64 {
    let pairs = expected.iter().zip(found);
    pairs
        .map(|(expected, found)| apart(*expected, *found, 1e-3))
        .fold(0.0, f64::max)
}

/// How far a band is off; the deviation of what stays still is rounding, and counts against the mean.
fn band_apart(expected: &Band, found: &Band) -> f64 {
    let [_, _, _, mean, deviation] = *found;
    let points = worst(&expected[..4], &found[..4]);
    points.max(apart(expected[4], deviation, mean.abs().max(1e-3)))
}

/// Draws at a time.
const BLOCK: usize = 256;

/// All draws, block after block.
fn drawn(exported: &Exported, rows: &mut [Row]) {
    let mut inputs = vec![[0.0; COUNT]; BLOCK];
    for (block, rows) in (0..).zip(rows.chunks_mut(BLOCK)) {
        let inputs = &mut inputs[..rows.len()];
        exported.sampler.draw(block * BLOCK as u64, inputs);
        for (inputs, row) in inputs.iter().zip(rows) {
            evaluate(&numbers(inputs, exported.pieces), row);
        }
    }
}

fn check(exported: &Exported) -> bool {
    const BOUND: f64 = 5e-12;
    let (mut figures, mut draws) = (0.0_f64, 0.0_f64);
    let (mut row, mut own) = ([0.0; 2 * FIGURES], [0.0; COUNT]);
    for (number, (inputs, expected)) in (0..).zip(&exported.draws) {
        evaluate(&numbers(inputs, exported.pieces), &mut row);
        figures = figures.max(worst(expected, &row));
        exported.sampler.draw(number, std::slice::from_mut(&mut own));
        draws = draws.max(worst(inputs, &own));
    }
    let mut rows = vec![[0.0; 2 * FIGURES]; exported.count as usize];
    drawn(exported, &mut rows);
    let none = [f64::NAN; 5];
    let found: Vec<Band> = bands(&rows)
        .into_iter()
        .map(|band| band.unwrap_or(none))
        .collect();
    let pairs = exported.bands.iter().zip(&found);
    let spread = pairs
        .map(|(expected, found)| band_apart(expected, found))
        .fold(0.0, f64::max);
    println!(
        "kernel: {} draws, figures {figures:.1e}, inputs {draws:.1e}; bands of {} draws {spread:.1e}",
        exported.draws.len(),
        exported.count
    );
    figures.max(draws).max(spread) <= BOUND
}

/// Milliseconds that this thread has had a processor.
fn processor() -> f64 {
    // The system counts a thread's time when another is let in.
    std::thread::yield_now();
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    let nanoseconds = spent.split_whitespace().next().unwrap();
    nanoseconds.parse::<f64>().unwrap() / 1e6
}

fn timed(phases: &mut Vec<String>, name: &str, work: impl FnOnce()) {
    let start = processor();
    work();
    phases.push(format!("\"{name}\": {:.4}", processor() - start));
}

fn time(exported: &Exported) -> String {
    let count = exported.count as usize;
    let mut phases = Vec::new();
    let mut inputs: Vec<Inputs> = vec![[0.0; COUNT]; count];
    let mut resolved = vec![Numbers::default(); count];
    let mut rows: Vec<Row> = vec![[0.0; 2 * FIGURES]; count];
    timed(&mut phases, "sampling", || {
        for (block, inputs) in (0..).zip(inputs.chunks_mut(BLOCK)) {
            exported.sampler.draw(block * BLOCK as u64, inputs);
        }
    });
    timed(&mut phases, "formulas", || {
        for (inputs, resolved) in inputs.iter().zip(&mut resolved) {
            *resolved = numbers(inputs, exported.pieces);
        }
    });
    timed(&mut phases, "evaluation", || {
        for (resolved, row) in resolved.iter().zip(&mut rows) {
            evaluate(resolved, row);
        }
    });
    timed(&mut phases, "bands", || {
        black_box(bands(&rows));
    });
    timed(&mut phases, "whole", || {
        drawn(exported, &mut rows);
        black_box(bands(&rows));
    });
    format!("{{{}}}", phases.join(", "))
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let exported = read(&words[2]);
    if words[1] == "check" {
        std::process::exit(i32::from(!check(&exported)));
    }
    time(&exported);
    println!("{}", time(&exported));
}
