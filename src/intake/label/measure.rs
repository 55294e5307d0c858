//! What is measured on a part: cloth weight, width, mass of the filling, share of down; and numbers that measure no fibre.

use super::super::words::Term;
use super::finding::Problem;
use super::token::{Kind, Token};
use crate::model::Role;

/// Smallest number of plain grams that is read as a cloth weight.
const LEAST_GRAMS: f64 = 20.0;

/// What is measured on a part beside its fibres.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Measures {
    /// Cloth weight in g/m²; the first one holds.
    pub(super) gsm: Option<f64>,
    /// Width of the cloth in m.
    pub(super) width_m: Option<f64>,
    /// Mass of the filling of one piece in g.
    pub(super) filling_g: Option<f64>,
    /// Share of down clusters in the down, in per cent.
    pub(super) down_content: Option<f64>,
}

/// Widths that cloth has, in m.
const WIDTHS: std::ops::RangeInclusive<f64> = 0.5..=3.6;

/// Takes all measures out of `tokens`.
pub(super) fn take_measures(tokens: &mut Vec<Token>, problems: &mut Vec<Problem>) -> Measures {
    let mut found = Measures {
        filling_g: take_filling(tokens),
        down_content: take_down_content(tokens),
        width_m: take_width(tokens),
        gsm: None,
    };
    take_counts(tokens);
    let linear = take_linear(tokens);
    found.gsm = take_gsm(tokens, problems);
    match (found.gsm, linear, found.width_m) {
        (None, Some(grams_per_m), Some(width)) => found.gsm = Some(grams_per_m / width),
        (None, Some(grams_per_m), None) => problems.push(Problem::Linear(grams_per_m)),
        _ => {}
    }
    found
}

fn kind(tokens: &[Token], at: usize) -> Option<&Kind> {
    tokens.get(at).map(|token| &token.kind)
}

fn term(tokens: &[Token], at: usize) -> Option<&Term> {
    tokens.get(at).and_then(Token::term)
}

/// Behind a colon, if one stands at `at`.
fn behind_colon(tokens: &[Token], at: usize) -> usize {
    at + usize::from(kind(tokens, at) == Some(&Kind::Colon))
}

/// Takes the numbers that say how much room down takes: 600-fill, fill power 600.
pub(super) fn take_fill_power(tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at < tokens.len() {
        let is_number = |place: Option<usize>| {
            place.is_some_and(|place| matches!(kind(tokens, place), Some(Kind::Number(_))))
        };
        let is_dashed = at
            .checked_sub(1)
            .is_some_and(|before| matches!(kind(tokens, before), Some(Kind::Dash(true))));
        let is_fill = matches!(term(tokens, at), Some(Term::Part(Role::Filling)));
        let behind = behind_colon(tokens, at + 1);
        let range = if is_fill && is_dashed && is_number(at.checked_sub(2)) {
            Some(at - 2..at + 1)
        } else if term(tokens, at) != Some(&Term::FillPower) {
            None
        } else if is_number(at.checked_sub(1)) {
            Some(at - 1..at + 1)
        } else if is_number(Some(behind)) && kind(tokens, behind + 1) != Some(&Kind::Percent) {
            Some(at..behind + 1)
        } else {
            Some(at..at + 1)
        };
        match range {
            Some(range) => {
                at = range.start;
                tokens.drain(range);
            }
            None => at += 1,
        }
    }
}

/// Takes the mass of the filling, in g: 充绒量：150g.
fn take_filling(tokens: &mut Vec<Token>) -> Option<f64> {
    let at = (0..tokens.len()).find(|at| term(tokens, *at) == Some(&Term::FillMass))?;
    // 充绒量（M）：150g: a size in brackets.
    let bracket = kind(tokens, at + 1) == Some(&Kind::Open);
    let close = tokens
        .iter()
        .skip(at)
        .take(5)
        .position(|token| token.kind == Kind::Close);
    let after = close.filter(|_| bracket).map_or(at + 1, |close| at + close + 1);
    let number = behind_colon(tokens, after);
    let (Some(Kind::Number(grams)), Some(Kind::Gram)) = (kind(tokens, number), kind(tokens, number + 1))
    else {
        return None;
    };
    let grams = *grams;
    // Other sizes may follow in the same line.
    let clause = tokens.iter().skip(number);
    let end = clause
        .take_while(|token| !matches!(token.kind, Kind::Hard | Kind::Line))
        .position(|token| matches!(token.kind, Kind::Percent | Kind::Colon));
    tokens.drain(at..end.map_or(number + 2, |end| (number + end).min(number + 2)));
    Some(grams)
}

/// Takes the share of down clusters, in per cent: 含绒量90%, 90% down content.
fn take_down_content(tokens: &mut Vec<Token>) -> Option<f64> {
    let at = (0..tokens.len()).find(|at| term(tokens, *at) == Some(&Term::DownContent))?;
    let behind = behind_colon(tokens, at + 1);
    let value = |place: usize| match (kind(tokens, place), kind(tokens, place + 1)) {
        (Some(Kind::Number(value)), Some(Kind::Percent)) => Some(*value),
        _ => None,
    };
    if let Some(content) = value(behind) {
        tokens.drain(at..behind + 2);
        return Some(content);
    }
    let content = value(at.checked_sub(2)?)?;
    tokens.drain(at - 2..=at);
    Some(content)
}

