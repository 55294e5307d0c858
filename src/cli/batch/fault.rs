//! What goes wrong with a list or its output, until it is put into words.

use super::super::Failure;
use crate::collection::SheetError;
use crate::store::StoreError;
use crate::text::{BatchMsg, Lang};
use rust_xlsxwriter::XlsxError;
use std::path::Path;

/// What went wrong.
#[derive(Debug)]
pub(super) enum Fault {
    /// A file could not be read.
    Unread(StoreError),
    /// A file could not be written.
    Unwritten(StoreError),
    /// A workbook could not be read.
    Sheet(SheetError),
    /// A workbook could not be written.
    Book(XlsxError),
    /// What the system reports of the output.
    Output(String),
    /// A whole sentence about the list.
    Said(Failure),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Unwritten(error)
    }
}

impl From<XlsxError> for Fault {
    fn from(error: XlsxError) -> Self {
        Self::Book(error)
    }
}

impl From<SheetError> for Fault {
    fn from(error: SheetError) -> Self {
        Self::Sheet(error)
    }
}

impl From<csv::Error> for Fault {
    fn from(error: csv::Error) -> Self {
        Self::Output(error.to_string())
    }
}

#[cfg(feature = "parquet")]
impl From<parquet::errors::ParquetError> for Fault {
    fn from(error: parquet::errors::ParquetError) -> Self {
        Self::Output(error.to_string())
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error.to_string())
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::Said(failure)
    }
}

impl Fault {
    /// The failure that it is, in words about `list`.
    pub(super) fn said(self, list: &Path, lang: Lang) -> Failure {
        match self {
            Self::Unread(error) => Failure::Input(error.text(lang)),
            Self::Unwritten(error) => Failure::File(error.text(lang)),
            Self::Sheet(error) => of(list, &error.text(lang)),
            Self::Book(XlsxError::RowColumnLimitError) => {
                Failure::File(BatchMsg::SheetFull.text(lang).to_owned())
            }
            Self::Book(error) => Failure::Output(error.to_string()),
            Self::Output(words) => Failure::Output(words),
            Self::Said(failure) => failure,
        }
    }
}

/// A failure that names the file before the sentence.
pub(super) fn of(path: &Path, sentence: &str) -> Failure {
    super::super::input::located(path.as_os_str(), sentence)
}
