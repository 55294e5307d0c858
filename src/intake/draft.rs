//! A table on its way into a project: which sheet, where its headings stand, what its columns mean, what is left out.
//!
//! Invariant: it changes nothing but itself and the memory of headings; reading it gives the same answer every time.

use super::bom::{self, Bom, Column, Mapping, Memory, Sheet, TableError};
use crate::data::Library;
use crate::model::KindId;
use std::collections::BTreeSet;
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
    left_out: BTreeSet<usize>,
}

impl Draft {
    /// Finds sheet, headings and columns; where no headings are known, the user says where they stand.
    pub fn new(mut sheets: Vec<Sheet>, memory: &Memory) -> Result<Self, TableError> {
        if sheets.iter().all(Sheet::is_empty) {
            return Err(TableError::Empty);
        }
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
        Ok(Self {
            sheets: sheets.into(),
            chosen,
            mapping,
            kind: None,
            left_out: BTreeSet::new(),
        })
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
        self.left_out.clear();
    }

    /// Takes the headings from another row, counted from 0.
    pub fn set_header(&mut self, row: usize, memory: &Memory) {
        if row < self.sheet().height() {
            self.mapping = Mapping::of_row(self.sheet(), row, memory);
        }
    }

    /// Says what the column at `place` means, none where it is not used, and remembers it for the next table.
    pub fn set_column(&mut self, at: usize, column: Option<Column>, memory: &mut Memory) {
        let header = self.mapping.header;
        memory.note(self.sheet(), header, at, column);
        let mut mapping = self.mapping.clone();
        mapping.set_at(self.sheet(), at, column);
        mapping.recall(self.sheet(), memory);
        self.mapping = mapping;
    }

    /// Lets go of everything that was said of these headings.
    pub fn forget(&mut self, memory: &mut Memory) {
        memory.forget(self.sheet(), self.mapping.header);
        self.set_header(self.mapping.header, memory);
    }

    /// Leaves a row out or takes it in again; `row` is its number in the spreadsheet.
    pub fn leave_out(&mut self, row: usize, is_out: bool) {
        if is_out {
            self.left_out.insert(row);
        } else {
            self.left_out.remove(&row);
        }
    }

    /// True where the user leaves the row out.
    pub fn is_left_out(&self, row: usize) -> bool {
        self.left_out.contains(&row)
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
        let mut bom = Bom::read(self.sheet(), &self.mapping, kind, library);
        bom.leave_out(&self.left_out);
        bom
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
