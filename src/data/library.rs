//! The whole library: tables for reading, factors for reckoning.
//!
//! Invariant: every figure of a table is also a factor under its dotted id, and both are the same.

use super::late::Late;
use super::pathways::PathwayFile;
use super::places::neutral_hours;
use super::texts::{LibraryError, Texts, Written};
use super::{
    Activity, Assumption, Factor, FeedOrigin, FeedstockFigure, Fibre, Kind, MoveRow, PathwayPreset, Place,
    Process, Region, Reuse, Route, Rule, SharePreset, Source, StageKindRow, StagePreset, Trim, WorkQuality,
};
use crate::model::{ActivityId, FactorId, FibreId, KindId, Origin, PlaceId, ProcessId, RouteId, SourceId};
use crate::quantity::Quantity;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use std::sync::OnceLock;

/// The reference library.
#[derive(Debug, Clone, PartialEq)]
pub struct Library {
    /// Fibres and materials.
    pub fibres: Vec<Fibre>,
    /// Figures on recycled and organic feedstock.
    pub feedstocks: Vec<FeedstockFigure>,
    /// Recycling and disposal routes.
    pub routes: Vec<Route>,
    /// Kinds of garment.
    pub kinds: Vec<Kind>,
    /// Making processes.
    pub processes: Vec<Process>,
    /// Kinds of work.
    pub activities: Vec<Activity>,
    /// Quality of that work.
    pub qualities: Vec<WorkQuality>,
    /// Displacement by reuse.
    pub reuse: Vec<Reuse>,
    /// Places of work and use.
    pub places: Vec<Place>,
    /// Published figures by region.
    pub regions: Late<Region>,
    /// Presets of pathway shares.
    pub shares: Late<SharePreset>,
    /// Kinds of stages where the garment is whole.
    pub stage_kinds: Vec<StageKindRow>,
    /// Named stages to add.
    pub stage_presets: Late<StagePreset>,
    /// Pathways to add.
    pub pathway_presets: Late<PathwayPreset>,
    /// Assumptions of the method.
    pub assumptions: Vec<Assumption>,
    /// Design rules in words.
    pub rules: Late<Rule>,
    /// Trims.
    pub trims: Vec<Trim>,
    /// What can be changed: the moves that advice tries.
    pub moves: Late<MoveRow>,
    /// The bibliography.
    pub sources: Late<Source>,
    /// The factors of the tables that are read at once, in the order of their ids.
    factors: Vec<Factor>,
    /// Those of the others, made when they are first asked for.
    late_factors: OfLate,
    neutral_hours: Factor,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FibreFile {
    fibres: Vec<Fibre>,
    feedstocks: Vec<FeedstockFigure>,
}

/// Places and regions, or [`IgnoredAny`] in the place of those that are not wanted.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceFile<P, R> {
    places: P,
    regions: R,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActivityFile {
    activities: Vec<Activity>,
    qualities: Vec<WorkQuality>,
}

/// What the ids of the factors begin with that are made late.
const LATE: [&str; 3] = ["move.", "region.", "share."];

/// Factors that follow from tables, so that they are equal where those are, made or not.
#[derive(Debug, Clone, Default)]
struct OfLate(OnceLock<Vec<Factor>>);

impl PartialEq for OfLate {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The tables that no figure of a product needs.
struct Rest {
    regions: Late<Region>,
    shares: Late<SharePreset>,
    stage_presets: Late<StagePreset>,
    pathway_presets: Late<PathwayPreset>,
    rules: Late<Rule>,
    moves: Late<MoveRow>,
    sources: Late<Source>,
}

impl Rest {
    /// Those of this release, each read when it is first asked for.
    const fn later() -> Self {
        Self {
            regions: Late::new(|| completed(regions(), Region::factors)),
            shares: Late::new(|| completed(built("shares", Texts::COMPACT.shares), SharePreset::factors)),
            stage_presets: Late::new(|| presets().stages),
            pathway_presets: Late::new(|| presets().pathways),
            rules: Late::new(|| built("rules", Texts::COMPACT.rules)),
            moves: Late::new(|| completed(built("moves", Texts::COMPACT.moves), MoveRow::factors)),
            sources: Late::new(|| built("bibliography", Texts::COMPACT.sources)),
        }
    }
}

/// The table `name` as the build made it; empty, with an error in the log, if it does not read (a test forbids that).
fn built<T: Default + DeserializeOwned>(name: &'static str, packed: &[u8]) -> T {
    packed.table(name).unwrap_or_else(|error| {
        log::error!("the reference library does not read: {error}");
        T::default()
    })
}

fn presets() -> PathwayFile {
    built("pathways", Texts::COMPACT.pathways)
}

fn regions() -> Vec<Region> {
    built::<PlaceFile<IgnoredAny, _>>("places", Texts::COMPACT.places).regions
}

/// The rows with their figures completed, as they are where factors are made of them.
fn completed<T>(mut rows: Vec<T>, factors: fn(&mut T) -> Vec<Factor>) -> Vec<T> {
    for row in &mut rows {
        drop(factors(row));
    }
    rows
}

fn in_order(mut factors: Vec<Factor>) -> Vec<Factor> {
    factors.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    factors
}

/// The first of two factors in their order that have one id.
fn twice(factors: &[Factor]) -> Option<&Factor> {
    let mut pairs = factors.iter().zip(factors.iter().skip(1));
    pairs.find(|(one, next)| one.id == next.id).map(|(one, _)| one)
}

impl Library {
    /// The library of this release; empty, with an error in the log, if its text does not read (a test forbids that).
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Library> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            Self::read(&Texts::COMPACT, Rest::later()).unwrap_or_else(|error| {
                log::error!("the reference library does not read: {error}");
                Self::empty(Rest::later())
            })
        })
    }

    /// Reads a library from the text of its tables.
    pub fn parse(texts: &Texts<'_>) -> Result<Self, LibraryError> {
        let PlaceFile::<IgnoredAny, _> { regions, .. } = texts.places.table("places")?;
        let PathwayFile { stages, pathways } = texts.pathways.table("pathways")?;
        let rest = Rest {
            regions: completed(regions, Region::factors).into(),
            shares: completed(texts.shares.table("shares")?, SharePreset::factors).into(),
            stage_presets: stages.into(),
            pathway_presets: pathways.into(),
            rules: Vec::into(texts.rules.table("rules")?),
            moves: completed(texts.moves.table("moves")?, MoveRow::factors).into(),
            sources: Vec::into(texts.sources.table("bibliography")?),
        };
        let library = Self::read(texts, rest)?;
        match twice(library.late_factors()) {
            Some(twice) => Err(LibraryError::Twice(twice.id.clone())),
            None => Ok(library),
        }
    }

    /// Reads all tables but the `rest`.
    fn read<W: Written + ?Sized>(texts: &Texts<'_, W>, rest: Rest) -> Result<Self, LibraryError> {
        let FibreFile { fibres, feedstocks } = texts.fibres.table("fibres")?;
        let PlaceFile::<_, IgnoredAny> { places, .. } = texts.places.table("places")?;
        let ActivityFile {
            activities,
            qualities,
        } = texts.activities.table("activities")?;
        let mut library = Self {
            fibres,
            feedstocks,
            routes: texts.routes.table("routes")?,
            kinds: texts.kinds.table("kinds")?,
            processes: texts.processes.table("processes")?,
            activities,
            qualities,
            reuse: texts.reuse.table("reuse")?,
            places,
            stage_kinds: texts.stage_kinds.table("stage_kinds")?,
            assumptions: texts.assumptions.table("assumptions")?,
            trims: texts.trims.table("trims")?,
            ..Self::empty(rest)
        };
        library.factors = library.collect();
        if let Some(twice) = twice(&library.factors) {
            return Err(LibraryError::Twice(twice.id.clone()));
        }
        let neutral = library.neutral().map(|place| &place.id);
        let neutral = neutral.map(|id| format!("hours_per_fte.{id}"));
        if let Some(hours) = neutral.and_then(|id| library.factor(&id)).cloned() {
            library.neutral_hours = hours;
        }
        Ok(library)
    }

    fn empty(rest: Rest) -> Self {
        Self {
            regions: rest.regions,
            shares: rest.shares,
            stage_presets: rest.stage_presets,
            pathway_presets: rest.pathway_presets,
            rules: rest.rules,
            moves: rest.moves,
            sources: rest.sources,
            late_factors: OfLate::default(),
            fibres: Vec::new(),
            feedstocks: Vec::new(),
            routes: Vec::new(),
            kinds: Vec::new(),
            processes: Vec::new(),
            activities: Vec::new(),
            qualities: Vec::new(),
            reuse: Vec::new(),
            places: Vec::new(),
            stage_kinds: Vec::new(),
            assumptions: Vec::new(),
            trims: Vec::new(),
            factors: Vec::new(),
            neutral_hours: neutral_hours(),
        }
    }

    /// Completes every figure with its unit and note and collects them as factors, in the order of their ids.
    fn collect(&mut self) -> Vec<Factor> {
        let mut all = Vec::new();
        all.extend(self.fibres.iter_mut().flat_map(Fibre::factors));
        all.extend(self.feedstocks.iter_mut().flat_map(FeedstockFigure::factors));
        all.extend(self.routes.iter_mut().flat_map(Route::factors));
        all.extend(self.kinds.iter_mut().flat_map(Kind::factors));
        all.extend(self.processes.iter_mut().flat_map(Process::factors));
        let places = &self.places;
        all.extend(
            self.activities
                .iter_mut()
                .flat_map(|activity| activity.factors(places)),
        );
        all.extend(self.qualities.iter_mut().flat_map(WorkQuality::factors));
        all.extend(self.reuse.iter_mut().flat_map(Reuse::factors));
        all.extend(self.places.iter_mut().flat_map(Place::factors));
        all.extend(self.assumptions.iter_mut().flat_map(Assumption::factors));
        all.extend(self.trims.iter_mut().flat_map(Trim::factors));
        in_order(all)
    }

    /// The factor with `id`.
    pub fn factor(&self, id: &str) -> Option<&Factor> {
        let is_late = LATE.iter().any(|table| id.starts_with(table));
        let factors = if is_late {
            self.late_factors()
        } else {
            &self.factors
        };
        let at = factors
            .binary_search_by(|factor| factor.id.as_str().cmp(id))
            .ok()?;
        factors.get(at)
    }

    /// The factors that are made late, in the order of their ids.
    fn late_factors(&self) -> &[Factor] {
        self.late_factors.0.get_or_init(|| {
            let moves = self.moves.iter().cloned().flat_map(|mut row| row.factors());
            let regions = self.regions.iter().cloned().flat_map(|mut row| row.factors());
            let shares = self.shares.iter().cloned().flat_map(|mut row| row.factors());
            in_order(moves.chain(regions).chain(shares).collect())
        })
    }

    /// What the figure of the factor `id` stands for; of an unknown one nothing is known.
    pub fn quantity(&self, id: &FactorId) -> Quantity {
        match self.factor(id.as_str()) {
            Some(factor) => factor.quantity(),
            None if self.typed(id).is_some() => Quantity::Amount,
            None => Quantity::Unknown,
        }
    }

    /// All factors in the order of their ids.
    pub fn factors(&self) -> impl Iterator<Item = &Factor> {
        let mut early = self.factors.iter().peekable();
        let mut late = self.late_factors().iter().peekable();
        std::iter::from_fn(move || match (early.peek(), late.peek()) {
            (Some(one), Some(other)) if other.id < one.id => late.next(),
            (None, _) => late.next(),
            _ => early.next(),
        })
    }

    /// The fibre with `id`.
    pub fn fibre(&self, id: &FibreId) -> Option<&Fibre> {
        self.fibres.iter().find(|fibre| &fibre.id == id)
    }

    /// What recycled `fibre` can be made from, the usual first: textile waste, and other waste where the library knows such a
    /// feedstock of it (bottles, for polyester).
    pub fn origins(&self, fibre: &FibreId) -> Vec<Origin> {
        let mut feeds = self.feedstocks.iter().filter(|feed| &feed.fibre == fibre);
        if feeds.any(|feed| feed.origin == FeedOrigin::OtherWaste) {
            vec![
                Origin::OtherWaste,
                Origin::TextilePreConsumer,
                Origin::TextilePostConsumer,
            ]
        } else {
            vec![Origin::TextilePreConsumer, Origin::TextilePostConsumer]
        }
    }

    /// The route with `id`.
    pub fn route(&self, id: &RouteId) -> Option<&Route> {
        self.routes.iter().find(|route| &route.id == id)
    }

    /// The kind of garment with `id`.
    pub fn kind(&self, id: &KindId) -> Option<&Kind> {
        self.kinds.iter().find(|kind| &kind.id == id)
    }

    /// The making process with `id`.
    pub fn process(&self, id: &ProcessId) -> Option<&Process> {
        self.processes.iter().find(|process| &process.id == id)
    }

    /// The kind of work with `id`.
    pub fn activity(&self, id: &ActivityId) -> Option<&Activity> {
        self.activities.iter().find(|activity| &activity.id == id)
    }

    /// The quality of the work of an activity; none where no row describes it.
    pub fn quality(&self, activity: &Activity) -> Option<&WorkQuality> {
        let id = activity.quality.as_ref()?;
        self.qualities.iter().find(|quality| &quality.id == id)
    }

    /// The preset of a stage with `id`.
    pub fn stage_preset(&self, id: &str) -> Option<&StagePreset> {
        self.stage_presets.iter().find(|preset| preset.id == id)
    }

    /// The preset of a pathway with `id`.
    pub fn pathway_preset(&self, id: &str) -> Option<&PathwayPreset> {
        self.pathway_presets.iter().find(|preset| preset.id == id)
    }

    /// The source with `id`.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| &source.id == id)
    }

    /// Hours a year of one full-time equivalent at a place: its own, of the nearest place around it, or the neutral figure.
    pub fn hours_per_fte(&self, place: &PlaceId) -> &Factor {
        self.upwards(place)
            .find_map(|place| self.factor(&format!("hours_per_fte.{place}")))
            .unwrap_or(&self.neutral_hours)
    }

    /// Hours a year of one full-time job at a place, which turn hours into jobs: of the nearest place around it that has
    /// any, else those by which the factors count.
    pub fn hours_of_job(&self, place: &PlaceId) -> &Factor {
        let today = |place: &str| self.factor(&format!("hours_of_job.{place}"));
        let counted = |place: &str| self.factor(&format!("hours_per_fte.{place}"));
        self.upwards(place)
            .find_map(|place| today(place).or_else(|| counted(place)))
            .unwrap_or(&self.neutral_hours)
    }
}
