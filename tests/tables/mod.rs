//! The jacket's bill of materials in every form that people send it in.

#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, reason = "a test stops at what cannot be")]

use reloom::intake::bom::{choose, from_text};
use rust_xlsxwriter::{Format, Workbook};

pub const EN_CSV: &[u8] = include_bytes!("../fixtures/bom_uniform_en.csv");
pub const ZH_CSV: &[u8] = include_bytes!("../fixtures/bom_uniform_zh.csv");
pub const EN_XLSX: &[u8] = include_bytes!("../fixtures/bom_uniform_en.xlsx");

/// The Chinese sheet as text without its mark.
pub fn zh_text() -> &'static str {
    let text = std::str::from_utf8(ZH_CSV).unwrap();
    text.strip_prefix('\u{FEFF}').unwrap()
}

pub fn zh_rows() -> Vec<Vec<String>> {
    let sheet = choose(from_text(zh_text()).unwrap()).unwrap().0;
    (0..sheet.height()).map(|row| sheet.row(row).to_vec()).collect()
}

/// The cells of the Chinese sheet as a spreadsheet puts them on the clipboard.
pub fn zh_cells(mark: &str) -> String {
    let rows: Vec<String> = zh_rows().iter().map(|row| row.join(mark)).collect();
    rows.join("\r\n")
}

/// The Chinese sheet in GB18030.
pub fn gb18030() -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::GB18030.encode(zh_text());
    assert!(!lossy);
    bytes.into_owned()
}

/// The Chinese sheet as a workbook behind a cover: figures as numbers, shares in a format of per cent.
pub fn zh_xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    let cover = book.add_worksheet();
    cover.set_name("封面").unwrap();
    cover.write_string(0, 0, "封面").unwrap();
    let percent = Format::new().set_num_format("0%");
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(zh_rows()) {
        for (column, cell) in (0..).zip(cells) {
            let written = match cell.parse::<f64>() {
                Ok(number) if column == 7 => {
                    sheet.write_number_with_format(row, column, number / 100.0, &percent)
                }
                Ok(number) => sheet.write_number(row, column, number),
                Err(_) => sheet.write_string(row, column, &cell),
            };
            written.unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// File names with their bytes.
pub fn every_form() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("jacket.csv", EN_CSV.to_vec()),
        ("校服 清单.csv", ZH_CSV.to_vec()),
        ("jacket.xlsx", EN_XLSX.to_vec()),
        ("gb18030.csv", gb18030()),
        ("校服.xlsx", zh_xlsx()),
    ]
}
