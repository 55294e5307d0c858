//! A label as it is read, in final strings: parts, what is doubtful and where it stands, what is still needed.

use super::Draft;
use crate::data::Library;
use crate::intake::answered;
use crate::intake::label::{Finding, LabelFibre, LabelPart, Problem, Severity, SumAnswer, UNKNOWN};
use crate::model::{FibreId, Role};
use crate::text::{CommonMsg, LabelPageMsg, Lang, number};
use std::ops::Range;

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// The parts in the order of the label.
    pub parts: Vec<PartRow>,
    /// What is doubtful or worth saying, the gravest first.
    pub findings: Vec<FindingRow>,
    /// Parts that do not add up.
    pub sums: Vec<SumRow>,
    /// Places in the text, in characters, and how grave what was found there is.
    pub marks: Vec<(Range<usize>, Severity)>,
    /// What is still needed before there is a result.
    pub blocked: Option<String>,
}

/// One part.
#[derive(Debug, Clone, PartialEq)]
pub struct PartRow {
    /// What it is.
    pub name: &'static str,
    /// Cloth weight and certificates.
    pub more: String,
    /// Its fibres.
    pub fibres: Vec<FibreRow>,
}

/// One fibre.
#[derive(Debug, Clone, PartialEq)]
pub struct FibreRow {
    /// The fibre.
    pub fibre: FibreId,
    /// Its name.
    pub name: String,
    /// Its percentage.
    pub value: String,
    /// How much of it is recycled; empty for none.
    pub recycled: String,
    /// Its share of the whole.
    pub share: f64,
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingRow {
    /// How grave it is.
    pub severity: Severity,
    /// The sentence.
    pub sentence: String,
    /// What may be put in its place.
    pub suggestions: Vec<Suggestion>,
}

/// A fibre that may be put in place of what is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The fibre's name.
    pub name: String,
    /// The text with it.
    pub text: String,
}

/// A part that does not add up, and what may hold.
#[derive(Debug, Clone, PartialEq)]
pub struct SumRow {
    /// Its place on the label.
    pub index: usize,
    /// The question.
    pub sentence: String,
    /// The answers.
    pub answers: Vec<(SumAnswer, &'static str)>,
    /// What was answered.
    pub chosen: Option<SumAnswer>,
}

impl Page {
    /// The page of `draft`.
    pub fn of(draft: &Draft, library: &Library, lang: Lang) -> Self {
        if draft.text.trim().is_empty() {
            return Self {
                blocked: Some(LabelPageMsg::NeedLabel.text(lang).to_owned()),
                ..Self::default()
            };
        }
        let parts = answered(&draft.label, &draft.answers);
        let mut doubts: Vec<&Finding> = draft.label.findings.iter().collect();
        doubts.retain(|finding| !matches!(finding.problem, Problem::Sum(_)));
        doubts.sort_by_key(|finding| std::cmp::Reverse(finding.severity()));
        let marks = doubts.iter().flat_map(|finding| {
            let places = finding.places(&draft.text);
            places.into_iter().map(|at| (at, finding.severity()))
        });
        Self {
            marks: marks.collect(),
            findings: doubts
                .iter()
                .map(|finding| found(finding, draft, library, lang))
                .collect(),
            sums: sums(draft, lang),
            blocked: blocked(draft, &parts, lang),
            parts: parts.iter().map(|part| row(part, library, lang)).collect(),
        }
    }
}

fn part_name(part: &LabelPart, lang: Lang) -> &'static str {
    // A label that names no part speaks of the main fabric.
    CommonMsg::from(part.role.unwrap_or(Role::Shell)).text(lang)
}

fn row(part: &LabelPart, library: &Library, lang: Lang) -> PartRow {
    let gsm = part.gsm.map(|gsm| {
        let gsm = number::typed((gsm * 10.0).round() / 10.0);
        LabelPageMsg::Gsm.with(lang, &[("gsm", &gsm)])
    });
    let more: Vec<String> = gsm.into_iter().chain(part.certificates.iter().cloned()).collect();
    let named = part
        .named
        .iter()
        .filter(|id| !part.fibres.iter().any(|fibre| fibre.id == **id));
    let open = named.map(|id| FibreRow {
        fibre: id.clone(),
        name: fibre_name(id, library, lang),
        value: LabelPageMsg::Open.text(lang).to_owned(),
        recycled: String::new(),
        share: 0.0,
    });
    let fibres = part.fibres.iter().map(|fibre| fibre_row(fibre, library, lang));
    PartRow {
        name: part_name(part, lang),
        more: more.join(" · "),
        fibres: fibres.chain(open).collect(),
    }
}

