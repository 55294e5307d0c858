//! The rows of the results: one for each product on each pathway, and one for a line that could not be read.

use super::product::Product;
use crate::figure::PathwayFigure;
use crate::uncertainty::Band;

/// The figures of a row, in their order.
pub const FIGURES: [PathwayFigure; 12] = [
    PathwayFigure::OutflowRecycled,
    PathwayFigure::OutflowDowncycled,
    PathwayFigure::OutflowEnergy,
    PathwayFigure::OutflowLinear,
    PathwayFigure::Mci,
    PathwayFigure::MciQuality,
    PathwayFigure::Wears,
    PathwayFigure::VPer100Wears,
    PathwayFigure::GarmentsAvoided,
    PathwayFigure::Gained,
    PathwayFigure::Lost,
    PathwayFigure::Net,
];

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// A whole number.
    Count,
    /// A number; the pieces of a year are one too, for nothing asks a list for whole ones.
    Number,
    /// Words.
    Words,
}

/// The columns before the figures.
const LEAD: [(&str, Cells); 9] = [
    ("line", Cells::Count),
    ("style", Cells::Words),
    ("kind", Cells::Words),
    ("mass_kg", Cells::Number),
    ("pieces", Cells::Number),
    ("status", Cells::Words),
    ("note", Cells::Words),
    ("pathway", Cells::Words),
    ("baseline", Cells::Words),
];

/// The headings of the results; with draws each figure has its band behind it.
pub fn columns(has_draws: bool) -> Vec<String> {
    let mut all: Vec<String> = LEAD.map(|(column, _)| column.to_owned()).into();
    for figure in FIGURES {
        all.push(figure.short_key().to_owned());
        if has_draws {
            all.extend(["p5", "p50", "p95"].map(|point| format!("{}_{point}", figure.short_key())));
        }
    }
    all
}

impl Cells {
    /// What the column with this heading holds; every figure is a number.
    pub fn under(column: &str) -> Self {
        let known = LEAD.iter().find(|(lead, _)| *lead == column);
        known.map_or(Self::Number, |(_, cells)| *cells)
    }
}

/// What came of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Read without a doubt.
    Ok,
    /// Read, with something to look at.
    Doubtful,
    /// Not read.
    Bad,
}

impl Status {
    /// What came of a line in which `product` was read.
    pub(super) fn of(product: &Product) -> Self {
        if product.doubts.is_empty() {
            Self::Ok
        } else {
            Self::Doubtful
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Doubtful => "doubtful",
            Self::Bad => "bad",
        }
    }
}

/// The cells of a row before its figures.
#[derive(Debug, Clone)]
pub(super) struct Lead<'a> {
    /// Number of the line.
    pub line: u64,
    /// Style number or file.
    pub style: &'a str,
    /// Kind of garment.
    pub kind: &'a str,
    /// Mass of a piece in kg and pieces a year; none where the line was not read.
    pub amounts: Option<[f64; 2]>,
    /// What came of it.
    pub status: Status,
    /// Why it is bad or doubtful.
    pub note: &'a str,
    /// The pathway, and whether it is the baseline.
    pub pathway: Option<(&'a str, bool)>,
}

/// A number as it stands in a table; nothing where there is none.
fn number(value: f64) -> String {
    if value.is_finite() {
        value.to_string()
    } else {
        String::new()
    }
}

/// Text that no spreadsheet takes for a formula.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

impl Lead<'_> {
    /// The row with `figures`, each with its band where there are draws.
    pub(super) fn row(&self, figures: &[(f64, Option<Band>)], has_draws: bool) -> Vec<String> {
        let amounts = self
            .amounts
            .map(|amounts| amounts.map(number))
            .unwrap_or_default();
        let [mass, pieces] = amounts;
        let (pathway, baseline) = self.pathway.unwrap_or_default();
        let yes = if baseline { "yes" } else { "" };
        let mut row = vec![
            self.line.to_string(),
            plain(self.style),
            self.kind.to_owned(),
            mass,
            pieces,
            self.status.word().to_owned(),
            plain(self.note),
            pathway.to_owned(),
            yes.to_owned(),
        ];
        for at in 0..FIGURES.len() {
            let (value, band) = figures.get(at).copied().unwrap_or((f64::NAN, None));
            row.push(number(value));
            if has_draws {
                let points = band.map_or([f64::NAN; 3], |band| [band.p5, band.p50, band.p95]);
                row.extend(points.map(number));
            }
        }
        row
    }
}
