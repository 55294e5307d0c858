//! Routes by parts: a tick, a tilde or a cross in each cell, told apart by sign, hatch and colour.

use super::brush::{Brush, Style};
use crate::board::Matrix;
use crate::flow::gate::Verdict;
use crate::report::sheet::{Fill, flat};
use egui::{Align, Rect, Role, Shape, Stroke, Vec2, pos2, vec2};

pub(super) fn paint(brush: &Brush<'_>, matrix: &Matrix, room: Rect) {
    let names = room.width() * 0.36;
    let heads = room.with_min_x(room.left() + names);
    let columns = brush.columns(heads, matrix.parts.len());
    let mut top = room.top();
    for (part, column) in matrix.parts.iter().zip(&columns) {
        let galley = brush.lay(part, Style::Strong, column.width(), Align::Center);
        top = top.max(brush.put(galley, column.center().x, room.top()).bottom());
    }
    let legend: Vec<(Fill, String)> = matrix
        .legend
        .iter()
        .map(|(_, fill, words)| (*fill, words.clone()))
        .collect();
    let below = brush.legend_height(&legend, room.width());
    let rows = room
        .with_min_y(top + brush.gap() * 0.3)
        .with_max_y(room.bottom() - below - brush.gap() * 0.4);
    let count = f32::from(u16::try_from(matrix.rows.len().max(1)).unwrap_or(1));
    let height = rows.height() / count;
    let mut y = rows.top();
    for (route, says) in &matrix.rows {
        let rule = Stroke::new(brush.theme.rule, brush.theme.hairline);
        brush.ui.painter().hline(room.x_range(), y, rule);
        let galley = brush.lay(route, Style::Body, names - brush.gap(), Align::Min);
        brush.put(galley.clone(), room.left(), y + (height - galley.size().y) / 2.0);
        for ((verdict, column), part) in says.iter().zip(&columns).zip(&matrix.parts) {
            let cell = Rect::from_center_size(
                pos2(column.center().x, y + height / 2.0),
                vec2(
                    column.width().min(brush.unit * 12.0),
                    (height * 0.72).min(brush.unit * 6.0),
                ),
            );
            sign(
                brush,
                *verdict,
                matrix,
                cell,
                &format!("{}, {}", flat(route), flat(part)),
            );
        }
        y += height;
    }
    let at = pos2(room.left(), room.bottom() - below);
    brush.legend(&legend, at, room.width());
}

fn sign(brush: &Brush<'_>, verdict: Verdict, matrix: &Matrix, cell: Rect, where_: &str) {
    let Some((_, fill, words)) = matrix.legend.iter().find(|(known, ..)| *known == verdict) else {
        return;
    };
    brush.fill(cell, *fill);
    let plate = Rect::from_center_size(cell.center(), Vec2::splat(cell.height() * 0.74));
    brush.ui.painter().rect_filled(plate, 3.0, brush.theme.surface);
    let inner = plate.shrink(plate.height() * 0.2);
    let stroke = Stroke::new(brush.line() * 2.0, brush.theme.ink);
    let at = |x: f32, y: f32| pos2(inner.left() + inner.width() * x, inner.top() + inner.height() * y);
    let line = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| at(*x, *y)).collect();
        brush.ui.painter().add(Shape::line(points, stroke));
    };
    match verdict {
        Verdict::Accepted => line(&[(0.0, 0.55), (0.35, 0.95), (1.0, 0.1)]),
        Verdict::Reduced => line(&[(0.0, 0.6), (0.25, 0.35), (0.5, 0.5), (0.75, 0.65), (1.0, 0.4)]),
        Verdict::Refused => {
            line(&[(0.05, 0.05), (0.95, 0.95)]);
            line(&[(0.95, 0.05), (0.05, 0.95)]);
        }
    }
    brush.speak(cell, Role::GraphicsObject, &format!("{where_}: {}", flat(words)));
}
