//! What headings mean by the user's own corrections, kept from one table to the next.
//!
//! Invariant: it holds only what the user said against the known words, and never grows without bound.

use super::columns::{Column, Mapping};
use super::sheet::Sheet;
use super::words::word_key;
use serde::{Deserialize, Serialize};

/// The most headings that are remembered; the oldest go first.
const MOST: usize = 200;
/// Longer cells are no headings.
const LONGEST: usize = 80;

/// Headings with the meaning that the user gave them, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Memory {
    said: Vec<(String, Option<Column>)>,
}

impl Memory {
    /// What the user said of the heading in `row` at column `at`: a meaning, or that it is not used; none where nothing.
    pub fn meaning(&self, sheet: &Sheet, row: usize, at: usize) -> Option<Option<Column>> {
        let key = key(sheet, row, at)?;
        let found = self.said.iter().find(|(known, _)| *known == key);
        found.map(|(_, column)| *column)
    }

    /// Keeps what the user says of the heading in `row` at column `at`; what the known words say too need not be kept.
    pub(in crate::intake) fn note(&mut self, sheet: &Sheet, row: usize, at: usize, column: Option<Column>) {
        let Some(key) = key(sheet, row, at) else {
            return;
        };
        self.said.retain(|(known, _)| *known != key);
        if Mapping::of_words(sheet, row).column_at(at) != column {
            self.said.push((key, column));
        }
        let surplus = self.said.len().saturating_sub(MOST);
        self.said.drain(..surplus);
    }

    /// Lets go of everything that was said of the headings in `row`.
    pub(in crate::intake) fn forget(&mut self, sheet: &Sheet, row: usize) {
        let keys: Vec<String> = (0..sheet.row(row).len())
            .filter_map(|at| key(sheet, row, at))
            .collect();
        self.said.retain(|(known, _)| !keys.contains(known));
    }

    /// True where nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }
}

/// The words of a heading, numbered from the second on where several columns have the same.
fn key(sheet: &Sheet, row: usize, at: usize) -> Option<String> {
    let words = |at: usize| word_key(sheet.cell(row, at));
    let own = words(at);
    if own.is_empty() || own.chars().count() > LONGEST {
        return None;
    }
    let same = (0..at).filter(|before| words(*before) == own).count();
    Some(if same == 0 {
        own
    } else {
        format!("{own} #{}", same + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::super::from_text;
    use super::*;

    fn sheet(text: &str) -> Sheet {
        from_text(text).unwrap().swap_remove(0)
    }

    #[test]
    fn what_was_said_holds_in_the_next_table_until_it_is_forgotten() {
        let mut memory = Memory::default();
        let first = sheet("Material\tGewicht\tGewicht\tNotes\nx\t1\t2\t3\n");
        memory.note(&first, 0, 2, Some(Column::Gsm));
        memory.note(&first, 0, 0, None);
        // What the known words say too is nothing to remember.
        memory.note(&first, 0, 3, None);
        assert_eq!(memory.said.len(), 2);

        let next = sheet("NOTES\tMaterial\tgewicht\tx\tGewicht\n");
        let mapping = Mapping::of_row(&next, 0, &memory);
        assert_eq!(mapping.index(Column::Gsm), Some(4));
        assert_eq!(mapping.index(Column::Material), None);
        let remembered: Vec<usize> = (0..5).filter(|at| mapping.is_remembered(*at)).collect();
        assert_eq!(remembered, [1, 4]);

        let text = ron::ser::to_string(&memory).unwrap();
        assert_eq!(ron::from_str::<Memory>(&text).unwrap(), memory);
        memory.forget(&next, 0);
        assert!(memory.is_empty());
    }

    #[test]
    fn it_keeps_the_newest() {
        let mut memory = Memory::default();
        for number in 0..=MOST {
            memory.note(
                &sheet(&format!("a\theading {number}\n")),
                0,
                1,
                Some(Column::Width),
            );
        }
        assert_eq!(memory.said.len(), MOST);
        assert_eq!(memory.said[0].0, "heading 1");
    }
}
