//! What can be added to a pathway or as a pathway, in final words: presets with their shares, samples, copies.
//!
//! Invariant: what an item says of shares is read off the very stages that it would add.

use super::data::names;
use crate::compose::{Addition, Composer};
use crate::data::{PathwayPreset, START, StageGroup, StagePreset};
use crate::edit::{Edit, LinkEdit, PathwayEdit, StageEdit, Way, refusal};
use crate::model::{Link, Name, Pathway, Stage, StageId, StageKind};
use crate::text::names::Names;
use crate::text::{ChooseMsg, Lang, number};
use crate::ui::diagram::words::standing;
use crate::ui::view::View;
use crate::ui::widget::chooser::{Group, Item, Line};

/// What is chosen for: a stage that nothing leads to yet, a new exit, or another way for an exit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// A stage alone.
    Alone,
    /// An exit of this stage.
    Exit(&'a StageId),
    /// Another target for the exit of the first to the second.
    Reroute(&'a StageId, &'a StageId),
}

/// The pathways that can be added.
pub fn pathways(view: &View<'_>) -> Vec<Group> {
    let composer = Composer::new(view.project, view.library);
    let presets = view.library.pathway_presets.iter();
    let presets: Vec<Item> = presets.map(|preset| of_preset(view, &composer, preset)).collect();
    let copies = view.project.pathways.iter().map(|pathway| Item {
        name: standing(&names(view).pathway(&pathway.id)),
        about: ChooseMsg::CopyAbout.text(view.lang).to_owned(),
        ..item(format!("copy {}", pathway.id), &[&pathway.name], view.lang)
    });
    let groups = [
        (ChooseMsg::PathwayPresets, presets),
        (ChooseMsg::PathwaySamples, samples(view)),
        (ChooseMsg::PathwayCopies, copies.collect()),
    ];
    titled(groups, view.lang)
}

/// The edit that adds the pathway `key`, with the id that it gets.
pub fn add_pathway(view: &View<'_>, key: &str) -> Option<(Edit, String)> {
    let (kind, id) = key.split_once(' ')?;
    let pathway = match kind {
        "preset" => {
            let preset = view.library.pathway_preset(id)?;
            Composer::new(view.project, view.library).pathway(preset, free_id(view, id).as_str().into())
        }
        "sample" => {
            let (sample, id) = id.split_once(' ')?;
            let project = crate::presets::get(sample)?.project().ok()?;
            let pathway = project.pathway(&id.into())?;
            Pathway {
                id: free_id(view, id).as_str().into(),
                ..pathway.clone()
            }
        }
        _ => {
            let id = crate::model::PathwayId::from(id);
            let copied = free_id(view, id.as_str());
            return Some((Edit::pathway(&id, PathwayEdit::Duplicate), copied));
        }
    };
    let id = pathway.id.to_string();
    Some((Edit::AddPathway(Box::new(pathway)), id))
}

fn of_preset(view: &View<'_>, composer: &Composer<'_>, preset: &PathwayPreset) -> Item {
    let pathway = composer.pathway(preset, preset.id.as_str().into());
    let names = names(view);
    let mut lines = Vec::new();
    let mut has_rest = false;
    for exits in &preset.exits {
        let Some(stage) = pathway.stage(&exits.of.as_str().into()) else {
            continue;
        };
        let from = standing(&names.stage_of(stage));
        lines.push(Line::Heading(
            ChooseMsg::SharesOf.with(view.lang, &[("stage", &from)]),
        ));
        for link in &stage.exits {
            let line = share_line(view, &standing(&names.stage(&pathway, &link.to)), link);
            has_rest |= matches!(&line, Line::Figure { grade: None, .. });
            lines.push(line);
        }
    }
    let place = pathway
        .stage(&pathway.start)
        .map(|stage| names.place(&stage.place));
    let place = ChooseMsg::Place.with(view.lang, &[("place", &place.unwrap_or_default())]);
    Item {
        about: preset.about.get(view.lang).to_owned(),
        lines,
        note: if has_rest {
            format!("{place}\n{}", ChooseMsg::RestNote.text(view.lang))
        } else {
            place
        },
        ..item(
            format!("preset {}", preset.id),
            &found_by(view, preset),
            view.lang,
        )
    }
}

/// Names that the search finds a pathway by: its own, and those of the stages that it sets apart.
fn found_by<'a>(view: &View<'a>, preset: &'a PathwayPreset) -> Vec<&'a Name> {
    let exits = preset.exits.iter().flat_map(|exits| &exits.to);
    let stages = exits.filter_map(|exit| view.library.stage_preset(&exit.to));
    [&preset.name, &preset.about]
        .into_iter()
        .chain(stages.map(|stage| &stage.name))
        .collect()
}

