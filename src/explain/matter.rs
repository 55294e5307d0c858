//! How much each factor of the library matters in one project: where it counts, and what its range does there.
//!
//! Invariant: a factor that moves a figure is listed where it counts; each factor is moved alone, all others central.

use crate::assess::{Assessment, Outcomes, Wanted};
use crate::flow::assemble::LIMITS;
use crate::flow::network::{Body, ItemRole, Network, Stage};
use crate::flow::{Input, InputOrigin, Slot};
use crate::model::{ActivityId, FactorId, PlaceId, StageId};
use crate::uncertainty::widened;
use std::collections::{BTreeMap, BTreeSet};

/// The largest difference that rounding alone may leave.
const ROUNDING: f64 = 1e-9;

/// What the library's factors do in one project.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matter {
    factors: BTreeMap<FactorId, Influence>,
}

/// What one factor does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Influence {
    /// What it counts for in every pathway: the product, and work in a new garment.
    pub common: Vec<Purpose>,
    /// What it counts for and what it moves, by pathway, in the order of the project.
    pub pathways: Vec<PathwayInfluence>,
}

/// What one factor does in one pathway.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PathwayInfluence {
    /// What it counts for in this pathway alone.
    pub purposes: Vec<Purpose>,
    /// Figures with the factor at its low and at its high end; equal where the factor is fixed.
    pub at_ends: [Moved; 2],
}

/// The figures that factors are weighed by.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moved {
    /// Material Circularity Indicator.
    pub mci: f64,
    /// Work lost, hours per 1000 pieces.
    pub lost: f64,
}

/// A figure that factors are weighed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Weigh {
    /// Material Circularity Indicator.
    #[default]
    Mci,
    /// Work lost.
    Lost,
}

/// What a factor counts for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// What goes into the product.
    Feedstock,
    /// Losses on the way to the finished piece.
    Making,
    /// Work in a new garment.
    NewGarment(ActivityId),
    /// Hours of a full-time job.
    Jobs(PlaceId),
    /// Average wears, against which a lifetime is held.
    AverageWears,
    /// Wears at a use stage.
    Wears(StageId),
    /// New garments avoided by a return stage.
    Displacement(StageId),
    /// The share of what leaves a stage for another.
    Share(StageId, StageId),
    /// What a material stage gives out.
    Gate(StageId),
    /// What of an end comes back to this product.
    Closed(StageId),
    /// Virgin fibre work that the output at an end replaces.
    Replaced(StageId),
    /// Work at a stage.
    Work(ActivityId),
    /// What a material stage takes in: a limit of its route.
    Limit(StageId),
}

impl Matter {
    /// What the factor `id` does; none where it does not count.
    pub fn of(&self, id: &FactorId) -> Option<&Influence> {
        self.factors.get(id)
    }

    /// Number of the factors that count.
    pub fn len(&self) -> usize {
        self.factors.len()
    }

    /// True where no factor counts.
    pub fn is_empty(&self) -> bool {
        self.factors.is_empty()
    }

    /// The largest swing of all factors.
    pub fn largest(&self, by: Weigh) -> f64 {
        let swings = self.factors.values().map(|influence| influence.swing(by));
        swings.fold(0.0, f64::max)
    }
}

impl Influence {
    /// How far the figure moves from the factor's low to its high, in the pathway where it moves most.
    pub fn swing(&self, by: Weigh) -> f64 {
        let swings = self.pathways.iter().map(|pathway| pathway.swing(by));
        swings.fold(0.0, f64::max)
    }

    /// The places of the pathways that it counts in; all of them where it counts for the product.
    pub fn counts_in(&self) -> Vec<usize> {
        let all = self.pathways.iter().enumerate();
        all.filter(|(_, pathway)| !self.common.is_empty() || !pathway.purposes.is_empty())
            .map(|(at, _)| at)
            .collect()
    }
}

