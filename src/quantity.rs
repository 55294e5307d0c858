//! Checked quantities: a value of one of these types is finite and in its range, so formulas need no guards.

pub mod maths;
mod number;
mod range;

pub use number::{Lanes, Number};
pub use range::{Quantity, Range};

use std::fmt;

/// Why a number is not the quantity it was meant to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum QuantityError {
    /// Not a finite number.
    NotFinite,
    /// A share outside 0..=1.
    ShareRange(f64),
    /// A quantity that cannot be negative.
    Negative(f64),
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite => write!(f, "not a finite number"),
            Self::ShareRange(value) => write!(f, "a share must be from 0 to 1, found {value}"),
            Self::Negative(value) => write!(f, "must not be negative, found {value}"),
        }
    }
}

impl std::error::Error for QuantityError {}

/// A part of a whole, 0 to 1; never percent, never rounded.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Share(f64);

impl Share {
    /// Nothing of the whole.
    pub const ZERO: Self = Self(0.0);
    /// All of the whole.
    pub const ONE: Self = Self(1.0);

    /// The share `value`; an error outside 0..=1.
    pub fn new(value: f64) -> Result<Self, QuantityError> {
        if !value.is_finite() {
            Err(QuantityError::NotFinite)
        } else if (0.0..=1.0).contains(&value) {
            Ok(Self(value))
        } else {
            Err(QuantityError::ShareRange(value))
        }
    }

    /// The nearest share to `value`; for sums that rounding may carry past the ends, and for sliders.
    pub fn clamped(value: f64) -> Self {
        if value.is_nan() {
            Self::ZERO
        } else {
            Self(value.clamp(0.0, 1.0))
        }
    }

    /// The number, 0 to 1.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// What is left of the whole.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(1.0 - self.0)
    }

    /// True for exactly nothing.
    pub fn is_zero(self) -> bool {
        self.0 <= 0.0
    }
}

/// A finite quantity that is not negative, with its unit in the type's name.
macro_rules! non_negative {
    ($(#[$doc:meta])* $name:ident, $unit:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
        pub struct $name(f64);

        impl $name {
            #[doc = concat!("The quantity in ", $unit, "; an error when negative or not finite.")]
            pub fn new(value: f64) -> Result<Self, QuantityError> {
                if !value.is_finite() {
                    Err(QuantityError::NotFinite)
                } else if value < 0.0 {
                    Err(QuantityError::Negative(value))
                } else {
                    Ok(Self(value))
                }
            }

            #[doc = concat!("The number in ", $unit, ".")]
            pub const fn get(self) -> f64 {
                self.0
            }
        }
    };
}

non_negative!(
    /// A mass in kilograms.
    Mass,
    "kg"
);
non_negative!(
    /// A number of wears (nights for bed linen).
    Wears,
    "wears"
);
non_negative!(
    /// A number of pieces, as a yearly volume.
    Pieces,
    "pieces"
);

impl Mass {
    /// The mass in grams.
    pub fn grams(self) -> f64 {
        self.0 * 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn share_keeps_its_range() {
        assert_eq!(Share::new(1.5), Err(QuantityError::ShareRange(1.5)));
        assert_eq!(Share::new(f64::NAN), Err(QuantityError::NotFinite));
        assert_eq!(Share::clamped(1.0 + 1e-12), Share::ONE);
        assert_eq!(Mass::new(-0.1), Err(QuantityError::Negative(-0.1)));
    }
}
