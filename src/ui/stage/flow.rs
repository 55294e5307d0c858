//! Where the mass of one piece goes: ribbons from the piece to what is collected, and on to where it ends.

use super::brush::{Brush, Style, short};
use super::charts::beside;
use crate::board::Flow;
use crate::report::sheet::flat;
use crate::ui::theme::solid;
use egui::epaint::PathShape;
use egui::{Align, Color32, Galley, Pos2, Rangef, Rect, Role, Shape, Stroke, pos2, vec2};
use std::sync::Arc;

/// Steps of a ribbon.
const STEPS: u8 = 24;

pub(super) fn paint(brush: &Brush<'_>, flow: &Flow, room: Rect) {
    let head = brush.words(&flow.from, Style::Strong, room.min, room.width() * 0.3);
    let place = room.with_min_y(head.bottom() + brush.gap() * 0.4);
    let bar = brush.unit * 1.8;
    let [a, b, c] = [0.0, 0.30, 0.60].map(|share| place.left() + place.width() * share);
    let total: f64 = flow
        .to
        .iter()
        .map(|stream| stream.collected + stream.direct)
        .sum();
    if total <= 0.0 {
        return;
    }
    let gaps = brush.unit * 1.6;
    let count = f32::from(u16::try_from(flow.to.len().max(1)).unwrap_or(1));
    let height = (place.height() - gaps * (count - 1.0)).max(brush.unit * 10.0);
    let tall = |share: f64| height * short(share / total);
    let collected: f64 = flow.to.iter().map(|stream| stream.collected).sum();
    let top = place.top();
    let split = tall(collected);
    let apart = gaps * (count - 1.0);
    let piece = Rangef::new(top + apart / 2.0, top + apart / 2.0 + height);
    let nodes = [
        Rangef::new(top, top + split),
        Rangef::new(top + split + apart, top + apart + height),
    ];
    let pale = brush.theme.flow(brush.theme.field_edge);
    let parts = [
        Rangef::new(piece.min, piece.min + split),
        Rangef::new(piece.min + split, piece.max),
    ];
    for (from, to) in parts.into_iter().zip(nodes) {
        ribbon(brush, (a + bar, from), (b, to), pale);
    }
    ends(brush, flow, (b + bar, nodes), (c, place), &tall);
    let painter = brush.ui.painter();
    let node = |x: f32, span: Rangef| {
        if span.span() > 0.5 {
            let rect = Rect::from_x_y_ranges(x..=x + bar, span);
            painter.rect_filled(rect, 0.0, brush.theme.ink);
        }
    };
    node(a, piece);
    for span in nodes {
        node(b, span);
    }
    names(brush, [&flow.collected, &flow.direct], parts, nodes, (a + bar, b));
    let spoken: Vec<String> = flow
        .to
        .iter()
        .map(|stream| format!("{} {}", flat(&stream.label), stream.value))
        .collect();
    brush.speak(
        place,
        Role::GraphicsObject,
        &format!("{}: {}", flat(&flow.from), spoken.join("; ")),
    );
}

/// Ribbons to the ends, and what each is called.
fn ends(
    brush: &Brush<'_>,
    flow: &Flow,
    (from, nodes): (f32, [Rangef; 2]),
    (x, place): (f32, Rect),
    tall: &dyn Fn(f64) -> f32,
) {
    let bar = brush.unit * 1.8;
    let gaps = brush.unit * 1.6;
    let mut y = place.top();
    let [mut first, mut second] = nodes.map(|node| node.min);
    let room = place.right() - x - bar - brush.gap();
    let mut labels: Vec<(Rangef, Arc<Galley>)> = Vec::new();
    for stream in &flow.to {
        let color = solid(stream.fill.rgb);
        let top = y;
        for (share, start) in [(stream.collected, &mut first), (stream.direct, &mut second)] {
            let thick = tall(share);
            let (a, b) = (Rangef::new(*start, *start + thick), Rangef::new(y, y + thick));
            if thick > 0.3 {
                ribbon(brush, (from, a), (x, b), brush.theme.flow(color));
            }
            *start += thick;
            y += thick;
        }
        let end = Rect::from_min_max(pos2(x, top), pos2(x + bar, y.max(top + brush.line() * 2.0)));
        brush.fill(end, stream.fill);
        let words = beside(&stream.label, &stream.value);
        labels.push((
            Rangef::new(top, y),
            brush.lay(&words, Style::Body, room, Align::Min),
        ));
        y += gaps;
    }
    let tops = spread(&labels, place.y_range());
    for ((_, galley), top) in labels.into_iter().zip(tops) {
        brush.put(galley, x + bar + brush.gap(), top);
    }
}

