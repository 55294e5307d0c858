//! What somebody else wrote is kept beside the file under a name with its time.

use super::replace::replace;
use super::{Doing, Problem, Stamp, StoreError, open_stamped};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Copies the file at `path` beside itself, named after the time it was written; the copy and the stamp of its content.
///
/// No file is written over: where the name is taken a number is added.
pub fn set_aside(path: &Path) -> Result<(PathBuf, Stamp), StoreError> {
    let (bytes, stamp) = open_stamped(path)?;
    let when = chrono::DateTime::<chrono::Local>::from(stamp.modified().unwrap_or_else(SystemTime::now));
    let when = when.format("%Y-%m-%d %H%M%S").to_string();
    for number in 1..100 {
        let copy = aside_path(path, &when, number);
        let refuse = |error: io::Error| StoreError::new(Doing::Save, &copy, Problem::of(&error));
        match File::options().write(true).create_new(true).open(&copy) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refuse(error)),
            Ok(_) => {
                let about = fs::metadata(path).ok();
                let written = replace(&copy, about.as_ref(), &|| Ok(()), |file| file.write_all(&bytes));
                return match written {
                    Ok(()) => Ok((copy, stamp)),
                    Err(problem) => Err(StoreError::new(Doing::Save, &copy, problem)),
                };
            }
        }
    }
    Err(StoreError::new(Doing::Save, path, Problem::Full))
}

/// "jacket.reloom" as "jacket (2026-11-25 143210).reloom", from the second on with a number.
fn aside_path(path: &Path, when: &str, number: u32) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!(" ({when}"));
    if number > 1 {
        name.push(format!(" {number}"));
    }
    name.push(")");
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}
