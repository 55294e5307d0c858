//! The three pages as tabs, each with its key.

use super::command::Entry;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::Page;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Hint as _, focus_ring, put_left, text};
use egui::{
    Align2, Color32, FontId, Galley, Id, Painter, Rect, Response, Role, Stroke, StrokeKind, Ui, pos2, vec2,
};
use std::sync::Arc;

const KEY_CAP: f32 = 18.0;

/// One tab.
pub(super) struct Tab<'a> {
    pub page: Page,
    pub entry: &'a Entry,
    pub chosen: bool,
    /// Room at both ends.
    pub margin: f32,
    /// True where only its key has room.
    pub bare: bool,
}

impl Tab<'_> {
    /// Its width; a tab keeps its place when it is chosen, for the wider weight decides.
    pub fn width(&self, ui: &Ui, theme: &Theme) -> f32 {
        if self.bare {
            return KEY_CAP + 2.0 * self.margin;
        }
        let font = theme.medium_font(metric::TEXT_BODY);
        let galley = stacked(ui.painter(), theme, self.entry.name, font, theme.ink);
        (galley.size().x + KEY_CAP + metric::SPACE_S + 2.0 * self.margin).round()
    }

    /// Draws it in `cell`.
    pub fn show(&self, ui: &Ui, theme: &Theme, cell: Rect) -> Response {
        let id = Id::unique(("page", self.page as u8));
        let touch = Touch::new(id, cell, Role::Tab, self.entry.name).chosen(self.chosen);
        let response = touch.feel(ui);
        let plate = cell.shrink2(vec2(2.0, 5.0));
        if response.hovered() && !self.chosen {
            ui.painter().rect_filled(plate, theme.radius(), theme.hover);
        }
        self.words(ui, theme, cell);
        if self.chosen {
            let line = Rect::from_min_max(pos2(cell.left(), cell.bottom() - 3.0), cell.right_bottom());
            ui.painter().rect_filled(line, 0.0, theme.accent);
        }
        focus_ring(ui, theme, &response, plate.shrink(1.0));
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if self.bare {
            response.hint(self.entry.name)
        } else {
            response
        }
    }

    fn words(&self, ui: &Ui, theme: &Theme, cell: Rect) {
        let painter = ui.painter();
        let (soft, ink, font) = if self.chosen {
            (theme.accent, theme.accent, theme.medium_font(metric::TEXT_BODY))
        } else {
            (theme.ink_soft, theme.ink, theme.font(metric::TEXT_BODY))
        };
        let middle = pos2(cell.left() + self.margin + KEY_CAP / 2.0, cell.center().y);
        let cap = Rect::from_center_size(middle, vec2(KEY_CAP, KEY_CAP));
        painter.rect_stroke(cap, 4.0, Stroke::new(theme.rule, soft), StrokeKind::Inside);
        let key = self.entry.key_text(ui.ctx());
        let small = theme.font(metric::TEXT_SMALL);
        painter.text(cap.center(), Align2::CENTER_CENTER, key, small, soft);
        if self.bare {
            return;
        }
        let at = pos2(cap.right() + metric::SPACE_S, cell.center().y);
        put_left(
            painter,
            at,
            stacked(painter, theme, self.entry.name, font, ink),
            ink,
        );
    }
}

/// The name; in both languages one beneath the other.
fn stacked(painter: &Painter, theme: &Theme, name: &str, font: FontId, ink: Color32) -> Arc<Galley> {
    painter.layout_job(text::stacked(theme, name, font, ink))
}
