//! Design rules in words, each with its source.

use super::{Grade, Mark, read};
use crate::model::{Name, SourceId};
use serde::Deserialize;

/// One design rule; nothing evaluates `when` and `threshold`, they are for a reader.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// What it asks for.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// What a breach means.
    pub severity: Severity,
    /// When it speaks up; `t` is the threshold.
    pub when: String,
    /// The threshold in words, empty where there is none.
    #[serde(default)]
    pub threshold: String,
    /// Families of routes that it speaks of.
    pub routes: Vec<String>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// How it came here.
    pub mark: Mark,
    /// Sources; none means an assumption.
    #[serde(default, deserialize_with = "read::ids")]
    pub sources: Vec<SourceId>,
    /// Reasoning and warnings.
    #[serde(default)]
    pub note: String,
}

/// What a breach means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Severity {
    /// For information.
    Info,
    /// Sorts into classes.
    Grade,
    /// A warning.
    Warn,
    /// Fails the criterion.
    Fail,
}
