//! Pictures and tables of a project as files, for the window and the command line alike.
//!
//! Invariant: the same order gives the same bytes; the date is part of the order.

mod deck;
pub mod lesson;
pub mod outputs;
pub mod paper;

use crate::assess::Assessment;
use crate::data::Library;
use crate::model::{PathwayId, Project, VariantNo};
use crate::report::combination::{self, Combination};
use crate::report::picture::{FileFormat, Layer, Subject};
use crate::report::{comparison_table, flow_table, product_table};
use crate::session::Assessed;
use crate::store::{self, StoreError};
use crate::text::names::Names;
use crate::text::{ImproveMsg, Lang, PaperMsg, PictureMsg};
use crate::ui::picture::pages::{self, Sheet};
use crate::ui::picture::{Lettering, pixels, png};
use crate::ui::view::VariantView;
use crate::uncertainty::Bands;
use std::path::Path;
use std::sync::Arc;

/// What is to be written.
#[derive(Debug, Clone)]
pub struct Order {
    /// The project.
    pub project: Arc<Project>,
    /// Its figures.
    pub assessment: Arc<Assessment>,
    /// Its ranges, where they were drawn.
    pub bands: Option<Bands>,
    /// The other variants that are compared, each with its ranges.
    pub others: Vec<(Arc<Assessed>, Option<Bands>)>,
    /// True where the comparison shows differences from the baseline.
    pub relative: bool,
    /// The language of words.
    pub lang: Lang,
    /// Product, diagram or comparison.
    pub subject: Subject,
    /// The pathway of the diagram.
    pub pathway: PathwayId,
    /// What the diagram shows.
    pub layer: Layer,
    /// The day, as it is printed.
    pub date: String,
    /// The combinations of moves, where they are what is written.
    pub combination: Option<Combination>,
}

impl Order {
    /// Figures and ranges of a variant.
    fn of(&self, variant: VariantNo) -> Option<(&Assessment, Option<&Bands>)> {
        if variant == self.project.product.variant {
            return Some((&self.assessment, self.bands.as_ref()));
        }
        let mut others = self.others.iter();
        let (other, bands) = others.find(|(other, _)| other.number() == variant)?;
        Some((other.assessment(), bands.as_ref()))
    }
}

/// A variant as the picture shows it.
fn view((other, _): &(Arc<Assessed>, Option<Bands>)) -> VariantView<'_> {
    VariantView {
        project: other.project(),
        assessment: other.assessment(),
        own: None,
        uncertain: None,
    }
}

/// Why nothing was written.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportError {
    /// The disk.
    Store(StoreError),
    /// The picture could not be made.
    NotDrawn,
    /// No pathway has an answer.
    NoPathway,
    /// It was stopped before anything was written.
    Stopped,
    /// What is asked for cannot be: a sentence.
    Words(String),
}

impl ExportError {
    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Store(error) => error.text(lang),
            Self::NotDrawn => PictureMsg::NotDrawn.text(lang).to_owned(),
            Self::NoPathway => PaperMsg::NoPathway.text(lang).to_owned(),
            Self::Stopped => PaperMsg::Stopped.text(lang).to_owned(),
            Self::Words(words) => words.clone(),
        }
    }
}

/// The content of the file.
pub fn bytes(order: &Order, format: FileFormat) -> Result<Vec<u8>, ExportError> {
    match format {
        FileFormat::Csv => table(order),
        FileFormat::Svg => Ok(picture(order, Lettering::Words)?.into_bytes()),
        FileFormat::Outlines => Ok(picture(order, Lettering::Outlines)?.into_bytes()),
        FileFormat::Png => png(&picture(order, Lettering::Outlines)?).ok_or(ExportError::NotDrawn),
    }
}

/// The picture as points, for the clipboard.
pub fn points(order: &Order, stop: &dyn Fn() -> bool) -> Result<egui::ColorImage, ExportError> {
    let drawn = going_on(picture(order, Lettering::Outlines)?, stop)?;
    going_on(pixels(&drawn).ok_or(ExportError::NotDrawn)?, stop)
}

fn picture(order: &Order, lettering: Lettering) -> Result<String, ExportError> {
    let others: Vec<VariantView<'_>> = order.others.iter().map(view).collect();
    let sheet = Sheet {
        project: &order.project,
        assessment: &order.assessment,
        others: &others,
        relative: order.relative,
        lang: order.lang,
        layer: order.layer,
        date: &order.date,
        lettering,
    };
    Ok(match order.subject {
        Subject::Product => pages::product(&sheet),
        Subject::Diagram => pages::diagram(&sheet, &order.pathway),
        Subject::Comparison => pages::comparison(&sheet),
        Subject::Combination => pages::combination(&sheet, combination(order)?),
    })
}

/// Writes the file at `path`, unless `stop` says so before.
pub fn write(
    order: &Order,
    format: FileFormat,
    path: &Path,
    stop: &dyn Fn() -> bool,
) -> Result<(), ExportError> {
    put(path, &bytes(order, format)?, stop)
}

/// Puts `bytes` into the file at `path`, unless `stop` says so.
fn put(path: &Path, bytes: &[u8], stop: &dyn Fn() -> bool) -> Result<(), ExportError> {
    store::write(path, going_on(bytes, stop)?).map_err(ExportError::Store)
}

/// What has come so far, unless `stop` says so.
fn going_on<T>(come: T, stop: &dyn Fn() -> bool) -> Result<T, ExportError> {
    if stop() {
        Err(ExportError::Stopped)
    } else {
        Ok(come)
    }
}

/// The combinations that are to be written.
fn combination(order: &Order) -> Result<&Combination, ExportError> {
    let nothing = || ImproveMsg::NoCombination.text(order.lang).to_owned();
    let of = order.combination.as_ref();
    of.ok_or_else(|| ExportError::Words(nothing()))
}

fn table(order: &Order) -> Result<Vec<u8>, ExportError> {
    let names = Names {
        project: &order.project,
        library: Library::builtin(),
        lang: order.lang,
    };
    Ok(match order.subject {
        Subject::Product => product_table::csv(&names),
        Subject::Combination => combination::csv(combination(order)?, order.lang),
        Subject::Diagram => flow_table::csv(&names, &order.assessment, &order.pathway),
        Subject::Comparison => {
            let columns = order.project.compared.iter().filter_map(|column| {
                let (assessment, bands) = order.of(column.variant)?;
                let at = assessment.engine.index(&column.pathway)?;
                let figures = assessment.pathways.get(at)?;
                let outcome = assessment.outcomes.pathways.get(at)?;
                Some(comparison_table::Column {
                    name: names.column(column),
                    figures,
                    outcome,
                    bands: bands.map(|bands| (bands, at)),
                })
            });
            comparison_table::csv(&columns.collect::<Vec<_>>(), order.lang)
        }
    })
}

/// Today where the user is: "2026-11-25".
pub fn today() -> String {
    chrono::Local::now().format("%Y-%m-%d").to_string()
}
