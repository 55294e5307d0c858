//! The words of bills of materials: headings, units, what a row is; a table in both languages.
//!
//! Invariant: a heading means one column, a unit word one unit; doubles are a flaw that the tests find.

use super::super::chars::{is_chinese, plain_text};
use super::super::words::role;
use super::columns::Column;
use crate::model::{Construction, KindId, Role};
use serde::Deserialize;
use std::sync::OnceLock;

/// A unit of a figure in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// m.
    Metre,
    /// yd.
    Yard,
    /// cm.
    Centimetre,
    /// in.
    Inch,
    /// mm.
    Millimetre,
    /// m².
    SquareMetre,
    /// kg.
    Kilogram,
    /// g.
    Gram,
    /// Piece.
    Piece,
    /// Set.
    Set,
    /// g/m².
    Gsm,
    /// Per cent.
    Percent,
}

impl Unit {
    /// Metres in one, for lengths.
    pub fn metres(self) -> Option<f64> {
        match self {
            Self::Metre => Some(1.0),
            Self::Yard => Some(0.9144),
            Self::Centimetre => Some(0.01),
            Self::Inch => Some(0.0254),
            Self::Millimetre => Some(0.001),
            _ => None,
        }
    }

    /// Kilograms in one, for masses.
    pub fn kilograms(self) -> Option<f64> {
        match self {
            Self::Kilogram => Some(1.0),
            Self::Gram => Some(0.001),
            _ => None,
        }
    }
}

/// The table.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) columns: Vec<(String, Option<Column>)>,
    units: Vec<(String, Unit)>,
    packaging: Vec<String>,
    totals: Vec<String>,
    roles: Vec<(Role, Vec<String>)>,
    constructions: Vec<(Construction, Vec<String>)>,
    pub(super) metal: Vec<String>,
    pub(super) plastic: Vec<String>,
    pub(super) coated: Vec<String>,
    pub(super) laminated: Vec<String>,
    pub(super) printed: Vec<String>,
    kinds: Vec<(KindId, Vec<String>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    columns: Vec<ColumnRow>,
    ignored: Vec<String>,
    units: Vec<UnitRow>,
    packaging: Vec<String>,
    totals: Vec<String>,
    roles: Vec<RoleRow>,
    constructions: Vec<ConstructionRow>,
    metal: Vec<String>,
    plastic: Vec<String>,
    coated: Vec<String>,
    laminated: Vec<String>,
    printed: Vec<String>,
    kinds: Vec<KindRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnRow {
    column: Column,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitRow {
    unit: Unit,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleRow {
    role: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConstructionRow {
    construction: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRow {
    kind: String,
    words: Vec<String>,
}

const TEXT: &str = include_str!("../../../assets/data/bom.ron");

impl Words {
    /// The table of this release; empty, with an error in the log, if it does not read (a test forbids that).
    pub(super) fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Words> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            Self::parse(TEXT).unwrap_or_else(|error| {
                log::error!("the table of words of bills of materials does not read: {error}");
                Self::default()
            })
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: File = ron::from_str(text).map_err(|error| error.to_string())?;
        let mut columns: Vec<(String, Option<Column>)> = Vec::new();
        for row in &file.columns {
            columns.extend(row.words.iter().map(|word| (word_key(word), Some(row.column))));
        }
        columns.extend(file.ignored.iter().map(|word| (word_key(word), None)));
        let roles = file
            .roles
            .into_iter()
            .map(|row| role(&row.role).map(|role| (role, row.words)));
        let constructions = file
            .constructions
            .into_iter()
            .map(|row| construction(&row.construction).map(|built| (built, row.words)));
        let units = file.units.iter().flat_map(|row| {
            row.words
                .iter()
                .map(move |word| (plain_text(word).trim().to_owned(), row.unit))
        });
        Ok(Self {
            columns,
            units: units.collect(),
            packaging: file.packaging,
            totals: file.totals,
            roles: roles.collect::<Option<_>>().ok_or("an unknown role")?,
            constructions: constructions
                .collect::<Option<_>>()
                .ok_or("an unknown construction")?,
            metal: file.metal,
            plastic: file.plastic,
            coated: file.coated,
            laminated: file.laminated,
            printed: file.printed,
            kinds: file
                .kinds
                .into_iter()
                .map(|row| (row.kind.into(), row.words))
                .collect(),
        })
    }

    /// The unit that `word` stands for.
    pub(super) fn unit(&self, word: &str) -> Option<Unit> {
        let word = plain_text(word);
        let word = word.trim().trim_end_matches('.');
        self.units
            .iter()
            .find(|(known, _)| known == word)
            .map(|(_, unit)| *unit)
    }

    /// True where `text` speaks of packaging.
    pub(super) fn is_packaging(&self, text: &str) -> bool {
        says(text, &self.packaging)
    }

    /// True where `text` heads a row of sums.
    pub(super) fn is_total(&self, text: &str) -> bool {
        let key = word_key(text);
        self.totals.iter().any(|word| word_key(word) == key)
    }

    /// The role that `text` names.
    pub(super) fn role(&self, text: &str) -> Option<Role> {
        let named = self.roles.iter().find(|(_, words)| says(text, words));
        named.map(|(role, _)| *role)
    }

    /// The construction that `text` names.
    pub(super) fn construction(&self, text: &str) -> Option<Construction> {
        let named = self.constructions.iter().find(|(_, words)| says(text, words));
        named.map(|(built, _)| *built)
    }

    /// The kind of garment that `text` names with the longest word.
    pub(super) fn kind(&self, text: &str) -> Option<&KindId> {
        let text = word_key(text);
        let mut best: Option<(usize, &KindId)> = None;
        for (kind, words) in &self.kinds {
            for word in words.iter().map(|word| word_key(word)) {
                let length = weight(&word);
                if holds(&text, &word) && best.is_none_or(|(longest, _)| length > longest) {
                    best = Some((length, kind));
                }
            }
        }
        best.map(|(_, kind)| kind)
    }
}

/// Chinese characters count more than letters, so that the more telling word wins in mixed text.
pub(super) fn weight(word: &str) -> usize {
    word.chars().map(|c| if is_chinese(c) { 3 } else { 1 }).sum()
}

fn construction(key: &str) -> Option<Construction> {
    match key {
        "woven" => Some(Construction::Woven),
        "knitted" => Some(Construction::Knitted),
        "nonwoven" => Some(Construction::Nonwoven),
        _ => None,
    }
}

/// `text` as words one space apart: plain, with punctuation as spaces.
pub(super) fn word_key(text: &str) -> String {
    let spaced: String = plain_text(text)
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '㎡' || c == '%' || c == '/' {
                c
            } else {
                ' '
            }
        })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True where `word` stands in `text`, both made by [`word_key`]: whole words in alphabets, any place in Chinese.
pub(super) fn holds(text: &str, word: &str) -> bool {
    if word.chars().any(is_chinese) {
        return text.contains(word);
    }
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_chinese(c));
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        !word.is_empty() && !is_part(before) && !is_part(after)
    })
}

