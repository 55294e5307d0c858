//! What the gates of a project answer: while that stays, a yield or a limit changes nothing but numbers.

use super::lever::Turned;
use crate::data::{Library, Route};
use crate::flow::assemble::{Yields, answer, effective, rule};
use crate::flow::gate::Verdict;
use crate::model::{Project, RouteId, StageKind};
use std::collections::BTreeSet;

/// True for levers by which gates of `project` may answer another way: a route's yield and limits, and what a reduced yield is.
pub(super) fn decides(project: &Project, turned: &Turned) -> bool {
    let Turned::Factor(id) = turned else {
        return false;
    };
    let id = id.as_str();
    let is_of = |route: &RouteId| {
        let id = id.strip_prefix("route.");
        let key = id.and_then(|id| id.strip_prefix(route.as_str()));
        key.is_some_and(|key| key.starts_with('.') && key != ".quality")
    };
    id == "assumption.reduced_yield" || routes(project).any(is_of)
}

/// The routes that the material stages of `project` take.
fn routes(project: &Project) -> impl Iterator<Item = &RouteId> {
    let stages = project.pathways.iter().flat_map(|way| &way.stages);
    stages.filter_map(|stage| match &stage.kind {
        StageKind::Material(route) => Some(route),
        _ => None,
    })
}

/// What every gate of the pathways of `project` answers to the product of `made`, with its figures, route by route and part by
/// part.
pub(super) fn verdicts(project: &Project, made: &Project, library: &Library) -> Vec<Verdict> {
    let value = |id: &str| {
        let own = made.overrides.get(id);
        library.factor(id).map(|factor| effective(factor, own).0.value)
    };
    let routes: BTreeSet<&RouteId> = routes(project).collect();
    let reduced = value("assumption.reduced_yield");
    let of_route = |route: &Route| -> Vec<Verdict> {
        let rule = rule(route, &made.overrides);
        let yields = Yields {
            recovery: value(&format!("route.{}.recovery", route.id)),
            reduced,
        };
        let parts = made.product.parts.iter();
        parts
            .map(|part| answer(route, &rule, part, yields).verdict)
            .collect()
    };
    let routes = routes.into_iter().filter_map(|route| library.route(route));
    routes.flat_map(of_route).collect()
}
