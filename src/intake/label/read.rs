//! One block of a label as a part: its measures, its notes, its fibres line by line.

use super::super::words::Term;
use super::block::{Block, sum};
use super::finding::Problem;
use super::head::Head;
use super::measure::take_measures;
use super::token::{Kind, Token};
use super::{LabelFibre, LabelPart, SUM_TOLERANCE, extract, item, pair};
use crate::data::{Bond, wide};
use crate::model::Role;

/// A block as it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Read {
    /// Its heading.
    pub(super) head: Option<Head>,
    /// The heading stands behind its fibres.
    pub(super) trails: bool,
    /// Which garment of a set it is of.
    pub(super) garment: usize,
    /// What it says; the role is not yet settled.
    pub(super) part: LabelPart,
    /// The only fibre named, where no share stands anywhere.
    pub(super) alone: Option<LabelFibre>,
    /// Share of down clusters, in per cent.
    pub(super) down_content: Option<f64>,
}

/// Reads `block`.
pub(super) fn read(block: Block, text: &[char], has_percent: bool, problems: &mut Vec<Problem>) -> Read {
    let mut tokens = block.tokens;
    let at = span(&tokens, block.head.as_ref().map(|head| &head.text), text);
    let mut part = LabelPart {
        text: at,
        ..LabelPart::default()
    };
    let measures = take_measures(&mut tokens, problems);
    part.gsm = measures.gsm;
    part.width_m = measures.width_m;
    part.filling_g = measures.filling_g;
    part.certificates = extract::take_certificates(&mut tokens);
    problems.extend(extract::take_traces(&mut tokens).into_iter().map(Problem::Trace));
    take_bonds(&mut tokens, &mut part, text, problems);
    take_ranges(&mut tokens, problems);
    extract::join_polyamide(&mut tokens, has_percent);
    sign_rest(&mut tokens, has_percent, problems);
    if block
        .head
        .as_ref()
        .is_some_and(|head| head.roles.iter().any(|role| wide(*role) == Role::Coating))
    {
        no_elastane(&mut tokens);
    }
    drop_idle(&mut tokens, has_percent);
    let mut read = Read {
        head: block.head,
        trails: block.trails,
        garment: block.garment,
        part,
        alone: None,
        down_content: measures.down_content,
    };
    let whole = stretches(&tokens, has_percent);
    for stretch in &whole {
        fibres(stretch, text, has_percent, &mut read, problems);
    }
    if whole.len() > 1 {
        read.alone = None;
    }
    read
}

/// The text that `tokens` stood in, with the heading before it.
fn span(tokens: &[Token], head: Option<&String>, text: &[char]) -> String {
    let first = tokens.iter().find(|token| !token.is_separator());
    let last = tokens.iter().rfind(|token| !token.is_separator());
    let own: String = match (first, last) {
        (Some(first), Some(last)) => text
            .get(first.at.start..last.at.end)
            .unwrap_or_default()
            .iter()
            .collect(),
        _ => String::new(),
    };
    match head {
        Some(head) if !head.is_empty() => format!("{head}: {own}"),
        _ => own,
    }
}

fn fibres(tokens: &[Token], text: &[char], has_percent: bool, read: &mut Read, problems: &mut Vec<Problem>) {
    let mut tokens = tokens.to_vec();
    let shares = extract::take_recycled_shares(&mut tokens);
    let items = item::items(&tokens, &shares, text, has_percent);
    let paired = pair::pair(&items);
    problems.extend(paired.problems);
    read.part.fibres.extend(paired.fibres);
    read.part.named.extend(paired.named);
    read.alone = paired.alone;
}

/// Lines that each hold shares with their fibres, or the whole where shares and fibres stand on lines of their own.
fn stretches(tokens: &[Token], has_percent: bool) -> Vec<Vec<Token>> {
    let lines = tokens.split(|token| matches!(token.kind, Kind::Line | Kind::Hard));
    let lines: Vec<&[Token]> = lines.filter(|line| !line.is_empty()).collect();
    let has_share = |line: &[Token]| sum(line, has_percent) > 0.0;
    let has_name = |line: &[Token]| line.iter().any(Token::is_fibre);
    let is_fair = lines
        .iter()
        .all(|line| has_share(line) == has_name(line) || (!has_share(line) && !has_name(line)));
    if is_fair && lines.len() > 1 {
        lines.into_iter().map(<[Token]>::to_vec).collect()
    } else {
        vec![tokens.to_vec()]
    }
}

