//! The tables of one sheet: which belong to the garment that is read, and which are others.

use super::columns::{Column, Mapping};
use super::error::limit;
use super::headings::{is_header, of_words};
use super::memory::Memory;
use super::sheet::Sheet;
use super::words::Words;

/// Rows in which further tables are looked for.
const ROWS: usize = 2_000;
/// Rows above the headings in which the title of a table stands.
const TITLE_ROWS: usize = 3;

/// The mapping of the table near the top of `sheet` with the most known headings, with the tables that go on with it.
pub(super) fn detect(sheet: &Sheet, memory: &Memory) -> Option<Mapping> {
    let headers = headers(sheet, memory);
    let near = |mapping: &&Mapping| mapping.header < limit::HEADER_ROWS;
    let mut best: Option<&Mapping> = None;
    for mapping in headers.iter().filter(near) {
        let key = |mapping: &Mapping| (mapping.has_figures(), mapping.score());
        if best.is_none_or(|best| key(mapping) > key(best)) {
            best = Some(mapping);
        }
    }
    Some(put_together(sheet, &headers, best?.header))
}

/// The same for the table whose headings stand in `row`.
pub(in crate::intake) fn at(sheet: &Sheet, row: usize, memory: &Memory) -> Mapping {
    let headers = headers(sheet, memory);
    if headers.iter().any(|mapping| mapping.header == row) {
        return put_together(sheet, &headers, row);
    }
    let mut mapping = Mapping::of_row(sheet, row, memory);
    let next = headers.iter().find(|other| other.header > row);
    mapping.end = next.map(|other| other.header);
    mapping
}

/// All rows of headings with their mappings, those that only repeat the ones before left out.
fn headers(sheet: &Sheet, memory: &Memory) -> Vec<Mapping> {
    let mut found: Vec<Mapping> = Vec::new();
    for row in (0..sheet.height().min(ROWS)).filter(|row| !sheet.is_hidden_row(*row)) {
        let is_inside = found.last().is_some_and(|last| row < last.first_row());
        let is_near = row < limit::HEADER_ROWS;
        let is_first = is_near && !found.iter().any(Mapping::has_figures);
        if is_inside || !may_head(sheet, row, is_first) {
            continue;
        }
        let mapping = if is_near {
            Mapping::of_row(sheet, row, memory)
        } else {
            of_words(sheet, row)
        };
        if !is_header(&mapping) {
            continue;
        }
        let Some(last) = found.last() else {
            found.push(mapping);
            continue;
        };
        let is_repeat = sheet.row(last.header) == sheet.row(row) && title(sheet, row).is_none();
        let is_second_language = row == last.first_row() && last.has_same_columns(&mapping);
        let is_weak = last.has_figures() && (!mapping.has_figures() || mapping.count() < 3);
        if !is_repeat && !is_weak && !is_second_language {
            found.push(mapping);
        }
    }
    // A row of words before the first real headings, or a row that only looks like headings, gives way to the better one.
    let real = found.iter().any(Mapping::has_figures);
    found.retain(|mapping| mapping.has_figures() || !real);
    found
}

/// True where a row can be one of headings: words, and no figures.
fn may_head(sheet: &Sheet, row: usize, is_first: bool) -> bool {
    let cells = || {
        sheet
            .row(row)
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    };
    let starts = |cell: &str| cell.starts_with(|c: char| c.is_ascii_digit());
    let figures = cells().filter(|cell| starts(cell)).count();
    let all = cells().count();
    if is_first {
        return all > 1 && figures * 2 < all;
    }
    all > 2 && figures == 0
}

/// The words above the headings in `row` that stand alone in their row.
fn title(sheet: &Sheet, row: usize) -> Option<&str> {
    let first = row.saturating_sub(TITLE_ROWS);
    for above in (first..row).rev() {
        let filled: Vec<&str> = sheet
            .row(above)
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        match filled.as_slice() {
            [] => {}
            [only] | [only, _] if !only.starts_with(|c: char| c.is_ascii_digit()) => return Some(only),
            _ => return None,
        }
    }
    None
}

/// True where the table is a section of the garment before it: fabric, trims, packaging.
fn is_section(sheet: &Sheet, mapping: &Mapping) -> bool {
    let words = Words::builtin();
    let is_group = |text: &str| words.group(text).is_some() && words.kind(text).is_none();
    let name = mapping
        .index(Column::Material)
        .map_or("", |place| sheet.cell(mapping.header, place));
    title(sheet, mapping.header).is_some_and(is_group) || is_group(name)
}

/// The table at `row` with the sections that follow it, and the list of the tables that stand for themselves.
fn put_together(sheet: &Sheet, headers: &[Mapping], row: usize) -> Mapping {
    let mut tables: Vec<Mapping> = Vec::new();
    let mut whole: Option<Mapping> = None;
    let mut named = Vec::new();
    for (place, mapping) in headers.iter().enumerate() {
        let mut mapping = mapping.clone();
        mapping.end = headers.get(place + 1).map(|next| next.header);
        if place > 0 && is_section(sheet, &mapping) {
            if let Some(main) = &mut whole {
                main.also.push(mapping);
            }
            continue;
        }
        let name = title(sheet, mapping.header).unwrap_or_default().to_owned();
        named.push((mapping.header, name));
        tables.extend(whole.replace(mapping));
    }
    tables.extend(whole);
    let holds = |table: &Mapping| table.header == row || table.also.iter().any(|also| also.header == row);
    let found = tables.iter().position(holds).unwrap_or(0);
    let mut chosen = tables.into_iter().nth(found).unwrap_or_default();
    if named.len() > 1 {
        chosen.tables = named;
    }
    chosen
}