/// True where one of `words` stands in `text`.
pub(super) fn says(text: &str, words: &[String]) -> bool {
    let text = word_key(text);
    words.iter().any(|word| holds(&text, &word_key(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Library;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_reads_and_each_heading_means_one_column() {
        let words = Words::parse(TEXT).unwrap();
        let headings: BTreeSet<&String> = words.columns.iter().map(|(word, _)| word).collect();
        assert_eq!(headings.len(), words.columns.len());
        let units: BTreeSet<&String> = words.units.iter().map(|(word, _)| word).collect();
        assert_eq!(units.len(), words.units.len());
        for (kind, _) in &words.kinds {
            assert!(Library::builtin().kind(kind).is_some(), "{kind}");
        }
    }

    #[test]
    fn words_stand_alone_in_english_and_anywhere_in_chinese() {
        let words = Words::builtin();
        assert_eq!(words.role("Ribbon bow"), None);
        assert_eq!(words.role("Rib 1x1"), Some(Role::Rib));
        assert_eq!(words.role("网眼里料"), Some(Role::Lining));
        assert_eq!(
            words
                .kind("School uniform jacket, summer")
                .map(ToString::to_string)
                .as_deref(),
            Some("uniform_jacket")
        );
        assert_eq!(
            words.kind("男式T恤").map(ToString::to_string).as_deref(),
            Some("tshirt")
        );
        assert!(words.is_packaging("吊牌（包装）"));
        assert!(words.is_total("合计："));
    }
}
