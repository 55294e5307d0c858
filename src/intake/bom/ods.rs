//! Sheets of an open document workbook, ods.
//!
//! Invariant: repeated cells are counted, not copied, until something stands in them, and then only within the limits.

use super::error::{TableError, limit};
use super::grid::{Block, Grid, number as figure};
use super::sheet::Sheet;
use super::xml::{attribute, entity, number};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor};

/// The sheets in `bytes`, in the order of the workbook.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let damaged = |error: String| TableError::Damaged(error);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let file = archive
        .by_name("content.xml")
        .map_err(|error| damaged(error.to_string()))?;
    let mut reader = Reader::from_reader(BufReader::new(file));
    let mut buffer = Vec::new();
    let mut book = Book {
        budget: limit::UNPACKED,
        ..Book::default()
    };
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => book.start(&element),
            Ok(Event::Empty(element)) => {
                book.start(&element);
                book.end(element.local_name().as_ref())?;
            }
            Ok(Event::Text(text)) => book.text(&text),
            Ok(Event::GeneralRef(reference)) => book.text(&entity(&reference)),
            Ok(Event::End(element)) => book.end(element.local_name().as_ref())?,
            Ok(Event::Eof) => return Ok(book.sheets),
            Err(error) => return Err(damaged(error.to_string())),
            Ok(_) => {}
        }
    }
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    value: Option<String>,
    text: String,
    repeated: usize,
    rows: usize,
    columns: usize,
    has_formula: bool,
    is_covered: bool,
}

#[derive(Default)]
struct Book {
    sheets: Vec<Sheet>,
    budget: usize,
    name: String,
    is_hidden: bool,
    grid: Grid,
    row: usize,
    column: usize,
    column_at: usize,
    rows_repeated: usize,
    row_cells: Vec<(usize, String)>,
    cell: Option<Cell>,
    in_paragraph: bool,
    in_note: usize,
    hidden_styles: Vec<String>,
    style: Option<String>,
}

impl Book {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "style" => self.style = attribute(element, "name"),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hidden_styles.extend(self.style.clone());
            }
            "table" => {
                self.name = attribute(element, "name").unwrap_or_default();
                let style = attribute(element, "style-name");
                self.is_hidden = style.is_some_and(|style| self.hidden_styles.contains(&style));
                self.grid = Grid::default();
                (self.row, self.column, self.column_at) = (0, 0, 0);
            }
            "table-column" => {
                let count = number(element, "number-columns-repeated").unwrap_or(1).max(1);
                if is_hidden(element) {
                    self.grid
                        .hide_columns(self.column_at, self.column_at.saturating_add(count - 1));
                }
                self.column_at = self.column_at.saturating_add(count);
            }
            "table-row" => {
                self.rows_repeated = number(element, "number-rows-repeated").unwrap_or(1).max(1);
                self.column = 0;
                if is_hidden(element) {
                    let last = self.row.saturating_add(self.rows_repeated).min(limit::ROWS);
                    (self.row..last).for_each(|row| self.grid.hide_row(row));
                }
            }
            "table-cell" => self.cell = Some(cell(element, false)),
            "covered-table-cell" => self.cell = Some(cell(element, true)),
            "annotation" => self.in_note += 1,
            "p" if self.in_note == 0 => {
                self.in_paragraph = true;
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.text.is_empty()) {
                    cell.text.push('\n');
                }
            }
            "s" => self.text(" "),
            "tab" => self.text("\t"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_paragraph
            && self.in_note == 0
            && let Some(cell) = &mut self.cell
            && cell.text.len() < 4 * limit::CELL
        {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), TableError> {
        match name {
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.put(cell);
                }
            }
            "p" => self.in_paragraph = false,
            "annotation" => self.in_note = self.in_note.saturating_sub(1),
            "table-row" => self.end_row()?,
            "table" if !self.name.is_empty() => {
                let grid = std::mem::take(&mut self.grid);
                if !self.is_hidden {
                    let is_read = self.sheets.len() < limit::SHEETS;
                    self.sheets.push(if is_read {
                        grid.sheet(&self.name)?
                    } else {
                        Sheet::unread(&self.name)
                    });
                }
                self.name.clear();
            }
            _ => {}
        }
        Ok(())
    }

    fn put(&mut self, cell: Cell) {
        let shown = cell.value.unwrap_or(cell.text);
        if cell.has_formula && shown.trim().is_empty() {
            self.grid.unreckoned(self.row, self.column);
        }
        if cell.rows > 1 || cell.columns > 1 {
            self.grid.merge(Block {
                top: self.row,
                bottom: self.row.saturating_add(cell.rows - 1),
                left: self.column,
                right: self.column.saturating_add(cell.columns - 1),
            });
        }
        if !shown.trim().is_empty() && !cell.is_covered {
            let last = self.column.saturating_add(cell.repeated).min(limit::COLUMNS + 1);
            for column in self.column..last {
                self.row_cells.push((column, shown.clone()));
            }
        }
        self.column = self.column.saturating_add(cell.repeated);
    }

    fn end_row(&mut self) -> Result<(), TableError> {
        let cells = std::mem::take(&mut self.row_cells);
        if !cells.is_empty() {
            let last = self.row.saturating_add(self.rows_repeated).min(limit::ROWS + 1);
            for row in self.row..last {
                for (column, text) in &cells {
                    self.grid.put(row, *column, text.clone(), &mut self.budget)?;
                }
            }
        }
        self.row = self.row.saturating_add(self.rows_repeated);
        Ok(())
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|value| value == "collapse" || value == "filter")
}

fn cell(element: &BytesStart<'_>, is_covered: bool) -> Cell {
    let kind = attribute(element, "value-type").unwrap_or_default();
    let value = || attribute(element, "value")?.trim().parse::<f64>().ok();
    Cell {
        value: match kind.as_str() {
            "float" | "currency" => value().map(|value| figure(value, false)),
            "percentage" => value().map(|value| figure(value, true)),
            "string" => attribute(element, "string-value"),
            "date" | "time" | "boolean" => Some(String::new()),
            _ => None,
        },
        text: String::new(),
        repeated: number(element, "number-columns-repeated").unwrap_or(1).max(1),
        rows: number(element, "number-rows-spanned").unwrap_or(1).max(1),
        columns: number(element, "number-columns-spanned").unwrap_or(1).max(1),
        has_formula: attribute(element, "formula").is_some(),
        is_covered,
    }
}
