//! Figures of cells with their units: `148`, `148cm`, `0.84`, `84%`, `220 g/m2`, `200-210`, `200±5%`, `57/58"`.

use super::sheet::Sheet;
use super::units::{Measure, Unit};
use super::words::Words;
use crate::intake::chars::plain_text;
use crate::text::parse_number;

/// A figure and the unit that stands with it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Amount {
    /// The figure; the middle of a range.
    pub(super) value: f64,
    /// The unit in the cell itself.
    pub(super) unit: Option<Unit>,
    /// For how many garments, where the unit says it.
    pub(super) per: Option<f64>,
    /// Low and high, where the cell gives a range.
    pub(super) range: Option<(f64, f64)>,
    /// Its comma may be a decimal sign or stand between thousands; read as the latter.
    pub(super) is_ambiguous: bool,
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
    let Some((first, is_ambiguous, rest)) = leading(plain, sheet.has_decimal_comma()) else {
        return Figure::Unreadable;
    };
    let (range, rest) = range(first, rest, sheet.has_decimal_comma());
    let rest = rest.trim();
    let measure = Measure::of(rest);
    if !rest.is_empty() && measure.is_none() {
        return Figure::Unreadable;
    }
    let measure = measure.unwrap_or_default();
    Figure::Amount(Amount {
        value: range.map_or(first, |(low, high)| f64::midpoint(low, high)),
        unit: measure.unit,
        per: measure.per,
        range,
        is_ambiguous,
    })
}

/// The figure that `text`, already plain, starts with, whether its comma is ambiguous, and the rest.
pub(super) fn leading(text: &str, has_decimal_comma: bool) -> Option<(f64, bool, &str)> {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let signless = text.strip_prefix('+').unwrap_or(text);
    if !signless.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let end = signless.find(|c: char| !is_digit(c)).unwrap_or(signless.len());
    let (digits, rest) = signless.split_at(end);
    // "1 200" with a blank between thousands.
    if let Some(after) = grouped(digits, rest) {
        let joined: String = digits_before(signless, after);
        return Some((parse_number(&joined)?, false, after));
    }
    let trimmed = digits.trim_end_matches([',', '.']);
    let rest = signless.get(trimmed.len()..).unwrap_or(rest);
    let (decimal, is_ambiguous) = with_point(trimmed, has_decimal_comma);
    parse_number(&decimal)
        .filter(|value| *value >= 0.0)
        .map(|value| (value, is_ambiguous, rest))
}

/// The digits of `text` before `rest`, without blanks.
fn digits_before(text: &str, rest: &str) -> String {
    let length = text.len().saturating_sub(rest.len());
    text.get(..length)
        .unwrap_or_default()
        .chars()
        .filter(|c| *c != ' ')
        .collect()
}

/// Thousands divided by blanks: three digits after a blank, and no further digit.
fn grouped<'a>(digits: &str, rest: &'a str) -> Option<&'a str> {
    const GROUP: usize = 3;
    let is_whole = digits.len() <= GROUP && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty();
    let after = rest.strip_prefix(' ')?;
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    (is_whole && end == GROUP).then(|| after.get(end..).unwrap_or_default())
}

/// `digits` with a decimal point, and whether its comma could mean either.
fn with_point(digits: &str, has_decimal_comma: bool) -> (String, bool) {
    let commas = digits.matches(',').count();
    let points = digits.matches('.').count();
    let (whole, fraction) = digits.rsplit_once([',', '.']).unwrap_or((digits, ""));
    let is_group = fraction.len() == 3;
    match (commas, points) {
        // "0,004" is never thousands, nor is "1,35".
        (1, 0) if has_decimal_comma || !is_group || whole.starts_with('0') || whole.is_empty() => {
            (digits.replace(',', "."), false)
        }
        (1, 0) => (digits.to_owned(), true),
        // "1.250" beside decimal commas.
        (0, 1) if has_decimal_comma && is_group && !whole.starts_with('0') => (digits.replace('.', ""), true),
        (1.., 1..) => {
            let is_comma_last = digits.rfind(',') > digits.rfind('.');
            let decimal = if is_comma_last {
                digits.replace('.', "").replace(',', ".")
            } else {
                digits.replace(',', "")
            };
            (decimal, false)
        }
        _ => (digits.to_owned(), false),
    }
}

