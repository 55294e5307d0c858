//! Trims: usual masses of zips, buttons, labels and thread.

use super::column::{Column, Row};
use super::{Factor, Figure, read};
use crate::model::{FibreId, Name};
use serde::Deserialize;

/// One kind of trim.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trim {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Its material, as the fibre table names it.
    #[serde(deserialize_with = "read::id")]
    pub fibre: FibreId,
    /// Its material in words.
    #[serde(deserialize_with = "read::name")]
    pub material: Name,
    /// How it comes off.
    #[serde(deserialize_with = "read::name")]
    pub removal: Name,
    /// Mass of one piece in kg.
    pub mass_kg: Figure,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

impl Trim {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let row = Row {
            table: "trim",
            id: &self.id,
            name: &self.name,
            note: &self.note,
        };
        vec![row.factor(
            Column::positive("mass_kg", "mass", "重量", "kg"),
            &mut self.mass_kg,
        )]
    }
}
