//! Where on the label a finding is, and the label with another word in that place.

use super::super::chars::{is_chinese, is_letter, plain};
use super::super::words::Words;
use super::finding::{Finding, Problem};
use crate::model::{FibreId, Role};
use crate::text::Lang;
use crate::text::number::typed;
use std::ops::Range;

impl Finding {
    /// Where it is in `text`, in characters; empty where it is about the whole.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        match &self.problem {
            Problem::UnknownFibre(words)
            | Problem::Vague(words, _)
            | Problem::UnknownWord(words)
            | Problem::UnknownPart(words)
            | Problem::OpenPart(words)
            | Problem::UnclearPart(words)
            | Problem::Excluded(words)
            | Problem::AnimalParts(words)
            | Problem::Bonded(words)
            | Problem::Foreign(words)
            | Problem::TwoFibres(words)
            | Problem::CountedAs(words, _)
            | Problem::Shorthand(words, _)
            | Problem::CertificateAlone(words)
            | Problem::Ratio(words) => found(text, words),
            Problem::NoName(value)
            | Problem::OtherFibres(value)
            | Problem::RecycledShare(_, value)
            | Problem::NoSign(value)
            | Problem::DownContent(value)
            | Problem::GsmGuessed(value) => numbers(text, *value),
            Problem::GsmRange(low, high) | Problem::Range(low, high) => {
                [numbers(text, *low), numbers(text, *high)].concat()
            }
            _ => Vec::new(),
        }
    }

    /// `text` with `fibre` where this finding stands, as a label of `lang` names it: in place of an unknown name, behind a
    /// percentage without one. None where there is no such place.
    pub fn replaced(&self, text: &str, fibre: &FibreId, lang: Lang) -> Option<String> {
        let name = label_name(fibre, lang)?;
        let place = self.places(text).into_iter().next()?;
        let before: String = text.chars().take(place.start).collect();
        let there: String = text.chars().skip(place.start).take(place.len()).collect();
        let behind: String = text.chars().skip(place.end).collect();
        match self.problem {
            Problem::UnknownFibre(_) | Problem::Vague(..) => Some(format!("{before}{name}{behind}")),
            Problem::NoName(_) => Some(format!("{before}{there} {name}{behind}")),
            _ => None,
        }
    }
}

impl Finding {
    /// `text` with the heading of `role` where this finding asks for a part, as a label of `lang` names it.
    pub fn replaced_part(&self, text: &str, role: Role, lang: Lang) -> Option<String> {
        let (Problem::UnknownPart(words) | Problem::OpenPart(words)) = &self.problem else {
            return None;
        };
        let name = Words::builtin().part_name(role, lang != Lang::En)?;
        let place = stands(text, words).into_iter().next()?;
        let before: String = text.chars().take(place.start).collect();
        let behind: String = text.chars().skip(place.end).collect();
        Some(format!("{before}{name}{behind}"))
    }
}

/// The name of a fibre that a label of `lang` would have.
pub fn label_name(fibre: &FibreId, lang: Lang) -> Option<&'static str> {
    let wants_chinese = lang != Lang::En;
    let mut names = Words::builtin().names.iter().filter(|(_, id)| id == fibre);
    names
        .find(|(name, _)| name.starts_with(is_chinese) == wants_chinese)
        .map(|(name, _)| name.as_str())
}

/// Every place where `words` stand in `text` as words of their own; the first word alone where they stand apart.
fn found(text: &str, words: &str) -> Vec<Range<usize>> {
    let all = stands(text, words);
    match words.split_once(' ') {
        Some((first, _)) if all.is_empty() => stands(text, first),
        _ => all,
    }
}

fn stands(text: &str, words: &str) -> Vec<Range<usize>> {
    let text: Vec<char> = text.chars().map(plain).collect();
    let words: Vec<char> = words.chars().map(plain).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let glued = |edge: Option<&char>, beside: Option<&char>| match (edge, beside) {
        (Some(edge), Some(beside)) => is_letter(*edge) && is_letter(*beside),
        _ => false,
    };
    let windows = text.windows(words.len()).enumerate();
    let places = windows.filter(|(_, window)| *window == words.as_slice());
    let places = places.map(|(at, _)| at..at + words.len());
    places
        .filter(|place| {
            let before = place.start.checked_sub(1).and_then(|at| text.get(at));
            !glued(words.first(), before) && !glued(words.last(), text.get(place.end))
        })
        .collect()
}

/// Every place where `value` stands in `text` as a number of its own, with the per cent sign behind it.
fn numbers(text: &str, value: f64) -> Vec<Range<usize>> {
    let digits: Vec<char> = typed(value).chars().collect();
    let text: Vec<char> = text.chars().map(plain).collect();
    let belongs = |at: Option<&char>| at.is_some_and(|c| c.is_ascii_digit() || *c == '.');
    let windows = text.windows(digits.len().max(1)).enumerate();
    let places = windows.filter(|(_, window)| *window == digits.as_slice());
    places
        .filter(|(at, _)| {
            let before = at.checked_sub(1).and_then(|at| text.get(at));
            !belongs(before) && !belongs(text.get(at + digits.len()))
        })
        .map(|(at, _)| {
            let end = at + digits.len();
            let rest = text.get(end..).unwrap_or_default();
            let gap = rest.iter().take_while(|c| c.is_whitespace()).count();
            let has_sign = rest.get(gap) == Some(&'%');
            at..if has_sign { end + gap + 1 } else { end }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{UNKNOWN, parse};
    use super::*;
    use crate::data::Library;

    #[test]
    fn every_name_that_is_put_in_reads_as_its_fibre() {
        for fibre in Library::builtin().fibres.iter().filter(|fibre| !fibre.hard) {
            for lang in Lang::ALL {
                let name = label_name(&fibre.id, lang).unwrap();
                let label = parse(&format!("100% {name}"));
                let read = label.parts.first().and_then(|part| part.fibres.first());
                assert_eq!(read.map(|read| &read.id), Some(&fibre.id), "{name}");
            }
        }
    }

    #[test]
    fn an_unknown_name_is_replaced_where_it_stands() {
        for (text, lang, expected) in [
            ("95% cotton 5% unobtainium", Lang::En, "95% cotton 5% elastane"),
            (
                "95% cotton 5% Unobtainium, 180 gsm",
                Lang::En,
                "95% cotton 5% elastane, 180 gsm",
            ),
            ("95%棉 5%莱赛儿", Lang::Zh, "95%棉 5%氨纶"),
            ("95% cotton 5%", Lang::En, "95% cotton 5% elastane"),
        ] {
            let label = parse(text);
            let finding = label.findings.iter().find(|finding| finding.is_doubt()).unwrap();
            let replaced = finding.replaced(text, &"elastane".into(), lang).unwrap();
            if lang == Lang::En {
                assert_eq!(replaced, expected);
            }
            let again = parse(&replaced);
            assert!(!again.is_doubtful(), "{replaced}: {again:?}");
            assert!(
                again
                    .parts
                    .iter()
                    .flat_map(|part| &part.fibres)
                    .all(|fibre| fibre.id.as_str() != UNKNOWN)
            );
        }
    }

    #[test]
    fn a_word_inside_another_is_no_place() {
        assert_eq!(stands("cotton co", "co"), vec![7..9]);
        assert_eq!(numbers("15% a 5 % b", 5.0), vec![6..9]);
        assert_eq!(numbers("5.5% a", 5.0), Vec::<Range<usize>>::new());
    }
}
