//! What the scoreboard says: one card per compared pathway, and what the last edit changed.
//!
//! Invariant: a change is told from the same two assessments that the figures come from, and only where they read
//! differently.

use crate::assess::PathwayFigures;
use crate::edit::MOST_COMPARED;
use crate::explain::answer::{Because, IdleWords, Parting, parting};
use crate::figure::PathwayFigure;
use crate::model::{Column, PathwayId, VariantNo};
use crate::text::names::variant_words;
use crate::text::number::{self, Trend};
use crate::text::{CompareMsg, Lang, VariantMsg, sided};
use crate::ui::theme::EndClass;
use crate::ui::view::View;

/// One compared pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The variant of the product whose figures it shows.
    pub variant: VariantNo,
    /// The pathway.
    pub id: PathwayId,
    /// Its index in the project: decides letter and colour.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// True for the pathway that the others are counted against.
    pub baseline: bool,
    /// True for the pathway that is selected.
    pub selected: bool,
    /// That its routes take or give nothing of this garment; none where they do.
    pub idle: Option<IdleWords>,
    /// Its figures; none where it has no answer.
    pub score: Option<Score>,
}

impl Card {
    /// Variant and pathway as one word: what its widgets are called by.
    pub fn key(&self) -> String {
        format!("{}.{}", self.variant, self.id)
    }
}

/// The figures of a card, in the order of the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Recycled at the same grade.
    pub same_grade: Shown,
    /// Downcycled.
    pub downcycled: Shown,
    /// Where the mass ends, in the order of the classes.
    pub ends: Vec<(EndClass, f64)>,
    /// Lives of the item.
    pub lives: Shown,
    /// Wears.
    pub wears: Shown,
    /// MCI.
    pub mci: Shown,
    /// Its quality-weighted value.
    pub quality: Shown,
    /// Both as numbers.
    pub yardsticks: [f64; 2],
    /// Hours per 1000 pieces.
    pub hours: Hours,
    /// What to read with the last edit, where it moved the yardsticks apart.
    pub parts: Option<String>,
}

/// Hours of a card.
#[derive(Debug, Clone, PartialEq)]
pub enum Hours {
    /// The baseline's own.
    Own(Shown),
    /// Gained beside lost.
    Sides {
        /// Gained.
        gained: Shown,
        /// Lost.
        lost: Shown,
    },
}

/// A figure, and how it changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Which figure.
    pub figure: PathwayFigure,
    /// As it reads now.
    pub text: String,
    /// With its unit.
    pub with_unit: String,
    /// Its range from the draws, where ranges are shown.
    pub range: Option<String>,
    /// What the last edit changed, while it is shown.
    pub change: Option<Change>,
}

/// Old and new figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As it read before.
    pub old: String,
    /// Which way it went.
    pub trend: Trend,
    /// The change in words.
    pub words: String,
}

/// The cards: the compared columns in their order, each of its own variant, and after them the selected pathway of the
/// variant in hand where it is none of them.
pub fn cards(view: &View<'_>) -> Vec<Card> {
    let in_hand = view.project.product.variant;
    let mut shown: Vec<Column> = Vec::new();
    for column in view.project.compared.iter().take(MOST_COMPARED) {
        if !shown.contains(column) {
            shown.push(column.clone());
        }
    }
    let open = view.selection.pathway.as_ref();
    let open = open.map(|pathway| Column::new(in_hand, pathway.clone()));
    shown.extend(open.filter(|open| !shown.contains(open)));
    let many = view.project.has_variants();
    let card = |column: &Column| card(&view.of(column.variant)?, column, (in_hand, many));
    shown.iter().filter_map(card).collect()
}

/// The card of `column`, seen with its own variant in hand; named by it where there are many.
fn card(view: &View<'_>, column: &Column, (in_hand, many): (VariantNo, bool)) -> Option<Card> {
    let id = &column.pathway;
    let index = view
        .project
        .pathways
        .iter()
        .position(|pathway| &pathway.id == id)?;
    let pathway = view.project.pathways.get(index)?;
    let figures = view.assessment.pathway(id)?;
    let name = pathway.name.head(view.lang);
    let name = if name.is_empty() { id.to_string() } else { name };
    let name = if many {
        let named = variant_words(&view.project.product);
        let variant = named.get(view.lang);
        VariantMsg::OnPathway.with(view.lang, &[("pathway", &name), ("variant", variant)])
    } else {
        name
    };
    Some(Card {
        variant: column.variant,
        id: id.clone(),
        index,
        name,
        baseline: figures.baseline,
        selected: column.variant == in_hand && view.selection.pathway.as_ref() == Some(id),
        idle: view.idle_words(figures),
        score: figures.error.is_none().then(|| score(view, figures)),
    })
}

