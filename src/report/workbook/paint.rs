//! Sheets as the bytes of an xlsx file: frozen headings, widths, formats of numbers; no macros, no locked cells.

use super::sheet::{Cell, Sheet, Shown};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

/// The most characters that a cell of an xlsx file takes.
const MOST_CHARS: usize = 32_000;

/// The file with `sheets`; the same bytes for the same sheets and `date` ("2026-11-25").
pub(super) fn bytes(sheets: &[Sheet], date: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = dated(date)?;
    let formats = Formats::new();
    for sheet in sheets {
        paint(book.add_worksheet(), sheet, &formats)?;
    }
    book.save_to_buffer()
}

/// An empty book that bears `date`, or a day that says nothing where it is none: never the clock, so that what is written
/// twice is the same.
pub(crate) fn dated(date: &str) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::parse_from_str(date).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    book.set_properties(
        &DocProperties::new()
            .set_author("Reloom")
            .set_creation_datetime(&day),
    );
    Ok(book)
}

struct Formats {
    head: Format,
    text: Format,
    strong: Format,
}

impl Formats {
    fn new() -> Self {
        let text = Format::new().set_align(FormatAlign::Top);
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin),
            strong: text.clone().set_bold(),
            text,
        }
    }

    fn number(&self, shown: Shown) -> Format {
        self.text.clone().set_num_format(match shown {
            Shown::Plain => "General",
            Shown::Two => "0.00",
            Shown::Four => "0.0000",
            Shown::Share => "0.000",
            Shown::Tenth => "#,##0.0",
            Shown::Whole => "#,##0",
        })
    }
}

fn paint(out: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), XlsxError> {
    out.set_name(sheet.name)?;
    for (at, (head, width)) in (0_u16..).zip(&sheet.heads) {
        out.set_column_width(at, *width)?;
        out.write_string_with_format(0, at, head, &formats.head)?;
    }
    out.set_freeze_panes(1, 0)?;
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    out.write_string_with_format(row, column, fitting(text), &formats.text)?;
                }
                Cell::Strong(text) => {
                    out.write_string_with_format(row, column, fitting(text), &formats.strong)?;
                }
                Cell::Number(value, shown) => {
                    out.write_number_with_format(row, column, *value, &formats.number(*shown))?;
                }
                Cell::Formula(formula, value, shown) => {
                    let formula = Formula::new(formula).set_result(value.to_string());
                    out.write_formula_with_format(row, column, formula, &formats.number(*shown))?;
                }
            }
        }
    }
    Ok(())
}

/// As much of `text` as a cell takes.
fn fitting(text: &str) -> &str {
    match text.char_indices().nth(MOST_CHARS) {
        Some((at, _)) => text.get(..at).unwrap_or_default(),
        None => text,
    }
}
