//! A run of characters without spaces cut into words.
//!
//! Invariant: a fibre that unknown characters hang on is not read; the whole of it is one unknown word.

use super::super::words::{Entry, Term, Words};

/// A piece: where it begins, how long it is, and what it is where it is known.
pub(super) type Piece<'a> = (usize, usize, Option<&'a Entry>);

/// The cheapest way to an end: unknown characters, then words; and the last piece of it.
#[derive(Clone, Copy)]
struct Way<'a> {
    unknown: usize,
    words: usize,
    last: Option<Piece<'a>>,
}

/// Cuts `run`.
pub(super) fn pieces<'a>(run: &[char], words: &'a Words, after_number: bool) -> Vec<Piece<'a>> {
    let start = Way {
        unknown: 0,
        words: 0,
        last: None,
    };
    let mut ways: Vec<Option<Way<'a>>> = vec![None; run.len() + 1];
    if let Some(first) = ways.first_mut() {
        *first = Some(start);
    }
    for at in 0..run.len() {
        let Some(Some(way)) = ways.get(at).copied() else {
            continue;
        };
        let goes_on = matches!(way.last, Some((.., None)));
        offer(
            &mut ways,
            at + 1,
            Way {
                unknown: way.unknown + 1,
                words: way.words + usize::from(!goes_on),
                last: Some((at, 1, None)),
            },
        );
        for (entry, length) in words.beginning(run.get(at..).unwrap_or_default()) {
            offer(
                &mut ways,
                at + length,
                Way {
                    unknown: way.unknown,
                    words: way.words + 1,
                    last: Some((at, length, Some(entry))),
                },
            );
        }
    }
    let gram = after_number && run.first() == Some(&'克');
    glued(joined(back(&ways)), gram)
}

fn offer<'a>(ways: &mut [Option<Way<'a>>], end: usize, way: Way<'a>) {
    if let Some(best) = ways.get_mut(end) {
        let is_better = best.is_none_or(|best| (way.unknown, way.words) < (best.unknown, best.words));
        if is_better {
            *best = Some(way);
        }
    }
}

/// The pieces of the best way, from the end to the beginning and turned round.
fn back<'a>(ways: &[Option<Way<'a>>]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut end = ways.len().saturating_sub(1);
    while let Some(piece) = ways.get(end).copied().flatten().and_then(|way| way.last) {
        end = piece.0;
        pieces.push(piece);
    }
    pieces.reverse();
    pieces
}

/// Unknown characters beside each other as one piece.
fn joined(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some((_, length, None)), (_, more, None)) => *length += more,
            _ => out.push(piece),
        }
    }
    out
}

/// Fibres that unknown characters hang on, with them as one unknown piece. A gram sign hangs on nothing.
fn glued(pieces: Vec<Piece<'_>>, gram: bool) -> Vec<Piece<'_>> {
    let names = |entry: &Entry| matches!(entry.term, Term::Fibre(_) | Term::Vague(_) | Term::Shorthand(_));
    let mut out: Vec<Piece<'_>> = Vec::new();
    for piece in pieces {
        let is_gram = |piece: &Piece<'_>| gram && piece.0 == 0 && piece.1 == 1;
        let hangs = match (out.last(), &piece.2) {
            (Some(last @ (.., None)), Some(entry)) => names(entry) && !is_gram(last),
            (Some((.., Some(entry))), None) => names(entry),
            _ => false,
        };
        match out.last_mut().filter(|_| hangs) {
            Some(last) => *last = (last.0, last.1 + piece.1, None),
            None => out.push(piece),
        }
    }
    out
}
