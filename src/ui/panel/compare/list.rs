//! The list beside the comparison: which variants stand side by side on which pathways, and which is the baseline.

use super::data::names;
use crate::edit::{Edit, FEWEST_COMPARED, MOST_COMPARED, PathwayEdit};
use crate::model::{Column, PathwayId, VariantNo};
use crate::report::picture::Subject;
use crate::text::{CommonMsg, CompareMsg, ImproveMsg, VariantMsg};
use crate::ui::icon;
use crate::ui::improving::Improve;
use crate::ui::shared::export_menu;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::badge::{BADGE, paint_pathway_badge};
use crate::ui::widget::touch;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, Hint as _, focus_ring, is_seen, say, text};
use egui::{
    Align2, Galley, Id, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

const HEIGHT: f32 = 44.0;
const TICK: f32 = 18.0;
/// Room for the tick before the badge.
const TICK_ROOM: f32 = 4.0 + TICK + metric::SPACE_S;
/// Room for the badge before the name.
const BEFORE_NAME: f32 = BADGE + metric::SPACE_S;
/// Width of a tick with the number of its variant.
const NUMBERED: f32 = 44.0;

/// One row of the list.
struct Row<'a> {
    id: &'a PathwayId,
    index: usize,
    name: String,
    baseline: bool,
}

/// A tick: one variant on the pathway of its row.
struct Tick {
    column: Column,
    /// What it is called: the pathway, with its variant where there are several.
    name: String,
    ticked: bool,
    refused: Option<CompareMsg>,
}

impl Tick {
    fn of(view: &View<'_>, variant: VariantNo, pathway: &PathwayId) -> Self {
        let column = Column::new(variant, pathway.clone());
        let compared = &view.project.compared;
        let ticked = compared.contains(&column);
        let refused = match (ticked, compared.len()) {
            (true, ..=FEWEST_COMPARED) => Some(CompareMsg::AtLeastTwo),
            (false, MOST_COMPARED..) => Some(CompareMsg::AtMostFour),
            _ => None,
        };
        Self {
            name: names(view).head(|names| names.column_in_full(&column)),
            column,
            ticked,
            refused,
        }
    }

    /// Puts the column in or takes it out, where that can be done.
    fn take(&self, view: &View<'_>, out: &mut Out, response: &Response) {
        if response.clicked() && self.refused.is_none() {
            out.edit(Edit::SetCompared(view.project.toggled(&self.column)));
        }
    }
}

/// Draws the list: a tick for each pathway and variant, and beneath them what makes the pathway the baseline.
pub fn list(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    ui.spacing_mut().item_spacing.y = 0.0;
    text::small(ui, theme, CompareMsg::Compared.head(lang));
    text::small(ui, theme, CompareMsg::ComparedHint.text(lang));
    ui.add_space(metric::SPACE_S);
    let variants = view.project.variants();
    if view.project.has_variants() {
        for variant in &variants {
            let name = names(view).head(|names| names.variant(variant.variant));
            let values = [("number", variant.variant.to_string()), ("name", name)];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            text::small(ui, theme, &VariantMsg::Legend.with(lang, &values));
        }
        ui.add_space(metric::SPACE_S);
    }
    ScrollArea::vertical()
        .id_salt("compared pathways")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (index, pathway) in view.project.pathways.iter().enumerate() {
                let row = Row {
                    id: &pathway.id,
                    index,
                    name: names(view).head(|names| names.pathway(&pathway.id)),
                    baseline: view.project.baseline == pathway.id,
                };
                if view.project.has_variants() {
                    named(ui, theme, &row);
                    ticks(ui, view, out, &row);
                } else {
                    let tick = Tick::of(view, view.project.product.variant, row.id);
                    let response = single(ui, view, &row, &tick);
                    tick.take(view, out, &response);
                }
                baseline(ui, view, out, &row);
                ui.add_space(metric::SPACE_XS);
            }
            export_menu::show(ui, view, out, Subject::Comparison);
            ui.add_space(metric::SPACE_S);
            let would_take = Button::quiet(ImproveMsg::WouldTake.text(lang)).icon(icon::WRENCH);
            if would_take.show(ui, theme).clicked() {
                let selected = view.selection.pathway.clone();
                let pathway = selected.filter(|id| *id != view.project.baseline);
                out.command(Command::Improve(Improve::Show(pathway, None)));
            }
        });
}

/// A pathway with its tick before it, where there is one variant.
fn single(ui: &mut Ui, view: &View<'_>, row: &Row<'_>, tick: &Tick) -> Response {
    let name = name(ui, view.theme, row, BEFORE_NAME + TICK_ROOM);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), row_height(&name)));
    let response = sensed(ui, view, rect, tick);
    if is_seen(ui, &response, rect) {
        paint_hover(ui, view.theme, rect, tick, &response);
        let middle = rect.left_center() + vec2(4.0 + TICK / 2.0, 0.0);
        paint_tick(ui, view.theme, middle, tick.ticked);
        paint_name(
            ui,
            view.theme,
            rect.with_min_x(rect.left() + TICK_ROOM),
            row,
            name,
        );
        focus_ring(ui, view.theme, &response, rect);
    }
    response
}

/// A pathway without a tick of its own.
fn named(ui: &mut Ui, theme: &Theme, row: &Row<'_>) {
    let name = name(ui, theme, row, BEFORE_NAME);
    let size = vec2(ui.available_width(), row_height(&name));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.name));
    paint_name(ui, theme, rect, row, name);
}

