//! Draws the garment, the lines to its words, and the words.

use super::super::paint::put;
use super::data::{FlatData, FlatPart};
use super::layout::{Callout, Flat, Place};
use super::shape::triangles;
use crate::ui::theme::{Fill, Theme, metric, with_alpha};
use crate::ui::widget::{hatch, text};
use egui::{Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// How the drawing is looked at.
pub(super) struct Look<'a> {
    pub theme: &'a Theme,
    pub place: Place,
    /// The part that is selected.
    pub selected: Option<usize>,
    /// The part under the pointer or with the focus.
    pub current: Option<usize>,
}

/// Fills, hatches and outlines from back to front, then seams, then what is selected.
pub(super) fn garment(painter: &Painter, look: &Look<'_>, flat: &Flat, data: &FlatData) {
    let theme = look.theme;
    let placed = |points: &[Pos2]| -> Vec<Pos2> { points.iter().map(|at| look.place.at(*at)).collect() };
    let outline = Stroke::new(theme.outline_width.min(1.25), theme.outline);
    for shape in &flat.shapes {
        let Some(part) = data.parts.get(shape.part) else {
            continue;
        };
        let points = placed(&shape.points);
        filled(painter, theme, &points, theme.fit(part.verdict));
        // While one part is looked at, the others step back.
        if look.current.is_some_and(|current| current != shape.part) {
            painter.add(mesh(&points, with_alpha(theme.ground, 0.45)));
        }
        painter.add(Shape::closed_line(points, outline));
    }
    let seam = Stroke::new(theme.rule, with_alpha(theme.outline, 0.6));
    for line in &flat.seams {
        painter.extend(Shape::dashed_line(&placed(line), seam, 4.0, 3.0));
    }
    let strong = Stroke::new(2.0, theme.accent);
    for shape in flat
        .shapes
        .iter()
        .filter(|shape| Some(shape.part) == look.selected)
    {
        painter.add(Shape::closed_line(placed(&shape.points), strong));
    }
}

fn filled(painter: &Painter, theme: &Theme, points: &[Pos2], fill: Fill) {
    painter.add(mesh(points, fill.color));
    let strength = if theme.kind.is_contrast() { 0.6 } else { 0.34 };
    let ink = with_alpha(theme.on(fill.color), strength);
    hatch::paint_inside(painter, points, fill.hatch, ink);
}

/// `points`, which may bend inward, filled.
pub(crate) fn mesh(points: &[Pos2], color: egui::Color32) -> Shape {
    let mut mesh = Mesh::default();
    for point in points {
        mesh.colored_vertex(*point, color);
    }
    for [a, b, c] in triangles(points) {
        if let [Ok(a), Ok(b), Ok(c)] = [a, b, c].map(u32::try_from) {
            mesh.add_triangle(a, b, c);
        }
    }
    Shape::mesh(mesh)
}

/// Hairlines from the ends of the names to the parts.
pub(super) fn leaders(painter: &Painter, look: &Look<'_>, callouts: &[(Callout, f32)]) {
    let theme = look.theme;
    for (callout, end) in callouts {
        let is_lit = [look.current, look.selected].contains(&Some(callout.part));
        let ink = if is_lit { theme.accent } else { theme.field_edge };
        let x = if callout.left {
            callout.rect.right()
        } else {
            callout.rect.left()
        };
        let stroke = Stroke::new(theme.rule, ink);
        let from = pos2(x, callout.rect.top() + 15.0);
        if callout.left {
            painter.hline(egui::Rangef::new(end + 6.0, x), from.y, stroke);
        }
        painter.line_segment([from, callout.anchor], stroke);
        painter.circle(callout.anchor, 2.5, ink, Stroke::new(1.0, theme.surface));
    }
}

/// The words of one part: sign and name, then the reason; gives where the name ends.
pub(super) fn callout(painter: &Painter, theme: &Theme, rect: Rect, part: &FlatPart) -> f32 {
    let inner = rect.shrink2(egui::vec2(6.0, 4.0));
    let (sign, ink) = super::sign(theme, part.verdict);
    let icon = painter.layout_no_wrap(sign.to_string(), theme.icon_font(16.0), ink);
    let y = inner.top() + 9.0;
    put(painter, pos2(inner.left(), y), icon);
    let indent = 21.0;
    // What stands in brackets only tells like parts apart; the tooltip says it.
    let short = part.name.split(['（', '(']).next().unwrap_or(&part.name).trim();
    let (font, small) = (theme.font(metric::TEXT_BODY), theme.font(metric::TEXT_SMALL));
    let room = inner.width() - indent;
    let mut name = text::full_or_short(painter, (&part.name, short), font, theme.ink, room);
    // A name that is too long for its line takes one of those of the reason.
    let whole = text::second(painter.ctx(), &part.name).is_some() && name.rows.len() < 2;
    if name.elided || whole {
        let short = if whole { &part.name } else { short };
        name = text::lines(painter, theme, short, small.clone(), theme.ink, (room, 2));
    }
    let is_long = name.rows.len() > 1;
    let in_both = text::second(painter.ctx(), &part.why).is_some();
    let taken = usize::from(is_long && !in_both);
    let end = inner.left() + indent + name.size().x;
    let below = if is_long {
        inner.top() + name.size().y + 2.0
    } else {
        inner.top() + 19.0
    };
    if is_long {
        painter.galley(pos2(inner.left() + indent, inner.top() + 1.0), name, theme.ink);
    } else {
        put(painter, pos2(inner.left() + indent, y), name);
    }
    let most = super::reason_lines(rect.width()) + usize::from(in_both) - taken;
    let why = text::lines(painter, theme, &part.why, small, theme.ink_soft, (room, most));
    painter.galley(pos2(inner.left() + indent, below), why, theme.ink_soft);
    end
}
