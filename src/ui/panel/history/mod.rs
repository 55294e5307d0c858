//! The list of all steps: where the project stands, and one click or key to any other step.
//!
//! Invariant: only the rows in sight are laid out; going to a step never drops one.

pub mod data;

use crate::edit::History;
use crate::text::{HistoryMsg, Lang};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out};
use crate::ui::widget::{Button, line, put_left, text};
use data::{Row, Standing};
use egui::{
    EventFilter, Id, Key, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use std::ops::Range;

/// Height of a row.
const ROW: f32 = metric::ROW;
/// Room for the dots.
const DOTS: f32 = 24.0;
/// Room for the sentence at the foot.
const FOOT: f32 = 88.0;
/// How far a page key goes.
const PAGE: usize = 10;

/// Draws the list; a change of place is asked for as a command.
pub fn show(ui: &mut Ui, theme: &Theme, lang: Lang, history: &History, out: &mut Out) {
    head(ui, theme, lang, out);
    text::small(ui, theme, &data::count(history, lang));
    ui.add_space(metric::SPACE_S);
    ui.spacing_mut().item_spacing.y = 0.0;
    let id = Id::unique("history rows");
    let opened = is_new(ui, id);
    let height = (ui.available_height() - FOOT).max(3.0 * ROW);
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false, true])
        .max_height(height)
        .show_viewport(ui, |ui, seen| {
            rows(ui, theme, lang, history, out, seen, opened);
        });
    ui.add_space(metric::SPACE_S);
    text::Flow::new(
        HistoryMsg::Keys.text(lang),
        theme.font(metric::TEXT_SMALL),
        theme.ink_soft,
    )
    .show(ui);
}

fn head(ui: &mut Ui, theme: &Theme, lang: Lang, out: &mut Out) {
    ui.horizontal(|ui| {
        text::heading(ui, theme, HistoryMsg::Title.text(lang));
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| {
            let close = Button::icon_only(icon::CROSS, HistoryMsg::Hide.text(lang));
            if close.show(ui, theme).clicked() {
                out.command(Command::ToggleHistory);
            }
        });
    });
}

/// True where the list was not there in the frame before.
fn is_new(ui: &Ui, id: Id) -> bool {
    let now = ui.ctx().cumulative_frame_nr();
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<u64>(id);
        data.insert_temp(id, now);
        before
    });
    before.is_none_or(|before| before + 1 < now)
}

/// The rows in sight, and the keys that move among all of them.
fn rows(ui: &mut Ui, theme: &Theme, lang: Lang, history: &History, out: &mut Out, seen: Rect, opened: bool) {
    let id = Id::unique("history");
    let count = history.count() + 1;
    let (_, whole) = ui.allocate_space(vec2(ui.available_width(), ROW * count as f32));
    let list = ui.interact(whole, id, Sense::focusable_noninteractive());
    let name = HistoryMsg::Title.text(lang);
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, ui.is_enabled(), name));
    let place = |done: usize| {
        let top = whole.top() + ROW * done as f32;
        Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), ROW))
    };
    for done in in_sight(seen, count) {
        let row = data::row(history, done, lang);
        let response = show_row(ui, theme, &row, place(done), count, &list);
        if row.standing == Standing::Now {
            let now = response.id.accesskit_id();
            ui.ctx()
                .accesskit_node_builder(id, |node| node.set_active_descendant(now));
        }
        if response.clicked() {
            list.request_focus();
            out.command(Command::JumpTo(done));
        }
    }
    if opened {
        list.request_focus();
    }
    if list.has_focus()
        && let Some(done) = asked(ui, id, history)
    {
        out.command(Command::JumpTo(done));
    }
    follow(ui, id, history.done(), place(history.done()), opened);
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a list, never negative"
)]
fn in_sight(seen: Rect, count: usize) -> Range<usize> {
    let first = (seen.top() / ROW).max(0.0) as usize;
    let last = (seen.bottom() / ROW).max(0.0) as usize + 1;
    first.min(count)..last.min(count)
}

