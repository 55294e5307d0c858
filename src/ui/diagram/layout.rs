//! Where everything of the diagram stands: a pure function of the diagram and the room at hand.
//!
//! Invariant: nothing leaves the room, no words lie on other words, and every ribbon is as wide as its mass.

use super::columns::Bar;
use super::detail::{self, Detail};
use super::model::{Diagram, Node, Ribbon, Tint};
use super::place::{Stack, as_f32};
use super::route::{self, BAR, END_BAR, Grid, Way};
use crate::text::halves;
use egui::{Pos2, Rect, pos2, vec2};
use std::ops::RangeInclusive;

/// The room, and how wide words are.
#[derive(Clone, Copy)]
pub struct Sizes<'a> {
    /// The room.
    pub rect: Rect,
    /// Height of a line of words.
    pub line: f32,
    /// Width of words; `true` for the heavier weight of names.
    pub measure: &'a dyn Fn(&str, bool) -> f32,
}

/// What a line of a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A name.
    Name,
    /// A name of so many bytes with mass behind it, where there is room for one line only.
    Joined(usize),
    /// Mass and share.
    Value,
    /// What was refused.
    Flag,
    /// Work that is replaced elsewhere.
    Replaced,
}

/// Words with their place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Label {
    /// The box around them.
    pub rect: Option<Rect>,
    /// The lines.
    pub lines: Vec<(String, LineKind)>,
    /// Lines that there is room for, whatever the layer.
    pub rows: usize,
}

/// A node with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedNode {
    /// Its bar.
    pub bar: Rect,
    /// Its words.
    pub label: Label,
    /// Width that its words have whatever the ribbons do.
    pub room: f32,
    /// Where it is hit: bar and words, apart from its neighbours.
    pub hit: Rect,
}

impl PlacedNode {
    /// Bar and words together.
    pub fn area(&self) -> Rect {
        self.label.rect.map_or(self.bar, |words| words.union(self.bar))
    }
}

/// A ribbon with its way.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedRibbon {
    /// Its way; none where there is no room at all.
    pub way: Option<Way>,
    /// Its width.
    pub width: f32,
    /// Its words, where they have room on it or beneath it.
    pub label: Label,
}

/// A diagram with its places; indices are those of the diagram.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Points per kg.
    pub scale: f32,
    /// Nodes.
    pub nodes: Vec<PlacedNode>,
    /// Ribbons.
    pub ribbons: Vec<PlacedRibbon>,
    /// Titles of the bands: left middle, words.
    pub bands: Vec<(Pos2, String)>,
}

/// A mass as wide as most, so that columns stay where they are while masses change.
const FIGURE: &str = "888.8\u{202f}g";
/// Longest word of a name that a column makes room for.
const LONGEST_WORD: f32 = 92.0;
/// How much of a column's room for words loops leave at least.
const ZONE_KEPT: f32 = 0.65;
/// How many scales are tried for that.
const SCALES: usize = 4;
/// How far beyond its own width a loop's words may start, to give way to the turns of other loops.
const WORDS_REACH: f32 = 240.0;
/// Least and most room between columns for ribbons to swing.
const GAP: (f32, f32) = (22.0, 110.0);
/// The same where words are short of room.
const TIGHT_GAP: (f32, f32) = (16.0, 18.0);
/// The same where words have no room at all else.
const LEAST_GAP: (f32, f32) = (9.0, 10.0);
/// Least room between the titles of two bands.
const BAND_GAP: f32 = 8.0;
/// Height of the titles of the bands.
const TITLES: f32 = 26.0;
/// Least height of the product's bar that is worth a word less, of the room.
const ENOUGH: f32 = 0.16;
/// Least height of the product's bar with which names are still said whole, of the room.
const LEAST: f32 = 0.075;

/// Height of the titles: two lines in both languages.
fn titles(diagram: &Diagram) -> f32 {
    let in_both = diagram.bands.iter().any(|(_, title)| halves(title).1.is_some());
    if in_both { TITLES + 12.0 } else { TITLES }
}

