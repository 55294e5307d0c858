//! Trump cards on paper: who does already what pathways ask for, with published figures to be played against each other.
//!
//! Invariant: a card says who says a figure, how it was read, and where; what it means for a designer is our judgement.

use super::sheet::{Block, Entry, Figure, Tone};
use crate::data::{Library, Practice, PracticeFigure, Practices};
use crate::lang::Lang;
use crate::model::{Pathway, PlaceId, StageKind};
use crate::text::PracticeMsg;
use crate::text::practice::{about, outcome, source_line, topic, value, where_and_when};

/// Figures on a card.
const FIGURES: usize = 3;

/// What is done on `pathways` to a garment or its fibres, each once, as cards call it; ends are not among it.
pub fn topics<'a>(pathways: impl IntoIterator<Item = &'a Pathway>) -> Vec<&'a str> {
    let mut topics: Vec<&str> = Vec::new();
    for stage in pathways.into_iter().flat_map(|pathway| &pathway.stages) {
        let topic = match &stage.kind {
            StageKind::Item(item) => item.id.as_str(),
            StageKind::Material(route) => route.as_str(),
            StageKind::End(_) => continue,
        };
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}

/// The cards on `topics`, at most `most`: for each topic the one nearest to `home`, then the next nearest on any of them;
/// only cards with figures, the nearest first.
pub fn nearest<'a>(
    practices: &'a Practices,
    topics: &[&str],
    (library, home): (&Library, &PlaceId),
    most: usize,
) -> Vec<&'a Practice> {
    let has_figures = |card: &&Practice| card.all_figures().next().is_some();
    // Among equally near ones the user's own come first.
    let rank = |card: &&Practice| (card.distance(library, home), !practices.own.contains(&card.id));
    let on = |topics: &[&str]| {
        let all = practices.on(topics, library, home);
        let mut all: Vec<&Practice> = all.into_iter().filter(has_figures).collect();
        all.sort_by_cached_key(rank);
        all
    };
    let mut chosen: Vec<&Practice> = Vec::new();
    for topic in topics {
        let is_new = |card: &&Practice| !chosen.iter().any(|own| own.id == card.id);
        chosen.extend(on(&[topic]).into_iter().find(is_new));
    }
    for card in on(topics) {
        if !chosen.iter().any(|own| own.id == card.id) {
            chosen.push(card);
        }
    }
    chosen.truncate(most);
    chosen.sort_by_cached_key(rank);
    chosen
}

/// One figure of a card: what it counts, its value, and who says so.
fn figure(figure: &PracticeFigure, lang: Lang) -> Entry {
    Entry {
        text: lang.head(|lang| figure.what.get(lang).to_owned()),
        figure: Figure::bare(lang.head(|lang| value(figure, lang))),
        small: lang.lines(|lang| about(figure, lang)),
        ..Entry::default()
    }
}

/// A card with its figures, its sources and what it means; its name is a heading of `level`.
pub fn blocks(card: &Practice, library: &Library, level: u8, lang: Lang) -> Vec<Block> {
    let shown = || card.all_figures().take(FIGURES);
    let topics: Vec<String> = card.topics.iter().map(|id| topic(id, library, lang)).collect();
    let about = [outcome(card.outcome).head(lang), topics.join(" · ").as_str()].join(" · ");
    vec![
        Block::Heading(level, card.name.head(lang)),
        Block::Text(Tone::Small, about),
        Block::Text(Tone::Small, where_and_when(card, lang)),
        Block::List(shown().map(|own| figure(own, lang)).collect()),
        Block::Text(
            Tone::Body,
            lang.lines(|lang| [PracticeMsg::Lesson.text(lang), card.lesson.get(lang)].join(lang.colon())),
        ),
        Block::Text(Tone::Small, sources(card, shown()).join("\n")),
    ]
}

/// A card in one entry of a list: where, its first figure with who says so, and the source.
pub fn entry(card: &Practice, lang: Lang) -> Entry {
    let first = card.all_figures().next();
    Entry {
        sign: "–".to_owned(),
        text: card.name.head(lang),
        small: lang.lines(|lang| {
            let said = first.map(|own| {
                let value = [own.what.get(lang), &value(own, lang)].join(" ");
                [value, about(own, lang)].join(" · ")
            });
            let place = where_and_when(card, lang);
            let parts = std::iter::once(place).chain(said).chain(sources(card, first));
            parts.collect::<Vec<_>>().join(lang.semicolon())
        }),
        ..Entry::default()
    }
}

/// The sources of `figures`, each once.
fn sources<'a>(card: &Practice, figures: impl IntoIterator<Item = &'a PracticeFigure>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for own in figures {
        let line = card.source(&own.source).map(source_line);
        all.extend(line.filter(|line| !all.contains(line)));
    }
    all
}
