//! Linear systems of stages, factored once and solved for many right-hand sides, in room that is reused.
//!
//! Few stages lead to few others, and most only ahead: unknowns that depend on one another in a circle make a block, and
//! only a block is factored as a whole. So the cost follows the exits and the circles, not the square of the stages.

mod walk;

use super::sum::Sum;
use walk::{Walk, refill};

/// A circle of more unknowns is solved twice, the second time for what rounding left over.
const LARGE: usize = 64;

/// A square matrix as blocks in the order in which they can be solved, each factored into triangles with row exchanges.
#[derive(Debug, Clone, Default)]
pub struct Lu {
    n: usize,
    /// What was added, as it came.
    added: Vec<(usize, usize, f64)>,
    /// The same by row: column and value, from `rows[r]` to `rows[r + 1]`.
    entries: Vec<(usize, f64)>,
    rows: Vec<usize>,
    /// Unknowns in the order of their blocks.
    order: Vec<usize>,
    /// Where each block starts in `order`, and where its triangles start in `triangles`.
    blocks: Vec<(usize, usize)>,
    /// The block of each unknown.
    block_of: Vec<usize>,
    /// The place of each unknown in its block.
    place_of: Vec<usize>,
    triangles: Vec<f64>,
    /// The row exchanges of all blocks, one for each unknown in `order`.
    pivots: Vec<usize>,
    /// True where a block is larger than [`LARGE`].
    has_large_circle: bool,
    walk: Walk,
    right: Vec<f64>,
}

impl Lu {
    /// Makes room for an `n` × `n` matrix of zeros.
    pub fn clear(&mut self, n: usize) {
        self.n = n;
        self.added.clear();
    }

