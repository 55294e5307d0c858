//! Boards: words and at most one chart each, for a class or a hall.
//!
//! Invariant: a board holds final words and numbers, made of the blocks of the document model from the same figures as
//! the panels; whoever paints it only places it. A kind of board is one file and one row of `KINDS`.

mod circularity;
mod compare;
mod end;
mod flow;
mod formula;
mod garment;
mod jobs;
mod levers;
mod made_of;
mod question;
mod routes;
mod scene;
mod sure;
mod try_it;
mod vote;
mod ways;

pub use flow::{Flow, Stream};
pub use jobs::JobSide;
pub use levers::{DeskView, Gauge, LeverChart, LeverRow, LeverWay, said_value, share, turned};
pub use routes::Matrix;
pub use scene::{LEVERS, Scene, deck, pathways_shown};
pub use try_it::{Change, Tried, tried};
pub use vote::{ANSWER, Choice, Votes};

use crate::assess::{Assessment, PathwayFigures};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::flow::gate::Verdict;
use crate::lang::Lang;
use crate::lesson::BoardKind;
use crate::model::{FibreId, Name, PathwayId, Project};
use crate::report::sheet::{Bar, Figure, Fill, Scale};
use crate::text::StageMsg;
use crate::text::names::{Names, pathway_letter};
use crate::uncertainty::{Band, Bands, Swing};

/// Most key numerals on a board.
pub const MOST_NUMERALS: usize = 6;

/// What a colour stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tint {
    /// A class of ends, by its place among the pieces of the bar of ends.
    End(usize),
    /// A pathway, by its place in the project.
    Pathway(usize),
    /// A fibre.
    Fibre(FibreId),
    /// How a part fits a route.
    Fit(Verdict),
    /// What is burnt, buried or lost.
    Rest,
    /// Work that is lost.
    Lost,
}

/// What boards are made from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The project, the variant in hand.
    pub project: &'a Project,
    /// The reference library.
    pub library: &'a Library,
    /// Its figures.
    pub assessment: &'a Assessment,
    /// Bands, once there are some.
    pub bands: Option<&'a Bands>,
    /// For each pathway the shares of the same draws in which each other is more circular than it, by MCI and by the
    /// quality-weighted value; empty until there are some.
    pub against: &'a [Vec<[Option<f64>; 2]>],
    /// For each pathway and figure the swings of the assumptions, largest first; empty until they are there.
    pub swings: &'a [Vec<Vec<Swing>>],
    /// The language.
    pub lang: Lang,
    /// True where ranges are shown.
    pub ranges: bool,
    /// How each thing is filled.
    pub paint: &'a dyn Fn(&Tint) -> Fill,
    /// What the room has done at this stop.
    pub room: Room<'a>,
}

/// What a room has done at a stop.
#[derive(Debug, Clone, Copy, Default)]
pub struct Room<'a> {
    /// How often the board has answered the key for the next.
    pub step: usize,
    /// Hands counted.
    pub votes: Votes,
    /// What the prepared move does.
    pub tried: Option<&'a Tried>,
    /// The levers.
    pub desk: Option<DeskView<'a>>,
}

/// A pathway with its letter, fill and name.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Its letter.
    pub letter: char,
    /// Its fill.
    pub fill: Fill,
    /// Its name.
    pub name: String,
    /// Where its mass ends.
    pub ends: Bar,
    /// Both yardsticks on one scale.
    pub scale: Scale,
    /// Its two figures.
    pub keys: Vec<Figure>,
}

