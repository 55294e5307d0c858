//! A field for words or a number under its label; what it held is selected when it gets the focus.

use super::text;
use crate::ui::theme::{Theme, metric};
use egui::text::CCursorRange;
use egui::{Align2, Id, Key, RichText, TextEdit, Ui, vec2};

/// One labelled field.
#[derive(Debug, Clone, Copy)]
pub struct Typing<'a> {
    /// Its id.
    pub id: Id,
    /// What is asked.
    pub label: &'a str,
    /// An example, while it is empty.
    pub hint: &'a str,
    /// What stands after what is typed.
    pub suffix: &'a str,
    /// Its width.
    pub width: f32,
}

impl Typing<'_> {
    /// Draws it; true where Enter was pressed in it.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, typed: &mut String) -> bool {
        self.show_as(ui, theme, self.label, typed)
    }

    /// The same with another name for screen readers, for a field whose label stands further above.
    pub fn show_as(&self, ui: &mut Ui, theme: &Theme, spoken: &str, typed: &mut String) -> bool {
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        let frame = theme.typing_frame(theme.typing_stroke(has_focus), 7);
        ui.vertical(|ui| {
            ui.set_width(self.width);
            ui.spacing_mut().item_spacing.y = 2.0;
            if !self.label.is_empty() {
                text::small(ui, theme, self.label);
            }
            let hint = text::in_both(ui.ctx(), self.hint);
            let fits = text::small_width(ui, theme, &hint) + metric::SPACE_L <= self.width;
            let hint = RichText::new(if fits { &hint } else { self.hint })
                .font(theme.font(metric::TEXT_SMALL))
                .color(theme.ink_soft);
            let mut edit = TextEdit::singleline(typed)
                .id(self.id)
                .frame(frame)
                .font(theme.font(metric::TEXT_BODY))
                .text_color(theme.ink)
                .hint_text(hint)
                .align(Align2::LEFT_CENTER)
                .desired_width(self.width)
                .min_size(vec2(0.0, metric::ROW));
            if !self.suffix.is_empty() {
                edit = edit.suffix(RichText::new(self.suffix).color(theme.ink_soft));
            }
            let mut output = edit.show(ui);
            ui.ctx()
                .accesskit_node_builder(self.id, |node| node.set_label(spoken));
            let response = &output.response.response;
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if response.gained_focus() {
                let whole = CCursorRange::select_all_str(typed.as_str());
                output.state.cursor.set_char_range(Some(whole));
                TextEdit::store_state(ui.ctx(), self.id, output.state);
            }
            entered
        })
        .inner
    }
}
