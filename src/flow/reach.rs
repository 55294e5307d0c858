//! Checks that every part has somewhere to go at each material stage that it can reach.

use super::error::FlowError;
use super::plan::{Plan, PlanGate, Target};
use crate::model::PartId;
use std::collections::BTreeSet;

/// Shares below this carry nothing.
const NOTHING: f64 = 1e-12;

/// Follows each part from where pieces are taken apart (`entered`); an error names the stage that has no gate for it,
/// or whose gate sends mass nowhere.
pub fn check_gates(
    plan: &Plan,
    central: &[f64],
    parts: &[PartId],
    entered: &BTreeSet<Target>,
) -> Result<(), FlowError> {
    let mut open: Vec<Target> = Vec::new();
    let mut seen_by = vec![None; plan.materials.len()];
    for (at, part) in parts.iter().enumerate() {
        open.extend(entered);
        while let Some(target) = open.pop() {
            let Target::Material(index) = target else { continue };
            let (Some(material), Some(seen_by)) = (plan.materials.get(index), seen_by.get_mut(index)) else {
                continue;
            };
            if seen_by.replace(at) == Some(at) {
                continue;
            }
            let Some(gate) = material.gates.get(at).filter(|gate| !gate.missing) else {
                return Err(FlowError::NoGate {
                    stage: material.id.clone(),
                    part: part.clone(),
                });
            };
            for (share, target) in flows(gate, central) {
                match target {
                    _ if share <= NOTHING => {}
                    Some(target) => open.push(target),
                    None => {
                        return Err(FlowError::NoTarget {
                            stage: material.id.clone(),
                            part: part.clone(),
                        });
                    }
                }
            }
        }
    }
    Ok(())
}

/// Shares of what arrives, with where they go.
fn flows(gate: &PlanGate, central: &[f64]) -> [(f64, Option<Target>); 4] {
    let removed = gate.removed.of(central);
    let taken = (1.0 - removed) * gate.accepted.of(central);
    let output = gate.output_yield.of(central);
    [
        (removed, gate.removed_to),
        (1.0 - removed - taken, gate.refused_to),
        (taken * output, gate.output_to),
        (taken * (1.0 - output), gate.residue_to),
    ]
}
