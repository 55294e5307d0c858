//! The edits of each kind of thing, and which of them merge while they are dragged or typed.

use crate::model::{
    Assumed, Cloth, Construction, Estimate, Feedstock, FibreId, FibreLine, Finishes, KindId, Making,
    MaxLives, Name, Paper, Part, PathwayId, Picture, PlaceId, Price, Removable, Role, RouteId, Sewing,
    StageId,
};
use crate::quantity::{Mass, Pieces, Share};
use crate::text::Lang;
use std::collections::BTreeSet;

/// A change of the product as a whole.
#[derive(Debug, Clone, PartialEq)]
pub enum ProductEdit {
    /// Names it in one language; the other follows while it repeats the same words.
    Rename(Lang, String),
    /// Sets the kind of garment.
    SetKind(KindId),
    /// Sets the wears of a first life; none goes back to the average of the kind.
    SetWears(Option<Estimate>),
    /// Sets the pieces made in a year.
    SetVolume(Pieces),
    /// Sets where it is made.
    SetMadeIn(PlaceId),
    /// Sets where it is used.
    SetUsedIn(PlaceId),
    /// Shows it by a picture; none takes the picture away.
    SetPicture(Option<Picture>),
    /// Sets how the hours of sewing are counted; own minutes are never negative.
    SetSewing(Sewing),
    /// Puts the parts of a bill of materials in place of the present ones, with the kind of garment they were read for.
    SetParts {
        /// The kind of garment.
        kind: KindId,
        /// The parts.
        parts: Vec<Part>,
        /// What of them is assumed.
        assumed: BTreeSet<Assumed>,
    },
}

/// A change of one variant.
#[derive(Debug, Clone, PartialEq)]
pub enum VariantEdit {
    /// Puts a copy at the end and takes it in hand; with a pathway, the copy on that pathway joins the comparison,
    /// which is refused where four columns stand already.
    Duplicate(Option<PathwayId>),
    /// Puts a copy at the end and takes it in hand; on this pathway it joins the comparison beside the original, and
    /// where four columns stand already the last one that is neither first nor the original's gives way.
    DuplicateCompared(PathwayId),
    /// Takes it in hand: product and pathways then show it.
    TakeInHand,
    /// Names it in one language; without a name it is called by its number.
    Rename(Lang, String),
    /// Takes it out, with its columns; refused for the only one. Its neighbour comes in hand.
    Remove,
}

/// A change of one part.
#[derive(Debug, Clone, PartialEq)]
pub enum PartEdit {
    /// Names it in one language.
    Rename(Lang, String),
    /// Puts a copy right after it.
    Duplicate,
    /// Takes it out.
    Remove,
    /// Moves it to this place in the list, counted from 0; past the end means the end.
    Move(usize),
    /// Sets what it does in the garment.
    SetRole(Role),
    /// Sets its mass in the finished piece; where cloth gives it, so much cloth as weighs that.
    SetMass(Mass),
    /// Gives its mass by cloth; none keeps the mass and forgets the cloth.
    SetCloth(Option<Cloth>),
    /// Sets one text of its papers.
    SetPaper(Paper, String),
    /// Sets what it costs; the amount is 0 or more.
    SetPrice(Option<Price>),
    /// Shows it by a picture; none takes the picture away.
    SetPicture(Option<Picture>),
    /// Sets how it is built.
    SetConstruction(Construction),
    /// Sets its finishes.
    SetFinishes(Finishes),
    /// Sets whether it comes off.
    SetRemovable(Removable),
    /// Sets the number of identical pieces, at least 1.
    SetCount(u32),
    /// Sets how many cuts take a hard part off, at least one.
    SetCuts(u32),
    /// Sets how it is made.
    SetMaking(Making),
    /// Sets the loss in cutting, from 0 to less than 1; refused for a part that is bought as it is.
    SetCuttingLoss(Option<Estimate>),
    /// Adds a line of virgin fibre that takes the remainder of the composition.
    AddFibre(FibreId),
    /// Sets the shares of all its fibre lines, in their order; together at most 1.
    SetShares(Vec<Share>),
    /// Puts other fibre lines in place of all it has; together at most 1.
    SetFibres(Vec<FibreLine>),
}

