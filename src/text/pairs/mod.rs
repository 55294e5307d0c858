//! The English of Chinese words as the tables, the library and the project have it, for whoever reads both.
//!
//! Invariant: a text made of several words has English only where each of them has; nothing is translated, it is only
//! looked up. Of several wordings of a Chinese word the one that is used most often is taken.

mod listed;
mod pattern;
mod signs;

use super::{Table, number};
use crate::data::Library;
use crate::model::Project;
use pattern::Pattern;
use std::collections::BTreeMap;

/// Chinese words and messages with their English.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    words: BTreeMap<String, Vec<(String, usize)>>,
    /// By a letter that each text of the pattern holds, the fuller ones first.
    patterns: BTreeMap<char, Vec<Pattern>>,
}

/// Texts that were asked about, with what was answered.
pub type Known = BTreeMap<String, Option<String>>;

impl Pairs {
    /// The words of all tables of messages, of the library, and of the project's own names.
    pub fn of(project: &Project, library: &Library) -> Self {
        let mut pairs = Self::default();
        listed::all(project, library, &mut |zh, en| pairs.add(zh, en));
        for (zh, en) in listed::measures() {
            pairs.add_pattern(Pattern::of(&zh, &en, true));
        }
        for patterns in pairs.patterns.values_mut() {
            patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.fixed()));
        }
        pairs
    }

    /// With the words of one more table.
    #[must_use]
    pub fn with(mut self, table: &Table) -> Self {
        table
            .entries
            .iter()
            .for_each(|entry| self.add(entry.zh, entry.en));
        self
    }

    fn add(&mut self, zh: &str, en: &str) {
        if !is_chinese(zh) || en.is_empty() || en == zh {
            return;
        }
        // The first half of a sentence also stands before its sign.
        if let (Some(zh), Some(en)) = (zh.strip_suffix('；'), en.strip_suffix(';')) {
            self.add(zh, en);
        }
        if zh.contains('{') {
            self.add_pattern(Pattern::of(zh, en, false));
            // What is said of a part stands without its name where that is the heading.
            if let (Some(zh), Some(en)) = (zh.strip_prefix("{part}："), en.strip_prefix("{part}: ")) {
                self.add(zh, en);
            }
            return;
        }
        let wordings = self.words.entry(zh.to_owned()).or_default();
        match wordings.iter_mut().find(|(own, _)| own.eq_ignore_ascii_case(en)) {
            Some((_, times)) => *times += 1,
            None => wordings.push((en.to_owned(), 1)),
        }
    }

    fn add_pattern(&mut self, pattern: Option<Pattern>) {
        let Some((mark, pattern)) = pattern.and_then(|pattern| Some((pattern.mark()?, pattern))) else {
            return;
        };
        let like = self.patterns.entry(mark).or_default();
        if !like.iter().any(|own| own.is_said_like(&pattern)) {
            like.push(pattern);
        }
    }

    /// The English of `zh`; none where it holds no Chinese, words that are not known, or its English already.
    pub fn english(&self, zh: &str) -> Option<String> {
        self.english_kept(zh, &mut Known::new())
    }

    /// Like [`Self::english`], with what was asked before.
    pub fn english_kept(&self, zh: &str, known: &mut Known) -> Option<String> {
        if !is_chinese(zh) {
            return None;
        }
        let english = self.find(zh, known)?;
        let said = |line: &str| zh.contains(line);
        (!english.lines().any(said)).then_some(english)
    }

    /// The English of a text or of a piece of one; a figure is written as in English.
    fn find(&self, zh: &str, known: &mut Known) -> Option<String> {
        let zh = zh.trim();
        if !is_chinese(zh) {
            return Some(signs::plain(zh));
        }
        if let Some(answer) = known.get(zh) {
            return answer.clone();
        }
        // While a piece is looked for, it is not known.
        known.insert(zh.to_owned(), None);
        let english = self
            .word(zh)
            .or_else(|| myriads(zh))
            .or_else(|| self.lines(zh, known))
            .or_else(|| self.message(zh, known))
            .or_else(|| self.sentences(zh, known))
            .or_else(|| self.around(zh, known))
            .or_else(|| self.halves(zh, known))
            .or_else(|| self.beside(zh, known));
        known.insert(zh.to_owned(), english.clone());
        english
    }

    fn word(&self, zh: &str) -> Option<String> {
        let wordings = self.words.get(zh)?;
        let most = wordings.iter().rev().max_by_key(|(_, times)| *times)?;
        Some(most.0.clone())
    }

    fn lines(&self, zh: &str, known: &mut Known) -> Option<String> {
        let (first, rest) = zh.split_once('\n')?;
        Some([self.find(first, known)?, self.find(rest, known)?].join("\n"))
    }

    /// Sentences one after the other, or one with its stop.
    fn sentences(&self, zh: &str, known: &mut Known) -> Option<String> {
        let (first, rest) = zh.split_once('。')?;
        let whole = zh.get(..zh.len() - rest.len())?;
        if rest.is_empty() {
            return Some(self.find(first, known)? + ".");
        }
        Some([self.find(whole, known)?, self.find(rest, known)?].join(" "))
    }

    /// A message with something put in.
    fn message(&self, zh: &str, known: &mut Known) -> Option<String> {
        let mut letters: Vec<char> = zh.chars().filter(|letter| is_letter(*letter)).collect();
        letters.sort_unstable();
        letters.dedup();
        let patterns = letters.iter().filter_map(|letter| self.patterns.get(letter));
        let fits = |pattern: &&Pattern| pattern.may_be(zh);
        let mut patterns: Vec<&Pattern> = patterns.flatten().filter(fits).collect();
        patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.fixed()));
        let mut say = |piece: &str, figures: bool| {
            let english = self.find(piece, known)?;
            (!figures || signs::is_figure(&english)).then_some(english)
        };
        patterns
            .into_iter()
            .find_map(|pattern| pattern.english(zh, &mut say))
    }

    /// Words in brackets or quotes, with what stands before and after.
    fn around(&self, zh: &str, known: &mut Known) -> Option<String> {
        signs::AROUND.iter().find_map(|(open, close, english)| {
            let (before, rest) = zh.split_once(*open)?;
            let (inside, after) = rest.split_once(*close)?;
            let before = self.piece(before, known)?;
            let inside = self.piece(inside, known)?;
            let after = self.piece(after, known)?;
            let gap = |words: &str| if words.is_empty() { "" } else { " " };
            let (first, last) = (gap(&before), gap(&after));
            let [left, right] = english;
            Some([&before, first, left, &inside, right, last, &after].concat())
        })
    }

    fn piece(&self, zh: &str, known: &mut Known) -> Option<String> {
        if zh.is_empty() {
            return Some(String::new());
        }
        self.find(zh, known)
    }

    /// Two texts with a sign between them.
    fn halves(&self, zh: &str, known: &mut Known) -> Option<String> {
        signs::BETWEEN.iter().find_map(|(sign, english)| {
            zh.match_indices(*sign).find_map(|(at, sign)| {
                let first = self.piece(zh.get(..at)?, known)?;
                let rest = self.piece(zh.get(at + sign.len()..)?, known)?;
                let english = if rest.is_empty() {
                    english.trim_end()
                } else {
                    english
                };
                Some([first.as_str(), english, &rest].concat())
            })
        })
    }

    /// A word and the figure after it.
    fn beside(&self, zh: &str, known: &mut Known) -> Option<String> {
        signs::figures_in(zh).find_map(|at| {
            let (word, figure) = zh.split_at(at);
            let word = self.find(word, known)?;
            let figure = self
                .find(figure, known)
                .filter(|figure| signs::is_figure(figure))?;
            Some([word.as_str(), " ", &figure].concat())
        })
    }
}

