//! Small dense linear systems, factored once and solved for many right-hand sides, in room that is reused.

/// A square matrix factored into triangles with row exchanges.
#[derive(Debug, Clone, Default)]
pub struct Lu {
    n: usize,
    matrix: Vec<f64>,
    pivots: Vec<usize>,
}

impl Lu {
    /// Makes room for an `n` × `n` matrix of zeros.
    pub fn clear(&mut self, n: usize) {
        self.n = n;
        self.matrix.clear();
        self.matrix.resize(n * n, 0.0);
        self.pivots.clear();
    }

    /// Adds `value` at `row` and `column`, before factoring.
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        if let Some(cell) = self.matrix.get_mut(row * self.n + column) {
            *cell += value;
        }
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.matrix
            .get(row * self.n + column)
            .copied()
            .unwrap_or(f64::NAN)
    }

    /// Factors the matrix; a singular one gives answers that are not finite.
    pub fn factor(&mut self) {
        let n = self.n;
        for column in 0..n {
            let larger =
                |a: &usize, b: &usize| self.at(*a, column).abs().total_cmp(&self.at(*b, column).abs());
            let pivot = (column..n).max_by(larger).unwrap_or(column);
            self.pivots.push(pivot);
            if pivot != column {
                (0..n).for_each(|k| self.matrix.swap(column * n + k, pivot * n + k));
            }
            for row in column + 1..n {
                self.eliminate(row, column);
            }
        }
    }

    fn eliminate(&mut self, row: usize, column: usize) {
        let below = self.at(row, column);
        if below == 0.0 {
            return;
        }
        let factor = below / self.at(column, column);
        self.add(row, column, factor - below);
        for k in column + 1..self.n {
            let above = self.at(column, k);
            self.add(row, k, -factor * above);
        }
    }

    /// Turns the right-hand side `x` into the solution.
    pub fn solve(&self, x: &mut [f64]) {
        for (column, pivot) in self.pivots.iter().enumerate() {
            if column != *pivot {
                x.swap(column, *pivot);
            }
        }
        for row in 0..self.n {
            let before: f64 = x
                .iter()
                .take(row)
                .enumerate()
                .map(|(k, value)| self.at(row, k) * value)
                .sum();
            if let Some(value) = x.get_mut(row) {
                *value -= before;
            }
        }
        for row in (0..self.n).rev() {
            let after = x
                .iter()
                .enumerate()
                .skip(row + 1)
                .map(|(k, value)| self.at(row, k) * value);
            let after: f64 = after.sum();
            let head = self.at(row, row);
            if let Some(value) = x.get_mut(row) {
                *value = (*value - after) / head;
            }
        }
    }
}
