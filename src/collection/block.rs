//! Blocks of a list: the lines that are reckoned together, and what comes of them.

use super::BLOCK;
use super::entry::Entry;
use super::heads::Heads;
use super::product::{name, product};
use super::reckon::{reckon, rows};
use super::row::{Lead, Status};
use super::sums::Sums;
use crate::data::Library;
use crate::text::Lang;

/// What all products of a list are reckoned with.
#[derive(Debug, Clone)]
pub struct Setting<'a> {
    /// The library.
    pub library: &'a Library,
    /// The headings of the list; those of a folder say nothing.
    pub heads: Heads,
    /// The pathways that are asked for; none for all.
    pub pathways: Option<Vec<String>>,
    /// How often to draw.
    pub draws: u64,
    /// The seed of the draws.
    pub seed: u64,
    /// The language of notes.
    pub lang: Lang,
}

impl Setting<'_> {
    /// True where the pathway with `id` is asked for.
    pub(super) fn wants(&self, id: &str) -> bool {
        let asked = self.pathways.as_ref();
        asked.is_none_or(|asked| asked.iter().any(|asked| asked == id))
    }
}

/// Lines that are reckoned together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its place in the list, from 0.
    pub place: usize,
    /// Its lines.
    pub entries: Vec<Entry>,
}

impl Block {
    /// A number that changes with its lines.
    pub fn hash(&self) -> u64 {
        self.entries
            .iter()
            .fold(0xcbf2_9ce4_8422_2325, |hash, entry| entry.hashed(hash))
    }
}

/// What comes of a block.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// The place of the block.
    pub place: usize,
    /// Its lines as a number.
    pub hash: u64,
    /// The rows of its lines, in their order.
    pub rows: Vec<Vec<String>>,
    /// The totals of its lines.
    pub sums: Sums,
    /// The lines that could not be read, each with its number and the reason.
    pub bad: Vec<(u64, String)>,
}

/// `entries` in blocks.
pub fn blocks<E>(
    mut entries: impl Iterator<Item = Result<Entry, E>>,
) -> impl Iterator<Item = Result<Block, E>> {
    let mut place = 0;
    std::iter::from_fn(move || {
        let taken: Result<Vec<Entry>, E> = entries.by_ref().take(BLOCK).collect();
        let entries = match taken {
            Ok(entries) if entries.is_empty() => return None,
            Ok(entries) => entries,
            Err(error) => return Some(Err(error)),
        };
        place += 1;
        Some(Ok(Block {
            place: place - 1,
            entries,
        }))
    })
}

/// Reckons the lines of `block` one after the other.
pub fn reckoned(block: &Block, setting: &Setting<'_>) -> Done {
    let mut done = Done {
        place: block.place,
        hash: block.hash(),
        rows: Vec::new(),
        sums: Sums::new(setting.draws, setting.seed),
        bad: Vec::new(),
    };
    for entry in &block.entries {
        let read = product(entry, &setting.heads, setting.library, setting.lang);
        let rows = read.and_then(|read| {
            let told = reckon(&read, setting, &mut done.sums)?;
            Ok(rows(entry.number, &read, &told, setting))
        });
        match rows {
            Ok(rows) => done.rows.extend(rows),
            Err(why) => {
                let style = name(entry, &setting.heads);
                let lead = Lead {
                    line: entry.number,
                    style: &style,
                    kind: "",
                    amounts: None,
                    status: Status::Bad,
                    note: &why,
                    pathway: None,
                };
                done.rows.push(lead.row(&[], setting.draws > 0));
                done.sums.bad += 1;
                done.bad.push((entry.number, why));
            }
        }
    }
    done
}
