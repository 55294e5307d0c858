//! Version 2 of a pathway.

use super::stage_kind::KindFile;
use crate::model::{EndKind, Link, MaxLives, Pathway, Stage};
use crate::project_file::kind::Rows;
use crate::project_file::list::{self, Row};
use crate::project_file::value::{
    EstimateFile, Finite, IdFile, Lives, NameFile, NotNegative, PlainShare, ShareFile, is_usual,
};
use ron::value::RawValue;
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Pathway", deny_unknown_fields)]
pub struct PathwayFile {
    id: IdFile,
    #[serde(
        default,
        skip_serializing_if = "NameFile::is_empty",
        serialize_with = "list::inline"
    )]
    name: NameFile,
    start: IdFile,
    #[serde(serialize_with = "list::inline")]
    max_lives: LivesFile,
    /// Wears of the owned piece that a hired first life replaces.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "list::inline"
    )]
    own_wears: Option<EstimateFile<NotNegative>>,
    #[serde(serialize_with = "stages", deserialize_with = "list::rows")]
    stages: Vec<StageFile>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename = "MaxLives", rename_all = "snake_case")]
enum LivesFile {
    Unlimited,
    Lives(Lives),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Stage", deny_unknown_fields)]
struct StageFile {
    id: IdFile,
    #[serde(
        default,
        skip_serializing_if = "NameFile::is_empty",
        serialize_with = "list::inline"
    )]
    name: NameFile,
    #[serde(serialize_with = "list::inline")]
    kind: KindFile,
    place: String,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "list::lines",
        deserialize_with = "list::rows"
    )]
    exits: Vec<LinkFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fallback: Option<IdFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    residue: Option<IdFile>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "list::inline"
    )]
    closed_share: Option<EstimateFile<PlainShare>>,
    /// Wears of a later life over those of the first, or new garments avoided per passage.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "list::inline"
    )]
    own_ratio: Option<EstimateFile<Finite>>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename = "End", rename_all = "snake_case")]
pub(super) enum EndFile {
    EnergyRecovery,
    RefuseDerivedFuel,
    Incineration,
    Landfill,
    Exported,
    Litter,
    Undecided,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Exit", deny_unknown_fields)]
struct LinkFile {
    to: IdFile,
    share: ShareFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    range: Option<(ShareFile, ShareFile)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<String>,
    #[serde(default, skip_serializing_if = "is_usual")]
    pinned: bool,
}

impl Row for PathwayFile {
    const ROWS: Rows = Rows::Pathways;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.id.0))
    }
}

impl Row for StageFile {
    const ROWS: Rows = Rows::Stages;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.id.0))
    }
}

impl Row for LinkFile {
    const ROWS: Rows = Rows::Exits;

    fn id(&self) -> Option<Cow<'_, str>> {
        None
    }
}

/// Writes stages without exits on one line each, the others with one exit a line.
fn stages<S: Serializer>(stages: &[StageFile], out: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Written<'a> {
        Line(Box<RawValue>),
        Block(&'a StageFile),
    }
    let written = stages.iter().map(|stage| {
        if stage.exits.is_empty() {
            list::line(stage).map(Written::Line)
        } else {
            Ok(Written::Block(stage))
        }
    });
    written.collect::<Result<Vec<_>, S::Error>>()?.serialize(out)
}

impl PathwayFile {
    /// The file's form of a pathway.
    pub fn of(pathway: &Pathway) -> Self {
        Self {
            own_wears: pathway.own_wears.as_ref().map(EstimateFile::of),
            id: IdFile(pathway.id.to_string()),
            name: NameFile::of(&pathway.name),
            start: IdFile(pathway.start.to_string()),
            max_lives: match pathway.max_lives {
                MaxLives::Unlimited => LivesFile::Unlimited,
                MaxLives::Lives(lives) => LivesFile::Lives(Lives(lives)),
            },
            stages: pathway.stages.iter().map(StageFile::of).collect(),
        }
    }

    /// The model's form.
    pub fn into_model(self) -> Pathway {
        Pathway {
            id: self.id.0.into(),
            name: self.name.into_model(),
            start: self.start.0.into(),
            own_wears: self.own_wears.map(EstimateFile::into_model),
            max_lives: match self.max_lives {
                LivesFile::Unlimited => MaxLives::Unlimited,
                LivesFile::Lives(lives) => MaxLives::Lives(lives.0),
            },
            stages: self.stages.into_iter().map(StageFile::into_model).collect(),
        }
    }
}

impl StageFile {
    fn of(stage: &Stage) -> Self {
        Self {
            id: IdFile(stage.id.to_string()),
            name: NameFile::of(&stage.name),
            kind: KindFile::of(&stage.kind),
            place: stage.place.to_string(),
            exits: stage.exits.iter().map(LinkFile::of).collect(),
            fallback: stage.fallback.as_ref().map(|id| IdFile(id.to_string())),
            residue: stage.residue.as_ref().map(|id| IdFile(id.to_string())),
            closed_share: stage.closed_share.as_ref().map(EstimateFile::of),
            own_ratio: stage.own.as_ref().map(EstimateFile::of),
        }
    }

    fn into_model(self) -> Stage {
        Stage {
            id: self.id.0.into(),
            name: self.name.into_model(),
            kind: self.kind.into_model(),
            place: self.place.into(),
            exits: self.exits.into_iter().map(LinkFile::into_model).collect(),
            fallback: self.fallback.map(|id| id.0.into()),
            residue: self.residue.map(|id| id.0.into()),
            closed_share: self.closed_share.map(EstimateFile::into_model),
            own: self.own_ratio.map(EstimateFile::into_model),
        }
    }
}

impl EndFile {
    pub(super) const fn of(end: EndKind) -> Self {
        match end {
            EndKind::EnergyRecovery => Self::EnergyRecovery,
            EndKind::RefuseDerivedFuel => Self::RefuseDerivedFuel,
            EndKind::Incineration => Self::Incineration,
            EndKind::Landfill => Self::Landfill,
            EndKind::Exported => Self::Exported,
            EndKind::Litter => Self::Litter,
            EndKind::Undecided => Self::Undecided,
        }
    }

    pub(super) const fn into_model(self) -> EndKind {
        match self {
            Self::EnergyRecovery => EndKind::EnergyRecovery,
            Self::RefuseDerivedFuel => EndKind::RefuseDerivedFuel,
            Self::Incineration => EndKind::Incineration,
            Self::Landfill => EndKind::Landfill,
            Self::Exported => EndKind::Exported,
            Self::Litter => EndKind::Litter,
            Self::Undecided => EndKind::Undecided,
        }
    }
}

impl LinkFile {
    fn of(link: &Link) -> Self {
        Self {
            to: IdFile(link.to.to_string()),
            share: ShareFile(link.share),
            range: link.range.map(|(low, high)| (ShareFile(low), ShareFile(high))),
            basis: link.basis.as_ref().map(ToString::to_string),
            pinned: link.pinned,
        }
    }

    fn into_model(self) -> Link {
        Link {
            to: self.to.0.into(),
            share: self.share.0,
            range: self.range.map(|(low, high)| (low.0, high.0)),
            basis: self.basis.map(Into::into),
            pinned: self.pinned,
        }
    }
}
