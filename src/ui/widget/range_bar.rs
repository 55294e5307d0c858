//! A value with its band on a scale from 0 to 1.

use super::bar::{as_f32, paint_segment};
use super::set_spoken_value;
use crate::ui::theme::{Fill, Theme, metric};
use egui::{Align2, Painter, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

const BAND: f32 = 12.0;
/// Height of what lies between two values.
const GAP: f32 = 6.0;

/// A thin scale with the band of a figure and a tick at its value.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct RangeBar<'a> {
    name: &'a str,
    spoken: &'a str,
    value: f64,
    band: Option<(f64, f64)>,
    fill: Fill,
    second: Option<(f64, Fill)>,
    ends: Option<[&'a str; 2]>,
}

impl<'a> RangeBar<'a> {
    /// `value` and `band` on the scale 0 to 1; `spoken` is how screen readers say them.
    pub const fn new(
        name: &'a str,
        spoken: &'a str,
        value: f64,
        band: Option<(f64, f64)>,
        fill: Fill,
    ) -> Self {
        Self {
            name,
            spoken,
            value,
            band,
            fill,
            second: None,
            ends: None,
        }
    }

    /// A second value on the same scale: a hollow mark, and the gap to the first in `gap`.
    pub const fn second(mut self, value: f64, gap: Fill) -> Self {
        self.second = Some((value, gap));
        self
    }

    /// Writes what the two ends of the scale are: "0" and "1".
    pub const fn ends(mut self, low: &'a str, high: &'a str) -> Self {
        self.ends = Some([low, high]);
        self
    }

    /// Draws it over the width at hand.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let height = if self.ends.is_some() { 34.0 } else { 20.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Meter, ui.is_enabled(), self.name));
        set_spoken_value(ui, &response, self.spoken);
        if ui.is_rect_visible(rect) {
            self.paint(ui, theme, rect);
        }
        response
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: Rect) {
        let painter = ui.painter();
        let y = rect.top() + 10.0;
        let scale = rect.x_range().shrink(1.0);
        let x = |share: f64| egui::lerp(scale.min..=scale.max, as_f32(share.clamp(0.0, 1.0)));
        let axis = Stroke::new(theme.rule, theme.field_edge);
        painter.hline(scale, y, axis);
        for end in [scale.min, scale.max] {
            painter.vline(end, y - 3.0..=y + 3.0, axis);
        }
        if let Some((low, high)) = self
            .band
            .filter(|(low, high)| low.is_finite() && high.is_finite())
        {
            let band = Rect::from_x_y_ranges(
                x(low)..=x(high).max(x(low) + 2.0),
                y - BAND / 2.0..=y + BAND / 2.0,
            );
            paint_segment(painter, theme, band, self.fill);
        }
        if let Some((second, gap)) = self.second {
            paint_second(painter, theme, (self.value, second), gap, (&x, y));
        }
        paint_tick(painter, theme, self.value, (&x, y));
        if let Some([low, high]) = self.ends {
            let font = theme.font(metric::TEXT_SMALL);
            let below = y + 8.0;
            painter.text(
                egui::pos2(scale.min, below),
                Align2::LEFT_TOP,
                low,
                font.clone(),
                theme.ink_soft,
            );
            painter.text(
                egui::pos2(scale.max, below),
                Align2::RIGHT_TOP,
                high,
                font,
                theme.ink_soft,
            );
        }
    }
}

/// Where a value lies on a scale, and the height of the scale.
type Place<'a> = (&'a dyn Fn(f64) -> f32, f32);

/// The mark of the first value.
fn paint_tick(painter: &Painter, theme: &Theme, value: f64, (x, y): Place<'_>) {
    if value.is_finite() {
        let tick = Rect::from_center_size(egui::pos2(x(value), y), vec2(3.0, BAND + 8.0));
        painter.rect_filled(tick.expand(1.0), 1.0, theme.surface);
        painter.rect_filled(tick, 1.0, theme.ink);
    }
}

/// The hollow mark of the second value, and what lies between both.
fn paint_second(painter: &Painter, theme: &Theme, (value, second): (f64, f64), gap: Fill, (x, y): Place<'_>) {
    if !second.is_finite() {
        return;
    }
    let (low, high) = (second.min(value), second.max(value));
    let between = Rect::from_x_y_ranges(x(low)..=x(high), y - GAP / 2.0..=y + GAP / 2.0);
    if between.width() > 1.0 {
        paint_segment(painter, theme, between, gap);
    }
    let mark = Rect::from_center_size(egui::pos2(x(second), y), vec2(7.0, BAND + 4.0));
    let edge = Stroke::new(1.5, theme.ink);
    painter.rect(mark, 2.0, theme.surface, edge, egui::StrokeKind::Inside);
}

/// A scale from 0 to 1 without words: filled to the first value, a hollow mark at the second, the gap between shaded.
pub fn paint_scale(ui: &Ui, theme: &Theme, rect: Rect, first: (f64, Fill), second: (f64, Fill)) {
    let bar = RangeBar::new("", "", first.0, Some((0.0, first.0)), first.1).second(second.0, second.1);
    let top = rect.center().y - 10.0;
    bar.paint(ui, theme, rect.with_min_y(top));
}
