//! Edits of the variants: copying, taking in hand, naming, removing, and what is compared.
//!
//! Invariant: one variant is in hand, no two have one number, and compared columns are of the project's own variants and
//! pathways.

use super::EditError;
use super::change::VariantEdit;
use super::words::copy_words;
use crate::model::{Column, PathwayId, Product, Project, VariantNo};
use crate::text::names::variant_words;
use std::collections::BTreeSet;

/// The most columns side by side.
pub const MOST_COMPARED: usize = 4;
/// The fewest that make a comparison.
pub const FEWEST_COMPARED: usize = 2;

/// Changes one variant.
pub fn change(project: &mut Project, number: VariantNo, change: &VariantEdit) -> Result<(), EditError> {
    match change {
        VariantEdit::Duplicate(beside) => duplicate(project, number, beside.as_ref()),
        VariantEdit::DuplicateCompared(pathway) => duplicate_compared(project, number, pathway),
        VariantEdit::TakeInHand => take_in_hand(project, number),
        VariantEdit::Rename(lang, text) => {
            let variant = find(project, number)?;
            variant.variant_name = variant.variant_name.with(*lang, text.trim());
            Ok(())
        }
        VariantEdit::Remove => remove(project, number),
    }
}

fn find(project: &mut Project, number: VariantNo) -> Result<&mut Product, EditError> {
    let mut all = std::iter::once(&mut project.product).chain(&mut project.others);
    let found = all.find(|variant| variant.variant == number);
    found.ok_or(EditError::NoVariant(number))
}

/// Puts a copy after the last variant and takes it in hand.
fn duplicate(project: &mut Project, number: VariantNo, beside: Option<&PathwayId>) -> Result<(), EditError> {
    let mut copy = find(project, number)?.clone();
    copy.variant = free_number(project);
    copy.variant_name = copy_words(&copy.variant_name);
    if let Some(pathway) = beside {
        let column = Column::new(copy.variant, pathway.clone());
        if project.compared.len() >= MOST_COMPARED {
            return Err(EditError::Compared(MOST_COMPARED + 1));
        }
        project
            .pathway(pathway)
            .ok_or_else(|| EditError::NoPathway(pathway.clone()))?;
        project.compared.push(column);
    }
    let before = std::mem::replace(&mut project.product, copy);
    project.others.push(before);
    Ok(())
}

/// Puts a copy after the last variant, takes it in hand and sets it beside the original on `pathway`.
fn duplicate_compared(
    project: &mut Project,
    number: VariantNo,
    pathway: &PathwayId,
) -> Result<(), EditError> {
    project
        .pathway(pathway)
        .ok_or_else(|| EditError::NoPathway(pathway.clone()))?;
    duplicate(project, number, None)?;
    let original = Column::new(number, pathway.clone());
    let copy = Column::new(project.product.variant, pathway.clone());
    beside(&mut project.compared, &original, copy);
    Ok(())
}

/// Sets `copy` after `original` among `columns`, or last where that is not among them; where there is no room the last that
/// is neither the first nor the original gives way.
pub(crate) fn beside(columns: &mut Vec<Column>, original: &Column, copy: Column) {
    if columns.len() >= MOST_COMPARED {
        let gives_way = |(place, column): &(usize, &Column)| *place > 0 && *column != original;
        let last = columns.iter().enumerate().rfind(gives_way);
        if let Some(place) = last.map(|(place, _)| place) {
            columns.remove(place);
        }
    }
    let place = columns.iter().position(|column| column == original);
    columns.insert(place.map_or(columns.len(), |place| place + 1), copy);
}

/// The number after the highest; the lowest free one where there is none after it.
fn free_number(project: &Project) -> VariantNo {
    let taken: BTreeSet<u32> = project
        .variants()
        .iter()
        .map(|variant| variant.variant.get())
        .collect();
    let after = taken.last().and_then(|last| last.checked_add(1));
    let lowest = || (1..=u32::MAX).find(|number| !taken.contains(number));
    after.or_else(lowest).and_then(VariantNo::new).unwrap_or_default()
}

fn take_in_hand(project: &mut Project, number: VariantNo) -> Result<(), EditError> {
    find(project, number)?;
    let at = project
        .others
        .iter()
        .position(|variant| variant.variant == number);
    if let Some(other) = at.and_then(|at| project.others.get_mut(at)) {
        std::mem::swap(&mut project.product, other);
    }
    Ok(())
}

/// Takes a variant out; its neighbour comes in hand where it was in hand, and the comparison is filled up to two.
fn remove(project: &mut Project, number: VariantNo) -> Result<(), EditError> {
    let name = variant_words(find(project, number)?);
    let numbers: Vec<VariantNo> = project.variants().iter().map(|variant| variant.variant).collect();
    let at = numbers.iter().position(|other| *other == number).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| numbers.get(at));
    let Some(neighbour) = numbers.get(at + 1).or(before) else {
        return Err(EditError::OnlyVariant(name));
    };
    if project.product.variant == number {
        take_in_hand(project, *neighbour)?;
    }
    project.others.retain(|variant| variant.variant != number);
    project.compared.retain(|column| column.variant != number);
    fill_comparison(project);
    Ok(())
}

/// Adds columns of the variant in hand until there are two, as far as there are pathways.
pub fn fill_comparison(project: &mut Project) {
    let number = project.product.variant;
    for pathway in &project.pathways {
        if project.compared.len() >= FEWEST_COMPARED {
            break;
        }
        let column = Column::new(number, pathway.id.clone());
        if !project.compared.contains(&column) {
            project.compared.push(column);
        }
    }
}

/// Chooses what is compared.
pub fn set_compared(project: &mut Project, compared: &[Column]) -> Result<(), EditError> {
    for column in compared {
        if project.variant(column.variant).is_none() {
            return Err(EditError::NoVariant(column.variant));
        }
        if project.pathway(&column.pathway).is_none() {
            return Err(EditError::NoPathway(column.pathway.clone()));
        }
    }
    let different: BTreeSet<&Column> = compared.iter().collect();
    let fits = (FEWEST_COMPARED..=MOST_COMPARED).contains(&compared.len());
    if !fits || different.len() != compared.len() {
        return Err(EditError::Compared(different.len()));
    }
    project.compared = compared.to_vec();
    Ok(())
}
