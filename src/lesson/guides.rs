//! The trainer's guide and the keys on one page, as text in Markdown, embedded in both languages.

use crate::lang::Lang;

/// A text for trainers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuideText {
    /// The guide.
    Trainer,
    /// The keys on one page.
    Keys,
}

impl GuideText {
    /// Its Markdown: headings, paragraphs, lists and tables.
    pub const fn markdown(self, lang: Lang) -> &'static str {
        match (self, lang.is_chinese()) {
            (Self::Trainer, false) => include_str!("../../assets/guide/en/trainer.md"),
            (Self::Trainer, true) => include_str!("../../assets/guide/zh/trainer.md"),
            (Self::Keys, false) => include_str!("../../assets/guide/en/keys.md"),
            (Self::Keys, true) => include_str!("../../assets/guide/zh/keys.md"),
        }
    }
}