/// The one chart of a board.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// None: words alone.
    None,
    /// Large words beside each other.
    Cards(Vec<String>),
    /// A bar of pieces, named beneath.
    Bar(Bar),
    /// Both yardsticks, and the baseline's where it is another pathway.
    Scale(Scale, Option<f64>),
    /// A formula, the numbers put in, and what its letters mean.
    Formula {
        /// In letters.
        letters: String,
        /// With numbers.
        numbers: String,
        /// Letter, meaning.
        terms: Vec<(String, String)>,
    },
    /// From where mass goes to where.
    Flow(Flow),
    /// Pathways beneath each other on one ruler, the baseline as a mark; what the fills mean.
    Ways {
        /// The pathways.
        ways: Vec<Way>,
        /// The baseline's MCI.
        base: Option<f64>,
        /// What the fills stand for.
        legend: Vec<(Fill, String)>,
    },
    /// Job cards beside each other.
    Jobs(Vec<JobSide>),
    /// Routes by parts.
    Matrix(Matrix),
    /// The garment drawn flat; what the fills stand for.
    Garment(Vec<(Fill, String)>),
    /// What matters, with how far it reaches against the first, 0 to 1.
    Swings(Vec<(String, f64)>),
    /// Old and new of a few figures.
    Changes(Vec<Change>),
    /// Options with hands counted, in one vote or two.
    Votes {
        /// The options.
        choices: Vec<Choice>,
        /// How many votes are shown.
        rounds: usize,
    },
    /// Levers under what they do.
    Levers(LeverChart),
}

/// Words and at most one chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// What it asks or says; a heading.
    pub title: String,
    /// What is said beneath; empty for nothing.
    pub sentence: String,
    /// Its key figures.
    pub keys: Vec<Figure>,
    /// Its chart.
    pub chart: Chart,
}

