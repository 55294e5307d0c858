//! Figures and what is drawn of them: a bar of pieces, marks on a scale, hours on both sides of zero.

use super::{Fill, flat};
use crate::assess::PathwayFigures;
use crate::data::Grade;
use crate::explain::{Explanation, FactorUse, FigureId};
use crate::figure::PathwayFigure;
use crate::lang::Lang;
use crate::text::{CommonMsg, CompareMsg, number};
use crate::uncertainty::Band;

/// A figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// What it is called; empty where it stands beside its name.
    pub name: String,
    /// The word over it; empty for none.
    pub word: String,
    /// As read.
    pub value: String,
    /// Its unit; empty where the value bears it or has none.
    pub unit: String,
    /// Low–high; empty for none.
    pub range: String,
    /// Its grade, where it is said.
    pub grade: Option<Grade>,
    /// What its grade means; empty where that is not said.
    pub meaning: String,
    /// True where it is the user's own in place of the library's.
    pub own: bool,
    /// True for a figure that is read first.
    pub big: bool,
    /// What it opens, where it can be opened.
    pub opens: Option<FigureId>,
}

impl Figure {
    /// `figure` of the pathway of `figures` with its unit, and its range from the draws where it has any width.
    pub fn of(figure: PathwayFigure, figures: &PathwayFigures, band: Option<Band>, lang: Lang) -> Self {
        let band = band.filter(|band| band.p5 < band.p95);
        Self {
            name: figure.head(lang),
            value: figure.said(figures, lang),
            range: band.map(|band| band.said(figure, lang)).unwrap_or_default(),
            opens: Some(FigureId::Pathway(figures.id.clone(), figure)),
            ..Self::default()
        }
    }

    /// The same without its unit, which stands over a column.
    pub fn in_column(
        figure: PathwayFigure,
        figures: &PathwayFigures,
        band: Option<Band>,
        lang: Lang,
    ) -> Self {
        let value = figure.central(figures);
        let band = band.filter(|band| band.p5 < band.p95);
        Self {
            value: if value.is_nan() {
                number::NOTHING.to_owned()
            } else {
                figure.form().bare(value, lang)
            },
            range: band.map(|band| band.said_bare(figure, lang)).unwrap_or_default(),
            ..Self::of(figure, figures, None, lang)
        }
    }

    /// Its range; its value where it has none.
    pub fn reach(&self) -> &str {
        if self.range.is_empty() {
            &self.value
        } else {
            &self.range
        }
    }

    /// A value alone.
    pub fn bare(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            ..Self::default()
        }
    }

    /// The value with its unit.
    pub fn with_unit(&self, lang: Lang) -> String {
        if self.unit.is_empty() {
            self.value.clone()
        } else {
            number::with_unit(&self.value, &self.unit, lang)
        }
    }

    /// That it is an assumption, and that it is the user's own, in words.
    pub fn marks(&self, lang: Lang) -> Vec<&'static str> {
        let marks = [
            (self.grade == Some(Grade::D), CommonMsg::Assumption.text(lang)),
            (self.own, CompareMsg::OwnFigure.text(lang)),
        ];
        let held = marks.into_iter().filter(|(holds, _)| *holds);
        held.map(|(_, word)| word).collect()
    }

    /// Value, unit, range and grade in one line: "98 h (70–130) B".
    pub fn spoken(&self, lang: Lang) -> String {
        let mut said = self.with_unit(lang);
        if !self.range.is_empty() {
            said.push_str(&lang.bracketed(&self.range));
        }
        if let Some(grade) = self.grade {
            said.push(' ');
            said.push_str(grade.letter());
        }
        said
    }
}

impl From<&Explanation> for Figure {
    /// A figure that was opened.
    fn from(told: &Explanation) -> Self {
        Self {
            name: told.title.clone(),
            value: told.value.clone(),
            range: told.range.clone().unwrap_or_default(),
            big: true,
            ..Self::default()
        }
    }
}

