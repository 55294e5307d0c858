//! What a formula reckons with: one number, or the numbers of several draws side by side.
//!
//! Formulas are written once, over [`Number`]. Every operation acts on each lane by itself, in the order in which it is
//! written and without fused steps, so that a draw has the same digits alone and among others, on every machine.

use std::fmt::Debug;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A number of a formula.
pub trait Number:
    Copy
    + Debug
    + Default
    + PartialEq
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
    + Sum
{
    /// Nothing.
    const ZERO: Self;
    /// One.
    const ONE: Self;
    /// How many draws stand side by side.
    const WIDTH: usize;

    /// `value` in every lane.
    fn of(value: f64) -> Self;

    /// What `value` gives for each lane, counted from 0.
    fn each(value: impl FnMut(usize) -> f64) -> Self;

    /// The number in lane `at`; not a number beyond the last.
    fn lane(self, at: usize) -> f64;

    /// `change` of each lane.
    #[must_use]
    fn map(self, change: impl Fn(f64) -> f64) -> Self;

    /// `yes` in the lanes where this is above `limit`, else `no`.
    #[must_use]
    fn if_above(self, limit: f64, yes: Self, no: Self) -> Self;

    /// `yes` in the lanes where this is at least `other`, else `no`.
    #[must_use]
    fn if_reaches(self, other: Self, yes: Self, no: Self) -> Self;

    /// `yes` in the lanes where this is 0, else `no`.
    #[must_use]
    fn if_zero(self, yes: Self, no: Self) -> Self;

    /// True where every lane is below `limit`.
    fn all_below(self, limit: f64) -> bool;

    /// The size without the sign.
    #[inline]
    #[must_use]
    fn abs(self) -> Self {
        self.map(f64::abs)
    }

    /// The square root.
    #[inline]
    #[must_use]
    fn sqrt(self) -> Self {
        self.map(f64::sqrt)
    }

    /// The larger of this and `other`.
    #[must_use]
    fn max(self, other: Self) -> Self;

    /// The smaller of this and `other`.
    #[must_use]
    fn min(self, other: Self) -> Self;
}

impl Number for f64 {
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;
    const WIDTH: usize = 1;

    #[inline]
    fn of(value: f64) -> Self {
        value
    }

    #[inline]
    fn each(mut value: impl FnMut(usize) -> f64) -> Self {
        value(0)
    }

    #[inline]
    fn lane(self, at: usize) -> f64 {
        if at == 0 { self } else { Self::NAN }
    }

    #[inline]
    fn map(self, change: impl Fn(f64) -> f64) -> Self {
        change(self)
    }

    #[inline]
    fn if_above(self, limit: f64, yes: Self, no: Self) -> Self {
        if self > limit { yes } else { no }
    }

    #[inline]
    fn if_reaches(self, other: Self, yes: Self, no: Self) -> Self {
        if self >= other { yes } else { no }
    }

    #[inline]
    fn if_zero(self, yes: Self, no: Self) -> Self {
        if self == 0.0 { yes } else { no }
    }

    #[inline]
    fn all_below(self, limit: f64) -> bool {
        self < limit
    }

    #[inline]
    fn max(self, other: Self) -> Self {
        Self::max(self, other)
    }

    #[inline]
    fn min(self, other: Self) -> Self {
        Self::min(self, other)
    }
}

/// How many draws [`Lanes`] holds.
const LANES: usize = 8;

/// The numbers of eight draws side by side; the compiler puts them into the wide registers that the machine has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lanes([f64; LANES]);

impl Default for Lanes {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Lanes {
    /// `combine` of each lane of this and `other`.
    #[inline]
    fn with(mut self, other: Self, combine: impl Fn(f64, f64) -> f64) -> Self {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own = combine(*own, other);
        }
        self
    }

    /// `combine` of each lane of this, `a` and `b`.
    #[inline]
    fn among(mut self, a: Self, b: Self, combine: impl Fn(f64, f64, f64) -> f64) -> Self {
        for ((own, a), b) in self.0.iter_mut().zip(a.0).zip(b.0) {
            *own = combine(*own, a, b);
        }
        self
    }
}

impl Lanes {
    /// The numbers of the draws, in their order.
    #[inline]
    pub const fn values(&self) -> &[f64; LANES] {
        &self.0
    }

