//! The reference library: every factor with its source, range and grade, embedded in the binary.
//!
//! Invariant: the library is never mutated; the user's own figure is an override in the project.

/// The table in this file below `assets`, as the build packed it for reading.
macro_rules! compact {
    ($file:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $file, ".mp")).as_slice()
    };
}

mod activities;
mod assumptions;
mod carbon;
pub mod check;
mod column;
#[cfg(test)]
mod compact;
mod fibres;
mod figure;
mod kinds;
mod late;
mod library;
mod moves;
mod pathways;
mod places;
mod practice_merge;
mod practices;
mod prices;
mod processes;
mod read;
mod reuse;
mod roles;
mod routes;
mod rules;
mod shares;
mod sources;
mod stage_kinds;
mod texts;
mod trims;
mod typed;
mod work;

pub use activities::{Activity, Informal, Move, RegionalWork, Scope, WorkKind, WorkQuality};
pub use assumptions::Assumption;
pub use carbon::{CarbonOf, CarbonRow, carbon};
pub use fibres::{Cycle, FeedOrigin, FeedstockFigure, Fibre, Fit, Suits, VirginWork};
pub use figure::{Domain, Figure, Grade, Mark, Sourced};
pub use kinds::{Drawing, Fabric, Kind, KindTrim, drawing};
pub use late::Late;
pub use library::Library;
pub use moves::{Act, Amount, Effort, Finish, MoveOn, MoveRow, ShareTo, Waste};
pub use pathways::{
    Offer, PathwayPreset, PresetEnd, PresetExit, PresetExits, PresetKind, START, StageGroup, StagePreset,
    UsualShare,
};
pub use places::{Place, Region, RegionFigure};
pub use practice_merge::Merged;
pub use practices::{
    Bears, Beside, Country, Outcome, Practice, PracticeFigure, PracticeSource, Practices, Says,
    check_practices,
};
pub use prices::{Party, PerUnit, PriceKind, PriceOn, price_kind, price_kinds};
pub use processes::{Process, ProcessStep};
pub use reuse::Reuse;
pub use roles::{Bond, RoleRow, bond, usual_mass, wide};
pub use routes::{FibreSet, HardParts, Limit, Route, RouteClass, RouteWork, Tolerance, WorkBasis};
pub use rules::{Rule, RuleGroup, Severity};
pub use shares::{GOAL_2030, PresetShare, SharePreset};
pub use sources::Source;
pub use stage_kinds::{AtPlace, Band, KindBasis, KindWork, OwnRow, OwnUnit, StageKindRow};
pub use texts::{LibraryError, Texts, Written};
pub use trims::Trim;
pub use work::WorkFactor;

use crate::model::{FactorId, Name};
use crate::quantity::Quantity;
use std::sync::Arc;

/// What drives the draws of the factor `id`.
fn driver(id: &FactorId, figure: &Figure) -> FactorId {
    let mut words = id.as_str().split('.');
    let words = [words.next(), words.next(), words.next(), words.next()];
    match (words, figure.sources.as_slice()) {
        ([Some("work"), Some(activity), Some(_), None], _) => ["work", activity].join(".").into(),
        ([Some("assumption"), Some(id), Some(_), None], _) => ["assumption", id].join(".").into(),
        ([Some(table), Some(_), Some(column), None], [source]) => {
            [table, column, source.as_str()].join(".").into()
        }
        _ => id.clone(),
    }
}

/// One numeric factor of the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Its id, dotted: table, row, column.
    pub id: FactorId,
    /// Its name in words.
    pub name: Arc<Name>,
    /// What values it can take.
    pub domain: Domain,
    /// The figure.
    pub figure: Figure,
    /// What drives its draws: figures of one kind from one source, and the regional rows of one activity or assumption, vary
    /// together; every other factor by itself.
    pub driver: FactorId,
}

impl Factor {
    fn new(id: FactorId, name: Name, domain: Domain, figure: &Figure) -> Self {
        Self {
            driver: driver(&id, figure),
            id,
            name: Arc::new(name),
            domain,
            figure: figure.clone(),
        }
    }

    /// What its figure stands for, and with it where it may lie.
    pub fn quantity(&self) -> Quantity {
        let id = self.id.as_str();
        match self.domain {
            Domain::Share => Quantity::Share,
            Domain::Positive if id.starts_with("hours_per_fte.") || id.starts_with("hours_of_job.") => {
                Quantity::HoursPerFte
            }
            Domain::Positive if id.starts_with("kind.") && id.rsplit('.').next() == Some("wears") => {
                Quantity::AverageWears
            }
            Domain::Positive => Quantity::Amount,
        }
    }

    /// True for limits, whole numbers, making minutes (k beside them is drawn) and definitions: they are never sampled,
    /// their low and high are bounds.
    pub fn is_fixed(&self) -> bool {
        let id = self.id.as_str();
        let whole_or_limit = [
            "min_main",
            "elastane_max",
            "other_max",
            "trl",
            "max_lives",
            "max_lives_rental",
            "sewing_minutes",
        ];
        self.figure.mark == Mark::Definition
            || id
                .rsplit('.')
                .next()
                .is_some_and(|column| whole_or_limit.contains(&column))
    }
}
