//! Bytes or pasted text as sheets: workbooks by their first bytes, else text in any of the usual encodings.
//!
//! Invariant: a cell keeps the row and column that it has in the spreadsheet, and a sheet stays within the limits.

use super::error::{TableError, limit};
use super::sheet::Sheet;
use super::{html, ods, xls, xlsb, xlsx};
use std::io::{Cursor, Read};

/// The sheets in the bytes of a file: one for csv, those of the workbook for xlsx.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    if bytes.len() > limit::BYTES {
        return Err(TableError::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return match zipped(bytes)? {
            Zipped::Xlsx => xlsx::sheets(bytes),
            Zipped::Xlsb => xlsb::sheets(bytes),
            Zipped::Ods => ods::sheets(bytes),
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return xls::sheets(bytes);
    }
    let text = decode(bytes)?;
    from_text(&text)
}

/// What kind of workbook a zip file is.
enum Zipped {
    Xlsx,
    Xlsb,
    Ods,
}

/// Looks into the file, and unpacks everything once, to nowhere, stopping at the limit: the sizes that a file states may
/// be wrong.
fn zipped(bytes: &[u8]) -> Result<Zipped, TableError> {
    let damaged = |error: zip::result::ZipError| TableError::Damaged(error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = u64::try_from(limit::UNPACKED).unwrap_or(u64::MAX);
    let (mut is_ods, mut is_xlsb) = (false, false);
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(damaged)?;
        let name = file.name().unwrap_or_default();
        is_ods |= name == "content.xml";
        is_xlsb |= name == "xl/workbook.bin";
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink())
            .map_err(|error| TableError::Damaged(error.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(TableError::TooLargeUnpacked)?;
    }
    Ok(match (is_ods, is_xlsb) {
        (true, _) => Zipped::Ods,
        (_, true) => Zipped::Xlsb,
        _ => Zipped::Xlsx,
    })
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
    if html::is_html(text) {
        return html::sheets(text);
    }
    if is_xml_workbook(text) {
        return Err(TableError::XmlWorkbook);
    }
    let mut divided = Vec::new();
    let mut refused = None;
    for mark in marks(text) {
        match rows(text, mark).and_then(Sheet::new) {
            Ok(sheet) => divided.push(sheet.divided_by(mark)),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    match refused {
        Some(error) if divided.is_empty() => Err(error),
        _ => Ok(divided),
    }
}

/// True for the workbook of Excel 2003 as one XML file, and for a web archive.
fn is_xml_workbook(text: &str) -> bool {
    const SEEN: usize = 2000;
    let head: String = text.chars().take(SEEN).collect();
    let is_xml = head
        .trim_start_matches('\u{FEFF}')
        .trim_start()
        .starts_with("<?xml");
    let is_archive = head.starts_with("MIME-Version:");
    is_archive || is_xml && head.contains("urn:schemas-microsoft-com:office:spreadsheet")
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
    }

    #[test]
    fn limits_hold() {
        let wide = ["1"; 201].join(",");
        assert_eq!(from_text(&wide), Err(TableError::TooManyColumns));
        let high = "1\n".repeat(20_001);
        assert_eq!(from_text(&high), Err(TableError::TooManyRows));
        assert_eq!(sheets(&vec![b' '; limit::BYTES + 1]), Err(TableError::TooLarge));
        assert!(matches!(
            sheets(&[0xD0, 0xCF, 0x11, 0xE0]),
            Err(TableError::Locked)
        ));
        assert_eq!(sheets(&[0xFF, 0xFF, 0x00, 0x01]), Err(TableError::NotATable));
    }

    #[test]
    fn decimal_commas_are_seen() {
        let sheet = |text: &str| from_text(text).unwrap().last().unwrap().clone();
        assert!(sheet("a;1,35\nb;0,9\n").has_decimal_comma());
        assert!(!sheet("a;1.35\nb;0,9\n").has_decimal_comma());
        assert!(sheet("a;1,350\n").has_decimal_comma());
        assert!(!sheet("a\t1,350\nb\t0.5\n").has_decimal_comma());
    }
}
