//! Sensitivity: each factor at its 5 % and 95 % points, all others central.

use super::draws::Draws;
use super::sampler::{Sampler, Shape};
use crate::assess::{Engine, Outcomes, Wanted};
use crate::figure::PathwayFigure;
use crate::flow::{DrawKey, PAIRS, Trials, pair};
use std::collections::BTreeMap;

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

/// Of each pathway the swings of every indicator, for each the largest first; inputs that do not move it are left out. Empty
/// where `stop` said so.
///
/// Inputs that share one draw (one source, one driver) move together and are one swing, named by the first.
pub fn tornado(engine: &Engine, sampler: &Sampler, stop: &dyn Fn() -> bool) -> Vec<Vec<Vec<Swing>>> {
    let figures = PathwayFigure::drawn();
    let mut swings: Vec<Vec<Vec<Swing>>> = vec![vec![Vec::new(); figures.len()]; engine.pathways.len()];
    let (mut trials, mut outcomes) = (Trials::of(&engine.slots), Outcomes::default());
    for together in drawn_together(engine, sampler).chunks(PAIRS) {
        if stop() {
            return Vec::new();
        }
        let ends = together.iter().flat_map(|inputs| {
            [0.05, 0.95].map(|p| inputs.iter().map(move |(at, shape)| (*at, shape.quantile(p))))
        });
        engine.evaluate_figures(trials.numbers(ends), Wanted::ALL, &mut outcomes);
        for (of_pathway, outcome) in swings.iter_mut().zip(&outcomes.pathways) {
            for (list, figure) in of_pathway.iter_mut().zip(figures) {
                let found = figure.side_by_side(outcome);
                let named = together.iter().filter_map(|inputs| inputs.first()).enumerate();
                list.extend(named.filter_map(|(turn, (input, _))| {
                    let [at_p5, at_p95] = pair(found, turn);
                    let swing = Swing {
                        input: *input,
                        at_p5,
                        at_p95,
                        rank: None,
                    };
                    (swing.size() > 0.0).then_some(swing)
                }));
            }
        }
    }
    for list in swings.iter_mut().flatten() {
        list.sort_by(|a, b| b.size().total_cmp(&a.size()));
    }
    swings
}

/// The inputs that vary with their shapes, those that share one draw together, in the order of the first of each.
fn drawn_together<'s>(engine: &Engine, sampler: &'s Sampler) -> Vec<Vec<(usize, &'s Shape)>> {
    let mut places: BTreeMap<&DrawKey, usize> = BTreeMap::new();
    let mut all: Vec<Vec<(usize, &Shape)>> = Vec::new();
    for (at, (input, shape)) in engine.slots.inputs().iter().zip(sampler.shapes()).enumerate() {
        if !shape.varies() {
            continue;
        }
        let place = *places.entry(&input.draw).or_insert(all.len());
        match all.get_mut(place) {
            Some(together) => together.push((at, shape)),
            None => all.push(vec![(at, shape)]),
        }
    }
    all
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
