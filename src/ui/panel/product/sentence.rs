//! The headline as final strings: what it says, which figures in it open, and what the last change moved.

use crate::assess::ProductFigures;
use crate::explain::{FigureId, ProductFigure};
use crate::text::number::{self, Trend};
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
    let figures = |keys: [Figure; 3]| keys.map(|figure| (figure.key(), figure.piece(now, view.lang)));
    let before = view.before.map(|before| &before.product);
    Headline {
        first: pieces(
            message.text(view.lang),
            &figures([Figure::Mass, Figure::Waste, Figure::Recycled]),
        ),
        second: pieces(
            ProductMsg::HeadlineMore.text(view.lang),
            &figures([Figure::Gross, Figure::Fibre, Figure::Recycled]),
        ),
        changes: before
            .map(|before| changes(before, now, view.lang))
            .unwrap_or_default(),
    }
}

fn changes(before: &ProductFigures, now: &ProductFigures, lang: Lang) -> Vec<Change> {
    let change = |figure: Figure| {
        let (old, new) = (figure.value(before), figure.value(now));
        let trend = Trend::between(old, new, |value| figure.text(value, lang));
        let change = Change {
            name: figure.name(lang),
            old: figure.text(old, lang),
            new: figure.text(new, lang),
            trend,
        };
        (trend != Trend::Same).then_some(change)
    };
    [Figure::Mass, Figure::Waste, Figure::Recycled]
        .into_iter()
        .filter_map(change)
        .collect()
}

/// The figures of the headline.
#[derive(Debug, Clone, Copy)]
enum Figure {
    Mass,
    Gross,
    Waste,
    Fibre,
    Recycled,
}

impl Figure {
    const fn key(self) -> &'static str {
        match self {
            Self::Mass => "mass",
            Self::Gross => "gross",
            Self::Waste => "waste",
            Self::Fibre => "fibre",
            Self::Recycled => "recycled",
        }
    }

    fn value(self, product: &ProductFigures) -> f64 {
        match self {
            Self::Mass => product.mass_kg,
            Self::Gross => product.gross_kg,
            Self::Waste => product.cutting_waste_kg(),
            Self::Fibre => product.fibre_input_kg,
            Self::Recycled => product.inflow.recycled(),
        }
    }

    fn text(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Recycled => number::share(value, lang),
            _ => number::grams(value, lang),
        }
    }

    const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Mass => ProductMsg::MassName.text(lang),
            Self::Gross => ProductMsg::GrossName.text(lang),
            Self::Waste => ProductMsg::WasteName.text(lang),
            Self::Fibre => ProductMsg::FibreInputName.text(lang),
            Self::Recycled => ProductMsg::RecycledName.text(lang),
        }
    }

    const fn id(self) -> FigureId {
        match self {
            Self::Mass => FigureId::Product(ProductFigure::Mass),
            Self::Gross => FigureId::Product(ProductFigure::Gross),
            Self::Waste => FigureId::Product(ProductFigure::CuttingWaste),
            Self::Fibre => FigureId::Product(ProductFigure::FibreInput),
            Self::Recycled => FigureId::Product(ProductFigure::RecycledShare),
        }
    }

    fn piece(self, product: &ProductFigures, lang: Lang) -> Piece {
        Piece {
            text: self.text(self.value(product), lang),
            opens: Some((self.id(), self.name(lang))),
        }
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