fn score(view: &View<'_>, now: &PathwayFigures) -> Score {
    let old = view.before.and_then(|before| before.pathway(&now.id));
    // A pathway that became or was the baseline counted something else before.
    let old = old.filter(|old| old.error.is_none() && old.baseline == now.baseline);
    let figure = |figure: PathwayFigure, sign: Sign| shown(view, figure, now, old, sign);
    let plain = |of: PathwayFigure| figure(of, Sign::Plain);
    let hours = if now.baseline {
        Hours::Own(plain(PathwayFigure::Gross))
    } else {
        Hours::Sides {
            gained: figure(PathwayFigure::Gained, Sign::Gain),
            lost: figure(PathwayFigure::Lost, Sign::Loss),
        }
    };
    let pieces = PathwayFigure::Outflow.pieces().iter();
    let ends = EndClass::ALL.into_iter().zip(pieces);
    Score {
        same_grade: plain(PathwayFigure::OutflowRecycled),
        downcycled: plain(PathwayFigure::OutflowDowncycled),
        ends: ends.map(|(class, piece)| (class, piece.central(now))).collect(),
        lives: plain(PathwayFigure::ItemUses),
        wears: plain(PathwayFigure::Wears),
        mci: plain(PathwayFigure::Mci),
        quality: plain(PathwayFigure::MciQuality),
        yardsticks: PathwayFigure::YARDSTICKS.map(|figure| figure.central(now)),
        hours,
        parts: old.and_then(|old| moved_apart(now, old, view.lang)),
    }
}

/// What the last edit did to MCI and not to what it should stand for, in one sentence; none where the yardsticks move
/// together.
fn moved_apart(now: &PathwayFigures, old: &PathwayFigures, lang: Lang) -> Option<String> {
    let parting = parting(now, old)?;
    let moved = |figure: PathwayFigure| figure.central(now) - figure.central(old);
    let rises = moved(PathwayFigure::Mci) > 0.0;
    let down = moved(PathwayFigure::OutflowDowncycled);
    let by_downcycling = match parting {
        Parting::Quality => (down > 0.0) == rises && down != 0.0,
        Parting::SameGrade(because) => because == Because::Downcycled,
    };
    let message = match (parting, by_downcycling, rises) {
        (_, true, true) => CompareMsg::RisesDowncycled,
        (_, true, false) => CompareMsg::FallsDowncycled,
        (Parting::Quality, false, true) => CompareMsg::RisesAlone,
        (Parting::Quality, false, false) => CompareMsg::FallsAlone,
        (Parting::SameGrade(_), false, true) => CompareMsg::RisesWorn,
        (Parting::SameGrade(_), false, false) => CompareMsg::FallsWorn,
    };
    Some(lang.lines(|lang| message.text(lang).to_owned()))
}

/// Which sign a figure carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plain,
    Gain,
    Loss,
}

fn shown(
    view: &View<'_>,
    figure: PathwayFigure,
    now: &PathwayFigures,
    old: Option<&PathwayFigures>,
    sign: Sign,
) -> Shown {
    let (form, lang) = (figure.form(), view.lang);
    let write = |value: f64| match sign {
        Sign::Plain => form.bare(value, lang),
        Sign::Gain => number::signed(value, |value| form.bare(value, lang)),
        Sign::Loss => number::signed(-value, |value| form.bare(value, lang)),
    };
    let central = figure.central(now);
    let text = write(central);
    let change = old.and_then(|old| {
        let old = figure.central(old);
        // More hours lost is a larger loss: the arrow follows the size of the figure, as it is read.
        let trend = Trend::between(old, central, |value| form.bare(value, lang));
        let words = match trend {
            Trend::Up => CompareMsg::Rose,
            Trend::Down => CompareMsg::Fell,
            Trend::Same => return None,
        };
        let old = write(old);
        let values = [
            ("name", figure.text(lang)),
            ("old", old.as_str()),
            ("new", text.as_str()),
        ];
        Some(Change {
            words: words.with(lang, &values),
            trend,
            old,
        })
    });
    let band = view.band(&now.id, figure).filter(|_| view.ranges);
    Shown {
        figure,
        with_unit: form.with_unit(&text, lang),
        range: band.and_then(|band| match sign {
            Sign::Loss => {
                let range = (band.p50, (band.p5, band.p95));
                sided::sided(-1.0, central, Some(range), lang).1
            }
            Sign::Plain | Sign::Gain => Some(band.said_bare(figure, lang)),
        }),
        text,
        change,
    }
}
