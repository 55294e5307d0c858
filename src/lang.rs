//! The languages of the interface, and how two of them stand together.

/// What stands between the Chinese and the English words of a heading: an en space, which no single text holds, so
/// that drawing can tell the two apart and put the second one smaller or beneath.
pub const JOINT: char = '\u{2002}';

/// The language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
    /// Chinese throughout, with the English words beside headings, axes and results.
    Both,
}

impl Lang {
    /// The languages that words are written in.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// What the window can be read in, in the order in which it is offered.
    pub const CHOICES: [Self; 3] = [Self::Zh, Self::En, Self::Both];

    /// The next choice, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Both,
            Self::Both => Self::Zh,
        }
    }

    /// The language that a text in this one does not speak.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh | Self::Both => Self::En,
        }
    }

    /// A word and the figure after it: a space between them in English, none in Chinese.
    pub fn beside(self, word: &str, figure: &str) -> String {
        if self.is_chinese() {
            format!("{word}{figure}")
        } else {
            format!("{word} {figure}")
        }
    }

    /// What stands between the items of a list.
    pub const fn comma(self) -> &'static str {
        match self {
            Self::En => ", ",
            Self::Zh | Self::Both => "、",
        }
    }

    /// True where running text, numbers and punctuation are Chinese.
    pub const fn is_chinese(self) -> bool {
        matches!(self, Self::Zh | Self::Both)
    }

    /// `range` in brackets, behind a figure.
    pub fn bracketed(self, range: &str) -> String {
        if self.is_chinese() {
            format!("（{range}）")
        } else {
            format!(" ({range})")
        }
    }

    /// What stands between the parts of a sentence.
    pub const fn pause(self) -> &'static str {
        if self.is_chinese() { "，" } else { ", " }
    }

    /// What stands between longer parts of a sentence.
    pub const fn semicolon(self) -> &'static str {
        if self.is_chinese() { "；" } else { "; " }
    }

    /// What stands after a word that is explained.
    pub const fn colon(self) -> &'static str {
        if self.is_chinese() { "：" } else { ": " }
    }

    /// What stands between two sentences.
    pub const fn gap(self) -> &'static str {
        if self.is_chinese() { "" } else { " " }
    }

    /// The choice in its own words.
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Zh => "中文",
            Self::Both => "双语 Both",
        }
    }

    /// What `say` says; in both languages Chinese, [`JOINT`], English, or once where both are alike.
    pub fn head(self, say: impl Fn(Self) -> String) -> String {
        self.joined(JOINT, say)
    }

    /// The sentences that `say` says; in both languages one beneath the other.
    pub fn lines(self, say: impl Fn(Self) -> String) -> String {
        self.joined('\n', say)
    }

    fn joined(self, joint: char, say: impl Fn(Self) -> String) -> String {
        if self != Self::Both {
            return say(self);
        }
        let (zh, en) = (say(Self::Zh), say(Self::En));
        if zh == en || en.is_empty() {
            zh
        } else {
            format!("{zh}{joint}{en}")
        }
    }
}

/// `text` as it stands at the head of a sentence: its first letter large.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Chinese and English of a heading in both languages; the whole and nothing otherwise.
pub fn halves(text: &str) -> (&str, Option<&str>) {
    match text.split_once(JOINT) {
        Some((zh, en)) => (zh, Some(en)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_both_and_alike_words_once() {
        let say = |lang: Lang| lang.endonym().to_owned();
        assert_eq!(Lang::En.head(say), "English");
        assert_eq!(Lang::Both.head(say), "中文\u{2002}English");
        assert_eq!(Lang::Both.lines(say), "中文\nEnglish");
        assert_eq!(Lang::Both.head(|_| "MCI".to_owned()), "MCI");
        assert_eq!(halves("中文\u{2002}English"), ("中文", Some("English")));
        assert_eq!(halves("Zhejiang 2026"), ("Zhejiang 2026", None));
    }

    #[test]
    fn every_choice_is_reached() {
        let mut seen = vec![Lang::Zh];
        while seen.len() < 4 {
            seen.push(seen.last().map_or(Lang::Zh, |lang| lang.next()));
        }
        assert_eq!(seen, [Lang::Zh, Lang::En, Lang::Both, Lang::Zh]);
    }
}
