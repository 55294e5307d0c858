//! The engine: from resolved numbers to every result of every pathway, in room that is reused from draw to draw.

use super::circularity::{Circularity, PartShares, circularity, part_shares};
use crate::flow::network::{GarmentWork, ItemRole, Network, PartNumbers, ResolvedModel};
use crate::flow::{Flow, FlowError, Plan, Slot, Slots, Solution};
use crate::model::{PartId, PathwayId, PlaceId};
use crate::work::hours::{BeforeDisplacement, Totals, break_even, fte};
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
    /// Place of the baseline among the pathways.
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
    /// The parts.
    pub parts: Vec<PartNumbers<Slot>>,
    /// Bought fabric and trims per piece, kg; none counts as 0.
    pub gross_kg: Option<Slot>,
    /// Pieces sold in a year.
    pub pieces_per_year: f64,
    /// One network per pathway.
    pub networks: Vec<Network<Slot>>,
    /// Index of the baseline among them.
    pub baseline: usize,
    /// Hours of a full-time job by place.
    pub fte_by_place: Vec<(PlaceId, Slot)>,
    /// Work in one new garment.
    pub new_garment: Vec<GarmentWork<Slot>>,
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
}

/// All results of one pathway for one set of numbers.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Pieces and kilograms.
    pub solution: Solution,
    /// Circularity.
    pub circularity: Circularity,
    /// Shares by part.
    pub parts: Vec<PartShares>,
    /// Net hours per 1000 pieces by line: own work less what it displaces.
    pub hours: Vec<f64>,
    /// What break-even needs.
    pub before: BeforeDisplacement,
    /// Totals against the baseline.
    pub totals: Totals,
}

/// Results of all pathways, reused from draw to draw.
#[derive(Debug, Clone, Default)]
pub struct Outcomes {
    /// One outcome per pathway; meaningless where the pathway has no plan.
    pub pathways: Vec<Outcome>,
    masses: Vec<f64>,
}

impl Engine {
    /// The engine of one resolved model: pathway first, baseline second.
    pub fn of_model(model: &ResolvedModel<f64>) -> Self {
        let mut slots = Slots::default();
        let model = model.map(&mut |number| slots.constant(*number));
        Self::compile(EngineParts {
            slots,
            parts: model.parts,
            gross_kg: Some(model.gross_kg),
            pieces_per_year: model.pieces_per_year,
            networks: vec![model.pathway, model.baseline],
            baseline: 1,
            fte_by_place: model.hours_per_fte,
            new_garment: model.new_garment,
        })
    }

    /// Compiles the networks; a place whose full-time hours are not known counts no jobs.
    pub fn compile(from: EngineParts) -> Self {
        let mut slots = from.slots;
        let zero = slots.constant(0.0);
        let mut central = Vec::new();
        slots.resolve(&slots.central(), &mut central);
        let ids: Vec<PartId> = from.parts.iter().map(|part| part.id.clone()).collect();
        let ledger = Ledger::of(&from.networks, &from.new_garment);
        let compiled = from.networks.into_iter().map(|network| {
            let plan = Plan::compile(&network, &ids, &central);
            let work = plan
                .as_ref()
                .map_or_else(|_| WorkPlan::default(), |plan| ledger.plan(&network, plan));
            EnginePathway { network, plan, work }
        });
        let pathways = compiled.collect();
        let hours_at = |place: &PlaceId| {
            let mut known = from.fte_by_place.iter();
            known
                .find(|(id, _)| id == place)
                .map_or(zero, |(_, hours)| *hours)
        };
        let lines = ledger.lines().iter();
        Self {
            slots,
            parts: from.parts,
            gross_kg: from.gross_kg.unwrap_or(zero),
            pieces_per_year: from.pieces_per_year,
            pathways,
            baseline: from.baseline,
            hours_per_fte: lines.map(|(_, place)| hours_at(place)).collect(),
            garment: ledger.garment(&from.new_garment),
            ledger,
            fte_by_place: from.fte_by_place,
            new_garment: from.new_garment,
        }
    }

    /// Numbers of all slots with every factor at its central value.
    pub fn central(&self) -> Vec<f64> {
        let mut numbers = Vec::new();
        self.slots.resolve(&self.slots.central(), &mut numbers);
        numbers
    }

