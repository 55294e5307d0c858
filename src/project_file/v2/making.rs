//! How parts are made, version 2.

use crate::model::Making;
use crate::project_file::value::{EstimateFile, PlainShare};
use serde::{Deserialize, Serialize};

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
