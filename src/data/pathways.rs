//! Presets of stages and pathways: named things to add, each share of them a share of the library.
//!
//! Invariant: no figure stands here; an exit names the factor that it takes, or takes of what is left.

use super::{Library, read};
use crate::model::{EndKind, FactorId, Name, PathwayId, PlaceId, RouteId, StageKind, StageKindId};
use serde::Deserialize;

/// Both tables.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PathwayFile {
    pub(super) stages: Vec<StagePreset>,
    pub(super) pathways: Vec<PathwayPreset>,
}

/// A stage to add, with where it usually leads.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StagePreset {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// True where the stage bears this name; else it is called by what happens there.
    #[serde(default)]
    pub named: bool,
    /// Where it stands in the list.
    pub group: StageGroup,
    /// What happens there.
    pub kind: PresetKind,
    /// Where its work is done; none for where the pathway lies.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub place: Option<PlaceId>,
    /// What it is, in one line.
    #[serde(deserialize_with = "read::name")]
    pub about: Name,
    /// Where whole garments go from here.
    #[serde(default)]
    pub exits: Vec<PresetExit>,
    /// Where what is left goes: the last life, or refused mass.
    #[serde(default)]
    pub fallback: Option<String>,
    /// Where residue of a route goes.
    #[serde(default)]
    pub residue: Option<String>,
    /// The shares with which it is usually reached.
    #[serde(default)]
    pub usual: Vec<UsualShare>,
}

/// Groups of the list of stages, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum StageGroup {
    /// Use it again.
    Again,
    /// Let go of it, collect and sort.
    Collect,
    /// Take it apart.
    Recycle,
    /// Where mass ends.
    End,
    /// Where it is worn.
    Worn,
}

impl StageGroup {
    /// All groups in the order of the list.
    pub const ALL: [Self; 5] = [Self::Again, Self::Collect, Self::Recycle, Self::End, Self::Worn];
}

/// What happens at a stage that is not there yet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum PresetKind {
    /// The garment is whole: this kind of the table.
    Item(String),
    /// Taken apart on this route.
    Route(String),
    /// Taken apart on the one of these routes that takes most of the product; the first where none is better.
    BestRoute(Vec<String>),
    /// Ended.
    End(PresetEnd),
}

/// Ends, as they are written in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum PresetEnd {
    /// Burnt with energy recovery.
    EnergyRecovery,
    /// Refuse-derived fuel.
    RefuseDerivedFuel,
    /// Burnt without energy recovery.
    Incineration,
    /// Buried.
    Landfill,
    /// Exported, fate unknown.
    Exported,
    /// Litter or unknown.
    Litter,
    /// Not yet decided.
    Undecided,
}

impl PresetKind {
    /// The routes that it may be; none where garments stay whole or mass ends.
    pub fn routes(&self) -> &[String] {
        match self {
            Self::Route(route) => std::slice::from_ref(route),
            Self::BestRoute(routes) => routes,
            _ => &[],
        }
    }

    /// True where `kind` happens there, on any of the routes.
    pub fn is(&self, kind: &StageKind) -> bool {
        match (self, kind) {
            (Self::Item(id), StageKind::Item(item)) => item.id.as_str() == id,
            (Self::End(end), StageKind::End(kind)) => end.kind() == *kind,
            (_, StageKind::Material(route)) => self.routes().iter().any(|known| known == route.as_str()),
            _ => false,
        }
    }

    /// What happens there, with `best` choosing among routes.
    pub fn stage_kind(&self, library: &Library, best: impl FnOnce(&[String]) -> RouteId) -> StageKind {
        match self {
            Self::Item(id) => library.item_kind(id),
            Self::Route(_) | Self::BestRoute(_) => StageKind::Material(best(self.routes())),
            Self::End(end) => StageKind::End(end.kind()),
        }
    }
}

impl PresetEnd {
    const fn kind(self) -> EndKind {
        match self {
            Self::EnergyRecovery => EndKind::EnergyRecovery,
            Self::RefuseDerivedFuel => EndKind::RefuseDerivedFuel,
            Self::Incineration => EndKind::Incineration,
            Self::Landfill => EndKind::Landfill,
            Self::Exported => EndKind::Exported,
            Self::Litter => EndKind::Litter,
            Self::Undecided => EndKind::Undecided,
        }
    }
}

/// The stage that a piece enters first, as the target of an exit.
pub const START: &str = "start";

/// One exit of a preset.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetExit {
    /// The stage preset that it leads to, or [`START`].
    pub to: String,
    /// The share of the library that it takes.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub share: Option<FactorId>,
    /// True for what comes back after a hired cycle: 1 − wears of a cycle / wears of the kind, at most 0.98, so that a piece
    /// gives in all cycles together the wears of its kind; `share` where the kind has none.
    #[serde(default)]
    pub hired: bool,
    /// The share of the library in whose proportion it takes of what is left; all that is left where neither stands.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub rest: Option<FactorId>,
}

/// The share with which a stage is usually reached.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualShare {
    /// From a stage of this kind of the table.
    #[serde(deserialize_with = "read::id")]
    pub from: StageKindId,
    /// The share of the library.
    #[serde(deserialize_with = "read::id")]
    pub share: FactorId,
}

/// A whole pathway to add.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathwayPreset {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Where its work is done; none for where the product is used.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub place: Option<PlaceId>,
    /// The stage preset that a piece enters first.
    pub start: String,
    /// The assumption on the most lives.
    #[serde(deserialize_with = "read::id")]
    pub lives: FactorId,
    /// Whether a new product begins with it.
    #[serde(default)]
    pub offer: Option<Offer>,
    /// What it is, in one line.
    #[serde(deserialize_with = "read::name")]
    pub about: Name,
    /// Stages that lead elsewhere than their presets do.
    pub exits: Vec<PresetExits>,
}

/// How a new product begins with a pathway.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The id that it gets.
    #[serde(deserialize_with = "read::id")]
    pub id: PathwayId,
    /// The stage preset that it is about: it is offered where that one takes the main part of the product.
    #[serde(default)]
    pub main: Option<String>,
}

/// Exits of one stage of a pathway preset.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetExits {
    /// The stage preset.
    pub of: String,
    /// The stage preset whose exits and fallback it takes.
    #[serde(default)]
    pub like: Option<String>,
    /// Its exits.
    #[serde(default)]
    pub to: Vec<PresetExit>,
    /// Where what is left goes; as in the stage preset where none is named.
    #[serde(default)]
    pub fallback: Option<String>,
}
