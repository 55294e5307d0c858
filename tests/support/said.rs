//! Things found by their name, as one speaks of them: "MCI" is also what a screen reader is given as "Repair, MCI: 0.42".
//!
//! The questions are those of `kittest`, which knows whole names alone.

use egui::accesskit::Role;
use egui_kittest::kittest::{AccessKitNode, By, NodeT, Queryable as Whole};

/// How much of a whole name is asked for.
#[derive(Debug, Clone, Copy)]
enum Part {
    Whole,
    /// The name before the value.
    Name,
    /// The name between the group and the value.
    Inner,
}

fn is_part(node: &AccessKitNode<'_>, name: &str, part: Part) -> bool {
    let whole = if node.role() == Role::Label {
        node.value()
    } else {
        node.label()
    };
    let Some(whole) = whole else { return false };
    let starts = |rest: &str| rest.is_empty() || rest.starts_with(": ") || rest.starts_with('：');
    let ends = |before: &str| before.is_empty() || before.ends_with(", ") || before.ends_with('，');
    match part {
        Part::Whole => whole == name,
        Part::Name => whole.strip_prefix(name).is_some_and(starts),
        Part::Inner => whole
            .match_indices(name)
            .any(|(at, _)| starts(&whole[at + name.len()..]) && ends(&whole[..at])),
    }
}

/// Whether `node` is called `name`, alone or with its group before and its value after it.
pub fn is_called(node: &AccessKitNode<'_>, name: &str) -> bool {
    is_part(node, name, Part::Inner)
}

/// What is said of the node beside the name `name`.
pub fn value_of(node: &AccessKitNode<'_>, name: &str) -> String {
    let whole = node.label().unwrap_or_default();
    let rest = whole.split_once(name).map_or("", |(_, rest)| rest);
    let rest = rest.strip_prefix(": ").or_else(|| rest.strip_prefix('：'));
    rest.map_or_else(|| node.value().unwrap_or_default(), str::to_owned)
}

/// The whole name where there is such a thing, else the name before a value, else one within a group.
fn called<'tree, 'node, N, Q>(of: &'node Q, role: Option<Role>, name: &'tree str) -> By<'tree>
where
    N: NodeT<'tree> + 'tree,
    Q: Whole<'tree, 'node, N> + ?Sized,
{
    let by = |part: Part| {
        let by = By::new()
            .label_contains(name)
            .predicate(move |node| is_part(node, name, part));
        match role {
            Some(role) => by.role(role),
            None => by,
        }
    };
    let mut parts = [Part::Whole, Part::Name].into_iter();
    by(parts
        .find(|part| Whole::query_all(of, by(*part)).next().is_some())
        .unwrap_or(Part::Inner))
}

/// `Queryable` of `kittest` with names as one speaks of them.
pub trait Queryable<'tree, 'node, N: NodeT<'tree> + 'tree>: Whole<'tree, 'node, N> {
    #[track_caller]
    fn get_by_label(&'node self, name: &'tree str) -> N {
        Whole::get(self, called(self, None, name))
    }
    #[track_caller]
    fn query_by_label(&'node self, name: &'tree str) -> Option<N> {
        Whole::query(self, called(self, None, name))
    }
    fn query_all_by_label(&'node self, name: &'tree str) -> impl DoubleEndedIterator<Item = N> + 'tree {
        Whole::query_all(self, called(self, None, name))
    }
    #[track_caller]
    fn get_all_by_label(&'node self, name: &'tree str) -> impl DoubleEndedIterator<Item = N> + 'tree {
        Whole::get_all(self, called(self, None, name))
    }
    #[track_caller]
    fn get_by_role_and_label(&'node self, role: Role, name: &'tree str) -> N {
        Whole::get(self, called(self, Some(role), name))
    }
    #[track_caller]
    fn query_by_role_and_label(&'node self, role: Role, name: &'tree str) -> Option<N> {
        Whole::query(self, called(self, Some(role), name))
    }
    fn query_all_by_role_and_label(
        &'node self,
        role: Role,
        name: &'tree str,
    ) -> impl DoubleEndedIterator<Item = N> + 'tree {
        Whole::query_all(self, called(self, Some(role), name))
    }
    #[track_caller]
    fn get_all_by_role_and_label(
        &'node self,
        role: Role,
        name: &'tree str,
    ) -> impl DoubleEndedIterator<Item = N> + 'tree {
        Whole::get_all(self, called(self, Some(role), name))
    }
    #[track_caller]
    fn get_by_label_contains(&'node self, words: &'tree str) -> N {
        Whole::get_by_label_contains(self, words)
    }
    #[track_caller]
    fn query_by_label_contains(&'node self, words: &'tree str) -> Option<N> {
        Whole::query_by_label_contains(self, words)
    }
    fn query_all_by_label_contains(
        &'node self,
        words: &'tree str,
    ) -> impl DoubleEndedIterator<Item = N> + 'tree {
        Whole::query_all_by_label_contains(self, words)
    }
    #[track_caller]
    fn get_by_role(&'node self, role: Role) -> N {
        Whole::get_by_role(self, role)
    }
    #[track_caller]
    fn query_by_role(&'node self, role: Role) -> Option<N> {
        Whole::query_by_role(self, role)
    }
    fn query_all_by_role(&'node self, role: Role) -> impl DoubleEndedIterator<Item = N> + 'tree {
        Whole::query_all_by_role(self, role)
    }
    #[track_caller]
    fn get_all_by_role(&'node self, role: Role) -> impl DoubleEndedIterator<Item = N> + 'tree {
        Whole::get_all_by_role(self, role)
    }
    #[track_caller]
    fn get(&'node self, by: By<'tree>) -> N {
        Whole::get(self, by)
    }
    #[track_caller]
    fn get_by(&'node self, is_it: impl Fn(&AccessKitNode<'_>) -> bool + 'tree) -> N {
        Whole::get(self, By::new().predicate(is_it))
    }
    #[track_caller]
    fn query(&'node self, by: By<'tree>) -> Option<N> {
        Whole::query(self, by)
    }
    fn query_all(&'node self, by: By<'tree>) -> impl DoubleEndedIterator<Item = N> + 'tree {
        Whole::query_all(self, by)
    }
}

impl<'tree, 'node, N: NodeT<'tree> + 'tree, T: Whole<'tree, 'node, N>> Queryable<'tree, 'node, N> for T {}
