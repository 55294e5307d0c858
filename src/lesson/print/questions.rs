//! Questions on paper: the quiz with its key, and an exam in two versions with an answer grid.

use super::{Make, Sheet, write};
use crate::lesson::quiz::exam::{Version, versions};
use crate::lesson::quiz::letter;
use crate::lesson::{Kind, Printed, Question};
use crate::report::sheet::{Block, Cell, Column, Entry, Figure, Format, Section, Table, Tone};
use crate::text::LessonMsg;

/// The quiz, its key on a page of its own.
pub(super) fn quiz(make: &Make<'_>) -> Vec<Section> {
    let questions = &make.lesson.quiz;
    if questions.is_empty() {
        return Vec::new();
    }
    let mut blocks = make.top(Printed::Quiz);
    for (at, question) in questions.iter().enumerate() {
        blocks.extend(asked(make, at, question));
    }
    let key = vec![
        Block::Heading(1, make.title(LessonMsg::QuizKey)),
        Block::List(key_entries(make, questions)),
    ];
    vec![
        Section { pages: None, blocks },
        Section {
            pages: None,
            blocks: key,
        },
    ]
}

/// Versions A and B, each on two pages at most, and the key of both.
pub(super) fn exam(make: &Make<'_>) -> Vec<Sheet> {
    if make.lesson.quiz.is_empty() {
        return Vec::new();
    }
    let both = versions(&make.lesson.quiz, make.look.seed);
    let about = Printed::Exam.head(make.lang());
    let mut sheets: Vec<Sheet> = both.iter().map(|version| paper(make, version)).collect();
    let keys = both.iter().flat_map(|version| {
        [
            Block::Heading(
                2,
                make.head(|lang| {
                    LessonMsg::VersionKey.with(lang, &[("version", &version.letter.to_string())])
                }),
            ),
            Block::List(key_entries(make, &version.questions)),
        ]
    });
    let key = Section {
        pages: None,
        blocks: keys.collect(),
    };
    sheets.push(make.sheet("exam_key", about, Format::A4, vec![key]));
    sheets
}

fn paper(make: &Make<'_>, version: &Version) -> Sheet {
    let name = make.head(|lang| LessonMsg::VersionOf.with(lang, &[("version", &version.letter.to_string())]));
    let mut blocks = vec![
        Block::Heading(1, name.clone()),
        Block::Columns(
            vec![write(make.title(LessonMsg::PersonName), 1)],
            vec![write(make.title(LessonMsg::Points), 1)],
        ),
        Block::Table(grid(make, version.questions.len())),
    ];
    for (at, question) in version.questions.iter().enumerate() {
        blocks.extend(asked(make, at, question));
    }
    let section = Section {
        pages: Some(2),
        blocks,
    };
    let stem = format!("exam_{}", version.letter.to_ascii_lowercase());
    make.sheet(&stem, name, Format::A4, vec![section])
}

/// A cell for each answer.
fn grid(make: &Make<'_>, count: usize) -> Table {
    Table {
        name: make.title(LessonMsg::AnswerGrid),
        columns: (1..=count)
            .map(|number| Column::words(number.to_string(), 1.0))
            .collect(),
        rows: vec![vec![Cell::words("\u{a0}"); count]],
        dense: true,
        ..Table::default()
    }
}

/// A question with its options, or a line to write on.
fn asked(make: &Make<'_>, at: usize, question: &Question) -> Vec<Block> {
    let number = at + 1;
    let ask = make
        .lang()
        .lines(|lang| format!("{number}. {}", question.ask.get(lang)));
    let mut blocks = vec![Block::Text(Tone::Body, ask)];
    let options = question.kind.options();
    if options.is_empty() {
        let hint = match &question.kind {
            Kind::TrueFalse { .. } => make.title(LessonMsg::TrueOrFalse),
            Kind::Estimate { unit, .. } | Kind::Predict { unit, .. } => {
                make.head(|lang| LessonMsg::NumberIn.with(lang, &[("unit", unit.get(lang))]))
            }
            Kind::Single { .. } | Kind::Order { .. } => String::new(),
        };
        blocks.push(Block::Text(Tone::Small, hint));
        return blocks;
    }
    let entries = options.iter().enumerate().map(|(place, option)| Entry {
        sign: letter(place).to_string(),
        text: option.head(make.lang()),
        ..Entry::default()
    });
    blocks.push(Block::List(entries.collect()));
    blocks
}

/// The right answers with their reasons.
pub(super) fn key_entries(make: &Make<'_>, questions: &[Question]) -> Vec<Entry> {
    let entry = |(at, question): (usize, &Question)| Entry {
        sign: (at + 1).to_string(),
        text: make.lines(&question.reason),
        small: question.source.head(make.lang()),
        figure: Figure::bare(question.key(make.lang()).unwrap_or_default()),
        ..Entry::default()
    };
    questions.iter().enumerate().map(entry).collect()
}
