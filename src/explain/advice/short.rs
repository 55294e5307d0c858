//! The moves that are combined where nobody chose any: those that help most on the axes asked for.

use super::effect::Adviser;
use super::measure::Axis;
use super::sweep::MOST_MOVES;
use super::tries::{Try, tries};
use crate::data::Library;
use crate::model::{PathwayId, Project};

/// At most [`MOST_MOVES`] moves: in turn the next best of each axis on each pathway, as each helps by itself.
pub fn shortlist(project: &Project, library: &Library, pathways: &[PathwayId], axes: &[Axis]) -> Vec<Try> {
    let all = tries(project, library);
    shortlist_of(&all, (project, library), pathways, axes, &|| false).unwrap_or_default()
}

/// The same among `all`; `None` where `stop` says so before one of the pathways.
pub fn shortlist_of(
    all: &[Try],
    (project, library): (&Project, &Library),
    pathways: &[PathwayId],
    axes: &[Axis],
    stop: &dyn Fn() -> bool,
) -> Option<Vec<Try>> {
    let mut lists: Vec<Vec<Try>> = Vec::new();
    for pathway in pathways {
        if stop() {
            return None;
        }
        let Ok(mut adviser) = Adviser::new(project, library, pathway, 0) else {
            continue;
        };
        let advised: Vec<_> = all.iter().map(|one| adviser.advise(one)).collect();
        for axis in axes {
            let Axis::Figure(figure) = *axis else { continue };
            let gained = advised.iter().filter_map(|one| {
                let gain = one.effect.as_ref().ok()?.gain(figure);
                (gain > 0.0).then_some((gain, &one.of))
            });
            let mut gained: Vec<(f64, &Try)> = gained.collect();
            gained.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
            lists.push(gained.into_iter().map(|(_, one)| one.clone()).collect());
        }
    }
    let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
    let mut found: Vec<Try> = Vec::new();
    for place in 0..longest {
        for one in lists.iter().filter_map(|list| list.get(place)) {
            if found.len() < MOST_MOVES && !found.contains(one) {
                found.push(one.clone());
            }
        }
    }
    Some(found)
}
