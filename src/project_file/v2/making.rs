//! How parts are made and pieces are sewn, version 2.

use crate::model::{Making, Sewing};
use crate::project_file::value::{EstimateFile, NotNegative, PlainShare};
use serde::{Deserialize, Serialize};

/// How sewing is counted; minutes are those of one piece.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename = "Sewing", rename_all = "snake_case", deny_unknown_fields)]
pub enum SewingFile {
    #[default]
    PerKg,
    KindMinutes,
    Minutes {
        value: NotNegative,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        range: Option<(NotNegative, NotNegative)>,
    },
}

/// How a part is made.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Making", rename_all = "snake_case", deny_unknown_fields)]
pub enum MakingFile {
    Cloth {
        spinning: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        forming: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dyeing: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cutting_loss_share: Option<EstimateFile<PlainShare>>,
    },
    Bought,
}

impl SewingFile {
    /// The form of the file.
    pub fn of(sewing: Sewing) -> Self {
        match sewing {
            Sewing::PerKg => Self::PerKg,
            Sewing::Minutes(None) => Self::KindMinutes,
            Sewing::Minutes(Some(own)) => {
                let EstimateFile { value, range } = EstimateFile::of(&own);
                Self::Minutes { value, range }
            }
        }
    }

    /// True for what is left out.
    pub const fn is_per_kg(&self) -> bool {
        matches!(self, Self::PerKg)
    }

    /// The model's form.
    pub fn into_model(self) -> Sewing {
        match self {
            Self::PerKg => Sewing::PerKg,
            Self::KindMinutes => Sewing::Minutes(None),
            Self::Minutes { value, range } => {
                Sewing::Minutes(Some(EstimateFile { value, range }.into_model()))
            }
        }
    }
}

impl MakingFile {
    /// The form of the file.
    pub fn of(making: &Making) -> Self {
        match making {
            Making::Bought => Self::Bought,
            Making::Cloth {
                spinning,
                forming,
                dyeing,
                cutting_loss,
            } => Self::Cloth {
                spinning: spinning.to_string(),
                forming: forming.as_ref().map(ToString::to_string),
                dyeing: dyeing.as_ref().map(ToString::to_string),
                cutting_loss_share: cutting_loss.as_ref().map(EstimateFile::of),
            },
        }
    }

    /// The model's form.
    pub fn into_model(self) -> Making {
        match self {
            Self::Bought => Making::Bought,
            Self::Cloth {
                spinning,
                forming,
                dyeing,
                cutting_loss_share,
            } => Making::Cloth {
                spinning: spinning.into(),
                forming: forming.map(Into::into),
                dyeing: dyeing.map(Into::into),
                cutting_loss: cutting_loss_share.map(EstimateFile::into_model),
            },
        }
    }
}
