//! Sheets of an xlsx workbook.
//!
//! Invariant: cells are taken one by one within the limits of [`Grid`].

use super::error::{TableError, limit};
use super::grid::{Grid, number};
use super::sheet::Sheet;
use super::xlsx_marks;
use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The visible sheets in `bytes`, in the order of the workbook.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    // The reader of another party may meet a damaged file that it did not foresee.
    catch_unwind(AssertUnwindSafe(|| read(bytes)))
        .unwrap_or_else(|_| Err(TableError::Damaged("xlsx".to_owned())))
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

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
    let paths = xlsx_marks::paths(bytes);
    let mut sheets = Vec::new();
    let mut budget = limit::UNPACKED;
    for name in names.iter().take(limit::SHEETS) {
        let mut grid = Grid::default();
        cells(&mut book, name, &mut grid, &mut budget)?;
        if let Some((_, path)) = paths.iter().find(|(known, _)| known == name) {
            xlsx_marks::read(bytes, path, &mut grid);
        }
        sheets.push(grid.sheet(name)?);
    }
    Ok(sheets)
}

fn cells(book: &mut Book<'_>, name: &str, grid: &mut Grid, budget: &mut usize) -> Result<(), TableError> {
    let damaged = |error: calamine::XlsxError| TableError::Damaged(error.to_string());
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(damaged)? {
        let is_percent = cells
            .styles()
            .get(style)
            .and_then(|style| style.number_format.as_ref())
            .is_some_and(|format| format.format_code.contains('%'));
        let (row, column) = cell.get_position();
        let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        grid.put(
            place(row),
            place(column),
            text(cell.get_value(), is_percent),
            budget,
        )?;
    }
    Ok(())
}

/// What a cell shows: numbers as they are typed, shares in a format of per cent with their sign.
pub(super) fn text(value: &DataRef<'_>, is_percent: bool) -> String {
    match Data::from(value.clone()) {
        Data::Float(value) => number(value, is_percent),
        Data::Int(value) => value.to_string(),
        Data::String(text) => text,
        Data::Bool(_)
        | Data::DateTime(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_)
        | Data::Empty => String::new(),
    }
}
