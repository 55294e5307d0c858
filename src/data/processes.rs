//! Making processes and their losses, on the input basis.

use super::column::{Column, Row};
use super::{Factor, Figure, read};
use crate::model::{ActivityId, Name, ProcessId};
use serde::Deserialize;

/// One making process.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// Its id.
    #[serde(deserialize_with = "read::id")]
    pub id: ProcessId,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Where it stands in the making of a garment.
    pub step: ProcessStep,
    /// The activity that counts its hours, where one does.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub work: Option<ActivityId>,
    /// Share of the input that is lost; left out where it stands with the kind of garment.
    #[serde(default)]
    pub loss: Option<Figure>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// Steps of making, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum ProcessStep {
    /// Fibre or melt to yarn.
    Spinning,
    /// Yarn to cloth.
    Forming,
    /// Scouring, bleaching and the like.
    Pretreatment,
    /// Dyeing.
    Dyeing,
    /// Finishing.
    Finishing,
    /// Cutting and sewing.
    Sewing,
    /// Care in use; no step of making.
    Care,
}

impl Process {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let row = Row {
            table: "process",
            id: self.id.as_str(),
            name: &self.name,
            note: &self.note,
        };
        row.maybe(
            Column::share("loss", "loss of input", "投入损耗率"),
            &mut self.loss,
        )
        .into_iter()
        .collect()
    }
}
