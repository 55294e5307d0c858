//! Which column of a sheet means what: found by the headings and by what the user said of them before, corrected by
//! the caller.

use super::error::{TableError, limit};
use super::memory::Memory;
use super::sheet::Sheet;
use super::words::{Unit, Words, holds, weight, word_key};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Name of the material.
    Material,
    /// Where it is in the garment.
    Placement,
    /// Fibres with percentages.
    Composition,
    /// Cloth weight.
    Gsm,
    /// Cuttable width of the cloth.
    Width,
    /// Consumption per piece.
    Consumption,
    /// Unit of the consumption.
    Unit,
    /// Marker efficiency.
    Marker,
    /// Wastage: bought on top of the consumption.
    Wastage,
    /// Mass of one piece of the material.
    PieceWeight,
    /// Supplier.
    Supplier,
    /// Certificates.
    Certificate,
}

impl Column {
    /// All columns in the order of a usual sheet.
    pub const ALL: [Self; 12] = [
        Self::Material,
        Self::Placement,
        Self::Composition,
        Self::Gsm,
        Self::Width,
        Self::Consumption,
        Self::Unit,
        Self::Marker,
        Self::Wastage,
        Self::PieceWeight,
        Self::Supplier,
        Self::Certificate,
    ];
}

/// Where the headings stand and what each column means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// The row of the headings, from 0; rows after it are read.
    pub header: usize,
    columns: BTreeMap<Column, usize>,
    units: BTreeMap<Column, Unit>,
    remembered: BTreeSet<usize>,
}

impl Mapping {
    /// The mapping of the row with the most known headings near the top of `sheet`; none where no row has a material or
    /// composition and something beside it.
    pub fn detect(sheet: &Sheet, memory: &Memory) -> Option<Self> {
        let rows = sheet.height().min(limit::HEADER_ROWS);
        let mut best: Option<Self> = None;
        for row in 0..rows {
            let mapping = Self::of_row(sheet, row, memory);
            let names = [Column::Material, Column::Composition];
            let is_header =
                mapping.count() >= 2 && names.iter().any(|column| mapping.columns.contains_key(column));
            if is_header && best.as_ref().is_none_or(|best| mapping.count() > best.count()) {
                best = Some(mapping);
            }
        }
        best
    }

    /// The mapping that the headings in `row` give; what the user said of a heading before holds.
    pub fn of_row(sheet: &Sheet, row: usize, memory: &Memory) -> Self {
        let mut mapping = Self::of_words(sheet, row);
        for at in 0..sheet.row(row).len() {
            if let Some(meaning) = memory.meaning(sheet, row, at) {
                mapping.set_at(sheet, at, meaning);
            }
        }
        mapping.recall(sheet, memory);
        mapping
    }

    /// Headings by shape alone: the first row with several words; its columns mean nothing yet.
    pub(in crate::intake) fn by_shape(sheet: &Sheet) -> Self {
        let has_words = |row: &usize| {
            let cells = sheet.row(*row).iter();
            cells.filter(|cell| !cell.trim().is_empty()).count() > 1
        };
        Self {
            header: (0..sheet.height()).find(has_words).unwrap_or(0),
            ..Self::default()
        }
    }

    /// Notes which of its columns mean what the user said before.
    pub(in crate::intake) fn recall(&mut self, sheet: &Sheet, memory: &Memory) {
        let said = |at: &usize| memory.meaning(sheet, self.header, *at) == Some(self.column_at(*at));
        self.remembered = (0..sheet.row(self.header).len()).filter(said).collect();
    }

    /// The mapping that the known words in `row` give.
    pub(super) fn of_words(sheet: &Sheet, row: usize) -> Self {
        let words = Words::builtin();
        let mut found: BTreeMap<Column, (usize, usize)> = BTreeMap::new();
        for at in 0..sheet.row(row).len() {
            let Some((column, score)) = meaning(sheet.cell(row, at), words) else {
                continue;
            };
            let is_better = found.get(&column).is_none_or(|(_, best)| score > *best);
            if is_better {
                found.insert(column, (at, score));
            }
        }
        let mut mapping = Self {
            header: row,
            ..Self::default()
        };
        for (column, (at, _)) in found {
            mapping.set(sheet, column, Some(at));
        }
        mapping
    }

    /// Says which column of the sheet means `column`; none where no column does. A column means one thing.
    pub fn set(&mut self, sheet: &Sheet, column: Column, index: Option<usize>) {
        self.columns
            .retain(|known, at| *known != column && Some(*at) != index);
        self.units.remove(&column);
        let Some(index) = index else { return };
        self.columns.insert(column, index);
        if let Some(unit) = unit_of(sheet.cell(self.header, index)) {
            self.units.insert(column, unit);
        }
    }

    /// Says what the column of the sheet at index `at` means; none where it is not used.
    pub fn set_at(&mut self, sheet: &Sheet, at: usize, column: Option<Column>) {
        match (column, self.column_at(at)) {
            (Some(column), _) => self.set(sheet, column, Some(at)),
            (None, Some(before)) => self.set(sheet, before, None),
            (None, None) => {}
        }
    }

    /// What the column of the sheet at index `at` means.
    pub fn column_at(&self, index: usize) -> Option<Column> {
        let found = self.columns.iter().find(|(_, at)| **at == index);
        found.map(|(column, _)| *column)
    }

    /// True where the user said before what the heading at index `at` means.
    pub fn is_remembered(&self, at: usize) -> bool {
        self.remembered.contains(&at)
    }

    /// How many headings mean what the user said before.
    pub fn remembered(&self) -> usize {
        self.remembered.len()
    }

