//! What the product is called: by the cell beside the word for a name above the table, else the first words there.
//!
//! Invariant: a word that heads columns or cells is no name of a product.

use super::columns::Mapping;
use super::sheet::Sheet;
use super::words::{Words, word_key};

/// The name of the product in the rows above the headings; empty where nothing stands there.
pub(super) fn of<'a>(sheet: &'a Sheet, mapping: &Mapping) -> &'a str {
    let words = Words::builtin();
    for label in &words.product_labels {
        if let Some(name) = beside(sheet, mapping.header, label) {
            return name;
        }
    }
    let all = || {
        let cells = (0..mapping.header).flat_map(|row| sheet.row(row));
        cells
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty() && !is_label(cell) && !is_figure(cell))
    };
    let is_own = |cell: &&str| !words.sheet_titles.contains(&word_key(cell));
    all().find(is_own).or_else(|| all().next()).unwrap_or_default()
}

/// What stands beside the cell that says `label`, or in it behind a colon.
fn beside<'a>(sheet: &'a Sheet, end: usize, label: &str) -> Option<&'a str> {
    for row in 0..end {
        let cells = sheet.row(row);
        for (place, cell) in cells.iter().enumerate() {
            let in_cell = cell
                .split_once([':', '：'])
                .map(|(head, rest)| (head, rest.trim()));
            let is_there = |text: &str| word_key(text) == label;
            let value = match in_cell {
                Some((head, rest)) if is_there(head) && !rest.is_empty() => Some(rest),
                Some((head, _)) if is_there(head) => cells.get(place + 1).map(|cell| cell.trim()),
                None if is_there(cell) => cells.get(place + 1).map(|cell| cell.trim()),
                _ => None,
            };
            let is_name = |value: &&str| !value.is_empty() && !is_label(value);
            if let Some(name) = value.filter(is_name) {
                return Some(name);
            }
        }
    }
    None
}

/// True for a word that heads columns or the cell beside it.
fn is_label(cell: &str) -> bool {
    let words = Words::builtin();
    let key = word_key(cell.trim_end_matches([':', '：']));
    words.columns.iter().any(|(known, _)| *known == key) || words.product_labels.contains(&key)
}

fn is_figure(cell: &str) -> bool {
    !cell.chars().any(char::is_alphabetic)
}
