//! Why questions were not read or written.

use crate::lang::Lang;
use crate::text::LessonMsg;

/// Why questions were not read or written, with the line where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuizError {
    /// A question whose figures are not computed yet.
    Open(String),
    /// Something on this line of a GIFT file that is no question.
    Gift(usize, &'static str),
    /// A heading that a table needs is not there.
    Heading(&'static str),
    /// A cell that cannot be taken: its line, its column.
    Cell(usize, &'static str),
    /// A table that cannot be read, in the reader's own words.
    Table(String),
}

impl QuizError {
    /// The reason in words.
    pub fn text(&self, lang: Lang) -> String {
        let at = |message: LessonMsg, line: &usize, what: &str| {
            message.with(lang, &[("line", &line.to_string()), ("what", what)])
        };
        match self {
            Self::Open(id) => LessonMsg::QuizOpen.with(lang, &[("name", id)]),
            Self::Gift(line, what) => at(LessonMsg::QuizGift, line, what),
            Self::Heading(name) => LessonMsg::QuizHeading.with(lang, &[("name", name)]),
            Self::Cell(line, column) => at(LessonMsg::QuizCell, line, column),
            Self::Table(error) => LessonMsg::QuizTable.with(lang, &[("error", error)]),
        }
    }
}
