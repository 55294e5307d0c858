//! How the figures of a pathway are written: value and range, with unit.

use super::PathwayFigure;
use crate::text::{Lang, number};
use crate::uncertainty::Band;

impl PathwayFigure {
    /// `value` of this figure with its unit.
    pub fn say(self, value: f64, lang: Lang) -> String {
        if self.is_hours() {
            number::hours(value, lang)
        } else if self.is_kilograms() {
            number::grams(value, lang)
        } else if matches!(self, Self::VPer100Wears | Self::WPer100Wears) {
            number::grams(value / 1000.0, lang)
        } else if self == Self::Wears {
            number::rough(value, lang)
        } else {
            number::ratio(value, lang)
        }
    }

    /// Low–high of a band, with no more digits than it allows.
    pub fn say_range(self, band: Band, lang: Lang) -> String {
        if self.is_hours() {
            let range = number::figure_range(band.p50, (band.p5, band.p95), lang);
            number::with_unit(&range, "h", lang)
        } else {
            number::span(band.p5, band.p95, lang, |value| self.say(value, lang))
        }
    }
}
