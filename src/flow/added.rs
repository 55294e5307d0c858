//! Stages that the method adds to those of a pathway: the output of a route, and the disassembly before it.
//!
//! Invariant: their ids are made and read here alone.

use crate::model::{Pathway, StageId};

/// What is added to a material stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// The end that its output reaches.
    Output,
    /// The stage where hand removal before it is done.
    Disassembly,
}

impl Added {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Output, Self::Disassembly];

    const fn suffix(self) -> &'static str {
        match self {
            Self::Output => "_output",
            Self::Disassembly => "_disassembly",
        }
    }

    /// The id of what is added to the material stage `id`.
    pub fn to(self, id: &StageId) -> StageId {
        format!("{id}{}", self.suffix()).into()
    }

    /// True where `id` is what is added to the material stage `of`.
    pub fn is_of(self, id: &StageId, of: &StageId) -> bool {
        id.as_str().strip_suffix(self.suffix()) == Some(of.as_str())
    }

    /// The stage of `pathway` that `id` was added to; none for the pathway's own stages and all others.
    pub fn of(self, pathway: &Pathway, id: &StageId) -> Option<StageId> {
        if pathway.stage(id).is_some() {
            return None;
        }
        let of = StageId::from(id.as_str().strip_suffix(self.suffix())?);
        pathway.stage(&of).map(|stage| stage.id.clone())
    }
}
