//! Labels and imported tables as JSON, with the keys of the command line's contract.

use crate::intake::bom::{self, Bom, Column, Line, Mapping, Sheet, cell_name};
use crate::intake::label::{Finding, Label, LabelFibre, LabelPart, Severity};
use crate::model::FibreLine;
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
    sheet: String,
    headings: Vec<HeadingJson>,
    findings: Vec<TableFindingJson>,
    lines: Vec<LineJson>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct HeadingJson {
    cell: String,
    text: String,
    meaning: Column,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct TableFindingJson {
    kind: &'static str,
    severity: &'static str,
    row: Option<usize>,
    text: String,
    options: Vec<String>,
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
    role: Option<&'static str>,
    fibres: Vec<PartFibreJson>,
    pieces: Option<f64>,
    metres: Option<f64>,
    mass_assumed: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct PartFibreJson {
    id: String,
    share: f64,
    recycled_share: f64,
}

impl ImportJson {
    /// `bom`, read from `sheet`, with its reasons said in `lang`.
    pub fn of(bom: &Bom, sheet: &Sheet, mapping: &Mapping, lang: Lang) -> Self {
        let totals = bom.totals();
        let rows = bom.lines.iter().filter(|line| line.is_question());
        Self {
            rows_read: totals.read,
            rows_doubtful: totals.doubtful,
            rows_skipped: totals.skipped,
            product_kg: totals.product_kg,
            gross_kg: totals.gross_kg,
            cutting_waste_kg: totals.cutting_waste_kg(),
            packaging_kg: totals.packaging_kg,
            sheet: sheet.name().to_owned(),
            headings: headings(sheet, mapping),
            findings: bom
                .findings
                .iter()
                .map(|found| table_finding(found, lang))
                .chain(rows.map(|row| row_finding(row, lang)))
                .collect(),
            lines: bom.lines.iter().map(|row| line(row, lang)).collect(),
        }
    }
}

fn headings(sheet: &Sheet, mapping: &Mapping) -> Vec<HeadingJson> {
    let meaning = |place: usize| {
        mapping.column_at(place).map(|meaning| HeadingJson {
            cell: cell_name(mapping.header, place),
            text: mapping.heading(sheet, place),
            meaning,
        })
    };
    (0..sheet.width()).filter_map(meaning).collect()
}

fn table_finding(found: &bom::Finding, lang: Lang) -> TableFindingJson {
    let answers = found.answers();
    TableFindingJson {
        kind: found.kind(),
        severity: severity(found.is_question()),
        row: None,
        text: found.text(lang),
        options: answers.iter().map(|answer| found.option(answer)).collect(),
    }
}

/// What is asked about one row; what is only said of it stands with its line.
fn row_finding(line: &Line, lang: Lang) -> TableFindingJson {
    TableFindingJson {
        kind: "row",
        severity: severity(true),
        row: Some(line.row),
        text: line.reason(lang),
        options: Vec::new(),
    }
}

const fn severity(is_question: bool) -> &'static str {
    let severity = if is_question {
        Severity::Question
    } else {
        Severity::Note
    };
    severity.key()
}

fn line(line: &Line, lang: Lang) -> LineJson {
    let fibre = |fibre: &FibreLine| PartFibreJson {
        id: fibre.fibre.to_string(),
        share: fibre.share.get(),
        recycled_share: fibre.feedstock.recycled.get(),
    };
    let part = line.part.as_ref();
    LineJson {
        row: line.row,
        material: line.material.clone(),
        status: line.status().key(),
        reason: line.reason(lang),
        gross_kg: line.gross_kg,
        product_kg: line.product_kg,
        packaging: line.is_packaging,
        role: part.map(|part| part.role.key()),
        fibres: part.iter().flat_map(|part| &part.fibres).map(fibre).collect(),
        pieces: line.pieces,
        metres: line.metres,
        mass_assumed: line.is_usual,
    }
}