impl From<&FactorUse> for Figure {
    /// A factor as it was used; it opens itself.
    fn from(used: &FactorUse) -> Self {
        Self {
            name: used.name.clone(),
            value: used.value.clone(),
            range: used.range.clone().unwrap_or_default(),
            grade: Some(used.grade),
            own: used.own,
            opens: Some(FigureId::Factor(used.id.clone())),
            ..Self::default()
        }
    }
}

/// The published indicator and its quality-weighted value on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The first: a filled tick.
    pub value: f64,
    /// The second: a hollow tick.
    pub second: f64,
    /// Low and high of the first.
    pub band: Option<(f64, f64)>,
    /// Both with range, as read.
    pub spoken: String,
}

/// Hours on both sides of zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sides {
    /// What they are of.
    pub name: String,
    /// Pieces of what was lost, from zero outwards.
    pub lost: Vec<Piece>,
    /// Pieces of what was gained, from zero outwards.
    pub gained: Vec<Piece>,
    /// Low and high of what was lost.
    pub lost_band: Option<(f64, f64)>,
    /// Low and high of what was gained.
    pub gained_band: Option<(f64, f64)>,
    /// The net and how it is said; only over both sides.
    pub net: Option<(f64, String)>,
    /// The longest of all sides that stand on one scale.
    pub scale: f64,
    /// What it opens, where it can be opened.
    pub opens: Option<FigureId>,
}

impl Sides {
    /// Hours lost and gained on a pathway, each side in one piece with its band; filled as `fills` says, lost first.
    pub fn of(
        figures: &PathwayFigures,
        band: impl Fn(PathwayFigure) -> Option<Band>,
        fills: [Fill; 2],
        lang: Lang,
    ) -> Self {
        let ends = |figure| band(figure).map(|band| (band.p5, band.p95));
        let piece = |figure: PathwayFigure, fill: Fill| Piece {
            label: figure.text(lang).to_owned(),
            value: figure.said(figures, lang),
            share: figure.central(figures),
            fill,
        };
        let [lost, gained] = fills;
        Self {
            lost: vec![piece(PathwayFigure::Lost, lost)],
            gained: vec![piece(PathwayFigure::Gained, gained)],
            lost_band: ends(PathwayFigure::Lost),
            gained_band: ends(PathwayFigure::Gained),
            ..Self::default()
        }
    }

    /// Both sides in words, piece by piece: "lost 310 h, gained 98 h".
    pub fn spoken(&self, lang: Lang) -> String {
        let said = self
            .lost
            .iter()
            .chain(&self.gained)
            .map(|piece| piece.spoken(lang));
        let net = self.net.iter().map(|(_, net)| net.clone());
        said.chain(net).collect::<Vec<_>>().join(lang.comma())
    }

    /// How long the side of `pieces` is against the longest, 0 to 1.
    pub fn length(&self, hours: f64) -> f64 {
        if self.scale > 0.0 { hours / self.scale } else { 0.0 }
    }
}

/// A piece of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What it is.
    pub label: String,
    /// How much of it there is, as read.
    pub value: String,
    /// How much: of 1 in a bar, on the scale of the bar where it stands on a side of zero.
    pub share: f64,
    /// How it is filled.
    pub fill: Fill,
}

impl Piece {
    /// The piece in words: "cotton 60 %".
    fn spoken(&self, lang: Lang) -> String {
        lang.beside(&flat(&self.label), &self.value)
    }
}

/// A bar of pieces, each named.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it shows.
    pub name: String,
    /// Its pieces.
    pub pieces: Vec<Piece>,
}

impl Bar {
    /// The bar in words: "cotton 60 %, polyester 40 %".
    pub fn spoken(&self, lang: Lang) -> String {
        let said = self.pieces.iter().map(|piece| piece.spoken(lang));
        said.collect::<Vec<_>>().join(lang.comma())
    }
}
