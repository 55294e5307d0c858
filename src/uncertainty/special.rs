//! The distributions behind the draws: the Beta of PERT and the standard normal, the same to the last bit everywhere.

use crate::quantity::maths::{exp, ln, ln_1p, ln_gamma, pow};

/// The Beta distribution on 0..1, both shapes above 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Beta {
    a: f64,
    b: f64,
    /// `ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b)`.
    logarithm: f64,
}

/// Below this share the quantile is found from the tail, where halving from the middle finds nothing.
const TAIL: f64 = 1e-9;

/// Terms of the continued fraction at most; shapes of PERT need fewer than 50.
const TERMS: u32 = 300;

/// Stands in for 0 where the continued fraction would divide by it.
const TINY: f64 = 1e-300;

impl Beta {
    /// The distribution of these shapes.
    pub fn new(a: f64, b: f64) -> Self {
        Self {
            a,
            b,
            logarithm: ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b),
        }
    }

    /// The share that lies under `x`: `xᵃ (1 − x)ᵇ / (a B(a, b))` times a continued fraction.
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return 0.0;
        }
        if x >= 1.0 {
            return 1.0;
        }
        let front = exp(self.a * ln(x) + self.b * ln_1p(-x) - self.logarithm);
        if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            front * fraction(self.a, self.b, x) / self.a
        } else {
            1.0 - front * fraction(self.b, self.a, 1.0 - x) / self.b
        }
    }

    /// How dense it is at `x`.
    fn pdf(&self, x: f64) -> f64 {
        let power = |shape: f64, logarithm: f64| match shape - 1.0 {
            0.0 => 0.0,
            exponent => exponent * logarithm,
        };
        exp(power(self.a, ln(x)) + power(self.b, ln_1p(-x)) - self.logarithm)
    }

    /// The value that the share `p` stays under; the ends where `p` is not between 0 and 1.
    pub fn quantile(&self, p: f64) -> f64 {
        if p <= 0.0 || p >= 1.0 {
            return p.clamp(0.0, 1.0);
        }
        if p < TAIL {
            return self.exact(self.tail(p), p);
        }
        if 1.0 - p < TAIL {
            let mirrored = Self::new(self.b, self.a);
            return 1.0 - mirrored.exact(mirrored.tail(1.0 - p), 1.0 - p);
        }
        self.exact(self.halved(p), p)
    }

    /// The quantile by halving, to a few parts in 10⁹.
    fn halved(&self, p: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..30 {
            let middle = f64::midpoint(low, high);
            if self.cdf(middle) < p {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }

    /// The quantile by steps of Newton from `x`, which is close.
    fn exact(&self, mut x: f64, p: f64) -> f64 {
        for _ in 0..4 {
            let step = (self.cdf(x) - p) / self.pdf(x);
            if step.is_finite() {
                x = (x - step).clamp(0.0, 1.0);
            }
        }
        x
    }

    /// The quantile near the low end: the distribution is `xᵃ / (a B(a, b)) · (1 − a (b − 1) x / (a + 1) + …)` there,
    /// solved for `x` by repeating the step until it stands.
    fn tail(&self, p: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        let first = exp((ln(p) + ln(a) + self.logarithm) / a);
        let mut x = first;
        for _ in 0..50 {
            let bend: f64 = 1.0 - a * (b - 1.0) * x / (a + 1.0);
            x = first / pow(bend.max(0.5), 1.0 / a);
        }
        x.clamp(0.0, 1.0)
    }
}

/// The continued fraction of the incomplete Beta function, by Lentz's method; converges for `x < (a + 1) / (a + b + 2)`.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut product = d;
    for term in 1..=TERMS {
        let m = f64::from(term);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for factor in [even, odd] {
            d = 1.0 / away(1.0 + factor * d);
            c = away(1.0 + factor / c);
            change = d * c;
            product *= change;
        }
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    product
}

/// Numerator of the normal quantile where `|p − 0.5| ≤ 0.425`; lowest power first, as all of these.
const MIDDLE: [f64; 8] = [
    3.387_132_872_796_366_5,
    133.141_667_891_784_38,
    1_971.590_950_306_551_3,
    13_731.693_765_509_46,
    45_921.953_931_549_87,
    67_265.770_927_008_7,
    33_430.575_583_588_13,
    2_509.080_928_730_122_7,
];
/// Denominator of the same.
const MIDDLE_UNDER: [f64; 8] = [
    1.0,
    42.313_330_701_600_91,
    687.187_007_492_057_9,
    5_394.196_021_424_751,
    21_213.794_301_586_597,
    39_307.895_800_092_71,
    28_729.085_735_721_943,
    5_226.495_278_852_854,
];
/// Numerator further out, down to a tail of about 10⁻¹¹.
const SIDE: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    0.241_780_725_177_450_6,
    0.022_723_844_989_269_184,
    0.000_774_545_014_278_341_4,
];
/// Denominator of the same.
const SIDE_UNDER: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    0.689_767_334_985_1,
    0.148_103_976_427_480_08,
    0.015_198_666_563_616_457,
    0.000_547_593_808_499_534_5,
    1.050_750_071_644_416_9e-9,
];
/// Numerator beyond.
const FAR: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    0.296_560_571_828_504_87,
    0.026_532_189_526_576_124,
    0.001_242_660_947_388_078_4,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
