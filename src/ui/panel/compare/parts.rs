//! A hundred small garments of the comparison.

use super::data::class_name;
use crate::data::Drawing;
use crate::text::{CommonMsg, CompareMsg, Lang};
use crate::ui::theme::{EndClass, Theme, metric};
use crate::ui::widget::garment;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{bar, focus_ring};
use egui::{Id, Rect, Response, Role, Ui, vec2};
use std::hash::Hash;

/// Garments in a row.
const PER_ROW: u32 = 20;
/// Rows of garments.
const ROWS: f32 = 5.0;

/// A hundred small garments of the kind's own `drawing`, coloured by where they end; a click or Enter opens them.
pub(super) fn hundred(
    ui: &mut Ui,
    theme: &Theme,
    id: impl Hash + std::fmt::Debug,
    (pieces, drawing): (&[(EndClass, u32)], Drawing),
    largest: f32,
    lang: Lang,
) -> Response {
    let size = garment_size(ui.available_width(), largest);
    let (_, rect) = ui.allocate_space(vec2(width_of(size), (size * ROWS).max(metric::TARGET)));
    let name = CompareMsg::HundredName.text(lang);
    let said = pieces
        .iter()
        .map(|(class, count)| format!("{} {count}", class_name(*class, lang)));
    let spoken = said.collect::<Vec<_>>().join("; ");
    let touch = Touch::new(Id::unique(("hundred", id)), rect, Role::GraphicsObject, name);
    let response = touch.said(&spoken).feel(ui);
    let hovered = response
        .hover_pos()
        .and_then(|pos| piece_at(pos - rect.min, size))
        .and_then(|at| class_of(pieces, at));
    if ui.is_rect_visible(rect) {
        let (mut at, mut garments) = (0, Vec::new());
        for (class, count) in pieces {
            for _ in 0..*count {
                let cell = Rect::from_min_size(rect.min + place_of(at, size), vec2(size, size));
                let back = hovered.is_some_and(|(hovered, _)| hovered != *class);
                let color = theme.end(*class).color;
                let look = (color, if back { 0.35 } else { 1.0 });
                garments.extend(garment::shapes(theme, cell, drawing, look));
                at += 1;
            }
        }
        ui.painter().extend(garments);
        focus_ring(ui, theme, &response, rect.expand(1.0));
    }
    if let Some((class, count)) = hovered {
        response.show_tooltip_ui(|ui| {
            ui.horizontal(|ui| {
                bar::swatch(ui, theme, theme.end(class));
                crate::ui::widget::text::body(ui, theme, class_name(class, lang));
                let count = format!("{count} / 100 {}", CommonMsg::UnitPieces.text(lang));
                crate::ui::widget::text::soft(ui, theme, &count);
            });
        });
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The size at which a row of garments fits `width`.
fn garment_size(width: f32, largest: f32) -> f32 {
    // Half a garment of gap in the middle makes tens easy to count.
    (width / 20.5).clamp(5.0, largest)
}

fn width_of(size: f32) -> f32 {
    size * 20.5
}

#[expect(clippy::cast_precision_loss, reason = "a place among a hundred")]
fn place_of(at: u32, size: f32) -> egui::Vec2 {
    let (row, column) = (at / PER_ROW, at % PER_ROW);
    let gap = if column >= PER_ROW / 2 { size / 2.0 } else { 0.0 };
    vec2(column as f32 * size + gap, row as f32 * size)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place inside the picture"
)]
fn piece_at(inside: egui::Vec2, size: f32) -> Option<u32> {
    let column = (0..PER_ROW).find(|column| {
        let left = place_of(*column, size).x;
        (left..left + size).contains(&inside.x)
    })?;
    let row = (inside.y / size).floor();
    (0.0..ROWS).contains(&row).then(|| row as u32 * PER_ROW + column)
}

fn class_of(pieces: &[(EndClass, u32)], at: u32) -> Option<(EndClass, u32)> {
    let mut passed = 0;
    pieces
        .iter()
        .find(|(_, count)| {
            passed += count;
            at < passed
        })
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_found_where_it_is_drawn() {
        for size in [5.0, 9.3, 15.0] {
            for at in 0..100 {
                let middle = place_of(at, size) + vec2(size, size) / 2.0;
                assert_eq!(piece_at(middle, size), Some(at));
            }
        }
        assert_eq!(
            class_of(&[(EndClass::Energy, 60), (EndClass::Lost, 40)], 60),
            Some((EndClass::Lost, 40))
        );
        assert_eq!(class_of(&[(EndClass::Energy, 60)], 99), None);
    }
}
