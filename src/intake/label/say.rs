//! What was found on a label, in sentences.

use super::super::words::Tongue;
use super::finding::Problem;
use crate::data::Library;
use crate::model::FibreId;
use crate::text::number::{fixed, with_unit};
use crate::text::{LabelMsg, Lang};

/// Most words that a language is said to rest on.
const MOST_WORDS: usize = 5;

/// The sentence for `problem` in `lang`.
pub(super) fn sentence(problem: &Problem, lang: Lang) -> String {
    match problem {
        Problem::Empty => LabelMsg::Empty.text(lang).to_owned(),
        Problem::NoPercent => LabelMsg::NoPercent.text(lang).to_owned(),
        Problem::Trace(None) => LabelMsg::Trace.text(lang).to_owned(),
        Problem::Repeated => LabelMsg::Repeated.text(lang).to_owned(),
        Problem::SeveralWholes => LabelMsg::SeveralWholes.text(lang).to_owned(),
        Problem::TooLong(most) => LabelMsg::TooLong.with(lang, &[("count", &most.to_string())]),
        Problem::ReadIn(tongues) => read_in(tongues, lang),
        _ => of_word(problem, lang).unwrap_or_else(|| of_figure(problem, lang)),
    }
}

/// A sentence that quotes the label.
fn of_word(problem: &Problem, lang: Lang) -> Option<String> {
    let (message, text) = match problem {
        Problem::UnknownFibre(text) => (LabelMsg::UnknownFibre, text),
        Problem::Vague(text, _) => (LabelMsg::Vague, text),
        Problem::UnknownWord(text) => (LabelMsg::UnknownWord, text),
        Problem::UnknownPart(text) => (LabelMsg::UnknownPart, text),
        Problem::OpenPart(text) => (LabelMsg::OpenPart, text),
        Problem::UnclearPart(text) => (LabelMsg::UnclearPart, text),
        Problem::Excluded(text) => (LabelMsg::Excluded, text),
        Problem::AnimalParts(text) => (LabelMsg::AnimalParts, text),
        Problem::Bonded(text) => (LabelMsg::Bonded, text),
        Problem::Foreign(text) => (LabelMsg::Foreign, text),
        Problem::TwoFibres(text) => (LabelMsg::TwoFibres, text),
        Problem::Ratio(text) => (LabelMsg::Ratio, text),
        Problem::CertificateAlone(name) => {
            return Some(LabelMsg::CertificateAlone.with(lang, &[("name", name)]));
        }
        Problem::CountedAs(text, id) => {
            let message = if id.as_str() == "viscose" {
                LabelMsg::CountedAsCellulose
            } else {
                LabelMsg::CountedAs
            };
            return Some(message.with(lang, &[("text", text), ("fibre", &fibre(id, lang))]));
        }
        Problem::Shorthand(text, ids) => {
            return Some(LabelMsg::Shorthand.with(lang, &[("text", text), ("fibres", &fibres(ids, lang))]));
        }
        _ => return None,
    };
    Some(message.with(lang, &[("text", text)]))
}

/// A sentence about a figure.
fn of_figure(problem: &Problem, lang: Lang) -> String {
    let share = |message: LabelMsg, value: f64| message.with(lang, &[("percent", &percent(value, lang))]);
    let both = |message: LabelMsg, low: f64, high: f64| {
        message.with(lang, &[("low", &plain(low, lang)), ("high", &plain(high, lang))])
    };
    match problem {
        Problem::Sum(sum) => LabelMsg::Sum.with(lang, &[("sum", &percent(*sum, lang))]),
        Problem::NoName(value) => share(LabelMsg::NoName, *value),
        Problem::OtherFibres(value) => share(LabelMsg::OtherFibres, *value),
        Problem::NoSign(value) => share(LabelMsg::NoSign, *value),
        Problem::Feather(value) => share(LabelMsg::Feather, *value),
        Problem::DownContent(value) => share(LabelMsg::DownContent, *value),
        Problem::Range(low, high) => both(LabelMsg::Range, *low, *high),
        Problem::GsmRange(low, high) => both(LabelMsg::GsmRange, *low, *high),
        Problem::GsmGuessed(value) => LabelMsg::GsmGuessed.with(lang, &[("gsm", &plain(*value, lang))]),
        Problem::Linear(value) => LabelMsg::Linear.with(lang, &[("grams", &plain(*value, lang))]),
        Problem::Trace(Some(id)) => LabelMsg::TraceOf.with(lang, &[("fibre", &fibre(id, lang))]),
        Problem::AloneInFilling(id) => LabelMsg::AloneInFilling.with(lang, &[("fibre", &fibre(id, lang))]),
        Problem::RecycledShare(id, value) => {
            let values = [("fibre", &*fibre(id, lang)), ("percent", &*percent(*value, lang))];
            LabelMsg::RecycledShare.with(lang, &values)
        }
        _ => String::new(),
    }
}

/// The languages, each with the words that it rests on.
fn read_in(tongues: &[(Tongue, Vec<String>)], lang: Lang) -> String {
    let one = |(tongue, words): &(Tongue, Vec<String>)| {
        let some: Vec<&str> = words.iter().take(MOST_WORDS).map(String::as_str).collect();
        let values = [
            ("language", tongue.name(lang)),
            ("words", &*some.join(comma(lang))),
        ];
        LabelMsg::ReadInOne.with(lang, &values)
    };
    let all: Vec<String> = tongues.iter().map(one).collect();
    LabelMsg::ReadIn.with(lang, &[("languages", &all.join(semicolon(lang)))])
}

const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh | Lang::Both => "、",
    }
}

const fn semicolon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "; ",
        Lang::Zh | Lang::Both => "；",
    }
}

fn fibre(id: &FibreId, lang: Lang) -> String {
    let row = Library::builtin().fibre(id);
    row.map_or_else(|| id.to_string(), |fibre| fibre.name.get(lang).to_owned())
}

fn fibres(ids: &[FibreId], lang: Lang) -> String {
    let names: Vec<String> = ids.iter().map(|id| fibre(id, lang)).collect();
    names.join(comma(lang))
}

/// A number as it stood on the label.
fn plain(value: f64, lang: Lang) -> String {
    let digits = fixed(value, 2, lang);
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn percent(value: f64, lang: Lang) -> String {
    with_unit(&plain(value, lang), "%", lang)
}
