//! What went wrong with a file, in words that name it and say what to do.

use crate::project_file::Stays;
use crate::text::{Lang, StoreMsg};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What was being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Reading.
    Open,
    /// Writing.
    Save,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no such file.
    NotFound,
    /// The folder to write into does not exist.
    NoFolder,
    /// The system does not allow it.
    Denied,
    /// It is a folder.
    Folder,
    /// It is neither file nor folder, such as a device.
    NotAFile,
    /// No room is left.
    Full,
    /// Larger than is read.
    TooLarge,
    /// The file is marked as read-only.
    FileReadOnly,
    /// The disk cannot be written to.
    DiskReadOnly,
    /// The system does not take this name.
    BadName,
    /// The file there was written by a newer version of the program.
    Newer,
    /// The file there is of another kind and would be lost.
    OtherKind,
    /// Somebody else wrote the file after it was opened or last saved here.
    Changed,
    /// The file is read for this very output.
    Input,
    /// The text is not of the expected shape; the parser's message with line and column.
    Shape(String),
    /// Anything else; the system's own message.
    Other(String),
}

impl Problem {
    /// The problem behind an error of the system.
    pub(super) fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::FileTooLarge => Self::TooLarge,
            io::ErrorKind::ReadOnlyFilesystem => Self::DiskReadOnly,
            io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => Self::BadName,
            _ => Self::Other(error.to_string()),
        }
    }

    fn text(&self, lang: Lang) -> String {
        let message = match self {
            Self::NotFound => StoreMsg::NotFound,
            Self::NoFolder => StoreMsg::NoFolder,
            Self::Denied => StoreMsg::Denied,
            Self::Folder => StoreMsg::Folder,
            Self::NotAFile => StoreMsg::NotAFile,
            Self::Full => StoreMsg::Full,
            Self::TooLarge => StoreMsg::TooLarge,
            Self::FileReadOnly => StoreMsg::FileReadOnly,
            Self::DiskReadOnly => StoreMsg::DiskReadOnly,
            Self::BadName => StoreMsg::BadName,
            Self::Newer => StoreMsg::Newer,
            Self::OtherKind => StoreMsg::OtherKind,
            Self::Changed => StoreMsg::Changed,
            Self::Input => StoreMsg::Input,
            Self::Shape(detail) => return StoreMsg::Shape.with(lang, &[("detail", detail)]),
            Self::Other(detail) => return StoreMsg::Other.with(lang, &[("detail", detail)]),
        };
        message.text(lang).to_owned()
    }
}

impl From<Stays> for Problem {
    fn from(why: Stays) -> Self {
        match why {
            Stays::Newer => Self::Newer,
            Stays::OtherKind => Self::OtherKind,
        }
    }
}

/// A file that could not be read or written; a file that was there is unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    /// What was being done.
    pub doing: Doing,
    /// With which file.
    pub path: PathBuf,
    /// What went wrong.
    pub problem: Problem,
}

impl StoreError {
    /// `problem` met while `doing` something with the file at `path`.
    pub fn new(doing: Doing, path: &Path, problem: Problem) -> Self {
        Self {
            doing,
            path: path.to_owned(),
            problem,
        }
    }

    /// The sentences in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let message = match self.doing {
            Doing::Open => StoreMsg::CouldNotOpen,
            Doing::Save => StoreMsg::CouldNotSave,
        };
        let path = super::shown(&self.path);
        message.with(lang, &[("path", &path), ("problem", &self.problem.text(lang))])
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for StoreError {}
