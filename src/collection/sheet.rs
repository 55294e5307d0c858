//! The first sheet of an xlsx workbook, row by row, without ever holding it.
//!
//! Invariant: of a workbook no more is held than its shared words, one row, and what unpacks at a time.

use super::entry::{Entry, What, Why};
use super::{MOST_LINE_BYTES, MOST_ROWS};
use crate::text::{BatchMsg, Lang};
use calamine::{DataRef, Reader, Xlsx, XlsxCellReader};
use std::io::{Read, Seek};

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetError {
    /// It has no sheet of cells.
    None,
    /// It is damaged; what the reader says.
    Damaged(String),
    /// It has more rows than a sheet may have.
    Rows,
}

impl SheetError {
    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::None => BatchMsg::NoSheet.text(lang).to_owned(),
            Self::Damaged(detail) => BatchMsg::SheetDamaged.with(lang, &[("detail", detail)]),
            Self::Rows => BatchMsg::TooManyRows.text(lang).to_owned(),
        }
    }
}

impl From<calamine::XlsxError> for SheetError {
    fn from(error: calamine::XlsxError) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// The rows of a sheet that hold something.
pub struct Rows<'a, R: Read + Seek> {
    cells: XlsxCellReader<'a, R>,
    /// The row that was begun: its number from 0, its cells, and their bytes.
    begun: Option<(u32, Vec<String>, usize)>,
    is_over: bool,
}

impl<R: Read + Seek> std::fmt::Debug for Rows<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows")
            .field("begun", &self.begun)
            .finish_non_exhaustive()
    }
}

impl<'a, R: Read + Seek> Rows<'a, R> {
    /// The rows of the first sheet of `book`.
    pub fn of(book: &'a mut Xlsx<R>) -> Result<Self, SheetError> {
        let name = book.sheet_names().first().cloned().ok_or(SheetError::None)?;
        Ok(Self {
            cells: book.worksheet_cells_reader(&name)?,
            begun: None,
            is_over: false,
        })
    }

    /// The next row that holds something.
    fn row(&mut self) -> Result<Option<Entry>, SheetError> {
        loop {
            let Some(cell) = self.cells.next_cell()? else {
                self.is_over = true;
                return Ok(self.begun.take().map(entry));
            };
            let (row, column) = cell.get_position();
            if u64::from(row) >= MOST_ROWS {
                return Err(SheetError::Rows);
            }
            let text = words(cell.get_value());
            let is_new = self.begun.as_ref().is_none_or(|(begun, ..)| *begun != row);
            let before = if is_new {
                self.begun.replace((row, Vec::new(), 0))
            } else {
                None
            };
            if let Some((_, cells, bytes)) = &mut self.begun {
                *bytes += text.len();
                let place = usize::try_from(column).unwrap_or(usize::MAX);
                if place < MOST_COLUMNS && *bytes <= MOST_LINE_BYTES {
                    cells.resize(cells.len().max(place + 1), String::new());
                    if let Some(cell) = cells.get_mut(place) {
                        *cell = text;
                    }
                }
            }
            if let Some(before) = before {
                return Ok(Some(entry(before)));
            }
        }
    }
}

/// Columns behind these are not looked at.
const MOST_COLUMNS: usize = 200;

fn entry((row, cells, bytes): (u32, Vec<String>, usize)) -> Entry {
    let what = if bytes > MOST_LINE_BYTES {
        What::Bad(String::new(), Why::TooLong)
    } else {
        What::Cells(cells)
    };
    Entry {
        number: u64::from(row) + 1,
        what,
    }
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Float(number) if number.is_finite() => number.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(is_so) => is_so.to_string(),
        DataRef::Error(error) => error.to_string(),
        _ => String::new(),
    }
}

impl<R: Read + Seek> Iterator for Rows<'_, R> {
    type Item = Result<Entry, SheetError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            match self.row() {
                Ok(Some(entry)) if entry.what == What::Cells(Vec::new()) => {}
                Ok(entry) => return entry.map(Ok),
                Err(error) => {
                    self.is_over = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}
