//! The ways of ribbons: bands that swing between columns and run level beside words, loops that return beneath.
//!
//! Invariant: within a column's zone every ribbon runs level, so that words above a bar lie on no ribbon.

use super::columns::Bar;
use super::model::{Diagram, Ribbon};
use super::place::{Stack, What, as_f32};
use egui::{Pos2, Rect, pos2};

/// Width of a bar.
pub const BAR: f32 = 12.0;
/// Width of the bar of an end, which carries a hatch.
pub const END_BAR: f32 = 18.0;
/// Points along one swing.
const STEPS: u8 = 16;
/// Room between a loop and its neighbours.
const LOOP_GAP: f32 = 7.0;
/// Inner radius of a loop's turns.
const LOOP_TURN: f32 = 11.0;
/// Height of the words beneath a loop.
pub const LOOP_WORDS: f32 = 19.0;

/// One cut through a band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slice {
    /// Where.
    pub x: f32,
    /// Upper edge.
    pub top: f32,
    /// Lower edge.
    pub bottom: f32,
}

/// The way of a ribbon.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// From left to right.
    Band(Vec<Slice>),
    /// Back, beneath everything: the middle line.
    Loop(Vec<Pos2>),
}

impl Way {
    /// The box around it, for a ribbon of `width`.
    pub fn bounds(&self, width: f32) -> Rect {
        match self {
            Self::Band(slices) => {
                let corners = slices
                    .iter()
                    .flat_map(|slice| [pos2(slice.x, slice.top), pos2(slice.x, slice.bottom)]);
                Rect::from_points(&corners.collect::<Vec<_>>())
            }
            Self::Loop(points) => Rect::from_points(points).expand(width / 2.0),
        }
    }

    /// True where the ribbon comes within `slack` of `point`.
    pub fn is_near(&self, point: Pos2, width: f32, slack: f32) -> bool {
        match self {
            Self::Band(slices) => slices.iter().zip(slices.iter().skip(1)).any(|(a, b)| {
                let (left, right) = (a.x.min(b.x), a.x.max(b.x));
                if point.x < left || point.x > right || right - left < 1e-4 {
                    return false;
                }
                let t = (point.x - a.x) / (b.x - a.x);
                let top = a.top + (b.top - a.top) * t;
                let bottom = a.bottom + (b.bottom - a.bottom) * t;
                point.y >= top - slack && point.y <= bottom + slack
            }),
            Self::Loop(points) => points.iter().zip(points.iter().skip(1)).any(|(a, b)| {
                let along = *b - *a;
                let t = ((point - *a).dot(along) / along.length_sq().max(1e-6)).clamp(0.0, 1.0);
                (*a + along * t).distance(point) <= width / 2.0 + slack
            }),
        }
    }

    /// True where the ribbon covers a part of `area`.
    pub fn covers(&self, area: Rect, width: f32) -> bool {
        match self {
            Self::Band(slices) => slices.iter().zip(slices.iter().skip(1)).any(|(a, b)| {
                let box_ = Rect::from_min_max(
                    pos2(a.x.min(b.x), a.top.min(b.top)),
                    pos2(a.x.max(b.x), a.bottom.max(b.bottom)),
                );
                box_.intersects(area)
            }),
            Self::Loop(points) => points
                .iter()
                .zip(points.iter().skip(1))
                .any(|(a, b)| run_covers(*a, *b, area, width)),
        }
    }
}

/// True where the straight run from `a` to `b` covers a part of `area`; its ends are cut square.
fn run_covers(a: Pos2, b: Pos2, area: Rect, width: f32) -> bool {
    let steps = ((b - a).length() / 4.0).ceil().clamp(1.0, 500.0);
    let across = (b - a).normalized().rot90() * (width / 2.0);
    let along = (0..=500u16).map(f32::from).take_while(|step| *step <= steps);
    along
        .map(|step| a + (b - a) * (step / steps))
        .any(|middle| (-4..=4i8).any(|side| area.contains(middle + across * (f32::from(side) / 4.0))))
}

/// Horizontal places of the columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Left edge of each column's zone; there its bars stand.
    pub left: Vec<f32>,
    /// Width of each column's zone.
    pub zone: Vec<f32>,
}

impl Grid {
    /// Left edge of the column.
    pub fn left(&self, column: usize) -> f32 {
        self.left.get(column).copied().unwrap_or_default()
    }

    /// Right edge of the column's zone, from where ribbons swing to the next.
    pub fn right(&self, column: usize) -> f32 {
        self.left(column) + self.zone.get(column).copied().unwrap_or(BAR)
    }

