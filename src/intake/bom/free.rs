//! Figures and fibres out of running text: `150cm*240g`, `57/58" 260G`, `100% Cotton Poplin 120 GSM 58"`, `5# 60cm`, `18L`.
//!
//! Invariant: a figure counts only with its unit, and a composition only where it reads without a doubt.

use super::amount::{leading, unit_at};
use super::units::Unit;
use crate::intake::chars::plain_text;
use crate::intake::label::{self, Label};

/// What running text says of a material.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Free {
    /// Cloth weight, g/m².
    pub(super) gsm: Option<f64>,
    /// A weight in grams alone, which may be that of the cloth.
    pub(super) grams: Option<f64>,
    /// Width of cloth, m.
    pub(super) width_m: Option<f64>,
    /// The text gives a second width that differs.
    pub(super) has_two_widths: bool,
    /// A length that is no width of cloth, m.
    pub(super) length_m: Option<f64>,
    /// Size in lignes.
    pub(super) ligne: Option<f64>,
    /// The text without its figures.
    pub(super) words: String,
}

/// Widths of cloth, m.
const WIDTHS: std::ops::RangeInclusive<f64> = 0.7..=3.6;
/// How far two figures of one width may lie apart, rounded in inches and in centimetres.
const CLOSE: f64 = 0.02;
/// Weights of cloth, g/m².
const WEIGHTS: std::ops::RangeInclusive<f64> = 10.0..=2000.0;

