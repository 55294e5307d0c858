//! The ranges of all quantities, declared once: what reads a number asks here whether it can be one.
//!
//! Source: METHOD and MODEL.md, "Refused". Every quantity is finite; the ends of a range belong to it unless it says
//! "above".

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Mass, kg.
    Mass,
    /// A part of a whole: shares, yields, removal, displacement, quality.
    Share,
    /// Efficiency of the recycling behind recycled content, `E_F`; it divides, so it is above 0 where there is any.
    Efficiency,
    /// Working hours, per piece or per kg.
    Hours,
    /// Wears of one life, or of one owned piece.
    Wears,
    /// Average wears of a kind of garment, `L_av`; it divides.
    AverageWears,
    /// Hours a year of one full-time job; it divides.
    HoursPerFte,
    /// Pieces a year.
    Pieces,
    /// The most lives of one garment.
    Lives,
}

/// Where a number of some quantity may lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Its lowest value.
    pub low: f64,
    /// True where that value itself is too low.
    pub above: bool,
    /// Its highest value; infinity where there is none.
    pub high: f64,
}

impl Quantity {
    /// All quantities.
    pub const ALL: [Self; 9] = [
        Self::Mass,
        Self::Share,
        Self::Efficiency,
        Self::Hours,
        Self::Wears,
        Self::AverageWears,
        Self::HoursPerFte,
        Self::Pieces,
        Self::Lives,
    ];

    /// Its range.
    pub const fn range(self) -> Range {
        let (low, above, high) = match self {
            Self::Mass | Self::Hours | Self::Wears | Self::Pieces => (0.0, false, f64::INFINITY),
            Self::Share | Self::Efficiency => (0.0, false, 1.0),
            Self::AverageWears | Self::HoursPerFte => (0.0, true, f64::INFINITY),
            Self::Lives => (1.0, false, 1000.0),
        };
        Range { low, above, high }
    }

    /// True where `value` is finite and in its range; lives are whole besides.
    pub fn holds(self, value: f64) -> bool {
        let range = self.range();
        let low = if range.above {
            value > range.low
        } else {
            value >= range.low
        };
        let whole = self != Self::Lives || value.fract() == 0.0;
        value.is_finite() && low && value <= range.high && whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_belong_to_a_range_unless_it_says_above() {
        for quantity in Quantity::ALL {
            let range = quantity.range();
            assert_eq!(quantity.holds(range.low), !range.above, "{quantity:?}");
            assert!(
                !quantity.holds(range.low - 1.0) && !quantity.holds(f64::NAN),
                "{quantity:?}"
            );
            assert!(!quantity.holds(f64::INFINITY), "{quantity:?}");
            assert_eq!(quantity.holds(range.high), range.high.is_finite(), "{quantity:?}");
        }
        assert!(!Quantity::Lives.holds(2.5) && Quantity::Share.holds(0.5));
    }
}
