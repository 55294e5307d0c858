//! The trainer's guide of a lesson: aims, what to bring, every stop with its time, words and answer, exercises with their
//! solutions, the quiz with its key.

use super::Make;
use super::questions::key_entries;
use crate::lesson::{Exercise, Printed, Stop};
use crate::model::Name;
use crate::report::sheet::{Block, Entry, Section, Tone};
use crate::text::LessonMsg;

pub(super) fn sections(make: &Make<'_>) -> Vec<Section> {
    let lesson = make.lesson;
    let lang = make.lang();
    let mut blocks = make.top(Printed::Guide);
    let minutes = lesson.minutes.to_string();
    let people = format!("{}–{}", lesson.people.least, lesson.people.most);
    blocks.push(Block::Text(
        Tone::Body,
        make.head(|lang| LessonMsg::GuideFacts.with(lang, &[("minutes", &minutes), ("people", &people)])),
    ));
    blocks.push(Block::Heading(2, make.title(LessonMsg::Aims)));
    blocks.push(list(lesson.aims.iter().map(|aim| make.lines(aim))));
    blocks.push(Block::Heading(2, make.title(LessonMsg::PrintBefore)));
    blocks.push(list(lesson.print.iter().map(|printed| printed.head(lang))));
    blocks.push(Block::Heading(2, make.title(LessonMsg::Stops)));
    let mut at = 0;
    for stop in &lesson.stops {
        blocks.extend(told(make, stop, at));
        at += stop.seconds;
    }
    if !lesson.exercises.is_empty() {
        blocks.push(Block::Heading(2, make.title(LessonMsg::Exercises)));
        for one in &lesson.exercises {
            blocks.extend(exercise(make, one));
        }
    }
    if !lesson.quiz.is_empty() {
        blocks.push(Block::Heading(2, make.title(LessonMsg::QuizKey)));
        blocks.push(Block::List(key_entries(make, &lesson.quiz)));
    }
    vec![Section { pages: None, blocks }]
}

fn list(texts: impl Iterator<Item = String>) -> Block {
    let entry = |text: String| Entry {
        sign: "–".to_owned(),
        text,
        ..Entry::default()
    };
    Block::List(texts.map(entry).collect())
}

/// A stop with when it begins, what is said, seen and answered.
fn told(make: &Make<'_>, stop: &Stop, at: u32) -> Vec<Block> {
    let time = format!("{}:{:02}", at / 60, at % 60);
    let heading = make.head(|lang| {
        let board = stop.board.text(lang);
        let title = stop.title.get(lang);
        let name = if title.is_empty() { board } else { title };
        format!("{time} {name}")
    });
    let mut blocks = vec![Block::Heading(3, heading)];
    let lines: [(LessonMsg, &Name); 3] = [
        (LessonMsg::Say, &stop.say),
        (LessonMsg::See, &stop.see),
        (LessonMsg::Answer, &stop.answer),
    ];
    for (message, name) in lines {
        if *name != Name::default() {
            let text = make.lang().lines(|lang| {
                let what = message.text(lang);
                format!("{what}{}{}", lang.colon(), name.get(lang))
            });
            blocks.push(Block::Text(Tone::Body, text));
        }
    }
    blocks
}

fn exercise(make: &Make<'_>, one: &Exercise) -> Vec<Block> {
    let minutes = one.minutes.to_string();
    let time = make.head(|lang| LessonMsg::Minutes.with(lang, &[("minutes", &minutes)]));
    let mut blocks = vec![
        Block::Heading(3, time),
        Block::Text(Tone::Body, make.lines(&one.task)),
    ];
    blocks.push(list(one.hints.iter().map(|hint| make.lines(hint))));
    let solution = one.solution.join(" + ");
    let text = make.head(|lang| format!("{}{}{solution}", LessonMsg::Solution.text(lang), lang.colon()));
    blocks.push(Block::Text(Tone::Body, text));
    blocks
}
