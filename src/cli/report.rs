//! The page, the full report or the hand-out of a project as PDF.

use super::input::{PRESET, located, read_project, say_older};
use super::projects::{known_pathway, with_variant};
use super::{Done, Failure};
use crate::assess::assess;
use crate::data::Library;
use crate::export::ExportError;
use crate::export::paper::{self, Paper};
use crate::model::PathwayId;
use crate::report::picture::Kind;
use crate::store::{self, Doing, Problem, StoreError};
use crate::text::{Lang, PaperMsg};
use clap::{Args, ValueEnum};
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is asked of `report`.
#[derive(Debug, Args)]
pub struct Asked {
    /// Project file, or preset:ID.
    pub file: OsString,
    /// File to write: .pdf.
    #[arg(short, long, value_name = "OUT.pdf")]
    pub output: PathBuf,
    /// Which document.
    #[arg(long, value_enum, default_value_t)]
    pub kind: KindArg,
    /// These pathways beside the baseline, the first told in full; the compared ones by default.
    #[arg(long, value_name = "ID", num_args = 1.., value_delimiter = ',')]
    pub pathway: Vec<String>,
    /// This variant, by number or name; the one in hand by default.
    #[arg(long, value_name = "N|NAME")]
    pub variant: Option<String>,
    /// The day on it; today by default.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<String>,
}

/// A document on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum KindArg {
    /// One page.
    #[default]
    Page,
    /// Everything behind it.
    Full,
    /// Two pages in black and white, for a class.
    Handout,
}

impl From<KindArg> for Kind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Page => Self::Page,
            KindArg::Full => Self::Full,
            KindArg::Handout => Self::Handout,
        }
    }
}

pub(super) fn run(asked: &Asked, lang: Lang, err: &mut dyn Write) -> Result<Done, Failure> {
    let path = asked.output.as_path();
    let ending = path.extension().unwrap_or_default();
    if !ending.eq_ignore_ascii_case("pdf") {
        let file = path.display().to_string();
        return Err(Failure::Input(PaperMsg::NeedsPdf.with(lang, &[("file", &file)])));
    }
    if store::is_same_file(Path::new(&asked.file), path) {
        let error = StoreError::new(Doing::Save, path, Problem::Input);
        return Err(Failure::Input(error.text(lang)));
    }
    let read = read_project(&asked.file, lang)?;
    say_older(&asked.file, &read, lang, err)?;
    let project = with_variant(&asked.file, read.project, asked.variant.as_deref(), lang)?;
    let pathways: Vec<PathwayId> = asked
        .pathway
        .iter()
        .map(|id| PathwayId::from(id.as_str()))
        .collect();
    for id in &pathways {
        known_pathway(&asked.file, &project, id, lang)?;
    }
    let assessment = assess(&project, Library::builtin());
    let paper = Paper {
        kind: asked.kind.into(),
        project: Arc::new(project),
        assessment: Arc::new(assessment),
        lang,
        told: pathways.first().cloned(),
        pathways,
        file: file_name(&asked.file),
        date: asked.date.clone().unwrap_or_else(crate::export::today),
        uncertain: None,
    };
    match paper::write(&paper, path, &|| false) {
        Ok(()) => Ok(Done::Clean),
        Err(ExportError::NoPathway) => Err(located(&asked.file, PaperMsg::NoPathway.text(lang))),
        Err(error) => Err(Failure::File(error.text(lang))),
    }
}

/// The file's own name; the preset as it was named.
fn file_name(file: &OsStr) -> String {
    let words = file.to_string_lossy();
    if words.starts_with(PRESET) {
        return words.into_owned();
    }
    let name = Path::new(file).file_name().unwrap_or(file);
    name.to_string_lossy().into_owned()
}

/// `text` as a day: "2026-11-25".
fn day(text: &str) -> Result<String, String> {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map(|day| day.format("%Y-%m-%d").to_string())
        .map_err(|_| "a day is written as 2026-11-25".to_owned())
}
