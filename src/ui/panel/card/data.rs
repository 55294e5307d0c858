//! What the job card says: final words and numbers of one pathway, line by line.
//!
//! Invariant: gained never stands without lost, a net never without both, and what has no data says so and asks.

use super::lead::{self, Lead};
use super::{checks, lines};
use crate::assess::PathwayFigures;
use crate::explain::{FigureId, PathwayFigure};
use crate::figure::Form;
use crate::model::PathwayId;
use crate::report::sheet::{self, Block, Figure, Piece, Sides, Tone};
use crate::text::names::Names;
use crate::text::{CardMsg, CommonMsg, Lang, notices, number};
use crate::ui::theme::Fill;
use crate::ui::view::View;
use crate::ui::widget::Hatch;
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

/// A part of a bar on one side of zero.
pub(super) struct Part {
    /// What it is.
    pub(super) label: String,
    /// How much, as read.
    pub(super) value: String,
    /// Hours.
    pub(super) hours: f64,
    /// How it is filled.
    pub(super) look: Look,
}

/// How a part is filled; never a colour for good or bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
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

/// What all lines are made from.
#[derive(Clone)]
pub(super) struct Source<'a, 'v> {
    pub(super) view: &'a View<'v>,
    pub(super) figures: &'a PathwayFigures,
    /// Its place among the assessed ones.
    pub(super) index: usize,
    /// Its place in the project: decides its colour.
    pub(super) place: usize,
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
            Ok(told(view, figures, (place, at)))
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
fn told(view: &View<'_>, figures: &PathwayFigures, (index, place): (usize, usize)) -> Body {
    let change = view.assessment.work_change(figures, view.library);
    let source = Source {
        view,
        figures,
        index,
        place,
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
    Body {
        headline: lead::headline(source),
        second: None,
        character: lead::character(source),
        estimate: CommonMsg::EstimateNote.text(source.lang()),
        lead: lead::lead(source),
        traps: checks::traps(source),
        lines: lines::lines(source),
        checks: checks::checks(source),
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

    /// What was lost and what was gained, as figures on both sides of zero.
    pub(super) fn figures(lost: Option<Figure>, gained: Figure) -> Block {
        Block::Halves {
            names: Default::default(),
            lost: lost.map(Block::Figure).into_iter().collect(),
            gained: vec![Block::Figure(gained)],
        }
    }

    /// Words on what was lost and on what was gained.
    pub(super) fn texts(&self, lost: String, gained: String) -> Block {
        let side = |text: String| {
            let said = (!text.is_empty()).then_some(Block::Text(Tone::Fine, text));
            said.into_iter().collect()
        };
        Block::Halves {
            names: [CardMsg::Lost, CardMsg::Created].map(|message| self.text(message)),
            lost: side(lost),
            gained: side(gained),
        }
    }

    /// A bar around zero; all bars of a card stand on one scale.
    pub(super) fn bar(&self, name: &str, [lost, gained]: [Vec<Part>; 2], opens: FigureId) -> Sides {
        let pieces = |parts: Vec<Part>, is_gained: bool| {
            let piece = |part: Part| Piece {
                label: part.label,
                value: part.value,
                share: part.hours,
                fill: self.fill(part.look, is_gained),
            };
            parts.into_iter().map(piece).collect()
        };
        let change = &self.change;
        Sides {
            name: name.to_owned(),
            lost: pieces(lost, false),
            gained: pieces(gained, true),
            scale: change.gained.hours.central.max(change.lost.hours.central),
            opens: Some(opens),
            ..Sides::default()
        }
    }

    /// What the fills of a bar stand for.
    pub(super) fn legend(&self, items: impl IntoIterator<Item = (Look, CardMsg)>) -> Block {
        let items = items.into_iter();
        let item = |(look, words): (Look, CardMsg)| (self.fill(look, true), self.text(words));
        Block::Legend(items.map(item).collect())
    }

    /// Colour and hatch of a part: the pathway's colour is what was gained, falling lines what was lost.
    fn fill(&self, look: Look, is_gained: bool) -> sheet::Fill {
        let theme = self.view.theme;
        let plain = |color| Fill {
            color,
            hatch: Hatch::None,
        };
        // A hollow pathway would look like the rest of a bar.
        let own = theme.pathway(self.place).color;
        let own = if own == theme.surface || own == theme.ground {
            theme.field_edge
        } else {
            own
        };
        let fill = match (look, is_gained) {
            (Look::Full, true) => plain(own),
            (Look::Full, false) => theme.lost(),
            (Look::Perhaps, true) => Fill {
                color: theme.surface.lerp_to_gamma(own, 0.45),
                hatch: Hatch::Dots,
            },
            (Look::Perhaps, false) => Fill {
                color: theme.surface,
                hatch: Hatch::Dots,
            },
            (Look::Rest, _) => plain(theme.surface),
            (Look::Step(step), _) => {
                let dark = [0.08, 0.3, 0.55, 0.85].get(usize::from(step)).copied();
                plain(theme.surface.lerp_to_gamma(theme.ink, dark.unwrap_or(0.85)))
            }
            (Look::Missing, _) => Fill {
                color: theme.ground,
                hatch: Hatch::Cross,
            },
        };
        fill.into()
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
