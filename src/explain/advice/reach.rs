//! How far: the values of one lever at which a figure meets a target, every one of them; or what comes nearest.
//!
//! Invariant: a value that is given meets the target to 1e-9 of the figure's span when it is put back, or it is called a
//! jump or a plateau.

use super::cannot::Cannot;
use super::lever::Lever;
use super::turn::Turning;
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::model::{PathwayId, Project};

/// Points at which a response is looked at before anything is searched between them.
pub const POINTS: usize = 65;
/// Of the figure's span: nearer than this is met.
const MET: f64 = 1e-9;
/// Halvings of an interval: past the last digit.
const HALVINGS: usize = 80;

/// Where the target is met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meeting {
    /// At this value.
    At(f64),
    /// The figure jumps over it here.
    Jump {
        /// The first value on the better side.
        at: f64,
        /// The figure on one side.
        before: f64,
        /// The figure on the other.
        after: f64,
    },
    /// The figure stays there between these values.
    Plateau {
        /// From.
        low: f64,
        /// To.
        high: f64,
    },
}

/// How far a lever has to go.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reach {
    /// Every value at which the target is met, rising.
    pub meetings: Vec<Meeting>,
    /// The value that meets it, or comes nearest, and the figure there.
    pub best: (f64, f64),
    /// The response: lever and figure, rising.
    pub curve: Vec<(f64, f64)>,
}

impl Reach {
    /// True where the target is met somewhere.
    pub const fn is_reached(&self) -> bool {
        !self.meetings.is_empty()
    }

    /// True where the figure is the same all along, but for rounding.
    pub fn is_flat(&self) -> bool {
        let values = || self.curve.iter().map(|(_, value)| *value);
        let (low, high) = (
            values().fold(f64::INFINITY, f64::min),
            values().fold(f64::NEG_INFINITY, f64::max),
        );
        high - low <= 1e-9 * high.abs().max(1.0)
    }

    /// The values of the lever, as the command line prints them: of a plateau both ends.
    pub fn values(&self) -> Vec<f64> {
        let of = |meeting: &Meeting| match *meeting {
            Meeting::At(at) | Meeting::Jump { at, .. } => vec![at],
            Meeting::Plateau { low, high } => vec![low, high],
        };
        self.meetings.iter().flat_map(of).collect()
    }
}

/// The values of `lever` at which `figure` of `pathway` is `target`.
pub fn reach(
    project: &Project,
    library: &Library,
    pathway: &PathwayId,
    lever: &Lever,
    (figure, target): (PathwayFigure, f64),
) -> Result<Reach, Cannot> {
    let turning = Turning::new(project, library, pathway, &[], std::slice::from_ref(lever))?;
    let mut room = turning.room();
    let mut response = |value: f64| {
        let asked = turning.figures(&[value], &[(pathway, figure)], &mut room);
        asked.first().copied().unwrap_or(f64::NAN)
    };
    Ok(solve(&mut response, (lever.low, lever.high), lever.now, target))
}

/// The same for any response over `low..=high`; `now` is looked at too, so that a target met today is found.
pub fn solve(response: &mut dyn FnMut(f64) -> f64, (low, high): (f64, f64), now: f64, target: f64) -> Reach {
    let mut grid: Vec<f64> = (0..POINTS)
        .map(|at| low + (high - low) * at as f64 / (POINTS - 1) as f64)
        .collect();
    if now > low && now < high {
        grid.push(now);
    }
    grid.sort_by(f64::total_cmp);
    grid.dedup();
    let curve: Vec<(f64, f64)> = grid.into_iter().map(|x| (x, response(x))).collect();
    let finite = curve.iter().map(|(_, y)| *y).filter(|y| y.is_finite());
    let (least, most) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| {
        (low.min(y), high.max(y))
    });
    let span = if most > least {
        most - least
    } else {
        least.abs().max(1.0)
    };
    let mut search = Search {
        response,
        target,
        tolerance: MET * span,
    };
    let mut meetings = search.meetings(&curve);
    meetings.extend(search.turning_points(&curve, &meetings));
    meetings.sort_by(|a, b| first(a).total_cmp(&first(b)));
    meetings.dedup_by(|a, b| (first(a) - first(b)).abs() <= MET * (high - low));
    let best = match meetings.first() {
        Some(meeting) => (first(meeting), (search.response)(first(meeting))),
        None => nearest(&curve, target),
    };
    Reach {
        meetings,
        best,
        curve,
    }
}

const fn first(meeting: &Meeting) -> f64 {
    match *meeting {
        Meeting::At(at) | Meeting::Jump { at, .. } => at,
        Meeting::Plateau { low, .. } => low,
    }
}

fn nearest(curve: &[(f64, f64)], target: f64) -> (f64, f64) {
    let off = |(_, y): &(f64, f64)| {
        if y.is_finite() {
            (y - target).abs()
        } else {
            f64::INFINITY
        }
    };
    let best = curve.iter().min_by(|a, b| off(a).total_cmp(&off(b)));
    best.copied().unwrap_or((f64::NAN, f64::NAN))
}

