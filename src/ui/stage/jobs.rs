//! Job cards beside each other.

use super::brush::{Brush, Style, short};
use crate::board::JobSide;
use crate::lang::Lang;
use crate::report::sheet::Sides;
use egui::{Align, Rect, Role, Stroke, pos2, vec2};

pub(super) fn paint(brush: &Brush<'_>, sides: &[JobSide], lang: Lang, room: Rect) {
    for (side, column) in sides.iter().zip(brush.columns(room, sides.len())) {
        card(brush, side, lang, column);
    }
}

fn card(brush: &Brush<'_>, side: &JobSide, lang: Lang, column: Rect) {
    let named = brush.named(side.letter, side.fill, &side.name, column.min, column.width());
    let mut top = named.bottom() + brush.gap() * 0.5;
    let cells = brush.columns(column.with_min_y(top), side.keys.len());
    for (key, cell) in side.keys.iter().zip(cells) {
        top = top.max(brush.key(key, Style::SmallKey, cell.min, cell.width()).bottom());
    }
    top += brush.gap() * 0.4;
    let bar = Rect::from_min_size(pos2(column.left(), top), vec2(column.width(), brush.unit * 4.5));
    self::sides(brush, &side.sides, lang, bar);
    top = bar.bottom() + brush.gap() * 0.5;
    for (label, words) in &side.lines {
        let text = joined(label, words);
        let galley = brush.lay(&text, Style::Body, column.width(), Align::Min);
        // In a hall what matters less gives way to what is read.
        if top + galley.size().y > column.bottom() {
            return;
        }
        top = brush.put(galley, column.left(), top).bottom() + brush.unit * 0.3;
    }
}

/// What and its words, language by language.
fn joined(label: &str, words: &str) -> String {
    use crate::lang::{JOINT, halves};
    let ((zh, en), (first, second)) = (halves(label), halves(words));
    match en {
        Some(en) => format!("{zh}：{first}{JOINT}{en}: {}", second.unwrap_or(first)),
        None if zh.is_ascii() => format!("{zh}: {first}"),
        None => format!("{zh}：{first}"),
    }
}

/// Hours lost to the left of zero, gained to the right, with their bands.
pub(super) fn sides(brush: &Brush<'_>, sides: &Sides, lang: Lang, place: Rect) {
    let (painter, theme, line) = (brush.ui.painter(), brush.theme, brush.line());
    let middle = place.center().x;
    let half = place.width() / 2.0;
    let long = |hours: f64| half * short(sides.length(hours));
    let span = place.shrink2(vec2(0.0, place.height() * 0.16)).y_range();
    for (pieces, sign) in [(&sides.lost, -1.0), (&sides.gained, 1.0)] {
        let mut from = middle;
        for piece in pieces {
            let to = from + sign * long(piece.share);
            if (to - from).abs() > 0.5 {
                brush.fill(
                    Rect::from_x_y_ranges(from.min(to)..=from.max(to), span),
                    piece.fill,
                );
            }
            from = to;
        }
    }
    let stroke = Stroke::new(line, theme.ink);
    for (band, sign) in [(sides.lost_band, -1.0), (sides.gained_band, 1.0)] {
        let Some((low, high)) = band else { continue };
        let [a, b] = [low, high].map(|hours| middle + sign * long(hours));
        let y = place.center().y;
        painter.hline(a.min(b)..=a.max(b), y, stroke);
        for x in [a, b] {
            painter.vline(x, y - brush.unit * 0.9..=y + brush.unit * 0.9, stroke);
        }
    }
    painter.vline(middle, place.y_range(), Stroke::new(line * 1.4, theme.ink));
    brush.speak(place, Role::GraphicsObject, &sides.spoken(lang));
}
