//! Money of one pathway as JSON: lines, sums, by whom paid and received, what is missing.

use crate::assess::beside::{Ends, PartySum, Payment, Payments, Side};
use crate::data::PriceKind;
use crate::explain::money::who_pays;
use crate::model::Currency;
use crate::text::Lang;
use serde::Serialize;

/// Low, central and high of an amount in one currency.
#[derive(Debug, Serialize)]
struct SumJson {
    currency: String,
    low: f64,
    central: f64,
    high: f64,
}

/// Money of one pathway per 1000 pieces.
#[derive(Debug, Serialize)]
pub struct MoneyJson {
    lines: Vec<LineJson>,
    by_payer: Vec<PartyJson>,
    by_receiver: Vec<PartyJson>,
    sums: Vec<SumJson>,
    converted: Option<ConvertedJson>,
    paid_by_nobody: Vec<LineJson>,
    missing: Vec<MissingJson>,
    who_pays: Vec<WhoJson>,
}

#[derive(Debug, Serialize)]
struct LineJson {
    price: String,
    name: String,
    per: &'static str,
    price_range: Ends,
    currency: String,
    source: String,
    date: String,
    amount_per_1000: f64,
    payer: Option<&'static str>,
    receiver: Option<&'static str>,
    money: SumJson,
}

#[derive(Debug, Serialize)]
struct PartyJson {
    party: &'static str,
    name: String,
    money: SumJson,
}

#[derive(Debug, Serialize)]
struct ConvertedJson {
    money: SumJson,
    rates: Vec<RateJson>,
    not_converted: Vec<String>,
}

#[derive(Debug, Serialize)]
struct RateJson {
    of: String,
    into: String,
    rate: f64,
    source: String,
    date: String,
}

#[derive(Debug, Serialize)]
struct MissingJson {
    price: String,
    name: String,
    per: &'static str,
    amount_per_1000: f64,
}

#[derive(Debug, Serialize)]
struct WhoJson {
    price: String,
    than: String,
    surely: bool,
    text: String,
}

impl MoneyJson {
    /// What is known of `payments`, words in `lang`.
    pub(super) fn of(payments: &Payments, lang: Lang) -> Self {
        let lines = |lines: &[Payment]| lines.iter().map(|line| line_json(line, lang)).collect();
        let parties = |side: Side| {
            let sums = payments.by(side).into_iter();
            sums.map(|sum| party_json(&sum, lang)).collect()
        };
        let converted = payments.converted.as_ref().map(|sum| ConvertedJson {
            money: sum_json(sum.money, sum.into),
            rates: sum
                .rates
                .iter()
                .map(|((of, into), rate)| RateJson {
                    of: of.to_string(),
                    into: into.to_string(),
                    rate: rate.value,
                    source: rate.source.clone(),
                    date: rate.day.to_string(),
                })
                .collect(),
            not_converted: sum.without.iter().map(ToString::to_string).collect(),
        });
        let sums = payments.sums().into_iter();
        Self {
            lines: lines(&payments.lines),
            by_payer: parties(Side::Payer),
            by_receiver: parties(Side::Receiver),
            sums: sums.map(|(currency, money)| sum_json(money, currency)).collect(),
            converted,
            paid_by_nobody: lines(&payments.aside),
            missing: payments
                .missing
                .iter()
                .map(|(kind, amount)| missing_json(kind, *amount, lang))
                .collect(),
            who_pays: payments
                .dear
                .iter()
                .map(|dear| WhoJson {
                    price: dear.price.0.id.to_string(),
                    than: dear.than.0.id.to_string(),
                    surely: dear.surely,
                    text: who_pays(dear, lang),
                })
                .collect(),
        }
    }
}

fn sum_json([low, central, high]: Ends, currency: Currency) -> SumJson {
    SumJson {
        currency: currency.to_string(),
        low,
        central,
        high,
    }
}

fn line_json(line: &Payment, lang: Lang) -> LineJson {
    let [payer, receiver] = line
        .kind
        .paid()
        .map_or([None; 2], |both| both.map(|party| Some(party.id.as_str())));
    LineJson {
        price: line.kind.id.to_string(),
        name: line.kind.name.get(lang).to_owned(),
        per: line.kind.per.key(),
        price_range: line.price.ends(),
        currency: line.price.currency.to_string(),
        source: line.price.source.clone(),
        date: line.price.day.to_string(),
        amount_per_1000: line.amount,
        payer,
        receiver,
        money: sum_json(line.money(), line.price.currency),
    }
}

fn party_json(sum: &PartySum, lang: Lang) -> PartyJson {
    PartyJson {
        party: &sum.party.id,
        name: sum.party.name.get(lang).to_owned(),
        money: sum_json(sum.money, sum.currency),
    }
}

fn missing_json(kind: &PriceKind, amount: f64, lang: Lang) -> MissingJson {
    MissingJson {
        price: kind.id.to_string(),
        name: kind.name.get(lang).to_owned(),
        per: kind.per.key(),
        amount_per_1000: amount,
    }
}
