//! What egui drew, as marks on paper.
//!
//! Invariant: words stay words, each at the place that egui gave it; what is seen through is mixed with what lies behind
//! every picture, the ground.

use super::shapes::{Piece, pieces, plain};
use crate::report::sheet::canvas::{Element, Op, Page, Role};
use crate::report::sheet::draw::At;
use crate::report::sheet::letters::Weight;
use crate::report::sheet::{Fill, Hatch, Rgb};
use crate::ui::fonts;
use egui::epaint::{BandShape, CircleShape, ClippedShape, RectShape, StrokeKind};
use egui::{Color32, Pos2, Rect, Shape, Stroke, pos2, vec2};

/// Corners of a circle.
const CORNERS: u8 = 40;
/// Corners of a rounded corner.
const ROUND: u8 = 6;

/// All `shapes` on a page; the text that reads `title` is its heading.
pub(super) fn page(shapes: &[ClippedShape], title: &str) -> Page {
    let mut page = Page::default();
    for clipped in shapes {
        let bounds = clipped.shape.visual_bounding_rect();
        if clipped.clip_rect.intersects(bounds) {
            let is_whole = clipped.clip_rect.contains_rect(bounds);
            let clip = (!is_whole).then_some(clipped.clip_rect);
            shape(&clipped.shape, (clip, title), &mut page);
        }
    }
    page
}

fn shape(drawn: &Shape, (clip, title): (Option<Rect>, &str), page: &mut Page) {
    if let Shape::Vec(shapes) = drawn {
        return shapes.iter().for_each(|one| shape(one, (clip, title), page));
    }
    let (role, ops) = match drawn {
        Shape::Text(text) => {
            let is_title = letters(&text.galley.job.text) == letters(title);
            let role = if is_title { Role::Heading(1) } else { Role::Text };
            (role, pieces(text).iter().filter_map(words).collect())
        }
        Shape::Circle(circle) => (Role::Ornament, self::circle(circle)),
        Shape::LineSegment { points, stroke } => (Role::Ornament, way(points, *stroke)),
        Shape::Path(path) => {
            let stroke = plain(&path.stroke);
            let ops = if path.closed || path.fill != Color32::TRANSPARENT {
                area(&path.points, path.fill, stroke)
            } else {
                way(&path.points, stroke)
            };
            (Role::Ornament, ops)
        }
        Shape::Band(band) => (Role::Ornament, self::band(band)),
        Shape::Rect(rect) => (Role::Ornament, self::rect(rect)),
        // Images, curves and callbacks: nothing that is printed draws any.
        _ => return,
    };
    let ops = match clip {
        Some(within) if !ops.is_empty() => vec![Op::Within {
            points: corners(within, 0.0),
            ops,
        }],
        _ => ops,
    };
    if ops.is_empty() {
        return;
    }
    match page.elements.last_mut() {
        Some(last) if role == Role::Ornament && last.role == role => last.ops.extend(ops),
        _ => page.elements.push(Element { role, ops }),
    }
}

/// `text` without what parts words and lines.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200B}' | '\u{2060}'))
        .collect()
}

fn words(piece: &Piece) -> Option<Op> {
    let font = piece.font.as_ref()?;
    let (_, start) = piece.letters.first()?;
    let weight = if font.family == fonts::medium() {
        Weight::Medium
    } else {
        Weight::Regular
    };
    Some(Op::Words {
        at: at(*start),
        text: piece.words(),
        size: font.size,
        weight,
        rgb: rgb(piece.color),
    })
}

fn circle(circle: &CircleShape) -> Vec<Op> {
    let corner = |step: u8| {
        let angle = f32::from(step) / f32::from(CORNERS) * std::f32::consts::TAU;
        circle.center + circle.radius * vec2(angle.cos(), angle.sin())
    };
    let points: Vec<Pos2> = (0..CORNERS).map(corner).collect();
    area(&points, circle.fill, circle.stroke)
}

fn band(band: &BandShape) -> Vec<Op> {
    let upper = band.points.iter().map(|point| pos2(point.x, point.y.min));
    let lower = band.points.iter().rev().map(|point| pos2(point.x, point.y.max));
    let around: Vec<Pos2> = upper.chain(lower).collect();
    area(&around, band.fill, band.stroke)
}

fn rect(shape: &RectShape) -> Vec<Op> {
    let half = shape.stroke.width / 2.0;
    let out = match shape.stroke_kind {
        _ if shape.stroke.is_empty() => 0.0,
        StrokeKind::Inside => -half,
        StrokeKind::Middle => 0.0,
        StrokeKind::Outside => half,
    };
    let round = f32::from(shape.corner_radius.nw);
    let around = corners(shape.rect.expand(out), round);
    painted(around, shape.fill, shape.stroke)
}

/// The corners of `rect`, each rounded.
fn corners(rect: Rect, round: f32) -> Vec<At> {
    let round = round.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if round <= 0.0 {
        let all = [
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
        ];
        return all.map(at).to_vec();
    }
    let inner = rect.shrink(round);
    let centers = [
        inner.right_bottom(),
        inner.left_bottom(),
        inner.left_top(),
        inner.right_top(),
    ];
    let quarter = std::f32::consts::FRAC_PI_2;
    let arc = |(nth, center): (u8, Pos2)| {
        (0..=ROUND).map(move |step| {
            let angle = quarter * (f32::from(nth) + f32::from(step) / f32::from(ROUND));
            at(center + round * vec2(angle.cos(), angle.sin()))
        })
    };
    (0..4).zip(centers).flat_map(arc).collect()
}

fn area(points: &[Pos2], fill: Color32, stroke: Stroke) -> Vec<Op> {
    painted(points.iter().copied().map(at).collect(), fill, stroke)
}

fn painted(points: Vec<At>, fill: Color32, stroke: Stroke) -> Vec<Op> {
    let fill = (fill != Color32::TRANSPARENT).then(|| Fill {
        rgb: rgb(fill),
        hatch: Hatch::None,
    });
    let edge = (!stroke.is_empty()).then(|| (rgb(stroke.color), stroke.width));
    if fill.is_none() && edge.is_none() {
        return Vec::new();
    }
    vec![Op::Area { points, fill, edge }]
}

fn way(points: &[Pos2], stroke: Stroke) -> Vec<Op> {
    if stroke.is_empty() {
        return Vec::new();
    }
    vec![Op::Line {
        points: points.iter().copied().map(at).collect(),
        width: stroke.width,
        rgb: rgb(stroke.color),
        dashed: false,
    }]
}

const fn at(place: Pos2) -> At {
    [place.x, place.y]
}

/// `color` on white paper, as the light theme's ground nearly is.
fn rgb(color: Color32) -> Rgb {
    let [r, g, b, _] = Color32::WHITE.blend(color).to_array();
    [r, g, b]
}
