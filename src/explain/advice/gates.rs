//! Gates before and after a move: which it opens, which it closes, and how many parts each stage takes.

use crate::assess::GateFigure;
use crate::flow::gate::Verdict;
use crate::model::{PartId, StageId};

/// A gate that answers otherwise after a move.
#[derive(Debug, Clone, PartialEq)]
pub struct GateChange {
    /// The stage.
    pub stage: StageId,
    /// The part.
    pub part: PartId,
    /// The gate before; none where the stage or the part was not there.
    pub before: Option<GateFigure>,
    /// The gate after; none where the stage or the part is gone.
    pub after: Option<GateFigure>,
}

/// How many parts a stage accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatesTaken {
    /// The stage.
    pub stage: StageId,
    /// Parts accepted before and after, with loss or without.
    pub before: usize,
    /// The same after.
    pub after: usize,
    /// Parts that come to it after.
    pub all: usize,
}

/// True where the gate takes the part, with loss or without.
pub(super) fn takes(gate: &GateFigure) -> bool {
    gate.answer.verdict != Verdict::Refused
}

/// The gates that refused before and take now, and those that took and refuse. A gate that was not there took nothing.
pub(super) fn changes(before: &[GateFigure], after: &[GateFigure]) -> (Vec<GateChange>, Vec<GateChange>) {
    (turned(before, after, true), turned(after, before, false))
}

/// The gates of `new` that take what those of `old` did not; `opens` where the old ones come first in time.
fn turned(old: &[GateFigure], new: &[GateFigure], opens: bool) -> Vec<GateChange> {
    let turned = new.iter().filter(|gate| takes(gate)).filter_map(|gate| {
        let other = find(old, gate);
        let stage_there = old.iter().any(|other| other.stage == gate.stage);
        let part_there = old.iter().any(|other| other.part == gate.part);
        let is_turned = match other {
            Some(other) => !takes(other),
            // A part that is left out closes nothing, and a new stage opens what it takes.
            None => !stage_there && part_there,
        };
        is_turned.then(|| (gate.clone(), other.cloned()))
    });
    turned
        .map(|(gate, other)| {
            let (before, after) = if opens {
                (other, Some(gate.clone()))
            } else {
                (Some(gate.clone()), other)
            };
            GateChange {
                stage: gate.stage,
                part: gate.part,
                before,
                after,
            }
        })
        .collect()
}

fn find<'g>(gates: &'g [GateFigure], like: &GateFigure) -> Option<&'g GateFigure> {
    gates
        .iter()
        .find(|gate| gate.stage == like.stage && gate.part == like.part)
}

/// How many parts each material stage takes, before and after; stages in the order after.
pub(super) fn taken(before: &[GateFigure], after: &[GateFigure]) -> Vec<GatesTaken> {
    let mut stages: Vec<&StageId> = Vec::new();
    for gate in after {
        if !stages.contains(&&gate.stage) {
            stages.push(&gate.stage);
        }
    }
    let at = |gates: &[GateFigure], stage: &StageId| {
        let here = gates.iter().filter(|gate| &gate.stage == stage);
        let taken = here.clone().filter(|gate| takes(gate)).count();
        (taken, here.count())
    };
    let row = |stage: &StageId| GatesTaken {
        stage: stage.clone(),
        before: at(before, stage).0,
        after: at(after, stage).0,
        all: at(after, stage).1,
    };
    stages.into_iter().map(row).collect()
}
