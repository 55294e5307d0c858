//! Parts and stages on the clipboard: a small project of their own with a line above it that says what it brings.
//!
//! Invariant: what is pasted has gone through the same reader and the same checks as a file.

use super::{ReadError, WriteError, read, write};
use crate::model::{Assumed, Money, Part, PartId, Pathway, PathwayId, Project, Stage, StageId};
use std::collections::BTreeSet;

/// The line above copied parts.
const PARTS: &str = "// Reloom clipboard: parts";
/// The line above copied stages.
const STAGES: &str = "// Reloom clipboard: stages";

/// What was copied.
#[derive(Debug, Clone, PartialEq)]
pub enum Clip {
    /// Parts, with what of them is assumed.
    Parts {
        /// The parts in their order.
        parts: Vec<Part>,
        /// What nobody has stated.
        assumed: BTreeSet<Assumed>,
    },
    /// Stages of one pathway, with their exits as they were there.
    Stages(Vec<Stage>),
}

/// The parts called `ids` as text.
pub fn write_parts(project: &Project, ids: &BTreeSet<PartId>) -> Result<String, WriteError> {
    let mut small = bare(project);
    small.product.parts.retain(|part| ids.contains(&part.id));
    small.pathways.clear();
    Ok(format!("{PARTS}\n{}", write(&small, None)?))
}

/// The stages called `ids` of `pathway` as text.
pub fn write_stages(
    project: &Project,
    pathway: &PathwayId,
    ids: &BTreeSet<StageId>,
) -> Result<String, WriteError> {
    let mut small = bare(project);
    small.product.parts.clear();
    small.pathways.retain(|own| &own.id == pathway);
    let names: Vec<&str> = ids.iter().map(StageId::as_str).collect();
    Ok(format!("{STAGES} {}\n{}", names.join("\t"), write(&small, None)?))
}

/// The project with nothing beside its product and its pathways.
fn bare(project: &Project) -> Project {
    let mut small = project.clone();
    small.others.clear();
    small.product.picture = None;
    small.compared.clear();
    small.overrides.clear();
    small.multipliers.clear();
    small.money = Money::default();
    small
}

/// What `text` from the clipboard brings; none where it was not copied here.
pub fn read_clip(text: &str) -> Option<Result<Clip, ReadError>> {
    let text = text.trim_start();
    let (head, body) = text.split_once('\n')?;
    let head = head.trim_end();
    if head == PARTS {
        return Some(read(body.as_bytes()).map(|found| parts(found.project)));
    }
    let ids = head.strip_prefix(STAGES)?;
    let wanted: Vec<&str> = ids.trim().split('\t').collect();
    Some(read(body.as_bytes()).map(|found| stages(&found.project.pathways, &wanted)))
}

fn parts(project: Project) -> Clip {
    let assumed = project.product.assumed.into_iter();
    let of_part =
        |mark: &Assumed| matches!(mark, Assumed::Mass(_) | Assumed::Making(_) | Assumed::Finishes(_));
    Clip::Parts {
        parts: project.product.parts,
        assumed: assumed.filter(of_part).collect(),
    }
}

fn stages(pathways: &[Pathway], wanted: &[&str]) -> Clip {
    let all = pathways.iter().flat_map(|pathway| &pathway.stages);
    let picked = all.filter(|stage| wanted.contains(&stage.id.as_str()));
    Clip::Stages(picked.cloned().collect())
}
