//! Several edits as one step, and parts that come from elsewhere.
//!
//! Invariant: either all of them are made or none.

use super::words::{both, edit_words, same};
use super::{Edit, EditError, Gesture, product};
use crate::model::{Assumed, Name, Part, PartId, Product, Project};
use crate::text::StepMsg;
use std::collections::BTreeSet;

/// The project after all of `edits`, one after the other; the first that is refused refuses all.
pub fn together(edits: &[Edit], project: &Project) -> Result<Project, EditError> {
    let mut next = project.clone();
    for edit in edits {
        next = edit.apply(&next)?;
    }
    Ok(next)
}

/// The gesture that several edits are part of: one act on all their targets; none where they do different things.
pub fn gesture(edits: &[Edit]) -> Option<Gesture> {
    let mut all = edits.iter().map(Edit::gesture);
    let mut whole = all.next()??;
    for gesture in all {
        let Gesture { act, target } = gesture?;
        if act != whole.act {
            return None;
        }
        whole.target.extend(target);
    }
    Some(whole)
}

/// What several edits are called: by the first, with how many there are.
pub fn together_words(edits: &[Edit], project: &Project) -> Name {
    let first = edits.first().map(|edit| edit_words(edit, project));
    counted(first.unwrap_or_default(), edits.len())
}

/// What adding `parts` is called.
pub fn parts_words(parts: &[Part]) -> Name {
    let first = parts.first().map(|part| part.name.clone()).unwrap_or_default();
    counted(both(StepMsg::Add, &[("name", &first)]), parts.len())
}

fn counted(first: Name, count: usize) -> Name {
    if count < 2 {
        return first;
    }
    let more = same(&(count - 1).to_string());
    both(StepMsg::Several, &[("what", &first), ("count", &more)])
}

/// Puts `parts` in at place `at`, each with an id of its own, with what of them is assumed.
pub fn add_parts(
    product: &mut Product,
    parts: &[Part],
    assumed: &BTreeSet<Assumed>,
    at: usize,
) -> Result<(), EditError> {
    let mut at = at.min(product.parts.len());
    for part in parts {
        product::add_part(product, part)?;
        let Some(new) = product.parts.pop() else { continue };
        let marks = assumed.iter().filter_map(|mark| of_new(mark, &part.id, &new.id));
        product.assumed.extend(marks);
        product.parts.insert(at, new);
        at += 1;
    }
    Ok(())
}

/// The mark of the part `old` as that of the part `new`.
fn of_new(mark: &Assumed, old: &PartId, new: &PartId) -> Option<Assumed> {
    match mark {
        Assumed::Mass(id) if id == old => Some(Assumed::Mass(new.clone())),
        Assumed::Making(id) if id == old => Some(Assumed::Making(new.clone())),
        Assumed::Finishes(id) if id == old => Some(Assumed::Finishes(new.clone())),
        _ => None,
    }
}
