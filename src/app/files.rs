//! From a path or the id of an example to a session, and back to a file.

use crate::assess::Assessment;
use crate::model::{FactorId, Project};
use crate::presets;
use crate::project_file::{
    self, FactorSet, Flag, Read, ReadError, SetError, WriteError, read_set, write_set,
};
use crate::session::Session;
use crate::store::{self, StoreError};
use crate::text::{Lang, LibraryMsg, ShellMsg};
use std::collections::BTreeMap;
use std::path::Path;

/// The ending of project files.
pub const ENDING: &str = "reloom";
/// The endings of tables.
pub const TABLE_ENDINGS: [&str; 10] = [
    "xlsx", "csv", "tsv", "txt", "xls", "xlsm", "xlsb", "ods", "htm", "html",
];
/// The example that the window opens with.
pub const FIRST_EXAMPLE: &str = "school_uniform";

/// A project as it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The project with its figures.
    pub session: Session,
    /// What is odd in the file but was kept.
    pub flags: Vec<Flag>,
}

/// Why nothing was opened or saved.
#[derive(Debug, Clone, PartialEq)]
pub enum FileError {
    /// The disk.
    Store(StoreError),
    /// The content.
    Read(ReadError),
    /// No example has this id.
    NoExample(String),
    /// The project cannot be written as a file.
    Write(WriteError),
    /// The factor set does not read.
    Set(SetError),
    /// The factor set cannot be written as a file.
    SetNotWritten,
}

impl FileError {
    /// The sentences in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Store(error) => error.text(lang),
            Self::Read(error) => error.text(lang),
            Self::NoExample(id) => ShellMsg::NoExample.with(lang, &[("id", id)]),
            Self::Write(error) => error.text(lang),
            Self::Set(error) => error.text(lang),
            Self::SetNotWritten => LibraryMsg::NotWritten.text(lang).to_owned(),
        }
    }
}

/// Opens the example `id`.
pub fn example(id: &str) -> Result<Opened, FileError> {
    let preset = presets::get(id).ok_or_else(|| FileError::NoExample(id.to_owned()))?;
    let read = preset.read().map_err(FileError::Read)?;
    Ok(opened(read, None))
}

/// Opens the file at `path`.
pub fn open(path: &Path) -> Result<Opened, FileError> {
    let bytes = store::open(path).map_err(FileError::Store)?;
    let read = project_file::read(&bytes).map_err(FileError::Read)?;
    Ok(opened(read, Some(path)))
}

/// True where the ending says that the file at `path` is a table, not a project.
pub fn is_table(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    TABLE_ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// Opens what stands on the command line: a path, or `preset:ID`.
pub fn open_named(name: &str) -> Result<Opened, FileError> {
    name.strip_prefix("preset:")
        .map_or_else(|| open(Path::new(name)), example)
}

fn opened(read: Read, path: Option<&Path>) -> Opened {
    Opened {
        session: Session::new(read.project, path.map(Path::to_owned)),
        flags: read.flags,
    }
}

/// Saves `project` at `path`, with the library's figures that `assessment` used; a file of a newer version stays.
pub fn save(path: &Path, project: &Project, assessment: &Assessment) -> Result<(), FileError> {
    let text = text_of(project, assessment)?;
    let may_overwrite = |before: &[u8]| !matches!(project_file::read(before), Err(ReadError::Newer { .. }));
    store::save(path, &text, may_overwrite).map_err(FileError::Store)
}

/// The project as the text of a file.
pub fn text_of(project: &Project, assessment: &Assessment) -> Result<String, FileError> {
    project_file::write(project, Some(&library_values(assessment))).map_err(FileError::Write)
}

/// The central values of the library's factors behind `assessment`.
fn library_values(assessment: &Assessment) -> BTreeMap<FactorId, f64> {
    let library = crate::data::Library::builtin();
    let inputs = assessment.engine.slots.inputs().iter();
    let factors = inputs.filter_map(|input| library.factor(input.key.as_str()));
    factors
        .map(|factor| (factor.id.clone(), factor.figure.value))
        .collect()
}

/// Reads the factor set at `path`; a set without a name is called by its file.
pub fn open_set(path: &Path) -> Result<FactorSet, FileError> {
    let bytes = store::open(path).map_err(FileError::Store)?;
    let mut set = read_set(&bytes).map_err(FileError::Set)?;
    if set.name.trim().is_empty() {
        set.name = set_name(path);
    }
    Ok(set)
}

/// Writes the own figures of `project` at `path`, which names the set; a set of a newer version stays.
pub fn save_set(path: &Path, project: &Project, note: &str) -> Result<(), FileError> {
    let library = crate::data::Library::builtin();
    let set = FactorSet::of(&set_name(path), note, &project.overrides, library);
    let text = write_set(&set).ok_or(FileError::SetNotWritten)?;
    let may_overwrite = |before: &[u8]| !matches!(read_set(before), Err(SetError(ReadError::Newer { .. })));
    store::save(path, &text, may_overwrite).map_err(FileError::Store)
}

/// The ending of factor sets.
pub const SET_ENDING: &str = ".factors.ron";

/// `path` with the ending of factor sets, where it has none that the dialogs show.
pub fn set_path(path: &Path) -> std::path::PathBuf {
    if path.extension().is_some_and(|ending| ending == "ron") {
        return path.to_owned();
    }
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    path.with_file_name(name + SET_ENDING)
}

/// The name of the file without its endings.
fn set_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name
        .strip_suffix(SET_ENDING)
        .or_else(|| name.strip_suffix(".ron"));
    stem.unwrap_or(&name).to_owned()
}

