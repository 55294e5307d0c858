//! Quantiles of PERT shapes by table, so that a draw costs a look-up.
//!
//! Nodes stand closer towards both ends, where the quantile is steep; linear between them. The error stays under 1e-5
//! of the range (tested). All tables have their nodes at the same values, so each holds no more than their probabilities,
//! and many fit into the memory that is close to the processor.

use super::distribution::Pert;
use super::special::Beta;
use crate::quantity::maths::cos;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Nodes of a table less one.
const CELLS: usize = 1024;

/// Steps of the probability that lead into the table.
const STEPS: usize = 2048;

/// The quantile of one Beta shape on 0..1.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantileTable {
    /// The nodes, rising; behind the last one without end.
    nodes: Vec<Node>,
    /// For each of [`STEPS`] of the probability: the last node at or before it.
    guide: Vec<u16>,
    /// The values of the nodes; the last twice.
    values: &'static [f64],
}

/// Where a value of [`values`] stands.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    /// The share that stays under the value.
    p: f64,
    /// How much the quantile rises from here to the next node, per share.
    slope: f64,
}

/// The values at which every table has its nodes; the last twice.
fn values() -> &'static [f64] {
    static VALUES: OnceLock<Vec<f64>> = OnceLock::new();
    VALUES.get_or_init(|| {
        let value = |cell: usize| f64::midpoint(1.0, -cos(std::f64::consts::PI * cell as f64 / CELLS as f64));
        (0..=CELLS).chain([CELLS]).map(value).collect()
    })
}

impl QuantileTable {
    /// The table of the shape of `pert`.
    pub fn of(pert: &Pert) -> Self {
        let beta = Beta::new(pert.alpha, pert.beta);
        let values = values();
        let inner = values.iter().take(CELLS).skip(1);
        let inner = inner.map(|value| beta.cdf(*value));
        let ends = [1.0, f64::INFINITY];
        let shares: Vec<f64> = std::iter::once(0.0).chain(inner).chain(ends).collect();
        let next = shares.iter().zip(values).skip(1);
        // Behind the last node nothing rises.
        let next = next.chain(std::iter::once((&f64::INFINITY, &1.0)));
        let node = |((p, value), (next, after)): ((&f64, &f64), (&f64, &f64))| Node {
            p: *p,
            slope: if next > p {
                (after - value) / (next - p)
            } else {
                0.0
            },
        };
        let nodes: Vec<Node> = shares.iter().zip(values).zip(next).map(node).collect();
        let guide = (0..=STEPS).map(|step| {
            let p = step as f64 / STEPS as f64;
            let after = nodes.partition_point(|node| node.p <= p);
            u16::try_from(after.saturating_sub(1)).unwrap_or(u16::MAX)
        });
        Self {
            guide: guide.collect(),
            nodes,
            values,
        }
    }

    /// The value that the share `p` stays under, on 0..1.
    pub fn quantile(&self, p: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "p is in 0..1"
        )]
        let step = (p * STEPS as f64) as u32 as usize;
        let is_passed = |at: usize| self.nodes.get(at).is_some_and(|node| node.p <= p);
        let mut at = self.guide.get(step).map_or(0, |node| usize::from(*node));
        // Most steps hold no node or one: that is looked at without a branch.
        at += usize::from(is_passed(at + 1));
        while is_passed(at + 1) {
            at += 1;
        }
        match (self.nodes.get(at), self.values.get(at)) {
            (Some(node), Some(value)) => value + node.slope * (p - node.p),
            _ => f64::NAN,
        }
    }
}

/// Shapes that are kept; where there are more, those that nothing draws with go.
const KEPT: usize = 1024;

/// Tables by shape.
type ByShape = BTreeMap<(u64, u64), Arc<QuantileTable>>;

/// The tables of the program, made once for each shape and shared by all that draw.
static TABLES: Mutex<ByShape> = Mutex::new(ByShape::new());

/// The table of the shape of `pert`, made where it is new.
pub fn shared(pert: &Pert) -> Arc<QuantileTable> {
    let shape = (pert.alpha.to_bits(), pert.beta.to_bits());
    let tables = || TABLES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(table) = tables().get(&shape) {
        return Arc::clone(table);
    }
    let table = Arc::new(QuantileTable::of(pert));
    let mut tables = tables();
    if tables.len() >= KEPT {
        tables.retain(|_, table| Arc::strong_count(table) > 1);
    }
    Arc::clone(tables.entry(shape).or_insert(table))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_exact_to_a_hundred_thousandth_of_the_range() {
        for mode in [0.0, 0.02, 0.2, 0.5, 0.77, 1.0] {
            let pert = Pert::new(0.0, mode, 1.0).unwrap();
            let table = QuantileTable::of(&pert);
            for step in 0..=4_000 {
                let p = (f64::from(step) + 0.37) / 4_001.0;
                let error = (table.quantile(p) - pert.quantile(p)).abs();
                assert!(error <= 1e-5, "mode {mode}, p {p}: {error}");
            }
            for p in [1e-12, 1e-7, 1e-4, 1.0 - 1e-4, 1.0 - 1e-7] {
                let error = (table.quantile(p) - pert.quantile(p)).abs();
                assert!(error <= 1e-5, "mode {mode}, p {p}: {error}");
            }
        }
    }

    #[test]
    fn quantiles_rise() {
        let table = QuantileTable::of(&Pert::new(0.0, 0.3, 1.0).unwrap());
        let values: Vec<f64> = (1..1_000)
            .map(|step| table.quantile(f64::from(step) / 1_000.0))
            .collect();
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
