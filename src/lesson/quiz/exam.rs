//! An exam on paper: versions A and B from a seed, their key, and the sheet for marks.
//!
//! Invariant: both versions ask the same questions and have the same right answers, in other places; one seed, one paper.

use super::{Kind, Question, QuizError, Truth};
use crate::lang::Lang;
use crate::uncertainty::uniform;

/// Most questions of an exam.
pub const MOST_QUESTIONS: usize = 12;

/// One version.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// A or B.
    pub letter: char,
    /// Its questions with their options in the order of this version.
    pub questions: Vec<Question>,
}

/// Versions A and B of the first twelve of `questions` that have one right answer to mark.
pub fn versions(questions: &[Question], seed: u64) -> [Version; 2] {
    let marked = questions
        .iter()
        .filter(|question| !matches!(question.kind, Kind::Predict { .. }));
    let asked: Vec<Question> = marked.take(MOST_QUESTIONS).cloned().collect();
    [('A', 0), ('B', 1)].map(|(letter, stream)| {
        let order = shuffled(asked.len(), seed, stream);
        let picked = order.iter().filter_map(|at| asked.get(*at));
        let questions = picked
            .enumerate()
            .map(|(nth, question)| with_options_shuffled(question, seed, stream + 2 * (nth as u64 + 1)))
            .collect();
        Version { letter, questions }
    })
}

/// The places 0 to `count` in an order of their own for this seed and stream.
fn shuffled(count: usize, seed: u64, stream: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for at in (1..count).rev() {
        let bound = at as f64 + 1.0;
        let drawn = uniform(seed, stream, at as u64) * bound;
        let other = (0..=at)
            .rev()
            .find(|place| *place as f64 <= drawn)
            .unwrap_or_default();
        order.swap(at, other);
    }
    order
}

fn with_options_shuffled(question: &Question, seed: u64, stream: u64) -> Question {
    let order = shuffled(question.kind.options().len(), seed, stream);
    let now = |at: &usize| order.iter().position(|place| place == at).unwrap_or(*at);
    let kind = match &question.kind {
        Kind::Single {
            options,
            right: Truth::Is(right),
        } => Kind::Single {
            options: order.iter().filter_map(|at| options.get(*at).cloned()).collect(),
            right: Truth::Is(now(right)),
        },
        Kind::Order {
            items,
            right: Truth::Is(right),
        } => Kind::Order {
            items: order.iter().filter_map(|at| items.get(*at).cloned()).collect(),
            right: Truth::Is(right.iter().map(now).collect()),
        },
        other => other.clone(),
    };
    Question {
        kind,
        ..question.clone()
    }
}

impl Version {
    /// The right answers in the order of the questions; none for one that hangs on figures not computed yet.
    pub fn key(&self, lang: Lang) -> Option<Vec<String>> {
        self.questions.iter().map(|question| question.key(lang)).collect()
    }
}

/// The sheet for marks as a table in UTF-8 with its mark: a row of right answers for each version, then rows to fill in.
pub fn mark_sheet(versions: &[Version], people: usize) -> Result<String, QuizError> {
    let failed = |error: csv::Error| QuizError::Table(error.to_string());
    let mut to = csv::Writer::from_writer(Vec::new());
    let count = versions
        .iter()
        .map(|version| version.questions.len())
        .max()
        .unwrap_or_default();
    let mut heads = vec!["name".to_owned(), "version".to_owned()];
    heads.extend((1..=count).map(|number| number.to_string()));
    heads.push("points".to_owned());
    to.write_record(&heads).map_err(failed)?;
    for version in versions {
        let key = version.key(Lang::En);
        let key = key.ok_or_else(|| QuizError::Open(version.letter.to_string()))?;
        let mut cells = vec!["key".to_owned(), version.letter.to_string()];
        cells.extend(key);
        cells.push(count.to_string());
        to.write_record(&cells).map_err(failed)?;
    }
    for _ in 0..people {
        to.write_record(vec![String::new(); heads.len()])
            .map_err(failed)?;
    }
    let bytes = to
        .into_inner()
        .map_err(|error| QuizError::Table(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| QuizError::Table(error.to_string()))?;
    Ok(format!("\u{feff}{text}"))
}
