//! Indirect work of an assessed project, by the multipliers that the user typed in.
//!
//! Invariant: it changes no other figure; a multiplier that may not be used has no effect and a notice.

use super::engine::Engine;
use super::figures::{PathwayFigures, WorkFigure};
use crate::data::Grade;
use crate::flow::network::Body;
use crate::flow::notice::{MultiplierFault, Notice};
use crate::model::{ActivityId, Multiplier, Multipliers, Project};
use crate::work::multipliers::{self, IndirectTotals, indirect_hours};
use std::collections::BTreeSet;

/// Fills the indirect work of `pathways`; gives a notice for each multiplier without effect.
pub(super) fn fill(project: &Project, engine: &Engine, pathways: &mut [PathwayFigures]) -> Vec<Notice> {
    let (mut used, mut notices) = (Multipliers::new(), Vec::new());
    for (activity, multiplier) in &project.multipliers {
        match fault(engine, activity, multiplier) {
            None => {
                used.insert(activity.clone(), multiplier.clone());
            }
            Some(fault) => notices.push(Notice::Multiplier {
                activity: activity.clone(),
                fault,
            }),
        }
    }
    for figures in pathways {
        let lines = figures.work.iter();
        figures.indirect = lines
            .filter_map(|line| behind(line, used.get(&line.activity)?))
            .collect();
        figures.indirect_totals = IndirectTotals::of(figures.indirect.iter().map(|line| line.hours));
    }
    notices
}

/// Indirect work behind `line`; its grade is no better than that of a figure typed in with a source.
fn behind(line: &WorkFigure, multiplier: &Multiplier) -> Option<WorkFigure> {
    let hours = indirect_hours(line.hours, multiplier.value);
    let size = |hours: f64| indirect_hours(hours, multiplier.value);
    (hours != 0.0).then(|| WorkFigure {
        hours,
        range: line.range.map(|(low, high)| (size(low), size(high))),
        grade: line.grade.map(|grade| grade.max(Grade::C)),
        ..line.clone()
    })
}

fn fault(engine: &Engine, activity: &ActivityId, multiplier: &Multiplier) -> Option<MultiplierFault> {
    if multiplier.note.trim().is_empty() {
        return Some(MultiplierFault::NoSource);
    }
    explicit_supplier(engine, activity).map(MultiplierFault::Supplier)
}

/// The supplier of `activity` that is counted by itself, in a new garment or in a pathway that has both.
pub(super) fn explicit_supplier(engine: &Engine, activity: &ActivityId) -> Option<ActivityId> {
    contexts(engine).into_iter().find_map(|explicit| {
        if !explicit.contains(activity) {
            return None;
        }
        let is_explicit = |id: &str| explicit.contains(id);
        multipliers::explicit_supplier(activity.as_str(), is_explicit).map(ActivityId::from)
    })
}

/// Kinds of work with hours of their own that stand together: in making new garments and fibre, and in each pathway.
fn contexts(engine: &Engine) -> Vec<BTreeSet<ActivityId>> {
    let garment = engine.new_garment.iter().map(|work| work.activity.clone());
    let mut making: BTreeSet<ActivityId> = garment.collect();
    let mut contexts = Vec::with_capacity(engine.pathways.len() + 1);
    for pathway in &engine.pathways {
        let stages = &pathway.network.stages;
        let own = stages.iter().flat_map(|stage| &stage.work);
        contexts.push(own.map(|line| line.activity.clone()).collect());
        for stage in stages {
            if let Body::End(end) = &stage.body {
                making.extend(end.displaces.iter().map(|fibre| fibre.activity.clone()));
            }
        }
    }
    contexts.insert(0, making);
    contexts
}
