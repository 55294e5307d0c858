//! The tables of label words as they stand in their files.

use super::tongue::{Tongue, Tongues};
use super::{FibreName, Term, Words, role};
use crate::intake::chars::{is_chinese, plain_text};
use crate::intake::fold::{is_unspaced, key};
use crate::model::FibreId;
use serde::Deserialize;

/// English and simplified Chinese, and the rules of reading.
pub(super) const HOME: &str = include_str!("../../../assets/data/synonyms.ron");
/// Fibre names of all languages.
pub(super) const FIBRES: &str = include_str!("../../../assets/data/label_fibres.tsv");
/// Other words of all languages.
pub(super) const WORDS: &str = include_str!("../../../assets/data/label_words.tsv");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fibres: Vec<FibreRow>,
    stand_ins: Vec<FibreRow>,
    recycled_names: Vec<RecycledRow>,
    vague: Vec<VagueRow>,
    shorthand: Vec<ShorthandRow>,
    roles: Vec<RoleRow>,
    certificates: Vec<CertificateRow>,
    recycled: Vec<String>,
    regenerated: Vec<String>,
    trace: Vec<String>,
    pure: Vec<String>,
    gsm_labels: Vec<String>,
    width_labels: Vec<String>,
    lengths: Vec<(String, f64)>,
    linear: Vec<(String, f64)>,
    gsm_units: Vec<(String, f64)>,
    grams: Vec<String>,
    places: Vec<String>,
    seconds: Vec<String>,
    language_codes: Vec<String>,
    garments: Vec<String>,
    colours: Vec<String>,
    care: Vec<String>,
    faux: Vec<String>,
    without: Vec<String>,
    without_after: Vec<String>,
    joins: Vec<String>,
    with: Vec<String>,
    coated: Vec<String>,
    down_content: Vec<String>,
    fill_mass: Vec<String>,
    fill_power: Vec<String>,
    fillers: Vec<String>,
    compositions: Vec<String>,
    of_which: Vec<String>,
    percents: Vec<String>,
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
struct VagueRow {
    words: Vec<String>,
    may_be: Vec<String>,
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

/// What a name of the table is not counted as, but asked about.
const ASKED: [(&str, &[&str]); 2] = [
    ("faux leather", &["pu_coat", "pvc_coat", "polyester"]),
    ("suede", &["polyester", "leather"]),
];

fn ids(ids: &[String]) -> Vec<FibreId> {
    ids.iter().map(|id| FibreId::from(id.as_str())).collect()
}

/// The language of a word of the home table: by its script.
fn home(word: &str) -> Tongues {
    Tongues::home(word.contains(is_chinese))
}

impl Words {
    /// Reads the three tables.
    pub(super) fn parse(home: &str, fibres: &str, words: &str) -> Result<Self, String> {
        let file: File = ron::from_str(home).map_err(|error| error.to_string())?;
        let mut all = Self::default();
        all.add_names(&file);
        all.add_roles(&file)?;
        all.add_meanings(&file);
        all.add_table(fibres, |meaning, word| Ok(fibre_term(meaning, word)))?;
        all.add_table(words, |meaning, _| word_term(meaning))?;
        all.add_soft(&file);
        all.language_codes = file.language_codes.iter().cloned().collect();
        all.places = file.places.iter().map(|word| key(word)).collect();
        all.seconds = file.seconds.iter().map(|word| key(word)).collect();
        all.gsm_units = file.gsm_units;
        all.lengths = file.lengths;
        all.linear = file.linear;
        all.grams = file.grams;
        let unspaced = all.terms.keys().filter(|word| word.starts_with(is_unspaced));
        all.longest = unspaced.map(|word| word.chars().count()).max().unwrap_or(0);
        Ok(all)
    }

    fn add_names(&mut self, file: &File) {
        self.add_fibres(&file.fibres, false);
        self.add_fibres(&file.stand_ins, true);
        for row in &file.recycled_names {
            for word in &row.words {
                self.name(word, &row.id, false, true);
            }
        }
        for row in &file.shorthand {
            self.add(&row.word, &Term::Shorthand(ids(&row.fibres)), home(&row.word));
        }
        for row in &file.vague {
            self.add_all(&row.words, &Term::Vague(ids(&row.may_be)));
        }
    }

    fn add_fibres(&mut self, rows: &[FibreRow], is_stand_in: bool) {
        for row in rows {
            for word in row.en.iter().chain(&row.zh) {
                self.name(word, &row.id, is_stand_in, false);
            }
            let id = FibreId::from(row.id.as_str());
            let name = || FibreName {
                id: id.clone(),
                note: String::new(),
                is_recycled: false,
            };
            self.codes
                .extend(row.codes.iter().map(|code| (key(code), name())));
            self.trade
                .extend(row.trade.iter().map(|code| (key(code), name())));
        }
    }

