//! The words of bills of materials: headings, units, what a row is; a table in both languages.
//!
//! Invariant: a heading means one column, a unit word one unit; doubles are a flaw that the tests find.

use super::super::chars::{is_chinese, plain_text};
use super::columns::Column;
use super::traditional::simplified;
use super::units::Unit;
use crate::model::{Construction, KindId, Role};
use std::sync::OnceLock;

/// The table.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) columns: Vec<(String, Option<Column>)>,
    /// Words of units, the longest first.
    pub(super) units: Vec<(String, Unit)>,
    pub(super) per: Vec<(String, f64)>,
    pub(super) gross: Vec<String>,
    pub(super) net: Vec<String>,
    pub(super) sizes: Vec<String>,
    pub(super) alternatives: Vec<String>,
    pub(super) colours: Vec<String>,
    pub(super) work: Vec<String>,
    pub(super) groups: Vec<(Group, Vec<String>)>,
    pub(super) packaging: Vec<String>,
    pub(super) totals: Vec<String>,
    /// Headings of a loss in cutting: what a marker leaves.
    pub(super) losses: Vec<String>,
    /// Words before the name of the product above a table, the surest first.
    pub(super) product_labels: Vec<String>,
    /// What tables are called: no names of products.
    pub(super) sheet_titles: Vec<String>,
    /// Headings that speak of recycled content.
    pub(super) recycled: Vec<String>,
    /// Words beside the figure of a width that do not change it.
    pub(super) of_widths: Vec<String>,
    pub(super) usual: Vec<Usual>,
    /// Metres of thread on a cone.
    pub(super) cone_metres: f64,
    pub(super) role_most: Vec<(Role, f64)>,
    pub(super) roles: Vec<(Role, Vec<String>)>,
    pub(super) constructions: Vec<(Construction, Vec<String>)>,
    pub(super) metal: Vec<String>,
    pub(super) plastic: Vec<String>,
    pub(super) coated: Vec<String>,
    pub(super) laminated: Vec<String>,
    pub(super) printed: Vec<String>,
    pub(super) kinds: Vec<(KindId, Vec<String>)>,
}

/// What a group of rows is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// Parts that do this where they say nothing else.
    Role(Role),
    /// Not worn.
    Packaging,
}

