//! Prices and rates of `beside`: from what is typed to edits, and what they come to for reading.

use super::Failure;
use super::beside::Asked;
use crate::assess::beside::Payments;
use crate::data::price_kinds;
use crate::edit::{Edit, MoneyEdit, Stated};
use crate::explain::money::told;
use crate::model::Estimate;
use crate::text::{Lang, MoneyMsg};
use std::io::Write;

/// The edits that prices, rates and the currency asked for come to; refused where one does not read.
pub(super) fn money_edits(asked: &Asked, lang: Lang) -> Result<Vec<Edit>, Failure> {
    let stated = Stated {
        source: asked.source.clone().unwrap_or_default(),
        day: asked.date.clone().unwrap_or_default(),
    };
    let mut edits = Vec::new();
    for text in &asked.price {
        let edit = price(text, &stated).ok_or_else(|| {
            let kinds: Vec<&str> = price_kinds().iter().map(|kind| kind.id.as_str()).collect();
            let values = [("text", text.as_str()), ("kinds", &kinds.join(", "))];
            Failure::Input(MoneyMsg::PriceBad.with(lang, &values))
        })?;
        edits.push(Edit::Money(edit));
    }
    for text in &asked.rate {
        let bad = || Failure::Input(MoneyMsg::RateBad.with(lang, &[("text", text)]));
        edits.push(Edit::Money(rate(text, &stated).ok_or_else(bad)?));
    }
    let into = asked.convert.iter().cloned();
    edits.extend(into.map(|into| Edit::Money(MoneyEdit::ConvertInto(into))));
    Ok(edits)
}

/// `KIND=LOW:CENTRAL:HIGH` or `KIND=VALUE`, and after it the letters of the currency.
fn price(text: &str, stated: &Stated) -> Option<MoneyEdit> {
    let (kind, price) = text.split_once('=')?;
    let price = price.trim();
    let figures = price.trim_end_matches(|letter: char| letter.is_alphabetic());
    let currency = price.strip_prefix(figures)?;
    let figures = figures.split(':').map(|figure| figure.trim().parse().ok());
    let figures: Vec<f64> = figures.collect::<Option<_>>()?;
    let figure = match figures.as_slice() {
        [value] => Estimate::exact(*value),
        [low, value, high] => Estimate {
            value: *value,
            range: Some((*low, *high)),
        },
        _ => return None,
    };
    Some(MoneyEdit::SetPrice {
        price: kind.trim().into(),
        figure,
        currency: currency.to_owned(),
        stated: stated.clone(),
    })
}

/// `OF/INTO=VALUE`.
fn rate(text: &str, stated: &Stated) -> Option<MoneyEdit> {
    let (pair, value) = text.split_once('=')?;
    let (of, into) = pair.split_once('/')?;
    Some(MoneyEdit::SetRate {
        of: of.to_owned(),
        into: into.to_owned(),
        value: value.trim().parse().ok()?,
        stated: stated.clone(),
    })
}

/// Money of one pathway for reading; nothing where no price was typed in.
pub(super) fn money_lines(payments: &Payments, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let told = told(payments, lang);
    if told.is_empty() {
        return Ok(());
    }
    writeln!(out, "  {}", MoneyMsg::Title.text(lang))?;
    for line in std::iter::once(MoneyMsg::Note.text(lang)).chain(told.iter().map(String::as_str)) {
        writeln!(out, "    {line}")?;
    }
    Ok(())
}