    /// Left edge of a node's bar.
    pub fn bar(&self, column: usize, bar: Bar) -> f32 {
        match bar {
            Bar::Lead => self.left(column),
            Bar::Second => {
                let zone = self.right(column) - self.left(column);
                self.left(column) + (zone * 0.4).clamp(BAR + 10.0, 72.0).min((zone - BAR).max(0.0))
            }
            Bar::Below => self.right(column) - BAR,
        }
    }
}

/// The way of a ribbon that leads right.
pub fn band(diagram: &Diagram, stack: &Stack, grid: &Grid, index: usize, scale: f32) -> Option<Way> {
    let ribbon = diagram.ribbons.get(index)?;
    let (from, to) = (diagram.nodes.get(ribbon.from)?, diagram.nodes.get(ribbon.to)?);
    let height = as_f32(ribbon.drawn) * scale;
    let start = stack.bar_top(diagram, ribbon.from, scale)? + as_f32(*stack.out.get(index)?) * scale;
    let end = stack.bar_top(diagram, ribbon.to, scale)? + as_f32(*stack.into.get(index)?) * scale;
    let mut stops = vec![(grid.bar(from.seat.column, from.seat.bar) + BAR, start)];
    if to.seat.column > from.seat.column {
        stops.push((grid.right(from.seat.column), start));
        for column in from.seat.column + 1..to.seat.column {
            let top = stack.cell(column, What::Lane(index))?.top;
            stops.push((grid.left(column), top));
            stops.push((grid.right(column), top));
        }
    }
    stops.push((grid.bar(to.seat.column, to.seat.bar), end));
    Some(Way::Band(swings(&stops, height)))
}

/// Joins stops by level runs and S-shaped swings.
fn swings(stops: &[(f32, f32)], height: f32) -> Vec<Slice> {
    let slice = |x: f32, top: f32| Slice {
        x,
        top,
        bottom: top + height,
    };
    let mut slices: Vec<Slice> = stops
        .first()
        .map(|(x, top)| slice(*x, *top))
        .into_iter()
        .collect();
    for ((x0, y0), (x1, y1)) in stops.iter().zip(stops.iter().skip(1)) {
        if x1 - x0 < 0.01 {
            continue;
        }
        let steps = if (y1 - y0).abs() < 0.01 { 1 } else { STEPS };
        for step in 1..=steps {
            let t = f32::from(step) / f32::from(steps);
            let ease = t * t * (3.0 - 2.0 * t);
            slices.push(slice(x0 + (x1 - x0) * t, y0 + (y1 - y0) * ease));
        }
    }
    slices
}

/// A loop with its lane, from the innermost to the outermost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lane {
    /// Index of the ribbon.
    pub ribbon: usize,
    /// Its width.
    pub width: f32,
    /// Middle of its run beneath.
    pub y: f32,
    /// Middle of its way down.
    pub right: f32,
    /// Middle of its way up.
    pub left: f32,
}

/// Loops from the innermost to the outermost: the nearer column first, the lower source first.
pub fn loop_order(diagram: &Diagram) -> Vec<usize> {
    let mut loops: Vec<(usize, &Ribbon)> = diagram
        .ribbons
        .iter()
        .enumerate()
        .filter(|(_, ribbon)| ribbon.is_loop)
        .collect();
    loops.sort_by_key(|(_, ribbon)| {
        let seat = diagram.nodes.get(ribbon.from).map(|node| &node.seat);
        seat.map(|seat| (seat.column, std::cmp::Reverse(seat.order)))
    });
    loops.into_iter().map(|(index, _)| index).collect()
}

/// Height that the loops take beneath everything.
pub fn loops_height(diagram: &Diagram, scale: f32) -> f32 {
    loop_order(diagram)
        .into_iter()
        .filter_map(|index| diagram.ribbons.get(index))
        .map(|ribbon| as_f32(ribbon.drawn) * scale + LOOP_WORDS + LOOP_GAP)
        .sum()
}

/// Width that the loops take left of the stage that they return to.
pub fn loops_width(diagram: &Diagram, scale: f32) -> f32 {
    let ribbons = diagram.ribbons.iter().filter(|ribbon| ribbon.is_loop);
    let widths = ribbons.map(|ribbon| as_f32(ribbon.drawn) * scale + LOOP_GAP);
    widths.sum::<f32>() + LOOP_TURN + 2.0 * LOOP_GAP
}

