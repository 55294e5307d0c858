//! Files of groups read at once: what can be read stands side by side, what cannot is named and passed over.

use super::read_lesson;
use crate::cli::input::read_project;
use crate::cli::projects::known_pathway;
use crate::cli::{AssessFormat, Done, Failure, several, write_json};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::lesson::Asked as Figure;
use crate::lesson::collect::{COLUMNS, Column, ENDINGS, columns, gathered, in_order, start_of};
use crate::model::{PathwayId, Project};
use crate::text::{Lang, LessonMsg};
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

/// What is asked of `collect`.
#[derive(Debug, Args)]
pub struct Asked {
    /// Project files of groups, or a folder that holds them.
    #[arg(required = true)]
    pub files: Vec<OsString>,
    /// The lesson that they began with: a file or lesson:ID; what each changed is told against its start.
    #[arg(long, value_name = "LESSON")]
    pub lesson: Option<OsString>,
    /// The pathway that is looked at; by default the one that each group set last.
    #[arg(long, value_name = "ID")]
    pub pathway: Option<String>,
    /// The figure by which columns are put in order, by its key, such as mci; by default they stand as they were read.
    #[arg(long, value_name = "KEY")]
    pub sort: Option<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: AssessFormat,
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let sort = asked
        .sort
        .as_deref()
        .map(|key| sorted_by(key, lang))
        .transpose()?;
    let pack = asked
        .lesson
        .as_deref()
        .map(|file| read_lesson(file, lang))
        .transpose()?;
    let files = several::files(&asked.files, &ENDINGS, lang)?;
    let all = gathered(files.iter().map(|file| read(file, lang)), lang)?;
    for sentence in &all.passed {
        writeln!(err, "reloom: {sentence}")?;
    }
    let Some((file, first)) = all.works.first() else {
        return Err(Failure::Input(LessonMsg::NothingCollected.text(lang).to_owned()));
    };
    let pathway = asked.pathway.as_deref().map(PathwayId::from);
    if let Some(id) = &pathway {
        known_pathway(std::ffi::OsStr::new(file), first, id, lang)?;
    }
    let start = start_of(pack.as_ref(), first);
    let mut columns = columns(
        &all.works(),
        start.as_ref(),
        pathway.as_ref(),
        (Library::builtin(), lang),
    );
    if let Some(at) = sort {
        in_order(&mut columns, at);
    }
    said(&columns, asked.format, lang, out)?;
    Ok(several::ended(all.passed.len()))
}

/// The project in `file` with the file's name; what cannot be read is a sentence.
fn read(file: &OsString, lang: Lang) -> (String, Result<Result<Project, String>, Failure>) {
    let name = Path::new(file).file_name().unwrap_or(file).to_string_lossy();
    let read = match read_project(file, lang) {
        Ok(found) => Ok(Ok(found.project)),
        Err(Failure::Input(sentence)) => Ok(Err(sentence)),
        Err(other) => Err(other),
    };
    (name.into_owned(), read)
}

/// The place among the columns' figures of the one with `key`.
fn sorted_by(key: &str, lang: Lang) -> Result<usize, Failure> {
    let asked = Figure::of_key(key);
    let place = COLUMNS
        .iter()
        .position(|figure| asked == Some(Figure::Pathway(*figure)));
    place.ok_or_else(|| {
        let known: Vec<&str> = COLUMNS
            .iter()
            .map(|figure| Figure::Pathway(*figure).key())
            .collect();
        let values = [("key", key), ("known", &known.join(", "))];
        Failure::Input(LessonMsg::UnknownSort.with(lang, &values))
    })
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    group: &'a str,
    file: &'a str,
    pathway: &'a str,
    figures: std::collections::BTreeMap<&'static str, f64>,
    scale: std::collections::BTreeMap<&'static str, f64>,
    changed: Option<&'a [String]>,
}

#[derive(Serialize)]
struct Line<'a> {
    group: &'a str,
    file: &'a str,
    pathway: &'a str,
    mci: f64,
    same_grade: f64,
    gained_h_per_1000: f64,
    lost_h_per_1000: f64,
    changed: String,
}

fn said(all: &[Column], format: AssessFormat, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    match format {
        AssessFormat::Json => {
            let keys = || COLUMNS.iter().map(|figure| Figure::Pathway(*figure).key());
            let json = |column: &Column| -> serde_json::Value {
                let shape = ColumnJson {
                    group: &column.group,
                    file: &column.file,
                    pathway: column.pathway.as_str(),
                    figures: keys().zip(column.values).collect(),
                    scale: keys().zip(column.lengths).collect(),
                    changed: column.changed.as_deref(),
                };
                serde_json::to_value(shape).unwrap_or_default()
            };
            write_json(out, &all.iter().map(json).collect::<Vec<_>>())
        }
        AssessFormat::Csv => {
            let mut to = csv::Writer::from_writer(out);
            for column in all {
                let [mci, same_grade, gained_h_per_1000, lost_h_per_1000] = column.values;
                to.serialize(Line {
                    group: &column.group,
                    file: &column.file,
                    pathway: column.pathway.as_str(),
                    mci,
                    same_grade,
                    gained_h_per_1000,
                    lost_h_per_1000,
                    changed: column.changed.clone().unwrap_or_default().join(lang.semicolon()),
                })?;
            }
            Ok(to.flush()?)
        }
        AssessFormat::Table => all.iter().try_for_each(|column| told(column, lang, out)),
    }
}

/// How many signs the longest bar has.
const BAR: u8 = 24;

fn told(column: &Column, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "{}  ({}, {})", column.group, column.file, column.pathway)?;
    let lines = COLUMNS.iter().zip(column.values).zip(column.lengths);
    for ((figure, value), length) in lines {
        let figure: &PathwayFigure = figure;
        let long = (length * f64::from(BAR)).round();
        let signs = (0..BAR).filter(|at| f64::from(*at) < long).count();
        let (bar, value) = ("█".repeat(signs), figure.form().text(value, lang));
        writeln!(out, "  {:<12} {value:>10}  {bar}", Figure::Pathway(*figure).key())?;
    }
    let none = LessonMsg::NothingChanged.text(lang).to_owned();
    match &column.changed {
        None => writeln!(out, "  · {}", LessonMsg::NoStart.text(lang))?,
        Some(changed) if changed.is_empty() => writeln!(out, "  · {none}")?,
        Some(changed) => {
            for line in changed {
                writeln!(out, "  · {line}")?;
            }
        }
    }
    Ok(())
}
