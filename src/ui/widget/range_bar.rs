//! A value with its band on a scale from 0 to 1.

use super::bar::{as_f32, paint_segment};
use super::set_spoken_value;
use crate::ui::theme::{Fill, Theme, metric};
use egui::{Align2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

const BAND: f32 = 12.0;

/// A thin scale with the band of a figure and a tick at its value.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct RangeBar<'a> {
    name: &'a str,
    spoken: &'a str,
    value: f64,
    band: Option<(f64, f64)>,
    fill: Fill,
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
            ends: None,
        }
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
        if self.value.is_finite() {
            let tick = Rect::from_center_size(egui::pos2(x(self.value), y), vec2(3.0, BAND + 8.0));
            painter.rect_filled(tick.expand(1.0), 1.0, theme.surface);
            painter.rect_filled(tick, 1.0, theme.ink);
        }
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
