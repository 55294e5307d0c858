//! The bibliography: one list of all sources that figures name.

use super::read;
use crate::model::SourceId;
use serde::Deserialize;

/// One source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its key, as figures name it.
    #[serde(deserialize_with = "read::id")]
    pub id: SourceId,
    /// Year of the text, or "n.d.".
    pub year: String,
    /// Title, or what the text is about.
    pub title: String,
    /// Where it was read.
    pub place: String,
}
