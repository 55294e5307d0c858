//! A row as a part of the product: what it does, how it is built and made.

use super::columns::Column;
use super::free;
use super::mass::RowMass;
use super::row::Row;
use super::units::{Measure, Unit};
use super::words::{Group, Words, says};
use crate::data::{Kind, Library, wide};
use crate::intake::chars::is_chinese;
use crate::intake::making;
use crate::model::{
    Construction, Estimate, FibreLine, Finishes, Making, Name, Papers, Part, PartId, Removable, Role,
};
use crate::quantity::Mass;

/// What the row does in the garment: as the user says, by its material, its placement, its group, its details; cloth
/// without a word is shell, the rest trim.
pub(super) fn role(row: &Row<'_>) -> Role {
    let words = Words::builtin();
    let material = row.text(Column::Material);
    let said = row
        .fix
        .and_then(|fix| fix.role)
        .or_else(|| row.memory.role(material));
    let named = || {
        words
            .role(material)
            .or_else(|| words.role(row.text(Column::Placement)))
            .or_else(|| words.role(row.text(Column::Group)))
    };
    let grouped = || match row.group {
        Some(Group::Role(role)) => Some(role),
        _ => None,
    };
    let told = || row.details().find_map(|text| words.role(text));
    // Cloth by its name, or bought by the kilogram with its fibres in per cent.
    let is_named_cloth = || {
        let heavy = [Unit::Kilogram, Unit::Pound];
        let unit = Measure::of(row.text(Column::Unit)).and_then(|measure| measure.unit);
        let is_heavy = unit
            .or_else(|| row.heading_unit(Column::Consumption))
            .is_some_and(|unit| heavy.contains(&unit));
        words.construction(material).is_some()
            || is_heavy && row.told().iter().any(|text| text.contains(['%', '％']))
    };
    let has_cloth_figures = || {
        let own = [Column::Gsm, Column::Width]
            .iter()
            .any(|column| !row.text(*column).is_empty());
        own || row.told().iter().any(|text| {
            let free = free::read(text);
            free.gsm.is_some() || free.width_m.is_some() && free.grams.is_some()
        })
    };
    said.or_else(named)
        .or_else(grouped)
        .or_else(told)
        .unwrap_or_else(|| {
            if has_cloth_figures() || is_named_cloth() {
                Role::Shell
            } else {
                Role::Trim
            }
        })
}

/// True for parts that are cut from cloth in any case.
pub(super) fn is_cloth(role: Role) -> bool {
    matches!(wide(role), Role::Shell | Role::Lining | Role::Rib)
}

/// The part of a row.
pub(super) fn part(
    row: &Row<'_>,
    id: PartId,
    role: Role,
    fibres: Vec<FibreLine>,
    mass: &RowMass,
    kind: Option<&Kind>,
    library: &Library,
) -> Option<Part> {
    let product = Mass::new(mass.product_kg).ok()?;
    let construction = construction(row, role, kind);
    let making = if mass.is_cut && construction != Construction::Hard {
        let loss = mass.cutting_loss.map(Estimate::exact);
        making::cloth(construction, &fibres, loss, kind, library)
    } else {
        Making::Bought
    };
    Some(Part {
        id,
        name: name(row.text(Column::Material)),
        role,
        mass: product,
        cloth: mass
            .cloth
            .filter(|cloth| cloth.weighs(product) && cloth.kg() > 0.0),
        fibres,
        construction,
        finishes: finishes(row),
        removable: Removable::No,
        count: mass.count,
        cuts: 1,
        papers: Papers {
            supplier: row.text(Column::Supplier).to_owned(),
            certificate: row.text(Column::Certificate).to_owned(),
            ..Papers::default()
        },
        picture: None,
        making,
    })
}

/// How the part is built: hard for zips and buttons, else by the words of the row, else as is usual.
fn construction(row: &Row<'_>, role: Role, kind: Option<&Kind>) -> Construction {
    let usual = making::construction(role, kind);
    if usual == Construction::Hard || role == Role::Thread {
        return usual;
    }
    let words = Words::builtin();
    let texts = row.told();
    texts
        .into_iter()
        .find_map(|text| words.construction(text))
        .unwrap_or(usual)
}

fn finishes(row: &Row<'_>) -> Finishes {
    let words = Words::builtin();
    let texts = [Column::Material, Column::Composition].map(|column| row.text(column));
    let speaks = |list: &[String]| texts.iter().any(|text| says(text, list));
    Finishes {
        coated: speaks(&words.coated),
        laminated: speaks(&words.laminated),
        printed: speaks(&words.printed),
        carbon_black: false,
    }
}

/// A name in the language that it is written in; `中文 / English` in both.
pub(super) fn name(text: &str) -> Name {
    let is_zh = |text: &str| text.chars().any(is_chinese);
    if let Some((first, second)) = text.split_once('/') {
        let (first, second) = (first.trim(), second.trim());
        match (is_zh(first), is_zh(second)) {
            (true, false) if !second.is_empty() => return Name::new(second, first),
            (false, true) if !first.is_empty() => return Name::new(first, second),
            _ => {}
        }
    }
    if is_zh(text) {
        Name::new("", text)
    } else {
        Name::new(text, "")
    }
}
