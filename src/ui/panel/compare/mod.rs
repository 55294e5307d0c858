//! The comparison: two to four pathways in columns, one question per row, one scale per row.

pub mod data;
mod dealt;
mod differ;
mod ends;
mod grid;
mod head;
mod headline;
mod life;
mod list;
mod money;
mod more;
pub(crate) mod parts;
mod relative;
mod rings;
mod rows;
mod seen;
mod table;
mod work;
pub mod years;

pub use headline::Headline;
pub use list::list;
pub use more::More;
pub use relative::Relative;
pub use rings::RingName;
pub use work::{Cell, Jobs, Line, Side, Sure, Work};

use crate::text::CompareMsg;
use crate::ui::anchor::{self, Anchor};
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::text;
use data::{Column, Compare};
use egui::accesskit::Role;
use egui::{ScrollArea, Ui, UiBuilder};
use grid::Grid;
use rows::Rows;

/// Least height of what scrolls beneath the bars of work, one row; with less the whole page scrolls.
const LEAST: f32 = 32.0;

/// Height of a line of a verdict.
const VERDICT: f32 = 17.0;

/// Draws the comparison over the room at hand.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let data = Compare::of(view);
    if data.columns.is_empty() {
        text::title(ui, view.theme, CompareMsg::EmptyTitle.head(view.lang));
        text::soft(ui, view.theme, CompareMsg::EmptyHint.text(view.lang));
        return;
    }
    let height = ui.available_height();
    anchor::mark(ui, Anchor::Compare, ui.available_rect_before_wrap());
    // A bar that takes width would break lines anew, and with them the height that asks for the bar.
    let bar = &mut ui.spacing_mut().scroll;
    bar.floating = true;
    bar.floating_allocated_width = 0.0;
    ScrollArea::vertical()
        .id_salt("compare")
        .auto_shrink([false, false])
        .show(ui, |ui| page(ui, view, out, &data, height));
    grid::end_frame(ui);
}

/// Room that verdicts take above how sure the hours are: two lines where there are any.
fn verdicts(data: &Compare) -> f32 {
    let mut bodies = data.columns.iter().filter_map(|column| column.body.as_ref().ok());
    let has_any = bodies.any(|body| body.verdict.is_some());
    if has_any { 2.0 * VERDICT } else { 0.0 }
}

/// Draws all rows; what is behind the bars of work scrolls where the page is higher than `height`.
fn page(ui: &mut Ui, view: &View<'_>, out: &mut Out, data: &Compare, height: f32) {
    let top = ui.cursor().top();
    ui.spacing_mut().item_spacing.y = 0.0;
    let heads: Vec<String> = data.columns.iter().map(Column::head).collect();
    let grid = Grid::of(ui, &heads, height);
    head::headline(ui, view, &data.headline, grid.roomy);
    let rows = Rows { view, data, grid };
    let table = UiBuilder::new()
        .accessibility_role(Role::Table)
        .accessibility_label(CompareMsg::Compared.head(view.lang));
    ui.scope_builder(table, |ui| {
        columns(ui, out, &rows, height - ui.cursor().top() + top);
    });
}

/// Heads and rows in `height`.
fn columns(ui: &mut Ui, out: &mut Out, rows: &Rows<'_, '_>, height: f32) {
    let top = ui.cursor().top();
    head::columns(ui, rows.view, out, rows.data, rows.grid);
    rows.ends(ui, out);
    rows.life(ui, out);
    rows.circular(ui, out);
    rows.work(ui, out);
    let rest = (height - (ui.cursor().top() - top)).floor();
    if rest < LEAST {
        return beneath(ui, out, rows, rest);
    }
    ScrollArea::vertical()
        .id_salt("compare work")
        .max_height(rest)
        .min_scrolled_height(rest)
        .auto_shrink([false, true])
        .show(ui, |ui| beneath(ui, out, rows, rest));
}

/// What stands beneath the bars of work, in `rest` of the height.
fn beneath(ui: &mut Ui, out: &mut Out, rows: &Rows<'_, '_>, rest: f32) {
    let above = ui.cursor().top();
    if rows.view.project.compares_variants() {
        rows.counted(ui);
        rows.differs(ui);
    }
    rows.even(ui, out);
    rows.volume(ui, out);
    rows.inflow(ui, out);
    // With room, only as many lines as fit without scrolling; the others unfold.
    let sure = metric::ROW + 2.0 * rows.grid.pad() + metric::SPACE_XS + verdicts(rows.data);
    let letters = if rows.view.level.has_letters() {
        count_f32(data::letters().count()) * metric::TARGET + 2.0 * rows.grid.pad()
    } else {
        0.0
    };
    let left = rest - (ui.cursor().top() - above) - sure - letters - rows.rings_height();
    let room = rows.grid.roomy.then_some(left);
    table::show(ui, rows.view, out, rows.data, rows.grid, room);
    rows.sure(ui, out);
    rows.rings(ui, out);
    if rows.view.level.has_letters() {
        rows.letters(ui, out);
    }
    rows.more(ui, out);
}

/// A small count as a length.
#[expect(clippy::cast_precision_loss, reason = "four letters")]
fn count_f32(count: usize) -> f32 {
    count as f32
}
