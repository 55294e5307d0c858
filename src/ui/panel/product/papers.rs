//! What comes with the selected part on paper: supplier, certificate with its evidence, price, note, and its picture.

use crate::edit::{Edit, PartEdit};
use crate::model::{Currency, Paper, Part, Price, PricePer};
use crate::text::{Lang, ProductMsg};
use crate::ui::shared::photo;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::choice::{above, choice};
use crate::ui::widget::{Commit, NumberField, text, text_field};
use egui::{Id, Ui};

const fn name(paper: Paper) -> ProductMsg {
    match paper {
        Paper::Supplier => ProductMsg::Supplier,
        Paper::Certificate => ProductMsg::Certificate,
        Paper::Evidence => ProductMsg::Evidence,
        Paper::Note => ProductMsg::PartNote,
    }
}

const fn per(per: PricePer, lang: Lang) -> &'static str {
    match per {
        PricePer::Piece => ProductMsg::PerPiece.text(lang),
        PricePer::Kilogram => ProductMsg::PerKilogram.text(lang),
        PricePer::Metre => ProductMsg::PerMetre.text(lang),
        PricePer::SquareMetre => ProductMsg::PerSquareMetre.text(lang),
    }
}

/// Shows the papers.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    text::heading(ui, view.theme, ProductMsg::PapersTitle.head(view.lang));
    for paper in Paper::ALL {
        if paper == Paper::Note {
            price(ui, view, out, part);
        }
        field(ui, view, out, part, paper);
    }
    ui.add_space(metric::SPACE_M);
    text::heading(ui, view.theme, ProductMsg::PictureTitle.head(view.lang));
    photo::of_part(ui, view, out, &part.id, part.picture.as_ref());
}

fn field(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part, paper: Paper) {
    let label = name(paper).text(view.lang);
    let id = Id::unique(("paper", part.id.as_str(), paper as u32));
    let width = ui.available_width();
    let typed = above(ui, view.theme, label, |ui| {
        text_field(ui, view.theme, id, label, part.papers.text(paper), width)
    });
    if let Some(text) = typed {
        out.edit(Edit::part(&part.id, PartEdit::SetPaper(paper, text)));
    }
}

/// Amount, currency and what it is for in one row.
fn price(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let lang = view.lang;
    let now = part.papers.price;
    let label = ProductMsg::Price.text(lang);
    // Lists are wider by their padding.
    let padding = 4.0 * ui.spacing().button_padding.x;
    let room = ui.available_width() - 2.0 * metric::SPACE_S - padding;
    let widths = [0.36, 0.26, 0.38].map(|share: f32| (room * share).floor());
    let [amount_width, currency_width, per_width] = widths;
    let wanted = above(ui, view.theme, label, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            let id = ("price", part.id.as_str());
            let field = NumberField::new(id, label, now.map(|price| price.amount), lang);
            let field = field.bare().can_be_empty().example(18.5).width(amount_width);
            let commit = field.show(ui, view.theme).commit;
            let currency = currency(ui, part, now, lang, currency_width);
            let per = price_per(ui, part, now, lang, per_width);
            (commit, currency, per)
        })
        .inner
    });
    let (commit, currency, per) = wanted;
    let before = now.unwrap_or(Price {
        amount: 0.0,
        currency: Currency::default(),
        per: PricePer::default(),
    });
    let price = match commit {
        Some(Commit::Cleared) => None,
        Some(Commit::Value(amount)) => Some(Price { amount, ..before }),
        None => Some(Price {
            currency: currency.unwrap_or(before.currency),
            per: per.unwrap_or(before.per),
            ..before
        })
        .filter(|_| now.is_some() || currency.is_some() || per.is_some()),
    };
    if price != now {
        out.edit(Edit::part(&part.id, PartEdit::SetPrice(price)));
    }
}

fn currency(ui: &mut Ui, part: &Part, now: Option<Price>, lang: Lang, width: f32) -> Option<Currency> {
    let name = ProductMsg::PriceCurrency.text(lang);
    let now = now.map(|price| price.currency).unwrap_or_default();
    let id = ("price currency", part.id.as_str());
    choice(ui, id, name, (&now.to_string(), Some(&now)), width, || {
        let own = (!Currency::LISTED.contains(&now)).then_some(now);
        let all = Currency::LISTED.into_iter().chain(own);
        all.map(|currency| (currency, currency.to_string())).collect()
    })
}

fn price_per(ui: &mut Ui, part: &Part, now: Option<Price>, lang: Lang, width: f32) -> Option<PricePer> {
    let name = ProductMsg::PricePer.text(lang);
    let now = now.map(|price| price.per).unwrap_or_default();
    let id = ("price per", part.id.as_str());
    choice(ui, id, name, (per(now, lang), Some(&now)), width, || {
        PricePer::ALL
            .map(|each| (each, per(each, lang).to_owned()))
            .to_vec()
    })
}
