//! Parts as rows: one stop of the Tab key, arrows move the selection, only what is seen is laid out.

use super::{data, remove};
use crate::model::Part;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::name_field;
use egui::{EventFilter, Id, Key, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

/// A list of all parts.
pub(super) struct Rows<'a> {
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
}

/// How a row looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowState {
    /// It is the selected one.
    pub selected: bool,
    /// The pointer is over it.
    pub hovered: bool,
}

impl Rows<'_> {
    /// Shows the rows; `paint` draws one and answers what is said about it.
    pub(super) fn show(
        self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        mut paint: impl FnMut(&mut Ui, Rect, &Part, &Response, RowState) -> String,
    ) {
        let parts = &view.project.product.parts;
        let id = Id::unique(("part rows", self.id));
        let chosen = chosen(view);
        let scroll = ScrollArea::vertical()
            .id_salt(self.id)
            .auto_shrink([false, false]);
        let height = self.height.min(self.row * as_f32(parts.len()));
        let (_, room) = ui.allocate_space(vec2(ui.available_width(), height));
        // The scroll bar floats over the margin.
        let wide = room.expand2(vec2(self.outset, 0.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(wide));
        scroll.show_viewport(&mut child, |ui, seen| {
            let size = vec2(room.width(), self.row * as_f32(parts.len()));
            let (_, taken) = ui.allocate_space(size);
            let whole = Rect::from_min_size(egui::pos2(room.left(), taken.top()), size);
            let group = ui.interact(whole, id, Sense::focusable_noninteractive());
            group.widget_info(|| WidgetInfo::labeled(Role::ListBox, ui.is_enabled(), self.name));
            let row_rect = |at: usize| {
                let top = whole.top() + self.row * as_f32(at);
                Rect::from_min_size(egui::pos2(whole.left(), top), vec2(whole.width(), self.row))
            };
            let first = floor(seen.top() / self.row);
            let last = floor(seen.bottom() / self.row) + 1;
            for (at, part) in parts.iter().enumerate().take(last).skip(first) {
                let rect = row_rect(at);
                let row = ui.interact(rect, id.with(part.id.as_str()), Sense::CLICK);
                let state = RowState {
                    selected: chosen == Some(at),
                    hovered: row.hovered(),
                };
                ground(ui, view, rect, self.outset, state);
                let spoken = paint(ui, rect, part, &row, state);
                declare(ui, &row, &data::part_name(part, view.lang), &spoken, state);
                if state.selected {
                    ui.ctx()
                        .accesskit_node_builder(id, |node| node.set_active_descendant(row.id.accesskit_id()));
                }
                if row.clicked() {
                    group.request_focus();
                    out.command(Command::SelectPart(Some(part.id.clone())));
                }
            }
            if group.has_focus() {
                ring(ui, view, chosen.map_or(ui.clip_rect(), row_rect));
                keys(ui, view, out, id, chosen, floor(seen.height() / self.row).max(1));
            }
            follow(ui, view, id, chosen.map(row_rect));
        });
    }
}

/// The place of the selected part.
fn chosen(view: &View<'_>) -> Option<usize> {
    let id = view.selection.part.as_ref()?;
    view.project.product.parts.iter().position(|part| &part.id == id)
}

fn ground(ui: &Ui, view: &View<'_>, rect: Rect, outset: f32, state: RowState) {
    let theme = view.theme;
    let wide = rect.expand2(vec2(outset, 0.0));
    if state.selected {
        ui.painter().rect_filled(wide, 0.0, theme.accent_soft);
    } else if state.hovered {
        ui.painter().rect_filled(wide, 0.0, theme.hover);
    }
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - theme.rule / 2.0,
        theme.rule_stroke(),
    );
}

fn declare(ui: &Ui, row: &Response, name: &str, spoken: &str, state: RowState) {
    row.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), state.selected, name));
    ui.ctx()
        .accesskit_node_builder(row.id, |node| node.set_value(spoken));
}

fn ring(ui: &Ui, view: &View<'_>, rect: Rect) {
    let rect = rect.intersect(ui.clip_rect()).shrink(metric::FOCUS_RING);
    ui.painter()
        .rect_stroke(rect, 2.0, view.theme.focus_stroke(), egui::StrokeKind::Outside);
}

/// Moves the selection, removes and renames by key.
fn keys(ui: &Ui, view: &View<'_>, out: &mut Out, id: Id, chosen: Option<usize>, page: usize) {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let parts = &view.project.product.parts;
    let Some(last) = parts.len().checked_sub(1) else {
        return;
    };
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
    let target = if pressed(Key::ArrowDown) {
        chosen.map_or(0, |at| at + 1)
    } else if pressed(Key::ArrowUp) {
        chosen.map_or(last, |at| at.saturating_sub(1))
    } else if pressed(Key::PageDown) {
        chosen.map_or(last, |at| at + page)
    } else if pressed(Key::PageUp) {
        chosen.map_or(0, |at| at.saturating_sub(page))
    } else if pressed(Key::Home) {
        0
    } else if pressed(Key::End) {
        last
    } else {
        if let Some(part) = chosen.and_then(|at| parts.get(at)) {
            if pressed(Key::Delete) {
                remove(view, out, &part.id);
            }
            if pressed(Key::Enter) {
                name_field::focus(ui, "part");
            }
        }
        return;
    };
    if let Some(part) = parts
        .get(target.min(last))
        .filter(|_| Some(target.min(last)) != chosen)
    {
        out.command(Command::SelectPart(Some(part.id.clone())));
    }
}

/// Scrolls a newly selected row into sight.
fn follow(ui: &Ui, view: &View<'_>, id: Id, rect: Option<Rect>) {
    let key = id.with("followed");
    let before = ui
        .data(|data| data.get_temp::<Option<crate::model::PartId>>(key))
        .unwrap_or_default();
    if before != view.selection.part {
        ui.data_mut(|data| data.insert_temp(key, view.selection.part.clone()));
        if let Some(rect) = rect {
            ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
        }
    }
}

fn as_f32(count: usize) -> f32 {
    count as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a list, never negative"
)]
fn floor(place: f32) -> usize {
    place.max(0.0) as usize
}
