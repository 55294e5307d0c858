//! Why a pack was not read or written: the entry, the line and what to do, in both languages.

use super::limit;
use crate::project_file::{ReadError, SetError};
use crate::text::{Lang, LessonMsg};
use std::fmt;

/// Why a pack was not read or written; nothing of it was kept, and the file was left as it is.
#[derive(Debug, Clone, PartialEq)]
pub enum LessonError {
    /// Larger than any pack.
    TooLarge {
        /// Bytes found.
        bytes: usize,
    },
    /// A zip that cannot be read, in the reader's own words.
    Damaged(String),
    /// More entries than any pack has.
    TooMany(usize),
    /// A zip without a lesson.
    NoLesson,
    /// Something about one entry.
    Entry {
        /// Its name.
        entry: String,
        /// What is wrong.
        fault: Box<EntryFault>,
    },
    /// It could not be written, in plain words.
    NotWritten(String),
    /// It would open again as another pack.
    Changed,
    /// Text alone cannot hold this start project or file.
    NeedsPack(String),
}

/// What is wrong with an entry.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryFault {
    /// A name that no entry of a pack has.
    Name,
    /// Larger than an entry may be once unpacked.
    TooLarge,
    /// It cannot be unpacked.
    Damaged(String),
    /// It stands twice.
    Twice,
    /// The lesson does not name it.
    NotNamed,
    /// It cannot be read.
    Read(ReadError),
    /// It is no factor set.
    Set(SetError),
    /// It names a file that the pack does not hold.
    Missing(String),
    /// It names a sample that there is not.
    NoPreset(String),
    /// A start names neither a sample nor a file, or both.
    Start(String),
    /// No start project, or more than there may be.
    Starts(usize),
}

impl LessonError {
    pub(super) fn at(entry: &str, fault: EntryFault) -> Self {
        Self::Entry {
            entry: entry.to_owned(),
            fault: Box::new(fault),
        }
    }

    /// The error in words: where, what, and what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::TooLarge { bytes } => {
                let found = bytes.div_ceil(1024 * 1024).to_string();
                let most = (limit::BYTES / 1024 / 1024).to_string();
                LessonMsg::FileTooLarge.with(lang, &[("found", &found), ("most", &most)])
            }
            Self::Damaged(error) => LessonMsg::FileDamaged.with(lang, &[("error", error)]),
            Self::TooMany(count) => {
                let (found, most) = (count.to_string(), limit::ENTRIES.to_string());
                LessonMsg::FileTooMany.with(lang, &[("found", &found), ("most", &most)])
            }
            Self::NoLesson => LessonMsg::FileNoLesson.text(lang).to_owned(),
            Self::Entry { entry, fault } => {
                let what = fault.text(lang);
                LessonMsg::FileEntry.with(lang, &[("entry", entry), ("what", &what)])
            }
            Self::NotWritten(error) => LessonMsg::FileNotWritten.with(lang, &[("error", error)]),
            Self::Changed => LessonMsg::FileChanged.text(lang).to_owned(),
            Self::NeedsPack(name) => LessonMsg::FileNeedsPack.with(lang, &[("name", name)]),
        }
    }
}

impl EntryFault {
    fn text(&self, lang: Lang) -> String {
        let with = |message: LessonMsg, name: &str| message.with(lang, &[("name", name)]);
        match self {
            Self::Name => LessonMsg::EntryName.text(lang).to_owned(),
            Self::TooLarge => {
                let most = (limit::ENTRY / 1024 / 1024).to_string();
                let all = (limit::UNPACKED / 1024 / 1024).to_string();
                LessonMsg::EntryTooLarge.with(lang, &[("most", &most), ("all", &all)])
            }
            Self::Damaged(error) => LessonMsg::EntryDamaged.with(lang, &[("error", error)]),
            Self::Twice => LessonMsg::EntryTwice.text(lang).to_owned(),
            Self::NotNamed => LessonMsg::EntryNotNamed.text(lang).to_owned(),
            Self::Read(ReadError::NoVersion { line, column }) => {
                let (line, column) = (line.to_string(), column.to_string());
                LessonMsg::EntryNoVersion.with(lang, &[("line", &line), ("column", &column)])
            }
            Self::Read(error) => error.text(lang),
            Self::Set(error) => error.text(lang),
            Self::Missing(name) => with(LessonMsg::EntryMissing, name),
            Self::NoPreset(name) => with(LessonMsg::EntryNoPreset, name),
            Self::Start(name) => with(LessonMsg::EntryStart, name),
            Self::Starts(count) => {
                let (found, most) = (count.to_string(), limit::STARTS.to_string());
                LessonMsg::EntryStarts.with(lang, &[("found", &found), ("most", &most)])
            }
        }
    }
}

impl fmt::Display for LessonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for LessonError {}
