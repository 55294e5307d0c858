//! Why a file was not read or a project not written, in both languages, with the place and what to do.

use super::fault::{SyntaxFault, ValueFault, sort};
use super::kind::Rows;
use super::place::{Place, Surroundings};
use super::ranges::Misfit;
use crate::model::VariantNo;
use crate::text::Lang;
use ron::error::SpannedError;
use std::fmt;

/// Why a file was not read; nothing of it was kept.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadError {
    /// Larger than any project.
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// The most that are read.
        limit: usize,
    },
    /// Not text in UTF-8.
    NotUtf8 {
        /// The first byte that is not.
        offset: usize,
        /// Its line.
        line: usize,
        /// Its column.
        column: usize,
    },
    /// No version as the first key, or one that never was.
    NoVersion {
        /// Line where it should stand.
        line: usize,
        /// Column.
        column: usize,
    },
    /// Written by a newer program; nothing after the version was read.
    Newer {
        /// Version of the file.
        found: u64,
        /// The newest version that this program reads.
        newest: u32,
    },
    /// Punctuation.
    Syntax {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// What is wrong.
        fault: SyntaxFault,
    },
    /// A value that cannot be taken as it stands.
    Value {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// The keys that lead to it: `product.parts[shell].mass_kg`.
        path: String,
        /// What is wrong.
        fault: ValueFault,
    },
}

impl ReadError {
    /// The error for what the parser met in `text`.
    pub(super) fn of(text: &str, error: SpannedError) -> Self {
        let end = Place {
            line: error.span.end.line,
            column: error.span.end.col,
        };
        let offset = end.offset(text);
        match sort(error.code) {
            Ok(fault) => Self::Syntax {
                line: end.line,
                column: end.column,
                fault,
            },
            Err(fault) => Self::value(text, offset, fault),
        }
    }

    fn value(text: &str, offset: usize, fault: ValueFault) -> Self {
        let around = Surroundings::at(text, offset);
        let (at, path) = match &fault {
            ValueFault::Missing(_) => (around.group(), around.group_path()),
            ValueFault::Twice { rows, .. } | ValueFault::TooMany { rows, .. } if rows.are_groups() => {
                (around.closed_entry(), around.group_path())
            }
            ValueFault::Twice { .. } | ValueFault::TooMany { .. } => (around.token(), around.group_path()),
            ValueFault::Shape(_) => (offset, around.path()),
            _ => (around.token(), around.path()),
        };
        let place = Place::of(text, at);
        Self::Value {
            line: place.line,
            column: place.column,
            path,
            fault,
        }
    }

    /// The error for the other variant at `index`, counted from 0, that has the number of the variant in hand.
    pub(super) fn number_twice(text: &str, index: usize, number: VariantNo) -> Self {
        let entry = format!("others[{}]", index + 1);
        let key = format!("{entry}.variant");
        let offset = Surroundings::find(text, &key).or_else(|| Surroundings::find(text, &entry));
        let at = Place::of(text, offset.unwrap_or_default());
        Self::Value {
            line: at.line,
            column: at.column,
            path: entry,
            fault: ValueFault::Twice {
                rows: Rows::Variants,
                id: number.to_string(),
            },
        }
    }

    /// The error for the number that the keys `path` lead to.
    pub(super) fn misfit(text: &str, (path, fault): Misfit) -> Self {
        let entry = path.rsplit_once('.').map_or("", |(entry, _)| entry);
        let offset = Surroundings::find(text, &path).or_else(|| Surroundings::find(text, entry));
        let at = Place::of(text, offset.unwrap_or_default());
        Self::Value {
            line: at.line,
            column: at.column,
            path,
            fault,
        }
    }

    /// The error for a text that starts at `at` and is too long.
    pub(super) fn long_text(text: &str, at: usize) -> Self {
        let limit = super::limit::TEXT;
        let place = Place::of(text, at);
        Self::Value {
            line: place.line,
            column: place.column,
            path: Surroundings::at(text, at).path(),
            fault: ValueFault::TooLong { limit },
        }
    }

