//! The forms of a table of results, chosen by the ending of its file.

use super::Failure;
use super::fault::{Fault, of};
use super::has_ending;
use crate::collection;
use crate::store;
use crate::text::{BatchMsg, Lang};
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A table of text.
    Csv,
    /// A workbook.
    Xlsx,
    /// A table by columns.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// Rows of cells, one by one.
pub(super) type RowStream = Box<dyn Iterator<Item = Result<Vec<String>, Fault>>>;

impl Form {
    /// The form that the ending of `path` asks for; the sentence where there is none in this build.
    pub(super) fn at(path: &Path, lang: Lang) -> Result<Self, Failure> {
        let is_columns = has_ending(path, "parquet");
        match () {
            () if has_ending(path, "csv") => Ok(Self::Csv),
            () if has_ending(path, "xlsx") => Ok(Self::Xlsx),
            #[cfg(feature = "parquet")]
            () if is_columns => Ok(Self::Parquet),
            () if is_columns => Err(of(path, BatchMsg::NoParquet.text(lang))),
            () => Err(of(path, BatchMsg::BadOutput.text(lang))),
        }
    }

    /// True where a shard can be written so, to be joined with others.
    pub(super) fn takes_shards(self) -> bool {
        self != Self::Xlsx
    }

    /// Writes the rows under their headings to `file`.
    pub(super) fn write(
        self,
        columns: &[String],
        rows: impl Iterator<Item = Result<Vec<String>, Fault>>,
        file: impl Write + Send,
    ) -> Result<(), Fault> {
        match self {
            Self::Csv => text(columns, rows, file),
            Self::Xlsx => collection::write(columns, rows, BufWriter::new(file)),
            #[cfg(feature = "parquet")]
            Self::Parquet => collection::parquet::write(columns, rows, file),
        }
    }
}

fn text(
    columns: &[String],
    rows: impl Iterator<Item = Result<Vec<String>, Fault>>,
    file: impl Write,
) -> Result<(), Fault> {
    let mut table = csv::Writer::from_writer(BufWriter::new(file));
    table.write_record(columns)?;
    for row in rows {
        table.write_record(row?)?;
    }
    Ok(table.flush()?)
}

/// The records of a table of text as rows of cells.
pub(super) fn records(from: impl std::io::Read + 'static) -> RowStream {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(from);
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record?;
        Ok(record.iter().map(str::to_owned).collect())
    };
    Box::new(reader.into_records().map(row))
}

/// The headings and the rows of the table at `path`.
pub(super) fn read(path: &Path, lang: Lang) -> Result<(Vec<String>, RowStream), Fault> {
    let unread = |error: std::io::Error| Fault::from(of(path, &error.to_string()));
    let file = store::handle(path).map_err(unread)?;
    if has_ending(path, "parquet") {
        return by_columns(path, file, lang);
    }
    let mut rows = records(BufReader::new(file));
    let head = rows.next().transpose()?.unwrap_or_default();
    Ok((head, rows))
}

#[cfg(feature = "parquet")]
fn by_columns(
    path: &Path,
    file: impl parquet::file::reader::ChunkReader + 'static,
    lang: Lang,
) -> Result<(Vec<String>, RowStream), Fault> {
    let path = path.to_owned();
    let damaged = move |error: parquet::errors::ParquetError| {
        let detail = error.to_string();
        let sentence = BatchMsg::ParquetDamaged.with(lang, &[("detail", &detail)]);
        Fault::from(of(&path, &sentence))
    };
    let (head, rows) = collection::parquet::read(file).map_err(&damaged)?;
    Ok((head, Box::new(rows.map(move |row| row.map_err(&damaged)))))
}

#[cfg(not(feature = "parquet"))]
fn by_columns<T>(path: &Path, _: T, lang: Lang) -> Result<(Vec<String>, RowStream), Fault> {
    Err(of(path, BatchMsg::NoParquet.text(lang)).into())
}
