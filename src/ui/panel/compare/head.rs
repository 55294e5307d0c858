//! The sentences above the comparison, and the heads of its columns.

use super::data::{Column, Compare, names};
use super::grid::Grid;
use super::headline::Headline;
use crate::edit::{Edit, MOST_COMPARED, PathwayEdit, VariantEdit};
use crate::text::{CommonMsg, CompareMsg, ImproveMsg, VariantMsg};
use crate::ui::icon;
use crate::ui::improving::Improve;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::badge::{BADGE, paint_pathway_badge};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{
    Button, Hint as _, Notice, focus_ring, notice_line, segmented, segmented_width, text,
};
use egui::{Align2, Galley, Id, Popup, Response, Ui};
use std::sync::Arc;

/// Least height of the heads.
const HEAD: f32 = 38.0;
/// Height of the word beneath the baseline's name.
const MARK: f32 = 16.0;
/// Room for the sign of the menu.
const CARET: f32 = 18.0;
/// Columns with less room for a name write it small.
const NARROW: f32 = 200.0;
/// Columns under this width have the name beneath the badge.
const STACKED: f32 = 150.0;
/// Most lines of a name.
const MOST: usize = 6;

/// True where the name stands beneath badge and sign, for want of room beside them.
fn is_stacked(width: f32) -> bool {
    width < STACKED
}

/// The name of `column` in a column of `width`.
fn name(ui: &Ui, view: &View<'_>, column: &Column, width: f32) -> Arc<Galley> {
    let beside = width - BADGE - metric::SPACE_S - CARET;
    let room = if is_stacked(width) { width } else { beside };
    let size = if room < NARROW {
        metric::TEXT_SMALL
    } else {
        metric::TEXT_BODY
    };
    let (theme, font) = (view.theme, view.theme.medium_font(size));
    text::lines(ui.painter(), theme, &column.name, font, theme.ink, (room, MOST))
}

/// The height that the highest head asks for.
fn height(ui: &Ui, view: &View<'_>, data: &Compare, grid: Grid<'_>) -> f32 {
    let words = data.columns.iter().map(|column| {
        let mark = if mark(view, column).is_empty() { 0.0 } else { MARK };
        name(ui, view, column, grid.column).size().y + mark + 2.0
    });
    let above = if is_stacked(grid.column) {
        BADGE + metric::SPACE_XS
    } else {
        0.0
    };
    (above + words.fold(0.0, f32::max)).max(HEAD)
}

/// Draws the facts, smaller the measures, and smallest what they hang on.
pub(super) fn headline(ui: &mut Ui, view: &View<'_>, headline: &Headline, roomy: bool) {
    let theme = view.theme;
    let size = if roomy {
        metric::TEXT_TITLE
    } else {
        metric::TEXT_NAME
    };
    // The second language stands beneath the first, smaller.
    for (line, words) in headline.facts.lines().enumerate() {
        let (size, ink) = match line {
            0 => (size, theme.ink),
            _ => (metric::TEXT_BODY, theme.ink_soft),
        };
        text::Flow::new(words, theme.medium_font(size), ink)
            .alone()
            .show(ui);
    }
    ui.add_space(metric::SPACE_XS);
    for (line, words) in headline.measures.lines().enumerate() {
        let ink = if line == 0 { theme.ink } else { theme.ink_soft };
        text::Flow::new(words, theme.font(metric::TEXT_SMALL), ink)
            .alone()
            .show(ui);
    }
    // Without much room the small print is said once.
    let note = if roomy {
        headline.note.as_str()
    } else {
        headline.note.lines().next().unwrap_or_default()
    };
    text::Flow::new(note, theme.font(metric::TEXT_SMALL), theme.ink_soft).show(ui);
    ui.add_space(metric::SPACE_S);
}

/// Draws badge, name, baseline mark and menu of every column.
pub(super) fn columns(ui: &mut Ui, view: &View<'_>, out: &mut Out, data: &Compare, grid: Grid<'_>) {
    let few = data.columns.len() <= 2;
    let mut scale = None;
    let height = height(ui, view, data, grid);
    grid.heads(
        ui,
        |ui| scale = choose_scale(ui, view),
        |ui, at| {
            let Some(column) = data.columns.get(at) else {
                return;
            };
            head(ui, view, out, column, few, height);
            if let Some(idle) = &column.idle {
                notice_line(ui, view.theme, Notice::Warning, &idle.full, view.lang);
            }
            if let Err(reason) = &column.body {
                notice_line(ui, view.theme, Notice::Warning, reason, view.lang);
            }
        },
    );
    if scale.is_some() {
        out.command(Command::ToggleRelative);
    }
    ui.add_space(metric::SPACE_XS);
}

/// Figures or differences; answers what was picked.
fn choose_scale(ui: &mut Ui, view: &View<'_>) -> Option<usize> {
    ui.add_space((HEAD - metric::ROW) / 2.0);
    let options = [VariantMsg::Figures, VariantMsg::Differences].map(|option| option.text(view.lang));
    let name = VariantMsg::Scale.text(view.lang);
    // With too little room for both words it is a switch.
    if ui.available_width() < segmented_width(ui, view.theme, &options) {
        let switch = Button::icon_only(icon::SCALES, name).on(view.relative);
        return switch.show(ui, view.theme).clicked().then_some(0);
    }
    let id = Id::unique("compare scale");
    segmented(ui, view.theme, id, name, &options, usize::from(view.relative))
}

