//! Heights: which cells each column holds, how they are stacked, and where in a bar each ribbon starts and ends.
//!
//! Invariant: cells of a column keep their order and never overlap; positions move only as far as masses do.

use super::columns::Bar;
use super::model::{Diagram, Node};
use std::collections::BTreeMap;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The node with this index, with the one behind it.
    Node(usize),
    /// The ribbon with this index, passing by.
    Lane(usize),
}

/// Place of a cell in its column, from top to bottom.
pub type Key = (u8, usize, u8, usize);

/// The loops' place among the ribbons of a bar: last.
const LOOP: u8 = u8::MAX;
/// The place of what hangs beneath: last but for the loops.
const BELOW: u8 = u8::MAX - 1;

/// Heights of a node's words, given by whoever lays them out.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Words {
    /// Above the bar.
    pub above: f32,
    /// Beneath the bar.
    pub below: f32,
    /// Beside the bar: least height of the cell.
    pub beside: f32,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub what: What,
    /// Where it stands.
    pub key: Key,
    /// Its words.
    pub words: Words,
    /// The mass that it is drawn with, kg.
    pub kg: f64,
    /// Index of the node that a passing ribbon goes to.
    target: Option<usize>,
    /// Top of its bar, once placed.
    pub top: f32,
}

impl Cell {
    fn bar(&self, scale: f32) -> f32 {
        as_f32(self.kg) * scale
    }

    fn height(&self, scale: f32) -> f32 {
        self.words.above + self.words.below + self.bar(scale).max(self.words.beside)
    }

    /// From the top of the cell to the top of its bar.
    fn lead_in(&self, scale: f32) -> f32 {
        self.words.above + (self.words.beside - self.bar(scale)).max(0.0) / 2.0
    }

    /// Room to the next cell: half a gap between passing ribbons that part later, none where they stay together.
    fn gap_to(&self, next: &Self, gap: f32) -> f32 {
        match (self.target, next.target) {
            (Some(a), Some(b)) if a == b => 0.0,
            (Some(_), Some(_)) => gap / 2.0,
            _ => gap,
        }
    }
}

/// All columns with their cells and slots.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    /// Cells by column, from top to bottom.
    pub columns: Vec<Vec<Cell>>,
    /// Where each ribbon starts, kg beneath the top of its bar.
    pub out: Vec<f64>,
    /// Where each ribbon ends, kg beneath the top of its bar.
    pub into: Vec<f64>,
    /// Room between cells.
    pub gap: f32,
}

impl Stack {
    /// The cells of `diagram`; `words` gives the room that each node's words take, `gap` that between cells.
    pub fn new(diagram: &Diagram, words: &[Words], gap: f32) -> Self {
        let mut columns = vec![Vec::new(); diagram.columns];
        let mut put = |column: usize, cell: Cell| {
            if let Some(cells) = columns.get_mut(column) {
                cells.push(cell);
            }
        };
        for (index, node) in diagram.nodes.iter().enumerate() {
            if node.seat.bar != Bar::Second {
                put(node.seat.column, node_cell(diagram, index, node, words));
            }
        }
        for (index, ribbon) in diagram.ribbons.iter().enumerate() {
            let (Some(from), Some(to)) = (diagram.nodes.get(ribbon.from), diagram.nodes.get(ribbon.to))
            else {
                continue;
            };
            if ribbon.is_loop {
                continue;
            }
            for column in from.seat.column + 1..to.seat.column {
                let key = (to.seat.order.0, to.seat.order.1, 0, index);
                let cell = Cell {
                    what: What::Lane(index),
                    key,
                    words: Words::default(),
                    kg: ribbon.drawn,
                    target: Some(ribbon.to),
                    top: 0.0,
                };
                put(column, cell);
            }
        }
        for cells in &mut columns {
            cells.sort_by_key(|cell| cell.key);
        }
        let (out, into) = slots(diagram);
        Self {
            columns,
            out,
            into,
            gap,
        }
    }

    /// Height that the fullest column asks for at `scale` points per kg.
    pub fn height(&self, scale: f32) -> f32 {
        let heights = (0..self.columns.len()).map(|column| self.column_height(column, scale));
        heights.fold(0.0, f32::max)
    }

