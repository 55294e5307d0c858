//! What stands on a label, piece by piece: numbers, per cent signs, words that mean something, the rest.

use super::super::fold::Folded;
use super::super::words::{FibreName, Term, Tongues, Words};
use super::cut::Cutter;
use crate::data::Bond;
use std::ops::Range;

/// What a piece of the text is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A number without sign.
    Number(f64),
    /// `%`.
    Percent,
    /// A known word.
    Term(Term),
    /// Letters of mill notation: a fibre where a number or slash stands beside it.
    Trade(FibreName),
    /// Words that are not known.
    Unknown(String),
    /// A unit of cloth weight, with the grams per square metre in one of it.
    Unit(f64),
    /// A unit of weight of a running length, with that length in metres.
    Linear(f64),
    /// A unit of length, in metres.
    Length(f64),
    /// A gram, which may be one per square metre.
    Gram,
    /// The cloth before it is coated or laminated.
    Bonded(Bond),
    /// `/`.
    Slash,
    /// `:` or `=`.
    Colon,
    /// `-`; true between two words without a gap.
    Dash(bool),
    /// `*` or `×`.
    Times,
    /// Separates fibres.
    Soft,
    /// Separates parts.
    Hard,
    /// A line end.
    Line,
    /// `(`.
    Open,
    /// `)`.
    Close,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Where it stands, in characters of the text.
    pub(super) at: Range<usize>,
    /// The languages it is a word of.
    pub(super) tongues: Tongues,
    /// What it is in other languages.
    pub(super) or: Option<(Term, Tongues)>,
}

impl Token {
    /// Its meaning, where it is a known word.
    pub(super) fn term(&self) -> Option<&Term> {
        match &self.kind {
            Kind::Term(term) => Some(term),
            _ => None,
        }
    }

    /// True where it names a fibre.
    pub(super) fn is_fibre(&self) -> bool {
        matches!(self.kind, Kind::Term(Term::Fibre(_)))
    }

    /// True for what divides a label.
    pub(super) fn is_separator(&self) -> bool {
        matches!(
            self.kind,
            Kind::Soft | Kind::Hard | Kind::Line | Kind::Open | Kind::Close | Kind::Dash(false)
        )
    }
}

/// Cuts `text` into tokens, per cent signs behind their numbers, each word in the language of its label.
pub(super) fn tokens(text: &[char], words: &Words) -> Vec<Token> {
    let folded = Folded::of(text);
    let mut tokens = Cutter::new(text, &folded, words).cut();
    percent_words(&mut tokens);
    safety_classes(&mut tokens, text);
    signs_behind(&mut tokens);
    language_codes(&mut tokens, text, words);
    by_language(&mut tokens, text);
    short_words(&mut tokens, text);
    tokens
}

/// Longest word for a part, in letters, that only counts before a colon or a share.
const SHORT: usize = 3;

/// Short words for parts in other languages are also other words: `IC` of an order number, `for`; they count before a colon or
/// a share.
fn short_words(tokens: &mut [Token], text: &[char]) {
    for at in 0..tokens.len() {
        let kinds = [1, 2].map(|step| tokens.get(at + step).map(|token| token.kind.clone()));
        let heads = matches!(
            kinds,
            [Some(Kind::Colon | Kind::Line | Kind::Slash), _] | [Some(Kind::Number(_)), Some(Kind::Percent)]
        );
        let Some(token) = tokens.get_mut(at) else { return };
        let word: String = text.get(token.at.clone()).unwrap_or_default().iter().collect();
        let is_short = word.chars().count() <= SHORT && word.chars().all(super::super::fold::is_letter);
        let is_part = matches!(token.term(), Some(Term::Part(_))) && token.tongues.is_abroad();
        if is_part && is_short && !heads {
            unread(token, text);
        }
    }
}

/// Per cent in words is per cent.
fn percent_words(tokens: &mut [Token]) {
    for token in tokens {
        if token.term() == Some(&Term::Percent) {
            token.kind = Kind::Percent;
        }
    }
}

/// `B类`, the safety class that stands on every Chinese label, says nothing of fibres.
fn safety_classes(tokens: &mut Vec<Token>, text: &[char]) {
    let is = |token: Option<&Token>, words: &[&str]| {
        token.is_some_and(|token| {
            let written: String = text.get(token.at.clone()).unwrap_or_default().iter().collect();
            words.contains(&written.as_str())
        })
    };
    let mut at = 0;
    while at + 1 < tokens.len() {
        if is(tokens.get(at), &["A", "B", "C"]) && is(tokens.get(at + 1), &["类", "類"]) {
            tokens.drain(at..at + 2);
        } else {
            at += 1;
        }
    }
}

