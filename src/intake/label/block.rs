//! A label divided into the parts of the garment that it speaks of.
//!
//! Invariant: a heading that could belong to the fibres before it as well as to those behind it is asked about.

use super::super::words::{Term, Words};
use super::SUM_TOLERANCE;
use super::finding::Problem;
use super::head::{Head, Says, both, heads};
use super::token::{Kind, Token};
use crate::data::wide;
use crate::model::Role;

/// A stretch of the label that speaks of one part.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Block {
    /// Its heading.
    pub(super) head: Option<Head>,
    /// The heading stands behind its fibres.
    pub(super) trails: bool,
    /// What stands on it, without the heading.
    pub(super) tokens: Vec<Token>,
    /// Which garment of a set it is of.
    pub(super) garment: usize,
}

impl Block {
    fn is_empty(&self) -> bool {
        self.head.is_none() && !self.tokens.iter().any(counts)
    }
}

/// True for what could say something of a fibre.
fn counts(token: &Token) -> bool {
    !token.is_separator() && !matches!(token.kind, Kind::Colon | Kind::Slash)
}

/// The sum of the percentages in `tokens`; of all numbers where the label has no sign.
pub(super) fn sum(tokens: &[Token], has_percent: bool) -> f64 {
    let pairs = tokens.iter().zip(tokens.iter().skip(1).map(Some).chain([None]));
    let values = pairs.filter_map(|(token, next)| match token.kind {
        Kind::Number(value) if !has_percent || next.is_some_and(|next| next.kind == Kind::Percent) => {
            Some(value)
        }
        _ => None,
    });
    values.sum()
}

fn is_whole(sum: f64) -> bool {
    (sum - 100.0).abs() <= SUM_TOLERANCE + 1e-9
}

/// Divides `tokens` at their headings.
pub(super) fn blocks(
    tokens: &[Token],
    text: &[char],
    words: &Words,
    has_percent: bool,
    problems: &mut Vec<Problem>,
) -> Vec<Block> {
    let all = heads(tokens, text, words);
    let mut maker = Maker {
        tokens,
        has_percent,
        blocks: vec![Block::default()],
        garment: 0,
        scope: None,
        trailing: is_trailing(tokens, &all, has_percent),
        beside: String::new(),
        problems,
    };
    let mut from = 0;
    for (place, head) in all.iter().enumerate() {
        maker.content(from..head.range.start);
        let until = all.get(place + 1).map_or(tokens.len(), |next| next.range.start);
        maker.head(head, until);
        from = head.range.end;
    }
    maker.content(from..tokens.len());
    let mut blocks = maker.blocks;
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// True where the last word for a part stands behind its fibres and nothing before the first: then all others do as well.
fn is_trailing(tokens: &[Token], heads: &[Head], has_percent: bool) -> bool {
    let (Some(first), Some(last)) = (heads.first(), heads.last()) else {
        return false;
    };
    let has = |tokens: Option<&[Token]>| sum(tokens.unwrap_or_default(), has_percent) > 0.0;
    let words = heads.iter().all(|head| !head.leads);
    words && has(tokens.get(..first.range.start)) && !has(tokens.get(last.range.end..))
}

struct Maker<'a> {
    tokens: &'a [Token],
    has_percent: bool,
    blocks: Vec<Block>,
    garment: usize,
    /// The part whose places follow.
    scope: Option<Role>,
    trailing: bool,
    /// The colour and other words that the last heading had beside its part.
    beside: String,
    problems: &'a mut Vec<Problem>,
}

