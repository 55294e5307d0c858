//! What a lever changes in an engine, and the figures with it.

use super::measure;
use crate::assess::beside::Beside;
use crate::assess::{Central, Engine, Outcomes, central, compiled};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::flow::Slot;
use crate::model::{PathwayId, Project};
use std::cmp::Ordering;

/// What a lever changes in an engine.
#[derive(Debug, Clone, Default)]
pub(super) struct Change {
    /// Values of inputs, by their places.
    pub(super) inputs: Vec<(usize, f64)>,
    /// Numbers of slots.
    pub(super) slots: Vec<(Slot, f64)>,
}

impl Change {
    pub(super) const fn of_slots(slots: Vec<(Slot, f64)>) -> Self {
        Self {
            inputs: Vec::new(),
            slots,
        }
    }

    /// True where both change the same number.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let (mut own, mut others) = (self.slots.iter().peekable(), other.slots.iter().peekable());
        while let (Some((a, _)), Some((b, _))) = (own.peek(), others.peek()) {
            match a.cmp(b) {
                Ordering::Less => own.next(),
                Ordering::Greater => others.next(),
                Ordering::Equal => return true,
            };
        }
        false
    }
}

/// Values of `figures` of `engine` with its central `inputs` and these changes, worked out in `numbers` and `outcomes`.
pub(super) fn evaluated(
    engine: &mut Engine,
    inputs: &[f64],
    changes: &[&Change],
    asked: &[(&PathwayId, PathwayFigure)],
    (numbers, outcomes): (&mut Vec<f64>, &mut Outcomes),
) -> Vec<f64> {
    let mut inputs = inputs.to_vec();
    for (at, value) in changes.iter().flat_map(|change| &change.inputs) {
        if let Some(input) = inputs.get_mut(*at) {
            *input = *value;
        }
    }
    let slots = changes.iter().flat_map(|change| &change.slots);
    let mut slots: Vec<(Slot, f64)> = slots.copied().collect();
    slots.sort_by_key(|(slot, _)| *slot);
    engine.slots.resolve_with(&inputs, &slots, numbers);
    engine.evaluate_central(numbers, outcomes);
    read(engine, outcomes, &[], asked)
}

/// Values of `figures` of `project`, made whole.
pub(super) fn made(
    project: &Project,
    library: &Library,
    asked: &[(&PathwayId, PathwayFigure)],
    outcomes: &mut Outcomes,
) -> Vec<f64> {
    let is_beside = asked.iter().any(|(_, figure)| figure.is_beside());
    if is_beside {
        let Central { engine, beside, .. } = central(project, library, outcomes);
        return read(&engine, outcomes, &beside, asked);
    }
    let engine = compiled(project, library);
    engine.evaluate(&engine.central(), outcomes);
    read(&engine, outcomes, &[], asked)
}

fn read(
    engine: &Engine,
    outcomes: &Outcomes,
    beside: &[Option<Beside>],
    asked: &[(&PathwayId, PathwayFigure)],
) -> Vec<f64> {
    let value = |(id, figure): &(&PathwayId, PathwayFigure)| {
        let at = engine.index(id)?;
        let solved = engine
            .pathways
            .get(at)
            .is_some_and(|pathway| pathway.plan.is_ok());
        let outcome = outcomes.pathways.get(at).filter(|_| solved)?;
        let beside = beside.get(at).and_then(Option::as_ref);
        Some(measure::value(*figure, outcome, beside))
    };
    asked.iter().map(|one| value(one).unwrap_or(f64::NAN)).collect()
}
