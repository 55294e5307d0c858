//! Totals over many products: hours by pathway, activity and place, and where the mass ends, in every draw.
//!
//! Invariant: a draw of a total is the sum of that draw of all products, so its band is the true one.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form that totals are written in.
pub const FORMAT: &str = "reloom-totals/1";

/// A total: its central value, and its value in each draw.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// With every factor at its central value.
    pub central: f64,
    /// In each draw.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub draws: Vec<f64>,
}

/// Totals of a list, or of a part of it; a year's pieces.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sums {
    /// [`FORMAT`].
    pub format: String,
    /// Number of draws.
    pub draws: u64,
    /// Their seed.
    pub seed: u64,
    /// Products that were read.
    pub products: u64,
    /// Of those, with something to look at.
    pub doubtful: u64,
    /// Lines that were not.
    pub bad: u64,
    /// Pieces a year.
    pub pieces: f64,
    /// Their mass, kg.
    pub kg: f64,
    /// Totals by pathway.
    pub pathways: BTreeMap<String, WaySums>,
}

/// Totals of one pathway.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaySums {
    /// Products that have it.
    pub products: u64,
    /// Of those, without an answer, or without one against their baseline: in no hours below.
    pub uncounted: u64,
    /// Pieces a year of those with an answer.
    pub pieces: f64,
    /// Their mass, kg.
    pub kg: f64,
    /// Hours gained in a year.
    pub gained_h: Series,
    /// Hours lost in a year, positive.
    pub lost_h: Series,
    /// Where the mass ends, kg a year by the keys of the outflow.
    pub ends_kg: BTreeMap<String, Series>,
    /// Hours of a year against the baseline by activity and place, lost ones negative.
    pub work_h: BTreeMap<String, BTreeMap<String, Series>>,
}

impl Series {
    /// Adds another total.
    pub fn add(&mut self, other: &Self) {
        self.add_scaled(other.central, other.draws.iter().copied(), 1.0);
    }

    /// Adds `scale` times the values.
    pub(super) fn add_scaled(&mut self, central: f64, draws: impl Iterator<Item = f64>, scale: f64) {
        self.central += central * scale;
        for (at, value) in draws.enumerate() {
            match self.draws.get_mut(at) {
                Some(sum) => *sum += value * scale,
                None => self.draws.push(value * scale),
            }
        }
    }
}

impl Sums {
    /// No products yet.
    pub fn new(draws: u64, seed: u64) -> Self {
        Self {
            format: FORMAT.to_owned(),
            draws,
            seed,
            ..Self::default()
        }
    }

    /// Adds the totals of what follows in the list.
    pub fn add(&mut self, other: &Self) {
        self.products += other.products;
        self.doubtful += other.doubtful;
        self.bad += other.bad;
        self.pieces += other.pieces;
        self.kg += other.kg;
        for (id, way) in &other.pathways {
            self.pathways.entry(id.clone()).or_default().add(way);
        }
    }
}

impl WaySums {
    /// Adds the totals of others.
    pub(super) fn add(&mut self, other: &Self) {
        self.products += other.products;
        self.uncounted += other.uncounted;
        self.pieces += other.pieces;
        self.kg += other.kg;
        self.gained_h.add(&other.gained_h);
        self.lost_h.add(&other.lost_h);
        for (key, kg) in &other.ends_kg {
            self.ends_kg.entry(key.clone()).or_default().add(kg);
        }
        for (activity, places) in &other.work_h {
            let own = self.work_h.entry(activity.clone()).or_default();
            for (place, hours) in places {
                own.entry(place.clone()).or_default().add(hours);
            }
        }
    }
}
