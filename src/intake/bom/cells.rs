//! What single figures of a row mean: a width, a weight, a marker efficiency, a wastage.

use super::amount::{Amount, share};
use super::columns::Column;
use super::reason::Reason;
use super::row::Row;
use super::units::Unit;
use super::words::{Words, says};

/// A width in metres; without a unit `57/58` is in inches, else figures above 10 are centimetres, from 500 on millimetres;
/// between 30 and 75 nobody can tell.
pub(super) fn metres(amount: Amount, text: &str, row: &Row<'_>) -> f64 {
    const MOST_METRES: f64 = 10.0;
    const LEAST_MILLIMETRES: f64 = 500.0;
    let stated = amount
        .unit
        .or_else(|| row.heading_unit(Column::Width))
        .and_then(Unit::metres);
    let is_inches = text.contains('/') && INCHES.contains(&amount.value);
    let guessed = if is_inches {
        0.0254
    } else if amount.value >= LEAST_MILLIMETRES {
        0.001
    } else if amount.value > MOST_METRES {
        0.01
    } else {
        1.0
    };
    amount.value * stated.unwrap_or(guessed)
}

/// True where nobody can tell whether a width is in inches or centimetres.
pub(super) fn is_open(amount: Amount, text: &str, row: &Row<'_>) -> bool {
    let stated = amount.unit.or_else(|| row.heading_unit(Column::Width));
    stated.is_none() && !text.contains('/') && INCHES.contains(&amount.value)
}

/// Widths of cloth in inches.
pub(super) const INCHES: std::ops::RangeInclusive<f64> = 30.0..=75.0;

/// A weight of a piece in kilograms; without a unit it is in grams.
pub(super) fn kilograms(amount: Amount, row: &Row<'_>) -> f64 {
    let stated = amount
        .unit
        .or_else(|| row.heading_unit(Column::PieceWeight))
        .and_then(Unit::kilograms);
    let stated_per = amount.per.or_else(|| row.mapping.per(Column::PieceWeight));
    let per = stated_per.unwrap_or(1.0);
    amount.value * stated.unwrap_or(0.001) / per
}

pub(super) fn efficiency(amount: Amount, row: &Row<'_>, reasons: &mut Vec<Reason>) -> Option<f64> {
    /// No marker uses less of the cloth.
    const LEAST: f64 = 0.3;
    let heads = row.mapping.heads(row.sheet);
    let place = row.mapping.index(Column::Marker);
    let is_loss = place.is_some_and(|place| says(heads.text(place), &Words::builtin().losses));
    let value = if is_loss {
        1.0 - share(amount)
    } else {
        share(amount)
    };
    if (LEAST..=1.0).contains(&value) {
        return Some(value);
    }
    reasons.push(Reason::MarkerOdd(
        row.cell(Column::Marker),
        row.text(Column::Marker).to_owned(),
    ));
    None
}

/// The wastage; a figure below 1 without its sign may be a fraction, and one a little above 1 a factor, which is said.
pub(super) fn extra(amount: Amount, row: &Row<'_>, reasons: &mut Vec<Reason>) -> f64 {
    /// More is no wastage.
    const MOST: f64 = 0.6;
    let has_sign = amount.unit == Some(Unit::Percent);
    let is_plain = has_sign || amount.value <= 0.0;
    if !is_plain && amount.value < 1.0 {
        reasons.push(Reason::WastageFraction(row.cell(Column::Wastage), amount.value));
        return amount.value;
    }
    let is_factor = !is_plain && amount.value > 1.0 && amount.value < 1.5;
    let value = if is_factor {
        amount.value - 1.0
    } else {
        amount.value / 100.0
    };
    if is_factor {
        reasons.push(Reason::WastageFraction(row.cell(Column::Wastage), value));
    } else if value > MOST {
        reasons.push(row.unusual(Column::Wastage));
    }
    value
}

/// True where the unit of `amount` is one that `column` can have: a weight is no length, a wastage no weight.
pub(super) fn fits(column: Column, amount: Amount) -> bool {
    let Some(unit) = amount.unit else { return true };
    match column {
        Column::Width => unit.metres().is_some(),
        Column::Marker | Column::Wastage => unit == Unit::Percent,
        Column::PieceWeight => unit.kilograms().is_some(),
        Column::Consumption | Column::GrossConsumption => unit.is_quantity(),
        _ => true,
    }
}
