//! What changed cells of a row say of how much of a part there is, read by the reader of tables.

use super::Field;
use crate::data::Library;
use crate::edit::{Edit, PartEdit};
use crate::intake::bom::{Bom, Line, Mapping, Memory, Reason, Sheet};
use crate::model::{Cloth, Estimate, Extent, Making, Part, Project};
use crate::text::Lang;

/// The rows of `sheet` as the reader of tables has them; none where it finds no headings.
pub(super) fn lines(sheet: &Sheet, project: &Project, library: &Library) -> Option<Vec<Line>> {
    let mapping = Mapping::detect(sheet, &Memory::default())?;
    let kind = library.kind(&project.product.kind);
    Some(Bom::read(sheet, &mapping, kind, library).lines)
}

/// The edits that the changed quantities of `line` ask for; else why they cannot be taken.
pub(super) fn edits(part: &Part, line: &Line, changed: &[Field], lang: Lang) -> Result<Vec<Edit>, String> {
    let is_open = |reason: &&Reason| reason.is_question() && !matches!(reason, Reason::Label(..));
    let Some(read) = line.part.as_ref() else {
        return Err(line.reason(lang));
    };
    if let Some(reason) = line.reasons.iter().find(is_open) {
        return Err(reason.text(lang));
    }
    let mut edits = Vec::new();
    let is = |fields: &[Field]| fields.iter().any(|field| changed.contains(field));
    let cloth = cloth(part, read, &is);
    if cloth != part.cloth {
        edits.push(PartEdit::SetCloth(cloth));
    }
    if cloth.is_none() && read.count != part.count {
        edits.push(PartEdit::SetCount(read.count));
    }
    let close = (read.mass.get() - part.mass.get()).abs() <= 1e-9 * read.mass.get().max(part.mass.get());
    if cloth.is_none() && !close {
        edits.push(PartEdit::SetMass(read.mass));
    }
    let is_cut = matches!(part.making, Making::Cloth { .. });
    if is_cut && is(&[Field::Marker, Field::Wastage]) {
        edits.push(PartEdit::SetCuttingLoss(loss(read)));
    }
    Ok(edits
        .into_iter()
        .map(|change| Edit::part(&part.id, change))
        .collect())
}

/// True where `field` is a loss that `part` does not have: it is bought as it is. What of its cloth is in the piece is a
/// figure of its mass, too.
pub(super) fn is_loss_of_bought(part: &Part, field: Field) -> bool {
    let is_loss = field == Field::Wastage || field == Field::Marker && part.cloth.is_none();
    is_loss && part.making == Making::Bought
}

/// The cloth of `part` with what changed of it.
fn cloth(part: &Part, read: &Part, is: &impl Fn(&[Field]) -> bool) -> Option<Cloth> {
    let new = read.cloth?;
    let Some(old) = part.cloth else {
        return Some(new);
    };
    let extent = match (old.extent, new.extent) {
        (
            Extent::Length { metres, width_m },
            Extent::Length {
                metres: m,
                width_m: w,
            },
        ) => Extent::Length {
            metres: if is(&[Field::Consumption, Field::Unit]) {
                m
            } else {
                metres
            },
            width_m: if is(&[Field::Width]) { w } else { width_m },
        },
        (Extent::Area(area), Extent::Area(_)) if !is(&[Field::Consumption, Field::Unit]) => {
            Extent::Area(area)
        }
        (_, new) => new,
    };
    Some(Cloth {
        gsm: if is(&[Field::Gsm]) { new.gsm } else { old.gsm },
        extent,
        kept: if is(&[Field::Marker]) { new.kept } else { old.kept },
    })
}

fn loss(read: &Part) -> Option<Estimate> {
    match &read.making {
        Making::Cloth { cutting_loss, .. } => *cutting_loss,
        Making::Bought => None,
    }
}
