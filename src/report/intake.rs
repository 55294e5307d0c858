//! Labels and imported tables as JSON, with the keys of the command line's contract.

use crate::intake::bom::{Bom, Line};
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
    /// Exactly what it is, where the role is wider.
    detail: &'static str,
    text: String,
    gsm: Option<f64>,
    width_m: Option<f64>,
    filling_g: Option<f64>,
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
            findings: label.findings.iter().map(|found| finding(found, lang)).collect(),
        }
    }
}

fn part(part: &LabelPart) -> LabelPartJson {
    LabelPartJson {
        role: part.role_key(),
        detail: part.detail_key(),
        text: part.text.clone(),
        gsm: part.gsm,
        width_m: part.width_m,
        filling_g: part.filling_g,
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

/// A table as it was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportJson {
    rows_read: usize,
    rows_doubtful: usize,
    rows_skipped: usize,
    product_kg: f64,
    gross_kg: f64,
    cutting_waste_kg: f64,
    packaging_kg: f64,
    lines: Vec<LineJson>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct LineJson {
    row: usize,
    material: String,
    status: &'static str,
    reason: String,
    gross_kg: f64,
    product_kg: f64,
    packaging: bool,
}

impl ImportJson {
    /// `bom` with its reasons said in `lang`.
    pub fn of(bom: &Bom, lang: Lang) -> Self {
        let totals = bom.totals();
        Self {
            rows_read: totals.read,
            rows_doubtful: totals.doubtful,
            rows_skipped: totals.skipped,
            product_kg: totals.product_kg,
            gross_kg: totals.gross_kg,
            cutting_waste_kg: totals.cutting_waste_kg(),
            packaging_kg: totals.packaging_kg,
            lines: bom.lines.iter().map(|row| line(row, lang)).collect(),
        }
    }
}

fn line(line: &Line, lang: Lang) -> LineJson {
    LineJson {
        row: line.row,
        material: line.material.clone(),
        status: line.status().key(),
        reason: line.reason(lang),
        gross_kg: line.gross_kg,
        product_kg: line.product_kg,
        packaging: line.is_packaging,
    }
}
