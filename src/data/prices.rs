//! Kinds of prices that the user may type in: what each is for, which flow it is counted on, and who pays whom.
//!
//! Invariant: no amount of money stands in the table, and no kind of price is named in code.

use super::{Library, RouteClass, Written, read};
use crate::model::{Name, PriceId, StageKindId};
use serde::Deserialize;
use std::sync::OnceLock;

/// The whole table.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    parties: Vec<Party>,
    kinds: Vec<PriceKind>,
}

/// Somebody who pays or is paid.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The word of it in files.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
}

/// One kind of price.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceKind {
    /// Its id, as files and commands write it.
    #[serde(deserialize_with = "read::id")]
    pub id: PriceId,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// What one price is for.
    pub per: PerUnit,
    /// What it is counted on.
    pub on: PriceOn,
    /// Who pays whom; none where nobody pays.
    #[serde(default)]
    paid: Option<PaidRow>,
    /// The price that it is held against in the question who pays.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub against: Option<PriceId>,
}

/// Ids of who pays and who is paid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct PaidRow {
    by: String,
    to: String,
}

/// What one price is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum PerUnit {
    /// One piece.
    Piece,
    /// One tonne.
    Tonne,
}

impl PerUnit {
    /// The word of it in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Piece => "piece",
            Self::Tonne => "tonne",
        }
    }
}

/// The flow that a price is counted on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum PriceOn {
    /// Pieces that stages of these kinds bring back into use.
    BackInUse(#[serde(deserialize_with = "read::ids")] Vec<StageKindId>),
    /// Mass of the whole garments that pass stages of these kinds.
    Passed(#[serde(deserialize_with = "read::ids")] Vec<StageKindId>),
    /// Mass that routes of these classes take in.
    TakenIn(Vec<RouteClass>),
    /// Mass that reaches ends of these classes.
    Ended(Vec<String>),
    /// New garments avoided.
    Avoided,
}

impl PriceOn {
    /// What it is counted in.
    pub const fn unit(&self) -> PerUnit {
        match self {
            Self::BackInUse(_) | Self::Avoided => PerUnit::Piece,
            Self::Passed(_) | Self::TakenIn(_) | Self::Ended(_) => PerUnit::Tonne,
        }
    }
}

impl PriceKind {
    /// Who pays and who is paid; none where nobody pays.
    pub fn paid(&self) -> Option<[&'static Party; 2]> {
        let row = self.paid.as_ref()?;
        let party = |id: &str| table().parties.iter().find(|party| party.id == id);
        Some([party(&row.by)?, party(&row.to)?])
    }
}

/// All kinds of prices in the order of the table.
pub fn price_kinds() -> &'static [PriceKind] {
    &table().kinds
}

/// The kind of price with `id`.
pub fn price_kind(id: &PriceId) -> Option<&'static PriceKind> {
    price_kinds().iter().find(|kind| &kind.id == id)
}

/// The table; empty, with an error in the log, if its text does not read (a test forbids that).
fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let read = compact!("data/prices").table("prices");
        read.unwrap_or_else(|error| {
            log::error!("the table of prices does not read: {error}");
            Table::default()
        })
    })
}

/// Prices whose units, parties or flows stand for nothing.
pub(super) fn check_prices(library: &Library) -> Vec<String> {
    let mut problems = Vec::new();
    for kind in price_kinds() {
        let mut wrong = |what: &str| problems.push(format!("{}: {what}", kind.id));
        if kind.per != kind.on.unit() {
            wrong("its unit is not that of its flow");
        }
        if kind.paid.is_some() && kind.paid().is_none() {
            wrong("a party is not known");
        }
        if kind.against.as_ref().is_some_and(|id| price_kind(id).is_none()) {
            wrong("the price that it is held against is not known");
        }
        let is_kind = |id: &StageKindId| library.stage_kinds.iter().any(|row| &row.id == id);
        let is_known = match &kind.on {
            PriceOn::BackInUse(kinds) | PriceOn::Passed(kinds) => kinds.iter().all(is_kind),
            PriceOn::Ended(_) | PriceOn::TakenIn(_) | PriceOn::Avoided => true,
        };
        if !is_known {
            wrong("its flow names a stage that is not known");
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edited_table_says_the_same() {
        let edited = include_str!("../../assets/data/prices.ron");
        let edited: Table = edited.table("prices").unwrap();
        assert_eq!(&edited, table());
        assert!(edited.kinds.len() >= 6 && !edited.parties.is_empty());
    }
}
