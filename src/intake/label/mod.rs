//! Composition labels: free text in English or Chinese → parts with their fibres, and what was doubtful.
//!
//! Invariant: percentages come out as they stand on the label, never scaled; what cannot be told is `unknown` with a finding.

mod answer;
mod extract;
mod finding;
mod item;
mod pair;
mod place;
mod run;
mod segment;
mod suggest;
mod token;

pub use answer::SumAnswer;
pub use finding::{Finding, Problem, Severity};
pub use place::label_name;
pub use run::UNKNOWN;

use super::words::{Term, Words, role_key};
use crate::model::{FibreId, Role};
use finding::Problem as P;
use pair::Paired;
use segment::Segment;
use token::Kind;

/// Most characters that are read.
pub const MOST_CHARS: usize = 4_000;
/// How far the percentages of a part may be from 100 without a question.
pub const SUM_TOLERANCE: f64 = 0.5;
/// Certificates that speak of recycled content.
const RECYCLED_CERTIFICATES: [&str; 2] = ["GRS", "RCS"];
/// Unknown names that get suggestions; more of them are no label.
const MOST_SUGGESTED: usize = 20;

/// A label as it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Label {
    /// Its parts in the order of the label.
    pub parts: Vec<LabelPart>,
    /// What was doubtful or worth saying.
    pub findings: Vec<Finding>,
}

/// One part of the garment on a label.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LabelPart {
    /// What it is; none where the label speaks of the whole.
    pub role: Option<Role>,
    /// Its words on the label.
    pub text: String,
    /// Cloth weight in g/m², where given.
    pub gsm: Option<f64>,
    /// Certificates named with it.
    pub certificates: Vec<String>,
    /// Its fibres in the order of the label.
    pub fibres: Vec<LabelFibre>,
    /// Fibres named without a percentage.
    pub named: Vec<FibreId>,
}

/// One fibre of a part.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelFibre {
    /// Its id; [`UNKNOWN`] where it could not be told.
    pub id: FibreId,
    /// Per cent of the part, as on the label.
    pub percent: f64,
    /// Per cent of this fibre that is recycled.
    pub recycled_percent: f64,
}

impl Label {
    /// True where something should be looked at: a question or an error.
    pub fn is_doubtful(&self) -> bool {
        self.findings.iter().any(Finding::is_doubt)
    }
}

impl LabelPart {
    /// The word for the part in JSON: `whole`, `shell`, `lining` …
    pub fn role_key(&self) -> &'static str {
        self.role.map_or("whole", role_key)
    }

    /// What its percentages add up to.
    pub fn sum(&self) -> f64 {
        self.fibres.iter().map(|fibre| fibre.percent).sum()
    }

    fn is_complete(&self) -> bool {
        self.sum() > 100.0 - SUM_TOLERANCE - 1e-9
    }

    fn says_nothing(&self) -> bool {
        self.fibres.is_empty() && self.named.is_empty()
    }
}

/// Reads the label in `text`.
pub fn parse(text: &str) -> Label {
    let words = Words::builtin();
    let mut problems = Vec::new();
    let mut chars: Vec<char> = text.chars().take(MOST_CHARS + 1).collect();
    if chars.len() > MOST_CHARS {
        chars.truncate(MOST_CHARS);
        problems.push(P::TooLong(MOST_CHARS));
    }
    let tokens = token::tokens(&chars, words);
    let has_percent = tokens.iter().any(|token| token.kind == Kind::Percent);
    let mut parts: Vec<LabelPart> = Vec::new();
    for segment in segment::segments(&tokens) {
        let read = read(segment, &chars, has_percent, &mut problems);
        for part in split(read) {
            add(&mut parts, part, &mut problems);
        }
    }
    finish(parts, problems, words)
}

/// True where `text` is the name of one fibre and nothing else.
pub fn is_one_name(text: &str) -> bool {
    let chars: Vec<char> = text.chars().take(MOST_CHARS).collect();
    let tokens = token::tokens(&chars, Words::builtin());
    matches!(tokens.as_slice(), [only] if matches!(only.kind, Kind::Term(Term::Fibre(_))))
}

/// One segment as a part.
fn read(segment: Segment, chars: &[char], has_percent: bool, problems: &mut Vec<Problem>) -> LabelPart {
    let mut tokens = segment.tokens;
    let gsm = extract::take_gsm(&mut tokens, problems);
    let certificates = extract::take_certificates(&mut tokens);
    problems.extend(extract::take_traces(&mut tokens).into_iter().map(P::Trace));
    extract::join_polyamide(&mut tokens, has_percent);
    let shares = extract::take_recycled_shares(&mut tokens);
    let items = item::items(&tokens, &shares, chars, has_percent);
    let Paired {
        fibres,
        named,
        problems: found,
    } = pair::pair(&items);
    problems.extend(found);
    let at = segment.at.unwrap_or(0..0);
    let text: String = chars.get(at).unwrap_or_default().iter().collect();
    LabelPart {
        role: segment.role,
        text: text.trim_matches([' ', ',', '，', '、', '\u{3000}']).to_owned(),
        gsm,
        certificates,
        fibres,
        named,
    }
}

