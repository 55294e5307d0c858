//! Distributions of a factor with low, central and high values.

use super::special::{Beta, standard_quantile};
use crate::quantity::maths::{exp, ln};

/// PERT (λ = 4): a Beta between `low` and `high` with its peak at `mode`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pert {
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// `α = 1 + 4 (mode − low) / (high − low)`.
    pub alpha: f64,
    /// `β = 1 + 4 (high − mode) / (high − low)`.
    pub beta: f64,
}

impl Pert {
    /// The distribution; `None` unless low ≤ mode ≤ high and low < high, all finite.
    pub fn new(low: f64, mode: f64, high: f64) -> Option<Self> {
        let width = high - low;
        let fits = low <= mode && mode <= high && width > 0.0 && width.is_finite();
        fits.then(|| Self {
            low,
            high,
            alpha: 1.0 + 4.0 * (mode - low) / width,
            beta: 1.0 + 4.0 * (high - mode) / width,
        })
    }

    /// `(low + 4 mode + high) / 6`.
    pub fn mean(&self) -> f64 {
        self.low + (self.high - self.low) * self.alpha / (self.alpha + self.beta)
    }

    /// Variance of the scaled Beta.
    pub fn variance(&self) -> f64 {
        let sum = self.alpha + self.beta;
        let width = self.high - self.low;
        width * width * self.alpha * self.beta / (sum * sum * (sum + 1.0))
    }

    /// The value that the share `p` stays under.
    pub fn quantile(&self, p: f64) -> f64 {
        let unit = Beta::new(self.alpha, self.beta).quantile(p);
        self.low + (self.high - self.low) * unit
    }
}

/// Lognormal: the logarithm is normal with mean `mu` and deviation `sigma`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lognormal {
    /// Mean of the logarithm.
    pub mu: f64,
    /// Deviation of the logarithm.
    pub sigma: f64,
}

impl Lognormal {
    /// The lognormal with these 5 % and 95 % points; `None` unless 0 < p05 < p95, both finite.
    pub fn from_p05_p95(p05: f64, p95: f64) -> Option<Self> {
        let fits = p05 > 0.0 && p05 < p95 && p95.is_finite();
        let z95 = standard_quantile(0.95);
        fits.then(|| Self {
            mu: f64::midpoint(ln(p05), ln(p95)),
            sigma: (ln(p95) - ln(p05)) / (2.0 * z95),
        })
    }

    /// The middle value.
    pub fn median(&self) -> f64 {
        exp(self.mu)
    }

    /// The mean value.
    pub fn mean(&self) -> f64 {
        exp(self.mu + self.sigma * self.sigma / 2.0)
    }

    /// The value that the share `p` stays under.
    pub fn quantile(&self, p: f64) -> f64 {
        exp(self.mu + self.sigma * standard_quantile(p))
    }
}
