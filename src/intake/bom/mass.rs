//! The mass of a row: consumption × width × GSM, or the weight of pieces; what of it is in the product, what is bought.
//!
//! base = consumption × width × GSM, in product = base × marker efficiency, gross = base × (1 + wastage).
//! Pieces: in product = consumption × weight of a piece, gross the same × (1 + wastage).
//! Without a weight: the usual mass of the trim, marked as assumed.

use super::columns::Column;
use super::figures::Figures;
use super::reason::Reason;
use super::row::Row;
use super::units::Unit;
use super::usual;
use super::words::Words;
use crate::data::Library;
use crate::model::{Cloth, Extent, Role};

/// The mass of a row, kg in one garment.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct RowMass {
    /// Bought.
    pub(super) gross_kg: f64,
    /// In the finished piece.
    pub(super) product_kg: f64,
    /// Loss in cutting on the input basis, where the sheet gives one.
    pub(super) cutting_loss: Option<f64>,
    /// It is cut from cloth.
    pub(super) is_cut: bool,
    /// How many pieces, where the sheet counts them.
    pub(super) count: u32,
    /// The pieces that the sheet counts, whole or not.
    pub(super) pieces: Option<f64>,
    /// The cloth that gives the mass, where the sheet gives weight and area.
    pub(super) cloth: Option<Cloth>,
    /// The length that the sheet gives, m.
    pub(super) metres: Option<f64>,
    /// The mass is not in the table: the usual one stands in.
    pub(super) is_usual: bool,
}

/// What is known of a row before its mass.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// What it does.
    pub(super) role: Role,
    /// It is cut from cloth even where the sheet counts it in kilograms or pieces.
    pub(super) is_cloth: bool,
    /// It is not worn.
    pub(super) is_packaging: bool,
    /// Cutting loss where no marker efficiency is given.
    pub(super) usual_loss: f64,
    /// For how many garments the table is.
    pub(super) per: f64,
    /// The user says so: whatever headings and units say does not count.
    pub(super) is_per_answered: bool,
    /// Where the usual masses of trims stand.
    pub(super) library: &'a Library,
}

/// The mass of `row`; the reasons say what was assumed, or why there is none.
pub(super) fn row_mass(
    row: &Row<'_>,
    known: Known<'_>,
    label_gsm: Option<f64>,
    reasons: &mut Vec<Reason>,
) -> Option<RowMass> {
    row.unreckoned(reasons);
    let figures = Figures::of(row, known, label_gsm, reasons);
    if figures.is_unclear {
        let unclear = reasons.iter().filter(|reason| reason.leaves_unclear());
        let cells: Vec<(Column, String)> = unclear
            .flat_map(Reason::columns)
            .map(|column| (column, row.cell(column)))
            .collect();
        reasons.push(Reason::NoMass(cells));
        return None;
    }
    let base = figures.base(row, known, reasons);
    let mut mass = match base {
        Some(base) => figures.shared_out(&base, known, reasons),
        None => figures.usual(row, known, reasons)?,
    };
    mass.pieces = figures.pieces();
    mass.metres = figures.metres();
    if let Some(base) = base {
        mass.count = base.count;
        figures.check(row, &base, &mass, reasons);
    }
    Some(mass)
}

/// What the consumption weighs before cutting.
#[derive(Debug, Clone, Copy)]
struct Base {
    kg: f64,
    /// By consumption × width × GSM.
    is_area: bool,
    /// The cloth that weighs it, all of it kept.
    cloth: Option<Cloth>,
    /// By the weight of pieces, which is in the product already.
    is_pieces: bool,
    count: u32,
}

impl Base {
    fn cloth(gsm: f64, extent: Extent) -> Self {
        let cloth = Cloth {
            gsm,
            extent,
            kept: 1.0,
        };
        Self {
            kg: cloth.kg(),
            is_area: true,
            cloth: Some(cloth),
            is_pieces: false,
            count: 1,
        }
    }

