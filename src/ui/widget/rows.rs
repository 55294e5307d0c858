//! Rows of a list or a table: one stop of the Tab key, arrows, page keys, Home and End move the choice, only what is
//! seen is laid out, and a screen reader finds every row in its list.
//!
//! Invariant: the list itself has the focus, never a row; the chosen row is its active descendant.

use super::keep_arrows;
use super::touch::{Touch, spoken};
use crate::ui::theme::{Theme, metric};
use egui::accesskit::Role;
use egui::style::ScrollAnimation;
use egui::{Id, Key, Rangef, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::ops::Range;

/// Where the rows of a list lie, from its top.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Places<'a> {
    /// Rows of one height, one under the other: how many, and how high.
    Even(usize, f32),
    /// Each row by itself, from the top down.
    Each(&'a [Rangef]),
}

impl Places<'_> {
    pub(crate) const fn count(&self) -> usize {
        match self {
            Self::Even(count, _) => *count,
            Self::Each(places) => places.len(),
        }
    }

    /// The room that all rows take.
    pub(crate) fn length(&self) -> f32 {
        match self {
            Self::Even(count, height) => height * as_f32(*count),
            Self::Each(places) => places.last().map_or(0.0, |last| last.max),
        }
    }

    fn of(&self, at: usize) -> Rangef {
        match self {
            Self::Even(_, height) => Rangef::new(height * as_f32(at), height * as_f32(at + 1)),
            Self::Each(places) => places.get(at).copied().unwrap_or(Rangef::NOTHING),
        }
    }

    /// The rows that lie between `top` and `bottom`.
    fn between(&self, top: f32, bottom: f32) -> Range<usize> {
        if bottom < 0.0 || top > self.length() {
            return 0..0;
        }
        match self {
            Self::Even(count, height) => {
                floor(top / height).min(*count)..(floor(bottom / height) + 1).min(*count)
            }
            Self::Each(places) => {
                let first = places.partition_point(|place| place.max < top);
                first..places.partition_point(|place| place.min <= bottom).max(first)
            }
        }
    }

    /// How many rows a page key goes in `room`.
    fn page(&self, room: f32) -> usize {
        let mean = self.length() / as_f32(self.count().max(1));
        floor(room / mean.max(1.0)).max(1)
    }
}

/// Rows under one name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows<'a> {
    /// What tells this list from all others.
    pub id: Id,
    /// Its name for screen readers.
    pub name: &'a str,
    /// Where the rows lie.
    pub places: Places<'a>,
    /// How much at the top of what is seen is covered by what stays there.
    pub covered: f32,
    /// How far the ground of a row reaches past its text, so that the text keeps the column's edge.
    pub outset: f32,
    /// The chosen row.
    pub chosen: Option<usize>,
    /// Headings with their places: the list is then a table.
    pub heads: &'a [(&'a str, Rect)],
    /// What the pointer can do with a row.
    pub sense: Sense,
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

impl<'a> Rows<'a> {
    /// A list called `name` of rows that lie at `places`; `id` tells it from all others.
    pub(crate) const fn new(id: Id, name: &'a str, places: Places<'a>) -> Self {
        Self {
            id,
            name,
            places,
            covered: 0.0,
            outset: 0.0,
            chosen: None,
            heads: &[],
            sense: Sense::CLICK,
        }
    }

    fn place(&self, whole: Rect, at: usize) -> Rect {
        let place = self.places.of(at);
        Rect::from_x_y_ranges(
            whole.x_range(),
            Rangef::new(whole.top() + place.min, whole.top() + place.max),
        )
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
        let size = vec2(width, self.places.length());
        let (_, taken) = ui.allocate_space(size);
        let whole = Rect::from_min_size(pos2(taken.left() + self.outset, taken.top()), size);
        let role = if self.heads.is_empty() {
            Role::ListBox
        } else {
            Role::Table
        };
        // The list itself is higher than what is seen of it: only its chosen row is brought into sight.
        let list = Touch::new(self.id, whole, role, self.name).still();
        let list = list.sense(Sense::focusable_noninteractive()).feel(ui);
        let inside = UiBuilder::new().max_rect(whole).accessibility_parent(list.id);
        let mut inside = ui.new_child(inside);
        self.declare_heads(&mut inside);
        let seen = ui.clip_rect().translate(-whole.min.to_vec2());
        let mut choose = None;
        for at in self.places.between(seen.top(), seen.bottom()) {
            let id = self.id.with(key(at));
            let response = inside.interact(self.place(whole, at), id, self.sense);
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
            choose = choose.or_else(|| self.asked(ui, self.places.page(seen.height())));
        }
        self.follow(ui, whole, list.gained_focus());
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
            node.set_size_of_set(self.places.count());
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
            let role = if column == 0 { Role::RowHeader } else { Role::Cell };
            spoken(&inside, *place, id.with(("cell", column)), role, words);
        }
    }

    /// Tells the headings of a table as its first row.
    fn declare_heads(&self, ui: &mut Ui) {
        if self.heads.is_empty() {
            return;
        }
        let row = ui.new_child(UiBuilder::new().accessibility_role(Role::Row));
        for (column, (words, place)) in self.heads.iter().enumerate() {
            let id = self.id.with(("head", column));
            spoken(&row, *place, id, Role::ColumnHeader, words);
        }
    }

    /// The row that the keys lead to.
    fn asked(&self, ui: &Ui, page: usize) -> Option<usize> {
        keep_arrows(ui, self.id);
        let last = self.places.count().checked_sub(1)?;
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
        let (_, target) = steps.into_iter().find(|(key, _)| pressed(ui, *key))?;
        Some(target.min(last)).filter(|target| Some(*target) != self.chosen)
    }

    /// Scrolls a newly chosen row into sight, and the chosen one, or else the first, when the list gets the focus.
    fn follow(&self, ui: &Ui, whole: Rect, gained: bool) {
        let key = self.id.with("followed");
        let before = ui.data(|data| data.get_temp::<Option<usize>>(key)).flatten();
        if before != self.chosen || gained {
            ui.data_mut(|data| data.insert_temp(key, self.chosen));
            if let Some(at) = self.chosen.or(gained.then_some(0)) {
                let place = self.place(whole, at);
                let place = place.with_min_y(place.top() - self.covered);
                ui.scroll_to_rect_animation(place, None, ScrollAnimation::none());
            }
        }
    }
}

/// Gives the list `id` the focus, and brings its chosen row into sight again.
pub(crate) fn enter(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.remove::<Option<usize>>(id.with("followed")));
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Whether `key` alone was pressed, which a list that has the focus takes for its chosen row.
pub(crate) fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input(|input| input.key_pressed(key) && !input.modifiers.any())
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
