//! Marks of the layers: bars of hours behind their words, and garments to count on the ribbons.
//!
//! Invariant: marks lie where the layout left room: bars in the boxes of words, garments on their own ribbon, on no
//! words, no bar and no other garment.

use super::columns::Bar;
use super::layout::{Label, Layout, LineKind, PlacedNode, PlacedRibbon};
use super::layout_words::is_free;
use super::model::{Diagram, Node, Ribbon, Tint};
use super::place::as_f32;
use super::route::Way;
use crate::report::picture::Layer;
use egui::{Pos2, Rect, pos2, vec2};

/// Longest bar of hours.
const LONGEST: f32 = 120.0;
/// Steps in which room for a bar is looked for.
const STEP: f32 = 8.0;
/// Shortest bar of hours that can be seen.
const SHORTEST: f32 = 1.5;
/// Sizes of garments, the largest that has room for all is taken.
const SIZES: [f32; 12] = [
    22.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0,
];

/// One mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// Hours at the node with this index.
    Own(usize, Rect),
    /// Hours that it replaces elsewhere.
    Replaced(usize, Rect),
    /// A garment of the ribbon with this index.
    Garment {
        /// The ribbon.
        ribbon: usize,
        /// Where.
        cell: Rect,
        /// True where it comes back.
        comes_back: bool,
    },
}

/// The marks of the layer that `diagram` shows.
pub fn marks(diagram: &Diagram, placed: &Layout) -> Vec<Mark> {
    match diagram.layer {
        Layer::Mass => Vec::new(),
        Layer::Work => bars(diagram, placed),
        Layer::Pieces => garments(diagram, placed),
    }
}

/// Bars on one scale, as large as lets every bar have room.
fn bars(diagram: &Diagram, placed: &Layout) -> Vec<Mark> {
    let all = || diagram.nodes.iter().zip(&placed.nodes).enumerate();
    let scales = all().filter_map(|(index, (node, place))| {
        let most = node.amounts.own_hours.max(node.amounts.replaced_hours);
        (most > 0.0).then(|| room(placed, index, node, place) / as_f32(most))
    });
    let scale = scales.fold(f32::INFINITY, f32::min);
    let length = |hours: f64| (as_f32(hours) * scale).max(SHORTEST);
    let mut marks = Vec::new();
    for (index, (node, place)) in all() {
        let line = |wanted: fn(&LineKind) -> bool| line_of(&place.label, wanted);
        let amounts = &node.amounts;
        let own = line(|kind| matches!(kind, LineKind::Value | LineKind::Joined(_)));
        if let Some(line) = own.filter(|_| amounts.own_hours > 0.0) {
            marks.push(Mark::Own(index, bar(line, length(amounts.own_hours))));
        }
        let replaced = line(|kind| *kind == LineKind::Replaced);
        if let Some(line) = replaced.filter(|_| amounts.replaced_hours > 0.0) {
            marks.push(Mark::Replaced(index, bar(line, length(amounts.replaced_hours))));
        }
    }
    marks
}

/// The box of the first line of a kind.
fn line_of(label: &Label, wanted: impl Fn(&LineKind) -> bool) -> Option<Rect> {
    let rect = label.rect?;
    let height = rect.height() / as_f32(label.lines.len().max(1) as f64);
    let index = label.lines.iter().position(|(_, kind)| wanted(kind))?;
    let top = rect.top() + height * as_f32(index as f64);
    Some(Rect::from_min_size(
        pos2(rect.left(), top),
        vec2(rect.width(), height),
    ))
}

/// A bar in a line, from its left.
fn bar(line: Rect, length: f32) -> Rect {
    Rect::from_x_y_ranges(line.left()..=line.left() + length, line.y_range()).shrink2(vec2(0.0, 1.0))
}

/// Width that a bar has behind the words of a node: what words have whatever the ribbons do, or as far as nothing is in
/// the way where they stand among ribbons.
fn room(placed: &Layout, index: usize, node: &Node, place: &PlacedNode) -> f32 {
    let Some(words) = place.label.rect else { return 0.0 };
    if node.is_end || node.seat.bar == Bar::Lead {
        return place.room.min(LONGEST);
    }
    let mut right = words.right();
    while right < words.left() + LONGEST {
        let more = Rect::from_x_y_ranges(right..=right + STEP, words.y_range());
        if !is_free(placed, more.expand2(vec2(4.0, 0.0)), Some(index)) {
            break;
        }
        right = more.right();
    }
    right - words.left()
}

/// True where the garments of `ribbon` have come to the last place that they reach whole.
fn lands(diagram: &Diagram, ribbon: &Ribbon) -> bool {
    let to = diagram.nodes.get(ribbon.to);
    ribbon.pieces.is_some() && !ribbon.is_loop && to.is_some_and(|node| !node.amounts.is_passed)
}

/// A hundred garments, each on the ribbon to the last place that it reaches whole, and those that come back on their
/// loops; as large as has room for all.
fn garments(diagram: &Diagram, placed: &Layout) -> Vec<Mark> {
    let mut ground = Ground::of(placed);
    for size in SIZES {
        ground.clear();
        if land(diagram, placed, size, &mut ground) {
            come_back(diagram, placed, size, &mut ground);
            break;
        }
    }
    ground.marks
}

