//! Which part fills which piece, and where the words stand beside the drawing.
//!
//! Invariant: every part has at least one shape; what the cut has no piece for lies beneath the garment as a swatch.

use super::cut::{Cut, Piece, cut};
use super::shape::{contains, inside};
use crate::data::{Drawing, wide};
use crate::model::{Part, Role};
use crate::ui::widget::hatch::clipped;
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};

/// One shape, filled for a part.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Place of the part in the product.
    pub part: usize,
    /// Its outline.
    pub points: Vec<Pos2>,
}

/// The garment as it is drawn, in units of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flat {
    /// From back to front.
    pub shapes: Vec<Shape>,
    /// Seams.
    pub seams: Vec<Vec<Pos2>>,
}

/// Side of the box that swatches alone fill.
const CARD: f32 = 200.0;
/// Height that swatches take beneath a garment.
const TRAY: f32 = 30.0;
/// Nearer to the middle than this, words may stand at either side.
const NEAR: f32 = 16.0;
/// Between swatches.
const GAP: f32 = 4.0;

/// The garment made of `parts` in this drawing; swatches alone where its kind is not known.
pub fn flat(drawing: Option<Drawing>, parts: &[Part]) -> Flat {
    let Cut { size, pieces, seams } = drawing.and_then(cut).unwrap_or_default();
    let mut shapes: Vec<Shape> = pieces
        .into_iter()
        .filter_map(|piece| shape(piece, parts))
        .collect();
    let left: Vec<usize> = (0..parts.len())
        .filter(|part| !shapes.iter().any(|shape| shape.part == *part))
        .collect();
    let tray = if size.y > 0.0 {
        Rect::from_min_size(pos2(0.0, size.y + GAP), vec2(size.x, TRAY))
    } else {
        Rect::from_min_size(Pos2::ZERO, vec2(CARD, CARD))
    };
    shapes.extend(swatches(&left, tray));
    Flat { shapes, seams }
}

impl Flat {
    /// The box around all shapes.
    pub fn bounds(&self) -> Rect {
        let points = self.shapes.iter().flat_map(|shape| &shape.points);
        points.fold(Rect::NOTHING, |bounds, at| bounds.union(Rect::from_pos(*at)))
    }
}

fn shape(piece: Piece, parts: &[Part]) -> Option<Shape> {
    let nth = |role: Role, index: usize| {
        let with = parts
            .iter()
            .enumerate()
            .filter(|(_, part)| wide(part.role) == role);
        with.map(|(at, _)| at).nth(index)
    };
    let own = nth(piece.role, piece.index);
    let part = own.or_else(|| piece.or_shell.then(|| nth(Role::Shell, 0)).flatten())?;
    Some(Shape {
        part,
        points: piece.points,
    })
}

/// Pinked squares in rows, as large as `tray` allows.
fn swatches(parts: &[usize], tray: Rect) -> Vec<Shape> {
    let count = f32::from(u16::try_from(parts.len()).unwrap_or(u16::MAX)).max(1.0);
    let mut columns = 1.0_f32;
    let rows = |columns: f32| (count / columns).ceil();
    while rows(columns) * tray.width() / columns > tray.height() && columns < count {
        columns += 1.0;
    }
    let cell = (tray.width() / columns).min(tray.height() / rows(columns));
    let mut place = (0.0_f32, 0.0_f32);
    parts
        .iter()
        .map(|part| {
            let corner = tray.min + vec2(place.0, place.1) * cell;
            place.0 += 1.0;
            if place.0 >= columns {
                place = (0.0, place.1 + 1.0);
            }
            let rect = Rect::from_min_size(corner, Vec2::splat(cell)).shrink((cell * 0.1).min(GAP));
            Shape {
                part: *part,
                points: pinked(rect),
            }
        })
        .collect()
}

/// Teeth along one side of a swatch.
const TEETH: u16 = 9;

/// A square cut with pinking shears; a small one is plain.
fn pinked(rect: Rect) -> Vec<Pos2> {
    let tooth = rect.height() / 14.0;
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
    ];
    if tooth < 1.5 {
        return corners.to_vec();
    }
    let along = |from: Pos2, to: Pos2| {
        let inward = (rect.center() - from.lerp(to, 0.5)).normalized() * tooth;
        (0..TEETH).flat_map(move |at| {
            let start = f32::from(at) / f32::from(TEETH);
            let middle = start + 0.5 / f32::from(TEETH);
            [from.lerp(to, start), from.lerp(to, middle) + inward]
        })
    };
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    sides.flat_map(|(from, to)| along(*from, *to)).collect()
}