    /// Height that one column asks for at `scale` points per kg.
    pub fn column_height(&self, column: usize, scale: f32) -> f32 {
        self.columns.get(column).map_or(0.0, |cells| {
            let gaps: f32 = pairs(cells)
                .map(|(above, below)| above.gap_to(below, self.gap))
                .sum();
            gaps + cells.iter().map(|cell| cell.height(scale)).sum::<f32>()
        })
    }

    /// Places every cell between `top` and `bottom`, from left to right, each where its ribbons come straight in.
    pub fn settle(&mut self, diagram: &Diagram, scale: f32, top: f32, bottom: f32) {
        for column in 0..self.columns.len() {
            let wishes: Vec<Wish> = match self.columns.get(column) {
                Some(cells) => cells
                    .iter()
                    .enumerate()
                    .map(|(at, cell)| {
                        let before = at.checked_sub(1).and_then(|at| cells.get(at));
                        let bar_top = self.wish(diagram, column, cell, scale).unwrap_or_else(|| {
                            let free = bottom - top - cell.height(scale);
                            top + cell.lead_in(scale) + (free * 0.12).max(0.0)
                        });
                        Wish {
                            top: bar_top - cell.lead_in(scale),
                            height: cell.height(scale),
                            gap: before.map_or(0.0, |before| before.gap_to(cell, self.gap)),
                            weight: cell.bar(scale) + 1.0,
                        }
                    })
                    .collect(),
                None => continue,
            };
            let tops = resolve(&wishes, top, bottom);
            if let Some(cells) = self.columns.get_mut(column) {
                for (cell, top) in cells.iter_mut().zip(tops) {
                    cell.top = top + cell.lead_in(scale);
                }
            }
        }
        self.level_product(diagram, scale);
    }

    /// Puts the product level with the stage that it enters.
    fn level_product(&mut self, diagram: &Diagram, scale: f32) {
        let sold = diagram.ribbons.iter().position(|ribbon| ribbon.from == 0);
        let to = sold
            .and_then(|sold| diagram.ribbons.get(sold))
            .map(|ribbon| ribbon.to);
        let start = to.and_then(|to| self.bar_top(diagram, to, scale));
        if let (Some(start), Some(cell)) = (
            start,
            self.columns.first_mut().and_then(|cells| cells.first_mut()),
        ) {
            cell.top = start;
        }
    }

    /// Lower edge of everything in `columns`.
    pub fn bottom(&self, columns: std::ops::RangeInclusive<usize>, scale: f32) -> f32 {
        let cells = columns.filter_map(|column| self.columns.get(column)).flatten();
        cells
            .map(|cell| cell.top - cell.lead_in(scale) + cell.height(scale))
            .fold(0.0, f32::max)
    }

    /// Where the bar of `cell` would best start: where what comes in left off. None for what nothing comes to.
    fn wish(&self, diagram: &Diagram, column: usize, cell: &Cell, scale: f32) -> Option<f32> {
        match cell.what {
            What::Lane(ribbon) => self.left_at(diagram, ribbon, column, scale),
            What::Node(index) => {
                let comes = diagram.ribbons.iter().enumerate().filter(|(_, ribbon)| {
                    ribbon.to == index && !ribbon.is_loop && column_of(diagram, ribbon.from) < column
                });
                let (mut sum, mut mass) = (0.0, 0.0);
                for (at, ribbon) in comes {
                    let from = self.left_at(diagram, at, column, scale)?;
                    let offset = as_f32(self.into.get(at).copied().unwrap_or_default()) * scale;
                    sum += (from - offset) * as_f32(ribbon.drawn);
                    mass += as_f32(ribbon.drawn);
                }
                (mass > 0.0).then(|| sum / mass)
            }
        }
    }

    /// Top of `ribbon` where it leaves the column before `column`.
    fn left_at(&self, diagram: &Diagram, ribbon: usize, column: usize, scale: f32) -> Option<f32> {
        let from = diagram.ribbons.get(ribbon)?.from;
        let before = column.checked_sub(1)?;
        if column_of(diagram, from) == before {
            let offset = as_f32(self.out.get(ribbon).copied().unwrap_or_default());
            Some(self.bar_top(diagram, from, scale)? + offset * scale)
        } else {
            self.cell(before, What::Lane(ribbon)).map(|cell| cell.top)
        }
    }

