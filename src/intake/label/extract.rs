//! What stands on a part beside its fibres: certificates, traces, recycled shares in brackets.

use super::super::words::Term;
use super::token::{Kind, Token};
use crate::model::FibreId;

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

fn is_percent(kind: Option<&Kind>) -> bool {
    kind == Some(&Kind::Percent)
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
        let kinds = |place: usize| tokens.get(place).map(|token| &token.kind);
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
