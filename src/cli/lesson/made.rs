//! A lesson to edit: a copy, or a first plan from a project.

use super::{Given, given, named};
use crate::cli::{Done, Failure};
use crate::lesson::file::{ENDING, write_pack, write_text};
use crate::lesson::of_project;
use crate::store::{self, Doing, Problem, StoreError};
use crate::text::{Lang, LessonMsg};
use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;

pub(super) fn new(from: &OsStr, output: &Path, lang: Lang, err: &mut dyn Write) -> Result<Done, Failure> {
    if store::is_same_file(Path::new(from), output) {
        let error = StoreError::new(Doing::Save, output, Problem::Input);
        return Err(Failure::Input(error.text(lang)));
    }
    let pack = match given(from, lang)? {
        Given::Lesson(pack) => pack.copy(),
        Given::Project(project) => of_project(*project),
    };
    let file = output.display().to_string();
    let ending = output.extension().unwrap_or_default();
    let written = if ending.eq_ignore_ascii_case(ENDING) {
        write_pack(&pack)
    } else if ending.eq_ignore_ascii_case("ron") {
        write_text(&pack).map(String::into_bytes)
    } else {
        return Err(Failure::Input(
            LessonMsg::NeedsEnding.with(lang, &[("file", &file)]),
        ));
    };
    let bytes = written.map_err(|error| named(&from.to_string_lossy(), &error.text(lang)))?;
    store::write(output, &bytes).map_err(|error| Failure::File(error.text(lang)))?;
    writeln!(err, "{}", LessonMsg::Written.with(lang, &[("file", &file)]))?;
    Ok(Done::Clean)
}