/// Lays `diagram` out in the room.
pub fn layout(diagram: &Diagram, sizes: &Sizes<'_>) -> Layout {
    // Loops need room to turn, which is only known once there is a scale; with that room it can only be smaller.
    let first = grid(diagram, sizes, 0.0);
    let Some(found) = best(diagram, sizes, &first, f32::INFINITY) else {
        return Layout::default();
    };
    let (grid, most) = turned(diagram, sizes, &first, found.2);
    let again = (grid != first)
        .then(|| best(diagram, sizes, &grid, most))
        .flatten();
    let (labels, mut stack, scale) = again.unwrap_or(found);
    let top = sizes.rect.top() + titles(diagram);
    let bottom = sizes.rect.bottom() - route::loops_height(diagram, scale);
    stack.settle(diagram, scale, top, bottom);
    let mut layout = assemble(diagram, sizes, &grid, &stack, scale, labels);
    layout.bands = bands(diagram, sizes, &grid);
    super::layout_words::spread(diagram, sizes, &grid, &mut layout);
    let hits = super::hits::areas(&layout.nodes);
    for (node, hit) in layout.nodes.iter_mut().zip(hits) {
        node.hit = hit;
    }
    layout
}

/// Columns with room for loops that are as wide as `scale` says, and the scale: less where loops would take the room of
/// words.
fn turned(diagram: &Diagram, sizes: &Sizes<'_>, first: &Grid, scale: f32) -> (Grid, f32) {
    let is_roomy = |grid: &Grid| {
        let mut zones = grid.zone.iter().zip(&first.zone);
        zones.all(|(zone, free)| *zone >= ZONE_KEPT * free)
    };
    let scales = std::iter::successors(Some(scale), |scale| Some(scale * 0.8)).take(SCALES);
    let mut found = (grid(diagram, sizes, scale), scale);
    for less in scales {
        if is_roomy(&found.0) {
            break;
        }
        found = (grid(diagram, sizes, less), less);
    }
    found
}

/// The richest words that leave the masses enough room, with their cells and the scale, at most `most`.
fn best(diagram: &Diagram, sizes: &Sizes<'_>, grid: &Grid, most: f32) -> Option<(Vec<Label>, Stack, f32)> {
    let mut best: Option<(Vec<Label>, Stack, f32)> = None;
    let product = as_f32(diagram.nodes.first().map_or(0.0, |node| node.drawn));
    let height = |scale: f32| product * scale / sizes.rect.height();
    for detail in Detail::ALL {
        // Names are cut only where nothing could be seen else.
        if detail.cuts() && best.as_ref().is_some_and(|(.., scale)| height(*scale) >= LEAST) {
            break;
        }
        let labels = detail::labels(diagram, sizes, grid, detail);
        let words = detail::words(diagram, sizes, &labels);
        let stack = Stack::new(diagram, &words, detail.gap);
        let scale = scale(diagram, &stack, grid, sizes.rect).min(most);
        let is_enough = height(scale) >= ENOUGH;
        let is_better = best.as_ref().is_none_or(|(.., before)| scale > *before * 1.15);
        if is_better {
            best = Some((labels, stack, scale));
        }
        if is_enough {
            break;
        }
    }
    let (mut labels, stack, scale) = best?;
    let room = sizes.rect.height() - titles(diagram) - 2.0 - route::loops_height(diagram, scale);
    let free = |column: usize| room - stack.column_height(column, scale);
    detail::enrich(diagram, sizes, grid, &mut labels, scale, &free);
    let stack = Stack::new(diagram, &detail::words(diagram, sizes, &labels), stack.gap);
    Some((labels, stack, scale))
}

/// Columns: the product needs room for the turns of loops, the ends for their words; the rest is shared, more of it
/// where more has to be said and where loops that are as wide as `scale` says turn down.
fn grid(diagram: &Diagram, sizes: &Sizes<'_>, scale: f32) -> Grid {
    let rect = sizes.rect;
    let last = diagram.columns.saturating_sub(1).max(1);
    let product = (rect.width() * 0.12).clamp(80.0, 180.0);
    let ends = (rect.width() * 0.185).clamp(136.0, 250.0);
    let room = (rect.width() - product - ends).max(40.0);
    let mut grid = Grid {
        left: vec![rect.left() + 1.0],
        zone: vec![BAR],
    };
    let mut left = rect.left() + product;
    for (zone, gap) in zones(diagram, sizes, last, room, scale) {
        grid.left.push(left);
        grid.zone.push(zone);
        left += zone + gap;
    }
    grid.left.push(rect.right() - ends);
    grid.zone.push(END_BAR);
    grid
}

