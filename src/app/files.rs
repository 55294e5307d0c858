//! From a path or the id of an example to a session, and back to a file.

use crate::assess::Assessment;
use crate::model::{FactorId, Project};
use crate::presets;
use crate::project_file::{
    self, FactorSet, Flag, Read, ReadError, SetError, Stays, WriteError, read_set, write_set,
};
use crate::session::Session;
use crate::store::{self, Expected, Problem, Stamp, StoreError};
use crate::text::{Lang, LibraryMsg, PackMsg, ShellMsg};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

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
    /// True where the file is from before the method's second edition.
    pub older: bool,
}

impl Opened {
    /// The same with all that every page asks for first, for what is opened in the background.
    #[must_use]
    pub fn prepared(self) -> Self {
        Self {
            session: self.session.prepared(),
            ..self
        }
    }
}

impl From<Session> for Opened {
    /// What was made here, so that nothing is odd in it.
    fn from(session: Session) -> Self {
        Self {
            session,
            flags: Vec::new(),
            older: false,
        }
    }
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
    /// The practice cards cannot be written as a file.
    CardsNotWritten,
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
            Self::CardsNotWritten => PackMsg::NotWritten.text(lang).to_owned(),
        }
    }
}

/// Opens the example `id`.
pub fn example(id: &str) -> Result<Opened, FileError> {
    let preset = presets::get(id).ok_or_else(|| FileError::NoExample(id.to_owned()))?;
    let read = preset.read().map_err(FileError::Read)?;
    Ok(opened(read, None))
}

/// Opens the file at `path`; the session knows it by its absolute path, whatever folder the program was started in.
pub fn open(path: &Path) -> Result<Opened, FileError> {
    let (read, stamp) = read(path)?;
    Ok(of_file(read, stamp, path))
}

/// What was read from the file at `path`, with its figures.
pub fn of_file(read: Read, stamp: Stamp, path: &Path) -> Opened {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut opened = opened(read, Some(&whole));
    opened.session = opened.session.with_stamp(Some(stamp));
    opened
}

/// Reads the file at `path`, with the stamp of its content.
pub fn read(path: &Path) -> Result<(Read, Stamp), FileError> {
    let (bytes, stamp) = store::open_stamped(path).map_err(FileError::Store)?;
    let read = project_file::read(&bytes).map_err(FileError::Read)?;
    Ok((read, stamp))
}

/// True where the ending says that the file at `path` is a table, not a project.
pub fn is_table(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    TABLE_ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// The example that `name` on the command line means, `preset:ID`; none where it is a path.
pub fn example_named(name: &OsStr) -> Option<&str> {
    name.to_str()?.strip_prefix("preset:")
}

fn opened(read: Read, path: Option<&Path>) -> Opened {
    Opened {
        older: read.is_of_first_edition(),
        session: Session::new(read.project, path.map(Path::to_owned)),
        flags: read.flags,
    }
}

/// Saves `project` at `path`, with the library's figures that `assessment` used, where what is there is `expected`; a
/// file of a newer version or of another kind stays.
pub fn save(
    path: &Path,
    project: &Project,
    assessment: &Assessment,
    expected: Expected,
) -> Result<Stamp, FileError> {
    let text = text_of(project, Some(assessment))?;
    store::save(path, &text, expected, may_be_a_project).map_err(FileError::Store)
}

/// As [`save`], after what somebody else wrote there was copied beside it; the stamp and the copy.
pub fn save_beside(
    path: &Path,
    project: &Project,
    assessment: &Assessment,
) -> Result<(Stamp, PathBuf), FileError> {
    let text = text_of(project, Some(assessment))?;
    keep_beside(path, &text).map_err(FileError::Store)
}

/// Puts `text` at `path`, and what was there beside it. Nothing is lost whatever it was, but what is newer stays.
fn keep_beside(path: &Path, text: &str) -> Result<(Stamp, PathBuf), StoreError> {
    let (copy, theirs) = store::set_aside(path)?;
    let stamp = store::save(path, text, Expected::Only(theirs), |before| {
        // What is of another kind is kept beside.
        match project_file::may_replace_project(before) {
            Err(Stays::Newer) => Err(Problem::Newer),
            _ => Ok(()),
        }
    })?;
    Ok((stamp, copy))
}

/// A project replaces a project, whole or broken, and nothing else.
fn may_be_a_project(before: &[u8]) -> Result<(), Problem> {
    project_file::may_replace_project(before).map_err(Problem::from)
}

/// A factor set replaces a factor set, whole or broken, and nothing else.
fn may_be_a_set(before: &[u8]) -> Result<(), Problem> {
    project_file::may_replace_set(before).map_err(Problem::from)
}

/// The project as the text of a file.
pub fn text_of(project: &Project, assessment: Option<&Assessment>) -> Result<String, FileError> {
    project_file::write(project, assessment.map(library_values).as_ref()).map_err(FileError::Write)
}

/// The central values of the library's factors behind `assessment`.
fn library_values(assessment: &Assessment) -> BTreeMap<FactorId, f64> {
    let library = crate::data::Library::builtin();
    let inputs = assessment.engine.slots.inputs().iter();
    let factors = inputs.filter_map(|input| library.factor(input.key.factor()?.as_str()));
    factors
        .map(|factor| (factor.id.clone(), factor.figure.value))
        .collect()
}

/// Reads the factor set at `path`, with the stamp of its content; a set without a name is called by its file.
pub fn open_set(path: &Path) -> Result<(FactorSet, Stamp), FileError> {
    let (bytes, stamp) = store::open_stamped(path).map_err(FileError::Store)?;
    let mut set = read_set(&bytes).map_err(FileError::Set)?;
    if set.name.trim().is_empty() {
        set.name = set_name(path);
    }
    Ok((set, stamp))
}

/// Writes the own figures of `project` at `path`, which names the set, where what is there is `expected`; a set of a
/// newer version or a file of another kind stays.
pub fn save_set(path: &Path, project: &Project, note: &str, expected: Expected) -> Result<Stamp, FileError> {
    let text = set_text(path, project, note)?;
    store::save(path, &text, expected, may_be_a_set).map_err(FileError::Store)
}

/// As [`save_set`], after what somebody else wrote there was copied beside it; the stamp and the copy.
pub fn save_set_beside(path: &Path, project: &Project, note: &str) -> Result<(Stamp, PathBuf), FileError> {
    let text = set_text(path, project, note)?;
    keep_beside(path, &text).map_err(FileError::Store)
}

fn set_text(path: &Path, project: &Project, note: &str) -> Result<String, FileError> {
    let library = crate::data::Library::builtin();
    let set = FactorSet::of(&set_name(path), note, &project.overrides, library);
    write_set(&set).ok_or(FileError::SetNotWritten)
}

/// The ending of factor sets.
pub const SET_ENDING: &str = ".factors.ron";

/// `path` with the ending of factor sets, where it has none that the dialogs show.
pub fn set_path(path: &Path) -> PathBuf {
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
pub fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some() {
        path.to_owned()
    } else {
        path.with_extension(ENDING)
    }
}

/// `path` with `ending`, put after any other that it has.
pub fn with_this_ending(path: &Path, ending: &str) -> PathBuf {
    let has_it = path
        .extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(ending));
    if has_it {
        return path.to_owned();
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}.{ending}"))
}

