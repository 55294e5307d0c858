//! Activities: work per 1000 t by region, and the quality of that work.

use super::column::complete;
use super::places::Place;
use super::{Domain, Factor, Figure, read};
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
    pub figure: Figure,
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
    pub women: Figure,
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
    pub(super) fn factors(&mut self, places: &[Place]) -> Vec<Factor> {
        let Self {
            id,
            name,
            per,
            factors,
            ..
        } = self;
        let unit = format!("FTE per 1000 t {per}");
        let make = |work: &mut RegionalWork| {
            work.region.clone_into(&mut work.figure.change().region);
            complete(&mut work.figure, &unit, "");
            let region = region_name(&work.region, places);
            Factor::new(
                work.factor_id(id),
                Name::new(
                    format!("{}, {}: work", name.en, region.en),
                    format!("{}（{}）：用工", name.zh, region.zh),
                ),
                Domain::Positive,
                &work.figure,
            )
        };
        factors.iter_mut().map(make).collect()
    }
}

/// What a figure holds for in words: its place, and the setting behind it.
fn region_name(region: &str, places: &[Place]) -> Name {
    const SETTINGS: [(&str, &str, &str); 5] = [
        ("manual", "by hand", "人工"),
        ("store", "in shops", "门店"),
        ("allgoods", "all goods", "各类商品"),
        ("market", "market", "市场"),
        ("online_managed", "managed online", "线上代管"),
    ];
    let place = |id: &str| places.iter().find(|place| place.id.as_str() == id);
    let setting = |id: &str| SETTINGS.iter().find(|(own, ..)| *own == id);
    if let Some(place) = place(region) {
        return place.name.clone();
    }
    if let Some((_, en, zh)) = setting(region) {
        return Name::new(*en, *zh);
    }
    let split = region.split_once('_').and_then(|(first, last)| {
        let near = place(first).zip(setting(last));
        near.or_else(|| place(last).zip(setting(first)))
    });
    split.map_or_else(
        || Name::new(region, region),
        |(place, (_, en, zh))| {
            Name::new(
                format!("{}, {en}", place.name.en),
                format!("{}，{zh}", place.name.zh),
            )
        },
    )
}

impl WorkQuality {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        complete(&mut self.women, "share", "");
        vec![Factor::new(
            FactorId::from(format!("quality.{}.women", self.id)),
            Name::new(
                format!("{}: women's share", self.name.en),
                format!("{}：女性占比", self.name.zh),
            ),
            Domain::Share,
            &self.women,
        )]
    }
}
