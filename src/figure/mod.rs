//! Every figure of a pathway and of the product, declared once: key, names, form, formula, value, and what it rests on.
//!
//! Draws, JSON, tables, the comparison, bands, the reasons of differences, own marks and names go over these rows; a
//! figure is added by its row, its number and its explanation. Invariant: a figure has one name in each language and
//! reads in one form wherever it stands.

mod form;
mod product;
mod rows;

pub use form::Form;
pub use product::ProductFigure;
pub use rows::PathwayFigure;

use crate::assess::beside::Beside;
use crate::assess::{Circularity, Outcome, PathwayFigures};
use crate::indicator::flows::Outflow;
use crate::lang::Lang;
use crate::quantity::{Lanes, Number};
use crate::text::{Entry, Table};
use crate::work::hours::Totals;
use std::sync::OnceLock;

/// What counts as better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Better {
    /// More.
    More,
    /// Less.
    Less,
    /// Neither: it describes.
    Neither,
}

/// Where the command line's contract puts a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Under `circularity`.
    Circularity,
    /// The same, where a project is assessed; a resolved model has no such result.
    CircularityOfProject,
    /// Under `work`.
    Work,
    /// The same, where a project is assessed; a resolved model has no such result.
    WorkOfProject,
    /// Under `balance`.
    Balance,
    /// Beside the answers, in a document of its own.
    Beside,
}

impl Section {
    /// The section itself, whether or not a resolved model has the figure.
    const fn object(self) -> Self {
        match self {
            Self::Circularity | Self::CircularityOfProject => Self::Circularity,
            Self::Work | Self::WorkOfProject => Self::Work,
            Self::Balance => Self::Balance,
            Self::Beside => Self::Beside,
        }
    }
}

/// Where the window shows a figure; any figure can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// First, large, on scoreboard and comparison.
    Lead,
    /// As a letter beside the first.
    Letter,
    /// In a row of the comparison that is drawn for it: a bar, hours, jobs, lives.
    Row,
    /// Among the other indicators, with those of the same question.
    More(Question),
    /// As a piece of a bar.
    Piece,
    /// Only where another figure opens it, and in print.
    Opened,
}

/// A question that figures among the other indicators answer together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// What a hundred wears cost.
    PerHundredWears,
    /// What of the material goes round.
    Material,
    /// How lives are spread.
    Spread,
    /// What the own stream could supply.
    OwnLoop,
    /// What stands beside the answers: carbon and wages.
    Beside,
    /// A question of its own: the figure's name.
    Own,
}

/// A group of numbers that a figure rests on; an own figure among them is an own figure behind the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    /// Masses of parts and where their material comes from.
    Feed,
    /// Shares of what leaves a stage for another.
    Exits,
    /// What material stages take in and give out.
    Gates,
    /// Wears per life.
    Wears,
    /// Wears of an average garment of the kind.
    Average,
    /// New garments avoided per return.
    Displacement,
    /// What of the output comes back to this product.
    Closed,
    /// How good the output of recycling is against the virgin material.
    Quality,
    /// What is bought for a piece.
    Bought,
    /// Hours of the pathway's own work.
    Hours,
    /// Hours of what is replaced: new garments and virgin fibre.
    Replaced,
    /// All of the above but feed and purchase once more, in the baseline.
    Baseline,
    /// Hours of a full-time job.
    FullTime,
    /// Hours of work that was done unpaid at home before.
    Moved,
    /// What one new piece is made of and loses in its making.
    Made,
}

/// How a figure is known.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    /// A number that every draw gives; not a number where there is none.
    Drawn(Reading),
    /// A bar: its pieces are figures, and sum to 1; as it is shown, and as the command line's contract has it.
    Bar(&'static [PathwayFigure], &'static [PathwayFigure]),
    /// A number that is checked at central values, and not drawn.
    Checked(fn(&PathwayFigures) -> f64),
    /// A number beside the answers and in neither, with draws of its own; not a number where there is no data.
    Beside(fn(&Beside) -> f64),
}

/// How a figure is read from results, by one formula.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// From those of one draw.
    alone: fn(&Numbers<'_>) -> f64,
    /// From those of several draws side by side.
    side_by_side: fn(&Numbers<'_, Lanes>) -> Lanes,
}

/// One row: all that is said of a figure in one place.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The key of the command line's contract; of a piece of a bar, with the key of the bar before a dot.
    pub key: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Its name in Chinese.
    pub zh: &'static str,
    /// Its letter in the source; empty where there is none.
    pub letter: &'static str,
    /// How its value is written.
    pub form: Form,
    /// What counts as better.
    pub better: Better,
    /// Where it stands in JSON.
    pub section: Section,
    /// Where the window shows it.
    pub shown: Shown,
    /// What it rests on.
    pub rests_on: &'static [On],
    /// Its formula in the letters of the source.
    pub formula: &'static str,
    /// Its value.
    pub value: Value,
}

/// The results that figures are read from: one draw's, those of several side by side, or the central ones.
#[derive(Debug, Clone, Copy)]
pub struct Numbers<'a, N = f64> {
    /// Circularity.
    pub circularity: &'a Circularity<N>,
    /// Where the mass would end at the best gates.
    pub designed: &'a Outflow<N>,
    /// Work against the baseline.
    pub totals: &'a Totals<N>,
}

impl<'a, N> From<&'a Outcome<N>> for Numbers<'a, N> {
    fn from(outcome: &'a Outcome<N>) -> Self {
        Self {
            circularity: &outcome.circularity,
            designed: &outcome.designed,
            totals: &outcome.totals,
        }
    }
}

