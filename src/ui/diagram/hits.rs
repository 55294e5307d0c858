//! Where a node can be hit: its bar and its words, with no two nodes in one place.
//!
//! Invariant: no two areas overlap, and each is no smaller than a target where its neighbours leave the room.

use super::layout::PlacedNode;
use crate::ui::theme::metric;
use egui::{Rect, Vec2};

/// Where each of `nodes` can be hit.
pub(super) fn areas(nodes: &[PlacedNode]) -> Vec<Rect> {
    let wide = |node: &PlacedNode| {
        let area = node.area();
        Rect::from_center_size(area.center(), area.size().max(Vec2::splat(metric::TARGET)))
    };
    let mut areas: Vec<Rect> = nodes.iter().map(wide).collect();
    for at in 0..areas.len() {
        let (before, rest) = areas.split_at_mut(at);
        let (Some(own), Some(node)) = (rest.first_mut(), nodes.get(at)) else {
            continue;
        };
        for (other, neighbour) in before.iter_mut().zip(nodes) {
            part(own, other, node.bar, neighbour.bar);
        }
    }
    areas
}

/// Parts two areas where that costs the least of them, beside their bars if that can be.
fn part(a: &mut Rect, b: &mut Rect, bar_a: Rect, bar_b: Rect) {
    if !a.intersect(*b).is_positive() {
        return;
    }
    let ways = [false, true].map(|level| cut(*a, *b, bar_a, bar_b, level));
    let left = |(a, b): &(Rect, Rect)| {
        let bars = a.intersect(bar_a).area().max(0.0) + b.intersect(bar_b).area().max(0.0);
        // A bar counts for more than words.
        a.area() + b.area() + 4.0 * bars
    };
    if let Some((first, second)) = ways
        .into_iter()
        .max_by(|one, other| left(one).total_cmp(&left(other)))
    {
        (*a, *b) = (first, second);
    }
}

/// Both areas cut along a line between them: a level one, or an upright one.
fn cut(mut a: Rect, mut b: Rect, bar_a: Rect, bar_b: Rect, level: bool) -> (Rect, Rect) {
    let axis = usize::from(level);
    let a_first = bar_a.center()[axis] <= bar_b.center()[axis];
    let (first, second) = if a_first {
        (&mut a, &mut b)
    } else {
        (&mut b, &mut a)
    };
    let (bar_first, bar_second) = if a_first { (bar_a, bar_b) } else { (bar_b, bar_a) };
    let middle = f32::midpoint(second.min[axis], first.max[axis]);
    let (low, high) = (bar_first.max[axis], bar_second.min[axis]);
    let at = if low <= high {
        middle.clamp(low, high)
    } else {
        middle
    };
    first.max[axis] = first.max[axis].min(at);
    second.min[axis] = second.min[axis].max(at);
    (a, b)
}
