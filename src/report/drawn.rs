//! The resolved model with its first draws, so that an independent program can recompute solver, indicators, work and
//! percentiles.

use super::resolved::ModelFile;
use super::results::{ResultsJson, results};
use crate::assess::{Engine, Outcomes};
use crate::figure::PathwayFigure;
use crate::flow::Input;
use crate::uncertainty::{Band, Bands, Sampler, Shape, draw};
use serde::Serialize;
use std::collections::BTreeMap;

/// A resolved model with draws.
#[derive(Debug, Clone, Serialize)]
pub struct DrawnModel {
    #[serde(flatten)]
    central: ModelFile,
    seed: u64,
    inputs: BTreeMap<String, InputJson>,
    draws: Vec<DrawJson>,
    bands: BTreeMap<String, BandJson>,
}

/// How one input is drawn: inputs of one driver share their random numbers.
#[derive(Debug, Clone, Serialize)]
struct InputJson {
    driver: String,
    #[serde(flatten)]
    shape: ShapeJson,
}

/// How an input varies.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(tag = "shape", rename_all = "lowercase")]
enum ShapeJson {
    /// Not at all.
    Point { value: f64 },
    /// PERT between low and high.
    Pert { low: f64, mode: f64, high: f64 },
    /// Its logarithm is normal.
    Lognormal { mu: f64, sigma: f64 },
}

impl InputJson {
    fn of(input: &Input, shape: &Shape) -> Self {
        let mode = input.figure.value;
        let shape = match shape {
            Shape::Point(value) => ShapeJson::Point { value: *value },
            Shape::Pert { low, width, .. } => ShapeJson::Pert {
                low: *low,
                mode,
                high: low + width,
            },
            Shape::Lognormal(of) => ShapeJson::Lognormal {
                mu: of.mu,
                sigma: of.sigma,
            },
        };
        Self {
            driver: input.draw.to_string(),
            shape,
        }
    }
}

/// One draw: the factors as drawn, the model that they resolve to, and its results.
#[derive(Debug, Clone, Serialize)]
struct DrawJson {
    number: u64,
    factors: BTreeMap<String, f64>,
    model: ModelFile,
    results: ResultsJson,
}

/// The spread of one figure over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BandJson {
    p5: f64,
    p50: f64,
    p95: f64,
    mean: f64,
    sd: f64,
}

impl From<Band> for BandJson {
    fn from(
        Band {
            p5,
            p50,
            p95,
            mean,
            sd,
        }: Band,
    ) -> Self {
        Self {
            p5,
            p50,
            p95,
            mean,
            sd,
        }
    }
}

/// The pathway at `place` with draws `0..count` under `seed`; `None` where it has no answer.
pub fn drawn_model(
    engine: &Engine,
    at: usize,
    central: ModelFile,
    seed: u64,
    count: u64,
) -> Option<DrawnModel> {
    let sampler = Sampler::of(engine.slots.inputs());
    let (mut inputs, mut numbers, mut outcomes) = (Vec::new(), Vec::new(), Outcomes::default());
    let mut draws = Vec::new();
    for number in 0..count {
        sampler.draw(seed, number, &mut inputs);
        engine.slots.resolve(&inputs, &mut numbers);
        engine.evaluate(&numbers, &mut outcomes);
        let keys = engine.slots.inputs().iter().map(|input| input.key.to_string());
        draws.push(DrawJson {
            number,
            factors: keys.zip(inputs.iter().copied()).collect(),
            model: ModelFile::of(&engine.resolved(at, &numbers)?),
            results: results(engine, at, &numbers, &outcomes)?,
        });
    }
    let all = Bands::with_lines(&draw(engine, &sampler, seed, 0..count, &|| false));
    let inputs = engine.slots.inputs().iter().zip(sampler.shapes());
    let inputs = inputs.map(|(input, shape)| (input.key.to_string(), InputJson::of(input, shape)));
    Some(DrawnModel {
        central,
        seed,
        inputs: inputs.collect(),
        draws,
        bands: by_key(engine, at, &all),
    })
}

/// The bands of the pathway at `at`: figures by their keys, lines of work by `by_activity:ACTIVITY@PLACE`. A figure
/// without a number in some draw is left out, and so is a line without a central difference; lost hours count as lost.
pub fn by_key(engine: &Engine, at: usize, bands: &Bands) -> BTreeMap<String, BandJson> {
    let figures = bands.pathways.get(at).into_iter().flatten();
    let figures = PathwayFigure::drawn().iter().zip(figures);
    let figures = figures.filter_map(|(figure, band)| Some((figure.key().to_owned(), (*band)?.into())));
    let mut outcomes = Outcomes::default();
    engine.evaluate(&engine.central(), &mut outcomes);
    let central: Vec<f64> = engine.differences(at, &outcomes.pathways).collect();
    let lines = bands.lines.get(at).into_iter().flatten();
    let lines = engine.ledger.lines().iter().zip(lines).zip(central);
    let lines = lines.filter_map(|(((activity, place), band), central)| {
        let band = (*band).filter(|_| central != 0.0)?;
        let band = if central < 0.0 { band.turned() } else { band };
        Some((format!("by_activity:{activity}@{place}"), band.into()))
    });
    figures.chain(lines).collect()
}
