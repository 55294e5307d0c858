//! The shape of a pack of practice cards on disk; its types are not those that are shown.

use crate::data::{Bears, Mark, Outcome, Practice, PracticeFigure, PracticeSource, Says};
use crate::model::Name;
use crate::project_file::fault::ValueFault;
use crate::project_file::kind::Rows;
use crate::project_file::list::{Row, rows};
use crate::project_file::value::NotNegative;
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;

type NameFile = (String, String);

#[derive(Serialize, Deserialize)]
#[serde(rename = "Practices", deny_unknown_fields)]
pub(super) struct PackFile {
    pub(super) version: u32,
    #[serde(default)]
    pub(super) name: String,
    #[serde(deserialize_with = "rows")]
    pub(super) cards: Vec<CardFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Card", deny_unknown_fields)]
pub(super) struct CardFile {
    id: String,
    name: NameFile,
    #[serde(default)]
    country: String,
    place: NameFile,
    #[serde(default)]
    at: Vec<String>,
    years: String,
    outcome: OutcomeFile,
    status: NameFile,
    topics: Vec<String>,
    what: NameFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    social: Option<NameFile>,
    lesson: NameFile,
    #[serde(default, deserialize_with = "rows", skip_serializing_if = "Vec::is_empty")]
    figures: Vec<FigureFile>,
    #[serde(default, deserialize_with = "rows", skip_serializing_if = "Vec::is_empty")]
    jobs: Vec<FigureFile>,
    #[serde(default, deserialize_with = "rows")]
    sources: Vec<SourceFile>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum OutcomeFile {
    Running,
    Trial,
    Planned,
    Ended,
    Study,
}

#[derive(Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
enum SaysFile {
    #[default]
    Found,
    Own,
    Announced,
}

/// How a figure reached its card.
#[derive(Clone, Copy, Serialize, Deserialize)]
enum MarkFile {
    Saw,
    SawSecondHand,
    Derived,
    Own,
}

#[derive(Serialize)]
#[serde(rename = "Figure")]
struct FigureFile {
    what: NameFile,
    value: NotNegative,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<NotNegative>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<NotNegative>,
    unit: NameFile,
    year: String,
    source: String,
    mark: MarkFile,
    says: SaysFile,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<NameFile>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bears: Vec<BearsFile>,
}

impl<'de> Deserialize<'de> for FigureFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        /// The figure before its range is checked.
        #[derive(Deserialize)]
        #[serde(rename = "Figure", deny_unknown_fields)]
        struct Unchecked {
            what: NameFile,
            value: NotNegative,
            #[serde(default = "none")]
            low: Option<NotNegative>,
            #[serde(default = "none")]
            high: Option<NotNegative>,
            unit: NameFile,
            year: String,
            source: String,
            mark: MarkFile,
            #[serde(default)]
            says: SaysFile,
            #[serde(default)]
            note: Option<NameFile>,
            #[serde(default)]
            bears: Vec<BearsFile>,
        }
        const fn none() -> Option<NotNegative> {
            None
        }
        let read = Unchecked::deserialize(reader)?;
        let value = read.value.0;
        let low = read.low.map_or(value, |low| low.0);
        let high = read.high.map_or(value, |high| high.0);
        if low > value || value > high {
            return Err(ValueFault::Order { low, value, high }.raise());
        }
        Ok(Self {
            what: read.what,
            value: read.value,
            low: read.low,
            high: read.high,
            unit: read.unit,
            year: read.year,
            source: read.source,
            mark: read.mark,
            says: read.says,
            note: read.note,
            bears: read.bears,
        })
    }
}

/// A factor, and what the figure is divided by to have its unit: above zero.
#[derive(Serialize)]
#[serde(rename = "Bears")]
struct BearsFile {
    factor: String,
    per: f64,
}

impl<'de> Deserialize<'de> for BearsFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "Bears", deny_unknown_fields)]
        struct Unchecked {
            factor: String,
            per: NotNegative,
        }
        let Unchecked { factor, per } = Unchecked::deserialize(reader)?;
        if per.0 < f64::MIN_POSITIVE {
            return Err(ValueFault::Negative(per.0).raise());
        }
        Ok(Self { factor, per: per.0 })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Source", deny_unknown_fields)]
struct SourceFile {
    key: String,
    title: String,
    publisher: String,
    year: String,
    mark: MarkFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence: Option<String>,
}

impl Row for CardFile {
    const ROWS: Rows = Rows::Cards;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.id))
    }
}

impl Row for FigureFile {
    const ROWS: Rows = Rows::CardFigures;