    fn name(&mut self, word: &str, id: &str, is_stand_in: bool, is_recycled: bool) {
        let name = FibreName {
            id: id.into(),
            note: if is_stand_in { key(word) } else { String::new() },
            is_recycled,
        };
        if !is_stand_in {
            self.names.push((plain_text(word), name.id.clone()));
        }
        self.add(word, &Term::Fibre(name), home(word));
    }

    fn add_roles(&mut self, file: &File) -> Result<(), String> {
        for row in &file.roles {
            let role = role(&row.role).ok_or_else(|| format!("no role {}", row.role))?;
            for word in row.en.iter().chain(&row.zh) {
                self.add(word, &Term::Part(role), home(word));
                self.parts.push((role, word.clone()));
            }
        }
        Ok(())
    }

    fn add_meanings(&mut self, file: &File) {
        for row in &file.certificates {
            self.add_all(&row.words, &Term::Certificate(row.name.clone()));
        }
        for (words, term) in [
            (&file.recycled, Term::Recycled),
            (&file.regenerated, Term::Regenerated),
            (&file.trace, Term::Trace),
            (&file.pure, Term::Pure),
            (&file.gsm_labels, Term::GsmLabel),
            (&file.width_labels, Term::WidthLabel),
            (&file.down_content, Term::DownContent),
            (&file.fill_mass, Term::FillMass),
            (&file.fill_power, Term::FillPower),
        ] {
            self.add_all(words, &term);
        }
    }

    /// Words that mean something only where they mean nothing else.
    fn add_soft(&mut self, file: &File) {
        for (words, term) in [
            (&file.compositions, Term::Composition),
            (&file.percents, Term::Percent),
            (&file.of_which, Term::Filler),
            (&file.without, Term::Without),
            (&file.without_after, Term::WithoutAfter),
            (&file.faux, Term::Faux),
            (&file.coated, Term::Coated),
            (&file.garments, Term::Garment),
            (&file.colours, Term::Colour),
            (&file.joins, Term::And),
            (&file.with, Term::With),
            (&file.care, Term::Care),
            (&file.fillers, Term::Filler),
        ] {
            for word in words {
                self.add_where_free(word, &term, Tongues::default());
            }
        }
    }

    /// A table of languages: tab between language, meaning, mark and words, which bars divide.
    fn add_table(
        &mut self,
        text: &str,
        term: impl Fn(&str, &str) -> Result<Option<Term>, String>,
    ) -> Result<(), String> {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(code), Some(meaning), Some(_mark), Some(words)) =
                (cells.next(), cells.next(), cells.next(), cells.next())
            else {
                return Err(format!("not four cells: {line}"));
            };
            let tongues = match Tongue::of(code) {
                Some(tongue) => Tongues::one(tongue),
                None if code == "code" => Tongues::default(),
                None => return Err(format!("no language {code}")),
            };
            for word in words.split('|') {
                match term(meaning, word)? {
                    Some(Term::Fibre(name)) if code == "code" => {
                        self.codes.entry(key(word)).or_insert(name);
                    }
                    Some(term) => self.add_forms(word, &term, tongues, code),
                    None => {}
                }
            }
        }
        Ok(())
    }

    /// The word, and as it is written where accents are left out: ä as ae, ø as oe, å as aa.
    fn add_forms(&mut self, word: &str, term: &Term, tongues: Tongues, code: &str) {
        self.add(word, term, tongues);
        if ["de", "da", "no", "sv", "fi"].contains(&code) && word.contains(['ä', 'ö', 'ü', 'ø', 'å', 'æ'])
        {
            let wide = word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
            let wide = wide.replace('ø', "oe").replace('å', "aa");
            self.add_where_free(&wide, term, tongues);
        }
    }
}

/// A meaning of the table of fibres: a fibre, with what is really meant where that is a stand-in.
fn fibre_term(meaning: &str, word: &str) -> Option<Term> {
    let (id, note) = meaning.split_once(':').unwrap_or((meaning, ""));
    if let Some((_, may_be)) = ASKED.iter().find(|(asked, _)| *asked == note) {
        return Some(Term::Vague(may_be.iter().map(|id| FibreId::from(*id)).collect()));
    }
    let is_recycled = note.starts_with("recycled");
    let note = if is_recycled { "" } else { note };
    // Two letters that are a word of other languages first: `in` is flax in Romanian.
    (word != "in").then(|| {
        Term::Fibre(FibreName {
            id: id.into(),
            note: note.to_owned(),
            is_recycled,
        })
    })
}

/// A meaning of the table of words.
fn word_term(meaning: &str) -> Result<Option<Term>, String> {
    Ok(Some(match meaning {
        "exclude" => Term::Excluded,
        "recycled" => Term::Recycled,
        "organic" | "virgin" | "of_which" => Term::Filler,
        "percent" => Term::Percent,
        "animal_parts" => Term::AnimalParts,
        "composition" => Term::Composition,
        part => Term::Part(role(part).ok_or_else(|| format!("no meaning {part}"))?),
    }))
}
