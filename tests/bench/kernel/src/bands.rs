//! P5, P50, P95, mean and standard deviation of each figure of both pathways and of their differences.

use crate::network::{FIGURES, Row};
use std::hint::black_box;

pub type Band = [f64; 5];

/// Columns that are filled together.
const GROUP: usize = 8;

/// Whole numbers in the order of the floats that they stand for.
fn ordered(value: f64) -> i64 {
    let bits = value.to_bits() as i64;
    bits ^ (((bits >> 63) as u64) >> 1) as i64
}

fn value(ordered: i64) -> f64 {
    f64::from_bits((ordered ^ (((ordered >> 63) as u64) >> 1) as i64) as u64)
}

/// The band of `values`, none where one is no number; the middle is selected first, then its two halves.
fn band(values: &[f64], room: &mut Vec<i64>) -> Option<Band> {
    let count = values.len();
    let sum: f64 = values.iter().sum();
    if !sum.is_finite() {
        return None;
    }
    if values.iter().all(|value| *value == values[0]) {
        return Some([values[0], values[0], values[0], values[0], 0.0]);
    }
    let mean = sum / count as f64;
    let variance = values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .sum::<f64>()
        / count as f64;
    room.clear();
    room.extend(values.iter().map(|value| ordered(*value)));
    let place = |p: f64| {
        let at = p * (count - 1) as f64;
        (at as usize, at - at.floor())
    };
    let point = |slice: &mut [i64], at: usize, part: f64| {
        let (_, low, above) = slice.select_nth_unstable(at);
        let low = value(*low);
        let high = above.iter().min().map_or(low, |high| value(*high));
        low + (high - low) * part
    };
    let ((at_5, part_5), (at_50, part_50), (at_95, part_95)) = (place(0.05), place(0.5), place(0.95));
    let p50 = point(room, at_50, part_50);
    let (below, above) = room.split_at_mut(at_50 + 1);
    let p5 = point(below, at_5, part_5);
    let p95 = point(above, at_95 - at_50 - 1, part_95);
    Some([p5, p50, p95, mean, variance.sqrt()])
}

/// Bands of all figures, then those of the differences; with each difference in how many draws the pathway has more.
pub fn bands(rows: &[Row]) -> Vec<Option<Band>> {
    // A few columns at a time: so many lines of memory are written to at once.
    let mut columns: Vec<Vec<f64>> = (0..2 * FIGURES).map(|_| Vec::with_capacity(rows.len())).collect();
    for (group, columns) in columns.chunks_mut(GROUP).enumerate() {
        for row in rows {
            for (column, value) in columns.iter_mut().zip(&row[group * GROUP..]) {
                column.push(*value);
            }
        }
    }
    let (mut room, mut differences) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    let mut out: Vec<Option<Band>> = columns.iter().map(|column| band(column, &mut room)).collect();
    for figure in 0..FIGURES {
        let pairs = columns[figure].iter().zip(&columns[FIGURES + figure]);
        differences.clear();
        differences.extend(pairs.map(|(own, before)| own - before));
        let more = |difference: &f64| match difference {
            difference if *difference > 0.0 => 1.0,
            difference if *difference == 0.0 => 0.5,
            _ => 0.0,
        };
        black_box(differences.iter().map(more).sum::<f64>());
        out.push(band(&differences, &mut room));
    }
    out
}
