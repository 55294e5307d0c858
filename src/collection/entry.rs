//! One line of a list as it stands there, before anything of it is understood.

use crate::text::{BatchMsg, Lang};

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number: the row of a table, headings counted, or the place of a project in its folder, from 1.
    pub number: u64,
    /// What stands there.
    pub what: What,
}

/// What stands in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The cells of a product line.
    Cells(Vec<String>),
    /// A project: the name of its file and what is in it.
    Project(String, Vec<u8>),
    /// Nothing that can be read, with the name of the file where it is one.
    Bad(String, Why),
}

/// Why a line could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It has more bytes than a line may have.
    TooLong,
    /// It is no text in UTF-8 or GB18030.
    NotText,
    /// A quotation mark opens that nothing closes.
    Quote,
    /// What the disk says, in words.
    Said(String),
}

impl Why {
    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::TooLong => BatchMsg::LineTooLong.text(lang).to_owned(),
            Self::NotText => BatchMsg::LineNotText.text(lang).to_owned(),
            Self::Quote => BatchMsg::LineQuote.text(lang).to_owned(),
            Self::Said(words) => words.clone(),
        }
    }
}

impl Entry {
    /// `hash` carried on over this line, so that a block that was reckoned is known again (FNV-1a).
    pub(super) fn hashed(&self, hash: u64) -> u64 {
        let over = |hash: u64, bytes: &[u8]| {
            let ended = bytes.iter().chain(&[0xff]);
            ended.fold(hash, |hash, byte| {
                (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
            })
        };
        let hash = over(hash, &self.number.to_le_bytes());
        match &self.what {
            What::Cells(cells) => cells.iter().fold(hash, |hash, cell| over(hash, cell.as_bytes())),
            What::Project(name, bytes) => over(over(hash, name.as_bytes()), bytes),
            What::Bad(name, why) => over(over(hash, name.as_bytes()), format!("{why:?}").as_bytes()),
        }
    }
}
