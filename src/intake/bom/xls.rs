//! Sheets of a workbook of the older binary format, xls.
//!
//! Invariant: the records are looked through first, so that a cell far out of its sheet costs no memory.

use super::error::{TableError, limit};
use super::grid::{Block, Grid, is_shown, number};
use super::sheet::Sheet;
use calamine::{Data, Range, Reader, SheetVisible, Xls, XlsError};
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The visible sheets in `bytes`, in the order of the workbook.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    catch_unwind(AssertUnwindSafe(|| read(bytes)))
        .unwrap_or_else(|_| Err(TableError::Damaged("xls".to_owned())))
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let mut marks = look_through(&stream(bytes)?)?.into_iter();
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error: XlsError| match error {
        XlsError::Password => TableError::Locked,
        error => TableError::Damaged(error.to_string()),
    })?;
    let all: Vec<calamine::Sheet> = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    let mut budget = limit::UNPACKED;
    for sheet in all.iter().take(limit::SHEETS) {
        let mut grid = marks.next().unwrap_or_default();
        let Some(range) = book.worksheet_range(&sheet.name).ok().filter(|_| is_shown(sheet)) else {
            continue;
        };
        let blocks = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        for block in blocks {
            grid.merge(Block {
                top: place(block.start.0),
                bottom: place(block.end.0),
                left: place(block.start.1),
                right: place(block.end.1),
            });
        }
        cells(&range, &mut grid, &mut budget)?;
        sheets.push(grid.sheet(&sheet.name)?);
    }
    let beyond = all.iter().skip(limit::SHEETS);
    let beyond = beyond.filter(|sheet| sheet.visible == SheetVisible::Visible);
    sheets.extend(beyond.map(|sheet| Sheet::unread(&sheet.name)));
    Ok(sheets)
}

fn cells(range: &Range<Data>, grid: &mut Grid, budget: &mut usize) -> Result<(), TableError> {
    let (top, left) = range.start().unwrap_or_default();
    let place = |start: u32, at: usize| usize::try_from(start).unwrap_or(usize::MAX).saturating_add(at);
    for (row, column, value) in range.used_cells() {
        let text = match value {
            Data::Float(value) => number(*value, false),
            Data::Int(value) => value.to_string(),
            Data::String(text) => text.clone(),
            _ => continue,
        };
        grid.put(place(top, row), place(left, column), text, budget)?;
    }
    Ok(())
}

/// The stream of the workbook. A container without one is a workbook locked with a password.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, TableError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| TableError::Locked)?;
    for name in ["/Workbook", "/Book"] {
        if let Ok(stream) = file.open_stream(name) {
            let mut found = Vec::new();
            let most = u64::try_from(limit::UNPACKED).unwrap_or(u64::MAX);
            stream
                .take(most)
                .read_to_end(&mut found)
                .map_err(|error| TableError::Damaged(error.to_string()))?;
            return Ok(found);
        }
    }
    Err(TableError::Locked)
}

/// Kinds of records.
mod record {
    pub const BEGIN: u16 = 0x0809;
    pub const END: u16 = 0x000A;
    pub const ROW: u16 = 0x0208;
    pub const COLUMNS: u16 = 0x007D;
    /// Cells: blank ones, numbers, texts, formulas.
    pub const CELLS: [u16; 10] = [
        0x0201, 0x00BE, 0x0203, 0x027E, 0x00BD, 0x00FD, 0x0204, 0x00D6, 0x0205, 0x0006,
    ];
    /// Those that hold something.
    pub const FILLED: [u16; 8] = [0x0203, 0x027E, 0x00BD, 0x00FD, 0x0204, 0x00D6, 0x0205, 0x0006];
}

/// The hidden rows and columns of each sheet in order; refuses cells beyond the limits.
fn look_through(stream: &[u8]) -> Result<Vec<Grid>, TableError> {
    let mut sheets: Vec<Grid> = Vec::new();
    let mut depth = 0_usize;
    let mut is_globals = true;
    let mut rest = stream;
    while let Some((kind, body, after)) = next(rest) {
        rest = after;
        match kind {
            record::BEGIN => {
                depth += 1;
                if depth == 1 && !is_globals {
                    sheets.push(Grid::default());
                }
            }
            record::END => {
                depth = depth.saturating_sub(1);
                is_globals &= depth > 0;
            }
            _ if depth == 1 => {
                if let Some(grid) = sheets.last_mut() {
                    mark(kind, body, grid)?;
                }
            }
            _ => {}
        }
    }
    Ok(sheets)
}

fn next(stream: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let kind = short(stream, 0)?;
    let length = usize::from(short(stream, 2)?);
    let body = stream.get(4..4 + length)?;
    Some((kind, body, stream.get(4 + length..)?))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let pair: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u16::from_le_bytes(pair))
}

fn mark(kind: u16, body: &[u8], grid: &mut Grid) -> Result<(), TableError> {
    const HIDDEN_ROW: u16 = 0x20;
    const HIDDEN_COLUMN: u16 = 1;
    let place = |at: usize| short(body, at).map(usize::from);
    if kind == record::ROW
        && let Some(row) = place(0)
        && short(body, 12).is_some_and(|flags| flags & HIDDEN_ROW != 0)
    {
        grid.hide_row(row);
    }
    if kind == record::COLUMNS
        && let (Some(first), Some(last)) = (place(0), place(2))
        && short(body, 8).is_some_and(|flags| flags & HIDDEN_COLUMN != 0)
    {
        grid.hide_columns(first, last);
    }
    if record::CELLS.contains(&kind) {
        let (row, column) = (place(0).unwrap_or(0), place(2).unwrap_or(0));
        if row >= limit::ROWS {
            return Err(TableError::TooManyRows);
        }
        if column >= limit::COLUMNS && record::FILLED.contains(&kind) {
            return Err(TableError::TooManyColumns);
        }
    }
    Ok(())
}
