//! The textile query of Ecobalyse, out and in.

use super::export::same_file;
use super::input::located;
use super::intake::{save, stem};
use super::source::Source;
use super::{Done, Failure, write_json};
use crate::data::Library;
use crate::intake::project_id;
use crate::model::Project;
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
}

/// Writes the query of a project, or the project of a query.
pub fn run(
    asked: &EcobalyseArgs,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    same_file(&asked.source.file, &asked.output, lang)?;
    if asked.read {
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
