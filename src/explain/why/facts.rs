//! Every number of one side, apart by the driver that it belongs to.
//!
//! Invariant: each field belongs to exactly one driver, so that a mix takes it whole from one side or the other; a mix
//! that takes all from one side is that side.

use super::{Driver, Drivers};
use crate::flow::network::{Exit, FibreWork, GarmentWork, PartNumbers, WorkLine};
use crate::model::{ActivityId, PlaceId, StageId};
use std::collections::BTreeMap;

/// A kind of work in a new garment; with the place where the fibre fixes it.
pub(super) type MakingTask = (ActivityId, Option<PlaceId>);

/// All numbers of one side; lists have the order of the [`super::model::Frame`].
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Facts {
    /// What goes in.
    pub materials: Materials,
    /// What is lost in making.
    pub losses: Losses,
    /// Trims that come off by hand before a route; belongs to the gates.
    pub trims: f64,
    /// Hours that do not stand at a stage.
    pub labour: Labour,
    /// The pathway and its baseline.
    pub ways: [WayFacts; 2],
}

/// The product as it is sold.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Materials {
    /// Pieces sold in a year.
    pub pieces_per_year: f64,
    /// The parts with their feedstock; without mass where the side does not have one.
    pub parts: Vec<PartNumbers<f64>>,
    /// Masses that the work in a new garment is done on, before losses, kg.
    pub made: Vec<f64>,
}

/// Mass before per mass after all losses.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Losses {
    /// Bought per finished mass of each part.
    pub bought: Vec<f64>,
    /// The same for each mass that is worked on.
    pub made: Vec<f64>,
}

/// Hours that do not stand at a stage.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Labour {
    /// Hours of a full-time job.
    pub per_fte: BTreeMap<PlaceId, f64>,
    /// Where each kind of work in a new garment is done, and its hours per kg.
    pub made: BTreeMap<MakingTask, (PlaceId, f64)>,
}

/// One network.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WayFacts {
    /// How long a garment lives.
    pub lifetime: Lives,
    /// Where a sold piece enters; belongs to the sorting split.
    pub start: StageId,
    /// Places that count as here; belongs to the sorting split, as the start does.
    pub here: Vec<PlaceId>,
    /// Wears of one owned piece where the first life is hired; belongs to the sorting split, as the start does.
    pub own_wears: Option<f64>,
    /// How far a hired wear of the first life replaces an owned one; belongs to the displacement.
    pub displacement_first: f64,
    /// Its stages.
    pub stages: Vec<StageFacts>,
}

/// How long a garment lives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lives {
    /// Average wears of such a garment.
    pub average_wears: f64,
    /// The most lives.
    pub max: Option<u32>,
}

/// One stage; fields that its shape does not have are empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct StageFacts {
    /// Wears per visit, in the first and in later lives.
    pub lifetime: (f64, f64),
    /// Exits that decide whether a garment is collected, as shares of [`Routing::rest`].
    pub collection: Vec<Exit<f64>>,
    /// All other ways.
    pub sorting: Routing,
    /// For each part: share taken off, share of the rest taken in.
    pub gates: Vec<(f64, f64)>,
    /// What comes out.
    pub yields: Yields,
    /// How far a wear after this return replaces a wear of a new garment.
    pub displacement: f64,
    /// Hours.
    pub labour: StageLabour,
}

/// The ways out of a stage.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Routing {
    /// Exits with their shares.
    pub exits: Vec<Exit<f64>>,
    /// Share that the collection exits divide.
    pub rest: f64,
    /// Where the closed shares of a last life go.
    pub fallback: Option<StageId>,
    /// For each part: where the mass goes that is taken off, given out, left over, refused.
    pub targets: Vec<[Option<StageId>; 4]>,
}

/// What comes out of a route.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Yields {
    /// Output per intake of each part.
    pub outputs: Vec<f64>,
    /// At an end: quality of what comes.
    pub quality: f64,
    /// At an end: share of it that comes back to this product.
    pub closed_share: f64,
}

/// Hours at a stage.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct StageLabour {
    /// Work lines; of a disassembly per trim.
    pub lines: Vec<WorkLine<f64>>,
    /// Work in the virgin fibre that one kg replaces.
    pub displaces: Vec<FibreWork<f64>>,
    /// Work in the new garment that is avoided here, where it is not the product's own.
    pub new_garment: Option<Vec<GarmentWork<f64>>>,
}

impl Facts {
    /// The mix that takes the drivers `from_b` from `b` and all others from `a`.
    pub(super) fn mix(a: &Self, b: &Self, from_b: Drivers) -> Self {
        let [a_way, a_base] = &a.ways;
        let [b_way, b_base] = &b.ways;
        Self {
            materials: from_b
                .pick(Driver::MaterialsIn, &a.materials, &b.materials)
                .clone(),
            losses: from_b.pick(Driver::Losses, &a.losses, &b.losses).clone(),
            trims: *from_b.pick(Driver::Gates, &a.trims, &b.trims),
            labour: from_b.pick(Driver::LabourFactors, &a.labour, &b.labour).clone(),
            ways: [
                WayFacts::mix(a_way, b_way, from_b),
                WayFacts::mix(a_base, b_base, from_b),
            ],
        }
    }

    /// The drivers in which the two sides differ at all.
    pub(super) fn differing(a: &Self, b: &Self) -> Vec<Driver> {
        let differs = |driver: &Driver| Self::mix(a, b, Drivers::NONE.with(*driver)) != *a;
        Driver::ALL.into_iter().filter(differs).collect()
    }
}

impl WayFacts {
    fn mix(a: &Self, b: &Self, from_b: Drivers) -> Self {
        let stages = a.stages.iter().zip(&b.stages);
        Self {
            lifetime: *from_b.pick(Driver::Lifetime, &a.lifetime, &b.lifetime),
            start: from_b.pick(Driver::SortingSplit, &a.start, &b.start).clone(),
            here: from_b.pick(Driver::SortingSplit, &a.here, &b.here).clone(),
            own_wears: *from_b.pick(Driver::SortingSplit, &a.own_wears, &b.own_wears),
            displacement_first: *from_b.pick(
                Driver::Displacement,
                &a.displacement_first,
                &b.displacement_first,
            ),
            stages: stages.map(|(a, b)| StageFacts::mix(a, b, from_b)).collect(),
        }
    }
}

impl StageFacts {
    fn mix(a: &Self, b: &Self, from_b: Drivers) -> Self {
        Self {
            lifetime: *from_b.pick(Driver::Lifetime, &a.lifetime, &b.lifetime),
            collection: from_b
                .pick(Driver::Collection, &a.collection, &b.collection)
                .clone(),
            sorting: from_b.pick(Driver::SortingSplit, &a.sorting, &b.sorting).clone(),
            gates: from_b.pick(Driver::Gates, &a.gates, &b.gates).clone(),
            yields: from_b.pick(Driver::Yields, &a.yields, &b.yields).clone(),
            displacement: *from_b.pick(Driver::Displacement, &a.displacement, &b.displacement),
            labour: from_b.pick(Driver::LabourFactors, &a.labour, &b.labour).clone(),
        }
    }
}
