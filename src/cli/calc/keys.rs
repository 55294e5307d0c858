//! Keys and values of a formula on the command line; every sentence names the key.

use crate::quantity::Quantity;
use crate::text::{CliMsg, Lang};
use std::collections::BTreeMap;

/// The keys given, checked against those that the formula knows.
pub struct Keys<'a> {
    formula: &'static str,
    values: BTreeMap<&'a str, &'a str>,
    pub lang: Lang,
}

impl<'a> Keys<'a> {
    pub fn parse(
        formula: &'static str,
        known: &[&str],
        given: &'a [String],
        lang: Lang,
    ) -> Result<Self, String> {
        let mut values = BTreeMap::new();
        for text in given {
            let Some((key, value)) = text.split_once('=') else {
                return Err(CliMsg::NotKeyValue.with(lang, &[("text", text)]));
            };
            if !known.contains(&key) {
                let known = known.join(" ");
                let said = [("formula", formula), ("key", key), ("known", &known)];
                return Err(CliMsg::UnknownKey.with(lang, &said));
            }
            if values.insert(key, value).is_some() {
                return Err(CliMsg::KeyTwice.with(lang, &[("key", key)]));
            }
        }
        Ok(Self {
            formula,
            values,
            lang,
        })
    }

    pub fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    pub fn say(&self, message: CliMsg, values: &[(&str, &str)]) -> String {
        message.with(self.lang, values)
    }

    /// Refuses `key` together with `other`.
    pub fn exclude(&self, key: &str, other: &str) -> Result<(), String> {
        if self.has(key) && self.has(other) {
            return Err(self.say(CliMsg::KeysExclude, &[("key", key), ("other", other)]));
        }
        Ok(())
    }

    pub fn text(&self, key: &str) -> Result<&'a str, String> {
        let missing = || self.say(CliMsg::KeyMissing, &[("formula", self.formula), ("key", key)]);
        self.values.get(key).copied().ok_or_else(missing)
    }

    pub fn number(&self, key: &str) -> Result<f64, String> {
        let text = self.text(key)?;
        let number = text
            .trim()
            .parse::<f64>()
            .ok()
            .filter(|number| number.is_finite());
        number.ok_or_else(|| self.say(CliMsg::NotNumber, &[("key", key), ("text", text)]))
    }

    pub fn number_or(&self, key: &str, otherwise: f64) -> Result<f64, String> {
        if self.has(key) {
            self.number(key)
        } else {
            Ok(otherwise)
        }
    }

    pub fn share_or(&self, key: &str, otherwise: f64) -> Result<f64, String> {
        let value = self.number_or(key, otherwise)?;
        self.in_share(key, value)
    }

    pub fn in_share(&self, key: &str, value: f64) -> Result<f64, String> {
        self.within(Quantity::Share, CliMsg::NotShare, key, value)
    }

    pub fn not_negative(&self, key: &str, value: f64) -> Result<f64, String> {
        self.within(Quantity::Amount, CliMsg::NotNegative, key, value)
    }

    pub fn positive(&self, key: &str, value: f64) -> Result<f64, String> {
        self.within(Quantity::AverageWears, CliMsg::NotPositive, key, value)
    }

    /// `value` where it is in the range of `quantity`, else the sentence that names its key.
    fn within(&self, quantity: Quantity, message: CliMsg, key: &str, value: f64) -> Result<f64, String> {
        if quantity.holds(value) {
            Ok(value)
        } else {
            Err(self.say(message, &[("key", key), ("value", &value.to_string())]))
        }
    }

    /// A JSON value under `key`.
    pub fn json<T: serde::de::DeserializeOwned>(&self, key: &str, example: &str) -> Result<T, String> {
        let text = self.text(key)?;
        let wrong = |_| self.say(CliMsg::NotList, &[("key", key), ("example", example)]);
        serde_json::from_str(text).map_err(wrong)
    }
}
