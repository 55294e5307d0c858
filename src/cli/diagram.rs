//! The flow diagram of one pathway as a file.

use super::export::same_file;
use super::input::{located, read_project, say_older};
use super::projects::known_pathway;
use super::{Done, Failure};
use crate::assess::assess;
use crate::data::Library;
use crate::export::{self, Order};
use crate::model::PathwayId;
use crate::report::picture::{FileFormat, Layer, Subject};
use crate::text::names::Names;
use crate::text::{Lang, PictureMsg, notices};
use crate::ui::picture::Lettering;
use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Project file, or preset:ID.
    pub file: &'a OsStr,
    /// The pathway.
    pub pathway: &'a str,
    /// File to write; its ending says in which form.
    pub output: &'a Path,
    /// What the diagram shows.
    pub layer: Layer,
    /// How letters stand in an SVG.
    pub lettering: Lettering,
}

/// How words are drawn: as outlines where that is asked for.
pub const fn lettering(outlines: bool) -> Lettering {
    if outlines {
        Lettering::Outlines
    } else {
        Lettering::Words
    }
}

/// Writes the diagram.
pub fn run(asked: Asked<'_>, lang: Lang, err: &mut dyn Write) -> Result<Done, Failure> {
    let path = asked.output;
    let ending = path.extension().unwrap_or_default();
    let mut formats = FileFormat::ALL.into_iter();
    let format = formats
        .find(|format| ending.eq_ignore_ascii_case(format.ending()))
        .ok_or_else(|| {
            let file = path.display().to_string();
            Failure::Input(PictureMsg::UnknownEnding.with(lang, &[("file", &file)]))
        })?;
    let format = match (asked.lettering, format) {
        (Lettering::Words, format) => format,
        (Lettering::Outlines, FileFormat::Svg) => FileFormat::Outlines,
        (Lettering::Outlines, _) => {
            let file = path.display().to_string();
            return Err(Failure::Input(
                PictureMsg::OutlinesOfSvg.with(lang, &[("file", &file)]),
            ));
        }
    };
    same_file(asked.file, path, lang)?;
    let read = read_project(asked.file, lang)?;
    say_older(asked.file, &read, lang, err)?;
    let project = read.project;
    let pathway = PathwayId::from(asked.pathway);
    known_pathway(asked.file, &project, &pathway, lang)?;
    let library = Library::builtin();
    let assessment = assess(&project, library);
    if let Some(error) = assessment.pathway(&pathway).and_then(|way| way.error.as_ref()) {
        let names = Names {
            project: &project,
            library,
            lang,
        };
        let sentence = notices::flow_error(error, &names, project.pathway(&pathway));
        return Err(located(asked.file, &sentence));
    }
    let order = Order {
        project: Arc::new(project),
        assessment: Arc::new(assessment),
        bands: None,
        others: Vec::new(),
        relative: false,
        lang,
        subject: Subject::Diagram,
        combination: None,
        pathway,
        layer: asked.layer,
        date: export::today(),
    };
    export::write(&order, format, path, &|| false).map_err(|error| Failure::File(error.text(lang)))?;
    Ok(Done::Clean)
}
