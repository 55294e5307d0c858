//! Which routes take a part, and why: the engine's own rule, asked for every route of the library.

use super::data::{names, part_name};
use crate::data::{Route, RouteClass};
use crate::explain::FigureId;
use crate::flow::build::{feed, rule};
use crate::flow::gate::{Answer, Limit, Reason, Verdict, judge};
use crate::model::{Part, PartId, RouteId};
use crate::text::{ProductMsg, gates, number};
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
    /// Why, in few words.
    pub why: String,
    /// Why, in whole sentences.
    pub sentences: Vec<String>,
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
        name: capitalised(&names(view).route(&route.id)),
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
    bars
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
    let seen = feed(route, part);
    let answer = judge(&rule(route, &view.project.overrides), &seen);
    let name = capitalised(&names(view).route(&route.id));
    // Too few fibres that it wants and too many others say the same thing; the first is enough.
    let is_main = |reason: &Reason| matches!(reason, Reason::Main(..));
    let has_main = answer.reasons.iter().any(is_main);
    let said = |reason: &&Reason| !(has_main && matches!(reason, Reason::Other(..)));
    let why: Vec<String> = answer
        .reasons
        .iter()
        .filter(said)
        .map(|reason| why(view, *reason, answer.verdict))
        .collect();
    RouteLine {
        route: route.id.clone(),
        main: seen.main,
        verdict: answer.verdict,
        verdict_word: gates::verdict(answer.verdict, lang),
        why: why.join(match lang {
            crate::text::Lang::En => "; ",
            crate::text::Lang::Zh | crate::text::Lang::Both => "；",
        }),
        sentences: gates::reasons(&answer, &part_name(part, lang), &route.id, &names(view)),
        opens: FigureId::Factor(format!("route.{}.{}", route.id, column(&answer)).into()),
        name,
    }
}

/// The factor of the route that decides.
fn column(answer: &Answer) -> &'static str {
    match answer.reasons.first() {
        Some(Reason::Main(..)) if answer.verdict != Verdict::Accepted => "min_main",
        Some(Reason::Elastane(..)) => "elastane_max",
        Some(Reason::Other(..)) => "other_max",
        _ => "recovery",
    }
}

fn why(view: &View<'_>, reason: Reason, verdict: Verdict) -> String {
    let limited = |message: ProductMsg, found: f64, limit: Limit| {
        // A refused part is past the bound, a reduced one only past the limit.
        let limit = if verdict == Verdict::Refused {
            limit.bound
        } else {
            limit.value
        };
        let share = |share: f64| number::share(share, view.lang);
        message.with(view.lang, &[("found", &share(found)), ("limit", &share(limit))])
    };
    match reason {
        Reason::Main(found, limit) if verdict == Verdict::Accepted => {
            limited(ProductMsg::WhyFits, found, limit)
        }
        Reason::Main(found, limit) => limited(ProductMsg::WhyMain, found, limit),
        Reason::Elastane(found, limit) => limited(ProductMsg::WhyElastane, found, limit),
        Reason::Other(found, limit) => limited(ProductMsg::WhyOther, found, limit),
        Reason::Coating => ProductMsg::WhyCoating.text(view.lang).to_owned(),
        Reason::Print => ProductMsg::WhyPrint.text(view.lang).to_owned(),
        Reason::HardPart => ProductMsg::WhyHard.text(view.lang).to_owned(),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
