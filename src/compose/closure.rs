//! Which stages a preset needs: all that it leads to, and for an addition only those that are not there yet.

use super::Composer;
use crate::data::{Library, PathwayPreset, PresetExit, PresetKind, START, StagePreset};
use crate::model::{Pathway, Stage, StageId, StageKind};
use std::collections::VecDeque;

/// A stage of a pathway preset, with where it leads on this pathway.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needed<'a> {
    pub(super) preset: &'a StagePreset,
    pub(super) exits: &'a [PresetExit],
    pub(super) fallback: Option<&'a str>,
}

/// All stages of `preset`, those with whole garments first, ends last.
pub(super) fn of_pathway<'a>(library: &'a Library, preset: &'a PathwayPreset) -> Vec<Needed<'a>> {
    let mut found: Vec<Needed<'a>> = Vec::new();
    let mut open = VecDeque::from([preset.start.as_str()]);
    while let Some(id) = open.pop_front() {
        if id == START || found.iter().any(|found| found.preset.id == id) {
            continue;
        }
        let Some(stage) = library.stage_preset(id) else {
            continue;
        };
        let needed = needed(library, preset, stage);
        open.extend(needed.exits.iter().map(|exit| exit.to.as_str()));
        open.extend(needed.fallback);
        open.extend(stage.residue.as_deref());
        found.push(needed);
    }
    found.sort_by_key(|found| rank(&found.preset.kind));
    found
}

/// The exits and the fallback of `stage` on the pathway of `preset`.
pub(crate) fn needed<'a>(
    library: &'a Library,
    preset: &'a PathwayPreset,
    stage: &'a StagePreset,
) -> Needed<'a> {
    let changed = preset.exits.iter().find(|exits| exits.of == stage.id);
    let like = changed
        .and_then(|exits| exits.like.as_deref())
        .and_then(|id| library.stage_preset(id));
    let model = like.unwrap_or(stage);
    let own = changed.filter(|exits| !exits.to.is_empty());
    let fallback = changed.and_then(|exits| exits.fallback.as_deref());
    Needed {
        preset: stage,
        exits: own.map_or(&model.exits, |exits| &exits.to),
        fallback: fallback.or(model.fallback.as_deref()),
    }
}

const fn rank(kind: &PresetKind) -> u8 {
    match kind {
        PresetKind::Route(_) | PresetKind::BestRoute(_) => 1,
        PresetKind::End(_) => 2,
        PresetKind::Item(_) => 0,
    }
}

/// What an addition needs.
#[derive(Debug)]
pub(super) struct Found<'a> {
    /// The new stages with their ids; the one asked for first.
    pub(super) new: Vec<(&'a StagePreset, StageId)>,
    /// Presets by the stage that stands for them, also those that were there.
    pub(super) known: Vec<(String, StageId)>,
}

/// What has to be added to `pathway` for `preset`: what its exits lead to, and an end where there is none yet.
pub(super) fn to_add<'a>(composer: &Composer<'a>, pathway: &Pathway, preset: &'a StagePreset) -> Found<'a> {
    let mut found = Found {
        new: Vec::new(),
        known: vec![(START.to_owned(), pathway.start.clone())],
    };
    add(&mut found, pathway, preset);
    let mut at = 0;
    while let Some((stage, _)) = found.new.get(at).cloned() {
        at += 1;
        let has_end = pathway
            .stages
            .iter()
            .any(|stage| matches!(stage.kind, StageKind::End(_)));
        let rest = [&stage.fallback, &stage.residue].into_iter().flatten();
        let exits = stage.exits.iter().map(|exit| &exit.to);
        for to in exits.chain(rest.filter(|_| !has_end)) {
            if found.id(to).is_some() {
                continue;
            }
            let Some(next) = composer.library.stage_preset(to) else {
                continue;
            };
            match standing_for(pathway, next) {
                Some(there) => found.known.push((to.clone(), there.id.clone())),
                None => add(&mut found, pathway, next),
            }
        }
        // Where refused mass goes is not added for its own sake; what stands for it is used.
        for to in [&stage.fallback, &stage.residue].into_iter().flatten() {
            let next = composer.library.stage_preset(to);
            if let (None, Some(there)) = (found.id(to), next.and_then(|next| standing_for(pathway, next))) {
                found.known.push((to.clone(), there.id.clone()));
            }
        }
    }
    found
}

fn add<'a>(found: &mut Found<'a>, pathway: &Pathway, preset: &'a StagePreset) {
    let id = free_id(pathway, &preset.id);
    found.known.push((preset.id.clone(), id.clone()));
    found.new.push((preset, id));
}

/// The stage of `pathway` that stands for `preset`: by its id, else by what happens there.
fn standing_for<'a>(pathway: &'a Pathway, preset: &StagePreset) -> Option<&'a Stage> {
    let same = |stage: &&Stage| preset.kind.is(&stage.kind);
    let by_id = pathway
        .stages
        .iter()
        .filter(|stage| stage.id.as_str() == preset.id);
    let by_kind = pathway.stages.iter().filter(|stage| !stage.kind.is_use());
    by_id.chain(by_kind).find(same)
}

/// `wanted`, or with a number where a stage has it already.
fn free_id(pathway: &Pathway, wanted: &str) -> StageId {
    let is_free = |id: &String| pathway.stages.iter().all(|stage| stage.id.as_str() != id);
    let numbered = (2_u64..).map(|number| format!("{wanted}_{number}"));
    let id = std::iter::once(wanted.to_owned()).chain(numbered).find(is_free);
    id.unwrap_or_default().as_str().into()
}
