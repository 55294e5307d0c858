//! The product page: what the garment is made of, part by part.
//!
//! Invariant: it reads the view and pushes edits; every figure on it comes from the assessment and opens.

mod acts;
pub mod assumed;
mod cell;
mod cell_words;
mod cells;
mod change;
mod choosing;
mod cloth;
pub mod data;
mod drawing;
mod fibre;
pub mod flat;
mod headline;
pub mod hints;
pub mod improve;
mod inspector;
mod list;
mod making;
mod matrix;
pub mod new_part;
mod order;
mod overview;
mod paint;
mod papers;
pub mod routes;
mod rows;
pub mod sentence;
mod settings;
mod sewing;
mod table;

use crate::edit::Edit;
use crate::model::{Part, Role};
use crate::report::picture::Subject;
use crate::text::{AssumedMsg, CommonMsg, FitMsg, Lang, ProductMsg};
use crate::ui::act::Act;
use crate::ui::anchor::{self, Anchor};
use crate::ui::icon;
use crate::ui::shared::{export_menu, variants};
use crate::ui::theme::metric;
use crate::ui::view::{Aspect, Command, Out, View};
use crate::ui::widget::{Button, Segment, StackedBar, segmented, text};
use egui::{Align, Id, Layout, Popup, Ui};

/// From this width on the switch and what can be done share a row.
const ONE_ROW: f32 = 660.0;

/// The list at the left: the product's name, its parts with their fibres, what the whole is made of.
pub fn list(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    list::show(ui, view, out);
}

/// The work area: headline, mass bar, table of parts, settings of the product.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if view.project.product.parts.is_empty() {
        return empty(ui, view, out);
    }
    acts::keys(ui, view, out);
    variants::strip(ui, view, out);
    let size = ui.available_size();
    view.dimmed(ui, |ui| headline::show(ui, view, out));
    ui.add_space(metric::SPACE_S);
    switch(ui, view, out);
    ui.add_space(metric::SPACE_M);
    match view.selection.aspect {
        Aspect::Parts => {}
        Aspect::Flat => return view.dimmed(ui, |ui| flat::show(ui, view, out)),
        Aspect::Routes => return view.dimmed(ui, |ui| matrix::show(ui, view, out)),
        Aspect::Hints => return improve::show(ui, view, out),
    }
    view.dimmed(ui, |ui| mass_bar(ui, view, out));
    ui.add_space(metric::SPACE_S);
    // What stands beneath the table keeps its place; the table scrolls in what is left.
    let beneath = metric::SPACE_M + settings::HEIGHT;
    let used = size.y - ui.available_height();
    table::show(
        ui,
        view,
        out,
        (size.y - used - beneath).max(table::least(view.lang)),
    );
    ui.add_space(metric::SPACE_M);
    settings::show(ui, view, out);
    ui.add_space(metric::SPACE_S);
    view.dimmed(ui, |ui| overview::show(ui, view, out));
}

/// The switch between the aspects of the product, and what can be done in the one in front.
fn switch(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let is_wide = ui.available_width() >= ONE_ROW;
    ui.horizontal(|ui| {
        let name = FitMsg::Aspect.text(view.lang);
        let names = Aspect::ALL.map(|aspect| aspect.name().text(view.lang));
        let now = Aspect::ALL
            .iter()
            .position(|aspect| *aspect == view.selection.aspect);
        let id = Id::unique("product aspect");
        let picked = segmented(ui, view.theme, id, name, &names, now.unwrap_or_default());
        if let Some(aspect) = picked.and_then(|at| Aspect::ALL.get(at)) {
            out.command(Command::ShowAspect(*aspect));
        }
        if is_wide {
            ui.add_space(metric::SPACE_M);
            beside_switch(ui, view, out);
        }
    });
    if !is_wide {
        ui.add_space(metric::SPACE_S);
        ui.horizontal(|ui| beside_switch(ui, view, out));
    }
}

/// What can be done in the aspect in front.
fn beside_switch(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    match view.selection.aspect {
        Aspect::Parts => actions(ui, view, out),
        Aspect::Flat => {
            let width = ui.available_width().min(360.0);
            flat::route_choice(ui, view, out, width);
        }
        Aspect::Routes | Aspect::Hints => {}
    }
}

/// The product as a picture, with the first `most` parts.
pub(crate) fn drawing(ui: &mut Ui, view: &View<'_>, most: usize) {
    drawing::show(ui, view, most);
}

/// Height of the picture of a product with so many parts.
pub(crate) fn drawing_height(parts: usize, lang: Lang) -> f32 {
    drawing::height(parts, lang)
}