/// Puts garments of `size` on their ribbons, the narrowest first; true where all have room.
fn land(diagram: &Diagram, placed: &Layout, size: f32, ground: &mut Ground) -> bool {
    let ribbons = diagram.ribbons.iter().zip(&placed.ribbons).enumerate();
    let mut landing: Vec<(usize, u32, &PlacedRibbon)> = ribbons
        .filter(|(_, (ribbon, _))| lands(diagram, ribbon))
        .filter_map(|(index, (ribbon, place))| Some((index, ribbon.pieces?, place)))
        .collect();
    landing.sort_by(|a, b| a.2.width.total_cmp(&b.2.width));
    let mut has_room = true;
    for (ribbon, count, place) in landing {
        let mut beside = (0..=most_beside(size)).map(u8::into);
        has_room &= beside.any(|beside| ground.put(ribbon, place, count, size, beside));
    }
    has_room
}

/// Puts hollow garments on each loop where all that come back have room on it.
fn come_back(diagram: &Diagram, placed: &Layout, size: f32, ground: &mut Ground) {
    let all = diagram.ribbons.iter().zip(&placed.ribbons).enumerate();
    for (index, (ribbon, place)) in all.filter(|(_, (ribbon, _))| ribbon.is_loop) {
        let before = ground.marks.len();
        if ground.put(index, place, ribbon.pieces.unwrap_or_default(), size, 0.0) {
            for mark in ground.marks.iter_mut().skip(before) {
                if let Mark::Garment { comes_back, .. } = mark {
                    *comes_back = true;
                }
            }
        }
    }
}

/// What is taken already: words and bars, then one box for each garment.
struct Ground {
    taken: Vec<Rect>,
    /// How many boxes are words and bars.
    fixed: usize,
    marks: Vec<Mark>,
}

impl Ground {
    fn of(placed: &Layout) -> Self {
        let nodes = placed.nodes.iter();
        let nodes = nodes.flat_map(|node| [Some(node.bar), node.label.rect]);
        let words = placed.ribbons.iter().map(|ribbon| ribbon.label.rect);
        let taken: Vec<Rect> = nodes.chain(words).flatten().collect();
        Self {
            fixed: taken.len(),
            taken,
            marks: Vec::new(),
        }
    }

    fn clear(&mut self) {
        self.taken.truncate(self.fixed);
        self.marks.clear();
    }

    /// Puts `count` garments on a ribbon and on `beside` lanes along it where nothing is yet; none where not all have
    /// room, then false.
    fn put(&mut self, ribbon: usize, place: &PlacedRibbon, count: u32, size: f32, beside: f32) -> bool {
        let before = self.marks.len();
        let mut left = count;
        for cell in cells(place, size, beside) {
            if left == 0 {
                break;
            }
            let inner = cell.shrink(0.5);
            if self.taken.iter().any(|taken| taken.intersects(inner)) {
                continue;
            }
            self.taken.push(cell);
            self.marks.push(Mark::Garment {
                ribbon,
                cell,
                comes_back: false,
            });
            left -= 1;
        }
        if left > 0 {
            self.marks.truncate(before);
            self.taken.truncate(self.fixed + before);
        }
        left == 0
    }
}

/// Lanes that garments of `size` may take beside a ribbon that is too short for them: none while they can be smaller.
const fn most_beside(size: f32) -> u8 {
    if size > 12.0 { 0 } else { 3 }
}

/// Places for garments along a ribbon, from where it arrives; side by side where it is wide or has lanes `beside` it.
fn cells(ribbon: &PlacedRibbon, size: f32, beside: f32) -> Vec<Rect> {
    let around = |middle: Pos2| Rect::from_center_size(middle, vec2(size, size));
    match &ribbon.way {
        Some(Way::Band(slices)) => {
            let lanes = (ribbon.width / size).floor().max(1.0) + beside;
            let (Some(first), Some(last)) = (slices.first(), slices.last()) else {
                return Vec::new();
            };
            let middles = steps(last.x - size / 2.0 - 2.0, first.x + size / 2.0 + 2.0, size);
            let mut cells = Vec::new();
            for x in middles {
                let after = slices.iter().zip(slices.iter().skip(1));
                let part = after.clone().find(|(a, b)| a.x <= x && x <= b.x);
                let Some((a, b)) = part else { continue };
                let t = (x - a.x) / (b.x - a.x).max(1e-3);
                let top = a.top + (b.top - a.top) * t;
                let middle = top + ribbon.width / 2.0;
                let across = steps((lanes - 1.0) / 2.0, (1.0 - lanes) / 2.0, 1.0);
                cells.extend(across.map(|lane| around(pos2(x, middle - lane * size))));
            }
            cells
        }
        Some(Way::Loop(points)) => along(points, size + 1.0).into_iter().map(around).collect(),
        None => Vec::new(),
    }
}

/// Points on a line, `step` apart.
fn along(points: &[Pos2], step: f32) -> Vec<Pos2> {
    let mut found = Vec::new();
    let mut left = step;
    for (a, b) in points.iter().zip(points.iter().skip(1)) {
        let length = a.distance(*b);
        let mut at = left;
        while at <= length && found.len() < 1000 {
            found.push(*a + (*b - *a) * (at / length));
            at += step;
        }
        left = at - length;
    }
    found
}

/// `from`, `from − step` … down to `to`.
fn steps(from: f32, to: f32, step: f32) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(from), move |x| Some(x - step))
        .take_while(move |x| *x >= to - 1e-3)
        .take(1000)
}

/// What colours a garment: where it lands.
pub(super) fn tint(diagram: &Diagram, ribbon: usize) -> Option<Tint> {
    let ribbon = diagram.ribbons.get(ribbon)?;
    diagram.nodes.get(ribbon.to).map(|node| node.tint)
}
