//! Headings of a label: with a colon, on a line of their own, or as a word before or behind the fibres of a part.

use super::super::words::{Term, Tongues, Words};
use super::token::{Kind, Token};
use crate::data::wide;
use crate::model::Role;
use std::ops::Range;

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Which part it is.
    Part,
    /// A name of cloth: which part is open.
    Cloth,
    /// Nothing that is known.
    Unknown,
    /// The colour of the whole.
    Colour,
    /// A garment of a set.
    Garment,
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Head {
    /// Its tokens.
    pub(super) range: Range<usize>,
    /// What it says.
    pub(super) says: Says,
    /// The parts it names.
    pub(super) roles: Vec<Role>,
    /// It stands before its fibres without a doubt.
    pub(super) leads: bool,
    /// Every part it names is a place, which may stand within another part.
    pub(super) is_place: bool,
    /// Every part it names is a second cloth of the shell.
    pub(super) is_second: bool,
    /// The colour or what else stands beside the words for the part.
    pub(super) beside: String,
    /// Its words.
    pub(super) text: String,
    /// Its languages.
    pub(super) tongues: Tongues,
}

/// The headings among `tokens`, in order.
pub(super) fn heads(tokens: &[Token], text: &[char], words: &Words) -> Vec<Head> {
    let mut found: Vec<Head> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Colon
            && let Some((range, says)) = before_colon(tokens, at)
        {
            found.push(head(tokens, range, says, true, text, words));
        }
    }
    let mut at = 0;
    while at < tokens.len() {
        if let Some(head) = found.iter().find(|head| head.range.contains(&at)) {
            at = head.range.end;
            continue;
        }
        match without_colon(tokens, at) {
            Some((range, says, leads)) if !found.iter().any(|head| meets(&head.range, &range)) => {
                at = range.end;
                found.push(head(tokens, range, says, leads, text, words));
            }
            _ => at += 1,
        }
    }
    found.sort_by_key(|head| head.range.start);
    found
}

