//! Which routes take a part, and why: the engine's own rule, asked for every route of the library.

use super::data::{names, part_name};
use super::flat::data::{joined, route_name};
use crate::data::{Route, RouteClass};
use crate::explain::FigureId;
use crate::explain::fit::{self, RouteFit};
use crate::flow::InputKey;
use crate::flow::gate::Verdict;
use crate::model::{Part, PartId, RouteId};
use crate::text::{FitMsg, capitalised, number};
use crate::ui::view::View;

/// What one route says to a part.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteLine {
    /// Its id.
    pub route: RouteId,
    /// Its name.
    pub name: String,
    /// Its answer.
    pub verdict: Verdict,
    /// The answer as a word.
    pub verdict_word: &'static str,
    /// Why: what was found, what the route takes.
    pub why: String,
    /// Share of the fibres that it wants.
    pub main: f64,
    /// The limit or yield behind the answer.
    pub opens: FigureId,
}

/// All routes to a new use of the material, those that take the part first.
pub fn route_lines(view: &View<'_>, part: &Part) -> Vec<RouteLine> {
    let mut lines: Vec<RouteLine> = view
        .library
        .routes
        .iter()
        .filter(|route| is_shown(route.class))
        .map(|route| line(view, part, route))
        .collect();
    // Of those that refuse, the ones that miss by least come first.
    lines.sort_by(|a, b| a.verdict.cmp(&b.verdict).then(b.main.total_cmp(&a.main)));
    lines
}

/// What one route says to every part, as slices of the garment's mass.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteBar {
    /// Its id.
    pub route: RouteId,
    /// Its name.
    pub name: String,
    /// Its name where there is little room.
    pub short: String,
    /// What its output is.
    pub class: RouteClass,
    /// The parts in the order of the product.
    pub parts: Vec<PartSlice>,
}

/// One part in the bar of a route.
#[derive(Debug, Clone, PartialEq)]
pub struct PartSlice {
    /// The part.
    pub part: PartId,
    /// Its name.
    pub name: String,
    /// What the route says.
    pub verdict: Verdict,
    /// Verdict and reason.
    pub why: String,
    /// Its share of the mass.
    pub share: f64,
}

/// All routes to a new use of the material, those that take most of the mass first.
pub fn route_bars(view: &View<'_>) -> Vec<RouteBar> {
    let whole = view.assessment.product.mass_kg;
    let bar = |route: &Route| RouteBar {
        route: route.id.clone(),
        name: route_name(view, &route.id),
        short: short_name(view, &route.id),
        class: route.class,
        parts: view
            .project
            .product
            .parts
            .iter()
            .map(|part| {
                let line = line(view, part, route);
                PartSlice {
                    part: part.id.clone(),
                    name: part_name(part, view.lang),
                    verdict: line.verdict,
                    why: format!("{} · {}", line.verdict_word, line.why),
                    share: if whole > 0.0 { part.mass.get() / whole } else { 0.0 },
                }
            })
            .collect(),
    };
    let mut bars: Vec<RouteBar> = view
        .library
        .routes
        .iter()
        .filter(|route| is_shown(route.class))
        .map(bar)
        .collect();
    let taken = |bar: &RouteBar| -> f64 {
        let weight = |part: &PartSlice| match part.verdict {
            Verdict::Accepted => part.share,
            // In the order only: with loss comes after in full.
            Verdict::Reduced => part.share * 0.5,
            Verdict::Refused => 0.0,
        };
        bar.parts.iter().map(weight).sum()
    };
    bars.sort_by(|a, b| taken(b).total_cmp(&taken(a)));
    bars.truncate(view.level.most_routes());
    bars
}

/// The short name of a route, as it stands at the head of a line.
fn short_name(view: &View<'_>, route: &RouteId) -> String {
    capitalised(&names(view).short_route(route))
}

/// Routes whose output is used again.
fn is_shown(class: RouteClass) -> bool {
    matches!(
        class,
        RouteClass::FibreToFibre | RouteClass::ComponentReuse | RouteClass::Downcycle
    )
}

/// How many routes take a part in full, with loss, and not.
pub fn count(lines: &[RouteLine]) -> [usize; 3] {
    [Verdict::Accepted, Verdict::Reduced, Verdict::Refused]
        .map(|verdict| lines.iter().filter(|line| line.verdict == verdict).count())
}

