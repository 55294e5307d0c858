//! In which languages a label was read, and which words say so.

use super::super::fold::is_foreign;
use super::super::words::{Term, Tongue};
use super::token::{Kind, Token};
use std::collections::BTreeSet;

/// The fewest languages other than English and Chinese that explain the words of `tokens`, the weightiest first, each with
/// its words on the label.
pub(super) fn read_in(tokens: &[Token], text: &[char]) -> Vec<(Tongue, Vec<String>)> {
    let tells = |token: &&Token| {
        token.tongues.is_abroad()
            && matches!(
                token.term(),
                Some(
                    Term::Fibre(_)
                        | Term::Part(_)
                        | Term::Vague(_)
                        | Term::Recycled
                        | Term::Composition
                        | Term::Excluded
                )
            )
    };
    let mut left: Vec<&Token> = tokens.iter().filter(tells).collect();
    let mut found = Vec::new();
    while !left.is_empty() {
        let count = |tongue: &Tongue| left.iter().filter(|token| token.tongues.has(*tongue)).count();
        // The first of equals, in the order of the table.
        let best = Tongue::all()
            .skip(2)
            .fold(None, |best: Option<(usize, Tongue)>, tongue| {
                let own = count(&tongue);
                if best.is_some_and(|(most, _)| most >= own) {
                    best
                } else {
                    Some((own, tongue))
                }
            });
        let Some((1.., tongue)) = best else { break };
        let (own, rest): (Vec<&Token>, Vec<&Token>) =
            left.iter().partition(|token| token.tongues.has(tongue));
        let mut seen = BTreeSet::new();
        let words = own
            .iter()
            .map(|token| -> String { text.get(token.at.clone()).unwrap_or_default().iter().collect() });
        let words = words.filter(|word| seen.insert(word.to_lowercase()));
        found.push((tongue, words.collect()));
        left = rest;
    }
    found
}

/// The first word of a script that no table has a word of.
pub(super) fn foreign(tokens: &[Token]) -> Option<String> {
    tokens.iter().find_map(|token| match &token.kind {
        Kind::Unknown(word) if word.chars().any(is_foreign) => Some(word.clone()),
        _ => None,
    })
}
