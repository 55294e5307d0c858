//! From version 1 to version 2: ids of parts, stages and pathways hold no dots, as keys of figures are made of them.
//!
//! Invariant: whatever names such an id follows it; no two ids become one; every new name is said.

use super::flag::{Flag, Renamed};
use crate::model::{Assumed, PartId, Pathway, PathwayId, Product, Project, StageId};
use std::collections::{BTreeMap, BTreeSet};

/// The project of a file of version 1 as version 2 has it, with what was renamed.
pub(super) fn without_dots(mut project: Project) -> (Project, Vec<Flag>) {
    let mut flags = Vec::new();
    let variants = project.variants();
    let parts = variants.iter().flat_map(|variant| {
        let marked = variant.assumed.iter().filter_map(part_of);
        variant.parts.iter().map(|part| &part.id).chain(marked)
    });
    let parts = new_names(parts.map(PartId::as_str));
    flags.extend(said(&parts, |from, to| Renamed::Part(from.into(), to.into())));
    for variant in std::iter::once(&mut project.product).chain(&mut project.others) {
        rename_parts(variant, &parts);
    }
    let compared = project.compared.iter().map(|column| &column.pathway);
    let named = compared.chain([&project.baseline]);
    let pathways = project.pathways.iter().map(|pathway| &pathway.id).chain(named);
    let pathways = new_names(pathways.map(PathwayId::as_str));
    flags.extend(said(&pathways, |from, to| {
        Renamed::Pathway(from.into(), to.into())
    }));
    for pathway in &mut project.pathways {
        if let Some(to) = pathways.get(pathway.id.as_str()) {
            pathway.id = to.as_str().into();
        }
        let stages = new_names(stages_of(pathway).into_iter().map(StageId::as_str));
        let id = pathway.id.clone();
        flags.extend(said(&stages, |from, to| {
            Renamed::Stage(id.clone(), from.into(), to.into())
        }));
        rename_stages(pathway, &stages);
    }
    for id in project
        .compared
        .iter_mut()
        .map(|column| &mut column.pathway)
        .chain([&mut project.baseline])
    {
        if let Some(to) = pathways.get(id.as_str()) {
            *id = to.as_str().into();
        }
    }
    (project, flags)
}

/// A name without dots for each of `ids` that has some; none that another already has.
fn new_names<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    let ids: BTreeSet<&str> = ids.collect();
    let mut taken: BTreeSet<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    let mut names = BTreeMap::new();
    for id in ids.into_iter().filter(|id| id.contains('.')) {
        let plain = id.replace('.', "-");
        let mut name = plain.clone();
        let mut number = 2_u64;
        while taken.contains(&name) {
            name = format!("{plain}-{number}");
            number += 1;
        }
        taken.insert(name.clone());
        names.insert(id.to_owned(), name);
    }
    names
}

fn said(
    names: &BTreeMap<String, String>,
    renamed: impl Fn(&str, &str) -> Renamed,
) -> impl Iterator<Item = Flag> {
    names
        .iter()
        .map(move |(from, to)| Flag::Renamed(renamed(from, to)))
}

const fn part_of(mark: &Assumed) -> Option<&PartId> {
    match mark {
        Assumed::Mass(part) | Assumed::Making(part) | Assumed::Finishes(part) => Some(part),
        Assumed::Volume | Assumed::MadeIn | Assumed::UsedIn => None,
    }
}

fn rename_parts(product: &mut Product, names: &BTreeMap<String, String>) {
    let follow = |id: PartId| match names.get(id.as_str()) {
        Some(to) => to.as_str().into(),
        None => id,
    };
    for part in &mut product.parts {
        part.id = follow(part.id.clone());
    }
    let marks = std::mem::take(&mut product.assumed).into_iter();
    let marks = marks.map(|mark| match mark {
        Assumed::Mass(part) => Assumed::Mass(follow(part)),
        Assumed::Making(part) => Assumed::Making(follow(part)),
        Assumed::Finishes(part) => Assumed::Finishes(follow(part)),
        other => other,
    });
    product.assumed = marks.collect();
}

/// Every stage that `pathway` has or names.
fn stages_of(pathway: &Pathway) -> Vec<&StageId> {
    let mut ids = vec![&pathway.start];
    for stage in &pathway.stages {
        ids.push(&stage.id);
        ids.extend(stage.exits.iter().map(|link| &link.to));
        ids.extend(stage.fallback.iter().chain(&stage.residue));
    }
    ids
}

fn rename_stages(pathway: &mut Pathway, names: &BTreeMap<String, String>) {
    let follow = |id: &mut StageId| {
        if let Some(to) = names.get(id.as_str()) {
            *id = to.as_str().into();
        }
    };
    follow(&mut pathway.start);
    for stage in &mut pathway.stages {
        follow(&mut stage.id);
        stage.exits.iter_mut().for_each(|link| follow(&mut link.to));
        stage.fallback.iter_mut().for_each(follow);
        stage.residue.iter_mut().for_each(follow);
    }
}
