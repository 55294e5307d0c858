//! The page that brings a bill of materials in: the table as it stands, what each column means, what was understood of
//! each row, and what comes out of it.
//!
//! Invariant: what is doubtful or skipped is marked at its row and cell by word and sign, with the reason beside it.

pub mod cells;
mod columns;
mod correct;
pub mod data;
mod empty;
mod head;
mod questions;
mod returned;
mod side;
mod table;

use crate::intake::Draft;
use crate::intake::bom::{Bom, Status};
use crate::intake::parts_sheet::Returned;
use crate::model::KindId;
use crate::text::ImportMsg;
use crate::ui::theme::metric;
use crate::ui::view::{Import, Out, View};
use crate::ui::widget::{Notice, notice_line, segmented, text};
use data::Data;
use egui::{Id, Layout, ScrollArea, Ui, UiBuilder, vec2};
use std::sync::Arc;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Importing {
    /// What the table is called; none before there is one.
    pub source: Option<String>,
    /// The table and how it is understood.
    pub draft: Option<Draft>,
    /// What was read of it; none while it is read for the first time.
    pub bom: Option<Arc<Bom>>,
    /// The kind of garment where neither table nor user says one.
    pub assumed: KindId,
    /// Why something could not be read.
    pub problem: Option<String>,
    /// True while something is being read.
    pub is_busy: bool,
    /// The rows shown: all, or those with this status.
    pub shown: Option<Status>,
    /// The selected row, counted from 0.
    pub selected: Option<usize>,
    /// True where no project is open, whose parts could be replaced.
    pub alone: bool,
    /// What changes where the table is the open project's own, come back.
    pub returned: Option<Arc<Returned>>,
}

/// Width of the column at the right.
const SIDE: f32 = 300.0;
/// From this width on the column stands beside the table, else beneath it.
const BESIDE: f32 = 860.0;
/// Least height of the table.
const LEAST: f32 = 260.0;

/// Draws the page.
pub fn show(ui: &mut Ui, view: &View<'_>, importing: &Importing, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let data = importing
        .draft
        .as_ref()
        .map(|draft| data::data(view, importing, draft));
    let product = data.as_ref().map_or("", |data| data.name.as_str());
    head::title(ui, view, importing, product, out);
    if let Some(problem) = &importing.problem {
        ui.add_space(metric::SPACE_S);
        notice_line(ui, view.theme, Notice::Error, problem, view.lang);
    }
    let Some(data) = data else {
        return empty::show(ui, view, importing, out);
    };
    ui.add_space(metric::SPACE_M);
    let room = ui.available_rect_before_wrap();
    if room.width() < BESIDE {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            center(ui, view, importing, &data, out, LEAST);
            ui.add_space(metric::SPACE_L);
            side::show(ui, view, importing, &data, out);
            side::actions(ui, view, &data, out);
        });
        return;
    }
    let left = room.with_max_x(room.right() - SIDE - metric::SPACE_XL);
    let right = room.with_min_x(room.right() - SIDE);
    let edge = left.right() + metric::SPACE_M;
    ui.painter().vline(edge, room.y_range(), view.theme.rule_stroke());
    let mut center_ui = ui.new_child(UiBuilder::new().id_salt("import center").max_rect(left));
    center(&mut center_ui, view, importing, &data, out, 0.0);
    let foot = side::actions_height(&data);
    let above = right.with_max_y(right.bottom() - foot);
    let mut side_ui = ui.new_child(UiBuilder::new().id_salt("import side").max_rect(above));
    crate::ui::widget::scroll_beside(&mut side_ui, "import side scroll", |ui| {
        side::show(ui, view, importing, &data, out);
    });
    let beneath = right.with_min_y(above.bottom());
    let mut foot_ui = ui.new_child(UiBuilder::new().id_salt("import foot").max_rect(beneath));
    side::actions(&mut foot_ui, view, &data, out);
    ui.advance_cursor_after_rect(room);
}

/// How the table is understood, which rows are shown, and the table itself.
fn center(ui: &mut Ui, view: &View<'_>, importing: &Importing, data: &Data, out: &mut Out, least: f32) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(draft) = &importing.draft else { return };
    head::choices(ui, view, importing, draft, data, out);
    ui.add_space(metric::SPACE_M);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_M;
        rows_shown(ui, view, importing, data, out);
        if importing.is_busy {
            text::small(ui, view.theme, ImportMsg::Reading.text(view.lang));
        }
        let right = Layout::right_to_left(egui::Align::Center);
        ui.with_layout(right, |ui| head::remembered(ui, view, data, out));
    });
    ui.add_space(metric::SPACE_S);
    if draft.mapping().count() == 0 {
        let sentence = ImportMsg::NoHeadings.text(view.lang);
        notice_line(ui, view.theme, Notice::Warning, sentence, view.lang);
        ui.add_space(metric::SPACE_S);
    }
    let size = vec2(ui.available_width(), ui.available_height().max(least));
    ui.allocate_ui(size, |ui| table::show(ui, view, importing, draft, out));
}

/// How many rows there are of each kind; each count shows its rows alone.
fn rows_shown(ui: &mut Ui, view: &View<'_>, importing: &Importing, data: &Data, out: &mut Out) {
    const ALL: [Option<Status>; 4] = [
        None,
        Some(Status::Read),
        Some(Status::Doubtful),
        Some(Status::Skipped),
    ];
    let options = data.counts.each_ref().map(String::as_str);
    let chosen = ALL
        .iter()
        .position(|status| *status == importing.shown)
        .unwrap_or(0);
    let name = ImportMsg::RowsShown.text(view.lang);
    let id = Id::unique("import rows shown");
    let picked = segmented(ui, view.theme, id, name, &options, chosen);
    if let Some(status) = picked.and_then(|index| ALL.get(index)) {
        out.import(Import::Show(*status));
    }
}
