//! One row of a sheet with the meaning of its columns.

use super::columns::{Column, Mapping};
use super::sheet::{Sheet, cell_name};
use super::words::Unit;

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// The sheet.
    pub(super) sheet: &'a Sheet,
    /// What its columns mean.
    pub(super) mapping: &'a Mapping,
    /// The row, from 0.
    pub(super) index: usize,
}

impl<'a> Row<'a> {
    /// The text of `column`.
    pub(super) fn text(&self, column: Column) -> &'a str {
        self.mapping.text(self.sheet, self.index, column)
    }

    /// The name of the cell of `column`; empty where the sheet has no such column.
    pub(super) fn cell(&self, column: Column) -> String {
        let at = self.mapping.index(column);
        at.map_or_else(String::new, |column| cell_name(self.index, column))
    }

    /// The unit that the heading of `column` gives.
    pub(super) fn heading_unit(&self, column: Column) -> Option<Unit> {
        self.mapping.unit(column)
    }

    /// True where nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.sheet
            .row(self.index)
            .iter()
            .all(|cell| cell.trim().is_empty())
    }

    /// True where only its first words stand in it.
    pub(super) fn is_heading(&self) -> bool {
        let filled = self
            .sheet
            .row(self.index)
            .iter()
            .filter(|cell| !cell.trim().is_empty());
        filled.count() == 1
    }

    /// True where it repeats the headings.
    pub(super) fn repeats_header(&self) -> bool {
        self.sheet.row(self.index) == self.sheet.row(self.mapping.header)
    }
}
