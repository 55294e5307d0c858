//! Widgets of our own: drawn in the theme, worked by pointer and keyboard alike, named for screen readers.
//!
//! Invariant: a widget takes final strings and a copy of a value, and answers what the user asked for; whatever can be
//! clicked is at least [`metric::TARGET`] wide and high and shows when it has the focus.

pub(crate) mod assumed;
pub mod badge;
pub mod bar;
mod both;
pub mod button;
pub(crate) mod chart_room;
pub(crate) mod choice;
pub mod chooser;
pub mod diverging;
mod field;
pub mod figure;
pub(crate) mod garment;
pub mod hatch;
pub(crate) mod letters;
pub(crate) mod menu_line;
pub(crate) mod name_field;
pub mod number_field;
pub mod pick_list;
pub(crate) mod plate;
pub(crate) mod quiet;
mod rail;
pub mod range_bar;
pub(crate) mod rows;
pub mod search_field;
pub(crate) mod searched;
pub mod segmented;
pub mod share_slider;
pub mod text;
pub(crate) mod touch;
mod typing;

pub(crate) use assumed::{assumed, dotted};
pub(crate) use badge::lettered_badge;
pub use badge::{Notice, grade_chip, notice_line, pathway_badge};
pub use bar::{BarResponse, Segment, StackedBar};
pub(crate) use both::Hint;
pub use button::{Button, toggle};
pub use chooser::Chooser;
pub use diverging::DivergingBar;
pub use field::text_field;
pub use figure::{Figure, delta_badge};
pub use hatch::Hatch;
pub use number_field::{Commit, FieldResponse, NumberField};
pub use pick_list::{PickList, PickRow};
pub(crate) use quiet::Quiet;
pub use range_bar::{RangeBar, paint_scale};
pub use search_field::SearchField;
pub use segmented::{segmented, segmented_width};
pub use share_slider::{ShareResponse, ShareSlider};
pub use typing::Typing;

use super::icon;
use super::theme::{Theme, metric};
use egui::{
    Color32, Context, EventFilter, FontId, Galley, Id, Painter, Pos2, Rect, Response, Ui, accesskit, vec2,
};
use std::sync::Arc;

/// The inside of an inspector: scrolls where it is higher than the room, its bar floating over the panel's margin,
/// beside the fields.
pub fn scroll_beside(ui: &mut Ui, id: impl egui::AsIdSalt, inside: impl FnOnce(&mut Ui)) {
    let scroll = egui::ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false, false]);
    let room = ui.available_rect_before_wrap();
    let wide = egui::UiBuilder::new().max_rect(room.with_max_x(room.right() + metric::SPACE_M));
    let mut wide = ui.new_child(wide);
    ui.advance_cursor_after_rect(room);
    scroll.show(&mut wide, |ui| {
        ui.set_max_width(room.width());
        ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
        inside(ui);
    });
}

/// Scrolls `response` into sight when it gets the focus.
pub fn keep_in_sight(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Whether `rect` of `response` is to be drawn; what gets the focus out of sight is scrolled there.
pub(crate) fn is_seen(ui: &Ui, response: &Response, rect: Rect) -> bool {
    keep_in_sight(response);
    ui.is_rect_visible(rect)
}

/// All arrow keys, Page Up, Page Down, Home and End are for `id` while it has the focus.
pub(crate) fn keep_arrows(ui: &Ui, id: Id) {
    keep_ends(ui, id);
    keep_page_keys(ui, id);
}

/// All arrow keys, Home and End are for `id` while it has the focus; Page Up and Page Down lead on through the page.
pub(crate) fn keep_ends(ui: &Ui, id: Id) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    ui.data_mut(|data| data.insert_temp(paging_key(), (id, false)));
}

fn paging_key() -> Id {
    Id::unique("keeps the page keys")
}

/// Page Up, Page Down, Home and End are for `id` while it has the focus.
pub(crate) fn keep_page_keys(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.insert_temp(paging_key(), (id, true)));
}

