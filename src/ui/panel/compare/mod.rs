//! The comparison: two to four pathways in columns, one question per row, one scale per row.

pub mod data;
mod grid;
mod head;
mod headline;
mod list;
pub(crate) mod parts;
mod rows;
mod table;
mod work;

pub use headline::Headline;
pub use list::list;
pub use work::{Cell, Jobs, Line, Piece, Side, Sure, Work};

use crate::text::CompareMsg;
use crate::ui::view::{Out, View};
use crate::ui::widget::text;
use data::Compare;
use egui::{Id, ScrollArea, Ui};
use grid::Grid;
use rows::Rows;

/// Least height of the lines of work; with less the whole page scrolls.
const LEAST_LINES: f32 = 58.0;

/// Draws the comparison over the room at hand.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let data = Compare::of(view);
    if data.columns.is_empty() {
        text::title(ui, view.theme, CompareMsg::EmptyTitle.text(view.lang));
        text::soft(ui, view.theme, CompareMsg::EmptyHint.text(view.lang));
        return;
    }
    let height = ui.available_height();
    let fixed = Id::unique("compare fixed height");
    let needed = ui.data(|memory| memory.get_temp::<f32>(fixed)).unwrap_or(470.0);
    let lines = (height - needed).max(LEAST_LINES);
    ScrollArea::vertical()
        .id_salt("compare")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let used = page(ui, view, out, &data, height, lines);
            if (used - needed).abs() > 0.5 {
                ui.data_mut(|memory| memory.insert_temp(fixed, used));
                ui.ctx().request_repaint();
            }
        });
    grid::end_frame(ui);
}

/// Draws all rows; answers the height of everything but the lines of work.
fn page(ui: &mut Ui, view: &View<'_>, out: &mut Out, data: &Compare, height: f32, lines: f32) -> f32 {
    let top = ui.cursor().top();
    ui.spacing_mut().item_spacing.y = 0.0;
    head::headline(ui, view, &data.headline);
    let grid = Grid::of(ui, data.columns.len(), height);
    head::columns(ui, view, out, data, grid);
    let rows = Rows { view, data, grid };
    rows.circular(ui, out);
    rows.inflow(ui, out);
    rows.life(ui, out);
    rows.ends(ui, out);
    rows.work(ui, out);
    let above = ui.cursor().top();
    table::show(ui, view, out, data, grid, lines);
    let below = ui.cursor().top();
    rows.volume(ui, out);
    rows.even(ui, out);
    rows.sure(ui, out);
    let bottom = ui.cursor().top();
    (above - top) + (bottom - below) + 2.0 * grid.pad() + 1.0
}
