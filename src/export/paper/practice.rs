//! Who does already what the pathways shown ask for, as trump cards: a page of the full report, a list on the hand-out.
//!
//! Invariant: cards stand where there is room; no letter is set smaller for them than is read with ease.

use super::Worked;
use crate::data::{Library, Practice};
use crate::model::{Pathway, PathwayId, PlaceId};
use crate::report::sheet::{Block, Section, Tone, place};
use crate::report::trump;
use crate::text::PaperMsg;

/// Most cards on the page of the full report.
const MOST: usize = 8;
/// Most cards in a list.
const LISTED: usize = 3;
/// The size in which the smallest letters, those of 6.9 points on bars, have 7.7.
const EASY: f32 = 1.12;

impl Worked<'_> {
    /// What counts as here on the pathway that is told.
    fn home(&self) -> &PlaceId {
        let told = self.project.pathway(&self.told);
        told.map_or(&self.project.product.used_in, |pathway| {
            self.project.home_of(pathway)
        })
    }

    /// The nearest cards on what is done on `pathways`.
    fn nearest<'a>(&self, pathways: impl IntoIterator<Item = &'a Pathway>, most: usize) -> Vec<&Practice> {
        let topics = trump::topics(pathways);
        trump::nearest(&self.practices, &topics, (Library::builtin(), self.home()), most)
    }

    /// The pathways shown, the one that is told first.
    fn told_first(&self) -> Vec<&Pathway> {
        let shown = self.shown().filter_map(|(at, _)| self.project.pathways.get(at));
        let mut shown: Vec<&Pathway> = shown.collect();
        shown.sort_by_key(|pathway| pathway.id != self.told);
        shown
    }

    /// The page of the full report; none where no card shows anything of the pathways.
    pub(super) fn practised(&self) -> Option<Vec<Block>> {
        let lang = self.lang();
        let cards = self.nearest(self.told_first(), MOST);
        let with = |count: usize| {
            let hint = lang.lines(|lang| {
                let home = self.names(lang).place(self.home());
                PaperMsg::PractisedHint.with(lang, &[("home", &home)])
            });
            let mut blocks = vec![
                Block::Heading(1, self.head(PaperMsg::Practised)),
                Block::Text(Tone::Soft, hint),
            ];
            let told = |card: &&Practice| trump::blocks(card, Library::builtin(), 3, lang);
            for pair in cards.get(..count).unwrap_or(&cards).chunks(2) {
                let mut columns = pair.iter().map(told);
                let (left, right) = (columns.next(), columns.next());
                blocks.push(Block::Columns(
                    left.unwrap_or_default(),
                    right.unwrap_or_default(),
                ));
                blocks.push(Block::Space(4.0));
            }
            blocks
        };
        let count = (1..=cards.len()).rev().find(|count| {
            let size = self.size(with(*count));
            size.is_some_and(|size| size >= 1.0)
        });
        count.map(with)
    }

    /// The largest size in which `blocks` stand on one page.
    fn size(&self, blocks: Vec<Block>) -> Option<f32> {
        let section = Section {
            pages: Some(1),
            blocks,
        };
        place::size(&self.shell(), &section, &self.ruler)
    }

    /// A page with a list of the nearest cards: as many as leave its letters easy to read, or as large as they are without
    /// any. `with` puts a list into the page; on `pathway` alone where one is given.
    pub(super) fn with_practices(
        &self,
        pathway: Option<&PathwayId>,
        with: impl Fn(Vec<Block>) -> Vec<Block>,
    ) -> Vec<Block> {
        let pathways = match pathway {
            Some(id) => self.project.pathway(id).into_iter().collect(),
            None => self.told_first(),
        };
        let cards = self.nearest(pathways, LISTED);
        let list = |count: usize| {
            let entries = cards.iter().take(count);
            let entries = entries.map(|card| trump::entry(card, self.lang()));
            vec![
                Block::Heading(2, self.head(PaperMsg::Practised)),
                Block::List(entries.collect()),
            ]
        };
        let least = self.size(with(Vec::new())).map_or(EASY, |size| size.min(EASY));
        let is_free = |count: &usize| {
            let size = self.size(with(list(*count)));
            size.is_some_and(|size| size >= least)
        };
        let count = (1..=cards.len()).rev().find(is_free);
        with(count.map(list).unwrap_or_default())
    }
}