/// A part whose percentages make 100 more than once, as `100% cotton, 100% polyester`, in its pieces; else the part itself.
fn split(part: LabelPart) -> Vec<LabelPart> {
    let is_whole = |sum: f64| (sum - 100.0).abs() <= SUM_TOLERANCE + 1e-9;
    let mut pieces: Vec<Vec<LabelFibre>> = vec![Vec::new()];
    let mut sum = 0.0;
    for fibre in &part.fibres {
        if is_whole(sum) {
            pieces.push(Vec::new());
            sum = 0.0;
        }
        sum += fibre.percent;
        if let Some(piece) = pieces.last_mut() {
            piece.push(fibre.clone());
        }
    }
    if pieces.len() < 2 || !is_whole(sum) {
        return vec![part];
    }
    let piece = |(at, fibres)| LabelPart {
        role: if at == 0 { part.role } else { None },
        fibres,
        ..part.clone()
    };
    pieces.into_iter().enumerate().map(piece).collect()
}

/// Adds `part`: to the one before where it goes on with it, not at all where it repeats one.
fn add(parts: &mut Vec<LabelPart>, part: LabelPart, problems: &mut Vec<Problem>) {
    let repeats = |known: &LabelPart| {
        !part.fibres.is_empty()
            && known.fibres == part.fibres
            && (part.role.is_none() || part.role == known.role)
    };
    let repeated = parts.iter().any(|known| known.is_complete() && repeats(known));
    if repeated && part.is_complete() {
        problems.push(P::Repeated);
        if let Some(known) = parts.iter_mut().find(|known| repeats(known)) {
            take_rest(known, part);
        }
        return;
    }
    let goes_on = |last: &LabelPart| {
        let nothing_yet = last.says_nothing() && last.role.is_none();
        part.role.is_none() && (part.says_nothing() || !last.is_complete()) || nothing_yet
    };
    match parts.last_mut().filter(|last| goes_on(last)) {
        Some(last) => {
            last.role = last.role.or(part.role);
            join_text(last, &part.text);
            last.fibres.extend(part.fibres.iter().cloned());
            last.named.extend(part.named.iter().cloned());
            take_rest(last, part);
        }
        None => parts.push(part),
    }
}

fn join_text(part: &mut LabelPart, more: &str) {
    if !part.text.is_empty() && !more.is_empty() {
        part.text.push_str("; ");
    }
    part.text.push_str(more);
}

/// The cloth weight and certificates of `from`, where `part` has none of its own.
fn take_rest(part: &mut LabelPart, from: LabelPart) {
    part.gsm = part.gsm.or(from.gsm);
    for name in from.certificates {
        if !part.certificates.contains(&name) {
            part.certificates.push(name);
        }
    }
}

/// The label with what can only be told at the end: sums, missing percentages, suggestions.
fn finish(mut parts: Vec<LabelPart>, mut problems: Vec<Problem>, words: &Words) -> Label {
    let says_something = parts.iter().any(|part| !part.says_nothing());
    parts.retain(|part| !part.says_nothing() || part.gsm.is_some() || !part.certificates.is_empty());
    if !says_something {
        problems.push(P::Empty);
    }
    let mut findings: Vec<Finding> = Vec::new();
    let mut suggested = 0;
    for problem in problems {
        let suggestions = match &problem {
            P::UnknownFibre(text) if suggested < MOST_SUGGESTED => {
                suggested += 1;
                suggest::suggestions(text, words)
            }
            P::CountedAs(_, id) => vec![id.clone()],
            _ => Vec::new(),
        };
        findings.push(Finding { problem, suggestions });
    }
    for part in &parts {
        findings.extend(about(part));
    }
    Label { parts, findings }
}

/// What can be said of a whole part.
fn about(part: &LabelPart) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    if part.is_off() {
        found.push(P::Sum(part.sum()).into());
    }
    let mut named = part.named.clone();
    named.retain(|id| !part.fibres.iter().any(|fibre| fibre.id == *id));
    if !named.is_empty() {
        found.push(Finding {
            problem: P::NoPercent,
            suggestions: named,
        });
    }
    let is_recycled = part.fibres.iter().any(|fibre| fibre.recycled_percent > 0.0);
    let certificate = part
        .certificates
        .iter()
        .find(|name| RECYCLED_CERTIFICATES.contains(&name.as_str()));
    if let (Some(name), false) = (certificate, is_recycled) {
        found.push(P::CertificateAlone(name.clone()).into());
    }
    found
}