impl<'a> From<&'a PathwayFigures> for Numbers<'a> {
    fn from(figures: &'a PathwayFigures) -> Self {
        Self {
            circularity: &figures.circularity,
            designed: &figures.designed,
            totals: &figures.totals,
        }
    }
}

impl PathwayFigure {
    /// The two yardsticks of circularity: published MCI and its quality-weighted value, never one without the other.
    pub const YARDSTICKS: [Self; 2] = [Self::Mci, Self::MciQuality];
    /// What stands beside the answers.
    pub const BESIDE: [Self; 3] = [Self::CarbonPer100Wears, Self::WageGained, Self::WageLost];

    /// The figures that are drawn, in the order of their columns.
    pub fn drawn() -> &'static [Self] {
        static DRAWN: OnceLock<Vec<PathwayFigure>> = OnceLock::new();
        DRAWN.get_or_init(|| {
            let all = Self::ALL.iter().copied();
            all.filter(|figure| matches!(figure.row().value, Value::Drawn(_)))
                .collect()
        })
    }

    /// The figure's column among those that are drawn.
    pub fn column(self) -> Option<usize> {
        Self::drawn().iter().position(|figure| *figure == self)
    }

    /// The figure with `key`.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|figure| figure.key() == key)
    }

    /// The key of the command line's contract.
    pub const fn key(self) -> &'static str {
        self.row().key
    }

    /// The key without that of its bar.
    pub fn short_key(self) -> &'static str {
        let key = self.key();
        key.rsplit_once('.').map_or(key, |(_, piece)| piece)
    }

    /// How its value is written.
    pub const fn form(self) -> Form {
        self.row().form
    }

    /// Its name inside a sentence.
    pub const fn text(self, lang: Lang) -> &'static str {
        let row = self.row();
        match lang {
            Lang::En => row.en,
            Lang::Zh | Lang::Both => row.zh,
        }
    }

    /// Its name as a heading.
    pub fn head(self, lang: Lang) -> String {
        lang.head(|lang| self.text(lang).to_owned())
    }

    /// Its value in `numbers`; not a number where it has none, as bars and checks have.
    pub fn value<'a>(self, numbers: impl Into<Numbers<'a>>) -> f64 {
        match self.row().value {
            Value::Drawn(reading) => (reading.alone)(&numbers.into()),
            Value::Bar(..) | Value::Checked(_) | Value::Beside(_) => f64::NAN,
        }
    }

    /// Its values in the `numbers` of several draws; not numbers where it has none.
    pub fn side_by_side<'a>(self, numbers: impl Into<Numbers<'a, Lanes>>) -> Lanes {
        match self.row().value {
            Value::Drawn(reading) => (reading.side_by_side)(&numbers.into()),
            Value::Bar(..) | Value::Checked(_) | Value::Beside(_) => Lanes::of(f64::NAN),
        }
    }

    /// Its central value; not a number where it has none, as bars have.
    pub fn central(self, figures: &PathwayFigures) -> f64 {
        match self.row().value {
            Value::Checked(value) => value(figures),
            Value::Beside(_) => self.beside(figures.beside.as_ref()),
            Value::Drawn(_) | Value::Bar(..) => self.value(figures),
        }
    }

    /// Its value in what stands beside the answers; not a number where there is none, as for figures of the answers.
    pub fn beside(self, beside: Option<&Beside>) -> f64 {
        match (self.row().value, beside) {
            (Value::Beside(value), Some(beside)) => value(beside),
            _ => f64::NAN,
        }
    }

    /// True for what stands beside the answers and is in neither.
    pub const fn is_beside(self) -> bool {
        matches!(self.row().value, Value::Beside(_))
    }

    /// Its central value as it reads everywhere.
    pub fn said(self, figures: &PathwayFigures, lang: Lang) -> String {
        self.form().text(self.central(figures), lang)
    }

    /// The pieces of a bar; none for other figures.
    pub const fn pieces(self) -> &'static [Self] {
        match self.row().value {
            Value::Bar(pieces, _) => pieces,
            Value::Drawn(_) | Value::Checked(_) | Value::Beside(_) => &[],
        }
    }

    /// The pieces of a bar by the command line's contract; none for other figures.
    pub const fn contract(self) -> &'static [Self] {
        match self.row().value {
            Value::Bar(_, pieces) => pieces,
            Value::Drawn(_) | Value::Checked(_) | Value::Beside(_) => &[],
        }
    }

    /// The bar that the figure is a piece of.
    pub fn bar(self) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|bar| bar.pieces().contains(&self) || bar.contract().contains(&self))
    }

    /// The figures of `section`, be they of a project alone or not, in the order of their rows, without pieces of bars.
    pub fn in_section(section: Section) -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(move |figure| figure.row().section.object() == section && !figure.is_piece())
    }

    /// The figures of `section` that a resolved model has, in the order of their rows, without pieces of bars.
    pub fn of_model(section: Section) -> impl Iterator<Item = Self> {
        Self::in_section(section).filter(move |figure| figure.row().section == section)
    }

    /// True for pieces of bars.
    pub const fn is_piece(self) -> bool {
        matches!(self.row().shown, Shown::Piece)
    }
}

/// The names of all figures as a table, so that the checks on texts and the review of terms see them.
pub fn table() -> Table {
    let pathway = PathwayFigure::ALL.iter().map(|figure| figure.row());
    let pathway = pathway.map(|row| (row.key, row.en, row.zh));
    let product = ProductFigure::ALL.iter().map(|figure| figure.row());
    let product = product.map(|row| (row.key, row.en, row.zh));
    Table {
        name: "Figures",
        entries: pathway
            .chain(product)
            .map(|(key, en, zh)| Entry { key, en, zh })
            .collect(),
    }
}
