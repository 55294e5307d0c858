//! Linear systems of stages, factored once and solved for many right-hand sides, in room that is reused.

mod pattern;
mod walk;

pub use pattern::Pattern;

use super::sum::Sum;
use crate::quantity::Number;
use pattern::Block;
use walk::refill;

/// The numbers of a matrix `I − Qᵀ` whose [`Pattern`] is known, factored block by block into triangles.
///
/// What leaves a stage is no more than what comes to it, so a column's head is its largest cell and stays so: rows need not
/// be exchanged (Golub & Van Loan, *Matrix Computations*, 4.1: diagonally dominant by columns).
#[derive(Debug, Clone, Default)]
pub struct Lu<N = f64> {
    /// Values in the order of the pattern's entries.
    entries: Vec<N>,
    triangles: Vec<N>,
    right: Vec<N>,
}

impl<N: Number> Lu<N> {
    /// Factors the matrix of `pattern` with `values`, in the order in which its cells were named; a singular one gives
    /// answers that are not finite.
    pub fn factor(&mut self, pattern: &Pattern, values: impl IntoIterator<Item = N>) {
        pattern.place(values, &mut self.entries);
        refill(&mut self.triangles, pattern.triangles(), N::ZERO);
        for block in pattern.circles() {
            self.fill(pattern, block);
            self.triangulate(block);
        }
    }

    /// Puts the block's own part of the matrix into its place.
    fn fill(&mut self, pattern: &Pattern, block: &Block) {
        let size = block.range.len();
        for (row, unknown) in pattern.unknowns(block).iter().enumerate() {
            for (place, value) in pattern.inside(*unknown, &self.entries) {
                if let Some(cell) = self.triangles.get_mut(block.triangle + row * size + place) {
                    *cell += value;
                }
            }
        }
    }

    fn triangulate(&mut self, block: &Block) {
        let size = block.range.len();
        let cells = self.triangles.get_mut(block.triangle..).unwrap_or(&mut []);
        for column in 0..size.saturating_sub(1) {
            let (upper, lower) = cells.split_at_mut((column + 1) * size);
            let above = upper.get(column * size..).unwrap_or(&[]);
            for row in lower.chunks_exact_mut(size).take(size - column - 1) {
                eliminate(row, above, column);
            }
        }
    }

    /// Turns the right-hand side `x` into the solution. Where a circle is so large that rounding adds up in it, what is left
    /// over is solved for once more.
    pub fn solve(&mut self, pattern: &Pattern, x: &mut [N]) {
        if !pattern.has_large_circle() {
            return self.solve_once(pattern, x);
        }
        let mut left_over = x.to_vec();
        self.solve_once(pattern, x);
        for (row, left) in left_over.iter_mut().enumerate() {
            let cells = pattern.all(row, &self.entries);
            let taken = cells.map(|(column, value)| -value * known(x, column));
            *left = Sum::of(taken.chain([*left]));
        }
        self.solve_once(pattern, &mut left_over);
        for (value, more) in x.iter_mut().zip(&left_over) {
            *value += *more;
        }
    }

    fn solve_once(&mut self, pattern: &Pattern, x: &mut [N]) {
        let mut right = std::mem::take(&mut self.right);
        for block in pattern.blocks() {
            if let [unknown] = pattern.unknowns(block) {
                self.solve_alone(pattern, *unknown, x);
                continue;
            }
            right.clear();
            for unknown in pattern.unknowns(block) {
                let outside = pattern.outside(*unknown, &self.entries);
                let outside: N = outside.map(|(column, value)| value * known(x, column)).sum();
                right.push(known(x, *unknown) - outside);
            }
            self.solve_block(block, &mut right);
            for (unknown, value) in pattern.unknowns(block).iter().zip(&right) {
                if let Some(place) = x.get_mut(*unknown) {
                    *place = *value;
                }
            }
        }
        self.right = right;
    }