/// A change of one fibre line.
#[derive(Debug, Clone, PartialEq)]
pub enum FibreEdit {
    /// Takes the line out; its share becomes remainder.
    Remove,
    /// Sets the fibre; the feedstock goes back to virgin, for it was stated for the other fibre.
    SetFibre(FibreId),
    /// Sets the share: the remainder is used up first, then the other lines give way in proportion.
    SetShare(Share),
    /// Gives the whole remainder to the line.
    FillRemainder,
    /// Sets where the fibre comes from; its shares together at most 1.
    SetFeedstock(Feedstock),
}

/// A change of one pathway.
#[derive(Debug, Clone, PartialEq)]
pub enum PathwayEdit {
    /// Names it in one language.
    Rename(Lang, String),
    /// Puts a copy right after it; the copy joins the compared ones while there are fewer than four.
    Duplicate,
    /// Takes it out; refused for the only one. The first that is left takes over as baseline.
    Remove,
    /// Moves it to this place, counted from 0; past the end means the end.
    Move(usize),
    /// Counts gains and losses against it.
    SetBaseline,
    /// Sets the most lives of one garment, at least 1.
    SetMaxLives(MaxLives),
    /// Sets the wears of the owned piece that a hired first life replaces; refused where the first user hires nothing.
    SetOwnWears(Option<Estimate>),
}

/// Of one own place.
#[derive(Debug, Clone, PartialEq)]
pub enum PlaceEdit {
    /// Its name in both languages; one of them may be empty.
    Rename(Name),
    /// Lets it lie in another place, with all that lies in it; its id follows, and so does everything that stands there.
    MoveInto(PlaceId),
    /// Takes it out; refused where it is in use or another own place lies in it.
    Remove,
}

/// A change of one stage.
#[derive(Debug, Clone, PartialEq)]
pub enum StageEdit {
    /// Names it in one language; without a name it is called by its kind.
    Rename(Lang, String),
    /// Takes it out; what led to it goes to the other exits in proportion. Refused for the start and for an only exit.
    Remove,
    /// Sets where its work is done.
    SetPlace(PlaceId),
    /// Sets its own figure: the share of later lives of a use stage, wears per cycle in rental, displacement of a return
    /// stage.
    SetOwn(Option<Estimate>),
    /// Sets the share of a material stage's output that comes back to this product.
    SetClosedShare(Option<Estimate>),
    /// Sets where the stage sends what it cannot place otherwise.
    SetFallback(Option<StageId>),
    /// Sets where residue and trims of a material stage go.
    SetResidue(Option<StageId>),
    /// Sets the route of a material stage.
    SetRoute(RouteId),
    /// Adds an exit with share 0, or with all of it where it is the first.
    AddLink(StageId),
}

/// A change of one exit.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkEdit {
    /// Sets its share; what is undecided gives way first, then the other exits that are not pinned, in proportion.
    SetShare(Share),
    /// Keeps its share while others are changed, or lets it go.
    SetPinned(bool),
    /// Sets the range of its share, which must hold the share.
    SetRange(Option<(Share, Share)>),
    /// Lets it lead to another stage with the same share; what the library said of the old way is dropped.
    Reroute(StageId),
    /// Takes the exit out; its share becomes undecided, or goes to the others in proportion. Refused for the only one.
    Remove,
}

impl ProductEdit {
    /// The name of the gesture that this edit may be part of.
    pub(super) fn gesture(&self) -> Option<&'static str> {
        match self {
            Self::Rename(Lang::En, _) => Some("product name en"),
            Self::Rename(Lang::Zh | Lang::Both, _) => Some("product name zh"),
            Self::SetWears(_) => Some("wears"),
            Self::SetVolume(_) => Some("volume"),
            Self::SetSewing(Sewing::Minutes(_)) => Some("sewing minutes"),
            Self::SetSewing(Sewing::Smv(_)) => Some("standard minutes"),
            Self::SetKind(_)
            | Self::SetPicture(_)
            | Self::SetMadeIn(_)
            | Self::SetUsedIn(_)
            | Self::SetSewing(Sewing::Kind)
            | Self::SetParts { .. } => None,
        }
    }
}

