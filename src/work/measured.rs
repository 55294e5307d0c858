//! A factor from one's own counts: hours of work over what was done in them, with the range that the samples give.
//!
//! `R = Σh / Σx`, `h = people · minutes/60 · days`; between `n` samples `s² = Σ(h − R·x)² / (n − 1)`, the standard error of
//! the ratio over the ratio is `c = s / (√n · x̄ · R)`, and the range in which the true mean lies in nine of ten such
//! studies is `R·exp(−t·c)` to `R·exp(t·c)` with Student's t of `n − 1` degrees (ratio estimator: Cochran, Sampling
//! Techniques, 3rd ed. 1977, ch. 6; its logarithm keeps the low end above zero).
//!
//! Invariant: a study without spread has no range: one sample, or samples that are all alike, never make a figure exact.

use crate::quantity::maths::exp;

/// One sample: so much was done, by so many people, in so long.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// Pieces, trims or kilograms.
    pub count: f64,
    /// People at work at the same time.
    pub people: f64,
    /// Minutes that each of them worked a day.
    pub minutes: f64,
    /// Days.
    pub days: f64,
}

impl Sample {
    /// Hours of work in it.
    pub fn hours(&self) -> f64 {
        self.people * self.minutes * self.days / 60.0
    }

    /// The first field that is no number above zero.
    fn wrong(&self) -> Option<Field> {
        let fields = [self.count, self.people, self.minutes, self.days];
        let known = Field::ALL.into_iter().zip(fields);
        let mut wrong = known.filter(|(_, value)| !(value.is_finite() && *value > 0.0));
        wrong.next().map(|(field, _)| field)
    }
}

/// A field of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Pieces, trims or kilograms.
    Count,
    /// People.
    People,
    /// Minutes a day.
    Minutes,
    /// Days.
    Days,
}

impl Field {
    /// All fields in the order of a row.
    pub const ALL: [Self; 4] = [Self::Count, Self::People, Self::Minutes, Self::Days];
}

/// What a factor counts hours over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Per {
    /// Hours a piece.
    Piece,
    /// Minutes a trim.
    Trim,
    /// Hours a kilogram.
    Kilogram,
    /// Full-time equivalents per 1000 t: hours a kilogram · 10⁶ / hours a year of one.
    Kilotonne {
        /// Hours a year of one full-time equivalent.
        hours_per_fte: f64,
    },
    /// Hours a piece over its making minutes as hours.
    Making {
        /// Making minutes of a piece.
        minutes: f64,
    },
}

impl Per {
    /// The factor where one hour does one unit.
    fn scale(self) -> f64 {
        match self {
            Self::Piece | Self::Kilogram => 1.0,
            Self::Trim => 60.0,
            Self::Kilotonne { hours_per_fte } => 1e6 / hours_per_fte,
            Self::Making { minutes } => 60.0 / minutes,
        }
    }
}

/// What a study says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// In the unit of the factor.
    pub value: f64,
    /// In which the mean lies in nine of ten such studies; none without spread.
    pub range: Option<(f64, f64)>,
    /// Samples.
    pub n: usize,
    /// What was done in all of them.
    pub count: f64,
    /// Hours of work in all of them.
    pub hours: f64,
    /// Standard deviation between samples over the mean; 0 for one sample.
    pub spread: f64,
}

/// Why a study says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureError {
    /// There is no sample.
    NoSample,
    /// A field is no number above zero.
    Field {
        /// The sample, counted from 0.
        sample: usize,
        /// The field.
        field: Field,
    },
    /// The numbers are too large or too small to be reckoned with.
    OutOfReach,
}

/// Student's t that is exceeded once in twenty, by degrees of freedom from 1 on.
const T: [f64; 30] = [
    6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753,
    1.746, 1.740, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697,
];

/// The factor that `samples` give.
pub fn measure(samples: &[Sample], per: Per) -> Result<Measured, MeasureError> {
    for (sample, each) in samples.iter().enumerate() {
        if let Some(field) = each.wrong() {
            return Err(MeasureError::Field { sample, field });
        }
    }
    if samples.is_empty() {
        return Err(MeasureError::NoSample);
    }
    let n = samples.len();
    let count: f64 = samples.iter().map(|sample| sample.count).sum();
    let hours: f64 = samples.iter().map(Sample::hours).sum();
    let ratio = hours / count;
    let value = ratio * per.scale();
    let spread = spread(samples, ratio);
    let range = range(value, spread, n);
    let ends = range.unwrap_or((value, value));
    let is_sound = [value, ends.0, ends.1, spread]
        .iter()
        .all(|number| number.is_finite())
        && ends.0 > 0.0;
    if !is_sound {
        return Err(MeasureError::OutOfReach);
    }
    Ok(Measured {
        value,
        range,
        n,
        count,
        hours,
        spread,
    })
}

