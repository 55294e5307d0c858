//! How much the diagram says where room is short: gaps shrink and lines are joined before anything goes unsaid.

use super::columns::Bar;
use super::layout::{Label, Sizes};
use super::layout_words;
use super::model::{Diagram, Node};
use super::place::{Words, as_f32};
use super::route::{END_BAR, Grid};

/// Between words and bar.
const NEAR: f32 = 3.0;

/// How the words of one node stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Saying {
    /// A name of so many lines at most, mass and share beneath.
    Apart(usize),
    /// Name and mass in one line; a name that has no room there is wrapped, without its mass.
    Joined,
    /// The same, but such a name is cut.
    Cut,
}

/// One step from the richest to the tightest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Detail {
    /// What is said at stages; ends stand beside their bars and have room for one line more.
    stages: Saying,
    /// What is said at ends.
    ends: Saying,
    /// Ends with less than this share of the piece take one line.
    joined_below: f64,
    /// Room between cells.
    pub(super) gap: f32,
}

impl Detail {
    /// All steps, richest first.
    pub(super) const ALL: [Self; 8] = [
        Self::step(Saying::Apart(3), Saying::Apart(3), 0.0, 12.0),
        Self::step(Saying::Apart(2), Saying::Apart(2), 0.0, 12.0),
        Self::step(Saying::Apart(1), Saying::Apart(2), 0.0, 12.0),
        Self::step(Saying::Apart(1), Saying::Apart(1), 0.0, 8.0),
        Self::step(Saying::Apart(1), Saying::Apart(1), 0.05, 7.0),
        Self::step(Saying::Apart(1), Saying::Joined, 0.0, 6.0),
        Self::step(Saying::Joined, Saying::Joined, 0.0, 5.0),
        Self::step(Saying::Cut, Saying::Cut, 0.0, 5.0),
    ];

    /// True where names are cut.
    pub(super) fn cuts(&self) -> bool {
        self.stages == Saying::Cut
    }

    const fn step(stages: Saying, ends: Saying, joined_below: f64, gap: f32) -> Self {
        Self {
            stages,
            ends,
            joined_below,
            gap,
        }
    }

    /// What is said at `node`.
    pub(super) fn of(&self, diagram: &Diagram, node: &Node) -> Saying {
        let piece = diagram.nodes.first().map_or(0.0, |product| product.kg);
        match node.is_end {
            true if node.kg < self.joined_below * piece => Saying::Joined,
            true => self.ends,
            false if node.seat.column == 0 => Saying::Apart(3),
            false => self.stages,
        }
    }
}

/// The words of every node, wrapped to the room that they surely have.
pub(super) fn labels(diagram: &Diagram, sizes: &Sizes<'_>, grid: &Grid, detail: Detail) -> Vec<Label> {
    let width = |node: &Node| sure_width(node, sizes, grid);
    diagram
        .nodes
        .iter()
        .map(|node| {
            let saying = detail.of(diagram, node);
            layout_words::label(node, sizes, width(node), saying, diagram.layer)
        })
        .collect()
}

/// The width that a node's words have whatever the ribbons do.
pub(super) fn sure_width(node: &Node, sizes: &Sizes<'_>, grid: &Grid) -> f32 {
    let bar = grid.bar(node.seat.column, node.seat.bar);
    match node.seat.bar {
        _ if node.is_end => sizes.rect.right() - bar - END_BAR - 8.0,
        _ if node.seat.column == 0 => grid.left(1) - bar - 8.0,
        Bar::Lead => grid.right(node.seat.column) - bar,
        Bar::Second | Bar::Below => grid.right(node.seat.column) - grid.left(node.seat.column),
    }
}

/// The heights that words take in the stack.
pub(super) fn words(diagram: &Diagram, sizes: &Sizes<'_>, labels: &[Label]) -> Vec<Words> {
    let room = diagram.nodes.iter().zip(labels).map(|(node, label)| {
        let height = sizes.line * as_f32(label.rows as f64);
        let mut words = Words::default();
        match node.seat.bar {
            _ if node.is_end => words.beside = height,
            Bar::Lead => words.above = height + NEAR,
            Bar::Second | Bar::Below => words.below = height + NEAR,
        }
        words
    });
    let mut room: Vec<Words> = room.collect();
    // The product stands level with its first use stage, so both keep the same room above.
    let start = diagram
        .ribbons
        .iter()
        .find(|ribbon| ribbon.from == 0)
        .map(|ribbon| ribbon.to);
    let above = room.first().map_or(0.0, |words| words.above);
    if let Some(words) = start.and_then(|start| room.get_mut(start)) {
        words.above = words.above.max(above);
    }
    room
}

/// Says more at stages and ends where their column has room left at `scale`: a line for all before two for some, the
/// heaviest first.
pub(super) fn enrich(
    diagram: &Diagram,
    sizes: &Sizes<'_>,
    grid: &Grid,
    labels: &mut [Label],
    scale: f32,
    free: &dyn Fn(usize) -> f32,
) {
    let mut left: Vec<f32> = (0..diagram.columns).map(free).collect();
    let mut order: Vec<usize> = (1..diagram.nodes.len()).collect();
    let mass = |index: usize| diagram.nodes.get(index).map_or(0.0, |node| node.drawn);
    order.sort_by(|a, b| mass(*b).total_cmp(&mass(*a)));
    for saying in [Saying::Apart(1), Saying::Apart(2), Saying::Apart(3)] {
        for index in &order {
            let (Some(node), Some(label)) = (diagram.nodes.get(*index), labels.get_mut(*index)) else {
                continue;
            };
            let richer =
                layout_words::label(node, sizes, sure_width(node, sizes, grid), saying, diagram.layer);
            let height = |lines: usize| cell_height(node, sizes.line * as_f32(lines as f64), scale);
            let more = height(richer.rows) - height(label.rows);
            if let Some(left) = left.get_mut(node.seat.column)
                && richer.rows > label.rows
                && more <= *left
            {
                *left -= more;
                *label = richer;
            }
        }
    }
}

/// What words of this height add to a node's cell.
fn cell_height(node: &Node, words: f32, scale: f32) -> f32 {
    if node.is_end {
        words.max(as_f32(node.drawn) * scale)
    } else {
        words
    }
}
