//! Version 2 of how sewing is counted.

use crate::model::Sewing;
use crate::project_file::value::{EstimateFile, NotNegative};
use serde::{Deserialize, Serialize};

/// How sewing is counted; minutes are those of one piece.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename = "Sewing", rename_all = "snake_case", deny_unknown_fields)]
pub enum SewingFile {
    #[default]
    Kind,
    Minutes {
        value: NotNegative,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        range: Option<(NotNegative, NotNegative)>,
    },
    Smv {
        value: NotNegative,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        range: Option<(NotNegative, NotNegative)>,
    },
}

impl SewingFile {
    /// The file's form of `sewing`.
    pub fn of(sewing: Sewing) -> Self {
        match sewing {
            Sewing::Kind => Self::Kind,
            Sewing::Minutes(own) => {
                let EstimateFile { value, range } = EstimateFile::of(&own);
                Self::Minutes { value, range }
            }
            Sewing::Smv(own) => {
                let EstimateFile { value, range } = EstimateFile::of(&own);
                Self::Smv { value, range }
            }
        }
    }

    /// True for the usual way, which is left out.
    pub const fn is_of_kind(&self) -> bool {
        matches!(self, Self::Kind)
    }

    /// The model's form.
    pub fn into_model(self) -> Sewing {
        match self {
            Self::Kind => Sewing::Kind,
            Self::Minutes { value, range } => Sewing::Minutes(EstimateFile { value, range }.into_model()),
            Self::Smv { value, range } => Sewing::Smv(EstimateFile { value, range }.into_model()),
        }
    }
}