impl Maker<'_> {
    /// Adds what stands between two headings to the last block.
    fn content(&mut self, range: std::ops::Range<usize>) {
        let content = self.tokens.get(range).unwrap_or_default();
        if let Some(last) = self.blocks.last_mut() {
            last.tokens.extend(content.iter().cloned());
        }
    }

    fn head(&mut self, head: &Head, until: usize) {
        let is_other_colour = !head.beside.is_empty() && head.beside != self.beside;
        if head.says == Says::Garment || is_other_colour {
            self.garment += 1;
            self.beside.clone_from(&head.beside);
        }
        let behind = self.tokens.get(head.range.end..until).unwrap_or_default();
        let before = self
            .blocks
            .last()
            .map(|last| last.tokens.clone())
            .unwrap_or_default();
        let sum_behind = sum(behind, self.has_percent);
        let sum_before = sum(&before, self.has_percent);
        if !head.leads && is_cloth_word(head) && is_within(sum_before, sum_behind) {
            // A word for cloth within one composition: 95% cotton rib, 5% elastane.
            return;
        }
        if !head.leads && self.trails(head, sum_before > 0.0, sum_behind > 0.0) {
            self.trail(head);
        } else {
            self.lead(head);
        }
    }

    /// True where a word for a part belongs to the fibres before it.
    fn trails(&mut self, head: &Head, has_before: bool, has_behind: bool) -> bool {
        let is_headed = self.blocks.last().is_some_and(|last| {
            last.head.as_ref().is_some_and(|head| head.says == Says::Part) && !last.trails
        });
        match (has_before, has_behind) {
            (false, _) => return false,
            (true, false) => return true,
            (true, true) => {}
        }
        let (before, behind) = (
            self.strength(head.range.start, false),
            self.strength(head.range.end, true),
        );
        if before == behind && before == 2 && !is_headed {
            self.problems.push(Problem::UnclearPart(head.text.clone()));
        }
        let dash = self
            .tokens
            .get(head.range.end)
            .is_some_and(|token| matches!(token.kind, Kind::Dash(_)));
        if dash && before == 0 {
            // `Lace - 90% polyamide`: the dash stands for a colon.
            return self.trailing;
        }
        match before.cmp(&behind) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Equal => self.trailing,
            std::cmp::Ordering::Greater => false,
        }
    }

    /// How strongly what stands at the edge of a heading divides: 3 a line end or full stop, 2 a comma, 0 nothing.
    fn strength(&self, edge: usize, behind: bool) -> u8 {
        let outer = |step: usize| {
            if behind {
                Some(edge + step)
            } else {
                edge.checked_sub(1 + step)
            }
        };
        let token = |step: usize| outer(step).and_then(|place| self.tokens.get(place));
        let bracket = if behind { Kind::Close } else { Kind::Open };
        let is_bracketed = token(0).is_some_and(|token| token.kind == bracket);
        let Some(token) = token(usize::from(is_bracketed)) else {
            return 3;
        };
        match token.kind {
            Kind::Line | Kind::Hard => 3,
            Kind::Soft
            | Kind::Dash(false)
            | Kind::Open
            | Kind::Close
            | Kind::Term(Term::With | Term::And) => 2,
            Kind::Slash => 1,
            _ => 0,
        }
    }

    /// A heading before its fibres.
    fn lead(&mut self, head: &Head) {
        let mut head = head.clone();
        let is_empty = self
            .blocks
            .last()
            .is_some_and(|last| !last.tokens.iter().any(counts));
        let before = self
            .blocks
            .last()
            .and_then(|last| last.head.clone())
            .filter(|_| is_empty);
        if let Some(before) = before {
            self.join(&before, &mut head);
            self.blocks.pop();
        } else if self.scope.is_some() && !(head.is_place && head.says == Says::Part) {
            self.scope = None;
        }
        if let (Some(scope), true) = (self.scope, head.is_place) {
            head.roles = vec![scope];
        }
        self.blocks.push(Block {
            head: Some(head),
            trails: false,
            tokens: Vec::new(),
            garment: self.garment,
        });
    }

    /// Two headings with nothing between them: one part, or a part and its places.
    fn join(&mut self, before: &Head, head: &mut Head) {
        if head.says != Says::Part {
            if before.says == Says::Part {
                let roles = before.roles.clone();
                *head = Head {
                    says: Says::Part,
                    roles,
                    is_place: before.is_place,
                    ..head.clone()
                };
            }
            return;
        }
        let (Some(first), [own]) = (before.roles.first(), head.roles.as_mut_slice()) else {
            return;
        };
        if wide(*first) == wide(*own) {
            head.text = format!("{} {}", before.text, head.text);
        } else if head.is_place || before.is_place {
            *own = both(*first, *own);
            self.scope = head.is_place.then_some(*first);
        } else {
            self.problems
                .push(Problem::UnclearPart(format!("{} {}", before.text, head.text)));
        }
    }

    /// A heading behind its fibres: the last of them that make a whole.
    fn trail(&mut self, head: &Head) {
        let Some(mut last) = self.blocks.pop() else { return };
        let from = self.tail(&last.tokens);
        let tokens = last.tokens.split_off(from.min(last.tokens.len()));
        if sum(&last.tokens, self.has_percent) <= 0.0
            && let Some(own) = last.head.as_ref().filter(|own| own.says == Says::Part)
        {
            // Before and behind a heading: one name for the part is enough.
            let agree = own
                .roles
                .iter()
                .zip(&head.roles)
                .all(|(own, other)| wide(*own) == wide(*other));
            if !agree && !is_cloth_word(head) {
                self.problems.push(Problem::UnclearPart(head.text.clone()));
            }
            last.tokens.extend(tokens);
            self.blocks.push(last);
            return;
        }
        let garment = self.garment;
        if sum(&last.tokens, self.has_percent) > 0.0 || last.head.is_some() {
            self.blocks.push(last);
        }
        self.blocks.push(Block {
            head: Some(head.clone()),
            trails: true,
            tokens,
            garment,
        });
        self.blocks.push(Block {
            garment,
            ..Block::default()
        });
    }

    /// Where the last stretch that makes a whole begins: behind the nearest separator before it.
    fn tail(&self, tokens: &[Token]) -> usize {
        let divides = |token: &Token| {
            token.is_separator()
                || token.kind == Kind::Slash
                || matches!(token.term(), Some(Term::With | Term::And))
        };
        for (at, token) in tokens.iter().enumerate().rev() {
            let rest = tokens.get(at + 1..).unwrap_or_default();
            if divides(token) && is_whole(sum(rest, self.has_percent)) {
                return at + 1;
            }
        }
        // Numbers first, without a separator: 100% cotton 100% polyester lining.
        let numbers = tokens
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, token)| matches!(token.kind, Kind::Number(_)));
        let mut starts = numbers.map(|(at, _)| at);
        let whole = starts.find(|at| is_whole(sum(tokens.get(*at..).unwrap_or_default(), self.has_percent)));
        let others = |at: &usize| sum(tokens.get(..*at).unwrap_or_default(), self.has_percent) > 0.0;
        whole.filter(others).unwrap_or(0)
    }
}

/// True where two stretches make a whole only together.
fn is_within(before: f64, behind: f64) -> bool {
    before > 0.0 && behind > 0.0 && !is_whole(before) && is_whole(before + behind)
}

/// Words for parts that also name a cloth.
fn is_cloth_word(head: &Head) -> bool {
    let cloth = [Role::Rib, Role::Mesh, Role::Lace, Role::Shell, Role::Fur];
    !head.roles.is_empty() && head.roles.iter().all(|role| cloth.contains(role))
}
