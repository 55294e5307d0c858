//! Trump cards: who does already what the pathways of the lesson's start ask for, one card a page.

use super::{Make, page};
use crate::data::{Library, Practices};
use crate::lesson::Pack;
use crate::report::sheet::Section;
use crate::report::trump;

/// Most cards of a lesson: four sheets of four.
const MOST: usize = 16;

/// The nearest cards on what the pathways of the start do.
pub(super) fn cards(make: &Make<'_>, pack: &Pack, library: &Library) -> Vec<Section> {
    let Some(project) = pack.project("", None) else {
        return Vec::new();
    };
    let home = project
        .pathways
        .first()
        .map_or(&project.product.used_in, |pathway| project.home_of(pathway));
    let topics = trump::topics(&project.pathways);
    let found = trump::nearest(Practices::builtin(), &topics, (library, home), MOST);
    let cards = found.into_iter();
    cards
        .map(|card| page(trump::blocks(card, library, 1, make.lang())))
        .collect()
}
