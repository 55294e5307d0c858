//! How sewing is counted: by the minutes of the kind of garment, by the user's own, or by standard minutes.

use crate::edit::{Edit, ProductEdit};
use crate::explain::FigureId;
use crate::model::{Estimate, Sewing};
use crate::text::{ProductMsg, number};
use crate::ui::view::{Out, View};
use crate::ui::widget::{Commit, NumberField, assumed, segmented, text};
use egui::{Id, Ui};

/// Minutes that a new choice of minutes starts from where the library has none for the kind.
const FIRST_MINUTES: f64 = 20.0;

/// The choice, and the minutes where they are the user's; `key` tells places apart that show it at the same time.
pub(crate) fn controls(ui: &mut Ui, view: &View<'_>, out: &mut Out, key: &'static str) {
    let sewing = view.project.product.sewing;
    let options = [
        ProductMsg::SewingOfKind,
        ProductMsg::SewingMinutes,
        ProductMsg::SewingSmv,
    ];
    let options = options.map(|option| option.text(view.lang));
    let name = ProductMsg::SewingName.text(view.lang);
    let (chosen, own) = match sewing {
        Sewing::Kind => (0, None),
        Sewing::Minutes(own) => (1, Some(own)),
        Sewing::Smv(own) => (2, Some(own)),
    };
    let picked = segmented(
        ui,
        view.theme,
        Id::unique(("sewing", key)),
        name,
        &options,
        chosen,
    );
    if let Some(picked) = picked {
        let minutes = || own.unwrap_or_else(|| Estimate::exact(of_kind(view).unwrap_or(FIRST_MINUTES)));
        set(
            out,
            match picked {
                0 => Sewing::Kind,
                1 => Sewing::Minutes(minutes()),
                _ => Sewing::Smv(minutes()),
            },
        );
    }
    match sewing {
        Sewing::Kind => kind(ui, view, out, key),
        Sewing::Minutes(own) => minutes(ui, view, out, key, own, Sewing::Minutes),
        Sewing::Smv(own) => minutes(ui, view, out, key, own, Sewing::Smv),
    }
}

fn kind(ui: &mut Ui, view: &View<'_>, out: &mut Out, key: &'static str) {
    let Some(assumption) = of_kind(view) else {
        text::small(ui, view.theme, ProductMsg::SewingPerKgHint.text(view.lang));
        return;
    };
    let hint = ProductMsg::SewingMinutesHint.text(view.lang);
    let words = say(view, ProductMsg::SewingAssumed, assumption);
    if assumed(ui, view.theme, key, &words, hint).clicked() {
        let kind = &view.project.product.kind;
        out.open(FigureId::Factor(format!("kind.{kind}.sewing_minutes").into()));
    }
    text::small(ui, view.theme, hint);
}

fn minutes(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    key: &'static str,
    own: Estimate,
    way: fn(Estimate) -> Sewing,
) {
    let standard = matches!(way(own), Sewing::Smv(_));
    let (name, hint) = if standard {
        (ProductMsg::SewingFieldSmv, ProductMsg::SewingSmvHint)
    } else {
        (ProductMsg::SewingFieldMinutes, ProductMsg::SewingMinutesHint)
    };
    let id = ("sewing minutes", key, standard);
    let field = NumberField::new(id, name.text(view.lang), Some(own.value), view.lang)
        .unit("min")
        .can_be_empty()
        .example(FIRST_MINUTES)
        .stacked()
        .width(112.0);
    match field.show(ui, view.theme).commit {
        Some(Commit::Value(value)) => set(out, way(Estimate::exact(value))),
        Some(Commit::Cleared) => set(out, Sewing::Kind),
        None => {}
    }
    text::small(ui, view.theme, hint.text(view.lang));
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
