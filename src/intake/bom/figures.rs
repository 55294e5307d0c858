//! The figures of a row that are needed for its mass, out of their columns and out of running text.

use super::amount::{Amount, Figure, figure};
use super::cells::{efficiency, extra, fits, is_open, kilograms, metres};
use super::columns::Column;
use super::free::{self, Free};
use super::mass::Known;
use super::reason::Reason;
use super::row::Row;
use super::units::{Measure, Unit};
use super::words::Words;
use crate::text::number::typed;

/// The figures of a row, for one garment.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Figures {
    /// Consumption without wastage.
    pub(super) consumption: Option<f64>,
    /// The column it stands in.
    pub(super) column: Column,
    /// Its unit.
    pub(super) unit: Option<Unit>,
    /// Cloth weight, g/m².
    pub(super) gsm: Option<f64>,
    /// Width of cloth, m.
    pub(super) width_m: Option<f64>,
    /// Marker efficiency, 0 to 1.
    pub(super) marker: Option<f64>,
    /// Bought on top of the consumption, as a share of it.
    pub(super) wastage: f64,
    /// Mass of one piece, kg.
    pub(super) weight_kg: Option<f64>,
    /// A unit that is not known, or a figure that cannot be had: no mass before that is answered.
    pub(super) is_unclear: bool,
    /// What running text says.
    pub(super) free: Free,
}

impl Figures {
    /// The figures of `row`.
    pub(super) fn of(
        row: &Row<'_>,
        known: Known<'_>,
        label_gsm: Option<f64>,
        reasons: &mut Vec<Reason>,
    ) -> Self {
        let mut figures = Self {
            column: Column::Consumption,
            free: told(row),
            ..Self::default()
        };
        figures.is_unclear = reasons.iter().any(Reason::is_unreckoned_quantity);
        let wastage = row
            .figure(Column::Wastage, reasons)
            .map(|amount| extra(amount, row, reasons));
        figures.quantity(row, known, wastage, reasons);
        let marker = row.figure(Column::Marker, reasons);
        figures.marker = marker.and_then(|amount| efficiency(amount, row, reasons));
        let weight = row.figure(Column::PieceWeight, reasons);
        figures.weight_kg = weight
            .map(|amount| kilograms(amount, row))
            .filter(|weight| *weight > 0.0);
        let is_length = figures
            .unit
            .is_none_or(|unit| unit.metres().is_some() || unit.square_metres().is_some());
        let is_cloth = known.is_cloth || is_length && figures.free.gsm.is_some();
        figures.gsm(row, label_gsm, is_cloth, reasons);
        figures.width(row, is_cloth, reasons);
        figures
    }

    /// Consumption, its unit, and the wastage, net and gross held against each other.
    fn quantity(&mut self, row: &Row<'_>, known: Known<'_>, wastage: Option<f64>, reasons: &mut Vec<Reason>) {
        const CLOSE: f64 = 0.011;
        let net = row.figure(Column::Consumption, reasons);
        let gross = row.figure(Column::GrossConsumption, reasons);
        self.wastage = wastage.unwrap_or(0.0);
        let (amount, column) = match (net, gross) {
            (Some(net), _) => (Some(net), Column::Consumption),
            (None, Some(gross)) => (Some(gross), Column::GrossConsumption),
            (None, None) => (None, Column::Consumption),
        };
        self.column = column;
        let stated = self.unit(row, amount, column, reasons);
        let per = stated.filter(|_| !known.is_per_answered).unwrap_or(known.per);
        let Some(amount) = amount else { return };
        let mut value = amount.value / per.max(f64::MIN_POSITIVE);
        match (net, gross) {
            (Some(net), Some(gross)) if net.value > 0.0 && gross.value > 0.0 => {
                let implied = gross.value / net.value - 1.0;
                let differs = wastage.is_some_and(|stated| (stated - implied).abs() > CLOSE);
                if implied < -CLOSE || differs {
                    let cell = row.cell(Column::GrossConsumption);
                    reasons.push(Reason::NetAndGross(cell, implied, self.wastage));
                }
                if !differs && implied > 0.0 {
                    // The two figures are rounded more finely than the share, or it stands nowhere else.
                    self.wastage = wastage.unwrap_or(implied);
                }
            }
            (None, Some(_)) => value /= 1.0 + self.wastage,
            _ => {}
        }
        self.consumption = Some(value);
    }

