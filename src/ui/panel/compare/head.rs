//! The sentences above the comparison, and the heads of its columns.

use super::data::{Column, Compare};
use super::grid::Grid;
use super::headline::Headline;
use crate::edit::{Edit, PathwayEdit};
use crate::text::{CommonMsg, CompareMsg};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Button, Notice, notice_line, pathway_badge, text};
use egui::{Popup, RichText, Ui};

/// Draws the sentence, and smaller what it hangs on.
pub(super) fn headline(ui: &mut Ui, view: &View<'_>, headline: &Headline) {
    let theme = view.theme;
    let sentence = RichText::new(&headline.sentence)
        .font(theme.medium_font(metric::TEXT_TITLE))
        .color(theme.ink);
    ui.add(egui::Label::new(sentence).wrap());
    ui.add_space(metric::SPACE_XS);
    let note = RichText::new(&headline.note)
        .font(theme.font(metric::TEXT_SMALL))
        .color(theme.ink_soft);
    ui.add(egui::Label::new(note).wrap());
    ui.add_space(metric::SPACE_S);
}

/// Draws badge, name, baseline mark and menu of every column.
pub(super) fn columns(ui: &mut Ui, view: &View<'_>, out: &mut Out, data: &Compare, grid: Grid) {
    let few = data.columns.len() <= 2;
    grid.cells(
        ui,
        |_| {},
        |ui, at| {
            let Some(column) = data.columns.get(at) else {
                return;
            };
            head(ui, view, out, column, few);
            if let Err(reason) = &column.body {
                notice_line(ui, view.theme, Notice::Warning, reason, view.lang);
            }
        },
    );
    ui.add_space(metric::SPACE_XS);
}

fn head(ui: &mut Ui, view: &View<'_>, out: &mut Out, column: &Column, few: bool) {
    let theme = view.theme;
    let width = ui.available_width();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        pathway_badge(ui, theme, column.index, &column.name);
        let name = RichText::new(&column.name)
            .font(theme.medium_font(metric::TEXT_BODY))
            .color(theme.ink);
        let room = width - 22.0 - 32.0 - 3.0 * metric::SPACE_S;
        ui.allocate_ui_with_layout(
            egui::vec2(room, metric::ROW),
            egui::Layout::top_down(egui::Align::Min),
            |ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(if column.baseline { 0.0 } else { 6.0 });
                ui.add(egui::Label::new(name).truncate().selectable(false));
                if column.baseline {
                    text::small(ui, theme, CommonMsg::Baseline.text(view.lang));
                }
            },
        );
        menu(ui, view, out, column, few);
    });
}

fn menu(ui: &mut Ui, view: &View<'_>, out: &mut Out, column: &Column, few: bool) {
    let (theme, lang) = (view.theme, view.lang);
    let label = CompareMsg::ColumnMenu.with(lang, &[("name", &column.name)]);
    let response = ui
        .push_id(("column menu", column.id.as_str()), |ui| {
            Button::icon_only(icon::MORE, &label).show(ui, theme)
        })
        .inner;
    Popup::menu(&response).show(|ui| {
        let is_baseline = CommonMsg::Baseline.text(lang);
        let set = Button::bare(CompareMsg::SetBaseline.text(lang))
            .icon(icon::FLAG)
            .disabled(column.baseline.then_some(is_baseline));
        if set.show(ui, theme).clicked() {
            out.edit(Edit::pathway(&column.id, PathwayEdit::SetBaseline));
            ui.close();
        }
        let remove = Button::bare(CompareMsg::RemoveColumn.text(lang))
            .icon(icon::CROSS)
            .disabled(few.then_some(CompareMsg::AtLeastTwo.text(lang)));
        if remove.show(ui, theme).clicked() {
            let mut compared = view.project.compared.clone();
            compared.retain(|id| id != &column.id);
            out.edit(Edit::SetCompared(compared));
            ui.close();
        }
        let open = Button::bare(CommonMsg::Open.text(lang)).icon(icon::FLOW);
        if open.show(ui, theme).clicked() {
            out.command(Command::SelectPathway(column.id.clone()));
            out.command(Command::Show(crate::ui::view::Page::Pathways));
            ui.close();
        }
    });
}
