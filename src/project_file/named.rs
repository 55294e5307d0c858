//! Every id of a project that stands for something in the library, so that unknown ones can be reported.

use super::flag::{Flag, Named};
use crate::model::{FibreLine, Making, Part, PlaceId, Project, Stage, StageKind};
use std::collections::BTreeSet;

impl Named {
    /// The id as text.
    pub fn id(&self) -> &str {
        match self {
            Self::Fibre(id) => id.as_str(),
            Self::Kind(id) => id.as_str(),
            Self::Route(id) => id.as_str(),
            Self::Process(id) => id.as_str(),
            Self::Place(id) => id.as_str(),
            Self::Factor(id) => id.as_str(),
            Self::Activity(id) => id.as_str(),
            Self::Price(id) => id.as_str(),
        }
    }
}

/// A flag for each id of `project` that `knows` does not know, each id once.
pub fn unknown_ids(project: &Project, knows: impl Fn(&Named) -> bool) -> Vec<Flag> {
    let mut all = BTreeSet::new();
    for product in project.variants() {
        all.insert(Named::Kind(product.kind.clone()));
        all.extend(product.parts.iter().flat_map(of_part));
    }
    all.extend(
        project
            .pathways
            .iter()
            .flat_map(|pathway| pathway.stages.iter().flat_map(of_stage)),
    );
    all.extend(project.places_named().map(|place| named_place(project, place)));
    let around = project.places.keys().filter_map(PlaceId::around);
    all.extend(around.map(|place| named_place(project, &place)));
    all.extend(project.overrides.keys().cloned().map(Named::Factor));
    all.extend(project.multipliers.keys().cloned().map(Named::Activity));
    all.extend(project.money.prices.keys().cloned().map(Named::Price));
    all.into_iter()
        .filter(|named| !knows(named))
        .map(Flag::Unknown)
        .collect()
}

/// The place of the library that `place` stands for: the one that an own place of the project lies in, else itself.
fn named_place(project: &Project, place: &PlaceId) -> Named {
    let mut place = place.clone();
    while let Some(around) = place.around().filter(|_| project.places.contains_key(&place)) {
        place = around;
    }
    Named::Place(place)
}

fn of_part(part: &Part) -> Vec<Named> {
    let mut named: Vec<Named> = part.fibres.iter().flat_map(of_fibre).collect();
    if let Making::Cloth {
        spinning,
        forming,
        dyeing,
        ..
    } = &part.making
    {
        let steps = std::iter::once(spinning).chain(forming).chain(dyeing);
        named.extend(steps.cloned().map(Named::Process));
    }
    named
}

fn of_fibre(line: &FibreLine) -> impl Iterator<Item = Named> {
    let route = line.feedstock.route.clone().map(Named::Route);
    std::iter::once(Named::Fibre(line.fibre.clone())).chain(route)
}

fn of_stage(stage: &Stage) -> Vec<Named> {
    let bases = stage.exits.iter().filter_map(|exit| exit.basis.clone());
    let mut named: Vec<Named> = bases.map(Named::Factor).collect();
    if let StageKind::Material(route) = &stage.kind {
        named.push(Named::Route(route.clone()));
    }
    named
}
