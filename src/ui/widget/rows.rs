//! Rows of a list or a table: one stop of the Tab key, arrows, page keys, Home and End move the choice, only what is
//! seen is laid out, and a screen reader finds every row in its list.
//!
//! Invariant: the list itself has the focus, never a row; the chosen row is its active descendant.

use crate::ui::theme::{Theme, metric};
use egui::accesskit::Role;
use egui::style::ScrollAnimation;
use egui::{EventFilter, Id, Key, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::ops::Range;

/// Rows of one height.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows<'a> {
    /// What tells this list from all others.
    pub id: Id,
    /// Its name for screen readers.
    pub name: &'a str,
    /// How many rows there are.
    pub count: usize,
    /// Height of a row.
    pub height: f32,
    /// How far the ground of a row reaches past its text, so that the text keeps the column's edge.
    pub outset: f32,
    /// The chosen row.
    pub chosen: Option<usize>,
    /// Headings with their places: the list is then a table.
    pub heads: &'a [(&'a str, Rect)],
}

/// What is said of one row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    /// Its name.
    pub name: String,
    /// What follows the name.
    pub value: String,
    /// The words of its cells with their places, where the list is a table.
    pub cells: Vec<(String, Rect)>,
}

/// A row as it is drawn.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    /// Its place among the rows.
    pub at: usize,
    /// Where it lies.
    pub rect: Rect,
    /// What the pointer does with it.
    pub response: &'a Response,
    /// It is the chosen one.
    pub chosen: bool,
}

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The row that is to be chosen.
    pub choose: Option<usize>,
    /// True while the list has the focus: keys of its own are then meant for it.
    pub has_focus: bool,
}

