//! The link to how sewing is counted.

use crate::model::Sewing;
use crate::text::ProductMsg;
use crate::ui::shared::sewing::{controls, of_kind, say};
use crate::ui::view::{Out, View};
use crate::ui::widget::{assumed, text};
use egui::{Align, Layout, Popup, PopupCloseBehavior, Ui, vec2};

/// Width of the opened controls.
const WIDTH: f32 = 268.0;
/// Height of the opened controls.
const HEIGHT: f32 = 190.0;

/// The way of counting in a few words; a click opens the controls.
pub(super) fn link(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let words = match view.project.product.sewing {
        Sewing::Kind => of_kind(view).map_or_else(
            || ProductMsg::SewingShortPerKg.text(view.lang).to_owned(),
            |minutes| say(view, ProductMsg::SewingShort, minutes),
        ),
        Sewing::Minutes(own) => say(view, ProductMsg::SewingShort, own.value),
        Sewing::Smv(own) => say(view, ProductMsg::SewingShortSmv, own.value),
    };
    let name = ProductMsg::SewingName.text(view.lang);
    let response = assumed(ui, view.theme, "sewing", &words, name);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                // All ways take the same room, so that the choice does not move under the pointer.
                ui.set_min_size(vec2(WIDTH, HEIGHT));
                ui.set_max_width(WIDTH);
                text::small(ui, view.theme, name);
                controls(ui, view, out, "settings");
            });
        });
}
