//! What colours, bars and garments of the diagram stand for.

use super::data::{Page, Sign};
use crate::report::picture::Layer;
use crate::text::Lang;
use crate::ui::diagram::hours_bar;
use crate::ui::theme::metric;
use crate::ui::view::View;
use crate::ui::widget::garment::garment;
use crate::ui::widget::{bar, text};
use egui::{Sense, Ui, vec2};

/// Height of the legend: in both languages it may take two lines.
pub(super) const fn height(lang: Lang) -> f32 {
    match lang {
        Lang::Both => 44.0,
        Lang::En | Lang::Zh => 28.0,
    }
}

/// Shows the legend of the layer that is shown.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, page: &Page) {
    if view.selection.layer == Layer::Mass {
        classes(ui, view, page);
        return;
    }
    ui.horizontal(|ui| {
        ui.set_min_height(height(view.lang));
        ui.spacing_mut().item_spacing.x = 6.0;
        for (sign, words) in &page.signs {
            paint(ui, view, *sign);
            text::small(ui, view.theme, words);
            ui.add_space(metric::SPACE_S);
        }
    });
}

fn classes(ui: &mut Ui, view: &View<'_>, page: &Page) {
    let items = page.legend.iter();
    let entries = items.map(|item| (view.theme.end(item.class), item.label, item.value.as_str()));
    bar::legend(ui, view.theme, entries);
}

fn paint(ui: &mut Ui, view: &View<'_>, sign: Sign) {
    let theme = view.theme;
    let (rect, _) = ui.allocate_exact_size(vec2(15.0, 15.0), Sense::hover());
    let painter = ui.painter();
    match sign {
        Sign::Own => hours_bar(painter, theme, rect, theme.accent),
        Sign::Replaced => hours_bar(painter, theme, rect, theme.ink_soft),
        Sign::Garment => garment(painter, theme, rect, view.drawing(), (theme.hairline, 1.0)),
        Sign::Hollow => garment(painter, theme, rect, view.drawing(), (theme.ground, 1.0)),
    }
}
