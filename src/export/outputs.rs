//! Workbook, passport draft, claims and queries as files; each says in a sentence what there is to know beside it.

use super::paper::palette;
use super::{ExportError, put};
use crate::assess::Assessment;
use crate::data::Library;
use crate::model::Project;
use crate::report::claims::{ClaimJson, claims};
use crate::report::ecobalyse;
use crate::report::outputs::Output;
use crate::report::passport::{self, Details};
use crate::report::sheet::pdf;
use crate::report::stopwatch;
use crate::report::workbook::{self, Book};
use crate::text::{Lang, PassportMsg, PictureMsg, WorkbookMsg};
use crate::uncertainty::Bands;
use std::path::Path;
use std::sync::Arc;

/// What is to be written.
#[derive(Debug, Clone)]
pub struct Order {
    /// Which kind of file.
    pub output: Output,
    /// The project; the variant in hand is the product.
    pub project: Arc<Project>,
    /// Its figures.
    pub assessment: Arc<Assessment>,
    /// Its ranges, where they were drawn.
    pub bands: Option<Bands>,
    /// What a passport needs beside them.
    pub details: Details,
    /// The language of words.
    pub lang: Lang,
    /// The day: "2026-11-25".
    pub date: String,
}

/// Writes the file at `path`, unless `stop` says so before; gives the sentence about it.
pub fn write(order: &Order, path: &Path, stop: &dyn Fn() -> bool) -> Result<String, ExportError> {
    let lang = order.lang;
    let (bytes, missing) = bytes(order).map_err(ExportError::Words)?;
    put(path, &bytes, stop)?;
    let file = path.display().to_string();
    Ok(match missing {
        0 => PictureMsg::Exported.with(lang, &[("file", &file)]),
        count => PassportMsg::WrittenWith.with(lang, &[("file", &file), ("count", &count.to_string())]),
    })
}

/// The content of the file, and how many things are missing in it; else why there is none.
fn bytes(order: &Order) -> Result<(Vec<u8>, usize), String> {
    let (project, lang) = (&order.project, order.lang);
    let library = Library::builtin();
    match order.output {
        Output::Workbook => {
            let book = Book {
                project,
                assessment: &order.assessment,
                bands: order.bands.as_ref(),
                lang,
                date: &order.date,
            };
            Ok((
                workbook::workbook(book).map_err(|reason| not_written(&reason, lang))?,
                0,
            ))
        }
        Output::Template => Ok((
            workbook::template(lang, &order.date).map_err(|reason| not_written(&reason, lang))?,
            0,
        )),
        Output::Stopwatch => {
            let sheets = stopwatch::document(lang, &order.date, palette());
            let bytes = pdf::pdf(&sheets).ok_or_else(|| ExportError::NotDrawn.text(lang))?;
            Ok((bytes, 0))
        }
        Output::Claims => {
            let all = claims(project, library, &order.assessment);
            let all: Vec<ClaimJson> = all.iter().map(|claim| ClaimJson::of(claim, lang)).collect();
            Ok((json(&all)?, 0))
        }
        Output::Query => {
            let given = ecobalyse::query(project, library, lang);
            let query = given.query.ok_or_else(|| given.without.join(lang.semicolon()))?;
            Ok((json(&query)?, given.without.len()))
        }
        Output::Passport => {
            let draft = passport::draft(&passport::Order {
                project,
                assessment: &order.assessment,
                details: &order.details,
                date: &order.date,
                lang,
            });
            if !draft.is_valid() {
                let problems = draft.problems.join(lang.semicolon());
                return Err(PassportMsg::Invalid.with(lang, &[("problems", &problems)]));
            }
            Ok((draft.text().into_bytes(), draft.missing.len()))
        }
    }
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    Ok(format!("{text}\n").into_bytes())
}

fn not_written(reason: &str, lang: Lang) -> String {
    WorkbookMsg::NotWritten.with(lang, &[("reason", reason)])
}