    fn pieces(kg: f64, number: f64) -> Self {
        Self {
            kg,
            is_area: false,
            cloth: None,
            is_pieces: true,
            count: whole(number),
        }
    }
}

impl Figures {
    fn base(&self, row: &Row<'_>, known: Known<'_>, reasons: &mut Vec<Reason>) -> Option<Base> {
        let Some(value) = self.consumption else {
            return self.weight_kg.map(|weight| Base::pieces(weight, 1.0));
        };
        if value <= 0.0 {
            return None;
        }
        if self.unit.is_none() && !known.is_packaging && self.can_weigh() {
            reasons.push(Reason::UnitAssumed(row.cell(self.column), row.is_metric()));
        }
        let by_length = |metres: f64| {
            let extent = Extent::Length {
                metres: value * metres,
                width_m: self.width_m?,
            };
            Some(Base::cloth(self.gsm?, extent))
        };
        match self.unit {
            Some(unit) if unit.square_metres().is_some() => {
                let extent = Extent::Area(value * unit.square_metres()?);
                Some(Base::cloth(self.gsm?, extent))
            }
            Some(unit) if unit.metres().is_some() => {
                by_length(unit.metres()?).or_else(|| self.weight_alone(row, reasons))
            }
            Some(unit) if unit.kilograms().is_some() => Some(Base {
                kg: value * unit.kilograms()?,
                is_area: false,
                cloth: None,
                is_pieces: !known.is_cloth,
                count: 1,
            }),
            None => by_length(1.0).or_else(|| Some(Base::pieces(value * self.weight_kg?, value))),
            Some(unit) => {
                let pieces = value * unit.pieces()?;
                Some(Base::pieces(pieces * self.weight_kg?, pieces))
            }
        }
    }

    /// True where the figures at hand can give a mass.
    fn can_weigh(&self) -> bool {
        self.weight_kg.is_some() || self.gsm.is_some() && self.width_m.is_some()
    }

    fn weight_alone(&self, row: &Row<'_>, reasons: &mut Vec<Reason>) -> Option<Base> {
        let weight = self.weight_kg?;
        reasons.push(Reason::WeightAlone(row.cell(Column::PieceWeight)));
        Some(Base::pieces(weight, 1.0))
    }

    /// The usual mass of a trim that the table does not weigh; packaging without a weight weighs nothing here.
    fn usual(&self, row: &Row<'_>, known: Known<'_>, reasons: &mut Vec<Reason>) -> Option<RowMass> {
        if known.is_packaging {
            reasons.push(Reason::PackagingUnweighed);
            return Some(RowMass::default());
        }
        let is_zero = self.consumption.is_some_and(|value| value <= 0.0);
        let found = usual::mass(row, known, self).filter(|_| !is_zero);
        let Some(found) = found else {
            reasons.push(Reason::NoMass(self.missing(row)));
            return None;
        };
        let pieces = self.pieces().unwrap_or(1.0);
        reasons.push(Reason::UsualMass(found.name.clone(), found.kg));
        Some(RowMass {
            gross_kg: found.kg * (1.0 + self.wastage),
            product_kg: found.kg,
            count: whole(pieces),
            is_usual: true,
            ..RowMass::default()
        })
    }

    /// What is bought and what is in the product.
    fn shared_out(&self, base: &Base, known: Known<'_>, reasons: &mut Vec<Reason>) -> RowMass {
        let is_cut = base.is_area || known.is_cloth;
        let efficiency = match self.marker {
            Some(marker) => marker,
            None if is_cut => {
                reasons.push(Reason::MarkerAssumed(known.usual_loss));
                1.0 - known.usual_loss
            }
            None => 1.0,
        };
        let (product_kg, before_cutting) = if base.is_pieces {
            (base.kg, base.kg / efficiency)
        } else {
            (base.kg * efficiency, base.kg)
        };
        let gross_kg = before_cutting * (1.0 + self.wastage);
        let is_stated = self.marker.is_some() || self.wastage > 0.0;
        RowMass {
            gross_kg,
            product_kg,
            cutting_loss: (is_stated && gross_kg > 0.0).then(|| tidy(1.0 - product_kg / gross_kg)),
            is_cut,
            cloth: base.cloth.map(|cloth| Cloth {
                kept: efficiency,
                ..cloth
            }),
            count: 1,
            ..RowMass::default()
        }
    }

