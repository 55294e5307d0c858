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

/// The swings of `indicator` of `pathway`, largest first; inputs that do not move it are left out.
///
/// Inputs that share one draw (one source, one driver) move together and are one swing, named by the first.
pub fn tornado(engine: &Engine, sampler: &Sampler, pathway: usize, indicator: usize) -> Vec<Swing> {
    let Some(figure) = INDICATORS.get(indicator) else {
        return Vec::new();
    };
    let inputs = engine.slots.inputs();
    let (mut numbers, mut outcomes) = (Vec::new(), Outcomes::default());
    let mut at = |place: usize, p: f64| {
        let draw = inputs.get(place).map(|input| &input.draw);
        let mut values = engine.slots.central();
        for ((value, shape), input) in values.iter_mut().zip(sampler.shapes()).zip(inputs) {
            if Some(&input.draw) == draw && shape.varies() {
                *value = shape.quantile(p);
            }
        }
        engine.slots.resolve(&values, &mut numbers);
        engine.evaluate(&numbers, &mut outcomes);
        outcomes
            .pathways
            .get(pathway)
            .map_or(f64::NAN, |outcome| figure.value(outcome))
    };
    let mut swings = Vec::new();
    for (place, shape) in sampler.shapes().enumerate() {
        let first = inputs.get(place).map(|input| &input.draw);
        let repeated = inputs.iter().take(place).any(|input| Some(&input.draw) == first);
        if shape.varies() && !repeated {
            let swing = Swing {
                input: place,
                at_p5: at(place, 0.05),
                at_p95: at(place, 0.95),
            };
            if swing.size() > 0.0 {
                swings.push(swing);
            }
        }
    }
    swings.sort_by(|a, b| b.size().total_cmp(&a.size()));
    swings
}
