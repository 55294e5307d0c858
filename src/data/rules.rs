//! Design rules, each with its source, its numbers and the aim that it serves.

use super::{Grade, Library, Mark, read};
use crate::model::{Name, SourceId};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One design rule.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// What it asks for.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// The aim that it serves.
    pub group: RuleGroup,
    /// What a breach means.
    pub severity: Severity,
    /// When it speaks up, for a reader; `t` is the limit.
    pub when: String,
    /// Its numbers by what they bound, shares of 1 unless the key says otherwise.
    #[serde(default)]
    pub limits: BTreeMap<String, f64>,
    /// Families of routes that it speaks of.
    pub routes: Vec<String>,
    /// True where it is of an EU draft: a proposal, not law.
    #[serde(default)]
    pub proposal: bool,
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

impl Rule {
    /// The number under `key`.
    pub fn limit(&self, key: &str) -> Option<f64> {
        self.limits.get(key).copied()
    }
}

/// The aim that a rule serves, in the words of the national opinion of 2022 (易拆解、易分类、易回收), and durability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum RuleGroup {
    /// Easy to take apart.
    Apart,
    /// Easy to sort.
    Sort,
    /// Easy to recycle.
    Recycle,
    /// Durable.
    Durable,
    /// What goes in, making, data and claims.
    Other,
}

impl RuleGroup {
    /// All groups in their order.
    pub const ALL: [Self; 5] = [Self::Apart, Self::Sort, Self::Recycle, Self::Durable, Self::Other];
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

/// Limits are numbers that can be: none below zero, shares at most 1; a proposal names the draft it stands in.
pub(super) fn check_rules(library: &Library) -> Vec<String> {
    let is_share = |key: &str| {
        !["count", "mark", "m3"]
            .iter()
            .any(|unit| key.split('_').any(|word| word == *unit))
    };
    let wrong = |rule: &Rule| {
        let limits = rule.limits.iter();
        let mut limits = limits
            .filter(|(key, value)| !value.is_finite() || **value < 0.0 || (is_share(key) && **value > 1.0));
        if let Some((key, value)) = limits.next() {
            return Some(format!("{}: {key} {value} cannot be", rule.id));
        }
        (rule.proposal && rule.sources.is_empty())
            .then(|| format!("{}: a proposal without its draft", rule.id))
    };
    library.rules.iter().filter_map(wrong).collect()
}
