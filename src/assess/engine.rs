//! The engine: from resolved numbers to every result of every pathway, in room that is reused from draw to draw.

use super::avoided::Avoided;
use super::circularity::{Circularity, PartShares, circularity, part_shares, quality};
use crate::flow::network::{Body, GarmentWork, Gate, Network, PartNumbers, ResolvedModel, WorkLine};
use crate::flow::{Flow, FlowError, Plan, Slot, Slots, Solution};
use crate::indicator::flows::Outflow;
use crate::model::{PartId, PathwayId, PlaceId, StageId};
use crate::quantity::Number;
use crate::work::hours::{BeforeDisplacement, Totals};
use crate::work::ledger::{InGarment, Ledger, WorkPlan};

/// Everything of a project that a set of numbers is evaluated with.
#[derive(Debug, Clone)]
pub struct Engine {
    /// The formulas behind all numbers.
    pub slots: Slots,
    /// The parts.
    pub parts: Vec<PartNumbers<Slot>>,
    /// Bought fabric and trims per piece, kg.
    pub gross_kg: Slot,
    /// Pieces sold in a year.
    pub pieces_per_year: f64,
    /// The pathways in the order of the project.
    pub pathways: Vec<EnginePathway>,
    /// Index of the baseline among the pathways.
    pub baseline: usize,
    /// All lines of work.
    pub ledger: Ledger,
    /// Hours of a full-time job, for each line of the ledger.
    pub hours_per_fte: Vec<Slot>,
    /// Hours of a full-time job by place, as the resolved model prints them.
    pub fte_by_place: Vec<(PlaceId, Slot)>,
    /// Work in one new garment, by line.
    pub garment: Vec<InGarment>,
    /// Work in one new garment, as the resolved model prints it.
    pub new_garment: Vec<GarmentWork<Slot>>,
}

/// What an [`Engine`] is made of.
#[derive(Debug)]
pub struct EngineParts {
    /// The formulas behind all numbers.
    pub slots: Slots,
    /// The parts of the product.
    pub parts: Vec<PartNumbers<Slot>>,
    /// Bought fabric and trims per piece, kg; none counts as 0.
    pub gross_kg: Option<Slot>,
    /// Pieces sold in a year.
    pub pieces_per_year: f64,
    /// The pathways.
    pub pathways: Vec<Way>,
    /// Place of the baseline among them.
    pub baseline: usize,
    /// Hours of a full-time job by place.
    pub fte_by_place: Vec<(PlaceId, Slot)>,
    /// Work in one new garment.
    pub new_garment: Vec<GarmentWork<Slot>>,
}

/// One pathway that an engine is made of.
#[derive(Debug)]
pub struct Way {
    /// Its network.
    pub network: Network<Slot>,
    /// Work that moved here from home and is in no line of the network, by stage.
    pub moved: Vec<(StageId, WorkLine<Slot>)>,
    /// Places that count as here.
    pub here: Vec<PlaceId>,
}

/// One pathway, compiled; an error where it has no answer.
#[derive(Debug, Clone)]
pub struct EnginePathway {
    /// Its network.
    pub network: Network<Slot>,
    /// Its plan, or why there is none.
    pub plan: Result<Plan, FlowError>,
    /// Its work by line.
    pub work: WorkPlan,
    /// Lines of the ledger whose place counts as here.
    pub here: Vec<bool>,
    /// Lines that count as lost in every draw, by the sign of their central difference; all others as gained.
    pub(super) lost: Vec<bool>,
}

/// All results of one pathway for one set of numbers.
#[derive(Debug, Clone, Default)]
pub struct Outcome<N = f64> {
    /// Pieces and kilograms.
    pub solution: Solution<N>,
    /// Circularity.
    pub circularity: Circularity<N>,
    /// Where the mass would end if every piece came to the best gate that this pathway has for each part.
    pub designed: Outflow<N>,
    /// Shares by part.
    pub parts: Vec<PartShares<N>>,
    /// New garments avoided.
    pub avoided: Avoided<N>,
    /// Net hours per 1000 pieces by line: own work less what it displaces.
    pub hours: Vec<N>,
    /// What break-even needs.
    pub before: BeforeDisplacement<N>,
    /// Totals against the baseline.
    pub totals: Totals<N>,
}

/// Results of all pathways, reused from draw to draw.
#[derive(Debug, Clone, Default)]
pub struct Outcomes<N = f64> {
    /// One outcome per pathway; meaningless where the pathway has no plan.
    pub pathways: Vec<Outcome<N>>,
    masses: Vec<N>,
    /// Where the flows of one pathway after the other are worked out, when none is kept.
    shared: Solution<N>,
}

/// What of a pathway is worked out only where it is asked for, and else is meaningless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The designed potential.
    pub designed: bool,
    /// The quality-weighted indicator.
    pub quality: bool,
}

impl Wanted {
    /// Everything.
    pub const ALL: Self = Self {
        designed: true,
        quality: true,
    };
    /// Nothing of it.
    pub const NONE: Self = Self {
        designed: false,
        quality: false,
    };
}