/// Whether `key`, one of Page Up, Page Down, Home and End, is for `id`, which has the focus.
pub(crate) fn keeps_page_key(ctx: &Context, id: Id, key: egui::Key) -> bool {
    let kept: Option<(Id, bool)> = ctx.data(|data| data.get_temp(paging_key()));
    let is_end = matches!(key, egui::Key::Home | egui::Key::End);
    kept.is_some_and(|(keeper, pages)| keeper == id && (pages || is_end))
}

/// Draws the focus ring around `rect` where `response` has the keyboard focus, and scrolls it into sight.
pub fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect) {
    keep_in_sight(response);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(1.0),
            theme.radius(),
            theme.focus_stroke(),
            egui::StrokeKind::Outside,
        );
    }
}

/// Gives the node of `response` a value in words, beside the role and name that it already has.
pub(crate) fn set_spoken_value(ui: &Ui, response: &Response, value: &str) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_value(value));
}

/// What `inside` draws stands in a group called `name`, which is said before the names of what is in it.
pub(crate) fn grouped<R>(ui: &mut Ui, name: &str, inside: impl FnOnce(&mut Ui) -> R) -> R {
    let group = egui::UiBuilder::new()
        .accessibility_role(accesskit::Role::Group)
        .accessibility_label(name);
    ui.scope_builder(group, inside).inner
}

/// One line of text, laid out but not yet drawn; where both languages are read, with its English beneath, beside a figure.
pub(crate) fn line(painter: &Painter, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
    match text::second(painter.ctx(), text) {
        Some(second) => painter.layout_job(text::two(text, &second, &font, color)),
        None => plain_line(painter, text, font, color),
    }
}

/// One line of text as it is, laid out but not yet drawn.
pub(crate) fn plain_line(painter: &Painter, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), font, color)
}

/// Paints one line of words, with their English where both languages are read; gives where they stand.
pub(crate) fn say(
    painter: &Painter,
    (at, align): (Pos2, egui::Align2),
    words: &str,
    font: FontId,
    ink: Color32,
) -> Rect {
    let galley = line(painter, words, font, ink);
    let rect = align.anchor_size(at, galley.size());
    painter.galley(snap(painter, rect.min), galley, ink);
    rect
}

/// Draws `galley` with its middle left at `left`.
pub(crate) fn put_left(painter: &Painter, left: Pos2, galley: Arc<Galley>, color: Color32) -> Rect {
    let rect = egui::Align2::LEFT_CENTER.anchor_size(left, galley.size());
    painter.galley(snap(painter, rect.min), galley, color);
    rect
}

/// Draws the arrow of a table that is sorted by the heading `after`.
pub(crate) fn put_arrow(painter: &Painter, theme: &Theme, after: Rect, upwards: bool) {
    let sign = if upwards { icon::CARET_UP } else { icon::CARET_DOWN };
    let arrow = line(painter, &sign.to_string(), theme.icon_font(12.0), theme.ink);
    put_left(painter, after.right_center() + vec2(3.0, 0.0), arrow, theme.ink);
}

/// Draws `galley` with its middle at `center`.
pub(crate) fn put_center(painter: &Painter, center: Pos2, galley: Arc<Galley>, color: Color32) -> Rect {
    let rect = egui::Align2::CENTER_CENTER.anchor_size(center, galley.size());
    painter.galley(snap(painter, rect.min), galley, color);
    rect
}

/// The nearest whole pixel, so that text stays sharp.
fn snap(painter: &Painter, pos: Pos2) -> Pos2 {
    let scale = painter.pixels_per_point();
    egui::pos2((pos.x * scale).round() / scale, (pos.y * scale).round() / scale)
}

/// How many times a screen reader asked `response` for `action`, and the last number or text that came with it.
pub(crate) fn requested(
    ui: &Ui,
    response: &Response,
    action: accesskit::Action,
) -> Vec<accesskit::ActionRequest> {
    ui.input(|input| {
        input
            .accesskit_action_requests(response.id, action)
            .cloned()
            .collect()
    })
}

/// The least height of a row that holds text of `size`.
pub(crate) const fn row_height(size: f32) -> f32 {
    let wanted = size + 12.0;
    if wanted > metric::TARGET {
        wanted
    } else {
        metric::TARGET
    }
}