/// Makes a board; none where the project has nothing for it.
type Make = fn(&Ground<'_>, &Scene) -> Option<Board>;

/// Every kind of board: how many times it answers the key for the next before the next board comes, and what makes it.
const KINDS: [(BoardKind, usize, Make); 14] = [
    (BoardKind::Question, 0, |ground, scene| {
        Some(question::board(ground, scene))
    }),
    (BoardKind::MadeOf, 0, made_of::board),
    (BoardKind::Circularity, 0, circularity::board),
    (BoardKind::Formula, 0, formula::board),
    (BoardKind::Flow, 0, flow::board),
    (BoardKind::Compare, 0, compare::board),
    (BoardKind::JobCards, 0, jobs::board),
    (BoardKind::Routes, 0, routes::board),
    (BoardKind::Garment, 0, garment::board),
    (BoardKind::TryIt, 1, try_it::board),
    (BoardKind::HowSure, 0, sure::board),
    (BoardKind::Vote, ANSWER, vote::board),
    (BoardKind::LeverBoard, 0, levers::board),
    (BoardKind::End, 0, |ground, _| Some(end::board(ground))),
];

/// How many times a board of `kind` answers the key for the next before the next board comes.
pub fn steps(kind: BoardKind) -> usize {
    let row = KINDS.iter().find(|(known, ..)| *known == kind);
    row.map_or(0, |(_, steps, _)| *steps)
}

/// The board of `scene`; where the project has nothing for it, a board that says so.
pub fn board(ground: &Ground<'_>, scene: &Scene) -> Board {
    let row = KINDS.iter().find(|(known, ..)| *known == scene.kind());
    let made = row.and_then(|(_, _, make)| make(ground, scene));
    let board = made.unwrap_or_else(|| Board {
        title: scene.kind().head(ground.lang),
        sentence: ground.say(StageMsg::Nothing, &|_| Vec::new()),
        keys: Vec::new(),
        chart: Chart::None,
    });
    let own = &scene.stop.title;
    if *own == Name::default() {
        return board;
    }
    Board {
        title: own.head(ground.lang),
        ..board
    }
}

impl Board {
    /// Every text that holds figures of its message: key figures, figures on bars and in sentences; not ticks, ranges and
    /// the numbers put into a formula.
    pub fn figures(&self) -> Vec<&str> {
        let mut all: Vec<&str> = vec![self.title.split(crate::lang::JOINT).next().unwrap_or_default()];
        all.push(self.sentence.split('\n').next().unwrap_or_default());
        all.extend(self.keys.iter().map(|key| key.value.as_str()));
        match &self.chart {
            Chart::Bar(bar) => all.extend(bar.pieces.iter().map(|piece| piece.value.as_str())),
            Chart::Flow(flow) => all.extend(flow.to.iter().map(|stream| stream.value.as_str())),
            Chart::Ways { ways, .. } => {
                all.extend(
                    ways.iter()
                        .flat_map(|way| &way.keys)
                        .map(|key| key.value.as_str()),
                );
            }
            Chart::Jobs(sides) => {
                all.extend(
                    sides
                        .iter()
                        .flat_map(|side| &side.keys)
                        .map(|key| key.value.as_str()),
                );
                all.extend(
                    sides
                        .iter()
                        .flat_map(|side| &side.lines)
                        .map(|(_, line)| line.split('\n').next().unwrap_or_default()),
                );
            }
            Chart::Changes(changes) => all.extend(changes.iter().map(|change| change.new.as_str())),
            Chart::Levers(chart) => all.extend(chart.ways.iter().map(|way| way.share.value.as_str())),
            _ => {}
        }
        all
    }

    /// How many numerals its figures hold.
    pub fn numerals(&self) -> usize {
        self.figures().into_iter().map(numerals).sum()
    }
}

/// How many numbers `text` holds: digits with the signs that belong to them.
pub fn numerals(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for letter in text.chars() {
        let of_number = letter.is_ascii_digit() || (inside && matches!(letter, '.' | ',' | '\u{202F}'));
        if letter.is_ascii_digit() && !inside {
            count += 1;
        }
        inside = of_number;
    }
    count
}

impl<'a> Ground<'a> {
    fn names(&self, lang: Lang) -> Names<'a> {
        Names {
            project: self.project,
            library: self.library,
            lang,
        }
    }

    /// `message` as a heading.
    fn head(&self, message: StageMsg) -> String {
        message.head(self.lang).to_owned()
    }

    /// `message` as a sentence in each language.
    fn say(&self, message: StageMsg, values: &dyn Fn(Lang) -> Vec<(&'static str, String)>) -> String {
        self.lang.lines(|lang| with(message, lang, &values(lang)))
    }

    /// The pathway `id` with its place in the project, where it has an answer.
    fn way(&self, id: &PathwayId) -> Option<(usize, &'a PathwayFigures)> {
        let at = self.project.pathways.iter().position(|way| &way.id == id)?;
        let figures = self.assessment.pathways.get(at)?;
        figures.error.is_none().then_some((at, figures))
    }

    fn band(&self, at: usize, figure: PathwayFigure) -> Option<Band> {
        self.bands?.band(at, figure)
    }

    /// `figure` of the pathway at `at` as a key figure beneath `label`.
    fn key(&self, (at, figures): (usize, &PathwayFigures), figure: PathwayFigure, label: StageMsg) -> Figure {
        let band = self.band(at, figure).filter(|_| self.ranges);
        Figure {
            word: self.head(label),
            ..Figure::of(figure, figures, band, self.lang)
        }
    }

    /// The same without its unit, which stands elsewhere on the board.
    fn bare_key(
        &self,
        (at, figures): (usize, &PathwayFigures),
        figure: PathwayFigure,
        label: StageMsg,
    ) -> Figure {
        let band = self.band(at, figure).filter(|_| self.ranges);
        Figure {
            word: self.head(label),
            ..Figure::in_column(figure, figures, band, self.lang)
        }
    }

    fn letter(&self, at: usize) -> (char, Fill) {
        (pathway_letter(at), (self.paint)(&Tint::Pathway(at)))
    }
}

fn with(message: StageMsg, lang: Lang, values: &[(&'static str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    message.with(lang, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_counted_as_they_are_read() {
        assert_eq!(numerals("567\u{202F}g, 101\u{202F}g"), 2);
        assert_eq!(numerals("0.42"), 1);
        assert_eq!(numerals("1,200 h"), 1);
        assert_eq!(numerals("每千件新增120工时，减少310工时"), 2);
        assert_eq!(numerals("no figure"), 0);
    }
}
