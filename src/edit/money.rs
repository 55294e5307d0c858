//! Edits of prices and rates of exchange, as they are typed: each is checked here, wherever it was typed.
//!
//! Invariant: no price and no rate enters a project without its currency, its source and its day.

use super::{EditError, figure, words};
use crate::data::price_kind;
use crate::model::{Currency, Day, Estimate, Name, Pair, PriceId, Project, Rate, TypedPrice, pair_id};
use crate::quantity::Quantity;
use crate::text::StepMsg;

/// A change of prices and rates.
#[derive(Debug, Clone, PartialEq)]
pub enum MoneyEdit {
    /// Sets a price.
    SetPrice {
        /// Its kind.
        price: PriceId,
        /// The amount with its range, 0 or more.
        figure: Estimate,
        /// Three letters.
        currency: String,
        /// Where it is from, and of which day.
        stated: Stated,
    },
    /// Takes a price out; it then counts nowhere.
    RemovePrice(PriceId),
    /// Sets a rate of exchange, in place of one for the same two currencies whichever way round.
    SetRate {
        /// Three letters: one of it …
        of: String,
        /// … is so much of this one.
        into: String,
        /// How much.
        value: f64,
        /// Where it is from, and of which day.
        stated: Stated,
    },
    /// Takes a rate out.
    RemoveRate(Pair),
    /// Converts sums into this currency besides, three letters; empty for none.
    ConvertInto(String),
}

/// Where a figure is from and of which day, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stated {
    /// Some words.
    pub source: String,
    /// YYYY-MM-DD.
    pub day: String,
}

/// What is wrong with a price or a rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoneyFault {
    /// No kind of price has this id.
    Kind,
    /// No currency: not three letters.
    Currency(String),
    /// No day of the calendar, or not written YYYY-MM-DD.
    Day(String),
    /// Nothing said of where it is from.
    Source,
    /// A rate of a currency into itself.
    Itself,
}

impl Stated {
    /// The source without blanks around it, and the day, of what is called `name`.
    fn read(&self, name: &Name) -> Result<(String, Day), EditError> {
        let source = self.source.trim();
        if source.is_empty() {
            return Err(fault(name, MoneyFault::Source));
        }
        let day = self.day.trim();
        let known = Day::new(day).ok_or_else(|| fault(name, MoneyFault::Day(day.to_owned())))?;
        Ok((source.to_owned(), known))
    }
}

/// Changes the money of `project`.
pub(super) fn change(project: &mut Project, edit: &MoneyEdit) -> Result<(), EditError> {
    let money = &mut project.money;
    match edit {
        MoneyEdit::SetPrice {
            price,
            figure,
            currency,
            stated,
        } => {
            let name = price_name(price);
            if price_kind(price).is_none() {
                return Err(fault(&name, MoneyFault::Kind));
            }
            figure::check(Some(*figure), Quantity::Price, || name.clone())?;
            let currency = currency_of(currency, &name)?;
            let (source, day) = stated.read(&name)?;
            let typed = TypedPrice {
                figure: *figure,
                currency,
                source,
                day,
            };
            money.prices.insert(price.clone(), typed);
        }
        MoneyEdit::RemovePrice(price) => {
            money.prices.remove(price);
        }
        MoneyEdit::SetRate {
            of,
            into,
            value,
            stated,
        } => {
            let name = rate_name(of.trim(), into.trim());
            let pair = (currency_of(of, &name)?, currency_of(into, &name)?);
            if pair.0 == pair.1 {
                return Err(fault(&name, MoneyFault::Itself));
            }
            figure::check(Some(Estimate::exact(*value)), Quantity::Rate, || name.clone())?;
            let (source, day) = stated.read(&name)?;
            money.rates.remove(&(pair.1, pair.0));
            let value = *value;
            money.rates.insert(pair, Rate { value, source, day });
        }
        MoneyEdit::RemoveRate(pair) => {
            money.rates.remove(pair);
        }
        MoneyEdit::ConvertInto(letters) if letters.trim().is_empty() => money.into = None,
        MoneyEdit::ConvertInto(letters) => {
            let name = words::both(StepMsg::SumsIn, &[]);
            money.into = Some(currency_of(letters, &name)?);
        }
    }
    Ok(())
}

fn currency_of(letters: &str, name: &Name) -> Result<Currency, EditError> {
    let letters = letters.trim();
    Currency::new(letters).ok_or_else(|| fault(name, MoneyFault::Currency(letters.to_owned())))
}

fn fault(name: &Name, fault: MoneyFault) -> EditError {
    EditError::Money {
        name: name.clone(),
        fault,
    }
}

/// What a price is called: its kind, or its id where no kind has it.
fn price_name(price: &PriceId) -> Name {
    let kind = price_kind(price).map(|kind| kind.name.clone());
    let kind = kind.unwrap_or_else(|| words::same(price.as_str()));
    words::about(StepMsg::PriceOf, &kind)
}

fn rate_name(of: &str, into: &str) -> Name {
    let pair = words::same(&format!("{of}/{into}"));
    words::about(StepMsg::RateOf, &pair)
}

/// What a change is called.
pub(super) fn edit_words(edit: &MoneyEdit) -> Name {
    let without = |name: &Name| words::about(StepMsg::Remove, name);
    match edit {
        MoneyEdit::SetPrice { price, .. } => price_name(price),
        MoneyEdit::RemovePrice(price) => without(&price_name(price)),
        MoneyEdit::SetRate { of, into, .. } => rate_name(of.trim(), into.trim()),
        MoneyEdit::RemoveRate(pair) => without(&words::about(StepMsg::RateOf, &words::same(&pair_id(*pair)))),
        MoneyEdit::ConvertInto(_) => words::both(StepMsg::SumsIn, &[]),
    }
}
