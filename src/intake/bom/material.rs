//! What a row is made of: its composition as fibre lines, or the material of a hard part.

use super::columns::Column;
use super::free;
use super::reason::Reason;
use super::row::Row;
use super::words::{Words, says};
use crate::data::Library;
use crate::intake::garment::line;
use crate::intake::label::{
    self, Finding, Label, LabelFibre, LabelPart, Problem, SUM_TOLERANCE, is_one_name,
};
use crate::model::{Feedstock, FibreId, FibreLine, Role};
use crate::quantity::Share;

/// The part of `label` that the row with `role` is about.
pub(super) fn fitting(label: &Label, role: Role) -> Option<&LabelPart> {
    let has_fibres = |part: &&LabelPart| !part.fibres.is_empty();
    let named = label.parts.iter().filter(has_fibres);
    named
        .clone()
        .find(|part| part.role == Some(role))
        .or_else(|| named.clone().next())
}

/// What the row says of its fibres: in the column of compositions, else in its name or details where that reads.
pub(super) fn label(row: &Row<'_>) -> Label {
    let own = row.text(Column::Composition);
    let stated = label::parse(own);
    if stated.parts.iter().any(|part| !part.fibres.is_empty()) {
        return stated;
    }
    let told = row.told();
    let mut told = told.into_iter().filter(|text| *text != own);
    told.find_map(free::composition).unwrap_or(stated)
}

/// The fibres of a row and what is doubtful about them.
pub(super) fn fibres(
    row: &Row<'_>,
    label: &Label,
    role: Role,
    library: &Library,
    reasons: &mut Vec<Reason>,
) -> Vec<FibreLine> {
    let cell = row.cell(Column::Composition);
    let text = row.text(Column::Composition);
    let named = if text.is_empty() {
        row.text(Column::Material)
    } else {
        text
    };
    let said = row
        .fix
        .and_then(|fix| fix.fibre.clone())
        .or_else(|| row.memory.fibre(named));
    if let Some(fibre) = said.filter(|fibre| library.fibre(fibre).is_some()) {
        return whole(fibre);
    }
    let Some(part) = fitting(label, role) else {
        return without_shares(row, label, role, library, reasons);
    };
    if label.parts.iter().filter(|part| !part.fibres.is_empty()).count() > 1 {
        reasons.push(Reason::SeveralParts(cell.clone()));
    }
    reasons.extend(other_composition(row, part));
    reasons.extend(recycled_beside(row, part));
    let doubts = label.findings.iter().filter(|finding| finding.is_doubt());
    reasons.extend(doubts.map(|finding| Reason::Label(cell.clone(), finding.clone())));
    part.fibres.iter().map(|fibre| line(fibre, library)).collect()
}

/// The name of the material has another composition than its column.
fn other_composition(row: &Row<'_>, part: &LabelPart) -> Option<Reason> {
    let text = row.text(Column::Composition);
    let named = free::composition(row.text(Column::Material)).filter(|_| !text.is_empty())?;
    let other = named.parts.iter().find(|other| !other.fibres.is_empty())?;
    let same = |fibre: &LabelFibre| {
        let mut all = other.fibres.iter();
        all.any(|other| other.id == fibre.id && (other.percent - fibre.percent).abs() <= SUM_TOLERANCE)
    };
    let agree = other.fibres.len() == part.fibres.len() && part.fibres.iter().all(same);
    let cell = row.cell(Column::Composition);
    let told = || row.text(Column::Material).to_owned();
    (!agree).then(|| Reason::Conflict(Column::Composition, cell, text.to_owned(), told()))
}

/// A column without a meaning that speaks of recycled content, where the composition does not.
fn recycled_beside(row: &Row<'_>, part: &LabelPart) -> Option<Reason> {
    let words = Words::builtin();
    let heads = row.mapping.heads(row.sheet);
    let is_none = |cell: &str| {
        let digits = cell.trim().trim_end_matches('%').trim();
        digits.is_empty()
            || ["0", "no", "none", "n/a", "-", "无", "否"].contains(&digits.to_lowercase().as_str())
    };
    let mut cells = row.sheet.row(row.index).iter().enumerate();
    let (place, cell) = cells.find(|(place, cell)| {
        let is_free = row.mapping.column_at(*place).is_none();
        is_free && !is_none(cell) && says(heads.text(*place), &words.recycled)
    })?;
    let is_claimed = part.fibres.iter().any(|fibre| fibre.recycled_percent > 0.0);
    let finding = Problem::UnknownWord(format!("{} {}", heads.text(place), cell.trim()));
    let name = super::sheet::cell_name(row.index, place);
    (!is_claimed).then(|| Reason::Label(name, finding.into()))
}

fn whole(fibre: FibreId) -> Vec<FibreLine> {
    vec![FibreLine {
        fibre,
        share: Share::ONE,
        feedstock: Feedstock::default(),
    }]
}

/// A row whose composition has no percentages: one material as a whole, and always a doubt.
fn without_shares(
    row: &Row<'_>,
    label: &Label,
    role: Role,
    library: &Library,
    reasons: &mut Vec<Reason>,
) -> Vec<FibreLine> {
    let cell = row.cell(Column::Composition);
    let text = row.text(Column::Composition);
    let fibre: FibreId = match role {
        Role::Zip | Role::Button => hard_material(row).into(),
        Role::Label | Role::Thread if text.is_empty() => "polyester".into(),
        _ => only_fibre(text, label).unwrap_or_else(|| "other".into()),
    };
    let others = other_names(row);
    if !text.is_empty() && !others.is_empty() {
        // `Cotton | 95 | Elastane | 5`: the composition is spread over several columns.
        let suggestions = std::iter::once(fibre.clone()).chain(others).collect();
        let finding = Finding {
            problem: Problem::NoPercent,
            suggestions,
        };
        reasons.push(Reason::Label(cell.clone(), finding));
    }
    let is_other = fibre.as_str() == "other";
    let is_cloth = super::part::is_cloth(role) || role == Role::Filling;
    reasons.push(if text.is_empty() && is_other && is_cloth {
        Reason::NoComposition(cell)
    } else {
        Reason::NoShares {
            cell,
            text: text.to_owned(),
            fibre: library
                .fibre(&fibre)
                .map(|row| row.name.clone())
                .unwrap_or_default(),
            is_open: is_other && is_cloth,
        }
    });
    whole(fibre)
}

/// The fibre in `text` where it names one and says nothing else.
fn only_fibre(text: &str, label: &Label) -> Option<FibreId> {
    let mut named = label.parts.iter().flat_map(|part| &part.named);
    named.next().filter(|_| is_one_name(text)).cloned()
}

/// Fibres that stand alone in cells of columns without a meaning.
fn other_names(row: &Row<'_>) -> Vec<FibreId> {
    let cells = row.sheet.row(row.index).iter().enumerate();
    let free = cells.filter(|(place, _)| row.mapping.column_at(*place).is_none());
    let named = free.filter(|(_, cell)| is_one_name(cell));
    let fibres = named.flat_map(|(_, cell)| label::parse(cell).parts);
    fibres.flat_map(|part| part.named).collect()
}

fn hard_material(row: &Row<'_>) -> &'static str {
    let words = Words::builtin();
    let speaks =
        |list: &[String]| says(row.text(Column::Composition), list) || says(row.text(Column::Material), list);
    if speaks(&words.plastic) || !speaks(&words.metal) {
        "plastic_trim"
    } else {
        "metal"
    }
}