/// Ten thousands: "20万" is 200 000.
fn myriads(zh: &str) -> Option<String> {
    let count: f64 = zh.strip_suffix('万')?.parse().ok()?;
    Some(number::fixed(count * 10_000.0, 0, super::Lang::En))
}

/// True for words that hold a Chinese letter.
pub fn is_chinese(words: &str) -> bool {
    words.chars().any(is_letter)
}

/// True for a Chinese letter.
fn is_letter(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs() -> Pairs {
        let mut pairs = Pairs::default();
        for (zh, en) in [
            ("部件", "Part"),
            ("部件", "parts"),
            ("部件", "part"),
            ("出口", "export"),
            ("分拣", "sorting"),
            ("主要问题", "main doubt"),
            ("{part}未接收{mass}", "{mass} of {part} refused"),
            ("另有{count}个{kind}", "{count} more {kind}"),
        ] {
            pairs.add(zh, en);
        }
        for (zh, en) in listed::measures() {
            pairs.add_pattern(Pattern::of(&zh, &en, true));
        }
        pairs
    }

    #[test]
    fn of_several_wordings_the_usual_one_is_taken() {
        assert_eq!(pairs().english("部件").as_deref(), Some("Part"));
    }

    #[test]
    fn texts_of_several_words_have_the_english_of_each() {
        let narrow = number::NARROW_SPACE;
        for (zh, en) in [
            ("部件：出口", "Part: export".to_owned()),
            ("部件（出口）", "Part (export)".to_owned()),
            ("“分拣”", "“sorting”".to_owned()),
            ("分拣未接收34.6g。", format!("34.6{narrow}g of sorting refused.")),
            ("另有2个出口；分拣", "2 more export; sorting".to_owned()),
            (
                "出口37%、分拣3.5工时",
                format!("export 37{narrow}%, sorting 3.5{narrow}h"),
            ),
            ("20万件", format!("200{narrow}000{narrow}pieces")),
            ("分拣\n出口", "sorting\nexport".to_owned()),
        ] {
            assert_eq!(pairs().english(zh), Some(en), "{zh}");
        }
    }

    #[test]
    fn what_is_not_known_or_said_already_has_no_english() {
        for zh in ["MCI", "部件：没有这样的词", "分拣未接收没有", "分拣\nsorting"] {
            assert_eq!(pairs().english(zh), None, "{zh}");
        }
    }
}
