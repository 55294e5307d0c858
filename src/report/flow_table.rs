//! All flows of a pathway as a table for spreadsheets.
//!
//! Invariant: at every stage what flows out is what flows in, in kg and in pieces; hours sum to those of the pathway.

use crate::assess::{Assessment, FlowFigure, FlowKind, Hundred, PIECES, PathwayFigures, hundred};
use crate::data::{Grade, Library};
use crate::flow::Input;
use crate::model::{Pathway, PathwayId, StageId};
use crate::text::CommonMsg;
use crate::text::names::Names;

/// What spreadsheets know UTF-8 by.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Keys of the columns; names stand in the language asked for.
const KEYS: [&str; 15] = [
    "from_id",
    "to_id",
    "from",
    "to",
    "kind",
    "kg_per_piece",
    "share_of_piece",
    "pieces_per_100",
    "hours_per_1000",
    "replaced_hours_per_1000",
    "low_kg",
    "high_kg",
    "source",
    "grade",
    "note",
];

/// The flows of `pathway` as CSV in UTF-8 with its mark; only the keys where there is no such pathway.
pub fn csv(names: &Names<'_>, assessment: &Assessment, pathway: &PathwayId) -> Vec<u8> {
    let found = names.project.pathway(pathway).zip(assessment.pathway(pathway));
    let rows = found.map_or_else(Vec::new, |(pathway, figures)| {
        let table = Table {
            names,
            assessment,
            pathway,
            figures,
        };
        table.rows()
    });
    to_csv(&KEYS, rows)
}

/// A table with its heading as CSV.
pub(super) fn to_csv<T: AsRef<[u8]>>(keys: &[T], rows: Vec<Vec<String>>) -> Vec<u8> {
    let mut bytes = BYTE_ORDER_MARK.to_vec();
    {
        let mut writer = csv::Writer::from_writer(&mut bytes);
        // Writing to memory does not fail, and all rows are as long as the heading.
        let _ = writer.write_record(keys);
        for row in rows {
            let _ = writer.write_record(row);
        }
        let _ = writer.flush();
    }
    bytes
}

struct Table<'a> {
    names: &'a Names<'a>,
    assessment: &'a Assessment,
    pathway: &'a Pathway,
    figures: &'a PathwayFigures,
}

impl Table<'_> {
    fn rows(&self) -> Vec<Vec<String>> {
        let counts = hundred(self.figures, &self.pathway.start, self.assessment.product.mass_kg);
        let mut rows = vec![self.sold()];
        for (at, flow) in self.figures.flows.iter().enumerate() {
            rows.push(self.row(at, flow, &counts));
        }
        rows
    }

    /// What comes in: one piece sold.
    fn sold(&self) -> Vec<String> {
        let lang = self.names.lang;
        let mass = self.assessment.product.mass_kg;
        let product = self.names.project.product.name.get(lang).to_owned();
        let (own, replaced) = self.hours(&self.pathway.start, mass);
        let start = self.names.stage(self.pathway, &self.pathway.start);
        let cells = [
            "product".to_owned(),
            self.pathway.start.to_string(),
            product,
            start,
            "sold".to_owned(),
            mass.to_string(),
            "1".to_owned(),
            PIECES.to_string(),
            own.to_string(),
            replaced.to_string(),
        ];
        let note = CommonMsg::EstimateNote.text(lang).to_owned();
        let rest = [const { String::new() }; 4];
        cells.into_iter().chain(rest).chain([note]).collect()
    }

    fn row(&self, at: usize, flow: &FlowFigure, counts: &Hundred) -> Vec<String> {
        let lang = self.names.lang;
        let basis = self.assessment.flow_basis(&self.figures.id, flow);
        let mass = self.assessment.product.mass_kg;
        let share = if mass > 0.0 { flow.kg / mass } else { 0.0 };
        let pieces = counts.flows.get(at).copied().flatten();
        let (own, replaced) = self.hours(&flow.to, flow.kg);
        let end = |range: Option<f64>| range.map_or_else(String::new, |kg| kg.to_string());
        let grade = basis.inputs.iter().map(|input| input.figure.grade).max();
        vec![
            flow.from.to_string(),
            flow.to.to_string(),
            self.names.stage(self.pathway, &flow.from),
            self.names.stage(self.pathway, &flow.to),
            kind(flow.kind).to_owned(),
            flow.kg.to_string(),
            share.to_string(),
            pieces.map_or_else(String::new, |pieces| pieces.to_string()),
            own.to_string(),
            replaced.to_string(),
            end(basis.range.map(|(low, _)| low)),
            end(basis.range.map(|(_, high)| high)),
            sources(&basis.inputs, self.names.library).join("; "),
            grade.map_or("", Grade::letter).to_owned(),
            CommonMsg::EstimateNote.text(lang).to_owned(),
        ]
    }

    /// Own and replaced hours of the stage `to`, as far as they fall to `kg` of what reaches it.
    fn hours(&self, to: &StageId, kg: f64) -> (f64, f64) {
        let flows = self.figures.flows.iter().filter(|flow| &flow.to == to);
        let mut all: f64 = flows.map(|flow| flow.kg).sum();
        if to == &self.pathway.start {
            all += self.assessment.product.mass_kg;
        }
        let stage = self.figures.stages.iter().find(|stage| &stage.stage == to);
        stage.filter(|_| all > 0.0).map_or((0.0, 0.0), |stage| {
            (stage.own_hours * kg / all, stage.replaced_hours * kg / all)
        })
    }
}

/// Titles of the sources behind `inputs`, each once.
pub fn sources(inputs: &[&Input], library: &Library) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for id in inputs.iter().flat_map(|input| &input.figure.sources) {
        let title = library.source(id).map_or_else(
            || id.to_string(),
            |source| format!("{} ({})", source.title, source.year),
        );
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

const fn kind(kind: FlowKind) -> &'static str {
    match kind {
        FlowKind::Pieces => "pieces",
        FlowKind::Output => "output",
        FlowKind::Residue => "residue",
        FlowKind::Removed => "removed",
        FlowKind::Refused => "refused",
    }
}
