//! Cells of a workbook on their way into a sheet, whichever format they come from.
//!
//! Invariant: cells are taken one by one within the limits, so that neither a small file that unpacks to a huge one nor a
//! cell far out of the sheet costs memory.

use super::error::{TableError, limit};
use super::sheet::Sheet;
use calamine::{SheetType, SheetVisible};
use std::collections::BTreeSet;

/// A block of merged cells, ends included, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// First row.
    pub(super) top: usize,
    /// Last row.
    pub(super) bottom: usize,
    /// First column.
    pub(super) left: usize,
    /// Last column.
    pub(super) right: usize,
}

/// A sheet that is being read.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Vec<Vec<String>>,
    unreckoned: BTreeSet<(usize, usize)>,
    hidden_rows: BTreeSet<usize>,
    hidden_columns: BTreeSet<usize>,
    merged: Vec<Block>,
}

/// The most blocks of merged cells, hidden rows and formulas that are kept of a sheet.
const MOST: usize = 20_000;

/// True for a sheet of cells that is not hidden.
pub(super) fn is_shown(sheet: &calamine::Sheet) -> bool {
    sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
}

/// The names of the sheets of cells that are not hidden, in the order of the workbook.
pub(super) fn shown_names(all: &[calamine::Sheet]) -> Vec<String> {
    let shown = all.iter().filter(|sheet| is_shown(sheet));
    shown.map(|sheet| sheet.name.clone()).collect()
}

impl Grid {
    /// Puts `text` in its cell; `budget`: bytes of text that are left for the workbook.
    pub(super) fn put(
        &mut self,
        row: usize,
        column: usize,
        text: String,
        budget: &mut usize,
    ) -> Result<(), TableError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if row >= limit::ROWS {
            return Err(TableError::TooManyRows);
        }
        if column >= limit::COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        *budget = budget
            .checked_sub(text.len())
            .ok_or(TableError::TooLargeUnpacked)?;
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize_with(column + 1, String::new);
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        Ok(())
    }

    /// Notes a formula whose value is not stored in the file.
    pub(super) fn unreckoned(&mut self, row: usize, column: usize) {
        if self.unreckoned.len() < MOST && row < limit::ROWS && column < limit::COLUMNS {
            self.unreckoned.insert((row, column));
        }
    }

    /// Notes a row that the spreadsheet does not show.
    pub(super) fn hide_row(&mut self, row: usize) {
        if self.hidden_rows.len() < MOST && row < limit::ROWS {
            self.hidden_rows.insert(row);
        }
    }

    /// Notes columns that the spreadsheet does not show, ends included.
    pub(super) fn hide_columns(&mut self, first: usize, last: usize) {
        self.hidden_columns.extend(first..=last.min(limit::COLUMNS));
    }

    /// Notes cells that are shown as one.
    pub(super) fn merge(&mut self, block: Block) {
        let is_block = block.bottom >= block.top && block.right >= block.left;
        if self.merged.len() < MOST && is_block {
            self.merged.push(block);
        }
    }

    /// The sheet with `name`.
    pub(super) fn sheet(self, name: &str) -> Result<Sheet, TableError> {
        let sheet = Sheet::new(self.rows)?.named(name);
        Ok(sheet.with_marks(
            self.unreckoned,
            self.hidden_rows,
            self.hidden_columns,
            self.merged,
        ))
    }
}

/// A number without the last digits of binary arithmetic: 84, not 84.00000000000001; empty where it is none.
pub(super) fn number(value: f64, is_percent: bool) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let value = if is_percent { value * 100.0 } else { value };
    let rounded: f64 = format!("{value:.10}").parse().unwrap_or(value);
    if is_percent {
        format!("{rounded}%")
    } else {
        rounded.to_string()
    }
}
