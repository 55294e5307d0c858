//! A table on its way into a project: which sheet, where its headings stand, what its columns mean, what is left out.
//!
//! Invariant: it changes nothing but itself and the memory of headings; reading it gives the same answer every time.

use super::bom::{
    self, Answer, Answers, Bom, Column, Finding, Fix, Mapping, Memory, Sheet, TableError, Unit,
};
use crate::data::Library;
use crate::model::{FibreId, KindId, Role};
use std::sync::Arc;

/// Who says what kind of garment it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindBy {
    /// The user chose it.
    User,
    /// The words above the table name it.
    Table,
    /// Nobody: it is assumed.
    Assumed,
}

/// A table with everything that was decided about it; a clone shares its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    sheets: Arc<[Sheet]>,
    chosen: usize,
    mapping: Mapping,
    kind: Option<KindId>,
    answers: Answers,
    memory: Memory,
    /// Sheets in which a table with figures stands.
    tabled: Vec<usize>,
    /// Names of the sheets that were not read.
    unread: Vec<String>,
}

impl Draft {
    /// Finds sheet, headings and columns; where no headings are known, the user says where they stand.
    pub fn new(mut sheets: Vec<Sheet>, memory: &Memory) -> Result<Self, TableError> {
        if sheets.iter().all(Sheet::is_empty) {
            return Err(TableError::Empty);
        }
        let unread = sheets.iter().filter(|sheet| sheet.is_unread());
        let unread: Vec<String> = unread.map(|sheet| sheet.name().to_owned()).collect();
        sheets.retain(|sheet| !sheet.is_unread());
        let (mut chosen, mapping) = bom::best(&sheets, memory).unwrap_or_else(|| {
            let first = sheets.iter().position(|sheet| !sheet.is_empty()).unwrap_or(0);
            (
                first,
                sheets.get(first).map_or_else(Mapping::default, Mapping::by_shape),
            )
        });
        let is_text = sheets.iter().all(|sheet| sheet.name().is_empty());
        if is_text {
            // The same text, divided in several ways: only the one that fits is a sheet.
            sheets = vec![sheets.swap_remove(chosen)];
            chosen = 0;
        }
        let has_table = |sheet: &Sheet| {
            let found = Mapping::detect(sheet, memory);
            found.is_some_and(|mapping| {
                // Points of measure by size are no bill of materials.
                let is_size_chart = mapping.count() < 3 && !mapping.sizes().0.is_empty();
                mapping.index(Column::Consumption).is_some() && !is_size_chart
            })
        };
        let tabled = sheets
            .iter()
            .enumerate()
            .filter(|(_, sheet)| sheets.len() > 1 && has_table(sheet));
        Ok(Self {
            tabled: tabled.map(|(place, _)| place).collect(),
            sheets: sheets.into(),
            chosen,
            mapping,
            kind: None,
            answers: Answers::default(),
            memory: memory.clone(),
            unread,
        })
    }

    /// The same, refusing tables whose headings are not known.
    pub fn known(sheets: Vec<Sheet>, memory: &Memory) -> Result<Self, TableError> {
        let has_none = bom::best(&sheets, memory).is_none() && sheets.iter().any(|sheet| !sheet.is_empty());
        if has_none {
            return Err(TableError::no_header(&sheets));
        }
        Self::new(sheets, memory)
    }

    /// How many words of cells mean what the user said.
    pub fn words_remembered(&self) -> usize {
        self.memory.words()
    }

    /// True where the user chose a size.
    pub fn is_size_chosen(&self) -> bool {
        self.answers.is_chosen.size
    }

    /// The sheets to choose from.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The place of the chosen sheet.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// The chosen sheet.
    pub fn sheet(&self) -> &Sheet {
        static NONE: std::sync::OnceLock<Sheet> = std::sync::OnceLock::new();
        let sheet = self.sheets.get(self.chosen);
        sheet.unwrap_or_else(|| NONE.get_or_init(Sheet::default))
    }

    /// Where the headings stand and what the columns mean.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// Takes another sheet of the workbook.
    pub fn choose_sheet(&mut self, at: usize, memory: &Memory) {
        let Some(sheet) = self.sheets.get(at) else {
            return;
        };
        self.mapping = Mapping::detect(sheet, memory).unwrap_or_else(|| Mapping::by_shape(sheet));
        self.chosen = at;
        self.answers = Answers::default();
        self.answers.is_chosen.sheet = true;
    }

