//! Which routes take a part, and why: the engine's own rule, asked for every route of the library.

use super::data::{names, part_name};
use crate::data::{Route, RouteClass};
use crate::explain::FigureId;
use crate::flow::build::{feed, rule};
use crate::flow::gate::{Answer, Limit, Reason, Verdict, judge};
use crate::model::{Part, RouteId};
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
    /// The limit or yield behind the answer.
    pub opens: FigureId,
}

/// All routes to a new use of the material, those that take the part first.
pub fn route_lines(view: &View<'_>, part: &Part) -> Vec<RouteLine> {
    let wanted = |route: &&Route| {
        matches!(
            route.class,
            RouteClass::FibreToFibre | RouteClass::ComponentReuse | RouteClass::Downcycle
        )
    };
    let mut lines: Vec<RouteLine> = view
        .library
        .routes
        .iter()
        .filter(wanted)
        .map(|route| line(view, part, route))
        .collect();
    lines.sort_by_key(|line| line.verdict);
    lines
}

/// How many routes take a part in full, with loss, and not.
pub fn count(lines: &[RouteLine]) -> [usize; 3] {
    [Verdict::Accepted, Verdict::Reduced, Verdict::Refused]
        .map(|verdict| lines.iter().filter(|line| line.verdict == verdict).count())
}

fn line(view: &View<'_>, part: &Part, route: &Route) -> RouteLine {
    let lang = view.lang;
    let answer = judge(&rule(route), &feed(route, part));
    let name = capitalised(&names(view).route(&route.id));
    let why: Vec<String> = answer
        .reasons
        .iter()
        .map(|reason| why(view, *reason, answer.verdict))
        .collect();
    RouteLine {
        route: route.id.clone(),
        verdict: answer.verdict,
        verdict_word: gates::verdict(answer.verdict, lang),
        why: why.join(match lang {
            crate::text::Lang::En => "; ",
            crate::text::Lang::Zh => "；",
        }),
        sentences: gates::reasons(&answer, &part_name(part, lang), &name, lang),
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