/// Coatings named without a share: they are of the cloth.
fn take_bonds(tokens: &mut Vec<Token>, part: &mut LabelPart, text: &[char], problems: &mut Vec<Problem>) {
    tokens.retain(|token| {
        let Kind::Bonded(how) = token.kind else {
            return true;
        };
        match how {
            Bond::Coat => part.finishes.coated = true,
            Bond::Laminate => part.finishes.laminated = true,
        }
        problems.push(Problem::Bonded(
            text.get(token.at.clone()).unwrap_or_default().iter().collect(),
        ));
        false
    });
}

/// `95-98%`: the low end stands, and is asked about.
fn take_ranges(tokens: &mut Vec<Token>, problems: &mut Vec<Problem>) {
    let mut at = 0;
    while let Some([low, dash, high, sign]) = tokens
        .get(at..at + 4)
        .and_then(|four| <&[Token; 4]>::try_from(four).ok())
    {
        if let (Kind::Number(low), Kind::Dash(_), Kind::Number(high), Kind::Percent) =
            (&low.kind, &dash.kind, &high.kind, &sign.kind)
            && low < high
        {
            problems.push(Problem::Range(*low, *high));
            tokens.drain(at + 1..at + 3);
        }
        at += 1;
    }
}

/// A number without sign beside a fibre that makes the rest of 100: read as one, and said.
fn sign_rest(tokens: &mut Vec<Token>, has_percent: bool, problems: &mut Vec<Problem>) {
    let counted = sum(tokens, has_percent);
    if !has_percent || counted <= 0.0 || counted >= 100.0 {
        return;
    }
    let fibre = |place: Option<usize>| {
        place
            .and_then(|place| tokens.get(place))
            .is_some_and(Token::is_fibre)
    };
    let bare = (0..tokens.len()).find(|at| {
        let value = match tokens.get(*at).map(|token| &token.kind) {
            Some(Kind::Number(value)) => *value,
            _ => return false,
        };
        let next = tokens.get(at + 1).map(|token| &token.kind);
        let rests = (counted + value - 100.0).abs() <= SUM_TOLERANCE;
        rests && next != Some(&Kind::Percent) && (fibre(at.checked_sub(1)) || fibre(Some(at + 1)))
    });
    if let Some(at) = bare
        && let Some(token) = tokens.get(at).cloned()
    {
        if let Kind::Number(value) = token.kind {
            problems.push(Problem::NoSign(value));
        }
        tokens.insert(
            at + 1,
            Token {
                kind: Kind::Percent,
                ..token
            },
        );
    }
}

/// In a coating polyurethane is what it is called, also where its law calls elastane so.
fn no_elastane(tokens: &mut [Token]) {
    for token in tokens {
        if let Kind::Term(Term::Fibre(name)) = &mut token.kind
            && name.id.as_str() == "elastane"
        {
            name.id = "pu_coat".into();
        }
    }
}

/// Drops words that are not known from clauses that say nothing of fibres, where no composition is under way; behind words
/// of care always.
fn drop_idle(tokens: &mut Vec<Token>, has_percent: bool) {
    let mut kept: Vec<Token> = Vec::new();
    let mut clause: Vec<Token> = Vec::new();
    let divides = |token: &Token| {
        matches!(
            token.kind,
            Kind::Line | Kind::Hard | Kind::Soft | Kind::Dash(false)
        )
    };
    for token in tokens.drain(..) {
        let ends = divides(&token);
        clause.push(token);
        if ends {
            take_clause(&mut kept, &mut clause, has_percent);
        }
    }
    take_clause(&mut kept, &mut clause, has_percent);
    *tokens = kept;
}

fn take_clause(kept: &mut Vec<Token>, clause: &mut Vec<Token>, has_percent: bool) {
    let mut cared = false;
    clause.retain(|token| {
        cared |= token.term() == Some(&Term::Care);
        cared &= !matches!(token.kind, Kind::Percent) && !token.is_fibre();
        !(cared && matches!(token.kind, Kind::Unknown(_)))
    });
    let counted = sum(kept, has_percent);
    let is_open =
        counted > 0.0 && (counted % 100.0) > SUM_TOLERANCE && (counted % 100.0) < 100.0 - SUM_TOLERANCE;
    let speaks = clause.iter().any(|token| {
        token.kind == Kind::Percent
            || (!has_percent && matches!(token.kind, Kind::Number(_)))
            || matches!(
                token.term(),
                Some(Term::Fibre(_) | Term::Vague(_) | Term::Shorthand(_) | Term::Faux)
            )
    });
    let is_idle = !speaks && !is_open;
    kept.extend(
        clause
            .drain(..)
            .filter(|token| !(is_idle && matches!(token.kind, Kind::Unknown(_)))),
    );
}
