//! Outlines: from strokes of a pen to points, triangles, and whether a point lies inside.

use egui::{Pos2, Rect, pos2};

/// Points on one bend.
const BEND: u16 = 10;

/// The points of a path written as in SVG: `M x y` begins, `L x y` draws a line, `Q cx cy x y` bends towards one control
/// point. It ends where it makes no sense.
pub fn path(strokes: &str) -> Vec<Pos2> {
    let mut words = strokes.split_whitespace();
    let mut out: Vec<Pos2> = Vec::new();
    while let Some(stroke) = words.next() {
        let mut point = || {
            let mut number = || words.next()?.parse::<f32>().ok();
            Some(pos2(number()?, number()?))
        };
        let (control, end) = match stroke {
            "M" | "L" => (None, point()),
            "Q" => (point(), point()),
            _ => (None, None),
        };
        match (out.last().copied(), control, end) {
            (_, _, None) => return out,
            (Some(from), Some(control), Some(end)) => out.extend(bend(from, control, end)),
            (_, _, Some(end)) => out.push(end),
        }
    }
    out
}

/// The points of a bend after its first.
fn bend(from: Pos2, control: Pos2, end: Pos2) -> impl Iterator<Item = Pos2> {
    (1..=BEND).map(move |at| {
        let t = f32::from(at) / f32::from(BEND);
        let (first, second) = (from.lerp(control, t), control.lerp(end, t));
        first.lerp(second, t)
    })
}

/// A round outline.
pub fn round(center: Pos2, radius: f32) -> Vec<Pos2> {
    const CORNERS: u16 = 16;
    (0..CORNERS)
        .map(|at| {
            let turn = std::f32::consts::TAU * f32::from(at) / f32::from(CORNERS);
            center + egui::vec2(turn.cos(), turn.sin()) * radius
        })
        .collect()
}

/// True where `at` lies inside the outline.
pub fn contains(points: &[Pos2], at: Pos2) -> bool {
    let edges = points.iter().zip(points.iter().cycle().skip(1));
    let crossed = edges.filter(|(a, b)| {
        (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x
    });
    crossed.count() % 2 == 1
}

/// A point well inside the outline: the middle of its widest stretch at mid height.
pub fn inside(points: &[Pos2]) -> Pos2 {
    let bounds = Rect::from_points(points);
    let y = bounds.center().y;
    let line = [pos2(bounds.left() - 1.0, y), pos2(bounds.right() + 1.0, y)];
    let widest = crate::ui::widget::hatch::clipped(points, line)
        .into_iter()
        .max_by(|a, b| (a[1].x - a[0].x).total_cmp(&(b[1].x - b[0].x)));
    widest.map_or(bounds.center(), |[from, to]| from.lerp(to, 0.5))
}

/// Triangles that fill the outline, as places among its points; ears are cut one by one.
pub fn triangles(points: &[Pos2]) -> Vec<[usize; 3]> {
    let at = |index: usize| points.get(index).copied().unwrap_or_default();
    let turn = |a: Pos2, b: Pos2, c: Pos2| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let next = points.iter().cycle().skip(1);
    let area: f32 = points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    let mut left: Vec<usize> = (0..points.len()).collect();
    if area < 0.0 {
        left.reverse();
    }
    let mut out = Vec::with_capacity(points.len());
    while left.len() > 3 {
        let count = left.len();
        let corner = |index: usize| {
            let of = |shift: usize| left.get((index + shift) % count).copied().unwrap_or_default();
            [of(count - 1), of(0), of(1)]
        };
        let is_ear = |index: &usize| {
            let [a, b, c] = corner(*index);
            let (pa, pb, pc) = (at(a), at(b), at(c));
            turn(pa, pb, pc) > 0.0
                && !left.iter().any(|other| {
                    let p = at(*other);
                    p != pa
                        && p != pb
                        && p != pc
                        && turn(pa, pb, p) >= 0.0
                        && turn(pb, pc, p) >= 0.0
                        && turn(pc, pa, p) >= 0.0
                })
        };
        // Where rounding leaves no ear, any corner will do: the sliver is too thin to be seen.
        let ear = (0..count).find(is_ear).unwrap_or(0);
        out.push(corner(ear));
        left.remove(ear);
    }
    if let [a, b, c] = left.as_slice() {
        out.push([*a, *b, *c]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(points: &[Pos2]) -> f32 {
        let next = points.iter().cycle().skip(1);
        let twice: f32 = points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
        (twice / 2.0).abs()
    }

    #[test]
    fn triangles_cover_an_outline_that_bends_inward() {
        let outline = path("M 0 0 L 40 0 Q 10 20 40 40 L 0 40");
        assert_eq!(outline.len(), 3 + usize::from(BEND));
        assert_eq!(path("M 1 2 L 3").len(), 1);
        let covered: f32 = triangles(&outline)
            .iter()
            .map(|corners| area(&corners.map(|at| outline[at])))
            .sum();
        assert!((covered - area(&outline)).abs() < 0.1, "{covered}");
        assert!(contains(&outline, inside(&outline)));
        assert!(!contains(&outline, pos2(38.0, 20.0)));
        assert!(triangles(&[]).is_empty());
        assert_eq!(round(pos2(0.0, 0.0), 2.0).len(), 16);
    }
}
