//! The form on which a group proposes a change, and its two conditions.

use super::{Make, page, write};
use crate::lesson::Printed;
use crate::report::sheet::{Block, Section, Tone};
use crate::text::LessonMsg;

pub(super) fn sections(make: &Make<'_>) -> Vec<Section> {
    let mut blocks = make.top(Printed::Proposal);
    let line = |message: LessonMsg, lines: u8| write(make.title(message), lines);
    blocks.push(Block::Columns(
        vec![line(LessonMsg::FormGroup, 1)],
        vec![line(LessonMsg::FormCode, 1)],
    ));
    blocks.push(line(LessonMsg::FormMove, 2));
    blocks.push(Block::Columns(
        vec![line(LessonMsg::FormFor, 2)],
        vec![line(LessonMsg::FormAgainst, 2)],
    ));
    blocks.push(line(LessonMsg::FormWho, 2));
    blocks.push(Block::Heading(2, make.title(LessonMsg::FormConditions)));
    blocks.push(Block::Text(Tone::Body, make.said(LessonMsg::FormConditionsHint)));
    blocks.push(write("1".to_owned(), 2));
    blocks.push(write("2".to_owned(), 2));
    blocks.push(line(LessonMsg::FormUnsure, 2));
    vec![page(blocks)]
}
