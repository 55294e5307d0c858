//! Figures as text: never more digits than the range allows, never "-0", never a bare NaN.
//!
//! Invariant: the same figure reads the same everywhere, because every panel and report formats it here.

use super::Lang;
use crate::quantity::maths::log10;

/// What stands for a figure that could not be reckoned.
pub const NOTHING: &str = "—";
/// Narrow no-break space, before units and between thousands in English.
pub const NARROW_SPACE: char = '\u{202F}';
/// True minus sign.
pub const MINUS: char = '\u{2212}';

/// Digits shown of a figure without a range.
const PLAIN_DIGITS: i32 = 3;
/// Digits shown of hours and full-time equivalents.
const WORK_DIGITS: i32 = 2;

/// `value` rounded to what `range` supports (its width decides the last digit), or to three digits without a range.
pub fn figure(value: f64, range: Option<(f64, f64)>, lang: Lang) -> String {
    at_place(value, place(value, range), lang)
}

/// Low and high of `range`, rounded like the figure `value` that they belong to.
pub fn figure_range(value: f64, range: (f64, f64), lang: Lang) -> String {
    let place = place(value, Some(range));
    span(range.0, range.1, lang, |end| at_place(end, place, lang))
}

/// `value` with a fixed number of decimals, for columns that align.
pub fn fixed(value: f64, decimals: usize, lang: Lang) -> String {
    if !value.is_finite() {
        return NOTHING.to_owned();
    }
    let text = format!("{:.decimals$}", value.abs());
    let is_zero = !text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let sign = if value < 0.0 && !is_zero {
        MINUS.to_string()
    } else {
        String::new()
    };
    sign + &thousands(&text, lang)
}

/// A number as it would be typed: at most six decimals, no zeros at the end, no separators.
pub fn typed(value: f64) -> String {
    let text = fixed(value, 6, Lang::Zh);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// `value` with two significant digits, as hours and jobs are shown.
pub fn rough(value: f64, lang: Lang) -> String {
    at_place(value, digit_place(value, WORK_DIGITS), lang)
}

/// A ratio such as MCI, two decimals.
pub fn ratio(value: f64, lang: Lang) -> String {
    fixed(value, 2, lang)
}

/// A share of 1 in percent with its sign: `0.2149` is "21 %", in Chinese "21%".
pub fn share(value: f64, lang: Lang) -> String {
    with_unit(&percent(value, lang), "%", lang)
}

/// Low and high share: "17–27 %".
pub fn share_range(low: f64, high: f64, lang: Lang) -> String {
    with_unit(&span(low, high, lang, |end| percent(end, lang)), "%", lang)
}

/// A share of 1 in percent without the sign; shares under 10 % keep a second digit, only a whole reads 100.
pub fn percent(value: f64, lang: Lang) -> String {
    let percent = value * 100.0;
    let size = percent.abs();
    if !percent.is_finite() {
        NOTHING.to_owned()
    } else if size < 1e-9 {
        "0".to_owned()
    } else if size < 0.01 {
        format!("<{}", fixed(0.01, 2, lang))
    } else if size < 1.0 {
        trimmed(&fixed(percent, 2, lang))
    } else if size < 9.95 || (99.5..99.95).contains(&size) {
        trimmed(&fixed(percent, 1, lang))
    } else {
        fixed(percent, 0, lang)
    }
}

/// A mass given in kg, shown in g up to 10 kg: "567 g", "34.6 g", then "12.3 kg".
pub fn grams(kg: f64, lang: Lang) -> String {
    let grams = kg * 1000.0;
    if grams.abs() >= 10_000.0 {
        with_unit(&trimmed(&fixed(kg, 1, lang)), "kg", lang)
    } else {
        let decimals = usize::from(grams.abs() < 99.95);
        with_unit(&trimmed(&fixed(grams, decimals, lang)), "g", lang)
    }
}

/// Working time, two digits: "310 h", in Chinese "310工时".
pub fn hours(value: f64, lang: Lang) -> String {
    with_unit(&rough(value, lang), hour_unit(lang), lang)
}

/// Full-time equivalents, two digits: "4.2 FTE", in Chinese "4.2个全时当量".
pub fn fte(value: f64, lang: Lang) -> String {
    let unit = match lang {
        Lang::En => "FTE",
        Lang::Zh | Lang::Both => "个全时当量",
    };
    with_unit(&rough(value, lang), unit, lang)
}

/// A figure with its unit: a narrow space between them in English, none in Chinese; no unit after "—".
pub fn with_unit(figure: &str, unit: &str, lang: Lang) -> String {
    match (figure, lang) {
        (NOTHING, _) => NOTHING.to_owned(),
        (_, Lang::En) => format!("{figure}{NARROW_SPACE}{unit}"),
        (_, Lang::Zh | Lang::Both) => format!("{figure}{unit}"),
    }
}

/// A change with its sign, formatted by `form`: "+98", "−310", "0".
pub fn signed(value: f64, form: impl Fn(f64) -> String) -> String {
    let text = form(value);
    let is_rise = value > 0.0 && text != NOTHING && text.chars().any(|c| ('1'..='9').contains(&c));
    if is_rise { format!("+{text}") } else { text }
}

/// Low and high, each formatted by `form`: "0.35–0.51", or with a word between where an end is negative.
pub fn span(low: f64, high: f64, lang: Lang, form: impl Fn(f64) -> String) -> String {
    let (low_text, high_text) = (form(low), form(high));
    if low_text == NOTHING || high_text == NOTHING {
        NOTHING.to_owned()
    } else if low_text == high_text {
        low_text
    } else if low_text.starts_with(MINUS) || high_text.starts_with(MINUS) {
        match lang {
            Lang::En => format!("{low_text} to {high_text}"),
            Lang::Zh => format!("{low_text}至{high_text}"),
            // Read in either language.
            Lang::Both => format!("{low_text} … {high_text}"),
        }
    } else {
        format!("{low_text}–{high_text}")
    }
}

/// Which way a figure went, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It reads the same.
    Same,
}