impl Rows<'_> {
    /// The room that all rows take.
    pub(crate) fn length(&self) -> f32 {
        self.height * as_f32(self.count)
    }

    /// The rows that lie in `seen`, which counts from the top of the list.
    fn in_sight(&self, seen: Rect) -> Range<usize> {
        let first = floor(seen.top() / self.height);
        let last = floor(seen.bottom() / self.height) + 1;
        first.min(self.count)..last.min(self.count)
    }

    fn place(&self, whole: Rect, at: usize) -> Rect {
        let top = whole.top() + self.height * as_f32(at);
        Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), self.height))
    }

    /// Lays the rows out over the width at hand; `key` names a row by what it stands for, `paint` draws it and answers
    /// what is said of it.
    pub(crate) fn show(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        key: impl Fn(usize) -> Id,
        mut paint: impl FnMut(&mut Ui, &Row<'_>) -> Said,
    ) -> Asked {
        let width = ui.available_width() - 2.0 * self.outset;
        let (_, taken) = ui.allocate_space(vec2(width, self.length()));
        let whole = Rect::from_min_size(
            pos2(taken.left() + self.outset, taken.top()),
            vec2(width, self.length()),
        );
        let list = ui.interact(whole, self.id, Sense::focusable_noninteractive());
        let role = if self.heads.is_empty() {
            Role::ListBox
        } else {
            Role::Table
        };
        list.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), self.name));
        let inside = UiBuilder::new().max_rect(whole).accessibility_parent(list.id);
        let mut inside = ui.new_child(inside);
        self.declare_heads(&mut inside);
        let seen = ui.clip_rect().translate(-whole.min.to_vec2());
        let mut choose = None;
        for at in self.in_sight(seen) {
            let rect = self.place(whole, at);
            let response = inside.interact(rect, self.id.with(key(at)), Sense::CLICK);
            self.show_row(&mut inside, theme, at, &response, &mut paint);
            if response.clicked() {
                list.request_focus();
                choose = Some(at);
            }
        }
        let has_focus = list.has_focus();
        if has_focus {
            let shown = self.chosen.map_or(ui.clip_rect(), |at| self.place(whole, at));
            let ring = shown.intersect(ui.clip_rect()).shrink(metric::FOCUS_RING);
            ui.painter()
                .rect_stroke(ring, 2.0, theme.focus_stroke(), egui::StrokeKind::Outside);
            let page = floor(seen.height() / self.height).max(1);
            choose = choose.or_else(|| self.asked(ui, page));
        }
        self.follow(ui, whole);
        Asked { choose, has_focus }
    }

    /// Draws the row at `at`.
    fn show_row(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        at: usize,
        response: &Response,
        paint: &mut impl FnMut(&mut Ui, &Row<'_>) -> Said,
    ) {
        let rect = response.rect;
        let chosen = self.chosen == Some(at);
        let wide = rect.expand2(vec2(self.outset, 0.0));
        if chosen {
            ui.painter().rect_filled(wide, 0.0, theme.accent_soft);
        } else if response.hovered() {
            ui.painter().rect_filled(wide, 0.0, theme.hover);
        }
        let row = Row {
            at,
            rect,
            response,
            chosen,
        };
        let said = paint(ui, &row);
        self.declare(ui, &row, &said);
    }

    /// Tells what the row is, and its cells where it has headings above.
    fn declare(&self, ui: &mut Ui, row: &Row<'_>, said: &Said) {
        let role = if self.heads.is_empty() {
            Role::ListBoxOption
        } else {
            Role::Row
        };
        let id = row.response.id;
        row.response
            .widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), row.chosen, &said.name));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_value(said.value.as_str());
            node.set_position_in_set(row.at + 1);
            node.set_size_of_set(self.count);
        });
        if row.chosen {
            ui.ctx().accesskit_node_builder(self.id, |list| {
                list.set_active_descendant(id.accesskit_id());
            });
        }
        if said.cells.is_empty() {
            return;
        }
        let inside = ui.new_child(UiBuilder::new().max_rect(row.rect).accessibility_parent(id));
        for (column, (words, place)) in said.cells.iter().enumerate() {
            let cell = inside.interact(*place, id.with(("cell", column)), Sense::empty());
            let role = if column == 0 { Role::RowHeader } else { Role::Cell };
            cell.widget_info(|| WidgetInfo::labeled(role, true, words));
        }
    }

    /// Tells the headings of a table as its first row.
    fn declare_heads(&self, ui: &mut Ui) {
        if self.heads.is_empty() {
            return;
        }
        let row = ui.new_child(UiBuilder::new().accessibility_role(Role::Row));
        for (column, (words, place)) in self.heads.iter().enumerate() {
            let head = row.interact(*place, self.id.with(("head", column)), Sense::empty());
            head.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, *words));
        }
    }

    /// The row that the keys lead to.
    fn asked(&self, ui: &Ui, page: usize) -> Option<usize> {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        let last = self.count.checked_sub(1)?;
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
        let (on, back) = (
            |step: usize, none: usize| self.chosen.map_or(none, |at| at + step),
            |step: usize, none: usize| self.chosen.map_or(none, |at| at.saturating_sub(step)),
        );
        let steps = [
            (Key::ArrowDown, on(1, 0)),
            (Key::ArrowUp, back(1, last)),
            (Key::PageDown, on(page, last)),
            (Key::PageUp, back(page, 0)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        let (_, target) = steps.into_iter().find(|(key, _)| pressed(*key))?;
        Some(target.min(last)).filter(|target| Some(*target) != self.chosen)
    }

    /// Scrolls a newly chosen row into sight.
    fn follow(&self, ui: &Ui, whole: Rect) {
        let key = self.id.with("followed");
        let before = ui.data(|data| data.get_temp::<Option<usize>>(key)).flatten();
        if before != self.chosen {
            ui.data_mut(|data| data.insert_temp(key, self.chosen));
            if let Some(at) = self.chosen {
                ui.scroll_to_rect_animation(self.place(whole, at), None, ScrollAnimation::none());
            }
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
