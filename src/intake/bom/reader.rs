//! Reads the rows of a table one by one, then looks at the whole.

use super::answers::Answers;
use super::columns::{Column, Mapping};
use super::finding::Finding;
use super::mass::{Known, row_mass};
use super::memory::Memory;
use super::reason::Reason;
use super::row::Row;
use super::sheet::{Sheet, cell_name};
use super::words::{Group, Words};
use super::{Bom, Line, alike, material, named_kind, part, per, title, whole};
use crate::data::{Kind, Library};
use crate::intake::label::{self, Label};
use crate::intake::words::role_key;
use crate::model::Role;
use crate::project_file::limit::PARTS;
use std::collections::BTreeMap;

/// Reads the rows of `sheet` below its headings.
pub(super) fn read(
    sheet: &Sheet,
    mapping: &Mapping,
    kind: Option<&Kind>,
    library: &Library,
    answers: &Answers,
    memory: &Memory,
) -> Bom {
    let (per, by) = per::of(sheet, mapping, answers);
    let mut reader = Reader {
        sheet,
        kind,
        library,
        answers,
        memory,
        per,
        parts: 0,
    };
    let mut lines = Vec::new();
    for table in std::iter::once(mapping).chain(&mapping.also) {
        reader.table(table, &mut lines);
    }
    let mut bom = Bom {
        title: part::name(title::of(sheet, mapping)),
        named_kind: named_kind(sheet, mapping).cloned(),
        lines,
        findings: Vec::new(),
    };
    for line in bom
        .lines
        .iter_mut()
        .filter(|line| line.part.is_some() && answers.left_out.contains(&line.row))
    {
        line.leave_out(Reason::LeftOut);
    }
    let mut findings = of_table(sheet, mapping, answers);
    findings.extend(by.map(|by| Finding::Per(per, by)));
    findings.extend(alike::settle(&mut bom, sheet, mapping, kind, answers));
    number(&mut bom.lines);
    findings.extend(whole::check(&bom, per, kind, answers));
    findings.sort_by_key(|finding| !finding.is_question());
    bom.findings = findings;
    bom
}

/// What the headings leave open.
fn of_table(sheet: &Sheet, mapping: &Mapping, answers: &Answers) -> Vec<Finding> {
    let letters = |place: usize| cell_name(0, place).trim_end_matches('1').to_owned();
    let mut found = Vec::new();
    let (sizes, taken) = mapping.sizes();
    if let (false, Some(taken)) = (answers.is_chosen.size, taken.and_then(|at| sizes.get(at))) {
        found.push(Finding::Size {
            sizes: sizes.iter().map(|size| (*size).to_owned()).collect(),
            taken: (*taken).to_owned(),
        });
    }
    if mapping.tables.len() > 1 && !answers.is_chosen.table {
        found.push(Finding::Table {
            tables: mapping.tables.clone(),
            taken: mapping.header,
        });
    }
    if let (false, Some(taken)) = (mapping.rivals.is_empty(), mapping.index(Column::Consumption)) {
        let rivals = mapping.rivals.iter().map(|place| letters(*place));
        found.push(Finding::Column {
            columns: std::iter::once(letters(taken)).chain(rivals).collect(),
            taken: letters(taken),
        });
    }
    if !mapping.also.is_empty() {
        let rows = mapping.also.iter().map(|also| also.header);
        found.push(Finding::Together(
            std::iter::once(mapping.header).chain(rows).collect(),
        ));
    }
    let hidden =
        |place: &usize| sheet.is_hidden_column(*place) && !sheet.cell(mapping.header, *place).is_empty();
    let hidden: Vec<String> = (0..sheet.width()).filter(hidden).map(letters).collect();
    if !hidden.is_empty() {
        found.push(Finding::HiddenColumns(hidden));
    }
    found
}

/// `lining`, then `lining_2`: the same in every language.
fn number(lines: &mut [Line]) {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for part in lines.iter_mut().filter_map(|line| line.part.as_mut()) {
        let key = role_key(part.role);
        let count = counts.entry(key).or_insert(0);
        *count += 1;
        part.id = match *count {
            1 => key.into(),
            count => format!("{key}_{count}").into(),
        };
    }
}

struct Reader<'a> {
    sheet: &'a Sheet,
    kind: Option<&'a Kind>,
    library: &'a Library,
    answers: &'a Answers,
    memory: &'a Memory,
    per: f64,
    parts: usize,
}

