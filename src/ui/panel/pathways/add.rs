//! The button that adds a pathway: from the samples, or as a copy of one that is there.

use super::data;
use crate::edit::{Edit, PathwayEdit};
use crate::model::Pathway;
use crate::text::{CommonMsg, PathwaysMsg};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Button, text};
use egui::{Popup, ScrollArea, Ui};

/// The pathways of all samples, each once, that the project does not have under the same name.
pub(super) fn samples(view: &View<'_>) -> Vec<Pathway> {
    let mut found: Vec<Pathway> = Vec::new();
    let projects = crate::presets::all()
        .iter()
        .filter_map(|preset| preset.project().ok());
    for pathway in projects.flat_map(|project| project.pathways) {
        let is_known = found
            .iter()
            .chain(&view.project.pathways)
            .any(|other| other.name == pathway.name);
        if !is_known {
            found.push(pathway);
        }
    }
    found
}

/// The button with its menu.
pub(super) fn menu(ui: &mut Ui, view: &View<'_>, out: &mut Out, is_primary: bool) {
    let label = PathwaysMsg::AddPathway.text(view.lang);
    let button = if is_primary {
        Button::primary(label)
    } else {
        Button::quiet(label)
    };
    let response = button.icon(icon::PLUS).show(ui, view.theme);
    Popup::menu(&response).show(|ui| {
        ui.set_max_width(380.0);
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            options(ui, view, out);
        });
    });
}

fn options(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    text::small(ui, view.theme, PathwaysMsg::AddPreset.text(view.lang));
    for pathway in samples(view) {
        if ui.button(pathway.name.get(view.lang)).clicked() {
            let id = free_id(view, pathway.id.as_str());
            let pathway = Pathway {
                id: id.as_str().into(),
                ..pathway
            };
            out.edit(Edit::AddPathway(Box::new(pathway)));
            out.command(Command::SelectPathway(id.as_str().into()));
        }
    }
    if view.project.pathways.is_empty() {
        return;
    }
    ui.add_space(metric::SPACE_S);
    text::small(ui, view.theme, CommonMsg::Duplicate.text(view.lang));
    for pathway in &view.project.pathways {
        let name = data::names(view).pathway(&pathway.id);
        let label = PathwaysMsg::AddCopy.with(view.lang, &[("name", &name)]);
        if ui.button(label).clicked() {
            out.edit(Edit::pathway(&pathway.id, PathwayEdit::Duplicate));
        }
    }
}

/// An id that no pathway of the project has, so that the new one can be selected at once.
fn free_id(view: &View<'_>, wanted: &str) -> String {
    let is_free = |id: &str| {
        view.project
            .pathways
            .iter()
            .all(|pathway| pathway.id.as_str() != id)
    };
    if is_free(wanted) {
        return wanted.to_owned();
    }
    (2..1000)
        .map(|number: u32| format!("{wanted}_{number}"))
        .find(|id| is_free(id))
        .unwrap_or_default()
}
