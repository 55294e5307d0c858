//! Prices and rates of exchange that the user types in, each with its source and its day: none is shipped or assumed.
//!
//! Invariant: a price that is not here counts nowhere; nothing is converted unless a rate was typed in for the two
//! currencies and a currency was asked for.

use super::{Currency, Estimate, PriceId};
use std::collections::BTreeMap;
use std::fmt;

/// A day, written YYYY-MM-DD.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(chrono::NaiveDate);

impl Day {
    /// The day that `text` says, as in 2026-11-25; none for anything else.
    pub fn new(text: &str) -> Option<Self> {
        let day = Self(chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?);
        // Anything else that could be meant would read another way.
        (day.to_string() == text).then_some(day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

/// One price, for what its kind says: a piece or a tonne.
#[derive(Debug, Clone, PartialEq)]
pub struct TypedPrice {
    /// The amount with its range, 0 or more.
    pub figure: Estimate,
    /// The currency that it was typed in.
    pub currency: Currency,
    /// Where the user has it from.
    pub source: String,
    /// The day that it is of.
    pub day: Day,
}

impl TypedPrice {
    /// Low, central and high.
    pub fn ends(&self) -> [f64; 3] {
        let (low, high) = self
            .figure
            .range
            .unwrap_or((self.figure.value, self.figure.value));
        [low, self.figure.value, high]
    }
}

/// The two currencies of a rate: one of the first is so much of the second.
pub type Pair = (Currency, Currency);

/// A rate of exchange.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// How much of the second currency one of the first is.
    pub value: f64,
    /// Where the user has it from.
    pub source: String,
    /// The day that it is of.
    pub day: Day,
}

/// All prices and rates of a project.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Money {
    /// Prices by their kinds.
    pub prices: BTreeMap<PriceId, TypedPrice>,
    /// Rates by their currencies.
    pub rates: BTreeMap<Pair, Rate>,
    /// The currency that sums are converted into besides; none where it was not asked for.
    pub into: Option<Currency>,
}

impl Money {
    /// How much of `into` one of `from` is, with the rate as it was typed in, which may stand the other way round; none
    /// without a rate for the two.
    pub fn rate(&self, from: Currency, into: Currency) -> Option<(f64, (Pair, &Rate))> {
        let at = |pair: Pair| self.rates.get(&pair).map(|rate| (pair, rate));
        let there = at((from, into)).map(|found| (found.1.value, found));
        there.or_else(|| at((into, from)).map(|found| (1.0 / found.1.value, found)))
    }
}

/// The id of a pair in files: EUR/CNY.
pub fn pair_id((of, into): Pair) -> String {
    format!("{of}/{into}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert_eq!(Day::new("2024-02-29").unwrap().to_string(), "2024-02-29");
        for wrong in [
            "",
            "2025-02-29",
            "2026-1-5",
            "2026-01-5 ",
            "05.01.2026",
            "2026-13-01",
            "二〇二六年",
            "+026-01-01",
        ] {
            assert_eq!(Day::new(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_rate_holds_both_ways_and_for_its_two_currencies_alone() {
        let [euro, yuan, dollar] = ["EUR", "CNY", "USD"].map(|word| Currency::new(word).unwrap());
        let rate = Rate {
            value: 8.0,
            source: "bank".to_owned(),
            day: Day::new("2026-11-25").unwrap(),
        };
        let mut money = Money::default();
        assert_eq!(money.rate(euro, yuan), None);
        money.rates.insert((euro, yuan), rate.clone());
        assert_eq!(money.rate(euro, yuan), Some((8.0, ((euro, yuan), &rate))));
        assert_eq!(money.rate(yuan, euro), Some((0.125, ((euro, yuan), &rate))));
        assert_eq!(money.rate(dollar, euro), None);
    }
}
