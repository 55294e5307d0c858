//! Routes by parts: which routes take which part of this garment.

use super::{Board, Chart, Ground, Scene, Tint};
use crate::data::RouteClass;
use crate::explain::fit::{RouteFit, route_fits};
use crate::flow::gate::Verdict;
use crate::report::sheet::Fill;
use crate::text::{FitMsg, StageMsg};

/// Parts beside each other.
const PARTS: usize = 4;
/// Routes beneath each other.
const ROUTES: usize = 5;

/// Routes by parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The heaviest parts.
    pub parts: Vec<String>,
    /// Routes, each with what it says to each part.
    pub rows: Vec<(String, Vec<Verdict>)>,
    /// What the signs stand for.
    pub legend: Vec<(Verdict, Fill, String)>,
}

pub(super) fn board(ground: &Ground<'_>, _: &Scene) -> Option<Board> {
    let product = &ground.project.product;
    let mut heavy: Vec<usize> = (0..product.parts.len()).collect();
    let mass = |at: &usize| product.parts.get(*at).map_or(0.0, |part| part.mass.get());
    heavy.sort_by(|a, b| mass(b).total_cmp(&mass(a)));
    heavy.truncate(PARTS);
    heavy.sort_unstable();
    if heavy.is_empty() {
        return None;
    }
    let parts = heavy.iter().filter_map(|at| product.parts.get(*at));
    let parts = parts
        .map(|part| ground.lang.head(|lang| short(part.name.get(lang)).to_owned()))
        .collect();
    let fits = route_fits(ground.project, ground.library);
    let rows = chosen(&fits).into_iter().map(|fit| {
        let name = ground
            .names(ground.lang)
            .head(|names| names.short_route(&fit.route));
        let says = heavy.iter().filter_map(|at| fit.parts.get(*at));
        (name, says.map(|fit| fit.answer.verdict).collect())
    });
    Some(Board {
        title: ground.head(StageMsg::Routes),
        sentence: String::new(),
        keys: Vec::new(),
        chart: Chart::Matrix(Matrix {
            parts,
            rows: rows.collect(),
            legend: legend(ground),
        }),
    })
}

/// What stands in brackets or after a comma only tells like parts apart.
fn short(name: &str) -> &str {
    name.split(['（', '(', ',']).next().unwrap_or(name).trim()
}

/// The routes that keep the grade and take most, then the best of those that do not.
fn chosen(fits: &[RouteFit]) -> Vec<&RouteFit> {
    let of = |wanted: fn(RouteClass) -> bool, most: usize| {
        let mut all: Vec<&RouteFit> = fits.iter().filter(|fit| wanted(fit.class)).collect();
        all.sort_by(|a, b| b.taken_kg().total_cmp(&a.taken_kg()));
        all.truncate(most);
        all
    };
    let mut all = of(|class| class == RouteClass::FibreToFibre, ROUTES - 1);
    all.extend(of(|class| class == RouteClass::Downcycle, ROUTES - all.len()));
    all
}

/// What the signs stand for.
pub(super) fn legend(ground: &Ground<'_>) -> Vec<(Verdict, Fill, String)> {
    let words = [
        (Verdict::Accepted, FitMsg::Fits),
        (Verdict::Reduced, FitMsg::FitsWithLoss),
        (Verdict::Refused, FitMsg::FitsNot),
    ];
    words
        .map(|(verdict, message)| {
            let fill = (ground.paint)(&Tint::Fit(verdict));
            (verdict, fill, message.head(ground.lang).to_owned())
        })
        .to_vec()
}
