//! Money in words: prices as they were typed, sums with their ranges, rates with their days, and who pays.
//!
//! Invariant: what is told is what the core reckoned; an amount never stands without its currency.

use crate::assess::beside::{Converted, Dear, Ends, Payment, Payments, Side};
use crate::data::{PerUnit, PriceKind};
use crate::model::{Currency, Day, Pair, Rate, TypedPrice};
use crate::text::{Lang, MoneyMsg, number};

/// An amount of money with its range: "5,400 CNY (4,050–8,100)".
pub fn money([low, central, high]: Ends, currency: Currency, lang: Lang) -> String {
    let range = (low < high).then_some((low, high));
    let figure = number::figure(central, range, lang);
    let central_text = number::with_unit(&figure, &currency.to_string(), lang);
    match range {
        Some(range) => {
            let range = number::figure_range(central, range, lang);
            format!("{central_text}{}", in_brackets(&range, lang))
        }
        None => central_text,
    }
}

/// `text` in the brackets of the language.
pub fn in_brackets(text: &str, lang: Lang) -> String {
    if lang.is_chinese() {
        format!("（{text}）")
    } else {
        format!(" ({text})")
    }
}

/// A price as it was typed: "40 CNY (30–60) a piece".
pub fn price(kind: &PriceKind, price: &TypedPrice, lang: Lang) -> String {
    let [low, central, high] = price.ends().map(number::typed);
    let mut figure = number::with_unit(&central, &price.currency.to_string(), lang);
    if price.figure.range.is_some() {
        figure.push_str(&in_brackets(&format!("{low}–{high}"), lang));
    }
    let message = match kind.per {
        PerUnit::Piece => MoneyMsg::PerPiece,
        PerUnit::Tonne => MoneyMsg::PerTonne,
    };
    message.with(lang, &[("price", &figure)])
}

/// Where a figure is from and of which day.
pub fn stated(source: &str, day: Day, lang: Lang) -> String {
    MoneyMsg::Stated.with(lang, &[("source", source), ("day", &day.to_string())])
}

/// How much of the flow there is.
pub fn amount(kind: &PriceKind, amount: f64, lang: Lang) -> String {
    let figure = number::figure(amount, None, lang);
    match kind.per {
        PerUnit::Piece => MoneyMsg::Pieces.with(lang, &[("count", &figure)]),
        PerUnit::Tonne => number::with_unit(&figure, MoneyMsg::Tonne.text(lang), lang),
    }
}

/// One line: flow times price, by whom paid to whom.
pub fn payment(line: &Payment, lang: Lang) -> String {
    let stated = stated(&line.price.source, line.price.day, lang);
    let mut values = vec![
        ("name", line.kind.name.get(lang).to_owned()),
        ("amount", amount(line.kind, line.amount, lang)),
        ("price", price(line.kind, &line.price, lang)),
        ("money", money(line.money(), line.price.currency, lang)),
        ("stated", stated),
    ];
    let message = match line.kind.paid() {
        Some([payer, receiver]) => {
            values.push(("payer", payer.name.get(lang).to_owned()));
            values.push(("receiver", receiver.name.get(lang).to_owned()));
            MoneyMsg::Line
        }
        None => MoneyMsg::Aside,
    };
    let values: Vec<(&str, &str)> = values.iter().map(|(key, text)| (*key, text.as_str())).collect();
    message.with(lang, &values)
}

/// Cost by who pays and revenue by who receives, each with its name, of one currency or of all: first all of one side,
/// then all of the other.
pub fn by_party(payments: &Payments, of: Option<Currency>, lang: Lang) -> Vec<(String, String)> {
    let sides = [(Side::Payer, MoneyMsg::Cost), (Side::Receiver, MoneyMsg::Revenue)];
    let told = sides.into_iter().flat_map(|(side, message)| {
        let sums = payments.by(side).into_iter();
        let sums = sums.filter(move |sum| of.is_none_or(|of| of == sum.currency));
        sums.map(move |sum| {
            let name = lang.head(|lang| message.with(lang, &[("party", sum.party.name.get(lang))]));
            (name, money(sum.money, sum.currency, lang))
        })
    });
    told.collect()
}

/// A sum of all payments for each currency, with its name; the converted one after them.
pub fn sums(payments: &Payments, lang: Lang) -> Vec<(String, String)> {
    let sums = payments.sums().into_iter();
    let sums = sums.map(|(currency, ends)| (sum_name(currency, lang), money(ends, currency, lang)));
    let converted = payments.converted.iter();
    let converted = converted.map(|sum| (converted_name(sum, lang), converted_words(sum, lang)));
    sums.chain(converted).collect()
}

