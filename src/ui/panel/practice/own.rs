//! What is done with own cards: write one, publish the pathway in hand as one, import and export packs.

use super::draft::Draft;
use super::form;
use crate::explain::published;
use crate::text::PackMsg;
use crate::text::names::Names;
use crate::ui::icon;
use crate::ui::shared::practised;
use crate::ui::theme::metric;
use crate::ui::view::{CardAct, Command, Out, View};
use crate::ui::widget::Button;
use crate::ui::widget::Hint as _;
use egui::{Popup, Ui};

/// Shows the button with its menu.
pub(super) fn menu(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let lang = view.lang;
    let button = Button::quiet(PackMsg::OwnMenu.text(lang)).icon(icon::PENCIL);
    let response = button.show(ui, view.theme);
    Popup::menu(&response).show(|ui| {
        ui.set_max_width(360.0);
        ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
        if ui.button(PackMsg::Write.text(lang)).clicked() {
            form::begin(ui, Draft::empty(practised::here(view.project)));
        }
        publish(ui, view);
        ui.separator();
        if ui.button(PackMsg::Import.text(lang)).clicked() {
            out.command(Command::Card(CardAct::Import));
        }
        let has_own = !view.practices.own.is_empty();
        let export = egui::Button::new(PackMsg::Export.text(lang));
        let export = ui.add_enabled(has_own, export);
        if export.on_disabled_hover_text(PackMsg::NoOwn.text(lang)).clicked() {
            out.command(Command::Card(CardAct::Export));
        }
    });
}

fn publish(ui: &mut Ui, view: &View<'_>) {
    let project = view.project;
    let pathway = view.selection.pathway.as_ref().and_then(|id| project.pathway(id));
    let Some(pathway) = pathway.or_else(|| project.pathways.first()) else {
        return;
    };
    let names = Names {
        project,
        library: view.library,
        lang: view.lang,
    };
    let hint = PackMsg::PublishHint.with(view.lang, &[("pathway", &names.pathway(&pathway.id))]);
    let button = ui.button(PackMsg::Publish.text(view.lang)).hint(hint);
    if button.clicked() {
        let card = published::card(project, pathway, view.library);
        form::begin(ui, Draft::of(card));
    }
}
