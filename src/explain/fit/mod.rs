//! What every route of the library says to every part, and which parts keep most out.
//!
//! Invariant: the answers are the gates' own; nothing is judged a second time here. Part by part, never the average of
//! the product.

mod blockers;
mod words;

pub use blockers::{Barred, Blocker, Cause, Lifted, blockers};
pub use words::{LimitRead, ReasonRead, cause, reasons, verdict};

use crate::data::{Grade, Library, Route, RouteClass};
use crate::flow::assemble::{Yields, answer, effective, feed, rule};
use crate::flow::gate::{Answer, Reason, Verdict};
use crate::model::{FactorId, Part, PartId, Project, RouteId};

/// What one route says to one part.
#[derive(Debug, Clone, PartialEq)]
pub struct PartFit {
    /// The part.
    pub part: PartId,
    /// Its mass, kg.
    pub mass_kg: f64,
    /// Share of the fibres that the route wants.
    pub main: f64,
    /// Verdict and reasons.
    pub answer: Answer,
}

/// What one route says to all parts, in the order of the product.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteFit {
    /// The route.
    pub route: RouteId,
    /// What its output is.
    pub class: RouteClass,
    /// Its answers.
    pub parts: Vec<PartFit>,
}

impl RouteFit {
    /// Mass that gets `verdict`, kg.
    pub fn mass_kg(&self, verdict: Verdict) -> f64 {
        let with = self.parts.iter().filter(|fit| fit.answer.verdict == verdict);
        with.map(|fit| fit.mass_kg).sum()
    }

    /// Mass that is not kept out, kg.
    pub fn taken_kg(&self) -> f64 {
        self.mass_kg(Verdict::Accepted) + self.mass_kg(Verdict::Reduced)
    }
}

/// What `route` says to `part`, by the limits in force in `project`.
pub fn fit(project: &Project, library: &Library, route: &Route, part: &Part) -> PartFit {
    let seen = feed(route, part);
    let central = Yields {
        recovery: Some(in_force(
            project,
            library,
            &format!("route.{}.recovery", route.id),
        )),
        reduced: Some(in_force(project, library, "assumption.reduced_yield")),
    };
    PartFit {
        part: part.id.clone(),
        mass_kg: part.mass.get(),
        main: seen.main,
        answer: answer(route, &rule(route, &project.overrides), part, central),
    }
}

/// All routes of the library: by what becomes of the matter, from new fibre to disposal, and among like ones those that
/// take most of the mass first.
pub fn route_fits(project: &Project, library: &Library) -> Vec<RouteFit> {
    let mut fits: Vec<RouteFit> = library
        .routes
        .iter()
        .map(|route| RouteFit {
            route: route.id.clone(),
            class: route.class,
            parts: project
                .product
                .parts
                .iter()
                .map(|part| fit(project, library, route, part))
                .collect(),
        })
        .collect();
    fits.sort_by(|a, b| {
        let full = |fit: &RouteFit| fit.mass_kg(Verdict::Accepted);
        a.class
            .cmp(&b.class)
            .then(b.taken_kg().total_cmp(&a.taken_kg()))
            .then(full(b).total_cmp(&full(a)))
    });
    fits
}

/// The factor that holds the limit behind `reason`; none for coatings, prints and hard parts, which have no figure.
pub fn limit_of(route: &RouteId, reason: Reason) -> Option<FactorId> {
    let column = match reason {
        Reason::Main(..) => "min_main",
        Reason::Elastane(..) => "elastane_max",
        Reason::Other(..) => "other_max",
        Reason::Nothing(_) => "recovery",
        Reason::Coating | Reason::Print | Reason::HardPart => return None,
    };
    Some(format!("route.{route}.{column}").into())
}

/// The grade of what stands behind `reason`; what has no figure is judged.
pub fn grade_of(library: &Library, route: &RouteId, reason: Reason) -> Grade {
    limit_of(route, reason)
        .and_then(|id| library.factor(id.as_str()))
        .map_or(Grade::D, |factor| factor.figure.grade)
}

/// The value of the factor `id` that holds in `project`: the user's own, or the library's.
pub(super) fn in_force(project: &Project, library: &Library, id: &str) -> f64 {
    let own = project.overrides.get(id);
    library
        .factor(id)
        .map_or(0.0, |factor| effective(factor, own).0.value)
}
