//! Explanations: any figure opened down to its formula, with the numbers put in, its factors, sources and grades.
//!
//! Invariant: an explanation is made from the same numbers as the figure; it never computes a second truth.

pub mod advice;
pub mod answer;
mod bars;
mod behind;
mod beside;
mod carbon;
mod circularity;
mod differences;
pub mod fit;
pub mod hints;
mod lifetime;
mod matter;
pub mod measuring;
pub mod money;
mod more;
mod own;
mod paid;
mod product;
pub mod published;
mod say;
mod stages;
pub mod why;
mod work;

pub use crate::figure::{PathwayFigure, ProductFigure};
pub use carbon::left_out;
pub use differences::differences;
pub use matter::{Influence, Matter, Moved, PathwayInfluence, Purpose, Weigh, matter};
pub use own::{OwnMarks, all_figures, own_marks};

use crate::assess::Assessment;
use crate::data::{Grade, Library};
use crate::figure::Value;
use crate::flow::InputKey;
use crate::text::Lang;
use circularity::Way;
use say::Say;

use crate::model::Project;
use crate::model::{ActivityId, Currency, FibreId, PartId, PathwayId, PlaceId, PriceId, StageId};

/// Any figure on screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureId {
    /// A figure of the product as a whole.
    Product(ProductFigure),
    /// Mass of one fibre in the piece.
    FibreMass(FibreId),
    /// A figure of a pathway as a whole.
    Pathway(PathwayId, PathwayFigure),
    /// What a gate does with a part.
    Gate {
        /// Pathway.
        pathway: PathwayId,
        /// Material stage.
        stage: StageId,
        /// Part.
        part: PartId,
    },
    /// Mass at one end.
    End {
        /// Pathway.
        pathway: PathwayId,
        /// End.
        stage: StageId,
    },
    /// Pieces or mass through one stage.
    Stage {
        /// Pathway.
        pathway: PathwayId,
        /// Stage.
        stage: StageId,
    },
    /// Work gained or lost on one line.
    Work {
        /// Pathway.
        pathway: PathwayId,
        /// Kind of work.
        activity: ActivityId,
        /// Where.
        place: PlaceId,
    },
    /// Money of a pathway, from prices that were typed in.
    Money(PathwayId, MoneyId),
    /// A factor of the library, or a figure of the project itself.
    Factor(InputKey),
}

/// One amount of money of a pathway.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoneyId {
    /// What one kind of price comes to.
    Price(PriceId),
    /// All payments in one currency.
    Sum(Currency),
    /// The sums in the currency that was asked for.
    Converted,
}

impl FigureId {
    /// The pathway that it says something about; none for the product and for factors.
    pub const fn pathway(&self) -> Option<&PathwayId> {
        match self {
            Self::Pathway(pathway, _)
            | Self::Money(pathway, _)
            | Self::Gate { pathway, .. }
            | Self::End { pathway, .. }
            | Self::Stage { pathway, .. }
            | Self::Work { pathway, .. } => Some(pathway),
            Self::Product(_) | Self::FibreMass(_) | Self::Factor(_) => None,
        }
    }

    /// The same figure of another pathway; none where pathways do not share it.
    pub fn of_pathway(&self, other: &PathwayId) -> Option<Self> {
        match self {
            Self::Pathway(_, figure) => Some(Self::Pathway(other.clone(), *figure)),
            Self::Money(_, money) => Some(Self::Money(other.clone(), money.clone())),
            Self::Work { activity, place, .. } => Some(Self::Work {
                pathway: other.clone(),
                activity: activity.clone(),
                place: place.clone(),
            }),
            Self::Product(_)
            | Self::FibreMass(_)
            | Self::Gate { .. }
            | Self::End { .. }
            | Self::Stage { .. }
            | Self::Factor(_) => None,
        }
    }
}

/// A figure opened.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explanation {
    /// What the figure is.
    pub title: String,
    /// Its value with unit.
    pub value: String,
    /// Its range, where there is one.
    pub range: Option<String>,
    /// The formula in the letters of its source.
    pub formula: String,
    /// The formula with the numbers put in.
    pub substituted: String,
    /// The letters: what each is and its value; a term may itself be opened.
    pub terms: Vec<Term>,
    /// The factors behind the figure, most doubtful first.
    pub factors: Vec<FactorUse>,
    /// Where the formula comes from, and what to keep in mind.
    pub notes: Vec<String>,
    /// Indirect work beside a line of work, by a multiplier that the user typed in; not in the value.
    pub indirect: Option<String>,
}

