//! The bare slider for a share: rail, handle, keys and what screen readers ask for.

use super::requested;
use super::touch::Touch;
use crate::quantity::maths::tidy;
use crate::ui::theme::{Theme, metric};
use egui::{
    CornerRadius, EventFilter, Id, Key, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, accesskit, vec2,
};

const HANDLE: f32 = 7.5;
const RAIL: f32 = 4.0;
/// Steps by key: an arrow, an arrow with Shift, a page key.
const STEP: f64 = 0.01;
const BIG_STEP: f64 = 0.05;
const PAGE: f64 = 0.1;

/// What happened on the rail.
pub(super) struct Moved {
    /// The slider.
    pub response: Response,
    /// The share asked for.
    pub share: Option<f64>,
    /// True when the gesture is over: handle let go, key pressed, reader's wish met.
    pub ended: bool,
}

/// Draws the slider for a share over the width at hand, with a reference mark where one is given.
pub(super) fn show(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    name: &str,
    (share, mark): (f64, Option<f64>),
    spoken: &str,
) -> Moved {
    let size = vec2(ui.available_width().max(60.0), metric::TARGET);
    let (_, rect) = ui.allocate_space(size);
    let touch = Touch::new(id, rect, Role::Slider, name);
    let response = touch.sense(Sense::click_and_drag()).feel(ui);
    let rail = rect.shrink2(vec2(0.0, (rect.height() - RAIL) / 2.0));

    let dragged = response.interact_pointer_pos().map(|pos| to_share(rail, pos.x));
    let stepped = stepped(ui, &response, share).or_else(|| asked(ui, &response, share));
    let released = response.drag_stopped() || response.clicked();
    let wanted = dragged.or(stepped).map(|wanted| wanted.clamp(0.0, 1.0));
    let is_new = |wanted: &f64| (wanted - share).abs() > 1e-9;

    declare(ui, &response, name, wanted.unwrap_or(share), spoken);
    if ui.is_rect_visible(rect) {
        if let Some(mark) = mark {
            paint_mark(ui, theme, rail, mark);
        }
        paint(ui, theme, rail, wanted.unwrap_or(share), &response);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
    let share = wanted.filter(is_new);
    Moved {
        response,
        ended: released || (stepped.is_some() && share.is_some()),
        share,
    }
}

/// The share under the pointer, in whole per cent.
fn to_share(rail: Rect, x: f32) -> f64 {
    let way = rail.x_range().shrink(HANDLE);
    let along = f64::from((x - way.min) / way.span().max(1.0));
    (along.clamp(0.0, 1.0) * 100.0).round() / 100.0
}

/// The share that the keys ask for.
fn stepped(ui: &Ui, response: &Response, share: f64) -> Option<f64> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    super::keep_page_keys(ui, response.id);
    ui.input(|input| {
        let step = if input.modifiers.shift { BIG_STEP } else { STEP };
        let count = |key: Key| f64::from(u16::try_from(input.num_presses(key)).unwrap_or(u16::MAX));
        let by = step * (count(Key::ArrowRight) - count(Key::ArrowLeft))
            + PAGE * (count(Key::PageUp) - count(Key::PageDown));
        if input.key_pressed(Key::Home) {
            Some(0.0)
        } else if input.key_pressed(Key::End) {
            Some(1.0)
        } else {
            (by.abs() > 0.0).then(|| tidy(share + by))
        }
    })
}

/// The share that a screen reader asks for.
fn asked(ui: &Ui, response: &Response, share: f64) -> Option<f64> {
    let set = requested(ui, response, accesskit::Action::SetValue)
        .into_iter()
        .rev()
        .find_map(|request| match request.data {
            Some(accesskit::ActionData::NumericValue(percent)) => Some(percent / 100.0),
            _ => None,
        });
    let count = |action| f64::from(u16::try_from(requested(ui, response, action).len()).unwrap_or(u16::MAX));
    let by = STEP * (count(accesskit::Action::Increment) - count(accesskit::Action::Decrement));
    set.or_else(|| (by.abs() > 0.0).then(|| tidy(share + by)))
}

fn declare(ui: &Ui, response: &Response, name: &str, share: f64, spoken: &str) {
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), share * 100.0, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_value(spoken);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value_step(STEP * 100.0);
        for action in [
            accesskit::Action::SetValue,
            accesskit::Action::Increment,
            accesskit::Action::Decrement,
        ] {
            node.add_action(action);
        }
    });
}

/// A stroke across the rail at the share of reference.
#[expect(clippy::cast_possible_truncation, reason = "a share fits any float")]
fn paint_mark(ui: &Ui, theme: &Theme, rail: Rect, mark: f64) {
    let way = rail.x_range().shrink(HANDLE);
    let x = egui::lerp(way.min..=way.max, mark.clamp(0.0, 1.0) as f32);
    let stroke = Stroke::new(2.0, theme.ink);
    ui.painter().vline(x, rail.y_range().expand(HANDLE + 1.0), stroke);
}

#[expect(clippy::cast_possible_truncation, reason = "a share fits any float")]
fn paint(ui: &Ui, theme: &Theme, rail: Rect, share: f64, response: &Response) {
    let painter = ui.painter();
    let radius = CornerRadius::same(2);
    // The rail keeps the column's edges; the handle stays within them.
    let way = rail.x_range().shrink(HANDLE);
    let x = egui::lerp(way.min..=way.max, share.clamp(0.0, 1.0) as f32);
    painter.rect(
        rail,
        radius,
        theme.hairline,
        Stroke::NONE,
        egui::StrokeKind::Inside,
    );
    painter.rect_filled(rail.with_max_x(x), radius, theme.accent);
    let center = egui::pos2(x, rail.center().y);
    let is_held = response.dragged() || response.is_pointer_button_down_on();
    let fill = match (is_held, response.hovered()) {
        (true, _) => theme.accent,
        (false, true) => theme.accent_soft,
        (false, false) => theme.surface,
    };
    painter.circle(center, HANDLE, fill, Stroke::new(2.0, theme.accent));
    if response.has_focus() {
        painter.circle_stroke(center, HANDLE + 3.5, theme.focus_stroke());
    }
}
