//! A card while it is written: what stands in the fields, read as a card or refused with a sentence.
//!
//! Invariant: what the fields do not show of a card that is edited stays as it was.

use crate::data::{Library, Mark, Outcome, Practice, PracticeFigure, PracticeSource, Says};
use crate::model::{Name, PlaceId};
use crate::text::{Lang, PackMsg, number, parse_number, practice};

/// The key of the source of a new card.
const SOURCE: &str = "S1";

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The card that it began as.
    pub base: Practice,
    /// Words in both languages, in the order of [`WORDS`].
    pub words: [Name; 5],
    /// From which year to which.
    pub years: String,
    /// The place in the library.
    pub at: Option<PlaceId>,
    /// How it stands.
    pub outcome: Outcome,
    /// Routes, kinds of stages and presets that it shows.
    pub topics: Vec<String>,
    /// Its figures.
    pub figures: Vec<FigureDraft>,
    /// Title, publisher, year, evidence of its first source.
    pub source: [String; 4],
}

/// One figure in its fields.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureDraft {
    /// The figure that it began as; none for a new one.
    pub base: Option<PracticeFigure>,
    /// What it counts, in both languages.
    pub what: Name,
    /// Its unit, in both languages.
    pub unit: Name,
    /// What is typed, in the order of [`FIGURE`].
    pub cells: [String; 4],
}

/// The words of a card with whether they must be there, in one language at least.
pub const WORDS: [(PackMsg, bool); 5] = [
    (PackMsg::Name, true),
    (PackMsg::Place, true),
    (PackMsg::What, true),
    (PackMsg::Lesson, true),
    (PackMsg::Social, false),
];

/// The fields of a figure that hold no words.
pub const FIGURE: [PackMsg; 4] = [PackMsg::Value, PackMsg::Low, PackMsg::High, PackMsg::FigureYear];

/// The fields of the source, with whether they must be filled in.
pub const SOURCES: [(PackMsg, bool); 4] = [
    (PackMsg::SourceTitle, true),
    (PackMsg::Publisher, true),
    (PackMsg::SourceYear, true),
    (PackMsg::Evidence, false),
];

impl Draft {
    /// An empty card at `home`.
    pub fn empty(home: &PlaceId) -> Self {
        let base = Practice {
            id: String::new(),
            name: Name::default(),
            country: String::new(),
            place: Name::default(),
            at: vec![home.clone()],
            years: String::new(),
            outcome: Outcome::Running,
            status: Name::default(),
            topics: Vec::new(),
            what: Name::default(),
            social: None,
            lesson: Name::default(),
            figures: Vec::new(),
            jobs: Vec::new(),
            sources: Vec::new(),
        };
        Self::of(base)
    }

    /// `card` in its fields.
    pub fn of(card: Practice) -> Self {
        let figure = |figure: &PracticeFigure| FigureDraft {
            what: figure.what.clone(),
            unit: figure.unit.clone(),
            cells: [
                number::typed(figure.value),
                figure.low.map(number::typed).unwrap_or_default(),
                figure.high.map(number::typed).unwrap_or_default(),
                figure.year.clone(),
            ],
            base: Some(figure.clone()),
        };
        let source = card.sources.first().cloned().unwrap_or_else(new_source);
        Self {
            words: [
                card.name.clone(),
                card.place.clone(),
                card.what.clone(),
                card.lesson.clone(),
                card.social.clone().unwrap_or_default(),
            ],
            years: card.years.clone(),
            at: card.at.first().cloned(),
            outcome: card.outcome,
            topics: card.topics.clone(),
            figures: card.figures.iter().map(figure).collect(),
            source: [
                source.title,
                source.publisher,
                source.year,
                source.evidence.unwrap_or_default(),
            ],
            base: card,
        }
    }

    /// Adds an empty figure, in the year of the last.
    pub fn add_figure(&mut self) {
        let mut cells: [String; 4] = Default::default();
        if let ([.., year], Some(last)) = (&mut cells, self.figures.last()) {
            last.cells.last().unwrap_or(&String::new()).clone_into(year);
        }
        self.figures.push(FigureDraft {
            base: None,
            what: Name::default(),
            unit: Name::default(),
            cells,
        });
    }

