//! Lifetime: expected uses of the item and of the material, wears, and garments avoided.

use crate::quantity::Number;
use crate::quantity::maths::pow;

/// Visits of one use stage with its service.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UseVisits<N = f64> {
    /// Visits in the first life.
    pub first: N,
    /// Visits in later lives.
    pub later: N,
    /// Wears per visit in the first life.
    pub service_first: N,
    /// Wears per visit in later lives.
    pub service_later: N,
}

/// How long a piece lives.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Lifetime<N = f64> {
    /// Expected lives of the item, `Σ visits of use stages`.
    pub item_uses: N,
    /// Expected wears over all lives.
    pub wears: N,
}

/// The lifetime over the visits of all use stages.
pub fn lifetime<N: Number>(uses: impl IntoIterator<Item = UseVisits<N>>) -> Lifetime<N> {
    uses.into_iter()
        .fold(Lifetime::default(), |sum, visits| Lifetime {
            item_uses: sum.item_uses + visits.first + visits.later,
            wears: sum.wears + visits.first * visits.service_first + visits.later * visits.service_later,
        })
}

/// Standard deviation from the mean and the mean square, `√(S − E²)`; rounding below 0 is 0.
pub fn deviation<N: Number>(mean: N, mean_square: N) -> N {
    (mean_square - mean * mean).max(N::ZERO).sqrt()
}

/// Expected uses of the material, `item uses / (1 − recycled − reused as component)`; without end where all comes back.
pub fn material_uses<N: Number>(item_uses: N, recycled: N, reused: N) -> N {
    let lost = N::ONE - recycled - reused;
    lost.if_above(1e-12, item_uses / lost, N::of(f64::INFINITY))
}

/// Lives of a garment of which the share `back` comes back to use, at most `max_lives` (`None`: no cap).
///
/// `(1 − backᵏ)/(1 − back)`, without a cap `1/(1 − back)`; `None` where everything comes back without a cap.
pub fn lives(back: f64, max_lives: Option<u32>) -> Option<f64> {
    match max_lives {
        Some(lives) if back >= 1.0 => Some(f64::from(lives)),
        Some(lives) => Some((1.0 - pow(back, f64::from(lives))) / (1.0 - back)),
        None if back >= 1.0 => None,
        None => Some(1.0 / (1.0 - back)),
    }
}

/// Grams per 100 wears of a `kg` mass over `wears`; not a number where nothing is worn.
pub fn grams_per_100_wears<N: Number>(kg: N, wears: N) -> N {
    wears.if_above(0.0, kg / wears * N::of(1e5), N::of(f64::NAN))
}
