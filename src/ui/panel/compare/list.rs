//! The list beside the comparison: which pathways stand side by side, and which is the baseline.

use super::data::names;
use crate::edit::{Edit, PathwayEdit};
use crate::model::PathwayId;
use crate::text::{CommonMsg, CompareMsg};
use crate::ui::icon;
use crate::ui::panel::export_menu;
use crate::ui::picture::Subject;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::badge::{BADGE, paint_pathway_badge};
use crate::ui::widget::{focus_ring, is_seen, text};
use egui::{
    Align2, Galley, Id, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

const HEIGHT: f32 = 44.0;
const TICK: f32 = 18.0;
/// Room for tick and badge before the name.
const BEFORE_NAME: f32 = 4.0 + TICK + metric::SPACE_S + BADGE + metric::SPACE_S;

/// One row of the list.
struct Row<'a> {
    id: &'a PathwayId,
    index: usize,
    name: String,
    ticked: bool,
    refused: Option<CompareMsg>,
    baseline: bool,
}

/// Draws the list: a tick for each pathway, and beneath it what makes it the baseline.
pub fn list(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    ui.spacing_mut().item_spacing.y = 0.0;
    text::small(ui, theme, CompareMsg::Compared.head(lang));
    text::small(ui, theme, CompareMsg::ComparedHint.text(lang));
    ui.add_space(metric::SPACE_S);
    ScrollArea::vertical()
        .id_salt("compared pathways")
        .auto_shrink([false, true])
        .show(ui, |ui| rows(ui, view, out));
}

fn rows(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let compared = &view.project.compared;
    for (index, pathway) in view.project.pathways.iter().enumerate() {
        let ticked = compared.contains(&pathway.id);
        let refused = match (ticked, compared.len()) {
            (true, ..=2) => Some(CompareMsg::AtLeastTwo),
            (false, 4..) => Some(CompareMsg::AtMostFour),
            _ => None,
        };
        let row = Row {
            id: &pathway.id,
            index,
            name: names(view).head(|names| names.pathway(&pathway.id)),
            ticked,
            refused,
            baseline: view.project.baseline == pathway.id,
        };
        if tick(ui, view, &row).clicked() && refused.is_none() {
            out.edit(Edit::SetCompared(toggled(view, &pathway.id)));
        }
        baseline(ui, view, out, &row);
        ui.add_space(metric::SPACE_XS);
    }
    export_menu::show(ui, view, out, Subject::Comparison);
}

/// The compared pathways with `id` put in or taken out, in the order of the project.
fn toggled(view: &View<'_>, id: &PathwayId) -> Vec<PathwayId> {
    let compared = &view.project.compared;
    let is_in = |other: &PathwayId| compared.contains(other) != (other == id);
    let all = view.project.pathways.iter().map(|pathway| &pathway.id);
    all.filter(|other| is_in(other)).cloned().collect()
}

fn tick(ui: &mut Ui, view: &View<'_>, row: &Row<'_>) -> Response {
    let theme = view.theme;
    let room = ui.available_width() - BEFORE_NAME - 2.0;
    let font = theme.font(metric::TEXT_BODY);
    let name = text::wrapped(ui.painter(), theme, &row.name, font, theme.ink, room);
    let height = HEIGHT.max(name.size().y + metric::SPACE_XS);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let response = ui.interact(
        rect,
        Id::unique(("compare tick", row.id.as_str())),
        Sense::click(),
    );
    response
        .widget_info(|| WidgetInfo::selected(Role::CheckBox, row.refused.is_none(), row.ticked, &row.name));
    if is_seen(ui, &response, rect) {
        paint_tick(ui, theme, rect, row, name, &response);
    }
    match row.refused {
        Some(reason) => response.on_hover_text(reason.text(view.lang)),
        None => response.on_hover_cursor(egui::CursorIcon::PointingHand),
    }
}

fn paint_tick(ui: &Ui, theme: &Theme, rect: Rect, row: &Row<'_>, name: Arc<Galley>, response: &Response) {
    let painter = ui.painter();
    if response.hovered() && row.refused.is_none() {
        painter.rect_filled(rect, theme.radius(), theme.hover);
    }
    let middle = rect.center().y;
    let square = Rect::from_center_size(pos2(rect.left() + 4.0 + TICK / 2.0, middle), vec2(TICK, TICK));
    let (fill, edge) = if row.ticked {
        (theme.accent, egui::Stroke::new(theme.rule, theme.accent))
    } else {
        (theme.surface, theme.edge_stroke())
    };
    painter.rect(square, 4.0, fill, edge, StrokeKind::Inside);
    if row.ticked {
        let sign = theme.icon_font(14.0);
        painter.text(
            square.center(),
            Align2::CENTER_CENTER,
            icon::CHECK,
            sign,
            theme.on_accent,
        );
    }
    let badge = pos2(square.right() + metric::SPACE_S + BADGE / 2.0, middle);
    paint_pathway_badge(painter, theme, badge, row.index);
    let left = rect.left() + BEFORE_NAME;
    let place = Align2::LEFT_CENTER.anchor_size(pos2(left, middle), name.size());
    painter.galley(place.min.round(), name, theme.ink);
    focus_ring(ui, theme, response, rect);
}

/// The word "baseline", or the button that makes it so; both take the same room.
fn baseline(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &Row<'_>) {
    let (theme, lang) = (view.theme, view.lang);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metric::TARGET));
    let rect = rect.with_min_x(rect.left() + BEFORE_NAME);
    let font = theme.font(metric::TEXT_SMALL);
    let at = rect.left_center() - vec2(0.0, 3.0);
    if row.baseline {
        let word = CommonMsg::Baseline.text(lang);
        let painter = ui.painter();
        painter.text(
            at,
            Align2::LEFT_CENTER,
            icon::FLAG,
            theme.icon_font(14.0),
            theme.ink,
        );
        painter.text(at + vec2(20.0, 0.0), Align2::LEFT_CENTER, word, font, theme.ink);
        let response = ui.interact(
            rect,
            Id::unique(("compare baseline", row.id.as_str())),
            Sense::hover(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {word}", row.name)));
        return;
    }
    let word = CompareMsg::SetBaseline.text(lang);
    let response = ui.interact(
        rect,
        Id::unique(("compare baseline", row.id.as_str())),
        Sense::click(),
    );
    let name = format!("{}: {word}", row.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let ink = if response.hovered() || response.has_focus() {
        theme.accent
    } else {
        theme.ink_soft
    };
    ui.painter().text(at, Align2::LEFT_CENTER, word, font, ink);
    focus_ring(
        ui,
        theme,
        &response,
        rect.translate(vec2(0.0, -3.0)).expand2(vec2(3.0, -2.0)),
    );
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        out.edit(Edit::pathway(row.id, PathwayEdit::SetBaseline));
    }
}
