//! Folders: the files in one, making one, and whether it can be written to.

use super::error::{Doing, Problem, StoreError};
use super::write;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of `folder` whose names end in one of `endings`, in the order of their names; nothing below it.
pub fn files_in(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, StoreError> {
    let refuse = |error: std::io::Error| StoreError::new(Doing::Open, folder, Problem::of(&error));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(refuse)? {
        let path = entry.map_err(refuse)?.path();
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        if path.is_file() && endings.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Makes `folder` and those above it, where they are not there yet.
pub fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let made = fs::create_dir_all(folder);
    made.map_err(|error| StoreError::new(Doing::Save, folder, Problem::of(&error)))
}

/// Writes a small file into `folder`, reads it back and takes it away again; what went wrong where it did.
pub fn may_write(folder: &Path) -> Result<(), StoreError> {
    const WORDS: &[u8] = b"Reloom write test";
    let path = folder.join(format!(".reloom-write-test-{}", std::process::id()));
    write(&path, WORDS)?;
    let back = fs::read(&path);
    let gone = fs::remove_file(&path);
    let refuse = |error: &std::io::Error| StoreError::new(Doing::Save, folder, Problem::of(error));
    let back = back.map_err(|error| refuse(&error))?;
    gone.map_err(|error| refuse(&error))?;
    if back == WORDS {
        Ok(())
    } else {
        Err(StoreError::new(Doing::Save, folder, Problem::Changed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_tried_and_left_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(may_write(dir.path()), Ok(()));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
        assert!(may_write(&dir.path().join("missing")).is_err());
    }

    #[test]
    fn only_files_of_the_endings_are_listed_in_order() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b.ron", "a.RELOOM", "c.txt"] {
            fs::write(dir.path().join(name), "x").unwrap();
        }
        fs::create_dir(dir.path().join("d.ron")).unwrap();
        let found = files_in(dir.path(), &["reloom", "ron"]).unwrap();
        let names: Vec<_> = found
            .iter()
            .map(|path| path.file_name().unwrap().to_owned())
            .collect();
        assert_eq!(names, ["a.RELOOM", "b.ron"]);
    }
}
