//! Explanations: any figure opened down to its formula, with the numbers put in, its factors, sources and grades.
//!
//! Invariant: an explanation is made from the same numbers as the figure; it never computes a second truth.

mod beside;
mod circularity;
mod differences;
pub mod fit;
mod form;
pub mod hints;
mod lifetime;
mod matter;
mod more;
mod own;
mod product;
mod say;
mod stages;
pub mod why;
mod work;

pub use differences::differences;
pub use matter::{Influence, Matter, Moved, PathwayInfluence, Purpose, Weigh, matter};
pub use own::{OwnMarks, own_marks};

use crate::assess::Assessment;
use crate::data::{Grade, Library};
use crate::text::Lang;
use crate::text::names::Names;
use circularity::Way;
use say::Say;

use crate::model::Project;
use crate::model::{ActivityId, FactorId, FibreId, PartId, PathwayId, PlaceId, StageId};

/// Any figure on screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureId {
    /// Mass in the finished piece.
    ProductMass,
    /// Bought fabric and trims.
    GrossMass,
    /// Bought less finished.
    CuttingWaste,
    /// Fibre that all losses ask for.
    FibreInput,
    /// Recycled share of the mass, any origin.
    RecycledShare,
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
    /// A factor of the library, or a figure of the project itself by its key.
    Factor(FactorId),
}

/// Figures of a pathway as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathwayFigure {
    /// Material Circularity Indicator.
    Mci,
    /// Linear flow index.
    Lfi,
    /// Virgin feedstock.
    V,
    /// Unrecoverable waste.
    W,
    /// Utility.
    X,
    /// What goes in.
    Inflow,
    /// Where the mass ends.
    Outflow,
    /// Expected lives of the item.
    ItemUses,
    /// Expected uses of the material.
    MaterialUses,
    /// Expected wears.
    Wears,
    /// Virgin feedstock per 100 wears.
    VPer100Wears,
    /// Unrecoverable waste per 100 wears.
    WPer100Wears,
    /// New garments avoided per piece.
    GarmentsAvoided,
    /// The pathway's own work.
    Gross,
    /// Work gained.
    Gained,
    /// Work lost.
    Lost,
    /// Gained less lost.
    Net,
    /// Displacement at which the net is zero.
    BreakEven,
    /// Jobs gained at the annual volume.
    FteGained,
    /// Jobs lost at the annual volume.
    FteLost,
    /// Material circularity (CTI).
    MaterialCircularity,
    /// Standard deviation of the lives.
    ItemUsesSd,
    /// Recycled content that the own stream could supply.
    ClosedLoop,
    /// Virgin feedstock with production waste.
    VWithProduction,
    /// Unrecoverable waste with production waste.
    WWithProduction,
    /// Where the mass would end at the best gates.
    Designed,
    /// Mass balance.
    Balance,
}

