//! What is printed for a lesson, as documents before they are drawn.
//!
//! Invariants: no letter under 9 points, the estimate sentence at the foot of every page, nothing told apart by colour, no
//! emblem; words and figures are those of the opened pack.

mod canvas;
mod cards;
mod guide;
mod handbook;
mod practice;
mod proposal;
mod questions;

use super::guides::GuideText;
use super::{Lesson, Pack, Printed};
use crate::data::Library;
use crate::lang::Lang;
use crate::model::Name;
use crate::report::sheet::{Block, Document, Format, Palette, Section, Tone};
use crate::text::{CommonMsg, LessonMsg};

/// How a document is to look.
#[derive(Debug, Clone)]
pub struct Look {
    /// The language of words.
    pub lang: Lang,
    /// The day that it bears.
    pub date: String,
    /// Its colours.
    pub palette: Palette,
    /// The seed of an exam's order.
    pub seed: u64,
}

/// A document with the stem of its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The stem of its file: the key of what it is, for an exam with the version.
    pub stem: String,
    /// The document.
    pub document: Document,
}

/// The documents of `printed` for the opened `pack`; none for the participant sheet and the boards, which are
/// made of the project itself.
pub fn sheets(pack: &Pack, printed: Printed, library: &Library, look: &Look) -> Vec<Sheet> {
    let lesson = &pack.lesson;
    let make = Make { lesson, look };
    match printed {
        Printed::Participant | Printed::Deck => Vec::new(),
        Printed::Proposal => make.one(printed, Format::A4, proposal::sections(&make)),
        Printed::Roles => make.one(printed, Format::A6, cards::roles(&make)),
        Printed::Strategies => make.one(printed, Format::A6, cards::strategies(&make, pack, library)),
        Printed::Practices => make.one(printed, Format::A6, practice::cards(&make, pack, library)),
        Printed::Letters => make.one(printed, Format::A4, cards::letters()),
        Printed::Canvas => make.one(printed, Format::A3, canvas::whole(&make)),
        Printed::CanvasHalves => make.one(printed, Format::A4, canvas::halves(&make)),
        Printed::Guide => make.one(printed, Format::A4, guide::sections(&make)),
        Printed::Glossary => make.one(printed, Format::A4, cards::glossary(&make)),
        Printed::Quiz => make.one(printed, Format::A4, questions::quiz(&make)),
        Printed::Handbook => make.one(printed, Format::A4, handbook::sections(&make, GuideText::Trainer)),
        Printed::Keys => make.one(printed, Format::A4, handbook::sections(&make, GuideText::Keys)),
        Printed::Exam => questions::exam(&make),
    }
}

/// What documents are made with.
struct Make<'a> {
    lesson: &'a Lesson,
    look: &'a Look,
}

impl Make<'_> {
    const fn lang(&self) -> Lang {
        self.look.lang
    }

    fn one(&self, printed: Printed, format: Format, sections: Vec<Section>) -> Vec<Sheet> {
        if sections.is_empty() {
            return Vec::new();
        }
        let title = printed.head(self.lang());
        vec![self.sheet(printed.key(), title, format, sections)]
    }

    fn sheet(&self, stem: &str, about: String, format: Format, sections: Vec<Section>) -> Sheet {
        let estimate = CommonMsg::EstimateNote.head(self.lang());
        let foot = match format {
            Format::A6 => estimate.to_owned(),
            _ => self.head(|lang| {
                let values = [
                    ("date", self.look.date.as_str()),
                    ("estimate", CommonMsg::EstimateNote.text(lang)),
                ];
                LessonMsg::Foot.with(lang, &values)
            }),
        };
        Sheet {
            stem: stem.to_owned(),
            document: Document {
                title: self.lesson.name.head(self.lang()),
                about,
                lang: self.lang(),
                date: self.look.date.clone(),
                foot,
                palette: self.look.palette,
                plain: true,
                format,
                large: true,
                sections,
            },
        }
    }

    fn head(&self, say: impl Fn(Lang) -> String) -> String {
        self.lang().head(say)
    }

    /// `message` as a heading.
    fn title(&self, message: LessonMsg) -> String {
        message.head(self.lang()).to_owned()
    }

    /// `message` as running text, one language beneath the other.
    fn said(&self, message: LessonMsg) -> String {
        self.lang().lines(|lang| message.text(lang).to_owned())
    }

    /// `name` as running text, one language beneath the other.
    fn lines(&self, name: &Name) -> String {
        self.lang().lines(|lang| name.get(lang).to_owned())
    }

    /// The lesson's name and what the document is.
    fn top(&self, printed: Printed) -> Vec<Block> {
        vec![
            Block::Text(Tone::Small, self.lesson.name.head(self.lang())),
            Block::Heading(1, printed.head(self.lang())),
        ]
    }
}

/// A section of one page.
const fn page(blocks: Vec<Block>) -> Section {
    Section {
        pages: Some(1),
        blocks,
    }
}

/// Lines to write on, under what is asked.
const fn write(label: String, lines: u8) -> Block {
    Block::Write { label, lines }
}
