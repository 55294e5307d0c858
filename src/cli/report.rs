//! The page, the full report or the hand-out of a project as PDF.

use super::export::{day, same_file};
use super::input::{PRESET, located};
use super::projects::known_pathway;
use super::source::Source;
use super::{Done, Failure};
use crate::assess::assess;
use crate::data::Library;
use crate::export::ExportError;
use crate::export::paper::{self, Paper};
use crate::model::PathwayId;
use crate::report::picture::Kind;
use crate::text::{Lang, PaperMsg};
use clap::{Args, ValueEnum};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is asked of `report`.
#[derive(Debug, Args)]
pub struct Asked {
    /// What it is about.
    #[command(flatten)]
    pub source: Source,
    /// File to write: .pdf.
    #[arg(short, long, value_name = "OUT.pdf")]
    pub output: PathBuf,
    /// Which document.
    #[arg(long, value_enum, default_value_t)]
    pub kind: KindArg,
    /// These pathways beside the baseline, the first of them that is another one told in full; the compared ones by default.
    #[arg(long, value_name = "ID", num_args = 1.., value_delimiter = ',')]
    pub pathway: Vec<String>,
    /// The day on it; today by default.
    #[arg(long, value_name = "YYYY-MM-DD")]
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
    let file = asked.source.file.as_os_str();
    same_file(file, path, lang)?;
    let date = day(asked.date.as_deref(), lang)?;
    let project = asked.source.read(lang, err)?;
    let pathways: Vec<PathwayId> = asked
        .pathway
        .iter()
        .map(|id| PathwayId::from(id.as_str()))
        .collect();
    for id in &pathways {
        known_pathway(file, &project, id, lang)?;
    }
    // The baseline stands beside the others in any case.
    let mut others = pathways.iter().filter(|id| **id != project.baseline);
    let told = others.next().or(pathways.first());
    let assessment = assess(&project, Library::builtin());
    let paper = Paper {
        kind: asked.kind.into(),
        project: Arc::new(project),
        assessment: Arc::new(assessment),
        lang,
        told: told.cloned(),
        pathways,
        file: file_name(file),
        author: String::new(),
        date,
        own_cards: Vec::new(),
        uncertain: None,
    };
    match paper::write(&paper, path, &|| false) {
        Ok(()) => Ok(Done::Clean),
        Err(ExportError::NoPathway) => Err(located(file, PaperMsg::NoPathway.text(lang))),
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