/// Reads `text`.
pub(super) fn read(text: &str) -> Free {
    let plain = plain_text(text);
    let mut free = Free::default();
    let mut rest = plain.as_str();
    let mut before: Option<char> = None;
    while let Some(c) = rest.chars().next() {
        let starts = c.is_ascii_digit() && !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
        let taken = if starts { free.figure(rest, before) } else { 0 };
        let length = if taken > 0 { taken } else { c.len_utf8() };
        let (head, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if taken > 0 {
            free.words.push(' ');
        } else {
            free.words.push(c);
        }
        before = head.chars().next_back();
        rest = tail;
    }
    free
}

impl Free {
    /// Takes the figure at the start of `text`; gives how many bytes it takes, 0 where it is none with a unit.
    fn figure(&mut self, text: &str, before: Option<char>) -> usize {
        let Some((first, _, rest)) = leading(text, false) else {
            return 0;
        };
        let mut value = first;
        let mut rest = rest;
        // Of "57/58\"" the lower counts; "40/2" has no unit.
        if let Some((second, after)) = pair(rest)
            && second >= first
        {
            let is_range = rest.trim_start().starts_with(['-', '~']);
            value = if is_range {
                f64::midpoint(first, second)
            } else {
                first
            };
            rest = after;
        }
        let blank = rest.len() - rest.trim_start().len();
        let tail = rest.trim_start();
        if blank == 0 && is_ligne(tail, first) {
            self.ligne = self.ligne.or(Some(first));
            return text.len() - tail.len() + 1;
        }
        let Some((unit, length)) = unit_at(tail) else {
            return 0;
        };
        if before == Some('#') || !self.take(value, unit) {
            return 0;
        }
        text.len() - tail.len() + length
    }

    fn take(&mut self, value: f64, unit: Unit) -> bool {
        if let Some(metres) = unit.metres().map(|metre| metre * value) {
            if WIDTHS.contains(&metres) && unit != Unit::Yard {
                self.has_two_widths |= self
                    .width_m
                    .is_some_and(|width| (width - metres).abs() > CLOSE * width);
                self.width_m = self.width_m.or(Some(metres));
            }
            self.length_m = self.length_m.or(Some(metres));
            return true;
        }
        match unit {
            Unit::Gram => {
                self.grams = self.grams.or(Some(value).filter(|grams| WEIGHTS.contains(grams)));
                true
            }
            Unit::Gsm | Unit::OuncePerYard | Unit::Ounce => {
                let gsm = unit
                    .gsm()
                    .map(|gsm| gsm * value)
                    .filter(|gsm| WEIGHTS.contains(gsm));
                self.gsm = self.gsm.or(gsm);
                true
            }
            _ => false,
        }
    }
}

/// A second figure after a stroke or dash.
fn pair(rest: &str) -> Option<(f64, &str)> {
    let after = rest.trim_start().strip_prefix(['/', '-', '~'])?;
    let (second, _, after) = leading(after.trim_start(), false)?;
    Some((second, after))
}

fn is_ligne(tail: &str, value: f64) -> bool {
    let rest = tail.strip_prefix('l');
    (8.0..=60.0).contains(&value)
        && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// The composition in running text, where it reads without a doubt and adds up; else none.
pub(super) fn composition(text: &str) -> Option<Label> {
    const MOST_WORDS: usize = 8;
    if !plain_text(text).contains('%') {
        return None;
    }
    let words = read(text).words;
    let whole = words.trim();
    let from_figure = whole
        .find(|c: char| c.is_ascii_digit())
        .and_then(|at| whole.get(at..));
    for start in [Some(whole), from_figure].into_iter().flatten() {
        let mut candidate = start;
        for _ in 0..MOST_WORDS {
            if let Some(label) = clean(candidate) {
                return Some(label);
            }
            let Some(at) = candidate.trim_end().rfind([' ', ',', '(', '-']) else {
                break;
            };
            // What is left out may say nothing of shares: `100% polyester / 100% cotton` is no name of polyester.
            if candidate.get(at..).is_some_and(|rest| rest.contains('%')) {
                break;
            }
            candidate = candidate.get(..at).unwrap_or_default();
        }
    }
    None
}

fn clean(text: &str) -> Option<Label> {
    let label = label::parse(text);
    let fibres: Vec<_> = label
        .parts
        .iter()
        .filter(|part| !part.fibres.is_empty())
        .collect();
    let adds_up = fibres
        .iter()
        .all(|part| (part.sum() - 100.0).abs() <= label::SUM_TOLERANCE);
    (fibres.len() == 1 && adds_up && !label.is_doubtful()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_count_with_their_units() {
        let cases = [
            ("150cm*240g", None, Some(240.0), Some(1.5)),
            ("57/58\" 260G", None, Some(260.0), Some(1.4478)),
            ("100% Cotton Poplin 120 GSM 58\"", Some(120.0), None, Some(1.4732)),
            (
                "400消光春亚纺-反面压光 53GSM 幅宽148cm",
                Some(53.0),
                None,
                Some(1.48),
            ),
            ("幅宽185cm 克重320g/㎡", Some(320.0), None, Some(1.85)),
            ("Denim 12oz 58/60\"", Some(406.868_97), None, Some(1.4732)),
            ("40/2", None, None, None),
            ("5mm width", None, None, None),
            ("290涤丝纺 62GSM 148cm", Some(62.0), None, Some(1.48)),
        ];
        for (text, gsm, grams, width) in cases {
            let free = read(text);
            let close = |found: Option<f64>, expected: Option<f64>| match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-3,
                (found, expected) => found == expected,
            };
            assert!(close(free.gsm, gsm), "{text}: {free:?}");
            assert!(close(free.grams, grams), "{text}: {free:?}");
            assert!(close(free.width_m, width), "{text}: {free:?}");
        }
        assert_eq!(read("18L").ligne, Some(18.0));
        assert_eq!(read("5# 60cm").length_m, Some(0.6));
        assert_eq!(read("Metal zipper 5\"").length_m, Some(0.127));
    }

    #[test]
    fn compositions_stand_in_names() {
        let fibres = |text: &str| -> Option<Vec<(String, f64)>> {
            let label = composition(text)?;
            let part = label.parts.into_iter().find(|part| !part.fibres.is_empty())?;
            Some(
                part.fibres
                    .into_iter()
                    .map(|fibre| (fibre.id.to_string(), fibre.percent))
                    .collect(),
            )
        };
        let cotton = Some(vec![("cotton".to_owned(), 100.0)]);
        for text in [
            "Cotton Jersey 100% Cotton 180 GSM",
            "100% Cotton Poplin 120 GSM 58\"",
            "全棉卫衣布 100%棉",
            "成分：100%棉",
        ] {
            assert_eq!(fibres(text), cotton, "{text}");
        }
        let rib = Some(vec![("cotton".to_owned(), 95.0), ("elastane".to_owned(), 5.0)]);
        for text in ["Rib 95% Cotton 5% Elastane", "2×2罗纹 95%棉5%氨纶"] {
            assert_eq!(fibres(text), rib, "{text}");
        }
        assert_eq!(fibres("Rib 1x1"), None);
        assert_eq!(fibres("Marker 80% of 5 m"), None);
    }
}
