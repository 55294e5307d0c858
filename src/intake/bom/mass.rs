//! The mass of a row: consumption × width × GSM, or the weight of pieces; what of it is in the product, what is bought.
//!
//! base = consumption × width × GSM, in product = base × marker efficiency, gross = base × (1 + wastage).
//! Pieces: in product = consumption × weight of a piece, gross the same × (1 + wastage).

use super::amount::{Amount, Figure, figure, share};
use super::columns::Column;
use super::reason::Reason;
use super::row::Row;
use super::words::{Unit, Words};

/// The mass of a row, kg in one garment.
#[derive(Debug, Clone, Copy, PartialEq)]
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
}

/// Figures of a row that are needed for its mass.
struct Figures {
    consumption: Option<Amount>,
    unit: Option<Unit>,
    gsm: Option<f64>,
    width_m: Option<f64>,
    marker: Option<f64>,
    wastage: f64,
    weight_kg: Option<f64>,
}

/// The mass of `row`; the reasons say what was assumed, or why there is none. `is_cloth`: the part is cut from cloth even
/// where the sheet counts it in kilograms or pieces. `usual_loss`: cutting loss where no marker efficiency is given.
pub(super) fn row_mass(
    row: &Row<'_>,
    label_gsm: Option<f64>,
    is_cloth: bool,
    usual_loss: f64,
    reasons: &mut Vec<Reason>,
) -> Option<RowMass> {
    let figures = Figures::of(row, label_gsm, reasons);
    let Some(base) = figures.base(row, is_cloth, reasons) else {
        reasons.push(Reason::NoMass(missing(row, &figures)));
        return None;
    };
    let mut mass = figures.shared_out(&base, is_cloth, usual_loss, reasons);
    mass.count = base.count;
    figures.check(row, &base, &mass, reasons);
    Some(mass)
}

/// What the consumption weighs before cutting.
struct Base {
    kg: f64,
    /// By consumption × width × GSM.
    is_area: bool,
    /// By the weight of pieces, which is in the product already.
    is_pieces: bool,
    count: u32,
}

impl Base {
    fn pieces(kg: f64, number: f64) -> Self {
        Self {
            kg,
            is_area: false,
            is_pieces: true,
            count: whole(number),
        }
    }
}

impl Figures {
    fn of(row: &Row<'_>, label_gsm: Option<f64>, reasons: &mut Vec<Reason>) -> Self {
        let mut read = |column: Column| row.figure(column, reasons);
        let consumption = read(Column::Consumption);
        let gsm = read(Column::Gsm);
        let width = read(Column::Width);
        let marker = read(Column::Marker);
        let wastage = read(Column::Wastage);
        let weight = read(Column::PieceWeight);
        Self {
            unit: unit(row, consumption, reasons),
            consumption,
            gsm: gsm
                .map(|amount| amount.value)
                .filter(|gsm| *gsm > 0.0)
                .or(label_gsm),
            width_m: width
                .map(|amount| metres(amount, row))
                .filter(|width| *width > 0.0),
            marker: marker.and_then(|amount| efficiency(amount, row, reasons)),
            wastage: wastage.map_or(0.0, |amount| extra(amount, row, reasons)),
            weight_kg: weight
                .map(|amount| kilograms(amount, row))
                .filter(|weight| *weight > 0.0),
        }
    }

    fn base(&self, row: &Row<'_>, is_cloth: bool, reasons: &mut Vec<Reason>) -> Option<Base> {
        let Some(consumption) = self.consumption else {
            return Some(Base::pieces(self.weight_kg?, 1.0));
        };
        let value = consumption.value;
        if value <= 0.0 {
            return None;
        }
        let by_length = |metres: f64| {
            Some(Base {
                kg: value * metres * self.width_m? * self.gsm? / 1000.0,
                is_area: true,
                is_pieces: false,
                count: 1,
            })
        };
        if self.unit.is_none() {
            reasons.push(Reason::UnitAssumed(row.cell(Column::Consumption)));
        }
        match self.unit {
            Some(Unit::SquareMetre) => Some(Base {
                kg: value * self.gsm? / 1000.0,
                is_area: true,
                is_pieces: false,
                count: 1,
            }),
            Some(unit) if unit.metres().is_some() => {
                by_length(unit.metres()?).or_else(|| self.weight_alone(row, reasons))
            }
            Some(unit) if unit.kilograms().is_some() => Some(Base {
                kg: value * unit.kilograms()?,
                is_area: false,
                is_pieces: !is_cloth,
                count: 1,
            }),
            None => by_length(1.0).or_else(|| Some(Base::pieces(value * self.weight_kg?, value))),
            Some(_) => Some(Base::pieces(value * self.weight_kg?, value)),
        }
    }

