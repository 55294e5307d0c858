//! The inspector while no stage is selected: all gates of the pathway, and what is worth knowing about it.

use super::data::{self, Overview};
use super::gates;
use crate::model::Pathway;
use crate::text::PathwaysMsg;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::{Notice, notice_line, text};
use egui::Ui;

/// Shows the overview of `pathway`.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway) {
    let overview = data::overview(view, pathway);
    super::wrapped(ui, view.theme, PathwaysMsg::PickStage.text(view.lang));
    super::stages::add_button(ui, view, out, pathway);
    ui.add_space(metric::SPACE_M);
    remarks(ui, view, &overview, true);
    text::heading(ui, view.theme, PathwaysMsg::GateTable.head(view.lang));
    ui.add_space(metric::SPACE_XS);
    if overview.gates.is_empty() {
        super::wrapped(ui, view.theme, PathwaysMsg::NoGates.text(view.lang));
    }
    for table in &overview.gates {
        gates::show_brief(ui, view, out, pathway, table);
    }
    text::rule(ui, view.theme);
    remarks(ui, view, &overview, false);
    if let Some(balance) = &overview.balance {
        super::wrapped(ui, view.theme, balance);
    }
}

/// What should be mended, or what is worth knowing.
fn remarks(ui: &mut Ui, view: &View<'_>, overview: &Overview, findings: bool) {
    let (title, grade) = if findings {
        (PathwaysMsg::Mend, Notice::Warning)
    } else {
        (PathwaysMsg::Notices, Notice::Info)
    };
    let some: Vec<_> = overview
        .remarks
        .iter()
        .filter(|remark| remark.is_finding == findings)
        .collect();
    if some.is_empty() && findings {
        return;
    }
    text::heading(ui, view.theme, title.head(view.lang));
    ui.add_space(metric::SPACE_XS);
    if some.is_empty() {
        super::wrapped(ui, view.theme, PathwaysMsg::NoNotices.text(view.lang));
    }
    for remark in some {
        notice_line(ui, view.theme, grade, &remark.text, view.lang);
        ui.add_space(metric::SPACE_XS);
    }
    ui.add_space(metric::SPACE_S);
}
