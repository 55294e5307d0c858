//! How much each factor of the library matters in one project: where it counts, and what its range does there.
//!
//! Invariant: a factor that moves a figure is listed where it counts; each factor is moved alone, all others central.

use crate::assess::{Assessment, EnginePathway, Outcome, Outcomes, Wanted};
use crate::flow::assemble::LIMITS;
use crate::flow::network::{Body, ItemRole, Network, Stage};
use crate::flow::{Behind, Input, InputOrigin, PAIRS, Slot, Trials, pair};
use crate::model::{ActivityId, FactorId, PlaceId, StageId};
use crate::quantity::Lanes;
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
/// A factor goes from its low to its high end; without a range of its own it is widened by its grade, as for draws. Four
/// factors are moved in one evaluation of the engine, side by side.
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
    let of_library: Vec<(usize, &Input)> = inputs
        .iter()
        .enumerate()
        .filter(|(_, input)| of_library(input))
        .collect();
    for together in of_library.chunks(PAIRS) {
        for ((at, input), ends) in together.iter().zip(scale.at_ends(together)) {
            let purposes = |found: &Purposes| {
                let list = found.get(at);
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

/// Moves inputs, each alone, in room that is reused.
struct Scale<'a> {
    assessment: &'a Assessment,
    trials: Trials<'a>,
    outcomes: Outcomes<Lanes>,
}

impl<'a> Scale<'a> {
    fn of(assessment: &'a Assessment) -> Self {
        Self {
            assessment,
            trials: Trials::of(&assessment.engine.slots),
            outcomes: Outcomes::default(),
        }
    }

    /// Of each of at most [`PAIRS`] `inputs` the figures of every pathway with it alone at its low and its high end.
    fn at_ends(&mut self, inputs: &[(usize, &Input)]) -> Vec<Vec<[Moved; 2]>> {
        let engine = &self.assessment.engine;
        let ends = inputs.iter().map(|(at, input)| (*at, ends(input)));
        let numbers = self.trials.at_both(ends);
        engine.evaluate_figures(numbers, Wanted::NONE, &mut self.outcomes);
        let outcomes = &self.outcomes.pathways;
        let of_turn = |turn: usize| -> Vec<[Moved; 2]> {
            let outcomes = outcomes.iter().zip(&engine.pathways);
            outcomes
                .map(|(outcome, pathway)| moved(outcome, pathway, turn))
                .collect()
        };
        (0..inputs.len()).map(of_turn).collect()
    }
}

/// The figures of one pathway in the trials of the input at `turn`.
fn moved(outcome: &Outcome<Lanes>, pathway: &EnginePathway, turn: usize) -> [Moved; 2] {
    if pathway.plan.is_err() {
        return <[Moved; 2]>::default();
    }
    let [mci_low, mci_high] = pair(outcome.circularity.mci.mci, turn);
    let [lost_low, lost_high] = pair(outcome.totals.lost, turn);
    [(mci_low, lost_low), (mci_high, lost_high)].map(|(mci, lost)| Moved { mci, lost })
}

/// The low and the high end of an input: of its range, or of one that its grade widens it to.
fn ends(input: &Input) -> [f64; 2] {
    let figure = &input.figure;
    let fixed = (figure.value, figure.value);
    let (low, high) = match (figure.low, figure.high) {
        _ if input.fixed => fixed,
        (None, None) => widened(figure.value, figure.grade, input.domain).unwrap_or(fixed),
        (low, high) => (low.unwrap_or(figure.value), high.unwrap_or(figure.value)),
    };
    [low, high]
}

/// What each input counts for, by its place.
type Purposes = BTreeMap<usize, BTreeSet<Purpose>>;

/// Notes what slots count for.
struct Notes<'a> {
    behind: Behind<'a>,
    found: Purposes,
}

impl Notes<'_> {
    fn note(&mut self, slots: impl IntoIterator<Item = Slot>, purpose: &Purpose) {
        for input in self.behind.inputs(slots) {
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
                        self.note([service_first, service_later], &Purpose::Wears(id()));
                    }
                    ItemRole::Return { displacement } => {
                        self.note([displacement], &Purpose::Displacement(id()));
                    }
                    ItemRole::Other => {}
                }
                for exit in &item.exits {
                    self.note([exit.share], &Purpose::Share(id(), exit.to.clone()));
                }
            }
            Body::Material(gates) => {
                let slots = gates
                    .iter()
                    .flat_map(|gate| [gate.removed, gate.accepted, gate.output_yield]);
                self.note(slots, &Purpose::Gate(id()));
            }
            Body::End(end) => {
                self.note([end.closed_share], &Purpose::Closed(id()));
                let fibres = end.displaces.iter().map(|fibre| fibre.hours_per_kg);
                self.note(fibres, &Purpose::Replaced(id()));
            }
        }
        for line in &stage.work {
            self.note([line.hours], &Purpose::Work(line.activity.clone()));
        }
    }
}

fn product_purposes(assessment: &Assessment) -> Purposes {
    let engine = &assessment.engine;
    let mut notes = Notes {
        behind: Behind::of(&assessment.engine.slots),
        found: Purposes::new(),
    };
    let of_parts = engine.parts.iter().flat_map(|part| {
        [
            part.mass_kg,
            part.f_r_textile,
            part.f_r_other,
            part.f_u,
            part.f_s,
            part.e_f,
        ]
    });
    notes.note(of_parts, &Purpose::Feedstock);
    let masses = &assessment.built.masses;
    notes.note(
        [Some(engine.gross_kg), masses.fibre_input].into_iter().flatten(),
        &Purpose::Making,
    );
    for line in &engine.new_garment {
        notes.note(
            [line.hours_per_piece],
            &Purpose::NewGarment(line.activity.clone()),
        );
    }
    for (place, hours) in &engine.fte_by_place {
        notes.note([*hours], &Purpose::Jobs(place.clone()));
    }
    notes.found
}

fn network_purposes(assessment: &Assessment, network: &Network<Slot>) -> Purposes {
    let mut notes = Notes {
        behind: Behind::of(&assessment.engine.slots),
        found: Purposes::new(),
    };
    notes.note([network.average_wears], &Purpose::AverageWears);
    for stage in &network.stages {
        notes.stage(stage);
    }
    notes.found
}
