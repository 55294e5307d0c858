//! The words of composition labels: a table in both languages, embedded, and how a word is found in it.
//!
//! Invariant: a word means one thing; a word that stands twice in the table is a flaw that the tests find.

use super::chars::{is_chinese, plain_text};
use crate::model::{FibreId, Role};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Longest phrase of an alphabet, in words.
pub(super) const MOST_WORDS: usize = 6;

/// What a word of a label means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Term {
    /// A fibre of the library.
    Fibre(FibreName),
    /// Several fibres in the order of a ratio.
    Shorthand(Vec<FibreId>),
    /// A name that says of no fibre in particular what it is.
    Doubtful,
    /// A part of the garment.
    Role(Role),
    /// A certificate.
    Certificate(String),
    /// The fibre after it is recycled.
    Recycled,
    /// Recycled, unless the fibre is man-made cellulose.
    Regenerated,
    /// The fibre after it is there in traces.
    Trace,
    /// The fibre after it is all there is.
    Pure,
    /// The cloth weight follows.
    GsmLabel,
    /// Changes nothing.
    Filler,
}

/// A name of a fibre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FibreName {
    /// The fibre.
    pub(super) id: FibreId,
    /// The named fibre has no row of its own and is counted as this one.
    pub(super) is_stand_in: bool,
    /// The name itself says recycled.
    pub(super) is_recycled: bool,
}

