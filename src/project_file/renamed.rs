//! Ids of the library that have changed: a file with the old ones keeps its figures.
//!
//! Invariant: only ids are changed, never a figure; an id that is not listed stays as it is.

use crate::model::{ActivityId, FactorId};

/// Activities under their old and their present id.
const ACTIVITIES: [(&str, &str); 5] = [
    ("disassembly", "trim_removal"),
    ("dye", "dyeing"),
    ("garment", "sewing"),
    ("mech_spin", "spinning_recycled"),
    ("spin", "spinning"),
];

/// Starts the id of a factor of work: `work.sewing.CN`.
const WORK: &str = "work.";

fn present(old: &str) -> Option<&'static str> {
    let row = ACTIVITIES.iter().find(|(id, _)| *id == old);
    row.map(|(_, present)| *present)
}

/// The activity that `id` stands for today.
pub(super) fn activity(id: String) -> ActivityId {
    present(&id).map_or_else(|| id.into(), ActivityId::from)
}

/// The factor that `id` stands for today.
pub(super) fn factor(id: String) -> FactorId {
    let work = id.strip_prefix(WORK).and_then(|rest| rest.split_once('.'));
    let renamed = work.and_then(|(activity, region)| Some(format!("{WORK}{}.{region}", present(activity)?)));
    renamed.unwrap_or(id).into()
}
