//! Pathways beneath each other on one ruler.

use super::brush::{Brush, Style};
use super::charts::{marks, pieces};
use crate::board::Way;
use crate::report::sheet::Fill;
use egui::{Align, Rect, Role, pos2};

pub(super) fn paint(
    brush: &Brush<'_>,
    ways: &[Way],
    base: Option<f64>,
    legend: &[(Fill, String)],
    room: Rect,
) {
    let Some(first) = ways.first() else { return };
    let figures = room.width() * 0.40;
    let left = room.with_max_x(room.right() - figures);
    let right = room.with_min_x(room.right() - figures + brush.gap() * 2.0);
    let columns = columns(brush, right, first.keys.len());
    let mut top = room.top();
    for (key, column) in first.keys.iter().zip(&columns) {
        let galley = brush.lay(&key.word, Style::Soft, column.width(), Align::Min);
        top = top.max(brush.put(galley, column.left(), room.top()).bottom());
    }
    let below = brush.legend_height(legend, room.width());
    let rows = room
        .with_min_y(top)
        .with_max_y(room.bottom() - below - brush.gap() * 0.4);
    let count = f32::from(u16::try_from(ways.len()).unwrap_or(1));
    let height = rows.height() / count;
    let mut y = rows.top();
    for way in ways {
        let rule = egui::Stroke::new(brush.theme.rule, brush.theme.hairline);
        brush.ui.painter().hline(room.x_range(), y, rule);
        let row =
            Rect::from_x_y_ranges(left.x_range(), y..=y + height).shrink2(egui::vec2(0.0, brush.unit * 0.5));
        self::row(brush, way, base, row);
        for (key, column) in way.keys.iter().zip(&columns) {
            figure(brush, key, column.with_min_y(row.top()).with_max_y(row.bottom()));
        }
        y += height;
    }
    brush.legend(legend, pos2(room.left(), room.bottom() - below), room.width());
}

/// The columns of the figures: of two the first is wider, for shares and their ranges are longer than ratios.
fn columns(brush: &Brush<'_>, place: Rect, count: usize) -> Vec<Rect> {
    let even = brush.columns(place, count);
    let [first, second] = even.as_slice() else {
        return even;
    };
    let shift = first.width() * 0.12;
    let wider = first.with_max_x(first.right() + shift);
    vec![wider, second.with_min_x(second.left() + shift)]
}

/// Name, bar of ends and scale of a pathway.
fn row(brush: &Brush<'_>, way: &Way, base: Option<f64>, row: Rect) {
    let named = brush.named(way.letter, way.fill, &way.name, row.min, row.width());
    let top = named.bottom() + brush.unit * 0.5;
    let high = (row.bottom() - top).clamp(brush.unit * 2.0, brush.unit * 5.5);
    let place = Rect::from_min_max(pos2(row.left(), top), pos2(row.right(), top + high));
    let middle = row.left() + row.width() * 0.56;
    let bar = place.with_max_x(middle);
    pieces(brush, &way.ends, bar);
    brush.speak(bar, Role::GraphicsObject, &way.ends.spoken(crate::lang::Lang::En));
    let scale = place
        .with_min_x(middle + brush.gap())
        .with_max_x(row.right() - brush.gap());
    marks(brush, &way.scale, base, scale);
    brush.speak(scale, Role::GraphicsObject, &way.scale.spoken);
}

/// A key figure in the middle of its cell, its range beneath.
fn figure(brush: &Brush<'_>, key: &crate::report::sheet::Figure, cell: Rect) {
    let value = brush.lay(&key.value, Style::SmallKey, cell.width(), Align::Min);
    let range = (!key.range.is_empty()).then(|| brush.lay(&key.range, Style::Soft, cell.width(), Align::Min));
    // Where the row is low the range stands in what the digits leave free beneath them.
    let tall = value.size().y * 0.9;
    let under = range.as_ref().map_or(0.0, |range| range.size().y);
    let top = cell.center().y - f32::midpoint(tall, under) - value.size().y * 0.05;
    let below = top + tall;
    let spoken = format!("{} {}", crate::report::sheet::flat(&key.word), key.value);
    brush.speak(
        Rect::from_min_size(pos2(cell.left(), top), value.size()),
        Role::Label,
        &spoken,
    );
    brush
        .ui
        .painter()
        .galley(pos2(cell.left(), top).round(), value, brush.theme.ink);
    if let Some(range) = range {
        brush.put(range, cell.left(), below);
    }
}