/// Where a drawing lies on screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Where its corner lies.
    pub corner: Pos2,
    /// Points per unit.
    pub scale: f32,
}

impl Place {
    /// `flat` as large as it fits into `area`, in its middle.
    pub fn within(flat: &Flat, area: Rect) -> Self {
        let bounds = flat.bounds();
        if !bounds.is_finite() {
            return Self {
                corner: area.min,
                scale: 1.0,
            };
        }
        let scale = (area.width() / bounds.width().max(1.0))
            .min(area.height() / bounds.height().max(1.0))
            .max(0.01);
        Self {
            corner: area.center() - bounds.center().to_vec2() * scale,
            scale,
        }
    }

    /// A point on screen.
    pub fn at(self, point: Pos2) -> Pos2 {
        self.corner + point.to_vec2() * self.scale
    }
}

/// Words beside the drawing, with the point that they speak of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Callout {
    /// Place of the part in the product.
    pub part: usize,
    /// Where the words stand.
    pub rect: Rect,
    /// The point in the part.
    pub anchor: Pos2,
    /// True where they stand at the left.
    pub left: bool,
}

/// How callouts are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// The whole area; the words stand at its sides.
    pub area: Rect,
    /// Width of the words at each side.
    pub width: f32,
    /// Height of each callout.
    pub height: f32,
}

impl Room {
    /// How many callouts it holds.
    pub fn capacity(&self) -> usize {
        let rows = (0_u16..64).take_while(|row| f32::from(row + 1) * self.height <= self.area.height());
        2 * rows.count()
    }
}

/// Callouts for `parts` at both sides, each near its part, none over another.
pub fn callouts(flat: &Flat, place: Place, parts: &[usize], room: Room) -> Vec<Callout> {
    let middle = room.area.center().x;
    let mut wanted: Vec<(usize, Vec<Pos2>)> = parts
        .iter()
        .map(|part| {
            let shapes = flat.shapes.iter().filter(|shape| shape.part == *part);
            let mut shapes: Vec<&Shape> = shapes.collect();
            // The largest piece of a part is the one that is pointed at.
            let area = |shape: &&Shape| Rect::from_points(&shape.points).area();
            shapes.sort_by(|a, b| area(b).total_cmp(&area(a)));
            let anchors = shapes.iter().map(|shape| place.at(seen(flat, shape)));
            (*part, anchors.collect())
        })
        .filter(|(_, anchors): &(usize, Vec<Pos2>)| !anchors.is_empty())
        .collect();
    wanted.sort_by(|a, b| first_y(&a.1).total_cmp(&first_y(&b.1)));
    let most = room.capacity() / 2;
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (part, anchors) in wanted {
        // What lies near the middle goes where there is room.
        let is_near = |at: &&Pos2| (at.x - middle).abs() < NEAR;
        let on_side = |at: &&Pos2, is_left: bool| (at.x < middle) == is_left || is_near(at);
        let first = |is_left: bool| anchors.iter().find(|at| on_side(at, is_left)).copied();
        let to_left = match (first(true), first(false)) {
            _ if left.len() >= most => false,
            _ if right.len() >= most => true,
            (Some(_), Some(_)) => left.len() <= right.len(),
            (left, _) => left.is_some(),
        };
        let anchor = first(to_left).or_else(|| first(!to_left)).unwrap_or_default();
        (if to_left { &mut left } else { &mut right }).push((part, anchor));
    }
    let mut out = side(&left, room, true);
    out.extend(side(&right, room, false));
    out
}

/// The part that is seen at `at`.
pub fn part_at(flat: &Flat, at: Pos2) -> Option<usize> {
    let mut from_the_front = flat.shapes.iter().rev();
    let shape = from_the_front.find(|shape| contains(&shape.points, at));
    shape.map(|shape| shape.part)
}

/// A point of `shape` where nothing lies over it, as well inside as can be found.
fn seen(flat: &Flat, shape: &Shape) -> Pos2 {
    let bounds = Rect::from_points(&shape.points);
    let levels = [0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85, 0.06, 0.94];
    let chords = levels.into_iter().flat_map(|level| {
        let y = bounds.top() + bounds.height() * level;
        clipped(
            &shape.points,
            [pos2(bounds.left() - 1.0, y), pos2(bounds.right() + 1.0, y)],
        )
    });
    let candidates =
        chords.flat_map(|[from, to]| [0.5, 0.3, 0.7, 0.1, 0.9].map(|along| from.lerp(to, along)));
    let is_seen = |at: &Pos2| part_at(flat, *at) == Some(shape.part);
    let first = inside(&shape.points);
    std::iter::once(first)
        .chain(candidates)
        .find(is_seen)
        .unwrap_or(first)
}

