//! What the page of practice says: which cards stand in the list, and a card in final strings.
//!
//! Invariant: a figure keeps the words of who says it; none is put in place of a factor by itself.

use super::filter::Filter;
use crate::data::{Factor, Library, Mark, Outcome, Practice, PracticeFigure, Practices, Says};
use crate::edit::Edit;
use crate::flow::assemble::effective;
use crate::model::{Estimate, Name, PlaceId, Project};
use crate::text::{Lang, PracticeMsg, number, units};
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

/// The name of an outcome.
pub const fn outcome(outcome: Outcome) -> PracticeMsg {
    match outcome {
        Outcome::Running => PracticeMsg::OutcomeRunning,
        Outcome::Trial => PracticeMsg::OutcomeTrial,
        Outcome::Planned => PracticeMsg::OutcomePlanned,
        Outcome::Ended => PracticeMsg::OutcomeEnded,
        Outcome::Study => PracticeMsg::OutcomeStudy,
    }
}

/// The place that cards are held against: the project's home, else where its first pathway starts.
pub fn home(project: &Project) -> PlaceId {
    let start = || {
        let pathway = project.pathways.first()?;
        let stage = pathway.stages.iter().find(|stage| stage.id == pathway.start)?;
        Some(stage.place.clone())
    };
    project.home.clone().or_else(start).unwrap_or_default()
}

/// The cards that `filter` lets through.
pub fn listing<'a>(practices: &'a Practices, view: &View<'_>, filter: &Filter) -> Listing<'a> {
    let home = home(view.project);
    let country = view.library.country_of(&home);
    let fits = |card: &&Practice| {
        let outcome = filter.outcomes.is_empty() || filter.outcomes.contains(&card.outcome);
        let near = !filter.nearby || country == Some(card.country.as_str());
        outcome && near && practices.matches(card, view.library, &filter.text)
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
    matching.sort_by_key(|card| card.distance(view.library, &home));
    Listing {
        found: matching,
        topics,
    }
}

/// A name in the language of the window; in both one beneath the other.
pub fn both(name: &Name, lang: Lang) -> String {
    lang.lines(|lang| name.get(lang).to_owned())
}

/// Place, years and status in one line a language.
pub fn where_and_when(card: &Practice, lang: Lang) -> String {
    lang.lines(|lang| {
        let words = [card.place.get(lang), card.years.as_str(), card.status.get(lang)];
        words.join(" · ")
    })
}

/// The figures of `list`.
pub fn lines(card: &Practice, list: &[PracticeFigure], view: &View<'_>) -> Vec<Line> {
    let line = |figure: &PracticeFigure| Line {
        what: both(&figure.what, view.lang),
        value: view.lang.head(|lang| value(figure, lang)),
        about: view.lang.lines(|lang| about(figure, lang)),
        beside: beside(card, figure, view),
    };
    list.iter().map(line).collect()
}

/// The value of a figure with its unit: a bound where the text gives no more.
pub fn value(figure: &PracticeFigure, lang: Lang) -> String {
    let share = figure.unit.en.starts_with("share");
    let plain = |value: f64| {
        if share {
            number::share(value, lang)
        } else {
            number::thousands(&number::typed(value), lang)
        }
    };
    let (low, high) = (
        figure.low.unwrap_or(figure.value),
        figure.high.unwrap_or(figure.value),
    );
    let bound = |message: PracticeMsg| message.with(lang, &[("value", &plain(figure.value))]);
    let words = match (figure.low, figure.high) {
        (Some(low), None) if low >= figure.value => bound(PracticeMsg::Least),
        (None, Some(high)) if high <= figure.value => bound(PracticeMsg::Most),
        _ if low < high => number::span(low, high, lang, plain),
        _ => plain(figure.value),
    };
    let of_what = share && figure.unit.en == "share";
    if of_what {
        words
    } else {
        number::with_unit(&words, figure.unit.get(lang), lang)
    }
}

fn about(figure: &PracticeFigure, lang: Lang) -> String {
    let says = match figure.says {
        Says::Found => None,
        Says::Own => Some(PracticeMsg::SaysOwn),
        Says::Announced => Some(PracticeMsg::SaysAnnounced),
    };
    let mark = match figure.mark {
        Mark::Saw => PracticeMsg::MarkSaw,
        Mark::Derived => PracticeMsg::MarkDerived,
        _ => PracticeMsg::MarkSecondHand,
    };
    let mut words = vec![figure.year.clone()];
    words.extend(says.map(|says| says.text(lang).to_owned()));
    words.push(mark.text(lang).to_owned());
    words.extend(figure.note.as_ref().map(|note| note.get(lang).to_owned()));
    words.join(" · ")
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
    let grade = Practice::grade(figure).letter();
    let values = [
        ("card", card.name.get(lang)),
        ("title", title),
        ("publisher", publisher),
        ("year", figure.year.as_str()),
        ("grade", grade),
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

/// The name of a topic.
pub fn topic(id: &str, library: &Library, lang: Lang) -> String {
    lang.head(|lang| library.topic(id).map_or(id, |name| name.get(lang)).to_owned())
}
