//! Room for a chart that is looked at and not touched: a picture with a name and its content in words.

use super::text;
use crate::ui::theme::Theme;
use egui::accesskit::Role;
use egui::{Rect, Sense, Ui, Vec2};

/// Room of `size` for a chart called `name`, what it shows said beneath and to whoever hears it.
pub(crate) fn chart_room(ui: &mut Ui, theme: &Theme, (name, said): (&str, &str), size: Vec2) -> Rect {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Image);
        node.set_label(name);
        node.set_value(said);
    });
    text::small(ui, theme, said);
    rect
}
