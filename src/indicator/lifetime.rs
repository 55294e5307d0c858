//! Lifetime: expected uses of the item and of the material, wears, and garments avoided.

use crate::quantity::maths::pow;

/// Visits of one use stage with its service.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UseVisits {
    /// Visits in the first life.
    pub first: f64,
    /// Visits in later lives.
    pub later: f64,
    /// Wears per visit in the first life.
    pub service_first: f64,
    /// Wears per visit in later lives.
    pub service_later: f64,
}

/// How long a piece lives.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Lifetime {
    /// Expected lives of the item, `Σ visits of use stages`.
    pub item_uses: f64,
    /// Expected wears over all lives.
    pub wears: f64,
}

/// The lifetime over the visits of all use stages.
pub fn lifetime(uses: impl IntoIterator<Item = UseVisits>) -> Lifetime {
    uses.into_iter()
        .fold(Lifetime::default(), |sum, visits| Lifetime {
            item_uses: sum.item_uses + visits.first + visits.later,
            wears: sum.wears + visits.first * visits.service_first + visits.later * visits.service_later,
        })
}

/// Standard deviation from the mean and the mean square, `√(S − E²)`; rounding below 0 is 0.
pub fn deviation(mean: f64, mean_square: f64) -> f64 {
    (mean_square - mean * mean).max(0.0).sqrt()
}

/// Expected uses of the material, `item uses / (1 − recycled − reused as component)`; `None` where all comes back.
pub fn material_uses(item_uses: f64, recycled: f64, reused: f64) -> Option<f64> {
    let lost = 1.0 - recycled - reused;
    (lost > 1e-12).then(|| item_uses / lost)
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
pub fn grams_per_100_wears(kg: f64, wears: f64) -> f64 {
    if wears > 0.0 { kg / wears * 1e5 } else { f64::NAN }
}