    /// The unit of the consumption: in its cell, in the column of units, or in the heading; gives for how many garments
    /// it says that the figure is.
    fn unit(
        &mut self,
        row: &Row<'_>,
        amount: Option<Amount>,
        column: Column,
        reasons: &mut Vec<Reason>,
    ) -> Option<f64> {
        let own = amount.map(|amount| Measure {
            unit: amount.unit,
            per: amount.per,
        });
        let text = row.text(Column::Unit);
        let fixed = row.fix.and_then(|fix| fix.unit).or_else(|| row.memory.unit(text));
        let stated = Measure::of(text);
        let own_unit = own.and_then(|own| own.unit);
        if own_unit.is_none() && stated.is_none() && fixed.is_none() && !text.is_empty() {
            reasons.push(Reason::UnknownUnit(row.cell(Column::Unit), text.to_owned()));
            self.is_unclear = amount.is_some();
        }
        let stated_unit = stated.and_then(|stated| stated.unit);
        if let (Some(own), Some(stated), None) = (own_unit, stated_unit, fixed)
            && own != stated
            && (own.pieces().is_none() || stated.pieces().is_none())
        {
            let words = (row.text(column).to_owned(), text.to_owned());
            reasons.push(Reason::Conflict(column, row.cell(column), words.0, words.1));
        }
        self.unit = fixed
            .or(own_unit)
            .or(stated_unit)
            .or_else(|| row.heading_unit(column));
        let per = [own, stated]
            .into_iter()
            .flatten()
            .find_map(|measure| measure.per);
        per.or_else(|| row.mapping.per(column))
    }

    fn gsm(&mut self, row: &Row<'_>, label_gsm: Option<f64>, is_cloth: bool, reasons: &mut Vec<Reason>) {
        let text = row.text(Column::Gsm);
        let told = free::read(text);
        match figure(text, row.sheet) {
            Figure::Amount(amount) => self.take_gsm(amount, row, is_cloth, reasons),
            Figure::Unreadable if !is_cloth => {}
            Figure::Unreadable if told.gsm.is_some() => self.gsm = told.gsm,
            Figure::Unreadable => reasons.push(row.no_figure(Column::Gsm)),
            Figure::None => {}
        }
        let grams = self.free.grams.filter(|_| is_cloth);
        if let (Some(stated), Some(told), true) = (self.gsm, self.free.gsm, is_cloth)
            && differ(stated, told)
        {
            reasons.push(row.conflict(Column::Gsm, stated, told, Unit::Gsm));
        }
        self.gsm = self.gsm.or(label_gsm).or(self.free.gsm).or(grams);
    }

    fn take_gsm(&mut self, amount: Amount, row: &Row<'_>, is_cloth: bool, reasons: &mut Vec<Reason>) {
        note(amount, Column::Gsm, row, reasons);
        let unit = amount.unit.or_else(|| row.heading_unit(Column::Gsm));
        let by_unit = unit.and_then(Unit::gsm);
        let is_mass = unit.is_some_and(|unit| unit.kilograms().is_some());
        let value = match (by_unit, is_mass) {
            (Some(gsm), _) if is_cloth || unit != Some(Unit::Ounce) => amount.value * gsm,
            // "220 g" in a column of weights is the cloth's where the row is cloth, else that of a piece.
            (_, true) if !is_cloth => {
                let kilograms = unit.and_then(Unit::kilograms).unwrap_or(0.001);
                self.weight_kg = self
                    .weight_kg
                    .or(Some(amount.value * kilograms))
                    .filter(|kg| *kg > 0.0);
                return;
            }
            (_, true) if unit == Some(Unit::Gram) => amount.value,
            (None, false) if unit.is_none() => amount.value,
            _ => {
                reasons.push(row.no_figure(Column::Gsm));
                return;
            }
        };
        self.gsm = Some(value).filter(|gsm| *gsm > 0.0);
    }

