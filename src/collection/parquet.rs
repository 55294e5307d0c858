//! The results as Parquet, one row group after the other, and such a table read again.
//!
//! Invariant: of a table no more is held than one row group and what is known of the others; a cell is null where a
//! table of text has nothing, and a number that is read again has the digits that were written.

use super::row::Cells;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{ChunkReader, FileReader};
use parquet::file::serialized_reader::SerializedFileReader;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::{ColumnPath, Type};
use std::io::Write;
use std::sync::Arc;

/// The rows of a group.
pub const GROUP: usize = 16_384;

/// The values of one column in a group.
struct Column {
    values: Values,
    /// 1 for each row that has a value, 0 for the others.
    there: Vec<i16>,
}

enum Values {
    Counts(Vec<i64>),
    Numbers(Vec<f64>),
    Words(Vec<ByteArray>),
}

impl Column {
    fn under(heading: &str) -> Self {
        let values = match Cells::under(heading) {
            Cells::Count => Values::Counts(Vec::new()),
            Cells::Number => Values::Numbers(Vec::new()),
            Cells::Words => Values::Words(Vec::new()),
        };
        let there = Vec::new();
        Self { values, there }
    }

    fn push(&mut self, cell: &str) {
        let pushed = match &mut self.values {
            Values::Counts(all) => cell.parse().ok().map(|value| all.push(value)),
            Values::Numbers(all) => cell.parse().ok().map(|value| all.push(value)),
            Values::Words(all) => (!cell.is_empty()).then(|| all.push(ByteArray::from(cell))),
        };
        self.there.push(i16::from(pushed.is_some()));
    }

    /// Writes the values and forgets them.
    fn write(&mut self, mut to: SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let there = Some(self.there.as_slice());
        match &mut self.values {
            Values::Counts(all) => {
                to.typed::<Int64Type>().write_batch(all, there, None)?;
                all.clear();
            }
            Values::Numbers(all) => {
                to.typed::<DoubleType>().write_batch(all, there, None)?;
                all.clear();
            }
            Values::Words(all) => {
                to.typed::<ByteArrayType>().write_batch(all, there, None)?;
                all.clear();
            }
        }
        self.there.clear();
        to.close()
    }
}

const fn physical(cells: Cells) -> Physical {
    match cells {
        Cells::Count => Physical::INT64,
        Cells::Number => Physical::DOUBLE,
        Cells::Words => Physical::BYTE_ARRAY,
    }
}

fn schema(columns: &[String]) -> Result<Arc<Type>, ParquetError> {
    let field = |column: &String| {
        let cells = Cells::under(column);
        let words = (cells == Cells::Words).then_some(LogicalType::String);
        let field = Type::primitive_type_builder(column, physical(cells))
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(words);
        field.build().map(Arc::new)
    };
    let fields: Result<Vec<_>, ParquetError> = columns.iter().map(field).collect();
    Ok(Arc::new(
        Type::group_type_builder("reloom").with_fields(fields?).build()?,
    ))
}

/// Words are repeated and kept once in a group; hardly two numbers are the same.
fn properties(columns: &[String]) -> WriterProperties {
    let words = columns
        .iter()
        .filter(|column| Cells::under(column) == Cells::Words);
    let all = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_dictionary_enabled(false);
    words
        .fold(all, |all, column| {
            all.set_column_dictionary_enabled(ColumnPath::from(column.as_str()), true)
        })
        .build()
}

/// Writes `rows` under the headings `columns` to `to`.
pub fn write<E: From<ParquetError>>(
    columns: &[String],
    mut rows: impl Iterator<Item = Result<Vec<String>, E>>,
    to: impl Write + Send,
) -> Result<(), E> {
    let mut file = SerializedFileWriter::new(to, schema(columns)?, Arc::new(properties(columns)))?;
    let mut group: Vec<Column> = columns.iter().map(|column| Column::under(column)).collect();
    loop {
        let mut count = 0;
        for row in rows.by_ref().take(GROUP) {
            let row = row?;
            let cells = row.iter().map(String::as_str).chain(std::iter::repeat(""));
            for (column, cell) in group.iter_mut().zip(cells) {
                column.push(cell);
            }
            count += 1;
        }
        if count == 0 {
            break;
        }
        let mut to = file.next_row_group()?;
        for column in &mut group {
            if let Some(to) = to.next_column()? {
                column.write(to)?;
            }
        }
        to.close()?;
    }
    file.close()?;
    Ok(())
}

/// Rows of cells, one by one.
pub type Rows = Box<dyn Iterator<Item = Result<Vec<String>, ParquetError>>>;

/// The headings of a table that [`write()`] wrote, and its rows as the cells of a table of text.
pub fn read<R: ChunkReader + 'static>(from: R) -> Result<(Vec<String>, Rows), ParquetError> {
    let file = SerializedFileReader::new(from)?;
    let mut heads = Vec::new();
    for column in file.metadata().file_metadata().schema_descr().columns() {
        let name = column.path().string();
        if column.physical_type() != physical(Cells::under(&name)) || column.max_rep_level() > 0 {
            return Err(ParquetError::General(name));
        }
        heads.push(name);
    }
    let cells = |row: Row| row.get_column_iter().map(|(_, field)| cell(field)).collect();
    let rows = RowIter::from_file_into(Box::new(file)).map(move |row| row.map(cells));
    Ok((heads, Box::new(rows)))
}

fn cell(field: &Field) -> String {
    match field {
        Field::Long(count) => count.to_string(),
        Field::Double(number) => number.to_string(),
        Field::Str(words) => words.clone(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_several_groups_are_read_as_they_were_written() {
        let columns = super::super::columns(false);
        let row = |line: usize| -> Vec<String> {
            let cell = |(place, column): (usize, &String)| match Cells::under(column) {
                Cells::Count => line.to_string(),
                _ if (line + place).is_multiple_of(7) => String::new(),
                Cells::Number => (0.1 + line as f64 / (3.0 + place as f64)).to_string(),
                Cells::Words => format!("款{place}, “{}”", line % 5),
            };
            columns.iter().enumerate().map(cell).collect()
        };
        for count in [0, 1, GROUP + 1] {
            let mut file = tempfile::tempfile().unwrap();
            write::<ParquetError>(&columns, (0..count).map(|line| Ok(row(line))), &mut file).unwrap();
            let (heads, rows) = read(file).unwrap();
            assert_eq!(heads, columns);
            let rows: Result<Vec<_>, _> = rows.collect();
            assert!(rows.unwrap().into_iter().eq((0..count).map(row)), "{count}");
        }
    }

    #[test]
    fn what_is_no_such_table_is_an_error() {
        for bytes in [&b""[..], b"PAR1", b"line,style\n1,a\n", &[0; 4096]] {
            let mut file = tempfile::tempfile().unwrap();
            file.write_all(bytes).unwrap();
            assert!(read(file).is_err());
        }
    }
}
