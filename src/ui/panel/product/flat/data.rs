//! The garment on one route as final strings: part by part, verdict, reason and limit.

use super::super::data::{names, part_name};
use crate::data::{Route, RouteClass};
use crate::explain::FigureId;
use crate::explain::fit::{self, RouteFit};
use crate::flow::gate::Verdict;
use crate::model::{PartId, RouteId, StageKind};
use crate::text::{FitMsg, Lang, number};
use crate::ui::view::View;

/// One part on the route.
#[derive(Debug, Clone, PartialEq)]
pub struct FlatPart {
    /// The part.
    pub part: PartId,
    /// Its name.
    pub name: String,
    /// Its mass, kg.
    pub mass_kg: f64,
    /// The answer.
    pub verdict: Verdict,
    /// The answer as a word.
    pub word: &'static str,
    /// Figure and limit.
    pub why: String,
    /// Part, answer, figure and limit in one sentence.
    pub spoken: String,
    /// The limit that it opens, with its grade; none where the limit has no figure.
    pub limit: Option<FigureId>,
    /// Grade of the limit.
    pub grade: &'static str,
}

/// The garment on one route.
#[derive(Debug, Clone, PartialEq)]
pub struct FlatData {
    /// The route.
    pub route: RouteId,
    /// Its name.
    pub name: String,
    /// How much of the mass it takes.
    pub taken: String,
    /// All parts in the order of the product.
    pub parts: Vec<FlatPart>,
}

/// The route that the garment is held against: the one that was chosen; else, of the routes back to fibre that the
/// pathways use, the one that takes most.
pub fn chosen(view: &View<'_>) -> Option<&'static Route> {
    let picked = view.selection.route.as_ref();
    if let Some(route) = picked.and_then(|id| view.library.route(id)) {
        return Some(route);
    }
    let stages = view.project.pathways.iter().flat_map(|pathway| &pathway.stages);
    let used: Vec<&RouteId> = stages
        .filter_map(|stage| match &stage.kind {
            StageKind::Material(route) => Some(route),
            _ => None,
        })
        .collect();
    let fits = fit::route_fits(view.project, view.library);
    let is_used = |fit: &&RouteFit| fit.class == RouteClass::FibreToFibre && used.contains(&&fit.route);
    let best = fits.iter().find(is_used).or_else(|| fits.first())?;
    view.library.route(&best.route)
}

/// What `route` says to the garment.
pub fn flat_data(view: &View<'_>, route: &Route) -> FlatData {
    let lang = view.lang;
    let names = names(view);
    let parts: Vec<FlatPart> = view
        .project
        .product
        .parts
        .iter()
        .map(|part| {
            let found = fit::fit(view.project, view.library, route, part);
            let verdict = found.answer.verdict;
            let (name, word) = (part_name(part, lang), fit::verdict(verdict, lang));
            let reasons = fit::reasons(&found, part, route, &names);
            let why = joined(reasons.iter().map(|reason| reason.text.as_str()), lang);
            let spoken = FitMsg::PartSpoken.with(lang, &[("part", &name), ("verdict", word), ("why", &why)]);
            let first = reasons.first().map(|reason| &reason.limit);
            FlatPart {
                part: part.id.clone(),
                name,
                mass_kg: found.mass_kg,
                verdict,
                word,
                why,
                spoken,
                limit: first.and_then(|limit| Some(FigureId::Factor(limit.factor.clone()?.into()))),
                grade: first.map_or("D", |limit| limit.grade),
            }
        })
        .collect();
    let is_taken = |part: &&FlatPart| part.verdict != Verdict::Refused;
    let taken: f64 = parts.iter().filter(is_taken).map(|part| part.mass_kg).sum();
    let whole: f64 = parts.iter().map(|part| part.mass_kg).sum();
    let values = [taken, whole].map(|kg| number::grams(kg, lang));
    let [taken, whole] = &values;
    FlatData {
        route: route.id.clone(),
        name: route_name(view, &route.id),
        taken: FitMsg::RouteSum.with(lang, &[("taken", taken), ("whole", whole)]),
        parts,
    }
}

/// The name of a route as it stands by itself.
pub fn route_name(view: &View<'_>, route: &RouteId) -> String {
    crate::text::capitalised(&names(view).route(route))
}

/// Reasons in a row.
pub fn joined<'a>(reasons: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    let all: Vec<&str> = reasons.collect();
    all.join(match lang {
        Lang::En => "; ",
        Lang::Zh | Lang::Both => "；",
    })
}