/// Where labels stand so that none lies on another: as near to their spans as the others let them.
fn spread(labels: &[(Rangef, Arc<Galley>)], room: Rangef) -> Vec<f32> {
    let mut tops: Vec<f32> = Vec::new();
    let mut free = room.min;
    for (span, galley) in labels {
        let top = (span.center() - galley.size().y / 2.0).max(free);
        free = top + galley.size().y;
        tops.push(top);
    }
    let mut limit = room.max;
    for (top, (_, galley)) in tops.iter_mut().zip(labels).rev() {
        *top = top.min(limit - galley.size().y);
        limit = *top;
    }
    tops
}

/// What is collected and what is not, on their ribbons.
fn names(
    brush: &Brush<'_>,
    words: [&String; 2],
    from: [Rangef; 2],
    to: [Rangef; 2],
    (left, right): (f32, f32),
) {
    let room = right - left - brush.gap() * 2.0;
    let mut labels: Vec<(Rangef, Arc<Galley>)> = Vec::new();
    for ((words, from), to) in words.into_iter().zip(from).zip(to) {
        if from.span() > 0.5 {
            let middle = f32::midpoint(from.center(), to.center());
            labels.push((
                Rangef::point(middle),
                brush.lay(words, Style::Body, room, Align::Min),
            ));
        }
    }
    let span = Rangef::new(to[0].min, to[1].max);
    let tops = spread(&labels, span);
    for ((_, galley), top) in labels.into_iter().zip(tops) {
        let plate = Rect::from_min_size(pos2(left + brush.gap(), top), galley.size());
        let ground = brush.theme.ground.gamma_multiply(0.72);
        brush
            .ui
            .painter()
            .rect_filled(plate.expand2(vec2(brush.unit * 0.6, 0.0)), 3.0, ground);
        brush.put(galley, plate.left(), top);
    }
}

/// A ribbon from one span to another.
fn ribbon(brush: &Brush<'_>, (x0, from): (f32, Rangef), (x1, to): (f32, Rangef), color: Color32) {
    let at = |share: f32, y0: f32, y1: f32| {
        let smooth = share * share * (3.0 - 2.0 * share);
        pos2(egui::lerp(x0..=x1, share), egui::lerp(y0..=y1, smooth))
    };
    let painter = brush.ui.painter();
    let steps = |nth: u8| f32::from(nth) / f32::from(STEPS);
    // Slices are drawn one by one: a ribbon may bend inward, which a filled path must not.
    for nth in 0..STEPS {
        let (s, t) = (steps(nth), steps(nth + 1));
        let corners: Vec<Pos2> = vec![
            at(s, from.min, to.min),
            at(t, from.min, to.min),
            at(t, from.max, to.max),
            at(s, from.max, to.max),
        ];
        painter.add(Shape::Path(PathShape::convex_polygon(
            corners,
            color,
            Stroke::NONE,
        )));
    }
    let edge = Stroke::new(brush.line() * 0.6, brush.theme.outline);
    for (y0, y1) in [(from.min, to.min), (from.max, to.max)] {
        let way = (0..=STEPS).map(|nth| at(steps(nth), y0, y1)).collect();
        painter.add(Shape::line(way, edge));
    }
}
