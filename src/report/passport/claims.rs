//! Performance claims of the passport: only with data and certificate; work only when it is asked for.

use super::Order;
use super::draft::{both, own_id, tidy};
use crate::assess::PathwayFigures;
use crate::data::Library;
use crate::figure::ProductFigure;
use crate::model::Name;
use crate::report::claims::{Claim, claims as all_claims};
use crate::text::{Lang, PassportMsg};
use serde_json::{Value, json};

/// The claim about recycled content as the claims helper has it; none without recycled content.
fn recycled(order: &Order<'_>) -> Option<Claim> {
    let all = all_claims(order.project, Library::builtin(), order.assessment);
    all.into_iter().find(|claim| claim.id == "recycled_content")
}

/// What the claim about recycled content still takes.
pub(super) fn missing(order: &Order<'_>) -> Vec<Name> {
    recycled(order).map_or_else(Vec::new, |claim| claim.missing)
}

/// The claims that go in.
pub(super) fn claims(order: &Order<'_>) -> Vec<Value> {
    let mut claims = Vec::new();
    if let Some(claim) = recycled(order).filter(|claim| claim.allowed) {
        claims.push(of_recycled(order, &claim));
    }
    if order.details.work {
        let answered = order
            .assessment
            .pathways
            .iter()
            .filter(|figures| figures.error.is_none());
        claims.extend(
            answered
                .filter(|figures| !figures.baseline)
                .map(|figures| of_work(order, figures)),
        );
    }
    claims
}

fn of_recycled(order: &Order<'_>, claim: &Claim) -> Value {
    let share = ProductFigure::RecycledShare.value(&order.assessment.product);
    json!({
        "type": ["Claim"],
        "id": own_id(order, "claim:recycled-content"),
        "name": both(PassportMsg::RecycledName),
        "description": format!("{} / {}", claim.text.en, claim.text.zh),
        "referenceCriteria": [{
            "type": ["Criterion"],
            "id": "urn:reloom:criterion:recycled-content-by-weight",
            "name": both(PassportMsg::RecycledText),
        }],
        "claimDate": order.date,
        "claimedPerformance": [{
            "metric": {
                "type": ["PerformanceMetric"],
                "id": "urn:reloom:metric:untp-04.04-recycled-content",
                "name": "Recycled Content (UNTP 04.04)",
            },
            "measure": { "value": tidy(share * 100.0), "unit": "P1" },
        }],
        "conformityTopic": [{
            "type": ["ConformityTopic"],
            "id": "urn:reloom:topic:circular-content",
            "name": "circular-content",
        }],
    })
}

/// Estimated hours gained and lost on one pathway.
fn of_work(order: &Order<'_>, figures: &PathwayFigures) -> Value {
    let names = Lang::ALL.map(|lang| {
        let pathway = order.names(lang).pathway(&figures.id);
        PassportMsg::WorkName.with(lang, &[("pathway", &pathway)])
    });
    let performance = |id: &str, name: &str, hours: f64| {
        json!({
            "metric": { "type": ["PerformanceMetric"], "id": format!("urn:reloom:metric:{id}"), "name": name },
            "measure": { "value": tidy(hours), "unit": "HUR" },
        })
    };
    let place = order.assessment.engine.index(&figures.id).unwrap_or_default();
    json!({
        "type": ["Claim"],
        "id": format!("{}:{place}", own_id(order, "claim:work")),
        "name": names.join(" / "),
        "description": both(PassportMsg::WorkText),
        "referenceCriteria": [{
            "type": ["Criterion"],
            "id": "urn:reloom:criterion:hours-per-1000-pieces-against-baseline",
            "name": both(PassportMsg::WorkText),
        }],
        "claimDate": order.date,
        "claimedPerformance": [
            performance("gained-hours-per-1000-pieces", "Hours gained per 1000 pieces (estimate)", figures.totals.gained),
            performance("lost-hours-per-1000-pieces", "Hours lost per 1000 pieces (estimate)", figures.totals.lost),
        ],
        "conformityTopic": [{
            "type": ["ConformityTopic"],
            "id": "urn:reloom:topic:employment",
            "name": "employment",
        }],
    })
}