    /// Evaluates every pathway with `numbers` and counts each against the baseline.
    pub fn evaluate(&self, numbers: &[f64], out: &mut Outcomes) {
        out.masses.clear();
        out.masses
            .extend(self.parts.iter().map(|part| part.mass_kg.of(numbers)));
        out.pathways.resize_with(self.pathways.len(), Outcome::default);
        for (pathway, outcome) in self.pathways.iter().zip(&mut out.pathways) {
            if let Ok(plan) = &pathway.plan {
                outcome.solution.solve(plan, numbers, &out.masses);
                part_shares(plan, &outcome.solution, &out.masses, &mut outcome.parts);
                let gross = self.gross_kg.of(numbers);
                outcome.circularity = circularity(&self.parts, plan, numbers, &out.masses, gross, outcome);
                self.hours(plan, &pathway.work, numbers, &out.masses, outcome);
            }
        }
        self.count_against_baseline(numbers, &mut out.pathways);
    }

    fn hours(&self, plan: &Plan, work: &WorkPlan, numbers: &[f64], masses: &[f64], out: &mut Outcome) {
        let mass: f64 = masses.iter().sum();
        let (passages, avoided) = garments_avoided(plan, &out.solution, numbers);
        out.circularity.garments_avoided = avoided;
        out.hours.clear();
        out.hours.resize(self.ledger.lines().len(), 0.0);
        let mut gross = 0.0;
        for at in &work.own {
            let hours = flow_of(plan, &out.solution, at.flow, mass) * at.hours.of(numbers) * 1000.0;
            gross += hours;
            add(&mut out.hours, at.line, hours);
        }
        let mut fibre = 0.0;
        for displaced in &work.displaced {
            let kg: f64 = out.solution.end_parts(plan, displaced.end).iter().sum();
            let hours = kg * displaced.hours_per_kg.of(numbers) * 1000.0;
            fibre += hours;
            add(&mut out.hours, displaced.line, -hours);
        }
        for garment in &self.garment {
            add(
                &mut out.hours,
                garment.line,
                -avoided * garment.hours_per_piece.of(numbers) * 1000.0,
            );
        }
        out.before = BeforeDisplacement {
            without_garments: gross - fibre,
            passages,
        };
        out.totals.gross = gross;
    }

    /// Net hours per 1000 pieces on one line with `changed` hours and the flows of `outcomes`.
    pub(super) fn line_hours(
        &self,
        place: usize,
        line: usize,
        changed: &[f64],
        numbers: &[f64],
        outcomes: &Outcomes,
    ) -> f64 {
        let (Some(pathway), Some(outcome)) = (self.pathways.get(place), outcomes.pathways.get(place)) else {
            return 0.0;
        };
        let Ok(plan) = &pathway.plan else { return 0.0 };
        let mass: f64 = self.parts.iter().map(|part| part.mass_kg.of(numbers)).sum();
        let solution = &outcome.solution;
        let own = pathway.work.own.iter().filter(|at| at.line == line);
        let own: f64 = own
            .map(|at| flow_of(plan, solution, at.flow, mass) * at.hours.of(changed))
            .sum();
        let fibre = pathway
            .work
            .displaced
            .iter()
            .filter(|displaced| displaced.line == line);
        let fibre: f64 = fibre
            .map(|displaced| {
                let kg: f64 = solution.end_parts(plan, displaced.end).iter().sum();
                kg * displaced.hours_per_kg.of(changed)
            })
            .sum();
        let garment = self.garment.iter().filter(|garment| garment.line == line);
        let garment: f64 = garment.map(|garment| garment.hours_per_piece.of(changed)).sum();
        (own - fibre - outcome.circularity.garments_avoided * garment) * 1000.0
    }

    /// The pathway's own hours per 1000 pieces by line, before anything is taken off.
    pub(super) fn own_hours(&self, place: usize, numbers: &[f64], outcome: &Outcome) -> Vec<f64> {
        let mut hours = vec![0.0; self.ledger.lines().len()];
        let Some(EnginePathway {
            plan: Ok(plan), work, ..
        }) = self.pathways.get(place)
        else {
            return hours;
        };
        let mass: f64 = self.parts.iter().map(|part| part.mass_kg.of(numbers)).sum();
        for at in &work.own {
            let own = flow_of(plan, &outcome.solution, at.flow, mass) * at.hours.of(numbers);
            add(&mut hours, at.line, own * 1000.0);
        }
        hours
    }

