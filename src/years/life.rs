//! How long a garment stays in a wardrobe: a Weibull distribution with the years of the product as its mean.
//!
//! `F(t) = 1 − exp(−(t/λ)ᵏ)`, `λ = mean / Γ(1 + 1/k)`. In whole years, counted from the middle of one to that of another:
//! `f(0) = F(½)`, `f(n) = F(n + ½) − F(n − ½)`.

use crate::quantity::maths::{exp, ln_gamma, pow};

/// The shape `k`: at 2 a garment is the likelier to be discarded the longer it was worn, in proportion to its age. Judged.
pub const SHAPE: f64 = 2.0;
/// The longest mean life, years.
pub const MOST_LIFE: f64 = 100.0;
/// Less than this share still worn is nobody.
const NOBODY: f64 = 1e-15;

/// The share of garments discarded in each year after the one in which they are sold, that one first; sums to 1.
///
/// `mean` years, above 0 and at most [`MOST_LIFE`]; a mean of 0 is discarded in the year of sale.
pub fn discarded_after(mean: f64) -> Vec<f64> {
    let scale = mean.clamp(0.0, MOST_LIFE) / exp(ln_gamma(1.0 + 1.0 / SHAPE));
    let worn = |years: f64| exp(-pow(years / scale, SHAPE));
    if scale.is_nan() || scale <= 0.0 {
        return vec![1.0];
    }
    let (mut shares, mut before, mut year) = (Vec::new(), 1.0, 0.5);
    while before > NOBODY {
        let after = worn(year);
        let after = if after > NOBODY { after } else { 0.0 };
        shares.push(before - after);
        (before, year) = (after, year + 1.0);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_discarded_once_and_at_the_mean() {
        for mean in [0.5, 2.0, 3.4, 12.0, 100.0] {
            let shares = discarded_after(mean);
            let sum: f64 = shares.iter().sum();
            assert!((sum - 1.0).abs() < 1e-12, "{sum}");
            let years = shares.iter().enumerate().map(|(year, share)| year as f64 * share);
            let found: f64 = years.sum();
            assert!(
                mean < 1.0 || (found - mean).abs() < 0.02 * mean,
                "{found} of {mean}"
            );
        }
        assert_eq!(discarded_after(0.0), [1.0]);
    }

    #[test]
    fn a_year_is_what_the_formula_gives_by_hand() {
        // Mean 2: λ = 2 / Γ(1.5) = 2 / 0.886227 = 2.256758; F(½) = 1 − exp(−0.0490874) = 0.0479020,
        // F(1½) = 1 − exp(−0.4417865) = 0.3571130.
        let shares = discarded_after(2.0);
        assert!((shares[0] - 0.047_902_1).abs() < 1e-6, "{}", shares[0]);
        assert!(
            (shares[1] - (0.357_113_2 - 0.047_902_1)).abs() < 1e-5,
            "{}",
            shares[1]
        );
    }
}