impl Trend {
    /// From the old to the new value; the same where both read the same.
    pub fn between(old: f64, new: f64, form: impl Fn(f64) -> String) -> Self {
        if form(old) == form(new) || !old.is_finite() || !new.is_finite() {
            Self::Same
        } else if new > old {
            Self::Up
        } else {
            Self::Down
        }
    }

    /// The arrow after the new figure.
    pub const fn arrow(self) -> &'static str {
        match self {
            Self::Up => " ▲",
            Self::Down => " ▼",
            Self::Same => "",
        }
    }
}

/// Old and new figure, each formatted by `form`: "0.24 → 0.27 ▲"; only the new one where both read the same.
pub fn delta(old: f64, new: f64, form: impl Fn(f64) -> String) -> String {
    match Trend::between(old, new, &form) {
        Trend::Same => form(new),
        trend => format!("{} → {}{}", form(old), form(new), trend.arrow()),
    }
}

/// Digits grouped by narrow spaces in English from 10 000 on; untouched in Chinese.
pub fn thousands(digits: &str, lang: Lang) -> String {
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    if lang.is_chinese() || whole.len() < 5 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut out = String::with_capacity(digits.len() + 8);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(NARROW_SPACE);
        }
        out.push(digit);
    }
    out + rest
}

/// The unit of hours of work.
pub const fn hour_unit(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "h",
        Lang::Zh | Lang::Both => "工时",
    }
}

/// Without zeros at the end of the decimals.
pub(super) fn trimmed(text: &str) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text.to_owned()
    }
}

/// The power of ten of the last digit worth showing.
fn place(value: f64, range: Option<(f64, f64)>) -> i32 {
    let plain = digit_place(value, PLAIN_DIGITS);
    let width = range.map_or(0.0, |(low, high)| high - low);
    if !width.is_finite() || width <= 0.0 {
        return plain;
    }
    let allowed = exponent(width) - 1;
    // At least one digit of the figure itself stays, at most three.
    let leading = if value == 0.0 { allowed } else { exponent(value) };
    if value == 0.0 {
        allowed
    } else {
        allowed.max(plain).min(leading)
    }
}

/// The power of ten of the last of `digits` significant digits.
fn digit_place(value: f64, digits: i32) -> i32 {
    if value == 0.0 || !value.is_finite() {
        0
    } else {
        exponent(value) - digits + 1
    }
}

/// The power of ten of the first digit.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the logarithm of a finite double is within ±324"
)]
fn exponent(value: f64) -> i32 {
    (log10(value.abs()) + 1e-9).floor() as i32
}