impl<'a> Reader<'a> {
    /// The lines of one table; a row that only names a group says what the rows beneath it are.
    fn table(&mut self, mapping: &'a Mapping, lines: &mut Vec<Line>) {
        let words = Words::builtin();
        let name = mapping
            .index(Column::Material)
            .map_or("", |place| self.sheet.cell(mapping.header, place));
        let mut section = words
            .group(name)
            .filter(|_| !mapping.also.is_empty() || mapping.header > 0);
        let mut last_group = "";
        for place in mapping.first_row()..mapping.end_row(self.sheet) {
            let mut row = Row {
                sheet: self.sheet,
                mapping,
                index: place,
                group: section,
                fix: self.answers.fixes.get(&(place + 1)),
                memory: self.memory,
            };
            if row.is_empty() {
                continue;
            }
            let first = self.sheet.row(place).iter().find(|cell| !cell.trim().is_empty());
            if row.is_heading() {
                let named = first.and_then(|cell| words.group(cell));
                section = named.or(section);
                last_group = "";
            }
            // A group that is written once holds for the rows beneath it.
            let own = row.text(Column::Group);
            let is_new = !own.is_empty();
            if is_new {
                last_group = own;
            }
            row.group = words.group(last_group).or(section);
            lines.push(self.line(&row, first.map_or("", |cell| cell.trim())));
        }
    }

    /// The line of a row.
    fn line(&mut self, row: &Row<'_>, first: &str) -> Line {
        let words = Words::builtin();
        let material = Some(row.text(Column::Material))
            .filter(|text| !text.is_empty())
            .unwrap_or(first);
        let says_packaging = |column: &Column| words.is_packaging(row.text(*column));
        let mut line = Line {
            row: row.index + 1,
            material: material.to_owned(),
            supplier: row.text(Column::Supplier).to_owned(),
            certificates: Vec::new(),
            reasons: Vec::new(),
            gross_kg: 0.0,
            product_kg: 0.0,
            is_packaging: row.group == Some(Group::Packaging)
                || [Column::Material, Column::Placement, Column::Group]
                    .iter()
                    .any(says_packaging),
            pieces: None,
            metres: None,
            is_usual: false,
            part: None,
        };
        let skipped = if self.sheet.is_hidden_row(row.index) {
            Some(Reason::Hidden)
        } else if row.is_total() {
            Some(Reason::Total)
        } else if row.is_heading() || row.repeats_header() {
            Some(Reason::Heading)
        } else if self.parts >= PARTS {
            Some(Reason::TooMany)
        } else if row.is_alternative() {
            Some(Reason::Alternative)
        } else {
            None
        };
        match skipped {
            Some(reason) => line.reasons.push(reason),
            None => self.fill(row, &mut line),
        }
        line
    }

    fn fill(&mut self, row: &Row<'_>, line: &mut Line) {
        let role = part::role(row);
        let label = material::label(row);
        if is_work(row, role, &label) {
            line.reasons.push(Reason::Work);
            return;
        }
        for column in [
            Column::Material,
            Column::Composition,
            Column::Gsm,
            Column::Width,
            Column::Unit,
        ] {
            let own = row.mapping.text(row.sheet, row.index, column);
            if own.is_empty()
                && let Some(text) = row.filled(column)
            {
                line.reasons.push(Reason::Filled(column, text.to_owned()));
            }
        }
        let gsm = material::fitting(&label, role).and_then(|part| part.gsm);
        let known = Known {
            role,
            is_cloth: part::is_cloth(role) && !line.is_packaging,
            is_packaging: line.is_packaging,
            usual_loss: self.kind.map_or(0.0, |kind| kind.making_loss.value),
            per: self.per,
            is_per_answered: self.answers.per.is_some(),
            library: self.library,
        };
        let mass = row_mass(row, known, gsm, &mut line.reasons);
        let Some(mass) = mass else { return };
        line.gross_kg = mass.gross_kg;
        line.product_kg = mass.product_kg;
        (line.pieces, line.metres, line.is_usual) = (mass.pieces, mass.metres, mass.is_usual);
        line.certificates = certificates(row, &label);
        if line.is_packaging {
            return;
        }
        let fibres = material::fibres(row, &label, role, self.library, &mut line.reasons);
        line.part = part::part(
            row,
            role_key(role).into(),
            role,
            fibres,
            &mass,
            self.kind,
            self.library,
        );
        self.parts += 1;
    }
}

/// True where a row names work, money or a service: no cloth, no fibres, and no other word for what it is.
fn is_work(row: &Row<'_>, role: Role, label: &Label) -> bool {
    let words = Words::builtin();
    let material = row.text(Column::Material);
    let has_fibres = label.parts.iter().any(|part| !part.fibres.is_empty());
    let has_figures = [Column::Gsm, Column::Width, Column::PieceWeight]
        .iter()
        .any(|column| !row.text(*column).is_empty());
    role == Role::Trim
        && !has_fibres
        && !has_figures
        && words.role(material).is_none()
        && super::words::says(material, &words.work)
}

fn certificates(row: &Row<'_>, label: &Label) -> Vec<String> {
    let own = label::parse(row.text(Column::Certificate));
    let all = own
        .parts
        .iter()
        .chain(&label.parts)
        .flat_map(|part| &part.certificates);
    let mut names: Vec<String> = Vec::new();
    for name in all {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}