    /// The solution of an unknown in no circle, from those before it.
    fn solve_alone(&self, pattern: &Pattern, unknown: usize, x: &mut [N]) {
        let outside = pattern.outside(unknown, &self.entries);
        let outside: N = outside.map(|(column, value)| value * known(x, column)).sum();
        let inside = pattern.inside(unknown, &self.entries);
        let head = inside.fold(N::ZERO, |head, (_, value)| head + value);
        if let Some(place) = x.get_mut(unknown) {
            *place = (*place - outside) / head;
        }
    }

    fn solve_block(&self, block: &Block, x: &mut [N]) {
        let size = block.range.len();
        let cells = self.triangles.get(block.triangle..block.triangle + size * size);
        let cells = cells.unwrap_or(&[]);
        for (at, row) in cells.chunks_exact(size.max(1)).enumerate().skip(1) {
            let before: N = products(row, x).take(at).sum();
            if let Some(value) = x.get_mut(at) {
                *value -= before;
            }
        }
        for (at, row) in cells.chunks_exact(size.max(1)).enumerate().rev() {
            let after: N = products(row, x).skip(at + 1).sum();
            let head = row.get(at).copied().unwrap_or_default();
            if let Some(value) = x.get_mut(at) {
                *value = (*value - after) / head;
            }
        }
    }
}

/// The number of the unknown at `place`.
fn known<N: Number>(x: &[N], place: usize) -> N {
    x.get(place).copied().unwrap_or_default()
}

/// The cells of `row`, each times its unknown.
fn products<N: Number>(row: &[N], x: &[N]) -> impl Iterator<Item = N> {
    row.iter().zip(x).map(|(cell, value)| *cell * *value)
}

/// Takes the row `above` off `row`, so that nothing is left in `column` but the factor itself.
fn eliminate<N: Number>(row: &mut [N], above: &[N], column: usize) {
    let factor = known(row, column) / known(above, column);
    for (cell, above) in row.iter_mut().zip(above).skip(column + 1) {
        *cell -= factor * *above;
    }
    if let Some(cell) = row.get_mut(column) {
        *cell = factor;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(n: usize, cells: &[(usize, usize, f64)]) -> Pattern {
        Pattern::of(n, cells.iter().map(|(row, column, _)| (*row, *column)))
    }

    /// The residual of `a x = b`, for the matrix that `cells` gives.
    fn residual(n: usize, cells: &[(usize, usize, f64)]) -> f64 {
        let pattern = pattern(n, cells);
        let mut lu = Lu::default();
        // Room is reused: what stood there before makes no difference.
        for _ in 0..2 {
            lu.factor(&pattern, cells.iter().map(|(_, _, value)| *value));
        }
        let right: Vec<f64> = (0..n).map(|at| 1.0 + at as f64).collect();
        let mut x = right.clone();
        lu.solve(&pattern, &mut x);
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
    }

    #[test]
    fn a_long_chain_takes_no_room_for_what_is_not_there() {
        let n = 20_000;
        // The last leads beyond the matrix, which is left out.
        let cells = chain(n, |from| vec![(from + 1, 0.5)]);
        let pattern = pattern(n, &cells);
        let mut lu = Lu::default();
        lu.factor(&pattern, cells.iter().map(|(_, _, value)| *value));
        assert!(lu.triangles.is_empty());
        let mut x = vec![0.0; n];
        x[0] = 1.0;
        lu.solve(&pattern, &mut x);
        assert!((x[3] - 0.125).abs() < 1e-15);
    }

    #[test]
    fn what_never_leaves_has_no_finite_answer() {
        let cells = chain(2, |from| vec![(1 - from, 1.0)]);
        let pattern = pattern(2, &cells);
        let mut lu = Lu::default();
        lu.factor(&pattern, cells.iter().map(|(_, _, value)| *value));
        let mut x = vec![1.0, 0.0];
        lu.solve(&pattern, &mut x);
        assert!(x.iter().any(|value| !value.is_finite()));
    }
}
