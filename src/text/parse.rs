//! Typed text as numbers, in the forms that people type in either language.

use super::number::MINUS;

/// The number in `text`: full-width digits, either minus sign, and separators between thousands are understood.
///
/// `None` where it is not one plain finite number; "0,4" is refused rather than guessed at.
pub fn parse_number(text: &str) -> Option<f64> {
    let plain: String = text
        .trim()
        .chars()
        .filter(|c| !is_space(*c))
        .map(half_width)
        .collect();
    let plain = without_thousands(&plain)?;
    let is_number = plain.chars().all(|c| c.is_ascii_digit() || ".-+".contains(c));
    plain
        .parse()
        .ok()
        .filter(|value: &f64| is_number && value.is_finite())
}

/// The share in `text`, typed in per cent with or without its sign: "40", "40%" and "４０％" are 0.4, "0.4" is 0.004.
pub fn parse_percent(text: &str) -> Option<f64> {
    let text = text.trim();
    let digits = text.strip_suffix(['%', '％']).unwrap_or(text);
    parse_number(digits).map(|percent| percent / 100.0)
}

/// Spaces that may stand between digits or before a unit.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{202F}' || c == '\u{A0}'
}

/// Full-width forms and the true minus as ASCII.
fn half_width(c: char) -> char {
    match c {
        MINUS | '－' => '-',
        '。' => '.',
        '！'..='～' => u8::try_from(u32::from(c) - 0xFEE0).map_or(c, char::from),
        _ => c,
    }
}

/// Takes commas out where each is followed by exactly three digits.
fn without_thousands(text: &str) -> Option<String> {
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut groups = whole.split(',');
    let first = groups.next()?.trim_start_matches(['-', '+']);
    let is_split = whole.contains(',');
    let is_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    (!is_split || is_grouped).then(|| whole.replace(',', "") + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        let cases = [
            ("40", Some(40.0)),
            (" 12 000.5 ", Some(12_000.5)),
            ("12,000", Some(12_000.0)),
            ("１２．５", Some(12.5)),
            ("１２。５", Some(12.5)),
            ("−3", Some(-3.0)),
            ("－３", Some(-3.0)),
            ("200\u{202F}000", Some(200_000.0)),
            ("0,4", None),
            ("1,2345", None),
            ("", None),
            ("-", None),
            ("1e5", None),
            ("inf", None),
            ("NaN", None),
            ("3 g", None),
        ];
        for (text, value) in cases {
            assert_eq!(parse_number(text), value, "{text:?}");
        }
    }

    #[test]
    fn per_cent_with_or_without_its_sign() {
        for text in ["40", "40%", "40 %", "40\u{202F}%", "４０％", "40％"] {
            assert_eq!(parse_percent(text), Some(0.4), "{text:?}");
        }
        assert_eq!(parse_percent("0.4"), Some(0.004));
        assert_eq!(parse_percent("%"), None);
    }
}
