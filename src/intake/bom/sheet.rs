//! A sheet of cells, and what its file says of them beside their text.
//!
//! Invariant: a cell keeps the row and column that it has in the spreadsheet, and a sheet stays within the limits.

use super::error::{TableError, limit};
use super::grid::Block;
use std::collections::BTreeSet;

/// Cells as text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    name: String,
    rows: Vec<Vec<String>>,
    /// Numbers are written with a decimal comma.
    has_decimal_comma: bool,
    /// Formulas whose value is not in the file.
    unreckoned: BTreeSet<(usize, usize)>,
    hidden_rows: BTreeSet<usize>,
    hidden_columns: BTreeSet<usize>,
    merged: Vec<Block>,
    is_unread: bool,
}

impl Sheet {
    /// A sheet beyond the limit, of which only the name is known.
    pub(super) fn unread(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            is_unread: true,
            ..Self::default()
        }
    }

    /// True where its cells were not read, for the workbook has more sheets than are looked at.
    pub fn is_unread(&self) -> bool {
        self.is_unread
    }

    /// A sheet of `rows`, empty cells at the ends taken off.
    pub fn new(mut rows: Vec<Vec<String>>) -> Result<Self, TableError> {
        for row in &mut rows {
            while row.last().is_some_and(|cell| cell.trim().is_empty()) {
                row.pop();
            }
            if row.len() > limit::COLUMNS {
                return Err(TableError::TooManyColumns);
            }
        }
        while rows.last().is_some_and(Vec::is_empty) {
            rows.pop();
        }
        if rows.len() > limit::ROWS {
            return Err(TableError::TooManyRows);
        }
        let long = |cell: &String| cell.len() > limit::CELL && cell.chars().count() > limit::CELL;
        for (row, cells) in rows.iter().enumerate() {
            if let Some(column) = cells.iter().position(long) {
                return Err(TableError::CellTooLong(cell_name(row, column)));
            }
        }
        Ok(Self {
            rows,
            ..Self::default()
        })
    }

    /// The same sheet, its cells divided by `mark` in the file: where that is no comma, a comma is the decimal sign unless
    /// points stand for it.
    #[must_use]
    pub(super) fn divided_by(mut self, mark: char) -> Self {
        self.has_decimal_comma = mark != ',' && has_decimal_comma(&self.rows);
        self
    }

    /// The same sheet with what its file says of rows, columns and cells.
    #[must_use]
    pub(super) fn with_marks(
        self,
        unreckoned: BTreeSet<(usize, usize)>,
        hidden_rows: BTreeSet<usize>,
        hidden_columns: BTreeSet<usize>,
        merged: Vec<Block>,
    ) -> Self {
        Self {
            unreckoned,
            hidden_rows,
            hidden_columns,
            merged,
            ..self
        }
    }

    /// True where the cell holds a formula whose value is not in the file.
    pub fn is_unreckoned(&self, row: usize, column: usize) -> bool {
        self.unreckoned.contains(&(row, column))
    }

    /// True where the spreadsheet does not show the row.
    pub fn is_hidden_row(&self, row: usize) -> bool {
        self.hidden_rows.contains(&row)
    }

    /// True where the spreadsheet does not show the column.
    pub fn is_hidden_column(&self, column: usize) -> bool {
        self.hidden_columns.contains(&column)
    }

    /// The first cell of the merged block that the cell lies in, where it is not that cell itself.
    pub fn merged_into(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        let holds = |block: &&Block| {
            (block.top..=block.bottom).contains(&row) && (block.left..=block.right).contains(&column)
        };
        let block = self.merged.iter().find(holds)?;
        let first = (block.top, block.left);
        (first != (row, column)).then_some(first)
    }

    /// True where any cells are merged.
    pub fn has_merged(&self) -> bool {
        !self.merged.is_empty()
    }

    /// The same sheet with the name that it has in its workbook.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..self
        }
    }

    /// Its name in the workbook; empty for text, which has none.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text of a cell, without blanks at its ends; empty where there is none. Both places count from 0.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows
            .get(row)
            .and_then(|cells| cells.get(column))
            .map_or("", |cell| cell.trim())
    }

    /// The cells of a row.
    pub fn row(&self, row: usize) -> &[String] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// How many rows it has.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// True where numbers are written with a decimal comma.
    pub fn has_decimal_comma(&self) -> bool {
        self.has_decimal_comma
    }

    /// True where nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.rows
            .iter()
            .all(|row| row.iter().all(|cell| cell.trim().is_empty()))
    }
}

/// The name of a cell as spreadsheets call it: `D4`. Both places count from 0.
pub fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    let name: String = letters.into_iter().collect();
    format!("{name}{}", row + 1)
}

/// True where some cells read as `1,35`, or as `1,350`, and none as `1.35`.
fn has_decimal_comma(rows: &[Vec<String>]) -> bool {
    let with = |mark: char| {
        rows.iter().flatten().any(|cell| {
            let figure = cell.trim();
            figure.split_once(mark).is_some_and(|(whole, fraction)| {
                let is_figure = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
                let digits: String = fraction.chars().take_while(char::is_ascii_digit).collect();
                is_figure(whole) && !digits.is_empty() && !fraction.contains([',', '.'])
            })
        })
    };
    with(',') && !with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_do() {
        assert_eq!(cell_name(3, 3), "D4");
        assert_eq!(cell_name(0, 27), "AB1");
    }
}
