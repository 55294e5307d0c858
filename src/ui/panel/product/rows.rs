//! Parts as rows: keys and clicks choose parts, Delete takes them out, Enter edits.

use super::{acts, cell, choosing};
use crate::model::Part;
use crate::ui::act::Act;
use crate::ui::view::{Out, View};
use crate::ui::widget::name_field;
use crate::ui::widget::rows::{Places, Row, Rows, Said};
use egui::{Id, Key, Rect, ScrollArea, Ui, UiBuilder, vec2};

/// What tells the table from the list.
pub(super) const TABLE: &str = "table";

/// A list of all parts.
pub(super) struct PartRows<'a> {
    /// What tells this list from the other one.
    pub id: &'static str,
    /// Its name for screen readers.
    pub name: &'a str,
    /// Height of a row.
    pub row: f32,
    /// How far the ground of a row reaches past its text, so that the text keeps the column's edge.
    pub outset: f32,
    /// The most height that it takes; it scrolls past that.
    pub height: f32,
    /// Headings with their places, where it is a table.
    pub heads: &'a [(&'a str, Rect)],
    /// The parts in the order in which they are shown.
    pub parts: &'a [&'a Part],
    /// Whether they stand in their own order, so that a row can be dragged.
    pub own_order: bool,
}

impl PartRows<'_> {
    /// Shows the rows; `paint` draws one and answers what is said about it.
    pub(super) fn show(
        self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        mut paint: impl FnMut(&mut Ui, &mut Out, &Part, &Row<'_>) -> Said,
    ) {
        let theme = view.theme;
        let parts = self.parts;
        let id = Id::unique(("part rows", self.id));
        let rows = Rows {
            outset: self.outset,
            chosen: place_of(view, parts),
            heads: self.heads,
            ..Rows::new(id, self.name, Places::Even(parts.len(), self.row))
        };
        let height = self.height.min(rows.places.length());
        let (_, room) = ui.allocate_space(vec2(ui.available_width(), height));
        // The scroll bar floats over the margin.
        let wide = room.expand2(vec2(self.outset, 0.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(wide));
        let scroll = ScrollArea::vertical()
            .id_salt(self.id)
            .auto_shrink([false, false]);
        scroll.show(&mut child, |ui| {
            let key = |at: usize| Id::unique(parts.get(at).map(|part| part.id.as_str()));
            let has_focus = ui.memory(|memory| memory.has_focus(rows.id));
            let asked = rows.show(ui, theme, key, |ui, row| {
                let Some(part) = parts.get(row.at) else {
                    return Said::default();
                };
                if !row.chosen && acts::is_chosen(view, &part.id) {
                    let ground = row.rect.expand2(vec2(self.outset, 0.0));
                    ui.painter().rect_filled(ground, 0.0, theme.accent_soft);
                }
                let below = row.rect.bottom() - theme.rule / 2.0;
                ui.painter().hline(row.rect.x_range(), below, theme.rule_stroke());
                let said = paint(ui, out, part, row);
                if self.own_order {
                    choosing::drag(ui, view, out, (row.response, part), whole(row, parts.len()));
                }
                let keyed = has_focus && row.chosen;
                acts::menu(ui, view, out, part, (row.response, keyed, self.id == TABLE));
                said
            });
            if let Some(at) = asked.choose {
                choosing::choose(ui, view, out, parts, at);
            } else if asked.has_focus
                && let Some(part) = rows.chosen.and_then(|at| parts.get(at))
            {
                choosing::keys(ui, view, out, parts);
                self.keys(ui, view, out, part);
            }
        });
    }

    /// Takes out and edits by key.
    fn keys(&self, ui: &Ui, view: &View<'_>, out: &mut Out, part: &Part) {
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
        if pressed(Key::Delete) {
            acts::run(ui, view, out, Act::Remove, &part.id);
        }
        if self.id == TABLE {
            cell::keys(ui, view, part);
        } else if pressed(Key::Enter) {
            name_field::focus(ui, "part");
        }
    }
}

/// Where all rows lie, of which `row` is one of `count`.
fn whole(row: &Row<'_>, count: usize) -> Rect {
    let height = row.rect.height();
    let top = row.rect.top() - height * as_f32(row.at);
    Rect::from_min_size(
        egui::pos2(row.rect.left(), top),
        vec2(row.rect.width(), height * as_f32(count)),
    )
}

/// The place of the selected part among those that are shown.
pub(super) fn place_of(view: &View<'_>, parts: &[&Part]) -> Option<usize> {
    let id = view.selection.part.as_ref()?;
    parts.iter().position(|part| &part.id == id)
}

pub(super) fn as_f32(count: usize) -> f32 {
    count as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a list, never negative"
)]
pub(super) fn floor(place: f32) -> usize {
    place.max(0.0) as usize
}
