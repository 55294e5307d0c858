//! A pathway as a network: stages, shares, gates and work lines, exactly as MODEL.md of the method states it.
//!
//! `Network<Slot>` is what a project builds, `Network<f64>` its resolved numbers; both have the same shape.

use crate::model::{ActivityId, PartId, PathwayId, PlaceId, StageId};

/// One pathway, its numbers of type `T`.
#[derive(Debug, Clone, PartialEq)]
pub struct Network<T> {
    /// Its id.
    pub id: PathwayId,
    /// The item stage that a piece enters first: a use stage, or any other for goods that were never worn.
    pub start: StageId,
    /// The most lives of one garment, the first included; `None` is no cap.
    pub max_lives: Option<u32>,
    /// Average wears of such a garment, `L_av`.
    pub average_wears: T,
    /// What the first user's hiring replaces; `None` where that user owns the garment, or nobody wears it first.
    pub hired: Option<Hired<T>>,
    /// Its stages.
    pub stages: Vec<Stage<T>>,
}

/// A first life that is hired.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hired<T> {
    /// How far a hired wear replaces an owned one, 0..1.
    pub displacement: T,
    /// Wears of one owned piece.
    pub own_wears: T,
}

/// One stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage<T> {
    /// Its id.
    pub id: StageId,
    /// What it does with what reaches it.
    pub body: Body<T>,
    /// Work done here.
    pub work: Vec<WorkLine<T>>,
}

/// What a stage does with what reaches it.
#[derive(Debug, Clone, PartialEq)]
pub enum Body<T> {
    /// The garment is whole.
    Item(Item<T>),
    /// The garment is taken apart, part by part.
    Material(Vec<Gate<T>>),
    /// Mass ends here.
    End(End<T>),
}

/// An item stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<T> {
    /// Use, return or other.
    pub role: ItemRole<T>,
    /// Where items go; shares sum to 1.
    pub exits: Vec<Exit<T>>,
    /// Where the closed shares of a last life go when no other exit is left.
    pub fallback: Option<StageId>,
    /// Return stages: work in the new garment that is avoided here; `None` is the product's own, an empty list none.
    pub new_garment: Option<Vec<GarmentWork<T>>>,
}

/// What an item stage is in the life of a garment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ItemRole<T> {
    /// Worn; wears in the first and in later lives.
    Use {
        /// Wears per visit in life 1.
        service_first: T,
        /// Wears per visit in later lives.
        service_later: T,
    },
    /// On the way back into use.
    Return {
        /// How far a wear after this return replaces a wear of a new garment, 0..1.
        displacement: T,
    },
    /// Everything else.
    Other,
}

/// One exit of an item stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Exit<T> {
    /// Stage it leads to.
    pub to: StageId,
    /// Share of what leaves.
    pub share: T,
}

/// What a material stage does with one part.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate<T> {
    /// The part.
    pub part: PartId,
    /// Share that is taken off before.
    pub removed: T,
    /// Where it goes.
    pub removed_to: Option<StageId>,
    /// Share of the rest that is taken in, 0 or 1.
    pub accepted: T,
    /// Output per intake.
    pub output_yield: T,
    /// The end that the output reaches.
    pub output_to: Option<StageId>,
    /// Where the rest of the intake goes.
    pub residue_to: Option<StageId>,
    /// Where refused mass goes.
    pub refused_to: Option<StageId>,
}

/// Where mass ends.
#[derive(Debug, Clone, PartialEq)]
pub struct End<T> {
    /// What becomes of it.
    pub class: EndClass,
    /// Recycled and downcycled ends: quality of the output against the virgin material, `Qs/Qp`, 0..1.
    pub quality: T,
    /// Recycled ends: share of the output that comes back to this product.
    pub closed_share: T,
    /// Recycled ends: work in the virgin fibre that one kg replaces, substitution included.
    pub displaces: Vec<FibreWork<T>>,
}

/// The classes of ends; every kg is in exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndClass {
    /// Reused as a component.
    Component,
    /// Recycled, same grade.
    Recycled,
    /// Recycled to a lower grade.
    Downcycled,
    /// Composted.
    Biological,
    /// Energy recovery.
    Energy,
    /// Incinerated without energy recovery.
    Incinerated,
    /// Landfilled.
    Landfilled,
    /// Exported, fate unknown.
    Exported,
    /// Litter or unknown.
    Litter,
    /// Not yet decided: counts as lost until it is.
    Undecided,
}

impl EndClass {
    /// All classes, from "stays itself" to "lost".
    pub const ALL: [Self; 10] = [
        Self::Component,
        Self::Recycled,
        Self::Downcycled,
        Self::Biological,
        Self::Energy,
        Self::Incinerated,
        Self::Landfilled,
        Self::Exported,
        Self::Litter,
        Self::Undecided,
    ];

    /// The word of the method, as it stands in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Recycled => "recycled",
            Self::Downcycled => "downcycled",
            Self::Biological => "biological",
            Self::Energy => "energy",
            Self::Incinerated => "incinerated",
            Self::Landfilled => "landfilled",
            Self::Exported => "exported",
            Self::Litter => "litter",
            Self::Undecided => "undecided",
        }
    }

    /// True for ends that are reached only as the output of a gate.
    pub const fn is_output(self) -> bool {
        matches!(
            self,
            Self::Component | Self::Recycled | Self::Downcycled | Self::Biological
        )
    }

    /// True for outputs whose intake counts as taken in for recycling.
    pub const fn is_recycling(self) -> bool {
        matches!(self, Self::Recycled | Self::Downcycled)
    }

    /// True for outputs that a second gate must not credit again.
    pub const fn is_credited(self) -> bool {
        matches!(self, Self::Component | Self::Recycled | Self::Downcycled)
    }
}

/// Work in one kg of virgin fibre.
#[derive(Debug, Clone, PartialEq)]
pub struct FibreWork<T> {
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// Hours per kg of recycled output.
    pub hours_per_kg: T,
}

/// One line of work at a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkLine<T> {
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// What the hours are counted per.
    pub basis: Basis,
    /// Hours per piece or per kg.
    pub hours: T,
}

/// What hours are counted per.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Per piece that passes.
    Piece,
    /// Per kg that passes, is taken in, or ends here.
    Kg,
    /// Per kg given out.
    KgOut,
}

/// Work in one new garment, stage by stage.
#[derive(Debug, Clone, PartialEq)]
pub struct GarmentWork<T> {
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// Hours per new piece.
    pub hours_per_piece: T,
}

/// One part of the product as the circularity formulas need it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartNumbers<T> {
    /// Its id.
    pub id: PartId,
    /// Mass in the finished piece, kg.
    pub mass_kg: T,
    /// Recycled share from textile waste.
    pub f_r_textile: T,
    /// Recycled share from other waste.
    pub f_r_other: T,
    /// Reused share.
    pub f_u: T,
    /// Sustained-production share.
    pub f_s: T,
    /// Efficiency of the recycling behind the recycled shares.
    pub e_f: T,
}

/// Everything that the results of one pathway against its baseline are computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct ResolvedModel<T> {
    /// Pieces sold in a year.
    pub pieces_per_year: f64,
    /// Bought fabric and trims per piece, kg.
    pub gross_kg: T,
    /// The parts.
    pub parts: Vec<PartNumbers<T>>,
    /// The pathway.
    pub pathway: Network<T>,
    /// The pathway that gains and losses are counted against.
    pub baseline: Network<T>,
    /// Hours of one full-time job, by place.
    pub hours_per_fte: Vec<(PlaceId, T)>,
    /// Work in one new garment.
    pub new_garment: Vec<GarmentWork<T>>,
}
