//! What stands on a part beside its fibres: cloth weight, certificates, traces, recycled shares in brackets.

use super::super::words::Term;
use super::finding::Problem;
use super::token::{Kind, Token};
use crate::model::FibreId;

/// Smallest number of plain grams that is read as a cloth weight.
const LEAST_GRAMS: f64 = 20.0;

/// Takes the cloth weight out of `tokens`, in g/m²; the first one holds.
pub(super) fn take_gsm(tokens: &mut Vec<Token>, problems: &mut Vec<Problem>) -> Option<f64> {
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
            Some(Dash),
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

/// Takes the certificates out of `tokens`, each once.
pub(super) fn take_certificates(tokens: &mut Vec<Token>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    tokens.retain(|token| {
        let Kind::Term(Term::Certificate(name)) = &token.kind else {
            return true;
        };
        if !found.contains(name) {
            found.push(name.clone());
        }
        false
    });
    found
}

/// Takes words like "traces of elastane" out of `tokens`: the fibre after the word, else the one before it.
pub(super) fn take_traces(tokens: &mut Vec<Token>) -> Vec<Option<FibreId>> {
    let mut found = Vec::new();
    while let Some(at) = tokens
        .iter()
        .position(|token| token.kind == Kind::Term(Term::Trace))
    {
        let is_filler = |token: &&Token| token.kind == Kind::Term(Term::Filler);
        let fillers = tokens.iter().skip(at + 1).take_while(is_filler).count();
        let after = at + 1 + fillers;
        let id = tokens.get(after).and_then(fibre).cloned();
        let end = if id.is_some() { after + 1 } else { at + 1 };
        tokens.drain(at..end);
        found.push(id);
    }
    found
}

fn fibre(token: &Token) -> Option<&FibreId> {
    match &token.kind {
        Kind::Term(Term::Fibre(name)) => Some(&name.id),
        _ => None,
    }
}

/// `polyamide 6` and `锦纶66`: the digit is the type, where the label has per cent signs and none stands behind it.
pub(super) fn join_polyamide(tokens: &mut Vec<Token>, label_has_percent: bool) {
    let mut at = 0;
    while at + 1 < tokens.len() {
        let kinds = |index: usize| tokens.get(index).map(|token| &token.kind);
        let kind_of = match (kinds(at), kinds(at + 1)) {
            (Some(Kind::Term(Term::Fibre(name))), Some(Kind::Number(number)))
                if name.id.as_str() == "polyamide" && label_has_percent && !is_percent(kinds(at + 2)) =>
            {
                polyamide(*number)
            }
            _ => None,
        };
        if let Some(id) = kind_of
            && let Some(Token {
                kind: Kind::Term(Term::Fibre(name)),
                ..
            }) = tokens.get_mut(at)
        {
            name.id = id.into();
            tokens.remove(at + 1);
        }
        at += 1;
    }
}

fn polyamide(number: f64) -> Option<&'static str> {
    let is = |other: f64| (number - other).abs() < 1e-9;
    if is(6.0) {
        Some("pa6")
    } else if is(66.0) || is(6.6) {
        Some("pa66")
    } else {
        None
    }
}

/// Takes brackets like `(of which 50% recycled)` out of `tokens`: where they stood, and the share.
pub(super) fn take_recycled_shares(tokens: &mut Vec<Token>) -> Vec<(usize, f64)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = position(tokens, from, &Kind::Open) {
        let Some(close) = position(tokens, open, &Kind::Close) else {
            break;
        };
        let inside = tokens.get(open..close).unwrap_or_default();
        let is_recycled =
            |token: &Token| matches!(token.kind, Kind::Term(Term::Recycled | Term::Regenerated));
        let has_share = inside.windows(2).find_map(|pair| match pair {
            [
                Token {
                    kind: Kind::Number(value),
                    ..
                },
                Token {
                    kind: Kind::Percent, ..
                },
            ] => Some(*value),
            _ => None,
        });
        match has_share.filter(|_| inside.iter().any(is_recycled)) {
            Some(share) => {
                tokens.drain(open..=close);
                found.push((open, share));
                from = open;
            }
            None => from = close,
        }
    }
    found
}

fn position(tokens: &[Token], from: usize, kind: &Kind) -> Option<usize> {
    let rest = tokens.get(from..)?;
    rest.iter()
        .position(|token| token.kind == *kind)
        .map(|at| at + from)
}
