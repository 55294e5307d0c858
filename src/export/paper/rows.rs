//! Rows that several documents share: pathways, bars of ends, the product in one bar.

use super::Worked;
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::report::sheet::{Bar, Cell, Figure, Piece};
use crate::text::{CommonMsg, Lang, PaperMsg, sided};
use crate::ui::panel::compare::data::{Body, Compare};
use crate::ui::panel::product::data::{Meaning, Slice, fibre_bar};
use crate::ui::theme::{EndClass, Theme, pathway_letter};

/// Fibres that the bar of the product names.
const FIBRES: usize = 5;

impl Worked<'_> {
    /// A row for each pathway on paper that has an answer: which it is, where its mass ends, and the cells that `more` adds.
    pub(super) fn pathway_rows(
        &self,
        compare: &Compare,
        more: impl Fn(&PathwayFigures, &Body) -> Vec<Cell>,
    ) -> impl Iterator<Item = Vec<Cell>> {
        self.shown().filter_map(move |(at, figures)| {
            let column = compare.columns.iter().find(|column| column.id == figures.id)?;
            let body = column.body.as_ref().ok()?;
            let baseline = figures
                .baseline
                .then(|| CommonMsg::Baseline.head(self.lang()).to_owned());
            let which = self.pathway_cell(at, figures, baseline.unwrap_or_default());
            let ends = Cell::Bar(self.ends_bar(body));
            Some([which, ends].into_iter().chain(more(figures, body)).collect())
        })
    }

    /// Letter, fill and name of a pathway; what is said of one that gives nothing of this garment.
    pub(super) fn pathway_cell(&self, at: usize, figures: &PathwayFigures, small: String) -> Cell {
        let idle = self.view(self.lang()).idle_words(figures);
        let small = idle.map_or(small, |_| {
            let short = |lang: Lang| {
                let idle = self.view(lang).idle_words(figures);
                idle.map_or_else(String::new, |idle| idle.short)
            };
            self.lang().head(short)
        });
        Cell::Pathway {
            letter: pathway_letter(at),
            fill: self.theme.pathway(at).into(),
            name: self.names(self.lang()).head(|names| names.pathway(&figures.id)),
            small,
        }
    }

    /// Letter, fill and name alone.
    pub(super) fn named_cell(&self, at: usize, figures: &PathwayFigures) -> Cell {
        Cell::Pathway {
            letter: pathway_letter(at),
            fill: self.theme.pathway(at).into(),
            name: self.names(self.lang()).head(|names| names.pathway(&figures.id)),
            small: String::new(),
        }
    }

    /// A figure with its range from the draws.
    pub(super) fn figure_cell(&self, figures: &PathwayFigures, figure: PathwayFigure) -> Cell {
        Cell::Figure(self.figure(figures, figure))
    }

    /// The same before it is a cell.
    pub(super) fn figure(&self, figures: &PathwayFigures, figure: PathwayFigure) -> Figure {
        let lang = self.lang();
        let band = self.view(lang).band(&figures.id, figure);
        Figure::in_column(figure, figures, band, lang)
    }

    /// Hours of a side and their range, both with the sign of the side: 1 gained, −1 lost.
    pub(super) fn sided(
        &self,
        figures: &PathwayFigures,
        figure: PathwayFigure,
        sign: f64,
    ) -> (String, String) {
        let lang = self.lang();
        let band = self.view(lang).band(&figures.id, figure);
        let band = band.filter(|band| band.p5 < band.p95);
        let range = band.map(|band| (band.p50, (band.p5, band.p95)));
        let (value, range) = sided::sided(sign, figure.central(figures), range, lang);
        (value, range.unwrap_or_default())
    }

    /// Where the mass of a pathway ends.
    pub(super) fn ends_bar(&self, body: &Body) -> Bar {
        Bar {
            name: self.head(PaperMsg::Ends),
            ..body.ends.clone()
        }
    }

    /// The fibres of the piece in one bar.
    pub(super) fn product_bar(&self) -> Bar {
        let view = self.view(self.lang());
        let slices = fibre_bar(&view, FIBRES);
        Bar {
            name: self.head(PaperMsg::MadeOf),
            pieces: slices
                .iter()
                .map(|slice| slice_piece(&self.theme, slice))
                .collect(),
        }
    }
}

/// A slice of a bar of the product page.
pub(super) fn slice_piece(theme: &Theme, slice: &Slice) -> Piece {
    let fill = match &slice.meaning {
        Meaning::Fibre(fibre) => theme.fibre(fibre.as_str()),
        Meaning::Reused => theme.end(EndClass::Reused),
        Meaning::RecycledTextile => theme.end(EndClass::SameGrade),
        Meaning::RecycledOther => theme.end(EndClass::Downcycled),
        Meaning::Renewable => theme.end(EndClass::Biological),
        Meaning::Virgin => theme.virgin(),
        Meaning::Rest => theme.fibre("other"),
    };
    Piece {
        label: slice.label.clone(),
        value: slice.value.clone(),
        share: slice.share,
        fill: fill.into(),
    }
}

/// Things in a row, the first `most` by name and the others counted.
pub(super) fn listed(names: &[String], most: usize, lang: Lang) -> String {
    let mut said: Vec<String> = names.iter().take(most).cloned().collect();
    let rest = names.len().saturating_sub(most);
    if rest > 0 {
        said.push(PaperMsg::More.with(lang, &[("count", &rest.to_string())]));
    }
    said.join(lang.comma())
}
