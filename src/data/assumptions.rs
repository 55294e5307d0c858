//! Assumptions of the method that belong to no row of another table.

use super::column::complete;
use super::{Domain, Factor, Sourced, read};
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
    pub figure: Sourced<f64>,
}

impl Assumption {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        complete(&mut self.figure, "", "");
        let share = self.figure.unit.starts_with("share");
        vec![Factor {
            id: FactorId::from(format!("assumption.{}", self.id)),
            name: self.name.clone(),
            domain: if share { Domain::Share } else { Domain::Positive },
            figure: self.figure.clone(),
        }]
    }
}
