//! Practice cards: who collects, sorts, repairs, resells, rents, remakes and recycles already, and what came of it.
//!
//! Invariant: a figure of a card is shown beside a factor and never takes its place by itself; head-counts are never
//! divided by tonnes.

use super::{Library, LibraryError, Mark, Written, read};
use crate::model::{FactorId, Name, PlaceId};
use pinyin::ToPinyin as _;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// All cards, and the countries they name.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practices {
    /// Countries by ISO 3166, in the order of the list.
    pub countries: Vec<Country>,
    /// The cards.
    pub cards: Vec<Practice>,
    /// Ids of those that did not come with the program.
    #[serde(skip)]
    pub own: BTreeSet<String>,
}

/// A country that cards name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// Its code.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
}

/// One card.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Its id.
    pub id: String,
    /// Who does what.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Country by ISO 3166.
    pub country: String,
    /// Where, in words.
    #[serde(deserialize_with = "read::name")]
    pub place: Name,
    /// Places of the library where it stands, nearest first; empty where the library has none.
    #[serde(default, deserialize_with = "read::ids")]
    pub at: Vec<PlaceId>,
    /// From when to when.
    pub years: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The same in words.
    #[serde(deserialize_with = "read::name")]
    pub status: Name,
    /// Routes, kinds of stages and presets that it shows.
    pub topics: Vec<String>,
    /// What is done.
    #[serde(deserialize_with = "read::name")]
    pub what: Name,
    /// What is told of the people who do it.
    #[serde(default, deserialize_with = "read::maybe_name")]
    pub social: Option<Name>,
    /// What it means for a designer; judged.
    #[serde(deserialize_with = "read::name")]
    pub lesson: Name,
    /// Published figures.
    #[serde(default)]
    pub figures: Vec<PracticeFigure>,
    /// Published figures on jobs and pay.
    #[serde(default)]
    pub jobs: Vec<PracticeFigure>,
    /// Where it was read, the main one first.
    pub sources: Vec<PracticeSource>,
}

/// What came of a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Outcome {
    /// It ran when it was last reported.
    Running,
    /// A trial.
    Trial,
    /// Announced or being built: nothing is reported as reached.
    Planned,
    /// Closed, insolvent or shrinking.
    Ended,
    /// A study or a policy.
    Study,
}

impl Outcome {
    /// All outcomes in the order of the list.
    pub const ALL: [Self; 5] = [
        Self::Running,
        Self::Trial,
        Self::Planned,
        Self::Ended,
        Self::Study,
    ];
}

/// One published figure of a card.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeFigure {
    /// What it counts.
    #[serde(deserialize_with = "read::name")]
    pub what: Name,
    /// The figure.
    pub value: f64,
    /// At least, where the text says so.
    #[serde(default)]
    pub low: Option<f64>,
    /// At most, where the text says so.
    #[serde(default)]
    pub high: Option<f64>,
    /// Its unit; one that begins with "share" is shown in percent.
    #[serde(deserialize_with = "read::name")]
    pub unit: Name,
    /// The year it speaks of.
    pub year: String,
    /// Key of its source within the card.
    pub source: String,
    /// How it reached the card.
    pub mark: Mark,
    /// Who says so.
    #[serde(default)]
    pub says: Says,
    /// A remark.
    #[serde(default, deserialize_with = "read::maybe_name")]
    pub note: Option<Name>,
    /// The factors that it stands beside.
    #[serde(default)]
    pub bears: Vec<Bears>,
}

/// Who says what a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Says {
    /// Somebody who looked.
    #[default]
    Found,
    /// The firm itself.
    Own,
    /// Announced, aimed at or planned; not reported as reached.
    Announced,
}

/// A factor that a figure stands beside.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bears {
    /// The factor.
    #[serde(deserialize_with = "read::id")]
    pub factor: FactorId,
    /// What the figure is divided by to have the unit of the factor.
    pub per: f64,
}

