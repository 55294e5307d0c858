//! What can be done with the chosen parts: by the menu of the right button, by key and by the buttons of the page.

use super::order::Sort;
use super::{cell, cells, data, table};
use crate::edit::{Edit, FibreEdit, PartEdit};
use crate::model::{FibreId, Part, PartId};
use crate::project_file::write_parts;
use crate::quantity::Share;
use crate::text::ActMsg;
use crate::ui::act::{self, Act, Offer, offer, unless};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::name_field;
use egui::{Response, Ui};
use std::collections::BTreeSet;

/// The parts that are chosen, in the order of the list.
pub(super) fn chosen<'a>(view: &View<'a>) -> Vec<&'a Part> {
    let parts = view.project.product.parts.iter();
    parts.filter(|part| is_chosen(view, &part.id)).collect()
}

/// Whether a part is among the chosen ones.
pub(super) fn is_chosen(view: &View<'_>, id: &PartId) -> bool {
    view.selection.part.as_ref() == Some(id) || view.selection.parts.contains(id)
}

/// The parts that an act on `id` is meant for: all chosen ones where it is among them.
fn meant<'a>(view: &View<'a>, id: &PartId) -> Vec<&'a Part> {
    if is_chosen(view, id) {
        return chosen(view);
    }
    let parts = view.project.product.parts.iter();
    parts.filter(|part| &part.id == id).collect()
}

/// `change` for `part`, and for all other chosen parts with it, as one step.
pub(super) fn all(view: &View<'_>, part: &Part, change: &PartEdit) -> Edit {
    let edits = meant(view, &part.id);
    let edits = edits.iter().map(|part| Edit::part(&part.id, change.clone()));
    Edit::together(edits.collect()).unwrap_or_else(|| Edit::part(&part.id, change.clone()))
}

/// `change` of the line `line` of `part`, and of the line of the same fibre in all other chosen parts that have it, as one
/// step.
pub(super) fn all_lines(view: &View<'_>, part: &Part, line: usize, change: &FibreEdit) -> Edit {
    let own = Edit::fibre(&part.id, line, change.clone());
    let fibre = part.fibres.get(line).map(|line| &line.fibre);
    let mut edits = vec![own.clone()];
    for other in meant(view, &part.id) {
        let same = other.fibres.iter().position(|line| Some(&line.fibre) == fibre);
        if let Some(at) = same.filter(|_| other.id != part.id) {
            edits.push(Edit::fibre(&other.id, at, change.clone()));
        }
    }
    Edit::together(edits).unwrap_or(own)
}

/// `shares` for `part`, and for all other chosen parts of the same fibres, as one step.
pub(super) fn all_shares(view: &View<'_>, part: &Part, shares: &[Share]) -> Edit {
    let own = Edit::part(&part.id, PartEdit::SetShares(shares.to_vec()));
    let fibres =
        |part: &Part| -> Vec<FibreId> { part.fibres.iter().map(|line| line.fibre.clone()).collect() };
    let mut edits = vec![own.clone()];
    let others = meant(view, &part.id)
        .into_iter()
        .filter(|other| other.id != part.id);
    let alike = others.filter(|other| fibres(other) == fibres(part));
    edits.extend(alike.map(|other| Edit::part(&other.id, PartEdit::SetShares(shares.to_vec()))));
    Edit::together(edits).unwrap_or(own)
}

fn offers(ui: &Ui, view: &View<'_>, id: &PartId) -> Vec<Offer> {
    let parts = &view.project.product.parts;
    let sorted = table::is_sorted(ui).then(|| ActMsg::Sorted.text(view.lang));
    let is_meant = |part: Option<&Part>| {
        part.is_some_and(|part| &part.id == id || is_chosen(view, id) && is_chosen(view, &part.id))
    };
    let first = is_meant(parts.first()).then(|| ActMsg::IsFirst.text(view.lang));
    let last = is_meant(parts.last()).then(|| ActMsg::IsLast.text(view.lang));
    vec![
        offer(Act::Rename),
        offer(Act::Duplicate),
        offer(Act::Cut),
        offer(Act::Copy),
        offer(Act::CopyCells),
        offer(Act::Paste),
        unless(Act::MoveUp, sorted.or(first)),
        unless(Act::MoveDown, sorted.or(last)),
        offer(Act::Remove),
    ]
}

