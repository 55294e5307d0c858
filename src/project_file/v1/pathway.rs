//! Version 1 of a pathway.

use super::stage_kind::KindFile;
use crate::model::{EndKind, Link, MaxLives, Pathway, Stage};
use crate::project_file::kind::Rows;
use crate::project_file::list::{self, Row};
use crate::project_file::value::{EstimateFile, Finite, Lives, NameFile, PlainShare, ShareFile};
use serde::Deserialize;
use std::borrow::Cow;

#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Pathway", deny_unknown_fields)]
pub struct PathwayFile {
    id: String,
    #[serde(default)]
    name: NameFile,
    start: String,
    max_lives: LivesFile,
    #[serde(deserialize_with = "list::rows")]
    stages: Vec<StageFile>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename = "MaxLives", rename_all = "snake_case")]
enum LivesFile {
    Unlimited,
    Lives(Lives),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Stage", deny_unknown_fields)]
struct StageFile {
    id: String,
    #[serde(default)]
    name: NameFile,
    kind: KindFile,
    place: String,
    #[serde(default, deserialize_with = "list::rows")]
    exits: Vec<LinkFile>,
    #[serde(default)]
    fallback: Option<String>,
    #[serde(default)]
    residue: Option<String>,
    #[serde(default)]
    closed_share: Option<EstimateFile<PlainShare>>,
    /// Wears of a later life over those of the first, or new garments avoided per passage.
    #[serde(default)]
    own_ratio: Option<EstimateFile<Finite>>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename = "End", rename_all = "snake_case")]
pub(super) enum EndFile {
    EnergyRecovery,
    RefuseDerivedFuel,
    Incineration,
    Landfill,
    Exported,
    Litter,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Exit", deny_unknown_fields)]
struct LinkFile {
    to: String,
    share: ShareFile,
    #[serde(default)]
    range: Option<(ShareFile, ShareFile)>,
    #[serde(default)]
    basis: Option<String>,
    #[serde(default)]
    pinned: bool,
}

impl Row for PathwayFile {
    const ROWS: Rows = Rows::Pathways;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.id))
    }
}

impl Row for StageFile {
    const ROWS: Rows = Rows::Stages;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.id))
    }
}

impl Row for LinkFile {
    const ROWS: Rows = Rows::Exits;

    fn id(&self) -> Option<Cow<'_, str>> {
        None
    }
}

impl PathwayFile {
    /// The model's form.
    pub fn into_model(self) -> Pathway {
        Pathway {
            id: self.id.into(),
            name: self.name.into_model(),
            start: self.start.into(),
            max_lives: match self.max_lives {
                LivesFile::Unlimited => MaxLives::Unlimited,
                LivesFile::Lives(lives) => MaxLives::Lives(lives.0),
            },
            own_wears: None,
            stages: self.stages.into_iter().map(StageFile::into_model).collect(),
        }
    }
}

impl StageFile {
    fn into_model(self) -> Stage {
        Stage {
            id: self.id.into(),
            name: self.name.into_model(),
            kind: self.kind.into_model(),
            place: self.place.into(),
            exits: self.exits.into_iter().map(LinkFile::into_model).collect(),
            fallback: self.fallback.map(Into::into),
            residue: self.residue.map(Into::into),
            closed_share: self.closed_share.map(EstimateFile::into_model),
            own: self.own_ratio.map(EstimateFile::into_model),
        }
    }
}

impl EndFile {
    pub(super) const fn into_model(self) -> EndKind {
        match self {
            Self::EnergyRecovery => EndKind::EnergyRecovery,
            Self::RefuseDerivedFuel => EndKind::RefuseDerivedFuel,
            Self::Incineration => EndKind::Incineration,
            Self::Landfill => EndKind::Landfill,
            Self::Exported => EndKind::Exported,
            Self::Litter => EndKind::Litter,
        }
    }
}

impl LinkFile {
    fn into_model(self) -> Link {
        Link {
            to: self.to.into(),
            share: self.share.0,
            range: self.range.map(|(low, high)| (low.0, high.0)),
            basis: self.basis.map(Into::into),
            pinned: self.pinned,
        }
    }
}
