//! Keys of inputs: what a number is, as data; its text is only for files, draws and screen readers.
//!
//! Invariant: two inputs have one key only where they are one number.

use crate::model::{FactorId, PartId, PathwayId, StageId};
use std::fmt;

/// What an input is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum InputKey {
    /// A factor of the library, or the user's own figure in its place.
    Factor(FactorId),
    /// Wears in a first life, where the product has its own.
    Wears,
    /// Minutes of sewing, where the product has its own.
    SewingMinutes,
    /// The cutting loss of a part that has its own.
    CuttingLoss(PartId),
    /// The share of what leaves a stage for another.
    Share {
        /// Pathway.
        pathway: PathwayId,
        /// Stage that it leaves.
        from: StageId,
        /// Stage that it reaches.
        to: StageId,
    },
    /// Wears of the owned piece that a hired first life replaces, where the pathway has its own.
    OwnWears(PathwayId),
    /// A stage's own figure.
    Own {
        /// Pathway.
        pathway: PathwayId,
        /// Stage.
        stage: StageId,
    },
    /// What of a stage's output comes back to this product.
    Closed {
        /// Pathway.
        pathway: PathwayId,
        /// Stage.
        stage: StageId,
    },
}

impl InputKey {
    /// The factor of the library; none for figures of the project itself.
    pub const fn factor(&self) -> Option<&FactorId> {
        match self {
            Self::Factor(id) => Some(id),
            _ => None,
        }
    }

    /// True for figures of the product, false for those of pathways and of the library.
    pub const fn is_of_product(&self) -> bool {
        matches!(self, Self::Wears | Self::SewingMinutes | Self::CuttingLoss(_))
    }
}

impl From<FactorId> for InputKey {
    fn from(id: FactorId) -> Self {
        Self::Factor(id)
    }
}

impl From<String> for InputKey {
    /// The factor of the library with this id.
    fn from(id: String) -> Self {
        Self::Factor(id.into())
    }
}

impl From<&str> for InputKey {
    /// The factor of the library with this id.
    fn from(id: &str) -> Self {
        Self::Factor(id.into())
    }
}

impl fmt::Display for InputKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Factor(id) => write!(f, "{id}"),
            Self::Wears => f.write_str("product.wears"),
            Self::SewingMinutes => f.write_str("product.sewing_minutes"),
            Self::CuttingLoss(part) => write!(f, "cutting_loss.{part}"),
            // A stage may be called like the last word of the keys beneath.
            Self::Share { pathway, from, to } if ["own", "closed_share"].contains(&to.as_str()) => {
                write!(f, "{pathway}.{from}>{to}")
            }
            Self::Share { pathway, from, to } => write!(f, "{pathway}.{from}.{to}"),
            Self::OwnWears(pathway) => write!(f, "{pathway}.own_wears"),
            Self::Own { pathway, stage } => write!(f, "{pathway}.{stage}.own"),
            Self::Closed { pathway, stage } => write!(f, "{pathway}.{stage}.closed_share"),
        }
    }
}

/// What the draws of an input follow: inputs of one driver are drawn together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum DrawKey {
    /// A driver: a factor, or the source of several.
    Driver(FactorId),
    /// A link between two stages, in whichever pathway it stands.
    Link(StageId, StageId),
    /// The input alone.
    Alone(InputKey),
}

impl From<FactorId> for DrawKey {
    fn from(id: FactorId) -> Self {
        Self::Driver(id)
    }
}

impl fmt::Display for DrawKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Driver(id) => write!(f, "{id}"),
            Self::Link(from, to) => write!(f, "{from}.{to}"),
            Self::Alone(key) => write!(f, "{key}"),
        }
    }
}
