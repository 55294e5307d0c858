//! The form of prices: a row for each kind with low, central and high, currency, source and day; beneath them the rates of
//! exchange, and the question who pays.
//!
//! Invariant: the form shows the project and changes nothing itself; each change is an edit, refused in words.

use super::command::{Entry, Status};
use super::form::{Form, form_entry};
use super::question::Answer;
use crate::assess::beside::dear;
use crate::data::{PerUnit, PriceKind, price_kinds};
use crate::edit::{Edit, MoneyEdit, Stated};
use crate::explain::money::{rate, who, who_pays};
use crate::model::{Estimate, PriceId, Project, TypedPrice, pair_id};
use crate::text::{CommonMsg, Lang, MoneyMsg, capitalised, number, parse_number};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::Command;
use crate::ui::widget::plate::{footer, heading, plate};
use crate::ui::widget::{Button, Notice, Typing, notice_line, text};
use egui::{Context, Id, ScrollArea, Ui, vec2};
use std::collections::BTreeMap;
use std::sync::Arc;

const WIDTH: f32 = 940.0;
const NUMBER: f32 = 92.0;
const LETTERS: f32 = 76.0;
const SOURCE: f32 = 230.0;
const DAY: f32 = 160.0;
/// Room above and below the list.
const BESIDE: f32 = 230.0;

/// The fields of a price, in their order.
const FIELDS: [(MoneyMsg, f32); 6] = [
    (MoneyMsg::Low, NUMBER),
    (MoneyMsg::Central, NUMBER),
    (MoneyMsg::High, NUMBER),
    (MoneyMsg::Currency, LETTERS),
    (MoneyMsg::Source, SOURCE),
    (MoneyMsg::Day, DAY),
];

/// The fields of a rate, in their order.
const RATE_FIELDS: [(MoneyMsg, f32); 5] = [
    (MoneyMsg::RateOf, LETTERS),
    (MoneyMsg::RateInto, LETTERS),
    (MoneyMsg::RateValue, NUMBER),
    (MoneyMsg::Source, SOURCE),
    (MoneyMsg::Day, DAY),
];

/// The prices of a project while they are edited.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceForm {
    project: Arc<Project>,
    /// What is typed of a price and not yet set, by its fields.
    typed: BTreeMap<PriceId, [String; 6]>,
    /// The rate to add, by its fields.
    rate: [String; 5],
    /// The currency that sums are converted into, as typed.
    into: String,
    /// Why the last change was refused.
    refused: Option<String>,
}

pub(super) fn entries(status: &Status<'_>) -> [Entry; 1] {
    let name = MoneyMsg::Prices.text(status.preferences.lang());
    [form_entry(status, Command::Prices, name, icon::HAND_COINS)]
}

impl PriceForm {
    /// The prices of `project`.
    pub(super) fn of(project: Arc<Project>) -> Self {
        Self {
            typed: BTreeMap::new(),
            rate: Default::default(),
            into: into_words(&project),
            refused: None,
            project,
        }
    }

    /// The same after an edit: with what the project holds now; what was refused stays as it was typed.
    pub(super) fn goes_on(&mut self, project: Arc<Project>, refused: Option<String>) {
        if refused.is_none() {
            let (prices, before) = (&project.money.prices, &self.project.money.prices);
            self.typed.retain(|id, _| prices.get(id) == before.get(id));
            if project.money.rates != self.project.money.rates {
                self.rate = Default::default();
            }
            if project.money.into != self.project.money.into {
                self.into = into_words(&project);
            }
        }
        self.refused = refused;
        self.project = project;
    }

