//! Words that are refused as they stand: what the file says of them, by which rule, and what they would take.

use super::{Claim, Facts, Need, Row, both};
use crate::figure::PathwayFigure;
use crate::model::Name;
use crate::text::{ClaimMsg, Lang, number};

/// The refusal of `row`.
pub(super) fn claim(facts: &Facts<'_>, row: &Row) -> Claim {
    let mut basis = Vec::new();
    if row.needs.contains(&Need::Pathway) {
        basis.push(both(|lang| most_recycled(facts, lang)));
    }
    if row.needs.contains(&Need::LostWork) {
        basis.push(both(|lang| ClaimMsg::WorkIsEstimated.text(lang).to_owned()));
    }
    let rules = facts.library.rules.iter();
    let named = rules.filter(|rule| row.rules.contains(&rule.id));
    basis.extend(named.map(|rule| {
        both(|lang| {
            let sources: Vec<String> = rule
                .sources
                .iter()
                .map(|id| facts.names(lang).source(id))
                .collect();
            let message = if rule.proposal {
                ClaimMsg::ByProposal
            } else {
                ClaimMsg::ByRule
            };
            let values = [("rule", rule.name.get(lang)), ("sources", &sources.join("; "))];
            message.with(lang, &values)
        })
    }));
    let missing = row
        .needs
        .iter()
        .map(|need| both(|lang| ClaimMsg::from(*need).text(lang).to_owned()));
    let (en, zh) = row.text.clone();
    Claim {
        id: row.id.clone(),
        text: Name::new(en, zh),
        allowed: false,
        basis,
        missing: missing.collect(),
    }
}

/// What the file says at best: the pathway on which most is recycled at the same grade, and how much.
fn most_recycled(facts: &Facts<'_>, lang: Lang) -> String {
    let answered = facts
        .assessment
        .pathways
        .iter()
        .filter(|figures| figures.error.is_none());
    let shares = answered.map(|figures| (figures, PathwayFigure::OutflowRecycled.central(figures)));
    let best = shares.max_by(|(_, a), (_, b)| a.total_cmp(b));
    match best {
        Some((figures, share)) => {
            let name = facts.names(lang).pathway(&figures.id);
            let share = number::share(share, lang);
            ClaimMsg::AtBest.with(lang, &[("pathway", &name), ("share", &share)])
        }
        None => ClaimMsg::NoPathway.text(lang).to_owned(),
    }
}
