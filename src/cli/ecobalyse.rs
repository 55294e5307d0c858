//! The textile query of Ecobalyse, out and in, and the carbon of making in its results.

use super::export::{day, same_file};
use super::input::located;
use super::intake::{save, stem};
use super::source::Source;
use super::{Done, Failure, write_json};
use crate::data::Library;
use crate::edit::Edit;
use crate::intake::project_id;
use crate::model::{Estimate, Project, Typed};
use crate::report::ecobalyse as query;
use crate::store;
use crate::text::{EcobalyseMsg, Lang};
use clap::Args;
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What is asked for.
#[derive(Debug, Clone, Args)]
pub struct EcobalyseArgs {
    /// What it is about.
    #[command(flatten)]
    pub source: Source,
    /// Query to write; with --read the project.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Reads a query: FILE is the query, OUT the project.
    #[arg(long, conflicts_with = "variant")]
    pub read: bool,
    /// Takes the carbon of making from a detailed result of the simulator: FILE is the project, OUT the project with it.
    #[arg(long, value_name = "RESULT", conflicts_with = "read", requires_all = ["release", "date"])]
    pub result: Option<PathBuf>,
    /// The release of Ecobalyse that gave the result, as its page says.
    #[arg(long, value_name = "VERSION", requires = "result")]
    pub release: Option<String>,
    /// The day of the result, YYYY-MM-DD.
    #[arg(long, value_name = "DAY", requires = "result")]
    pub date: Option<String>,
}

/// Writes the query of a project, or the project of a query.
pub fn run(
    asked: &EcobalyseArgs,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    same_file(&asked.source.file, &asked.output, lang)?;
    if let Some(result) = &asked.result {
        take_carbon(asked, result, lang, out, err)
    } else if asked.read {
        read(asked, lang, out)
    } else {
        write(asked, lang, out, err)
    }
}

/// What has no counterpart on the other side.
#[derive(Serialize)]
struct WithoutJson {
    version: &'static str,
    without: Vec<String>,
}

fn told(without: Vec<String>, out: &mut dyn Write) -> Result<Done, Failure> {
    let done = if without.is_empty() {
        Done::Clean
    } else {
        Done::WithFindings
    };
    let version = query::version();
    write_json(out, &WithoutJson { version, without })?;
    Ok(done)
}

/// What was taken from a result.
#[derive(Serialize)]
struct CarbonJson {
    release: String,
    date: String,
    carbon_made_kg: f64,
    steps: Vec<&'static str>,
}

/// Writes the project with the carbon of making of a result in place of ours.
fn take_carbon(
    asked: &EcobalyseArgs,
    result: &Path,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let named = result.as_os_str();
    same_file(named, &asked.output, lang)?;
    let project = asked.source.read(lang, err)?;
    let bytes = store::open(result).map_err(|error| Failure::Input(error.text(lang)))?;
    let made =
        query::made(&String::from_utf8_lossy(&bytes)).map_err(|error| located(named, &error.text(lang)))?;
    let date = day(asked.date.as_deref(), lang)?;
    let release = asked.release.clone().unwrap_or_default();
    let file = result.file_name().unwrap_or_default().to_string_lossy();
    let note = made.note([&release, &date, &file], lang);
    let note = note.ok_or_else(|| Failure::Input(EcobalyseMsg::NeedsRelease.text(lang).to_owned()))?;
    let edit = Edit::SetOverride {
        factor: Typed::CarbonMade(project.product.variant).id(),
        figure: Estimate::exact(made.kg),
        note,
    };
    let with = edit
        .apply(&project)
        .map_err(|error| Failure::Input(error.text(lang)))?;
    save(&with, &bytes, &asked.output, lang)?;
    let told = CarbonJson {
        release,
        date,
        carbon_made_kg: made.kg,
        steps: made.steps,
    };
    write_json(out, &told)?;
    Ok(Done::Clean)
}

/// Writes the query.
fn write(
    asked: &EcobalyseArgs,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let project = asked.source.read(lang, err)?;
    let given = query::query(&project, Library::builtin(), lang);
    if let Some(query) = &given.query {
        let text = serde_json::to_string_pretty(query).map_err(|error| Failure::Output(error.to_string()))?;
        let written = store::write(&asked.output, format!("{text}\n").as_bytes());
        written.map_err(|error| Failure::File(error.text(lang)))?;
    }
    told(given.without, out)
}

/// Writes the project.
fn read(asked: &EcobalyseArgs, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let bytes =
        store::open(Path::new(&asked.source.file)).map_err(|error| Failure::Input(error.text(lang)))?;
    let text = String::from_utf8_lossy(&bytes);
    let wrong = |sentence: &str| located(&asked.source.file, sentence);
    let read = query::read(&text)
        .map_err(|error| wrong(&EcobalyseMsg::NotRead.with(lang, &[("what", &error.to_string())])))?;
    let taken = query::project(&read, Library::builtin(), lang).map_err(|sentence| wrong(&sentence))?;
    let project = Project {
        id: project_id(&stem(&asked.output)),
        ..taken.project
    };
    save(&project, &bytes, &asked.output, lang)?;
    told(taken.without, out)
}