/// A search for where a response meets a target.
struct Search<'r> {
    response: &'r mut dyn FnMut(f64) -> f64,
    target: f64,
    tolerance: f64,
}

impl Search<'_> {
    fn off(&mut self, x: f64) -> f64 {
        (self.response)(x) - self.target
    }

    fn is_met(&self, y: f64) -> bool {
        (y - self.target).abs() <= self.tolerance
    }

    /// Crossings, jumps and plateaus between the points of the curve.
    fn meetings(&mut self, curve: &[(f64, f64)]) -> Vec<Meeting> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((x, y)) = curve.get(at).copied() {
            if self.is_met(y) {
                let run = curve.iter().skip(at).take_while(|(_, y)| self.is_met(*y)).count();
                found.push(self.flat(curve, at, run));
                at += run;
                continue;
            }
            if let Some((next, other)) = curve.get(at + 1).copied()
                && (y - self.target) * (other - self.target) < 0.0
                && !self.is_met(other)
            {
                found.push(self.crossing((x, y), (next, other)));
            }
            at += 1;
        }
        found
    }

    /// A point of the curve that meets the target, or several in a row: a plateau as far as it goes.
    fn flat(&mut self, curve: &[(f64, f64)], at: usize, run: usize) -> Meeting {
        let x = |place: usize| curve.get(place).map(|(x, _)| *x);
        let (Some(low), Some(high)) = (x(at), x(at + run - 1)) else {
            return Meeting::At(f64::NAN);
        };
        let before = at.checked_sub(1).and_then(x);
        let low_end = before.map_or(low, |outside| self.edge(low, outside));
        let high_end = x(at + run).map_or(high, |outside| self.edge(high, outside));
        let wide = curve.last().map_or(0.0, |(x, _)| *x) - curve.first().map_or(0.0, |(x, _)| *x);
        if run == 1 && high_end - low_end <= 1e-6 * wide {
            return Meeting::At(low);
        }
        Meeting::Plateau {
            low: low_end,
            high: high_end,
        }
    }

    /// How far from `inside` towards `outside` the target is still met.
    fn edge(&mut self, inside: f64, outside: f64) -> f64 {
        let (mut inside, mut outside) = (inside, outside);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(inside, outside);
            let y = (self.response)(middle);
            if self.is_met(y) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        inside
    }

    fn crossing(&mut self, (low, at_low): (f64, f64), (high, at_high): (f64, f64)) -> Meeting {
        let (mut a, mut b) = (low, high);
        let (mut ya, mut yb) = (at_low, at_high);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(a, b);
            if middle <= a || middle >= b {
                break;
            }
            let y = (self.response)(middle);
            if !y.is_finite() {
                break;
            }
            if (y - self.target) * (ya - self.target) <= 0.0 {
                (b, yb) = (middle, y);
            } else {
                (a, ya) = (middle, y);
            }
        }
        for (x, y) in [(a, ya), (b, yb)] {
            if self.is_met(y) {
                return Meeting::At(x);
            }
        }
        Meeting::Jump {
            at: if yb > ya { b } else { a },
            before: ya,
            after: yb,
        }
    }

    /// Targets that are met on the way to a turning point between two points of the curve and again on the way back.
    fn turning_points(&mut self, curve: &[(f64, f64)], known: &[Meeting]) -> Vec<Meeting> {
        let mut found = Vec::new();
        for window in curve.windows(3) {
            let [(x0, y0), (_, y1), (x2, y2)] = window else {
                continue;
            };
            let (g0, g1, g2) = (y0 - self.target, y1 - self.target, y2 - self.target);
            let same_side = g0 * g1 > 0.0 && g1 * g2 > 0.0;
            let nearer = g1.abs() < g0.abs() && g1.abs() < g2.abs();
            let is_known = known.iter().any(|meeting| (*x0..=*x2).contains(&first(meeting)));
            if !same_side || !nearer || is_known {
                continue;
            }
            let top = self.turning_point(*x0, *x2, g1.signum());
            let y = (self.response)(top);
            if self.is_met(y) {
                found.push(Meeting::At(top));
            } else if (y - self.target) * g1 < 0.0 {
                found.push(self.crossing((*x0, *y0), (top, y)));
                found.push(self.crossing((top, y), (*x2, *y2)));
            }
        }
        found
    }

    /// Where the response comes nearest to the target, or crosses it, between two values.
    fn turning_point(&mut self, low: f64, high: f64, sign: f64) -> f64 {
        let (mut a, mut b) = (low, high);
        for _ in 0..HALVINGS {
            let (left, right) = (a + (b - a) / 3.0, b - (b - a) / 3.0);
            if sign * self.off(left) < sign * self.off(right) {
                b = right;
            } else {
                a = left;
            }
        }
        f64::midpoint(a, b)
    }
}
