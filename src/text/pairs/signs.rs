//! The signs between the words of a text, and figures as they are written in English.

use crate::text::number::{MINUS, NARROW_SPACE};

/// What stands between two texts, in Chinese and in English; what parts most comes first.
pub(super) const BETWEEN: [(&str, &str); 17] = [
    ("；", "; "),
    ("; ", "; "),
    ("：", ": "),
    (": ", ": "),
    ("，", ", "),
    ("？", "? "),
    ("、", ", "),
    (", ", ", "),
    (" → ", " → "),
    ("→", " → "),
    (" · ", " · "),
    ("·", " · "),
    ("＋", " + "),
    ("／", "/"),
    ("/", "/"),
    ("|", "|"),
    (" ", " "),
];

/// What stands around words, in Chinese and in English.
pub(super) const AROUND: [(char, char, [&str; 2]); 2] = [('（', '）', ["(", ")"]), ('“', '”', ["“", "”"])];

/// Units that stand after a figure without a space in Chinese.
const AFTER: [&str; 6] = ["%", "kg", "g", "t", "mm", "cm"];

/// What holds no Chinese letter, with the signs of English.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '（' => out.push_str(" ("),
            '）' => out.push(')'),
            '，' | '、' => out.push_str(", "),
            '；' => out.push_str("; "),
            '：' => out.push_str(": "),
            '。' => out.push_str(". "),
            '／' => out.push('/'),
            '＋' => out.push_str(" + "),
            '㎡' => out.push_str("m²"),
            other => out.push(other),
        }
    }
    spaced(out.trim())
}

/// A narrow space between each figure and the unit after it.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut last = ' ';
    for (at, letter) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let is_unit = |unit: &&str| {
            let after = rest.strip_prefix(*unit);
            after.is_some_and(|after| !after.starts_with(|next: char| next.is_alphanumeric()))
        };
        if last.is_ascii_digit() && AFTER.iter().any(is_unit) {
            out.push(NARROW_SPACE);
        }
        out.push(letter);
        last = letter;
    }
    out
}

/// True for what a figure begins with.
pub(super) fn starts_figure(letter: char) -> bool {
    letter.is_ascii_digit() || ['+', MINUS, '<', '>', '≥', '≤', '±', '—'].contains(&letter)
}

/// Where figures begin in `text` after a word.
pub(super) fn figures_in(text: &str) -> impl Iterator<Item = usize> {
    let before = std::iter::once(' ').chain(text.chars());
    let starts = text.char_indices().zip(before);
    let starts =
        starts.filter(|((at, letter), before)| *at > 0 && starts_figure(*letter) && !is_in_figure(*before));
    starts.map(|((at, _), _)| at)
}

/// True for what stands inside a figure or a word with figures.
pub(super) fn is_in_figure(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || ['.', '+', MINUS, '<', '>', '≥', '≤', '±', '–', '-'].contains(&letter)
}

/// True for a text that is a figure, or begins with one.
pub(super) fn is_figure(text: &str) -> bool {
    text.chars().next().is_some_and(starts_figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_as_in_english() {
        for (zh, en) in [
            ("14.4g", "14.4\u{202F}g"),
            ("37%（1–70%）", "37\u{202F}% (1–70\u{202F}%)"),
            ("A、B、C", "A, B, C"),
            ("2gg", "2gg"),
            ("0.25 → 0.30", "0.25 → 0.30"),
        ] {
            assert_eq!(plain(zh), en);
        }
    }
}
