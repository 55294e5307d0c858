//! What of a part's text concerns its fibres, as numbers and names in the order of the label.

use super::super::words::{FibreName, Term};
use super::token::{Kind, Token};
use crate::model::FibreId;

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    /// What it is.
    pub(super) what: What,
    /// It stands in brackets that open right after this value, counted from 0.
    pub(super) of_value: Option<usize>,
}

/// What an item is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    /// A percentage.
    Value(f64),
    /// Numbers with strokes between them: `60/40`.
    Ratio(Vec<f64>),
    /// A fibre, and the text that names it.
    Name(FibreName, String),
    /// Something that names no fibre that is known.
    Unknown(String),
    /// A name of cloth or of no fibre in particular, and the fibres it may be.
    Vague(Vec<FibreId>, String),
    /// What it stands beside is not what it is called.
    Faux(String),
    /// Fibres in shorthand.
    Shorthand(Vec<FibreId>, String),
    /// What follows is recycled, and the word for it.
    Recycled(String),
    /// What follows is recycled, unless it is man-made cellulose.
    Regenerated,
    /// The fibre is all there is.
    Pure,
    /// A recycled share in per cent of the fibre before it.
    RecycledShare(f64),
    /// Separates fibres.
    Gap,
}

/// The items of `tokens`; `shares` are recycled shares and the places where they stood.
pub(super) fn items(
    tokens: &[Token],
    shares: &[(usize, f64)],
    text: &[char],
    label_has_percent: bool,
) -> Vec<Item> {
    let mut maker = Maker {
        tokens,
        text,
        label_has_percent,
        items: Vec::new(),
        values: 0,
        depth: 0,
        bracket_of: None,
    };
    let mut at = 0;
    while at < tokens.len() {
        maker.shares_at(shares, at);
        at = maker.step(at).max(at + 1);
    }
    maker.shares_at(shares, tokens.len());
    maker.items
}

struct Maker<'a> {
    tokens: &'a [Token],
    text: &'a [char],
    label_has_percent: bool,
    items: Vec<Item>,
    values: usize,
    depth: usize,
    bracket_of: Option<usize>,
}

impl Maker<'_> {
    fn kind(&self, at: usize) -> Option<&Kind> {
        self.tokens.get(at).map(|token| &token.kind)
    }

    fn push(&mut self, what: What) {
        self.items.push(Item {
            what,
            of_value: self.bracket_of,
        });
    }

    fn shares_at(&mut self, shares: &[(usize, f64)], at: usize) {
        for (_, share) in shares.iter().filter(|(place, _)| *place == at) {
            self.push(What::RecycledShare(*share));
        }
    }

    /// Reads the token at `at`; gives the place of the next one.
    fn step(&mut self, at: usize) -> usize {
        let Some(token) = self.tokens.get(at) else {
            return at;
        };
        match &token.kind {
            Kind::Number(value) => return self.number(at, *value),
            Kind::Open => self.open(),
            Kind::Close => self.close(),
            Kind::Soft | Kind::Slash | Kind::Hard | Kind::Line => self.push(What::Gap),
            // Beside per cent signs 190T is a count of threads.
            Kind::Trade(name) if self.is_mill_notation(at) => {
                self.push(What::Name(name.clone(), self.text(token)));
            }
            Kind::Unknown(text) => self.push(What::Unknown(text.clone())),
            Kind::Term(term) => self.term(term, token),
            _ => {}
        }
        at + 1
    }

    fn term(&mut self, term: &Term, token: &Token) {
        let text = self.text(token);
        match term {
            Term::Fibre(name) => self.push(What::Name(name.clone(), text)),
            Term::Vague(may_be) => self.push(What::Vague(may_be.clone(), text)),
            Term::Faux => self.push(What::Faux(text)),
            Term::Shorthand(fibres) => self.push(What::Shorthand(fibres.clone(), text)),
            Term::Recycled => self.push(What::Recycled(text)),
            Term::Regenerated => self.push(What::Regenerated),
            Term::Pure => self.push(What::Pure),
            Term::With | Term::And => self.push(What::Gap),
            _ => {}
        }
    }

    fn text(&self, token: &Token) -> String {
        self.text
            .get(token.at.clone())
            .unwrap_or_default()
            .iter()
            .collect()
    }

    fn open(&mut self) {
        let follows_value = self
            .items
            .last()
            .is_some_and(|item| matches!(item.what, What::Value(_)));
        if self.depth == 0 && follows_value {
            self.bracket_of = self.values.checked_sub(1);
        }
        self.depth += 1;
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.bracket_of = None;
        }
    }

    fn is_mill_notation(&self, at: usize) -> bool {
        let kind = |place: Option<usize>| place.and_then(|place| self.kind(place));
        let sides = [
            (Some(at + 1), Some(at + 2)),
            (at.checked_sub(1), at.checked_sub(2)),
        ];
        sides.into_iter().any(|(beside, beyond)| match kind(beside) {
            Some(Kind::Slash) => {
                !self.label_has_percent
                    || matches!(kind(beyond), Some(Kind::Trade(_) | Kind::Term(Term::Fibre(_))))
            }
            Some(Kind::Number(_) | Kind::Colon) => !self.label_has_percent,
            _ => false,
        })
    }

    /// A number: a percentage with its sign, a ratio, or a percentage where no sign stands on the whole label.
    fn number(&mut self, at: usize, value: f64) -> usize {
        let mut numbers = vec![value];
        let mut end = self.after_percent(at + 1);
        let has_percent = end > at + 1;
        while matches!(self.kind(end), Some(Kind::Slash | Kind::Colon))
            && let Some(Kind::Number(next)) = self.kind(end + 1)
            && !self.is_label(end, has_percent)
        {
            numbers.push(*next);
            end = self.after_percent(end + 2);
        }
        if numbers.len() > 1 {
            self.push(What::Ratio(numbers));
        } else if has_percent || !self.label_has_percent {
            self.push(What::Value(value));
            self.values += 1;
        }
        end
    }

    /// True where the colon at `at` stands behind a number that is no share and before one that is: `Style 4052: 100%`.
    fn is_label(&self, at: usize, has_percent: bool) -> bool {
        !has_percent && self.kind(at) == Some(&Kind::Colon) && self.kind(at + 2) == Some(&Kind::Percent)
    }

    fn after_percent(&self, at: usize) -> usize {
        if self.kind(at) == Some(&Kind::Percent) {
            at + 1
        } else {
            at
        }
    }
}
