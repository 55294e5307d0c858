//! Ids of Ecobalyse and what they are here.

use crate::model::{Construction, Origin};
use serde::Deserialize;
use std::sync::OnceLock;

/// The table.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) version: String,
    pub(super) materials: Vec<MaterialRow>,
    pub(super) also: Vec<Also>,
    pub(super) products: Vec<ProductRow>,
    pub(super) countries: Vec<CountryRow>,
    pub(super) fabrics: Vec<FabricRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MaterialRow {
    pub(super) id: String,
    pub(super) fibre: String,
    #[serde(default)]
    pub(super) recycled: Option<From>,
    #[serde(default)]
    pub(super) sustained: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum From {
    Worn,
    Production,
    Other,
}

impl From {
    pub(super) const fn origin(self) -> Origin {
        match self {
            Self::Worn => Origin::TextilePostConsumer,
            Self::Production => Origin::TextilePreConsumer,
            Self::Other => Origin::OtherWaste,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Also {
    pub(super) fibre: String,
    pub(super) by: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProductRow {
    pub(super) id: String,
    pub(super) kinds: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountryRow {
    pub(super) code: String,
    pub(super) places: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FabricRow {
    pub(super) id: String,
    construction: Built,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Built {
    Woven,
    Knitted,
}

impl FabricRow {
    pub(super) const fn construction(&self) -> Construction {
        match self.construction {
            Built::Woven => Construction::Woven,
            Built::Knitted => Construction::Knitted,
        }
    }
}

/// The table of this release; empty, with an error in the log, if it does not read (a test forbids that).
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let text = include_str!("../../../assets/data/ecobalyse.ron");
        ron::from_str(text).unwrap_or_else(|error| {
            log::error!("the ids of Ecobalyse do not read: {error}");
            Table::default()
        })
    })
}
