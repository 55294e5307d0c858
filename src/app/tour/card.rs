//! The card of a stop, beside the control that it points at.

use super::{Asked, STOPS, Stop, Tour};
use crate::text::{Lang, TourMsg};
use crate::ui::anchor;
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::{Button, text};
use egui::{
    Align, Area, Context, Frame, Id, LayerId, Layout, Margin, Order, Pos2, Rect, Role, Stroke, StrokeKind,
    Ui, Vec2, pos2, vec2,
};

/// Widest card, and the narrowest one; between them it leaves the larger part of a small window free.
const WIDTH: f32 = 330.0;
const LEAST: f32 = 240.0;
/// Height before the card was drawn once.
const HEIGHT: f32 = 150.0;
/// Between control and card.
const GAP: f32 = metric::SPACE_M;

/// Draws highlight and card; answers what was asked.
pub(super) fn show(
    ctx: &Context,
    theme: &Theme,
    lang: Lang,
    tour: Tour,
    stop: Stop,
    room: Rect,
) -> Option<Asked> {
    let target = anchor::find(ctx, stop.anchor);
    if let Some(target) = target {
        highlight(ctx, theme, target, room);
    }
    let id = Id::unique("tour card");
    let room = room.shrink(metric::SPACE_S);
    let width = WIDTH.min(room.width() * 0.44).max(LEAST);
    let before = ctx.memory(|memory| memory.area_rect(id));
    let height = before.map_or(HEIGHT, |rect| rect.height());
    let at = place(room, target, vec2(width, height));
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(Stroke::new(theme.rule, theme.accent))
        .corner_radius(theme.radius())
        .shadow(ctx.global_style().visuals.popup_shadow)
        .inner_margin(Margin::same(12));
    let shown = Area::new(id)
        // Above the highlight, whose frame it may have to cross in a small window.
        .order(Order::Tooltip)
        .fixed_pos(at)
        .constrain(false)
        .show(ctx, |ui| {
            let inside = frame.show(ui, |ui| {
                ui.set_width(width - 2.0 * metric::SPACE_M);
                content(ui, theme, lang, tour, stop)
            });
            inside.inner
        });
    shown.inner
}

/// A frame around the control; it takes no clicks.
fn highlight(ctx: &Context, theme: &Theme, target: Rect, room: Rect) {
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("tour highlight")));
    let around = target.expand(metric::SPACE_XS).intersect(room);
    let edge = Stroke::new(metric::FOCUS_RING + 1.0, theme.accent);
    painter.rect_stroke(around, theme.radius(), edge, StrokeKind::Inside);
}

fn content(ui: &mut Ui, theme: &Theme, lang: Lang, tour: Tour, stop: Stop) -> Option<Asked> {
    let number = (tour.stop + 1).to_string();
    let all = STOPS.len().to_string();
    let at = TourMsg::At.with(lang, &[("at", &number), ("all", &all)]);
    let title = stop.title.text(lang);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Group);
        node.set_label([TourMsg::Name.text(lang), at.as_str(), title].join(" · "));
    });
    ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_XS);
    let mut asked = None;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), metric::ROW),
        Layout::right_to_left(Align::Center),
        |ui| {
            let leave = Button::icon_only(icon::CROSS, TourMsg::Leave.text(lang));
            if leave.show(ui, theme).clicked() {
                asked = Some(Asked::Leave);
            }
            text::small(ui, theme, &at);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (font, room) = (theme.medium_font(metric::TEXT_BODY), (ui.available_width(), 1));
                text::named_lines(ui, theme, title, font, theme.ink, room);
            });
        },
    );
    text::Flow::new(stop.what.text(lang), theme.font(metric::TEXT_BODY), theme.ink).show(ui);
    ui.add_space(metric::SPACE_XS);
    let pressed = buttons(ui, theme, lang, tour);
    asked.or(pressed)
}

fn buttons(ui: &mut Ui, theme: &Theme, lang: Lang, tour: Tour) -> Option<Asked> {
    let is_last = tour.stop + 1 == STOPS.len();
    let mut asked = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let words = if is_last { TourMsg::Done } else { TourMsg::Next };
        let next = Button::primary(words.text(lang)).show(ui, theme);
        if tour.is_new {
            next.request_focus();
        }
        if next.clicked() {
            asked = Some(Asked::Next);
        }
        if tour.stop > 0 && Button::quiet(TourMsg::Back.text(lang)).show(ui, theme).clicked() {
            asked = Some(Asked::Back);
        }
    });
    asked
}

/// Where a card of `size` stands in `room`: beside `target` without covering it where that is possible, else in the corner
/// where it covers least.
fn place(room: Rect, target: Option<Rect>, size: Vec2) -> Pos2 {
    let last = pos2(room.right() - size.x, room.bottom() - size.y);
    let Some(target) = target else { return last };
    let inside = |at: Pos2| {
        pos2(
            at.x.clamp(room.left(), last.x.max(room.left())),
            at.y.clamp(room.top(), last.y.max(room.top())),
        )
    };
    let sides = [
        pos2(target.right() + GAP, target.top()),
        pos2(target.left() - GAP - size.x, target.top()),
    ];
    let (below, above) = (target.bottom() + GAP, target.top() - GAP - size.y);
    let over = [pos2(target.left(), below), pos2(target.left(), above)];
    // Beneath a narrow control its neighbours stand, beside a wide one there is nothing to see.
    let is_wide = target.width() > 1.5 * size.x;
    let beside = if is_wide { [over, sides] } else { [sides, over] }.concat();
    let corners = [
        last,
        pos2(room.left(), last.y),
        pos2(last.x, room.top()),
        room.min,
    ];
    let places = beside.into_iter().chain(corners).map(inside);
    let covered = |at: &Pos2| {
        let over = Rect::from_min_size(*at, size).intersect(target);
        if over.is_positive() { over.area() } else { 0.0 }
    };
    places
        .min_by(|a, b| covered(a).total_cmp(&covered(b)))
        .unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_stands_beside_what_it_points_at() {
        let room = Rect::from_min_size(pos2(0.0, 44.0), vec2(1280.0, 590.0));
        let size = vec2(330.0, 150.0);
        for target in [
            Rect::from_min_size(pos2(236.0, 172.0), vec2(728.0, 32.0)),
            Rect::from_min_size(pos2(997.0, 400.0), vec2(266.0, 28.0)),
            Rect::from_min_size(pos2(997.0, 600.0), vec2(266.0, 28.0)),
            Rect::from_min_size(pos2(980.0, 60.0), vec2(300.0, 570.0)),
            Rect::from_min_size(pos2(236.0, 60.0), vec2(728.0, 520.0)),
        ] {
            let card = Rect::from_min_size(place(room, Some(target), size), size);
            assert!(room.contains_rect(card), "{card:?}");
            let over = card.intersect(target);
            assert!(
                !over.is_positive() || over.area() < target.area() / 8.0,
                "{target:?}: {card:?}"
            );
        }
        assert!(room.contains(place(room, None, size)));
    }
}
