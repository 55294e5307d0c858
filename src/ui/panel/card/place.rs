//! The line of places: where work is lost and gained, how far from home, and from where to where it moves.

use super::data::{Line, Look, Part, Source, names};
use crate::explain::PathwayFigure;
use crate::report::sheet::{Block, Tone};
use crate::text::{CardMsg, Phrase as _, PlaceMsg, number, ring_name};
use crate::ui::icon;
use crate::work::by_place::{moved, rings};
use crate::work::quality::Side;

/// Hours by how far they lie from home, each ring with both sides on the scale of the card.
fn rings_of(source: &Source<'_, '_>) -> Vec<Block> {
    let project = source.view.project;
    let Some(pathway) = project.pathway(&source.figures.id) else {
        return Vec::new();
    };
    let home = project.home_of(pathway);
    let home_name = names(source.view).place(home);
    let mut blocks = Vec::new();
    for ring in rings(&source.change, home, source.view.library) {
        let message = PlaceMsg::from(ring.ring);
        let name = ring_name(ring.ring, Some(&home_name), source.lang());
        let piece = |hours: f64| Part {
            label: name.clone(),
            value: source.hours(hours),
            hours,
            look: Look::Full,
        };
        let side = |hours: f64| (hours > 0.0).then(|| piece(hours)).into_iter().collect();
        blocks.push(Block::Text(Tone::Small, name.clone()));
        let opens = source.opens(if ring.gained > 0.0 {
            PathwayFigure::Gained
        } else {
            PathwayFigure::Lost
        });
        let sides = [ring.lost, ring.gained].map(side);
        blocks.push(Block::Sides(source.bar(
            message.text(source.lang()),
            sides,
            opens,
        )));
    }
    blocks
}

pub(super) fn place(source: &Source<'_, '_>) -> Line {
    let change = &source.change;
    let named = |side: &Side<'_>| {
        let said = side.places.iter().map(|(place, share)| {
            let place = names(source.view).place(place);
            source.with(
                CardMsg::PlaceShare,
                &[("place", &place), ("share", &source.share(*share))],
            )
        });
        source.list(&said.collect::<Vec<_>>())
    };
    let mut blocks = vec![source.texts(named(&change.lost), named(&change.gained))];
    blocks.extend(rings_of(source));
    if let Some(moved) = moved(change) {
        let [from, to] = [&moved.from, &moved.to].map(|id| names(source.view).place(id));
        blocks.push(Block::Text(
            Tone::Body,
            PlaceMsg::Moved.with(source.lang(), &[("from", &from), ("to", &to)]),
        ));
    }
    if let Some(mismatch) = change.place_mismatch {
        let (share, value) = (source.share(mismatch), number::ratio(mismatch, source.lang()));
        let text = if mismatch < 0.005 {
            source.text(CardMsg::PlaceSame)
        } else {
            source.with(CardMsg::PlaceMismatch, &[("share", &share), ("value", &value)])
        };
        blocks.push(Block::Text(Tone::Small, text));
    }
    blocks.push(Block::Text(Tone::Ask, source.text(CardMsg::PlaceCity)));
    Line {
        key: CardMsg::LinePlace.key(),
        icon: icon::MAP_PIN,
        title: source.head(CardMsg::LinePlace),
        hint: source.text(CardMsg::LinePlaceHint),
        more: None,
        blocks,
    }
}