/// One letter or line of a formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The letter or word.
    pub symbol: String,
    /// What it is.
    pub meaning: String,
    /// Its value with unit.
    pub value: String,
    /// The figure that it opens.
    pub opens: Option<FigureId>,
}

impl Term {
    /// A term whose meaning is a name.
    fn named(symbol: &str, meaning: String, value: String, opens: Option<FigureId>) -> Self {
        Self {
            symbol: symbol.to_owned(),
            meaning,
            value,
            opens,
        }
    }
}

/// One factor as it was used.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorUse {
    /// What it is: a factor of the library, or a figure of the project itself.
    pub id: InputKey,
    /// Its name.
    pub name: String,
    /// Value with unit.
    pub value: String,
    /// Low–high.
    pub range: Option<String>,
    /// Its grade.
    pub grade: Grade,
    /// True where it must be called an assumption.
    pub assumption: bool,
    /// True where it is the user's own in place of the library's.
    pub own: bool,
    /// Sources: title, year, where.
    pub sources: Vec<String>,
    /// Reasoning, scope, warnings.
    pub note: String,
}

/// The input at `place` among the engine's, as explanations name it: value, range, grade; `None` where there is none.
pub fn input_use(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    lang: Lang,
    place: usize,
) -> Option<FactorUse> {
    let input = assessment.engine.slots.inputs().get(place)?;
    Some(Say::of(project, library, assessment, lang).factor(input))
}

/// Opens `figure` of an assessed project; `None` where it does not exist any more.
pub fn explain(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    figure: &FigureId,
    lang: Lang,
) -> Option<Explanation> {
    let say = Say::of(project, library, assessment, lang);
    let told = match figure {
        FigureId::Product(figure) => Some(say.product(*figure)),
        FigureId::FibreMass(fibre) => say.fibre_mass(fibre),
        FigureId::Pathway(id, figure) => say.way(id)?.pathway(*figure),
        FigureId::Money(id, money) => say.way(id)?.money(money),
        FigureId::Gate { pathway, stage, part } => say.way(pathway)?.gate(stage, part),
        FigureId::End { pathway, stage } | FigureId::Stage { pathway, stage } => {
            say.way(pathway)?.stage(stage)
        }
        FigureId::Work {
            pathway,
            activity,
            place,
        } => say.way(pathway)?.work(activity, place),
        FigureId::Factor(key) => {
            let known = key.factor().and_then(|id| library.factor(id.as_str()));
            return match known {
                Some(factor) => Some(say.library_factor(factor, project.overrides.get(&factor.id))),
                None => say
                    .own_factor(key)
                    .or_else(|| say.beside_factor(key.factor()?))
                    .map(opened_factor),
            };
        }
    };
    told.map(|told| Explanation {
        factors: say.factors(&say.behind(figure)),
        ..told
    })
}

fn opened_factor(shown: FactorUse) -> Explanation {
    Explanation {
        title: shown.name.clone(),
        value: shown.value.clone(),
        range: shown.range.clone(),
        factors: vec![shown],
        ..Explanation::default()
    }
}

impl Way<'_> {
    /// Opens `figure`: what its row says, and what the file of its kind tells of it.
    fn pathway(&self, figure: PathwayFigure) -> Option<Explanation> {
        let told = self
            .indicator(figure)
            .or_else(|| self.life(figure))
            .or_else(|| self.beside_mci(figure))
            .or_else(|| self.bar(figure))
            .or_else(|| self.changed_work(figure))
            .or_else(|| self.balance(figure))
            .or_else(|| self.beside_answers(figure))?;
        let lang = self.say.lang;
        let value = match figure.row().value {
            Value::Bar(..) => figure.form().text(1.0, lang),
            Value::Drawn(_) | Value::Checked(_) | Value::Beside(_) => figure.said(self.figures, lang),
        };
        Some(Explanation {
            title: figure.text(lang).to_owned(),
            value,
            formula: figure.row().formula.to_owned(),
            ..told
        })
    }
}
