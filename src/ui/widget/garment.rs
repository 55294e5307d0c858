//! A small garment that stands for one piece, to be counted.

use crate::ui::theme::Theme;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// Around body and two sleeves, from the left of the collar; shares of the cell.
const AROUND: [(f32, f32); 13] = [
    (0.26, 0.08),
    (0.42, 0.08),
    (0.5, 0.18),
    (0.58, 0.08),
    (0.74, 0.08),
    (1.0, 0.32),
    (0.87, 0.54),
    (0.74, 0.46),
    (0.74, 0.95),
    (0.26, 0.95),
    (0.26, 0.46),
    (0.13, 0.54),
    (0.0, 0.32),
];
/// Body and sleeves, each without a dent.
const BODY: [(f32, f32); 4] = [(0.26, 0.08), (0.74, 0.08), (0.74, 0.95), (0.26, 0.95)];
const LEFT: [(f32, f32); 4] = [(0.26, 0.08), (0.26, 0.46), (0.13, 0.54), (0.0, 0.32)];
const RIGHT: [(f32, f32); 4] = [(0.74, 0.08), (1.0, 0.32), (0.87, 0.54), (0.74, 0.46)];

/// Draws a garment of `color` in `cell`, as opaque as `alpha` says.
pub(crate) fn garment(painter: &Painter, theme: &Theme, cell: Rect, color: Color32, alpha: f32) {
    let inner = cell.shrink(cell.width() * 0.06);
    let at = |(x, y): (f32, f32)| -> Pos2 {
        pos2(inner.left() + inner.width() * x, inner.top() + inner.height() * y)
    };
    let fill = color.gamma_multiply(alpha);
    for part in [BODY, LEFT, RIGHT] {
        painter.add(Shape::convex_polygon(part.map(at).to_vec(), fill, Stroke::NONE));
    }
    let edge = theme.outline.gamma_multiply(alpha);
    let width = if inner.width() > 9.0 { 1.0 } else { 0.6 };
    painter.add(Shape::closed_line(
        AROUND.map(at).to_vec(),
        Stroke::new(width, edge),
    ));
}
