//! The head of the page: the pathway's name, what the diagram shows, export, and the cap on lives.

use super::data::Page;
use crate::text::PictureMsg;
use crate::ui::diagram::Layer;
use crate::ui::panel::export_menu;
use crate::ui::picture::Subject;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{line, pathway_badge, segmented};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{FontId, Id, Label, Ui, vec2};

/// Room for the cap on lives.
const LIVES: f32 = 176.0;
/// Least room for the name.
const NAME: f32 = 80.0;

/// Shows the head.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &Page) {
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), metric::ROW));
    let mut right = inside(ui, row, egui::Layout::right_to_left(egui::Align::Center));
    right.spacing_mut().item_spacing.x = metric::SPACE_S;
    right.allocate_ui(vec2(LIVES, metric::ROW), |ui| {
        super::max_lives(ui, view, out, page);
    });
    if page.diagram.is_some() {
        export_menu::show(&mut right, view, out, Subject::Diagram);
        layers(&mut right, view, out);
    }
    let left = row.with_max_x(right.min_rect().left() - metric::SPACE_S);
    let mut left = inside(ui, left, egui::Layout::left_to_right(egui::Align::Center));
    left.spacing_mut().item_spacing.x = metric::SPACE_S;
    pathway_badge(&mut left, view.theme, page.index, &page.title);
    name(&mut left, view, &page.title);
}

fn inside(ui: &mut Ui, rect: egui::Rect, layout: egui::Layout) -> Ui {
    ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(layout))
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
    let room = ui.available_width().max(NAME);
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