    /// Top of the bar of the node with this index, also where it stands behind another.
    pub fn bar_top(&self, diagram: &Diagram, index: usize, scale: f32) -> Option<f32> {
        let node = diagram.nodes.get(index)?;
        if node.seat.bar != Bar::Second {
            return self
                .cell(node.seat.column, What::Node(index))
                .map(|cell| cell.top);
        }
        let lead = lead(diagram, node)?;
        let link = diagram
            .ribbons
            .iter()
            .position(|ribbon| ribbon.from == lead && ribbon.to == index);
        let offset = link
            .and_then(|link| self.out.get(link))
            .copied()
            .unwrap_or_default();
        Some(self.bar_top(diagram, lead, scale)? + as_f32(offset) * scale)
    }

    /// The cell that holds `what`.
    pub fn cell(&self, column: usize, what: What) -> Option<&Cell> {
        self.columns.get(column)?.iter().find(|cell| cell.what == what)
    }
}

fn node_cell(diagram: &Diagram, index: usize, node: &Node, words: &[Words]) -> Cell {
    let mut room = words.get(index).copied().unwrap_or_default();
    // The words of the bar behind stand beneath both.
    let behind = diagram.nodes.iter().position(|other| {
        other.seat.bar == Bar::Second
            && other.seat.lead.as_ref() == node.id.stage()
            && node.id.stage().is_some()
    });
    room.below += behind
        .and_then(|behind| words.get(behind))
        .map_or(0.0, |words| words.below);
    Cell {
        what: What::Node(index),
        key: node_key(diagram, index),
        words: room,
        kg: node.drawn,
        target: None,
        top: 0.0,
    }
}

/// Index of the node that `node` shares its seat with.
pub fn lead(diagram: &Diagram, node: &Node) -> Option<usize> {
    let lead = node.seat.lead.as_ref()?;
    diagram
        .nodes
        .iter()
        .position(|other| other.id.stage() == Some(lead))
}

fn column_of(diagram: &Diagram, index: usize) -> usize {
    diagram.nodes.get(index).map_or(0, |node| node.seat.column)
}

/// The place of a node's cell: what hangs beneath a stage comes right after it.
fn node_key(diagram: &Diagram, index: usize) -> Key {
    let Some(node) = diagram.nodes.get(index) else {
        return (0, 0, 1, index);
    };
    let above = lead(diagram, node).and_then(|lead| diagram.nodes.get(lead));
    let (order, step) = match (node.seat.bar, above) {
        (Bar::Lead, _) | (_, None) => (node.seat.order, 1),
        (Bar::Second, Some(lead)) => (lead.seat.order, 1),
        (Bar::Below, Some(lead)) => (lead.seat.order, 2),
    };
    (order.0, order.1, step, index)
}

/// Where ribbons start and end in their bars.
fn slots(diagram: &Diagram) -> (Vec<f64>, Vec<f64>) {
    let out = offsets(diagram, |ribbon| (ribbon.from, out_key(diagram, ribbon)));
    let into = offsets(diagram, |ribbon| (ribbon.to, in_key(diagram, ribbon)));
    (out, into)
}

/// Stacks the ribbons of each bar in the order of their keys.
fn offsets(diagram: &Diagram, key: impl Fn(&super::model::Ribbon) -> (usize, Key)) -> Vec<f64> {
    let mut order: Vec<(usize, Key, usize)> = diagram
        .ribbons
        .iter()
        .enumerate()
        .map(|(index, ribbon)| {
            let (bar, key) = key(ribbon);
            (bar, key, index)
        })
        .collect();
    order.sort_unstable();
    let mut filled: BTreeMap<usize, f64> = BTreeMap::new();
    let mut offsets = vec![0.0; diagram.ribbons.len()];
    for (bar, _, index) in order {
        let at = filled.entry(bar).or_default();
        if let (Some(offset), Some(ribbon)) = (offsets.get_mut(index), diagram.ribbons.get(index)) {
            *offset = *at;
            *at += ribbon.drawn;
        }
    }
    offsets
}

