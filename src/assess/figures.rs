//! Figures as the interface and the reports show them, each with the ids that say what it is.

use super::beside::Beside;
use super::circularity::{Circularity, inflow_input};
use super::engine::Engine;
use crate::data::{Grade, wide};
use crate::flow::InputKey;
use crate::flow::assemble::Built;
use crate::flow::gate::Answer;
use crate::flow::network::EndClass;
use crate::flow::notice::Notice;
use crate::flow::{FlowError, Slot};
use crate::indicator::eu_readiness::{Check, Cloth, checklist};
use crate::indicator::flows::{Inflow, Outflow, inflow};
use crate::model::{ActivityId, FibreId, Name, PartId, PathwayId, PlaceId, Project, RouteId, StageId};
use crate::model::{Assumed, Part, Role};
use crate::work::hours::Totals;
use crate::work::multipliers::IndirectTotals;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The product, per piece.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProductFigures {
    /// Mass in the finished piece, kg.
    pub mass_kg: f64,
    /// Bought fabric and trims, kg.
    pub gross_kg: f64,
    /// Fibre that all losses back to spinning ask for, kg.
    pub fibre_input_kg: f64,
    /// Pieces made in a year.
    pub pieces_per_year: f64,
    /// Fibres in the finished piece, kg.
    pub fibres: Vec<(FibreId, f64)>,
    /// What goes in.
    pub inflow: Inflow,
    /// EU readiness: a proposal, not law.
    pub checklist: Vec<Check>,
}

impl ProductFigures {
    /// Bought less what is in the finished piece, kg.
    pub fn cutting_waste_kg(&self) -> f64 {
        self.gross_kg - self.mass_kg
    }

    pub(super) fn of(project: &Project, built: &Built, numbers: &[f64], engine: &Engine) -> Self {
        let of = |slot: Option<Slot>| slot.map_or(0.0, |slot| slot.of(numbers));
        Self {
            mass_kg: of(built.masses.product),
            gross_kg: of(built.masses.gross),
            fibre_input_kg: of(built.masses.fibre_input),
            pieces_per_year: project.product.pieces_per_year.get(),
            fibres: built
                .masses
                .fibres
                .iter()
                .map(|(fibre, kg)| (fibre.clone(), *kg))
                .collect(),
            inflow: inflow(engine.parts.iter().map(|part| inflow_input(part, numbers))),
            checklist: checklist(
                &project
                    .product
                    .parts
                    .iter()
                    .filter(|part| !part.is_hard())
                    .map(|part| cloth(part, &project.product.assumed))
                    .collect::<Vec<_>>(),
            ),
        }
    }
}

fn cloth(part: &Part, assumed: &BTreeSet<Assumed>) -> Cloth {
    Cloth {
        id: part.id.clone(),
        is_fabric: matches!(
            wide(part.role),
            Role::Coating | Role::Shell | Role::Lining | Role::Rib | Role::Filling
        ),
        fibres: part
            .fibres
            .iter()
            .map(|line| (line.fibre.to_string(), line.share.get()))
            .collect(),
        printed: part.finishes.printed,
        coated: part.finishes.coated || part.finishes.laminated,
        carbon_black: part.finishes.carbon_black,
        finishes_stated: !assumed.contains(&Assumed::Finishes(part.id.clone())),
    }
}

/// One pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct PathwayFigures {
    /// Its id.
    pub id: PathwayId,
    /// Its name.
    pub name: Name,
    /// True for the pathway that the others are counted against.
    pub baseline: bool,
    /// Why it has no answer; its figures are then empty.
    pub error: Option<FlowError>,
    /// Circularity.
    pub circularity: Circularity,
    /// Where the mass would end if every piece came to the best gate that this pathway has for each part.
    pub designed: Outflow,
    /// Work against the baseline.
    pub totals: Totals,
    /// Where the mass of one piece ends.
    pub ends: Vec<EndFigure>,
    /// What the gates answered.
    pub gates: Vec<GateFigure>,
    /// Work gained and lost by activity and place; lines without difference left out.
    pub work: Vec<WorkFigure>,
    /// The pathway's own work by activity and place, before anything is taken off.
    pub own_work: Vec<WorkFigure>,
    /// Indirect work behind the lines of `work`, by multipliers that the user typed in; in no other figure.
    pub indirect: Vec<WorkFigure>,
    /// Totals of `indirect`.
    pub indirect_totals: IndirectTotals,
    /// Carbon and wages beside the answers, in no other figure; none without an answer.
    pub beside: Option<Beside>,
    /// Pieces and mass through each stage.
    pub stages: Vec<StageFigure>,
    /// Flows between stages.
    pub flows: Vec<FlowFigure>,
    /// Largest |in − out| of all stages, kg.
    pub imbalance_kg: f64,
    /// What the imbalance must stay under, kg.
    pub tolerance_kg: f64,
    /// What is odd about this pathway.
    pub notices: Vec<Notice>,
}

/// Mass at one end.
#[derive(Debug, Clone, PartialEq)]
pub struct EndFigure {
    /// The stage.
    pub stage: StageId,
    /// Its class.
    pub class: EndClass,
    /// Mass of one piece that ends here, kg.
    pub kg: f64,
}

/// What a gate did with one part.
#[derive(Debug, Clone, PartialEq)]
pub struct GateFigure {
    /// The stage.
    pub stage: StageId,
    /// Its route.
    pub route: RouteId,
    /// The part.
    pub part: PartId,
    /// Verdict and reasons.
    pub answer: Arc<Answer>,
    /// Mass of one piece that reaches the gate, kg.
    pub kg: f64,
    /// Of that, taken off before, kg.
    pub removed_kg: f64,
    /// Of that, given out, kg.
    pub output_kg: f64,
    /// Of that, refused, kg.
    pub refused_kg: f64,
    /// Output per intake.
    pub output_yield: f64,
    /// The formulas behind the share taken off before and behind the output per intake.
    pub slots: [Slot; 2],
}

/// One line of work, hours per 1000 pieces.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkFigure {
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// Difference to the baseline (positive gained, negative lost), or own hours.
    pub hours: f64,
    /// Low and high, in size, with only this activity's own factor moved.
    pub range: Option<(f64, f64)>,
    /// The activity's own factor.
    pub factor: Option<InputKey>,
    /// Grade of that factor.
    pub grade: Option<Grade>,
}

/// What passes a stage, per sold piece.
#[derive(Debug, Clone, PartialEq)]
pub struct StageFigure {
    /// The stage.
    pub stage: StageId,
    /// Expected visits; `None` at material stages and ends, where the garment is no longer whole.
    pub visits: Option<f64>,
    /// Mass that passes, kg.
    pub kg: f64,
    /// Work here, hours per 1000 pieces.
    pub own_hours: f64,
    /// Work elsewhere that this stage replaces, hours per 1000 pieces: new garments and virgin fibre not made.
    pub replaced_hours: f64,
}

/// A flow between two stages, per sold piece.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowFigure {
    /// Stage it leaves.
    pub from: StageId,
    /// Stage it reaches.
    pub to: StageId,
    /// What it is.
    pub kind: FlowKind,
    /// Mass, kg.
    pub kg: f64,
}

/// What flows between two stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlowKind {
    /// Whole garments.
    Pieces,
    /// Output of a gate.
    Output,
    /// Residue of a gate.
    Residue,
    /// Parts taken off before a gate.
    Removed,
    /// Refused by a gate.
    Refused,
}