/// The usual mass of a trim that a table does not weigh.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Usual {
    /// Id in the table of trims.
    pub(super) trim: String,
    /// Its role.
    pub(super) role: Role,
    /// Words of which one must stand in the row; none: any row of the role.
    pub(super) words: Vec<String>,
    /// The length that its mass stands for, m.
    pub(super) metres: Option<f64>,
    /// The size that its mass stands for, in lignes.
    pub(super) ligne: Option<f64>,
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

    /// The unit that `word` stands for.
    pub(super) fn unit(&self, word: &str) -> Option<Unit> {
        let word: String = plain_text(word).chars().map(simplified).collect();
        let word = word.trim().trim_end_matches('.');
        self.units
            .iter()
            .find(|(known, _)| known == word)
            .map(|(_, unit)| *unit)
    }

    /// True where `text`, a cell of a width without its figures, says nothing but that it is one.
    pub(super) fn is_width(&self, text: &str) -> bool {
        let mut left = word_key(text).replace(|c: char| !c.is_alphanumeric(), " ");
        for word in self.of_widths.iter().filter(|word| is_chinese_text(word)) {
            left = left.replace(word.as_str(), " ");
        }
        left.split_whitespace()
            .all(|word| self.of_widths.iter().any(|known| known == word))
    }

    /// How many garments `word`, made by [`word_key`], stands for.
    pub(super) fn per(&self, word: &str) -> Option<f64> {
        let found = self.per.iter().find(|(known, _)| known == word);
        found.map(|(_, garments)| *garments)
    }

    /// The place of the size that `text` is, from small to large.
    pub(super) fn size(&self, text: &str) -> Option<usize> {
        let key = word_key(text);
        let key = key.strip_prefix("size ").unwrap_or(&key);
        let key = key
            .strip_suffix('码')
            .filter(|rest| !is_chinese_text(rest))
            .unwrap_or(key);
        self.sizes.iter().position(|size| size == key)
    }

    /// `text` without words of colour, as rows are compared.
    pub(super) fn colourless(&self, text: &str) -> String {
        let key = word_key(text);
        let mut kept: Vec<&str> = key
            .split(' ')
            .filter(|word| !self.colours.iter().any(|c| c == word))
            .collect();
        kept.retain(|word| !word.is_empty());
        let mut left = kept.join(" ");
        for colour in self
            .colours
            .iter()
            .filter(|colour| colour.chars().any(is_chinese))
        {
            if left.ends_with(colour.as_str()) && left.len() > colour.len() {
                left.truncate(left.len() - colour.len());
            }
        }
        left.trim().to_owned()
    }

    /// True where `text` is nothing but colours.
    pub(super) fn is_colour(&self, text: &str) -> bool {
        let key = word_key(text);
        !key.is_empty()
            && (self.colours.contains(&key)
                || key
                    .split([' ', '/'])
                    .all(|word| self.colours.iter().any(|c| c == word)))
    }

    /// What the rows of a group named `text` are.
    pub(super) fn group(&self, text: &str) -> Option<Group> {
        let named = self.groups.iter().find(|(_, words)| says(text, words));
        named.map(|(group, _)| *group)
    }

    /// The most that parts of `role` usually weigh, over the high mass of the kind.
    pub(super) fn most_of(&self, role: Role) -> f64 {
        let found = self.role_most.iter().find(|(known, _)| *known == role);
        found.map_or(1.0, |(_, most)| *most)
    }

    /// True where `text` speaks of packaging.
    pub(super) fn is_packaging(&self, text: &str) -> bool {
        says(text, &self.packaging)
    }

    /// True where `text` heads a row of sums: `Fabric total`, `面料小计`, `总计（面料）`.
    pub(super) fn is_total(&self, text: &str) -> bool {
        const LONGEST: usize = 40;
        text.chars().count() <= LONGEST && says(text, &self.totals)
    }

    /// The role that `text` names.
    pub(super) fn role(&self, text: &str) -> Option<Role> {
        let named = self.roles.iter().find(|(_, words)| says(text, words));
        named.map(|(role, _)| *role)
    }

    /// The role that `text` is a word for, and nothing else.
    pub(super) fn role_called(&self, text: &str) -> Option<Role> {
        let key = word_key(text);
        let named = self.roles.iter().find(|(_, words)| words.contains(&key));
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
            for word in words {
                let length = weight(word);
                if holds(&text, word) && best.is_none_or(|(longest, _)| length > longest) {
                    best = Some((length, kind));
                }
            }
        }
        best.map(|(_, kind)| kind)
    }
}

fn is_chinese_text(text: &str) -> bool {
    text.chars().any(is_chinese)
}

/// Chinese characters count more than letters, so that the more telling word wins in mixed text.
pub(super) fn weight(word: &str) -> usize {
    word.chars().map(|c| if is_chinese(c) { 3 } else { 1 }).sum()
}

/// `text` as words one space apart: plain, with punctuation as spaces.
pub(super) fn word_key(text: &str) -> String {
    let spaced: String = plain_text(text)
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '㎡' || c == '%' || c == '/' {
                simplified(c)
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

/// True where one of `words`, made by [`word_key`], stands in `text`.
pub(super) fn says(text: &str, words: &[String]) -> bool {
    let text = word_key(text);
    words.iter().any(|word| holds(&text, word))
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
        for total in ["合计：", "Fabric total", "面料小计", "总计（面料）", "Sub total"] {
            assert!(words.is_total(total), "{total}");
        }
        assert!(!words.is_total("Totally soft jersey"));
        assert_eq!(words.colourless("大身卫衣布 黑色"), "大身卫衣布");
        assert_eq!(words.size("L码"), words.size("L"));
    }
}
