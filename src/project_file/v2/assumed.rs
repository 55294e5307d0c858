//! Version 2 of the marks on what nobody has stated.

use crate::model::Assumed;
use crate::project_file::kind::Rows;
use crate::project_file::list::Row;
use crate::project_file::value::IdFile;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One mark; parts are named by id.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Assumed", rename_all = "snake_case", deny_unknown_fields)]
pub enum AssumedFile {
    Mass(IdFile),
    Making(IdFile),
    Finishes(IdFile),
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
    /// The file's form of a mark.
    pub fn of(mark: &Assumed) -> Self {
        match mark {
            Assumed::Mass(part) => Self::Mass(IdFile(part.to_string())),
            Assumed::Making(part) => Self::Making(IdFile(part.to_string())),
            Assumed::Finishes(part) => Self::Finishes(IdFile(part.to_string())),
            Assumed::Volume => Self::Volume,
            Assumed::MadeIn => Self::MadeIn,
            Assumed::UsedIn => Self::UsedIn,
        }
    }

    /// The model's form.
    pub fn into_model(self) -> Assumed {
        match self {
            Self::Mass(part) => Assumed::Mass(part.0.into()),
            Self::Making(part) => Assumed::Making(part.0.into()),
            Self::Finishes(part) => Assumed::Finishes(part.0.into()),
            Self::Volume => Assumed::Volume,
            Self::MadeIn => Assumed::MadeIn,
            Self::UsedIn => Assumed::UsedIn,
        }
    }
}
