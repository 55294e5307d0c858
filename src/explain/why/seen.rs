//! The pathways of both sides as one project sees them: its own product, its own factors.

use super::facts::MakingTask;
use super::union::{Shape, shape};
use crate::data::Library;
use crate::flow::assemble::{Built, MadeMass, build};
use crate::flow::network::{Network, PartNumbers};
use crate::flow::{Slot, Slots};
use crate::model::{PartId, Pathway, PlaceId, Project, Removable};
use std::collections::BTreeMap;

/// The pathways of both sides as one project sees them.
pub(super) struct Seen {
    networks: Vec<Network<Slot>>,
    numbers: Vec<f64>,
    /// Pieces sold in a year.
    pub pieces_per_year: f64,
    /// Trims that come off by hand.
    pub trims: f64,
    /// Parts, each with its bought per finished mass; none without mass.
    pub parts: BTreeMap<PartId, (PartNumbers<f64>, Option<f64>)>,
    /// Masses that the work in a new garment is done on.
    pub made: BTreeMap<(Option<PartId>, MakingTask), Made>,
    /// Where that work is done, and its hours per kg.
    pub hours: BTreeMap<MakingTask, (PlaceId, f64)>,
    /// Hours of a full-time job.
    pub per_fte: BTreeMap<PlaceId, f64>,
}

/// A mass that work in a new garment is done on, kg.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Made {
    pub before_losses: f64,
    with_losses: f64,
}

impl Made {
    /// With losses per without; none without mass.
    pub fn ratio(self) -> Option<f64> {
        (self.before_losses > 0.0).then(|| self.with_losses / self.before_losses)
    }
}

impl Seen {
    /// `project` with the pathways `ways` in place of its own.
    pub fn of(project: &Project, ways: [&Pathway; 4], library: &Library) -> Self {
        let named = |(place, way): (usize, &Pathway)| Pathway {
            id: format!("way{place}").into(),
            ..way.clone()
        };
        let pathways = ways.into_iter().enumerate().map(named).collect();
        let crossed = Project {
            pathways,
            ..project.clone()
        };
        let mut built = build(&crossed, library);
        let slots = std::mem::take(&mut built.slots);
        let mut numbers = Vec::new();
        slots.resolve(&slots.central(), &mut numbers);
        let by_hand = |part: &&crate::model::Part| part.is_hard() && part.removable != Removable::No;
        let trims = project.product.parts.iter().filter(by_hand);
        Self {
            pieces_per_year: project.product.pieces_per_year.get(),
            trims: trims.map(|part| f64::from(part.cuts)).sum(),
            parts: parts(&built, &numbers),
            made: made(&built, &slots, &numbers),
            hours: hours(&built, &numbers),
            per_fte: built
                .hours_per_fte
                .iter()
                .map(|(place, hours)| (place.clone(), hours.of(&numbers)))
                .collect(),
            networks: built.networks,
            numbers,
        }
    }

    /// The network at `place`; hours of a hand removal are per trim.
    pub fn network(&self, at: usize, model: &Pathway) -> Network<f64> {
        let Some(network) = self.networks.get(at) else {
            return empty(model);
        };
        let mut network = network.map(&mut |slot| slot.of(&self.numbers));
        for stage in &mut network.stages {
            if matches!(shape(stage, model), Shape::Disassembly(_)) && self.trims > 0.0 {
                for line in &mut stage.work {
                    line.hours /= self.trims;
                }
            }
        }
        network
    }
}

fn empty(model: &Pathway) -> Network<f64> {
    Network {
        id: model.id.clone(),
        start: model.start.clone(),
        max_lives: None,
        average_wears: 1.0,
        hired: None,
        stages: Vec::new(),
    }
}

/// Parts with bought per finished mass; `None` for a part without mass.
fn parts(built: &Built, numbers: &[f64]) -> BTreeMap<PartId, (PartNumbers<f64>, Option<f64>)> {
    let part = |part: &PartNumbers<Slot>| PartNumbers {
        id: part.id.clone(),
        mass_kg: part.mass_kg.of(numbers),
        f_r_textile: part.f_r_textile.of(numbers),
        f_r_other: part.f_r_other.of(numbers),
        f_u: part.f_u.of(numbers),
        f_s: part.f_s.of(numbers),
        e_f: part.e_f.of(numbers),
    };
    let chains = built.parts.iter().zip(&built.masses.chains);
    chains
        .map(|(slots, (_, chain))| {
            let finished = chain.finished.of(numbers);
            let ratio = (finished > 0.0).then(|| chain.gross.of(numbers) / finished);
            (slots.id.clone(), (part(slots), ratio))
        })
        .collect()
}

/// Masses that the work in a new garment is done on, with the losses behind them and with all losses at zero.
fn made(built: &Built, slots: &Slots, numbers: &[f64]) -> BTreeMap<(Option<PartId>, MakingTask), Made> {
    let chains = built.masses.chains.iter().map(|(_, chain)| chain);
    let losses = slots.inputs_behind_all(chains.flat_map(|chain| [chain.gross, chain.fibre]));
    let mut inputs = slots.central();
    for (at, input) in inputs.iter_mut().enumerate() {
        if losses.binary_search(&at).is_ok() {
            *input = 0.0;
        }
    }
    let mut without = Vec::new();
    slots.resolve(&inputs, &mut without);
    let mut masses = BTreeMap::new();
    for made in &built.made {
        let sum: &mut Made = masses.entry((made.part.clone(), task(made))).or_default();
        sum.before_losses += made.mass.of(&without);
        sum.with_losses += made.mass.of(numbers);
    }
    masses
}

fn task(made: &MadeMass) -> MakingTask {
    let fixed = made.fixed_place.then(|| made.place.clone());
    (made.activity.clone(), fixed)
}

/// Place and hours per kg of each kind of work in a new garment; no hours where no factor was found.
fn hours(built: &Built, numbers: &[f64]) -> BTreeMap<MakingTask, (PlaceId, f64)> {
    let made = built.made.iter().map(|made| {
        let key = (made.activity.clone(), made.place.clone());
        let hours = built
            .line_factors
            .get(&key)
            .map_or(0.0, |line| line.hours.of(numbers));
        (task(made), (key.1, hours))
    });
    made.collect()
}
