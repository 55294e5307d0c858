//! Exits with the library's shares, and what is left split in the library's proportions.

use crate::data::{Factor, Library, PresetExit, StagePreset};
use crate::model::{Link, Stage, StageId};
use crate::quantity::Share;

/// The links of `exits`; `id` says which stage a target is, `returned` what comes back after a hired cycle.
pub(super) fn links(
    library: &Library,
    exits: &[PresetExit],
    returned: Option<f64>,
    id: impl Fn(&str) -> StageId,
) -> Vec<Link> {
    let factor = |exit: &PresetExit| library.factor(exit.share.as_ref()?.as_str());
    let of_kind = |exit: &PresetExit| returned.filter(|_| exit.hired);
    let stated = |exit: &PresetExit| of_kind(exit).or_else(|| Some(factor(exit)?.figure.value));
    let weight = |exit: &PresetExit| match &exit.rest {
        _ if exit.share.is_some() => 0.0,
        Some(rest) => library
            .factor(rest.as_str())
            .map_or(0.0, |rest| rest.figure.value),
        None => 1.0,
    };
    let stated: f64 = exits.iter().filter_map(stated).sum();
    let weights: f64 = exits.iter().map(weight).sum();
    let left = (1.0 - stated).max(0.0);
    let link = |exit: &PresetExit| {
        let to = id(&exit.to);
        let plain = |share: f64, basis| Link {
            to: to.clone(),
            share: Share::clamped(share),
            range: None,
            basis,
            pinned: false,
        };
        match (of_kind(exit), factor(exit)) {
            (Some(share), _) => plain(share, exit.share.clone()),
            (None, Some(factor)) => of_factor(factor, to),
            (None, None) if weights > 0.0 => plain(left * weight(exit) / weights, exit.rest.clone()),
            (None, None) => plain(0.0, exit.rest.clone()),
        }
    };
    exits.iter().map(link).collect()
}

/// The link with the share and range of `factor`.
fn of_factor(factor: &Factor, to: StageId) -> Link {
    let figure = &factor.figure;
    let has_range = figure.low.is_some() || figure.high.is_some();
    let end = |end: Option<f64>| Share::clamped(end.unwrap_or(figure.value));
    Link {
        to,
        share: Share::clamped(figure.value),
        range: has_range.then(|| (end(figure.low), end(figure.high))),
        basis: Some(factor.id.clone()),
        pinned: false,
    }
}

/// The exit of `from` to a new stage: with the usual share where the library has one, else with nothing yet.
pub(super) fn entry(library: &Library, preset: &StagePreset, from: &Stage, to: StageId) -> Link {
    match usual(library, preset, from) {
        Some(factor) => of_factor(factor, to),
        None => Link {
            to,
            share: Share::ZERO,
            range: None,
            basis: None,
            pinned: false,
        },
    }
}

/// The share with which `preset` is usually reached from `from`.
pub(super) fn usual<'a>(library: &'a Library, preset: &StagePreset, from: &Stage) -> Option<&'a Factor> {
    let usual = preset.usual.iter().find(|usual| from.kind.is_kind(&usual.from))?;
    library.factor(usual.share.as_str())
}