/// Badge, name and baseline mark; a click opens what can be done with the column.
fn head(ui: &mut Ui, view: &View<'_>, out: &mut Out, column: &Column, few: bool, height: f32) {
    let theme = view.theme;
    let (_, rect) = ui.allocate_space(egui::vec2(ui.available_width(), height));
    let mark = mark(view, column);
    let label =
        CompareMsg::ColumnMenu.with(view.lang, &[("name", &names(view).column_in_full(&column.at()))]);
    let id = Id::unique(("compare head", column.key.as_str()));
    let touch = Touch::button(id, rect, &label).said(&mark);
    let response = touch.plate(rect.expand2(egui::vec2(3.0, 0.0))).show(ui, theme);
    let painter = ui.painter();
    let stacked = is_stacked(rect.width());
    let middle = if stacked {
        rect.top() + BADGE / 2.0 + 1.0
    } else {
        rect.center().y
    };
    paint_pathway_badge(
        painter,
        theme,
        egui::pos2(rect.left() + BADGE / 2.0, middle),
        column.index,
    );
    let caret = egui::pos2(rect.right() - 8.0, middle);
    let (sign, ink) = (theme.icon_font(14.0), theme.ink_soft);
    painter.text(caret, Align2::CENTER_CENTER, icon::CARET_DOWN, sign, ink);
    let left = rect.left() + BADGE + metric::SPACE_S;
    let name = name(ui, view, column, rect.width());
    let room = if stacked {
        rect.width()
    } else {
        caret.x - 10.0 - left
    };
    let words = name.size().y + if mark.is_empty() { 0.0 } else { MARK };
    let at = if stacked {
        egui::pos2(rect.left(), rect.top() + BADGE + metric::SPACE_XS)
    } else {
        egui::pos2(left, middle - words / 2.0)
    };
    let at = at.round();
    let below = at + egui::vec2(0.0, name.size().y);
    let font = theme.font(metric::TEXT_SMALL);
    let marked = text::one_line(painter, theme, &mark, font, theme.ink_soft, room);
    let is_cut = name.elided || marked.elided;
    painter.galley(at, name, theme.ink);
    painter.galley(below, marked, theme.ink_soft);
    focus_ring(ui, theme, &response, rect.expand2(egui::vec2(3.0, 0.0)));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let response = if is_cut {
        response.hint(format!("{}\n{mark}", column.name))
    } else {
        response
    };
    menu(&response, view, out, column, few);
}

/// What stands beneath the name: the variant where there are several, and what the column is to the others.
fn mark(view: &View<'_>, column: &Column) -> String {
    let baseline = CommonMsg::Baseline.text(view.lang);
    let Some(variant) = &column.variant_name else {
        return if column.baseline { baseline } else { "" }.to_owned();
    };
    if column.reference {
        let values = [("variant", variant.as_str()), ("baseline", baseline)];
        VariantMsg::MarkedBaseline.with(view.lang, &values)
    } else {
        variant.clone()
    }
}

fn menu(response: &Response, view: &View<'_>, out: &mut Out, column: &Column, few: bool) {
    let (theme, lang) = (view.theme, view.lang);
    let full = view.project.compared.len() >= MOST_COMPARED;
    let full = full.then(|| CompareMsg::AtMostFour.text(lang));
    Popup::menu(response).show(|ui| {
        let is_baseline = CommonMsg::Baseline.text(lang);
        let set = Button::bare(CompareMsg::SetBaseline.text(lang))
            .icon(icon::FLAG)
            .disabled(column.baseline.then_some(is_baseline));
        if set.show(ui, theme).clicked() {
            out.edit(Edit::pathway(&column.id, PathwayEdit::SetBaseline));
            ui.close();
        }
        let copy = |message: VariantMsg| Button::bare(message.text(lang)).icon(icon::COPY).disabled(full);
        let in_hand = column.variant == view.project.product.variant;
        if in_hand && copy(VariantMsg::CopyPathway).show(ui, theme).clicked() {
            out.edit(Edit::pathway(&column.id, PathwayEdit::Duplicate));
            ui.close();
        }
        if copy(VariantMsg::Duplicate).show(ui, theme).clicked() {
            let beside = VariantEdit::Duplicate(Some(column.id.clone()));
            out.edit(Edit::variant(column.variant, beside));
            ui.close();
        }
        let remove = Button::bare(CompareMsg::RemoveColumn.text(lang))
            .icon(icon::CROSS)
            .disabled(few.then_some(CompareMsg::AtLeastTwo.text(lang)));
        if remove.show(ui, theme).clicked() {
            out.edit(Edit::SetCompared(view.project.toggled(&column.at())));
            ui.close();
        }
        let would_take = Button::bare(ImproveMsg::WouldTake.text(lang)).icon(icon::WRENCH);
        if would_take.show(ui, theme).clicked() {
            if column.variant != view.project.product.variant {
                out.edit(Edit::variant(column.variant, VariantEdit::TakeInHand));
            }
            out.command(Command::Improve(Improve::Show(Some(column.id.clone()), None)));
            ui.close();
        }
        let open = Button::bare(CommonMsg::Open.text(lang)).icon(icon::FLOW);
        if open.show(ui, theme).clicked() {
            if column.variant != view.project.product.variant {
                out.edit(Edit::variant(column.variant, VariantEdit::TakeInHand));
            }
            out.command(Command::SelectPathway(column.id.clone()));
            out.command(Command::Show(crate::ui::view::Page::Pathways));
            ui.close();
        }
    });
}
