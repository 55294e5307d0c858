//! Money opened: a price times its flow, the sums over the lines, what is converted and at which rate.

use super::behind::STAGE;
use super::circularity::Way;
use super::money::{
    amount, by_party, converted_name, missing, money, price, rate, stated, sum_name, who, who_pays,
};
use super::{Explanation, FigureId, MoneyId, PathwayFigure, Term};
use crate::assess::beside::{Ends, Payment, Payments, stages_of};
use crate::data::{PriceOn, price_kind};
use crate::figure::On;
use crate::model::Currency;
use crate::text::{MoneyMsg, capitalised, number};

/// What an amount of money rests on beside its price: the flow that it is counted on.
pub(super) fn rests_on(money: &MoneyId) -> &'static [On] {
    let on = match money {
        MoneyId::Price(id) => price_kind(id).map(|kind| &kind.on),
        MoneyId::Sum(_) | MoneyId::Converted => None,
    };
    match on {
        Some(PriceOn::Avoided) => PathwayFigure::GarmentsAvoided.row().rests_on,
        Some(PriceOn::BackInUse(_)) => &[On::Exits],
        Some(PriceOn::Passed(_)) => &[On::Feed, On::Exits],
        _ => STAGE,
    }
}

impl Way<'_> {
    /// One amount of money opened; none where it is there no more.
    pub(super) fn money(&self, id: &MoneyId) -> Option<Explanation> {
        let payments = &self.figures.beside.as_ref()?.payments;
        let lang = self.say.lang;
        let opened = match id {
            MoneyId::Price(id) => self.paid(payments.line(price_kind(id)?)?, payments),
            MoneyId::Sum(currency) => {
                let (_, ends) = payments.sums().into_iter().find(|(own, _)| own == currency)?;
                self.sum(*currency, ends, payments)
            }
            MoneyId::Converted => self.converted(payments)?,
        };
        let mut notes = opened.notes;
        notes.push(MoneyMsg::Note.text(lang).to_owned());
        Some(Explanation { notes, ..opened })
    }

    fn opens(&self, id: MoneyId) -> FigureId {
        FigureId::Money(self.figures.id.clone(), id)
    }

    /// One line: the flow, stage by stage, and the price.
    fn paid(&self, line: &Payment, payments: &Payments) -> Explanation {
        let lang = self.say.lang;
        let (kind, currency) = (line.kind, line.price.currency);
        let flow = amount(kind, line.amount, lang);
        let price = price(kind, &line.price, lang);
        let told = money(line.money(), currency, lang);
        let counted = match kind.on {
            PriceOn::BackInUse(_) => MoneyMsg::FlowBack,
            _ => MoneyMsg::Flow,
        };
        let mut terms = vec![
            Term::named("n", counted.text(lang).to_owned(), flow.clone(), None),
            Term::named(
                "p",
                MoneyMsg::PriceTerm.text(lang).to_owned(),
                price.clone(),
                None,
            ),
        ];
        terms.extend(self.flow_terms(&kind.on));
        let mut notes = vec![stated(&line.price.source, line.price.day, lang)];
        notes.push(who(kind, lang));
        let asked = payments.dear.iter().filter(|dear| dear.price.0.id == kind.id);
        notes.extend(asked.map(|dear| who_pays(dear, lang)));
        Explanation {
            title: capitalised(kind.name.get(lang)),
            value: told.clone(),
            formula: "n · p".to_owned(),
            substituted: format!("{flow} × {price} = {told}"),
            terms,
            notes,
            ..Explanation::default()
        }
    }

    /// The stages, the ends or the figure that a flow is counted at, each of which opens.
    fn flow_terms(&self, on: &PriceOn) -> Vec<Term> {
        let say = self.say;
        let id = || self.figures.id.clone();
        let Some(way) = say.project.pathway(&self.figures.id) else {
            return Vec::new();
        };
        match on {
            PriceOn::Avoided => vec![self.opening("", PathwayFigure::GarmentsAvoided)],
            PriceOn::Ended(words) => {
                let ends = self.figures.ends.iter();
                let ends =
                    ends.filter(|end| words.iter().any(|word| word == end.class.key()) && end.kg > 0.0);
                let term = |end: &crate::assess::EndFigure| {
                    let opens = FigureId::End {
                        pathway: id(),
                        stage: end.stage.clone(),
                    };
                    Term::named(
                        "",
                        say.names.stage(way, &end.stage),
                        say.grams(end.kg),
                        Some(opens),
                    )
                };
                ends.map(term).collect()
            }
            _ => {
                let stages = stages_of(way, on, say.names.library).into_iter();
                let term = |stage: &crate::model::StageId| {
                    let figure = self.figures.stages.iter().find(|own| &own.stage == stage)?;
                    let opens = FigureId::Stage {
                        pathway: id(),
                        stage: stage.clone(),
                    };
                    Some(Term::named(
                        "",
                        say.names.stage(way, stage),
                        say.grams(figure.kg),
                        Some(opens),
                    ))
                };
                stages.filter_map(term).collect()
            }
        }
    }

    /// The sum of all lines in one currency, and what each party pays and is paid.
    fn sum(&self, currency: Currency, ends: Ends, payments: &Payments) -> Explanation {
        let lang = self.say.lang;
        let told = money(ends, currency, lang);
        let lines = payments.lines.iter();
        let lines: Vec<&Payment> = lines.filter(|line| line.price.currency == currency).collect();
        let mut terms: Vec<Term> = lines
            .iter()
            .map(|line| {
                let opens = self.opens(MoneyId::Price(line.kind.id.clone()));
                let told = money(line.money(), currency, lang);
                Term::named("", line.kind.name.get(lang).to_owned(), told, Some(opens))
            })
            .collect();
        let parties = by_party(payments, Some(currency), lang).into_iter();
        terms.extend(parties.map(|(name, told)| Term::named("", name, told, None)));
        let parts: Vec<String> = lines
            .iter()
            .map(|line| {
                let [_, central, _] = line.money();
                number::figure(central, None, lang)
            })
            .collect();
        Explanation {
            title: sum_name(currency, lang),
            substituted: format!("{} = {told}", parts.join(" + ")),
            value: told,
            formula: "Σ n · p".to_owned(),
            terms,
            notes: missing(payments, lang).into_iter().collect(),
            ..Explanation::default()
        }
    }

    /// The sums at the rates that were typed in.
    fn converted(&self, payments: &Payments) -> Option<Explanation> {
        let lang = self.say.lang;
        let sum = payments.converted.as_ref()?;
        let told = money(sum.money, sum.into, lang);
        let counted = payments.sums().into_iter();
        let counted = counted.filter(|(currency, _)| !sum.without.contains(currency));
        let terms: Vec<Term> = counted
            .map(|(currency, ends)| {
                let opens = self.opens(MoneyId::Sum(currency));
                Term::named(
                    "",
                    sum_name(currency, lang),
                    money(ends, currency, lang),
                    Some(opens),
                )
            })
            .collect();
        let parts: Vec<&str> = terms.iter().map(|term| term.value.as_str()).collect();
        let mut notes: Vec<String> = sum
            .rates
            .iter()
            .map(|(pair, one)| rate(*pair, one, lang))
            .collect();
        let without: Vec<String> = sum.without.iter().map(ToString::to_string).collect();
        if !without.is_empty() {
            notes.push(MoneyMsg::Without.with(lang, &[("list", &without.join(lang.comma()))]));
        }
        Some(Explanation {
            title: converted_name(sum, lang),
            substituted: format!("{} → {told}", parts.join(" + ")),
            value: told,
            formula: "Σ M · rate".to_owned(),
            terms,
            notes,
            ..Explanation::default()
        })
    }
}
