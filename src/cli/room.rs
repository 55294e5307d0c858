//! The room check without a window: can folders be written to, does every lesson open and hold what it promises.
//!
//! What only a window knows, its size and scale, is null here.

use super::lesson::read_lesson;
use super::{Done, Failure, Format, write_json};
use crate::data::Library;
use crate::lesson::{check, shipped};
use crate::store;
use crate::text::{Lang, LessonMsg, number};
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What is asked of `room`.
#[derive(Debug, Args)]
pub struct Asked {
    /// Folders that work is to be written to, such as a stick; the present one by default.
    #[arg(long, value_name = "DIR")]
    pub folder: Vec<PathBuf>,
    /// Lessons that are to open, as files or lesson:ID; all that come with the program by default.
    #[arg(long, value_name = "LESSON")]
    pub lesson: Vec<OsString>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Serialize)]
struct RoomJson {
    version: &'static str,
    size: Option<[u32; 2]>,
    scale: Option<f64>,
    write_test: Vec<TestJson>,
    lessons: Vec<TestJson>,
    seconds: f64,
}

/// One thing that was tried.
#[derive(Serialize)]
struct TestJson {
    name: String,
    ok: bool,
    problem: Option<String>,
}

impl TestJson {
    fn of(name: String, problem: Option<String>) -> Self {
        Self {
            name,
            ok: problem.is_none(),
            problem,
        }
    }
}

pub(super) fn run(asked: &Asked, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let began = Instant::now();
    let here = [PathBuf::from(".")];
    let folders = if asked.folder.is_empty() {
        &here[..]
    } else {
        &asked.folder
    };
    let write_test = folders.iter().map(|folder| written(folder, lang)).collect();
    let all = || {
        shipped::all()
            .iter()
            .map(|lesson| OsString::from(format!("lesson:{}", lesson.id)))
    };
    let lessons = if asked.lesson.is_empty() {
        all().collect()
    } else {
        asked.lesson.clone()
    };
    let lessons = lessons.iter().map(|lesson| opened(lesson, lang)).collect();
    let room = RoomJson {
        version: env!("CARGO_PKG_VERSION"),
        size: None,
        scale: None,
        write_test,
        lessons,
        seconds: began.elapsed().as_secs_f64(),
    };
    match asked.format {
        Format::Json => write_json(out, &room)?,
        Format::Table => told(&room, lang, out)?,
    }
    let is_fine = room.write_test.iter().chain(&room.lessons).all(|test| test.ok);
    Ok(if is_fine { Done::Clean } else { Done::WithFindings })
}

fn written(folder: &Path, lang: Lang) -> TestJson {
    let problem = store::may_write(folder).err().map(|error| error.text(lang));
    TestJson::of(store::shown(folder), problem)
}

fn opened(lesson: &OsString, lang: Lang) -> TestJson {
    let problem = match read_lesson(lesson, lang) {
        Ok(pack) => check(&pack, Library::builtin())
            .first()
            .map(|finding| finding.text(lang)),
        Err(Failure::Input(sentence) | Failure::File(sentence) | Failure::Output(sentence)) => Some(sentence),
        Err(Failure::Closed) => None,
    };
    TestJson::of(lesson.to_string_lossy().into_owned(), problem)
}

fn told(room: &RoomJson, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "{}", LessonMsg::RoomNoScreen.text(lang))?;
    let mut line = |message: LessonMsg, key: &str, test: &TestJson| {
        let fine = LessonMsg::RoomFine.text(lang);
        let result = test.problem.as_deref().unwrap_or(fine);
        writeln!(
            out,
            "{}",
            message.with(lang, &[(key, &test.name), ("result", result)])
        )
    };
    for test in &room.write_test {
        line(LessonMsg::RoomWrite, "folder", test)?;
    }
    for test in &room.lessons {
        line(LessonMsg::RoomLesson, "id", test)?;
    }
    let seconds = number::fixed(room.seconds, 1, lang);
    writeln!(
        out,
        "{}",
        LessonMsg::RoomSeconds.with(lang, &[("seconds", &seconds)])
    )?;
    Ok(())
}
