//! Bills of materials: a sheet of cells → lines, each read, doubtful or skipped with the reason → parts and masses.
//!
//! Invariant: every row after the headings that holds something is a line; none is dropped without a word.

mod amount;
mod columns;
mod error;
mod mass;
mod material;
mod memory;
mod part;
mod reason;
mod row;
mod sheet;
mod words;
mod xlsx;

pub(super) use columns::best;
pub use columns::{Column, Mapping, choose};
pub use error::{TableError, limit};
pub use memory::Memory;
pub use reason::{Reason, Status, column_name};
pub use sheet::{Sheet, cell_name, from_text, sheets};
pub use words::Unit;

use super::label;
use super::words::role_key;
use crate::data::{Kind, Library};
use crate::model::{KindId, Making, Name, Part};
use crate::project_file::limit::PARTS;
use crate::text::{BomMsg, Lang};
use row::Row;
use std::collections::{BTreeMap, BTreeSet};
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
    /// The part; none for packaging and skipped rows.
    pub part: Option<Part>,
}

impl Line {
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
        let between = match lang {
            Lang::En => " ",
            Lang::Zh | Lang::Both => "",
        };
        let sentences: Vec<String> = self.reasons.iter().map(|reason| reason.text(lang)).collect();
        let values = [
            ("row", self.row.to_string()),
            ("reasons", sentences.join(between)),
        ];
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
        let mut reader = Reader {
            sheet,
            mapping,
            kind,
            library,
            ids: BTreeMap::new(),
            parts: 0,
        };
        let lines = (mapping.header + 1..sheet.height()).filter_map(|at| reader.line(at));
        let lines = lines.collect();
        let above = || {
            (0..mapping.header)
                .flat_map(|row| sheet.row(row))
                .map(|cell| cell.trim())
        };
        let title = above().find(|cell| !cell.is_empty()).unwrap_or_default();
        Self {
            title: part::name(title),
            named_kind: named_kind(sheet, mapping).cloned(),
            lines,
        }
    }

    /// The parts in the order of the rows.
    pub fn parts(&self) -> Vec<Part> {
        self.lines.iter().filter_map(|line| line.part.clone()).collect()
    }

    /// Leaves out the rows with these numbers of the spreadsheet, as the user wants it.
    pub fn leave_out(&mut self, rows: &BTreeSet<usize>) {
        let wanted = |line: &&mut Line| line.part.is_some() && rows.contains(&line.row);
        for line in self.lines.iter_mut().filter(wanted) {
            line.reasons.insert(0, Reason::LeftOut);
            line.part = None;
            line.gross_kg = 0.0;
            line.product_kg = 0.0;
        }
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

/// The kind of garment that the words above the table name.
pub fn named_kind(sheet: &Sheet, mapping: &Mapping) -> Option<&'static KindId> {
    let above: Vec<&str> = (0..mapping.header)
        .flat_map(|row| sheet.row(row))
        .map(String::as_str)
        .collect();
    Words::builtin().kind(&above.join(" "))
}

struct Reader<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    kind: Option<&'a Kind>,
    library: &'a Library,
    ids: BTreeMap<&'static str, usize>,
    parts: usize,
}

impl Reader<'_> {
    /// The line of a row; none where nothing stands in it.
    fn line(&mut self, at: usize) -> Option<Line> {
        let row = Row {
            sheet: self.sheet,
            mapping: self.mapping,
            index: at,
        };
        if row.is_empty() {
            return None;
        }
        let words = Words::builtin();
        let first = self.sheet.row(at).iter().find(|cell| !cell.trim().is_empty());
        let material = Some(row.text(Column::Material)).filter(|text| !text.is_empty());
        let material = material.or(first.map(|cell| cell.trim())).unwrap_or_default();
        let mut line = Line {
            row: at + 1,
            material: material.to_owned(),
            supplier: row.text(Column::Supplier).to_owned(),
            certificates: Vec::new(),
            reasons: Vec::new(),
            gross_kg: 0.0,
            product_kg: 0.0,
            is_packaging: [Column::Material, Column::Placement]
                .iter()
                .any(|column| words.is_packaging(row.text(*column))),
            part: None,
        };
        let is_total = first.is_some_and(|cell| words.is_total(cell));
        if is_total {
            line.reasons.push(Reason::Total);
        } else if row.is_heading() || row.repeats_header() {
            line.reasons.push(Reason::Heading);
        } else if self.parts >= PARTS {
            line.reasons.push(Reason::TooMany);
        } else {
            self.fill(&row, &mut line);
        }
        Some(line)
    }

    fn fill(&mut self, row: &Row<'_>, line: &mut Line) {
        let role = part::role(row);
        let label = label::parse(row.text(Column::Composition));
        let gsm = material::fitting(&label, role).and_then(|part| part.gsm);
        let is_cloth = part::is_cloth(role) && !line.is_packaging;
        let loss = self.kind.map_or(0.0, |kind| kind.making_loss.value);
        let mass = mass::row_mass(row, gsm, is_cloth, loss, &mut line.reasons);
        let Some(mass) = mass else { return };
        line.gross_kg = mass.gross_kg;
        line.product_kg = mass.product_kg;
        line.certificates = certificates(row, &label);
        if line.is_packaging {
            return;
        }
        let fibres = material::fibres(row, &label, role, self.library, &mut line.reasons);
        let id = self.id(role_key(role)).into();
        line.part = part::part(row, id, role, fibres, &mass, self.kind, self.library);
        self.parts += 1;
    }

    /// `lining`, then `lining_2`: the same in every language.
    fn id(&mut self, key: &'static str) -> String {
        let count = self.ids.entry(key).or_insert(0);
        *count += 1;
        if *count == 1 {
            key.to_owned()
        } else {
            format!("{key}_{count}")
        }
    }
}

fn certificates(row: &Row<'_>, label: &label::Label) -> Vec<String> {
    let own = label::parse(row.text(Column::Certificate));
    let all = own
        .parts
        .iter()
        .chain(&label.parts)
        .flat_map(|part| &part.certificates);
    let mut names: Vec<String> = Vec::new();
    for name in all {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}
