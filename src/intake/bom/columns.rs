//! Which column of a sheet means what: found by the headings and by what the user said of them before, corrected by
//! the caller.

use super::error::TableError;
use super::headings::{self, Heads};
use super::memory::{Memory, Said};
use super::sheet::Sheet;
use super::tables;
use super::units::{Measure, Unit};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Name of the material.
    Material,
    /// Where it is in the garment.
    Placement,
    /// What group of materials it belongs to: fabric, trims, packaging.
    Group,
    /// Fibres with percentages.
    Composition,
    /// Cloth weight.
    Gsm,
    /// Cuttable width of the cloth.
    Width,
    /// Consumption per piece.
    #[default]
    Consumption,
    /// Consumption with the wastage in it.
    GrossConsumption,
    /// Unit of the consumption.
    Unit,
    /// Marker efficiency.
    Marker,
    /// Wastage: bought on top of the consumption.
    Wastage,
    /// Mass of one piece of the material.
    PieceWeight,
    /// For how many garments the table is.
    Lot,
    /// Colour.
    Colour,
    /// Specification, size, remarks: looked through for figures and fibres. Several columns may mean it.
    Details,
    /// Supplier.
    Supplier,
    /// Certificates.
    Certificate,
}

impl Column {
    /// All columns in the order of a usual sheet.
    pub const ALL: [Self; 17] = [
        Self::Material,
        Self::Placement,
        Self::Group,
        Self::Composition,
        Self::Gsm,
        Self::Width,
        Self::Consumption,
        Self::GrossConsumption,
        Self::Unit,
        Self::Marker,
        Self::Wastage,
        Self::PieceWeight,
        Self::Lot,
        Self::Colour,
        Self::Details,
        Self::Supplier,
        Self::Certificate,
    ];

    /// True where figures stand.
    pub const fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Gsm
                | Self::Width
                | Self::Consumption
                | Self::GrossConsumption
                | Self::Marker
                | Self::Wastage
                | Self::PieceWeight
                | Self::Lot
        )
    }

    /// True where cells that are merged over several rows say the same of each: not of quantities, which count once.
    pub(super) const fn fills_down(self) -> bool {
        !matches!(
            self,
            Self::Consumption | Self::GrossConsumption | Self::PieceWeight | Self::Lot
        )
    }
}

/// Where the headings stand and what each column means.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mapping {
    /// The row of the headings, from 0; rows after it are read.
    pub header: usize,
    /// How many rows the headings take: one or two.
    pub(super) depth: usize,
    /// The row before which the table ends; none where it goes on to the end of the sheet.
    pub(super) end: Option<usize>,
    /// Further tables of the sheet that belong to the same garment.
    pub(super) also: Vec<Self>,
    /// The rows of the headings of all tables of the sheet that are tables of their own, with what stands above them.
    pub(super) tables: Vec<(usize, String)>,
    pub(super) columns: BTreeMap<usize, Column>,
    measures: BTreeMap<Column, Measure>,
    /// Columns of consumption by size, with the size.
    pub(super) sizes: Vec<(String, usize)>,
    /// Columns that could be the consumption as well.
    pub(super) rivals: Vec<usize>,
    remembered: BTreeSet<usize>,
}

impl Mapping {
    /// The mapping of the row with the most known headings near the top of `sheet`; none where no row has a material or
    /// composition and something beside it.
    pub fn detect(sheet: &Sheet, memory: &Memory) -> Option<Self> {
        tables::detect(sheet, memory)
    }

    /// The mapping that the headings in `row` give; what the user said of a heading before holds.
    pub fn of_row(sheet: &Sheet, row: usize, memory: &Memory) -> Self {
        let mut mapping = headings::of_words(sheet, row);
        for place in 0..sheet.width() {
            if let Some(Said(meaning)) = memory.meaning(&mapping.heads(sheet), place) {
                mapping.set_at(sheet, place, meaning);
            }
        }
        mapping.recall(sheet, memory);
        mapping
    }

    /// Headings in `depth` rows from `header` whose columns mean nothing yet.
    pub(super) fn headed(header: usize, depth: usize) -> Self {
        Self {
            header,
            depth,
            ..Self::default()
        }
    }

    /// Headings by shape alone: the first row with several words; its columns mean nothing yet.
    pub(in crate::intake) fn by_shape(sheet: &Sheet) -> Self {
        let has_words = |row: &usize| {
            let cells = sheet.row(*row).iter();
            cells.filter(|cell| !cell.trim().is_empty()).count() > 1
        };
        Self::headed((0..sheet.height()).find(has_words).unwrap_or(0), 1)
    }

    /// Notes which of its columns mean what the user said before.
    pub(in crate::intake) fn recall(&mut self, sheet: &Sheet, memory: &Memory) {
        let heads = self.heads(sheet);
        let said = |place: &usize| memory.meaning(&heads, *place) == Some(Said(self.column_at(*place)));
        self.remembered = (0..sheet.width()).filter(said).collect();
    }

    /// Its headings as they are read: both rows together where there are two.
    pub(in crate::intake) fn heads(&self, sheet: &Sheet) -> Heads {
        headings::heads(sheet, self.header, self.depth)
    }

    /// The words over the column at `place`.
    pub fn heading(&self, sheet: &Sheet, place: usize) -> String {
        self.heads(sheet).text(place).to_owned()
    }

    /// The first row beneath the headings.
    pub fn first_row(&self) -> usize {
        self.header + self.depth.max(1)
    }

    /// The row before which it ends in `sheet`.
    pub fn end_row(&self, sheet: &Sheet) -> usize {
        self.end.unwrap_or(sheet.height()).min(sheet.height())
    }

