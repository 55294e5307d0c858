//! The projects that are measured: the uniform as it is, with many parts, with many stages, with many pathways.

use crate::data::Library;
use crate::model::{Link, Part, PartId, Pathway, PathwayId, Project, Stage, StageId, StageRole};
use crate::presets;
use crate::quantity::Share;

/// The uniform with the pathways named, the first of them the baseline.
pub fn uniform(pathways: &[&str]) -> Project {
    let read = presets::get("school_uniform").and_then(|preset| preset.project().ok());
    let mut project = read.unwrap_or_else(Project::nameless);
    project
        .pathways
        .retain(|pathway| pathways.contains(&pathway.id.as_str()));
    if let Some(first) = project.pathways.first() {
        project.baseline = first.id.clone();
    }
    project
}

/// The uniform blown up to 20 parts and 20 stages; its loops of repair and resale stay.
pub fn large() -> Project {
    let mut project = uniform(&["today", "repair_first"]);
    let parts = project.product.parts.clone();
    let numbered = parts.iter().cycle().take(20).enumerate();
    project.product.parts = numbered
        .map(|(n, part)| Part {
            id: PartId::from(format!("part_{n}")),
            ..part.clone()
        })
        .collect();
    for pathway in &mut project.pathways {
        lengthen(pathway, 20);
    }
    project
}

/// The uniform with `repair_first` drawn out to 200 stages, one after the other.
pub fn chain() -> Project {
    let mut project = uniform(&["today", "repair_first"]);
    for pathway in project.pathways.iter_mut().skip(1) {
        lengthen(pathway, 200);
    }
    project
}

/// The uniform with 50 pathways: its four, again and again under other ids.
pub fn many() -> Project {
    let mut project = uniform(&["today", "repair_first", "sort_mechanical", "sort_chemical"]);
    let pathways = project.pathways.clone();
    let numbered = pathways.iter().cycle().enumerate().skip(pathways.len());
    let more = numbered.take(50 - pathways.len()).map(|(n, pathway)| Pathway {
        id: PathwayId::from(format!("pathway_{n}")),
        ..pathway.clone()
    });
    project.pathways.extend(more);
    project
}

/// Puts sorting stages before the collection of `pathway` until it has `count` stages.
fn lengthen(pathway: &mut Pathway, count: usize) {
    while pathway.stages.len() < count {
        let before = pathway.stages.len();
        put_sorting(pathway);
        if pathway.stages.len() == before {
            return;
        }
    }
}

/// Puts one more sorting stage before the collection of `pathway`.
fn put_sorting(pathway: &mut Pathway) {
    let Some(collection) = pathway
        .stages
        .iter()
        .find(|stage| stage.kind.role() == Some(StageRole::Collect))
        .cloned()
    else {
        return;
    };
    let id = StageId::from(format!("sorting_{}", pathway.stages.len()));
    let mut exits = collection.exits.clone();
    let collected = pathway.stages.iter_mut().find(|stage| stage.id == collection.id);
    if let (Some(collected), Some(first)) = (collected, exits.first().cloned()) {
        collected.exits = vec![Link {
            to: id.clone(),
            share: Share::ONE,
            ..first
        }];
    }
    for exit in &mut exits {
        exit.pinned = false;
    }
    pathway.stages.push(Stage {
        id,
        kind: Library::builtin().item_kind("sorting"),
        exits,
        ..collection
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;

    #[test]
    fn the_large_product_is_as_large_as_it_says() {
        let project = large();
        assert_eq!(project.product.parts.len(), 20);
        assert!(project.pathways.iter().all(|pathway| pathway.stages.len() >= 20));
        let assessment = assess(&project, Library::builtin());
        assert!(assessment.pathways.iter().all(|pathway| pathway.error.is_none()));
        assert!(assessment.pathways[1].circularity.item_uses > 1.0);
    }

    #[test]
    fn the_chain_is_long_and_the_pathways_are_many() {
        let chain = assess(&chain(), Library::builtin());
        assert_eq!(chain.pathways.len(), 2);
        assert!(chain.pathways.iter().all(|pathway| pathway.error.is_none()));
        assert!(chain.engine.pathways[1].network.stages.len() >= 200);
        let many = assess(&many(), Library::builtin());
        assert_eq!(many.pathways.len(), 50);
        assert!(many.pathways.iter().all(|pathway| pathway.error.is_none()));
    }
}
