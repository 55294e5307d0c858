//! Work on paper: gained beside lost with bands, on one scale, and where.

use super::Worked;
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::report::sheet::{Cell, Column, Fill, Sides, Table};
use crate::text::{CompareMsg, Lang, PaperMsg, number};
use crate::work::quality::Side;

/// Places that a side names.
const PLACES: usize = 2;

impl Worked<'_> {
    /// The pathways once more: hours lost and gained per 1000 pieces.
    pub(super) fn work_table(&self) -> Table {
        let lang = self.lang();
        let most = self.shown().flat_map(|(_, figures)| {
            [PathwayFigure::Lost, PathwayFigure::Gained].map(|figure| {
                let band = self.view(lang).band(&figures.id, figure);
                band.map_or(0.0, |band| band.p95).max(figure.central(figures))
            })
        });
        let scale = most.filter(|hours| hours.is_finite()).fold(0.0, f64::max);
        Table {
            name: self.head(PaperMsg::Work),
            columns: vec![
                if lang == Lang::Both {
                    Column::drawn("", 14.0)
                } else {
                    Column::words("", 1.0)
                },
                Column::figures(self.head(PaperMsg::Lost), 62.0),
                Column::drawn("", if lang == Lang::Both { 84.0 } else { 104.0 }),
                Column {
                    figures: false,
                    ..Column::figures(self.head(PaperMsg::Gained), 62.0)
                },
                Column::words(self.head(PaperMsg::ByPlace), 0.82),
            ],
            rows: self
                .shown()
                .map(|(at, figures)| self.work_row(at, figures, scale))
                .collect(),
            dense: true,
            ..Table::default()
        }
    }

    /// Which pathway; where both languages leave no room for its name, by the letter that it bears in the table above.
    fn work_cell(&self, at: usize, figures: &PathwayFigures) -> Cell {
        match self.named_cell(at, figures) {
            Cell::Pathway { letter, fill, .. } if self.lang() == Lang::Both => Cell::Pathway {
                letter,
                fill,
                name: String::new(),
                small: String::new(),
            },
            cell => cell,
        }
    }

    fn work_row(&self, at: usize, figures: &PathwayFigures, scale: f64) -> Vec<Cell> {
        let lang = self.lang();
        if figures.baseline {
            let own = self.lang().head(|lang| {
                let hours = PathwayFigure::Gross.said(figures, lang);
                PaperMsg::OwnWork.with(lang, &[("hours", &hours)])
            });
            return vec![
                self.work_cell(at, figures),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Words {
                    text: String::new(),
                    small: own,
                },
            ];
        }
        let signed = |figure: PathwayFigure, sign: f64| {
            let mut cell = self.figure(figures, figure);
            (cell.value, cell.range) = self.sided(figures, figure, sign);
            Cell::Short(cell)
        };
        let view = self.view(lang);
        let fills = [self.theme.lost_close(), self.theme.pathway(at)].map(Fill::from);
        let sides = Sides {
            name: self.head(PaperMsg::Work),
            scale,
            ..Sides::of(figures, |figure| view.band(&figures.id, figure), fills, lang)
        };
        vec![
            self.work_cell(at, figures),
            signed(PathwayFigure::Lost, -1.0),
            Cell::Sides(sides),
            signed(PathwayFigure::Gained, 1.0),
            Cell::Words {
                text: String::new(),
                small: self.lang().lines(|lang| {
                    let said = [self.places(figures, lang), self.balance(figures, lang)];
                    let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
                    said.join(lang.semicolon())
                }),
            },
        ]
    }

    /// That the net cannot be told from zero, where it cannot.
    fn balance(&self, figures: &PathwayFigures, lang: Lang) -> String {
        if self.view(lang).is_balanced(figures) {
            CompareMsg::Balanced.text(lang).to_owned()
        } else {
            String::new()
        }
    }

    /// Where most of it is gained and lost.
    fn places(&self, figures: &PathwayFigures, lang: Lang) -> String {
        let view = self.view(lang);
        let change = self.assessment().work_change(figures, view.library);
        let side = |side: &Side<'_>, sign: f64| -> Vec<String> {
            // Both languages leave room for one place a side.
            let most = if self.lang() == Lang::Both { 1 } else { PLACES };
            let places = side.places.iter().take(most);
            places
                .filter(|(_, share)| *share > 0.005)
                .map(|(place, share)| {
                    let hours = sign * share * side.hours.central;
                    let hours = number::signed(hours, |hours| number::rough(hours, lang));
                    format!("{} {hours}", self.names(lang).place(place))
                })
                .collect()
        };
        let mut all = side(&change.lost, -1.0);
        all.extend(side(&change.gained, 1.0));
        all.join(lang.pause())
    }
}
