//! How sewing is counted: the factor per kg, or minutes of one piece.

use crate::edit::{Edit, ProductEdit};
use crate::explain::FigureId;
use crate::model::{Estimate, Sewing};
use crate::text::{ProductMsg, number};
use crate::ui::view::{Out, View};
use crate::ui::widget::{Commit, NumberField, assumed, segmented, text};
use egui::{Id, Ui};

/// The choice, and the minutes where they are chosen; `key` tells places apart that show it at the same time.
pub(crate) fn controls(ui: &mut Ui, view: &View<'_>, out: &mut Out, key: &'static str) {
    let sewing = view.project.product.sewing;
    let options = [ProductMsg::SewingPerKg, ProductMsg::SewingMinutes].map(|option| option.text(view.lang));
    let name = ProductMsg::SewingName.text(view.lang);
    let chosen = usize::from(sewing != Sewing::PerKg);
    let picked = segmented(
        ui,
        view.theme,
        Id::unique(("sewing", key)),
        name,
        &options,
        chosen,
    );
    if let Some(picked) = picked {
        set(
            out,
            if picked == 0 {
                Sewing::PerKg
            } else {
                Sewing::Minutes(None)
            },
        );
    }
    match sewing {
        Sewing::PerKg => {
            text::small(ui, view.theme, ProductMsg::SewingPerKgHint.text(view.lang));
        }
        Sewing::Minutes(own) => minutes(ui, view, out, key, own),
    }
}

fn minutes(ui: &mut Ui, view: &View<'_>, out: &mut Out, key: &'static str, own: Option<Estimate>) {
    let name = ProductMsg::SewingField.text(view.lang);
    let value = own.map(|own| own.value);
    let field = NumberField::new(("sewing minutes", key), name, value, view.lang)
        .unit("min")
        .can_be_empty()
        .example(20.0)
        .stacked()
        .width(112.0);
    match field.show(ui, view.theme).commit {
        Some(Commit::Value(value)) => set(out, Sewing::Minutes(Some(Estimate::exact(value)))),
        Some(Commit::Cleared) => set(out, Sewing::Minutes(None)),
        None => {}
    }
    if let (None, Some(assumption)) = (own, of_kind(view)) {
        let words = say(view, ProductMsg::SewingAssumed, assumption);
        let hint = ProductMsg::SewingHigh.text(view.lang);
        if assumed(ui, view.theme, key, &words, hint).clicked() {
            let kind = &view.project.product.kind;
            out.open(FigureId::Factor(format!("kind.{kind}.sewing_minutes").into()));
        }
        text::small(ui, view.theme, hint);
    }
}

fn set(out: &mut Out, sewing: Sewing) {
    out.edit(Edit::Product(ProductEdit::SetSewing(sewing)));
}

/// The minutes that the library has for this kind of garment.
pub(crate) fn of_kind(view: &View<'_>) -> Option<f64> {
    let kind = view.library.kind(&view.project.product.kind)?;
    let own = view
        .project
        .overrides
        .get(format!("kind.{}.sewing_minutes", kind.id).as_str());
    Some(own.map_or(kind.sewing_minutes.value, |own| own.figure.value))
}

pub(crate) fn say(view: &View<'_>, message: ProductMsg, minutes: f64) -> String {
    let minutes = number::typed(minutes);
    message.with(view.lang, &[("minutes", &minutes)])
}
