//! Edits of own places: adding, naming, moving into another place, removing.
//!
//! Invariant: an own place that is added or moved lies in a place of the library or in another own one; where its id
//! changes, everything that stands there goes with it.

use super::words::{about, same, stage_words};
use super::{EditError, PlaceEdit, slug};
use crate::data::Library;
use crate::model::{FactorId, MOST_NESTED, Name, Override, Overrides, PlaceId, Project, Typed};
use crate::project_file::Rows;
use crate::text::StepMsg;
use std::collections::BTreeMap;

/// The id that a new place called `name` in the place `around` gets.
pub fn free_place_id(project: &Project, around: &PlaceId, name: &Name) -> PlaceId {
    let taken = |word: &str| project.places.contains_key(&around.inside(word));
    around.inside(&slug::unique("", &name.en, "place", taken))
}

/// Where the own place `id` is in use, each in words; own places in it do not count.
pub fn place_uses(project: &Project, id: &PlaceId) -> Vec<Name> {
    let mut uses = Vec::new();
    for product in project.variants() {
        let ends = [
            (StepMsg::ProductMadeIn, &product.made_in),
            (StepMsg::ProductUsedIn, &product.used_in),
        ];
        let here = ends.into_iter().filter(|(_, place)| *place == id);
        uses.extend(here.map(|(words, _)| super::words::both(words, &[])));
    }
    for pathway in &project.pathways {
        let here = pathway.stages.iter().filter(|stage| &stage.place == id);
        uses.extend(here.map(|stage| {
            let (stage, pathway) = (stage_words(stage), pathway.name.clone());
            super::words::both(StepMsg::StageOn, &[("stage", &stage), ("pathway", &pathway)])
        }));
    }
    if project.home.as_ref() == Some(id) {
        uses.push(super::words::both(StepMsg::Home, &[]));
    }
    uses.dedup();
    uses
}

/// Adds the own place `id`.
pub(super) fn add(project: &mut Project, id: &PlaceId, name: &Name) -> Result<(), EditError> {
    check_word(id)?;
    check_name(name)?;
    check_free(project, id)?;
    let around = id.around().ok_or_else(|| EditError::NoPlace(same(id.as_str())))?;
    check_known(project, &around)?;
    project.places.insert(id.clone(), name.clone());
    Ok(())
}

/// Changes the own place `id`.
pub(super) fn change(project: &mut Project, id: &PlaceId, change: &PlaceEdit) -> Result<(), EditError> {
    let name = project.places.get_mut(id);
    let name = name.ok_or_else(|| EditError::NoPlace(same(id.as_str())))?;
    match change {
        PlaceEdit::Rename(new) => {
            check_name(new)?;
            name.clone_from(new);
            Ok(())
        }
        PlaceEdit::MoveInto(around) => move_into(project, id, around),
        PlaceEdit::Remove => remove(project, id),
    }
}

/// The last part of an id is one word: letters, digits, hyphens and underscores.
fn check_word(id: &PlaceId) -> Result<(), EditError> {
    let word = id.word();
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    if word.is_empty() || !word.chars().all(is_plain) {
        return Err(EditError::PlaceWord(same(word)));
    }
    if id.nested() > MOST_NESTED {
        return Err(EditError::TooMany(Rows::Nested));
    }
    Ok(())
}

fn check_name(name: &Name) -> Result<(), EditError> {
    if name.en.trim().is_empty() && name.zh.trim().is_empty() {
        Err(EditError::NamelessPlace)
    } else {
        Ok(())
    }
}

fn check_free(project: &Project, id: &PlaceId) -> Result<(), EditError> {
    let is_taken = project.places.contains_key(id) || Library::builtin().place(id).is_some();
    if is_taken {
        Err(EditError::PlaceTaken(same(id.as_str())))
    } else {
        Ok(())
    }
}