/// The table, ready for looking up.
#[derive(Debug, Default)]
pub(super) struct Words {
    terms: BTreeMap<String, Term>,
    codes: BTreeMap<String, FibreId>,
    trade: BTreeMap<String, FibreId>,
    /// Names of fibres with their ids in the order of the table, for suggestions.
    pub(super) names: Vec<(String, FibreId)>,
    /// Units of cloth weight with the grams per square metre in one of them, longest first.
    pub(super) gsm_units: Vec<(String, f64)>,
    grams: Vec<String>,
    longest_chinese: usize,
    twice: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fibres: Vec<FibreRow>,
    stand_ins: Vec<FibreRow>,
    recycled_names: Vec<RecycledRow>,
    doubtful_names: Vec<String>,
    shorthand: Vec<ShorthandRow>,
    roles: Vec<RoleRow>,
    certificates: Vec<CertificateRow>,
    recycled: Vec<String>,
    regenerated: Vec<String>,
    trace: Vec<String>,
    pure: Vec<String>,
    gsm_labels: Vec<String>,
    gsm_units: Vec<(String, f64)>,
    grams: Vec<String>,
    fillers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FibreRow {
    id: String,
    en: Vec<String>,
    zh: Vec<String>,
    #[serde(default)]
    codes: Vec<String>,
    #[serde(default)]
    trade: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecycledRow {
    id: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShorthandRow {
    word: String,
    fibres: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleRow {
    role: String,
    en: Vec<String>,
    zh: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CertificateRow {
    name: String,
    words: Vec<String>,
}

const TEXT: &str = include_str!("../../assets/data/synonyms.ron");

impl Words {
    /// The table of this release; empty, with an error in the log, if it does not read (a test forbids that).
    pub(super) fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Words> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            Self::parse(TEXT).unwrap_or_else(|error| {
                log::error!("the table of synonyms does not read: {error}");
                Self::default()
            })
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: File = ron::from_str(text).map_err(|error| error.to_string())?;
        let mut words = Self {
            gsm_units: file.gsm_units,
            grams: file.grams,
            ..Self::default()
        };
        words.add_fibres(&file.fibres, false);
        words.add_fibres(&file.stand_ins, true);
        for row in file.recycled_names {
            for word in &row.words {
                words.name(word, &row.id, false, true);
            }
        }
        for row in file.shorthand {
            let fibres = row.fibres.into_iter().map(FibreId::from).collect();
            words.add(&row.word, &Term::Shorthand(fibres));
        }
        for row in &file.roles {
            let role = role(&row.role).ok_or_else(|| format!("no role {}", row.role))?;
            words.add_all(row.en.iter().chain(&row.zh), &Term::Role(role));
        }
        for row in &file.certificates {
            words.add_all(&row.words, &Term::Certificate(row.name.clone()));
        }
        words.add_all(&file.doubtful_names, &Term::Doubtful);
        words.add_all(&file.recycled, &Term::Recycled);
        words.add_all(&file.regenerated, &Term::Regenerated);
        words.add_all(&file.trace, &Term::Trace);
        words.add_all(&file.pure, &Term::Pure);
        words.add_all(&file.gsm_labels, &Term::GsmLabel);
        words.add_all(&file.fillers, &Term::Filler);
        let chinese = words.terms.keys().filter(|word| word.starts_with(is_chinese));
        words.longest_chinese = chinese.map(|word| word.chars().count()).max().unwrap_or(0);
        Ok(words)
    }

    fn add_fibres(&mut self, rows: &[FibreRow], is_stand_in: bool) {
        for row in rows {
            for word in row.en.iter().chain(&row.zh) {
                self.name(word, &row.id, is_stand_in, false);
            }
            let id = FibreId::from(row.id.as_str());
            self.codes
                .extend(row.codes.iter().map(|code| (plain_text(code), id.clone())));
            self.trade
                .extend(row.trade.iter().map(|code| (plain_text(code), id.clone())));
        }
    }

    fn name(&mut self, word: &str, id: &str, is_stand_in: bool, is_recycled: bool) {
        let name = FibreName {
            id: id.into(),
            is_stand_in,
            is_recycled,
        };
        if !is_stand_in {
            self.names.push((plain_text(word), name.id.clone()));
        }
        self.add(word, &Term::Fibre(name));
    }

    fn add_all<'a>(&mut self, words: impl IntoIterator<Item = &'a String>, term: &Term) {
        for word in words {
            self.add(word, term);
        }
    }

    fn add(&mut self, word: &str, term: &Term) {
        let key = plain_text(word);
        if self.terms.insert(key, term.clone()).is_some() {
            self.twice.push(word.to_owned());
        }
    }

    /// What `phrase` means: plain, its words one space apart.
    pub(super) fn term(&self, phrase: &str) -> Option<&Term> {
        self.terms.get(phrase)
    }

    /// The fibre with the short code `word`.
    pub(super) fn code(&self, word: &str) -> Option<&FibreId> {
        self.codes.get(word)
    }

    /// The fibre with the letters `word` of mill notation.
    pub(super) fn trade(&self, word: &str) -> Option<&FibreId> {
        self.trade.get(word)
    }

    /// True where `word` may stand for grams.
    pub(super) fn is_gram(&self, word: &str) -> bool {
        self.grams.iter().any(|gram| gram == word)
    }

    /// The longest Chinese term at the start of `text`, and its length.
    pub(super) fn longest(&self, text: &[char]) -> Option<(&Term, usize)> {
        let most = self.longest_chinese.min(text.len());
        (1..=most).rev().find_map(|length| {
            let word: String = text.get(..length)?.iter().collect();
            self.terms.get(&word).map(|term| (term, length))
        })
    }
}

/// The role with the key `key` in data and JSON.
pub(super) fn role(key: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_key(*role) == key)
}

/// The key of `role` in data and JSON.
pub const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Shell => "shell",
        Role::Lining => "lining",
        Role::Rib => "rib",
        Role::Filling => "filling",
        Role::Thread => "thread",
        Role::Zip => "zip",
        Role::Button => "button",
        Role::Trim => "trim",
        Role::Label => "label",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Library;

    #[test]
    fn the_table_reads_and_each_word_means_one_thing() {
        let words = Words::parse(TEXT).unwrap();
        assert_eq!(words.twice, Vec::<String>::new());
        let library = Library::builtin();
        let known = |id: &FibreId| library.fibre(id).is_some();
        for (word, term) in &words.terms {
            let fine = match term {
                Term::Fibre(name) => known(&name.id),
                Term::Shorthand(fibres) => fibres.len() > 1 && fibres.iter().all(known),
                _ => true,
            };
            assert!(fine, "{word}: a fibre that the library does not have");
            assert!(word.split(' ').count() <= MOST_WORDS, "{word}: too many words");
            assert!(!word.contains('-'), "{word}: hyphens are spaces here");
        }
        for id in words.codes.values().chain(words.trade.values()) {
            assert!(known(id), "{id}");
        }
    }

    #[test]
    fn every_fibre_of_the_library_has_names_in_both_languages_and_its_code() {
        let words = Words::builtin();
        for fibre in Library::builtin().fibres.iter().filter(|fibre| !fibre.hard) {
            let names: Vec<&String> = words
                .names
                .iter()
                .filter(|(_, id)| *id == fibre.id)
                .map(|(name, _)| name)
                .collect();
            assert!(
                names.iter().any(|name| name.starts_with(is_chinese)),
                "{}",
                fibre.id
            );
            assert!(
                names.iter().any(|name| !name.starts_with(is_chinese)),
                "{}",
                fibre.id
            );
        }
    }
}
