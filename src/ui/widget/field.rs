//! A text field for one figure: the typed text is kept until it is confirmed, left or put right.

use crate::ui::theme::{Theme, metric};
use egui::text::CCursorRange;
use egui::{Align2, Id, Key, Response, Stroke, TextEdit, Ui};

/// What a field looks like and where its text lives.
pub(super) struct Field<'a> {
    /// The field's own id.
    pub id: Id,
    /// Its name for screen readers.
    pub name: &'a str,
    /// The text while nothing is being typed.
    pub shown: &'a str,
    /// What stands after the text.
    pub suffix: &'a str,
    /// Its width in points.
    pub width: f32,
    /// Figures stand at the right, words at the left.
    pub align: Align2,
    /// True where the typed text cannot be taken.
    pub is_wrong: bool,
}

/// What happened in a field.
pub(super) struct Typed {
    /// The text field.
    pub response: Response,
    /// The text, on Enter or when the focus left and it differs from what was shown.
    pub confirmed: Option<String>,
}

/// A field named `name` that shows a text; the new one when it is confirmed by Enter or by leaving.
pub fn text_field(ui: &mut Ui, theme: &Theme, id: Id, name: &str, shown: &str, width: f32) -> Option<String> {
    let field = Field {
        id,
        name,
        shown,
        suffix: "",
        width,
        align: Align2::LEFT_CENTER,
        is_wrong: false,
    };
    let confirmed = field.show(ui, theme).confirmed;
    if confirmed.is_some() {
        Field::forget(ui, id);
    }
    confirmed.filter(|text| text != shown)
}

impl Field<'_> {
    /// The text that is being typed or could not be taken, if any.
    pub(super) fn pending(ui: &Ui, id: Id) -> Option<String> {
        ui.data(|data| data.get_temp::<String>(id))
    }

    /// Forgets what was typed.
    pub(super) fn forget(ui: &Ui, id: Id) {
        ui.data_mut(|data| {
            data.remove::<String>(id);
            data.remove::<String>(id.with("refused"));
        });
    }

    /// The text that was confirmed and cannot be taken, while it still stands in the field.
    pub(super) fn refused(ui: &Ui, id: Id) -> Option<String> {
        let refused: Option<String> = ui.data(|data| data.get_temp(id.with("refused")));
        refused.filter(|refused| Self::pending(ui, id).as_ref() == Some(refused))
    }

    /// What becomes of a text that cannot be taken: after Enter it stays under the hand with its sentence; where the
    /// field was left, the value that holds is back.
    pub(super) fn refuse(ui: &Ui, response: &Response, text: String) {
        let by_enter = ui.input(|input| input.key_pressed(Key::Enter));
        if by_enter {
            // The next letter takes its place, as where a field is entered.
            if let Some(mut state) = TextEdit::load_state(ui.ctx(), response.id) {
                state
                    .cursor
                    .set_char_range(Some(CCursorRange::select_all_str(&text)));
                TextEdit::store_state(ui.ctx(), response.id, state);
            }
            ui.data_mut(|data| data.insert_temp(response.id.with("refused"), text));
            response.request_focus();
        } else {
            Self::forget(ui, response.id);
        }
    }

    /// Forgets a typed text where the value beneath it has changed meanwhile, as by undo.
    pub(super) fn follow(&self, ui: &Ui) {
        let key = self.id.with("shown");
        let before: Option<String> = ui.data(|data| data.get_temp(key));
        if before.is_some_and(|before| before != self.shown) {
            Self::forget(ui, self.id);
            ui.ctx().request_repaint();
        }
        ui.data_mut(|data| data.insert_temp(key, self.shown.to_owned()));
    }

    /// Draws the field; Enter and leaving confirm, Escape forgets.
    pub(super) fn show(self, ui: &mut Ui, theme: &Theme) -> Typed {
        self.follow(ui);
        // The gap between the text and its unit.
        let gap = std::mem::replace(&mut ui.spacing_mut().icon_spacing, 3.0);
        let mut text = Self::pending(ui, self.id).unwrap_or_else(|| self.shown.to_owned());
        let mut output = self
            .edit(theme, &mut text, ui.memory(|memory| memory.has_focus(self.id)))
            .show(ui);
        ui.spacing_mut().icon_spacing = gap;
        let response = output.response.response.clone();
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(self.name));
        super::keep_in_sight(&response);
        if response.gained_focus() {
            output
                .state
                .cursor
                .set_char_range(Some(CCursorRange::select_all_str(&text)));
            TextEdit::store_state(ui.ctx(), self.id, output.state);
        }
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(self.id, text.clone()));
        }
        let left = response.lost_focus();
        let escaped = left && ui.input(|input| input.key_pressed(Key::Escape));
        if escaped {
            Self::forget(ui, self.id);
        }
        let confirmed = Self::pending(ui, self.id).filter(|_| left && !escaped);
        Typed { response, confirmed }
    }

    fn edit<'t>(&self, theme: &Theme, text: &'t mut String, has_focus: bool) -> TextEdit<'t> {
        let edge = match (has_focus, self.is_wrong) {
            (_, true) => Stroke::new(metric::FOCUS_RING, theme.error),
            (has_focus, false) => theme.typing_stroke(has_focus),
        };
        let frame = theme.typing_frame(edge, 7);
        let edit = TextEdit::singleline(text)
            .id(self.id)
            .frame(frame)
            .font(theme.font(metric::TEXT_BODY))
            .text_color(theme.ink)
            .align(self.align)
            .desired_width(self.width)
            .min_size(egui::vec2(0.0, metric::TARGET));
        if self.suffix.is_empty() {
            edit
        } else {
            let suffix = egui::RichText::new(self.suffix)
                .font(theme.font(metric::TEXT_BODY))
                .color(theme.ink_soft);
            edit.suffix(suffix)
        }
    }
}