/// `path` with the ending of project files, where it has none of its own.
pub fn with_ending(path: &Path) -> std::path::PathBuf {
    if path.extension().is_some() {
        path.to_owned()
    } else {
        path.with_extension(ENDING)
    }
}

/// `path` with `ending`, put after any other that it has.
pub fn with_this_ending(path: &Path, ending: &str) -> std::path::PathBuf {
    let has_it = path
        .extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(ending));
    if has_it {
        return path.to_owned();
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_saved_and_opened_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("校服 1.reloom");
        let first = example(FIRST_EXAMPLE).unwrap();
        assert!(first.flags.is_empty() && first.session.file().is_none());
        save(&path, first.session.project(), first.session.assessment()).unwrap();
        let again = open_named(path.to_str().unwrap()).unwrap();
        assert_eq!(again.session.project(), first.session.project());
        assert_eq!(again.session.file(), Some(path.as_path()));
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            text.contains("library_values"),
            "the figures used stand in the file"
        );
    }

    #[test]
    fn what_cannot_be_opened_is_said() {
        let error = open_named("preset:none").unwrap_err();
        assert_eq!(error.text(Lang::En), "There is no example “none”.");
        let error = open_named("no such file.reloom").unwrap_err();
        assert!(error.text(Lang::Zh).contains("no such file.reloom"));
    }

    #[test]
    fn a_factor_set_is_named_by_its_file_and_read_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = set_path(&dir.path().join("柯桥 2026"));
        assert!(path.ends_with("柯桥 2026.factors.ron"));
        let mut project = example(FIRST_EXAMPLE).unwrap().session.project().as_ref().clone();
        let own = crate::model::Override {
            figure: crate::model::Estimate::exact(300.0),
            note: "time study".to_owned(),
        };
        project.overrides.insert("work.garment.CN".into(), own);
        save_set(&path, &project, "for a class").unwrap();
        let set = open_set(&path).unwrap();
        assert_eq!(
            (set.name.as_str(), set.note.as_str()),
            ("柯桥 2026", "for a class")
        );
        assert_eq!(set.figures, project.overrides);
        assert_eq!(set_path(Path::new("a.ron")), Path::new("a.ron"));
    }

    #[test]
    fn the_ending_is_added_where_there_is_none() {
        assert_eq!(with_ending(Path::new("a")), Path::new("a.reloom"));
        assert_eq!(with_ending(Path::new("a.ron")), Path::new("a.ron"));
        let picture = |name: &str| with_this_ending(Path::new(name), "svg");
        assert_eq!(picture("a 30.5 %"), Path::new("a 30.5 %.svg"));
        assert_eq!(picture("a.SVG"), Path::new("a.SVG"));
    }
}
