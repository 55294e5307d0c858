//! Columns of consumption by size: `S M L XL`, `36 38 40`, `110码 120码`.

use super::columns::{Column, Mapping};
use super::sheet::Sheet;
use super::words::Words;

/// True where `text` is a size in figures: `38`, `120`, `120cm`, `110码`.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text
        .trim()
        .trim_end_matches(['码', '#'])
        .trim_end_matches("cm")
        .trim_end_matches('T');
    let is_figure = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_figure && digits.parse::<u32>().is_ok_and(|size| (2..=200).contains(&size))
}

/// Finds two or more columns beside each other that are headed by sizes, and takes the middle one, or M.
pub(super) fn find(sheet: &Sheet, over: &[(String, String)], mapping: &mut Mapping) {
    let words = Words::builtin();
    let is_named = |own: &str| words.size(own).is_some();
    let mut sizes: Vec<(String, usize)> = Vec::new();
    for (place, (above, own)) in over.iter().enumerate() {
        let own = last_word(own);
        let below_consumption = mapping.column_at(place) == Some(Column::Consumption) || !above.is_empty();
        let is_size =
            is_named(own) || is_number(own) && (below_consumption || is_numbered(sheet, mapping, place));
        let is_free = matches!(mapping.column_at(place), None | Some(Column::Consumption));
        if is_size && is_free && has_figures(sheet, mapping, place) {
            sizes.push((own.to_owned(), place));
        }
    }
    // `Net (m)` beside `Gross (m)` names no sizes: those differ.
    let is_twice = |at: usize| {
        let name = sizes.get(at).map(|(name, _)| name);
        sizes.iter().take(at).any(|(known, _)| Some(known) == name)
    };
    if sizes.len() < 2 || (0..sizes.len()).any(is_twice) {
        return;
    }
    let base = sizes
        .iter()
        .position(|(name, _)| words.size(name) == words.size("M"))
        .unwrap_or((sizes.len() - 1) / 2);
    let stated = mapping.index(Column::Consumption);
    let is_own = stated.is_some_and(|stated| sizes.iter().all(|(_, place)| *place != stated));
    mapping.sizes = sizes;
    // A column of its own for the consumption needs no size.
    if is_own {
        mapping.sizes.clear();
        return;
    }
    if let Some((_, place)) = mapping.sizes.get(base) {
        let place = *place;
        mapping
            .rivals
            .retain(|rival| mapping.sizes.iter().all(|(_, size)| size != rival));
        mapping.set(sheet, Column::Consumption, Some(place));
    }
}

/// The size in a heading: `Size M`, `Consumption M`.
fn last_word(heading: &str) -> &str {
    let words = heading.trim();
    match words.rsplit_once([' ', '-', '/']) {
        Some((before, last)) if before.split_whitespace().count() <= 2 => last,
        _ => words,
    }
}

/// True where the heading beside it is a size in figures as well.
fn is_numbered(sheet: &Sheet, mapping: &Mapping, place: usize) -> bool {
    let row = mapping.header + mapping.depth.max(1) - 1;
    let beside = [place.checked_sub(1), Some(place + 1)];
    beside
        .into_iter()
        .flatten()
        .any(|place| is_number(sheet.cell(row, place)))
}

/// True where figures stand beneath the heading, and nothing else.
fn has_figures(sheet: &Sheet, mapping: &Mapping, place: usize) -> bool {
    const SEEN: usize = 30;
    let first = mapping.first_row();
    let mut cells = (first..sheet.height().min(first + SEEN)).map(|row| sheet.cell(row, place));
    let is_figure = |cell: &str| {
        cell.is_empty() || cell.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '-')
    };
    let some = cells.clone().any(|cell| !cell.is_empty());
    some && cells.all(is_figure)
}