    /// The place that the error names.
    pub fn place(&self) -> Option<Place> {
        match *self {
            Self::NotUtf8 { line, column, .. }
            | Self::NoVersion { line, column }
            | Self::Syntax { line, column, .. }
            | Self::Value { line, column, .. } => Some(Place { line, column }),
            Self::TooLarge { .. } | Self::Newer { .. } => None,
        }
    }

    /// The error in words: where, what, and what to do.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Zh | Lang::Both => self.chinese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::TooLarge { bytes, limit } => format!(
                "The file has {bytes} bytes; a project has at most {limit}. Check that it is a Reloom project."
            ),
            Self::NotUtf8 { offset, line, column } => format!(
                "Line {line}, column {column} (byte {offset}): this is not text in UTF-8. Save the file as UTF-8, or open its backup copy (.bak)."
            ),
            Self::NoVersion { line, column } => format!(
                "Line {line}, column {column}: a project starts with its version, as in (version: 2, …). Check that this is a Reloom project."
            ),
            Self::Newer { found, newest } => format!(
                "The file has version {found}; this program reads up to version {newest}. Open it with a newer Reloom. It was left unchanged."
            ),
            Self::Syntax { line, column, fault } => {
                format!("Line {line}, column {column}: {}", fault.text(Lang::En))
            }
            Self::Value {
                line,
                column,
                path,
                fault,
            } => {
                let inside = inside(path, ", ");
                format!("Line {line}, column {column}{inside}: {}", fault.text(Lang::En))
            }
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::TooLarge { bytes, limit } => {
                format!("文件有{bytes}字节，项目文件最多{limit}字节。请确认这是再织的项目文件。")
            }
            Self::NotUtf8 { offset, line, column } => format!(
                "第{line}行第{column}列（第{offset}字节）：不是UTF-8文本。请将文件另存为UTF-8，或打开备份文件（.bak）。"
            ),
            Self::NoVersion { line, column } => format!(
                "第{line}行第{column}列：项目文件应以版本号开头，如(version: 2, …)。请确认这是再织的项目文件。"
            ),
            Self::Newer { found, newest } => {
                format!("文件版本为{found}，本程序最高支持版本{newest}。请用更新版的再织打开；文件未作改动。")
            }
            Self::Syntax { line, column, fault } => {
                format!("第{line}行第{column}列：{}", fault.text(Lang::Zh))
            }
            Self::Value {
                line,
                column,
                path,
                fault,
            } => {
                let inside = inside(path, "，");
                format!("第{line}行第{column}列{inside}：{}", fault.text(Lang::Zh))
            }
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for ReadError {}

/// Why a project was not written: its text would not open again as the same project.
#[derive(Debug, Clone, PartialEq)]
pub enum WriteError {
    /// The text could not be made.
    Format(String),
    /// The text would be refused.
    Refused(ReadError),
    /// The text would open as another project.
    Changed,
}

impl WriteError {
    /// The error in words.
    pub fn text(&self, lang: Lang) -> String {
        let (en, zh) = match self {
            Self::Format(message) => (
                format!("The project could not be written ({message})."),
                format!("无法写出项目（{message}）。"),
            ),
            Self::Refused(error) => (
                format!(
                    "The project was not written, because it would not open again. {}",
                    error.text(lang)
                ),
                format!("项目未写出，因为写出后无法再打开。{}", error.text(lang)),
            ),
            Self::Changed => (
                "The project was not written, because it would open as another one.".to_owned(),
                "项目未写出，因为再打开时内容会不同。".to_owned(),
            ),
        };
        match lang {
            Lang::En => en,
            Lang::Zh | Lang::Both => zh,
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for WriteError {}

/// Where in the project, behind the place in the file; nothing where that is not known.
fn inside(path: &str, separator: &str) -> String {
    if path.is_empty() {
        String::new()
    } else {
        format!("{separator}{path}")
    }
}
