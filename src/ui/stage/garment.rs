//! The garment drawn flat, large, each part filled as its main fibre.

use super::brush::{Brush, Style};
use crate::data::Library;
use crate::model::Project;
use crate::report::sheet::Fill;
use crate::ui::panel::product::data::{Meaning, main_fibre};
use crate::ui::panel::product::flat::layout::flat;
use crate::ui::panel::product::flat::paint::mesh;
use crate::ui::widget::hatch;
use egui::{Align, Pos2, Rect, Role, Shape, Stroke, pos2, vec2};

pub(super) fn paint(brush: &Brush<'_>, project: &Project, legend: &[(Fill, String)], room: Rect) {
    let words = room.width() * 0.36;
    let left = room.with_max_x(room.right() - words - brush.gap());
    let product = &project.product;
    let kind = Library::builtin().kind(&product.kind);
    let drawing = flat(kind.map(|kind| kind.drawing), &product.parts);
    let bounds = drawing.bounds();
    if !bounds.is_positive() {
        return;
    }
    let scale = (left.width() / bounds.width()).min(left.height() / bounds.height());
    let corner = left.center() - bounds.size() * scale / 2.0;
    let place = |at: &Pos2| corner + (*at - bounds.min) * scale;
    let painter = brush.ui.painter();
    for shape in &drawing.shapes {
        let points: Vec<Pos2> = shape.points.iter().map(place).collect();
        let fill = product
            .parts
            .get(shape.part)
            .map(main_fibre)
            .map(|main| match main {
                Meaning::Fibre(fibre) => brush.theme.fibre(fibre.as_str()),
                _ => brush.theme.fibre("other"),
            });
        let fill = fill.unwrap_or_default();
        painter.add(mesh(&points, fill.color));
        hatch::paint_inside(painter, &points, fill.hatch, brush.theme.hatch_on(fill.color));
        painter.add(Shape::closed_line(
            points,
            Stroke::new(brush.line(), brush.theme.outline),
        ));
    }
    for seam in &drawing.seams {
        let way: Vec<Pos2> = seam.iter().map(place).collect();
        let stroke = Stroke::new(brush.line() * 0.7, brush.theme.outline);
        painter.extend(Shape::dashed_line(&way, stroke, brush.unit, brush.unit * 0.6));
    }
    let names: Vec<&str> = product.parts.iter().map(|part| part.name.en.as_str()).collect();
    brush.speak(left, Role::GraphicsObject, &names.join(", "));
    let mut top = room.top() + room.height() * 0.12;
    for (fill, label) in legend {
        let side = brush.body() * 1.4;
        let swatch = Rect::from_min_size(pos2(left.right() + brush.gap(), top), vec2(side, side));
        brush.fill(swatch, *fill);
        let text = brush.lay(
            label,
            Style::Body,
            room.right() - swatch.right() - brush.gap(),
            Align::Min,
        );
        let y = top + ((side - text.size().y) / 2.0).max(0.0);
        top = brush
            .put(text, swatch.right() + brush.gap() * 0.7, y)
            .bottom()
            .max(swatch.bottom())
            + brush.gap();
    }
}
