//! What the page of advice shows and what it asks for.
//!
//! Invariant: what is chosen here is looked at, never part of the project; what is gone from the project is not shown.

use crate::explain::advice::{Advice, Cannot, RANK, Try, first_pathway};
use crate::figure::PathwayFigure;
use crate::model::{PartId, PathwayId, Project, StageId};

/// What is looked at on the page of advice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Improving {
    /// The pathway that was chosen; none takes the one that advice speaks of first.
    pub pathway: Option<PathwayId>,
    /// The figure to rank by that was chosen; none takes the share recycled at the same grade.
    pub rank: Option<PathwayFigure>,
    /// The gate that the moves shown shall open; none shows all.
    pub opens: Option<Opening>,
}

/// A gate that shall open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The stage.
    pub stage: StageId,
    /// The part; none takes any.
    pub part: Option<PartId>,
}

impl Improving {
    /// The pathway that is advised on.
    pub fn pathway<'p>(&self, project: &'p Project) -> Option<&'p PathwayId> {
        let chosen = self.pathway.as_ref().and_then(|id| project.pathway(id));
        chosen
            .map(|pathway| &pathway.id)
            .or_else(|| first_pathway(project))
    }

    /// The figure that moves are ranked by.
    pub fn rank(&self) -> PathwayFigure {
        self.rank.unwrap_or(RANK)
    }
}

/// What the page of advice asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Improve {
    /// Comes to the front, on this pathway where one is given, with the moves that open this gate where one is given.
    Show(Option<PathwayId>, Option<Opening>),
    /// Advises on this pathway.
    Pathway(PathwayId),
    /// Ranks by this figure.
    Rank(PathwayFigure),
    /// Shows all moves, whatever they open.
    All,
    /// Makes these moves on this pathway as a variant and shows it beside the original.
    Try(PathwayId, Vec<Try>),
}

/// The advice as panels see it.
#[derive(Debug, Clone, Copy)]
pub struct AdviceView<'a> {
    /// The moves, ranked; or why there are none.
    pub found: Result<&'a Advice, &'a Cannot>,
    /// True where it was worked out before the last change: it stays, dimmed, until the new one has come.
    pub stale: bool,
}
