//! The words of composition labels: embedded tables in many languages, and how a word is found in them.
//!
//! Invariant: a word means one thing in one language; a word that stands twice in the tables is a flaw that the tests find.

mod load;
mod tongue;

pub use tongue::Tongue;
pub(super) use tongue::Tongues;

use super::fold::key;
use crate::data::wide;
use crate::model::{FibreId, Role};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Longest phrase of an alphabet, in words.
pub(super) const MOST_WORDS: usize = 8;

/// What a word of a label means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Term {
    /// A fibre of the library.
    Fibre(FibreName),
    /// Several fibres in the order of a ratio.
    Shorthand(Vec<FibreId>),
    /// A name of cloth, of trade or of no fibre in particular, with the fibres it may be, the likeliest first.
    Vague(Vec<FibreId>),
    /// A part of the garment.
    Part(Role),
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
    /// The width of the cloth follows.
    WidthLabel,
    /// How much of the down is down clusters follows.
    DownContent,
    /// The mass of the filling follows.
    FillMass,
    /// How much room the down takes; the number beside it is no percentage.
    FillPower,
    /// What is excluded follows.
    Without,
    /// What is excluded stands before.
    WithoutAfter,
    /// An exclusion in full.
    Excluded,
    /// Parts of animal origin are said to be there.
    AnimalParts,
    /// The composition follows.
    Composition,
    /// Per cent in words.
    Percent,
    /// What it stands beside is not what it is called.
    Faux,
    /// The cloth before it is coated.
    Coated,
    /// A garment.
    Garment,
    /// A colour.
    Colour,
    /// Joins two of a kind.
    And,
    /// Joins a part to the one before.
    With,
    /// Care, origin, size: nothing behind it names a fibre.
    Care,
    /// Changes nothing.
    Filler,
}

/// A name of a fibre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FibreName {
    /// The fibre.
    pub(super) id: FibreId,
    /// What is really meant, where that has no row of its own and is counted as `id`; else empty.
    pub(super) note: String,
    /// The name itself says recycled.
    pub(super) is_recycled: bool,
}

impl FibreName {
    /// The named fibre has no row of its own and is counted as another one.
    pub(super) fn is_stand_in(&self) -> bool {
        !self.note.is_empty()
    }
}

/// A word of the table: what it means and in which languages.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// What it means.
    pub(super) term: Term,
    /// Its languages.
    pub(super) tongues: Tongues,
    /// What it means in other languages.
    pub(super) or: Option<(Term, Tongues)>,
}

/// The tables, ready for looking up.
#[derive(Debug, Default)]
pub(super) struct Words {
    terms: BTreeMap<String, Entry>,
    codes: BTreeMap<String, FibreName>,
    trade: BTreeMap<String, FibreName>,
    places: BTreeSet<String>,
    seconds: BTreeSet<String>,
    language_codes: BTreeSet<String>,
    /// Headings of parts in the order of the table.
    parts: Vec<(Role, String)>,
    /// Names of fibres with their ids in the order of the table, for suggestions.
    pub(super) names: Vec<(String, FibreId)>,
    /// Units of cloth weight with the grams per square metre in one of them, longest first.
    pub(super) gsm_units: Vec<(String, f64)>,
    /// Units of length, in metres.
    pub(super) lengths: Vec<(String, f64)>,
    /// Units of weight of a running length, with that length in metres.
    pub(super) linear: Vec<(String, f64)>,
    grams: Vec<String>,
    longest: usize,
    twice: Vec<String>,
}

