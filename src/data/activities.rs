//! Activities: work per 1000 t by region, and the quality of that work.

use super::column::complete;
use super::{Domain, Factor, Sourced, read};
use crate::model::{ActivityId, FactorId, Name, PlaceId};
use serde::Deserialize;

/// One kind of work.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its id.
    #[serde(deserialize_with = "read::id")]
    pub id: ActivityId,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Whether it is part of a circular or a linear economy.
    pub kind: WorkKind,
    /// What the tonnes count, in words (English): "sorted".
    pub per: String,
    /// Whether suppliers are counted in.
    #[serde(default)]
    pub scope: Scope,
    /// True where its figures are for comparison only and never used: bundles, and work that is counted per piece.
    #[serde(default)]
    pub cross_check: bool,
    /// The row of [`WorkQuality`] that describes it, where one does.
    #[serde(default)]
    pub quality: Option<String>,
    /// Its figures by region; none means that no factor was found.
    #[serde(default)]
    pub factors: Vec<RegionalWork>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// Kinds of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum WorkKind {
    /// Circular work itself.
    Core,
    /// Work that makes it possible.
    Enabling,
    /// Work of the linear chain.
    Linear,
}

/// Whether suppliers are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
pub enum Scope {
    /// The work itself.
    #[default]
    Direct,
    /// With suppliers.
    DirectAndIndirect,
}

/// The work of one activity in one region.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionalWork {
    /// Last part of the factor's id: a place, or a place and a setting.
    pub region: String,
    /// The place that the figure holds for; one without is shown but never picked by itself.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub place: Option<PlaceId>,
    /// Full-time equivalents per 1000 t.
    pub figure: Sourced<f64>,
}

impl RegionalWork {
    /// The id of its factor: `work.sorting.CN`.
    pub fn factor_id(&self, activity: &ActivityId) -> FactorId {
        FactorId::from(format!("work.{activity}.{}", self.region))
    }
}

/// Quality of one kind of work: ranges to ask the partner about, not findings.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkQuality {
    /// Its id.
    pub id: String,
    /// The work in words.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Main occupations, ISCO-08 codes.
    pub isco_08: Vec<String>,
    /// Shares of ISCO-08 skill levels 1 to 4; they sum to 1.
    pub skill: [f64; 4],
    /// Share of women; its grade and sources hold for the whole row.
    pub women: Sourced<f64>,
    /// Shares of informal work, for the places where a figure was found.
    pub informal: Vec<Informal>,
    /// Hazards, separated by semicolons.
    #[serde(deserialize_with = "read::name")]
    pub hazards: Name,
    /// Whether a sewing operator can move over to it.
    pub from_sewing: Move,
    /// Least and most weeks of training for that move.
    pub training_weeks: (f64, f64),
}

/// Share of informal work at some places.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Informal {
    /// The places, with those whose parent one of them is.
    #[serde(deserialize_with = "read::ids")]
    pub places: Vec<PlaceId>,
    /// The share.
    pub share: f64,
}

/// Whether a sewing operator can move over to the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Move {
    /// It is sewing.
    Same,
    /// Yes.
    Yes,
    /// With training.
    WithTraining,
    /// Hardly.
    Hardly,
}

impl Activity {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let Self {
            id,
            name,
            per,
            factors,
            ..
        } = self;
        let unit = format!("FTE per 1000 t {per}");
        let make = |work: &mut RegionalWork| {
            work.region.clone_into(&mut work.figure.region);
            complete(&mut work.figure, &unit, "");
            Factor {
                id: work.factor_id(id),
                name: Name::new(
                    format!("{}, {}: work", name.en, work.region),
                    format!("{}（{}）：用工", name.zh, work.region),
                ),
                domain: Domain::Positive,
                figure: work.figure.clone(),
            }
        };
        factors.iter_mut().map(make).collect()
    }
}

impl WorkQuality {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        complete(&mut self.women, "share", "");
        vec![Factor {
            id: FactorId::from(format!("quality.{}.women", self.id)),
            name: Name::new(
                format!("{}: women's share", self.name.en),
                format!("{}：女性占比", self.name.zh),
            ),
            domain: Domain::Share,
            figure: self.women.clone(),
        }]
    }
}
