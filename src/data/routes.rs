//! Routes: what a garment that is taken apart can become, behind which limits, and with what work.

use super::column::{Column, Row};
use super::{Factor, Figure, read};
use crate::model::{ActivityId, FibreId, Name, RouteId};
use serde::{Deserialize, Deserializer};

/// A limit of a feedstock rule: `value` is the limit, the more permissive of low and high the bound; never sampled.
pub type Limit = Figure;

/// One recycling or disposal route.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Its id.
    #[serde(deserialize_with = "read::id")]
    pub id: RouteId,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Its name where there is little room: at most 20 letters, 6 Chinese characters.
    #[serde(deserialize_with = "read::name")]
    pub short: Name,
    /// What kind of end its output is.
    pub class: RouteClass,
    /// What it is fed with, in words (English).
    pub feed: String,
    /// Fibres that it wants.
    pub targets: FibreSet,
    /// Fibres that come out of it.
    pub outputs: FibreSet,
    /// Least share of `targets` in a part.
    pub min_main: Limit,
    /// Most elastane in a part, share.
    pub elastane_max: Limit,
    /// Most of other fibres in a part, share.
    pub other_max: Limit,
    /// What it asks of zips, buttons and rivets.
    pub hard_parts: HardParts,
    /// Whether it takes coated or laminated cloth.
    pub coatings: Tolerance,
    /// Whether it takes printed cloth.
    pub prints: Tolerance,
    /// Output per kg of accepted feedstock, share.
    pub recovery: Figure,
    /// Virgin fibre that one kg of output replaces, share.
    pub quality: Figure,
    /// Most of its output in a new yarn, share.
    pub max_share_new_yarn: Figure,
    /// Technology readiness level, 1 to 9.
    pub trl: Figure,
    /// The work that it takes (judged mapping).
    #[serde(default)]
    pub work: Vec<RouteWork>,
    /// Making of virgin fibre and yarn that one kg of output replaces; fibre to fibre only (judged mapping).
    #[serde(default, deserialize_with = "read::ids")]
    pub displaces: Vec<ActivityId>,
    /// True where `displaces` stands in for another fibre's making.
    #[serde(default)]
    pub displaces_by_proxy: bool,
    /// How far it is used, in words (English).
    pub status: String,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// What kind of end a route's output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum RouteClass {
    /// Back to apparel fibre.
    FibreToFibre,
    /// Parts live on as parts.
    ComponentReuse,
    /// Lower grade: wiping cloths, felt.
    Downcycle,
    /// Composted.
    Biological,
    /// Burnt with use of the energy.
    Energy,
    /// Disposed of.
    Disposal,
}

/// A set of fibres.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FibreSet {
    /// All fibres.
    Any,
    /// These fibres.
    Only(Vec<FibreId>),
}

impl FibreSet {
    /// True where the fibre belongs to the set.
    pub fn contains(&self, fibre: &FibreId) -> bool {
        match self {
            Self::Any => true,
            Self::Only(list) => list.contains(fibre),
        }
    }

    /// The fibres that are named; empty for "any".
    pub fn named(&self) -> &[FibreId] {
        match self {
            Self::Any => &[],
            Self::Only(list) => list,
        }
    }
}

impl<'de> Deserialize<'de> for FibreSet {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        enum Text {
            Any,
            Only(Vec<String>),
        }
        Ok(match Text::deserialize(reader)? {
            Text::Any => Self::Any,
            Text::Only(list) => Self::Only(list.into_iter().map(FibreId::from).collect()),
        })
    }
}

/// What a route asks of hard parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum HardParts {
    /// They must be off: cloth is cut away around each that stays on.
    MustRemove,
    /// Taken off by machine on the route.
    AutoOrManual,
    /// None is taken off: cloth is cut away around each.
    CutAway,
    /// Taken as they are.
    Any,
}

/// How far a route takes a finish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Tolerance {
    /// Accepted.
    Yes,
    /// Accepted with a lower yield.
    Limited,
    /// Accepted with a lower yield; the operator asks to avoid it.
    Avoid,
    /// Refused.
    No,
}

/// One line of work of a route.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteWork {
    /// The activity whose factor is used.
    #[serde(deserialize_with = "read::id")]
    pub activity: ActivityId,
    /// What the factor is multiplied with.
    pub basis: WorkBasis,
    /// The work without a figure of its own that the activity stands in for.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub proxy_for: Option<ActivityId>,
}

/// What a factor of work is multiplied with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum WorkBasis {
    /// Kg of feedstock taken in.
    Kg,
    /// Kg of output given out.
    KgOut,
    /// Kg of output × hours of sewing per kg × `assumption.remanufacture_multiple`.
    MultipleOfSewing,
}

impl Route {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let row = Row {
            table: "route",
            id: self.id.as_str(),
            name: &self.name,
            note: &self.note,
        };
        vec![
            row.factor(Column::share("recovery", "yield", "得率"), &mut self.recovery),
            row.factor(
                Column::share("quality", "substitution of virgin fibre", "替代率"),
                &mut self.quality,
            ),
            row.factor(
                Column::share("max_share_new_yarn", "most in a new yarn", "新纱中最高占比"),
                &mut self.max_share_new_yarn,
            ),
            row.factor(
                Column::positive("trl", "technology readiness", "技术成熟度", "level 1 to 9"),
                &mut self.trl,
            ),
            row.factor(
                Column::share("min_main", "least share of wanted fibres", "目标纤维下限"),
                &mut self.min_main,
            ),
            row.factor(
                Column::share("elastane_max", "most elastane", "氨纶上限"),
                &mut self.elastane_max,
            ),
            row.factor(
                Column::share("other_max", "most other fibres", "其他纤维上限"),
                &mut self.other_max,
            ),
        ]
    }
}
