//! The glossary: the field's terms in both languages, what they mean here, and where the Chinese wording was found.
//!
//! Invariant: a term whose wording was found nowhere is marked as unverified, on screen and in the review sheet.

use super::{FindMsg, Lang};
use crate::model::Name;
use serde::{Deserialize, Deserializer};
use std::sync::OnceLock;

/// One term.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// What it belongs to.
    pub section: Section,
    /// The term.
    #[serde(deserialize_with = "name")]
    pub name: Name,
    /// What it means here, in one sentence; for the terms that carry the method.
    #[serde(default, deserialize_with = "maybe_name")]
    pub meaning: Option<Name>,
    /// Where the Chinese wording was found.
    pub basis: Basis,
    /// The texts in which the Chinese wording was looked up, and of which kind they are.
    #[serde(default)]
    pub evidence: Option<(Basis, String)>,
    /// Other wordings and warnings, for a translator.
    #[serde(default)]
    pub note: String,
}

/// What a term belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Section {
    /// Circular economy.
    Circular,
    /// Fibres and materials.
    Fibre,
    /// Garment, bill of materials and making.
    Garment,
    /// Pathways after use.
    AfterUse,
    /// Work and its quality.
    Work,
    /// Method and numbers.
    Method,
    /// The interface.
    Interface,
    /// Standards, claims and product passport.
    Standards,
}

impl Section {
    /// What the section is called.
    pub const fn text(self, lang: Lang) -> &'static str {
        let name = match self {
            Self::Circular => FindMsg::SectionCircular,
            Self::Fibre => FindMsg::SectionFibre,
            Self::Garment => FindMsg::SectionGarment,
            Self::AfterUse => FindMsg::SectionAfterUse,
            Self::Work => FindMsg::SectionWork,
            Self::Method => FindMsg::SectionMethod,
            Self::Interface => FindMsg::SectionInterface,
            Self::Standards => FindMsg::SectionStandards,
        };
        name.text(lang)
    }
}

/// Where the Chinese wording of a term was found.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Basis {
    /// A policy document of the state.
    Policy,
    /// A standard, by its number; without one where the number was not noted.
    Standard(String),
    /// A text of the China National Textile and Apparel Council.
    Cntac,
    /// A standard, a law or a text of an authority.
    Authority,
    /// Texts of the trade.
    Trade,
    /// Translations of named programs.
    Program,
    /// Usage only: seen in texts that vouch for nothing.
    Usage,
    /// Nowhere yet: a reader from the field must check it.
    Unverified,
}

impl Basis {
    /// Where it was, in words.
    pub fn text(&self, lang: Lang) -> String {
        let plain = match self {
            Self::Standard(number) if !number.is_empty() => {
                return FindMsg::BasisStandard.with(lang, &[("number", number)]);
            }
            Self::Standard(_) => FindMsg::BasisSomeStandard,
            Self::Policy => FindMsg::BasisPolicy,
            Self::Cntac => FindMsg::BasisCntac,
            Self::Authority => FindMsg::BasisAuthority,
            Self::Trade => FindMsg::BasisTrade,
            Self::Program => FindMsg::BasisProgram,
            Self::Usage => FindMsg::BasisUsage,
            Self::Unverified => FindMsg::BasisUnverified,
        };
        plain.text(lang).to_owned()
    }
}

fn name<'de, D: Deserializer<'de>>(reader: D) -> Result<Name, D::Error> {
    let (en, zh) = <(String, String)>::deserialize(reader)?;
    Ok(Name { en, zh })
}

fn maybe_name<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Name>, D::Error> {
    let pair = Option::<(String, String)>::deserialize(reader)?;
    Ok(pair.map(|(en, zh)| Name { en, zh }))
}

impl Term {
    /// True where the wording was found in some text of the field; usage alone does not verify it.
    pub const fn is_verified(&self) -> bool {
        !matches!(self.basis, Basis::Usage | Basis::Unverified)
    }

    /// The wordings under which the term is found in a text of `lang`: without brackets, each of two beside a stroke.
    pub fn wordings(&self, lang: Lang) -> Vec<String> {
        let whole = self
            .name
            .get(lang)
            .replace(['（', '）'], "|")
            .replace(['(', ')'], "|");
        let parts: Vec<&str> = whole.split(['|', '／']).collect();
        let mut found = Vec::new();
        for part in parts {
            let sides: Vec<&str> = part.split(" / ").collect();
            let sides = if sides.len() == 2 { sides } else { vec![part] };
            found.extend(sides.iter().map(|side| side.trim().to_lowercase()));
        }
        found.retain(|wording| wording.chars().count() >= least_letters(lang));
        found
    }
}