/// One source of a card.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeSource {
    /// Its key within the card.
    pub key: String,
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Year, or "n.d.".
    pub year: String,
    /// How it reached the card.
    pub mark: Mark,
    /// Where it was seen; only where the text itself was.
    #[serde(default)]
    pub address: Option<String>,
    /// The name of the file that shows it, with whoever wrote the card.
    #[serde(default)]
    pub evidence: Option<String>,
}

/// A figure of a card in the unit of a factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside<'a> {
    /// The card.
    pub card: &'a Practice,
    /// The figure.
    pub figure: &'a PracticeFigure,
    /// Its value in the unit of the factor.
    pub value: f64,
}

impl Practices {
    /// The cards of this release; none, with an error in the log, if their text does not read (a test forbids that).
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Practices> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            compact!("data/practices")
                .table("practices")
                .unwrap_or_else(|error| {
                    log::error!("the practice cards do not read: {error}");
                    Self::default()
                })
        })
    }

    /// Reads cards from the text of their table.
    pub fn parse(text: &str) -> Result<Self, LibraryError> {
        text.table("practices")
    }

    /// The card with `id`.
    pub fn card(&self, id: &str) -> Option<&Practice> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// The name of a country.
    pub fn country(&self, id: &str) -> Option<&Name> {
        let found = self.countries.iter().find(|country| country.id == id);
        found.map(|country| &country.name)
    }

    /// The cards on any of `topics`, the nearest to `home` first, then in the order of the table.
    pub fn on<'a>(&'a self, topics: &[&str], library: &Library, home: &PlaceId) -> Vec<&'a Practice> {
        let mut found: Vec<&Practice> = self
            .cards
            .iter()
            .filter(|card| card.topics.iter().any(|topic| topics.contains(&topic.as_str())))
            .collect();
        found.sort_by_cached_key(|card| card.distance(library, home));
        found
    }

    /// True where every word of `text` occurs in the card: name, place, country, years, status, what is done, what it
    /// means, topics, all in both languages, or as pinyin initials of the Chinese name and place.
    pub fn matches(&self, card: &Practice, library: &Library, text: &str) -> bool {
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            return true;
        }
        let country = self.country(&card.country);
        let topics = card.topics.iter().filter_map(|topic| library.topic(topic));
        let names = [&card.name, &card.place, &card.status, &card.what, &card.lesson];
        let names = names.into_iter().chain(country).chain(topics);
        let mut all = card.years.clone();
        for name in names {
            all.extend(["\n", &name.en, "\n", &name.zh]);
        }
        for name in [&card.name, &card.place] {
            all.extend(["\n", &initials(&name.zh)]);
        }
        let all = all.to_lowercase();
        words.all(|word| all.contains(&word.to_lowercase()))
    }

    /// Figures of cards that stand beside `factor`.
    pub fn beside(&self, factor: &FactorId) -> Vec<Beside<'_>> {
        let of_card = |card| {
            let figures = Practice::all_figures(card);
            figures.filter_map(move |figure| {
                let bears = figure.bears.iter().find(|bears| bears.factor == *factor)?;
                Some(Beside {
                    card,
                    figure,
                    value: figure.value / bears.per,
                })
            })
        };
        self.cards.iter().flat_map(of_card).collect()
    }
}

impl Practice {
    /// All its figures, those on jobs last.
    pub fn all_figures(&self) -> impl Iterator<Item = &PracticeFigure> {
        self.figures.iter().chain(&self.jobs)
    }

    /// True where it still ran in `year` or later, or is about a later year: its years are open or name such a year.
    pub fn lasts_until(&self, year: u32) -> bool {
        let years = self.years.split(|letter: char| !letter.is_ascii_digit());
        let named = years.filter_map(|digits| digits.parse::<u32>().ok());
        self.years.trim_end().ends_with('–') || named.max().is_some_and(|last| last >= year)
    }

