//! A field to search by words, with a magnifying glass before and a cross behind what was typed.

use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::{Button, text};
use egui::{Align2, Id, Rect, Response, RichText, TextEdit, Ui, UiBuilder, pos2, vec2};

/// Room for the magnifying glass and the cross.
const SIDE: i8 = 34;

/// A search field.
#[derive(Debug, Clone, Copy)]
pub struct SearchField<'a> {
    /// Its id.
    pub id: Id,
    /// Its name, shown while it is empty.
    pub name: &'a str,
    /// What the cross does.
    pub clear: &'a str,
}

impl SearchField<'_> {
    /// Draws the field over the width at hand.
    pub fn show(self, ui: &mut Ui, theme: &Theme, words: &mut String) -> Response {
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        let frame = theme.typing_frame(theme.typing_stroke(has_focus), SIDE);
        let edit = TextEdit::singleline(words)
            .id(self.id)
            .frame(frame)
            .font(theme.font(metric::TEXT_BODY))
            .text_color(theme.ink)
            .hint_text(RichText::new(text::in_both(ui.ctx(), self.name)).color(theme.ink_soft))
            .desired_width(f32::INFINITY)
            .align(Align2::LEFT_CENTER)
            .min_size(vec2(0.0, metric::ROW));
        let response = ui.add(edit);
        ui.ctx()
            .accesskit_node_builder(self.id, |node| node.set_label(self.name));
        self.signs(ui, theme, response.rect, words);
        response
    }

    fn signs(self, ui: &mut Ui, theme: &Theme, rect: Rect, words: &mut String) {
        let square = |center: f32| Rect::from_center_size(pos2(center, rect.center().y), vec2(20.0, 20.0));
        let glass = UiBuilder::new().max_rect(square(rect.left() + 18.0));
        ui.scope_builder(glass, |ui| text::icon(ui, theme, icon::SEARCH, theme.ink_soft));
        if words.is_empty() {
            return;
        }
        let place = UiBuilder::new().max_rect(square(rect.right() - 18.0).expand(6.0));
        let cross = ui.scope_builder(place, |ui| {
            Button::icon_only(icon::CROSS, self.clear).show(ui, theme)
        });
        if cross.inner.clicked() {
            words.clear();
            ui.memory_mut(|memory| memory.request_focus(self.id));
        }
    }
}