    /// The column of the sheet that means `column`, from 0.
    pub fn index(&self, column: Column) -> Option<usize> {
        self.columns.get(&column).copied()
    }

    /// The unit that the heading of `column` gives.
    pub fn unit(&self, column: Column) -> Option<Unit> {
        self.units.get(&column).copied()
    }

    /// The text of `column` in `row`; empty where the sheet has no such column.
    pub fn text<'a>(&self, sheet: &'a Sheet, row: usize, column: Column) -> &'a str {
        self.index(column).map_or("", |at| sheet.cell(row, at))
    }

    /// How many columns have a meaning.
    pub fn count(&self) -> usize {
        self.columns.len()
    }
}

/// The index of the sheet among `sheets` with the most known headings, and its mapping.
pub(in crate::intake) fn best(sheets: &[Sheet], memory: &Memory) -> Option<(usize, Mapping)> {
    let mut best: Option<(usize, Mapping)> = None;
    for (at, sheet) in sheets.iter().enumerate() {
        if let Some(mapping) = Mapping::detect(sheet, memory)
            && best
                .as_ref()
                .is_none_or(|(_, known)| mapping.count() > known.count())
        {
            best = Some((at, mapping));
        }
    }
    best
}

/// The sheet among `sheets` with the most known headings, and its mapping.
pub fn choose(mut sheets: Vec<Sheet>) -> Result<(Sheet, Mapping), TableError> {
    if sheets.iter().all(Sheet::is_empty) {
        return Err(TableError::Empty);
    }
    let (at, mapping) = best(&sheets, &Memory::default()).ok_or(TableError::NoHeader)?;
    Ok((sheets.swap_remove(at), mapping))
}

/// What a heading means, and how surely: words in brackets are looked at only where the rest says nothing.
fn meaning(heading: &str, words: &Words) -> Option<(Column, usize)> {
    const LONGEST: usize = 80;
    if heading.is_empty() || heading.chars().count() > LONGEST {
        return None;
    }
    let outside = word_key(&without_brackets(heading));
    let whole = word_key(heading);
    let (column, score) = best_word(&outside, words).or_else(|| best_word(&whole, words))?;
    let column = column?;
    let is_mass = matches!(unit_of(heading), Some(Unit::Gram | Unit::Kilogram));
    // "Weight (g)" is the mass of a piece, "Weight (g/m2)" that of the cloth.
    Some(if column == Column::Gsm && is_mass {
        (Column::PieceWeight, score)
    } else {
        (column, score)
    })
}

/// The longest known word that `heading` is or holds; that it is the whole heading counts most.
fn best_word(heading: &str, words: &Words) -> Option<(Option<Column>, usize)> {
    const WHOLE: usize = 1000;
    let mut best: Option<(Option<Column>, usize)> = None;
    for (word, column) in &words.columns {
        let score = if heading == word {
            WHOLE + weight(word)
        } else if weight(word) > 1 && holds(heading, word) {
            weight(word)
        } else {
            continue;
        };
        if best.is_none_or(|(_, known)| score > known) {
            best = Some((*column, score));
        }
    }
    best
}

fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    let kept = heading.chars().filter(|c| {
        let is_open = matches!(c, '(' | '（' | '[' | '【');
        let is_close = matches!(c, ')' | '）' | ']' | '】');
        if is_open {
            depth += 1;
        } else if is_close {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && !is_close
    });
    kept.collect()
}

/// The unit in the brackets of a heading, or behind its last stroke or blank: `Width (cm)`, `幅宽/cm`, `Width cm`.
fn unit_of(heading: &str) -> Option<Unit> {
    let words = Words::builtin();
    let mut pieces = heading.split(['(', '（', '[', '【', ')', '）', ']', '】']);
    pieces.next();
    pieces.find_map(|piece| words.unit(piece)).or_else(|| {
        let last = heading.rsplit(['/', ' ', '：', ':']).next()?;
        words.unit(last).filter(|_| last.len() < heading.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_as_people_write_them() {
        let cases = [
            ("物料名称", Some(Column::Material)),
            ("克重(g/㎡)", Some(Column::Gsm)),
            ("g/m2", Some(Column::Gsm)),
            ("Weight (g)", Some(Column::PieceWeight)),
            ("单件重量(g)", Some(Column::PieceWeight)),
            ("Weight per piece (g)", Some(Column::PieceWeight)),
            ("克", Some(Column::PieceWeight)),
            ("Fabric weight gsm", Some(Column::Gsm)),
            ("Unit price", None),
            ("Unit", Some(Column::Unit)),
            ("Item code", None),
            ("Item", Some(Column::Material)),
            ("Material composition", Some(Column::Composition)),
            ("排料利用率(%)", Some(Column::Marker)),
            ("Cuttable width (inch)", Some(Column::Width)),
            ("有效门幅（cm）", Some(Column::Width)),
            ("单件用量(米)", Some(Column::Consumption)),
            ("Community", None),
            ("单价(元)", None),
            ("供应商", Some(Column::Supplier)),
            ("备注", None),
            ("GRS证书", Some(Column::Certificate)),
        ];
        for (heading, expected) in cases {
            let found = meaning(heading, Words::builtin()).map(|(column, _)| column);
            assert_eq!(found, expected, "{heading}");
        }
        assert_eq!(unit_of("Width (cm)"), Some(Unit::Centimetre));
        assert_eq!(unit_of("幅宽/cm"), Some(Unit::Centimetre));
        assert_eq!(unit_of("Weight"), None);
        assert_eq!(unit_of("g"), None);
    }
}