/// Width of each column's zone and of the gap behind it: shared by what there is to say, but no zone narrower than its
/// figures where others can give way.
fn zones(diagram: &Diagram, sizes: &Sizes<'_>, last: usize, room: f32, scale: f32) -> Vec<(f32, f32)> {
    let weights: Vec<f32> = (1..last).map(|column| weight(diagram, column)).collect();
    let whole: f32 = weights.iter().sum::<f32>().max(0.1);
    let least: Vec<f32> = (1..last)
        .map(|column| least_zone(diagram, sizes, column))
        .collect();
    let gaps = |(low, high): (f32, f32)| -> Vec<f32> {
        let columns = (1..last).zip(&weights);
        let gap = columns.map(|(column, weight)| {
            let gap = (room * weight / whole * 0.3).clamp(low, high);
            gap.max(route::turns_width(diagram, column, scale))
        });
        gap.collect()
    };
    let wide = gaps(GAP);
    let is_tight = wide.iter().chain(&least).sum::<f32>() > room;
    let tight = if is_tight { gaps(TIGHT_GAP) } else { wide };
    let is_full = tight.iter().chain(&least).sum::<f32>() > room;
    let gaps = if is_full { gaps(LEAST_GAP) } else { tight };
    let room = (room - gaps.iter().sum::<f32>()).max(40.0);
    let needed: f32 = least.iter().sum();
    let is_short = needed >= room;
    let share = |(weight, least): (&f32, &f32)| {
        if is_short {
            room * least / needed
        } else {
            room * weight / whole
        }
    };
    let mut zones: Vec<f32> = weights.iter().zip(&least).map(share).collect();
    let pairs = || zones.iter().zip(&least);
    let short: f32 = pairs().map(|(zone, least)| (least - zone).max(0.0)).sum();
    let spare: f32 = pairs().map(|(zone, least)| (zone - least).max(0.0)).sum();
    let given = short.min(spare);
    for (zone, least) in zones.iter_mut().zip(&least) {
        if *zone < *least {
            *zone += (*least - *zone) * given / short.max(0.1);
        } else {
            *zone -= (*zone - *least) * given / spare.max(0.1);
        }
    }
    zones
        .into_iter()
        .map(|zone| zone.max(BAR + 4.0))
        .zip(gaps)
        .collect()
}

/// The width that the figures of a column and the words of its names ask for.
fn least_zone(diagram: &Diagram, sizes: &Sizes<'_>, column: usize) -> f32 {
    let here = diagram.nodes.iter().filter(|node| node.seat.column == column);
    let widths = here.map(|node| {
        let is_plain = |word: &&str| word.is_ascii();
        let words = node.shortest().split_whitespace().filter(is_plain);
        let word = words.map(|word| (sizes.measure)(word, true)).fold(0.0, f32::max);
        word.min(LONGEST_WORD) + 2.0
    });
    widths.fold((sizes.measure)(FIGURE, false) + 2.0, f32::max)
}

/// How much room a column asks for: routes have long names and refuse.
fn weight(diagram: &Diagram, column: usize) -> f32 {
    let here = || diagram.nodes.iter().filter(|node| node.seat.column == column);
    let leads = here().filter(|node| node.seat.bar == Bar::Lead).count();
    let has_routes = here().any(|node| node.tint != Tint::Pathway);
    1.0 + if has_routes { 0.3 } else { 0.0 } + if leads > 2 { 0.15 } else { 0.0 }
}

