//! What the job card says: final words and numbers of one pathway, line by line.
//!
//! Invariant: gained never stands without lost, a net never without both, and what has no data says so and asks.

use super::lead::{self, Lead};
use super::{checks, lines};
use crate::assess::PathwayFigures;
use crate::data::Grade;
use crate::explain::{FigureId, PathwayFigure};
use crate::figure::Form;
use crate::model::PathwayId;
use crate::text::names::Names;
use crate::text::{CardMsg, CommonMsg, Lang, notices, number};
use crate::ui::view::View;
use crate::work::quality::{Span, WorkChange};

/// The whole card.
#[derive(Debug, Clone, PartialEq)]
pub struct JobCard {
    /// The pathway.
    pub id: PathwayId,
    /// Its index in the project: decides letter and colour.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// What it says; why it says nothing where the pathway has no answer.
    pub body: Result<Body, String>,
}

/// The card of a pathway with an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Created and lost in one sentence, the ranges inside.
    pub headline: String,
    /// The same in English, where both languages are read.
    pub second: Option<String>,
    /// How much work, and what work, in one sentence; none for the baseline.
    pub character: Option<String>,
    /// That all of it is an estimate; always shown.
    pub estimate: &'static str,
    /// Break-even and the assumption that decides the losses; none for the baseline.
    pub lead: Option<Lead>,
    /// Own figures that may have fallen into a trap.
    pub traps: Vec<String>,
    /// The eleven lines, in their order.
    pub lines: Vec<Line>,
    /// Published bundles beside the own sums.
    pub checks: Line,
    /// Longest side of all bars, hours.
    pub scale: f64,
}

/// One line of the card.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its own name, the same in both languages.
    pub key: &'static str,
    /// Its sign.
    pub icon: char,
    /// What it is.
    pub title: &'static str,
    /// What it counts.
    pub hint: String,
    /// What more the pointer is told.
    pub more: Option<&'static str>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Figures on both sides of the zero line.
    Figures {
        /// What was lost.
        lost: Option<Box<Cell>>,
        /// What was gained.
        gained: Option<Box<Cell>>,
        /// True for the key figures.
        big: bool,
    },
    /// Words on both sides of the zero line.
    Texts {
        /// Of what was lost.
        lost: String,
        /// Of what was gained.
        gained: String,
    },
    /// Hours on both sides of the zero line; all bars of a card share one scale.
    Bar(Bar),
    /// What the fills of the bar above stand for.
    Legend(Vec<(Look, String)>),
    /// Kinds of work, each with its hours.
    Rows(Vec<Row>),
    /// A sentence.
    Text(String),
    /// A sentence in small.
    Small(String),
    /// A sentence to heed.
    Caution(String),
    /// A figure is missing: that it is, and the question to ask.
    Ask(String),
    /// Hazards with their signs.
    Hazards {
        /// Of which work.
        title: &'static str,
        /// Sign and word, most hours first.
        list: Vec<(char, String)>,
    },
    /// Where the figures come from; opens the data.
    Evidence {
        /// Source, year, country, grade.
        text: String,
        /// The data.
        opens: FigureId,
    },
}

/// A figure on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it is called.
    pub name: String,
    /// The word over it.
    pub word: String,
    /// The figure.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Low–high.
    pub range: Option<String>,
    /// What it opens.
    pub opens: FigureId,
}

/// Hours on both sides of zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is called.
    pub name: &'static str,
    /// Pieces of what was lost, from zero outwards.
    pub lost: Vec<Piece>,
    /// Pieces of what was gained, from zero outwards.
    pub gained: Vec<Piece>,
    /// The net with its words; only over both sides.
    pub net: Option<(f64, String)>,
    /// What it opens.
    pub opens: FigureId,
}

/// A piece of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What it is.
    pub label: String,
    /// How much, as read.
    pub value: String,
    /// Hours.
    pub hours: f64,
    /// How it is filled.
    pub look: Look,
}

/// How a piece is filled; never a colour for good or bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// What the line speaks of: the pathway's colour where gained, hatched where lost.
    Full,
    /// What it may speak of as well, between low and high.
    Perhaps,
    /// The rest.
    Rest,
    /// A step from light to dark, 0 to 3.
    Step(u8),
    /// No data.
    Missing,
}

/// One kind of work at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Kind of work, and where.
    pub name: String,
    /// Core, enabling or linear.
    pub kind: String,
    /// Hours with their sign.
    pub value: String,
    /// Low–high.
    pub range: Option<String>,
    /// Grade of the factor.
    pub grade: Grade,
    /// What it opens; none for a sum of small ones.
    pub opens: Option<FigureId>,
}

/// What all lines are made from.
#[derive(Clone)]
pub(super) struct Source<'a, 'v> {
    pub(super) view: &'a View<'v>,
    pub(super) figures: &'a PathwayFigures,
    pub(super) index: usize,
    pub(super) change: WorkChange<'static>,
    pub(super) ranges: Ranges,
}

/// Hours and jobs with their ranges: from the draws once there are some, else every factor at its ends.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Ranges {
    pub(super) gained: Span,
    pub(super) lost: Span,
    pub(super) net: Span,
    pub(super) jobs_gained: Span,
    pub(super) jobs_lost: Span,
    /// True where they come from the draws.
    pub(super) drawn: bool,
}

impl Ranges {
    fn of(view: &View<'_>, figures: &PathwayFigures, change: &WorkChange<'_>) -> Self {
        let ends = Self {
            gained: change.gained.hours,
            lost: change.lost.hours,
            net: change.net(),
            jobs_gained: change.gained.jobs,
            jobs_lost: change.lost.jobs,
            drawn: false,
        };
        Self::drawn(view, figures, ends).unwrap_or(ends)
    }

