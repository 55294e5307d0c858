//! Building the networks: project × library → slots, parts, one network per pathway, and what was odd on the way.

mod factors;
mod garment;
mod gates;
mod material;
mod product;
mod sewing;
mod stages;

pub use factors::{LineFactor, effective, typed_figure};
pub use garment::{MadeMass, RETAIL};
pub use gates::{GateAnswer, LEAST_OUTPUT, LIMITS, MOST_CUT_AWAY, Yields, answer, feed, output_share, rule};
pub use product::{Chain, ProductMasses, efficiency, feedstock};
pub use sewing::{MinutesAs, SEWING, SewnPiece};

use super::network::{GarmentWork, Network, PartNumbers, WorkLine};
use super::notice::Notice;
use super::slot::{Slot, Slots};
use crate::data::Library;
use crate::model::{ActivityId, PlaceId, Project, RouteId, StageId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that a project says to the engine.
#[derive(Debug, Clone, Default)]
pub struct Built {
    /// The formulas behind all numbers.
    pub slots: Slots,
    /// The parts.
    pub parts: Vec<PartNumbers<Slot>>,
    /// Masses of the product from fibre to garment.
    pub masses: ProductMasses,
    /// One network per pathway, in the order of the project.
    pub networks: Vec<Network<Slot>>,
    /// Work that moved from home and is in no line, pathway by pathway.
    pub moved: Vec<Vec<(StageId, WorkLine<Slot>)>>,
    /// What the gates answered, pathway by pathway; in an assessment only of pathways without an answer, for those of the
    /// others are among their figures.
    pub gates: Vec<Vec<GateAnswer>>,
    /// Work in one new garment.
    pub new_garment: Vec<GarmentWork<Slot>>,
    /// The masses that this work is done on, also where no factor of its hours was found.
    pub made: Vec<MadeMass>,
    /// The factor behind each line of work.
    pub line_factors: BTreeMap<(ActivityId, PlaceId), LineFactor>,
    /// Sewing of one piece, by the place where it is sewn; none where it is counted per kg.
    pub sewn: BTreeMap<PlaceId, SewnPiece>,
    /// Hours of a full-time job today, by place: what hours are divided by to say jobs.
    pub hours_per_fte: BTreeMap<PlaceId, Slot>,
    /// What was odd about the product or the library.
    pub notices: Vec<Notice>,
    /// What was odd about each pathway.
    pub pathway_notices: Vec<Vec<Notice>>,
}

/// A network under construction.
struct Builder<'a> {
    project: &'a Project,
    library: &'a Library,
    slots: Slots,
    notices: Vec<Notice>,
    made: Vec<MadeMass>,
    line_factors: BTreeMap<(ActivityId, PlaceId), LineFactor>,
    hours_per_fte: BTreeMap<PlaceId, Slot>,
    /// Mass of the finished piece, once it is known.
    piece: Option<Slot>,
    sewn: BTreeMap<PlaceId, SewnPiece>,
    /// Work in one new garment, once it is known.
    garment: Vec<GarmentWork<Slot>>,
    /// What each route does with each part.
    judged: BTreeMap<RouteId, Arc<[gates::Judged]>>,
    /// Work of the pathway in hand that moved from home and is in no line.
    moved: Vec<(StageId, WorkLine<Slot>)>,
}

/// Builds everything that `project` says with the figures of `library`.
pub fn build(project: &Project, library: &Library) -> Built {
    let mut builder = Builder {
        project,
        library,
        slots: Slots::default(),
        notices: Vec::new(),
        made: Vec::new(),
        line_factors: BTreeMap::new(),
        hours_per_fte: BTreeMap::new(),
        piece: None,
        sewn: BTreeMap::new(),
        garment: Vec::new(),
        judged: BTreeMap::new(),
        moved: Vec::new(),
    };
    builder.check_overrides();
    let (parts, masses) = builder.product();
    builder.piece = masses.product;
    let new_garment = builder.new_garment(&masses);
    builder.garment.clone_from(&new_garment);
    let product_notices = std::mem::take(&mut builder.notices);
    let mut built = Built {
        parts,
        masses,
        new_garment,
        notices: product_notices,
        ..Built::default()
    };
    for pathway in &project.pathways {
        let (network, gates) = builder.pathway(pathway);
        built.networks.push(network);
        built.moved.push(std::mem::take(&mut builder.moved));
        built.gates.push(gates);
        let mut notices = std::mem::take(&mut builder.notices);
        dedup(&mut notices);
        built.pathway_notices.push(notices);
    }
    let places: Vec<PlaceId> = builder
        .line_factors
        .keys()
        .map(|(_, place)| place.clone())
        .collect();
    for place in places {
        let slot = builder.hours_of_job(&place);
        built.hours_per_fte.insert(place, slot);
    }
    dedup(&mut built.notices);
    built.slots = builder.slots;
    built.made = builder.made;
    built.sewn = builder.sewn;
    built.line_factors = builder.line_factors;
    built
}

fn dedup(notices: &mut Vec<Notice>) {
    let mut kept: Vec<Notice> = Vec::with_capacity(notices.len());
    for notice in notices.drain(..) {
        if !kept.contains(&notice) {
            kept.push(notice);
        }
    }
    *notices = kept;
}

impl Builder<'_> {
    fn check_overrides(&mut self) {
        for factor in self.project.overrides.keys() {
            if !self.library.knows(factor) {
                self.notices.push(Notice::UnknownOverride(factor.clone()));
            }
        }
    }
}
