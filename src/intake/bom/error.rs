//! Why a table could not be read, in words.

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
    /// Neither UTF-8 nor GB18030 text, nor xlsx.
    NotATable,
    /// The older binary form of Excel.
    OldExcel,
    /// An xlsx file that is damaged or locked with a password.
    Damaged(String),
    /// No row near the top has headings that are known.
    NoHeader,
}

impl TableError {
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
            Self::OldExcel => BomMsg::OldExcel.text(lang).to_owned(),
            Self::Damaged(detail) => BomMsg::Damaged.with(lang, &[("detail", detail)]),
            Self::NoHeader => BomMsg::NoHeader.with(lang, &[("rows", &number(limit::HEADER_ROWS))]),
        }
    }
}