/// The name of the pathway in the width at hand behind what stands `before` it.
fn name(ui: &Ui, theme: &Theme, row: &Row<'_>, before: f32) -> Arc<Galley> {
    let room = ui.available_width() - before - 2.0;
    let font = theme.font(metric::TEXT_BODY);
    text::wrapped(ui.painter(), theme, &row.name, font, theme.ink, room)
}

fn row_height(name: &Galley) -> f32 {
    HEIGHT.max(name.size().y + metric::SPACE_XS)
}

/// The ticks of a pathway, one for each variant, with its number.
fn ticks(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &Row<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        for (place, variant) in view.project.variants().into_iter().enumerate() {
            if place == 0 {
                ui.add_space(BEFORE_NAME);
            }
            let tick = Tick::of(view, variant.variant, row.id);
            let (_, rect) = ui.allocate_space(vec2(NUMBERED, metric::TARGET));
            let response = sensed(ui, view, rect, &tick);
            if is_seen(ui, &response, rect) {
                paint_hover(ui, view.theme, rect, &tick, &response);
                let middle = rect.left_center() + vec2(4.0 + TICK / 2.0, 0.0);
                paint_tick(ui, view.theme, middle, tick.ticked);
                let at = middle + vec2(TICK / 2.0 + 5.0, 0.0);
                let font = view.theme.font(metric::TEXT_SMALL);
                let number = variant.variant.to_string();
                ui.painter()
                    .text(at, Align2::LEFT_CENTER, number, font, view.theme.ink);
                focus_ring(ui, view.theme, &response, rect);
            }
            tick.take(view, out, &response);
        }
    });
}

fn sensed(ui: &Ui, view: &View<'_>, rect: Rect, tick: &Tick) -> Response {
    let id = (
        "compare tick",
        tick.column.variant.get(),
        tick.column.pathway.as_str(),
    );
    let touch = Touch::new(Id::unique(id), rect, Role::CheckBox, &tick.name).chosen(tick.ticked);
    let response = touch.possible(tick.refused.is_none()).feel(ui);
    match tick.refused {
        Some(reason) => response.hint(reason.text(view.lang)),
        None if view.project.has_variants() => response.hint(&tick.name),
        None => response.on_hover_cursor(egui::CursorIcon::PointingHand),
    }
}

fn paint_hover(ui: &Ui, theme: &Theme, rect: Rect, tick: &Tick, response: &Response) {
    if response.hovered() && tick.refused.is_none() {
        ui.painter().rect_filled(rect, theme.radius(), theme.hover);
    }
}

fn paint_tick(ui: &Ui, theme: &Theme, center: egui::Pos2, ticked: bool) {
    let painter = ui.painter();
    let square = Rect::from_center_size(center, vec2(TICK, TICK));
    let (fill, edge) = if ticked {
        (theme.accent, egui::Stroke::new(theme.rule, theme.accent))
    } else {
        (theme.surface, theme.edge_stroke())
    };
    painter.rect(square, 4.0, fill, edge, StrokeKind::Inside);
    if ticked {
        let sign = theme.icon_font(14.0);
        painter.text(center, Align2::CENTER_CENTER, icon::CHECK, sign, theme.on_accent);
    }
}

/// Letter and name of the pathway.
fn paint_name(ui: &Ui, theme: &Theme, rect: Rect, row: &Row<'_>, name: Arc<Galley>) {
    let middle = rect.center().y;
    let badge = pos2(rect.left() + BADGE / 2.0, middle);
    paint_pathway_badge(ui.painter(), theme, badge, row.index);
    let at = pos2(rect.left() + BEFORE_NAME, middle);
    let place = Align2::LEFT_CENTER.anchor_size(at, name.size());
    ui.painter().galley(place.min.round(), name, theme.ink);
}

/// The word "baseline", or the button that makes it so; both take the same room.
fn baseline(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &Row<'_>) {
    let (theme, lang) = (view.theme, view.lang);
    let tick = if view.project.has_variants() {
        0.0
    } else {
        TICK_ROOM
    };
    let left = tick + BEFORE_NAME;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metric::TARGET));
    let rect = rect.with_min_x(rect.left() + left);
    let font = theme.font(metric::TEXT_SMALL);
    let at = rect.left_center() - vec2(0.0, 3.0);
    let id = Id::unique(("compare baseline", row.id.as_str()));
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
        say(
            painter,
            (at + vec2(20.0, 0.0), Align2::LEFT_CENTER),
            word,
            font,
            theme.ink,
        );
        let said = format!("{}: {word}", row.name);
        touch::spoken(ui, rect, id, Role::Label, &said);
        return;
    }
    let word = CompareMsg::SetBaseline.text(lang);
    let name = format!("{}: {word}", row.name);
    let plate = rect.translate(vec2(0.0, -3.0)).expand2(vec2(3.0, -2.0));
    let touch = Touch::button(id, rect, &name).plate(plate).plain();
    let response = touch.show(ui, theme);
    let ink = if response.hovered() || response.has_focus() {
        theme.accent
    } else {
        theme.ink_soft
    };
    say(ui.painter(), (at, Align2::LEFT_CENTER), word, font, ink);
    if response.clicked() {
        out.edit(Edit::pathway(row.id, PathwayEdit::SetBaseline));
    }
}
