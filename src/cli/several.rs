//! Several files at once: a folder stands for what is in it, and one file that cannot be read is a line, not the end.

use super::{Done, Failure};
use crate::store;
use crate::text::{CliMsg, Lang, LessonMsg};
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Files as given; of a folder those that end in one of `endings`, in the order of their names.
pub fn files(given: &[OsString], endings: &[&str], lang: Lang) -> Result<Vec<OsString>, Failure> {
    let mut all = Vec::new();
    for one in given {
        if !store::is_folder(Path::new(one)) {
            all.push(one.clone());
            continue;
        }
        let inside = store::files_in(Path::new(one), endings);
        let inside = inside.map_err(|error| Failure::Input(error.text(lang)))?;
        all.extend(inside.into_iter().map(PathBuf::into_os_string));
    }
    Ok(all)
}

/// Says of each of `files` what `findings` finds in it.
pub fn checked<T>(
    files: &[OsString],
    lang: Lang,
    (out, err): (&mut dyn Write, &mut dyn Write),
    read: impl Fn(&OsStr) -> Result<T, Failure>,
    findings: impl Fn(&T) -> Vec<String>,
) -> Result<Done, Failure> {
    let mut done = Done::Clean;
    for file in files {
        let shown = file.to_string_lossy();
        let found = match read(file) {
            Ok(read) => findings(&read),
            Err(Failure::Input(sentence)) if files.len() > 1 => {
                writeln!(err, "reloom: {sentence}")?;
                done = Done::WithUnread;
                continue;
            }
            Err(failure) => return Err(failure),
        };
        if found.is_empty() {
            writeln!(out, "{shown}: {}", CliMsg::NoFindings.text(lang))?;
        }
        for sentence in &found {
            writeln!(out, "{shown}: {sentence}")?;
        }
        if !found.is_empty() && done == Done::Clean {
            done = Done::WithFindings;
        }
    }
    Ok(done)
}

/// Says that a file was passed over, and why.
pub fn passed_over(sentence: &str, lang: Lang, err: &mut dyn Write) -> std::io::Result<()> {
    let words = LessonMsg::Skipped.with(lang, &[("sentence", sentence)]);
    writeln!(err, "reloom: {words}")
}

/// How a command ends that passed over `count` files.
pub const fn ended(count: usize) -> Done {
    if count > 0 {
        Done::WithFindings
    } else {
        Done::Clean
    }
}
