//! Several parts are chosen: Ctrl and a click takes one in or out, Shift and a click or an arrow reaches from the first
//! to there; a row that is dragged moves its part.

use super::{acts, rows};
use crate::edit::{Edit, PartEdit};
use crate::model::{Part, PartId};
use crate::ui::view::{Command, Out, View};
use egui::{Id, Key, Modifiers, Pos2, Rect, Response, Ui};
use std::collections::BTreeSet;

/// How far the pointer goes before a row follows it, in points.
const SLACK: f32 = 8.0;

fn anchor_key() -> Id {
    Id::unique("first of the chosen parts")
}

/// The part from which Shift reaches.
fn anchor(ui: &Ui, view: &View<'_>) -> Option<PartId> {
    let kept = ui.data(|data| data.get_temp::<PartId>(anchor_key()));
    kept.filter(|id| acts::is_chosen(view, id))
        .or_else(|| view.selection.part.clone())
}

fn set_anchor(ui: &Ui, id: &PartId) {
    ui.data_mut(|data| data.insert_temp(anchor_key(), id.clone()));
}

/// Chooses the part at `at` of `shown` as the held keys ask for.
pub(super) fn choose(ui: &Ui, view: &View<'_>, out: &mut Out, shown: &[&Part], at: usize) {
    let Some(part) = shown.get(at) else { return };
    let held = ui.input(|input| input.modifiers);
    if held.shift {
        reach(ui, view, out, shown, at);
    } else if held.command {
        toggle(view, out, &part.id);
    } else {
        set_anchor(ui, &part.id);
        out.command(Command::SelectPart(Some(part.id.clone())));
    }
}

/// Takes a part in or out of the chosen ones.
fn toggle(view: &View<'_>, out: &mut Out, id: &PartId) {
    let mut all: BTreeSet<PartId> = acts::chosen(view)
        .into_iter()
        .map(|part| part.id.clone())
        .collect();
    let lead = if all.remove(id) {
        let kept = view.selection.part.as_ref().filter(|lead| *lead != id);
        kept.or_else(|| all.first()).cloned()
    } else {
        all.insert(id.clone());
        Some(id.clone())
    };
    match lead {
        Some(lead) => out.command(Command::SelectParts(lead, all)),
        None => out.command(Command::SelectPart(None)),
    }
}

/// Chooses all from the anchor to the part at `at`.
fn reach(ui: &Ui, view: &View<'_>, out: &mut Out, shown: &[&Part], at: usize) {
    let Some(part) = shown.get(at) else { return };
    let from = anchor(ui, view);
    let from = from.and_then(|id| shown.iter().position(|part| part.id == id));
    let (low, high) = from.map_or((at, at), |from| (from.min(at), from.max(at)));
    if let Some(anchor) = shown.get(from.unwrap_or(at)) {
        set_anchor(ui, &anchor.id);
    }
    let all = shown.iter().take(high + 1).skip(low);
    let all = all.map(|part| part.id.clone()).collect();
    out.command(Command::SelectParts(part.id.clone(), all));
}

/// Shift and the arrows while the list has the focus.
pub(super) fn keys(ui: &Ui, view: &View<'_>, out: &mut Out, shown: &[&Part]) {
    let shifted = |key: Key| {
        ui.input(|input| input.key_pressed(key) && input.modifiers.matches_exact(Modifiers::SHIFT))
    };
    let Some(now) = rows::place_of(view, shown) else {
        return;
    };
    let target = if shifted(Key::ArrowDown) {
        now + 1
    } else if shifted(Key::ArrowUp) {
        now.saturating_sub(1)
    } else if shifted(Key::End) {
        shown.len().saturating_sub(1)
    } else if shifted(Key::Home) {
        0
    } else {
        return;
    };
    if target < shown.len() && target != now {
        reach(ui, view, out, shown, target);
    }
}

/// Where the part of the row `row` would go if it were let go now; a line shows the place, and letting go moves it.
pub(super) fn drag(ui: &Ui, view: &View<'_>, out: &mut Out, (row, part): (&Response, &Part), whole: Rect) {
    let key = Id::unique("row that is dragged");
    if row.is_pointer_button_down_on() {
        ui.data_mut(|data| data.insert_temp(key, row.id));
    }
    let (from, to) = ui.input(|input| (input.pointer.press_origin(), input.pointer.latest_pos()));
    if ui.data(|data| data.get_temp::<Id>(key)) != Some(row.id) {
        return;
    }
    let start: Option<Pos2> = ui.data(|data| data.get_temp(key));
    let Some(start) = from.or(start) else { return };
    ui.data_mut(|data| data.insert_temp(key, start));
    let is_down = ui.input(|input| input.pointer.primary_down());
    if to.is_none_or(|to| (start.y - to.y).abs() < SLACK) {
        if !is_down {
            ui.data_mut(|data| data.remove::<Id>(key));
        }
        return;
    }
    let height = row.rect.height();
    let (Some(to), false) = (to, height <= 0.0) else {
        return;
    };
    let count = view.project.product.parts.len();
    let gap = rows::floor((to.y - whole.top()) / height + 0.5).min(count);
    let y = whole.top() + height * rows::as_f32(gap);
    let theme = view.theme;
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    ui.painter()
        .hline(whole.x_range(), y, egui::Stroke::new(2.0, theme.accent));
    if is_down {
        return;
    }
    ui.data_mut(|data| data.remove::<Id>(key));
    let own = view
        .project
        .product
        .parts
        .iter()
        .position(|own| own.id == part.id);
    let Some(own) = own else { return };
    let place = if gap > own { gap - 1 } else { gap };
    if place != own {
        out.edit(Edit::part(&part.id, PartEdit::Move(place)));
    }
}
