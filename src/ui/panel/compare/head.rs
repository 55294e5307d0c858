//! The sentences above the comparison, and the heads of its columns.

use super::data::{Column, Compare};
use super::grid::Grid;
use super::headline::Headline;
use crate::edit::{Edit, PathwayEdit};
use crate::text::{CommonMsg, CompareMsg, Lang};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::badge::{BADGE, paint_pathway_badge};
use crate::ui::widget::{Button, Notice, focus_ring, notice_line, text};
use egui::{Align2, Id, Popup, Response, RichText, Role, Sense, Ui, WidgetInfo};

/// Height of the heads, and most lines of a name in a narrow and in a wide column: in both languages it takes more.
const fn height(lang: Lang, roomy: bool) -> (f32, [usize; 2]) {
    match (lang, roomy) {
        (Lang::Both, true) => (72.0, [4, 4]),
        (Lang::Both, false) => (54.0, [3, 2]),
        (Lang::En | Lang::Zh, _) => (38.0, [2, 1]),
    }
}

/// Draws the sentence, and smaller what it hangs on.
pub(super) fn headline(ui: &mut Ui, view: &View<'_>, headline: &Headline, roomy: bool) {
    let theme = view.theme;
    let size = if roomy {
        metric::TEXT_TITLE
    } else {
        metric::TEXT_NAME
    };
    // The second language stands beneath the first, smaller.
    for (line, words) in headline.sentence.lines().enumerate() {
        let (size, ink) = match line {
            0 => (size, theme.ink),
            _ => (metric::TEXT_BODY, theme.ink_soft),
        };
        let sentence = RichText::new(words).font(theme.medium_font(size)).color(ink);
        ui.add(egui::Label::new(sentence).wrap());
    }
    ui.add_space(metric::SPACE_XS);
    // Without much room the small print is said once.
    let note = if roomy {
        headline.note.as_str()
    } else {
        headline.note.lines().next().unwrap_or_default()
    };
    let note = RichText::new(note)
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
            head(ui, view, out, column, few, grid.roomy);
            if let Err(reason) = &column.body {
                notice_line(ui, view.theme, Notice::Warning, reason, view.lang);
            }
        },
    );
    ui.add_space(metric::SPACE_XS);
}

/// Badge, name and baseline mark; a click opens what can be done with the column.
fn head(ui: &mut Ui, view: &View<'_>, out: &mut Out, column: &Column, few: bool, roomy: bool) {
    let theme = view.theme;
    let (height, [most_narrow, most_wide]) = height(view.lang, roomy);
    let (_, rect) = ui.allocate_space(egui::vec2(ui.available_width(), height));
    let response = ui.interact(
        rect,
        Id::unique(("compare head", column.id.as_str())),
        Sense::click(),
    );
    let mark = if column.baseline {
        CommonMsg::Baseline.text(view.lang)
    } else {
        ""
    };
    let label = CompareMsg::ColumnMenu.with(view.lang, &[("name", &column.name)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_value(mark));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.expand2(egui::vec2(3.0, 0.0)), theme.radius(), theme.hover);
    }
    let middle = rect.center().y;
    paint_pathway_badge(
        painter,
        theme,
        egui::pos2(rect.left() + BADGE / 2.0, middle),
        column.index,
    );
    let caret = egui::pos2(rect.right() - 8.0, middle);
    let sign = theme.icon_font(14.0);
    painter.text(
        caret,
        Align2::CENTER_CENTER,
        icon::CARET_DOWN,
        sign,
        theme.ink_soft,
    );
    let left = rect.left() + BADGE + metric::SPACE_S;
    let room = caret.x - 10.0 - left;
    let narrow = room < 200.0;
    let size = if narrow {
        metric::TEXT_SMALL
    } else {
        metric::TEXT_BODY
    };
    let font = theme.medium_font(size);
    let most = if narrow && !column.baseline {
        most_narrow
    } else {
        most_wide
    };
    let name = text::lines(painter, theme, &column.name, font, theme.ink, (room, most));
    let words = name.size().y + if column.baseline { 16.0 } else { 0.0 };
    let at = egui::pos2(left, middle - words / 2.0).round();
    let below = at + egui::vec2(0.0, name.size().y);
    let is_cut = name.elided;
    painter.galley(at, name, theme.ink);
    let small = theme.font(metric::TEXT_SMALL);
    painter.text(below, Align2::LEFT_TOP, mark, small, theme.ink_soft);
    focus_ring(ui, theme, &response, rect.expand2(egui::vec2(3.0, 0.0)));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let response = if is_cut {
        response.on_hover_text(&column.name)
    } else {
        response
    };
    menu(&response, view, out, column, few);
}

fn menu(response: &Response, view: &View<'_>, out: &mut Out, column: &Column, few: bool) {
    let (theme, lang) = (view.theme, view.lang);
    Popup::menu(response).show(|ui| {
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