    /// Figures that are far from what is usual, and a stated weight that differs.
    fn check(&self, row: &Row<'_>, base: &Base, mass: &RowMass, reasons: &mut Vec<Reason>) {
        const HEAVY_KG: f64 = 10.0;
        const CLOSE: f64 = 0.05;
        let unusual = |column: Column| Reason::Unusual(column, row.cell(column), row.text(column).to_owned());
        if base.is_area && self.gsm.is_some_and(|gsm| !(10.0..=2000.0).contains(&gsm)) {
            reasons.push(unusual(Column::Gsm));
        }
        if base.is_area && self.width_m.is_some_and(|width| !(0.01..=4.0).contains(&width)) {
            reasons.push(unusual(Column::Width));
        }
        if let Some(stated) = self.weight_kg.filter(|_| base.is_area)
            && (stated - mass.product_kg).abs() > CLOSE * mass.product_kg
        {
            reasons.push(Reason::TwoMasses(
                row.cell(Column::PieceWeight),
                mass.product_kg,
                stated,
            ));
        }
        if mass.gross_kg > HEAVY_KG {
            reasons.push(Reason::Heavy(mass.gross_kg));
        }
    }

    /// How many pieces the row counts.
    pub(super) fn pieces(&self) -> Option<f64> {
        const CLOSE: f64 = 0.01;
        let value = self.consumption?;
        let pieces = match self.unit {
            Some(unit) => unit.pieces().map(|pieces| pieces * value),
            None if !self.can_weigh() => Some(value),
            None => None,
        };
        // 0.0417 gross are six pieces.
        pieces.map(|pieces| {
            let near = pieces.round();
            let is_near = near > 0.0 && (pieces - near).abs() <= CLOSE * near;
            if is_near { near } else { pieces }
        })
    }

    /// The length that the row gives, m; a cone holds some thousand metres.
    pub(super) fn metres(&self) -> Option<f64> {
        let value = self.consumption?;
        match self.unit? {
            Unit::Cone => Some(value * Words::builtin().cone_metres),
            unit => unit.metres().map(|metres| metres * value),
        }
    }

    /// The columns that would give the row a mass, with their cells.
    fn missing(&self, row: &Row<'_>) -> Vec<(Column, String)> {
        let is_length = self.unit.is_some_and(|unit| unit.metres().is_some());
        let is_area = self.unit.is_some_and(|unit| unit.square_metres().is_some());
        let wanted = [
            (self.column, self.consumption.is_none() && is_length),
            (Column::Gsm, self.gsm.is_none() && (is_length || is_area)),
            (Column::Width, self.width_m.is_none() && is_length),
            (
                Column::PieceWeight,
                self.weight_kg.is_none() && !is_length && !is_area,
            ),
        ];
        let lacking = wanted.into_iter().filter(|(_, is_missing)| *is_missing);
        let mut cells: Vec<(Column, String)> =
            lacking.map(|(column, _)| (column, row.cell(column))).collect();
        if cells.is_empty() {
            cells.push((self.column, row.cell(self.column)));
        }
        cells
    }
}

/// A share without the last digits of binary arithmetic: 0.16, not 0.16000000000000003.
fn tidy(share: f64) -> f64 {
    const DIGITS: f64 = 1e12;
    (share.clamp(0.0, 1.0) * DIGITS).round() / DIGITS
}

/// A whole number of pieces that a project takes; 1 for anything else.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be a small whole number"
)]
fn whole(number: f64) -> u32 {
    const MOST: f64 = 1000.0;
    let is_whole = (number - number.round()).abs() < 1e-9 && (1.0..=MOST).contains(&number);
    if is_whole { number.round() as u32 } else { 1 }
}