/// Width that the loops from `column` take to turn down right of it.
pub fn turns_width(diagram: &Diagram, column: usize, scale: f32) -> f32 {
    let from_here = diagram.ribbons.iter().filter(|ribbon| {
        let from = diagram.nodes.get(ribbon.from);
        ribbon.is_loop && from.is_some_and(|from| from.seat.column == column)
    });
    let widths: Vec<f32> = from_here.map(|ribbon| as_f32(ribbon.drawn) * scale).collect();
    if widths.is_empty() {
        return 0.0;
    }
    let gaps = LOOP_GAP * as_f32((widths.len() - 1) as f64);
    widths.iter().sum::<f32>() + gaps + LOOP_TURN + LOOP_GAP
}

/// The lanes of all loops, each beneath the `floor` of what it passes, which is given the loop, the columns that it
/// spans, and the left and right end of its run.
pub fn lanes(
    diagram: &Diagram,
    grid: &Grid,
    scale: f32,
    floor: &dyn Fn(usize, std::ops::RangeInclusive<usize>, f32, f32) -> f32,
) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    let mut y = f32::NEG_INFINITY;
    for index in loop_order(diagram) {
        let Some(ribbon) = diagram.ribbons.get(index) else {
            continue;
        };
        let (Some(from), Some(to)) = (diagram.nodes.get(ribbon.from), diagram.nodes.get(ribbon.to)) else {
            continue;
        };
        let width = as_f32(ribbon.drawn) * scale;
        let mut right = grid.right(from.seat.column) + turn(width) + 2.0;
        let mut left = grid.bar(to.seat.column, to.seat.bar) - turn(width) - 2.0;
        for before in &lanes {
            let Some(other) = diagram.ribbons.get(before.ribbon) else {
                continue;
            };
            let reach = f32::midpoint(before.width, width) + LOOP_GAP;
            right = right.max(before.right + reach);
            if other.to == ribbon.to {
                left = left.min(before.left - reach);
            }
        }
        let span = to.seat.column..=from.seat.column;
        y = y.max(floor(index, span, left, right)) + LOOP_GAP;
        lanes.push(Lane {
            ribbon: index,
            width,
            y: y + width / 2.0,
            right,
            left,
        });
        y += width + LOOP_WORDS;
    }
    lanes
}

/// Radius of a loop's turns, measured at its middle.
fn turn(width: f32) -> f32 {
    width / 2.0 + LOOP_TURN
}

/// The way of a loop: out, down, back beneath, up and in.
pub fn back(diagram: &Diagram, stack: &Stack, grid: &Grid, lane: &Lane, scale: f32) -> Option<Way> {
    let ribbon = diagram.ribbons.get(lane.ribbon)?;
    let (from, to) = (diagram.nodes.get(ribbon.from)?, diagram.nodes.get(ribbon.to)?);
    let half = lane.width / 2.0;
    let start =
        stack.bar_top(diagram, ribbon.from, scale)? + as_f32(*stack.out.get(lane.ribbon)?) * scale + half;
    let end =
        stack.bar_top(diagram, ribbon.to, scale)? + as_f32(*stack.into.get(lane.ribbon)?) * scale + half;
    let corners = [
        pos2(grid.bar(from.seat.column, from.seat.bar) + BAR, start),
        pos2(lane.right, start),
        pos2(lane.right, lane.y),
        pos2(lane.left, lane.y),
        pos2(lane.left, end),
        pos2(grid.bar(to.seat.column, to.seat.bar), end),
    ];
    Some(Way::Loop(rounded(&corners, turn(lane.width))))
}

/// A line through `corners`, each rounded by at most `radius`.
fn rounded(corners: &[Pos2], radius: f32) -> Vec<Pos2> {
    let mut points: Vec<Pos2> = corners.first().copied().into_iter().collect();
    let triples = corners
        .iter()
        .zip(corners.iter().skip(1))
        .zip(corners.iter().skip(2));
    for ((before, corner), after) in triples {
        let (back, on) = (*before - *corner, *after - *corner);
        let r = radius.min(back.length() / 2.0).min(on.length() / 2.0);
        let (a, b) = (*corner + back.normalized() * r, *corner + on.normalized() * r);
        for step in 0..=8u8 {
            let t = f32::from(step) / 8.0;
            let (p, q) = (a + (*corner - a) * t, *corner + (b - *corner) * t);
            points.push(p + (q - p) * t);
        }
    }
    points.extend(corners.last());
    points
}