/// `%95` as `95%`: a sign that no number stands before.
fn signs_behind(tokens: &mut [Token]) {
    let mut at = 0;
    while at + 1 < tokens.len() {
        let is_number =
            |place: usize| matches!(tokens.get(place).map(|token| &token.kind), Some(Kind::Number(_)));
        let is_sign = tokens.get(at).is_some_and(|token| token.kind == Kind::Percent);
        let follows = at.checked_sub(1).is_some_and(is_number);
        if is_sign && !follows && is_number(at + 1) {
            tokens.swap(at, at + 1);
            at += 1;
        }
        at += 1;
    }
}

/// Takes the meaning from codes of languages: those that are no fibre at the start of a clause, the others before a colon
/// and a share with its own fibre.
fn language_codes(tokens: &mut Vec<Token>, text: &[char], words: &Words) {
    let mut at = 0;
    while at < tokens.len() {
        let starts = at.checked_sub(1).is_none_or(|before| {
            tokens
                .get(before)
                .is_some_and(|token| token.is_separator() || token.kind == Kind::Slash)
        });
        let Some(token) = tokens.get(at) else { break };
        let word: String = text.get(token.at.clone()).unwrap_or_default().iter().collect();
        let kinds: Vec<&Kind> = tokens
            .iter()
            .skip(at + 1)
            .take(4)
            .map(|token| &token.kind)
            .collect();
        let has_share = matches!(
            kinds.as_slice(),
            [
                Kind::Colon,
                Kind::Number(_),
                Kind::Percent,
                Kind::Term(Term::Fibre(_))
            ]
        );
        let is_word = matches!(token.kind, Kind::Unknown(_)) && word.len() == 2;
        let heads = matches!(kinds.as_slice(), [Kind::Colon, ..]);
        let is_code = words.is_language_code(&word) && ((starts || heads) && is_word || starts && has_share);
        if is_code {
            let ends = if kinds.first() == Some(&&Kind::Colon) {
                at + 2
            } else {
                at + 1
            };
            tokens.drain(at..ends);
        } else {
            at += 1;
        }
    }
}

/// Words that mean one thing in one language and another in another: as the other words of the label have it, else asked.
fn by_language(tokens: &mut [Token], text: &[char]) {
    let sure = tokens.iter().filter(|token| token.or.is_none());
    let votes = sure.fold(Tongues::default(), |all, token| {
        if token.tongues.is_abroad() {
            all.and(token.tongues)
        } else {
            all
        }
    });
    strange_parts(tokens, text);
    for token in tokens {
        let Some((other, tongues)) = token.or.take() else {
            continue;
        };
        match (votes.meets(token.tongues), votes.meets(tongues)) {
            (true, false) => {}
            (false, true) => {
                token.kind = Kind::Term(other);
                token.tongues = tongues;
            }
            _ if matches!(other, Term::Part(_)) => unread(token, text),
            _ => {
                let both = [token.term(), Some(&other)];
                let ids = both.into_iter().flatten().filter_map(|term| match term {
                    Term::Fibre(name) => Some(name.id.clone()),
                    _ => None,
                });
                token.kind = Kind::Term(Term::Vague(ids.collect()));
            }
        }
    }
}

/// A word for a part of a language that none of the fibres is of, where those are of other languages, is not read: `Tela`
/// is interlining in Turkish and cloth in Spanish.
fn strange_parts(tokens: &mut [Token], text: &[char]) {
    let fibres = tokens
        .iter()
        .filter(|token| token.is_fibre() && token.tongues.is_abroad());
    let own = fibres.fold(Tongues::default(), |all, token| all.and(token.tongues));
    let is_part = |token: &&mut Token| matches!(token.term(), Some(Term::Part(_))) && token.or.is_none();
    for token in tokens.iter_mut().filter(is_part) {
        if token.tongues.is_abroad() && token.tongues.differs(own) {
            unread(token, text);
        }
    }
}

/// Takes its meaning from `token`.
fn unread(token: &mut Token, text: &[char]) {
    let word = text.get(token.at.clone()).unwrap_or_default().iter().collect();
    token.kind = Kind::Unknown(word);
    token.tongues = Tongues::default();
}
