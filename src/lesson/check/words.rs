//! Findings about a pack, and their words.

use crate::lang::Lang;
use crate::lesson::Lost;
use crate::text::LessonMsg;

/// Something to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where: the keys that lead to it, `stops[flow].say`.
    pub place: String,
    /// What.
    pub what: What,
}

/// What is to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A text has no words in this language.
    Missing(Lang),
    /// A key leads nowhere.
    Dead(Lost),
    /// An id that is empty or holds more than letters, digits, `_` and `-`.
    Id(String),
    /// An id that stands twice.
    Twice(String),
    /// So many, and not from so many to so many.
    Count(usize, usize, usize),
    /// Nothing, where at least one is needed.
    Zero,
    /// Fewer people at most than at least.
    People,
    /// The stops take so many seconds, more than the lesson.
    TooLong(u32),
    /// The board needs it.
    Needed,
    /// No pathway of the start project has this lever.
    Lever,
    /// The ends do not hold the value at the start.
    Ends,
    /// Nothing visible changes, though the stop promises it.
    NoChange,
    /// The start meets all checks already.
    MetAtStart,
    /// The solution does not meet the checks.
    NotSolved,
    /// A right answer that cannot be given.
    Answer,
}

impl Finding {
    /// Place and sentence.
    pub fn text(&self, lang: Lang) -> String {
        let what = self.what.text(lang);
        LessonMsg::FileEntry.with(lang, &[("entry", &self.place), ("what", &what)])
    }
}

impl What {
    fn text(&self, lang: Lang) -> String {
        let with = |message: LessonMsg, name: &str| message.with(lang, &[("name", name)]);
        match self {
            Self::Missing(Lang::En) => LessonMsg::MissingEnglish.text(lang).to_owned(),
            Self::Missing(Lang::Zh | Lang::Both) => LessonMsg::MissingChinese.text(lang).to_owned(),
            Self::Dead(lost) => lost.text(lang),
            Self::Id(id) => with(LessonMsg::OddId, id),
            Self::Twice(id) => with(LessonMsg::IdTwice, id),
            Self::Count(found, least, usize::MAX) => {
                let (found, least) = (found.to_string(), least.to_string());
                LessonMsg::TooFew.with(lang, &[("found", &found), ("least", &least)])
            }
            Self::Count(found, least, most) => {
                let (found, least, most) = (found.to_string(), least.to_string(), most.to_string());
                LessonMsg::WrongCount.with(lang, &[("found", &found), ("least", &least), ("most", &most)])
            }
            Self::TooLong(seconds) => with(LessonMsg::PlannedTooLong, &seconds.div_ceil(60).to_string()),
            plain => plain.plain().text(lang).to_owned(),
        }
    }

    const fn plain(&self) -> LessonMsg {
        match self {
            Self::Zero => LessonMsg::NotZero,
            Self::People => LessonMsg::OddPeople,
            Self::Lever => LessonMsg::NoSuchLever,
            Self::Ends => LessonMsg::OddEnds,
            Self::NoChange => LessonMsg::NoChange,
            Self::MetAtStart => LessonMsg::MetAtStart,
            Self::NotSolved => LessonMsg::NotSolved,
            Self::Answer => LessonMsg::OddAnswer,
            _ => LessonMsg::BoardNeeds,
        }
    }
}
