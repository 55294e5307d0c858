//! The textbook absorbing Markov chain: `N = (I − Q)⁻¹`, `B = N R`, variance of visits `N(2 N_dg − I) − N∘N`.
//!
//! Source: Kemeny & Snell, *Finite Markov Chains*, 1960, chapter 3.

use crate::flow::{Lu, Pattern};

/// What a chain gives from one start.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// Expected visits of each transient state.
    pub visits: Vec<f64>,
    /// Variance of those visits.
    pub variance: Vec<f64>,
    /// Probability of ending in each absorbing state.
    pub absorption: Vec<f64>,
}

/// The chain with transient shares `q` and absorbing shares `r` from state `start`.
///
/// An error names the states that nothing leaves, from 0.
pub fn chain(q: &[Vec<f64>], r: &[Vec<f64>], start: usize) -> Result<Chain, Vec<usize>> {
    let stuck = stuck(q, r);
    if !stuck.is_empty() {
        return Err(stuck);
    }
    let n = q.len();
    let cells: Vec<(usize, usize, f64)> = cells(q).collect();
    let pattern = Pattern::of(n, cells.iter().map(|(row, column, _)| (*row, *column)));
    let mut lu = Lu::default();
    lu.factor(&pattern, cells.iter().map(|(_, _, value)| *value));
    let mut row_of = |state: usize| {
        let mut visits: Vec<f64> = (0..n).map(|k| if k == state { 1.0 } else { 0.0 }).collect();
        lu.solve(&pattern, &mut visits);
        visits
    };
    let visits = row_of(start);
    let returns: Vec<f64> = (0..n)
        .map(|state| row_of(state).get(state).copied().unwrap_or(f64::NAN))
        .collect();
    let variance = visits
        .iter()
        .zip(&returns)
        .map(|(n_sj, n_jj)| n_sj * (2.0 * n_jj - 1.0) - n_sj * n_sj);
    let ends = r.iter().map(Vec::len).max().unwrap_or(0);
    let into = |end: usize| {
        visits
            .iter()
            .zip(r)
            .map(|(n_s, row)| n_s * row.get(end).unwrap_or(&0.0))
            .sum()
    };
    Ok(Chain {
        variance: variance.collect(),
        absorption: (0..ends).map(into).collect(),
        visits,
    })
}

/// The cells of `I − Qᵀ` that hold something: row, column, value.
fn cells(q: &[Vec<f64>]) -> impl Iterator<Item = (usize, usize, f64)> {
    q.iter().enumerate().flat_map(|(from, row)| {
        let exits = row.iter().enumerate().filter(|(_, share)| **share != 0.0);
        let exits = exits.map(move |(to, share)| (to, from, -share));
        std::iter::once((from, from, 1.0)).chain(exits)
    })
}

/// States from which nothing ever leaves.
fn stuck(q: &[Vec<f64>], r: &[Vec<f64>]) -> Vec<usize> {
    let mut leaves: Vec<bool> = r.iter().map(|row| row.iter().any(|share| *share > 0.0)).collect();
    leaves.resize(q.len(), false);
    loop {
        let leads_out = |row: &Vec<f64>| row.iter().zip(&leaves).any(|(share, out)| *share > 0.0 && *out);
        let next: Vec<bool> = q
            .iter()
            .zip(&leaves)
            .map(|(row, out)| *out || leads_out(row))
            .collect();
        if next == leaves {
            return leaves
                .iter()
                .enumerate()
                .filter(|(_, out)| !**out)
                .map(|(state, _)| state)
                .collect();
        }
        leaves = next;
    }
}
