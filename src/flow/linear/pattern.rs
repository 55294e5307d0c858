//! Where a matrix holds something, and the order in which its unknowns can be solved: found once for all its numbers.
//!
//! Few stages lead to few others, and most only ahead: unknowns that depend on one another in a circle make a block, and
//! only a block is factored as a whole. So the cost follows the exits and the circles, not the square of the stages.

use super::walk;
use crate::quantity::Number;
use std::ops::Range;

/// A circle of more unknowns is solved twice, the second time for what rounding left over.
const LARGE: usize = 64;

/// The cells of a square matrix by row, and its unknowns as blocks, each after those that it depends on.
#[derive(Debug, Clone, Default)]
pub struct Pattern {
    /// The entry that each cell has become, in the order in which the cells were named.
    entry_of: Vec<usize>,
    /// Column of each entry, row after row; in each row first what lies outside the row's own block.
    columns: Vec<usize>,
    /// Where each row's entries lie.
    rows: Vec<Row>,
    /// Unknowns in the order of their blocks.
    order: Vec<usize>,
    blocks: Vec<Block>,
    /// The place of each unknown in its block.
    place_of: Vec<usize>,
    /// Room for the triangles of all circles.
    triangles: usize,
    has_large_circle: bool,
}

/// The entries of a row.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    start: usize,
    /// From here on its entries lie in its own block.
    inside: usize,
    end: usize,
}

/// Unknowns that depend on one another.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Where they stand in the order.
    pub(super) range: Range<usize>,
    /// Where their triangles start.
    pub(super) triangle: usize,
}

impl Pattern {
    /// The pattern of an `n` × `n` matrix that holds something at `cells`, each a row and a column; cells beyond it are left
    /// out. A cell that is named twice holds the sum of both.
    pub fn of(n: usize, cells: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let cells: Vec<(usize, usize)> = cells.into_iter().collect();
        let mut leads = vec![Vec::new(); n];
        for (row, column) in &cells {
            if let Some(leads) = leads.get_mut(*row).filter(|_| *column < n) {
                leads.push(*column);
            }
        }
        let mut pattern = Self::default();
        let block_of = pattern.find_blocks(&leads);
        pattern.sort(&cells, &block_of);
        pattern
    }

    /// Finds the blocks; gives that of each unknown.
    fn find_blocks(&mut self, leads: &[Vec<usize>]) -> Vec<usize> {
        let mut block_of = vec![0; leads.len()];
        self.place_of = vec![0; leads.len()];
        for circle in walk::circles(leads) {
            let start = self.order.len();
            for (place, unknown) in circle.iter().enumerate() {
                if let (Some(block), Some(own)) =
                    (block_of.get_mut(*unknown), self.place_of.get_mut(*unknown))
                {
                    (*block, *own) = (self.blocks.len(), place);
                }
            }
            self.blocks.push(Block {
                range: start..start + circle.len(),
                triangle: self.triangles,
            });
            self.triangles += if circle.len() > 1 {
                circle.len() * circle.len()
            } else {
                0
            };
            self.has_large_circle |= circle.len() > LARGE;
            self.order.extend(circle);
        }
        block_of
    }

    /// Sorts `cells` by row, in each what lies outside its block first, else as they came.
    fn sort(&mut self, cells: &[(usize, usize)], block_of: &[usize]) {
        let n = block_of.len();
        let is_inside = |(row, column): (usize, usize)| block_of.get(row) == block_of.get(column);
        let mut sorted: Vec<(usize, (usize, usize))> = cells.iter().copied().enumerate().collect();
        sorted.retain(|(_, (row, column))| *row < n && *column < n);
        sorted.sort_by_key(|(_, cell)| (cell.0, is_inside(*cell)));
        self.entry_of = vec![usize::MAX; cells.len()];
        self.rows = vec![Row::default(); n];
        for (entry, (named, cell)) in sorted.iter().enumerate() {
            if let Some(place) = self.entry_of.get_mut(*named) {
                *place = entry;
            }
            self.columns.push(cell.1);
            if let Some(row) = self.rows.get_mut(cell.0) {
                row.end = entry + 1;
                if !is_inside(*cell) {
                    row.inside = entry + 1;
                }
            }
        }
        let mut before = 0;
        for row in &mut self.rows {
            row.start = before;
            row.inside = row.inside.max(before);
            row.end = row.end.max(before);
            before = row.end;
        }
    }

    /// The blocks in the order in which they can be solved.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter()
    }

    /// The blocks of several unknowns: only they are factored.
    pub(super) fn circles(&self) -> impl Iterator<Item = &Block> {
        self.blocks().filter(|block| block.range.len() > 1)
    }

    /// The unknowns of `block`.
    pub(super) fn unknowns(&self, block: &Block) -> &[usize] {
        self.order.get(block.range.clone()).unwrap_or(&[])
    }

    /// Puts `values`, in the order in which the cells were named, at the entries.
    pub(super) fn place<N: Number>(&self, values: impl IntoIterator<Item = N>, entries: &mut Vec<N>) {
        walk::refill(entries, self.columns.len(), N::ZERO);
        for (entry, value) in self.entry_of.iter().zip(values) {
            if let Some(place) = entries.get_mut(*entry) {
                *place = value;
            }
        }
    }

    /// Column and value of the entries of row `unknown` that lie outside its block.
    pub(super) fn outside<'a, N: Number>(
        &'a self,
        unknown: usize,
        entries: &'a [N],
    ) -> impl Iterator<Item = (usize, N)> {
        let row = self.row(unknown);
        self.between(row.start..row.inside, entries)
    }

    /// Place in the block and value of the entries of row `unknown` that lie inside its block.
    pub(super) fn inside<'a, N: Number>(
        &'a self,
        unknown: usize,
        entries: &'a [N],
    ) -> impl Iterator<Item = (usize, N)> {
        let row = self.row(unknown);
        let inside = self.between(row.inside..row.end, entries);
        inside.map(|(column, value)| (self.place_of.get(column).copied().unwrap_or_default(), value))
    }

    /// Column and value of all entries of row `unknown`.
    pub(super) fn all<'a, N: Number>(
        &'a self,
        unknown: usize,
        entries: &'a [N],
    ) -> impl Iterator<Item = (usize, N)> {
        let row = self.row(unknown);
        self.between(row.start..row.end, entries)
    }

    fn row(&self, unknown: usize) -> Row {
        self.rows.get(unknown).copied().unwrap_or_default()
    }

    fn between<'a, N: Number>(
        &'a self,
        range: Range<usize>,
        entries: &'a [N],
    ) -> impl Iterator<Item = (usize, N)> {
        let columns = self.columns.get(range.clone()).unwrap_or(&[]);
        let values = entries.get(range).unwrap_or(&[]);
        columns.iter().copied().zip(values.iter().copied())
    }

    /// Room that the triangles of all circles take.
    pub(super) const fn triangles(&self) -> usize {
        self.triangles
    }

    /// True where a block is so large that rounding adds up in it.
    pub(super) const fn has_large_circle(&self) -> bool {
        self.has_large_circle
    }
}
