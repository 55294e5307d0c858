//! Words and numbers in both languages; the only place where a figure becomes text.
//!
//! Invariant: a message cannot exist in one language only, it would not compile.

/// The language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}
