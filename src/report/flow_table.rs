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
    let note = CommonMsg::EstimateNote.text(names.lang);
    let rows = rows(names, assessment, pathway);
    let rows = rows.into_iter().map(|row| row.cells(note)).collect();
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

/// One flow of a pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Id of what it leaves: a stage, or the product.
    pub from_id: String,
    /// Id of the stage that it reaches.
    pub to_id: String,
    /// What it leaves, by name.
    pub from: String,
    /// What it reaches, by name.
    pub to: String,
    /// What it is; none for the piece that is sold.
    pub kind: Option<FlowKind>,
    /// Mass of one piece, kg.
    pub kg: f64,
    /// The same as a share of the piece.
    pub share: f64,
    /// Of a hundred pieces, where they are whole.
    pub pieces: Option<f64>,
    /// Work at the stage that it reaches, as far as it falls to it, hours per 1000 pieces.
    pub own_hours: f64,
    /// Work that the stage replaces, likewise.
    pub replaced_hours: f64,
    /// Least and most kg while its own figures move.
    pub range: Option<(f64, f64)>,
    /// Titles of the sources behind it.
    pub sources: Vec<String>,
    /// The worst grade behind it.
    pub grade: Option<Grade>,
}

impl Row {
    /// As it stands in CSV.
    fn cells(self, note: &str) -> Vec<String> {
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        let (low, high) = self.range.unzip();
        vec![
            self.from_id,
            self.to_id,
            self.from,
            self.to,
            self.kind.map_or("sold", kind).to_owned(),
            self.kg.to_string(),
            self.share.to_string(),
            number(self.pieces),
            self.own_hours.to_string(),
            self.replaced_hours.to_string(),
            number(low),
            number(high),
            self.sources.join("; "),
            self.grade.map_or("", Grade::letter).to_owned(),
            note.to_owned(),
        ]
    }
}

/// The flows of `pathway`, the piece that is sold first; none where there is no such pathway.
pub fn rows(names: &Names<'_>, assessment: &Assessment, pathway: &PathwayId) -> Vec<Row> {
    let found = names.project.pathway(pathway).zip(assessment.pathway(pathway));
    found.map_or_else(Vec::new, |(pathway, figures)| {
        let table = Table {
            names,
            assessment,
            pathway,
            figures,
        };
        table.rows()
    })
}

struct Table<'a> {
    names: &'a Names<'a>,
    assessment: &'a Assessment,
    pathway: &'a Pathway,
    figures: &'a PathwayFigures,
}

impl Table<'_> {
    fn rows(&self) -> Vec<Row> {
        let counts = hundred(self.figures, &self.pathway.start, self.assessment.product.mass_kg);
        let mut rows = vec![self.sold()];
        for (at, flow) in self.figures.flows.iter().enumerate() {
            rows.push(self.row(at, flow, &counts));
        }
        rows
    }

    /// What comes in: one piece sold.
    fn sold(&self) -> Row {
        let mass = self.assessment.product.mass_kg;
        let (own, replaced) = self.hours(&self.pathway.start, mass);
        Row {
            from_id: "product".to_owned(),
            to_id: self.pathway.start.to_string(),
            from: self.names.project.product.name.get(self.names.lang).to_owned(),
            to: self.names.stage(self.pathway, &self.pathway.start),
            kind: None,
            kg: mass,
            share: 1.0,
            pieces: Some(f64::from(PIECES)),
            own_hours: own,
            replaced_hours: replaced,
            range: None,
            sources: Vec::new(),
            grade: None,
        }
    }

    fn row(&self, at: usize, flow: &FlowFigure, counts: &Hundred) -> Row {
        let basis = self.assessment.flow_basis(&self.figures.id, flow);
        let mass = self.assessment.product.mass_kg;
        let (own, replaced) = self.hours(&flow.to, flow.kg);
        Row {
            from_id: flow.from.to_string(),
            to_id: flow.to.to_string(),
            from: self.names.stage(self.pathway, &flow.from),
            to: self.names.stage(self.pathway, &flow.to),
            kind: Some(flow.kind),
            kg: flow.kg,
            share: if mass > 0.0 { flow.kg / mass } else { 0.0 },
            pieces: counts.flows.get(at).copied().flatten().map(f64::from),
            own_hours: own,
            replaced_hours: replaced,
            range: basis.range,
            sources: sources(&basis.inputs, self.names.library),
            grade: basis.inputs.iter().map(|input| input.figure.grade).max(),
        }
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