    /// Says which column of the sheet means `column`; none where no column does. A column means one thing.
    pub fn set(&mut self, sheet: &Sheet, column: Column, place: Option<usize>) {
        self.columns
            .retain(|at, known| (*known != column || column == Column::Details) && Some(*at) != place);
        let Some(place) = place else {
            self.columns.retain(|_, known| *known != column);
            self.measures.remove(&column);
            return;
        };
        self.columns.insert(place, column);
        self.measures.remove(&column);
        let is_size = self.sizes.iter().any(|(_, size)| *size == place);
        let measure = headings::measure_of(self.heads(sheet).measured(place, is_size));
        if measure != Measure::default() {
            self.measures.insert(column, measure);
        }
    }

    /// Says what the column of the sheet at `place` means; none where it is not used.
    pub fn set_at(&mut self, sheet: &Sheet, place: usize, column: Option<Column>) {
        match column {
            Some(column) => self.set(sheet, column, Some(place)),
            None => {
                self.columns.remove(&place);
            }
        }
        if matches!(column, Some(Column::Consumption | Column::GrossConsumption)) {
            self.sizes.clear();
            self.rivals.clear();
        }
    }

    /// Takes the consumption from the column of this size; false where there is none.
    pub fn choose_size(&mut self, sheet: &Sheet, size: &str) -> bool {
        let wanted = size.trim().to_lowercase();
        let found = self.sizes.iter().find(|(name, _)| name.to_lowercase() == wanted);
        let Some(place) = found.map(|(_, place)| *place) else {
            return false;
        };
        self.set(sheet, Column::Consumption, Some(place));
        true
    }

    /// The sizes that have a column of their own, and the place of the one that is taken.
    pub fn sizes(&self) -> (Vec<&str>, Option<usize>) {
        let chosen = self.index(Column::Consumption);
        let taken = self.sizes.iter().position(|(_, place)| Some(*place) == chosen);
        (self.sizes.iter().map(|(name, _)| name.as_str()).collect(), taken)
    }

    /// The tables of the sheet that stand for themselves, where there are several: rows of headings from 0, and titles.
    pub fn tables(&self) -> &[(usize, String)] {
        &self.tables
    }

    /// What the column of the sheet at `place` means.
    pub fn column_at(&self, place: usize) -> Option<Column> {
        self.columns.get(&place).copied()
    }

    /// True where the user said before what the heading at `place` means.
    pub fn is_remembered(&self, place: usize) -> bool {
        self.remembered.contains(&place)
    }

    /// How many headings mean what the user said before.
    pub fn remembered(&self) -> usize {
        self.remembered.len()
    }

    /// The first column of the sheet that means `column`, from 0.
    pub fn index(&self, column: Column) -> Option<usize> {
        self.indices(column).next()
    }

    /// All columns of the sheet that mean `column`.
    pub fn indices(&self, column: Column) -> impl Iterator<Item = usize> {
        let found = self.columns.iter().filter(move |(_, known)| **known == column);
        found.map(|(at, _)| *at)
    }

    /// The unit that the heading of `column` gives.
    pub fn unit(&self, column: Column) -> Option<Unit> {
        self.measures.get(&column).and_then(|measure| measure.unit)
    }

    /// For how many garments the heading of `column` says that its figures are.
    pub fn per(&self, column: Column) -> Option<f64> {
        self.measures.get(&column).and_then(|measure| measure.per)
    }

    /// The text of `column` in `row`; empty where the sheet has no such column.
    pub fn text<'a>(&self, sheet: &'a Sheet, row: usize, column: Column) -> &'a str {
        self.index(column).map_or("", |place| sheet.cell(row, place))
    }

    /// How many columns have a meaning.
    pub fn count(&self) -> usize {
        self.columns.len()
    }

    /// How much it explains: meanings that a mass or a name hang on.
    pub(super) fn score(&self) -> usize {
        let telling =
            |column: &&Column| !matches!(column, Column::Details | Column::Supplier | Column::Certificate);
        self.columns.values().filter(telling).count() * 4 + self.columns.len()
    }

    /// True where `other` gives the same meaning to at least three of the columns.
    pub(super) fn has_same_columns(&self, other: &Self) -> bool {
        const ENOUGH: usize = 3;
        let same = other
            .columns
            .iter()
            .filter(|(place, column)| self.column_at(**place) == Some(**column));
        same.count() >= ENOUGH
    }

    /// True where a row of it can have a mass.
    pub(super) fn has_figures(&self) -> bool {
        let figures = [
            Column::Consumption,
            Column::GrossConsumption,
            Column::PieceWeight,
            Column::Gsm,
        ];
        figures.iter().any(|column| self.index(*column).is_some())
    }
}

/// The place of the sheet among `sheets` with the most known headings, and its mapping.
pub(in crate::intake) fn best(sheets: &[Sheet], memory: &Memory) -> Option<(usize, Mapping)> {
    let mut best: Option<(usize, Mapping)> = None;
    for (place, sheet) in sheets.iter().enumerate() {
        if let Some(mapping) = Mapping::detect(sheet, memory)
            && best
                .as_ref()
                .is_none_or(|(_, known)| mapping.score() > known.score())
        {
            best = Some((place, mapping));
        }
    }
    best
}

/// The sheet among `sheets` with the most known headings, and its mapping.
pub fn choose(mut sheets: Vec<Sheet>) -> Result<(Sheet, Mapping), TableError> {
    if sheets.iter().all(Sheet::is_empty) {
        return Err(TableError::Empty);
    }
    let (place, mapping) = best(&sheets, &Memory::default()).ok_or_else(|| TableError::no_header(&sheets))?;
    Ok((sheets.swap_remove(place), mapping))
}