impl VariantEdit {
    /// The name of the gesture that this edit may be part of.
    pub(super) fn gesture(&self) -> Option<&'static str> {
        match self {
            Self::Rename(Lang::En, _) => Some("variant name en"),
            Self::Rename(Lang::Zh | Lang::Both, _) => Some("variant name zh"),
            Self::Duplicate(_) | Self::DuplicateCompared(_) | Self::TakeInHand | Self::Remove => None,
        }
    }
}

impl PartEdit {
    /// The name of the gesture that this edit may be part of.
    pub(super) fn gesture(&self) -> Option<&'static str> {
        match self {
            Self::Rename(Lang::En, _) => Some("part name en"),
            Self::Rename(Lang::Zh | Lang::Both, _) => Some("part name zh"),
            Self::SetMass(_) => Some("mass"),
            Self::SetCloth(Some(_)) => Some("cloth"),
            Self::SetPaper(paper, _) => Some(match paper {
                Paper::Supplier => "supplier",
                Paper::Certificate => "certificate",
                Paper::Evidence => "evidence",
                Paper::Note => "note",
            }),
            Self::SetPrice(Some(_)) => Some("price"),
            Self::SetCount(_) => Some("count"),
            Self::SetCuts(_) => Some("cuts"),
            Self::SetCuttingLoss(_) => Some("cutting loss"),
            Self::Move(_) => Some("part place"),
            Self::Duplicate
            | Self::Remove
            | Self::SetCloth(None)
            | Self::SetPrice(None)
            | Self::SetPicture(_)
            | Self::SetRole(_)
            | Self::SetConstruction(_)
            | Self::SetFinishes(_)
            | Self::SetRemovable(_)
            | Self::SetMaking(_)
            | Self::SetShares(_)
            | Self::SetFibres(_)
            | Self::AddFibre(_) => None,
        }
    }
}

impl FibreEdit {
    /// The name of the gesture that this edit may be part of.
    pub(super) fn gesture(&self) -> Option<&'static str> {
        match self {
            Self::SetShare(_) => Some("fibre share"),
            Self::SetFeedstock(_) => Some("feedstock"),
            Self::Remove | Self::SetFibre(_) | Self::FillRemainder => None,
        }
    }
}

impl PathwayEdit {
    /// The name of the gesture that this edit may be part of.
    pub(super) fn gesture(&self) -> Option<&'static str> {
        match self {
            Self::Rename(Lang::En, _) => Some("pathway name en"),
            Self::Rename(Lang::Zh | Lang::Both, _) => Some("pathway name zh"),
            Self::SetMaxLives(_) => Some("lives"),
            Self::SetOwnWears(_) => Some("own wears"),
            Self::Move(_) => Some("pathway place"),
            Self::Duplicate | Self::Remove | Self::SetBaseline => None,
        }
    }
}

impl StageEdit {
    /// The name of the gesture that this edit may be part of.
    pub(super) fn gesture(&self) -> Option<&'static str> {
        match self {
            Self::Rename(Lang::En, _) => Some("stage name en"),
            Self::Rename(Lang::Zh | Lang::Both, _) => Some("stage name zh"),
            Self::SetOwn(_) => Some("own"),
            Self::SetClosedShare(_) => Some("closed share"),
            Self::Remove
            | Self::SetPlace(_)
            | Self::SetFallback(_)
            | Self::SetResidue(_)
            | Self::SetRoute(_)
            | Self::AddLink(_) => None,
        }
    }
}

impl LinkEdit {
    /// The name of the gesture that this edit may be part of.
    pub(super) fn gesture(&self) -> Option<&'static str> {
        match self {
            Self::SetShare(_) => Some("share"),
            Self::SetRange(_) => Some("share range"),
            Self::SetPinned(_) | Self::Reroute(_) | Self::Remove => None,
        }
    }
}
