//! Questions as a table in UTF-8 with its mark, and back: question, A to D, right, reason, seconds, and after them what
//! other programs need not read.
//!
//! Invariant: what is written reads back as the same questions.

use super::{Kind, LETTERS, Question, QuizError, Truth, joined, letter, parted};
use crate::model::Name;

/// Headings in their order.
const HEADINGS: [&str; 13] = [
    "question",
    "A",
    "B",
    "C",
    "D",
    "right",
    "reason",
    "seconds",
    "id",
    "kind",
    "source",
    "tolerance",
    "unit",
];
/// The mark by which spreadsheets know UTF-8.
const MARK: char = '\u{feff}';

/// `questions`, whose figures are computed, as a table.
pub fn write(questions: &[Question]) -> Result<String, QuizError> {
    let failed = |error: csv::Error| QuizError::Table(error.to_string());
    let mut to = csv::Writer::from_writer(Vec::new());
    to.write_record(HEADINGS).map_err(failed)?;
    for question in questions {
        to.write_record(row(question)?).map_err(failed)?;
    }
    let bytes = to
        .into_inner()
        .map_err(|error| QuizError::Table(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| QuizError::Table(error.to_string()))?;
    Ok(format!("{MARK}{text}"))
}

fn row(question: &Question) -> Result<Vec<String>, QuizError> {
    let (right, tolerance, unit) = match &question.kind {
        Kind::Single {
            right: Truth::Is(at), ..
        } => (letter(*at).to_string(), None, None),
        Kind::TrueFalse { right: Truth::Is(is) } => (is.to_string(), None, None),
        Kind::Order {
            right: Truth::Is(order),
            ..
        } => (order.iter().map(|at| letter(*at)).collect(), None, None),
        Kind::Estimate {
            right: Truth::Is(value),
            tolerance,
            unit,
        } => (value.to_string(), Some(*tolerance), Some(unit)),
        Kind::Predict {
            right: Truth::Is(value),
            unit,
        } => (value.to_string(), None, Some(unit)),
        _ => return Err(QuizError::Open(question.id.clone())),
    };
    let options = question.kind.options();
    let option = |at: usize| options.get(at).map(joined).unwrap_or_default();
    let mut cells = vec![joined(&question.ask)];
    cells.extend((0..LETTERS.len()).map(option));
    cells.extend([
        right,
        joined(&question.reason),
        question.seconds.to_string(),
        question.id.clone(),
        question.kind.key().to_owned(),
        joined(&question.source),
        tolerance.map(|share| share.to_string()).unwrap_or_default(),
        unit.map(joined).unwrap_or_default(),
    ]);
    Ok(cells)
}

/// The questions in a table; columns may stand in any order, and those after `seconds` may be left out.
pub fn read(text: &str) -> Result<Vec<Question>, QuizError> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let failed = |error: csv::Error| QuizError::Table(error.to_string());
    let mut from = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let heads = from.headers().map_err(failed)?.clone();
    let column = |name: &str| {
        heads
            .iter()
            .position(|head| head.trim().eq_ignore_ascii_case(name))
    };
    for name in ["question", "right"] {
        column(name).ok_or(QuizError::Heading(if name == "right" {
            "right"
        } else {
            "question"
        }))?;
    }
    let mut found = Vec::new();
    for record in from.records() {
        let record = record.map_err(failed)?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |name: &str| {
            let at = column(name);
            at.and_then(|at| record.get(at)).unwrap_or_default()
        };
        let line = usize::try_from(line).unwrap_or_default();
        found.push(question(&cell, (line, found.len() + 1))?);
    }
    Ok(found)
}

fn question<'r>(
    cell: &dyn Fn(&str) -> &'r str,
    (line, number): (usize, usize),
) -> Result<Question, QuizError> {
    let seconds = match cell("seconds").trim() {
        "" => 60,
        text => text.parse().map_err(|_| QuizError::Cell(line, "seconds"))?,
    };
    let id = match cell("id") {
        "" => format!("q{number}"),
        id => id.to_owned(),
    };
    Ok(Question {
        id,
        ask: parted(cell("question")),
        kind: kind(cell).ok_or(QuizError::Cell(line, "right"))?,
        reason: parted(cell("reason")),
        source: parted(cell("source")),
        seconds,
    })
}

fn kind<'r>(cell: &dyn Fn(&str) -> &'r str) -> Option<Kind> {
    let right = cell("right").trim();
    let place = |letter: char| {
        LETTERS
            .iter()
            .position(|known| *known == letter.to_ascii_uppercase())
    };
    let options = options(cell);
    let number = || right.parse::<f64>().ok();
    let unit = parted(cell("unit"));
    let key = match cell("kind") {
        "" => guessed(&options, right),
        key => key,
    };
    Some(match key {
        "single" => Kind::Single {
            right: Truth::Is(right.chars().next().and_then(place)?),
            options,
        },
        "order" => Kind::Order {
            items: options,
            right: Truth::Is(right.chars().map(place).collect::<Option<Vec<usize>>>()?),
        },
        "estimate" => Kind::Estimate {
            right: Truth::Is(number()?),
            tolerance: match cell("tolerance").trim() {
                "" => 0.0,
                text => text.parse().ok()?,
            },
            unit,
        },
        "predict" => Kind::Predict {
            right: Truth::Is(number()?),
            unit,
        },
        "true_false" => Kind::TrueFalse {
            right: Truth::Is(right.to_ascii_lowercase().parse().ok()?),
        },
        _ => return None,
    })
}

/// The options, up to the first empty cell.
fn options<'r>(cell: &dyn Fn(&str) -> &'r str) -> Vec<Name> {
    LETTERS
        .iter()
        .map(|letter| cell(letter.encode_utf8(&mut [0; 4])))
        .take_while(|text| !text.is_empty())
        .map(parted)
        .collect()
}

/// The kind of a question of another program.
fn guessed(options: &[Name], right: &str) -> &'static str {
    match (options.is_empty(), right.len()) {
        (false, 1) => "single",
        (false, _) => "order",
        (true, _) if right.parse::<f64>().is_ok() => "estimate",
        _ => "true_false",
    }
}
