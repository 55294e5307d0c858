//! Composition labels: free text in many languages → parts with their fibres, and what was doubtful.
//!
//! Invariant: percentages come out as they stand on the label, never scaled; what cannot be told is `unknown` with a finding;
//! a word that was not read where it could change a part or a fibre is asked about.

mod answer;
mod block;
mod bonded;
mod cut;
mod exclude;
mod extract;
mod finding;
mod gather;
mod glue;
mod head;
mod item;
mod language;
mod main;
mod measure;
mod pair;
mod place;
mod read;
mod run;
mod say;
mod suggest;
mod token;

pub use super::words::Tongue;
pub use answer::SumAnswer;
pub use finding::{Finding, Problem, Severity};
pub use place::label_name;
pub use run::UNKNOWN;

use super::words::{Term, Words, role_key};
use crate::data::wide;
use crate::model::{FibreId, Finishes, Role};
use finding::Problem as P;
use token::Kind;

/// Most characters that are read.
pub const MOST_CHARS: usize = 4_000;
/// How far the percentages of a part may be from 100 without a question.
pub const SUM_TOLERANCE: f64 = 0.5;
/// Certificates that speak of recycled content.
const RECYCLED_CERTIFICATES: [&str; 2] = ["GRS", "RCS"];
/// Most suggestions beside a finding.
const MOST_SUGGESTIONS: usize = 5;
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
    /// Width of the cloth in m, where given.
    pub width_m: Option<f64>,
    /// Mass of the filling of one piece in g, where given.
    pub filling_g: Option<f64>,
    /// Coating and the like that the label names without a share.
    pub finishes: Finishes,
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
    /// The word for the part in JSON: `whole`, `shell`, `lining` …, the wide role that it counts as.
    pub fn role_key(&self) -> &'static str {
        self.role.map_or("whole", |role| role_key(wide(role)))
    }

    /// The word for exactly what it is, such as `embroidery`.
    pub fn detail_key(&self) -> &'static str {
        self.role.map_or("whole", role_key)
    }

    /// What its percentages add up to.
    pub fn sum(&self) -> f64 {
        self.fibres.iter().map(|fibre| fibre.percent).sum()
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
    let mut tokens = token::tokens(&chars, words);
    let read_in = language::read_in(&tokens, &chars);
    let foreign = language::foreign(&tokens);
    exclude::take(&mut tokens, &chars, &mut problems);
    measure::take_fill_power(&mut tokens);
    bonded::mark(&mut tokens);
    let has_percent = tokens.iter().any(|token| token.kind == Kind::Percent);
    let blocks = block::blocks(&tokens, &chars, words, has_percent, &mut problems);
    let mut gathered = gather::Gathered::default();
    for block in blocks {
        let part = read::read(block, &chars, has_percent, &mut problems);
        gathered.add(&part, &mut problems);
    }
    let parts = gathered.parts(&mut problems);
    problems.extend(foreign.map(P::Foreign));
    if !read_in.is_empty() {
        problems.push(P::ReadIn(read_in));
    }
    finish(parts, problems, words)
}

/// True where `text` is the name of one fibre and nothing else.
pub fn is_one_name(text: &str) -> bool {
    let chars: Vec<char> = text.chars().take(MOST_CHARS).collect();
    let tokens = token::tokens(&chars, Words::builtin());
    matches!(tokens.as_slice(), [only] if matches!(only.kind, Kind::Term(Term::Fibre(_))))
}

/// The label with what can only be told at the end: sums, missing percentages, suggestions.
fn finish(mut parts: Vec<LabelPart>, mut problems: Vec<Problem>, words: &Words) -> Label {
    let says_something = parts.iter().any(|part| !part.says_nothing());
    let is_kept = |part: &LabelPart| {
        !part.says_nothing() || part.gsm.is_some() || part.width_m.is_some() || !part.certificates.is_empty()
    };
    parts.retain(is_kept);
    if !says_something {
        problems.push(P::Empty);
    }
    let is_foreign = problems.iter().any(|problem| matches!(problem, P::Foreign(_)));
    let mut findings: Vec<Finding> = Vec::new();
    let mut suggested = 0;
    for problem in problems {
        let suggestions = match &problem {
            P::UnknownFibre(text) if suggested < MOST_SUGGESTED && !is_foreign => {
                suggested += 1;
                suggest::suggestions(text, words)
            }
            P::CountedAs(_, id) => vec![id.clone()],
            P::Vague(_, may_be) => may_be.iter().take(MOST_SUGGESTIONS).cloned().collect(),
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