fn first_y(anchors: &[Pos2]) -> f32 {
    anchors.first().map_or(0.0, |at| at.y)
}

/// One side: each as near to its anchor as the others allow, in the order of the anchors.
fn side(parts: &[(usize, Pos2)], room: Room, left: bool) -> Vec<Callout> {
    let mut parts = parts.to_vec();
    parts.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
    let (top, bottom) = (room.area.top(), room.area.bottom());
    let mut next = top;
    let mut tops: Vec<f32> = parts
        .iter()
        .map(|(_, anchor)| {
            let y = (anchor.y - room.height / 2.0).max(next);
            next = y + room.height;
            y
        })
        .collect();
    let mut last = bottom;
    for y in tops.iter_mut().rev() {
        *y = y.min(last - room.height);
        last = *y;
    }
    let x = if left {
        Rangef::new(room.area.left(), room.area.left() + room.width)
    } else {
        Rangef::new(room.area.right() - room.width, room.area.right())
    };
    let callout = |((part, anchor), top): (&(usize, Pos2), f32)| Callout {
        part: *part,
        rect: Rect::from_x_y_ranges(x, Rangef::new(top, top + room.height)),
        anchor: *anchor,
        left,
    };
    parts.iter().zip(tops).map(callout).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Library;
    use crate::presets;

    fn samples() -> Vec<crate::model::Project> {
        presets::all()
            .iter()
            .map(|preset| preset.project().unwrap())
            .collect()
    }

    fn drawing(product: &crate::model::Product) -> Option<Drawing> {
        Library::builtin().kind(&product.kind).map(|kind| kind.drawing)
    }

    #[test]
    fn every_part_of_every_sample_has_a_shape() {
        for project in samples() {
            let product = &project.product;
            for kind in Drawing::ALL {
                let flat = flat(Some(kind), &product.parts);
                for part in 0..product.parts.len() {
                    let has = flat.shapes.iter().any(|shape| shape.part == part);
                    assert!(has, "{} as {kind:?}: part {part}", product.kind);
                }
                let sheet = Rect::from_min_max(Pos2::ZERO, pos2(260.0, 260.0)).expand(0.5);
                assert!(
                    sheet.contains_rect(flat.bounds()),
                    "{kind:?}: {:?}",
                    flat.bounds()
                );
                for shape in &flat.shapes {
                    assert!(contains(&shape.points, inside(&shape.points)), "{kind:?}");
                }
            }
        }
    }

    #[test]
    fn the_cut_of_a_sample_has_a_piece_for_each_of_its_parts() {
        for project in samples() {
            let product = &project.product;
            let flat = flat(drawing(product), &product.parts);
            let size = cut(drawing(product).unwrap()).unwrap().size;
            let lowest = flat.bounds().bottom();
            assert!(
                lowest <= size.y,
                "{}: a part lies beneath as a swatch",
                product.kind
            );
        }
    }

    #[test]
    fn five_hundred_parts_lie_as_swatches() {
        let project = samples().remove(0);
        let part = project.product.parts[0].clone();
        let parts: Vec<Part> = std::iter::repeat_n(part, 500).collect();
        for kind in [Drawing::Jacket, Drawing::Socks] {
            let flat = flat(Some(kind), &parts);
            let drawn: std::collections::BTreeSet<usize> =
                flat.shapes.iter().map(|shape| shape.part).collect();
            assert_eq!(drawn.len(), 500, "{kind:?}");
        }
    }

    #[test]
    fn callouts_stand_apart_and_inside() {
        for project in samples() {
            let product = &project.product;
            let flat = flat(drawing(product), &product.parts);
            let area = Rect::from_min_size(pos2(236.0, 180.0), vec2(728.0, 330.0));
            let room = Room {
                area,
                width: 200.0,
                height: 60.0,
            };
            let place = Place::within(&flat, area.shrink2(vec2(210.0, 0.0)));
            let parts: Vec<usize> = (0..product.parts.len()).collect();
            let callouts = callouts(&flat, place, &parts, room);
            assert_eq!(callouts.len(), parts.len());
            for callout in &callouts {
                let at = ((callout.anchor - place.corner) / place.scale).to_pos2();
                assert_eq!(part_at(&flat, at), Some(callout.part), "{}", product.kind);
            }
            for (at, one) in callouts.iter().enumerate() {
                assert!(
                    area.expand(0.01).contains_rect(one.rect),
                    "{}: {one:?}",
                    product.kind
                );
                for other in &callouts[at + 1..] {
                    assert!(!one.rect.shrink(0.1).intersects(other.rect), "{}", product.kind);
                }
            }
        }
    }
}
