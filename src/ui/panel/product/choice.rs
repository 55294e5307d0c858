//! One answer out of a list, with its label.

use crate::ui::theme::{Theme, metric};
use crate::ui::widget::{keep_in_sight, text};
use egui::{Align, ComboBox, Layout, Ui};

/// A drop-down list named `name`; the options are only asked for while it is open.
pub(in crate::ui::panel) fn choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    key: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    shown: (&str, Option<&T>),
    width: f32,
    options: impl FnOnce() -> Vec<(T, String)>,
) -> Option<T> {
    let (words, current) = shown;
    let combo = ComboBox::from_id_salt(("choice", key))
        .selected_text(words)
        .width(width)
        .truncate()
        .height(360.0);
    let answer = combo.show_ui(ui, |ui| {
        let mut picked = None;
        for (value, label) in options() {
            let is_current = current == Some(&value);
            if ui.selectable_label(is_current, label).clicked() && !is_current {
                picked = Some(value);
            }
        }
        picked
    });
    keep_in_sight(&answer.response);
    ui.ctx().accesskit_node_builder(answer.response.id, |node| {
        node.set_label(name);
        node.set_value(words);
    });
    answer.inner.flatten()
}

/// A row with `label` at the left and whatever `control` draws at the right.
pub(in crate::ui::panel) fn row<R>(
    ui: &mut Ui,
    theme: &Theme,
    label: &str,
    control: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        text::body(ui, theme, label);
        ui.with_layout(Layout::right_to_left(Align::Center), control)
            .inner
    })
    .inner
}

/// `label` in small above whatever `control` draws.
pub(in crate::ui::panel) fn above<R>(
    ui: &mut Ui,
    theme: &Theme,
    label: &str,
    control: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::small(ui, theme, label);
        control(ui)
    })
    .inner
}
