//! The list at the left: letter, name, baseline, tick for the comparison; actions beneath.

use super::data::{self, Row};
use super::{acts, stages};
use crate::edit::{Edit, PathwayEdit};
use crate::model::{Column, PathwayId};
use crate::text::{CommonMsg, PathwaysMsg};
use crate::ui::act::Act;
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::badge::{BADGE, paint_pathway_badge};
use crate::ui::widget::name_field;
use crate::ui::widget::{Button, focus_ring, text};
use egui::{
    EventFilter, Id, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Key of the field for a new name.
const NAME: &str = "pathway name";
/// Side of the tick.
const TICK: f32 = 18.0;
/// Room for the tick with its target.
const TICK_ROOM: f32 = 30.0;

/// Shows the list.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let rows = data::rows(view);
    let count = view.project.compared.len().to_string();
    text::small(
        ui,
        view.theme,
        &PathwaysMsg::ComparedCount.with(view.lang, &[("count", &count)]),
    );
    ui.add_space(metric::SPACE_S);
    let foot = 2.0 * (metric::ROW + metric::SPACE_S) + metric::SPACE_S;
    egui::ScrollArea::vertical()
        .id_salt("pathways")
        .max_height((ui.available_height() - foot).max(120.0))
        .show(ui, |ui| {
            let mut places = Vec::new();
            let mut held = None;
            for (at, row) in rows.iter().enumerate() {
                if renamed(ui) == Some(row.id.clone()) {
                    rename(ui, view, out, row);
                } else {
                    let response = show_row(ui, view, out, row);
                    follow(ui, row, &response);
                    keys(ui, view, out, &rows, at, &response);
                    acts::pathway_menu(ui, view, out, (&rows, at), &response);
                    if response.dragged() || response.drag_stopped() {
                        held = Some((at, response.drag_stopped()));
                    }
                    places.push(response.rect);
                }
                ui.add_space(metric::SPACE_XS);
            }
            if let Some(held) = held {
                drag(ui, view, out, (&rows, &places), held);
            }
        });
    ui.add_space(metric::SPACE_S);
    actions(ui, view, out, &rows);
    ui.add_space(metric::SPACE_S);
    stages::add_pathway(ui, view, out, false);
}

/// A row that is held: a line shows where it would go, and letting go moves its pathway.
fn drag(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    (rows, places): (&[Row], &[Rect]),
    (at, is_let_go): (usize, bool),
) {
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let (Some(pointer), Some(row)) = (pointer, rows.get(at)) else {
        return;
    };
    let above = places.iter().filter(|place| place.center().y < pointer.y);
    let gap = above.count();
    let edge = match gap.checked_sub(1).and_then(|before| places.get(before)) {
        Some(before) => before.bottom() + metric::SPACE_XS / 2.0,
        None => places.first().map_or(pointer.y, Rect::top),
    };
    let whole = places.first().map_or(Rect::NOTHING, |first| *first);
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    ui.painter()
        .hline(whole.x_range(), edge, Stroke::new(2.0, view.theme.accent));
    let place = if gap > at { gap - 1 } else { gap };
    if is_let_go && place != at {
        out.edit(Edit::pathway(&row.id, PathwayEdit::Move(place)));
    }
}

pub(super) fn row_id(id: &PathwayId) -> Id {
    Id::unique(("pathway row", id.as_str()))
}

/// Scrolls to a row that was not the one shown before.
fn follow(ui: &Ui, row: &Row, response: &Response) {
    let key = Id::unique("pathway row shown last");
    let last = ui.data(|data| data.get_temp::<PathwayId>(key));
    if row.is_shown && last.as_ref() != Some(&row.id) {
        ui.data_mut(|data| data.insert_temp(key, row.id.clone()));
        response.scroll_to_me(None);
    }
}

