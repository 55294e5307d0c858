//! One answer out of a list, with its label.

use super::{keep_in_sight, line, text};
use crate::ui::theme::{Theme, metric};
use egui::{Align, ComboBox, Layout, Response, Ui};

/// What a list to choose from takes beside its words.
pub(crate) const ARROW: f32 = 48.0;

/// The room that a drop-down list takes which shows `words`.
pub(crate) fn wanted(ui: &Ui, theme: &Theme, words: &str) -> f32 {
    let font = theme.font(metric::TEXT_BODY);
    line(ui.painter(), words, font, theme.ink).size().x.ceil() + ARROW
}

/// A drop-down list named `name`; the options are only asked for while it is open.
pub(crate) fn choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    key: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    shown: (&str, Option<&T>),
    width: f32,
    options: impl FnOnce() -> Vec<(T, String)>,
) -> Option<T> {
    choice_shown(ui, key, name, shown, width, options).0
}

/// The same, with the drop-down list's own response.
pub(crate) fn choice_shown<T: Clone + PartialEq>(
    ui: &mut Ui,
    key: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    shown: (&str, Option<&T>),
    width: f32,
    options: impl FnOnce() -> Vec<(T, String)>,
) -> (Option<T>, Response) {
    let (words, current) = shown;
    let combo = ComboBox::from_id_salt(("choice", key))
        .selected_text(two_lines(ui, words, width))
        .width(width)
        .truncate()
        .height(360.0);
    let answer = combo.show_ui(ui, |ui| {
        let mut picked = None;
        let mut by_key = false;
        for (value, label) in options() {
            let is_current = current == Some(&value);
            if ui.selectable_label(is_current, label).clicked() {
                // A choice by keyboard closes the list as one by mouse does.
                ui.close();
                by_key = ui.input(|input| !input.pointer.any_click());
                picked = Some(value).filter(|_| !is_current);
            }
        }
        (picked, by_key)
    });
    let (picked, by_key) = answer.inner.unwrap_or((None, false));
    if by_key {
        answer.response.request_focus();
    }
    keep_in_sight(&answer.response);
    ui.ctx().accesskit_node_builder(answer.response.id, |node| {
        node.set_label(name);
        node.set_value(words);
    });
    (picked, answer.response)
}

/// The words of a drop-down list of `width`: small on two lines where they do not fit on one.
pub(super) fn two_lines(ui: &Ui, words: &str, width: f32) -> egui::WidgetText {
    let (theme, spacing) = (Theme::of(ui.ctx()), ui.spacing());
    let room = width - 2.0 * spacing.button_padding.x - spacing.icon_width - spacing.icon_spacing;
    let font = egui::TextStyle::Button.resolve(ui.style());
    let whole = line(ui.painter(), words, font, theme.ink);
    if whole.size().x <= room + 1.0 {
        return if whole.rows.len() > 1 {
            whole.into()
        } else {
            words.into()
        };
    }
    let small = theme.font(metric::TEXT_SMALL);
    text::lines(ui.painter(), &theme, words, small, theme.ink, (room, 2)).into()
}

/// A row with `label` at the left and whatever `control` draws at the right.
pub(crate) fn row<R>(ui: &mut Ui, theme: &Theme, label: &str, control: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        text::before(ui, theme, label);
        ui.with_layout(Layout::right_to_left(Align::Center), control)
            .inner
    })
    .inner
}

/// `label` in small above whatever `control` draws.
pub(crate) fn above<R>(ui: &mut Ui, theme: &Theme, label: &str, control: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::small(ui, theme, label);
        control(ui)
    })
    .inner
}
