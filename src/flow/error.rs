//! Why a pathway cannot be reckoned; each names the stages, so that the user can mend it.

use crate::model::{PartId, StageId};

/// A network that has no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum FlowError {
    /// The pathway starts at a stage that is missing or is no item stage.
    Start(StageId),
    /// The first user hires the garment, but the pathway starts at a stage that is no use stage.
    HiredUnworn(StageId),
    /// The fallback of an item stage is a use or return stage.
    FallbackBack {
        /// The stage.
        stage: StageId,
        /// Its fallback.
        fallback: StageId,
    },
    /// A material stage leads to an item stage, where the garment would be whole again.
    BackToItem {
        /// The material stage.
        from: StageId,
        /// The item stage.
        to: StageId,
    },
    /// Two stages have one id.
    Twice(StageId),
    /// A link leads to a stage that does not exist.
    Missing {
        /// Stage with the link.
        from: StageId,
        /// Where it leads.
        to: StageId,
    },
    /// A set of item stages that nothing leaves.
    NoExit(Vec<StageId>),
    /// In the last life every exit of the stage leads back to use, and it has no fallback.
    NoFallback(StageId),
    /// Material stages that feed one another in a circle.
    MaterialCycle(Vec<StageId>),
    /// Residue that reaches a gate which would credit it a second time.
    ResidueCredited {
        /// Stage that the residue leaves.
        from: StageId,
        /// Gate that it reaches.
        gate: StageId,
    },
    /// The output of a gate does not lead to an end.
    OutputNotEnd(StageId),
    /// An end for outputs is reached by something that is no output.
    NotAnOutput {
        /// Stage with the link.
        from: StageId,
        /// The end.
        end: StageId,
    },
    /// A material stage says nothing about a part.
    NoGate {
        /// The stage.
        stage: StageId,
        /// The part.
        part: PartId,
    },
    /// A gate sends mass of a part nowhere.
    NoTarget {
        /// The stage.
        stage: StageId,
        /// The part.
        part: PartId,
    },
    /// A number is not finite.
    NotFinite(StageId),
}
