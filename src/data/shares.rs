//! Pathway shares: where items go from a stage, by preset.

use super::column::complete;
use super::{Domain, Factor, Figure, read};
use crate::model::{FactorId, Name};
use serde::Deserialize;

/// The factor that holds what the national goal for 2030 has collected.
pub const GOAL_2030: &str = "share.goal_2030.discard.collection";

/// One preset of shares.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharePreset {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Its shares; a stage whose shares do not sum to 1 leaves the rest open.
    pub shares: Vec<PresetShare>,
}

/// The share of what leaves one stage for another.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetShare {
    /// The stage left, in the words of the presets.
    pub from: String,
    /// The stage reached.
    pub to: String,
    /// The share.
    pub figure: Figure,
}

impl SharePreset {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let Self { id, name, shares } = self;
        let make = |share: &mut PresetShare| {
            complete(&mut share.figure, "share", "");
            Factor::new(
                FactorId::from(format!("share.{id}.{}.{}", share.from, share.to)),
                Name::new(
                    format!("{}: {} to {}", name.en, share.from, share.to),
                    format!("{}：{} → {}", name.zh, stage_zh(&share.from), stage_zh(&share.to)),
                ),
                Domain::Share,
                &share.figure,
            )
        };
        shares.iter_mut().map(make).collect()
    }
}

/// The Chinese word for a stage of the presets.
fn stage_zh(stage: &str) -> &str {
    match stage {
        "use" => "使用",
        "discard" => "丢弃",
        "collection" => "回收",
        "sorting" => "分拣",
        "repair" => "维修",
        "resale" => "转售",
        "export" => "出口",
        "return" => "归还",
        "remake" => "旧衣改造",
        "nonwoven" => "保温材料、非织造布",
        "wiper" => "擦机布",
        "mechanical" => "机械法（开松）",
        "chemical" => "化学法再生利用",
        "energy" => "能量回收",
        "landfill" => "填埋",
        other => other,
    }
}
