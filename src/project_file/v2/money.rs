//! Prices and rates of exchange, version 2.

use super::papers::CurrencyFile;
use crate::model::{Day, Money, Pair, Rate, TypedPrice, pair_id};
use crate::project_file::fault::ValueFault;
use crate::project_file::kind::Rows;
use crate::project_file::list;
use crate::project_file::place::short;
use crate::project_file::value::{EstimateFile, Finite};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// All money of a project.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename = "Money", deny_unknown_fields)]
pub struct MoneyFile {
    /// Prices by their kinds.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "list::entry_lines",
        deserialize_with = "list::entries"
    )]
    prices: BTreeMap<String, TypedPriceFile>,
    /// Rates of exchange.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "list::lines",
        deserialize_with = "list::rows"
    )]
    rates: Vec<RateFile>,
    /// The currency that sums are converted into besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    into: Option<CurrencyFile>,
}

/// A price with its source and day.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "TypedPrice", deny_unknown_fields)]
struct TypedPriceFile {
    value: Finite,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    range: Option<(Finite, Finite)>,
    currency: CurrencyFile,
    source: SourceFile,
    date: DayFile,
}

/// A rate with its source and day.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Rate", deny_unknown_fields)]
struct RateFile {
    of: CurrencyFile,
    into: CurrencyFile,
    value: Finite,
    source: SourceFile,
    date: DayFile,
}

impl list::Entry for TypedPriceFile {
    const ROWS: Rows = Rows::Prices;
}

impl RateFile {
    const fn pair(&self) -> Pair {
        (self.of.0, self.into.0)
    }
}

impl list::Row for RateFile {
    const ROWS: Rows = Rows::Rates;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(pair_id(self.pair())))
    }
}

impl MoneyFile {
    /// True where nothing was typed in.
    pub fn is_empty(&self) -> bool {
        self.prices.is_empty() && self.rates.is_empty() && self.into.is_none()
    }

    /// The file's form of money.
    pub fn of(money: &Money) -> Self {
        let prices = money.prices.iter();
        let rates = money.rates.iter();
        Self {
            prices: prices
                .map(|(id, price)| (id.to_string(), TypedPriceFile::of(price)))
                .collect(),
            rates: rates.map(|(pair, rate)| RateFile::of(*pair, rate)).collect(),
            into: money.into.map(CurrencyFile),
        }
    }

    /// The model's form.
    pub fn into_model(self) -> Money {
        let prices = self.prices.into_iter();
        let rates = self.rates.into_iter();
        Money {
            prices: prices
                .map(|(id, price)| (id.into(), price.into_model()))
                .collect(),
            rates: rates.map(|rate| (rate.pair(), rate.into_model())).collect(),
            into: self.into.map(|into| into.0),
        }
    }
}

impl TypedPriceFile {
    fn of(price: &TypedPrice) -> Self {
        let figure = EstimateFile::<Finite>::of(&price.figure);
        Self {
            value: figure.value,
            range: figure.range,
            currency: CurrencyFile(price.currency),
            source: SourceFile(price.source.clone()),
            date: DayFile(price.day),
        }
    }

    fn into_model(self) -> TypedPrice {
        let figure = EstimateFile {
            value: self.value,
            range: self.range,
        };
        TypedPrice {
            figure: figure.into_model(),
            currency: self.currency.0,
            source: self.source.0,
            day: self.date.0,
        }
    }
}

impl RateFile {
    fn of((of, into): Pair, rate: &Rate) -> Self {
        Self {
            of: CurrencyFile(of),
            into: CurrencyFile(into),
            value: Finite(rate.value),
            source: SourceFile(rate.source.clone()),
            date: DayFile(rate.day),
        }
    }

    fn into_model(self) -> Rate {
        Rate {
            value: self.value.0,
            source: self.source.0,
            day: self.date.0,
        }
    }
}

/// Where a figure is from: some words.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
struct SourceFile(String);

impl<'de> Deserialize<'de> for SourceFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let words = String::deserialize(reader)?;
        if words.trim().is_empty() {
            return Err(ValueFault::NoSource.raise());
        }
        Ok(Self(words))
    }
}

/// A day, YYYY-MM-DD.
#[derive(Debug, Clone, Copy)]
struct DayFile(Day);

impl Serialize for DayFile {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for DayFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let text = String::deserialize(reader)?;
        let known = Day::new(&text).map(Self);
        known.ok_or_else(|| ValueFault::Day(short(&text)).raise())
    }
}