/// `value` rounded at the power of ten `place`.
fn at_place(value: f64, place: i32, lang: Lang) -> String {
    if !value.is_finite() {
        return NOTHING.to_owned();
    }
    let decimals = usize::try_from(-place).unwrap_or(0).min(12);
    // Decimals are rounded by the formatting itself, which is exact; only whole tens and up need a step.
    let step = 10_f64.powi(place.max(0));
    let rounded = if place > 0 {
        (value / step).round() * step
    } else {
        value
    };
    fixed(rounded, decimals, lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{En, Zh};

    #[test]
    fn the_range_decides_the_digits() {
        let cases = [
            (0.4231, Some((0.35, 0.51)), "0.42", "0.35–0.51"),
            (0.2149, Some((0.17, 0.27)), "0.21", "0.17–0.27"),
            (312.4, Some((120.0, 720.0)), "310", "120–720"),
            (0.430_04, Some((0.425, 0.435)), "0.430", "0.425–0.435"),
            (3.2, Some((0.0, 2000.0)), "3", "0–2000"),
            (-212.0, Some((-620.0, -20.0)), "−210", "−620 to −20"),
            (0.0, Some((-0.1, 0.1)), "0.00", "−0.10 to 0.10"),
            (0.5, Some((0.5, 0.5)), "0.500", "0.500"),
            (
                66_746.0,
                Some((60_000.0, 70_000.0)),
                "67\u{202F}000",
                "60\u{202F}000–70\u{202F}000",
            ),
        ];
        for (value, range, text, span) in cases {
            assert_eq!(figure(value, range, En), text, "{value}");
            assert_eq!(figure_range(value, range.unwrap(), En), span, "{value}");
        }
        assert_eq!(figure(0.214_94, None, En), "0.215");
        assert_eq!(figure(1234.5, None, En), "1230");
        assert_eq!(figure(0.0, None, En), "0");
        assert_eq!(figure_range(-212.0, (-620.0, -20.0), Zh), "−620至−20");
    }

    #[test]
    fn what_cannot_be_shown_is_a_dash() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let texts = [
                figure(value, None, En),
                figure(value, Some((0.0, 1.0)), En),
                share(value, En),
                grams(value, Zh),
                hours(value, Zh),
                fte(value, En),
                ratio(value, En),
                signed(value, |v| rough(v, En)),
                span(value, 1.0, En, |v| rough(v, En)),
            ];
            assert!(texts.iter().all(|text| text == NOTHING), "{texts:?}");
        }
        assert_eq!(figure(0.5, Some((f64::NAN, 1.0)), En), "0.500");
        assert_eq!(delta(f64::NAN, 0.5, |v| ratio(v, En)), "0.50");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(fixed(-0.001, 2, En), "0.00");
        assert_eq!(fixed(-0.0, 0, En), "0");
        assert_eq!(signed(0.0, |v| rough(v, En)), "0");
        assert_eq!(signed(0.001, |v| fixed(v, 1, En)), "0.0");
        assert_eq!(share(-0.0, En), "0\u{202F}%");
    }

    #[test]
    fn shares() {
        let cases = [
            (0.2149, "21"),
            (1.0, "100"),
            (0.0, "0"),
            (0.0031, "0.31"),
            (0.05, "5"),
            (0.015, "1.5"),
            (0.0996, "10"),
            (0.997, "99.7"),
            (0.9999, "100"),
            (0.000_01, "<0.01"),
            (-0.25, "−25"),
        ];
        for (value, text) in cases {
            assert_eq!(share(value, En), format!("{text}\u{202F}%"));
            assert_eq!(share(value, Zh), format!("{text}%"));
        }
        assert_eq!(share_range(0.17, 0.27, En), "17–27\u{202F}%");
    }

    #[test]
    fn masses_hours_and_jobs() {
        assert_eq!(grams(0.566_56, En), "567\u{202F}g");
        assert_eq!(grams(0.0346, Zh), "34.6g");
        assert_eq!(grams(0.001, En), "1\u{202F}g");
        assert_eq!(grams(12.34, En), "12.3\u{202F}kg");
        assert_eq!(hours(24.4, En), "24\u{202F}h");
        assert_eq!(hours(312.0, Zh), "310工时");
        assert_eq!(fte(4.24, Zh), "4.2个全时当量");
        assert_eq!(rough(0.096, En), "0.096");
    }

    #[test]
    fn thousands_signs_and_changes() {
        assert_eq!(fixed(9999.0, 0, En), "9999");
        assert_eq!(fixed(200_000.0, 0, En), "200\u{202F}000");
        assert_eq!(fixed(-1_234_567.5, 1, En), "−1\u{202F}234\u{202F}567.5");
        assert_eq!(fixed(200_000.0, 0, Zh), "200000");
        assert_eq!(signed(98.2, |v| rough(v, En)), "+98");
        assert_eq!(signed(-312.0, |v| rough(v, En)), "−310");
        assert_eq!(delta(0.24, 0.27, |v| ratio(v, En)), "0.24 → 0.27 ▲");
        assert_eq!(delta(0.27, 0.24, |v| ratio(v, En)), "0.27 → 0.24 ▼");
        assert_eq!(delta(0.271, 0.273, |v| ratio(v, En)), "0.27");
    }
}