    fn id(&self) -> Option<Cow<'_, str>> {
        None
    }
}

impl Row for SourceFile {
    const ROWS: Rows = Rows::CardSources;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.key))
    }
}

fn pair(name: &Name) -> NameFile {
    (name.en.clone(), name.zh.clone())
}

fn name((en, zh): NameFile) -> Name {
    Name { en, zh }
}

/// Words of the file for words of the model, both ways.
macro_rules! same_words {
    ($($file:ident <-> $model:ident { $($word:ident),+ } else $rest:ident;)+) => {$(
        impl $file {
            const fn of(value: $model) -> Self {
                #[allow(unreachable_patterns, reason = "some words of the model are none of the file")]
                match value {
                    $($model::$word => Self::$word,)+
                    _ => Self::$rest,
                }
            }

            const fn into_model(self) -> $model {
                match self {
                    $(Self::$word => $model::$word,)+
                }
            }
        }
    )+};
}

same_words! {
    OutcomeFile <-> Outcome { Running, Trial, Planned, Ended, Study } else Study;
    SaysFile <-> Says { Found, Own, Announced } else Own;
    MarkFile <-> Mark { Saw, SawSecondHand, Derived, Own } else SawSecondHand;
}

impl CardFile {
    pub(super) fn of(card: &Practice) -> Self {
        Self {
            id: card.id.clone(),
            name: pair(&card.name),
            country: card.country.clone(),
            place: pair(&card.place),
            at: card.at.iter().map(ToString::to_string).collect(),
            years: card.years.clone(),
            outcome: OutcomeFile::of(card.outcome),
            status: pair(&card.status),
            topics: card.topics.clone(),
            what: pair(&card.what),
            social: card.social.as_ref().map(pair),
            lesson: pair(&card.lesson),
            figures: card.figures.iter().map(FigureFile::of).collect(),
            jobs: card.jobs.iter().map(FigureFile::of).collect(),
            sources: card.sources.iter().map(SourceFile::of).collect(),
        }
    }

    pub(super) fn into_model(self) -> Practice {
        Practice {
            id: self.id,
            name: name(self.name),
            country: self.country,
            place: name(self.place),
            at: self.at.into_iter().map(Into::into).collect(),
            years: self.years,
            outcome: self.outcome.into_model(),
            status: name(self.status),
            topics: self.topics,
            what: name(self.what),
            social: self.social.map(name),
            lesson: name(self.lesson),
            figures: self.figures.into_iter().map(FigureFile::into_model).collect(),
            jobs: self.jobs.into_iter().map(FigureFile::into_model).collect(),
            sources: self.sources.into_iter().map(SourceFile::into_model).collect(),
        }
    }
}

impl FigureFile {
    fn of(figure: &PracticeFigure) -> Self {
        let bears = |bears: &Bears| BearsFile {
            factor: bears.factor.to_string(),
            per: bears.per,
        };
        Self {
            what: pair(&figure.what),
            value: NotNegative(figure.value),
            low: figure.low.map(NotNegative),
            high: figure.high.map(NotNegative),
            unit: pair(&figure.unit),
            year: figure.year.clone(),
            source: figure.source.clone(),
            mark: MarkFile::of(figure.mark),
            says: SaysFile::of(figure.says),
            note: figure.note.as_ref().map(pair),
            bears: figure.bears.iter().map(bears).collect(),
        }
    }

    fn into_model(self) -> PracticeFigure {
        let bears = |bears: BearsFile| Bears {
            factor: bears.factor.into(),
            per: bears.per,
        };
        PracticeFigure {
            what: name(self.what),
            value: self.value.0,
            low: self.low.map(|low| low.0),
            high: self.high.map(|high| high.0),
            unit: name(self.unit),
            year: self.year,
            source: self.source,
            mark: self.mark.into_model(),
            says: self.says.into_model(),
            note: self.note.map(name),
            bears: self.bears.into_iter().map(bears).collect(),
        }
    }
}

impl SourceFile {
    fn of(source: &PracticeSource) -> Self {
        Self {
            key: source.key.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            year: source.year.clone(),
            mark: MarkFile::of(source.mark),
            address: source.address.clone(),
            evidence: source.evidence.clone(),
        }
    }

    fn into_model(self) -> PracticeSource {
        PracticeSource {
            key: self.key,
            title: self.title,
            publisher: self.publisher,
            year: self.year,
            mark: self.mark.into_model(),
            address: self.address,
            evidence: self.evidence,
        }
    }
}