/// Pathways of the samples under names that neither the presets nor the project have, each once.
fn samples(view: &View<'_>) -> Vec<Item> {
    let presets = view.library.pathway_presets.iter().map(|preset| &preset.name);
    let own = view.project.pathways.iter().map(|pathway| &pathway.name);
    let mut taken: Vec<Name> = presets.chain(own).cloned().collect();
    let mut items = Vec::new();
    for preset in crate::presets::all() {
        let Ok(project) = preset.project() else { continue };
        let sample = project.product.name.get(view.lang);
        for pathway in &project.pathways {
            if taken.contains(&pathway.name) {
                continue;
            }
            taken.push(pathway.name.clone());
            items.push(Item {
                about: ChooseMsg::SampleAbout.with(view.lang, &[("sample", sample)]),
                ..item(
                    format!("sample {} {}", preset.id, pathway.id),
                    &[&pathway.name, &project.product.name],
                    view.lang,
                )
            });
        }
    }
    items
}

/// The stages that can be chosen for `purpose`.
pub fn stages(view: &View<'_>, pathway: &Pathway, purpose: Purpose<'_>) -> Vec<Group> {
    let from = match purpose {
        Purpose::Alone => None,
        Purpose::Exit(from) | Purpose::Reroute(from, _) => Some(from),
    };
    let mut groups = Vec::new();
    if let Some(from) = from {
        groups.push((ChooseMsg::GroupHere, here(view, pathway, from)));
    }
    if matches!(purpose, Purpose::Reroute(..)) {
        return titled(groups, view.lang);
    }
    let composer = Composer::new(view.project, view.library);
    let from = from.and_then(|from| pathway.stage(from));
    let presets = composer.stage_presets();
    for group in StageGroup::ALL {
        let title = match group {
            StageGroup::Again => ChooseMsg::GroupAgain,
            StageGroup::Collect => ChooseMsg::GroupCollect,
            StageGroup::Recycle => ChooseMsg::GroupRecycle,
            StageGroup::End => ChooseMsg::GroupEnd,
            StageGroup::Worn => ChooseMsg::GroupWorn,
        };
        let of_group = presets.iter().filter(|preset| preset.group == group);
        let items = of_group.map(|preset| of_stage(view, &composer, pathway, preset, from));
        groups.push((title, items.collect()));
    }
    titled(groups, view.lang)
}

/// The edit that `key` stands for, and the stage that it leads to.
pub fn choose_stage(
    view: &View<'_>,
    pathway: &Pathway,
    purpose: Purpose<'_>,
    key: &str,
) -> Option<(Edit, StageId)> {
    let (kind, id) = key.split_once(' ')?;
    if kind == "here" {
        let to = StageId::from(id);
        let edit = match purpose {
            Purpose::Alone => return None,
            Purpose::Exit(from) => Edit::stage(&pathway.id, from, StageEdit::AddLink(to.clone())),
            Purpose::Reroute(from, old) => Edit::link(&pathway.id, from, old, LinkEdit::Reroute(to.clone())),
        };
        return Some((edit, to));
    }
    let composer = Composer::new(view.project, view.library);
    let preset = composer
        .stage_presets()
        .into_iter()
        .find(|preset| preset.id == id)?;
    let from = match purpose {
        Purpose::Exit(from) => pathway.stage(from),
        _ => None,
    };
    let Addition { stages, entry } = composer.addition(pathway, &preset, from);
    let first = stages.first()?.id.clone();
    let edit = Edit::AddStages {
        pathway: pathway.id.clone(),
        stages,
        entry: entry.map(Box::new),
    };
    Some((edit, first))
}

/// The stages that are there, with the reason where one cannot be reached.
fn here(view: &View<'_>, pathway: &Pathway, from: &StageId) -> Vec<Item> {
    let others = pathway.stages.iter().filter(|stage| &stage.id != from);
    let mut items: Vec<Item> = others
        .map(|stage| {
            let name = both(view, |names| names.stage_of(stage));
            Item {
                about: ChooseMsg::HereAbout.text(view.lang).to_owned(),
                refused: refusal(pathway, from, &stage.id, Way::Exit).map(|refused| refused.text(view.lang)),
                ..item(format!("here {}", stage.id), &[&name], view.lang)
            }
        })
        .collect();
    items.sort_by_key(|item| item.refused.is_some());
    items
}

