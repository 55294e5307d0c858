//! Hatches: the second cue beside colour, for grey print and colour-blind readers.

pub use crate::report::sheet::Hatch;

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// Distance between lines in points.
const GAP: f32 = 7.0;
/// The same between fine lines.
const FINE: f32 = 3.5;
const LINE: f32 = 1.0;
const DOT: f32 = 1.1;

/// Draws `hatch` inside `rect`; nothing goes over its edge.
pub fn paint(painter: &Painter, rect: Rect, hatch: Hatch, color: Color32) {
    let stroke = Stroke::new(LINE, color);
    painter.extend(
        lines(rect, hatch)
            .into_iter()
            .map(|line| Shape::line_segment(line, stroke)),
    );
    painter.extend(
        dots(rect, hatch)
            .into_iter()
            .map(|dot| Shape::circle_filled(dot, DOT, color)),
    );
}

/// The lines of `hatch`, cut at the edges of `rect`.
pub fn lines(rect: Rect, hatch: Hatch) -> Vec<[Pos2; 2]> {
    match hatch {
        Hatch::None | Hatch::Dots => Vec::new(),
        Hatch::Diagonal => slanted(rect, 1.0, GAP),
        Hatch::Back => slanted(rect, -1.0, GAP),
        Hatch::FineDiagonal => slanted(rect, 1.0, FINE),
        Hatch::FineBack => slanted(rect, -1.0, FINE),
        Hatch::Cross => [slanted(rect, 1.0, GAP), slanted(rect, -1.0, GAP)].concat(),
        Hatch::Horizontal => level(rect, GAP),
        Hatch::FineHorizontal => level(rect, FINE),
        Hatch::Vertical => upright(rect, GAP),
        Hatch::FineVertical => upright(rect, FINE),
        Hatch::Grid => [level(rect, GAP), upright(rect, GAP)].concat(),
    }
}

fn level(rect: Rect, gap: f32) -> Vec<[Pos2; 2]> {
    let line = |y| [pos2(rect.left(), y), pos2(rect.right(), y)];
    steps(rect.top() + gap / 2.0, rect.bottom(), gap)
        .map(line)
        .collect()
}

fn upright(rect: Rect, gap: f32) -> Vec<[Pos2; 2]> {
    let line = |x| [pos2(x, rect.top()), pos2(x, rect.bottom())];
    steps(rect.left() + gap / 2.0, rect.right(), gap)
        .map(line)
        .collect()
}

/// Draws `hatch` inside the outline `points`.
pub fn paint_inside(painter: &Painter, points: &[Pos2], hatch: Hatch, color: Color32) {
    let stroke = Stroke::new(LINE, color);
    let bounds = Rect::from_points(points);
    for line in lines(bounds, hatch) {
        painter.extend(
            clipped(points, line)
                .into_iter()
                .map(|cut| Shape::line_segment(cut, stroke)),
        );
    }
}

/// The pieces of `line` inside the outline `points`, which may bend inward.
pub fn clipped(points: &[Pos2], line: [Pos2; 2]) -> Vec<[Pos2; 2]> {
    let [from, to] = line;
    let along = to - from;
    let edges = points.iter().zip(points.iter().cycle().skip(1));
    let mut cuts: Vec<f32> = edges
        .filter_map(|(a, b)| {
            let edge = *b - *a;
            let turn = along.x * edge.y - along.y * edge.x;
            let gap = *a - from;
            let (on_line, on_edge) = (
                (gap.x * edge.y - gap.y * edge.x) / turn,
                (gap.x * along.y - gap.y * along.x) / turn,
            );
            // An edge owns its first end only, so that a corner is not crossed twice.
            (turn.abs() > f32::EPSILON && (0.0..1.0).contains(&on_edge)).then_some(on_line)
        })
        .collect();
    cuts.sort_by(f32::total_cmp);
    cuts.chunks_exact(2)
        .filter_map(|pair| match pair {
            [enter, leave] => Some([from + along * *enter, from + along * *leave]),
            _ => None,
        })
        .collect()
}

/// The dots of `hatch` that lie wholly in `rect`, every second row shifted.
pub fn dots(rect: Rect, hatch: Hatch) -> Vec<Pos2> {
    if hatch != Hatch::Dots {
        return Vec::new();
    }
    let inner = rect.shrink(DOT + 0.5);
    let rows = steps(rect.top() + GAP / 2.0, inner.bottom(), GAP * 0.75);
    rows.enumerate()
        .flat_map(|(row, y)| {
            let shift = if row.is_multiple_of(2) { 0.5 } else { 1.0 };
            steps(rect.left() + GAP * shift, inner.right(), GAP).map(move |x| pos2(x, y))
        })
        .filter(|dot| inner.contains(*dot))
        .collect()
}

/// Lines at 45°, rising for `slope` 1 and falling for −1, `gap` apart.
fn slanted(rect: Rect, slope: f32, gap: f32) -> Vec<[Pos2; 2]> {
    let (width, height) = (rect.width(), rect.height());
    // From the corner where the first line starts; u runs along the width, v along the height.
    let place = |u: f32, v: f32| {
        let y = if slope > 0.0 {
            rect.top() + v
        } else {
            rect.bottom() - v
        };
        pos2(rect.left() + u, y)
    };
    let cut = |sum: f32| {
        [
            place((sum - height).max(0.0), sum.min(height)),
            place(sum.min(width), (sum - width).max(0.0)),
        ]
    };
    steps(gap / 2.0, width + height, gap * std::f32::consts::SQRT_2)
        .map(cut)
        .collect()
}

/// `from`, `from + step` … below `to`; nothing where the numbers make no sense.
fn steps(from: f32, to: f32, step: f32) -> impl Iterator<Item = f32> {
    let limit = if to.is_finite() {
        to.min(from + 100_000.0)
    } else {
        from
    };
    std::iter::successors(Some(from), move |x| Some(x + step)).take_while(move |x| *x < limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_an_outline_that_bends_inward() {
        let points = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 4.0), (0.0, 10.0)];
        let points = points.map(|(x, y)| pos2(x, y));
        let cuts = clipped(&points, [pos2(-5.0, 7.0), pos2(15.0, 7.0)]);
        let ends: Vec<(f32, f32)> = cuts.iter().map(|[a, b]| (a.x.round(), b.x.round())).collect();
        assert_eq!(ends, [(0.0, 3.0), (8.0, 10.0)]);
        assert!(clipped(&points, [pos2(-5.0, 20.0), pos2(15.0, 20.0)]).is_empty());
    }

    #[test]
    fn nothing_leaves_the_rectangle() {
        for (width, height) in [(100.0, 20.0), (3.0, 40.0), (0.0, 0.0), (7.0, 7.0)] {
            let rect = Rect::from_min_size(pos2(10.0, 5.0), egui::vec2(width, height));
            for hatch in Hatch::ALL {
                let points = lines(rect, hatch).into_iter().flatten().chain(dots(rect, hatch));
                for point in points {
                    assert!(rect.expand(1e-3).contains(point), "{hatch:?} {point:?}");
                }
            }
        }
        assert!(
            dots(
                Rect::from_min_size(Pos2::ZERO, egui::vec2(40.0, 20.0)),
                Hatch::Dots
            )
            .len()
                > 8
        );
    }
}
