//! Pieces that stand on several pages and, unlike widgets, know what is open and ask for edits.

pub(crate) mod blocks;
pub(crate) mod export_menu;
pub(crate) mod figure_acts;
pub(crate) mod how_far;
pub(crate) mod photo;
pub(crate) mod places;
pub mod practised;
pub(crate) mod sewing;
pub mod variants;

/// Puts `item` into `list`, or takes it out where it is there already.
pub(crate) fn switch<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|each| *each == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
}
