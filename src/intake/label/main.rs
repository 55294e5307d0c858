//! Which part of a label is its main cloth.
//!
//! Invariant: a composition without a heading beside a heading for the main cloth is asked about, never taken for a second one.

use super::LabelPart;
use super::finding::Problem;
use super::gather::has_fibres;
use super::head::Says;
use super::read::Read;
use crate::data::wide;
use crate::model::Role;

/// True where a heading says that `read` is the main cloth; words for a second cloth, as for sleeves, do not.
pub(super) fn is_named(read: &Read) -> bool {
    let names = |role: &Role| *role == Role::Shell;
    read.head.as_ref().is_some_and(|head| match head.says {
        Says::Part => !head.is_second && head.roles.iter().any(names),
        Says::Colour => true,
        _ => false,
    })
}

/// Asks which part a composition is of that has no heading, or the word for a garment as one, beside the main cloth.
pub(super) fn ask_loose(reads: &[Read], problems: &mut Vec<Problem>) {
    let says_colour = |read: &Read| read.head.as_ref().is_some_and(|head| head.says == Says::Colour);
    let has_colours = reads.iter().any(|read| says_colour(read) && has_fibres(read));
    let mains = || reads.iter().filter(|read| is_named(read) && has_fibres(read));
    for read in reads.iter().filter(|read| has_fibres(read)) {
        // In brackets behind it the composition of another colour is no second garment.
        let is_other_colour = has_colours && read.head.is_none();
        if !is_other_colour && !mains().any(|main| main.garment == read.garment) {
            continue;
        }
        let problem = match &read.head {
            None => Problem::SeveralWholes,
            Some(head) if head.says == Says::Garment => Problem::UnknownPart(head.text.clone()),
            Some(_) => continue,
        };
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
}

/// A label that names no main cloth: its first part is one, if it can be; a mesh that is not beside one is open.
pub(super) fn first_is_shell(parts: &mut [LabelPart]) {
    let has_shell = parts.iter().any(|part| part.role.map(wide) == Some(Role::Shell));
    let open = parts
        .iter()
        .filter(|part| part.role.is_none() && !part.says_nothing())
        .count();
    let others = parts.iter().any(|part| part.role.is_some());
    let is_set = parts.len() > 1;
    let is_open_mesh = |part: &&mut LabelPart| part.role == Some(Role::Mesh) && !has_shell;
    for part in parts.iter_mut().filter(is_open_mesh) {
        part.role = None;
    }
    let Some(first) = parts.first_mut() else { return };
    let is_outer = !has_shell && matches!(first.role, Some(Role::Fur | Role::Lace | Role::Embroidery));
    if is_set && (first.role.is_none() && open == 1 && others || is_outer) {
        first.role = Some(Role::Shell);
    }
}