/// The product in words, line by line.
pub(crate) fn told(view: &View<'_>) -> String {
    drawing::told(view)
}

/// The inspector at the right: the selected part with everything that can be said about it.
pub fn inspector(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    inspector::show(ui, view, out);
}

/// The part that is selected.
fn selected<'a>(view: &View<'a>) -> Option<&'a Part> {
    let id = view.selection.part.as_ref()?;
    view.project.product.parts.iter().find(|part| &part.id == id)
}

fn mass_bar(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let slices = data::mass_bar(view);
    let segments: Vec<Segment<'_>> = slices
        .iter()
        .map(|slice| paint::segment(view.theme, slice))
        .collect();
    let chosen = slices
        .iter()
        .position(|slice| slice.part.is_some() && slice.part == view.selection.part);
    let name = ProductMsg::MassBar.text(view.lang);
    let bar = StackedBar::new("product parts", name, &segments)
        .selected(chosen)
        .height(metric::ROW);
    let top = ui.cursor().min;
    let picked = bar.show(ui, view.theme).picked;
    let place = egui::Rect::from_min_size(top, egui::vec2(ui.available_width(), metric::ROW));
    anchor::mark(ui, Anchor::Parts, place);
    if let Some(part) = picked
        .and_then(|index| slices.get(index))
        .and_then(|slice| slice.part.clone())
    {
        out.command(Command::SelectPart(Some(part)));
    }
}

/// From this width on there is room for duplicate and delete in words.
const WORDED: f32 = 340.0;

fn actions(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        add_menu(ui, view, out, false);
        let part = selected(view);
        let reason = part.is_none().then(|| ProductMsg::ChoosePart.text(view.lang));
        // What is at hand in every program stands without its word where room is short.
        let has_room = ui.available_width() >= WORDED;
        let button = |message: CommonMsg, sign| {
            let words = message.text(view.lang);
            let button = if has_room {
                Button::quiet(words).icon(sign)
            } else {
                Button::icon_only(sign, words)
            };
            button.disabled(reason)
        };
        let hint = |act: Act| act.hint(ui.ctx(), view.lang);
        let (copies, deletes) = (hint(Act::Duplicate), hint(Act::Remove));
        let duplicate = button(CommonMsg::Duplicate, icon::COPY).tooltip(&copies);
        let delete = button(CommonMsg::Delete, icon::TRASH).tooltip(&deletes);
        let duplicate = duplicate.show(ui, view.theme);
        let delete = delete.show(ui, view.theme);
        export_menu::show(ui, view, out, Subject::Product);
        assumed_button(ui, view, out);
        let Some(part) = part else { return };
        if duplicate.clicked() {
            acts::run(ui, view, out, Act::Duplicate, &part.id);
        }
        if delete.clicked() {
            acts::run(ui, view, out, Act::Remove, &part.id);
        }
    });
}

/// How many things are assumed; a click lists them beside the page.
fn assumed_button(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let count = assumed::data::count(view);
    if count == 0 {
        return;
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let label = AssumedMsg::Count.with(view.lang, &[("count", &count.to_string())]);
        let button = Button::bare(&label).icon(icon::INFO);
        if button.show(ui, view.theme).clicked() {
            out.command(Command::SelectPart(None));
        }
    });
}

/// The button that adds a part, with the roles as a menu.
fn add_menu(ui: &mut Ui, view: &View<'_>, out: &mut Out, is_primary: bool) {
    let label = ProductMsg::AddPart.text(view.lang);
    let button = if is_primary {
        Button::primary(label)
    } else {
        Button::quiet(label)
    };
    let response = button.icon(icon::PLUS).show(ui, view.theme);
    Popup::menu(&response).show(|ui| {
        for role in Role::ALL {
            if ui.button(CommonMsg::from(role).text(view.lang)).clicked() {
                let part = new_part::new_part(&view.project.product, view.library, role);
                let id = part.id.clone();
                out.edit(Edit::AddPart(Box::new(part)));
                out.command(Command::SelectPart(Some(id)));
            }
        }
    });
}

fn empty(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    ui.add_space(metric::SPACE_XXL);
    text::title(ui, view.theme, ProductMsg::NoParts.head(view.lang));
    ui.add_space(metric::SPACE_S);
    ui.scope(|ui| {
        ui.set_max_width(520.0);
        text::soft(ui, view.theme, ProductMsg::NoPartsHint.text(view.lang));
    });
    ui.add_space(metric::SPACE_L);
    add_menu(ui, view, out, true);
    ui.add_space(metric::SPACE_XXL);
    settings::show(ui, view, out);
}
