//! How wide each column of the table is.

use super::data::meaning;
use crate::intake::Draft;
use crate::intake::bom::{Column, cell_name};
use crate::text::Lang;

/// Rows that are looked at.
const ROWS: usize = 60;
/// Room of one character of the alphabet; others take two.
const CHARACTER: f32 = 8.0;
/// Room beside the words of a cell, and beside the name of a meaning in its drop-down list.
const AROUND: f32 = 30.0;
const AROUND_NAME: f32 = 80.0;
/// Widths of a column.
const LEAST: f32 = 72.0;
const MOST: f32 = 260.0;

/// One column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SheetColumn {
    /// Its index in the sheet.
    pub index: usize,
    /// What it means.
    pub meaning: Option<Column>,
    /// Its left end from that of the first column.
    pub left: f32,
    /// Its width.
    pub width: f32,
}

impl SheetColumn {
    /// True where figures stand, which align at the right.
    pub(super) fn is_figures(&self) -> bool {
        self.meaning.is_some_and(Column::is_figure)
    }

    /// Its letters.
    pub(super) fn letters(&self) -> String {
        cell_name(0, self.index).trim_end_matches('1').to_owned()
    }
}

/// The columns of the chosen sheet, side by side.
pub(super) fn columns(draft: &Draft, lang: Lang) -> Vec<SheetColumn> {
    let sheet = draft.sheet();
    let header = draft.mapping().header;
    let rows = header..sheet.height().min(header + ROWS);
    let mut left = 0.0;
    let mut columns = Vec::new();
    for index in 0..sheet.width() {
        let longest = rows
            .clone()
            .map(|row| length(sheet.cell(row, index)))
            .fold(0.0, f32::max);
        let column = draft.mapping().column_at(index);
        let name = length(meaning(column).text(lang)) * CHARACTER + AROUND_NAME;
        let width = (longest * CHARACTER + AROUND)
            .clamp(LEAST, MOST)
            .max(name)
            .round();
        columns.push(SheetColumn {
            index,
            meaning: column,
            left,
            width,
        });
        left += width;
    }
    columns
}

/// Length of `text` in characters of the alphabet.
fn length(text: &str) -> f32 {
    text.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum()
}
