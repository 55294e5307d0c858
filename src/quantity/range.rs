//! The ranges of all quantities, declared once: what reads a number asks here whether it can be one.
//!
//! Source: METHOD and MODEL.md, "Refused". Every quantity is finite; the ends of a range belong to it unless it says
//! "above" or "below".

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Mass, kg.
    Mass,
    /// A part of a whole: shares, yields, removal, displacement, quality.
    Share,
    /// A loss on the input basis, of which something is left.
    Loss,
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
    /// How many of a part are on one piece.
    Count,
    /// A weight or width of cloth; it divides.
    Measure,
    /// Share of cloth that is in the finished piece; it divides.
    Kept,
    /// All work over direct work.
    Multiplier,
    /// An amount of money for one piece or one tonne.
    Price,
    /// A rate of exchange; it divides.
    Rate,
    /// Any other figure of the library, in its own unit.
    Amount,
    /// A figure that this library does not know: it was kept, and nothing rests on it.
    Unknown,
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
    /// True where that value itself is too high.
    pub below: bool,
}

impl Quantity {
    /// All quantities.
    pub const ALL: [Self; 18] = [
        Self::Mass,
        Self::Share,
        Self::Loss,
        Self::Efficiency,
        Self::Hours,
        Self::Wears,
        Self::AverageWears,
        Self::HoursPerFte,
        Self::Pieces,
        Self::Lives,
        Self::Count,
        Self::Measure,
        Self::Kept,
        Self::Multiplier,
        Self::Price,
        Self::Rate,
        Self::Amount,
        Self::Unknown,
    ];

    /// Its range.
    pub const fn range(self) -> Range {
        let (low, above, high) = match self {
            Self::Mass | Self::Hours | Self::Wears | Self::Pieces | Self::Amount => {
                (0.0, false, f64::INFINITY)
            }
            Self::Unknown => (f64::NEG_INFINITY, false, f64::INFINITY),
            Self::Share | Self::Efficiency | Self::Loss => (0.0, false, 1.0),
            Self::Kept => (0.0, true, 1.0),
            Self::AverageWears | Self::HoursPerFte | Self::Measure => (0.0, true, f64::INFINITY),
            Self::Lives => (1.0, false, 1000.0),
            Self::Count | Self::Multiplier => (1.0, false, f64::INFINITY),
            Self::Price => (0.0, false, 1e12),
            Self::Rate => (1e-9, false, 1e9),
        };
        Range {
            low,
            above,
            high,
            below: matches!(self, Self::Loss),
        }
    }

    /// True for what is counted, not measured.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Lives | Self::Count)
    }

    /// True where `value` is finite and in its range; lives and counts are whole besides.
    pub fn holds(self, value: f64) -> bool {
        let range = self.range();
        let low = if range.above {
            value > range.low
        } else {
            value >= range.low
        };
        let high = if range.below {
            value < range.high
        } else {
            value <= range.high
        };
        value.is_finite() && low && high && (!self.is_whole() || value.fract() == 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_belong_to_a_range_unless_it_says_above_or_below() {
        // Of an unknown figure only that it is finite is asked.
        assert!(Quantity::Unknown.holds(-0.5) && !Quantity::Unknown.holds(f64::INFINITY));
        let known = |quantity: &Quantity| *quantity != Quantity::Unknown;
        for quantity in Quantity::ALL.into_iter().filter(known) {
            let range = quantity.range();
            assert_eq!(quantity.holds(range.low), !range.above, "{quantity:?}");
            assert!(
                !quantity.holds(range.low - 1.0) && !quantity.holds(f64::NAN),
                "{quantity:?}"
            );
            assert!(!quantity.holds(f64::INFINITY), "{quantity:?}");
            let has_end = range.high.is_finite() && !range.below;
            assert_eq!(quantity.holds(range.high), has_end, "{quantity:?}");
        }
        assert!(!Quantity::Lives.holds(2.5) && Quantity::Share.holds(0.5));
    }
}
