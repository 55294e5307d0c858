//! Old and new as two small marks on one scale: hollow as it stands, filled after the move, its band behind.

use super::data::Marks;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::bar::as_f32;
use egui::{Painter, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

/// Width of the scale.
pub(super) const WIDTH: f32 = 190.0;
/// Radius of a mark.
const MARK: f32 = 5.0;
/// Height of the band.
const BAND: f32 = 8.0;

/// Draws `marks` on the scale between `ends`; words beside say the values.
pub(super) fn show(ui: &mut Ui, theme: &Theme, marks: &Marks, ends: (f64, f64)) {
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, metric::TARGET), Sense::empty());
    if ui.is_rect_visible(rect) {
        paint(ui.painter(), theme, rect, marks, ends);
    }
}

fn paint(painter: &Painter, theme: &Theme, rect: Rect, marks: &Marks, (low, high): (f64, f64)) {
    let y = rect.center().y;
    let room = rect.x_range().shrink(MARK + 1.0);
    let span = (high - low).max(f64::MIN_POSITIVE);
    let x = |value: f64| {
        let share = ((value - low) / span).clamp(0.0, 1.0);
        egui::lerp(room.min..=room.max, as_f32(share))
    };
    painter.hline(room, y, Stroke::new(theme.rule, theme.hairline));
    let zero = x(0.0);
    painter.vline(zero, y - 5.0..=y + 5.0, Stroke::new(theme.rule, theme.field_edge));
    if let Some((from, to)) = marks.band.filter(|(from, to)| from.is_finite() && to.is_finite()) {
        let band = Rect::from_x_y_ranges(
            x(from)..=x(to).max(x(from) + 1.0),
            y - BAND / 2.0..=y + BAND / 2.0,
        );
        painter.rect_filled(band, BAND / 2.0, theme.accent_soft);
        painter.rect_stroke(
            band,
            BAND / 2.0,
            Stroke::new(1.0, theme.field_edge),
            egui::StrokeKind::Inside,
        );
    }
    if !marks.before.is_finite() || !marks.after.is_finite() {
        return;
    }
    let (from, to) = (x(marks.before), x(marks.after));
    painter.hline(from.min(to)..=from.max(to), y, Stroke::new(2.0, theme.accent));
    hollow(painter, theme, pos2(from, y));
    painter.circle(pos2(to, y), MARK, theme.accent, Stroke::new(1.0, theme.surface));
}

fn hollow(painter: &Painter, theme: &Theme, center: Pos2) {
    painter.circle(center, MARK - 0.5, theme.surface, Stroke::new(1.5, theme.ink));
}
