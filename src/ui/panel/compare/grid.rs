//! The frame of the comparison: one column for the questions, one per pathway, rows that fade while another is looked at.

use crate::ui::theme::{Theme, metric};
use crate::ui::widget::text;
use egui::accesskit::Role;
use egui::{Id, Layout, Rect, Ui, UiBuilder, pos2, vec2};
use std::ops::RangeInclusive;

/// Height of the work area from which on there is room for hints and larger gaps.
const ROOMY: f32 = 760.0;
/// Gap between columns.
pub(super) const GAP: f32 = metric::SPACE_M;

/// Where columns lie.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid<'a> {
    /// What each column is of, said before the names of what stands in it.
    heads: &'a [String],
    left: f32,
    /// Width of the questions.
    pub(super) question: f32,
    /// Width of one column.
    pub(super) column: f32,
    count: usize,
    /// True where there is room for hints.
    pub(super) roomy: bool,
}

/// What a row asks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question<'a> {
    /// The row's own name, never shown.
    pub(super) id: &'static str,
    /// The question.
    pub(super) text: &'a str,
    /// Unit or scope.
    pub(super) hint: &'a str,
    /// True where the hint stands even without much room.
    pub(super) keep_hint: bool,
}

impl<'a> Grid<'a> {
    /// The grid of the columns called `heads` over the width at hand.
    pub(super) fn of(ui: &Ui, heads: &'a [String], height: f32) -> Self {
        let count = heads.len();
        // The bar floats over what scrolls: the last column ends before it.
        let scroll = ui.spacing().scroll;
        let width = ui.available_width() - scroll.bar_outer_margin - scroll.floating_width;
        // A window at 200 % zoom is narrow: the questions then wrap.
        let least = if width < 600.0 { 96.0 } else { 128.0 };
        let question = (width * 0.18).clamp(least, 230.0).floor();
        let gaps = GAP * count_f32(count) + 1.0;
        Self {
            heads,
            left: ui.cursor().left(),
            question,
            column: ((width - question - gaps) / count_f32(count.max(1)))
                .floor()
                .max(96.0),
            count,
            roomy: height >= ROOMY,
        }
    }

    /// The whole width.
    pub(super) fn span(&self) -> RangeInclusive<f32> {
        self.left..=self.left + self.question + count_f32(self.count) * (self.column + GAP)
    }

    /// Space above and below what stands in a row.
    pub(super) const fn pad(&self) -> f32 {
        if self.roomy { 5.0 } else { 3.0 }
    }

    /// The place of column `at`, from `top` on.
    fn cell(&self, at: usize, top: f32) -> Rect {
        let left = self.left + self.question + GAP + count_f32(at) * (self.column + GAP);
        Rect::from_min_size(pos2(left, top), vec2(self.column, f32::INFINITY))
    }

    /// Draws cells side by side, `first` as the head of their row.
    pub(super) fn cells(
        &self,
        ui: &mut Ui,
        first: impl FnOnce(&mut Ui),
        cell: impl FnMut(&mut Ui, usize),
    ) -> Rect {
        self.told(ui, [Role::RowHeader, Role::Cell], first, cell)
    }

    /// Draws the heads of all columns.
    pub(super) fn heads(
        &self,
        ui: &mut Ui,
        first: impl FnOnce(&mut Ui),
        cell: impl FnMut(&mut Ui, usize),
    ) -> Rect {
        self.told(ui, [Role::Cell, Role::ColumnHeader], first, cell)
    }

