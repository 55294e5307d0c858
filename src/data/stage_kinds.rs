//! Kinds of stages where the garment is whole: what happens there, as rows of a table.
//!
//! Invariant: whatever the program does with such a stage follows from its row; no kind and no place is named in code.

use super::{Library, StageGroup, read};
use crate::model::{ActivityId, FactorId, ItemKind, Name, PlaceId, StageKind, StageKindId, StageRole};
use serde::Deserialize;

/// One kind of stage.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageKindRow {
    /// Its id, as files write it.
    #[serde(deserialize_with = "read::id")]
    pub id: StageKindId,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Where it stands in the list of stages.
    pub group: StageGroup,
    /// What it is to the garment.
    #[serde(deserialize_with = "role")]
    pub role: StageRole,
    /// Where it stands in the diagram.
    #[serde(default)]
    pub picture: Band,
    /// Its name where there is little room.
    #[serde(default, deserialize_with = "read::maybe_name")]
    pub short: Option<Name>,
    /// How a passage is counted: `{count} repaired`.
    #[serde(default, deserialize_with = "read::maybe_name")]
    pub passed: Option<Name>,
    /// What a stage of this kind states itself.
    #[serde(default)]
    pub own: Option<OwnRow>,
    /// The kinds of work done there.
    #[serde(default)]
    pub work: Vec<KindWork>,
}

/// Bands of the diagram, for stages of whole garments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Band {
    /// On the way back into use, nearest to its loop.
    Loop,
    /// Out of the country.
    Abroad,
    /// Anywhere else.
    #[default]
    Whole,
}

/// The figure that a stage may state itself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnRow {
    /// What it says.
    #[serde(deserialize_with = "read::name")]
    pub label: Name,
    /// Its unit.
    pub unit: OwnUnit,
    /// What stands in for it, by place.
    pub factors: Vec<AtPlace>,
}

/// Units of that figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum OwnUnit {
    /// A share, 0 to 1.
    Share,
    /// Wears.
    Wears,
}

impl OwnUnit {
    /// The unit as figures name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Wears => "wears",
        }
    }
}

/// One kind of work at a stage.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindWork {
    /// The activity.
    #[serde(deserialize_with = "read::id")]
    pub activity: ActivityId,
    /// What its hours count.
    pub basis: KindBasis,
    /// Factors of hours, by place; none for the activity's own work per 1000 t.
    #[serde(default)]
    pub hours: Vec<AtPlace>,
    /// True where it was done unpaid at home before: it counts as work only where the project says so.
    #[serde(default)]
    pub from_home: bool,
}

/// What hours at a stage count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum KindBasis {
    /// Kilograms that pass.
    Kg,
    /// Pieces that pass.
    Piece,
}

/// A factor that holds at a place.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtPlace {
    /// The place, with those whose parent it is; none for all others.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub place: Option<PlaceId>,
    /// The factor.
    #[serde(deserialize_with = "read::id")]
    pub factor: FactorId,
}

impl StageKindRow {
    /// What happens at a stage of this kind.
    pub fn kind(&self) -> StageKind {
        StageKind::Item(ItemKind {
            id: self.id.clone(),
            role: self.role,
        })
    }
}

impl Library {
    /// The row of an item stage; none for material stages, ends and unknown kinds.
    pub fn stage_kind(&self, kind: &StageKind) -> Option<&StageKindRow> {
        let StageKind::Item(item) = kind else { return None };
        self.stage_kinds.iter().find(|row| row.id == item.id)
    }

    /// What happens at an item stage of the kind `id`; of no role where the table does not know it.
    pub fn item_kind(&self, id: &str) -> StageKind {
        let row = self.stage_kinds.iter().find(|row| row.id.as_str() == id);
        row.map_or_else(
            || {
                StageKind::Item(ItemKind {
                    id: id.into(),
                    role: StageRole::Other,
                })
            },
            StageKindRow::kind,
        )
    }

    /// The factor of `rows` that holds at `place`: its own, that of the nearest place around it, else the first one that names no place.
    pub fn at_place<'a>(&self, rows: &'a [AtPlace], place: &PlaceId) -> Option<&'a FactorId> {
        let at = |wanted: Option<&str>| {
            let mut rows = rows.iter();
            rows.find(|row| row.place.as_ref().map(PlaceId::as_str) == wanted)
        };
        let found = self.upwards(place).find_map(|place| at(Some(place)));
        found.or_else(|| at(None)).map(|row| &row.factor)
    }

    /// The factor that stands in where a stage of this `kind` at `place` has no figure of its own.
    pub fn own_factor(&self, kind: &StageKind, place: &PlaceId) -> Option<&FactorId> {
        let own = self.stage_kind(kind)?.own.as_ref()?;
        self.at_place(&own.factors, place)
    }
}

/// Roles, as they are written in the table.
#[derive(Deserialize)]
#[serde(rename = "StageRole")]
enum RoleWord {
    Worn,
    Hired,
    LetGo,
    Collect,
    Sort,
    Return,
    Other,
}

fn role<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<StageRole, D::Error> {
    Ok(match RoleWord::deserialize(reader)? {
        RoleWord::Worn => StageRole::Worn,
        RoleWord::Hired => StageRole::Hired,
        RoleWord::LetGo => StageRole::LetGo,
        RoleWord::Collect => StageRole::Collect,
        RoleWord::Sort => StageRole::Sort,
        RoleWord::Return => StageRole::Return,
        RoleWord::Other => StageRole::Other,
    })
}
