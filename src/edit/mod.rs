//! The one door through which a project changes: every user edit is a value, and applying it is a pure function.
//!
//! Invariant: after any edit of a sound project the exits of every stage sum to 1 and the fibres of no part exceed 1;
//! an edit that cannot be made, or after which the
//! project could not be saved, is refused with a sentence and changes nothing.

mod bounds;
mod change;
mod copies;
mod error;
mod fibres;
mod figure;
mod from_to;
mod history;
mod links;
mod money;
mod own;
mod pathways;
mod places;
mod product;
mod several;
mod shares;
mod slug;
mod snapshot;
mod stages;
mod variants;
mod words;

pub use change::{
    FibreEdit, LinkEdit, PartEdit, PathwayEdit, PlaceEdit, ProductEdit, StageEdit, VariantEdit,
};
pub use copies::addition_of;
pub use error::EditError;
pub use fibres::remainder;
pub use history::History;
pub use links::{Way, refusal, undecided};
pub use money::{MoneyEdit, MoneyFault, Stated};
pub use pathways::free_pathway_id;
pub use places::{free_place_id, place_uses};
pub(crate) use variants::beside;
pub use variants::{FEWEST_COMPARED, MOST_COMPARED};
pub use words::stage_words;

use crate::model::{
    ActivityId, Assumed, Column, Estimate, FactorId, Link, Name, Overrides, Part, PartId, Pathway, PathwayId,
    PlaceId, Project, Stage, StageId, VariantNo,
};
use std::collections::BTreeSet;

/// A change that the user asked for, with the ids of what it changes.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Of the variant in hand as a whole.
    Product(ProductEdit),
    /// Of one variant among the others.
    Variant {
        /// The variant.
        variant: VariantNo,
        /// What to do with it.
        change: VariantEdit,
    },
    /// Adds a part at the end of the list; its id is kept if it is free, else a readable one is made.
    AddPart(Box<Part>),
    /// Puts parts that were copied in at a place of the list, counted from 0, each with an id of its own.
    AddParts {
        /// The parts.
        parts: Vec<Part>,
        /// What of them is assumed.
        assumed: BTreeSet<Assumed>,
        /// Where the first of them comes to stand; past the end means the end.
        at: usize,
    },
    /// Of one part.
    Part {
        /// The part.
        part: PartId,
        /// What to do with it.
        change: PartEdit,
    },
    /// Of one fibre line of a part.
    Fibre {
        /// The part.
        part: PartId,
        /// The line, counted from 0.
        line: usize,
        /// What to do with it.
        change: FibreEdit,
    },
    /// Adds a pathway at the end; it joins the compared ones while there are fewer than four.
    AddPathway(Box<Pathway>),
    /// Of one pathway.
    Pathway {
        /// The pathway.
        pathway: PathwayId,
        /// What to do with it.
        change: PathwayEdit,
    },
    /// Adds stages at the end of a pathway, and the exit of another stage that leads to them; refused where an id is taken.
    AddStages {
        /// The pathway.
        pathway: PathwayId,
        /// The new stages; they may lead to each other.
        stages: Vec<Stage>,
        /// The stage that gets the exit, and the exit: the others give way to its share.
        entry: Option<Box<(StageId, Link)>>,
    },
    /// Of one stage.
    Stage {
        /// Its pathway.
        pathway: PathwayId,
        /// The stage.
        stage: StageId,
        /// What to do with it.
        change: StageEdit,
    },
    /// Of one exit of a stage.
    Link {
        /// Its pathway.
        pathway: PathwayId,
        /// The stage that it leaves.
        stage: StageId,
        /// The stage that it leads to.
        to: StageId,
        /// What to do with it.
        change: LinkEdit,
    },
    /// Chooses the columns shown side by side: two to four, each known, none twice.
    SetCompared(Vec<Column>),
    /// Puts the user's own figure in place of the library's.
    SetOverride {
        /// The factor that it replaces.
        factor: FactorId,
        /// The figure in the factor's unit; never negative.
        figure: Estimate,
        /// Where the user has it from.
        note: String,
    },
    /// Goes back to the library's figure.
    RemoveOverride(FactorId),
    /// Puts a whole set of own figures in place of the present ones, for an import; none goes back to the library.
    SetOverrides(Overrides),
    /// Sets the multiplier of indirect work of one kind of work; refused below 1 and without a source.
    SetMultiplier {
        /// The kind of work, wherever it is done.
        activity: ActivityId,
        /// Direct and indirect work over direct work.
        value: f64,
        /// Where the user has it from.
        note: String,
    },
    /// Counts no indirect work for this kind of work.
    RemoveMultiplier(ActivityId),
    /// Of prices and rates of exchange.
    Money(MoneyEdit),
    /// Adds an own place; its id says in which place it lies. Refused where that one is unknown, the id is taken, or the
    /// place has no name.
    AddPlace {
        /// Its id: that of the place around it, `/`, and one word.
        place: PlaceId,
        /// Its name.
        name: Name,
    },
    /// Of one own place.
    Place {
        /// The place.
        place: PlaceId,
        /// What to do with it.
        change: PlaceEdit,
    },
    /// Sets the place whose work counts as here; none for the place where each pathway starts.
    SetHome(Option<PlaceId>),
    /// Counts laundering that moved here from home as work, or lets it stand apart.
    CountLaundering(bool),
    /// Sets the seed of the draws.
    SetSeed(u64),
    /// Names the group of a class that works on the project; none where empty.
    SetGroup(String),
    /// Puts a whole project in place of the present one, for an import or a preset.
    Replace(Box<Project>),
    /// Several edits as one step, one after the other; refused as a whole where one of them is.
    Together(Vec<Self>),
    /// The same under a name of its own, as a move of the advice has.
    Named {
        /// What the step is called.
        name: Name,
        /// The edits.
        edits: Vec<Self>,
    },
}

