//! The headline as final strings: what it says, which figures in it open, and what the last change moved.

use crate::assess::{PathwayFigures, ProductFigures};
use crate::explain::{FigureId, ProductFigure};
use crate::figure::PathwayFigure;
use crate::model::Assumed;
use crate::text::names::Names;
use crate::text::number::Trend;
use crate::text::{Lang, ProductMsg};
use crate::ui::view::View;

/// A run of text; a figure where it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// What it opens, and what the figure is called.
    pub opens: Option<(FigureId, &'static str)>,
}

/// A figure that the last change moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub name: &'static str,
    /// Before.
    pub old: String,
    /// Now.
    pub new: String,
    /// Which way it went.
    pub trend: Trend,
}

/// What the page says first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The sentence.
    pub first: Vec<Piece>,
    /// What stands beneath it.
    pub second: Vec<Piece>,
    /// What moved.
    pub changes: Vec<Change>,
}

/// The headline with its figures.
pub fn headline(view: &View<'_>) -> Headline {
    let now = &view.assessment.product;
    let inflow = &now.inflow;
    let message = if inflow.recycled() <= 0.0 {
        ProductMsg::Headline
    } else if inflow.recycled_other >= inflow.recycled_textile {
        ProductMsg::HeadlineOther
    } else {
        ProductMsg::HeadlineTextile
    };
    let figures = |all: [ProductFigure; 3]| all.map(|figure| (word(figure), piece(figure, now, view.lang)));
    let before = view.before.map(|before| &before.product);
    let mass = || {
        let first = figures([
            ProductFigure::Mass,
            ProductFigure::CuttingWaste,
            ProductFigure::RecycledShare,
        ]);
        pieces(message.text(view.lang), &first)
    };
    let more = || {
        let second = figures([
            ProductFigure::Gross,
            ProductFigure::FibreInput,
            ProductFigure::RecycledShare,
        ]);
        pieces(ProductMsg::HeadlineMore.text(view.lang), &second)
    };
    let (first, second) = match answer(view) {
        Some(answer) => (answer, mass()),
        None => (mass(), more()),
    };
    Headline {
        first,
        second,
        changes: before
            .map(|before| changes(before, now, view.lang))
            .unwrap_or_default(),
    }
}

/// The answer of a pathway, where it says more than the mass: a mass that is assumed, as after a label, is no answer.
fn answer(view: &View<'_>) -> Option<Vec<Piece>> {
    let is_mass = |mark: &Assumed| matches!(mark, Assumed::Mass(_));
    if !view.project.product.assumed.iter().any(is_mass) {
        return None;
    }
    let figures = answering(view)?;
    let lang = view.lang;
    let names = Names {
        project: view.project,
        library: view.library,
        lang,
    };
    let said = |key: &'static str, figure: PathwayFigure| {
        let opens = Some((FigureId::Pathway(figures.id.clone(), figure), figure.text(lang)));
        let text = figure.said(figures, lang);
        (key, Piece { text, opens })
    };
    let pathway = Piece {
        text: names.pathway(&figures.id),
        opens: None,
    };
    let all = [
        ("pathway", pathway),
        said("same", PathwayFigure::OutflowRecycled),
        said("mci", PathwayFigure::Mci),
        said("quality", PathwayFigure::MciQuality),
        said("gained", PathwayFigure::Gained),
        said("lost", PathwayFigure::Lost),
    ];
    Some(pieces(ProductMsg::HeadlineAnswer.text(lang), &all))
}

/// The pathway that answers: the selected one, else the first compared one that is held against the baseline.
fn answering<'a>(view: &View<'a>) -> Option<&'a PathwayFigures> {
    let selected = view.selection.pathway.iter();
    let compared = view.project.compared.iter().map(|column| &column.pathway);
    let figures = selected
        .chain(compared)
        .filter_map(|id| view.assessment.pathway(id));
    figures
        .filter(|figures| figures.error.is_none())
        .find(|figures| !figures.baseline)
}

fn changes(before: &ProductFigures, now: &ProductFigures, lang: Lang) -> Vec<Change> {
    let change = |figure: ProductFigure| {
        let (old, new) = (figure.value(before), figure.value(now));
        let trend = Trend::between(old, new, |value| figure.row().form.text(value, lang));
        let change = Change {
            name: figure.text(lang),
            old: figure.said(before, lang),
            new: figure.said(now, lang),
            trend,
        };
        (trend != Trend::Same).then_some(change)
    };
    [
        ProductFigure::Mass,
        ProductFigure::CuttingWaste,
        ProductFigure::RecycledShare,
    ]
    .into_iter()
    .filter_map(change)
    .collect()
}

/// What stands for `figure` in the sentences.
const fn word(figure: ProductFigure) -> &'static str {
    match figure {
        ProductFigure::Mass => "mass",
        ProductFigure::Gross => "gross",
        ProductFigure::CuttingWaste => "waste",
        ProductFigure::FibreInput => "fibre",
        ProductFigure::RecycledShare => "recycled",
    }
}

fn piece(figure: ProductFigure, product: &ProductFigures, lang: Lang) -> Piece {
    Piece {
        text: figure.said(product, lang),
        opens: Some((FigureId::Product(figure), figure.text(lang))),
    }
}

/// `pattern` cut at its `{names}`, each replaced by the figure given for it.
fn pieces(pattern: &str, figures: &[(&str, Piece)]) -> Vec<Piece> {
    let words = |text: &str| Piece {
        text: text.to_owned(),
        opens: None,
    };
    let mut list = Vec::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        list.push(words(before));
        list.extend(
            figures
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, piece)| piece.clone()),
        );
        rest = tail;
    }
    list.push(words(rest));
    list.retain(|piece| !piece.text.is_empty());
    list
}
