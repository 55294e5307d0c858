//! Distributions of a factor with low, central and high values.

use statrs::distribution::{Beta, Continuous, ContinuousCDF, Normal};
use statrs::function::beta::ln_beta;

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
        let unit = Beta::new(self.alpha, self.beta).map_or(f64::NAN, |beta| polished(&beta, p));
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
            mu: f64::midpoint(p05.ln(), p95.ln()),
            sigma: (p95.ln() - p05.ln()) / (2.0 * z95),
        })
    }

    /// The middle value.
    pub fn median(&self) -> f64 {
        self.mu.exp()
    }

    /// The mean value.
    pub fn mean(&self) -> f64 {
        (self.mu + self.sigma * self.sigma / 2.0).exp()
    }

    /// The value that the share `p` stays under.
    pub fn quantile(&self, p: f64) -> f64 {
        (self.mu + self.sigma * standard_quantile(p)).exp()
    }
}

/// Below this share the quantile is found from the tail, where bisection from the middle finds nothing.
const TAIL: f64 = 1e-9;

/// The library's quantile, which is found by bisection, made exact; in the tails from their own start.
fn polished(beta: &Beta, p: f64) -> f64 {
    let (a, b) = (beta.shape_a(), beta.shape_b());
    if p < TAIL {
        return exact(beta, tail(a, b, p), p);
    }
    match Beta::new(b, a) {
        Ok(mirrored) if 1.0 - p < TAIL => 1.0 - exact(&mirrored, tail(b, a, 1.0 - p), 1.0 - p),
        _ => exact(beta, beta.inverse_cdf(p), p),
    }
}

/// The quantile by steps of Newton from `x`, which is close.
fn exact(beta: &Beta, mut x: f64, p: f64) -> f64 {
    for _ in 0..3 {
        let step = (beta.cdf(x) - p) / beta.pdf(x);
        if step.is_finite() {
            x = (x - step).clamp(0.0, 1.0);
        }
    }
    x
}

/// The quantile of a Beta near its low end: the distribution is `xᵃ / (a B(a, b)) · (1 − a (b − 1) x / (a + 1) + …)`
/// there, solved for `x` by repeating the step until it stands.
fn tail(a: f64, b: f64, p: f64) -> f64 {
    let first = ((p.ln() + a.ln() + ln_beta(a, b)) / a).exp();
    let mut x = first;
    for _ in 0..50 {
        let bend = 1.0 - a * (b - 1.0) * x / (a + 1.0);
        x = first / bend.max(0.5).powf(1.0 / a);
    }
    x.clamp(0.0, 1.0)
}

fn standard_quantile(p: f64) -> f64 {
    Normal::standard().inverse_cdf(p)
}
