//! What the scoreboard says: one card per compared pathway, and what the last edit changed.
//!
//! Invariant: a change is told from the same two assessments that the figures come from, and only where they read
//! differently.

use crate::assess::PathwayFigures;
use crate::explain::PathwayFigure;
use crate::model::PathwayId;
use crate::text::number::{self, Trend};
use crate::text::{CompareMsg, Lang};
use crate::ui::view::View;

/// One compared pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its id.
    pub id: PathwayId,
    /// Its index in the project: decides letter and colour.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// True for the pathway that the others are counted against.
    pub baseline: bool,
    /// True for the pathway that is selected.
    pub selected: bool,
    /// Its figures; none where it has no answer.
    pub score: Option<Score>,
}

/// The figures of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// MCI.
    pub mci: Shown,
    /// MCI as a number.
    pub value: f64,
    /// Its range from the draws, where ranges are shown.
    pub range: Option<String>,
    /// Hours per 1000 pieces.
    pub hours: Hours,
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
    /// As it reads now.
    pub text: String,
    /// With its unit.
    pub with_unit: String,
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

/// The cards of the variant in hand: the compared pathways in their order, each once.
pub fn cards(view: &View<'_>) -> Vec<Card> {
    let mut shown: Vec<&PathwayId> = Vec::new();
    for column in &view.project.compared {
        if !shown.contains(&&column.pathway) {
            shown.push(&column.pathway);
        }
    }
    shown
        .into_iter()
        .take(4)
        .filter_map(|id| card(view, id))
        .collect()
}

fn card(view: &View<'_>, id: &PathwayId) -> Option<Card> {
    let index = view
        .project
        .pathways
        .iter()
        .position(|pathway| &pathway.id == id)?;
    let pathway = view.project.pathways.get(index)?;
    let figures = view.assessment.pathway(id)?;
    let name = pathway.name.head(view.lang);
    Some(Card {
        id: id.clone(),
        index,
        name: if name.is_empty() { id.to_string() } else { name },
        baseline: figures.baseline,
        selected: view.selection.pathway.as_ref() == Some(id),
        score: figures.error.is_none().then(|| score(view, figures)),
    })
}

fn score(view: &View<'_>, now: &PathwayFigures) -> Score {
    let lang = view.lang;
    let old = view.before.and_then(|before| before.pathway(&now.id));
    // A pathway that became or was the baseline counted something else before.
    let old = old.filter(|old| old.error.is_none() && old.baseline == now.baseline);
    let figure = |figure: PathwayFigure, sign: Sign| {
        let value = |pathway| figure.central(pathway);
        shown(figure, value(now), old.map(value), sign, lang)
    };
    let mci = figure(PathwayFigure::Mci, Sign::Plain);
    let hours = if now.baseline {
        Hours::Own(figure(PathwayFigure::Gross, Sign::Plain))
    } else {
        Hours::Sides {
            gained: figure(PathwayFigure::Gained, Sign::Gain),
            lost: figure(PathwayFigure::Lost, Sign::Loss),
        }
    };
    Score {
        mci,
        value: PathwayFigure::Mci.central(now),
        range: view
            .band(&now.id, PathwayFigure::Mci)
            .filter(|_| view.ranges)
            .map(|band| band.said(PathwayFigure::Mci, lang)),
        hours,
    }
}

/// Which sign a figure carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plain,
    Gain,
    Loss,
}

fn shown(figure: PathwayFigure, now: f64, old: Option<f64>, sign: Sign, lang: Lang) -> Shown {
    let form = figure.form();
    let write = |value: f64| match sign {
        Sign::Plain => form.bare(value, lang),
        Sign::Gain => number::signed(value, |value| form.bare(value, lang)),
        Sign::Loss => number::signed(-value, |value| form.bare(value, lang)),
    };
    let text = write(now);
    let change = old.and_then(|old| {
        // More hours lost is a larger loss: the arrow follows the size of the figure, as it is read.
        let trend = Trend::between(old, now, |value| form.bare(value, lang));
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
    Shown {
        with_unit: form.with_unit(&text, lang),
        text,
        change,
    }
}
