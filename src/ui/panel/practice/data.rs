//! What the page of practice says: which cards stand in the list, and a card in final strings.
//!
//! Invariant: a figure keeps the words of who says it; none is put in place of a factor by itself.

use super::filter::Filter;
use crate::data::{Factor, Practice, PracticeFigure, Practices};
use crate::edit::Edit;
use crate::flow::assemble::effective;
use crate::model::Estimate;
use crate::text::{Lang, PracticeMsg, practice, units};
use crate::ui::shared::practised::here;
use crate::ui::view::View;

/// The cards to show.
#[derive(Debug, Clone, Default)]
pub struct Listing<'a> {
    /// In order: the nearest first.
    pub found: Vec<&'a Practice>,
    /// Topics with how many of the cards each would show.
    pub topics: Vec<(&'a str, usize)>,
}

/// A figure of a card in final strings.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it counts.
    pub what: String,
    /// The value with its unit.
    pub value: String,
    /// Year, who says so, how it was read, and a remark.
    pub about: String,
    /// The factors that it stands beside.
    pub beside: Vec<Compared>,
}

/// A factor beside a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// "Beside the factor …: yours …, here …".
    pub words: String,
    /// What taking it does.
    pub hint: String,
    /// The edit that takes it.
    pub take: Edit,
}

/// The cards that `filter` lets through.
pub fn listing<'a>(practices: &'a Practices, view: &View<'_>, filter: &Filter) -> Listing<'a> {
    let home = here(view.project);
    let country = view.library.country_of(home);
    let fits = |card: &&Practice| {
        let outcome = filter.outcomes.is_empty() || filter.outcomes.contains(&card.outcome);
        let near = !filter.nearby || country == Some(card.country.as_str());
        let lasts = filter.since.is_none_or(|year| card.lasts_until(year));
        outcome && near && lasts && practices.matches(card, view.library, &filter.text)
    };
    let mut matching: Vec<&Practice> = practices.cards.iter().filter(fits).collect();
    let mut topics: Vec<(&str, usize)> = Vec::new();
    for topic in matching.iter().flat_map(|card| &card.topics) {
        match topics.iter_mut().find(|(known, _)| known == topic) {
            Some((_, count)) => *count += 1,
            None => topics.push((topic, 1)),
        }
    }
    topics.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let topic = view.selection.practice.topic.as_ref();
    matching.retain(|card| topic.is_none_or(|topic| card.topics.contains(topic)));
    matching.sort_by_cached_key(|card| card.distance(view.library, home));
    Listing {
        found: matching,
        topics,
    }
}

/// The figures of `list`.
pub fn lines(card: &Practice, list: &[PracticeFigure], view: &View<'_>) -> Vec<Line> {
    let line = |figure: &PracticeFigure| Line {
        what: practice::both(&figure.what, view.lang),
        value: view.lang.head(|lang| practice::value(figure, lang)),
        about: view.lang.lines(|lang| practice::about(figure, lang)),
        beside: beside(card, figure, view),
    };
    list.iter().map(line).collect()
}

/// The factors that `figure` bears on, each with the edit that takes it.
fn beside(card: &Practice, figure: &PracticeFigure, view: &View<'_>) -> Vec<Compared> {
    let compared = |bears: &crate::data::Bears| {
        let factor = view.library.factor(bears.factor.as_str())?;
        let (used, _) = effective(factor, view.project.overrides.get(&factor.id));
        let theirs = figure.value / bears.per;
        let say = |message: PracticeMsg, lang: Lang| {
            let plain = |value: f64| units::plain_value(value, None, &factor.figure.unit, lang);
            let (yours, theirs) = (plain(used.value), plain(theirs));
            let name = factor.name.get(lang);
            message.with(
                lang,
                &[
                    ("factor", name),
                    ("yours", &yours),
                    ("theirs", &theirs),
                    ("value", &theirs),
                ],
            )
        };
        Some(Compared {
            words: view.lang.lines(|lang| say(PracticeMsg::BesideFactor, lang)),
            hint: view.lang.lines(|lang| say(PracticeMsg::TakeItHint, lang)),
            take: take(card, figure, factor, bears.per, view.lang),
        })
    };
    figure.bears.iter().filter_map(compared).collect()
}

/// The edit that puts `figure` in place of `factor`, with the card as its source.
fn take(card: &Practice, figure: &PracticeFigure, factor: &Factor, per: f64, lang: Lang) -> Edit {
    let source = card.source(&figure.source);
    let [title, publisher] = [
        source.map_or("", |source| source.title.as_str()),
        source.map_or("", |source| source.publisher.as_str()),
    ];
    let about = practice::about(figure, lang);
    let values = [
        ("card", card.name.get(lang)),
        ("title", title),
        ("publisher", publisher),
        ("about", &about),
    ];
    let ends = (
        figure.low.unwrap_or(figure.value) / per,
        figure.high.unwrap_or(figure.value) / per,
    );
    Edit::SetOverride {
        factor: factor.id.clone(),
        figure: Estimate {
            value: figure.value / per,
            range: (ends.0 < ends.1).then_some(ends),
        },
        note: PracticeMsg::TakenNote.with(lang, &values),
    }
}
