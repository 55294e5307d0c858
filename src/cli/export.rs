//! The workbook of a project as a file, and the empty table to fill in.

use super::input::located;
use super::projects::{Pairs, Run, bands};
use super::source::Source;
use super::{Done, Failure};
use crate::assess::assess;
use crate::data::Library;
use crate::export::today;
use crate::report::workbook::{Book, template, workbook};
use crate::store::{self, Doing, Problem, StoreError};
use crate::text::{CliMsg, Lang, WorkbookMsg};
use clap::Args;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What is asked for.
#[derive(Debug, Clone, Args)]
pub struct ExportArgs {
    /// Project file, or preset:ID.
    #[arg(required_unless_present = "template")]
    pub file: Option<OsString>,
    /// Workbook to write.
    #[arg(short, long, value_name = "OUT.xlsx")]
    pub output: PathBuf,
    /// This variant, by number or name; the one in hand by default.
    #[arg(long, value_name = "N|NAME")]
    pub variant: Option<String>,
    /// How often all factors are drawn for the sheet of draws; 0 for none.
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u64).range(0..=1_000_000))]
    pub draws: u64,
    /// The day that is printed; today by default.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// An empty table of parts to fill in, with what its columns mean, in place of a project.
    #[arg(long, conflicts_with = "file")]
    pub template: bool,
}

pub fn run(asked: &ExportArgs, lang: Lang, err: &mut dyn Write) -> Result<Done, Failure> {
    let date = day(asked.date.as_deref(), lang)?;
    let not_written =
        |reason: String| Failure::File(WorkbookMsg::NotWritten.with(lang, &[("reason", &reason)]));
    let bytes = match asked.file.as_deref() {
        None => template(lang, &date).map_err(not_written)?,
        Some(file) => {
            same_file(file, &asked.output, lang)?;
            let source = Source {
                file: file.to_owned(),
                variant: asked.variant.clone(),
            };
            let project = source.read(lang, err)?;
            let assessment = assess(&project, Library::builtin());
            let run = Run {
                count: asked.draws,
                seed: None,
                threads: None,
            };
            let bands = (asked.draws > 0).then(|| bands(&project, &assessment, run, (None, Pairs::All)));
            let book = Book {
                project: &project,
                assessment: &assessment,
                bands: bands.as_ref(),
                lang,
                date: &date,
            };
            workbook(book).map_err(not_written)?
        }
    };
    store::write(&asked.output, &bytes).map_err(|error| Failure::File(error.text(lang)))?;
    Ok(Done::Clean)
}

/// Refuses to write over the file that is read.
pub(super) fn same_file(file: &OsStr, output: &Path, lang: Lang) -> Result<(), Failure> {
    if store::is_same_file(Path::new(file), output) {
        let error = StoreError::new(Doing::Save, output, Problem::Input);
        return Err(Failure::Input(error.text(lang)));
    }
    Ok(())
}

/// The day that was asked for, or today.
pub(super) fn day(asked: Option<&str>, lang: Lang) -> Result<String, Failure> {
    let Some(text) = asked else {
        return Ok(today());
    };
    match chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        Ok(date) => Ok(date.format("%Y-%m-%d").to_string()),
        Err(_) => Err(located(
            "--date".as_ref(),
            &CliMsg::NoDate.with(lang, &[("text", text)]),
        )),
    }
}