    /// Draws it; each change is an answer of its own.
    pub(super) fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        let title = MoneyMsg::FormTitle.head(lang);
        let leave = Answer::Form(Edit::together(self.left()), None);
        plate(ctx, theme, "prices", title, WIDTH, leave.clone(), |ui| {
            let height = (ctx.content_rect().height() - BESIDE).max(metric::ROW);
            let scroll = ScrollArea::vertical().id_salt("prices").max_height(height);
            let changed = scroll.show(ui, |ui| self.body(ui, theme, lang)).inner;
            if let Some(refused) = &self.refused {
                notice_line(ui, theme, Notice::Warning, refused, lang);
            }
            let close = footer(ui, |ui| {
                Button::primary(CommonMsg::Close.text(lang))
                    .show(ui, theme)
                    .clicked()
            });
            match changed {
                Some(edit) => {
                    let form = Form::Prices(Box::new(self.clone()));
                    Some(Answer::Form(Some(Edit::Money(edit)), Some(form)))
                }
                None => close.then(|| self.close(leave)),
            }
        })
    }

    /// What closing answers: `leave`, but where something is typed in part, which is tried to be set and said to be refused.
    fn close(&self, leave: Answer) -> Answer {
        match self.unfinished() {
            Some(edit) => {
                let form = Form::Prices(Box::new(self.clone()));
                Answer::Form(Some(Edit::Money(edit)), Some(form))
            }
            None => leave,
        }
    }

    fn body(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) -> Option<MoneyEdit> {
        let lines = |message: MoneyMsg| lang.lines(|lang| message.text(lang).to_owned());
        text::soft(ui, theme, &lines(MoneyMsg::Lead));
        heads(ui, theme, lang);
        let mut edit = None;
        for kind in price_kinds() {
            let changed = ui
                .push_id(kind.id.as_str(), |ui| self.price(ui, theme, lang, kind))
                .inner;
            edit = edit.or(changed);
        }
        for asked in price_kinds()
            .iter()
            .filter_map(|kind| dear(kind, &self.project.money))
        {
            let sentence = lang.lines(|lang| who_pays(&asked, lang));
            notice_line(ui, theme, Notice::Info, &sentence, lang);
        }
        edit.or(self.rates(ui, theme, lang))
    }

    /// One kind of price: what it is, its fields, and the keys to set and to remove it.
    fn price(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        lang: Lang,
        kind: &'static PriceKind,
    ) -> Option<MoneyEdit> {
        ui.add_space(metric::SPACE_S);
        let name = capitalised(kind.name.get(lang));
        ui.horizontal(|ui| {
            let per = match kind.per {
                PerUnit::Piece => MoneyMsg::APiece,
                PerUnit::Tonne => MoneyMsg::ATonne,
            };
            let head = capitalised(&kind.name.head(lang));
            text::body(ui, theme, &head);
            text::small(ui, theme, per.text(lang));
            text::small(ui, theme, &lang.head(|lang| who(kind, lang)));
        });
        let set = self.project.money.prices.get(&kind.id);
        let before = set.map(fields).unwrap_or_default();
        let mut typed = self
            .typed
            .get(&kind.id)
            .cloned()
            .unwrap_or_else(|| before.clone());
        let is_set = set.is_some();
        let mut entered = false;
        let keys = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
            for (at, ((field, width), words)) in FIELDS.into_iter().zip(&mut typed).enumerate() {
                let id = Id::unique(("price", kind.id.as_str(), at));
                entered |= one(ui, theme, lang, (id, &name), (field, width), words);
            }
            keys(ui, theme, lang, &name, is_set)
        });
        let [sets, removes] = keys.inner;
        if typed == before {
            self.typed.remove(&kind.id);
        } else {
            self.typed.insert(kind.id.clone(), typed.clone());
        }
        if removes {
            return Some(MoneyEdit::RemovePrice(kind.id.clone()));
        }
        (sets || entered).then(|| price_edit(&kind.id, &typed))
    }

    /// The rates that there are, another one, and the currency of converted sums.
    fn rates(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) -> Option<MoneyEdit> {
        heading(ui, theme, MoneyMsg::Rates.head(lang));
        let mut edit = None;
        for (pair, one) in &self.project.money.rates {
            ui.horizontal(|ui| {
                text::body(ui, theme, &rate(*pair, one, lang));
                let name = MoneyMsg::Remove.with(lang, &[("name", &pair_id(*pair))]);
                if Button::icon_only(icon::TRASH, &name).show(ui, theme).clicked() {
                    edit = Some(MoneyEdit::RemoveRate(*pair));
                }
            });
        }
        let name = MoneyMsg::RateNew.text(lang);
        let mut added = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
            for (at, ((field, width), words)) in RATE_FIELDS.into_iter().zip(&mut self.rate).enumerate() {
                added |= one(
                    ui,
                    theme,
                    lang,
                    (Id::unique(("rate", at)), name),
                    (field, width),
                    words,
                );
            }
            let add = Button::icon_only(icon::PLUS, MoneyMsg::AddRate.text(lang));
            added |= add.show(ui, theme).clicked();
        });
        let mut asked = false;
        ui.horizontal(|ui| {
            let name = MoneyMsg::ConvertInto.text(lang);
            text::body(ui, theme, MoneyMsg::ConvertInto.head(lang));
            let field = (MoneyMsg::Currency, LETTERS);
            asked = one(
                ui,
                theme,
                lang,
                (Id::unique("convert"), name),
                field,
                &mut self.into,
            );
            let set = MoneyMsg::Set.with(lang, &[("name", name)]);
            asked |= Button::icon_only(icon::CHECK, &set).show(ui, theme).clicked();
        });
        let added = added.then(|| rate_edit(&self.rate));
        let asked = asked.then(|| MoneyEdit::ConvertInto(self.into.clone()));
        edit.or(added).or(asked)
    }

    /// Prices and the rate of which all was typed and which were not yet set, when the form is left.
    fn left(&self) -> Vec<Edit> {
        let typed = self.typed.iter().filter(|(_, fields)| is_whole(&needed(fields)));
        let prices = typed.map(|(id, fields)| price_edit(id, fields));
        let rate = is_whole(&self.rate).then(|| rate_edit(&self.rate));
        prices.chain(rate).map(Edit::Money).collect()
    }

    /// The first of what is typed in part.
    fn unfinished(&self) -> Option<MoneyEdit> {
        let mut typed = self.typed.iter();
        let price = typed.find(|(_, fields)| is_begun(*fields) && !is_whole(&needed(fields)));
        let price = price.map(|(id, fields)| price_edit(id, fields));
        let rate = || (is_begun(&self.rate) && !is_whole(&self.rate)).then(|| rate_edit(&self.rate));
        price.or_else(rate)
    }
}

