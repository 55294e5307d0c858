//! The glossary for reading, and as a sheet for review.

use super::{Done, Failure};
use crate::figure;
use crate::text::glossary::{Glossary, Term};
use crate::text::{Lang, tables};
use serde::Serialize;
use std::io::Write;

/// The most places of use that are named.
const PLACES: usize = 5;

/// One line of the review sheet; the last two columns are for the reader.
#[derive(Serialize)]
struct Row<'a> {
    section: &'a str,
    id: &'a str,
    en: &'a str,
    zh: &'a str,
    meaning_en: &'a str,
    meaning_zh: &'a str,
    verified: &'a str,
    basis: String,
    note: &'a str,
    used_in: String,
    correct: &'a str,
    better: &'a str,
}

pub fn print(csv: bool, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let terms = &Glossary::builtin().terms;
    if csv {
        sheet(terms, lang, out)?;
        return Ok(Done::Clean);
    }
    for term in terms {
        writeln!(out, "{}  {}", term.name.en, term.name.zh)?;
        if let Some(meaning) = &term.meaning {
            writeln!(out, "    {}", meaning.get(lang))?;
        }
    }
    Ok(Done::Clean)
}

fn sheet(terms: &[Term], lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    for term in terms {
        let meaning = term.meaning.as_ref();
        let row = Row {
            section: term.section.text(lang),
            id: &term.id,
            en: &term.name.en,
            zh: &term.name.zh,
            meaning_en: meaning.map_or("", |both| &both.en),
            meaning_zh: meaning.map_or("", |both| &both.zh),
            verified: if term.is_verified() { "yes" } else { "no" },
            basis: term.basis.text(lang),
            note: &term.note,
            used_in: used_in(term),
            correct: "",
            better: "",
        };
        writer.serialize(row)?;
    }
    writer.flush().map_err(Failure::from)
}

/// The first messages of the interface whose Chinese words hold the term.
fn used_in(term: &Term) -> String {
    let wordings = term.wordings(Lang::Zh);
    let mut places = Vec::new();
    for table in tables().into_iter().chain([figure::table()]) {
        let holding = table
            .entries
            .iter()
            .filter(|entry| wordings.iter().any(|wording| entry.zh.contains(wording.as_str())));
        places.extend(holding.map(|entry| format!("{}.{}", table.name, entry.key)));
    }
    places.truncate(PLACES);
    places.join(" ")
}
