//! Trump cards: who does already what the pathways of the lesson's start ask for, one card a page.

use super::{Make, page};
use crate::data::{Library, Practice, Practices};
use crate::lesson::Pack;
use crate::model::StageKind;
use crate::report::sheet::{Block, Entry, Section, Tone};
use crate::text::PracticeMsg;
use crate::text::practice::{outcome, value, where_and_when, years};

/// Most cards of a lesson: four sheets of four.
const MOST: usize = 16;
/// Figures on a card, to be played against each other.
const FIGURES: usize = 3;

/// The nearest cards on what the pathways of the start do.
pub(super) fn cards(make: &Make<'_>, pack: &Pack, library: &Library) -> Vec<Section> {
    let Some(project) = pack.project("", None) else {
        return Vec::new();
    };
    let mut topics: Vec<&str> = Vec::new();
    for stage in project.pathways.iter().flat_map(|pathway| &pathway.stages) {
        topics.extend(match &stage.kind {
            StageKind::Item(item) => Some(item.id.as_str()),
            StageKind::Material(route) => Some(route.as_str()),
            StageKind::End(_) => None,
        });
    }
    let home = project
        .pathways
        .first()
        .map_or(&project.product.used_in, |pathway| project.home_of(pathway));
    let found = Practices::builtin().on(&topics, library, home);
    let told = found
        .into_iter()
        .filter(|card| card.all_figures().next().is_some());
    told.take(MOST)
        .map(|card| page(card_blocks(make, card)))
        .collect()
}

fn card_blocks(make: &Make<'_>, card: &Practice) -> Vec<Block> {
    let lang = make.lang();
    let figure = |figure: &crate::data::PracticeFigure| Entry {
        text: make.head(|lang| figure.what.get(lang).to_owned()),
        value: make.head(|lang| value(figure, lang)),
        small: lang.lines(|lang| years(&figure.year, lang)),
        ..Entry::default()
    };
    let figures = card.all_figures().take(FIGURES).map(figure).collect();
    vec![
        Block::Text(Tone::Small, outcome(card.outcome).head(lang).to_owned()),
        Block::Heading(1, card.name.head(lang)),
        Block::Text(Tone::Small, where_and_when(card, lang)),
        Block::List(figures),
        Block::Heading(3, PracticeMsg::Lesson.head(lang).to_owned()),
        Block::Text(Tone::Body, make.lines(&card.lesson)),
    ]
}