/// What a price cannot be without, of its fields: central value, currency, source and day.
fn needed([_, central, _, rest @ ..]: &[String; 6]) -> Vec<String> {
    [central].into_iter().chain(rest).cloned().collect()
}

fn is_whole(fields: &[String]) -> bool {
    fields.iter().all(|words| !words.trim().is_empty())
}

fn is_begun(fields: &[String]) -> bool {
    fields.iter().any(|words| !words.trim().is_empty())
}

/// The currency of converted sums, as it stands in its field.
fn into_words(project: &Project) -> String {
    project
        .money
        .into
        .map(|into| into.to_string())
        .unwrap_or_default()
}

/// The names of the fields of a price over their columns.
fn heads(ui: &mut Ui, theme: &Theme, lang: Lang) {
    ui.add_space(metric::SPACE_S);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
        for (field, width) in FIELDS {
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.set_min_width(width);
                text::small(ui, theme, field.text(lang));
            });
        }
    });
}

/// One field of the thing called `name`; true where Enter was pressed in it.
fn one(
    ui: &mut Ui,
    theme: &Theme,
    lang: Lang,
    (id, name): (Id, &str),
    (field, width): (MoneyMsg, f32),
    words: &mut String,
) -> bool {
    let typing = Typing {
        id,
        label: "",
        hint: field.text(lang),
        suffix: "",
        width,
    };
    let spoken = MoneyMsg::Field.with(lang, &[("name", name), ("field", field.text(lang))]);
    typing.show_as(ui, theme, &spoken, words)
}

/// The keys to set and to remove the price called `name`: whether each was pressed.
fn keys(ui: &mut Ui, theme: &Theme, lang: Lang, name: &str, is_set: bool) -> [bool; 2] {
    let values = [("name", name)];
    let set = MoneyMsg::Set.with(lang, &values);
    let sets = Button::icon_only(icon::CHECK, &set).show(ui, theme).clicked();
    let remove = MoneyMsg::Remove.with(lang, &values);
    let removes = is_set && Button::icon_only(icon::TRASH, &remove).show(ui, theme).clicked();
    [sets, removes]
}

/// A price as its fields.
fn fields(price: &TypedPrice) -> [String; 6] {
    let end = |end: Option<f64>| end.map(number::typed).unwrap_or_default();
    let range = price.figure.range;
    [
        end(range.map(|(low, _)| low)),
        number::typed(price.figure.value),
        end(range.map(|(_, high)| high)),
        price.currency.to_string(),
        price.source.clone(),
        price.day.to_string(),
    ]
}

/// A number of a field; not a number where none stands there, which no edit takes.
fn number_in(words: &str) -> f64 {
    parse_number(words).unwrap_or(f64::NAN)
}

/// The edit that sets a price by its fields; an end that is left empty is the central value.
fn price_edit(id: &PriceId, [low, central, high, currency, source, day]: &[String; 6]) -> MoneyEdit {
    let value = number_in(central);
    let end = |words: &String| match words.trim() {
        "" => value,
        words => number_in(words),
    };
    let has_range = !(low.trim().is_empty() && high.trim().is_empty());
    MoneyEdit::SetPrice {
        price: id.clone(),
        figure: Estimate {
            value,
            range: has_range.then(|| (end(low), end(high))),
        },
        currency: currency.clone(),
        stated: Stated {
            source: source.clone(),
            day: day.clone(),
        },
    }
}

/// The edit that adds a rate by its fields.
fn rate_edit([of, into, value, source, day]: &[String; 5]) -> MoneyEdit {
    MoneyEdit::SetRate {
        of: of.clone(),
        into: into.clone(),
        value: number_in(value),
        stated: Stated {
            source: source.clone(),
            day: day.clone(),
        },
    }
}
