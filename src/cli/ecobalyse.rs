//! The textile query of Ecobalyse, out and in.

use super::export::same_file;
use super::input::{located, read_project, say_older};
use super::intake::save;
use super::projects::with_variant;
use super::{Done, Failure, write_json};
use crate::data::Library;
use crate::report::ecobalyse as query;
use crate::store;
use crate::text::{EcobalyseMsg, Lang};
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What is asked for.
#[derive(Debug, Clone, Args)]
pub struct EcobalyseArgs {
    /// Project file, or preset:ID; with --read the query.
    pub file: OsString,
    /// Query to write; with --read the project.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Reads a query.
    #[arg(long)]
    pub read: bool,
    /// This variant, by number or name; the one in hand by default.
    #[arg(long, value_name = "N|NAME", conflicts_with = "read")]
    pub variant: Option<String>,
}

/// Writes the query of a project, or the project of a query.
pub fn run(
    asked: &EcobalyseArgs,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    same_file(&asked.file, &asked.output, lang)?;
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
    let read = read_project(&asked.file, lang)?;
    say_older(&asked.file, &read, lang, err)?;
    let project = with_variant(&asked.file, read.project, asked.variant.as_deref(), lang)?;
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
    let bytes = store::open(Path::new(&asked.file)).map_err(|error| Failure::Input(error.text(lang)))?;
    let text = String::from_utf8_lossy(&bytes);
    let wrong = |sentence: &str| located(&asked.file, sentence);
    let read = query::read(&text)
        .map_err(|error| wrong(&EcobalyseMsg::NotRead.with(lang, &[("what", &error.to_string())])))?;
    let taken = query::project(&read, Library::builtin(), lang).map_err(|sentence| wrong(&sentence))?;
    save(&taken.project, &bytes, &asked.output, lang)?;
    told(taken.without, out)
}