    /// The source with `key`.
    pub fn source(&self, key: &str) -> Option<&PracticeSource> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// How far it lies from `home`: 0 there or within, one more for each step up to a place that holds both, and more
    /// than any such where none does.
    pub fn distance(&self, library: &Library, home: &PlaceId) -> usize {
        let stands = |place: &PlaceId| self.at.iter().any(|at| library.lies_in(at, place));
        let mut around = library.upwards(home).map(PlaceId::from);
        let nearest = around.position(|around| stands(&around));
        let abroad = || {
            let country = library.country_of(home);
            usize::MAX - usize::from(country == Some(self.country.as_str()))
        };
        nearest.unwrap_or_else(abroad)
    }
}

/// First letters of the pinyin of `text`; other letters stay.
fn initials(text: &str) -> String {
    let first = |letter: char| {
        letter
            .to_pinyin()
            .and_then(|pinyin| pinyin.first_letter().chars().next())
    };
    text.chars()
        .map(|letter| first(letter).unwrap_or(letter))
        .collect()
}

impl Library {
    /// The name of what cards speak of: a route, a kind of stage, or a preset of a stage.
    pub fn topic(&self, id: &str) -> Option<&Name> {
        let preset = || self.stage_presets.iter().find(|preset| preset.id == id);
        let kind = || self.stage_kinds.iter().find(|kind| kind.id.as_str() == id);
        let route = self.routes.iter().find(|route| route.id.as_str() == id);
        route
            .map(|route| &route.short)
            .or_else(|| kind().map(|kind| &kind.name))
            .or_else(|| preset().map(|preset| &preset.name))
    }
}

/// Flaws of cards: an unknown topic, place, country or factor, a figure without its source, a range that does not hold
/// the value, an address of a text that was not seen, two cards with one id.
pub fn check_practices(practices: &Practices, library: &Library) -> Vec<String> {
    let mut flaws = Vec::new();
    for (at, card) in practices.cards.iter().enumerate() {
        let mut say = |flaw: String| flaws.push(format!("{}: {flaw}", card.id));
        if practices.cards.iter().take(at).any(|other| other.id == card.id) {
            say("two cards have this id".to_owned());
        }
        if practices.country(&card.country).is_none() {
            say(format!("no country {}", card.country));
        }
        for topic in card.topics.iter().filter(|topic| library.topic(topic).is_none()) {
            say(format!("nothing is called {topic}"));
        }
        for place in card.at.iter().filter(|place| library.place(place).is_none()) {
            say(format!("no place {place}"));
        }
        if card.topics.is_empty() || card.sources.is_empty() {
            say("it needs a topic and a source".to_owned());
        }
        card.all_figures()
            .for_each(|figure| check_figure(card, figure, library, &mut say));
        let seen = |source: &&PracticeSource| source.address.is_some() && source.mark != Mark::Saw;
        if let Some(source) = card.sources.iter().find(seen) {
            say(format!("{} has an address and was not seen", source.key));
        }
    }
    flaws
}

fn check_figure(card: &Practice, figure: &PracticeFigure, library: &Library, say: &mut impl FnMut(String)) {
    let what = &figure.what.en;
    if card.source(&figure.source).is_none() {
        say(format!("{what}: no source {}", figure.source));
    }
    let low = figure.low.unwrap_or(figure.value);
    let high = figure.high.unwrap_or(figure.value);
    let finite = [figure.value, low, high].iter().all(|value| value.is_finite());
    let in_order = 0.0 <= low && low <= figure.value && figure.value <= high;
    if !(finite && in_order) {
        say(format!("{what}: {low} to {high} does not hold {}", figure.value));
    }
    for bears in &figure.bears {
        if library.factor(bears.factor.as_str()).is_none() || bears.per <= 0.0 {
            say(format!("{what}: no factor {} per {}", bears.factor, bears.per));
        }
    }
}