fn show_row(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &Row) -> Response {
    let theme = view.theme;
    let width = ui.available_width();
    let left = metric::SPACE_S + BADGE + metric::SPACE_S;
    let room = width - left - TICK_ROOM;
    let name = lay(ui, view, &row.name, room);
    let words = mark(view, row);
    let marked = !words.is_empty();
    let small = theme.font(metric::TEXT_SMALL);
    let mark = text::wrapped(ui.painter(), theme, &words, small, theme.ink_soft, room);
    let height = name.size().y + if marked { mark.size().y } else { 0.0 } + 14.0;
    let (_, rect) = ui.allocate_space(vec2(width, height.max(metric::ROW + 8.0)));
    let body = Rect::from_min_max(rect.min, pos2(rect.right() - TICK_ROOM, rect.bottom()));
    let sense = Sense::CLICK | Sense::DRAG | Sense::FOCUSABLE;
    let response = ui.interact(body, row_id(&row.id), sense);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), row.is_shown, &row.spoken));
    if let Some(idle) = &row.idle {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(idle.full.as_str()));
    }
    let painter = ui.painter();
    if row.is_shown {
        painter.rect_filled(rect, theme.radius(), theme.accent_soft);
    } else if response.hovered() {
        painter.rect_filled(rect, theme.radius(), theme.hover);
    }
    let top = rect.top() + 7.0;
    let center = pos2(rect.left() + metric::SPACE_S + BADGE / 2.0, top + 11.0);
    paint_pathway_badge(painter, theme, center, row.index);
    let below = top + name.size().y;
    painter.galley(pos2(rect.left() + left, top), name, theme.ink);
    if marked {
        let ink = match (row.has_error, &row.idle) {
            (true, _) => theme.error,
            (false, Some(_)) => theme.notice,
            (false, None) => theme.ink_soft,
        };
        painter.galley_with_override_text_color(pos2(rect.left() + left, below + 1.0), mark, ink);
    }
    focus_ring(ui, theme, &response, rect.shrink(1.0));
    tick(ui, view, out, row, rect);
    if response.clicked() {
        out.command(Command::SelectPathway(row.id.clone()));
    }
    if response.double_clicked() {
        start_rename(ui, &row.id);
    }
    let idle = row.idle.as_ref().map(|idle| format!("\n{}", idle.full));
    response.on_hover_text(format!("{}{}", row.name, idle.unwrap_or_default()))
}

/// The name on at most six lines.
fn lay(ui: &Ui, view: &View<'_>, name: &str, room: f32) -> std::sync::Arc<egui::Galley> {
    let font = view.theme.font(metric::TEXT_BODY);
    text::lines(ui.painter(), view.theme, name, font, view.theme.ink, (room, 6))
}

/// What stands beneath the name: that it has no answer, that it is the baseline, that it takes nothing of this garment.
fn mark(view: &View<'_>, row: &Row) -> String {
    let mark = match (row.has_error, row.is_baseline) {
        (true, _) => PathwaysMsg::NoAnswer.text(view.lang),
        (false, true) => CommonMsg::Baseline.text(view.lang),
        (false, false) => "",
    };
    let idle = row
        .idle
        .as_ref()
        .map(|idle| format!("{} {}", icon::FLAG, idle.short));
    let marks = [Some(mark.to_owned()).filter(|mark| !mark.is_empty()), idle];
    marks.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// The tick at the right end of a row.
fn tick(ui: &Ui, view: &View<'_>, out: &mut Out, row: &Row, rect: Rect) {
    let theme = view.theme;
    let center = pos2(rect.right() - TICK_ROOM / 2.0, rect.top() + 18.0);
    let target = Rect::from_center_size(center, vec2(metric::TARGET, metric::TARGET));
    let response = ui.interact(target, row_id(&row.id).with("compare"), Sense::click());
    let label = PathwaysMsg::CompareTick.with(view.lang, &[("name", &row.name)]);
    let can = row.tick_refused.is_none();
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, can, row.is_compared, &label));
    let painter = ui.painter();
    let square = Rect::from_center_size(center, vec2(TICK, TICK));
    let (fill, edge) = match (row.is_compared, can) {
        (true, true) => (theme.accent, Stroke::new(theme.rule, theme.accent)),
        (true, false) => (theme.ink_soft, Stroke::new(theme.rule, theme.ink_soft)),
        (false, true) => (theme.surface, theme.edge_stroke()),
        (false, false) => (theme.ground, theme.rule_stroke()),
    };
    painter.rect(square, 4.0, fill, edge, StrokeKind::Inside);
    if row.is_compared {
        let at = pos2(center.x - 7.0, center.y);
        let sign = crate::ui::widget::line(
            painter,
            &icon::CHECK.to_string(),
            theme.icon_font(14.0),
            theme.on_accent,
        );
        crate::ui::widget::put_left(painter, at, sign, theme.on_accent);
    }
    focus_ring(ui, theme, &response, square.expand(2.0));
    if response.clicked() && can {
        let column = Column::new(view.project.product.variant, row.id.clone());
        out.edit(Edit::SetCompared(view.project.toggled(&column)));
    }
    response.on_hover_text(row.tick_refused.unwrap_or(&label));
}