    fn count_against_baseline(&self, numbers: &[f64], outcomes: &mut [Outcome]) {
        let known = |place: usize| {
            self.pathways
                .get(place)
                .is_some_and(|pathway| pathway.plan.is_ok())
        };
        if !known(self.baseline) || self.baseline >= outcomes.len() {
            return;
        }
        let (before, rest) = outcomes.split_at_mut(self.baseline);
        let Some((baseline, after)) = rest.split_first_mut() else {
            return;
        };
        let garment: f64 = self
            .garment
            .iter()
            .map(|work| work.hours_per_piece.of(numbers))
            .sum();
        for outcome in before.iter_mut().chain(after) {
            outcome.totals = self.totals(outcome, &baseline.hours, baseline.before, garment, numbers);
        }
        baseline.totals = Totals {
            gross: baseline.totals.gross,
            ..Totals::default()
        };
    }

    fn totals(
        &self,
        outcome: &Outcome,
        baseline: &[f64],
        baseline_before: BeforeDisplacement,
        garment_hours: f64,
        numbers: &[f64],
    ) -> Totals {
        let mut totals = Totals {
            gross: outcome.totals.gross,
            break_even: break_even(outcome.before, baseline_before, garment_hours),
            ..Totals::default()
        };
        for ((hours, before), per_fte) in outcome.hours.iter().zip(baseline).zip(&self.hours_per_fte) {
            let difference = hours - before;
            let jobs = fte(difference.abs(), self.pieces_per_year, per_fte.of(numbers));
            if difference > 0.0 {
                totals.gained += difference;
                totals.fte_gained += jobs;
            } else {
                totals.lost -= difference;
                totals.fte_lost += jobs;
            }
        }
        totals
    }

    /// The resolved model of the pathway at `place` with `numbers`.
    pub fn resolved(&self, place: usize, numbers: &[f64]) -> Option<ResolvedModel<f64>> {
        let model = ResolvedModel {
            pieces_per_year: self.pieces_per_year,
            gross_kg: self.gross_kg,
            parts: self.parts.clone(),
            pathway: self.pathways.get(place)?.network.clone(),
            baseline: self.pathways.get(self.baseline)?.network.clone(),
            hours_per_fte: self.fte_by_place.clone(),
            new_garment: self.new_garment.clone(),
        };
        Some(model.map(&mut |slot| slot.of(numbers)))
    }

    /// Place of the pathway with `id`.
    pub fn place(&self, id: &PathwayId) -> Option<usize> {
        self.pathways.iter().position(|pathway| &pathway.network.id == id)
    }
}

fn add(hours: &mut [f64], line: usize, more: f64) {
    if let Some(total) = hours.get_mut(line) {
        *total += more;
    }
}

/// The amount that hours are counted on, per sold piece: visits or kg.
pub fn flow_of(plan: &Plan, solution: &Solution, flow: Flow, mass: f64) -> f64 {
    match flow {
        Flow::Visits(place) => solution.visits(place),
        Flow::VisitedMass(place) => solution.visits(place) * mass,
        Flow::TakenIn(place) => solution
            .gates_at(plan, place)
            .iter()
            .map(|gate| gate.output + gate.residue)
            .sum(),
        Flow::GivenOut(place) => solution
            .gates_at(plan, place)
            .iter()
            .map(|gate| gate.output)
            .sum(),
        Flow::Ended(place) => solution.end_parts(plan, place).iter().sum(),
    }
}

/// Passages from return stages into use, and the new garments that they avoid, per piece.
fn garments_avoided(plan: &Plan, solution: &Solution, numbers: &[f64]) -> (f64, f64) {
    let (mut passages, mut avoided) = (0.0, 0.0);
    for (item, flows) in solution.exits_by_item(plan) {
        let ItemRole::Return { displacement } = item.role else {
            continue;
        };
        let into_use = item.exits.iter().zip(flows).filter(|(exit, _)| exit.into_use);
        let through: f64 = into_use.map(|(_, flow)| flow).sum();
        passages += through;
        avoided += through * displacement.of(numbers);
    }
    (passages, avoided)
}
