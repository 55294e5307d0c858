//! The languages of label words, and sets of them.

use crate::text::{Lang, TongueMsg};

/// A language by its place in `CODES`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tongue(usize);

/// Codes of the tables with their names, in the order in which a choice between equals is made.
const CODES: [(&str, TongueMsg); 37] = [
    ("en", TongueMsg::English),
    ("zh", TongueMsg::Chinese),
    ("de", TongueMsg::German),
    ("fr", TongueMsg::French),
    ("it", TongueMsg::Italian),
    ("es", TongueMsg::Spanish),
    ("pt", TongueMsg::Portuguese),
    ("nl", TongueMsg::Dutch),
    ("pl", TongueMsg::Polish),
    ("sv", TongueMsg::Swedish),
    ("da", TongueMsg::Danish),
    ("no", TongueMsg::Norwegian),
    ("fi", TongueMsg::Finnish),
    ("cs", TongueMsg::Czech),
    ("sk", TongueMsg::Slovak),
    ("hu", TongueMsg::Hungarian),
    ("ro", TongueMsg::Romanian),
    ("bg", TongueMsg::Bulgarian),
    ("el", TongueMsg::Greek),
    ("hr", TongueMsg::Croatian),
    ("sl", TongueMsg::Slovene),
    ("lt", TongueMsg::Lithuanian),
    ("lv", TongueMsg::Latvian),
    ("et", TongueMsg::Estonian),
    ("ga", TongueMsg::Irish),
    ("mt", TongueMsg::Maltese),
    ("tr", TongueMsg::Turkish),
    ("ja", TongueMsg::Japanese),
    ("ko", TongueMsg::Korean),
    ("ru", TongueMsg::Russian),
    ("uk", TongueMsg::Ukrainian),
    ("ar", TongueMsg::Arabic),
    ("vi", TongueMsg::Vietnamese),
    ("th", TongueMsg::Thai),
    ("id", TongueMsg::Indonesian),
    ("hi", TongueMsg::Hindi),
    ("bn", TongueMsg::Bengali),
];

impl Tongue {
    /// Every language, English and Chinese first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CODES.len()).map(Self)
    }

    /// The language with the code `code`.
    pub(super) fn of(code: &str) -> Option<Self> {
        CODES.iter().position(|(known, _)| *known == code).map(Self)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        CODES.get(self.0).map_or("", |(code, _)| code)
    }

    /// Its name in `lang`.
    pub fn name(self, lang: Lang) -> &'static str {
        CODES.get(self.0).map_or("", |(_, name)| name.text(lang))
    }
}

/// A set of languages; empty where a word belongs to none, as codes and trade names do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) struct Tongues(u64);

impl Tongues {
    /// The set of one.
    pub(super) fn one(tongue: Tongue) -> Self {
        Self(1 << tongue.0)
    }

    /// English, or Chinese.
    pub(super) fn home(is_chinese: bool) -> Self {
        Self::one(Tongue(usize::from(is_chinese)))
    }

    /// Both sets.
    pub(in super::super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True where `tongue` is one of them.
    pub(in super::super) fn has(self, tongue: Tongue) -> bool {
        self.0 & (1 << tongue.0) != 0
    }

    /// True where the two share a language.
    pub(in super::super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// True where both are of some language and share none.
    pub(in super::super) fn differs(self, other: Self) -> bool {
        self.0 != 0 && other.0 != 0 && !self.meets(other)
    }

    /// True where the word is of other languages than English and Chinese alone.
    pub(in super::super) fn is_abroad(self) -> bool {
        self.0 != 0 && self.0.trailing_zeros() >= 2
    }
}