/// Shorter wordings would be found inside other words.
const fn least_letters(lang: Lang) -> usize {
    match lang {
        Lang::En => 3,
        Lang::Zh | Lang::Both => 2,
    }
}

/// All terms in the order of their sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glossary {
    /// The terms.
    pub terms: Vec<Term>,
    /// Each wording with its term's place, the longest first; English, then Chinese.
    wordings: [Vec<(String, usize)>; 2],
}

impl Glossary {
    /// The glossary of this release; empty, with an error in the log, if its text does not read (a test forbids that).
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Glossary> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            let text = include_str!("../../assets/data/glossary.ron");
            let terms = ron::from_str(text).unwrap_or_else(|error| {
                log::error!("the glossary does not read: {error}");
                Vec::new()
            });
            Self::of(terms)
        })
    }

    /// A glossary of `terms`.
    pub fn of(terms: Vec<Term>) -> Self {
        let wordings = Lang::ALL.map(|lang| {
            let explained = terms
                .iter()
                .enumerate()
                .filter(|(_, term)| term.meaning.is_some());
            let mut all: Vec<(String, usize)> = explained
                .flat_map(|(at, term)| term.wordings(lang).into_iter().map(move |words| (words, at)))
                .collect();
            all.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
            all
        });
        Self { terms, wordings }
    }

    /// The term with `id`.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The explained terms that `text` uses, in the order in which they first occur; the longest wording wins.
    pub fn in_text(&self, text: &str, lang: Lang) -> Vec<&Term> {
        let text = text.to_lowercase();
        let [english, chinese] = &self.wordings;
        let wordings = match lang {
            Lang::En => english,
            Lang::Zh | Lang::Both => chinese,
        };
        let mut found: Vec<&Term> = Vec::new();
        let mut rest = text.as_str();
        let mut before = None;
        while let Some(next) = rest.chars().next() {
            let here = wordings
                .iter()
                .find(|(words, _)| starts_with_word(before, rest, words, lang));
            let length = here.map_or(next.len_utf8(), |(words, _)| words.len());
            let term = here.and_then(|(_, at)| self.terms.get(*at));
            found.extend(term.filter(|term| !found.iter().any(|other| other.id == term.id)));
            let (taken, tail) = rest.split_at(length);
            before = taken.chars().next_back();
            rest = tail;
        }
        found
    }
}

/// True where `words` stand at the start of `rest`; in English as whole words, a plural `s` allowed.
fn starts_with_word(before: Option<char>, rest: &str, words: &str, lang: Lang) -> bool {
    let Some(tail) = rest.strip_prefix(words) else {
        return false;
    };
    if lang.is_chinese() {
        return true;
    }
    let tail = tail.strip_prefix('s').unwrap_or(tail);
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    !is_letter(before) && !is_letter(tail.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn found(text: &str, lang: Lang) -> Vec<&'static str> {
        let terms = Glossary::builtin().in_text(text, lang);
        terms.into_iter().map(|term| term.id.as_str()).collect()
    }

    #[test]
    fn the_embedded_glossary_reads_and_no_term_stands_twice() {
        let glossary = Glossary::builtin();
        assert_eq!(glossary.terms.len(), 286);
        let ids: BTreeSet<&str> = glossary.terms.iter().map(|term| term.id.as_str()).collect();
        assert_eq!(ids.len(), 286);
        for term in &glossary.terms {
            assert!(
                !term.name.en.is_empty() && !term.name.zh.is_empty(),
                "{}",
                term.id
            );
            let meaning = term
                .meaning
                .iter()
                .all(|both| !both.en.is_empty() && !both.zh.is_empty());
            assert!(meaning, "{}", term.id);
        }
        let sections: Vec<Section> = glossary.terms.iter().map(|term| term.section).collect();
        assert!(sections.is_sorted());
        assert_eq!(
            glossary.terms.iter().filter(|term| !term.is_verified()).count(),
            65
        );
    }

    #[test]
    fn terms_are_found_in_sentences() {
        let english = "Material circularity indicator (MCI) from LFI; repairs and resale";
        assert_eq!(
            found(english, Lang::En),
            [
                "material_circularity_indicator",
                "linear_flow_index",
                "repair",
                "resale_second_hand"
            ]
        );
        let chinese = "材料循环度指标（MCI）：回收、再生利用与再利用";
        assert_eq!(
            found(chinese, Lang::Zh),
            [
                "material_circularity_indicator",
                "collection",
                "recycling",
                "reuse"
            ]
        );
    }

    #[test]
    fn the_longest_wording_wins_and_words_stay_whole() {
        assert_eq!(found("再生纤维素纤维", Lang::Zh), ["regenerated_cellulose_fibre"]);
        assert_eq!(found("reused", Lang::En), Vec::<&str>::new());
        assert_eq!(found("", Lang::En), Vec::<&str>::new());
    }
}
