//! Checks of the presets of stages and pathways.

use crate::data::{Domain, Library, PresetExit, PresetKind, START, StagePreset};
use crate::model::{FactorId, Name};

/// Every target, route, place and share of a preset is there; exits sum to 1; a route says where refused mass goes.
pub fn check_pathways(library: &Library) -> Vec<String> {
    let of_stages = library.stage_presets.iter().flat_map(|preset| {
        stage(library, preset)
            .into_iter()
            .map(|what| format!("stage {}: {what}", preset.id))
    });
    let of_pathways = library.pathway_presets.iter().flat_map(|preset| {
        let mut found = Vec::new();
        let start = library.stage_preset(&preset.start);
        if start.is_none_or(|start| !matches!(start.kind, PresetKind::Item(_))) {
            found.push(format!("{} is no stage of whole garments", preset.start));
        }
        found.extend(
            preset
                .place
                .iter()
                .filter(|id| library.place(id).is_none())
                .map(|id| format!("no place {id}")),
        );
        found.extend(
            library
                .factor(preset.lives.as_str())
                .is_none()
                .then(|| format!("no factor {}", preset.lives)),
        );
        let main = preset.offer.iter().filter_map(|offer| offer.main.as_ref());
        found.extend(targets(library, main));
        for exits in &preset.exits {
            found.extend(targets(
                library,
                [&exits.of].into_iter().chain(&exits.like).chain(&exits.fallback),
            ));
            if exits.like.is_some() == exits.to.is_empty() {
                found.extend(leaving(library, &exits.to));
            } else {
                found.push(format!(
                    "{}: exits of its own or like another stage, not both",
                    exits.of
                ));
            }
        }
        found
            .into_iter()
            .map(|what| format!("pathway {}: {what}", preset.id))
            .collect::<Vec<_>>()
    });
    of_stages.chain(of_pathways).collect()
}

fn stage(library: &Library, preset: &StagePreset) -> Vec<String> {
    let mut found: Vec<String> = targets(library, preset.fallback.iter().chain(&preset.residue)).collect();
    let routes = preset.kind.routes();
    found.extend(
        routes
            .iter()
            .filter(|id| library.route(&id.as_str().into()).is_none())
            .map(|id| format!("no route {id}")),
    );
    found.extend(
        preset
            .place
            .iter()
            .filter(|id| library.place(id).is_none())
            .map(|id| format!("no place {id}")),
    );
    let kinds = preset.usual.iter().map(|usual| usual.from.as_str());
    let kinds = kinds.chain(match &preset.kind {
        PresetKind::Item(id) => Some(id.as_str()),
        _ => None,
    });
    let unknown = kinds.filter(|id| library.stage_kind(&library.item_kind(id)).is_none());
    found.extend(unknown.map(|id| format!("no kind of stage {id}")));
    found.extend(
        preset
            .usual
            .iter()
            .filter_map(|usual| wrong_share(library, &usual.share)),
    );
    let is_end = matches!(preset.kind, PresetKind::End(_));
    let is_route = !routes.is_empty();
    if preset.fallback.is_some() == is_end || preset.residue.is_some() != is_route {
        found.push("says not where the rest goes".to_owned());
    }
    if preset.exits.is_empty() != (is_end || is_route) {
        found.push("exits where nothing whole leaves, or none where it does".to_owned());
    }
    found.extend(leaving(library, &preset.exits));
    found
}

/// Targets and shares of exits, and their sum.
fn leaving(library: &Library, exits: &[PresetExit]) -> Vec<String> {
    let mut found: Vec<String> = targets(library, exits.iter().map(|exit| &exit.to)).collect();
    let named = exits.iter().flat_map(|exit| exit.share.iter().chain(&exit.rest));
    found.extend(named.filter_map(|id| wrong_share(library, id)));
    let value = |exit: &PresetExit| Some(library.factor(exit.share.as_ref()?.as_str())?.figure.value);
    let sum: f64 = exits.iter().filter_map(value).sum();
    let is_open = exits.iter().any(|exit| exit.share.is_none());
    let is_whole = if is_open {
        sum < 1.0
    } else {
        (sum - 1.0).abs() < 1e-9
    };
    if !exits.is_empty() && !is_whole {
        found.push(format!("exits sum to {sum}"));
    }
    if exits
        .iter()
        .any(|exit| exit.share.is_some() && exit.rest.is_some())
    {
        found.push("an exit with a share of its own and of the rest".to_owned());
    }
    found
}

fn targets<'a>(
    library: &'a Library,
    ids: impl Iterator<Item = &'a String> + 'a,
) -> impl Iterator<Item = String> + 'a {
    ids.filter(|id| *id != START && library.stage_preset(id).is_none())
        .map(|id| format!("no stage {id}"))
}

fn wrong_share(library: &Library, id: &FactorId) -> Option<String> {
    let is_share = library
        .factor(id.as_str())
        .is_some_and(|factor| factor.domain == Domain::Share);
    (!is_share).then(|| format!("{id} is no share of the library"))
}

/// Names and descriptions of all presets, by id.
pub(super) fn names(library: &Library) -> impl Iterator<Item = (String, &Name)> {
    let stages = library
        .stage_presets
        .iter()
        .map(|preset| (&preset.id, [&preset.name, &preset.about]));
    let pathways = library
        .pathway_presets
        .iter()
        .map(|preset| (&preset.id, [&preset.name, &preset.about]));
    stages
        .chain(pathways)
        .flat_map(|(id, names)| names.map(|name| (id.clone(), name)))
}