fn fibre_row(fibre: &LabelFibre, library: &Library, lang: Lang) -> FibreRow {
    let recycled = if fibre.recycled_percent > 0.0 {
        let share = percent(fibre.recycled_percent, lang);
        LabelPageMsg::Recycled.with(lang, &[("share", &share)])
    } else {
        String::new()
    };
    FibreRow {
        fibre: fibre.id.clone(),
        name: fibre_name(&fibre.id, library, lang),
        value: percent(fibre.percent, lang),
        recycled,
        share: fibre.percent / 100.0,
    }
}

fn fibre_name(id: &FibreId, library: &Library, lang: Lang) -> String {
    if id.as_str() == UNKNOWN {
        return LabelPageMsg::Unknown.text(lang).to_owned();
    }
    let row = library.fibre(id);
    row.map_or_else(|| id.to_string(), |fibre| fibre.name.get(lang).to_owned())
}

/// As on the label, at most two places.
fn percent(value: f64, lang: Lang) -> String {
    number::with_unit(&number::typed((value * 100.0).round() / 100.0), "%", lang)
}

/// The finding, and for what is not known the fibres that may be put in its place: the likeliest, then other fibre.
fn found(finding: &Finding, draft: &Draft, library: &Library, lang: Lang) -> FindingRow {
    let parts = PART_CHOICES.into_iter().filter_map(|role| {
        let text = finding.replaced_part(&draft.text, role, lang)?;
        let name = CommonMsg::from(role).text(lang).to_owned();
        Some(Suggestion { name, text })
    });
    let other = FibreId::from("other");
    let mut fibres = finding.suggestions.clone();
    if !fibres.contains(&other) {
        fibres.push(other.clone());
    }
    let suggestions = fibres.iter().filter_map(|fibre| {
        let text = finding.replaced(&draft.text, fibre, lang)?;
        let name = if *fibre == other {
            LabelPageMsg::OtherFibre.text(lang).to_owned()
        } else {
            fibre_name(fibre, library, lang)
        };
        Some(Suggestion { name, text })
    });
    FindingRow {
        severity: finding.severity(),
        sentence: finding.text(lang),
        suggestions: parts.chain(suggestions).collect(),
    }
}

/// The parts that a heading that is not known may be, the likeliest first.
const PART_CHOICES: [Role; 6] = [
    Role::Shell,
    Role::Lining,
    Role::Filling,
    Role::Rib,
    Role::Trim,
    Role::Coating,
];

fn sums(draft: &Draft, lang: Lang) -> Vec<SumRow> {
    let parts = draft.label.parts.iter().enumerate();
    let off = parts.filter(|(_, part)| part.is_off());
    off.map(|(at, part)| {
        let sum = percent(part.sum(), lang);
        let words = [("part", part_name(part, lang)), ("sum", sum.as_str())];
        let answers = part.answers().iter();
        SumRow {
            index: at,
            sentence: LabelPageMsg::SumOff.with(lang, &words),
            answers: answers
                .map(|answer| (*answer, answer_words(*answer, lang)))
                .collect(),
            chosen: draft.answers.get(&at).copied(),
        }
    })
    .collect()
}

const fn answer_words(answer: SumAnswer, lang: Lang) -> &'static str {
    match answer {
        SumAnswer::Keep => LabelPageMsg::Keep.text(lang),
        SumAnswer::Scale => LabelPageMsg::Scale.text(lang),
        SumAnswer::Rest => LabelPageMsg::Rest.text(lang),
    }
}

/// The first thing that is still needed.
fn blocked(draft: &Draft, parts: &[LabelPart], lang: Lang) -> Option<String> {
    let has_fibre = parts
        .iter()
        .any(|part| !part.fibres.is_empty() || !part.named.is_empty());
    let is_unknown = |fibre: &LabelFibre| fibre.id.as_str() == UNKNOWN;
    let say = |message: LabelPageMsg| Some(message.text(lang).to_owned());
    if !has_fibre {
        return say(LabelPageMsg::NeedLabel);
    }
    if parts.iter().flat_map(|part| &part.fibres).any(is_unknown) {
        return say(LabelPageMsg::NeedFibre);
    }
    if let Some(part) = parts.iter().find(|part| part.is_over()) {
        return Some(LabelPageMsg::NeedSum.with(lang, &[("part", part_name(part, lang))]));
    }
    match draft.kind {
        None => say(LabelPageMsg::NeedKind),
        Some(_) => None,
    }
}
