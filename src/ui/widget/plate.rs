//! A plate in front of the window that asks or tells something, with its heading and its row of buttons.

use super::text;
use crate::ui::theme::{Theme, metric, with_alpha};
use egui::{Align, Color32, Context, Frame, Id, Layout, Margin, Modal, Role, Ui, accesskit};

/// Gives the focus to the first button where nothing has it, so that the question can be answered by key.
pub(crate) fn focus_first(ui: &Ui, response: &egui::Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

/// A plate in front of the window with a title; Escape and a click beside it answer `cancel`.
pub(crate) fn plate<Answer>(
    ctx: &Context,
    theme: &Theme,
    id: &str,
    title: &str,
    width: f32,
    cancel: Answer,
    content: impl FnOnce(&mut Ui) -> Option<Answer>,
) -> Option<Answer> {
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(theme.rule_stroke())
        .corner_radius(theme.radius())
        .shadow(ctx.global_style().visuals.popup_shadow)
        .inner_margin(Margin::same(24));
    let width = width.min(ctx.content_rect().width() - 2.0 * metric::SPACE_XXL);
    let modal = Modal::new(Id::unique(("question", id)))
        .frame(frame)
        .backdrop_color(with_alpha(Color32::BLACK, 0.35))
        .show(ctx, |ui| {
            ui.set_width(width);
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(accesskit::Role::Dialog);
                node.set_label(title);
            });
            text::title(ui, theme, title);
            ui.add_space(metric::SPACE_S);
            content(ui)
        });
    let left = modal.should_close().then_some(cancel);
    modal.inner.or(left)
}

/// Buttons at the right end, the main one outermost.
pub(crate) fn footer<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(metric::SPACE_L);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| content(ui))
        .inner
}

/// A heading inside a plate, known as one to screen readers.
pub(crate) fn heading(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.add_space(metric::SPACE_M);
    let response = text::heading(ui, theme, words);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_role(Role::Heading));
    ui.add_space(metric::SPACE_XS);
}