    /// Takes the headings from another row, counted from 0.
    pub fn set_header(&mut self, row: usize, memory: &Memory) {
        if row < self.sheet().height() {
            self.mapping = bom::table_at(self.sheet(), row, memory);
            self.answers.is_chosen.table = true;
        }
    }

    /// Says what the column at `place` means, none where it is not used, and remembers it for the next table.
    pub fn set_column(&mut self, at: usize, column: Option<Column>, memory: &mut Memory) {
        memory.note(self.sheet(), &self.mapping, at, column);
        let mut mapping = self.mapping.clone();
        mapping.set_at(self.sheet(), at, column);
        mapping.recall(self.sheet(), memory);
        self.mapping = mapping;
        self.memory = memory.clone();
    }

    /// Lets go of everything that was said of these headings, and of words.
    pub fn forget(&mut self, memory: &mut Memory) {
        memory.forget(self.sheet(), &self.mapping);
        self.memory = memory.clone();
        self.mapping = bom::table_at(self.sheet(), self.mapping.header, memory);
    }

    /// Leaves a row out or takes it in again; `row` is its number in the spreadsheet.
    pub fn leave_out(&mut self, row: usize, is_out: bool) {
        if is_out {
            self.answers.left_out.insert(row);
        } else {
            self.answers.left_out.remove(&row);
        }
    }

    /// True where the user leaves the row out.
    pub fn is_left_out(&self, row: usize) -> bool {
        self.answers.left_out.contains(&row)
    }

    /// Answers a question about the table as a whole.
    pub fn answer(&mut self, answer: &Answer, memory: &Memory) {
        match answer {
            Answer::Per(per) => self.answers.per = Some(*per),
            Answer::Alike(take) => self.answers.alike = Some(*take),
            Answer::Right => self.answers.is_right = true,
            Answer::Table(row) => self.set_header(*row, memory),
            Answer::Sheet(place) if *place == self.chosen => self.answers.is_chosen.sheet = true,
            Answer::Sheet(place) => self.choose_sheet(*place, memory),
            Answer::Size(size) => {
                let mut mapping = self.mapping.clone();
                self.answers.is_chosen.size |= mapping.choose_size(self.sheet(), size);
                self.mapping = mapping;
            }
        }
    }

    /// What the user put right in the row with this number.
    pub fn fix(&self, row: usize) -> Option<&Fix> {
        self.answers.fixes.get(&row)
    }

    /// Puts the text of a cell right; an empty text takes the correction back.
    pub fn set_value(&mut self, row: usize, column: Column, text: &str) {
        let fix = self.answers.fixes.entry(row).or_default();
        if text.trim().is_empty() {
            fix.values.remove(&column);
        } else {
            fix.values.insert(column, text.trim().to_owned());
        }
        if fix.is_empty() {
            self.answers.fixes.remove(&row);
        }
    }

    /// Says which unit the consumption of a row is in, and remembers it for the word that stands there.
    pub fn set_unit(&mut self, row: usize, unit: Unit, memory: &mut Memory) {
        self.answers.fixes.entry(row).or_default().unit = Some(unit);
        memory.note_unit(&self.text(row, Column::Unit), unit);
        self.memory = memory.clone();
    }

    /// Says of which fibre a row is, and remembers it for the words that stand there.
    pub fn set_fibre(&mut self, row: usize, fibre: &FibreId, memory: &mut Memory) {
        self.answers.fixes.entry(row).or_default().fibre = Some(fibre.clone());
        let composition = self.text(row, Column::Composition);
        let named = if composition.is_empty() {
            self.text(row, Column::Material)
        } else {
            composition
        };
        memory.note_fibre(&named, fibre);
        self.memory = memory.clone();
    }

    /// Says what a row does in the garment, and remembers it for its material.
    pub fn set_role(&mut self, row: usize, role: Role, memory: &mut Memory) {
        self.answers.fixes.entry(row).or_default().role = Some(role);
        memory.note_role(&self.text(row, Column::Material), role);
        self.memory = memory.clone();
    }

    /// The text of a cell as it stands; `row` is its number in the spreadsheet.
    pub fn text(&self, row: usize, column: Column) -> String {
        let place = row.saturating_sub(1);
        self.mapping.text(self.sheet(), place, column).to_owned()
    }

    /// Sets the kind of garment.
    pub fn set_kind(&mut self, kind: KindId) {
        self.kind = Some(kind);
    }