impl PathwayInfluence {
    /// How far the figure moves from the factor's low to its high.
    pub fn swing(&self, by: Weigh) -> f64 {
        let [low, high] = self.at_ends.map(|moved| moved.get(by));
        let size = (high - low).abs();
        // What is left of rounding is no effect.
        if size > ROUNDING && size.is_finite() {
            size
        } else {
            0.0
        }
    }
}

impl Moved {
    /// The figure that is weighed by.
    pub const fn get(self, by: Weigh) -> f64 {
        match by {
            Weigh::Mci => self.mci,
            Weigh::Lost => self.lost,
        }
    }
}

/// What every factor of the library that counts in the assessed project does there.
///
/// A factor goes from its low to its high end; without a range of its own it is widened by its grade, as for draws. It
/// costs two evaluations of the engine for each factor that varies.
pub fn matter(assessment: &Assessment) -> Matter {
    let engine = &assessment.engine;
    let inputs = engine.slots.inputs();
    let common = product_purposes(assessment);
    let by_pathway: Vec<Purposes> = engine
        .pathways
        .iter()
        .map(|pathway| network_purposes(assessment, &pathway.network))
        .collect();
    let mut scale = Scale::of(assessment);
    let mut factors = BTreeMap::new();
    let of_library = |input: &&Input| input.origin != InputOrigin::Project;
    for (at, input) in inputs.iter().enumerate().filter(|(_, input)| of_library(input)) {
        let ends = scale.at_ends(at, input);
        let purposes = |found: &Purposes| {
            let list = found.get(&at);
            list.map_or_else(Vec::new, |list| list.iter().cloned().collect())
        };
        let pathways = by_pathway
            .iter()
            .zip(ends)
            .map(|(found, at_ends)| PathwayInfluence {
                purposes: purposes(found),
                at_ends,
            });
        let influence = Influence {
            common: purposes(&common),
            pathways: pathways.collect(),
        };
        if let Some(id) = input.key.factor() {
            factors.insert(id.clone(), influence);
        }
    }
    add_limits(assessment, &mut factors);
    Matter { factors }
}

/// The limits of the routes that are gates of a pathway: they decide what is taken in and are never drawn.
fn add_limits(assessment: &Assessment, factors: &mut BTreeMap<FactorId, Influence>) {
    let count = assessment.pathways.len();
    for at in 0..count {
        let routes = assessment.routes(at).into_iter();
        for ((stage, route), column) in routes.flat_map(|row| LIMITS.map(|column| (row, column))) {
            let id = FactorId::from(format!("route.{route}.{column}"));
            let influence = factors.entry(id).or_default();
            influence.pathways.resize_with(count, PathwayInfluence::default);
            let Some(pathway) = influence.pathways.get_mut(at) else {
                continue;
            };
            let purpose = Purpose::Limit(stage.clone());
            if !pathway.purposes.contains(&purpose) {
                pathway.purposes.push(purpose);
            }
        }
    }
}

/// Moves one input at a time, in room that is reused.
struct Scale<'a> {
    assessment: &'a Assessment,
    values: Vec<f64>,
    numbers: Vec<f64>,
    outcomes: Outcomes,
}

impl<'a> Scale<'a> {
    fn of(assessment: &'a Assessment) -> Self {
        Self {
            assessment,
            values: assessment.engine.slots.central(),
            numbers: Vec::new(),
            outcomes: Outcomes::default(),
        }
    }

    /// The figures of every pathway with the input at its low and its high end.
    fn at_ends(&mut self, at: usize, input: &Input) -> Vec<[Moved; 2]> {
        let figure = &input.figure;
        let (low, high) = match (figure.low, figure.high) {
            _ if input.fixed => (figure.value, figure.value),
            (None, None) => {
                widened(figure.value, figure.grade, input.domain).unwrap_or((figure.value, figure.value))
            }
            (low, high) => (low.unwrap_or(figure.value), high.unwrap_or(figure.value)),
        };
        let at_low = self.moved(at, low);
        let at_high = self.moved(at, high);
        self.move_to(at, figure.value);
        at_low.into_iter().zip(at_high).map(<[Moved; 2]>::from).collect()
    }