fn of_stage(
    view: &View<'_>,
    composer: &Composer<'_>,
    pathway: &Pathway,
    preset: &StagePreset,
    from: Option<&Stage>,
) -> Item {
    let addition = composer.addition(pathway, preset, from);
    let names = names(view);
    let mut lines = Vec::new();
    let mut note = String::new();
    if let (Some(from), Some((_, link))) = (from, &addition.entry) {
        let from = standing(&names.stage_of(from));
        let label = ChooseMsg::TypicalEntry.with(view.lang, &[("stage", &from)]);
        if link.basis.is_some() {
            lines.push(share_line(view, &label, link));
        } else {
            ChooseMsg::NoEntry.text(view.lang).clone_into(&mut note);
        }
    }
    if let Some(stage) = addition.stages.first() {
        lines.extend(leads_on(view, pathway, preset, stage));
        if let StageKind::Material(route) = &stage.kind {
            let (full, with_loss) = composer.taken(route);
            lines.extend(takes(view, preset, stage, full, with_loss));
            if full + with_loss <= 0.0 {
                ChooseMsg::TakesNone.text(view.lang).clone_into(&mut note);
            }
        }
    }
    Item {
        about: preset.about.get(view.lang).to_owned(),
        lines,
        note,
        ..item(
            format!("new {}", preset.id),
            &[&preset.name, &preset.about],
            view.lang,
        )
    }
}

/// Where a new stage leads, with its shares.
fn leads_on(view: &View<'_>, pathway: &Pathway, preset: &StagePreset, stage: &Stage) -> Vec<Line> {
    if stage.exits.is_empty() {
        return Vec::new();
    }
    let name = |to: &str| match view.library.stage_preset(to) {
        Some(target) if to != START => target.name.get(view.lang).to_owned(),
        _ => standing(&names(view).stage(pathway, &pathway.start)),
    };
    let title = ChooseMsg::TypicalShares.text(view.lang).to_owned();
    let exits = preset.exits.iter().zip(&stage.exits);
    std::iter::once(Line::Heading(title))
        .chain(exits.map(|(exit, link)| share_line(view, &name(&exit.to), link)))
        .collect()
}

/// What a route takes of the product.
fn takes(view: &View<'_>, preset: &StagePreset, stage: &Stage, full: f64, with_loss: f64) -> Vec<Line> {
    let mut lines = Vec::new();
    if preset.kind.routes().len() > 1 {
        lines.push(Line::Heading(standing(&names(view).stage_of(stage))));
    }
    lines.push(Line::Heading(ChooseMsg::Takes.text(view.lang).to_owned()));
    for (label, share) in [(ChooseMsg::TakesFull, full), (ChooseMsg::TakesLoss, with_loss)] {
        lines.push(Line::Figure {
            label: label.text(view.lang).to_owned(),
            value: number::share(share, view.lang),
            grade: None,
        });
    }
    lines
}

/// A share with the grade of the library's figure, where it is the library's.
fn share_line(view: &View<'_>, label: &str, link: &Link) -> Line {
    let factor = link
        .basis
        .as_ref()
        .and_then(|id| view.library.factor(id.as_str()));
    let same = factor.filter(|factor| (factor.figure.value - link.share.get()).abs() < 1e-9);
    Line::Figure {
        label: label.to_owned(),
        value: number::share(link.share.get(), view.lang),
        grade: same.map(|factor| factor.figure.grade.letter()),
    }
}

/// An item that the search finds by any of `words`, named by the first.
fn item(key: String, words: &[&Name], lang: Lang) -> Item {
    let find: Vec<&str> = words
        .iter()
        .flat_map(|name| [name.en.as_str(), name.zh.as_str()])
        .collect();
    Item {
        key,
        name: words
            .first()
            .map_or_else(String::new, |name| standing(name.get(lang))),
        find: find.join(" "),
        ..Item::default()
    }
}

/// A name in both languages.
fn both(view: &View<'_>, say: impl Fn(&Names<'_>) -> String) -> Name {
    let said = |lang: Lang| say(&Names { lang, ..names(view) });
    Name::new(said(Lang::En), said(Lang::Zh))
}

fn titled(groups: impl IntoIterator<Item = (ChooseMsg, Vec<Item>)>, lang: Lang) -> Vec<Group> {
    let filled = groups.into_iter().filter(|(_, items)| !items.is_empty());
    filled
        .map(|(title, items)| Group {
            title: title.text(lang).to_owned(),
            items,
        })
        .collect()
}

/// An id that no pathway of the project has, so that the new one can be selected at once.
fn free_id(view: &View<'_>, wanted: &str) -> String {
    crate::edit::free_pathway_id(view.project, wanted).to_string()
}
