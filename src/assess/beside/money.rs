//! Money of one pathway per 1000 pieces, from the prices that were typed in: `price · flow`, by whom paid and received.
//!
//! Invariant: what is paid and what is received stand apart and are never set off; no sum holds two currencies; a price
//! that was not typed in counts nowhere and is named as missing where its flow is there.

use super::Ground;
use crate::assess::engine::{Outcome, flow_of};
use crate::data::{Library, Party, PerUnit, PriceKind, PriceOn, RouteClass, price_kind, price_kinds};
use crate::flow::{Flow, Plan};
use crate::model::{
    Currency, Money, Pair, Pathway, Rate, Stage, StageId, StageKind, StageKindId, TypedPrice,
};
use std::collections::BTreeMap;

/// Pieces that money is given for.
const PIECES: f64 = 1000.0;
/// Kilograms of a tonne.
const TONNE: f64 = 1000.0;

/// Low, central and high.
pub type Ends = [f64; 3];

/// One price with what it is counted on.
#[derive(Debug, Clone, PartialEq)]
pub struct Payment {
    /// What kind of price.
    pub kind: &'static PriceKind,
    /// The price.
    pub price: TypedPrice,
    /// Pieces or tonnes per 1000 pieces sold.
    pub amount: f64,
}

impl Payment {
    /// `price · amount`, in the currency of the price, per 1000 pieces; flows central, only the price has a range.
    pub fn money(&self) -> Ends {
        self.price.ends().map(|price| price * self.amount)
    }
}

/// Who is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Who pays.
    Payer,
    /// Who is paid.
    Receiver,
}

/// What one party pays, or is paid, in one currency.
#[derive(Debug, Clone, PartialEq)]
pub struct PartySum {
    /// Who.
    pub party: &'static Party,
    /// In which currency.
    pub currency: Currency,
    /// How much per 1000 pieces.
    pub money: Ends,
}

/// All that is paid, converted at the rates that were typed in.
#[derive(Debug, Clone, PartialEq)]
pub struct Converted {
    /// Into which currency.
    pub into: Currency,
    /// How much per 1000 pieces.
    pub money: Ends,
    /// The rates as they were typed in.
    pub rates: Vec<(Pair, Rate)>,
    /// Currencies without a rate: they are not in it.
    pub without: Vec<Currency>,
}

