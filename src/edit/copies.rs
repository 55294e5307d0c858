//! Stages that were copied, as they fit into another pathway.

use super::{Edit, slug};
use crate::model::{Link, Pathway, Stage, StageId};
use crate::quantity::Share;
use std::collections::BTreeMap;

/// The edit that adds copies of `stages` to `pathway`, with the id of the first; none without stages.
///
/// Each gets an id that is free. Exits, fallback and residue lead to the copies where they led to copied stages, else to
/// stages of that name in `pathway`; exits that lead nowhere are left out and their shares go to the others.
pub fn addition_of(pathway: &Pathway, stages: Vec<Stage>) -> Option<(Edit, StageId)> {
    let mut ids: BTreeMap<StageId, StageId> = BTreeMap::new();
    for stage in &stages {
        let taken = |id: &str| {
            let in_pathway = pathway.stages.iter().any(|own| own.id.as_str() == id);
            in_pathway || ids.values().any(|own| own.as_str() == id)
        };
        let free = slug::unique(stage.id.as_str(), "", "stage", taken);
        ids.insert(stage.id.clone(), StageId::from(free));
    }
    let lead = |to: &StageId| {
        let copied = ids.get(to).cloned();
        copied.or_else(|| pathway.stage(to).map(|stage| stage.id.clone()))
    };
    let copies: Vec<Stage> = stages.into_iter().map(|stage| fitted(stage, &lead)).collect();
    let first = copies.first()?.id.clone();
    let edit = Edit::AddStages {
        pathway: pathway.id.clone(),
        stages: copies,
        entry: None,
    };
    Some((edit, first))
}

fn fitted(stage: Stage, lead: &impl Fn(&StageId) -> Option<StageId>) -> Stage {
    let id = lead(&stage.id).unwrap_or_else(|| stage.id.clone());
    let there = |to: Option<StageId>| to.and_then(|to| lead(&to)).filter(|to| to != &id);
    let exits = stage.exits.into_iter().filter_map(|link| {
        let to = lead(&link.to).filter(|to| to != &id)?;
        Some(Link { to, ..link })
    });
    Stage {
        exits: whole(exits.collect()),
        fallback: there(stage.fallback),
        residue: there(stage.residue),
        id,
        ..stage
    }
}

/// The exits with shares that sum to 1, in proportion, equal where all are 0.
fn whole(mut exits: Vec<Link>) -> Vec<Link> {
    let sum: f64 = exits.iter().map(|link| link.share.get()).sum();
    let count = exits.len() as f64;
    if (sum - 1.0).abs() <= super::shares::WHOLE {
        return exits;
    }
    for link in &mut exits {
        let share = if sum > 0.0 {
            link.share.get() / sum
        } else {
            1.0 / count
        };
        link.share = Share::clamped(share);
        link.range = None;
    }
    exits
}
