//! A project as one step left it, sharing every part and pathway that the step before had too.
//!
//! Invariant: a snapshot gives back the very project that it was taken of.

use crate::model::{Part, Pathway, Project};
use std::sync::Arc;

/// A project taken apart, so that ten thousand steps do not hold ten thousand whole projects.
#[derive(Debug, Clone)]
pub(super) struct Snapshot {
    /// Everything but parts and pathways.
    rest: Arc<Project>,
    parts: Arc<[Arc<Part>]>,
    pathways: Arc<[Arc<Pathway>]>,
}

impl Snapshot {
    /// The snapshot of `project`.
    pub(super) fn of(project: &Project) -> Self {
        let (rest, parts, pathways) = apart(project);
        Self {
            rest: Arc::new(rest),
            parts: parts.into_iter().map(Arc::new).collect(),
            pathways: pathways.into_iter().map(Arc::new).collect(),
        }
    }

    /// The snapshot of `project`, which came out of this one by a step.
    pub(super) fn next(&self, project: &Project) -> Self {
        let (rest, parts, pathways) = apart(project);
        let rest = if rest == *self.rest {
            Arc::clone(&self.rest)
        } else {
            Arc::new(rest)
        };
        Self {
            rest,
            parts: shared(parts, &self.parts),
            pathways: shared(pathways, &self.pathways),
        }
    }

    /// True where both are of one and the same project.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        is_same(&self.rest, &other.rest)
            && all_same(&self.parts, &other.parts)
            && all_same(&self.pathways, &other.pathways)
    }

    /// The project.
    pub(super) fn project(&self) -> Project {
        let mut project = Project::clone(&self.rest);
        project.product.parts = self.parts.iter().map(|part| Part::clone(part)).collect();
        project.pathways = self
            .pathways
            .iter()
            .map(|pathway| Pathway::clone(pathway))
            .collect();
        project
    }
}

fn is_same<T: PartialEq>(a: &Arc<T>, b: &Arc<T>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

fn all_same<T: PartialEq>(a: &Arc<[Arc<T>]>, b: &Arc<[Arc<T>]>) -> bool {
    Arc::ptr_eq(a, b) || a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| is_same(a, b))
}

fn apart(project: &Project) -> (Project, Vec<Part>, Vec<Pathway>) {
    let mut rest = project.clone();
    let parts = std::mem::take(&mut rest.product.parts);
    let pathways = std::mem::take(&mut rest.pathways);
    (rest, parts, pathways)
}

/// `new` with what it has in common with `old`; a step moves an entry by at most one place, or makes it anew.
fn shared<T: PartialEq>(new: Vec<T>, old: &Arc<[Arc<T>]>) -> Arc<[Arc<T>]> {
    let mut is_same = new.len() == old.len();
    let entries = new.into_iter().enumerate().map(|(at, entry)| {
        let near = [Some(at), at.checked_sub(1), at.checked_add(1)];
        let kept = near
            .into_iter()
            .flatten()
            .filter_map(|near| Some((near, old.get(near)?)))
            .find(|(_, kept)| ***kept == entry);
        is_same &= kept.is_some_and(|(near, _)| near == at);
        kept.map_or_else(|| Arc::new(entry), |(_, kept)| Arc::clone(kept))
    });
    let entries: Arc<[Arc<T>]> = entries.collect();
    if is_same { Arc::clone(old) } else { entries }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    fn jacket() -> Project {
        presets::get("school_uniform").unwrap().project().unwrap()
    }

    #[test]
    fn a_step_holds_only_what_it_changed() {
        let mut project = jacket();
        let first = Snapshot::of(&project);
        assert_eq!(first.project(), project);
        project.product.parts[1].count += 1;
        let second = first.next(&project);
        assert_eq!(second.project(), project);
        assert!(Arc::ptr_eq(&first.rest, &second.rest));
        assert!(Arc::ptr_eq(&first.pathways, &second.pathways));
        let kept = first.parts.iter().zip(second.parts.iter());
        let changed: Vec<usize> = kept
            .enumerate()
            .filter(|(_, (a, b))| !Arc::ptr_eq(a, b))
            .map(|(at, _)| at)
            .collect();
        assert_eq!(changed, [1]);
        assert!(first.is_same(&Snapshot::of(&jacket())) && !first.is_same(&second));
    }

    #[test]
    fn what_moves_by_one_place_is_shared_too() {
        let mut project = jacket();
        let first = Snapshot::of(&project);
        project.product.parts.remove(0);
        let second = first.next(&project);
        assert_eq!(second.project(), project);
        let kept = first.parts.iter().skip(1).zip(second.parts.iter());
        assert!(kept.into_iter().all(|(a, b)| Arc::ptr_eq(a, b)));
        project.pathways.swap(0, 1);
        assert_eq!(second.next(&project).project(), project);
    }
}