/// Denominator of the same.
const FAR_UNDER: [f64; 8] = [
    1.0,
    0.599_832_206_555_888,
    0.136_929_880_922_735_8,
    0.014_875_361_290_850_615,
    0.000_786_869_131_145_613_3,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_7e-15,
];

/// The quantile of the standard normal distribution, to 1e-15 of itself; infinite at 0 and 1.
///
/// Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477–484: ratios of polynomials of degree 7.
pub(super) fn standard_quantile(p: f64) -> f64 {
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.180_625 - from_middle * from_middle;
        return from_middle * ratio(&MIDDLE, &MIDDLE_UNDER, r);
    }
    let tail = p.min(1.0 - p);
    if tail <= 0.0 {
        return f64::INFINITY.copysign(from_middle);
    }
    let r = (-ln(tail)).sqrt();
    let size = if r <= 5.0 {
        ratio(&SIDE, &SIDE_UNDER, r - 1.6)
    } else {
        ratio(&FAR, &FAR_UNDER, r - 5.0)
    };
    size.copysign(from_middle)
}

/// One polynomial over another.
fn ratio(over: &[f64; 8], under: &[f64; 8], x: f64) -> f64 {
    let sum = |factors: &[f64; 8]| factors.iter().rev().fold(0.0, |sum, factor| sum * x + factor);
    sum(over) / sum(under)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_whole_numbers_follow_the_binomial_sum() {
        for a in 1..=5_i32 {
            let beta = Beta::new(f64::from(a), f64::from(6 - a));
            for step in 0..=200 {
                let x = f64::from(step) / 200.0;
                let term = |j: i32, ways: f64| {
                    if j < a {
                        0.0
                    } else {
                        ways * x.powi(j) * (1.0 - x).powi(5 - j)
                    }
                };
                let ways = [1.0, 5.0, 10.0, 10.0, 5.0, 1.0];
                let sum: f64 = (0..).zip(ways).map(|(j, ways)| term(j, ways)).sum();
                assert!(
                    (beta.cdf(x) - sum).abs() <= 1e-14,
                    "{a} at {x}: {} and {sum}",
                    beta.cdf(x)
                );
            }
        }
    }

    #[test]
    fn other_shapes_hold_their_recurrence_and_their_mirror() {
        for mode in [0.01, 0.1, 0.37, 0.5, 0.77, 0.999] {
            let (a, b) = (1.0 + 4.0 * mode, 5.0 - 4.0 * mode);
            let (own, next, mirror) = (Beta::new(a, b), Beta::new(a + 1.0, b), Beta::new(b, a));
            for step in 1..200 {
                let x = f64::from(step) / 200.0;
                let between = exp(a * ln(x) + b * ln(1.0 - x) - own.logarithm) / a;
                assert!(
                    (own.cdf(x) - next.cdf(x) - between).abs() <= 1e-14,
                    "{mode} at {x}"
                );
                assert!(
                    (own.cdf(x) + mirror.cdf(1.0 - x) - 1.0).abs() <= 1e-14,
                    "{mode} at {x}"
                );
                let back = own.cdf(own.quantile(x));
                assert!((back - x).abs() <= 1e-14, "quantile of {mode} at {x}: {back}");
            }
        }
    }

    #[test]
    fn the_normal_quantile_is_where_the_error_function_puts_it() {
        let under = |z: f64| libm::erfc(-z / std::f64::consts::SQRT_2) / 2.0;
        let ps = (1..10_000).map(|step| f64::from(step) / 10_000.0);
        for p in ps.chain([1e-300, 1e-100, 1e-30, 1e-16, 1e-9]) {
            let z = standard_quantile(p);
            // An error in z is |z| times as large, relatively, in what lies under it.
            let most = 1e-15 * (4.0 + z * z);
            assert!((under(z) - p).abs() <= most * p, "{p}: {z} has {}", under(z));
        }
        assert!(standard_quantile(0.0).is_infinite() && standard_quantile(1.0).is_infinite());
    }
}
