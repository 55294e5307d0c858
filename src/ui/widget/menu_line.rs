//! One line of a menu: sign, name, key at the right end; what cannot be chosen says why.

use super::both::Hint as _;
use super::{focus_ring, line, say, text};
use crate::ui::theme::{Theme, metric};
use egui::{Align2, CursorIcon, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// A line as it is shown.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct MenuLine<'a> {
    /// Its sign.
    pub icon: Option<char>,
    /// Its name.
    pub name: &'a str,
    /// Its key.
    pub key: &'a str,
    /// Why it cannot be chosen.
    pub blocked: Option<&'a str>,
}

/// The width in which `name` stands whole beside `key`.
pub(crate) fn width(ui: &Ui, theme: &Theme, name: &str, key: &str) -> f32 {
    let wide = |text: &str, font| line(ui.painter(), text, font, theme.ink).size().x;
    let name = wide(name, theme.font(metric::TEXT_BODY));
    let key = wide(key, theme.font(metric::TEXT_SMALL));
    (metric::SPACE_XXL + name + metric::SPACE_L + key + 2.0 * metric::SPACE_S).ceil()
}

impl MenuLine<'_> {
    /// Draws it over the width at hand.
    pub(crate) fn show(&self, ui: &mut Ui, theme: &Theme) -> Response {
        let enabled = self.blocked.is_none();
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::focusable_noninteractive()
        };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), metric::ROW), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, enabled, self.name));
        if enabled && (response.hovered() || response.has_focus()) {
            ui.painter().rect_filled(rect, theme.radius(), theme.hover);
        }
        self.paint(ui, theme, rect);
        focus_ring(ui, theme, &response, rect.shrink(2.0));
        match self.blocked {
            Some(why) => response.hint(why),
            None => response.on_hover_cursor(CursorIcon::PointingHand),
        }
    }

    fn paint(&self, ui: &mut Ui, theme: &Theme, rect: Rect) {
        let ink = if self.blocked.is_none() {
            theme.ink
        } else {
            theme.ink_soft
        };
        if let Some(icon) = self.icon {
            let place = Rect::from_min_size(rect.min + vec2(metric::SPACE_S, 6.0), vec2(20.0, 20.0));
            ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
                text::icon(ui, theme, icon, ink);
            });
        }
        let painter = ui.painter();
        let key = painter.text(
            rect.right_center() - vec2(metric::SPACE_S, 0.0),
            Align2::RIGHT_CENTER,
            self.key,
            theme.font(metric::TEXT_SMALL),
            theme.ink_soft,
        );
        let room = rect.with_max_x(key.left() - metric::SPACE_S);
        let left = pos2(rect.left() + metric::SPACE_XXL + metric::SPACE_S, rect.center().y);
        let font = theme.font(metric::TEXT_BODY);
        let inside = painter.with_clip_rect(room);
        say(&inside, (left, Align2::LEFT_CENTER), self.name, font, ink);
    }
}
