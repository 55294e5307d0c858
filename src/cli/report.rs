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
use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Project file, or preset:ID.
    pub file: &'a OsStr,
    /// File to write.
    pub output: &'a Path,
    /// Which document.
    pub kind: Kind,
    /// The pathways beside each other; the compared ones where none are given.
    pub pathways: &'a [String],
    /// This variant, by number or name.
    pub variant: Option<&'a str>,
    /// The day on it; today where none is given.
    pub date: Option<&'a str>,
}

pub fn run(asked: Asked<'_>, lang: Lang, err: &mut dyn Write) -> Result<Done, Failure> {
    let path = asked.output;
    let ending = path.extension().unwrap_or_default();
    if !ending.eq_ignore_ascii_case("pdf") {
        let file = path.display().to_string();
        return Err(Failure::Input(PaperMsg::NeedsPdf.with(lang, &[("file", &file)])));
    }
    if store::is_same_file(Path::new(asked.file), path) {
        let error = StoreError::new(Doing::Save, path, Problem::Input);
        return Err(Failure::Input(error.text(lang)));
    }
    let read = read_project(asked.file, lang)?;
    say_older(asked.file, &read, lang, err)?;
    let project = with_variant(asked.file, read.project, asked.variant, lang)?;
    let pathways: Vec<PathwayId> = asked
        .pathways
        .iter()
        .map(|id| PathwayId::from(id.as_str()))
        .collect();
    for id in &pathways {
        known_pathway(asked.file, &project, id, lang)?;
    }
    let assessment = assess(&project, Library::builtin());
    let paper = Paper {
        kind: asked.kind,
        project: Arc::new(project),
        assessment: Arc::new(assessment),
        lang,
        told: pathways.first().cloned(),
        pathways,
        file: file_name(asked.file),
        date: asked.date.map_or_else(crate::export::today, str::to_owned),
    };
    match paper::write(&paper, path, &|| false) {
        Ok(()) => Ok(Done::Clean),
        Err(ExportError::NoPathway) => Err(located(asked.file, PaperMsg::NoPathway.text(lang))),
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
pub fn day(text: &str) -> Result<String, String> {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map(|day| day.format("%Y-%m-%d").to_string())
        .map_err(|_| "a day is written as 2026-11-25".to_owned())
}
