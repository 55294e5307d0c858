//! What went wrong with a file, in words that name it and say what to do.

use crate::text::Lang;
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

    fn en(&self) -> &str {
        match self {
            Self::NotFound => "The file is not there. Check whether it was moved or renamed.",
            Self::NoFolder => "The folder does not exist. Choose another folder.",
            Self::Denied => {
                "The system does not allow it. Choose a folder of your own or change the permissions."
            }
            Self::Folder => "This is a folder. Choose a file.",
            Self::NotAFile => "This is not an ordinary file. Choose another one.",
            Self::Full => {
                "The disk is full. Free some space or choose another disk; the old file is unchanged."
            }
            Self::TooLarge => "The file is larger than 8 MiB and cannot be a project. Choose another one.",
            Self::FileReadOnly => {
                "The file is read-only. Save under another name or remove the write protection."
            }
            Self::DiskReadOnly => "The disk is read-only. Save to another disk.",
            Self::BadName => "The system does not accept this name. Use a shorter or simpler one.",
            Self::Newer => {
                "The file there comes from a newer version of Reloom and would lose content. Save under another name."
            }
            Self::Shape(_) => "Its content cannot be read:",
            Self::Other(_) => "The system reports:",
        }
    }

    fn zh(&self) -> &str {
        match self {
            Self::NotFound => "找不到该文件，请检查是否已移动或改名。",
            Self::NoFolder => "文件夹不存在，请选择其他文件夹。",
            Self::Denied => "系统不允许此操作，请选择自己的文件夹或修改权限。",
            Self::Folder => "这是一个文件夹，请选择文件。",
            Self::NotAFile => "这不是普通文件，请选择其他文件。",
            Self::Full => "磁盘已满，请清理空间或换一个磁盘；原文件未改动。",
            Self::TooLarge => "文件超过8 MiB，不可能是项目文件，请选择其他文件。",
            Self::FileReadOnly => "文件为只读，请另存为其他名称或取消写保护。",
            Self::DiskReadOnly => "磁盘为只读，请保存到其他磁盘。",
            Self::BadName => "系统不接受这个名称，请使用更短或更简单的名称。",
            Self::Newer => "该文件由更新版本的再织生成，覆盖会丢失内容，请另存为其他名称。",
            Self::Shape(_) => "无法读取其内容：",
            Self::Other(_) => "系统报告：",
        }
    }

    fn detail(&self) -> Option<&str> {
        match self {
            Self::Shape(detail) | Self::Other(detail) => Some(detail),
            _ => None,
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
    pub(super) fn new(doing: Doing, path: &Path, problem: Problem) -> Self {
        Self {
            doing,
            path: path.to_owned(),
            problem,
        }
    }

    /// The sentences in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let path = self.path.display();
        let (first, reason, gap) = match (lang, self.doing) {
            (Lang::En, Doing::Open) => (format!("Could not open “{path}”. "), self.problem.en(), " "),
            (Lang::En, Doing::Save) => (format!("Could not save “{path}”. "), self.problem.en(), " "),
            (Lang::Zh, Doing::Open) => (format!("无法打开“{path}”。"), self.problem.zh(), ""),
            (Lang::Zh, Doing::Save) => (format!("无法保存“{path}”。"), self.problem.zh(), ""),
        };
        match self.problem.detail() {
            Some(detail) => format!("{first}{reason}{gap}{detail}"),
            None => format!("{first}{reason}"),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for StoreError {}