impl PathwayFigure {
    /// The key of the indicator that draws are made of; bars and balances have none.
    pub const fn indicator(self) -> Option<&'static str> {
        Some(match self {
            Self::Mci => "mci",
            Self::Lfi => "lfi",
            Self::V => "v_kg",
            Self::W => "w_kg",
            Self::X => "x",
            Self::ItemUses => "item_uses",
            Self::MaterialUses => "material_uses",
            Self::Wears => "wears",
            Self::VPer100Wears => "v_g_per_100_wears",
            Self::WPer100Wears => "w_g_per_100_wears",
            Self::GarmentsAvoided => "garments_avoided_per_piece",
            Self::Gross => "gross_h_per_1000",
            Self::Gained => "gained_h_per_1000",
            Self::Lost => "lost_h_per_1000",
            Self::Net => "net_h_per_1000",
            Self::BreakEven => "break_even_displacement",
            Self::FteGained => "fte_gained",
            Self::FteLost => "fte_lost",
            Self::MaterialCircularity => "material_circularity",
            Self::ItemUsesSd => "item_uses_sd",
            Self::ClosedLoop => "closed_loop_share",
            Self::VWithProduction => "v_with_production_kg",
            Self::WWithProduction => "w_with_production_kg",
            Self::Inflow | Self::Outflow | Self::Designed | Self::Balance => return None,
        })
    }

    /// True for hours per 1000 pieces.
    pub const fn is_hours(self) -> bool {
        matches!(self, Self::Gross | Self::Gained | Self::Lost | Self::Net)
    }

    /// True for masses of one piece.
    pub const fn is_kilograms(self) -> bool {
        matches!(
            self,
            Self::V | Self::W | Self::VWithProduction | Self::WWithProduction
        )
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
    /// Its id; the library's factor, or a place in the project.
    pub id: FactorId,
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

/// Opens `figure` of an assessed project; `None` where it does not exist any more.
pub fn explain(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    figure: &FigureId,
    lang: Lang,
) -> Option<Explanation> {
    let say = Say {
        project,
        assessment,
        names: Names {
            project,
            library,
            lang,
        },
        lang,
    };
    let way = |id: &PathwayId| {
        let index = assessment.pathways.iter().position(|pathway| &pathway.id == id)?;
        assessment
            .pathways
            .get(index)
            .map(|figures| Way { say, index, figures })
    };
    match figure {
        FigureId::ProductMass => Some(say.product_mass()),
        FigureId::GrossMass => Some(say.gross_mass()),
        FigureId::CuttingWaste => Some(say.cutting_waste()),
        FigureId::FibreInput => Some(say.fibre_input()),
        FigureId::RecycledShare => Some(say.recycled_share()),
        FigureId::FibreMass(fibre) => say.fibre_mass(fibre),
        FigureId::Pathway(id, figure) => way(id)?.pathway(*figure),
        FigureId::Gate { pathway, stage, part } => way(pathway)?.gate(stage, part),
        FigureId::End { pathway, stage } | FigureId::Stage { pathway, stage } => way(pathway)?.stage(stage),
        FigureId::Work {
            pathway,
            activity,
            place,
        } => way(pathway)?.work(activity, place),
        FigureId::Factor(id) => {
            let opened = match library.factor(id.as_str()) {
                Some(factor) => say.library_factor(factor, project.overrides.get(id)),
                None => opened_factor(say.own_factor(id)?),
            };
            Some(opened)
        }
    }
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
    fn pathway(&self, figure: PathwayFigure) -> Option<Explanation> {
        Some(match figure {
            PathwayFigure::Mci => self.mci(),
            PathwayFigure::Lfi => self.lfi(),
            PathwayFigure::V => self.virgin(),
            PathwayFigure::W => self.waste(),
            PathwayFigure::X => self.utility(),
            PathwayFigure::Inflow => self.inflow(),
            PathwayFigure::Outflow => self.outflow(),
            PathwayFigure::ItemUses => self.item_uses(),
            PathwayFigure::MaterialUses => self.material_uses(),
            PathwayFigure::Wears => self.wears(),
            PathwayFigure::VPer100Wears | PathwayFigure::WPer100Wears => self.per_100_wears(figure),
            PathwayFigure::GarmentsAvoided => self.garments_avoided(),
            PathwayFigure::Gross => self.gross(),
            PathwayFigure::Gained | PathwayFigure::Lost => self.changed(figure),
            PathwayFigure::Net => self.net(),
            PathwayFigure::BreakEven => self.break_even()?,
            PathwayFigure::FteGained | PathwayFigure::FteLost => self.jobs(figure),
            PathwayFigure::MaterialCircularity => self.material_circularity(),
            PathwayFigure::ItemUsesSd => self.item_uses_sd(),
            PathwayFigure::ClosedLoop => self.closed_loop(),
            PathwayFigure::VWithProduction | PathwayFigure::WWithProduction => self.with_production(figure),
            PathwayFigure::Designed => self.designed(),
            PathwayFigure::Balance => self.balance(),
        })
    }
}
