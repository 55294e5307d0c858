//! Ids of levers: what the window, the command line and the list of levers call one and the same figure.

use crate::flow::InputKey;
use crate::model::{FibreId, PartId, PathwayId, StageId};

/// Wears of a first life.
pub const WEARS: &str = "wears";

/// Mass of a part.
pub fn mass(part: &PartId) -> String {
    format!("mass:{part}")
}

/// Cutting loss of a part.
pub fn loss(part: &PartId) -> String {
    format!("loss:{part}")
}

/// Share of a fibre of a part.
pub fn fibre(part: &PartId, fibre: &FibreId) -> String {
    format!("fibre:{part}.{fibre}")
}

/// Recycled share of a fibre of a part.
pub fn recycled(part: &PartId, fibre: &FibreId) -> String {
    format!("recycled:{part}.{fibre}")
}

/// Share of what leaves a stage for another.
pub fn share(from: &StageId, to: &StageId) -> String {
    format!("share:{from}>{to}")
}

/// The own figure of a stage.
pub fn own(stage: &StageId) -> String {
    format!("own:{stage}")
}

/// What of a stage's output comes back.
pub fn closed(stage: &StageId) -> String {
    format!("closed:{stage}")
}

/// The lever that turns the figure with this key, and the pathway that it stands on; none for a figure that no lever turns.
pub fn of(key: &InputKey) -> Option<(Option<&PathwayId>, String)> {
    match key {
        InputKey::Factor(id) => Some((None, id.to_string())),
        InputKey::Wears => Some((None, WEARS.to_owned())),
        InputKey::CuttingLoss(part) => Some((None, loss(part))),
        InputKey::Share { pathway, from, to } => Some((Some(pathway), share(from, to))),
        InputKey::Own { pathway, stage } => Some((Some(pathway), own(stage))),
        InputKey::Closed { pathway, stage } => Some((Some(pathway), closed(stage))),
        InputKey::SewingMinutes | InputKey::OwnWears(_) => None,
    }
}
