//! Checks of the kinds of stages.

use crate::data::{AtPlace, Library, StageKindRow};
use crate::model::{Name, StageRole};

/// Activities, places and factors that a kind names are there; each list of factors ends with one for every other place;
/// a kind that is worn or leads back into use has a figure of its own, and no other has.
pub fn check_stage_kinds(library: &Library) -> Vec<String> {
    let of_kind = |row: &StageKindRow| -> Vec<String> {
        let mut found = Vec::new();
        for work in &row.work {
            if library.activity(&work.activity).is_none() {
                found.push(format!("no activity {}", work.activity));
            }
            if !work.hours.is_empty() {
                found.extend(wrong_rows(library, &work.hours));
            }
        }
        if let Some(own) = &row.own {
            found.extend(wrong_rows(library, &own.factors));
        }
        let needs_own = matches!(row.role, StageRole::Worn | StageRole::Hired | StageRole::Return);
        if needs_own != row.own.is_some() {
            found.push("a figure of its own where none is asked for, or none where one is".to_owned());
        }
        if row.passed.is_some() != (row.role == StageRole::Return) {
            found.push(
                "words for a passage where none leads back into use, or none where one does".to_owned(),
            );
        }
        found
    };
    let problems = library.stage_kinds.iter().flat_map(|row| {
        of_kind(row)
            .into_iter()
            .map(|what| format!("kind {}: {what}", row.id))
    });
    problems.collect()
}

/// What is wrong with a list of factors by place.
fn wrong_rows(library: &Library, rows: &[AtPlace]) -> Vec<String> {
    let places = rows.iter().filter_map(|row| row.place.as_ref());
    let unknown = places.filter(|id| library.place(id).is_none());
    let mut found: Vec<String> = unknown.map(|id| format!("no place {id}")).collect();
    let missing = rows
        .iter()
        .filter(|row| library.factor(row.factor.as_str()).is_none());
    found.extend(missing.map(|row| format!("no factor {}", row.factor)));
    if rows.iter().filter(|row| row.place.is_none()).count() != 1 {
        found.push("not exactly one factor for all other places".to_owned());
    }
    found
}

/// Names and words of all kinds, by id.
pub(super) fn names(library: &Library) -> impl Iterator<Item = (String, &Name)> {
    library.stage_kinds.iter().flat_map(|row| {
        let own = row.own.iter().map(|own| &own.label);
        std::iter::once(&row.name)
            .chain(&row.passed)
            .chain(own)
            .map(|name| (row.id.to_string(), name))
    })
}
