//! What to change: the blockers ranked by effect, then the design rules group by group.

use super::data::{names, part_name};
use super::flat::data::route_name;
use crate::data::{Grade, RuleGroup};
use crate::explain::FigureId;
use crate::explain::fit::{self, Blocker, Cause};
use crate::explain::hints::{HintRead, Status, hints, read};
use crate::flow::gate::Verdict;
use crate::model::PartId;
use crate::text::names::Names;
use crate::text::{FitMsg, HintMsg, Lang, number};
use crate::ui::shared::practised::{Shown, shown_by};
use crate::ui::view::View;
use std::collections::BTreeSet;

/// Routes that a blocker names; the others are counted.
const NAMED: usize = 3;
/// Blockers that are shown.
const SHOWN: usize = 8;

/// One blocker as final strings.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockerRow {
    /// The part.
    pub part: PartId,
    /// Part and cause.
    pub head: String,
    /// What it costs: mass, and circularity where a pathway would gain.
    pub effect: String,
    /// The worst that a route says to it.
    pub verdict: Verdict,
    /// Routes with figure, limit and grade.
    pub routes: Vec<BlockedRoute>,
    /// "and 3 more routes", empty for none.
    pub more: String,
    /// Who runs one of the routes, and what that means; none where no card does.
    pub practice: Option<Shown>,
}

/// One route that a part is kept out of.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockedRoute {
    /// Route, figure and limit.
    pub text: String,
    /// The limit; none where it has no figure.
    pub limit: Option<FigureId>,
    /// Its grade.
    pub grade: &'static str,
}

/// The blockers with most effect; a card stands at the first that it belongs to.
pub fn blocker_rows(view: &View<'_>) -> Vec<BlockerRow> {
    let all = view.blockers.unwrap_or_default();
    let rows = all
        .iter()
        .take(SHOWN)
        .filter_map(|blocker| blocker_row(view, blocker));
    let mut told = BTreeSet::new();
    let once = |mut row: BlockerRow| {
        row.practice = row.practice.filter(|shown| told.insert(shown.card.clone()));
        row
    };
    rows.map(once).collect()
}

fn blocker_row(view: &View<'_>, blocker: &Blocker) -> Option<BlockerRow> {
    let lang = view.lang;
    let names = names(view);
    let part = view
        .project
        .product
        .parts
        .iter()
        .find(|part| part.id == blocker.part)?;
    let values = [
        ("part", part_name(part, lang)),
        ("cause", fit::cause(&blocker.cause, &names)),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    let stays_on = matches!(blocker.cause, Cause::StaysOn(_));
    let named = if stays_on { 0 } else { NAMED };
    let mut routes = Vec::new();
    if stays_on {
        routes.push(cut_away(view, blocker.routes.len()));
    }
    for barred in blocker.routes.iter().take(named) {
        let route = view.library.route(&barred.route)?;
        let found = fit::fit(view.project, view.library, route, part);
        let read = fit::reasons(&found, part, route, &names);
        let at = found
            .answer
            .reasons
            .iter()
            .position(|reason| *reason == barred.reason)?;
        let read = read.get(at)?;
        let values = [("route", route_name(view, &route.id)), ("why", read.text.clone())];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        routes.push(BlockedRoute {
            text: FitMsg::BlockerRoute.with(lang, &values),
            limit: read.limit.factor.clone().map(|id| FigureId::Factor(id.into())),
            grade: read.limit.grade,
        });
    }
    let rest = if stays_on {
        0
    } else {
        blocker.routes.len().saturating_sub(NAMED)
    };
    let more = || FitMsg::BlockerMore.with(lang, &[("count", &rest.to_string())]);
    Some(BlockerRow {
        part: blocker.part.clone(),
        head: FitMsg::BlockerHead.with(lang, &values),
        effect: effect(blocker, &names),
        verdict: blocker
            .routes
            .iter()
            .map(|barred| barred.verdict)
            .max()
            .unwrap_or(Verdict::Refused),
        routes,
        more: if rest > 0 { more() } else { String::new() },
        practice: shown_by(view, blocker.routes.iter().map(|barred| barred.route.as_str())),
    })
}

/// What a hard part that stays on costs on all routes alike.
fn cut_away(view: &View<'_>, routes: usize) -> BlockedRoute {
    let id = "assumption.cutaway_per_hard_part";
    let grade = view.library.factor(id).map(|factor| factor.figure.grade);
    BlockedRoute {
        text: FitMsg::BlockerStays.with(view.lang, &[("count", &routes.to_string())]),
        limit: Some(FigureId::Factor(id.into())),
        grade: grade.unwrap_or(Grade::D).letter(),
    }
}

fn effect(blocker: &Blocker, names: &Names<'_>) -> String {
    let lang = names.lang;
    let mass = number::grams(blocker.kept_out_kg, lang);
    let refused = blocker
        .routes
        .iter()
        .any(|barred| barred.verdict == Verdict::Refused);
    let message = if refused {
        FitMsg::BlockerMass
    } else {
        FitMsg::BlockerLoss
    };
    let mut words = message.with(lang, &[("mass", &mass)]);
    if let Some(lifted) = &blocker.lifted {
        let pathway = names.pathway(&lifted.pathway);
        let digits = if (lifted.mci_without - lifted.mci) < 0.01 {
            3
        } else {
            2
        };
        let [before, after] = [lifted.mci, lifted.mci_without].map(|mci| number::fixed(mci, digits, lang));
        let values = [
            ("pathway", pathway.as_str()),
            ("before", &before),
            ("after", &after),
        ];
        words.push_str(match lang {
            Lang::En => "; ",
            Lang::Zh | Lang::Both => "；",
        });
        words.push_str(&FitMsg::BlockerGain.with(lang, &values));
    }
    words
}

/// One group of rules as final strings.
#[derive(Debug, Clone, PartialEq)]
pub struct HintGroup {
    /// The aim.
    pub group: RuleGroup,
    /// Its name.
    pub name: &'static str,
    /// How many are not met, met, not asked.
    pub count: String,
    /// True where one is not met.
    pub speaks: bool,
    /// The rules, what goes against one first.
    pub rules: Vec<HintRead>,
}

/// All groups in their order.
pub fn hint_groups(view: &View<'_>) -> Vec<HintGroup> {
    let lang = view.lang;
    let all = hints(view.project, view.library, view.assessment);
    let all = read(&all, &names(view));
    RuleGroup::ALL
        .into_iter()
        .map(|group| {
            let rules: Vec<HintRead> = all.iter().filter(|hint| hint.group == group).cloned().collect();
            let with = |status| rules.iter().filter(|hint| hint.status == status).count();
            let counts =
                [Status::NotMet, Status::Met, Status::NotAsked].map(|status| with(status).to_string());
            let [not, met, asked] = &counts;
            HintGroup {
                group,
                name: HintMsg::from(group).text(lang),
                count: HintMsg::GroupCount.with(lang, &[("not", not), ("met", met), ("asked", asked)]),
                speaks: with(Status::NotMet) > 0,
                rules,
            }
        })
        .collect()
}
