//! Labels and imported tables as JSON, with the keys of the command line's contract.

use crate::intake::label::{Finding, Label, LabelFibre, LabelPart};
use crate::text::Lang;
use serde::Serialize;

/// A label as it was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LabelJson {
    parts: Vec<LabelPartJson>,
    findings: Vec<FindingJson>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct LabelPartJson {
    role: &'static str,
    text: String,
    gsm: Option<f64>,
    certificates: Vec<String>,
    fibres: Vec<LabelFibreJson>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct LabelFibreJson {
    id: String,
    percent: f64,
    recycled_percent: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct FindingJson {
    kind: &'static str,
    severity: &'static str,
    text: String,
    suggestions: Vec<String>,
}

impl LabelJson {
    /// `label` with its findings said in `lang`.
    pub fn of(label: &Label, lang: Lang) -> Self {
        Self {
            parts: label.parts.iter().map(part).collect(),
            findings: label
                .findings
                .iter()
                .map(|found| finding(found, lang))
                .collect(),
        }
    }
}

fn part(part: &LabelPart) -> LabelPartJson {
    LabelPartJson {
        role: part.role_key(),
        text: part.text.clone(),
        gsm: part.gsm,
        certificates: part.certificates.clone(),
        fibres: part.fibres.iter().map(fibre).collect(),
    }
}

fn fibre(fibre: &LabelFibre) -> LabelFibreJson {
    LabelFibreJson {
        id: fibre.id.to_string(),
        percent: fibre.percent,
        recycled_percent: fibre.recycled_percent,
    }
}

fn finding(finding: &Finding, lang: Lang) -> FindingJson {
    FindingJson {
        kind: finding.kind(),
        severity: finding.severity().key(),
        text: finding.text(lang),
        suggestions: finding.suggestions.iter().map(ToString::to_string).collect(),
    }
}
