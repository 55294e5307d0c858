//! Reuse: how many new garments one passage back into use avoids.

use super::column::{Column, Row};
use super::{Factor, Figure, read};
use crate::model::Name;
use serde::Deserialize;

/// One published or judged figure on reuse.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reuse {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// New garments avoided per passage, as a share.
    pub displacement: Figure,
    /// Added life as a ratio to the first, where known.
    #[serde(default)]
    pub extra_life: Option<Figure>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

impl Reuse {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let row = Row {
            table: "reuse",
            id: &self.id,
            name: &self.name,
            note: &self.note,
        };
        let first = row.factor(
            Column::share("displacement", "displacement", "替代率"),
            &mut self.displacement,
        );
        let life = Column::positive("extra_life", "added life", "延长寿命", "ratio to first life");
        std::iter::once(first)
            .chain(row.maybe(life, &mut self.extra_life))
            .collect()
    }
}