    /// Adds `value` at `row` and `column`, before factoring.
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        if row < self.n && column < self.n && value != 0.0 {
            self.added.push((row, column, value));
        }
    }

    /// Factors the matrix; a singular one gives answers that are not finite.
    pub fn factor(&mut self) {
        self.sort_rows();
        self.find_blocks();
        self.has_large_circle = (0..self.blocks.len()).any(|block| self.range(block).len() > LARGE);
        self.triangles.clear();
        self.pivots.clear();
        for block in 0..self.blocks.len() {
            self.fill(block);
            self.triangulate(block);
        }
    }

    /// Sorts what was added by row.
    fn sort_rows(&mut self) {
        refill(&mut self.rows, self.n + 1, 0);
        for (row, ..) in &self.added {
            if let Some(count) = self.rows.get_mut(row + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut self.rows {
            sum += *start;
            *start = sum;
        }
        refill(&mut self.entries, self.added.len(), (0, 0.0));
        // Each row's start moves to its end while it is filled, and back afterwards.
        for (row, column, value) in &self.added {
            if let Some(start) = self.rows.get_mut(*row)
                && let Some(entry) = self.entries.get_mut(*start)
            {
                *entry = (*column, *value);
                *start += 1;
            }
        }
        self.rows.pop();
        self.rows.insert(0, 0);
    }

    fn row(&self, row: usize) -> &[(usize, f64)] {
        let from = self.rows.get(row).copied().unwrap_or_default();
        let to = self.rows.get(row + 1).copied().unwrap_or_default();
        self.entries.get(from..to).unwrap_or(&[])
    }

    /// Finds the circles: an unknown after all those that it depends on, those that depend on one another together.
    /// Source: Tarjan 1972, without recursion.
    fn find_blocks(&mut self) {
        let mut walk = std::mem::take(&mut self.walk);
        walk.clear(self.n);
        self.order.clear();
        self.blocks.clear();
        refill(&mut self.block_of, self.n, 0);
        refill(&mut self.place_of, self.n, 0);
        let mut count = 0;
        for root in 0..self.n {
            if walk.seen.get(root) != Some(&0) {
                continue;
            }
            walk.calls.push((root, 0));
            while let Some((here, step)) = walk.calls.pop() {
                if step == 0 {
                    count += 1;
                    walk.enter(here, count);
                }
                match self.row(here).get(step) {
                    Some((next, _)) => {
                        walk.calls.push((here, step + 1));
                        walk.visit(here, *next);
                    }
                    None => self.leave(&mut walk, here),
                }
            }
        }
        self.walk = walk;
    }

    /// Closes the block that `here` is the first of, and tells the one that led here how low it reaches.
    fn leave(&mut self, walk: &mut Walk, here: usize) {
        let low = walk.low_of(here);
        if walk.seen.get(here) == Some(&low) {
            let block = self.blocks.len();
            self.blocks.push((self.order.len(), 0));
            let first = self.order.len();
            while let Some(one) = walk.open.pop() {
                if let Some(is_open) = walk.is_open.get_mut(one) {
                    *is_open = false;
                }
                if let (Some(of), Some(place)) = (self.block_of.get_mut(one), self.place_of.get_mut(one)) {
                    (*of, *place) = (block, self.order.len() - first);
                }
                self.order.push(one);
                if one == here {
                    break;
                }
            }
        }
        if let Some((before, _)) = walk.calls.last().copied() {
            walk.lower(before, low);
        }
    }

    /// Where the unknowns of a block stand in the order.
    fn range(&self, block: usize) -> std::ops::Range<usize> {
        let start = |block: usize| {
            self.blocks
                .get(block)
                .map_or(self.order.len(), |(start, _)| *start)
        };
        start(block)..start(block + 1)
    }

    /// Puts the block's own part of the matrix into its place.
    fn fill(&mut self, block: usize) {
        let range = self.range(block);
        let size = range.len();
        let base = self.triangles.len();
        if let Some((_, start)) = self.blocks.get_mut(block) {
            *start = base;
        }
        let mut triangles = std::mem::take(&mut self.triangles);
        triangles.resize(base + size * size, 0.0);
        for (row, unknown) in self.order.get(range).unwrap_or(&[]).iter().enumerate() {
            for (column, value) in self.row(*unknown) {
                let inside = self.block_of.get(*column) == Some(&block);
                let place = self.place_of.get(*column).copied().unwrap_or_default();
                if let Some(cell) = triangles.get_mut(base + row * size + place).filter(|_| inside) {
                    *cell += value;
                }
            }
        }
        self.triangles = triangles;
    }

    fn triangulate(&mut self, block: usize) {
        let size = self.range(block).len();
        let base = self.blocks.get(block).map_or(0, |(_, start)| *start);
        let cells = self.triangles.get_mut(base..).unwrap_or(&mut []);
        for column in 0..size {
            let size_at = |row: usize| cells.get(row * size + column).map_or(0.0, |cell| cell.abs());
            let pivot = (column..size).max_by(|a, b| size_at(*a).total_cmp(&size_at(*b)));
            let pivot = pivot.unwrap_or(column);
            self.pivots.push(pivot);
            if pivot != column {
                (0..size).for_each(|k| cells.swap(column * size + k, pivot * size + k));
            }
            let (upper, lower) = cells.split_at_mut((column + 1) * size);
            let above = upper.get(column * size..).unwrap_or(&[]);
            let head = above.get(column).copied().unwrap_or(f64::NAN);
            for row in lower.chunks_exact_mut(size).take(size - column - 1) {
                eliminate(row, above, column, head);
            }
        }
    }

    /// Turns the right-hand side `x` into the solution. Where a circle is so large that rounding adds up in it, what is left
    /// over is solved for once more.
    pub fn solve(&mut self, x: &mut [f64]) {
        if !self.has_large_circle {
            return self.solve_once(x);
        }
        let mut left_over = x.to_vec();
        self.solve_once(x);
        for (row, left) in left_over.iter_mut().enumerate() {
            let cells = self.row(row).iter();
            let taken = cells.map(|(column, value)| -value * x.get(*column).unwrap_or(&0.0));
            *left = Sum::of(taken.chain([*left]));
        }
        self.solve_once(&mut left_over);
        for (value, more) in x.iter_mut().zip(&left_over) {
            *value += more;
        }
    }

    fn solve_once(&mut self, x: &mut [f64]) {
        let mut right = std::mem::take(&mut self.right);
        for block in 0..self.blocks.len() {
            let range = self.range(block);
            right.clear();
            for unknown in self.order.get(range.clone()).unwrap_or(&[]) {
                let own = x.get(*unknown).copied().unwrap_or(f64::NAN);
                let outside = self.row(*unknown).iter();
                let outside = outside.filter(|(column, _)| self.block_of.get(*column) != Some(&block));
                let known: f64 = outside
                    .map(|(column, value)| value * x.get(*column).unwrap_or(&0.0))
                    .sum();
                right.push(own - known);
            }
            self.solve_block(block, &range, &mut right);
            for (unknown, value) in self.order.get(range).unwrap_or(&[]).iter().zip(&right) {
                if let Some(place) = x.get_mut(*unknown) {
                    *place = *value;
                }
            }
        }
        self.right = right;
    }

    fn solve_block(&self, block: usize, range: &std::ops::Range<usize>, x: &mut [f64]) {
        let size = range.len();
        let base = self.blocks.get(block).map_or(0, |(_, start)| *start);
        let cells = self.triangles.get(base..base + size * size).unwrap_or(&[]);
        for (place, pivot) in self.pivots.get(range.clone()).unwrap_or(&[]).iter().enumerate() {
            if place != *pivot {
                x.swap(place, *pivot);
            }
        }
        for (at, row) in cells.chunks_exact(size.max(1)).enumerate() {
            let before: f64 = row
                .iter()
                .zip(x.iter())
                .take(at)
                .map(|(cell, value)| cell * value)
                .sum();
            if let Some(value) = x.get_mut(at) {
                *value -= before;
            }
        }
        for (at, row) in cells.chunks_exact(size.max(1)).enumerate().rev() {
            let after: f64 = row
                .iter()
                .zip(x.iter())
                .skip(at + 1)
                .map(|(cell, value)| cell * value)
                .sum();
            let head = row.get(at).copied().unwrap_or(f64::NAN);
            if let Some(value) = x.get_mut(at) {
                *value = (*value - after) / head;
            }
        }
    }
}

/// Takes the row `above` off `row`, so that nothing is left in `column` but the factor itself.
fn eliminate(row: &mut [f64], above: &[f64], column: usize, head: f64) {
    let below = row.get(column).copied().unwrap_or_default();
    if below == 0.0 {
        return;
    }
    let factor = below / head;
    for (cell, above) in row.iter_mut().zip(above).skip(column + 1) {
        *cell -= factor * above;
    }
    if let Some(cell) = row.get_mut(column) {
        *cell = factor;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The residual of `a x = b`, for the matrix that `cells` gives.
    fn residual(n: usize, cells: &[(usize, usize, f64)]) -> f64 {
        let mut lu = Lu::default();
        // Room is reused: what stood there before makes no difference.
        for _ in 0..2 {
            lu.clear(n);
            for (row, column, value) in cells {
                lu.add(*row, *column, *value);
            }
            lu.factor();
        }
        let right: Vec<f64> = (0..n).map(|at| 1.0 + at as f64).collect();
        let mut x = right.clone();
        lu.solve(&mut x);
        let mut left = vec![0.0; n];
        for (row, column, value) in cells {
            left[*row] += value * x[*column];
        }
        left.iter()
            .zip(&right)
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f64::max)
    }

    fn chain(n: usize, mut exits: impl FnMut(usize) -> Vec<(usize, f64)>) -> Vec<(usize, usize, f64)> {
        let mut cells: Vec<(usize, usize, f64)> = (0..n).map(|at| (at, at, 1.0)).collect();
        for from in 0..n {
            cells.extend(exits(from).into_iter().map(|(to, share)| (to, from, -share)));
        }
        cells
    }

    #[test]
    fn chains_circles_and_both_together_are_solved() {
        for n in [1, 2, 3, 7, 40] {
            let ahead = |from: usize| (from + 1..n).map(|to| (to, 0.9 / n as f64)).collect();
            assert!(residual(n, &chain(n, ahead)) < 1e-9, "ahead {n}");
            let round = |from: usize| vec![((from + 1) % n, 0.9)];
            assert!(residual(n, &chain(n, round)) < 1e-9, "round {n}");
            let all = |_: usize| (0..n).map(|to| (to, 0.5 / n as f64)).collect();
            assert!(residual(n, &chain(n, all)) < 1e-9, "all {n}");
            let some = |from: usize| vec![((from * 7 + 3) % n, 0.4), ((from * 5 + 1) % n, 0.4)];
            assert!(residual(n, &chain(n, some)) < 1e-9, "some {n}");
        }
        // A head of nothing needs an exchange of rows.
        assert!(residual(2, &[(0, 1, 2.0), (1, 0, 3.0)]) < 1e-12);
    }

    #[test]
    fn a_long_chain_takes_no_room_for_what_is_not_there() {
        let n = 20_000;
        let mut lu = Lu::default();
        lu.clear(n);
        for (row, column, value) in chain(n, |from| vec![(from + 1, 0.5)]) {
            lu.add(row, column, value);
        }
        lu.factor();
        assert_eq!(lu.triangles.len(), n);
        let mut x = vec![0.0; n];
        x[0] = 1.0;
        lu.solve(&mut x);
        assert!((x[3] - 0.125).abs() < 1e-15);
    }

    #[test]
    fn what_never_leaves_has_no_finite_answer() {
        let mut lu = Lu::default();
        lu.clear(2);
        for (row, column, value) in chain(2, |from| vec![(1 - from, 1.0)]) {
            lu.add(row, column, value);
        }
        lu.factor();
        let mut x = vec![1.0, 0.0];
        lu.solve(&mut x);
        assert!(x.iter().any(|value| !value.is_finite()));
    }
}
