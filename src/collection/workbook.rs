//! The results as a workbook, row by row, with memory that does not grow with them.

use super::row::Cells;
use crate::report::workbook::dated;
use rust_xlsxwriter::{Format, XlsxError};
use std::io::Write;

/// The rows of a sheet, headings counted.
pub const MOST_ROWS: u64 = 1_048_576;

/// Writes `rows` under the headings `columns` to `to`; what a sheet cannot hold is an error of the writer.
pub fn write<E: From<XlsxError>>(
    columns: &[String],
    rows: impl Iterator<Item = Result<Vec<String>, E>>,
    to: impl Write + Send,
) -> Result<(), E> {
    // A list bears no day.
    let mut book = dated("")?;
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name("Reloom")?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (column, head) in (0..).zip(columns) {
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    let words: Vec<bool> = columns
        .iter()
        .map(|column| Cells::under(column) == Cells::Words)
        .collect();
    for (number, row) in (1..).zip(rows) {
        for ((column, cell), is_text) in (0..).zip(row?).zip(&words) {
            let value = cell.parse::<f64>().ok().filter(|_| !is_text);
            match value {
                Some(value) => sheet.write_number(number, column, value)?,
                None if cell.is_empty() => continue,
                None => sheet.write_string(number, column, cell)?,
            };
        }
    }
    book.save_to_writer(to)?;
    Ok(())
}