impl Engine {
    /// The engine of one resolved model: pathway first, baseline second.
    pub fn of_model(model: &ResolvedModel<f64>) -> Self {
        Self::of_model_at(model, [Vec::new(), Vec::new()])
    }

    /// The engine of one resolved model, with the places that count as here for pathway and baseline.
    pub fn of_model_at(model: &ResolvedModel<f64>, here: [Vec<PlaceId>; 2]) -> Self {
        let mut slots = Slots::default();
        let model = model.map(&mut |number| slots.constant(*number));
        let [own, baseline] = here;
        let way = |network, here| Way {
            network,
            moved: Vec::new(),
            here,
        };
        Self::compile(EngineParts {
            slots,
            parts: model.parts,
            gross_kg: Some(model.gross_kg),
            pieces_per_year: model.pieces_per_year,
            pathways: vec![way(model.pathway, own), way(model.baseline, baseline)],
            baseline: 1,
            fte_by_place: model.hours_per_fte,
            new_garment: model.new_garment,
        })
    }

    /// Compiles the pathways of `made`, and decides by its central numbers which lines of work are lost.
    pub fn compile(made: EngineParts) -> Self {
        let EngineParts { slots, parts, .. } = made;
        let mut central = Vec::new();
        slots.resolve(&slots.central(), &mut central);
        let ids: Vec<PartId> = parts.iter().map(|part| part.id.clone()).collect();
        let ledger = Ledger::of(made.pathways.iter().map(|way| &way.network), &made.new_garment);
        let compiled = made
            .pathways
            .into_iter()
            .map(|way| compile(way, &ids, &central, &ledger));
        let pathways = compiled.collect();
        let per_fte = |place: &PlaceId| made.fte_by_place.iter().find(|(known, _)| known == place);
        let hours_per_fte = ledger
            .lines()
            .iter()
            .map(|(_, place)| per_fte(place).map_or(Slot::NONE, |(_, h)| *h));
        let mut engine = Self {
            hours_per_fte: hours_per_fte.collect(),
            garment: ledger.garment(&made.new_garment),
            gross_kg: made.gross_kg.unwrap_or(Slot::NONE),
            pieces_per_year: made.pieces_per_year,
            baseline: made.baseline,
            fte_by_place: made.fte_by_place,
            new_garment: made.new_garment,
            slots,
            parts,
            pathways,
            ledger,
        };
        engine.decide_lost(&central);
        engine
    }

    /// The engine of the same project with other gates, made whole: `change` gets the pathway, the material stage and
    /// each of its gates. Work that moved from home is left out.
    #[must_use]
    pub fn with_gates(
        &self,
        mut change: impl FnMut(&mut Slots, &PathwayId, &StageId, &mut Gate<Slot>),
    ) -> Self {
        let mut slots = self.slots.clone();
        let lines = self.ledger.lines();
        let way = |pathway: &EnginePathway| {
            let mut network = pathway.network.clone();
            for stage in &mut network.stages {
                if let Body::Material(gates) = &mut stage.body {
                    for gate in gates {
                        change(&mut slots, &network.id, &stage.id, gate);
                    }
                }
            }
            let here = lines.iter().zip(&pathway.here).filter(|(_, here)| **here);
            Way {
                network,
                moved: Vec::new(),
                here: here.map(|((_, place), _)| place.clone()).collect(),
            }
        };
        let pathways = self.pathways.iter().map(way).collect();
        Self::compile(EngineParts {
            slots,
            parts: self.parts.clone(),
            gross_kg: Some(self.gross_kg),
            pieces_per_year: self.pieces_per_year,
            pathways,
            baseline: self.baseline,
            fte_by_place: self.fte_by_place.clone(),
            new_garment: self.new_garment.clone(),
        })
    }

    /// The engine with the pathways at `kept` alone, in their order, which hold the baseline; all digits stay.
    #[must_use]
    pub fn only(&self, kept: &[usize]) -> Self {
        let pathways = kept.iter().filter_map(|at| self.pathways.get(*at).cloned());
        let baseline = kept.iter().position(|at| *at == self.baseline);
        Self {
            pathways: pathways.collect(),
            baseline: baseline.unwrap_or(usize::MAX),
            slots: self.slots.clone(),
            parts: self.parts.clone(),
            ledger: self.ledger.clone(),
            hours_per_fte: self.hours_per_fte.clone(),
            fte_by_place: self.fte_by_place.clone(),
            garment: self.garment.clone(),
            new_garment: self.new_garment.clone(),
            ..*self
        }
    }

    /// The constants that `other` has in place of those of this engine, by their slots in rising order; `None` where they
    /// differ in more: then one cannot be evaluated as the other.
    pub fn other_constants(&self, other: &Self) -> Option<Vec<(Slot, f64)>> {
        let numbers = |engine: &'_ Self| (engine.gross_kg, engine.pieces_per_year.to_bits(), engine.baseline);
        let alike = |a: &EnginePathway, b: &EnginePathway| {
            a.network == b.network && a.here == b.here && a.plan.is_ok() == b.plan.is_ok()
        };
        let same = numbers(self) == numbers(other)
            && self.parts == other.parts
            && self.fte_by_place == other.fte_by_place
            && self.new_garment == other.new_garment
            && self.pathways.len() == other.pathways.len()
            && self
                .pathways
                .iter()
                .zip(&other.pathways)
                .all(|(a, b)| alike(a, b));
        same.then(|| self.slots.other_constants(&other.slots)).flatten()
    }