/// `name` without what no system allows in the name of a file.
pub fn safe_name(name: &str) -> String {
    let safe = |c: char| if r#"/\:*?"<>|"#.contains(c) { '-' } else { c };
    name.chars().map(safe).collect()
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
        save(
            &path,
            first.session.project(),
            first.session.assessment(),
            Expected::Unknown,
        )
        .unwrap();
        let again = open(&path).unwrap();
        assert_eq!(again.session.project(), first.session.project());
        assert_eq!(again.session.file(), Some(path.as_path()));
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            text.contains("library_values"),
            "the figures used stand in the file"
        );
    }

    #[test]
    fn a_file_is_known_by_its_absolute_path() {
        let dir = tempfile::tempdir_in(".").unwrap();
        let first = example(FIRST_EXAMPLE).unwrap().session;
        let path = Path::new(dir.path().file_name().unwrap()).join("a.reloom");
        save(&path, first.project(), first.assessment(), Expected::Unknown).unwrap();
        let opened = open(&path).unwrap();
        let known = opened.session.file().unwrap();
        assert!(known.is_absolute() && known.ends_with(&path), "{known:?}");
    }

    #[test]
    fn what_cannot_be_opened_is_said() {
        assert_eq!(example_named(OsStr::new("preset:none")), Some("none"));
        let error = example("none").unwrap_err();
        assert_eq!(error.text(Lang::En), "There is no example “none”.");
        assert_eq!(example_named(OsStr::new("no such file.reloom")), None);
        let error = open(Path::new("no such file.reloom")).unwrap_err();
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
        project.overrides.insert("work.sewing.CN".into(), own);
        save_set(&path, &project, "for a class", Expected::Unknown).unwrap();
        let (set, _) = open_set(&path).unwrap();
        assert_eq!(
            (set.name.as_str(), set.note.as_str()),
            ("柯桥 2026", "for a class")
        );
        assert_eq!(set.figures, project.overrides);
        assert_eq!(set_path(Path::new("a.ron")), Path::new("a.ron"));
    }

    #[test]
    fn a_file_of_another_kind_is_never_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let session = example(FIRST_EXAMPLE).unwrap().session;
        let (project, figures) = (session.project(), session.assessment());
        let problem = |error| match error {
            Err(FileError::Store(error)) => Some(error.problem),
            _ => None,
        };
        let project_path = dir.path().join("jacket.ron");
        save(&project_path, project, figures, Expected::Anything).unwrap();
        let over = save_set(&project_path, project, "", Expected::Anything);
        assert_eq!(problem(over.map(drop)), Some(Problem::OtherKind));
        let set_path = dir.path().join("set.ron");
        save_set(&set_path, project, "", Expected::Anything).unwrap();
        let table = dir.path().join("parts.csv");
        std::fs::write(&table, "Part,Weight g\nShell,120").unwrap();
        for path in [set_path, table] {
            let over = save(&path, project, figures, Expected::Anything);
            assert_eq!(
                problem(over.map(drop)),
                Some(Problem::OtherKind),
                "{}",
                path.display()
            );
        }
        let broken = dir.path().join("broken.reloom");
        std::fs::write(&broken, "(version: 1, id: ").unwrap();
        save(&broken, project, figures, Expected::Anything).unwrap();
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
