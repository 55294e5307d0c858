//! Bills of materials: a sheet of cells → lines, each read, doubtful or skipped with the reason → parts and masses, and
//! what there is to ask about the whole.
//!
//! Invariant: every row after the headings that holds something is a line; none is dropped without a word.

mod alike;
mod amount;
mod answers;
mod cells;
mod columns;
mod error;
mod figures;
mod finding;
mod free;
mod grid;
mod headings;
mod html;
mod mass;
mod material;
mod memory;
mod ods;
mod part;
mod per;
mod reader;
mod reason;
mod row;
mod sheet;
mod sizes;
mod tables;
mod text_file;
mod title;
mod traditional;
mod units;
mod usual;
mod whole;
mod word_file;
mod words;
mod xls;
mod xlsb;
mod xlsx;
mod xlsx_marks;
mod xml;

pub use answers::{Answer, Answers, Chosen, Fix, Take};
pub(super) use columns::best;
pub use columns::{Column, Mapping, choose};
pub use error::{TableError, limit};
pub use finding::{Finding, PerBy};
pub use memory::Memory;
pub use reason::{Reason, Status, column_name};
pub use sheet::{Sheet, cell_name};
pub(super) use tables::at as table_at;
pub use text_file::{from_text, sheets};
pub use units::{Unit, garments};

use crate::data::{Kind, Library};
use crate::model::{KindId, Making, Name, Part, Role};
use crate::text::{BomMsg, Lang, capitalised};
use words::Words;

/// A bill of materials as it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bom {
    /// What stands above the table, as the name of the product.
    pub title: Name,
    /// The kind of garment that the words above the table name.
    pub named_kind: Option<KindId>,
    /// Its rows.
    pub lines: Vec<Line>,
    /// What there is to say or ask about the whole.
    pub findings: Vec<Finding>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its number in the spreadsheet, from 1.
    pub row: usize,
    /// Its material, as it stands there.
    pub material: String,
    /// Its supplier, as it stands there.
    pub supplier: String,
    /// Certificates named with it.
    pub certificates: Vec<String>,
    /// What is doubtful, or why it was skipped.
    pub reasons: Vec<Reason>,
    /// Bought for one garment, kg; 0 where skipped.
    pub gross_kg: f64,
    /// In the finished piece, or in the packaging of one, kg; 0 where skipped.
    pub product_kg: f64,
    /// Not worn: kept apart.
    pub is_packaging: bool,
    /// The pieces that the sheet counts for one garment.
    pub pieces: Option<f64>,
    /// The length that the sheet gives for one garment, m.
    pub metres: Option<f64>,
    /// The mass is not in the table: the usual one of such a trim stands in.
    pub is_usual: bool,
    /// The part; none for packaging and skipped rows.
    pub part: Option<Part>,
}

impl Line {
    /// Takes the row out of the product, for this reason.
    fn leave_out(&mut self, reason: Reason) {
        self.reasons.insert(0, reason);
        self.part = None;
        self.gross_kg = 0.0;
        self.product_kg = 0.0;
    }

    /// True where somebody has to answer something about the row.
    pub fn is_question(&self) -> bool {
        let is_out = matches!(self.reasons.first(), Some(Reason::LeftOut | Reason::Alike(_)));
        !is_out && self.reasons.iter().any(Reason::is_question)
    }

    /// What became of the row.
    pub fn status(&self) -> Status {
        let statuses = self.reasons.iter().map(Reason::status);
        statuses.max().unwrap_or(Status::Read)
    }

    /// The reasons in `lang`, headed by the row; empty where there are none.
    pub fn reason(&self, lang: Lang) -> String {
        if self.reasons.is_empty() {
            return String::new();
        }
        // The first follows a colon, the others a full stop.
        let sentences = self.reasons.iter().enumerate().map(|(at, reason)| match at {
            0 => reason.text(lang),
            _ => capitalised(&reason.text(lang)),
        });
        let reasons = sentences.collect::<Vec<_>>().join(lang.gap());
        let values = [("row", self.row.to_string()), ("reasons", reasons)];
        BomMsg::AtRow.with(
            lang,
            &values.each_ref().map(|(key, value)| (*key, value.as_str())),
        )
    }
}

