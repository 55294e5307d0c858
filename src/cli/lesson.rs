//! Lessons without a window: what there is, a copy to edit, what is to be mended in one.

mod collect;
mod made;
mod print;

use super::input::read_project;
use super::{Done, Failure, Format, several, write_json};
use crate::data::Library;
use crate::lesson::file::{limit, read_pack};
use crate::lesson::{Pack, check, shipped};
use crate::model::Name;
use crate::store;
use crate::text::{Lang, LessonMsg};
use clap::Subcommand;
use serde::Serialize;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};

/// How a shipped lesson is named in place of a file.
const LESSON: &str = "lesson:";

/// What is asked of `lesson`.
#[derive(Debug, Subcommand)]
pub enum Asked {
    /// The lessons that come with the program.
    #[command(after_help = "Example: reloom lesson list --format json")]
    List {
        /// Form of the output.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// A lesson to edit: a copy of a lesson, or the view of a project as a first plan.
    #[command(
        after_help = "Example: reloom lesson new lesson:blend_or_mono -o mine.reloomlesson\n\n\
        From a project: reloom lesson new jacket.ron -o jacket.reloomlesson\n\
        As text for an editor, where all start projects are samples: -o lesson.ron"
    )]
    New {
        /// A lesson, a project file, lesson:ID or preset:ID.
        from: OsString,
        /// File to write: .reloomlesson, or .ron.
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    /// What should be mended in a lesson, each with its place.
    #[command(after_help = "Example: reloom lesson check mine.reloomlesson")]
    Check {
        /// Lessons, or lesson:ID.
        #[arg(required = true)]
        files: Vec<OsString>,
    },
    /// Everything that is printed for a lesson, as PDFs in one folder, with the tables of its quiz.
    #[command(after_help = "Example: reloom lesson print lesson:whose_job -o handouts --lang both")]
    Print(print::Asked),
    /// The work of up to six groups side by side on one scale, with what each changed.
    #[command(
        after_help = "Example: reloom lesson collect stick/ --lesson lesson:blend_or_mono --sort same_grade"
    )]
    Collect(collect::Asked),
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    match asked {
        Asked::List { format } => list(*format, lang, out),
        Asked::New { from, output } => made::new(from, output, lang, err),
        Asked::Check { files } => mend(files, lang, out, err),
        Asked::Print(asked) => print::run(asked, lang, err),
        Asked::Collect(asked) => collect::run(asked, lang, out, err),
    }
}

#[derive(Serialize)]
struct ListedJson {
    id: &'static str,
    name: NameJson,
    minutes: u32,
}

#[derive(Serialize)]
struct NameJson {
    en: String,
    zh: String,
}

impl NameJson {
    fn of(name: &Name) -> Self {
        Self {
            en: name.en.clone(),
            zh: name.zh.clone(),
        }
    }
}

fn list(format: Format, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let mut rows = Vec::new();
    for lesson in shipped::all() {
        let pack = lesson
            .pack()
            .map_err(|error| named(lesson.id, &error.text(lang)))?;
        rows.push((lesson.id, pack));
    }
    match format {
        Format::Json => {
            let listed = |(id, pack): &(&'static str, Pack)| ListedJson {
                id,
                name: NameJson::of(&pack.lesson.name),
                minutes: pack.lesson.minutes,
            };
            write_json(out, &rows.iter().map(listed).collect::<Vec<_>>())?;
        }
        Format::Table => {
            for (id, pack) in &rows {
                let minutes = LessonMsg::Minutes.with(lang, &[("minutes", &pack.lesson.minutes.to_string())]);
                writeln!(out, "{id:<14}  {minutes:>7}  {}", pack.lesson.name.get(lang))?;
            }
        }
    }
    Ok(Done::Clean)
}

fn named(file: &str, sentence: &str) -> Failure {
    Failure::Input(format!("{file}: {sentence}"))
}

/// The pack in `file`, which may be `lesson:ID`; the sentence of a failure names file, entry and line.
pub(super) fn read_lesson(file: &OsStr, lang: Lang) -> Result<Pack, Failure> {
    let shown = file.to_string_lossy();
    if let Some(id) = shown.strip_prefix(LESSON) {
        let lesson = shipped::get(id).ok_or_else(|| {
            let known: Vec<&str> = shipped::all().iter().map(|lesson| lesson.id).collect();
            let values = [("id", id), ("known", &known.join(", "))];
            Failure::Input(LessonMsg::UnknownLesson.with(lang, &values))
        })?;
        return lesson.pack().map_err(|error| named(&shown, &error.text(lang)));
    }
    let most = u64::try_from(limit::BYTES).unwrap_or(u64::MAX);
    let bytes =
        store::open_within(Path::new(file), most).map_err(|error| Failure::Input(error.text(lang)))?;
    read_pack(&bytes).map_err(|error| named(&shown, &error.text(lang)))
}

fn mend(files: &[OsString], lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> Result<Done, Failure> {
    let findings = |pack: &Pack| {
        let findings = check(pack, Library::builtin());
        findings.iter().map(|finding| finding.text(lang)).collect()
    };
    several::checked(files, lang, (out, err), |file| read_lesson(file, lang), findings)
}

/// A lesson, or the project in `file` where it is one.
enum Given {
    Lesson(Box<Pack>),
    Project(Box<crate::model::Project>),
}

/// What is in `from`: a project where it reads as one, else a lesson.
fn given(from: &OsStr, lang: Lang) -> Result<Given, Failure> {
    let shown = from.to_string_lossy();
    let is_lesson = shown.starts_with(LESSON) || shown.ends_with(crate::lesson::file::ENDING);
    if !is_lesson && let Ok(read) = read_project(from, lang) {
        return Ok(Given::Project(Box::new(read.project)));
    }
    if shown.starts_with(super::input::PRESET) {
        return read_project(from, lang).map(|read| Given::Project(Box::new(read.project)));
    }
    read_lesson(from, lang).map(|pack| Given::Lesson(Box::new(pack)))
}
