//! All that is printed for a lesson, written into one folder.

use super::read_lesson;
use crate::cli::export::day;
use crate::cli::{Done, Failure};
use crate::data::Library;
use crate::export::lesson::{LessonPaper, files};
use crate::lesson::{Printed, filled};
use crate::store;
use crate::text::{Lang, LessonMsg};
use clap::Args;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

/// What is asked of `print`.
#[derive(Debug, Args)]
pub struct Asked {
    /// A lesson, or lesson:ID.
    pub file: OsString,
    /// Folder to write into; it is made where it is not there.
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// Only these, by their keys: guide, roles, quiz and so on; the lesson's print list by default.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Seed of the order of an exam.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// The day on it; today by default.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
}

pub(super) fn run(asked: &Asked, lang: Lang, err: &mut dyn Write) -> Result<Done, Failure> {
    let pack = read_lesson(&asked.file, lang)?;
    let open = filled(&pack, Library::builtin()).map_err(|dead| {
        let found = dead.first().map(|one| (one.place.clone(), one.lost.text(lang)));
        let (place, what) = found.unwrap_or_default();
        Failure::Input(format!("{}: {place}: {what}", asked.file.to_string_lossy()))
    })?;
    let date = day(asked.date.as_deref(), lang)?;
    let list = listed(&asked.only, &open.lesson.print, lang)?;
    let paper = LessonPaper {
        pack: Arc::new(open),
        lang,
        date,
        seed: asked.seed,
    };
    store::make_folder(&asked.output).map_err(|error| Failure::File(error.text(lang)))?;
    for printed in list {
        let made = files(&paper, printed).map_err(|error| Failure::File(error.text(lang)))?;
        for file in made {
            let path = asked.output.join(&file.name);
            store::write(&path, &file.bytes).map_err(|error| Failure::File(error.text(lang)))?;
            let shown = path.display().to_string();
            writeln!(err, "{}", LessonMsg::Written.with(lang, &[("file", &shown)]))?;
        }
    }
    Ok(Done::Clean)
}

/// The documents with these keys; the print list where none is given.
fn listed(keys: &[String], list: &[Printed], lang: Lang) -> Result<Vec<Printed>, Failure> {
    if keys.is_empty() {
        return Ok(list.to_vec());
    }
    let one = |key: &String| {
        Printed::of_key(key).ok_or_else(|| {
            let values = [("key", key.as_str()), ("known", &Printed::KEYS.join(", "))];
            Failure::Input(LessonMsg::UnknownPrinted.with(lang, &values))
        })
    };
    keys.iter().map(one).collect()
}