    /// The card that the fields say; what is missing is said in `lang`.
    pub fn read(&self, library: &Library, lang: Lang) -> Result<Practice, String> {
        let words = WORDS.iter().zip(&self.words);
        let words = words.map(|(asked, name)| (*asked, if is_empty(name) { "" } else { name.get(lang) }));
        let years = ((PackMsg::YearsField, true), self.years.as_str());
        let source = SOURCES
            .iter()
            .zip(&self.source)
            .map(|(asked, text)| (*asked, text.as_str()));
        let empty = |((_, must), text): &((PackMsg, bool), &str)| *must && text.trim().is_empty();
        if let Some(((field, _), _)) = words.chain([years]).chain(source).find(empty) {
            return Err(PackMsg::Missing.with(lang, &[("field", field.text(lang))]));
        }
        if self.topics.is_empty() {
            return Err(PackMsg::NoTopic.text(lang).to_owned());
        }
        let source = self.source();
        let figures = self.figures.iter().enumerate();
        let figures = figures.map(|(at, figure)| figure.read(at, &source.key, lang));
        let figures = figures.collect::<Result<Vec<_>, String>>()?;
        let [name, place, what, lesson, social] = self.words.each_ref().map(filled);
        let base = &self.base;
        let country = self.at.as_ref().and_then(|at| library.country_of(at));
        let rest = base.sources.iter().skip(1).cloned();
        let status = practice::outcome(self.outcome);
        Ok(Practice {
            id: self.id(),
            name,
            country: country.unwrap_or(&base.country).to_owned(),
            place,
            at: self
                .at
                .iter()
                .cloned()
                .chain(base.at.iter().skip(1).cloned())
                .collect(),
            years: self.years.trim().to_owned(),
            outcome: self.outcome,
            status: Name::new(status.text(Lang::En), status.text(Lang::Zh)),
            topics: self.topics.clone(),
            what,
            social: (!is_empty(&social)).then_some(social),
            lesson,
            figures,
            jobs: base.jobs.clone(),
            sources: std::iter::once(source).chain(rest).collect(),
        })
    }

    /// The id of the card: that of the edited one, else made of its name.
    fn id(&self) -> String {
        if !self.base.id.is_empty() {
            return self.base.id.clone();
        }
        let [name, ..] = &self.words;
        let letter = |letter: char| if letter.is_alphanumeric() { letter } else { '_' };
        let id: String = filled(name).en.chars().take(40).map(letter).collect();
        format!("own_{}", id.to_lowercase())
    }

    fn source(&self) -> PracticeSource {
        let base = self.base.sources.first().cloned().unwrap_or_else(new_source);
        let [title, publisher, year, evidence] = self.source.each_ref().map(|text| text.trim().to_owned());
        PracticeSource {
            title,
            publisher,
            year,
            evidence: (!evidence.is_empty()).then_some(evidence),
            ..base
        }
    }
}

/// True where neither language says anything.
fn is_empty(name: &Name) -> bool {
    name.en.trim().is_empty() && name.zh.trim().is_empty()
}

/// Both languages, the one that is empty taking over the other.
fn filled(name: &Name) -> Name {
    let typed = Name::new(name.en.trim(), name.zh.trim());
    Name::new(typed.get(Lang::En), typed.get(Lang::Zh))
}

fn new_source() -> PracticeSource {
    PracticeSource {
        key: SOURCE.to_owned(),
        title: String::new(),
        publisher: String::new(),
        year: String::new(),
        mark: Mark::Own,
        address: None,
        evidence: None,
    }
}

impl FigureDraft {
    fn read(&self, at: usize, source: &str, lang: Lang) -> Result<PracticeFigure, String> {
        let row = (at + 1).to_string();
        let [value, low, high, year] = self.cells.each_ref().map(|text| text.trim());
        let (what, unit) = (filled(&self.what), filled(&self.unit));
        let number = |field: PackMsg, text: &str| {
            let read = parse_number(text).filter(|value| *value >= 0.0);
            read.ok_or_else(|| PackMsg::NoValue.with(lang, &[("row", &row), ("field", field.text(lang))]))
        };
        let end = |field: PackMsg, text: &str| match text {
            "" => Ok(None),
            text => number(field, text).map(Some),
        };
        let asked = [
            (PackMsg::FigureWhat, what.en.as_str()),
            (PackMsg::Unit, &unit.en),
            (PackMsg::FigureYear, year),
        ];
        if let Some((field, _)) = asked.into_iter().find(|(_, text)| text.is_empty()) {
            return Err(PackMsg::Missing.with(lang, &[("field", field.text(lang))]));
        }
        let value = number(PackMsg::Value, value)?;
        let (low, high) = (end(PackMsg::Low, low)?, end(PackMsg::High, high)?);
        if low.unwrap_or(value) > value || value > high.unwrap_or(value) {
            return Err(PackMsg::NoOrder.with(lang, &[("row", &row)]));
        }
        let base = self.base.as_ref();
        Ok(PracticeFigure {
            what,
            value,
            low,
            high,
            unit,
            year: year.to_owned(),
            source: base.map_or(source, |base| &base.source).to_owned(),
            mark: base.map_or(Mark::Own, |base| base.mark),
            says: base.map_or(Says::Own, |base| base.says),
            note: base.and_then(|base| base.note.clone()),
            bears: base.map(|base| base.bears.clone()).unwrap_or_default(),
        })
    }
}