/// What a continuing edit acts on; edits with equal gestures merge while the pointer is down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gesture {
    act: &'static str,
    target: Vec<String>,
}

impl Edit {
    /// An edit of `part`.
    pub fn part(part: &PartId, change: PartEdit) -> Self {
        Self::Part {
            part: part.clone(),
            change,
        }
    }

    /// `edits` as one step; the edit itself where it is the only one.
    pub fn together(mut edits: Vec<Self>) -> Option<Self> {
        match edits.len() {
            0 | 1 => edits.pop(),
            _ => Some(Self::Together(edits)),
        }
    }

    /// An edit of `variant`.
    pub const fn variant(variant: VariantNo, change: VariantEdit) -> Self {
        Self::Variant { variant, change }
    }

    /// An edit of a fibre line of `part`.
    pub fn fibre(part: &PartId, line: usize, change: FibreEdit) -> Self {
        Self::Fibre {
            part: part.clone(),
            line,
            change,
        }
    }

    /// An edit of `pathway`.
    pub fn pathway(pathway: &PathwayId, change: PathwayEdit) -> Self {
        Self::Pathway {
            pathway: pathway.clone(),
            change,
        }
    }

    /// An edit of a `stage`.
    pub fn stage(pathway: &PathwayId, stage: &StageId, change: StageEdit) -> Self {
        Self::Stage {
            pathway: pathway.clone(),
            stage: stage.clone(),
            change,
        }
    }

    /// An edit of the exit of `stage` that leads to `to`.
    pub fn link(pathway: &PathwayId, stage: &StageId, to: &StageId, change: LinkEdit) -> Self {
        Self::Link {
            pathway: pathway.clone(),
            stage: stage.clone(),
            to: to.clone(),
            change,
        }
    }