/// Order in which ribbons leave a bar: as their next cells stand.
fn out_key(diagram: &Diagram, ribbon: &super::model::Ribbon) -> Key {
    if ribbon.is_loop {
        return (LOOP, 0, 0, 0);
    }
    let (Some(from), Some(to)) = (diagram.nodes.get(ribbon.from), diagram.nodes.get(ribbon.to)) else {
        return (0, 0, 0, 0);
    };
    if from.seat.column == to.seat.column {
        return match to.seat.bar {
            Bar::Below => (BELOW, 0, 0, 0),
            _ => (to.seat.order.0, to.seat.order.1, 1, 0),
        };
    }
    if from.seat.column + 1 == to.seat.column {
        node_key(diagram, ribbon.to)
    } else {
        (to.seat.order.0, to.seat.order.1, 0, 0)
    }
}

/// Order in which ribbons reach a bar: as the cells before stand; loops last, the widest turn first.
fn in_key(diagram: &Diagram, ribbon: &super::model::Ribbon) -> Key {
    let (Some(from), Some(to)) = (diagram.nodes.get(ribbon.from), diagram.nodes.get(ribbon.to)) else {
        return (0, 0, 0, 0);
    };
    if ribbon.is_loop {
        return (
            LOOP,
            usize::MAX - from.seat.column,
            from.seat.order.0,
            from.seat.order.1,
        );
    }
    if from.seat.column + 1 < to.seat.column {
        (to.seat.order.0, to.seat.order.1, 0, 0)
    } else {
        node_key(diagram, ribbon.from)
    }
}

fn pairs(cells: &[Cell]) -> impl Iterator<Item = (&Cell, &Cell)> {
    cells.iter().zip(cells.iter().skip(1))
}

/// Where a cell would like to start.
struct Wish {
    top: f32,
    height: f32,
    gap: f32,
    weight: f32,
}

/// Cells that moved together: their common wish and its weight.
struct Block {
    wish: f32,
    weight: f32,
    count: usize,
}

/// Tops nearest to the wishes that keep order and gaps and stay between `top` and `bottom`.
fn resolve(wishes: &[Wish], top: f32, bottom: f32) -> Vec<f32> {
    let mut shifts = Vec::with_capacity(wishes.len());
    let mut used = 0.0;
    let mut blocks: Vec<Block> = Vec::new();
    for wish in wishes {
        used += wish.gap;
        shifts.push(used);
        let mut block = Block {
            wish: wish.top - used,
            weight: wish.weight,
            count: 1,
        };
        used += wish.height;
        while let Some(before) = blocks.pop_if(|before| before.wish > block.wish) {
            let weight = before.weight + block.weight;
            block = Block {
                wish: (before.wish * before.weight + block.wish * block.weight) / weight,
                weight,
                count: before.count + block.count,
            };
        }
        blocks.push(block);
    }
    let latest = (bottom - used).max(top);
    let placed = blocks
        .iter()
        .flat_map(|block| std::iter::repeat_n(block.wish.clamp(top, latest), block.count));
    placed.zip(shifts).map(|(at, shift)| at + shift).collect()
}

/// A mass as a length; masses of garments lose nothing that could be seen.
#[expect(
    clippy::cast_possible_truncation,
    reason = "screen lengths need no more than f32"
)]
pub fn as_f32(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(top: f32, height: f32) -> Wish {
        Wish {
            top,
            height,
            gap: 0.0,
            weight: 1.0,
        }
    }

    #[test]
    fn cells_share_the_way_when_they_meet() {
        let tops = resolve(&[wish(10.0, 10.0), wish(10.0, 10.0)], 0.0, 100.0);
        assert_eq!(tops, [5.0, 15.0]);
    }

    #[test]
    fn nothing_leaves_the_column() {
        let tops = resolve(&[wish(-50.0, 20.0), wish(200.0, 20.0)], 0.0, 100.0);
        assert_eq!(tops, [0.0, 80.0]);
    }
}
