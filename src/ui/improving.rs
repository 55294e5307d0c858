//! What the page of advice shows and what it asks for.
//!
//! Invariant: what is chosen here is looked at, never part of the project; what is gone from the project is not shown.

use crate::data::Library;
use crate::explain::advice::{
    Advice, Axis, Bound, Cannot, Count, Far, Found, Lever, Mask, Point, RANK, Smallest, Target, Try,
    first_pathway, of_mask,
};
use crate::figure::PathwayFigure;
use crate::model::{PartId, PathwayId, Project, StageId};
use crate::text::{ImproveMsg, Lang};
use crate::ui::view::Selection;
use crate::uncertainty::Band;
use std::collections::BTreeSet;

/// What is looked at on the page of advice.
#[derive(Debug, Clone, PartialEq)]
pub struct Improving {
    /// One move at a time, or several together.
    pub look: Look,
    /// The pathway that was chosen; none takes the one that is open, or that advice speaks of first.
    pub pathway: Option<PathwayId>,
    /// The figure to rank by that was chosen; none takes the share recycled at the same grade.
    pub rank: Option<PathwayFigure>,
    /// The gate that the moves shown shall open; none shows all.
    pub opens: Option<Opening>,
    /// The moves that are combined; none takes those that help most.
    pub chosen: BTreeSet<String>,
    /// Across and up.
    pub axes: [Axis; 2],
    /// The combination of the front that is looked at: its moves, and the place of its pathway.
    pub at: Option<(Mask, usize)>,
    /// What the smallest change shall reach.
    pub bounds: Bounds,
    /// The lever that is asked how far.
    pub far: Far,
}

impl Default for Improving {
    fn default() -> Self {
        Self {
            look: Look::default(),
            pathway: None,
            rank: None,
            opens: None,
            chosen: BTreeSet::new(),
            axes: [Axis::Figure(PathwayFigure::Wears), Axis::Figure(RANK)],
            at: None,
            bounds: Bounds {
                target: Bound {
                    figure: RANK,
                    value: 0.2,
                },
                floor: Some(Bound {
                    figure: PathwayFigure::Net,
                    value: 0.0,
                }),
            },
            far: Far::default(),
        }
    }
}

/// How moves are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Look {
    /// One at a time.
    #[default]
    Moves,
    /// Several together.
    Together,
    /// How far one lever has to go.
    HowFar,
}

impl Look {
    /// All looks in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Moves, Self::Together, Self::HowFar];

    /// Its name.
    pub const fn name(self) -> ImproveMsg {
        match self {
            Self::Moves => ImproveMsg::LookMoves,
            Self::Together => ImproveMsg::LookTogether,
            Self::HowFar => ImproveMsg::HowFar,
        }
    }
}

/// What a change shall reach, and what it shall not fall below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The target.
    pub target: Bound,
    /// The floor; none where anything goes.
    pub floor: Option<Bound>,
}

/// Bands of all measures of one combination.
pub type Ends = Vec<Option<Band>>;

/// Combinations as panels see them.
#[derive(Debug, Clone, Copy)]
pub struct CombinedView<'a> {
    /// All moves that can be combined.
    pub all: &'a [Try],
    /// The moves, in the order of the bits of a point.
    pub tries: &'a [Try],
    /// The pathways, in the order of the places of points.
    pub pathways: &'a [PathwayId],
    /// All combinations that have come.
    pub points: &'a [Point],
    /// Those that no other one betters on both axes, by their places, the best across first.
    pub front: &'a [usize],
    /// Their bands, once they are there.
    pub bands: Option<&'a [Ends]>,
    /// The best of each number of moves, for each axis that is a figure.
    pub counts: [&'a [Count]; 2],
    /// The smallest change that was asked for.
    pub smallest: Option<Smallest>,
    /// Subsets that are done, and how many there are.
    pub done: usize,
    /// All subsets.
    pub total: usize,
    /// The number of the job that they came from.
    pub number: u64,
    /// True while more are worked out.
    pub running: bool,
    /// True where they belong to what was asked before: they stay, dimmed, until the new ones come.
    pub stale: bool,
}

impl<'a> CombinedView<'a> {
    /// The moves of a point.
    pub fn moves(&self, mask: Mask) -> impl Iterator<Item = &'a Try> + use<'a> {
        of_mask(self.tries, mask)
    }
}

/// A gate that shall open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The stage.
    pub stage: StageId,
    /// The part; none takes any.
    pub part: Option<PartId>,
}

impl Selection {
    /// The pathway that is advised on: the one that was chosen for that, else the one that is open where that is not the
    /// baseline, else the one that advice speaks of first.
    pub fn advised<'p>(&self, project: &'p Project, library: &Library) -> Option<&'p PathwayId> {
        let chosen = self.improving.pathway.as_ref();
        let open = self.pathway.as_ref().filter(|id| **id != project.baseline);
        let known = |id: Option<&PathwayId>| id.and_then(|id| project.pathway(id));
        let found = known(chosen).or_else(|| known(open));
        let found = found.map(|pathway| &pathway.id);
        found.or_else(|| first_pathway(project, library))
    }
}

impl Improving {
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
    /// Looks at moves in this way.
    Look(Look),
    /// Combines these moves; none combines those that help most.
    Combine(BTreeSet<String>),
    /// Sets both axes.
    Axes([Axis; 2]),
    /// Looks at this combination of the front.
    At(Mask, usize),
    /// Asks for the smallest change that keeps to these.
    Bounds(Bounds),
    /// Stops combining.
    Stop,
    /// Combines what was stopped.
    Again,
    /// Asks how far this lever has to go, on this pathway where one is given.
    HowFar(Option<PathwayId>, String),
    /// Asks how far, with another lever, figure or target.
    Far(Far),
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

/// How far a lever has to go, as panels see it.
#[derive(Debug, Clone, Copy)]
pub struct FarView<'a> {
    /// What was found; or why nothing was.
    pub found: Result<&'a Found, &'a Cannot>,
    /// The targets that can be named, each with the figure that it is of and its value.
    pub targets: &'a [(Target, PathwayFigure, f64)],
    /// True where it was worked out before the last change: it stays, dimmed, until the new one has come.
    pub stale: bool,
}

impl<'a> FarView<'a> {
    /// Where the lever with this id meets its target, if that is the one that is asked, and the lever.
    pub fn mark(&self, lever: &str) -> Option<(f64, &'a Lever)> {
        let found = self
            .found
            .ok()
            .filter(|found| found.lever.id == lever && !self.stale)?;
        Some((found.reach.values().first().copied()?, &found.lever))
    }
}

/// What the mark of a lever says whose target is met at `value`.
pub fn mark_words(value: &str, lang: Lang) -> String {
    ImproveMsg::SliderMark.with(lang, &[("value", value)])
}
