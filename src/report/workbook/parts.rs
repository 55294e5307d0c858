//! The sheet of parts that comes back, and the empty one to fill in.

use super::Book;
use super::sheet::{Cell, Sheet, Shown, letters};
use crate::data::Library;
use crate::intake::parts_sheet::{self, Counted, Field, unit_word};
use crate::text::{CommonMsg, Lang, PartsSheetMsg, WorkbookMsg};

/// The sheet, with what the summary refers to.
pub(super) struct Parts {
    /// The sheet.
    pub(super) sheet: Sheet,
    /// The formula of the mass in kg; none without parts.
    pub(super) mass_kg: Option<String>,
}

fn width(field: Field) -> f64 {
    match field {
        Field::Composition => 42.0,
        Field::Name | Field::Note => 28.0,
        Field::Role | Field::Removable | Field::Supplier | Field::Certificate => 18.0,
        _ => 13.0,
    }
}

fn empty(name: &'static str, lang: Lang) -> Sheet {
    Sheet::new(name, Field::ALL.map(|field| (field.head(lang), width(field))))
}

/// The parts of the project.
pub(super) fn sheet(book: &Book<'_>) -> Parts {
    let mut sheet = empty(WorkbookMsg::Parts.text(book.lang), book.lang);
    for part in &book.project.product.parts {
        let row = parts_sheet::row(part, book.project, Library::builtin(), book.lang);
        let number = sheet.next_row();
        let cell = |field: Field| match (field, row.cell(field)) {
            (_, parts_sheet::Cell::Empty) => Cell::Empty,
            (_, parts_sheet::Cell::Text(text)) => Cell::text(text.as_str()),
            (Field::InProduct, parts_sheet::Cell::Number(grams)) => {
                Cell::Formula(grams_of(number, part.cloth.is_some()), *grams, Shown::Two)
            }
            (_, parts_sheet::Cell::Number(value)) => Cell::Number(*value, Shown::Plain),
        };
        sheet.rows.push(Field::ALL.map(cell).to_vec());
    }
    let column = letters(Field::InProduct.place());
    let last = sheet.next_row() - 1;
    let mass_kg = (last > 1).then(|| format!("=SUM('{}'!{column}2:{column}{last})/1000", sheet.name));
    Parts { sheet, mass_kg }
}

/// The mass in the piece, g: weight × width × consumption × marker efficiency, or weight of a piece × consumption.
fn grams_of(row: usize, is_cloth: bool) -> String {
    let at = |field: Field| format!("{}{row}", letters(field.place()));
    if is_cloth {
        let (gsm, width) = (at(Field::Gsm), at(Field::Width));
        let (length, marker) = (at(Field::Consumption), at(Field::Marker));
        format!("={gsm}*IF(ISNUMBER({width}),{width}/100,1)*{length}*{marker}/100")
    } else {
        format!("={}*{}", at(Field::Consumption), at(Field::PieceWeight))
    }
}

/// The empty table and what its columns mean.
pub(super) fn template(lang: Lang) -> Vec<Sheet> {
    let mut table = empty(WorkbookMsg::Parts.text(lang), lang);
    // No code and no mass in the piece: those belong to a project.
    let is_asked = |field: Field| !matches!(field, Field::Code | Field::InProduct);
    table.heads = Field::ALL
        .into_iter()
        .filter(|field| is_asked(*field))
        .map(|field| (field.head(lang).to_owned(), width(field)))
        .collect();
    let heads = [
        (WorkbookMsg::TermEn, 30.0),
        (WorkbookMsg::TermZh, 26.0),
        (WorkbookMsg::Text, 70.0),
    ];
    let mut notes = Sheet::new(
        WorkbookMsg::ReadMe.text(lang),
        heads.map(|(head, width)| (head.text(lang), width)),
    );
    for field in Field::ALL.into_iter().filter(|field| is_asked(*field)) {
        notes.rows.push(vec![
            Cell::text(field.head(Lang::En)),
            Cell::text(field.head(Lang::Zh)),
            Cell::text(example(field, lang)),
        ]);
    }
    vec![table, notes]
}

/// What stands in the column, by an example.
fn example(field: Field, lang: Lang) -> String {
    let one = |text: &str| text.to_owned();
    match field {
        Field::Name => PartsSheetMsg::ExampleName.text(lang).to_owned(),
        Field::Role => CommonMsg::RoleShell.text(lang).to_owned(),
        Field::Composition => PartsSheetMsg::ExampleComposition.text(lang).to_owned(),
        Field::Gsm => one("180"),
        Field::Width => one("150"),
        Field::Consumption => one("1.2"),
        Field::Unit => [Counted::Metres, Counted::SquareMetres, Counted::Pieces]
            .map(|unit| unit_word(unit, lang))
            .join(lang.comma()),
        Field::Marker => one("85"),
        Field::Wastage => one("3"),
        Field::PieceWeight => PartsSheetMsg::ExampleWeight.text(lang).to_owned(),
        Field::Removable => CommonMsg::RemovableEasily.text(lang).to_owned(),
        Field::Certificate => one("GRS"),
        Field::Code | Field::InProduct | Field::Supplier | Field::Note => String::new(),
    }
}
