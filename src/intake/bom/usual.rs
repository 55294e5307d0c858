//! The usual mass of a trim that a table does not weigh: by its length, its size, or as a piece.

use super::figures::Figures;
use super::mass::Known;
use super::row::Row;
use super::units::Unit;
use super::words::{Usual, Words};
use crate::data::Trim;
use crate::model::{Name, Role};

/// A usual mass.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct UsualMass {
    /// The trim that it is of.
    pub(super) name: Name,
    /// In one garment, kg.
    pub(super) kg: f64,
}

/// From this length on a zip is a long one, m.
const LONG_ZIP: f64 = 0.3;

/// The usual mass of the trim in `row`; none where no trim of the library is like it.
pub(super) fn mass(row: &Row<'_>, known: Known<'_>, figures: &Figures) -> Option<UsualMass> {
    if known.is_cloth || known.role == Role::Filling {
        return None;
    }
    let length = figures.free.length_m.filter(|_| known.role == Role::Zip);
    let usual = kind(row, known.role, length)?;
    let trim = known.library.trims.iter().find(|trim| trim.id == usual.trim)?;
    let each = trim.mass_kg.value;
    let per_metre = usual.metres.map(|metres| each / metres);
    let kg = match (figures.unit, per_metre) {
        // Thread, elastic, cord and tape by the metre.
        (Some(unit), Some(per_metre)) if unit.metres().is_some() || unit == Unit::Cone => {
            per_metre * figures.metres()?
        }
        (Some(unit), _) if unit.pieces().is_none() => return None,
        _ => {
            let pieces = figures.pieces().unwrap_or(1.0);
            let pairs = if figures.unit == Some(Unit::Pair) {
                2.0
            } else {
                1.0
            };
            // Thread is counted by the garment, not by the piece.
            let count = if known.role == Role::Thread {
                1.0
            } else {
                pieces * pairs
            };
            count * one(trim, usual, length.zip(per_metre), figures)
        }
    };
    (kg > 0.0 && kg.is_finite()).then(|| UsualMass {
        name: trim.name.clone(),
        kg,
    })
}

/// The row of usual masses for a row with this role.
fn kind<'a>(row: &Row<'_>, role: Role, zip: Option<f64>) -> Option<&'a Usual> {
    let words = Words::builtin();
    let mut of_role = words.usual.iter().filter(|usual| usual.role == role);
    if let Some(length) = zip {
        let wanted = if length < LONG_ZIP {
            "zip_short"
        } else {
            "zip_long"
        };
        return of_role.find(|usual| usual.trim == wanted);
    }
    of_role.find(|usual| usual.words.is_empty() || row.says(&usual.words))
}

/// The mass of one piece, kg: within the range of the trim.
fn one(trim: &Trim, usual: &Usual, length: Option<(f64, f64)>, figures: &Figures) -> f64 {
    let each = trim.mass_kg.value;
    let by_size = figures.free.ligne.zip(usual.ligne);
    let scaled = match (length, by_size) {
        (Some((metres, per_metre)), _) => metres * per_metre,
        (None, Some((own, usual))) => each * (own / usual) * (own / usual),
        (None, None) => each,
    };
    let low = trim.mass_kg.low.unwrap_or(scaled);
    let high = trim.mass_kg.high.unwrap_or(scaled);
    scaled.max(low).min(high.max(low))
}
