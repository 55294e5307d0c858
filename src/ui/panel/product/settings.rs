//! The product as a whole: kind, wears, volume, places, sewing.

use crate::edit::{Edit, ProductEdit};
use crate::explain::FigureId;
use crate::explain::advice::lever_id;
use crate::model::{Assumed, Estimate, PlaceId};
use crate::quantity::Pieces;
use crate::text::{AssumedMsg, ProductMsg, number};
use crate::ui::shared::how_far::Lever;
use crate::ui::shared::{figure_acts, places};
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::assumed;
use crate::ui::widget::choice::{above, choice};
use crate::ui::widget::{Commit, Hint as _, NumberField, text};
use egui::{Align, Layout, Ui, vec2};

/// Height of the whole block.
pub(super) const HEIGHT: f32 = 84.0;

/// Shows the settings in one row.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let theme = view.theme;
    let (_, rule) = ui.allocate_space(vec2(ui.available_width(), metric::SPACE_M));
    ui.painter()
        .hline(rule.x_range(), rule.top() + 0.5, theme.rule_stroke());
    // Five fields share the width: the kind takes the most.
    let gap = metric::SPACE_M;
    let room = (ui.available_width() - 4.0 * gap).min(1000.0);
    let widths = [0.33, 0.18, 0.16, 0.165, 0.165].map(|share: f32| (room * share).floor());
    let [kind_width, wears_width, pieces_width, made_width, used_width] = widths;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        column(ui, kind_width, |ui| kind(ui, view, out, kind_width));
        column(ui, wears_width, |ui| wears(ui, view, out, wears_width));
        column(ui, pieces_width, |ui| pieces(ui, view, out, pieces_width));
        let product = &view.project.product;
        let made = column(ui, made_width, |ui| {
            let made = place(ui, view, out, ProductMsg::MadeIn, &product.made_in, made_width);
            super::sewing::link(ui, view, out);
            made
        });
        let used = column(ui, used_width, |ui| {
            place(ui, view, out, ProductMsg::UsedIn, &product.used_in, used_width)
        });
        if let Some(made) = made {
            out.edit(Edit::Product(ProductEdit::SetMadeIn(made)));
        }
        if let Some(used) = used {
            out.edit(Edit::Product(ProductEdit::SetUsedIn(used)));
        }
    });
}

fn column<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(width, HEIGHT - metric::SPACE_M);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        content(ui)
    })
    .inner
}

fn kind(ui: &mut Ui, view: &View<'_>, out: &mut Out, width: f32) {
    let product = &view.project.product;
    let name = ProductMsg::Kind.text(view.lang);
    let shown = super::data::names(view).kind(&product.kind);
    let picked = above(ui, view.theme, name, |ui| {
        choice(
            ui,
            "product kind",
            name,
            (&shown, Some(&product.kind)),
            width,
            || {
                let kinds = view.library.kinds.iter();
                kinds
                    .map(|kind| (kind.id.clone(), kind.name.get(view.lang).to_owned()))
                    .collect()
            },
        )
    });
    if let Some(kind) = picked {
        out.edit(Edit::Product(ProductEdit::SetKind(kind)));
    }
}

fn wears(ui: &mut Ui, view: &View<'_>, out: &mut Out, width: f32) {
    let product = &view.project.product;
    let average = view.library.kind(&product.kind).map(|kind| kind.wears.value);
    let name = ProductMsg::Wears.text(view.lang);
    let value = product.wears.map(|own| own.value);
    let field = NumberField::new("product wears", name, value, view.lang)
        .stacked()
        .can_be_empty()
        .width(width);
    let answer = field.example(average.unwrap_or(100.0)).show(ui, view.theme);
    let lever = Lever::of_product(lever_id::WEARS.to_owned());
    lever.at_field(ui, view, out, &answer.response, name);
    match answer.commit {
        Some(Commit::Value(value)) => {
            out.edit(Edit::Product(ProductEdit::SetWears(Some(Estimate::exact(value)))));
        }
        Some(Commit::Cleared) => out.edit(Edit::Product(ProductEdit::SetWears(None))),
        None => {}
    }
    if let (None, Some(average)) = (value, average) {
        let average = number::figure(average, None, view.lang);
        let words = ProductMsg::WearsAssumed.with(view.lang, &[("wears", &average)]);
        let hint = ProductMsg::WearsAverage.text(view.lang);
        let response = assumed(ui, view.theme, "wears", &words, hint);
        let opens = FigureId::Factor(format!("kind.{}.wears", product.kind).into());
        if figure_acts::touched(ui, view, out, &response, &opens) {
            out.open(opens);
        }
    } else {
        text::small(ui, view.theme, ProductMsg::WearsOwn.text(view.lang));
    }
}

fn pieces(ui: &mut Ui, view: &View<'_>, out: &mut Out, width: f32) {
    let pieces = view.project.product.pieces_per_year;
    let name = ProductMsg::Pieces.text(view.lang);
    let field = NumberField::new("product pieces", name, Some(pieces.get()), view.lang)
        .stacked()
        .width(width);
    let answer = field.example(200_000.0).show(ui, view.theme);
    if let Some(Commit::Value(value)) = answer.commit
        && let Ok(pieces) = Pieces::new(value)
    {
        out.edit(Edit::Product(ProductEdit::SetVolume(pieces)));
    }
    super::assumed::mark(ui, view, out, &Assumed::Volume);
}

fn place(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    label: ProductMsg,
    current: &PlaceId,
    width: f32,
) -> Option<PlaceId> {
    let name = label.text(view.lang);
    let shown = super::data::names(view).place(current);
    let mark = if label == ProductMsg::MadeIn {
        Assumed::MadeIn
    } else {
        Assumed::UsedIn
    };
    let is_assumed = view.project.product.assumed.contains(&mark);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let title = text::small(ui, view.theme, name);
        if is_assumed {
            crate::ui::widget::dotted(ui.painter(), view.theme, title.rect);
            title.hint(AssumedMsg::Word.text(view.lang));
        }
        let key = ("product place", label as u32);
        places::some_place(ui, view, out, key, name, (current, &shown), width)
    })
    .inner
}
