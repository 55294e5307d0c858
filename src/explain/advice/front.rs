//! The front: combinations that no other one betters on both axes; and the smallest change that reaches a target.

use super::measure::{Axis, gain, value_of};
use super::sweep::Point;
use crate::figure::{Better, PathwayFigure};
use std::cmp::Ordering;

/// Values are told apart to this many steps of their unit; what is nearer is rounding.
const STEPS: f64 = 1e9;

impl Point {
    /// Its value on an axis.
    pub fn on(&self, axis: Axis) -> f64 {
        match axis {
            Axis::MovesCount => f64::from(self.count()),
            Axis::Figure(figure) => value_of(&self.values, figure),
        }
    }

    /// How good it is on an axis, to the step: more is better.
    fn worth(&self, axis: Axis) -> f64 {
        let value = (self.on(axis) * STEPS).round() / STEPS;
        if axis.better() == Better::Less {
            -value
        } else {
            value
        }
    }
}

/// The points that no other one betters on one of the axes without being worse on the other, by their places in `points`,
/// the best by `x` first. Of points that are equal on both the one with the fewest moves stands for all.
pub fn front(points: &[Point], x: Axis, y: Axis) -> Vec<usize> {
    let mut all: Vec<(usize, f64, f64)> = points
        .iter()
        .enumerate()
        .map(|(at, point)| (at, point.worth(x), point.worth(y)))
        .filter(|(_, x, y)| x.is_finite() && y.is_finite())
        .collect();
    let simpler = |a: usize, b: usize| {
        let rank = |at: usize| {
            points
                .get(at)
                .map(|point| (point.count(), point.pathway, point.moves))
        };
        rank(a).cmp(&rank(b))
    };
    all.sort_by(|(a, xa, ya), (b, xb, yb)| {
        let by_x = xb.total_cmp(xa);
        by_x.then(yb.total_cmp(ya)).then_with(|| simpler(*a, *b))
    });
    let mut best = f64::NEG_INFINITY;
    let mut found = Vec::new();
    for (at, _, y) in all {
        if y > best {
            best = y;
            found.push(at);
        }
    }
    found
}

/// A figure and the value that it shall have at least, or at most where less of it is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    /// The figure.
    pub figure: PathwayFigure,
    /// The value.
    pub value: f64,
}

impl Bound {
    /// How far a point is from it; 0 where it is met.
    fn missed_by(&self, point: &Point) -> f64 {
        let value = point.on(Axis::Figure(self.figure));
        if value.is_nan() {
            return f64::INFINITY;
        }
        (-gain(self.figure, self.value, value)).max(0.0)
    }
}

/// The smallest change that meets a target while another figure stays above its floor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Smallest {
    /// This point, by its place: the fewest moves, and of those the one that goes furthest.
    Reached(usize),
    /// None does; this one comes nearest: it keeps to the floor if any does.
    Nearest(usize),
}

/// The smallest change among `points`; `None` without points.
pub fn smallest(points: &[Point], target: Bound, floor: Option<Bound>) -> Option<Smallest> {
    let below = |point: &Point| floor.map_or(0.0, |floor| floor.missed_by(point));
    let further = |a: &Point, b: &Point| {
        let on = Axis::Figure(target.figure);
        b.worth(on).total_cmp(&a.worth(on))
    };
    let simpler =
        |a: &Point, b: &Point| (a.count(), a.pathway, a.moves).cmp(&(b.count(), b.pathway, b.moves));
    let meets = |point: &Point| target.missed_by(point) <= 0.0 && below(point) <= 0.0;
    let all = points.iter().enumerate();
    let fewest = |(_, a): &(usize, &Point), (_, b): &(usize, &Point)| {
        a.count()
            .cmp(&b.count())
            .then_with(|| further(a, b))
            .then_with(|| simpler(a, b))
    };
    if let Some((at, _)) = all.clone().filter(|(_, point)| meets(point)).min_by(fewest) {
        return Some(Smallest::Reached(at));
    }
    let nearest = |(_, a): &(usize, &Point), (_, b): &(usize, &Point)| {
        let missed = |point: &Point| (below(point), target.missed_by(point));
        let (floor_a, target_a) = missed(a);
        let (floor_b, target_b) = missed(b);
        let by_floor: Ordering = floor_a.total_cmp(&floor_b);
        by_floor
            .then(target_a.total_cmp(&target_b))
            .then_with(|| simpler(a, b))
    };
    all.min_by(nearest).map(|(at, _)| Smallest::Nearest(at))
}
