//! Questions as GIFT text, which learning platforms read, and back.
//!
//! A text in both languages holds Chinese, an en space, English. What GIFT has no sign for stands in comments that other
//! programs pass over: `// seconds: 60`. Invariant: what is written reads back as the same questions.

use super::{Kind, Question, QuizError, Truth, joined, parted};
use crate::model::Name;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Signs that a text may only hold after a backslash.
const SIGNS: &str = "~=#{}:\\";

/// `questions`, whose figures are computed, as GIFT.
pub fn write(questions: &[Question]) -> Result<String, QuizError> {
    let mut out = String::new();
    for question in questions {
        one(question, &mut out)?;
    }
    Ok(out)
}

fn one(question: &Question, out: &mut String) -> Result<(), QuizError> {
    let body = body(&question.kind).ok_or_else(|| QuizError::Open(question.id.clone()))?;
    let mut notes = vec![
        ("kind", question.kind.key().to_owned()),
        ("seconds", question.seconds.to_string()),
        ("source", escaped(&joined(&question.source))),
    ];
    if let Kind::Estimate { tolerance, .. } = &question.kind {
        notes.push(("tolerance", tolerance.to_string()));
    }
    if let Kind::Estimate { unit, .. } | Kind::Predict { unit, .. } = &question.kind {
        notes.push(("unit", escaped(&joined(unit))));
    }
    for (key, value) in notes {
        // Writing to a string does not fail.
        let _ = writeln!(out, "// {key}: {value}");
    }
    let (id, ask) = (escaped(&question.id), escaped(&joined(&question.ask)));
    let reason = escaped(&joined(&question.reason));
    let _ = writeln!(out, "::{id}::{ask} {{{body}\n####{reason}\n}}\n");
    Ok(())
}

/// What stands in the braces; none while figures are not computed.
fn body(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Single {
            options,
            right: Truth::Is(right),
        } => {
            let sign = |at| if at == *right { "=" } else { "~" };
            lines(options, |at, option| format!("{}{option}", sign(at)))
        }
        Kind::TrueFalse {
            right: Truth::Is(right),
        } => if *right { "T" } else { "F" }.to_owned(),
        Kind::Order {
            items,
            right: Truth::Is(right),
        } => {
            let place = |at| {
                right
                    .iter()
                    .position(|other| *other == at)
                    .map_or(0, |place| place + 1)
            };
            lines(items, |at, item| format!("={item} -> {}", place(at)))
        }
        Kind::Estimate {
            right: Truth::Is(right),
            tolerance,
            ..
        } => format!("#{right}:{}", right.abs() * tolerance),
        Kind::Predict {
            right: Truth::Is(right),
            ..
        } => format!("#{right}"),
        _ => return None,
    })
}

/// A line for each option.
fn lines(options: &[Name], say: impl Fn(usize, &str) -> String) -> String {
    let options = options.iter().enumerate();
    let lines = options.map(|(at, option)| say(at, &escaped(&joined(option))));
    lines.fold(String::new(), |all, line| all + "\n" + &line)
}

/// `text` with a backslash before each sign, line breaks as `\n`; blanks at the ends as `\s`, for readers trim.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let count = text.chars().count();
    for (at, letter) in text.chars().enumerate() {
        let at_end = at == 0 || at + 1 == count;
        match letter {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            ' ' if at_end => out.push_str("\\s"),
            '\t' => out.push_str("\\t"),
            sign if SIGNS.contains(sign) => {
                out.push('\\');
                out.push(sign);
            }
            other => out.push(other),
        }
    }
    out
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut letters = trimmed(text).chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('s') => out.push(' '),
                Some('t') => out.push('\t'),
                Some(sign) => out.push(sign),
                None => {}
            },
            (letter, _) => out.push(letter),
        }
    }
    out
}

/// Without plain blanks and line ends around; the en space between two languages is part of a text.
fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n', '\r'])
}

/// The questions in GIFT `text`.
pub fn read(text: &str) -> Result<Vec<Question>, QuizError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut found = Vec::new();
    let mut notes: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Option<(usize, String)> = None;
    for (at, line) in text.split('\n').enumerate() {
        let line_no = at + 1;
        match &mut open {
            None => {
                let line = trimmed(line);
                if let Some(note) = line.strip_prefix("//") {
                    if let Some((key, value)) = note.split_once(':') {
                        notes.insert(trimmed(key).to_owned(), trimmed(value).to_owned());
                    }
                } else if !line.is_empty() {
                    open = Some((line_no, line.to_owned()));
                }
            }
            Some((_, held)) => {
                held.push('\n');
                held.push_str(line);
            }
        }
        let is_whole = open.as_ref().is_some_and(|(_, held)| place(held, '}').is_some());
        if is_whole && let Some((line_no, held)) = open.take() {
            let number = found.len() + 1;
            found.push(question(&held, &notes, (line_no, number))?);
            notes.clear();
        }
    }
    match open {
        Some((line, _)) => Err(QuizError::Gift(line, "{ … }")),
        None => Ok(found),
    }
}

