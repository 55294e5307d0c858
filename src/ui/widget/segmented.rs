//! A row of choices of which one holds.

use super::touch::Touch;
use super::{focus_ring, line, put_center};
use crate::ui::theme::{Theme, metric};
use egui::{CornerRadius, Id, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, vec2};

/// Choices side by side; answers the index that the user picked, by click or by the arrow keys.
///
/// Tab reaches the chosen one only; the arrows, Home and End move on from there and choose as they go.
pub fn segmented(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    name: &str,
    options: &[&str],
    chosen: usize,
) -> Option<usize> {
    let widths: Vec<f32> = options.iter().map(|option| width(ui, theme, option)).collect();
    let (rect, group) = ui.allocate_exact_size(vec2(widths.iter().sum(), metric::ROW), Sense::hover());
    ui.ctx().accesskit_node_builder(group.id, |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(name);
    });
    ui.painter().rect(
        rect,
        theme.radius(),
        theme.surface,
        theme.edge_stroke(),
        StrokeKind::Inside,
    );
    let mut picked = None;
    let mut left = rect.left();
    for (index, (option, width)) in options.iter().zip(&widths).enumerate() {
        let cell = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(*width, rect.height()));
        left += width;
        let is_chosen = index == chosen;
        // Only the chosen one takes the focus by Tab; the others still take clicks.
        let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
        let touch = Touch::new(id.with(index), cell, Role::RadioButton, option).chosen(is_chosen);
        let response = touch.sense(sense).feel(ui);
        paint(ui, theme, cell, option, is_chosen, &response);
        if index > 0 && !is_chosen && index != chosen + 1 {
            ui.painter()
                .vline(cell.left(), cell.shrink(9.0).y_range(), theme.rule_stroke());
        }
        if response.clicked() && !is_chosen {
            picked = Some(index);
        }
        if response.has_focus() && is_chosen {
            picked = picked.or(moved(ui, &response, chosen, options.len()));
        }
    }
    let had_focus = ui.memory(|memory| (0..options.len()).any(|index| memory.has_focus(id.with(index))));
    if let Some(index) = picked.filter(|_| had_focus) {
        ui.memory_mut(|memory| memory.request_focus(id.with(index)));
    }
    picked
}

/// The width of all choices.
pub fn segmented_width(ui: &Ui, theme: &Theme, options: &[&str]) -> f32 {
    options.iter().map(|option| width(ui, theme, option)).sum()
}

fn width(ui: &Ui, theme: &Theme, option: &str) -> f32 {
    let text = line(ui.painter(), option, theme.font(metric::TEXT_BODY), theme.ink)
        .size()
        .x;
    (text + 2.0 * metric::SPACE_M).max(metric::TARGET).round()
}

fn paint(ui: &Ui, theme: &Theme, cell: Rect, option: &str, is_chosen: bool, response: &Response) {
    let painter = ui.painter();
    let radius = CornerRadius::same(metric::RADIUS);
    if is_chosen {
        let edge = Stroke::new(theme.rule, theme.accent);
        painter.rect(cell, radius, theme.accent_soft, edge, StrokeKind::Inside);
    } else if response.hovered() {
        painter.rect_filled(cell.shrink(2.0), radius, theme.hover);
    }
    let ink = if is_chosen { theme.accent } else { theme.ink };
    let galley = line(painter, option, theme.font(metric::TEXT_BODY), ink);
    put_center(painter, cell.center(), galley, ink);
    focus_ring(ui, theme, response, cell);
}

/// Where the keys want to go from `chosen`.
fn moved(ui: &Ui, response: &Response, chosen: usize, count: usize) -> Option<usize> {
    super::keep_ends(ui, response.id);
    let last = count.checked_sub(1)?;
    let pressed = |keys: [Key; 2]| ui.input(|input| keys.iter().any(|key| input.key_pressed(*key)));
    let target = if pressed([Key::ArrowRight, Key::ArrowDown]) {
        (chosen + 1).min(last)
    } else if pressed([Key::ArrowLeft, Key::ArrowUp]) {
        chosen.saturating_sub(1)
    } else if pressed([Key::Home, Key::Home]) {
        0
    } else if pressed([Key::End, Key::End]) {
        last
    } else {
        chosen
    };
    (target != chosen).then_some(target)
}