/// What the sum of all payments in `currency` is called.
pub fn sum_name(currency: Currency, lang: Lang) -> String {
    let currency = currency.to_string();
    lang.head(|lang| MoneyMsg::Sum.with(lang, &[("currency", &currency)]))
}

/// What a converted sum is called.
pub fn converted_name(sum: &Converted, lang: Lang) -> String {
    let into = sum.into.to_string();
    lang.head(|lang| MoneyMsg::Converted.with(lang, &[("currency", &into)]))
}

/// A converted sum with its rates and what is not in it.
pub fn converted_words(sum: &Converted, lang: Lang) -> String {
    let rates: Vec<String> = sum
        .rates
        .iter()
        .map(|(pair, one)| rate(*pair, one, lang))
        .collect();
    let values = [
        ("money", money(sum.money, sum.into, lang)),
        ("rates", rates.join(lang.comma())),
    ];
    let values = values.each_ref().map(|(key, text)| (*key, text.as_str()));
    let told = MoneyMsg::ConvertedAt.with(lang, &values);
    if sum.without.is_empty() {
        return told;
    }
    let list: Vec<String> = sum.without.iter().map(ToString::to_string).collect();
    let without = MoneyMsg::Without.with(lang, &[("list", &list.join(lang.comma()))]);
    format!("{told}{}{without}", lang.semicolon())
}

/// A rate as it was typed in.
pub fn rate((of, into): Pair, rate: &Rate, lang: Lang) -> String {
    let values = [
        ("of", of.to_string()),
        ("into", into.to_string()),
        ("value", number::typed(rate.value)),
        ("stated", stated(&rate.source, rate.day, lang)),
    ];
    let values = values.each_ref().map(|(key, text)| (*key, text.as_str()));
    MoneyMsg::Rate.with(lang, &values)
}

/// All that is told of `payments`, a line each; none where no price was typed in.
pub fn told(payments: &Payments, lang: Lang) -> Vec<String> {
    if payments.lines.is_empty() && payments.aside.is_empty() {
        return Vec::new();
    }
    let lines = payments.lines.iter().chain(&payments.aside);
    let lines = lines.map(|line| payment(line, lang));
    let parties = by_party(payments, None, lang).into_iter();
    let sums = parties.chain(sums(payments, lang));
    let sums = sums.map(|(name, money)| format!("{name}{}{money}", lang.colon()));
    let asked = payments.dear.iter().map(|dear| who_pays(dear, lang));
    lines
        .chain(sums)
        .chain(missing(payments, lang))
        .chain(asked)
        .collect()
}

/// The kinds of prices that were not typed in though their flow is there; none where all were.
pub fn missing(payments: &Payments, lang: Lang) -> Option<String> {
    let list = payments.missing.iter();
    let list: Vec<&str> = list.map(|(kind, _)| kind.name.get(lang)).collect();
    let list = list.join(lang.comma());
    (!list.is_empty()).then(|| MoneyMsg::Missing.with(lang, &[("list", &list)]))
}

/// The sentence that asks who pays.
pub fn who_pays(dear: &Dear, lang: Lang) -> String {
    let ((kind, own), (other, than)) = (&dear.price, &dear.than);
    let values = [
        ("name", kind.name.get(lang).to_owned()),
        ("price", price(kind, own, lang)),
        ("stated", stated(&own.source, own.day, lang)),
        ("other", other.name.get(lang).to_owned()),
        ("than", price(other, than, lang)),
        ("said", stated(&than.source, than.day, lang)),
    ];
    let values = values.each_ref().map(|(key, text)| (*key, text.as_str()));
    let message = if dear.surely {
        MoneyMsg::WhoPays
    } else {
        MoneyMsg::MayPay
    };
    crate::text::capitalised(&message.with(lang, &values))
}

/// Who pays whom.
pub fn who(kind: &PriceKind, lang: Lang) -> String {
    kind.paid().map_or_else(
        || MoneyMsg::PaidByNobody.text(lang).to_owned(),
        |[payer, receiver]| {
            let values = [
                ("payer", payer.name.get(lang)),
                ("receiver", receiver.name.get(lang)),
            ];
            MoneyMsg::PaidBy.with(lang, &values)
        },
    )
}
