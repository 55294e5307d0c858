//! Assumptions of the method that belong to no row of another table.

use super::column::complete;
use super::{Domain, Factor, Figure, read};
use crate::model::{FactorId, Name};
use serde::Deserialize;

/// One assumption.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Its key: the factor's id after `assumption.`.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// A whole number that is never sampled.
    #[serde(default)]
    pub fixed: bool,
    /// The figure, with its unit.
    pub figure: Figure,
}

impl Assumption {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        complete(&mut self.figure, "", "");
        let share = self.figure.unit.starts_with("share");
        vec![Factor::new(
            FactorId::from(format!("assumption.{}", self.id)),
            self.name.clone(),
            if share { Domain::Share } else { Domain::Positive },
            &self.figure,
        )]
    }
}