/// A price that is as high as the one it is held against, or may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Dear {
    /// The price.
    pub price: (&'static PriceKind, TypedPrice),
    /// What it is held against.
    pub than: (&'static PriceKind, TypedPrice),
    /// True where it is as high or higher all over its range, false where only the ranges meet.
    pub surely: bool,
}

/// Money of one pathway per 1000 pieces.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Payments {
    /// What is paid, a line for each price, in the order of the table.
    pub lines: Vec<Payment>,
    /// What nobody pays: beside the sums and in none.
    pub aside: Vec<Payment>,
    /// Kinds of prices that were not typed in and whose flow is there, with the flow.
    pub missing: Vec<(&'static PriceKind, f64)>,
    /// Where it is asked who pays.
    pub dear: Vec<Dear>,
    /// The sum in the currency that was asked for.
    pub converted: Option<Converted>,
}

impl Payments {
    /// The line of `kind`, paid or beside.
    pub fn line(&self, kind: &PriceKind) -> Option<&Payment> {
        let mut all = self.lines.iter().chain(&self.aside);
        all.find(|line| line.kind.id == kind.id)
    }

    /// All that is paid, a sum for each currency.
    pub fn sums(&self) -> Vec<(Currency, Ends)> {
        let mut sums: BTreeMap<Currency, Ends> = BTreeMap::new();
        for line in &self.lines {
            add(sums.entry(line.price.currency).or_default(), line.money());
        }
        sums.into_iter().collect()
    }

    /// What each party pays, or is paid, a sum for each currency, in the order of the lines.
    pub fn by(&self, side: Side) -> Vec<PartySum> {
        let mut sums: Vec<PartySum> = Vec::new();
        for line in &self.lines {
            let Some([payer, receiver]) = line.kind.paid() else {
                continue;
            };
            let party = match side {
                Side::Payer => payer,
                Side::Receiver => receiver,
            };
            let currency = line.price.currency;
            let known = sums
                .iter_mut()
                .find(|sum| sum.party == party && sum.currency == currency);
            match known {
                Some(sum) => add(&mut sum.money, line.money()),
                None => sums.push(PartySum {
                    party,
                    currency,
                    money: line.money(),
                }),
            }
        }
        sums
    }

    /// The sums in the currency that `money` asks for; none where it asks for none, or where nothing is paid in another.
    fn convert(&self, money: &Money) -> Option<Converted> {
        let into = money.into?;
        let sums = self.sums();
        let mut converted = Converted {
            into,
            money: Ends::default(),
            rates: Vec::new(),
            without: Vec::new(),
        };
        for (currency, ends) in sums {
            if currency == into {
                add(&mut converted.money, ends);
            } else if let Some((factor, (pair, rate))) = money.rate(currency, into) {
                add(&mut converted.money, ends.map(|end| end * factor));
                converted.rates.push((pair, rate.clone()));
            } else {
                converted.without.push(currency);
            }
        }
        (!converted.rates.is_empty()).then_some(converted)
    }
}

fn add(sum: &mut Ends, more: Ends) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

/// Money of the pathway at `at`; nothing where it has no answer.
pub(super) fn payments(ground: &Ground<'_>, at: usize) -> Payments {
    let prices = &ground.project.money.prices;
    let mut found = Payments::default();
    for kind in price_kinds() {
        let amount = amount(ground, &kind.on, at).unwrap_or(0.0);
        if !(amount.is_finite() && amount > 0.0) {
            continue;
        }
        match prices.get(&kind.id) {
            None => found.missing.push((kind, amount)),
            Some(price) => {
                let line = Payment {
                    kind,
                    price: price.clone(),
                    amount,
                };
                found.dear.extend(dear(kind, &ground.project.money));
                if kind.paid().is_some() {
                    found.lines.push(line);
                } else {
                    found.aside.push(line);
                }
            }
        }
    }
    found.converted = found.convert(&ground.project.money);
    found
}

/// Whether the price of `kind` is as high as the one that it is held against: surely, where its low end is no lower than
/// the other's high end; perhaps, where their ranges meet. None in different currencies.
pub fn dear(kind: &'static PriceKind, money: &Money) -> Option<Dear> {
    let other = price_kind(kind.against.as_ref()?)?;
    let (price, than) = (money.prices.get(&kind.id)?, money.prices.get(&other.id)?);
    let ([low, _, high], [than_low, _, than_high]) = (price.ends(), than.ends());
    let asks = price.currency == than.currency && high >= than_low;
    asks.then(|| Dear {
        price: (kind, price.clone()),
        than: (other, than.clone()),
        surely: low >= than_high,
    })
}

/// Pieces or tonnes of the flow `on`, per 1000 pieces, on the pathway at `at`.
fn amount(ground: &Ground<'_>, on: &PriceOn, at: usize) -> Option<f64> {
    let outcome = ground.outcomes.pathways.get(at)?;
    let plan = ground.engine.pathways.get(at)?.plan.as_ref().ok()?;
    let way = ground.project.pathways.get(at)?;
    let per_piece = match on {
        PriceOn::BackInUse(kinds) => back_in_use((plan, outcome), |id| is_of(way, id, kinds)),
        PriceOn::Avoided => outcome.circularity.garments_avoided,
        PriceOn::Passed(kinds) => {
            let parts = ground.engine.parts.iter();
            let mass: f64 = parts.map(|part| part.mass_kg.of(ground.numbers)).sum();
            let items = plan.items.iter().enumerate();
            let items = items.filter(|(_, item)| is_of(way, &item.id, kinds));
            items.map(|(item, _)| outcome.solution.visits(item) * mass).sum()
        }
        PriceOn::TakenIn(classes) => taken_in(ground, (plan, outcome), way, classes),
        PriceOn::Ended(words) => {
            let ends = plan.ends.iter().enumerate();
            let ends = ends.filter(|(_, end)| words.iter().any(|word| word == end.class.key()));
            ends.map(|(end, _)| outcome.solution.end_kg(end)).sum()
        }
    };
    let per_unit = match on.unit() {
        PerUnit::Piece => 1.0,
        PerUnit::Tonne => TONNE,
    };
    Some(per_piece * PIECES / per_unit)
}

/// The stages of `way` that a flow `on` is counted at; none for garments avoided, and for ends, which no kind of stage is.
pub fn stages_of<'a>(way: &'a Pathway, on: &PriceOn, library: &Library) -> Vec<&'a StageId> {
    let is_wanted = |stage: &&Stage| match on {
        PriceOn::BackInUse(kinds) | PriceOn::Passed(kinds) => is_of(way, &stage.id, kinds),
        PriceOn::TakenIn(classes) => takes(way, &stage.id, classes, library),
        PriceOn::Ended(_) | PriceOn::Avoided => false,
    };
    let stages = way.stages.iter().filter(is_wanted);
    stages.map(|stage| &stage.id).collect()
}

/// True where the stage `id` of `way` has a route of one of `classes`.
fn takes(way: &Pathway, id: &StageId, classes: &[RouteClass], library: &Library) -> bool {
    let kind = way.stage(id).map(|stage| &stage.kind);
    let Some(StageKind::Material(route)) = kind else {
        return false;
    };
    let route = library.route(route);
    route.is_some_and(|route| classes.contains(&route.class))
}

/// True where the stage `id` of `way` is of one of `kinds`.
fn is_of(way: &Pathway, id: &StageId, kinds: &[StageKindId]) -> bool {
    let stage = way.stage(id);
    stage.is_some_and(|stage| kinds.iter().any(|kind| stage.kind.is_kind(kind)))
}

/// Pieces that leave the stages that are `wanted` into use.
fn back_in_use((plan, outcome): (&Plan, &Outcome), wanted: impl Fn(&StageId) -> bool) -> f64 {
    let items = outcome.solution.exits_by_item(plan);
    let items = items.filter(|(item, _)| wanted(&item.id));
    let exits = items.flat_map(|(item, flows)| item.exits.iter().zip(flows));
    exits
        .filter(|(exit, _)| exit.into_use)
        .map(|(_, pieces)| pieces)
        .sum()
}

/// Kilograms that routes of `classes` take in.
fn taken_in(
    ground: &Ground<'_>,
    (plan, outcome): (&Plan, &Outcome),
    way: &Pathway,
    classes: &[RouteClass],
) -> f64 {
    let stages = plan.materials.iter().enumerate();
    let stages = stages.filter(|(_, stage)| takes(way, &stage.id, classes, ground.library));
    stages
        .map(|(stage, _)| flow_of(plan, &outcome.solution, Flow::TakenIn(stage), 0.0))
        .sum()
}
