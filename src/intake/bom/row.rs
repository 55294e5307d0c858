//! One row of a sheet with the meaning of its columns.

use super::answers::Fix;
use super::columns::{Column, Mapping};
use super::reason::Reason;
use super::sheet::{Sheet, cell_name};
use super::units::Unit;
use super::words::{Group, Words};
use crate::intake::bom::Memory;
use crate::intake::chars::is_chinese;

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// The sheet.
    pub(super) sheet: &'a Sheet,
    /// What its columns mean.
    pub(super) mapping: &'a Mapping,
    /// The row, from 0.
    pub(super) index: usize,
    /// The group that it stands in.
    pub(super) group: Option<Group>,
    /// What the user corrected in it.
    pub(super) fix: Option<&'a Fix>,
    /// What the user said of words before.
    pub(super) memory: &'a Memory,
}

impl<'a> Row<'a> {
    /// The text of `column`: as corrected, as it stands, or as it stands in the merged cells that the row lies in.
    pub(super) fn text(&self, column: Column) -> &'a str {
        if let Some(fixed) = self.fix.and_then(|fix| fix.values.get(&column)) {
            return fixed;
        }
        let own = self.mapping.text(self.sheet, self.index, column);
        if own.is_empty() && column.fills_down() {
            self.filled(column).unwrap_or_default()
        } else {
            own
        }
    }

    /// What merged cells that begin above say in `column`.
    pub(super) fn filled(&self, column: Column) -> Option<&'a str> {
        let (row, place) = self.merged(column)?;
        Some(self.sheet.cell(row, place)).filter(|text| !text.is_empty())
    }

    /// The first of the merged cells that begin above the row, in `column`.
    pub(super) fn merged(&self, column: Column) -> Option<(usize, usize)> {
        let place = self.mapping.index(column)?;
        let first = self.sheet.merged_into(self.index, place)?;
        (first.0 < self.index && first.1 == place && first.0 >= self.mapping.first_row()).then_some(first)
    }

    /// The texts of all columns of details.
    pub(super) fn details(&self) -> impl Iterator<Item = &'a str> {
        let (sheet, place) = (self.sheet, self.index);
        let places = self.mapping.indices(Column::Details);
        places
            .map(move |column| sheet.cell(place, column))
            .filter(|text| !text.is_empty())
    }

    /// All running text that may tell what the material is, the most telling first.
    pub(super) fn told(&self) -> Vec<&'a str> {
        let mut told = vec![self.text(Column::Material)];
        told.extend(self.details());
        told.push(self.text(Column::Composition));
        told.push(self.text(Column::Placement));
        told.retain(|text| !text.is_empty());
        told
    }

    /// True where one of `words` stands in what tells of the material.
    pub(super) fn says(&self, words: &[String]) -> bool {
        self.told().iter().any(|text| super::words::says(text, words))
    }

    /// The name of the cell of `column`; empty where the sheet has no such column.
    pub(super) fn cell(&self, column: Column) -> String {
        let place = self.mapping.index(column);
        place.map_or_else(String::new, |column| cell_name(self.index, column))
    }

    /// The unit that the heading of `column` gives.
    pub(super) fn heading_unit(&self, column: Column) -> Option<Unit> {
        self.mapping.unit(column)
    }

    /// True where a consumption without a unit is in metres: its heading is Chinese, and no column gives units.
    pub(super) fn is_metric(&self) -> bool {
        let heads = self.mapping.heads(self.sheet);
        let place = self.mapping.index(Column::Consumption);
        let is_chinese_heading = place.is_some_and(|place| heads.text(place).chars().any(is_chinese));
        is_chinese_heading && self.mapping.index(Column::Unit).is_none()
    }

    /// True where nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.sheet
            .row(self.index)
            .iter()
            .all(|cell| cell.trim().is_empty())
    }

    /// True where only its first words stand in it.
    pub(super) fn is_heading(&self) -> bool {
        let filled = self
            .sheet
            .row(self.index)
            .iter()
            .filter(|cell| !cell.trim().is_empty());
        filled.count() == 1
    }

    /// True where it repeats the headings, or says the same in another language.
    pub(super) fn repeats_header(&self) -> bool {
        let same = self.sheet.row(self.index) == self.sheet.row(self.mapping.header);
        let is_second = || {
            self.mapping
                .has_same_columns(&super::headings::of_words(self.sheet, self.index))
        };
        same || self.index == self.mapping.first_row() && is_second()
    }

    /// True where it sums up others: by a word at its start, or where nothing names the material.
    pub(super) fn is_total(&self) -> bool {
        let words = Words::builtin();
        let has_composition = !self
            .mapping
            .text(self.sheet, self.index, Column::Composition)
            .is_empty();
        let mut cells = self
            .sheet
            .row(self.index)
            .iter()
            .filter(|cell| !cell.trim().is_empty());
        let first = cells.next().map_or("", |cell| cell.trim());
        let material = self.mapping.text(self.sheet, self.index, Column::Material);
        !has_composition && (words.is_total(first) || words.is_total(material))
    }

    /// True where it calls itself an alternative to another row.
    pub(super) fn is_alternative(&self) -> bool {
        let words = Words::builtin();
        let texts = [Column::Material, Column::Placement, Column::Group].map(|column| self.text(column));
        let said = texts.into_iter().chain(self.details());
        said.into_iter()
            .any(|text| super::words::says(text, &words.alternatives))
    }

    /// Says which of its cells hold formulas without a value.
    pub(super) fn unreckoned(&self, reasons: &mut Vec<Reason>) {
        for column in Column::ALL
            .into_iter()
            .filter(|column| column.is_figure() || *column == Column::Unit)
        {
            let place = self.mapping.index(column);
            if place.is_some_and(|place| self.sheet.is_unreckoned(self.index, place))
                && self.fix.is_none_or(|fix| !fix.values.contains_key(&column))
            {
                reasons.push(Reason::Unreckoned(column, self.cell(column)));
            }
        }
    }
}