    fn weight_alone(&self, row: &Row<'_>, reasons: &mut Vec<Reason>) -> Option<Base> {
        let weight = self.weight_kg?;
        reasons.push(Reason::WeightAlone(row.cell(Column::PieceWeight)));
        Some(Base::pieces(weight, 1.0))
    }

    /// What is bought and what is in the product.
    fn shared_out(&self, base: &Base, is_cloth: bool, usual_loss: f64, reasons: &mut Vec<Reason>) -> RowMass {
        let is_cut = base.is_area || is_cloth;
        let efficiency = match self.marker {
            Some(marker) => marker,
            None if is_cut => {
                reasons.push(Reason::MarkerAssumed(usual_loss));
                1.0 - usual_loss
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
            cutting_loss: (is_stated && gross_kg > 0.0).then(|| (1.0 - product_kg / gross_kg).max(0.0)),
            is_cut,
            count: 1,
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
}

/// The unit of the consumption: in its cell, in the column of units, or in the heading.
fn unit(row: &Row<'_>, consumption: Option<Amount>, reasons: &mut Vec<Reason>) -> Option<Unit> {
    let own = consumption.and_then(|amount| amount.unit);
    let text = row.text(Column::Unit);
    let stated = Words::builtin().unit(text);
    if own.is_none() && stated.is_none() && !text.is_empty() {
        reasons.push(Reason::UnknownUnit(row.cell(Column::Unit), text.to_owned()));
    }
    own.or(stated).or_else(|| row.heading_unit(Column::Consumption))
}

/// A width in metres; without a unit figures above 10 are centimetres.
fn metres(amount: Amount, row: &Row<'_>) -> f64 {
    const MOST_METRES: f64 = 10.0;
    let stated = amount
        .unit
        .or_else(|| row.heading_unit(Column::Width))
        .and_then(Unit::metres);
    let guessed = if amount.value > MOST_METRES { 0.01 } else { 1.0 };
    amount.value * stated.unwrap_or(guessed)
}

/// A weight of a piece in kilograms; without a unit it is in grams.
fn kilograms(amount: Amount, row: &Row<'_>) -> f64 {
    let stated = amount
        .unit
        .or_else(|| row.heading_unit(Column::PieceWeight))
        .and_then(Unit::kilograms);
    amount.value * stated.unwrap_or(0.001)
}

fn efficiency(amount: Amount, row: &Row<'_>, reasons: &mut Vec<Reason>) -> Option<f64> {
    let value = share(amount);
    if value > 0.0 && value <= 1.0 {
        return Some(value);
    }
    reasons.push(Reason::MarkerOdd(row.cell(Column::Marker), value));
    None
}

/// The wastage; a figure below 1 without its sign may be a fraction, which is said.
fn extra(amount: Amount, row: &Row<'_>, reasons: &mut Vec<Reason>) -> f64 {
    let has_sign = amount.unit == Some(Unit::Percent);
    if has_sign || amount.value >= 1.0 || amount.value <= 0.0 {
        return amount.value / 100.0;
    }
    reasons.push(Reason::WastageFraction(row.cell(Column::Wastage), amount.value));
    amount.value
}

/// The columns that would give the row a mass, with their cells.
fn missing(row: &Row<'_>, figures: &Figures) -> Vec<(Column, String)> {
    let is_length = figures.unit.is_some_and(|unit| unit.metres().is_some());
    let wanted = [
        (Column::Consumption, figures.consumption.is_none() && is_length),
        (Column::Gsm, figures.gsm.is_none() && is_length),
        (Column::Width, figures.width_m.is_none() && is_length),
        (Column::PieceWeight, figures.weight_kg.is_none() && !is_length),
    ];
    let lacking = wanted.into_iter().filter(|(_, is_missing)| *is_missing);
    let mut cells: Vec<(Column, String)> = lacking.map(|(column, _)| (column, row.cell(column))).collect();
    if cells.is_empty() {
        cells.push((Column::Consumption, row.cell(Column::Consumption)));
    }
    cells
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

impl Row<'_> {
    /// The figure in `column`; what is none is said.
    fn figure(&self, column: Column, reasons: &mut Vec<Reason>) -> Option<Amount> {
        let text = self.text(column);
        match figure(text, self.sheet) {
            Figure::None => None,
            Figure::Amount(amount) => Some(amount),
            Figure::Unreadable => {
                reasons.push(Reason::NotFigure(column, self.cell(column), text.to_owned()));
                None
            }
        }
    }
}
