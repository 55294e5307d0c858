//! What an opened figure says, block by block: the window paints the parts with fields between them, a copy is all of
//! them as text.
//!
//! Invariant: everything comes from the [`Explanation`], the draws and the waterfall; nothing is reckoned here.

use super::uncertain::{Assumption, Spread};
use crate::explain::{Explanation, FactorUse, FigureId, Term, explain};
use crate::report::sheet::{Block, Entry, Figure, Tone, plain};
use crate::text::{CommonMsg, CompareMsg, IndirectMsg, Lang, UncertainMsg};
use crate::ui::theme::metric;
use crate::ui::view::{View, WhyView};

/// An opened figure; a part of which there is nothing to say is empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// The figure with its range, and that it is an estimate.
    pub lead: Vec<Block>,
    /// The formula, and the numbers put in.
    pub formula: Vec<Block>,
    /// The letters of the formula.
    pub terms: Vec<Block>,
    /// The spread of the draws.
    pub spread: Vec<Block>,
    /// The assumptions that move it most.
    pub decides: Vec<Block>,
    /// Why it differs from the baseline's.
    pub why: Vec<Block>,
    /// Indirect work beside a line of work; the heading alone where no multiplier is set.
    pub indirect: Vec<Block>,
    /// The factors with their sources.
    pub factors: Vec<Block>,
    /// What to keep in mind.
    pub notes: Vec<Block>,
}

impl Told {
    /// What `figure` says, and its spread where it has one; `None` where it does not exist any more.
    pub fn of(view: &View<'_>, figure: &FigureId) -> Option<(Self, Option<Spread>)> {
        let lang = view.lang;
        let opened = |lang| explain(view.project, view.library, view.assessment, figure, lang);
        let mut explanation = opened(lang)?;
        if lang == Lang::Both {
            explanation.title = lang.head(|lang| opened(lang).map_or_else(String::new, |told| told.title));
        }
        let spread = match figure {
            FigureId::Pathway(pathway, figure) => Spread::of(view, pathway, *figure),
            _ => None,
        };
        let told = Self {
            spread: spread
                .as_ref()
                .map_or_else(Vec::new, |spread| drawn(spread, lang)),
            decides: spread
                .as_ref()
                .map_or_else(Vec::new, |spread| decides(spread, lang)),
            why: view.why.map_or_else(Vec::new, |why| differs(why, lang)),
            indirect: indirect(view, figure, explanation.indirect.as_deref()),
            ..Self::explained(&explanation, lang)
        };
        Some((told, spread))
    }

    /// What is told by `explanation` alone.
    pub fn explained(explanation: &Explanation, lang: Lang) -> Self {
        Self {
            lead: vec![
                Block::Figure(Figure::from(explanation)),
                Block::Text(Tone::Small, CommonMsg::EstimateNote.text(lang).to_owned()),
            ],
            formula: formula(explanation, lang),
            terms: terms(explanation, lang),
            factors: factors(explanation, lang),
            notes: notes(explanation, lang),
            ..Self::default()
        }
    }

    /// All blocks in the order in which they are read, without headings under which nothing stands.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        let parts = [
            &self.lead,
            &self.formula,
            &self.terms,
            &self.spread,
            &self.decides,
            &self.why,
            &self.indirect,
            &self.factors,
            &self.notes,
        ];
        parts.into_iter().filter(|part| part.len() > 1).flatten()
    }

    /// The whole as plain text.
    pub fn as_text(&self, lang: Lang) -> String {
        plain::passage(self.blocks(), lang)
    }
}

/// `blocks` under `heading`; nothing where there are none.
fn under(heading: String, blocks: Vec<Block>) -> Vec<Block> {
    if blocks.is_empty() {
        return blocks;
    }
    let mut part = vec![Block::Heading(2, heading)];
    part.extend(blocks);
    part
}

fn said(tone: Tone, words: &str) -> Option<Block> {
    (!words.is_empty()).then(|| Block::Text(tone, words.to_owned()))
}

fn formula(explanation: &Explanation, lang: Lang) -> Vec<Block> {
    let lines = [
        said(Tone::Body, &explanation.formula),
        said(Tone::Fine, &explanation.substituted),
    ];
    under(
        CommonMsg::Formula.head(lang).to_owned(),
        lines.into_iter().flatten().collect(),
    )
}

