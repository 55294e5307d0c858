//! The list of all steps: where the project stands, and one click or key to any other step.
//!
//! Invariant: only the rows in sight are laid out; going to a step never drops one.

pub mod data;

use crate::edit::History;
use crate::text::{HistoryMsg, Lang};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out};
use crate::ui::widget::rows::{self, Places, Rows, Said};
use crate::ui::widget::{Button, Hint as _, line, put_left, text};
use data::{Row, Standing};
use egui::{Id, Rect, ScrollArea, Stroke, Ui, pos2};

/// Height of a row.
const ROW: f32 = metric::ROW;
/// Room for the dots.
const DOTS: f32 = 24.0;
/// Room for the sentence at the foot.
const FOOT: f32 = 88.0;

/// Draws the list; a change of place is asked for as a command.
pub fn show(ui: &mut Ui, theme: &Theme, lang: Lang, history: &History, out: &mut Out) {
    head(ui, theme, lang, out);
    text::small(ui, theme, &data::count(history, lang));
    ui.add_space(metric::SPACE_S);
    ui.spacing_mut().item_spacing.y = 0.0;
    let id = Id::unique("history rows");
    let opened = is_new(ui, id);
    let height = (ui.available_height() - FOOT).max(3.0 * ROW);
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false, true])
        .max_height(height)
        .show(ui, |ui| {
            steps(ui, theme, lang, history, out, opened);
        });
    ui.add_space(metric::SPACE_S);
    text::Flow::new(
        HistoryMsg::Keys.text(lang),
        theme.font(metric::TEXT_SMALL),
        theme.ink_soft,
    )
    .show(ui);
}

fn head(ui: &mut Ui, theme: &Theme, lang: Lang, out: &mut Out) {
    ui.horizontal(|ui| {
        text::heading(ui, theme, HistoryMsg::Title.text(lang));
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| {
            let close = Button::icon_only(icon::CROSS, HistoryMsg::Hide.text(lang));
            if close.show(ui, theme).clicked() {
                out.command(Command::ToggleHistory);
            }
        });
    });
}

/// True where the list was not there in the frame before.
fn is_new(ui: &Ui, id: Id) -> bool {
    let now = ui.ctx().cumulative_frame_nr();
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<u64>(id);
        data.insert_temp(id, now);
        before
    });
    before.is_none_or(|before| before + 1 < now)
}

/// All steps as rows; the arrows move by one step, so that the project follows at once.
fn steps(ui: &mut Ui, theme: &Theme, lang: Lang, history: &History, out: &mut Out, opened: bool) {
    let id = Id::unique("history");
    let count = history.count() + 1;
    let rows = Rows {
        chosen: Some(history.done()),
        ..Rows::new(id, HistoryMsg::Title.text(lang), Places::Even(count, ROW))
    };
    let asked = rows.show(ui, theme, Id::unique, |ui, at| {
        let row = data::row(history, at.at, lang);
        show_row(ui, theme, &row, at, count);
        Said {
            value: row.note,
            name: row.name,
            cells: Vec::new(),
        }
    });
    if let Some(done) = asked.choose {
        out.command(Command::JumpTo(done));
    }
    // Asked for last: in its first frame the list cannot take the focus yet.
    if opened {
        rows::enter(ui, id);
    }
}

fn show_row(ui: &Ui, theme: &Theme, row: &Row, at: &rows::Row<'_>, count: usize) {
    let (rect, painter) = (at.rect, ui.painter());
    dot(ui, theme, row, rect, count);
    let ink = if row.standing == Standing::TakenBack {
        theme.ink_soft
    } else {
        theme.ink
    };
    let mark = line(painter, row.mark, theme.font(metric::TEXT_SMALL), theme.ink_soft);
    let right = rect.right() - metric::SPACE_S - mark.size().x;
    put_left(painter, pos2(right, rect.center().y), mark, theme.ink_soft);
    let font = if at.chosen {
        theme.medium_font(metric::TEXT_BODY)
    } else {
        theme.font(metric::TEXT_BODY)
    };
    let room = right - rect.left() - DOTS - metric::SPACE_S;
    let name = text::one_line(painter, theme, &row.name, font, ink, room);
    let is_cut = name.elided;
    put_left(painter, pos2(rect.left() + DOTS, rect.center().y), name, ink);
    let response = at
        .response
        .clone()
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    if is_cut {
        response.hint(&row.name);
    }
}

/// The dot of a step on the line that joins all of them: full where it is done, a ring where it was taken back.
fn dot(ui: &Ui, theme: &Theme, row: &Row, rect: Rect, count: usize) {
    let painter = ui.painter();
    let center = pos2(rect.left() + DOTS / 2.0, rect.center().y);
    let rule = Stroke::new(theme.rule, theme.edge_stroke().color);
    let top = if row.done == 0 { center.y } else { rect.top() };
    let bottom = if row.done + 1 == count {
        center.y
    } else {
        rect.bottom()
    };
    painter.vline(center.x, top..=bottom, rule);
    match row.standing {
        Standing::Done => painter.circle(center, 4.0, theme.ink_soft, Stroke::NONE),
        Standing::Now => painter.circle(center, 5.5, theme.accent, Stroke::NONE),
        Standing::TakenBack => {
            let ring = Stroke::new(1.5, theme.ink_soft);
            painter.circle(center, 4.0, theme.surface, ring)
        }
    };
}
