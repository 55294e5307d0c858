//! Sheets of an xlsx workbook.
//!
//! Invariant: cells are taken one by one within the limits of [`Grid`].

use super::error::{TableError, limit};
use super::grid::{Grid, number, shown_names};
use super::sheet::Sheet;
use super::xlsx_marks;
use calamine::{Data, DataRef, Reader, Xlsx};
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
    let names = shown_names(book.sheets_metadata());
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
    sheets.extend(names.iter().skip(limit::SHEETS).map(|name| Sheet::unread(name)));
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

/// The day with the number that workbooks count it by: `2026-05-07`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "workbooks count some million days at most"
)]
fn day(serial: f64) -> String {
    /// Days from the first of March of the year 0 to day 0 of workbooks, 1899-12-30.
    const START: i64 = 693_899;
    /// Days of four hundred years.
    const ERA: i64 = 146_097;
    let days = serial.clamp(0.0, 3_000_000.0).floor() as i64 + START;
    let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// What a cell shows: numbers as they are typed, shares in a format of per cent with their sign.
pub(super) fn text(value: &DataRef<'_>, is_percent: bool) -> String {
    match Data::from(value.clone()) {
        Data::Float(value) => number(value, is_percent),
        Data::Int(value) => value.to_string(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text,
        // What stands there is no figure, and is said to be none.
        Data::Error(error) => error.to_string(),
        Data::DateTime(date) => day(date.as_f64()),
        Data::Bool(_) | Data::Empty => String::new(),
    }
}

#[cfg(test)]
mod days {
    use super::day;

    #[test]
    fn days_have_their_dates() {
        for (serial, date) in [
            (45_000.0, "2023-03-15"),
            (61.0, "1900-03-01"),
            (46_149.5, "2026-05-07"),
        ] {
            assert_eq!(day(serial), date);
        }
    }
}