    /// Numbers of all slots with every factor at its central value.
    pub fn central(&self) -> Vec<f64> {
        let mut numbers = Vec::new();
        self.slots.resolve(&self.slots.central(), &mut numbers);
        numbers
    }

    /// Evaluates every pathway with `numbers` and counts each against the baseline.
    pub fn evaluate<N: Number>(&self, numbers: &[N], out: &mut Outcomes<N>) {
        self.make_room(numbers, out);
        for (pathway, outcome) in self.pathways.iter().zip(&mut out.pathways) {
            self.evaluate_one(pathway, numbers, &out.masses, Wanted::ALL, outcome);
        }
        self.count_against_baseline(numbers, &mut out.pathways);
    }

    /// The same figures, so far as they are `wanted`, in the room of one pathway: the flows of each give way to those of the
    /// next, and none is left.
    pub fn evaluate_figures<N: Number>(&self, numbers: &[N], wanted: Wanted, out: &mut Outcomes<N>) {
        self.make_room(numbers, out);
        for (pathway, outcome) in self.pathways.iter().zip(&mut out.pathways) {
            std::mem::swap(&mut outcome.solution, &mut out.shared);
            self.evaluate_one(pathway, numbers, &out.masses, wanted, outcome);
            std::mem::swap(&mut outcome.solution, &mut out.shared);
        }
        self.count_against_baseline(numbers, &mut out.pathways);
    }

    fn make_room<N: Number>(&self, numbers: &[N], out: &mut Outcomes<N>) {
        out.masses.clear();
        out.masses
            .extend(self.parts.iter().map(|part| part.mass_kg.of(numbers)));
        out.pathways.resize_with(self.pathways.len(), Outcome::default);
    }

    fn evaluate_one<N: Number>(
        &self,
        pathway: &EnginePathway,
        numbers: &[N],
        masses: &[N],
        wanted: Wanted,
        outcome: &mut Outcome<N>,
    ) {
        let Ok(plan) = &pathway.plan else { return };
        outcome.solution.solve(plan, numbers, masses);
        outcome.avoided.count(plan, &outcome.solution, numbers);
        part_shares(plan, &outcome.solution, masses, &mut outcome.parts);
        let gross = self.gross_kg.of(numbers);
        circularity(&self.parts, plan, numbers, masses, gross, outcome);
        if wanted.quality {
            outcome.circularity.quality = quality(&self.parts, plan, numbers, masses, outcome);
        }
        if wanted.designed {
            outcome.designed = super::designed::designed(plan, &outcome.solution, numbers, masses);
        }
        self.hours(plan, &pathway.work, numbers, masses, outcome);
    }

    /// The resolved model of the pathway at index `at` with `numbers`.
    pub fn resolved(&self, at: usize, numbers: &[f64]) -> Option<ResolvedModel<f64>> {
        let model = ResolvedModel {
            pieces_per_year: self.pieces_per_year,
            gross_kg: self.gross_kg,
            parts: self.parts.clone(),
            pathway: self.pathways.get(at)?.network.clone(),
            baseline: self.pathways.get(self.baseline)?.network.clone(),
            hours_per_fte: self.fte_by_place.clone(),
            new_garment: self.new_garment.clone(),
        };
        Some(model.map(&mut |slot| slot.of(numbers)))
    }

    /// Index of the pathway with `id`.
    pub fn index(&self, id: &PathwayId) -> Option<usize> {
        self.pathways.iter().position(|pathway| &pathway.network.id == id)
    }
}

fn compile(way: Way, parts: &[PartId], central: &[f64], ledger: &Ledger) -> EnginePathway {
    let plan = Plan::compile(&way.network, parts, central);
    let work = plan.as_ref().map_or_else(
        |_| WorkPlan::default(),
        |plan| WorkPlan {
            moved: Ledger::moved(plan, &way.moved),
            ..ledger.plan(&way.network, plan)
        },
    );
    let here = ledger.lines().iter().map(|(_, place)| way.here.contains(place));
    EnginePathway {
        here: here.collect(),
        lost: Vec::new(),
        network: way.network,
        plan,
        work,
    }
}

/// The amount that hours are counted on, per sold piece: visits or kg.
pub fn flow_of<N: Number>(plan: &Plan, solution: &Solution<N>, flow: Flow, mass: N) -> N {
    match flow {
        Flow::Visits(at) => solution.visits(at),
        Flow::VisitedMass(at) => solution.visits(at) * mass,
        Flow::TakenIn(at) => solution
            .gates_at(plan, at)
            .iter()
            .map(|gate| gate.output + gate.residue)
            .sum(),
        Flow::GivenOut(at) => solution.gates_at(plan, at).iter().map(|gate| gate.output).sum(),
        Flow::Ended(at) => solution.end_kg(at),
    }
}
