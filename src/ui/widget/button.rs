//! Buttons: one filled per page, all others quiet.

use super::both::Hint as _;
use super::{focus_ring, is_seen, line, put_center, put_left, row_height};
use crate::ui::theme::{Theme, metric};
use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// How a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Filled with the accent.
    Primary,
    /// Outlined.
    Quiet,
    /// Bare until the pointer comes.
    Bare,
}

/// A button with a label, an icon or both.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct Button<'a> {
    label: &'a str,
    look: Look,
    icon: Option<char>,
    icon_only: bool,
    tooltip: Option<&'a str>,
    disabled: Option<&'a str>,
    on: Option<bool>,
}

impl<'a> Button<'a> {
    /// The one filled button of a page.
    pub const fn primary(label: &'a str) -> Self {
        Self::new(label, Look::Primary)
    }

    /// An outlined button.
    pub const fn quiet(label: &'a str) -> Self {
        Self::new(label, Look::Quiet)
    }

    /// A button that is only text until the pointer comes.
    pub const fn bare(label: &'a str) -> Self {
        Self::new(label, Look::Bare)
    }

    /// A square button that shows only `icon`; `label` is its name for screen readers and its tooltip.
    pub const fn icon_only(icon: char, label: &'a str) -> Self {
        Self {
            icon: Some(icon),
            icon_only: true,
            tooltip: Some(label),
            ..Self::new(label, Look::Bare)
        }
    }

    const fn new(label: &'a str, look: Look) -> Self {
        Self {
            label,
            look,
            icon: None,
            icon_only: false,
            tooltip: None,
            disabled: None,
            on: None,
        }
    }

    /// Puts `icon` before the label.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What the pointer is told, as a shortcut.
    pub const fn tooltip(mut self, text: &'a str) -> Self {
        self.tooltip = Some(text);
        self
    }

    /// Makes the button impossible, with the reason told to pointer and keyboard; possible where there is none.
    pub const fn disabled(mut self, reason: Option<&'a str>) -> Self {
        self.disabled = reason;
        self
    }

    /// Makes it a switch that is on or off.
    pub const fn on(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }

    /// Draws it; a disabled one keeps the focus, so that its reason can be read, and never answers a click.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let enabled = self.disabled.is_none() && ui.is_enabled();
        let size = self.size(ui, theme);
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::focusable_noninteractive()
        };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let role = if self.on.is_some() {
            Role::Switch
        } else {
            Role::Button
        };
        response.widget_info(|| WidgetInfo {
            selected: self.on,
            ..WidgetInfo::labeled(role, enabled, self.label)
        });
        if is_seen(ui, &response, rect) {
            self.paint(ui, theme, rect, &response, enabled);
        }
        let cursor = if enabled {
            egui::CursorIcon::PointingHand
        } else {
            egui::CursorIcon::Default
        };
        let response = response.on_hover_cursor(cursor);
        match self.disabled.or(self.tooltip) {
            Some(text) => {
                if self.disabled.is_some() && response.has_focus() {
                    response.show_tooltip_text(text);
                }
                response.hint(text)
            }
            None => response,
        }
    }

    /// How much room it takes.
    pub fn size(&self, ui: &Ui, theme: &Theme) -> egui::Vec2 {
        let height = row_height(metric::TEXT_BODY).max(metric::ROW);
        if self.icon_only {
            return egui::Vec2::splat(height);
        }
        let text = line(ui.painter(), self.label, theme.font(metric::TEXT_BODY), theme.ink).size();
        let height = height.max(text.y + metric::SPACE_XS);
        let icon = if self.icon.is_some() {
            metric::ICON + metric::SPACE_XS
        } else {
            0.0
        };
        vec2(text.x + icon + 2.0 * metric::SPACE_M, height)
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: Rect, response: &Response, enabled: bool) {
        let (fill, edge, ink) = self.colors(theme, response, enabled);
        let painter = ui.painter();
        painter.rect(rect, theme.radius(), fill, edge, StrokeKind::Inside);
        if self.icon_only {
            if let Some(icon) = self.icon {
                let galley = line(painter, &icon.to_string(), theme.icon_font(metric::ICON), ink);
                put_center(painter, rect.center(), galley, ink);
            }
        } else {
            let mut left = rect.left_center() + vec2(metric::SPACE_M, 0.0);
            if let Some(icon) = self.icon {
                let galley = line(painter, &icon.to_string(), theme.icon_font(metric::ICON), ink);
                put_left(painter, left, galley, ink);
                left.x += metric::ICON + metric::SPACE_XS;
            }
            let galley = line(painter, self.label, theme.font(metric::TEXT_BODY), ink);
            put_left(painter, left, galley, ink);
        }
        focus_ring(ui, theme, response, rect);
    }

    /// Fill, edge and ink for the state at hand.
    fn colors(&self, theme: &Theme, response: &Response, enabled: bool) -> (Color32, Stroke, Color32) {
        let over = enabled && (response.hovered() || response.is_pointer_button_down_on());
        let quiet = theme.edge_stroke();
        if !enabled {
            let edge = if self.look == Look::Bare {
                Stroke::NONE
            } else {
                theme.rule_stroke()
            };
            return (Color32::TRANSPARENT, edge, theme.ink_soft);
        }
        match (self.look, self.on) {
            (Look::Primary, _) => {
                let fill = if over { theme.accent_hover } else { theme.accent };
                (fill, Stroke::NONE, theme.on_accent)
            }
            (Look::Bare, Some(true)) => (theme.accent_soft, Stroke::NONE, theme.accent),
            (Look::Quiet, Some(true)) => {
                let edge = Stroke::new(theme.rule, theme.accent);
                (theme.accent_soft, edge, theme.accent)
            }
            (Look::Bare, Some(false)) if !over => (Color32::TRANSPARENT, Stroke::NONE, theme.ink_soft),
            (Look::Quiet, _) => (if over { theme.hover } else { theme.surface }, quiet, theme.ink),
            (Look::Bare, _) => (
                if over { theme.hover } else { Color32::TRANSPARENT },
                Stroke::NONE,
                theme.ink,
            ),
        }
    }
}

/// A quiet switch that is on or off, such as "Ranges"; a click asks for the other state.
pub fn toggle(ui: &mut Ui, theme: &Theme, icon: Option<char>, label: &str, on: bool) -> Response {
    Button {
        icon,
        ..Button::quiet(label).on(on)
    }
    .show(ui, theme)
}
