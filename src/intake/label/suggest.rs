//! What an unknown name may have meant: the nearest names of both languages by edit distance.

use super::super::chars::plain_text;
use super::super::words::Words;
use crate::model::FibreId;

/// Most suggestions given.
const MOST: usize = 5;
/// Longest text that is compared, in characters.
const LONGEST: usize = 40;

/// Up to five fibres whose names are nearest to `text`, each once; equally near ones in the order of the table.
pub(super) fn suggestions(text: &str, words: &Words) -> Vec<FibreId> {
    let wanted: Vec<char> = plain_text(text).chars().take(LONGEST).collect();
    let mut nearest: Vec<(f64, &FibreId)> = Vec::new();
    for (name, id) in &words.names {
        let name: Vec<char> = name.chars().collect();
        let far = distance(&wanted, &name) as f64 / wanted.len().max(name.len()).max(1) as f64;
        match nearest.iter_mut().find(|(_, known)| *known == id) {
            Some((best, _)) => *best = best.min(far),
            None => nearest.push((far, id)),
        }
    }
    // The sort is stable, so equally near fibres stay in the order of the table.
    nearest.sort_by(|a, b| a.0.total_cmp(&b.0));
    nearest.into_iter().take(MOST).map(|(_, id)| id.clone()).collect()
}

/// Insertions, deletions and replacements from `a` to `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut before = i;
        let mut left = i + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(b) {
            let replaced = before + usize::from(from != to);
            before = *cell;
            left = replaced.min(left + 1).min(*cell + 1);
            *cell = left;
        }
    }
    if b.is_empty() {
        a.len()
    } else {
        row.last().copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let cases = [
            ("", "", 0),
            ("abc", "", 3),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("棉", "棉纤维", 2),
            ("flaw", "lawn", 2),
        ];
        for (a, b, expected) in cases {
            let chars = |text: &str| text.chars().collect::<Vec<_>>();
            assert_eq!(distance(&chars(a), &chars(b)), expected, "{a} {b}");
        }
    }

    #[test]
    fn slips_of_the_pen_come_first() {
        let words = Words::builtin();
        let first = |text: &str| suggestions(text, words).first().map(ToString::to_string);
        assert_eq!(first("poliester").as_deref(), Some("polyester"));
        assert_eq!(first("Elastan3").as_deref(), Some("elastane"));
        assert_eq!(first("莱赛儿").as_deref(), Some("lyocell"));
        assert_eq!(suggestions("unobtainium", words).len(), 5);
    }
}
