//! The English of Chinese words as the tables, the library and the project have it, for whoever reads both.
//!
//! Invariant: what has two different English wordings has none here, and a text made of several words has one only where
//! each of them has one; nothing is translated, it is only looked up.

use super::tables;
use crate::data::Library;
use crate::model::{Name, Project};
use std::collections::BTreeMap;

/// Chinese words with their English ones.
#[derive(Debug, Clone, Default)]
pub struct Pairs(BTreeMap<String, Option<String>>);

/// What stands between the words of a text, in Chinese and in English.
const BETWEEN: [(char, &str); 7] = [
    ('：', ": "),
    ('；', "; "),
    ('，', ", "),
    ('、', ", "),
    ('·', " · "),
    (';', "; "),
    ('\n', "\n"),
];

impl Pairs {
    /// The words of all tables of messages, of the library, and of the project's own names.
    pub fn of(project: &Project, library: &Library) -> Self {
        let mut pairs = Self::default();
        for entry in tables().iter().flat_map(|table| &table.entries) {
            if !entry.zh.contains('{') {
                pairs.add(entry.zh, entry.en);
            }
        }
        library_names(library).for_each(|name| pairs.add(&name.zh, &name.en));
        let stages = |pathway: &crate::model::Pathway| {
            let stages = pathway.stages.iter().map(|stage| stage.name.clone());
            stages.chain([pathway.name.clone()]).collect::<Vec<_>>()
        };
        let parts = project.product.parts.iter().map(|part| part.name.clone());
        let own = parts.chain(project.pathways.iter().flat_map(stages));
        own.chain([project.product.name.clone()])
            .for_each(|name| pairs.add(&name.zh, &name.en));
        pairs
    }

    fn add(&mut self, zh: &str, en: &str) {
        if !is_chinese(zh) || en.is_empty() || en == zh {
            return;
        }
        let known = self.0.entry(zh.to_owned()).or_insert_with(|| Some(en.to_owned()));
        // One Chinese word for two English ones: which is meant cannot be told.
        if known
            .as_ref()
            .is_some_and(|known| !known.eq_ignore_ascii_case(en))
        {
            *known = None;
        }
    }

    /// The English of `zh`; none where it holds no Chinese, or words that are not known.
    pub fn english(&self, zh: &str) -> Option<String> {
        if !is_chinese(zh) {
            return None;
        }
        if let Some(known) = self.0.get(zh) {
            return known.clone();
        }
        BETWEEN.iter().find_map(|(sign, english)| {
            let (first, rest) = zh.split_once(*sign)?;
            let part = |words: &str| {
                let words = words.trim();
                if is_chinese(words) {
                    self.english(words)
                } else {
                    Some(words.to_owned())
                }
            };
            Some([part(first)?.as_str(), english, part(rest)?.as_str()].concat())
        })
    }
}

/// The names of the library.
fn library_names(library: &Library) -> impl Iterator<Item = &Name> {
    let routes = library.routes.iter().flat_map(|row| [&row.name, &row.short]);
    let first = library.fibres.iter().map(|row| &row.name).chain(routes);
    let second = library.kinds.iter().map(|row| &row.name);
    let third = library.activities.iter().map(|row| &row.name);
    let places = library.places.iter().map(|row| &row.name);
    let stages = library.stage_kinds.iter().map(|row| &row.name);
    let trims = library.trims.iter().map(|row| &row.name);
    let rules = library.rules.iter().map(|row| &row.name);
    let processes = library.processes.iter().map(|row| &row.name);
    let named = first.chain(second).chain(third).chain(places).chain(stages);
    named.chain(trims).chain(rules).chain(processes)
}

/// True for words that hold a Chinese letter.
pub fn is_chinese(words: &str) -> bool {
    words
        .chars()
        .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mean_two_things_has_no_english() {
        let mut pairs = Pairs::default();
        pairs.add("质量", "mass");
        pairs.add("质量", "quality");
        pairs.add("部件", "Part");
        pairs.add("部件", "part");
        assert_eq!(pairs.english("质量"), None);
        assert_eq!(pairs.english("部件").as_deref(), Some("Part"));
    }
}
