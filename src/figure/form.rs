//! How values of figures are written: one form for each kind of value, wherever it stands.

use crate::lang::Lang;
use crate::text::{CommonMsg, number};

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A plain ratio, two decimals: "0.42".
    Ratio,
    /// A multiple that may have no bound, two decimals: "1.60", "∞".
    Times,
    /// A share of 1, written in per cent: "11 %".
    Share,
    /// Kilograms, written in grams: "548 g".
    Mass,
    /// Grams: "450 g".
    Grams,
    /// Hours per 1000 pieces: "310 h".
    Hours,
    /// Hours with their sign: "−210 h".
    NetHours,
    /// Full-time jobs: "4.2 FTE".
    Jobs,
    /// Wears: "107".
    Wears,
    /// Kilograms of CO2 equivalents: "3.4 kg CO2 eq".
    Carbon,
    /// Yuan: "1200 yuan".
    Yuan,
    /// What is left of a balance, kilograms: "1.1e-16 kg".
    Residual,
}

impl Form {
    /// `value` with its unit.
    pub fn text(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Share => number::share(value, lang),
            Self::Mass => number::grams(value, lang),
            Self::Grams => number::grams(value / 1000.0, lang),
            Self::Residual => format!("{value:.1e} kg"),
            Self::Ratio
            | Self::Times
            | Self::Wears
            | Self::Hours
            | Self::NetHours
            | Self::Jobs
            | Self::Carbon
            | Self::Yuan => self.with_unit(&self.bare(value, lang), lang),
        }
    }

    /// `value` without a unit that stands elsewhere; grams and per cent keep theirs.
    pub fn bare(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Times if value.is_infinite() && value > 0.0 => "∞".to_owned(),
            Self::Ratio | Self::Times => number::ratio(value, lang),
            Self::Wears => number::fixed(value, 0, lang),
            Self::Hours | Self::Jobs | Self::Carbon | Self::Yuan => number::rough(value, lang),
            Self::NetHours => number::signed(value, |value| number::rough(value, lang)),
            Self::Share | Self::Mass | Self::Grams | Self::Residual => self.text(value, lang),
        }
    }

    /// The unit after a bare value; empty where it needs none or has its own.
    pub const fn unit(self, lang: Lang) -> &'static str {
        match self {
            Self::Hours | Self::NetHours => CommonMsg::UnitHour.text(lang),
            Self::Jobs => CommonMsg::UnitFte.text(lang),
            Self::Carbon => CommonMsg::UnitCarbon.text(lang),
            Self::Yuan => CommonMsg::UnitYuan.text(lang),
            Self::Ratio
            | Self::Times
            | Self::Share
            | Self::Mass
            | Self::Grams
            | Self::Wears
            | Self::Residual => "",
        }
    }

    /// A value that was written bare, with its unit.
    pub fn with_unit(self, bare: &str, lang: Lang) -> String {
        match self.unit(lang) {
            "" => bare.to_owned(),
            unit => number::with_unit(bare, unit, lang),
        }
    }

    /// Low and high of a range around `central`, with no more digits than it allows.
    pub fn range(self, central: f64, range: (f64, f64), lang: Lang) -> String {
        self.with_unit(&self.bare_range(central, range, lang), lang)
    }

    /// The same without a unit that stands elsewhere.
    pub fn bare_range(self, central: f64, (low, high): (f64, f64), lang: Lang) -> String {
        match self {
            Self::Hours | Self::NetHours | Self::Carbon | Self::Yuan => {
                number::figure_range(central, (low, high), lang)
            }
            Self::Jobs => number::span(low, high, lang, |end| self.bare(end, lang)),
            Self::Share => number::share_range(low, high, lang),
            _ => number::span(low, high, lang, |end| self.text(end, lang)),
        }
    }

    /// A difference of two values with its sign; a small one of plain ratios and wears keeps two digits.
    pub fn change(self, difference: f64, lang: Lang) -> String {
        let small = match self {
            Self::Ratio | Self::Times => 0.1,
            Self::Wears => 10.0,
            _ => 0.0,
        };
        if difference.abs() < small {
            number::signed(difference, |value| number::rough(value, lang))
        } else if self == Self::NetHours {
            self.text(difference, lang)
        } else {
            number::signed(difference, |value| self.text(value, lang))
        }
    }

    /// True for hours per 1000 pieces.
    pub const fn is_hours(self) -> bool {
        matches!(self, Self::Hours | Self::NetHours)
    }
}