/// Takes widths and other lengths, in m: 150cm, 57/58".
fn take_width(tokens: &mut Vec<Token>) -> Option<f64> {
    let mut found = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some((length, width)) = width(tokens, at) else {
            at += 1;
            continue;
        };
        tokens.drain(at..at + length);
        while matches!(kind(tokens, at), Some(Kind::Length(_) | Kind::Times)) {
            tokens.remove(at);
        }
        let from = if term(tokens, at.wrapping_sub(1)) == Some(&Term::WidthLabel) {
            at - 1
        } else {
            at
        };
        tokens.drain(from..at);
        at = from;
        found = found.or(Some(width).filter(|width| WIDTHS.contains(width)));
    }
    found
}

/// A length at `at` in m, the mean of two, and how many tokens it takes.
fn width(tokens: &[Token], at: usize) -> Option<(usize, f64)> {
    match (kind(tokens, at)?, kind(tokens, at + 1)?) {
        (Kind::Number(value), Kind::Length(metres)) => Some((2, value * metres)),
        (Kind::Number(low), Kind::Slash | Kind::Dash(_)) => {
            match (kind(tokens, at + 2)?, kind(tokens, at + 3)?) {
                (Kind::Number(high), Kind::Length(metres)) => Some((4, f64::midpoint(*low, *high) * metres)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Takes counts of threads and yarns: 40*40, and the stroke that a length left.
fn take_counts(tokens: &mut Vec<Token>) {
    while let Some(at) = (0..tokens.len()).find(|at| kind(tokens, *at) == Some(&Kind::Times)) {
        let number = |place: usize| matches!(kind(tokens, place), Some(Kind::Number(_)));
        let plain = |place: usize| {
            number(place)
                && !matches!(
                    kind(tokens, place + 1),
                    Some(Kind::Percent | Kind::Gram | Kind::Unit(_))
                )
        };
        let before = at.checked_sub(1).filter(|before| number(*before));
        match before {
            Some(before) if plain(at + 1) => tokens.drain(before..at + 2),
            _ => tokens.drain(at..=at),
        };
    }
}

/// Takes weights of a running length, in g/m.
fn take_linear(tokens: &mut Vec<Token>) -> Option<f64> {
    let mut found = None;
    while let Some(at) = (0..tokens.len()).find(|at| matches!(kind(tokens, *at), Some(Kind::Linear(_)))) {
        let value = at.checked_sub(1).and_then(|before| kind(tokens, before));
        if let (Some(Kind::Number(value)), Some(Kind::Linear(metres))) = (value, kind(tokens, at)) {
            found = found.or(Some(value / metres));
            tokens.drain(at - 1..=at);
        } else {
            tokens.remove(at);
        }
    }
    found
}

/// Takes the cloth weight out of `tokens`, in g/m²; the first one holds.
fn take_gsm(tokens: &mut Vec<Token>, problems: &mut Vec<Problem>) -> Option<f64> {
    let mut found = None;
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some((length, weight)) = gsm(rest) {
            tokens.drain(at..at + length);
            if found.is_none() {
                found = Some(weight.said(problems));
            }
        } else {
            at += 1;
        }
    }
    found
}

/// A cloth weight as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Weight {
    Exact(f64),
    Grams(f64),
    Range(f64, f64),
}

impl Weight {
    fn said(self, problems: &mut Vec<Problem>) -> f64 {
        match self {
            Self::Exact(gsm) => gsm,
            Self::Grams(gsm) => {
                problems.push(Problem::GsmGuessed(gsm));
                gsm
            }
            Self::Range(low, high) => {
                problems.push(Problem::GsmRange(low, high));
                f64::midpoint(low, high)
            }
        }
    }
}

/// A cloth weight at the start of `tokens`, and how many tokens it takes.
fn gsm(tokens: &[Token]) -> Option<(usize, Weight)> {
    use Kind::{Colon, Dash, Gram, Number, Unit};
    let mut kinds = tokens.iter().map(|token| &token.kind);
    let next = [kinds.next(), kinds.next(), kinds.next(), kinds.next()];
    let label = matches!(next[0], Some(Kind::Term(Term::GsmLabel)));
    match next {
        [
            Some(Number(low)),
            Some(Dash(_)),
            Some(Number(high)),
            Some(Unit(factor)),
        ] => Some((4, Weight::Range(low * factor, high * factor))),
        [Some(Number(value)), Some(Unit(factor)), ..] => Some((2, Weight::Exact(value * factor))),
        [Some(Number(value)), Some(Gram), ..] if *value >= LEAST_GRAMS => Some((2, Weight::Grams(*value))),
        [Some(Unit(factor)), Some(Colon), Some(Number(value)), after] if !is_percent(after) => {
            Some((3, Weight::Exact(value * factor)))
        }
        [Some(Unit(factor)), Some(Number(value)), after, _] if !is_percent(after) => {
            Some((2, Weight::Exact(value * factor)))
        }
        [_, Some(Colon), Some(Number(value)), after] if label => {
            Some(labelled(3, *value, after)).filter(|_| !is_percent(after))
        }
        [_, Some(Number(value)), after, _] if label => {
            Some(labelled(2, *value, after)).filter(|_| !is_percent(after))
        }
        _ => None,
    }
}

/// A weight after the words "fabric weight", with or without a unit after it.
fn labelled(length: usize, value: f64, after: Option<&Kind>) -> (usize, Weight) {
    match after {
        Some(Kind::Unit(factor)) => (length + 1, Weight::Exact(value * factor)),
        Some(Kind::Gram) => (length + 1, Weight::Exact(value)),
        _ => (length, Weight::Exact(value)),
    }
}

fn is_percent(kind: Option<&Kind>) -> bool {
    kind == Some(&Kind::Percent)
}
