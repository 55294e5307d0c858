//! A pathway: a directed graph of stages; loops at item level are allowed.

use super::{Estimate, FactorId, Name, PathwayId, PlaceId, RouteId, StageId, StageKindId};
use crate::quantity::{Quantity, Share};

/// What becomes of the product, from first use to where each kg ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Pathway {
    /// Its id.
    pub id: PathwayId,
    /// Its name.
    pub name: Name,
    /// The stage that a piece enters first: where it is worn, or where unsold goods are.
    pub start: StageId,
    /// The most lives that one garment gets, the first included.
    pub max_lives: MaxLives,
    /// Wears of the owned piece that a hired first life replaces; those of the kind where not given. Only where the
    /// first user hires the garment.
    pub own_wears: Option<Estimate>,
    /// Its stages; order is the order on screen.
    pub stages: Vec<Stage>,
}

impl Pathway {
    /// True where the first user hires the garment.
    pub fn is_hired(&self) -> bool {
        let start = self.stage(&self.start);
        start.is_some_and(|stage| stage.kind.role() == Some(StageRole::Hired))
    }

    /// The stage with `id`.
    pub fn stage(&self, id: &StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| &stage.id == id)
    }
}

/// The cap on lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaxLives {
    /// No cap: the closed form.
    Unlimited,
    /// At most this many lives, at least one.
    Lives(u32),
}

/// One stage of a pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// Its own name; the kind's name where empty.
    pub name: Name,
    /// What happens here.
    pub kind: StageKind,
    /// Where its work is done.
    pub place: PlaceId,
    /// Where items go from here (item stages only); shares sum to 1.
    pub exits: Vec<Link>,
    /// Item stages: where the closed exits of a last life go when no other exit is left.
    /// Material stages: where refused mass goes.
    pub fallback: Option<StageId>,
    /// Material stages: where residue and removed trims go.
    pub residue: Option<StageId>,
    /// Recycling stages: share of the output that comes back to this product; 0 where not given.
    pub closed_share: Option<Estimate>,
    /// Use stages: wears of a later life as a share of the first; in rental wears per cycle; return stages: new garments
    /// avoided per passage.
    /// The library's factor where none is given.
    pub own: Option<Estimate>,
}

/// What happens at a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StageKind {
    /// The garment is whole here: a kind of the library's table.
    Item(ItemKind),
    /// Taken apart on a route of the library, behind its gates.
    Material(RouteId),
    /// Where mass ends.
    End(EndKind),
}

/// A kind of stage where the garment is whole, with the role that its row in the library gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemKind {
    /// Its id.
    pub id: StageKindId,
    /// What it is to the garment.
    pub role: StageRole,
}

/// What a stage is to a whole garment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageRole {
    /// Worn by its owner.
    Worn,
    /// Worn in a rental service: one visit is one cycle between two hand-overs.
    Hired,
    /// The owner lets go of it.
    LetGo,
    /// Collected.
    Collect,
    /// Sorted.
    Sort,
    /// On its way back into use: repaired, resold, handed on, exported for reuse.
    Return,
    /// Anything else.
    Other,
}

impl StageKind {
    /// What a figure of the stage's own stands for: wears of one rental cycle, else a share.
    pub fn own_quantity(&self) -> Quantity {
        match self.role() {
            Some(StageRole::Hired) => Quantity::AverageWears,
            _ => Quantity::Share,
        }
    }

    /// True where the garment is still whole.
    pub fn is_item(&self) -> bool {
        matches!(self, Self::Item(_))
    }

    /// True for the kind `id` of the library's table.
    pub fn is_kind(&self, id: &StageKindId) -> bool {
        matches!(self, Self::Item(item) if &item.id == id)
    }

    /// What the stage is to a whole garment; none where there is none any more.
    pub fn role(&self) -> Option<StageRole> {
        match self {
            Self::Item(item) => Some(item.role),
            Self::Material(_) | Self::End(_) => None,
        }
    }

    /// True for the stages that a garment passes on its way back into use.
    pub fn is_return(&self) -> bool {
        self.role() == Some(StageRole::Return)
    }

    /// True where the garment is worn.
    pub fn is_use(&self) -> bool {
        matches!(self.role(), Some(StageRole::Worn | StageRole::Hired))
    }
}

/// Ends that are not the output of a recycling route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndKind {
    /// Incineration with energy recovery.
    EnergyRecovery,
    /// Refuse-derived fuel, as in cement kilns.
    RefuseDerivedFuel,
    /// Incineration without energy recovery.
    Incineration,
    /// Landfill.
    Landfill,
    /// Exported, fate unknown.
    Exported,
    /// Litter or unknown.
    Litter,
    /// Not yet decided.
    Undecided,
}

impl EndKind {
    /// All ends in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::EnergyRecovery,
        Self::RefuseDerivedFuel,
        Self::Incineration,
        Self::Landfill,
        Self::Exported,
        Self::Litter,
        Self::Undecided,
    ];
}

/// One exit of an item stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The stage it leads to.
    pub to: StageId,
    /// The share of what leaves the stage.
    pub share: Share,
    /// Low and high of that share, where known.
    pub range: Option<(Share, Share)>,
    /// The library's share that this one came from; its source and grade hold while the value is unchanged.
    pub basis: Option<FactorId>,
    /// Kept while other exits are dragged.
    pub pinned: bool,
}
