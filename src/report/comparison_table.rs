//! Pathways side by side as a table for spreadsheets: one line per figure, one column per pathway.

use super::flow_table::to_csv;
use crate::assess::{Outcome, PathwayFigures};
use crate::explain::answer::ORDER;
use crate::figure::PathwayFigure;
use crate::text::{CommonMsg, Lang};
use crate::uncertainty::{Band, Bands};

/// One pathway of the comparison.
#[derive(Debug, Clone)]
pub struct Column<'a> {
    /// Its name.
    pub name: String,
    /// Its figures.
    pub figures: &'a PathwayFigures,
    /// Its outcome at central values.
    pub outcome: &'a Outcome,
    /// The ranges with its place among the pathways; none where none were drawn.
    pub bands: Option<(&'a Bands, usize)>,
}

impl Column<'_> {
    fn band(&self, figure: PathwayFigure) -> Option<Band> {
        let (bands, at) = self.bands?;
        bands.band(at, figure)
    }
}

/// The comparison as CSV in UTF-8 with its mark: keys are those of the command line, so they carry their units.
pub fn csv(columns: &[Column<'_>], lang: Lang) -> Vec<u8> {
    let mut heading = vec!["key".to_owned()];
    for column in columns {
        heading.push(column.name.clone());
        heading.extend(["p5", "p95"].map(|end| format!("{} {end}", column.name)));
    }
    heading.push("note".to_owned());
    let note = CommonMsg::EstimateNote.text(lang);
    let mut rows = Vec::new();
    let drawn = || PathwayFigure::drawn().iter();
    let rest = drawn().filter(|figure| !ORDER.contains(figure));
    for figure in ORDER.iter().chain(rest).chain(&PathwayFigure::BESIDE) {
        let mut row = vec![figure.key().to_owned()];
        for column in columns {
            let is_known = column.figures.error.is_none();
            let central = is_known.then(|| {
                if figure.is_beside() {
                    figure.central(column.figures)
                } else {
                    figure.value(column.outcome)
                }
            });
            let band = column.band(*figure).filter(|_| is_known);
            row.extend([central, band.map(|band| band.p5), band.map(|band| band.p95)].map(cell));
        }
        row.push(note.to_owned());
        rows.push(row);
    }
    for (class, kg) in ends(columns) {
        let mut row = vec![format!("ends.{class}.kg")];
        for kg in kg {
            row.extend([kg, None, None].map(cell));
        }
        row.push(note.to_owned());
        rows.push(row);
    }
    to_csv(&heading, rows)
}

/// A number, or an empty cell where there is none.
fn cell(number: Option<f64>) -> String {
    let number = number.filter(|number| number.is_finite());
    number.map_or_else(String::new, |number| number.to_string())
}

/// Mass at the ends of each class that occurs, by column.
fn ends(columns: &[Column<'_>]) -> Vec<(&'static str, Vec<Option<f64>>)> {
    let all = columns.iter().flat_map(|column| &column.figures.ends);
    let mut classes: Vec<_> = all.map(|end| end.class).collect();
    classes.sort_unstable();
    classes.dedup();
    let of = |column: &Column<'_>, class| {
        let ends = column.figures.ends.iter().filter(|end| end.class == class);
        let kg: f64 = ends.map(|end| end.kg).sum();
        column.figures.error.is_none().then_some(kg)
    };
    let row = |class: crate::flow::network::EndClass| {
        let kg = columns.iter().map(|column| of(column, class));
        (class.key(), kg.collect())
    };
    classes.into_iter().map(row).collect()
}
