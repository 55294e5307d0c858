//! Sensitivity: each factor at its 5 % and 95 % points, all others central.

use super::draws::Draws;
use super::sampler::Sampler;
use crate::assess::{Engine, Outcomes, Wanted};
use crate::figure::PathwayFigure;

/// What one input does to one indicator of one pathway.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// Place of the input among the engine's.
    pub input: usize,
    /// The indicator with the input at its 5 % point.
    pub at_p5: f64,
    /// The indicator with the input at its 95 % point.
    pub at_p95: f64,
    /// Rank correlation of input and indicator over the draws; `None` where a draw gave no number, or beyond the first few.
    pub rank: Option<f64>,
}

impl Swing {
    /// How far the indicator moves.
    pub fn size(&self) -> f64 {
        (self.at_p95 - self.at_p5).abs()
    }
}

/// The swings of every indicator of `pathway`, for each the largest first; inputs that do not move it are left out.
///
/// Inputs that share one draw (one source, one driver) move together and are one swing, named by the first.
pub fn tornado(engine: &Engine, sampler: &Sampler, pathway: usize) -> Vec<Vec<Swing>> {
    let inputs = engine.slots.inputs();
    let mut swings: Vec<Vec<Swing>> = vec![Vec::new(); PathwayFigure::drawn().len()];
    let (mut numbers, mut outcomes) = (Vec::new(), Outcomes::default());
    for (index, shape) in sampler.shapes().enumerate() {
        let draw = inputs.get(index).map(|input| &input.draw);
        if !shape.varies() || inputs.iter().take(index).any(|input| Some(&input.draw) == draw) {
            continue;
        }
        let mut at = |p: f64| {
            let mut values = engine.slots.central();
            for ((value, shape), input) in values.iter_mut().zip(sampler.shapes()).zip(inputs) {
                if Some(&input.draw) == draw && shape.varies() {
                    *value = shape.quantile(p);
                }
            }
            engine.slots.resolve(&values, &mut numbers);
            engine.evaluate_figures(&numbers, Wanted::ALL, &mut outcomes);
            let outcome = outcomes.pathways.get(pathway).cloned().unwrap_or_default();
            let drawn = PathwayFigure::drawn().iter();
            drawn.map(|figure| figure.value(&outcome)).collect::<Vec<f64>>()
        };
        let (low, high) = (at(0.05), at(0.95));
        for ((list, at_p5), at_p95) in swings.iter_mut().zip(low).zip(high) {
            let swing = Swing {
                input: index,
                at_p5,
                at_p95,
                rank: None,
            };
            if swing.size() > 0.0 {
                list.push(swing);
            }
        }
    }
    for list in &mut swings {
        list.sort_by(|a, b| b.size().total_cmp(&a.size()));
    }
    swings
}

/// Adds the rank correlation to the first `most` swings of every indicator of `pathway`, over `draws` made with `seed`.
pub fn add_ranks(
    swings: &mut [Vec<Swing>],
    sampler: &Sampler,
    pathway: usize,
    seed: u64,
    draws: &Draws,
    most: usize,
) {
    for (indicator, list) in swings.iter_mut().enumerate() {
        let ranks = ranks(draws.series(pathway, indicator));
        for swing in list.iter_mut().take(most) {
            let drawn = (0..draws.len()).map(|number| sampler.value(swing.input, seed, number as u64));
            swing.rank = ranks
                .as_ref()
                .zip(self::ranks(drawn).as_ref())
                .map(|(a, b)| correlation(a, b));
        }
    }
}

/// Ranks of `values`, equal ones sharing the mean of theirs; `None` where one is no number.
fn ranks(values: impl Iterator<Item = f64>) -> Option<Vec<f64>> {
    let values: Vec<f64> = values.collect();
    if values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut order: Vec<(usize, f64)> = values.into_iter().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ranks = vec![0.0; order.len()];
    let mut at = 0;
    for same in order.chunk_by(|a, b| a.1.total_cmp(&b.1).is_eq()) {
        let rank = at as f64 + (same.len() - 1) as f64 / 2.0;
        for (index, _) in same {
            if let Some(cell) = ranks.get_mut(*index) {
                *cell = rank;
            }
        }
        at += same.len();
    }
    Some(ranks)
}

/// Pearson's correlation of two lists of ranks, which is Spearman's of what they rank; 0 where one does not vary.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = (a.len() as f64 - 1.0) / 2.0;
    let product =
        |x: &[f64], y: &[f64]| -> f64 { x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum() };
    let scale = (product(a, a) * product(b, b)).sqrt();
    if scale > 0.0 { product(a, b) / scale } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_share_ties_and_correlate() {
        let up = ranks([1.0, 2.0, 2.0, 9.0].into_iter()).unwrap();
        assert_eq!(up, [0.0, 1.5, 1.5, 3.0]);
        let down = ranks([9.0, 2.0, 2.0, -1.0].into_iter()).unwrap();
        assert!((correlation(&up, &up) - 1.0).abs() < 1e-12);
        assert!((correlation(&up, &down) + 1.0).abs() < 1e-12);
        assert_eq!(ranks([1.0, f64::NAN].into_iter()), None);
    }
}