/// Arrows move the selection, F2 renames, Delete takes out.
fn keys(ui: &Ui, view: &View<'_>, out: &mut Out, rows: &[Row], at: usize, response: &Response) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
    let next = match (pressed(Key::ArrowDown), pressed(Key::ArrowUp)) {
        (true, _) => rows.get(at + 1),
        (_, true) => at.checked_sub(1).and_then(|at| rows.get(at)),
        _ => None,
    };
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(row_id(&next.id)));
        out.command(Command::SelectPathway(next.id.clone()));
    }
    let Some(row) = rows.get(at) else { return };
    if pressed(Key::F2) {
        start_rename(ui, &row.id);
    }
    if pressed(Key::Delete) && rows.len() > 1 {
        remove(view, out, &row.id);
    }
}

/// Takes a pathway out and shows its neighbour.
pub(super) fn remove(view: &View<'_>, out: &mut Out, id: &PathwayId) {
    let pathways = &view.project.pathways;
    let index = pathways.iter().position(|pathway| &pathway.id == id);
    let neighbour = index.and_then(|at| pathways.get(at + 1).or_else(|| pathways.get(at.checked_sub(1)?)));
    out.edit(Edit::pathway(id, PathwayEdit::Remove));
    if let Some(neighbour) = neighbour {
        out.command(Command::SelectPathway(neighbour.id.clone()));
    }
}

fn rename_key() -> Id {
    Id::unique("pathway being renamed")
}

/// The pathway that is being renamed.
fn renamed(ui: &Ui) -> Option<PathwayId> {
    ui.data(|data| data.get_temp::<PathwayId>(rename_key()))
}

pub(super) fn start_rename(ui: &Ui, id: &PathwayId) {
    ui.data_mut(|data| {
        data.insert_temp(rename_key(), id.clone());
        data.insert_temp(rename_key(), true);
    });
}

/// The name as a field, in the row's place.
fn rename(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &Row) {
    let label = PathwaysMsg::RenameHint.with(view.lang, &[("name", &row.name)]);
    let font = view.theme.font(metric::TEXT_BODY);
    ui.add_space(metric::SPACE_XS);
    // Asked for right before the field is drawn, so that its text is selected.
    if ui
        .data_mut(|data| data.remove_temp::<bool>(rename_key()))
        .unwrap_or(false)
    {
        name_field::focus(ui, NAME);
    }
    let typed = name_field::show(ui, view.theme, NAME, &label, &row.name, font);
    let has_left = ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Escape))
        || ui.input(|input| input.pointer.any_pressed());
    if let Some(name) = &typed {
        out.edit(Edit::pathway(
            &row.id,
            PathwayEdit::Rename(view.lang, name.clone()),
        ));
    }
    if typed.is_some() || has_left {
        ui.data_mut(|data| data.remove::<PathwayId>(rename_key()));
        ui.memory_mut(|memory| memory.request_focus(row_id(&row.id)));
    }
}

/// Buttons for the pathway shown.
fn actions(ui: &mut Ui, view: &View<'_>, out: &mut Out, rows: &[Row]) {
    let Some(row) = rows.iter().find(|row| row.is_shown) else {
        return;
    };
    let lang = view.lang;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
        let is_baseline = row.is_baseline.then(|| PathwaysMsg::IsBaseline.text(lang));
        let only = (rows.len() < 2).then(|| PathwaysMsg::OnlyPathway.text(lang));
        let button = |sign: char, label: &'static str| Button::icon_only(sign, label);
        let baseline = button(icon::FLAG, PathwaysMsg::SetBaseline.text(lang))
            .disabled(is_baseline)
            .show(ui, view.theme);
        let hint = |act: Act| act.hint(ui.ctx(), lang);
        let hints = [hint(Act::Rename), hint(Act::Duplicate), hint(Act::Remove)];
        let [renames, copies, deletes] = hints.each_ref().map(String::as_str);
        let rename = button(icon::PENCIL, CommonMsg::Rename.text(lang)).tooltip(renames);
        let rename = rename.show(ui, view.theme);
        let copy = button(icon::COPY, CommonMsg::Duplicate.text(lang)).tooltip(copies);
        let copy = copy.show(ui, view.theme);
        let delete = button(icon::TRASH, CommonMsg::Delete.text(lang)).tooltip(deletes);
        let delete = delete.disabled(only).show(ui, view.theme);
        if baseline.clicked() {
            out.edit(Edit::pathway(&row.id, PathwayEdit::SetBaseline));
        }
        if rename.clicked() {
            start_rename(ui, &row.id);
        }
        if copy.clicked() {
            out.edit(Edit::pathway(&row.id, PathwayEdit::Duplicate));
        }
        if delete.clicked() {
            remove(view, out, &row.id);
        }
    });
}
