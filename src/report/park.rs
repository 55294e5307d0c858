//! What is set in one place, over the pathways of a product: the question of whoever runs an industrial park.
//!
//! Each pathway runs at the product's annual volume; pathways are ways to go, so the sum over them is what the place would
//! hold if all of them ran at that volume beside each other.
//!
//! Invariant: what enters and what leaves are flows across the edge of the place; what stays inside is neither.

use crate::assess::{Assessment, PathwayFigures};
use crate::data::Library;
use crate::model::{Pathway, PathwayId, PlaceId, Project, StageId};
use crate::text::{Lang, PlaceMsg, number};
use crate::work::quality::Side;

/// Hazards that are named.
const NAMED: usize = 5;
/// Most places that are told, those with the most hours first.
const MOST: usize = 3;

/// One place with what its stages do in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Park<'a> {
    /// The place.
    pub place: PlaceId,
    /// The pathways that have a stage there, in the order of the project.
    pub pathways: Vec<InPark<'a>>,
}

/// One pathway in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct InPark<'a> {
    /// The pathway.
    pub pathway: PathwayId,
    /// Its stages there, in their order.
    pub stages: Vec<ParkStage>,
    /// Its own work there, hours per 1000 pieces.
    pub work: Side<'a>,
    /// From which stage outside how much enters, tonnes a year, most first.
    pub enters: Vec<(StageId, f64)>,
    /// To which stage outside how much leaves, tonnes a year, most first.
    pub leaves: Vec<(StageId, f64)>,
}

/// One stage in the place.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkStage {
    /// The stage.
    pub stage: StageId,
    /// What it takes in, tonnes a year.
    pub tonnes: f64,
    /// Its own work, hours a year.
    pub hours: f64,
}

impl Park<'_> {
    /// Hours a year of all pathways together.
    pub fn hours(&self) -> f64 {
        let stages = self.pathways.iter().flat_map(|pathway| &pathway.stages);
        stages.map(|stage| stage.hours).sum()
    }

    /// Tonnes a year that enter, over all pathways.
    pub fn enters(&self) -> f64 {
        let flows = self.pathways.iter().flat_map(|pathway| &pathway.enters);
        flows.map(|(_, tonnes)| tonnes).sum()
    }

    /// Tonnes a year that leave, over all pathways.
    pub fn leaves(&self) -> f64 {
        let flows = self.pathways.iter().flat_map(|pathway| &pathway.leaves);
        flows.map(|(_, tonnes)| tonnes).sum()
    }
}

impl InPark<'_> {
    /// Women's share, skills and hazards of the work in the place, as far as there is data.
    pub fn people(&self, lang: Lang) -> String {
        let work = &self.work;
        let women = work.women.map(|women| {
            let share = number::share_range(women.low, women.high, lang);
            PlaceMsg::ParkWomen.with(lang, &[("share", &share)])
        });
        let skill = work.skill_level().map(|level| {
            let level = number::fixed(level, 1, lang);
            PlaceMsg::ParkSkill.with(lang, &[("level", &level)])
        });
        let hazards = work.hazards.iter().take(NAMED);
        let named: Vec<&str> = hazards.map(|hazard| hazard.name.get(lang)).collect();
        let hazards = (!named.is_empty())
            .then(|| PlaceMsg::ParkHazards.with(lang, &[("hazards", &named.join(lang.comma()))]));
        let said: Vec<String> = [women, skill, hazards].into_iter().flatten().collect();
        said.join(lang.semicolon())
    }
}

/// The places where stages other than wearing are set, those with the most hours first.
pub fn parks<'a>(project: &Project, assessment: &Assessment, library: &'a Library) -> Vec<Park<'a>> {
    let mut places: Vec<&PlaceId> = Vec::new();
    let stages = project.pathways.iter().flat_map(|pathway| &pathway.stages);
    for stage in stages.filter(|stage| !stage.kind.is_use()) {
        if !places.contains(&&stage.place) {
            places.push(&stage.place);
        }
    }
    let park = |place: &PlaceId| Park {
        place: place.clone(),
        pathways: project
            .pathways
            .iter()
            .filter_map(|pathway| in_park(project, pathway, place, (assessment, library)))
            .collect(),
    };
    let mut parks: Vec<Park<'a>> = places.into_iter().map(park).collect();
    parks.retain(|park| park.hours() > 0.0);
    parks.sort_by(|a, b| b.hours().total_cmp(&a.hours()));
    parks.truncate(MOST);
    parks
}

/// What `pathway` does at `place`; none where it has no answer or no stage there.
fn in_park<'a>(
    project: &Project,
    pathway: &Pathway,
    place: &PlaceId,
    (assessment, library): (&Assessment, &'a Library),
) -> Option<InPark<'a>> {
    let figures = assessment.pathway(&pathway.id)?;
    if figures.error.is_some() {
        return None;
    }
    let is_inside = |id: &StageId| {
        let stage = pathway.stage(id);
        stage.is_some_and(|stage| stage.place == *place && !stage.kind.is_use())
    };
    let pieces = project.product.pieces_per_year.get();
    let inside = figures.stages.iter().filter(|stage| is_inside(&stage.stage));
    let stages: Vec<ParkStage> = inside
        .map(|stage| ParkStage {
            stage: stage.stage.clone(),
            tonnes: stage.kg * pieces / 1000.0,
            hours: stage.own_hours * pieces / 1000.0,
        })
        .collect();
    let across = |is_entering: bool| across(figures, &is_inside, is_entering, pieces / 1000.0);
    (!stages.is_empty()).then(|| InPark {
        pathway: pathway.id.clone(),
        stages,
        work: assessment.own_work_at(figures, place, library),
        enters: across(true),
        leaves: across(false),
    })
}

/// Flows across the edge by the stage outside, tonnes a year, most first.
fn across(
    figures: &PathwayFigures,
    is_inside: &dyn Fn(&StageId) -> bool,
    is_entering: bool,
    per_kg: f64,
) -> Vec<(StageId, f64)> {
    let mut found: Vec<(StageId, f64)> = Vec::new();
    for flow in &figures.flows {
        let (from, to) = (is_inside(&flow.from), is_inside(&flow.to));
        let outside = match (is_entering, from, to) {
            (true, false, true) => &flow.from,
            (false, true, false) => &flow.to,
            _ => continue,
        };
        let tonnes = flow.kg * per_kg;
        match found.iter_mut().find(|(stage, _)| stage == outside) {
            Some((_, sum)) => *sum += tonnes,
            None => found.push((outside.clone(), tonnes)),
        }
    }
    found.retain(|(_, tonnes)| *tonnes > 0.0);
    found.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    found
}