fn line(view: &View<'_>, part: &Part, route: &Route) -> RouteLine {
    let lang = view.lang;
    let found = fit::fit(view.project, view.library, route, part);
    let verdict = found.answer.verdict;
    let reasons = fit::reasons(&found, part, route, &names(view));
    let limit = reasons.first().and_then(|reason| reason.limit.factor.clone());
    // An accepted part, and a limit without a figure, open what the route yields.
    let limit = limit.filter(|_| verdict != Verdict::Accepted);
    let opens = limit.unwrap_or_else(|| format!("route.{}.recovery", route.id).into());
    RouteLine {
        route: route.id.clone(),
        main: found.main,
        verdict,
        verdict_word: fit::verdict(verdict, lang),
        why: joined(reasons.iter().map(|reason| reason.text.as_str()), lang),
        opens: FigureId::Factor(opens.into()),
        name: route_name(view, &route.id),
    }
}

/// What all routes of the library say to all parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The parts with a column, in the order of the product: all, or the heaviest where there are too many.
    pub parts: Vec<(PartId, String)>,
    /// True where some parts have no column.
    pub is_cut: bool,
    /// One row per route.
    pub rows: Vec<MatrixRow>,
}

/// One route.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// The route.
    pub route: RouteId,
    /// Its name.
    pub name: String,
    /// Its name where there is little room.
    pub short: String,
    /// What its output is.
    pub class: RouteClass,
    /// Share of the mass that it takes, of all parts.
    pub taken: String,
    /// Its answers, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The part.
    pub part: PartId,
    /// The answer.
    pub verdict: Verdict,
    /// Part, answer, figure and limit in one sentence.
    pub spoken: String,
    /// The limit; none where it has no figure.
    pub limit: Option<FigureId>,
}

/// The names of the parts, the heaviest first.
pub fn heaviest(view: &View<'_>) -> impl Iterator<Item = String> {
    let parts = &view.project.product.parts;
    heaviest_first(parts)
        .into_iter()
        .filter_map(|at| Some(part_name(parts.get(at)?, view.lang)))
}

fn heaviest_first(parts: &[Part]) -> Vec<usize> {
    let mut all: Vec<usize> = (0..parts.len()).collect();
    let mass = |at: &usize| parts.get(*at).map_or(0.0, |part| part.mass.get());
    all.sort_by(|a, b| mass(b).total_cmp(&mass(a)));
    all
}

/// All routes by at most `columns` parts.
pub fn matrix(view: &View<'_>, columns: usize) -> Matrix {
    let parts = &view.project.product.parts;
    let mut shown = heaviest_first(parts);
    shown.truncate(columns);
    shown.sort_unstable();
    let shown: Vec<&Part> = shown.iter().filter_map(|at| parts.get(*at)).collect();
    let whole: f64 = parts.iter().map(|part| part.mass.get()).sum();
    let row = |fits: RouteFit| {
        let route = view.library.route(&fits.route)?;
        let taken = if whole > 0.0 { fits.taken_kg() / whole } else { 0.0 };
        Some(MatrixRow {
            name: route_name(view, &fits.route),
            short: short_name(view, &fits.route),
            class: fits.class,
            taken: number::share(taken, view.lang),
            cells: shown.iter().map(|part| cell(view, part, route)).collect(),
            route: fits.route,
        })
    };
    Matrix {
        parts: shown
            .iter()
            .map(|part| (part.id.clone(), part_name(part, view.lang)))
            .collect(),
        is_cut: shown.len() < parts.len(),
        rows: fit::route_fits(view.project, view.library)
            .into_iter()
            .filter_map(row)
            .collect(),
    }
}

fn cell(view: &View<'_>, part: &Part, route: &Route) -> Cell {
    let line = line(view, part, route);
    let name = part_name(part, view.lang);
    let values = [
        ("part", name.as_str()),
        ("verdict", line.verdict_word),
        ("why", &line.why),
    ];
    let is_limit = |figure: &FigureId| {
        let FigureId::Factor(InputKey::Factor(id)) = figure else {
            return false;
        };
        !id.as_str().ends_with(".recovery")
    };
    Cell {
        part: part.id.clone(),
        verdict: line.verdict,
        spoken: FitMsg::PartSpoken.with(view.lang, &values),
        limit: Some(line.opens).filter(is_limit),
    }
}
