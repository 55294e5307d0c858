//! Sensitivity: each factor at its 5 % and 95 % points, all others central.

use super::draws::INDICATORS;
use super::sampler::Sampler;
use crate::assess::{Engine, Outcomes};

/// What one input does to one indicator of one pathway.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// Place of the input among the engine's.
    pub input: usize,
    /// The indicator with the input at its 5 % point.
    pub at_p5: f64,
    /// The indicator with the input at its 95 % point.
    pub at_p95: f64,
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
    let mut swings: Vec<Vec<Swing>> = vec![Vec::new(); INDICATORS.len()];
    let (mut numbers, mut outcomes) = (Vec::new(), Outcomes::default());
    for (place, shape) in sampler.shapes().enumerate() {
        let draw = inputs.get(place).map(|input| &input.draw);
        if !shape.varies() || inputs.iter().take(place).any(|input| Some(&input.draw) == draw) {
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
            engine.evaluate(&numbers, &mut outcomes);
            let outcome = outcomes.pathways.get(pathway).cloned().unwrap_or_default();
            INDICATORS
                .iter()
                .map(|indicator| indicator.value(&outcome))
                .collect::<Vec<f64>>()
        };
        let (low, high) = (at(0.05), at(0.95));
        for ((list, at_p5), at_p95) in swings.iter_mut().zip(low).zip(high) {
            let swing = Swing {
                input: place,
                at_p5,
                at_p95,
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
