//! What a label says that it leaves out: "exclusive of decoration", 罗纹除外; a note, never a part.

use super::super::words::Term;
use super::finding::Problem;
use super::token::{Kind, Token};
use std::ops::Range;

/// Takes the exclusions and sentences about parts of animal origin out of `tokens`.
pub(super) fn take(tokens: &mut Vec<Token>, text: &[char], problems: &mut Vec<Problem>) {
    let mut at = 0;
    while at < tokens.len() {
        let Some(range) = exclusion(tokens, at) else {
            at += 1;
            continue;
        };
        let is_animal = tokens.get(at).and_then(Token::term) == Some(&Term::AnimalParts);
        let words = words(tokens, &range, text);
        problems.push(if is_animal {
            Problem::AnimalParts(words)
        } else {
            Problem::Excluded(words)
        });
        at = range.start;
        tokens.drain(range);
    }
}

/// The text of a stretch of tokens.
pub(super) fn words(tokens: &[Token], range: &Range<usize>, text: &[char]) -> String {
    let stretch = tokens.get(range.clone()).unwrap_or_default();
    let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else {
        return String::new();
    };
    text.get(first.at.start..last.at.end)
        .unwrap_or_default()
        .iter()
        .collect()
}

/// The exclusion that the word at `at` is the sign of.
fn exclusion(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    match tokens.get(at)?.term()? {
        Term::AnimalParts => Some(at..at + 1),
        Term::Excluded => {
            let next = tokens.get(at + 1).map(|token| &token.kind);
            let joined = matches!(next, Some(Kind::Slash | Kind::Term(Term::And)));
            let end = if joined && is_list(tokens, at + 2) {
                end_behind(tokens, at + 2)
            } else {
                at + 1
            };
            Some(at..end)
        }
        Term::Without => {
            let behind = at + 1..end_behind(tokens, at + 1);
            let before = start_before(tokens, at);
            // 除装饰物外; `ohne Verzierung`; or as some say it, what is left out first.
            if !behind.is_empty() {
                Some(at..behind.end)
            } else if before < at {
                Some(before..at + 1)
            } else {
                Some(at..at + 1).filter(|_| ends(tokens, at + 1))
            }
        }
        Term::WithoutAfter => {
            let before = start_before(tokens, at);
            let behind = end_behind(tokens, at + 1);
            let is_first = before == at && behind > at + 1;
            Some(if is_first { at..behind } else { before..at + 1 })
        }
        _ => None,
    }
}

/// True where nothing but a separator stands at `at`.
fn ends(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(Token::is_separator)
}

/// Where what is left out ends: at a number or the end of the clause; a list goes on behind a comma as long as no share follows.
fn end_behind(tokens: &[Token], from: usize) -> usize {
    let mut end = from;
    while let Some(token) = tokens.get(end) {
        match &token.kind {
            // `Excl. print`: the full stop of a short form; "exclusive of" at the end of its line.
            Kind::Hard | Kind::Line if end == from && is_list(tokens, end + 1) => {}
            Kind::Number(_)
            | Kind::Percent
            | Kind::Hard
            | Kind::Line
            | Kind::Open
            | Kind::Close
            | Kind::Colon
            | Kind::Term(Term::Care) => break,
            Kind::Soft | Kind::Dash(false) | Kind::Slash | Kind::Term(Term::And | Term::With)
                if !is_list(tokens, end + 1) =>
            {
                break;
            }
            _ => {}
        }
        end += 1;
    }
    while end > from && tokens.get(end - 1).is_some_and(Token::is_separator) {
        end -= 1;
    }
    end
}

/// True where a part or an unknown word stands at `at` and no share before the clause ends.
fn is_list(tokens: &[Token], at: usize) -> bool {
    let clause = tokens.iter().skip(at).take_while(|token| {
        !matches!(
            token.kind,
            Kind::Hard | Kind::Line | Kind::Soft | Kind::Close | Kind::Term(Term::And)
        )
    });
    let mut names = false;
    for token in clause {
        match &token.kind {
            Kind::Number(_) | Kind::Colon | Kind::Term(Term::Care) => return false,
            Kind::Term(Term::Part(_) | Term::Vague(_)) | Kind::Unknown(_) => names = true,
            _ => {}
        }
    }
    names
}

/// Where what is left out begins before its sign: behind the share, the fibre or the clause before it; in brackets at their
/// start.
fn start_before(tokens: &[Token], at: usize) -> usize {
    let mut start = at;
    let inside = tokens
        .iter()
        .take(at)
        .rposition(|token| matches!(token.kind, Kind::Open | Kind::Close));
    let in_brackets =
        inside.is_some_and(|place| tokens.get(place).is_some_and(|token| token.kind == Kind::Open));
    while let Some(token) = start.checked_sub(1).and_then(|before| tokens.get(before)) {
        let stops = match &token.kind {
            Kind::Open
            | Kind::Close
            | Kind::Percent
            | Kind::Number(_)
            | Kind::Hard
            | Kind::Line
            | Kind::Colon => true,
            Kind::Term(Term::Fibre(_)) => !in_brackets,
            Kind::Soft | Kind::Dash(false) | Kind::Slash => !in_brackets && !lists_before(tokens, start - 1),
            _ => false,
        };
        if stops {
            break;
        }
        start -= 1;
    }
    start
}

/// True where the clause before the comma at `at` names a part and neither share nor fibre: one list with what follows.
fn lists_before(tokens: &[Token], at: usize) -> bool {
    let before = tokens.get(..at).unwrap_or_default();
    let clause = before.iter().rev().take_while(|token| !token.is_separator());
    let mut parts = 0;
    for token in clause {
        match &token.kind {
            Kind::Number(_) | Kind::Percent | Kind::Colon | Kind::Term(Term::Fibre(_)) => return false,
            Kind::Term(Term::Part(_)) => parts += 1,
            _ => {}
        }
    }
    parts > 0
}
