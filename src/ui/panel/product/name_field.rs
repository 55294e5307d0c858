//! A name that can be typed over: plain text until it is pointed at or has the focus.

use crate::ui::theme::{Theme, metric};
use egui::text::CCursorRange;
use egui::{FontId, Frame, Id, Key, Margin, Stroke, TextEdit, Ui};

/// Moves the focus into the field `key`.
pub(in crate::ui::panel) fn focus(ui: &Ui, key: &str) {
    ui.memory_mut(|memory| memory.request_focus(id(key)));
}

fn id(key: &str) -> Id {
    Id::unique(("name field", key))
}

/// Shows the name; answers the new one when it is confirmed by Enter or by leaving. Escape forgets.
pub(in crate::ui::panel) fn show(
    ui: &mut Ui,
    theme: &Theme,
    key: &'static str,
    label: &str,
    current: &str,
    font: FontId,
) -> Option<String> {
    let id = id(key);
    let draft = id.with("draft");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let mut typed = ui
        .data(|data| data.get_temp::<String>(draft))
        .unwrap_or_else(|| current.to_owned());
    let is_over = ui.rect_contains_pointer(egui::Rect::from_min_size(
        ui.cursor().min,
        egui::vec2(ui.available_width(), metric::ROW),
    ));
    let edge = match (has_focus, is_over) {
        (true, _) => theme.focus_stroke(),
        (false, true) => theme.edge_stroke(),
        (false, false) => Stroke::NONE,
    };
    let fill = if has_focus || is_over {
        theme.surface
    } else {
        egui::Color32::TRANSPARENT
    };
    let frame = Frame::new()
        .fill(fill)
        .stroke(edge)
        .corner_radius(theme.radius())
        .inner_margin(Margin::symmetric(6, 0));
    // The text keeps the column's edge while the field is bare.
    let outdent = -6.0;
    ui.add_space(0.0);
    let mut output = ui
        .horizontal(|ui| {
            ui.add_space(outdent);
            TextEdit::singleline(&mut typed)
                .id(id)
                .frame(frame)
                .font(font)
                .text_color(theme.ink)
                .desired_width(ui.available_width() - 12.0)
                .min_size(egui::vec2(0.0, metric::ROW))
                .align(egui::Align2::LEFT_CENTER)
                .show(ui)
        })
        .inner;
    let response = output.response.response.clone();
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(label));
    if response.gained_focus() {
        output
            .state
            .cursor
            .set_char_range(Some(CCursorRange::select_all_str(&typed)));
        TextEdit::store_state(ui.ctx(), id, output.state);
    }
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(draft, typed.clone()));
    }
    if !response.lost_focus() {
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(draft));
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    let trimmed = typed.trim();
    (!escaped && trimmed != current && !trimmed.is_empty()).then(|| trimmed.to_owned())
}