/// Low and high where a second figure follows, and what comes after it; of widths like `57/58"` the lower one counts.
fn range(first: f64, rest: &str, has_decimal_comma: bool) -> (Option<(f64, f64)>, &str) {
    let none = (None, rest);
    let start = rest.trim_start();
    if let Some(after) = start.strip_prefix('±').or_else(|| start.strip_prefix("+/-")) {
        let Some((spread, _, after)) = leading(after.trim_start(), has_decimal_comma) else {
            return none;
        };
        let (spread, after) = match after.trim_start().strip_prefix('%') {
            Some(after) => (first * spread / 100.0, after),
            None => (spread, after),
        };
        return (Some((first - spread, first + spread)), after);
    }
    // "82%-84%".
    let unsigned = start
        .strip_prefix('%')
        .filter(|rest| rest.trim_start().starts_with(['-', '~']));
    let marked = unsigned.unwrap_or(start).trim_start();
    let Some(after) = marked.strip_prefix(['-', '~', '至', '/']) else {
        return none;
    };
    let Some((second, _, after)) = leading(after.trim_start(), has_decimal_comma) else {
        return none;
    };
    let is_pair = marked.starts_with('/');
    if second < first {
        return none;
    }
    let high = if is_pair { first } else { second };
    (Some((first, high)), after)
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

/// True where the unit words of `text` begin it, and how long the word is: for figures within running text.
pub(super) fn unit_at(text: &str) -> Option<(Unit, usize)> {
    let words = Words::builtin();
    words.units.iter().find_map(|(word, unit)| {
        let rest = text.strip_prefix(word.as_str())?;
        let ends_in_letter = word.ends_with(|c: char| c.is_ascii_alphanumeric());
        let goes_on = rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        (!(ends_in_letter && goes_on)).then_some((*unit, word.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::from_text;
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
        assert_eq!(read("1 200 m"), Some((1200.0, Some(Unit::Metre))));
        assert_eq!(read("0,004"), Some((0.004, None)));
        assert_eq!(read("1,35"), Some((1.35, None)));
        assert_eq!(read("1.234,5"), Some((1234.5, None)));
        assert_eq!(read("200-210"), Some((205.0, None)));
        assert_eq!(read("200±5%"), Some((200.0, None)));
        assert_eq!(read("82-84%"), Some((83.0, Some(Unit::Percent))));
        assert_eq!(read("82%-84%"), Some((83.0, Some(Unit::Percent))));
        assert_eq!(read("58/60\""), Some((58.0, Some(Unit::Inch))));
        assert_eq!(read("57/58"), Some((57.0, None)));
        assert_eq!(read("12oz"), Some((12.0, Some(Unit::Ounce))));
        for text in ["-3", "about 5", "1e5", "5 furlongs", "40/2", "5mm width", "1.2.3"] {
            assert_eq!(figure(text, &sheet), Figure::Unreadable, "{text}");
        }
        assert_eq!(figure(" - ", &sheet), Figure::None);
    }

    #[test]
    fn a_comma_is_what_the_file_says_it_is() {
        let sheet = &from_text("a;b;1,250\n").unwrap()[0];
        let amount = |text: &str| match figure(text, sheet) {
            Figure::Amount(amount) => (amount.value, amount.is_ambiguous),
            _ => (f64::NAN, true),
        };
        assert_eq!(amount("1,250"), (1.25, false));
        assert_eq!(amount("1.250"), (1250.0, true));
        let Figure::Amount(alone) = figure("1,250", &Sheet::default()) else {
            unreachable!("a figure")
        };
        assert_eq!((alone.value, alone.is_ambiguous), (1250.0, true));
    }
}
