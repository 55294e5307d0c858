//! Fibres: polymers, and apart from them the figures on their feedstock.

use super::column::{Column, Row};
use super::{Factor, Figure, read};
use crate::model::{ActivityId, FibreId, Name, PlaceId};
use serde::Deserialize;

/// One fibre, or a material of hard parts or coatings.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fibre {
    /// Its id.
    #[serde(deserialize_with = "read::id")]
    pub id: FibreId,
    /// Its name; in Chinese the label form, with the trade form in brackets.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Short code, empty where none is usual.
    #[serde(default)]
    pub code: String,
    /// Polymer.
    pub polymer: String,
    /// The cycle that its matter belongs to.
    pub cycle: Cycle,
    /// A material of hard parts, not a fibre.
    #[serde(default)]
    pub hard: bool,
    /// A coating or membrane, not a fibre.
    #[serde(default)]
    pub coating: bool,
    /// What it suits at first look.
    pub suits: Suits,
    /// The activity that stands for making it from virgin matter; none: no factor found, never zero.
    #[serde(default)]
    pub virgin_work: Option<VirginWork>,
    /// Share of the world's supply that is recycled.
    #[serde(default)]
    pub recycled_available: Option<Figure>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// The cycle that matter belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Cycle {
    /// Grown.
    Biological,
    /// From oil or ore.
    Technical,
    /// Not known.
    Mixed,
}

/// What a fibre suits at first look; judged, and never what decides: the route's rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suits {
    /// Tearing to fibre.
    pub tearing: Fit,
    /// Melting and spinning again.
    pub melting: Fit,
    /// Depolymerising.
    pub chemical: Fit,
    /// Dissolving to pulp.
    pub pulping: Fit,
    /// Composting.
    pub composting: Fit,
}

/// How well something suits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Fit {
    /// Well.
    Yes,
    /// With limits.
    Limited,
    /// Not at all.
    No,
}

/// Whose hours stand for making a virgin fibre.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VirginWork {
    /// The activity.
    #[serde(deserialize_with = "read::id")]
    pub activity: ActivityId,
    /// The place whose figure is used wherever the fibre is made; the place of making where none is given.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub place: Option<PlaceId>,
    /// True where another fibre's activity stands in.
    #[serde(default)]
    pub proxy: bool,
}

/// Figures on one feedstock of a fibre: recycled or organic.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedstockFigure {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// The fibre that it becomes.
    #[serde(deserialize_with = "read::id")]
    pub fibre: FibreId,
    /// Where it comes from.
    pub origin: FeedOrigin,
    /// Share that is recycled, as the table of the source reads it.
    #[serde(default)]
    pub recycled_available: Option<Figure>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// Where a feedstock comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum FeedOrigin {
    /// Grown or made new.
    Virgin,
    /// Production waste of textiles (废纺织品).
    TextilePreConsumer,
    /// Worn textiles (旧纺织品).
    TextilePostConsumer,
    /// Textiles of either kind (废旧纺织品).
    Textile,
    /// Other waste, such as bottles.
    OtherWaste,
}

const AVAILABLE: Column = Column::share(
    "recycled_available",
    "recycled share of supply",
    "循环再利用供应占比",
);

impl Fibre {
    /// True for what a composition label can name: no hard part, no coating.
    pub fn is_textile(&self) -> bool {
        !self.hard && !self.coating
    }

    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let row = Row {
            table: "fibre",
            id: self.id.as_str(),
            name: &self.name,
            note: &self.note,
        };
        row.maybe(AVAILABLE, &mut self.recycled_available)
            .into_iter()
            .collect()
    }
}

impl FeedstockFigure {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let row = Row {
            table: "feedstock",
            id: &self.id,
            name: &self.name,
            note: &self.note,
        };
        row.maybe(AVAILABLE, &mut self.recycled_available)
            .into_iter()
            .collect()
    }
}
