//! A label divided into the parts of the garment that it speaks of.

use super::super::words::Term;
use super::token::{Kind, Token};
use crate::model::Role;
use std::ops::Range;

/// A stretch of the label that speaks of one part.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Segment {
    /// The part named on it.
    pub(super) role: Option<Role>,
    /// What stands on it, without the names of parts.
    pub(super) tokens: Vec<Token>,
    /// Where it stands, in characters.
    pub(super) at: Option<Range<usize>>,
    /// The name of the part stood after its fibres, so that more fibres are of the next part.
    is_closed: bool,
}

impl Segment {
    fn has_value(&self) -> bool {
        self.tokens
            .iter()
            .any(|token| matches!(token.kind, Kind::Number(_)))
    }

    fn has_fibre(&self) -> bool {
        self.tokens
            .iter()
            .any(|token| matches!(token.kind, Kind::Term(Term::Fibre(_))))
    }

    fn is_empty(&self) -> bool {
        self.tokens.is_empty() && self.role.is_none()
    }

    fn include(&mut self, token: &Token) {
        let start = self.at.as_ref().map_or(token.at.start, |at| at.start);
        self.at = Some(start..token.at.end);
    }
}

/// Divides `tokens` at the names of parts, semicolons and line ends.
pub(super) fn segments(tokens: &[Token]) -> Vec<Segment> {
    let mut done = Vec::new();
    let mut current = Segment::default();
    for (at, token) in tokens.iter().enumerate() {
        let rest = tokens.get(at + 1..).unwrap_or_default();
        match &token.kind {
            Kind::Hard => finish(&mut done, &mut current),
            Kind::Term(Term::Role(role)) => {
                name_part(&mut done, &mut current, *role, colon_follows(rest));
                current.include(token);
            }
            kind => {
                let is_content = matches!(kind, Kind::Number(_) | Kind::Term(Term::Fibre(_)));
                if current.is_closed && is_content {
                    finish(&mut done, &mut current);
                }
                current.include(token);
                current.tokens.push(token.clone());
            }
        }
    }
    finish(&mut done, &mut current);
    done
}

fn finish(done: &mut Vec<Segment>, current: &mut Segment) {
    let segment = std::mem::take(current);
    if !segment.is_empty() {
        done.push(segment);
    }
}

/// Takes in the name of a part: before its fibres it begins one, after them it names the one that they are of.
fn name_part(done: &mut Vec<Segment>, current: &mut Segment, role: Role, has_colon: bool) {
    let begins = if has_colon {
        current.has_value() || (current.role.is_some() && current.has_fibre())
    } else {
        current.has_value() && current.role.is_some()
    };
    if begins {
        finish(done, current);
    } else if current.has_value() {
        current.is_closed = true;
    }
    current.role = current.role.or(Some(role));
}

/// True where a colon ends the heading that goes on in `rest`.
fn colon_follows(rest: &[Token]) -> bool {
    const MOST: usize = 8;
    let within_heading = |kind: &Kind| {
        matches!(
            kind,
            Kind::Term(Term::Role(_) | Term::Filler)
                | Kind::Soft
                | Kind::Slash
                | Kind::Open
                | Kind::Close
                | Kind::Unknown(_)
                | Kind::Number(_)
        )
    };
    let next = rest
        .iter()
        .take(MOST)
        .map(|token| &token.kind)
        .find(|kind| !within_heading(kind));
    next == Some(&Kind::Colon)
}
