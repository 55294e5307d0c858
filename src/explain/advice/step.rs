//! Trying moves: one step that makes a copy and changes the copy, so that what was there stays beside it.
//!
//! Invariant: a combination is made in the order of the catalogue, whatever order it was chosen in.

use super::cannot::Cannot;
use super::tries::{Try, both};
use crate::data::Library;
use crate::edit::{Edit, PathwayEdit, VariantEdit, beside};
use crate::model::{Column, Name, PathwayId, Project};
use crate::text::{AdviceMsg, Lang};

/// What trying moves comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The one edit: undo takes it back whole, and the history names the moves.
    pub edit: Edit,
    /// The column that shows the result.
    pub column: Column,
}

/// A project under edits, with the edits so far.
struct Made {
    project: Project,
    edits: Vec<Edit>,
}

impl Made {
    fn make(self, edit: Edit) -> Result<Self, Cannot> {
        let project = edit.apply(&self.project)?;
        let mut edits = self.edits;
        edits.push(edit);
        Ok(Self { project, edits })
    }
}

/// The moves in the order in which they are made: those of the product first, then those of the pathway, each as in the
/// catalogue.
pub(super) fn in_order<'t>(tries: impl IntoIterator<Item = &'t Try>, library: &Library) -> Vec<&'t Try> {
    let mut all: Vec<&Try> = tries.into_iter().collect();
    all.sort_by(|a, b| {
        let of_pathway = |one: &Try| one.is_of_pathway(library);
        of_pathway(a).cmp(&of_pathway(b)).then_with(|| a.cmp(b))
    });
    all
}

/// What `tries` together are called.
pub fn name_of(tries: &[Try], project: &Project, library: &Library) -> Name {
    let names: Vec<Name> = in_order(tries, library)
        .into_iter()
        .map(|one| one.name(project, library))
        .collect();
    match names.as_slice() {
        [] => Name::default(),
        [one] => one.clone(),
        [one, two] => both(AdviceMsg::And, &[("name", one), ("more", two)]),
        [one, rest @ ..] => {
            let more = Name::new(rest.len().to_string(), rest.len().to_string());
            both(AdviceMsg::AndMore, &[("name", one), ("count", &more)])
        }
    }
}

/// Makes `tries` on a copy, seen on `pathway`: moves of the product on a copy of the variant in hand, moves of the pathway
/// on a copy of the pathway; the copy is called by the moves and set beside the original.
///
/// Fails with the reason of the first move that cannot be made.
pub fn step(
    tries: &[Try],
    project: &Project,
    library: &Library,
    pathway: &PathwayId,
) -> Result<Step, Cannot> {
    let name = name_of(tries, project, library);
    let tries = in_order(tries, library);
    let of_product = tries.iter().any(|one| !one.is_of_pathway(library));
    let mut made = Made {
        project: project.clone(),
        edits: Vec::new(),
    };
    if of_product {
        let number = project.product.variant;
        let copy = VariantEdit::DuplicateCompared(pathway.clone());
        made = made.make(Edit::variant(number, copy))?;
        let number = made.project.product.variant;
        for (lang, words) in [(Lang::En, &name.en), (Lang::Zh, &name.zh)] {
            made = made.make(Edit::variant(number, VariantEdit::Rename(lang, words.clone())))?;
        }
    }
    let mut on = pathway.clone();
    for one in &tries {
        let is_copied = on != *pathway;
        if one.is_of_pathway(library) && !is_copied && one.changes_in_place(library) {
            (made, on) = copy_of(made, &on, &name)?;
        }
        let (edits, next) = one.edits(&made.project, library, &on)?;
        for edit in edits {
            made = made.make(edit)?;
        }
        on = next;
    }
    let column = Column::new(made.project.product.variant, on);
    let original = Column::new(project.product.variant, pathway.clone());
    made = compared(made, &original, &column)?;
    Ok(Step {
        edit: Edit::Named {
            name: both(AdviceMsg::Step, &[("name", &name)]),
            edits: made.edits,
        },
        column,
    })
}

/// A copy of the pathway `on`, called by the moves.
fn copy_of(made: Made, on: &PathwayId, name: &Name) -> Result<(Made, PathwayId), Cannot> {
    let at = made.project.pathways.iter().position(|pathway| &pathway.id == on);
    let at = at.ok_or(Cannot::NoPathway)?;
    let old = made
        .project
        .pathway(on)
        .map(|pathway| pathway.name.clone())
        .unwrap_or_default();
    let mut made = made.make(Edit::pathway(on, PathwayEdit::Duplicate))?;
    let copy = made
        .project
        .pathways
        .get(at + 1)
        .ok_or(Cannot::NoPathway)?
        .id
        .clone();
    let called = both(AdviceMsg::OfPathway, &[("pathway", &old), ("name", name)]);
    for (lang, words) in [(Lang::En, &called.en), (Lang::Zh, &called.zh)] {
        made = made.make(Edit::pathway(&copy, PathwayEdit::Rename(lang, words.clone())))?;
    }
    Ok((made, copy))
}

/// Sets `column` beside `original` among the compared ones.
fn compared(made: Made, original: &Column, column: &Column) -> Result<Made, Cannot> {
    let mut columns = made.project.compared.clone();
    if columns.contains(column) {
        return Ok(made);
    }
    beside(&mut columns, original, column.clone());
    if columns.len() < 2 {
        return Ok(made);
    }
    made.make(Edit::SetCompared(columns))
}
