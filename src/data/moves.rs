//! Moves: what a designer or a brand can change, as rows of a table; each row is a list of acts with their figures.
//!
//! Invariant: no move is named in code; what it does follows from its acts, and every figure of an act is a factor.

use super::column::{Column, Row};
use super::{Factor, Figure, Grade, Library, Mark, read, roles};
use crate::model::{FactorId, FibreId, Name, Origin, Role, SourceId};
use serde::{Deserialize, Deserializer};

/// One move.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveRow {
    /// Its id.
    pub id: String,
    /// What a colleague would say: do this.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// What it is asked of.
    pub on: MoveOn,
    /// What it does, in order: the first decides whether it can be done, the others follow from it.
    pub acts: Vec<Act>,
    /// What it takes to do it.
    pub effort: Vec<Effort>,
    /// What it costs besides, said to the designer; in the figures where an act says so.
    #[serde(default, deserialize_with = "read::maybe_name")]
    pub said: Option<Name>,
    /// True where what is said is in no figure.
    #[serde(default)]
    pub unreckoned: bool,
    /// How far it can be trusted that this is a move.
    pub grade: Grade,
    /// How it came here.
    pub mark: Mark,
    /// Sources; none means an assumption.
    #[serde(default, deserialize_with = "read::ids")]
    pub sources: Vec<SourceId>,
    /// Reasoning.
    #[serde(default)]
    pub note: String,
}

/// What a move is asked of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum MoveOn {
    /// Every part of fibre.
    Cloth,
    /// Every part with one of these roles.
    Parts(#[serde(deserialize_with = "role_list")] Vec<Role>),
    /// The product as a whole.
    Product,
    /// A pathway.
    Pathway,
}

/// What it takes to make a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Effort {
    /// Another supplier.
    Supplier,
    /// Another pattern or way of sewing.
    Pattern,
    /// Another process in making or finishing.
    Process,
    /// A service to customers.
    Service,
    /// A partner who collects, sorts or recycles.
    Partner,
}

/// A finish that a move takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Finish {
    /// Coated or laminated.
    Coated,
    /// Printed.
    Printed,
}

/// Where a share of a pathway goes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum ShareTo {
    /// To a stage of this kind.
    Kind(String),
    /// To a stage that makes fibre again.
    SameGrade,
}

/// A figure of an act: one of the library's, or the act's own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Amount {
    /// The factor with this id.
    Of(#[serde(deserialize_with = "read::id")] FactorId),
    /// This figure.
    Is(Figure),
}

/// One thing that a move does.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Act {
    /// Makes a blend of this fibre alone.
    OneFibre(#[serde(deserialize_with = "read::id")] FibreId),
    /// Lowers elastane to this share; the main fibre takes what is freed.
    ElastaneTo(Figure),
    /// Makes the part of the main fabric's main fibre alone.
    LikeMain,
    /// Raises the recycled share of the lines of this fibre.
    Recycled {
        /// The fibre.
        #[serde(deserialize_with = "read::id")]
        fibre: FibreId,
        /// What it is made from.
        from: Waste,
        /// Recycled share of the line.
        share: Figure,
    },
    /// Raises the share of the lines of this fibre that is grown sustainably, with evidence.
    Sustained {
        /// The fibre.
        #[serde(deserialize_with = "read::id")]
        fibre: FibreId,
        /// Share of the line.
        share: Figure,
    },
    /// Takes a finish away.
    Without(Finish),
    /// Colours in the melt: no dyeing, no carbon black that sorting cannot read.
    SpunDyed,
    /// Makes the part come off easily.
    ComesOff,
    /// Times the number of identical pieces, rounded, at least one; the mass follows.
    TimesCount(Figure),
    /// Leaves the part out.
    LeaveOut,
    /// Times the mass of the part.
    TimesMass(Figure),
    /// Cuts all cloth with the least loss that is usual for the kind of garment.
    TightLay,
    /// Times the wears of a first life; of a part only where it is main fabric.
    TimesWears(Figure),
    /// Raises the share that goes from a stage of one kind to another.
    ShareUp {
        /// Kind of the stage that it leaves.
        from: String,
        /// Where it goes.
        to: ShareTo,
        /// The share.
        share: Amount,
    },
    /// Adds a stage of the presets, reached from a stage of one of these kinds.
    AddStage {
        /// The preset.
        preset: String,
        /// Kinds of stages that it may be reached from.
        from: Vec<String>,
        /// The share with which it is reached.
        share: Amount,
    },
    /// Sends what the pathway recycles to another route.
    BestRoute,
    /// Takes the pathway of this preset instead.
    OtherPathway(String),
}

/// What recycled content is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Waste {
    /// Worn textiles.
    Worn,
    /// Production waste of textiles.
    Production,
    /// Other waste, such as bottles.
    Other,
}

impl From<Waste> for Origin {
    fn from(waste: Waste) -> Self {
        match waste {
            Waste::Worn => Self::TextilePostConsumer,
            Waste::Production => Self::TextilePreConsumer,
            Waste::Other => Self::OtherWaste,
        }
    }
}

fn role_list<'de, D: Deserializer<'de>>(reader: D) -> Result<Vec<Role>, D::Error> {
    let keys = Vec::<String>::deserialize(reader)?;
    keys.iter().map(|key| roles::of_key(key)).collect()
}

