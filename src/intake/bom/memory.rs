//! What headings mean by the user's own corrections, kept from one table to the next.
//!
//! Invariant: it holds only what the user said against the known words, and never grows without bound.

use super::columns::{Column, Mapping};
use super::headings::{Heads, LONGEST, of_words};
use super::sheet::Sheet;
use super::units::Unit;
use super::words::word_key;
use crate::intake::words::{role, role_key};
use crate::model::{FibreId, Role};
use serde::{Deserialize, Serialize};

/// The most headings that are remembered; the oldest go first.
const MOST: usize = 200;
/// What the user said of a heading: a meaning, or that it is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) struct Said(pub(in crate::intake) Option<Column>);

/// Headings and words with the meaning that the user gave them, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Memory {
    said: Vec<(String, Option<Column>)>,
    units: Vec<(String, Unit)>,
    fibres: Vec<(String, String)>,
    roles: Vec<(String, String)>,
}

impl Memory {
    /// What the user said of the heading at `place`; none where nothing.
    pub(in crate::intake) fn meaning(&self, heads: &Heads, place: usize) -> Option<Said> {
        let key = key(heads, place)?;
        let found = self.said.iter().find(|(known, _)| *known == key);
        found.map(|(_, column)| Said(*column))
    }

    /// Keeps what the user says of the heading at `place`; what the known words say too need not be kept.
    pub(in crate::intake) fn note(
        &mut self,
        sheet: &Sheet,
        mapping: &Mapping,
        place: usize,
        column: Option<Column>,
    ) {
        let Some(key) = key(&mapping.heads(sheet), place) else {
            return;
        };
        self.said.retain(|(known, _)| *known != key);
        if of_words(sheet, mapping.header).column_at(place) != column {
            self.said.push((key, column));
        }
        trim(&mut self.said);
    }

    /// The unit that the user said `word` means.
    pub fn unit(&self, word: &str) -> Option<Unit> {
        said(&self.units, word).copied()
    }

    /// Keeps that `word` means `unit`.
    pub(in crate::intake) fn note_unit(&mut self, word: &str, unit: Unit) {
        keep(&mut self.units, word, unit);
    }

    /// The fibre that the user said the composition `text` is.
    pub fn fibre(&self, text: &str) -> Option<FibreId> {
        said(&self.fibres, text).map(|id| id.as_str().into())
    }

    /// Keeps that the composition `text` is `fibre`.
    pub(in crate::intake) fn note_fibre(&mut self, text: &str, fibre: &FibreId) {
        keep(&mut self.fibres, text, fibre.to_string());
    }

    /// What the user said the material `name` does in the garment.
    pub fn role(&self, name: &str) -> Option<Role> {
        said(&self.roles, name).and_then(|key| role(key))
    }

    /// Keeps that the material `name` does this in the garment.
    pub(in crate::intake) fn note_role(&mut self, name: &str, role: Role) {
        keep(&mut self.roles, name, role_key(role).to_owned());
    }

    /// Lets go of everything that was said of the headings of `mapping`, and of words.
    pub(in crate::intake) fn forget(&mut self, sheet: &Sheet, mapping: &Mapping) {
        let heads = mapping.heads(sheet);
        let keys: Vec<String> = (0..sheet.width())
            .filter_map(|place| key(&heads, place))
            .collect();
        self.said.retain(|(known, _)| !keys.contains(known));
        self.units.clear();
        self.fibres.clear();
        self.roles.clear();
    }

    /// How many words of cells are remembered.
    pub fn words(&self) -> usize {
        self.units.len() + self.fibres.len() + self.roles.len()
    }

    /// True where nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty() && self.words() == 0
    }
}

fn said<'a, T>(list: &'a [(String, T)], word: &str) -> Option<&'a T> {
    let key = word_key(word);
    let found = list.iter().find(|(known, _)| *known == key && !key.is_empty());
    found.map(|(_, meaning)| meaning)
}

fn keep<T>(list: &mut Vec<(String, T)>, word: &str, meaning: T) {
    let key = word_key(word);
    if key.is_empty() || key.chars().count() > LONGEST {
        return;
    }
    list.retain(|(known, _)| *known != key);
    list.push((key, meaning));
    trim(list);
}

fn trim<T>(list: &mut Vec<T>) {
    let surplus = list.len().saturating_sub(MOST);
    list.drain(..surplus);
}

/// The words of a heading, numbered from the second on where several columns have the same.
fn key(heads: &Heads, place: usize) -> Option<String> {
    let words = |place: usize| word_key(heads.text(place));
    let own = words(place);
    if own.is_empty() || own.chars().count() > LONGEST {
        return None;
    }
    let same = (0..place).filter(|before| words(*before) == own).count();
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
        memory.note(&first, &of_words(&first, 0), 2, Some(Column::Gsm));
        memory.note(&first, &of_words(&first, 0), 0, None);
        // What the known words say too is nothing to remember.
        memory.note(&first, &of_words(&first, 0), 3, Some(Column::Details));
        assert_eq!(memory.said.len(), 2);

        let next = sheet("NOTES\tMaterial\tgewicht\tx\tGewicht\n");
        let mapping = Mapping::of_row(&next, 0, &memory);
        assert_eq!(mapping.index(Column::Gsm), Some(4));
        assert_eq!(mapping.index(Column::Material), None);
        let remembered: Vec<usize> = (0..5).filter(|place| mapping.is_remembered(*place)).collect();
        assert_eq!(remembered, [1, 4]);

        let text = ron::ser::to_string(&memory).unwrap();
        assert_eq!(ron::from_str::<Memory>(&text).unwrap(), memory);
        memory.note_unit("KGM.", Unit::Kilogram);
        memory.note_fibre("Polycot", &"cotton".into());
        memory.note_role("Godet", Role::Shell);
        assert_eq!(memory.unit("kgm"), Some(Unit::Kilogram));
        assert_eq!(memory.fibre("POLYCOT"), Some("cotton".into()));
        assert_eq!((memory.role("godet"), memory.role("")), (Some(Role::Shell), None));
        memory.forget(&next, &of_words(&next, 0));
        assert!(memory.is_empty());
    }

    #[test]
    fn it_keeps_the_newest() {
        let mut memory = Memory::default();
        for number in 0..=MOST {
            let sheet = sheet(&format!("a\theading {number}\n"));
            memory.note(&sheet, &of_words(&sheet, 0), 1, Some(Column::Width));
        }
        assert_eq!(memory.said.len(), MOST);
        assert_eq!(memory.said[0].0, "heading 1");
    }
}