    /// Draws one row, whose first cell and others are told as of these roles.
    fn told(
        &self,
        ui: &mut Ui,
        [first_role, role]: [Role; 2],
        first: impl FnOnce(&mut Ui),
        mut cell: impl FnMut(&mut Ui, usize),
    ) -> Rect {
        let top = ui.cursor().top();
        let opacity = ui.opacity();
        let mut row = ui.new_child(UiBuilder::new().accessibility_role(Role::Row));
        let mut draw = |rect: Rect, role: Role, name: &str, draw: &mut dyn FnMut(&mut Ui)| {
            let mut child = row.new_child(
                UiBuilder::new()
                    .max_rect(rect)
                    .layout(Layout::top_down(egui::Align::Min))
                    .accessibility_role(role)
                    .accessibility_label(name),
            );
            child.set_opacity(opacity);
            child.spacing_mut().item_spacing = vec2(metric::SPACE_S, 2.0);
            draw(&mut child);
            child.min_rect().bottom()
        };
        let question = Rect::from_min_size(pos2(self.left, top), vec2(self.question, f32::INFINITY));
        let mut first = Some(first);
        let mut bottom = draw(question, first_role, "", &mut |ui| {
            if let Some(first) = first.take() {
                first(ui);
            }
        });
        for (at, head) in self.heads.iter().enumerate() {
            bottom = bottom.max(draw(self.cell(at, top), role, head, &mut |ui| cell(ui, at)));
        }
        let rect = Rect::from_x_y_ranges(self.span(), top..=bottom);
        ui.advance_cursor_after_rect(rect);
        rect
    }

    /// Draws one row beneath a hairline; it fades while another row has the pointer or the focus.
    pub(super) fn row(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        question: Question<'_>,
        cell: impl FnMut(&mut Ui, usize),
    ) {
        self.block(ui, theme, question.id, |ui| {
            self.cells(ui, |ui| ask(ui, theme, question, self.roomy), cell);
        });
    }

    /// Draws what belongs to the row `id` beneath a hairline.
    pub(super) fn block(&self, ui: &mut Ui, theme: &Theme, id: &str, draw: impl FnOnce(&mut Ui)) {
        let top = ui.cursor().top();
        let rule = theme.rule_stroke();
        ui.painter().hline(self.span(), top, rule);
        // A whole point, so that edges and texts stay sharp.
        ui.add_space((top + self.pad()).round() - top);
        let faded = active(ui).is_some_and(|active| active != row_id(id));
        let fade = ui.ctx().animate_bool(row_id(id), faded);
        let before = ui.opacity();
        ui.set_opacity(before * (1.0 - (1.0 - theme.dim()) * fade));
        draw(ui);
        ui.set_opacity(before);
        ui.add_space(self.pad());
        let bottom = ui.cursor().top();
        note_active(ui, id, Rect::from_x_y_ranges(self.span(), top..=bottom));
    }
}

/// The question and its hint.
pub(super) fn ask(ui: &mut Ui, theme: &Theme, question: Question<'_>, roomy: bool) {
    ui.spacing_mut().item_spacing.y = 0.0;
    text::heading(ui, theme, question.text);
    if roomy || question.keep_hint {
        text::Flow::new(question.hint, theme.font(metric::TEXT_SMALL), theme.ink_soft).show(ui);
    }
}

fn row_id(id: &str) -> Id {
    Id::unique(("compare row", id))
}

fn active_key(next: bool) -> Id {
    Id::unique(("compare active row", next))
}

/// The row that was looked at in the last frame.
fn active(ui: &Ui) -> Option<Id> {
    ui.data(|data| data.get_temp::<Option<Id>>(active_key(false)).flatten())
}

/// Remembers the row `id` where the pointer or the focus is in `rect`.
fn note_active(ui: &Ui, id: &str, rect: Rect) {
    let focused = ui.memory(egui::Memory::focused);
    let has_focus = focused
        .and_then(|id| ui.ctx().read_response(id))
        .is_some_and(|response| rect.contains(response.rect.center()));
    if ui.rect_contains_pointer(rect) || has_focus {
        ui.data_mut(|data| data.insert_temp(active_key(true), Some(row_id(id))));
    }
}

/// Hands the row that was looked at in this frame to the next one.
pub(super) fn end_frame(ui: &Ui) {
    let was = active(ui);
    let is = ui.data_mut(|data| {
        let is = data.get_temp::<Option<Id>>(active_key(true)).flatten();
        data.insert_temp(active_key(false), is);
        data.insert_temp(active_key(true), None::<Id>);
        is
    });
    if was != is {
        ui.ctx().request_repaint();
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most four columns")]
fn count_f32(count: usize) -> f32 {
    count as f32
}
