//! Figures of cells with their units: `148`, `148cm`, `0.84`, `84%`, `220 g/m2`.

use super::sheet::Sheet;
use super::words::{Unit, Words};
use crate::intake::chars::plain_text;
use crate::text::parse_number;

/// A figure and the unit that stands with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// The figure.
    pub(super) value: f64,
    /// The unit in the cell itself.
    pub(super) unit: Option<Unit>,
}

/// What a cell holds where a figure is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure {
    /// Nothing, or a stroke for nothing.
    None,
    /// A figure, zero or more.
    Amount(Amount),
    /// Something else.
    Unreadable,
}

/// The figure in `text`, a cell of `sheet`.
pub(super) fn figure(text: &str, sheet: &Sheet) -> Figure {
    let plain = plain_text(text);
    let plain = plain.trim();
    if plain.is_empty() || ["-", "--", "/", "n/a", "na", "nil", "无"].contains(&plain) {
        return Figure::None;
    }
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+');
    let end = plain
        .find(|c: char| !is_digit(c) && c != ' ')
        .unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    let digits = digits.trim();
    let decimal = if sheet.has_decimal_comma() {
        digits.replace(',', ".")
    } else {
        digits.to_owned()
    };
    let unit = Words::builtin().unit(rest);
    match parse_number(&decimal) {
        Some(value) if value >= 0.0 && (rest.trim().is_empty() || unit.is_some()) => {
            Figure::Amount(Amount { value, unit })
        }
        _ => Figure::Unreadable,
    }
}

/// A share in a column of per cent: `84`, `84%`, and `0.84` where the figure is at most 1 and has no sign.
pub(super) fn share(amount: Amount) -> f64 {
    let is_fraction = amount.unit != Some(Unit::Percent) && amount.value <= 1.0;
    if is_fraction {
        amount.value
    } else {
        amount.value / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_people_type_them() {
        let sheet = Sheet::default();
        let read = |text: &str| match figure(text, &sheet) {
            Figure::Amount(amount) => Some((amount.value, amount.unit)),
            _ => None,
        };
        assert_eq!(read("148"), Some((148.0, None)));
        assert_eq!(read("148 cm"), Some((148.0, Some(Unit::Centimetre))));
        assert_eq!(read("５８\""), Some((58.0, Some(Unit::Inch))));
        assert_eq!(read("1.35米"), Some((1.35, Some(Unit::Metre))));
        assert_eq!(read("220g/㎡"), Some((220.0, Some(Unit::Gsm))));
        assert_eq!(read("84%"), Some((84.0, Some(Unit::Percent))));
        assert_eq!(read("1,200"), Some((1200.0, None)));
        for text in ["58/60", "-3", "about 5", "1e5", "5 furlongs"] {
            assert_eq!(figure(text, &sheet), Figure::Unreadable, "{text}");
        }
        assert_eq!(figure(" - ", &sheet), Figure::None);
    }
}