    fn width(&mut self, row: &Row<'_>, is_cloth: bool, reasons: &mut Vec<Reason>) {
        let text = row.text(Column::Width);
        let width = match figure(text, row.sheet) {
            Figure::Amount(amount) if fits(Column::Width, amount) => {
                note(amount, Column::Width, row, reasons);
                if is_cloth && is_open(amount, text, row) {
                    reasons.push(row.unusual(Column::Width));
                }
                Some(metres(amount, text, row))
            }
            Figure::Amount(_) | Figure::Unreadable => {
                let told = free::read(text);
                let found = told.width_m.or(told.length_m);
                if found.is_none() && is_cloth {
                    reasons.push(row.no_figure(Column::Width));
                } else if is_cloth && (told.has_two_widths || !Words::builtin().is_width(&told.words)) {
                    // `85 cm tubular`, `85 cm x 2`: the words change the figure.
                    reasons.push(row.unusual(Column::Width));
                }
                found
            }
            Figure::None => None,
        };
        let told = self.free.width_m.filter(|_| is_cloth);
        if let (Some(stated), Some(told)) = (width, told)
            && differ(stated, told)
        {
            reasons.push(row.conflict(Column::Width, stated, told, Unit::Metre));
        }
        self.width_m = width.filter(|width| *width > 0.0).or(told);
    }
}

/// True where two figures of one thing lie further apart than rounding and finishing put them.
fn differ(one: f64, other: f64) -> bool {
    const CLOSE: f64 = 0.1;
    one > 0.0 && (one - other).abs() > CLOSE * one
}

/// What all running text of the row says, each figure from the first text that has it.
fn told(row: &Row<'_>) -> Free {
    let mut whole = Free::default();
    for text in row.told() {
        let free = free::read(text);
        whole.gsm = whole.gsm.or(free.gsm);
        whole.grams = whole.grams.or(free.grams);
        whole.width_m = whole.width_m.or(free.width_m);
        whole.length_m = whole.length_m.or(free.length_m);
        whole.ligne = whole.ligne.or(free.ligne);
    }
    // In a column of weights "5mm width" of a cord stands as well.
    let free = free::read(row.text(Column::Gsm));
    whole.ligne = whole.ligne.or(free.ligne);
    whole
}

/// Says where a figure is the middle of a range, or its comma could mean either.
fn note(amount: Amount, column: Column, row: &Row<'_>, reasons: &mut Vec<Reason>) {
    let is_spread = amount.range.is_some_and(|(low, high)| high > low);
    if is_spread {
        reasons.push(Reason::Range(
            column,
            row.cell(column),
            row.text(column).to_owned(),
            amount.value,
        ));
    }
    if amount.is_ambiguous {
        reasons.push(Reason::Comma(
            column,
            row.cell(column),
            row.text(column).to_owned(),
            amount.value,
        ));
    }
}

impl Row<'_> {
    /// The figure in `column`; what is none is said.
    fn figure(&self, column: Column, reasons: &mut Vec<Reason>) -> Option<Amount> {
        if !column.fills_down()
            && self.text(column).is_empty()
            && let Some((row, place)) = self.merged(column)
        {
            let name = super::sheet::cell_name(row, place);
            reasons.push(Reason::MergedOnce(column, name));
            return None;
        }
        match figure(self.text(column), self.sheet) {
            Figure::None => None,
            Figure::Amount(amount) if fits(column, amount) => {
                note(amount, column, self, reasons);
                Some(amount)
            }
            Figure::Amount(_) | Figure::Unreadable => {
                reasons.push(self.no_figure(column));
                None
            }
        }
    }

    /// The figure of `column` and another one that stands elsewhere in the row.
    fn conflict(&self, column: Column, stated: f64, told: f64, unit: Unit) -> Reason {
        let [stated, told] = [stated, told].map(|value| {
            let rounded = (value * 1000.0).round() / 1000.0;
            format!("{} {}", typed(rounded), unit.sign())
        });
        Reason::Conflict(column, self.cell(column), stated, told)
    }

    pub(super) fn unusual(&self, column: Column) -> Reason {
        Reason::Unusual(column, self.cell(column), self.text(column).to_owned())
    }

    fn no_figure(&self, column: Column) -> Reason {
        Reason::NotFigure(column, self.cell(column), self.text(column).to_owned())
    }
}
