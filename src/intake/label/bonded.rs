//! Coatings that a label names without a share: `avec enduction PVC`, `with PU coating`, 涂层; the cloth before is coated.

use super::super::words::Term;
use super::token::{Kind, Token};
use crate::data::{Bond, bond};

/// Words of a coating and of what it is of become one token.
pub(super) fn mark(tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at < tokens.len() {
        let Some(how) = bonds(tokens.get(at)) else {
            at += 1;
            continue;
        };
        let is_part = matches!(tokens.get(at).and_then(Token::term), Some(Term::Part(_)));
        let start = start(tokens, at);
        let end = end(tokens, at + 1);
        let has_share = has_share(tokens, start, end);
        // A part with its own share is a part; so is one at the head of a line.
        if is_part && (has_share || !has_fibre_before(tokens, start)) {
            at += 1;
            continue;
        }
        let range = start..end;
        let place = tokens.get(start).map_or(0, |token| token.at.start);
        let stop = tokens.get(end - 1).map_or(place, |token| token.at.end);
        if let Some(token) = tokens.get(at).cloned() {
            let kind = Kind::Bonded(how);
            tokens.splice(
                range,
                [Token {
                    kind,
                    at: place..stop,
                    ..token
                }],
            );
        }
        at = start + 1;
    }
}

fn bonds(token: Option<&Token>) -> Option<Bond> {
    match token?.term()? {
        Term::Coated => Some(Bond::Coat),
        Term::Part(role) => bond(*role),
        _ => None,
    }
}

fn is_material(token: &Token) -> bool {
    let is_polymer = |id: &str| ["pu_coat", "pvc_coat", "other", "pp", "elastane"].contains(&id);
    match token.term() {
        Some(Term::Fibre(name)) => is_polymer(name.id.as_str()),
        Some(Term::Filler | Term::Care | Term::Vague(_)) => true,
        _ => matches!(token.kind, Kind::Unknown(_) | Kind::Dash(_)),
    }
}

/// Where the words of the coating begin before its name: back to `with`, a bracket or a comma, if only its material stands
/// between.
fn start(tokens: &[Token], at: usize) -> usize {
    let mut start = at;
    while let Some(token) = start.checked_sub(1).and_then(|before| tokens.get(before)) {
        let opens = token.term() == Some(&Term::With);
        if opens {
            return start - 1;
        }
        if token.is_separator() {
            return start;
        }
        if !is_material(token) {
            break;
        }
        start -= 1;
    }
    // Without a sign of where it begins only a polymer right before the name belongs to it.
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let polymer = before.is_some_and(|token| token.is_fibre() && is_material(token));
    let counted = at.checked_sub(2).and_then(|place| tokens.get(place));
    let is_counted = counted.is_some_and(|token| matches!(token.kind, Kind::Percent | Kind::Number(_)));
    if polymer && !is_counted { at - 1 } else { at }
}

/// Where they end behind it: with one material that has no share.
fn end(tokens: &[Token], from: usize) -> usize {
    let material = tokens
        .get(from)
        .is_some_and(|token| token.is_fibre() && is_material(token));
    let is_counted = tokens
        .get(from + 1)
        .is_some_and(|token| matches!(token.kind, Kind::Number(_)));
    if material && !is_counted { from + 1 } else { from }
}

/// True where a share stands right before or behind.
fn has_share(tokens: &[Token], start: usize, end: usize) -> bool {
    let number = |token: &&Token| matches!(token.kind, Kind::Number(_) | Kind::Percent);
    let behind = tokens.iter().skip(end).find(|token| {
        !matches!(
            token.kind,
            Kind::Colon | Kind::Line | Kind::Dash(_) | Kind::Term(Term::Filler) | Kind::Open
        )
    });
    let names_first = tokens.get(end..end + 2).is_some_and(
        |pair| matches!(pair, [fibre, number] if fibre.is_fibre() && matches!(number.kind, Kind::Number(_))),
    );
    let before = start.checked_sub(1).and_then(|at| tokens.get(at));
    let before = before.filter(|token| token.is_fibre());
    let counted = start
        .checked_sub(2)
        .and_then(|at| tokens.get(at))
        .filter(|_| before.is_some());
    let named = tokens.get(end).is_some_and(|token| token.kind == Kind::Colon);
    behind.as_ref().is_some_and(number)
        || names_first
        || named
        || counted.as_ref().is_some_and(number) && polymer(before)
}

fn polymer(token: Option<&Token>) -> bool {
    token.is_some_and(is_material)
}

/// True where a fibre stands somewhere before in the same line.
fn has_fibre_before(tokens: &[Token], start: usize) -> bool {
    let before = tokens.get(..start).unwrap_or_default().iter().rev();
    let mut clause = before.take_while(|token| !matches!(token.kind, Kind::Hard | Kind::Line));
    clause.any(Token::is_fibre)
}
