//! Bytes or pasted text as a sheet of cells: csv in any of the usual encodings, tab-separated text, xlsx.
//!
//! Invariant: a cell keeps the row and column that it has in the spreadsheet, and a sheet stays within the limits.

use super::error::{TableError, limit};
use super::xlsx;

/// Cells as text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    rows: Vec<Vec<String>>,
    /// Numbers are written with a decimal comma.
    has_decimal_comma: bool,
}

impl Sheet {
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
        let has_decimal_comma = has_decimal_comma(&rows);
        Ok(Self {
            rows,
            has_decimal_comma,
        })
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

/// True where some cells read as `1,35` and none as `1.35`.
fn has_decimal_comma(rows: &[Vec<String>]) -> bool {
    let with = |mark: char, digits: std::ops::RangeInclusive<usize>| {
        rows.iter().flatten().any(|cell| {
            let figure = cell.trim();
            figure.split_once(mark).is_some_and(|(whole, fraction)| {
                let is_figure = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
                is_figure(whole) && is_figure(fraction) && digits.contains(&fraction.len())
            })
        })
    };
    with(',', 1..=2) && !with('.', 1..=9)
}

/// The sheets in the bytes of a file: one for csv, those of the workbook for xlsx.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    if bytes.len() > limit::BYTES {
        return Err(TableError::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return xlsx::sheets(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(TableError::OldExcel);
    }
    let text = decode(bytes)?;
    from_text(&text)
}

/// The sheets in text that was pasted from a spreadsheet or read from a csv file: the same cells, divided in each of the
/// usual ways, the likeliest first.
pub fn from_text(text: &str) -> Result<Vec<Sheet>, TableError> {
    if text.len() > limit::BYTES {
        return Err(TableError::TooLarge);
    }
    if text.contains('\0') {
        return Err(TableError::NotATable);
    }
    let mut divided = Vec::new();
    let mut refused = None;
    for mark in marks(text) {
        match rows(text, mark).and_then(Sheet::new) {
            Ok(sheet) => divided.push(sheet),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    match refused {
        Some(error) if divided.is_empty() => Err(error),
        _ => Ok(divided),
    }
}

/// The marks that may divide the cells, the most frequent of the first lines first.
fn marks(text: &str) -> Vec<char> {
    let mut counted: Vec<(usize, char)> = ['\t', ',', ';']
        .into_iter()
        .map(|mark| {
            let head = text.lines().take(limit::HEADER_ROWS);
            (head.map(|line| line.matches(mark).count()).sum(), mark)
        })
        .collect();
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let used: Vec<char> = counted
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, mark)| *mark)
        .collect();
    if used.is_empty() { vec!['\t'] } else { used }
}

/// Text in UTF-8, in UTF-16 with its mark, or in GB18030.
fn decode(bytes: &[u8]) -> Result<String, TableError> {
    let marked = encoding_rs::Encoding::for_bom(bytes);
    if let Some((encoding, length)) = marked {
        let rest = bytes.get(length..).unwrap_or_default();
        return encoding
            .decode_without_bom_handling_and_without_replacement(rest)
            .map(std::borrow::Cow::into_owned)
            .ok_or(TableError::NotATable);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    encoding_rs::GB18030
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(TableError::NotATable)
}

/// Rows of cells divided by `mark`; a cell in quotation marks may hold marks, line ends and doubled quotation marks.
/// Where a quotation mark never closes they are all taken as they stand, as in `58"`.
fn rows(text: &str, mark: char) -> Result<Vec<Vec<String>>, TableError> {
    match divide(text, mark, true)? {
        Some(rows) => Ok(rows),
        None => Ok(divide(text, mark, false)?.unwrap_or_default()),
    }
}

/// None where a quotation mark never closes.
fn divide(text: &str, mark: char, quotes_count: bool) -> Result<Option<Vec<Vec<String>>>, TableError> {
    let mut reader = Reader::default();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if reader.is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                reader.cell.push('"');
            }
            '"' if reader.is_quoted => reader.is_quoted = false,
            '"' if quotes_count && reader.cell.is_empty() => reader.is_quoted = true,
            c if reader.is_quoted => reader.cell.push(c),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => reader.end_row()?,
            c if c == mark => reader.end_cell()?,
            c => reader.cell.push(c),
        }
    }
    if reader.is_quoted {
        return Ok(None);
    }
    reader.end_row()?;
    Ok(Some(reader.rows))
}

#[derive(Default)]
struct Reader {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
    is_quoted: bool,
}

impl Reader {
    fn end_cell(&mut self) -> Result<(), TableError> {
        // Far more cells than columns are allowed only where the rest of the row is empty.
        if self.row.len() >= 4 * limit::COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        self.row.push(std::mem::take(&mut self.cell));
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        if self.rows.len() >= 4 * limit::ROWS {
            return Err(TableError::TooManyRows);
        }
        self.rows.push(std::mem::take(&mut self.row));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_places() {
        let text = "a,b\r\n\r\n\"x, \"\"y\"\"\nz\",1\n";
        let sheet = &from_text(text).unwrap()[0];
        assert_eq!(sheet.height(), 3);
        assert_eq!(sheet.cell(2, 0), "x, \"y\"\nz");
        assert_eq!(sheet.cell(2, 1), "1");
        assert_eq!(sheet.cell(9, 9), "");
        assert_eq!(cell_name(3, 3), "D4");
        assert_eq!(cell_name(0, 27), "AB1");
    }

    #[test]
    fn limits_hold() {
        let wide = ["1"; 201].join(",");
        assert_eq!(from_text(&wide), Err(TableError::TooManyColumns));
        let high = "1\n".repeat(20_001);
        assert_eq!(from_text(&high), Err(TableError::TooManyRows));
        assert_eq!(sheets(&vec![b' '; limit::BYTES + 1]), Err(TableError::TooLarge));
        assert_eq!(sheets(&[0xD0, 0xCF, 0x11, 0xE0]), Err(TableError::OldExcel));
        assert_eq!(sheets(&[0xFF, 0xFF, 0x00, 0x01]), Err(TableError::NotATable));
    }

    #[test]
    fn decimal_commas_are_seen() {
        let sheet = |text: &str| from_text(text).unwrap().last().unwrap().clone();
        assert!(sheet("a;1,35\nb;0,9\n").has_decimal_comma());
        assert!(!sheet("a;1.35\nb;0,9\n").has_decimal_comma());
        assert!(!sheet("a;1,350\n").has_decimal_comma());
    }
}
