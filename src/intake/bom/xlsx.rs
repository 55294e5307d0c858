//! Sheets of an xlsx workbook.
//!
//! Invariant: the file is unpacked only within a limit, and cells are taken one by one, so that neither a small file that
//! unpacks to a huge one nor a cell far out of the sheet costs memory.

use super::error::{TableError, limit};
use super::sheet::Sheet;
use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx};
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The visible sheets in `bytes`, in the order of the workbook.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    check_size(bytes)?;
    // The reader of another party may meet a damaged file that it did not foresee.
    catch_unwind(AssertUnwindSafe(|| read(bytes)))
        .unwrap_or_else(|_| Err(TableError::Damaged("xlsx".to_owned())))
}

/// Unpacks everything once, to nowhere, and stops at the limit: the sizes that a file states may be wrong.
fn check_size(bytes: &[u8]) -> Result<(), TableError> {
    let damaged = |error: zip::result::ZipError| TableError::Damaged(error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = u64::try_from(limit::UNPACKED).unwrap_or(u64::MAX);
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(damaged)?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink())
            .map_err(|error| TableError::Damaged(error.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(TableError::TooLargeUnpacked)?;
    }
    Ok(())
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let damaged = |error: calamine::XlsxError| TableError::Damaged(error.to_string());
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let visible = |sheet: &&calamine::Sheet| {
        sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
    };
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut sheets = Vec::new();
    let mut budget = limit::UNPACKED;
    for name in names.iter().take(limit::SHEETS) {
        sheets.push(sheet(&mut book, name, &mut budget)?);
    }
    Ok(sheets)
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn sheet(book: &mut Book<'_>, name: &str, budget: &mut usize) -> Result<Sheet, TableError> {
    let damaged = |error: calamine::XlsxError| TableError::Damaged(error.to_string());
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(damaged)? {
        let is_percent = cells
            .styles()
            .get(style)
            .and_then(|style| style.number_format.as_ref())
            .is_some_and(|format| format.format_code.contains('%'));
        let text = text(cell.get_value(), is_percent);
        if text.is_empty() {
            continue;
        }
        *budget = budget
            .checked_sub(text.len())
            .ok_or(TableError::TooLargeUnpacked)?;
        let (row, column) = cell.get_position();
        put(&mut rows, row, column, text)?;
    }
    Ok(Sheet::new(rows)?.named(name))
}

fn put(rows: &mut Vec<Vec<String>>, row: u32, column: u32, text: String) -> Result<(), TableError> {
    let row = usize::try_from(row).unwrap_or(usize::MAX);
    let column = usize::try_from(column).unwrap_or(usize::MAX);
    if row >= limit::ROWS {
        return Err(TableError::TooManyRows);
    }
    if column >= limit::COLUMNS {
        return Err(TableError::TooManyColumns);
    }
    if rows.len() <= row {
        rows.resize_with(row + 1, Vec::new);
    }
    if let Some(cells) = rows.get_mut(row) {
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
    }
    Ok(())
}

/// What a cell shows: numbers as they are typed, shares in a format of per cent with their sign.
fn text(value: &DataRef<'_>, is_percent: bool) -> String {
    match Data::from(value.clone()) {
        Data::Float(number) if is_percent => format!("{}%", tidy(number * 100.0)),
        Data::Float(number) => tidy(number),
        Data::Int(number) => number.to_string(),
        Data::String(text) => text,
        Data::Bool(_)
        | Data::DateTime(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_)
        | Data::Empty => String::new(),
    }
}

/// A number without the last digits of binary arithmetic: 84, not 84.00000000000001.
fn tidy(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let rounded: f64 = format!("{number:.10}").parse().unwrap_or(number);
    rounded.to_string()
}