/// How many rows, and their masses in kg per garment.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Totals {
    /// Rows read without a doubt.
    pub read: usize,
    /// Rows read with a doubt.
    pub doubtful: usize,
    /// Rows not taken in.
    pub skipped: usize,
    /// In the finished piece.
    pub product_kg: f64,
    /// Bought, without packaging.
    pub gross_kg: f64,
    /// Packaging.
    pub packaging_kg: f64,
}

impl Totals {
    /// Cut away or wasted: bought and not in the finished piece.
    pub fn cutting_waste_kg(&self) -> f64 {
        self.gross_kg - self.product_kg
    }
}

impl Bom {
    /// Reads the rows of `sheet` below its headings. `kind`: the kind of garment, for its usual cutting loss and cloth.
    pub fn read(sheet: &Sheet, mapping: &Mapping, kind: Option<&Kind>, library: &Library) -> Self {
        let (answers, memory) = (Answers::default(), Memory::default());
        reader::read(sheet, mapping, kind, library, &answers, &memory)
    }

    /// The same with what was answered about it, and what was said of words before.
    pub fn read_with(
        sheet: &Sheet,
        mapping: &Mapping,
        kind: Option<&Kind>,
        library: &Library,
        answers: &Answers,
        memory: &Memory,
    ) -> Self {
        reader::read(sheet, mapping, kind, library, answers, memory)
    }

    /// The parts in the order of the rows.
    pub fn parts(&self) -> Vec<Part> {
        self.lines.iter().filter_map(|line| line.part.clone()).collect()
    }

    /// True where somebody has to answer something.
    pub fn is_question(&self) -> bool {
        self.findings.iter().any(Finding::is_question) || self.lines.iter().any(Line::is_question)
    }

    /// True where only side materials were read, and nobody said that they are all there is: no product yet.
    pub fn is_side_alone(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| matches!(finding, Finding::OnlySide(_)))
    }

    /// The share of recycled fibre in the finished piece; none where nothing was read.
    pub fn recycled_share(&self) -> Option<f64> {
        let parts = || self.lines.iter().filter_map(|line| line.part.as_ref());
        let recycled = |part: &Part| -> f64 {
            let lines = part.fibres.iter();
            lines
                .map(|line| line.share.get() * line.feedstock.recycled.get())
                .sum()
        };
        let mass: f64 = parts().map(|part| part.mass.get()).sum();
        let kg: f64 = parts().map(|part| part.mass.get() * recycled(part)).sum();
        (mass > 0.0).then(|| kg / mass)
    }

    /// Wastage of parts that are bought as they are, kg: in the printed gross mass, but a project counts no loss of them.
    pub fn bought_wastage_kg(&self) -> f64 {
        let is_bought = |line: &&Line| {
            let part = line.part.as_ref();
            part.is_some_and(|part| part.making == Making::Bought)
        };
        let bought = self.lines.iter().filter(is_bought);
        bought.map(|line| line.gross_kg - line.product_kg).sum()
    }

    /// Counts and masses.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for line in &self.lines {
            match line.status() {
                Status::Read => totals.read += 1,
                Status::Doubtful => totals.doubtful += 1,
                Status::Skipped => totals.skipped += 1,
            }
            if line.is_packaging {
                totals.packaging_kg += line.product_kg;
            } else {
                totals.product_kg += line.product_kg;
                totals.gross_kg += line.gross_kg;
            }
        }
        totals
    }
}

/// The kind of garment that `text` names with its longest word.
pub fn kind_in(text: &str) -> Option<&'static KindId> {
    Words::builtin().kind(text)
}

/// The role that `text` is a word for: `lining`, `里料`.
pub fn role_called(text: &str) -> Option<Role> {
    Words::builtin().role_called(text)
}

/// The kind of garment that the words above the table name, or the name of the sheet.
pub fn named_kind(sheet: &Sheet, mapping: &Mapping) -> Option<&'static KindId> {
    let above: Vec<&str> = (0..mapping.header)
        .flat_map(|row| sheet.row(row))
        .map(String::as_str)
        .collect();
    let words = Words::builtin();
    words.kind(&above.join(" ")).or_else(|| words.kind(sheet.name()))
}