/// Where `sign` stands in `text` without a backslash before it.
fn place(text: &str, sign: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, letter)| {
        let is_it = letter == sign && !escaped;
        escaped = letter == '\\' && !escaped;
        is_it.then_some(at)
    })
}

/// `text` before and after the first `sign` that stands alone.
fn cut(text: &str, sign: char) -> Option<(&str, &str)> {
    let at = place(text, sign)?;
    Some((text.get(..at)?, text.get(at + sign.len_utf8()..)?))
}

fn question(
    held: &str,
    notes: &BTreeMap<String, String>,
    (line, number): (usize, usize),
) -> Result<Question, QuizError> {
    let wrong = |what| QuizError::Gift(line, what);
    let (head, rest) = cut(held, '{').ok_or_else(|| wrong("{ … }"))?;
    let (body, _) = cut(rest, '}').ok_or_else(|| wrong("{ … }"))?;
    let (id, ask) = match trimmed(head).strip_prefix("::") {
        Some(titled) => {
            let (id, ask) = cut(titled, ':').ok_or_else(|| wrong("::title::"))?;
            (
                plain(id),
                ask.strip_prefix(':').ok_or_else(|| wrong("::title::"))?,
            )
        }
        None => (format!("q{number}"), head),
    };
    let (answers, reason) = match reason_at(body) {
        Some(at) => (
            body.get(..at).unwrap_or_default(),
            body.get(at + 4..).unwrap_or_default(),
        ),
        None => (body, ""),
    };
    let name = |key: &str| {
        notes
            .get(key)
            .map(|text| parted(&plain(text)))
            .unwrap_or_default()
    };
    let seconds = notes.get("seconds").and_then(|text| text.parse().ok());
    Ok(Question {
        id,
        ask: parted(&plain(ask)),
        kind: kind(trimmed(answers), notes, name("unit")).ok_or_else(|| wrong("{ … }"))?,
        reason: parted(&plain(reason)),
        source: name("source"),
        seconds: seconds.unwrap_or(60),
    })
}

/// Where four signs of a general feedback stand alone.
fn reason_at(body: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + place(body.get(from..)?, '#')?;
        if body.get(at..)?.starts_with("####") {
            return Some(at);
        }
        from = at + 1;
    }
}

fn kind(answers: &str, notes: &BTreeMap<String, String>, unit: Name) -> Option<Kind> {
    let is = |key: &str| notes.get("kind").is_some_and(|kind| kind == key);
    if let Some(numbers) = answers.strip_prefix('#') {
        let stated = notes.get("tolerance").and_then(|text| text.parse().ok());
        return number(numbers, stated, unit, is("predict"));
    }
    match answers {
        "T" | "TRUE" => {
            return Some(Kind::TrueFalse {
                right: Truth::Is(true),
            });
        }
        "F" | "FALSE" => {
            return Some(Kind::TrueFalse {
                right: Truth::Is(false),
            });
        }
        _ => {}
    }
    let all = options(answers);
    let is_matched = !all.is_empty() && all.iter().all(|(_, text)| text.contains(" -> "));
    if is("order") || (is_matched && !is("single")) {
        return order(&all);
    }
    let right = all.iter().position(|(sign, _)| *sign == '=')?;
    let options = all.iter().map(|(_, text)| parted(&plain(text))).collect();
    Some(Kind::Single {
        options,
        right: Truth::Is(right),
    })
}

/// A number, and how far off still counts: as stated beside it, else as the file says.
fn number(numbers: &str, stated: Option<f64>, unit: Name, predicted: bool) -> Option<Kind> {
    let (value, off) = numbers.split_once(':').unwrap_or((numbers, "0"));
    let value: f64 = trimmed(value).parse().ok()?;
    let right = Truth::Is(value);
    if predicted {
        return Some(Kind::Predict { right, unit });
    }
    let off: f64 = trimmed(off).parse().ok()?;
    let share = if value == 0.0 { 0.0 } else { off / value.abs() };
    Some(Kind::Estimate {
        right,
        tolerance: stated.unwrap_or(share),
        unit,
    })
}

/// Each answer with its sign.
fn options(answers: &str) -> Vec<(char, &str)> {
    let mut starts = Vec::new();
    let mut escaped = false;
    for (at, letter) in answers.char_indices() {
        if !escaped && ['=', '~'].contains(&letter) {
            starts.push((at, letter));
        }
        escaped = letter == '\\' && !escaped;
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([answers.len()]);
    let pieces = starts.iter().zip(ends);
    pieces
        .map(|((at, sign), end)| (*sign, answers.get(at + 1..end).unwrap_or_default()))
        .collect()
}

fn order(all: &[(char, &str)]) -> Option<Kind> {
    let mut items = Vec::new();
    let mut places = Vec::new();
    for (at, (_, text)) in all.iter().enumerate() {
        let (item, place) = text.rsplit_once(" -> ")?;
        items.push(parted(&plain(item)));
        places.push((trimmed(place).parse::<usize>().ok()?, at));
    }
    places.sort_unstable();
    let right = places.into_iter().map(|(_, at)| at).collect();
    Some(Kind::Order {
        items,
        right: Truth::Is(right),
    })
}