fn check_known(project: &Project, id: &PlaceId) -> Result<(), EditError> {
    if project.own_place(id).is_some() || Library::builtin().place(id).is_some() {
        Ok(())
    } else {
        Err(EditError::NoPlace(same(id.as_str())))
    }
}

/// Lets `id` lie in `around`, with all that lies in it.
fn move_into(project: &mut Project, id: &PlaceId, around: &PlaceId) -> Result<(), EditError> {
    if id.around().as_ref() == Some(around) {
        return Ok(());
    }
    check_known(project, around)?;
    if around.moved(id, id).is_some() {
        return Err(EditError::PlaceInItself(own_name(project, id)));
    }
    let to = around.inside(id.word());
    check_free(project, &to)?;
    let deepest = project.places.keys().filter_map(|place| place.moved(id, &to));
    if deepest.map(|place| place.nested()).max() > Some(MOST_NESTED) {
        return Err(EditError::TooMany(Rows::Nested));
    }
    carry(project, id, &to);
    Ok(())
}

/// Everything at `from` or in it goes to `to`.
fn carry(project: &mut Project, from: &PlaceId, to: &PlaceId) {
    let follow = |place: &mut PlaceId| {
        if let Some(moved) = place.moved(from, to) {
            *place = moved;
        }
    };
    for product in std::iter::once(&mut project.product).chain(&mut project.others) {
        follow(&mut product.made_in);
        follow(&mut product.used_in);
    }
    let stages = project
        .pathways
        .iter_mut()
        .flat_map(|pathway| &mut pathway.stages);
    stages.for_each(|stage| follow(&mut stage.place));
    project.home.iter_mut().for_each(follow);
    let places = std::mem::take(&mut project.places).into_iter();
    project.places = places
        .map(|(place, name)| (place.moved(from, to).unwrap_or(place), name))
        .collect();
    let own = std::mem::take(&mut project.overrides).into_iter();
    project.overrides = own
        .map(|(factor, own)| (wage_of(&factor, from, to).unwrap_or(factor), own))
        .collect::<BTreeMap<FactorId, Override>>();
}

/// The id of a typed wage at a place that goes from `from` to `to`; none for any other figure.
fn wage_of(factor: &FactorId, from: &PlaceId, to: &PlaceId) -> Option<FactorId> {
    match Typed::of(factor.as_str())? {
        Typed::Wage(activity, place) => Some(Typed::Wage(activity, place.moved(from, to)?).id()),
        Typed::CarbonMade(_) => None,
    }
}

/// Takes `id` out, with the wages that were typed in for it.
fn remove(project: &mut Project, id: &PlaceId) -> Result<(), EditError> {
    let name = own_name(project, id);
    let inner = project.places.iter().find(|(place, _)| {
        let inside = place.moved(id, id);
        inside.is_some() && *place != id
    });
    if let Some((_, inner)) = inner {
        let inner = inner.clone();
        return Err(EditError::PlaceHolds { name, inner });
    }
    if let Some(by) = place_uses(project, id).into_iter().next() {
        return Err(EditError::PlaceUsed { name, by });
    }
    project.places.remove(id);
    let gone = |factor: &FactorId| wage_of(factor, id, id).is_some();
    let kept: Overrides = std::mem::take(&mut project.overrides);
    project.overrides = kept.into_iter().filter(|(factor, _)| !gone(factor)).collect();
    Ok(())
}

fn own_name(project: &Project, id: &PlaceId) -> Name {
    let name = project.places.get(id).cloned();
    name.unwrap_or_else(|| same(id.as_str()))
}

/// What a step that changes the own place `id` is called.
pub(super) fn words(change: &PlaceEdit, project: &Project, id: &PlaceId) -> Name {
    let message = match change {
        PlaceEdit::Rename(_) => StepMsg::Rename,
        PlaceEdit::MoveInto(_) => StepMsg::MovePlace,
        PlaceEdit::Remove => StepMsg::Remove,
    };
    about(message, &own_name(project, id))
}
