//! Why a table could not be read, in words.

use super::sheet::Sheet;
use crate::text::{BomMsg, Lang};

/// The most that a table may hold.
pub mod limit {
    /// Bytes of a file, or of pasted text.
    pub const BYTES: usize = 8 * 1024 * 1024;
    /// Bytes of an xlsx file once unpacked, and of the text of all its cells.
    pub const UNPACKED: usize = 64 * 1024 * 1024;
    /// Rows of a sheet.
    pub const ROWS: usize = 20_000;
    /// Columns of a sheet.
    pub const COLUMNS: usize = 200;
    /// Characters of a cell, as in a spreadsheet.
    pub const CELL: usize = crate::project_file::limit::TEXT;
    /// Sheets of a workbook that are looked at.
    pub const SHEETS: usize = 50;
    /// Rows from the top in which the headings are looked for.
    pub const HEADER_ROWS: usize = 30;
}

/// A table that cannot be read; nothing was taken from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// Nothing in it.
    Empty,
    /// Too many bytes.
    TooLarge,
    /// More unpacked bytes than a sheet of this size would need.
    TooLargeUnpacked,
    /// Too many rows.
    TooManyRows,
    /// Too many columns.
    TooManyColumns,
    /// A cell with too long a text; its name.
    CellTooLong(String),
    /// Neither UTF-8 nor GB18030 text, nor a workbook.
    NotATable,
    /// A workbook locked with a password.
    Locked,
    /// A workbook in one XML or web archive file.
    XmlWorkbook,
    /// A workbook that is damaged.
    Damaged(String),
    /// No row near the top has headings that are known: the sheets that were looked at, and their first words.
    NoHeader(Vec<String>, String),
    /// No headings in the sheets that were looked at, and this many more that were not.
    TooManySheets(usize),
}

impl TableError {
    /// No headings in `sheets`.
    pub(in crate::intake) fn no_header(sheets: &[Sheet]) -> Self {
        const ROWS: usize = 3;
        const CELLS: usize = 6;
        let unread = sheets.iter().filter(|sheet| sheet.is_unread()).count();
        if unread > 0 {
            return Self::TooManySheets(unread);
        }
        let names = sheets
            .iter()
            .map(|sheet| sheet.name().to_owned())
            .filter(|name| !name.is_empty());
        let mut rows = Vec::new();
        for sheet in sheets.iter().filter(|sheet| !sheet.is_empty()).take(1) {
            for row in 0..sheet.height() {
                let cells = sheet.row(row).iter().map(|cell| cell.trim());
                let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).take(CELLS).collect();
                if !filled.is_empty() && rows.len() < ROWS {
                    rows.push(shortened(&filled.join(" | ")));
                }
            }
        }
        Self::NoHeader(names.collect(), rows.join(" / "))
    }

    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let number = |value: usize| value.to_string();
        match self {
            Self::Empty => BomMsg::Empty.text(lang).to_owned(),
            Self::TooLarge => {
                BomMsg::TooLarge.with(lang, &[("limit", &number(limit::BYTES / (1024 * 1024)))])
            }
            Self::TooLargeUnpacked => {
                BomMsg::TooLargeUnpacked.with(lang, &[("limit", &number(limit::UNPACKED / (1024 * 1024)))])
            }
            Self::TooManyRows => BomMsg::TooManyRows.with(lang, &[("limit", &number(limit::ROWS))]),
            Self::TooManyColumns => BomMsg::TooManyColumns.with(lang, &[("limit", &number(limit::COLUMNS))]),
            Self::CellTooLong(cell) => {
                BomMsg::CellTooLong.with(lang, &[("cell", cell), ("limit", &number(limit::CELL))])
            }
            Self::NotATable => BomMsg::NotATable.text(lang).to_owned(),
            Self::Locked => BomMsg::Locked.text(lang).to_owned(),
            Self::XmlWorkbook => BomMsg::XmlWorkbook.text(lang).to_owned(),
            Self::Damaged(detail) => BomMsg::Damaged.with(lang, &[("detail", detail)]),
            Self::TooManySheets(unread) => BomMsg::TooManySheets.with(
                lang,
                &[("read", &number(limit::SHEETS)), ("count", &number(*unread))],
            ),
            Self::NoHeader(sheets, found) => BomMsg::NoHeader.with(
                lang,
                &[
                    ("rows", &number(limit::HEADER_ROWS)),
                    ("sheets", &sheet_names(sheets, lang)),
                    ("found", found),
                ],
            ),
        }
    }
}

/// The sheets by name, or "the table" where they have none.
pub(super) fn sheet_names(names: &[String], lang: Lang) -> String {
    const MOST: usize = 5;
    if names.is_empty() {
        return BomMsg::TheTable.text(lang).to_owned();
    }
    let named = names
        .iter()
        .take(MOST)
        .map(|name| BomMsg::SheetNamed.with(lang, &[("name", name)]));
    named.collect::<Vec<_>>().join(lang.comma())
}

fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
