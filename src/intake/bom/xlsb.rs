//! Sheets of a binary workbook, xlsb.
//!
//! Invariant: cells are taken one by one within the limits of [`Grid`].

use super::error::{TableError, limit};
use super::grid::{Grid, shown_names};
use super::sheet::Sheet;
use super::xlsx::text;
use calamine::{Reader, Xlsb};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The visible sheets in `bytes`, in the order of the workbook.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    catch_unwind(AssertUnwindSafe(|| read(bytes)))
        .unwrap_or_else(|_| Err(TableError::Damaged("xlsb".to_owned())))
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let damaged = |error: calamine::XlsbError| TableError::Damaged(error.to_string());
    let mut book = Xlsb::new(Cursor::new(bytes)).map_err(damaged)?;
    let names = shown_names(book.sheets_metadata());
    let mut sheets = Vec::new();
    let mut budget = limit::UNPACKED;
    for name in names.iter().take(limit::SHEETS) {
        let mut grid = Grid::default();
        let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
            grid.put(
                place(row),
                place(column),
                text(cell.get_value(), false),
                &mut budget,
            )?;
        }
        sheets.push(grid.sheet(name)?);
    }
    sheets.extend(names.iter().skip(limit::SHEETS).map(|name| Sheet::unread(name)));
    Ok(sheets)
}
