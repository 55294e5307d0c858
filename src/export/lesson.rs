//! All that is printed for a lesson, as files of one folder, for the window and the command line alike.
//!
//! Invariant: the same lesson, language, day and seed give the same bytes.

use super::paper::{Kind, Paper, document, palette};
use super::{ExportError, deck};
use crate::assess::assess;
use crate::data::Library;
use crate::lesson::print::{Look, sheets};
use crate::lesson::quiz::exam::{mark_sheet, versions};
use crate::lesson::quiz::{gift, sheet};
use crate::lesson::{BoardKind, Pack, Printed};
use crate::model::PathwayId;
use crate::report::sheet::letters::Ruler;
use crate::report::sheet::{Block, Document, Section, Tone, pdf, place};
use crate::text::Lang;
use std::sync::Arc;

/// The most pages of a participant sheet.
const SHEET_PATHWAYS: usize = 2;
/// Rows of the sheet for marks.
const PEOPLE: usize = 30;

/// What is to be printed of a lesson.
#[derive(Debug, Clone)]
pub struct LessonPaper {
    /// The opened lesson: its texts and answers hold the engine's figures.
    pub pack: Arc<Pack>,
    /// The language of words.
    pub lang: Lang,
    /// The day, as it is printed.
    pub date: String,
    /// The seed of an exam's order.
    pub seed: u64,
}

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The files of `printed`: PDFs, and for quiz and exam the tables that go with them.
pub fn files(paper: &LessonPaper, printed: Printed) -> Result<Vec<File>, ExportError> {
    let mut all = Vec::new();
    if printed == Printed::Deck {
        all.push(File {
            name: format!("{}.pdf", printed.key()),
            bytes: deck::pdf(paper)?,
        });
    }
    for (stem, document) in documents(paper, printed)? {
        let bytes = pdf::pdf(&document).ok_or(ExportError::NotDrawn)?;
        all.push(File {
            name: format!("{stem}.pdf"),
            bytes,
        });
    }
    let quiz = &paper.pack.lesson.quiz;
    let mut text = |name: &str, text: Option<String>| {
        let file = |text: String| File {
            name: name.to_owned(),
            bytes: text.into_bytes(),
        };
        all.extend(text.map(file));
    };
    match printed {
        Printed::Quiz => {
            text("quiz.gift", gift::write(quiz).ok());
            text("quiz.csv", sheet::write(quiz).ok());
        }
        Printed::Exam => text("marks.csv", mark_sheet(&versions(quiz, paper.seed), PEOPLE).ok()),
        _ => {}
    }
    Ok(all)
}

/// The documents of `printed` before they are drawn, each with the stem of its file.
pub fn documents(paper: &LessonPaper, printed: Printed) -> Result<Vec<(String, Document)>, ExportError> {
    if printed == Printed::Participant {
        return Ok(vec![(printed.key().to_owned(), participant(paper)?)]);
    }
    let look = Look {
        lang: paper.lang,
        date: paper.date.clone(),
        palette: palette(),
        seed: paper.seed,
    };
    let made = sheets(&paper.pack, printed, Library::builtin(), &look);
    Ok(made
        .into_iter()
        .map(|sheet| (sheet.stem, sheet.document))
        .collect())
}

/// The hand-out of the lesson's start project under the lesson's own name, with the pathways that the lesson compares.
fn participant(paper: &LessonPaper) -> Result<Document, ExportError> {
    let lesson = &paper.pack.lesson;
    let project = paper.pack.project("", None).ok_or(ExportError::NoPathway)?;
    let of = |board: BoardKind| lesson.stops.iter().find(move |stop| stop.board == board);
    let compared =
        of(BoardKind::Compare).map_or_else(|| vec![lesson.pathway.clone()], |stop| stop.pathways.clone());
    let pathways: Vec<PathwayId> = compared.into_iter().take(SHEET_PATHWAYS).collect();
    let handout = Paper {
        kind: Kind::Handout,
        assessment: Arc::new(assess(&project, Library::builtin())),
        project,
        lang: paper.lang,
        told: pathways.first().cloned(),
        pathways,
        file: String::new(),
        author: String::new(),
        date: paper.date.clone(),
        own_cards: Vec::new(),
        uncertain: None,
    };
    let mut document = document(&handout, &|| false)?;
    let name = lesson.name.head(paper.lang);
    let question =
        of(BoardKind::Question).map(|stop| paper.lang.lines(|lang| stop.title.get(lang).to_owned()));
    if let Some(front) = document.sections.first_mut() {
        for block in &mut front.blocks {
            match (block, &question) {
                (Block::Title(title), _) => title.clone_from(&name),
                (Block::Text(Tone::Lead, text), Some(question)) => text.clone_from(question),
                _ => {}
            }
        }
    }
    document.title = name;
    Ok(fitted(document))
}

/// The sheet on its pages: in letters of 9 points or more where it fits, else as large as a hand-out can be; what stands
/// last on a page that is still too full is left out.
fn fitted(document: Document) -> Document {
    let ruler = Ruler::default();
    let overflows = |document: &Document, section: &Section| place::spare(document, section, &ruler).0 > 1;
    let large = Document {
        large: true,
        ..document
    };
    if !large.sections.iter().any(|section| overflows(&large, section)) {
        return large;
    }
    let mut document = Document {
        large: false,
        ..large
    };
    for at in 0..document.sections.len() {
        while let Some(section) = document
            .sections
            .get(at)
            .filter(|section| overflows(&document, section))
        {
            let mut shorter = section.clone();
            if shorter.blocks.len() < 2 {
                break;
            }
            shorter.blocks.pop();
            if let Some(own) = document.sections.get_mut(at) {
                *own = shorter;
            }
        }
    }
    document
}