    fn moved(&mut self, at: usize, value: f64) -> Vec<Moved> {
        self.move_to(at, value);
        let engine = &self.assessment.engine;
        engine.slots.resolve(&self.values, &mut self.numbers);
        engine.evaluate_figures(&self.numbers, Wanted::ALL, &mut self.outcomes);
        let outcomes = self.outcomes.pathways.iter().zip(&engine.pathways);
        outcomes
            .map(|(outcome, pathway)| match &pathway.plan {
                Ok(_) => Moved {
                    mci: outcome.circularity.mci.mci,
                    lost: outcome.totals.lost,
                },
                Err(_) => Moved::default(),
            })
            .collect()
    }

    fn move_to(&mut self, at: usize, value: f64) {
        if let Some(input) = self.values.get_mut(at) {
            *input = value;
        }
    }
}

/// What each input counts for, by its place.
type Purposes = BTreeMap<usize, BTreeSet<Purpose>>;

/// Notes what slots count for.
struct Notes<'a> {
    assessment: &'a Assessment,
    found: Purposes,
}

impl Notes<'_> {
    fn note(&mut self, slot: Slot, purpose: &Purpose) {
        for input in self.assessment.engine.slots.inputs_behind(slot) {
            self.found.entry(input).or_default().insert(purpose.clone());
        }
    }

    fn stage(&mut self, stage: &Stage<Slot>) {
        let id = || stage.id.clone();
        match &stage.body {
            Body::Item(item) => {
                match item.role {
                    ItemRole::Use {
                        service_first,
                        service_later,
                    } => {
                        self.note(service_first, &Purpose::Wears(id()));
                        self.note(service_later, &Purpose::Wears(id()));
                    }
                    ItemRole::Return { displacement } => {
                        self.note(displacement, &Purpose::Displacement(id()));
                    }
                    ItemRole::Other => {}
                }
                for exit in &item.exits {
                    self.note(exit.share, &Purpose::Share(id(), exit.to.clone()));
                }
            }
            Body::Material(gates) => {
                for gate in gates {
                    for slot in [gate.removed, gate.accepted, gate.output_yield] {
                        self.note(slot, &Purpose::Gate(id()));
                    }
                }
            }
            Body::End(end) => {
                self.note(end.closed_share, &Purpose::Closed(id()));
                for fibre in &end.displaces {
                    self.note(fibre.hours_per_kg, &Purpose::Replaced(id()));
                }
            }
        }
        for line in &stage.work {
            self.note(line.hours, &Purpose::Work(line.activity.clone()));
        }
    }
}

fn product_purposes(assessment: &Assessment) -> Purposes {
    let engine = &assessment.engine;
    let mut notes = Notes {
        assessment,
        found: Purposes::new(),
    };
    for part in &engine.parts {
        for slot in [
            part.mass_kg,
            part.f_r_textile,
            part.f_r_other,
            part.f_u,
            part.f_s,
            part.e_f,
        ] {
            notes.note(slot, &Purpose::Feedstock);
        }
    }
    let masses = &assessment.built.masses;
    for slot in [Some(engine.gross_kg), masses.fibre_input].into_iter().flatten() {
        notes.note(slot, &Purpose::Making);
    }
    for line in &engine.new_garment {
        notes.note(line.hours_per_piece, &Purpose::NewGarment(line.activity.clone()));
    }
    for (place, hours) in &engine.fte_by_place {
        notes.note(*hours, &Purpose::Jobs(place.clone()));
    }
    notes.found
}

fn network_purposes(assessment: &Assessment, network: &Network<Slot>) -> Purposes {
    let mut notes = Notes {
        assessment,
        found: Purposes::new(),
    };
    notes.note(network.average_wears, &Purpose::AverageWears);
    for stage in &network.stages {
        notes.stage(stage);
    }
    notes.found
}