/// `s / (x̄ · R)`.
fn spread(samples: &[Sample], ratio: f64) -> f64 {
    let n = number(samples.len());
    if samples.len() < 2 {
        return 0.0;
    }
    let off = |sample: &Sample| (sample.hours() - ratio * sample.count).powi(2);
    let squares: f64 = samples.iter().map(off).sum();
    let mean = samples.iter().map(|sample| sample.count).sum::<f64>() / n;
    (squares / (n - 1.0)).sqrt() / (mean * ratio)
}

fn range(value: f64, spread: f64, n: usize) -> Option<(f64, f64)> {
    // What rounding leaves of samples that are all alike is no spread.
    if spread < 1e-9 {
        return None;
    }
    let t = n.checked_sub(2).and_then(|at| T.get(at).or(T.last()))?;
    let reach = exp(t * spread / number(n).sqrt());
    Some((value / reach, value * reach))
}

fn number(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(count: f64, people: f64, minutes: f64, days: f64) -> Sample {
        Sample {
            count,
            people,
            minutes,
            days,
        }
    }

    #[test]
    fn hours_over_pieces() {
        let samples = [
            sample(10.0, 1.0, 300.0, 1.0),
            sample(20.0, 2.0, 300.0, 1.0),
            sample(10.0, 1.0, 360.0, 1.0),
        ];
        let found = measure(&samples, Per::Piece).unwrap();
        assert!((found.value - 21.0 / 40.0).abs() < 1e-12);
        assert_eq!((found.n, found.count), (3, 40.0));
        // h − R·x: −0.25, −0.5, 0.75; s² = 0.875/2, x̄ = 40/3, c = s / (√3 · x̄ · R), t = 2.920.
        let c = 0.4375_f64.sqrt() / (3.0_f64.sqrt() * 40.0 / 3.0 * 0.525);
        let (low, high) = found.range.unwrap();
        assert!((low - 0.525 * exp(-2.920 * c)).abs() < 1e-12);
        assert!((high - 0.525 * exp(2.920 * c)).abs() < 1e-12);
    }

    #[test]
    fn units_of_factors() {
        let day = [sample(1000.0, 2.0, 480.0, 5.0)];
        let value = |per| measure(&day, per).unwrap().value;
        assert!((value(Per::Kilogram) - 0.08).abs() < 1e-12);
        let fte = value(Per::Kilotonne {
            hours_per_fte: 2400.0,
        });
        assert!((fte - 0.08e6 / 2400.0).abs() < 1e-9);
        assert!((value(Per::Trim) - 4.8).abs() < 1e-12);
        assert!((value(Per::Making { minutes: 4.0 }) - 1.2).abs() < 1e-12);
    }

    #[test]
    fn one_sample_or_samples_alike_have_no_range() {
        let one = sample(7.0, 3.0, 11.0, 1.0);
        for n in 1..40 {
            let found = measure(&vec![one; n], Per::Piece).unwrap();
            assert_eq!(found.range, None, "{n}");
        }
    }

    #[test]
    fn more_samples_of_the_same_spread_narrow_the_range() {
        let pair = [sample(10.0, 1.0, 50.0, 1.0), sample(10.0, 1.0, 70.0, 1.0)];
        let width = |times: usize| {
            let found = measure(&pair.repeat(times), Per::Piece).unwrap();
            let (low, high) = found.range.unwrap();
            assert!(low < found.value && found.value < high);
            high / low
        };
        let widths: Vec<f64> = (1..40).map(width).collect();
        assert!(widths.is_sorted_by(|a, b| a > b), "{widths:?}");
    }

    #[test]
    fn what_is_no_number_above_zero_is_named() {
        assert_eq!(measure(&[], Per::Piece), Err(MeasureError::NoSample));
        let good = sample(1.0, 1.0, 1.0, 1.0);
        for wrong in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let found = measure(&[good, sample(1.0, wrong, 1.0, 1.0)], Per::Piece);
            let field = Field::People;
            assert_eq!(found, Err(MeasureError::Field { sample: 1, field }));
        }
        let huge = [sample(1e-300, 1e300, 1.0, 1.0)];
        assert_eq!(measure(&huge, Per::Piece), Err(MeasureError::OutOfReach));
    }
}