fn terms(explanation: &Explanation, lang: Lang) -> Vec<Block> {
    let entry = |term: &Term| Entry {
        text: term.symbol.clone(),
        small: if term.meaning == term.symbol {
            String::new()
        } else {
            term.meaning.clone()
        },
        figure: Figure {
            opens: term.opens.clone(),
            ..Figure::bare(term.value.clone())
        },
        ..Entry::default()
    };
    let entries: Vec<Entry> = explanation.terms.iter().map(entry).collect();
    let list = (!entries.is_empty()).then_some(Block::List(entries));
    under(
        CompareMsg::Terms.head(lang).to_owned(),
        list.into_iter().collect(),
    )
}

fn drawn(spread: &Spread, lang: Lang) -> Vec<Block> {
    let small = |words: &str| Block::Text(Tone::Small, words.to_owned());
    let mut blocks = vec![
        Block::Text(Tone::Body, spread.band.clone()),
        small(&spread.middle),
        small(&spread.draws),
    ];
    blocks.extend(spread.differs.then(|| small(UncertainMsg::Differs.text(lang))));
    under(UncertainMsg::Title.head(lang).to_owned(), blocks)
}

fn decides(spread: &Spread, lang: Lang) -> Vec<Block> {
    let list = if spread.top.is_empty() {
        Block::Text(Tone::Small, UncertainMsg::Drawing.text(lang).to_owned())
    } else {
        Block::List(spread.top.iter().map(Assumption::entry).collect())
    };
    let hint = Block::Text(Tone::Small, UncertainMsg::MattersHint.text(lang).to_owned());
    under(UncertainMsg::MattersMost.head(lang).to_owned(), vec![list, hint])
}

/// The waterfall over the drivers, or that it is being worked out.
fn differs(why: WhyView<'_>, lang: Lang) -> Vec<Block> {
    let small = |words: &str| Block::Text(Tone::Small, words.to_owned());
    let blocks = match why {
        WhyView::Working => vec![small(CommonMsg::BeingWorkedOut.text(lang))],
        WhyView::There(waterfall) => {
            let rows = [&waterfall.start]
                .into_iter()
                .chain(&waterfall.rows)
                .chain([&waterfall.end]);
            let mut blocks = vec![small(&waterfall.headline), Block::Steps(rows.cloned().collect())];
            blocks.extend(waterfall.notes.iter().map(|note| small(note)));
            blocks
        }
    };
    under(UncertainMsg::Why.head(lang).to_owned(), blocks)
}

fn indirect(view: &View<'_>, figure: &FigureId, words: Option<&str>) -> Vec<Block> {
    let FigureId::Work { activity, .. } = figure else {
        return Vec::new();
    };
    let title = if view.project.multipliers.contains_key(activity) {
        IndirectMsg::TitleOwn
    } else {
        IndirectMsg::Title
    };
    let mut blocks = vec![Block::Heading(2, title.head(view.lang).to_owned())];
    blocks.extend(words.and_then(|words| said(Tone::Small, words)));
    blocks
}

fn factors(explanation: &Explanation, lang: Lang) -> Vec<Block> {
    let all = explanation.factors.iter();
    under(
        CompareMsg::Factors.head(lang).to_owned(),
        all.flat_map(|used| factor(used, lang)).collect(),
    )
}

/// Name, value, range, grade and marks; then sources and note.
fn factor(used: &FactorUse, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Figure(Figure::from(used))];
    if used.sources.is_empty() {
        blocks.extend(said(Tone::Small, CompareMsg::NoSource.text(lang)));
    }
    blocks.extend(used.sources.iter().filter_map(|source| said(Tone::Small, source)));
    blocks.extend(said(Tone::Small, &used.note));
    blocks.push(Block::Space(metric::SPACE_S));
    blocks
}

fn notes(explanation: &Explanation, lang: Lang) -> Vec<Block> {
    let notes = explanation.notes.iter();
    under(
        CompareMsg::Remember.head(lang).to_owned(),
        notes.filter_map(|note| said(Tone::Small, note)).collect(),
    )
}