impl Act {
    /// The column of the act's own figure, and the figure; none where it has none.
    fn own(&mut self) -> Option<(Column, &mut Figure)> {
        let share = |key, en, zh| Column::share(key, en, zh);
        let times = |key, en, zh| Column::positive(key, en, zh, "ratio");
        Some(match self {
            Self::ElastaneTo(figure) => (share("elastane", "elastane share", "氨纶占比"), figure),
            Self::Recycled { share: figure, .. } => {
                (share("recycled", "recycled share", "再生成分占比"), figure)
            }
            Self::Sustained { share: figure, .. } => (
                share("sustained", "share grown sustainably", "可持续生产占比"),
                figure,
            ),
            Self::TimesCount(figure) => (
                times("count", "number of pieces, before = 1", "数量（原来为1）"),
                figure,
            ),
            Self::TimesMass(figure) => (times("mass", "mass, before = 1", "重量（原来为1）"), figure),
            Self::TimesWears(figure) => (times("wears", "wears, before = 1", "穿着次数（原来为1）"), figure),
            Self::ShareUp {
                share: Amount::Is(figure),
                ..
            }
            | Self::AddStage {
                share: Amount::Is(figure),
                ..
            } => (share("share", "share", "占比"), figure),
            _ => return None,
        })
    }

    /// The factor that a share of this act is, of the row `id`.
    pub fn factor(&self, id: &str) -> Option<FactorId> {
        let own = |key: &str| Some(FactorId::from(format!("move.{id}.{key}")));
        match self {
            Self::ElastaneTo(_) => own("elastane"),
            Self::Recycled { .. } => own("recycled"),
            Self::Sustained { .. } => own("sustained"),
            Self::TimesCount(_) => own("count"),
            Self::TimesMass(_) => own("mass"),
            Self::TimesWears(_) => own("wears"),
            Self::ShareUp { share, .. } | Self::AddStage { share, .. } => match share {
                Amount::Of(factor) => Some(factor.clone()),
                Amount::Is(_) => own("share"),
            },
            _ => None,
        }
    }
}

impl MoveRow {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let row = Row {
            table: "move",
            id: &self.id,
            name: &self.name,
            note: &self.note,
        };
        let own = self.acts.iter_mut().filter_map(Act::own);
        own.map(|(column, figure)| row.factor(column, figure)).collect()
    }
}

impl Library {
    /// The move with `id`.
    pub fn move_row(&self, id: &str) -> Option<&MoveRow> {
        self.moves.iter().find(|row| row.id == id)
    }
}

/// What moves name exists; a move without a source is an assumption with a reason; it does something and takes something.
pub(super) fn check_moves(library: &Library) -> Vec<String> {
    let wrong = |row: &MoveRow| {
        let missing = row.acts.iter().find_map(|act| missing(library, act));
        let assumed = row.sources.is_empty() && (row.grade != Grade::D || row.note.is_empty());
        let unknown = row.sources.iter().find(|id| library.source(id).is_none());
        let without_part = matches!(row.on, MoveOn::Product | MoveOn::Pathway);
        let of_part = row.acts.first().is_some_and(Act::is_of_part);
        let problem = missing
            .or_else(|| unknown.map(|id| format!("unknown source {id}")))
            .or_else(|| assumed.then(|| "without a source, yet not an assumption with a reason".to_owned()))
            .or_else(|| row.acts.is_empty().then(|| "does nothing".to_owned()))
            .or_else(|| row.effort.is_empty().then(|| "takes no effort".to_owned()))
            .or_else(|| (without_part && of_part).then(|| "an act on no part".to_owned()));
        problem.map(|what| format!("move {}: {what}", row.id))
    };
    library.moves.iter().filter_map(wrong).collect()
}

impl Act {
    /// True where it changes one part.
    pub const fn is_of_part(&self) -> bool {
        matches!(
            self,
            Self::OneFibre(_)
                | Self::ElastaneTo(_)
                | Self::LikeMain
                | Self::Recycled { .. }
                | Self::Sustained { .. }
                | Self::Without(_)
                | Self::SpunDyed
                | Self::ComesOff
                | Self::TimesCount(_)
                | Self::LeaveOut
                | Self::TimesMass(_)
        )
    }

    /// True where it changes a pathway.
    pub const fn is_of_pathway(&self) -> bool {
        matches!(
            self,
            Self::ShareUp { .. } | Self::AddStage { .. } | Self::BestRoute | Self::OtherPathway(_)
        )
    }
}

/// What `act` names and the library does not have.
fn missing(library: &Library, act: &Act) -> Option<String> {
    let kind = |id: &str| library.stage_kinds.iter().any(|row| row.id.as_str() == id);
    let no_fibre = |id: &FibreId| library.fibre(id).is_none().then(|| format!("unknown fibre {id}"));
    let no_kind = |id: &String| (!kind(id)).then(|| format!("unknown kind of stage {id}"));
    let no_factor = |share: &Amount| match share {
        Amount::Of(id) if library.factor(id.as_str()).is_none() => Some(format!("unknown factor {id}")),
        _ => None,
    };
    match act {
        Act::OneFibre(id) | Act::Recycled { fibre: id, .. } | Act::Sustained { fibre: id, .. } => {
            no_fibre(id)
        }
        Act::ShareUp { from, to, share } => no_kind(from)
            .or_else(|| match to {
                ShareTo::Kind(kind) => no_kind(kind),
                ShareTo::SameGrade => None,
            })
            .or_else(|| no_factor(share)),
        Act::AddStage { preset, from, share } => from
            .iter()
            .find_map(no_kind)
            .or_else(|| no_factor(share))
            .or_else(|| {
                let known = library.stage_preset(preset).is_some();
                (!known).then(|| format!("unknown stage {preset}"))
            }),
        Act::OtherPathway(preset) => {
            let known = library.pathway_preset(preset).is_some();
            (!known).then(|| format!("unknown pathway {preset}"))
        }
        _ => None,
    }
}
