//! Whether the figures of a pathway can be: each finite and in its range, each sum whole, no mass lost on the way.
//!
//! Invariant: a pathway without a misfit here has no figure that is absurd in itself; what is odd about its input is
//! said by notices.

use super::{PathwayFigures, ProductFigures};
use crate::model::StageId;
use crate::quantity::Quantity;

/// How far sums of shares may be from 1.
const SUM: f64 = 1e-9;

/// Visits of one stage by one piece from which on a circle is one that hardly anything leaves: as many as the most lives
/// that a file may ask for. Shares that are nearly 1 then lose the digits that the figures hang on.
const MOST_VISITS: f64 = 1_000.0;

/// A figure that cannot be.
#[derive(Debug, Clone, PartialEq)]
pub enum Misfit {
    /// A stage that a piece passes so often; the other figures follow from it.
    Endless(StageId, f64),
    /// Mass of one piece, kg, that comes to no end or to one twice.
    Residual(f64),
    /// A figure, by its key in JSON, that is not finite or out of its range.
    Figure(&'static str, f64),
}

/// What cannot be among the figures of a pathway that has an answer, the residual of the mass first.
pub fn misfits(pathway: &PathwayFigures, product: &ProductFigures) -> Vec<Misfit> {
    if pathway.error.is_some() || product.mass_kg <= 0.0 {
        return Vec::new();
    }
    if let Some(endless) = endless(pathway) {
        return vec![endless];
    }
    let mut found = Vec::new();
    let is_balanced = pathway.imbalance_kg <= pathway.tolerance_kg;
    if !is_balanced {
        found.push(Misfit::Residual(pathway.imbalance_kg));
    }
    let shares = shares(pathway);
    let amounts = amounts(pathway);
    let outside = |(key, value, quantity): &(&'static str, f64, Quantity)| {
        let low = if *value < 0.0 && *value > -SUM {
            0.0
        } else {
            *value
        };
        let near = if *quantity == Quantity::Share && low > 1.0 && low < 1.0 + SUM {
            1.0
        } else {
            low
        };
        (!quantity.holds(near)).then_some(Misfit::Figure(key, *value))
    };
    found.extend(shares.iter().chain(&amounts).filter_map(outside));
    let sums = [
        (
            "outflow",
            pathway.circularity.outflow.shares().iter().sum::<f64>(),
        ),
        ("inflow", pathway.circularity.inflow.shares().iter().sum::<f64>()),
    ];
    let is_whole = |(_, sum): &(&str, f64)| (sum - 1.0).abs() <= SUM;
    found.extend(
        sums.into_iter()
            .filter(|one| !is_whole(one))
            .map(|(key, sum)| Misfit::Figure(key, sum)),
    );
    let any = [
        ("garments_avoided_per_piece", pathway.circularity.garments_avoided),
        ("net_h_per_1000", pathway.totals.net()),
    ];
    let finite = |(_, value): &(&str, f64)| value.is_finite();
    found.extend(
        any.into_iter()
            .filter(|one| !finite(one))
            .map(|(key, value)| Misfit::Figure(key, value)),
    );
    found
}

/// The stage that a piece passes most often, where it hardly gets away from it.
fn endless(pathway: &PathwayFigures) -> Option<Misfit> {
    let visited = pathway.stages.iter().filter_map(|at| Some((at, at.visits?)));
    let (most, visits) = visited.max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    let last_digits = MOST_VISITS * (1.0 + SUM);
    (visits > last_digits).then(|| Misfit::Endless(most.stage.clone(), visits))
}

type Figure = (&'static str, f64, Quantity);

fn shares(pathway: &PathwayFigures) -> Vec<Figure> {
    let circularity = &pathway.circularity;
    let share = |key| move |value: f64| (key, value, Quantity::Share);
    let outflow = circularity.outflow.shares().into_iter().map(share("outflow"));
    let inflow = circularity.inflow.shares().into_iter().map(share("inflow"));
    let alone = [
        ("mci", circularity.mci.mci),
        ("material_circularity", circularity.material_circularity),
        ("closed_loop_share", circularity.closed_loop_share),
    ];
    let alone = alone
        .into_iter()
        .map(|(key, value)| (key, value, Quantity::Share));
    outflow.chain(inflow).chain(alone).collect()
}

fn amounts(pathway: &PathwayFigures) -> Vec<Figure> {
    let circularity = &pathway.circularity;
    let mut amounts = vec![
        ("v_kg", circularity.mci.v),
        ("w_kg", circularity.mci.w),
        ("item_uses", circularity.item_uses),
        ("wears", circularity.wears),
        ("gross_h_per_1000", pathway.totals.gross),
        ("gained_h_per_1000", pathway.totals.gained),
        ("lost_h_per_1000", pathway.totals.lost),
    ];
    if circularity.wears > 0.0 {
        amounts.push(("v_g_per_100_wears", circularity.v_g_per_100_wears));
        amounts.push(("w_g_per_100_wears", circularity.w_g_per_100_wears));
    }
    amounts.extend(pathway.ends.iter().map(|end| ("ends", end.kg)));
    amounts.extend(pathway.stages.iter().map(|stage| ("stages", stage.kg)));
    amounts.extend(pathway.flows.iter().map(|flow| ("flows", flow.kg)));
    amounts
        .into_iter()
        .map(|(key, value)| (key, value, Quantity::Amount))
        .collect()
}