    /// Puts `value` into the lane `at`.
    pub fn set(&mut self, at: usize, value: f64) {
        if let Some(lane) = self.0.get_mut(at) {
            *lane = value;
        }
    }
}

impl Add for Lanes {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        self.with(other, |a, b| a + b)
    }
}

impl Sub for Lanes {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        self.with(other, |a, b| a - b)
    }
}

impl Mul for Lanes {
    type Output = Self;
    #[inline]
    fn mul(self, other: Self) -> Self {
        self.with(other, |a, b| a * b)
    }
}

impl Div for Lanes {
    type Output = Self;
    #[inline]
    fn div(self, other: Self) -> Self {
        self.with(other, |a, b| a / b)
    }
}

impl Neg for Lanes {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        self.map(|a| -a)
    }
}

impl AddAssign for Lanes {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Lanes {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Lanes {
    /// As the standard library sums plain numbers: from −0 on.
    #[inline]
    fn sum<I: Iterator<Item = Self>>(terms: I) -> Self {
        terms.fold(Self::of(-0.0), |sum, term| sum + term)
    }
}

impl Number for Lanes {
    const ZERO: Self = Self([0.0; LANES]);
    const ONE: Self = Self([1.0; LANES]);
    const WIDTH: usize = LANES;

    #[inline]
    fn of(value: f64) -> Self {
        Self([value; LANES])
    }

    #[inline]
    fn each(value: impl FnMut(usize) -> f64) -> Self {
        Self(std::array::from_fn(value))
    }

    #[inline]
    fn lane(self, at: usize) -> f64 {
        self.0.get(at).copied().unwrap_or(f64::NAN)
    }

    #[inline]
    fn map(mut self, change: impl Fn(f64) -> f64) -> Self {
        for own in &mut self.0 {
            *own = change(*own);
        }
        self
    }

    #[inline]
    fn if_above(self, limit: f64, yes: Self, no: Self) -> Self {
        self.among(yes, no, |own, yes, no| if own > limit { yes } else { no })
    }

    #[inline]
    fn if_reaches(self, other: Self, yes: Self, no: Self) -> Self {
        let mut chosen = no;
        let choices = chosen.0.iter_mut().zip(yes.0);
        for ((chosen, yes), (own, other)) in choices.zip(self.0.into_iter().zip(other.0)) {
            *chosen = if own >= other { yes } else { *chosen };
        }
        chosen
    }

    #[inline]
    fn if_zero(self, yes: Self, no: Self) -> Self {
        self.among(yes, no, |own, yes, no| if own == 0.0 { yes } else { no })
    }

    #[inline]
    fn all_below(self, limit: f64) -> bool {
        self.0.iter().all(|own| *own < limit)
    }

    #[inline]
    fn max(self, other: Self) -> Self {
        self.with(other, f64::max)
    }

    #[inline]
    fn min(self, other: Self) -> Self {
        self.with(other, f64::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted() -> Lanes {
        Lanes::each(|at| at as f64 - 3.0)
    }

    #[test]
    fn each_lane_reckons_as_a_number_alone() {
        let (a, b) = (counted(), Lanes::each(|at| 1.0 / (at as f64 + 1.0)));
        let reckon = |a: f64, b: f64| {
            let plain = Number::if_above(a, 0.0, a * b, -a / b) + Number::if_zero(a, b, a - b);
            plain + Number::if_reaches(a, b, a, b).abs().sqrt() + a.max(b) * a.min(b)
        };
        let many = a.if_above(0.0, a * b, -a / b) + a.if_zero(b, a - b);
        let many = many + a.if_reaches(b, a, b).abs().sqrt() + a.max(b) * a.min(b);
        for at in 0..Lanes::WIDTH {
            let alone = reckon(a.lane(at), b.lane(at));
            assert_eq!(many.lane(at).to_bits(), alone.to_bits(), "lane {at}");
        }
        assert!(a.lane(Lanes::WIDTH).is_nan());
    }

    #[test]
    fn sums_and_limits_are_those_of_numbers_alone() {
        let none: Lanes = std::iter::empty().sum();
        let alone: f64 = std::iter::empty::<f64>().sum();
        assert_eq!(none.lane(0).to_bits(), alone.to_bits());
        assert!(counted().all_below(4.5) && !counted().all_below(4.0));
        assert!(!Lanes::of(f64::NAN).all_below(1.0));
    }
}