/// Does what the keys with Ctrl and Alt ask of the chosen parts.
pub(super) fn keys(ui: &Ui, view: &View<'_>, out: &mut Out) {
    let Some(id) = view.selection.part.clone() else {
        return;
    };
    // An opened figure lies in front of the part: what is copied then is the figure.
    let is_figure = view.selection.figure.is_some() || act::is_on_figure(ui.ctx());
    let mut offers = offers(ui, view, &id);
    offers.retain(|offer| {
        let pastes = offer.act == Act::Paste;
        let copies = matches!(offer.act, Act::Copy | Act::Cut | Act::CopyCells);
        !(pastes || copies && is_figure)
    });
    if let Some(act) = act::keyed(ui, &offers) {
        run(ui, view, out, act, &id);
    }
}

/// The menu of the right button over the row of `part`.
pub(super) fn menu(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    part: &Part,
    (row, has_focus, in_table): (&Response, bool, bool),
) {
    if row.secondary_clicked() && !is_chosen(view, &part.id) {
        out.command(Command::SelectPart(Some(part.id.clone())));
    }
    let name = data::part_name(part, view.lang);
    let asked = act::menu(ui, view.theme, view.lang, (row, has_focus, &name), || {
        let of_cell = [offer(Act::Edit), offer(Act::Sort)];
        let of_cell = of_cell.into_iter().filter(|_| in_table);
        of_cell.chain(offers(ui, view, &part.id)).collect()
    });
    match asked {
        Some(Act::Edit) => cell::begin(ui, view, part, cell::cursor(ui)),
        Some(act) => run(ui, view, out, act, &part.id),
        None => {}
    }
}

/// Does `act` with the part `id`, and with all other chosen parts where it is among them.
pub(super) fn run(ui: &Ui, view: &View<'_>, out: &mut Out, act: Act, id: &PartId) {
    let meant = meant(view, id);
    match act {
        Act::Rename => name_field::focus(ui, "part"),
        Act::Duplicate => each(out, &meant, &PartEdit::Duplicate),
        Act::Remove => remove(view, out, &meant),
        Act::Copy | Act::Cut => {
            let ids: BTreeSet<PartId> = meant.iter().map(|part| part.id.clone()).collect();
            // A project that could not be saved is refused where it is edited, so that this holds.
            let Ok(text) = write_parts(view.project, &ids) else {
                return;
            };
            ui.ctx().copy_text(text);
            if act == Act::Cut {
                remove(view, out, &meant);
            }
        }
        Act::CopyCells => ui.ctx().copy_text(cells::text(view, &meant)),
        Act::Sort => Sort::turn(ui, cell::cursor(ui)),
        Act::Paste => out.command(Command::Paste),
        Act::MoveUp | Act::MoveDown => step(view, out, &meant, act == Act::MoveUp),
        _ => {}
    }
}

fn each(out: &mut Out, parts: &[&Part], change: &PartEdit) {
    let edits = parts.iter().map(|part| Edit::part(&part.id, change.clone()));
    if let Some(edit) = Edit::together(edits.collect()) {
        out.edit(edit);
    }
}

/// Takes parts out and selects the neighbour of the last, so that the keys go on from there.
fn remove(view: &View<'_>, out: &mut Out, meant: &[&Part]) {
    let parts = &view.project.product.parts;
    let goes = |part: &Part| meant.iter().any(|gone| gone.id == part.id);
    let last = parts.iter().rposition(goes);
    let after = last.and_then(|at| parts.iter().skip(at).find(|part| !goes(part)));
    let neighbour = after.or_else(|| parts.iter().rev().find(|part| !goes(part)));
    each(out, meant, &PartEdit::Remove);
    out.command(Command::SelectPart(neighbour.map(|part| part.id.clone())));
}

/// Moves parts one place up or down; those that stand at the end stay there.
fn step(view: &View<'_>, out: &mut Out, meant: &[&Part], up: bool) {
    let parts = &view.project.product.parts;
    let place = |part: &&Part| parts.iter().position(|own| own.id == part.id);
    let places: Vec<usize> = meant.iter().filter_map(place).collect();
    let mut edits = Vec::new();
    let mut moved = |at: usize, to: usize| {
        if let Some(part) = parts.get(at) {
            edits.push(Edit::part(&part.id, PartEdit::Move(to)));
        }
    };
    if up {
        let mut free = 0;
        for at in places {
            if at > free {
                moved(at, at - 1);
            } else {
                free = at + 1;
            }
        }
    } else {
        let mut end = parts.len();
        for at in places.into_iter().rev() {
            if at + 1 < end {
                moved(at, at + 1);
            } else {
                end = at;
            }
        }
    }
    if let Some(edit) = Edit::together(edits) {
        out.edit(edit);
    }
}