    /// The bands of the draws around the central values of `ends`; `None` where one is missing.
    fn drawn(view: &View<'_>, figures: &PathwayFigures, ends: Self) -> Option<Self> {
        let band = |figure: PathwayFigure, span: Span| {
            let band = view.band(&figures.id, figure)?;
            Some(Span {
                low: band.p5,
                central: span.central,
                high: band.p95,
            })
        };
        if figures.baseline {
            return Some(Self {
                gained: band(PathwayFigure::Gross, ends.gained)?,
                jobs_gained: band(PathwayFigure::FteGross, ends.jobs_gained)?,
                drawn: true,
                ..ends
            });
        }
        Some(Self {
            gained: band(PathwayFigure::Gained, ends.gained)?,
            lost: band(PathwayFigure::Lost, ends.lost)?,
            net: band(PathwayFigure::Net, ends.net)?,
            jobs_gained: band(PathwayFigure::FteGained, ends.jobs_gained)?,
            jobs_lost: band(PathwayFigure::FteLost, ends.jobs_lost)?,
            drawn: true,
        })
    }
}

impl JobCard {
    /// The card of the pathway at index `at` of the project; `None` where there is none.
    pub fn of(view: &View<'_>, at: usize) -> Option<Self> {
        let pathway = view.project.pathways.get(at)?;
        let mut assessed = view.assessment.pathways.iter().enumerate();
        let (place, figures) = assessed.find(|(_, figures)| figures.id == pathway.id)?;
        let names = names(view);
        let body = if let Some(error) = &figures.error {
            Err(notices::flow_error(error, &names, Some(pathway)))
        } else {
            Ok(told(view, figures, place))
        };
        Some(Self {
            id: figures.id.clone(),
            index: at,
            name: names.head(|names| names.pathway(&figures.id)),
            body,
        })
    }
}

/// The body of the card; its headline once more in English where both languages are read.
fn told(view: &View<'_>, figures: &PathwayFigures, at: usize) -> Body {
    let change = view.assessment.work_change(figures, view.library);
    let source = Source {
        view,
        figures,
        index: at,
        ranges: Ranges::of(view, figures, &change),
        change,
    };
    let second = (view.lang == Lang::Both).then(|| {
        let lang = Lang::En;
        lead::headline(&Source {
            view: &View { lang, ..*view },
            ..source.clone()
        })
    });
    Body {
        second,
        ..body(&source)
    }
}

fn body(source: &Source<'_, '_>) -> Body {
    let change = &source.change;
    Body {
        headline: lead::headline(source),
        second: None,
        character: lead::character(source),
        estimate: CommonMsg::EstimateNote.text(source.lang()),
        lead: lead::lead(source),
        traps: checks::traps(source),
        lines: lines::lines(source),
        checks: checks::checks(source),
        scale: change.gained.hours.central.max(change.lost.hours.central),
    }
}

/// Looks names up in the language of `view`.
pub(super) fn names<'a>(view: &View<'a>) -> Names<'a> {
    Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    }
}

impl Source<'_, '_> {
    pub(super) const fn lang(&self) -> Lang {
        self.view.lang
    }

    pub(super) const fn say(&self, message: CardMsg) -> &'static str {
        message.text(self.view.lang)
    }

    /// `message` as a heading.
    pub(super) const fn head(&self, message: CardMsg) -> &'static str {
        message.head(self.view.lang)
    }

    /// `message` as a text of its own.
    pub(super) fn text(&self, message: CardMsg) -> String {
        self.say(message).to_owned()
    }

    pub(super) fn with(&self, message: CardMsg, values: &[(&str, &str)]) -> String {
        message.with(self.view.lang, values)
    }

    pub(super) fn hours(&self, hours: f64) -> String {
        number::hours(hours, self.view.lang)
    }

    pub(super) fn share(&self, share: f64) -> String {
        number::share(share, self.view.lang)
    }

    /// Low–high, as it reads everywhere.
    pub(super) fn range(&self, span: Span) -> String {
        Form::Hours.bare_range(span.central, (span.low, span.high), self.view.lang)
    }

    /// Low–high with the unit of hours.
    pub(super) fn hours_range(&self, span: Span) -> String {
        let unit = CommonMsg::UnitHour.text(self.view.lang);
        number::with_unit(&self.range(span), unit, self.view.lang)
    }

    pub(super) fn opens(&self, figure: PathwayFigure) -> FigureId {
        FigureId::Pathway(self.figures.id.clone(), figure)
    }

    /// Several things in one sentence.
    pub(super) fn list(&self, items: &[String]) -> String {
        let comma = self.view.lang.comma();
        items.join(comma)
    }

    /// The word for the side gained.
    pub(super) fn gained_word(&self) -> &'static str {
        self.head(if self.figures.baseline {
            CardMsg::Own
        } else {
            CardMsg::Created
        })
    }

    /// A kind of work inside a sentence.
    pub(super) fn activity(&self, id: &crate::model::ActivityId) -> String {
        let name = names(self.view).activity(id);
        let mut letters = name.chars();
        match (self.view.lang, letters.next(), letters.next()) {
            (Lang::En, Some(first), Some(second)) if second.is_lowercase() => {
                let rest: String = name.chars().skip(1).collect();
                format!("{}{rest}", first.to_lowercase())
            }
            _ => name,
        }
    }
}
