//! What colours, bars and garments of the diagram stand for.

use super::data::{Page, Sign};
use crate::ui::diagram::{Layer, hours_bar};
use crate::ui::theme::{Theme, metric};
use crate::ui::view::View;
use crate::ui::widget::garment::garment;
use crate::ui::widget::{bar, text};
use egui::{Sense, Ui, vec2};

/// Height of the legend.
pub(super) const HEIGHT: f32 = 28.0;

/// Shows the legend of the layer that is shown.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, page: &Page) {
    ui.horizontal(|ui| {
        ui.set_min_height(HEIGHT);
        ui.spacing_mut().item_spacing.x = 6.0;
        if view.selection.layer == Layer::Mass {
            classes(ui, view, page);
        } else {
            for (sign, words) in &page.signs {
                paint(ui, view.theme, *sign);
                text::small(ui, view.theme, words);
                ui.add_space(metric::SPACE_S);
            }
        }
    });
}

fn classes(ui: &mut Ui, view: &View<'_>, page: &Page) {
    for item in &page.legend {
        bar::swatch(ui, view.theme, view.theme.end(item.class));
        text::small(ui, view.theme, item.label);
        let value = egui::RichText::new(&item.value)
            .font(view.theme.medium_font(metric::TEXT_SMALL))
            .color(view.theme.ink);
        ui.add(egui::Label::new(value).selectable(false));
        ui.add_space(metric::SPACE_S);
    }
}

fn paint(ui: &mut Ui, theme: &Theme, sign: Sign) {
    let (rect, _) = ui.allocate_exact_size(vec2(15.0, 15.0), Sense::hover());
    let painter = ui.painter();
    match sign {
        Sign::Own => hours_bar(painter, theme, rect, theme.accent),
        Sign::Replaced => hours_bar(painter, theme, rect, theme.ink_soft),
        Sign::Garment => garment(painter, theme, rect, theme.hairline, 1.0),
        Sign::Hollow => garment(painter, theme, rect, theme.ground, 1.0),
    }
}
