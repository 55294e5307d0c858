//! A project with its results as a workbook: what is in hand, every figure with its unit, range, grade and source, and a
//! sheet of parts that comes back.
//!
//! Invariant: mass and hours of the summary are formulas over the other sheets, and give the figures of the program.

mod knowledge;
mod paint;
mod park;
mod parts;
mod results;
mod sheet;
mod summary;
mod ways;
mod work;

pub(crate) use paint::dated;

use crate::assess::Assessment;
use crate::data::Library;
use crate::figure::Form;
use crate::model::Project;
use crate::text::names::Names;
use crate::text::{Lang, WorkbookMsg};
use crate::uncertainty::Bands;
use sheet::Shown;

/// What is written.
#[derive(Debug, Clone, Copy)]
pub struct Book<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its figures.
    pub assessment: &'a Assessment,
    /// Its ranges, where they were drawn.
    pub bands: Option<&'a Bands>,
    /// The language; in both languages Chinese, for a heading means one thing.
    pub lang: Lang,
    /// The day: "2026-11-25".
    pub date: &'a str,
}

impl Book<'_> {
    fn names(&self) -> Names<'_> {
        Names {
            project: self.project,
            library: Library::builtin(),
            lang: self.lang,
        }
    }
}

/// The workbook; else what is wrong with it.
pub fn workbook(book: Book<'_>) -> Result<Vec<u8>, String> {
    let book = Book {
        lang: one(book.lang),
        ..book
    };
    let parts = parts::sheet(&book);
    let work = work::sheet(&book);
    let sheets = [
        summary::sheet(&book, &parts, &work),
        parts.sheet,
        ways::pathways(&book),
        ways::flows(&book),
        work.sheet,
        work::quality(&book),
        park::sheet(&book),
        results::draws(&book),
        results::assumptions(&book),
        knowledge::sources(&book),
        knowledge::terms(&book),
        knowledge::read_me(&book),
    ];
    paint::bytes(&sheets, book.date).map_err(|error| error.to_string())
}

/// An empty table under the headings that the reader of tables knows, with a row that shows how it is filled in, and
/// what each column means in both languages.
pub fn template(lang: Lang, date: &str) -> Result<Vec<u8>, String> {
    let sheets = parts::template(one(lang));
    paint::bytes(&sheets, date).map_err(|error| error.to_string())
}

const fn one(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::En,
        Lang::Zh | Lang::Both => Lang::Zh,
    }
}

/// How a number of this form is shown, and the word for its unit.
const fn shown(form: Form, lang: Lang) -> (Shown, &'static str) {
    let (shown, unit) = match form {
        Form::Ratio | Form::Times => (Shown::Two, WorkbookMsg::UnitRatio),
        Form::Share => (Shown::Share, WorkbookMsg::UnitShare),
        Form::Mass => (Shown::Four, WorkbookMsg::UnitKg),
        Form::Grams => (Shown::Tenth, WorkbookMsg::UnitGram),
        Form::Hours | Form::NetHours => (Shown::Tenth, WorkbookMsg::UnitHours),
        Form::Jobs => (Shown::Two, WorkbookMsg::UnitFte),
        Form::Carbon => (Shown::Two, WorkbookMsg::UnitCarbon),
        Form::Yuan => (Shown::Whole, WorkbookMsg::UnitYuan),
        Form::Wears => (Shown::Tenth, WorkbookMsg::UnitWears),
        Form::Residual => (Shown::Plain, WorkbookMsg::UnitKg),
    };
    (shown, unit.text(lang))
}
