//! Where the quality of the work is known from, and what is missing with the question to ask.

use super::data::{Source, names};
use super::lines::{grades, region, year};
use super::quality::HARDLY_MISSING;
use crate::data::{Grade, Sourced};
use crate::explain::FigureId;
use crate::report::sheet::{Block, Tone};
use crate::text::CardMsg;
use crate::work::quality::Side;

/// Rows of quality data under this share of the hours are not cited.
const CITED: f64 = 0.1;

/// That hours are without data, which, and the question to ask.
pub(super) fn missing(
    source: &Source<'_, '_>,
    share: impl Fn(&Side<'_>) -> f64,
    question: Option<CardMsg>,
) -> Vec<Block> {
    let change = &source.change;
    let sides = [
        (&change.gained, source.gained_word()),
        (&change.lost, source.say(CardMsg::Lost)),
    ];
    let mut blocks = Vec::new();
    for (side, word) in sides {
        let lacking = share(side);
        if side.lines.is_empty() || lacking < HARDLY_MISSING {
            continue;
        }
        let places = side.lines.iter().filter(|line| line.informal.is_none());
        let list: Vec<String> = if side.missing.is_empty() {
            places.map(|line| names(source.view).place(&line.place)).collect()
        } else {
            side.missing.iter().map(|id| source.activity(id)).collect()
        };
        let values = [
            ("share", source.share(lacking)),
            ("side", word.to_owned()),
            ("list", source.list(&once(list))),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        blocks.push(Block::Text(Tone::Small, source.with(CardMsg::NoDataFor, &values)));
    }
    blocks.extend(question.map(|question| Block::Text(Tone::Ask, source.text(question))));
    blocks
}

/// The row of quality data that speaks of most hours.
pub(super) fn evidence_factor(source: &Source<'_, '_>) -> Option<FigureId> {
    let change = &source.change;
    let rows = change.gained.evidence.iter().chain(&change.lost.evidence);
    let row = rows.max_by(|a, b| a.hours.total_cmp(&b.hours))?;
    Some(FigureId::Factor(format!("quality.{}.women", row.row).into()))
}

/// Source, year, country and grades of the quality data.
pub(super) fn evidence(source: &Source<'_, '_>) -> Option<Block> {
    let opens = evidence_factor(source)?;
    let change = &source.change;
    let rows = || change.gained.evidence.iter().chain(&change.lost.evidence);
    let total: f64 = rows().map(|row| row.hours).sum();
    let figures: Vec<&Sourced<f64>> = rows()
        .filter(|row| row.hours >= CITED * total)
        .filter_map(|row| {
            let id = format!("quality.{}.women", row.row);
            Some(&*source.view.library.factor(&id)?.figure)
        })
        .collect();
    let share = |grade: Grade| -> f64 {
        let of = rows().filter(|row| row.grade == grade);
        of.map(|row| row.hours).sum::<f64>() / total
    };
    let grades = grades(source, Grade::ALL.map(share));
    Some(Block::Source {
        text: cited(source, &figures, &grades),
        opens,
    })
}

/// Sources, years, countries and grades of `figures`, each once.
pub(super) fn cited(source: &Source<'_, '_>, figures: &[&Sourced<f64>], grades: &str) -> String {
    let mut list = [Vec::new(), Vec::new(), Vec::new()];
    let [sources, years, regions] = &mut list;
    for figure in figures {
        sources.extend(figure.sources.iter().map(|id| format!("[{id}]")));
        years.push(year(source, &figure.year).to_owned());
        regions.push(region(source, &figure.region));
    }
    let none = sources.is_empty();
    let [sources, years, regions] = list.map(|words| source.list(&once(words)));
    let values = [
        ("sources", sources.as_str()),
        ("year", years.as_str()),
        ("region", regions.as_str()),
        ("grades", grades),
    ];
    let message = if none {
        CardMsg::EvidenceNone
    } else {
        CardMsg::Evidence
    };
    source.with(message, &values)
}

/// Each word once, in the order of its first place.
fn once(words: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        if !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}