fn scale(diagram: &Diagram, stack: &Stack, grid: &Grid, rect: Rect) -> f32 {
    let room = rect.height() - titles(diagram) - 2.0;
    let left = grid.left(1) - rect.left();
    let fits = |scale: f32| {
        stack.height(scale) + route::loops_height(diagram, scale) <= room
            && route::loops_width(diagram, scale) <= left
    };
    let product = as_f32(diagram.nodes.first().map_or(0.0, |node| node.drawn)).max(1e-6);
    let (mut low, mut high) = (0.0, rect.height() * 0.5 / product);
    if fits(high) {
        return high;
    }
    for _ in 0..40 {
        let middle = f32::midpoint(low, high);
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

fn assemble(
    diagram: &Diagram,
    sizes: &Sizes<'_>,
    grid: &Grid,
    stack: &Stack,
    scale: f32,
    labels: Vec<Label>,
) -> Layout {
    let mut nodes = Vec::with_capacity(diagram.nodes.len());
    for (index, (node, mut label)) in diagram.nodes.iter().zip(labels).enumerate() {
        let top = stack.bar_top(diagram, index, scale).unwrap_or(sizes.rect.top());
        let left = grid.bar(node.seat.column, node.seat.bar);
        let width = if node.is_end { END_BAR } else { BAR };
        let bar = Rect::from_min_size(pos2(left, top), vec2(width, as_f32(node.drawn) * scale));
        let under = lead_bottom(diagram, stack, node, scale).unwrap_or(bar.bottom());
        label.rect = Some(super::layout_words::beside(node, &label, bar, under, sizes, grid));
        let room = detail::sure_width(node, sizes, grid);
        nodes.push(PlacedNode {
            bar,
            label,
            room,
            hit: bar,
        });
    }
    // A loop stays close to what it and its words pass.
    let floor = |index: usize, columns: RangeInclusive<usize>, left: f32, right: f32| {
        let ribbon = diagram.ribbons.get(index);
        let longest = |ribbon: &Ribbon| {
            let widths = [&ribbon.label, &ribbon.counted].map(|words| (sizes.measure)(words, false));
            widths.into_iter().fold(0.0, f32::max)
        };
        let words = ribbon.map_or(0.0, longest);
        let end = right.max(left + words + WORDS_REACH);
        let last = (*columns.end()..diagram.columns)
            .rev()
            .find(|column| grid.left(*column) <= end);
        stack.bottom(*columns.start()..=last.unwrap_or(*columns.end()), scale)
    };
    let lanes = route::lanes(diagram, grid, scale, &floor);
    let ribbons = diagram.ribbons.iter().enumerate().map(|(index, ribbon)| {
        let lane = lanes.iter().find(|lane| lane.ribbon == index);
        let way = match lane {
            Some(lane) => route::back(diagram, stack, grid, lane, scale),
            None => route::band(diagram, stack, grid, index, scale),
        };
        let label = lane.map_or_else(Label::default, |lane| {
            super::layout_words::beneath(ribbon.label(diagram.layer), lane, &lanes, sizes)
        });
        PlacedRibbon {
            way,
            width: as_f32(ribbon.drawn) * scale,
            label,
        }
    });
    Layout {
        scale,
        nodes,
        ribbons: ribbons.collect(),
        bands: Vec::new(),
    }
}

/// Lower edge of the bar that a second bar stands behind.
fn lead_bottom(diagram: &Diagram, stack: &Stack, node: &Node, scale: f32) -> Option<f32> {
    if node.seat.bar != Bar::Second {
        return None;
    }
    let lead = super::place::lead(diagram, node)?;
    let kg = diagram.nodes.get(lead)?.drawn;
    Some(stack.bar_top(diagram, lead, scale)? + as_f32(kg) * scale)
}

fn bands(diagram: &Diagram, sizes: &Sizes<'_>, grid: &Grid) -> Vec<(Pos2, String)> {
    let y = sizes.rect.top() + (titles(diagram) - TITLES) / 2.0 + sizes.line / 2.0;
    let next = diagram.bands.iter().skip(1).map(|(column, _)| grid.left(*column));
    let ends = next.chain([sizes.rect.right() + BAND_GAP]);
    let title = |((column, title), end): (&(usize, String), f32)| {
        let left = grid.left(*column);
        // Without room for both languages beneath one another the first one stands alone.
        let (first, second) = halves(title);
        let fits = |words: &str| left + (sizes.measure)(words, false) + BAND_GAP <= end;
        let said = if second.is_none_or(fits) { title } else { first };
        (pos2(left, y), said.to_owned())
    };
    diagram.bands.iter().zip(ends).map(title).collect()
}