    /// The kind of garment and who says so; `assumed` where nobody does.
    pub fn kind(&self, assumed: &KindId) -> (KindId, KindBy) {
        let named = || bom::named_kind(self.sheet(), &self.mapping).cloned();
        match &self.kind {
            Some(kind) => (kind.clone(), KindBy::User),
            None => named().map_or_else(
                || (assumed.clone(), KindBy::Assumed),
                |kind| (kind, KindBy::Table),
            ),
        }
    }

    /// Reads the rows below the headings, without those that are left out.
    pub fn read(&self, assumed: &KindId, library: &Library) -> Bom {
        let kind = library.kind(&self.kind(assumed).0);
        let mut bom = Bom::read_with(
            self.sheet(),
            &self.mapping,
            kind,
            library,
            &self.answers,
            &self.memory,
        );
        let at = bom
            .findings
            .iter()
            .take_while(|finding| finding.is_question())
            .count();
        if let Some(finding) = self.of_sheets() {
            let at = if finding.is_question() { 0 } else { at };
            bom.findings.insert(at, finding);
        }
        if !self.unread.is_empty() {
            bom.findings.push(Finding::UnreadSheets(self.unread.clone()));
        }
        bom
    }

    /// What there is to say about the other sheets of the workbook.
    fn of_sheets(&self) -> Option<Finding> {
        let name = |place: &usize| self.sheets.get(*place).map_or("", Sheet::name).to_owned();
        let taken = name(&self.chosen);
        if self.tabled.len() > 1 && !self.answers.is_chosen.sheet {
            let sheets = self.tabled.iter().map(|place| (*place, name(place))).collect();
            return Some(Finding::Sheet { sheets, taken });
        }
        let others: Vec<String> = (0..self.sheets.len())
            .filter(|place| *place != self.chosen)
            .map(|place| name(&place))
            .collect();
        (!others.is_empty()).then_some(Finding::OtherSheets(others))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::DEFAULT_KIND;

    fn draft(text: &str, memory: &Memory) -> Draft {
        Draft::new(bom::from_text(text).unwrap(), memory).unwrap()
    }

    const STRANGE: &str = "Jacket\n\nStoff\tInhalt\tGewicht\nShell\t100% cotton\t300\n";

    #[test]
    fn a_corrected_mapping_holds_for_the_next_table() {
        let mut memory = Memory::default();
        let mut first = draft(STRANGE, &memory);
        assert_eq!((first.mapping().header, first.mapping().count()), (2, 0));
        for (at, column) in [
            (0, Column::Material),
            (1, Column::Composition),
            (2, Column::PieceWeight),
        ] {
            first.set_column(at, Some(column), &mut memory);
        }
        let read = |draft: &Draft| draft.read(&DEFAULT_KIND.into(), Library::builtin()).totals();
        let totals = read(&first);
        assert!((totals.product_kg - 0.3).abs() < 1e-9, "{totals:?}");
        let mut next = draft(STRANGE, &memory);
        assert_eq!(next.mapping(), first.mapping());
        assert_eq!((next.mapping().remembered(), read(&next)), (3, totals));

        next.forget(&mut memory);
        assert!(memory.is_empty());
        assert_eq!(next.mapping().count(), 0);
    }

    #[test]
    fn a_row_left_out_is_skipped_and_comes_back() {
        let mut draft = draft(
            "Material\tComposition\tWeight (g)\nShell\t100% cotton\t300\nLining\t100% cotton\t100\n",
            &Memory::default(),
        );
        let read = |draft: &Draft| draft.read(&DEFAULT_KIND.into(), Library::builtin());
        draft.leave_out(3, true);
        let bom = read(&draft);
        assert_eq!((bom.parts().len(), bom.totals().skipped), (1, 1));
        assert!(draft.is_left_out(3));
        draft.leave_out(3, false);
        assert_eq!(read(&draft).parts().len(), 2);
    }

    #[test]
    fn the_kind_is_chosen_named_or_assumed() {
        let assumed = KindId::from(DEFAULT_KIND);
        let mut draft = draft("T-shirt\nMaterial\tGSM\nShell\t180\n", &Memory::default());
        assert_eq!(draft.kind(&assumed), ("tshirt".into(), KindBy::Table));
        draft.set_kind("jeans".into());
        assert_eq!(draft.kind(&assumed), ("jeans".into(), KindBy::User));
        draft = self::draft("Material\tGSM\nShell\t180\n", &Memory::default());
        assert_eq!(draft.kind(&assumed), (assumed.clone(), KindBy::Assumed));
    }
}
