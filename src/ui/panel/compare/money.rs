//! Money of each pathway beneath its wages: what was typed in comes to what, by whom paid and received, and who pays.

use super::data::{Body, Column};
use super::rows::{Rows, small};
use super::seen::Seen;
use crate::assess::beside::Payment;
use crate::explain::money::{
    by_party, converted_name, converted_words, in_brackets, missing, money, sum_name, who_pays,
};
use crate::explain::{FigureId, MoneyId};
use crate::text::{CompareMsg, MoneyMsg, capitalised};
use crate::ui::icon;
use crate::ui::view::{Command, Out};
use crate::ui::widget::{Button, Quiet};
use egui::Ui;

/// Final words of the money of one column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Money {
    /// Lines and sums, each of which opens.
    pub opens: Vec<Amount>,
    /// What each party pays and is paid: name and amount.
    pub parties: Vec<(String, String)>,
    /// Who pays, and what has no price.
    pub words: Vec<String>,
}

/// One amount that opens.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Which.
    pub id: MoneyId,
    /// What it is of.
    pub name: String,
    /// The amount.
    pub value: String,
}

impl Money {
    /// The words of `seen`; none where no price was typed in.
    pub(super) fn of(seen: &Seen<'_>) -> Self {
        let lang = seen.view.lang;
        let Some(beside) = &seen.figures.beside else {
            return Self::default();
        };
        let payments = &beside.payments;
        if payments.lines.is_empty() && payments.aside.is_empty() {
            return Self::default();
        }
        let amount = |line: &Payment| Amount {
            id: MoneyId::Price(line.kind.id.clone()),
            name: capitalised(&line.kind.name.head(lang)),
            value: money(line.money(), line.price.currency, lang),
        };
        let mut opens: Vec<Amount> = payments.lines.iter().map(amount).collect();
        opens.extend(payments.sums().into_iter().map(|(currency, ends)| Amount {
            id: MoneyId::Sum(currency),
            name: sum_name(currency, lang),
            value: money(ends, currency, lang),
        }));
        opens.extend(payments.converted.iter().map(|sum| Amount {
            id: MoneyId::Converted,
            name: converted_name(sum, lang),
            value: money(sum.money, sum.into, lang),
        }));
        let nobody = MoneyMsg::PaidByNobody.text(lang);
        opens.extend(payments.aside.iter().map(amount).map(|amount| Amount {
            name: format!("{}{}", amount.name, in_brackets(nobody, lang)),
            ..amount
        }));
        let rates = payments.converted.iter();
        let rates = rates.map(|sum| lang.lines(|lang| converted_words(sum, lang)));
        let asked = payments.dear.iter();
        let asked = asked.map(|dear| lang.lines(|lang| who_pays(dear, lang)));
        let without =
            missing(payments, lang).map(|_| lang.lines(|lang| missing(payments, lang).unwrap_or_default()));
        Self {
            words: rates.chain(asked).chain(without).collect(),
            parties: by_party(payments, None, lang),
            opens,
        }
    }
}

impl Rows<'_, '_> {
    /// Money of every column, and the way to the form of prices.
    pub(super) fn money(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::Money, CompareMsg::MoneyHint];
        self.ask(ui, "money", words, true, |ui, column, body| {
            self.amounts(ui, out, column, body);
        });
        self.grid.block(ui, self.view.theme, "prices", |ui| {
            let button = Button::bare(MoneyMsg::Prices.text(self.view.lang)).icon(icon::HAND_COINS);
            if button.show(ui, self.view.theme).clicked() {
                out.command(Command::Prices);
            }
        });
    }

    fn amounts(&self, ui: &mut Ui, out: &mut Out, column: &Column, body: &Body) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        ui.spacing_mut().item_spacing.y = 0.0;
        let told = &body.more.money;
        if told.opens.is_empty() {
            small(ui, theme, MoneyMsg::None.text(lang));
        }
        for amount in &told.opens {
            small(ui, theme, &amount.name);
            let quiet = Quiet::new(&amount.name, &amount.value, lang);
            let id = ("money", column.key.as_str(), format!("{:?}", amount.id));
            let opens = FigureId::Money(column.id.clone(), amount.id.clone());
            self.quiet_of(ui, out, quiet, id, (column, opens));
        }
        for (name, amount) in &told.parties {
            small(ui, theme, &format!("{name}{}{amount}", lang.colon()));
        }
        for line in &told.words {
            small(ui, theme, line);
        }
    }
}
