//! Sums that lose nothing to rounding.

use crate::quantity::Number;

/// A sum with what rounding takes from it put back. Source: Neumaier 1974.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum<N> {
    total: N,
    lost: N,
}

impl<N: Number> Sum<N> {
    /// Adds `term`.
    pub(super) fn add(&mut self, term: N) {
        let next = self.total + term;
        let (of_term, of_total) = ((self.total - next) + term, (term - next) + self.total);
        self.lost += self.total.abs().if_reaches(term.abs(), of_term, of_total);
        self.total = next;
    }

    /// The sum so far.
    pub(super) fn get(self) -> N {
        self.total + self.lost
    }

    /// The sum of `terms`.
    pub(super) fn of(terms: impl Iterator<Item = N>) -> N {
        let mut sum = Self::default();
        terms.for_each(|term| sum.add(term));
        sum.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_loses_nothing_to_rounding() {
        let terms = [1.0, 1e100, 1.0, -1e100];
        assert!((Sum::of(terms.into_iter()) - 2.0).abs() < f64::EPSILON);
        let many = Sum::of(std::iter::repeat_n(0.001, 100_000));
        assert!((many - 100.0).abs() < 100.0 * f64::EPSILON);
    }
}
