//! A pack of practice cards as a file of its own, to be given to others and collected from a class.
//!
//! Invariants: the version stands first and a newer one is refused; what the library does not know is kept and flagged; text
//! that would not open again as the same cards is never given out.

mod file;

use super::{ReadError, read_form, write_form};
use crate::data::{Library, Practice};
use crate::model::Name;
use crate::text::{Lang, PackMsg};
use file::{CardFile, PackFile};

/// The version that is written, the newest that is read.
pub const PACK_VERSION: u32 = 1;
/// The ending of packs.
pub const PACK_ENDING: &str = "reloompractice";

/// A pack of cards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PracticePack {
    /// What it is called.
    pub name: String,
    /// Its cards, no two with one id.
    pub cards: Vec<Practice>,
}

/// What is odd in a pack but was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackFlag {
    /// A card speaks of what the library does not know: a topic, a place or a factor.
    Unknown {
        /// The card.
        card: String,
        /// What it names.
        id: String,
    },
    /// A figure names a source that its card does not list.
    NoSource {
        /// The card.
        card: String,
        /// What the figure counts.
        what: Name,
    },
}

impl PackFlag {
    /// The flag in words.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Unknown { card, id } => PackMsg::FlagUnknown.with(lang, &[("card", card), ("id", id)]),
            Self::NoSource { card, what } => {
                PackMsg::FlagNoSource.with(lang, &[("card", card), ("what", what.get(lang))])
            }
        }
    }
}

impl PracticePack {
    /// What of the pack does not fit `library`, card by card.
    pub fn flags(&self, library: &Library) -> Vec<PackFlag> {
        let of_card = |card: &Practice| {
            let topics = card.topics.iter().filter(|id| library.topic(id).is_none());
            let places = card.at.iter().filter(|id| library.place(id).is_none());
            let bears = card.all_figures().flat_map(|figure| &figure.bears);
            let factors = bears.filter(|bears| library.factor(bears.factor.as_str()).is_none());
            let unknown = topics
                .map(String::as_str)
                .chain(places.map(crate::model::PlaceId::as_str))
                .chain(factors.map(|bears| bears.factor.as_str()));
            let unknown = unknown.map(|id| PackFlag::Unknown {
                card: card.id.clone(),
                id: id.to_owned(),
            });
            let mut flags: Vec<PackFlag> = unknown.collect();
            let alone = card
                .all_figures()
                .filter(|figure| card.source(&figure.source).is_none());
            flags.extend(alone.map(|figure| PackFlag::NoSource {
                card: card.id.clone(),
                what: figure.what.clone(),
            }));
            flags
        };
        self.cards.iter().flat_map(of_card).collect()
    }
}

/// Reads a pack of any version up to [`PACK_VERSION`].
pub fn read_practices(bytes: &[u8]) -> Result<PracticePack, ReadError> {
    let file: PackFile = read_form(bytes, PACK_VERSION)?;
    Ok(PracticePack {
        name: file.name,
        cards: file.cards.into_iter().map(CardFile::into_model).collect(),
    })
}

/// What stands above the cards in every pack.
const HEAD: &str = "\
// Practice cards of Reloom: who does what, where, with which figures. Names are (\"English\", \"中文\"). Shares run from 0 to 1.
// `evidence` of a source names the file that shows it; it stays with whoever wrote the card.
// 再织实践卡片包：谁在哪里做什么、数字与出处。名称写作(\"English\", \"中文\")，占比为0到1；evidence为佐证文件名，文件由编写者保存。
";

/// The pack as text of the newest version; `None` where the text would not open again as the same cards.
pub fn write_practices(pack: &PracticePack) -> Option<String> {
    let file = PackFile {
        version: PACK_VERSION,
        name: pack.name.clone(),
        cards: pack.cards.iter().map(CardFile::of).collect(),
    };
    let text = write_form(HEAD, &file).ok()?;
    let back = read_practices(text.as_bytes()).ok()?;
    (back == *pack).then_some(text)
}