fn show_row(ui: &Ui, theme: &Theme, row: &Row, rect: Rect, count: usize, list: &Response) -> Response {
    let response = ui.interact(rect, list.id.with(row.done), Sense::CLICK);
    let is_now = row.standing == Standing::Now;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), is_now, &row.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(row.note.as_str());
        node.set_position_in_set(row.done + 1);
        node.set_size_of_set(count);
    });
    let painter = ui.painter();
    if is_now {
        painter.rect_filled(rect, theme.radius(), theme.accent_soft);
    } else if response.hovered() {
        painter.rect_filled(rect, theme.radius(), theme.hover);
    }
    dot(ui, theme, row, rect, count);
    let ink = if row.standing == Standing::TakenBack {
        theme.ink_soft
    } else {
        theme.ink
    };
    let mark = line(painter, row.mark, theme.font(metric::TEXT_SMALL), theme.ink_soft);
    let right = rect.right() - metric::SPACE_S - mark.size().x;
    put_left(painter, pos2(right, rect.center().y), mark, theme.ink_soft);
    let font = if is_now {
        theme.medium_font(metric::TEXT_BODY)
    } else {
        theme.font(metric::TEXT_BODY)
    };
    let mut job = egui::text::LayoutJob::simple_singleline(row.name.clone(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(right - rect.left() - DOTS - metric::SPACE_S);
    let name = painter.layout_job(job);
    let is_cut = name.elided;
    put_left(painter, pos2(rect.left() + DOTS, rect.center().y), name, ink);
    if is_now && list.has_focus() {
        painter.rect_stroke(
            rect.shrink(metric::FOCUS_RING),
            theme.radius(),
            theme.focus_stroke(),
            StrokeKind::Outside,
        );
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if is_cut {
        response.on_hover_text(&row.name)
    } else {
        response
    }
}

/// The dot of a step on the line that joins all of them: full where it is done, a ring where it was taken back.
fn dot(ui: &Ui, theme: &Theme, row: &Row, rect: Rect, count: usize) {
    let painter = ui.painter();
    let center = pos2(rect.left() + DOTS / 2.0, rect.center().y);
    let rule = Stroke::new(theme.rule, theme.edge_stroke().color);
    let top = if row.done == 0 { center.y } else { rect.top() };
    let bottom = if row.done + 1 == count {
        center.y
    } else {
        rect.bottom()
    };
    painter.vline(center.x, top..=bottom, rule);
    match row.standing {
        Standing::Done => painter.circle(center, 4.0, theme.ink_soft, Stroke::NONE),
        Standing::Now => painter.circle(center, 5.5, theme.accent, Stroke::NONE),
        Standing::TakenBack => {
            let ring = Stroke::new(1.5, theme.ink_soft);
            painter.circle(center, 4.0, theme.surface, ring)
        }
    };
}

/// Where the keys lead; the arrows move by one step, so that the project follows at once.
fn asked(ui: &Ui, id: Id, history: &History) -> Option<usize> {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let (done, last) = (history.done(), history.count());
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
    let target = if pressed(Key::ArrowDown) {
        done + 1
    } else if pressed(Key::ArrowUp) {
        done.saturating_sub(1)
    } else if pressed(Key::PageDown) {
        done + PAGE
    } else if pressed(Key::PageUp) {
        done.saturating_sub(PAGE)
    } else if pressed(Key::Home) {
        0
    } else if pressed(Key::End) {
        last
    } else {
        return None;
    };
    let target = target.min(last);
    (target != done).then_some(target)
}

/// Scrolls the present step into sight when it changes and when the list opens.
fn follow(ui: &Ui, id: Id, done: usize, rect: Rect, opened: bool) {
    let key = id.with("followed");
    let before = ui.data(|data| data.get_temp::<usize>(key));
    if opened || before != Some(done) {
        ui.data_mut(|data| data.insert_temp(key, done));
        let align = opened.then_some(egui::Align::Center);
        ui.scroll_to_rect_animation(rect, align, egui::style::ScrollAnimation::none());
    }
}
