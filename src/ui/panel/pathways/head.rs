//! The head of the page: the pathway's name, what the diagram shows, export, and the cap on lives.

use super::data::Page;
use crate::report::picture::{Layer, Subject};
use crate::text::PictureMsg;
use crate::ui::shared::export_menu;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::badge::BADGE;
use crate::ui::widget::{line, pathway_badge, segmented, segmented_width};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{FontId, Id, Label, Ui, vec2};

/// Room for the cap on lives.
const LIVES: f32 = 176.0;
/// Least room for a name in two lines.
const NAME: f32 = 260.0;

/// Shows the head: the name, and at the right or beneath it, where both do not fit, what can be done.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &Page) {
    let tools = tools_width(ui, view, page);
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), metric::ROW));
    let beside = row.width() - tools - BADGE - 2.0 * metric::SPACE_L;
    let has_room = beside >= NAME.min(name_width(ui, view, &page.title));
    let title = if has_room {
        row.with_max_x(row.right() - tools - metric::SPACE_L)
    } else {
        row
    };
    let mut left = inside(ui, title);
    pathway_badge(&mut left, view.theme, page.index, &page.title);
    name(&mut left, view, &page.title);
    let row = if has_room {
        row
    } else {
        ui.allocate_space(vec2(ui.available_width(), metric::ROW)).1
    };
    let mut right = inside(ui, row.with_min_x((row.right() - tools).max(row.left())));
    if page.diagram.is_some() {
        layers(&mut right, view, out);
        export_menu::show(&mut right, view, out, Subject::Diagram);
    }
    // Too narrow even for a line of its own: the cap goes one line further down.
    if tools > row.width() {
        let row = ui.allocate_space(vec2(ui.available_width(), metric::ROW)).1;
        right = inside(ui, row);
    }
    right.allocate_ui(vec2(LIVES, metric::ROW), |ui| {
        super::max_lives(ui, view, out, page);
    });
}

/// The width of what stands at the right.
fn tools_width(ui: &Ui, view: &View<'_>, page: &Page) -> f32 {
    if page.diagram.is_none() {
        return LIVES;
    }
    let names = Layer::ALL.map(|layer| layer.name(view.lang));
    segmented_width(ui, view.theme, &names) + metric::ROW + LIVES + 2.0 * metric::SPACE_S
}

fn inside(ui: &mut Ui, rect: egui::Rect) -> Ui {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(layout));
    inside.spacing_mut().item_spacing.x = metric::SPACE_S;
    inside
}

/// The width of the name in one line at its smaller size.
fn name_width(ui: &Ui, view: &View<'_>, name: &str) -> f32 {
    let font = view.theme.medium_font(metric::TEXT_NAME);
    line(ui.painter(), name, font, view.theme.ink).size().x
}

/// Mass, work, pieces.
fn layers(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let names = Layer::ALL.map(|layer| layer.name(view.lang));
    let label = PictureMsg::Layer.text(view.lang);
    let chosen = view.selection.layer.index();
    let id = Id::unique("diagram layer");
    let picked = segmented(ui, view.theme, id, label, &names, chosen);
    if let Some(layer) = picked.and_then(|picked| Layer::ALL.get(picked)) {
        out.command(Command::ShowLayer(*layer));
    }
}

/// The name in one line where it fits, else smaller in two.
fn name(ui: &mut Ui, view: &View<'_>, name: &str) {
    let room = ui.available_width();
    let fonts = [metric::TEXT_TITLE, metric::TEXT_NAME].map(|size| view.theme.medium_font(size));
    let fits = |font: &FontId| {
        let words = line(ui.painter(), name, font.clone(), view.theme.ink);
        words.size().x <= room
    };
    let font = fonts.into_iter().find(fits);
    let (font, rows) = font.map_or((view.theme.medium_font(metric::TEXT_BODY), 2), |font| (font, 1));
    let format = TextFormat::simple(font, view.theme.ink);
    let mut job = LayoutJob::single_section(name.to_owned(), format);
    job.wrap = TextWrapping {
        max_width: room,
        max_rows: rows,
        ..TextWrapping::default()
    };
    ui.add(Label::new(job).selectable(false));
}
