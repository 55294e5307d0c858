//! Version 1 of the marks on what nobody has stated.

use crate::model::Assumed;
use crate::project_file::kind::Rows;
use crate::project_file::list::Row;
use serde::Deserialize;
use std::borrow::Cow;

/// One mark; parts are named by id.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Assumed", rename_all = "snake_case", deny_unknown_fields)]
pub enum AssumedFile {
    Mass(String),
    Making(String),
    Volume,
    MadeIn,
    UsedIn,
}

impl Row for AssumedFile {
    const ROWS: Rows = Rows::Assumed;

    fn id(&self) -> Option<Cow<'_, str>> {
        None
    }
}

impl AssumedFile {
    /// The model's form.
    pub fn into_model(self) -> Assumed {
        match self {
            Self::Mass(part) => Assumed::Mass(part.into()),
            Self::Making(part) => Assumed::Making(part.into()),
            Self::Volume => Assumed::Volume,
            Self::MadeIn => Assumed::MadeIn,
            Self::UsedIn => Assumed::UsedIn,
        }
    }
}