impl Words {
    /// The table of this release; empty, with an error in the log, if it does not read (a test forbids that).
    pub(super) fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Words> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            Self::parse(load::HOME, load::FIBRES, load::WORDS).unwrap_or_else(|error| {
                log::error!("the table of label words does not read: {error}");
                Self::default()
            })
        })
    }

    fn add_all<'a>(&mut self, words: impl IntoIterator<Item = &'a String>, term: &Term) {
        for word in words {
            let tongues = Tongues::home(word.contains(super::chars::is_chinese));
            self.add(word, term, tongues);
        }
    }

    /// Adds a word: to the languages of the same meaning, beside the meaning in other languages, or as a flaw.
    fn add(&mut self, word: &str, term: &Term, tongues: Tongues) {
        let Some(entry) = self.terms.get_mut(&key(word)) else {
            return self.add_where_free(word, term, tongues);
        };
        if agree(&entry.term, term) {
            entry.tongues = entry.tongues.and(tongues);
        } else if entry.tongues.meets(tongues) {
            self.twice.push(word.to_owned());
        } else if let Some((other, own)) = &mut entry.or {
            if agree(other, term) {
                *own = own.and(tongues);
            } else {
                self.twice.push(word.to_owned());
            }
        } else if matches!(
            (&entry.term, term),
            (Term::Fibre(_), Term::Fibre(_)) | (Term::Part(_), Term::Part(_))
        ) {
            entry.or = Some((term.clone(), tongues));
        }
    }

    fn add_where_free(&mut self, word: &str, term: &Term, tongues: Tongues) {
        let entry = || Entry {
            term: term.clone(),
            tongues,
            or: None,
        };
        self.terms.entry(key(word)).or_insert_with(entry);
    }

    /// What `phrase` means: folded, its words one space apart.
    pub(super) fn term(&self, phrase: &str) -> Option<&Entry> {
        self.terms.get(phrase)
    }

    /// The fibre with the short code `word`.
    pub(super) fn code(&self, word: &str) -> Option<&FibreName> {
        self.codes.get(word)
    }

    /// The fibre with the letters `word` of mill notation.
    pub(super) fn trade(&self, word: &str) -> Option<&FibreName> {
        self.trade.get(word)
    }

    /// True where `word` may stand for grams.
    pub(super) fn is_gram(&self, word: &str) -> bool {
        self.grams.iter().any(|gram| gram == word)
    }

    /// The first heading of `role` on English or Chinese labels.
    pub(super) fn part_name(&self, role: Role, is_chinese: bool) -> Option<&str> {
        let mut names = self
            .parts
            .iter()
            .filter(|(own, _)| *own == role)
            .map(|(_, name)| name.as_str());
        names.find(|name| name.starts_with(super::chars::is_chinese) == is_chinese)
    }

    /// True where `word` is a code of a language, as it stands before a block in that language.
    pub(super) fn is_language_code(&self, word: &str) -> bool {
        self.language_codes.contains(word)
    }

    /// True where `word` speaks of a second cloth of the shell.
    pub(super) fn is_second(&self, word: &str) -> bool {
        self.seconds.contains(&key(word))
    }

    /// True where `word` is a place of a garment, which may stand within another part.
    pub(super) fn is_place(&self, word: &str) -> bool {
        self.places.contains(&key(word))
    }

    /// Known words of scripts without spaces that begin `text`, each with its length.
    pub(super) fn beginning<'a, 't>(
        &'a self,
        text: &'t [char],
    ) -> impl Iterator<Item = (&'a Entry, usize)> + use<'a, 't> {
        let most = self.longest.min(text.len());
        let mut word = String::new();
        (1..=most).filter_map(move |length| {
            word.push(*text.get(length - 1)?);
            self.terms.get(&word).map(|entry| (entry, length))
        })
    }
}

/// True where two meanings are one: recycled in all its forms, a filler and another word that changes nothing.
fn agree(one: &Term, other: &Term) -> bool {
    match (one, other) {
        (Term::Fibre(one), Term::Fibre(other)) => one.id == other.id,
        (Term::Recycled | Term::Regenerated, Term::Recycled | Term::Regenerated)
        | (Term::Vague(_), Term::Fibre(_) | Term::Vague(_))
        | (Term::Filler | Term::Composition | Term::Without | Term::Excluded, _) => true,
        (Term::Part(one), Term::Part(other)) => wide(*one) == wide(*other),
        (one, other) => one == other,
    }
}

/// The role with the key `key` in data and JSON.
pub(super) fn role(key: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role.key() == key)
}

/// The key of `role` in data and JSON.
pub(super) const fn role_key(role: Role) -> &'static str {
    role.key()
}

#[cfg(test)]
mod tests {
    use super::super::chars::is_chinese;
    use super::super::fold::is_unspaced;
    use super::*;
    use crate::data::Library;

    #[test]
    fn the_tables_read_and_each_word_means_one_thing_in_one_language() {
        let words = Words::parse(load::HOME, load::FIBRES, load::WORDS).unwrap();
        assert_eq!(words.twice, Vec::<String>::new());
        let library = Library::builtin();
        let known = |id: &FibreId| library.fibre(id).is_some();
        for (word, entry) in &words.terms {
            let fine = match &entry.term {
                Term::Fibre(name) => known(&name.id),
                Term::Shorthand(fibres) => fibres.len() > 1 && fibres.iter().all(known),
                Term::Vague(fibres) => !fibres.is_empty() && fibres.iter().all(known),
                _ => true,
            };
            assert!(fine, "{word}: a fibre that the library does not have");
            assert!(word.split(' ').count() <= MOST_WORDS, "{word}: too many words");
            assert!(!word.is_empty());
        }
        for name in words.codes.values().chain(words.trade.values()) {
            assert!(known(&name.id), "{}", name.id);
        }
        assert!(words.terms.len() > 5_500, "{}", words.terms.len());
    }

    #[test]
    fn every_language_has_names_and_every_code_a_language() {
        let words = Words::builtin();
        for tongue in Tongue::all() {
            let names = words.terms.values().filter(|entry| {
                let own = entry.tongues.has(tongue);
                own && matches!(entry.term, Term::Fibre(_))
            });
            let least = if ["ga", "mt"].contains(&tongue.code()) {
                8
            } else {
                30
            };
            assert!(names.count() >= least, "{}", tongue.code());
        }
        // Wool in Vietnamese, linen in Polish, Czech and Hungarian.
        assert!(words.term("len").is_some_and(|entry| entry.or.is_some()));
    }

    #[test]
    fn every_fibre_of_the_library_has_names_in_both_languages_and_its_code() {
        let words = Words::builtin();
        for fibre in Library::builtin().fibres.iter().filter(|fibre| !fibre.hard) {
            let names = || {
                words
                    .names
                    .iter()
                    .filter(|(_, id)| *id == fibre.id)
                    .map(|(name, _)| name)
            };
            assert!(names().any(|name| name.starts_with(is_chinese)), "{}", fibre.id);
            assert!(names().any(|name| !name.starts_with(is_unspaced)), "{}", fibre.id);
        }
    }
}