    /// The project after this edit; equal to `project` where the edit changes nothing.
    pub fn apply(&self, project: &Project) -> Result<Project, EditError> {
        let mut next = project.clone();
        match self {
            Self::Product(change) => product::change_product(&mut next, change)?,
            Self::Variant { variant, change } => variants::change(&mut next, *variant, change)?,
            Self::AddPart(part) => product::add_part(&mut next.product, part)?,
            Self::AddParts { parts, assumed, at } => {
                several::add_parts(&mut next.product, parts, assumed, *at)?;
            }
            Self::Part { part, change } => product::change_part(&mut next.product, part, change)?,
            Self::Fibre { part, line, change } => {
                product::change_fibre(&mut next.product, part, *line, change)?;
            }
            Self::AddPathway(pathway) => pathways::add(&mut next, pathway)?,
            Self::Pathway { pathway, change } => pathways::change(&mut next, pathway, change)?,
            Self::AddStages {
                pathway,
                stages,
                entry,
            } => stages::add(pathways::find(&mut next, pathway)?, stages, entry.as_deref())?,
            Self::Stage {
                pathway,
                stage,
                change,
            } => stages::change(pathways::find(&mut next, pathway)?, stage, change)?,
            Self::Link {
                pathway,
                stage,
                to,
                change,
            } => links::change(pathways::find(&mut next, pathway)?, stage, to, change)?,
            Self::SetCompared(compared) => variants::set_compared(&mut next, compared)?,
            Self::SetOverride { factor, figure, note } => {
                own::set_override(&mut next, factor, *figure, note)?;
            }
            Self::RemoveOverride(factor) => {
                next.overrides.remove(factor);
            }
            Self::SetOverrides(all) => own::set_overrides(&mut next, all)?,
            Self::SetMultiplier {
                activity,
                value,
                note,
            } => {
                own::set_multiplier(&mut next, activity, *value, note)?;
            }
            Self::RemoveMultiplier(activity) => {
                next.multipliers.remove(activity);
            }
            Self::Money(change) => money::change(&mut next, change)?,
            Self::AddPlace { place, name } => places::add(&mut next, place, name)?,
            Self::Place { place, change } => places::change(&mut next, place, change)?,
            Self::SetHome(home) => next.home.clone_from(home),
            Self::CountLaundering(counts) => next.count_laundering = *counts,
            Self::SetSeed(seed) => next.seed = *seed,
            Self::SetGroup(group) => group.trim().clone_into(&mut next.group),
            Self::Replace(other) => next = Project::clone(other),
            Self::Together(edits) | Self::Named { edits, .. } => next = several::together(edits, project)?,
        }
        bounds::check_size(&next)?;
        Ok(next)
    }

    /// What this edit acts on, where it is one of those that are dragged or typed; none for an edit that never merges.
    pub fn gesture(&self) -> Option<Gesture> {
        let (act, target) = match self {
            Self::Product(change) => (change.gesture()?, Vec::new()),
            Self::Variant { variant, change } => (change.gesture()?, vec![variant.to_string()]),
            Self::Part { part, change } => (change.gesture()?, vec![part.to_string()]),
            Self::Fibre { part, line, change } => {
                (change.gesture()?, vec![part.to_string(), line.to_string()])
            }
            Self::Pathway { pathway, change } => (change.gesture()?, vec![pathway.to_string()]),
            Self::Stage {
                pathway,
                stage,
                change,
            } => (change.gesture()?, vec![pathway.to_string(), stage.to_string()]),
            Self::Link {
                pathway,
                stage,
                to,
                change,
            } => (
                change.gesture()?,
                vec![pathway.to_string(), stage.to_string(), to.to_string()],
            ),
            Self::SetOverride { factor, .. } => ("override", vec![factor.to_string()]),
            Self::SetMultiplier { activity, .. } => ("multiplier", vec![activity.to_string()]),
            Self::Place {
                place,
                change: PlaceEdit::Rename(_),
            } => ("place name", vec![place.to_string()]),
            Self::SetSeed(_) => ("seed", Vec::new()),
            Self::SetGroup(_) => ("group", Vec::new()),
            Self::Together(edits) => return several::gesture(edits),
            Self::AddPart(_)
            | Self::AddParts { .. }
            | Self::Named { .. }
            | Self::AddPathway(_)
            | Self::AddStages { .. }
            | Self::SetCompared(_)
            | Self::RemoveOverride(_)
            | Self::SetOverrides(_)
            | Self::RemoveMultiplier(_)
            | Self::Money(_)
            | Self::AddPlace { .. }
            | Self::Place { .. }
            | Self::SetHome(_)
            | Self::CountLaundering(_)
            | Self::Replace(_) => return None,
        };
        Some(Gesture { act, target })
    }

    /// What the edit does, for the undo menu and the list of steps, named as in `project` before the edit.
    pub fn name(&self, project: &Project) -> Name {
        words::edit_words(self, project)
    }
}
