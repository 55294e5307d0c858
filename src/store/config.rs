//! Preferences as readable RON, and the list of recent files inside them.

use super::{Doing, MOST_BYTES, Problem, StoreError};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// The most recent files that are kept.
const MOST_RECENT: usize = 10;

/// The value in the file at `path`; none where there is no such file.
pub fn read_config<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, StoreError> {
    let refuse = |problem| StoreError::new(Doing::Open, path, problem);
    let bytes = match super::read(path, MOST_BYTES) {
        Err(Problem::NotFound | Problem::NoFolder) => return Ok(None),
        bytes => bytes.map_err(refuse)?,
    };
    let value = ron::de::from_bytes(&bytes);
    value
        .map(Some)
        .map_err(|error| refuse(Problem::Shape(error.to_string())))
}

/// Makes the folder of the file at `path` where needed.
pub fn make_folder_of(path: &Path) -> Result<(), StoreError> {
    let refuse = |error: std::io::Error| StoreError::new(Doing::Save, path, Problem::of(&error));
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(refuse)
}

/// Writes `value` to the file at `path`, making its folder where needed; the previous content stays as `.bak`.
pub fn write_config<T: Serialize>(path: &Path, value: &T) -> Result<(), StoreError> {
    let refuse = |problem| StoreError::new(Doing::Save, path, problem);
    let pretty = ron::ser::PrettyConfig::default().new_line("\n");
    let text = ron::ser::to_string_pretty(value, pretty)
        .map_err(|error| refuse(Problem::Shape(error.to_string())))?;
    make_folder_of(path)?;
    super::save(path, &text, super::Expected::Anything, |_| Ok(())).map(drop)
}

/// The files opened or saved last, newest first, at most ten.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecentFiles {
    paths: Vec<PathBuf>,
}

impl RecentFiles {
    /// The files, newest first.
    pub fn paths(&self) -> &[PathBuf] {
        self.paths.get(..MOST_RECENT).unwrap_or(&self.paths)
    }

    /// Puts `path` first. A path that is not Unicode is left out, for the list is a text file.
    pub fn push(&mut self, path: &Path) {
        if path.to_str().is_none() {
            return;
        }
        self.remove(path);
        self.paths.insert(0, path.to_owned());
        self.paths.truncate(MOST_RECENT);
    }

    /// Takes `path` out, as when it cannot be found any more.
    pub fn remove(&mut self, path: &Path) {
        self.paths.retain(|other| other != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recent_files_come_back_newest_first() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("新 folder").join("recent.ron");
        assert_eq!(read_config::<RecentFiles>(&path), Ok(None));
        let mut recent = RecentFiles::default();
        for number in 0..12 {
            recent.push(Path::new(&format!("项目 {number}.reloom")));
        }
        recent.push(Path::new("项目 5.reloom"));
        write_config(&path, &recent).unwrap();
        let read: RecentFiles = read_config(&path).unwrap().unwrap();
        assert_eq!(read, recent);
        assert_eq!(read.paths().len(), 10);
        assert_eq!(read.paths()[0], Path::new("项目 5.reloom"));
        assert_eq!(read.paths()[1], Path::new("项目 11.reloom"));
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("recent.ron");
        super::super::write(&path, b"[\n 7]").unwrap();
        let error = read_config::<RecentFiles>(&path).unwrap_err();
        assert!(
            matches!(&error.problem, Problem::Shape(message) if message.contains("2:")),
            "{error}"
        );
    }
}