fn meets(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn head(
    tokens: &[Token],
    range: Range<usize>,
    says: Says,
    leads: bool,
    text: &[char],
    words: &Words,
) -> Head {
    let own = tokens.get(range.clone()).unwrap_or_default();
    let written =
        |token: &Token| -> String { text.get(token.at.clone()).unwrap_or_default().iter().collect() };
    let parts = || {
        own.iter()
            .filter(|token| matches!(token.term(), Some(Term::Part(_))))
    };
    let named = own
        .iter()
        .filter(|token| !matches!(token.kind, Kind::Colon | Kind::Line) && !token.is_separator());
    let at = named.fold(None, |at: Option<Range<usize>>, token| {
        Some(at.map_or(token.at.start, |at| at.start)..token.at.end)
    });
    let beside = own.iter().filter(|token| {
        token.term() == Some(&Term::Colour) || (says == Says::Part && matches!(token.kind, Kind::Unknown(_)))
    });
    Head {
        beside: beside.map(written).collect(),
        roles: roles(own),
        says,
        leads,
        is_place: parts().count() > 0 && parts().all(|token| words.is_place(&written(token))),
        is_second: parts().count() > 0 && parts().all(|token| words.is_second(&written(token))),
        text: text.get(at.unwrap_or(0..0)).unwrap_or_default().iter().collect(),
        tongues: parts().fold(Tongues::default(), |all, token| all.and(token.tongues)),
        range,
    }
}

/// The roles that a heading names: each one that `and`, a stroke or a comma divides; words beside each other are one.
fn roles(own: &[Token]) -> Vec<Role> {
    let mut found: Vec<Role> = Vec::new();
    let mut compound: Option<Role> = None;
    for token in own {
        match &token.kind {
            Kind::Term(Term::Part(role)) => {
                compound = Some(compound.map_or(*role, |before| both(before, *role)));
            }
            Kind::Slash | Kind::Soft | Kind::Hard | Kind::Term(Term::And) => found.extend(compound.take()),
            _ => {}
        }
    }
    found.extend(compound);
    let mut kept: Vec<Role> = Vec::new();
    for role in found {
        if !kept.iter().any(|known| wide(*known) == wide(role)) {
            kept.push(role);
        }
    }
    kept
}

/// Two words for one part: the lining of a hood is a lining, the rib of a collar a rib.
pub(super) fn both(before: Role, role: Role) -> Role {
    let inner = [Role::Lining, Role::Filling];
    match (inner.contains(&wide(before)), inner.contains(&wide(role))) {
        (true, false) => before,
        _ => role,
    }
}

/// The words before the colon at `colon`, and what they say; none where they are no heading.
fn before_colon(tokens: &[Token], colon: usize) -> Option<(Range<usize>, Says)> {
    let mut start = colon;
    while start > 0 && belongs(tokens, start - 1, colon) {
        start -= 1;
    }
    let own = tokens.get(start..colon)?;
    let has = |wanted: fn(&Term) -> bool| own.iter().filter_map(Token::term).any(wanted);
    let says = if has(|term| matches!(term, Term::Part(_))) {
        Says::Part
    } else if own.last().is_some_and(Token::is_fibre)
        || has(|term| {
            matches!(
                term,
                Term::Composition | Term::Care | Term::GsmLabel | Term::WidthLabel
            )
        })
        || has(|term| {
            matches!(
                term,
                Term::FillMass | Term::DownContent | Term::Certificate(_) | Term::Shorthand(_)
            )
        })
    {
        return None;
    } else if has(|term| *term == Term::Colour) {
        Says::Colour
    } else if has(|term| *term == Term::Garment) {
        Says::Garment
    } else if own.iter().any(|token| matches!(token.kind, Kind::Unknown(_)))
        || has(|term| *term == Term::Faux)
    {
        Says::Unknown
    } else if has(|term| matches!(term, Term::Vague(_))) {
        Says::Cloth
    } else {
        return None;
    };
    (says == Says::Part || speaks(tokens, colon + 1)).then_some((start..colon + 1, says))
}

/// True where the token at `at` belongs to the heading that ends at `colon`.
fn belongs(tokens: &[Token], at: usize, colon: usize) -> bool {
    let kind = |place: Option<usize>| place.and_then(|place| tokens.get(place)).map(|token| &token.kind);
    let part = |place: Option<usize>| matches!(kind(place), Some(Kind::Term(Term::Part(_))));
    let before = at.checked_sub(1);
    match kind(Some(at)) {
        Some(Kind::Number(_)) => {
            let index = kind(Some(at + 1)) != Some(&Kind::Percent)
                && !matches!(kind(Some(at + 1)), Some(Kind::Number(_)));
            index
                && matches!(
                    kind(before),
                    Some(Kind::Term(Term::Part(_) | Term::Vague(_)) | Kind::Unknown(_) | Kind::Open)
                )
        }
        Some(Kind::Soft | Kind::Dash(false)) => part(before) && part(Some(at + 1)),
        Some(Kind::Open) => {
            let inside = tokens.get(at..colon).unwrap_or_default();
            inside.iter().any(|token| token.kind == Kind::Close)
        }
        Some(Kind::Term(Term::Fibre(_))) => {
            let starts = before.is_none_or(|before| tokens.get(before).is_some_and(Token::is_separator));
            starts && (at + 1..colon).any(|place| part(Some(place)))
        }
        Some(Kind::Term(Term::Trace | Term::Pure)) => false,
        Some(
            Kind::Term(_) | Kind::Unknown(_) | Kind::Slash | Kind::Dash(true) | Kind::Trade(_) | Kind::Close,
        ) => true,
        _ => false,
    }
}

/// True where a share or a fibre stands behind `at` in the same clause, or in the next line.
fn speaks(tokens: &[Token], at: usize) -> bool {
    let line = tokens
        .iter()
        .skip(at)
        .skip_while(|token| token.kind == Kind::Line);
    let mut clause = line.take_while(|token| !matches!(token.kind, Kind::Hard | Kind::Line | Kind::Colon));
    let mut is_counted = false;
    clause.any(|token| {
        is_counted |= token.kind == Kind::Percent;
        is_counted || token.is_fibre()
    })
}

/// A heading without a colon that begins at `at`, and whether it surely leads.
fn without_colon(tokens: &[Token], at: usize) -> Option<(Range<usize>, Says, bool)> {
    if matches!(tokens.get(at)?.term(), Some(Term::Part(_))) {
        return Some(part_word(tokens, at));
    }
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let begins_line = before.is_none_or(|token| matches!(token.kind, Kind::Line | Kind::Hard));
    let begins = begins_line
        || before.is_some_and(|token| {
            token.is_separator() && token.kind != Kind::Open
                || matches!(token.term(), Some(Term::And | Term::With))
        });
    if !begins {
        return None;
    }
    let own = tokens.iter().skip(at).take_while(|token| {
        matches!(token.kind, Kind::Unknown(_) | Kind::Bonded(_))
            || matches!(
                token.term(),
                Some(Term::Vague(_) | Term::Filler | Term::Colour | Term::Garment)
            )
    });
    let end = at + own.count();
    let own = tokens.get(at..end)?;
    let gap = tokens
        .iter()
        .skip(end)
        .take_while(|token| matches!(token.kind, Kind::Line | Kind::Dash(false)));
    let next = end + gap.count();
    let is_share = is_share(tokens, next);
    let unknown = own
        .iter()
        .filter(|token| matches!(token.kind, Kind::Unknown(_)))
        .count();
    let has = |wanted: fn(&Term) -> bool| own.iter().filter_map(Token::term).any(wanted);
    let says = if !is_share || unknown > 5 {
        return None;
    } else if unknown > 0 {
        Says::Unknown
    } else if has(|term| *term == Term::Garment) {
        Says::Garment
    } else if has(|term| matches!(term, Term::Vague(_))) && begins_line {
        Says::Cloth
    } else {
        return None;
    };
    Some((at..end, says, true))
}

/// `100% cotton` at `at`.
fn is_share(tokens: &[Token], at: usize) -> bool {
    let mut kinds = tokens.iter().skip(at).map(|token| &token.kind);
    matches!(kinds.next(), Some(Kind::Number(_))) && kinds.next() == Some(&Kind::Percent) && {
        let fibre = kinds.find(|kind| {
            !matches!(
                kind,
                Kind::Term(Term::Recycled | Term::Regenerated | Term::Filler | Term::Pure | Term::Colour)
            )
        });
        matches!(fibre, Some(Kind::Term(Term::Fibre(_))))
    }
}

/// A word for a part without a colon, with what goes on behind it: other words for parts, its number, its colour.
fn part_word(tokens: &[Token], at: usize) -> (Range<usize>, Says, bool) {
    let is_part = |place: usize| {
        tokens
            .get(place)
            .is_some_and(|token| matches!(token.term(), Some(Term::Part(_))))
    };
    let mut end = at + 1;
    while let Some(token) = tokens.get(end) {
        let next = tokens.get(end + 1).map(|token| &token.kind);
        let letter = matches!(&token.kind, Kind::Unknown(word) if word.chars().count() == 1);
        let goes_on = match &token.kind {
            Kind::Term(Term::Part(_)) => true,
            Kind::Slash | Kind::Term(Term::And | Term::Filler) => is_part(end + 1),
            Kind::Number(_) => {
                next.is_none_or(|kind| matches!(kind, Kind::Number(_) | Kind::Line | Kind::Dash(false)))
            }
            Kind::Trade(_) => matches!(next, Some(Kind::Number(_) | Kind::Line)),
            _ => letter && matches!(next, Some(Kind::Number(_) | Kind::Line | Kind::Dash(false))),
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    (at..end, Says::Part, false)
}
