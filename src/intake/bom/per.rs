//! For how many garments a table is: by the user, a lot column, a cell above the table, its title.

use super::answers::Answers;
use super::columns::{Column, Mapping};
use super::finding::PerBy;
use super::sheet::Sheet;
use super::units::per_of;
use super::words::{Words, says, word_key};
use crate::text::parse_number;

/// The most garments that a lot is of.
const MOST: f64 = 1_000_000.0;

/// How many garments, and who says so; the heading of the consumption and units in rows are looked at by each row.
pub(super) fn of(sheet: &Sheet, mapping: &Mapping, answers: &Answers) -> (f64, Option<PerBy>) {
    if let Some(per) = answers.per {
        return (per, (per > 1.0).then_some(PerBy::User));
    }
    let by_heading = [Column::Consumption, Column::GrossConsumption]
        .into_iter()
        .find_map(|column| mapping.index(column).and_then(|_| mapping.per(column)));
    if let Some(per) = by_heading {
        return (per, (per > 1.0).then_some(PerBy::Heading));
    }
    if let Some(lot) = column(sheet, mapping).or_else(|| cell(sheet, mapping)) {
        return (lot, (lot > 1.0).then_some(PerBy::Lot));
    }
    match title(sheet, mapping) {
        Some(per) if per > 1.0 => (per, Some(PerBy::Title)),
        _ => (1.0, None),
    }
}

/// The lot in its column: the first figure beneath the heading.
fn column(sheet: &Sheet, mapping: &Mapping) -> Option<f64> {
    const SEEN: usize = 20;
    let place = mapping.index(Column::Lot)?;
    let first = mapping.first_row();
    let cells = (first..sheet.height().min(first + SEEN)).map(|row| sheet.cell(row, place));
    cells.filter(|cell| !cell.is_empty()).find_map(number)
}

/// The lot in a cell above the table: `Lot size: 100`, or beside its name.
fn cell(sheet: &Sheet, mapping: &Mapping) -> Option<f64> {
    let words = Words::builtin();
    let lots: Vec<&String> = words
        .columns
        .iter()
        .filter(|(_, column)| *column == Some(Column::Lot))
        .map(|(word, _)| word)
        .collect();
    for row in 0..mapping.header {
        let cells = sheet.row(row);
        for (place, text) in cells.iter().enumerate() {
            let key = word_key(text);
            let known = lots.iter().filter(|word| key.starts_with(word.as_str()));
            let Some(word) = known.max_by_key(|word| word.len()) else {
                continue;
            };
            let rest = key.get(word.len()..).unwrap_or_default().trim();
            let beside = cells.get(place + 1).map_or("", |cell| cell.trim());
            let found = number(rest).or_else(|| number(beside).filter(|_| rest.is_empty()));
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// A figure of garments at the start of `text`: `100`, `100 pcs`, `100件`.
fn number(text: &str) -> Option<f64> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(text.len());
    let (digits, _) = text.split_at(end);
    parse_number(digits).filter(|value| (1.0..=MOST).contains(value))
}

/// What a title says: `Consumption per dozen`; of prices it does not count.
fn title(sheet: &Sheet, mapping: &Mapping) -> Option<f64> {
    let money = [
        "price", "cost", "fob", "usd", "rmb", "单价", "价格", "成本", "报价",
    ]
    .map(str::to_owned);
    let cells = (0..mapping.header).flat_map(|row| sheet.row(row));
    cells
        .filter(|text| !says(text, &money))
        .find_map(|text| per_of(text))
        .filter(|per| *per > 1.0)
}
