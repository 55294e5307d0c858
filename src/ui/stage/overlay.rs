//! What lies over a board: the dark screen, the list of all boards, the timer.

use super::brush::{Brush, Size, Style};
use crate::board::Scene;
use crate::lang::Lang;
use crate::text::StageMsg;
use crate::ui::theme::Theme;
use egui::{Align, CornerRadius, FontId, Rect, Role, Stroke, StrokeKind, Ui, pos2, vec2};

/// A timer under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waiting {
    /// How long it still runs, seconds.
    pub left_s: f64,
    /// How long it was set to, seconds.
    pub whole_s: f64,
}

/// Nothing to look at, so that people look at each other.
pub fn dark(ui: &Ui, theme: &Theme, lang: Lang) {
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, egui::Color32::BLACK);
    let brush = Brush::new(ui, theme, Size::Class);
    brush.speak(whole, Role::Label, StageMsg::Black.text(lang));
}

/// All boards with their numbers, the one on the wall marked.
pub fn overview(ui: &Ui, theme: &Theme, lang: Lang, size: Size, scenes: &[Scene], at: usize) {
    let brush = Brush::new(ui, theme, size);
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, theme.ground);
    let room = whole.shrink(whole.height() * 0.05);
    let title = brush.words(
        StageMsg::Overview.head(lang),
        Style::Title,
        room.min,
        room.width(),
    );
    let cells = room.with_min_y(title.bottom() + brush.gap());
    let columns = 2;
    let rows = scenes.len().div_ceil(columns).max(1);
    let height = cells.height() / f32::from(u16::try_from(rows).unwrap_or(1));
    let places = brush.columns(cells, columns);
    for (nth, scene) in scenes.iter().enumerate() {
        let Some(column) = places.get(nth / rows) else {
            continue;
        };
        let row = f32::from(u16::try_from(nth % rows).unwrap_or(0));
        let cell = Rect::from_min_size(
            pos2(column.left(), cells.top() + row * height),
            vec2(column.width(), height),
        )
        .shrink2(vec2(0.0, brush.unit * 0.3));
        if nth == at {
            let corner = CornerRadius::same(6);
            ui.painter().rect_filled(cell, corner, theme.accent_soft);
            let ring = Stroke::new(brush.line() * 2.0, theme.accent);
            ui.painter().rect_stroke(cell, corner, ring, StrokeKind::Inside);
        }
        let number = brush.lay(
            &(nth + 1).to_string(),
            Style::Strong,
            brush.body() * 2.0,
            Align::Max,
        );
        let inset = brush.body() * 2.0;
        let y = cell.center().y - number.size().y / 2.0;
        brush.put(number, cell.left() + inset * 0.8, y);
        let name = scene.name().head(lang);
        let name = brush.lay(&name, Style::Body, cell.width() - inset - brush.gap(), Align::Min);
        let y = cell.center().y - name.size().y / 2.0;
        brush.put(name, cell.left() + inset, y);
    }
}

/// How long is left, in digits that the last row reads, and as a bar that shrinks.
pub(super) fn timer(brush: &Brush<'_>, waiting: Waiting, lang: Lang, room: Rect) {
    let left = waiting.left_s.ceil();
    let (minutes, seconds) = ((left / 60.0).floor(), left % 60.0);
    let digits = format!("{minutes:.0}:{seconds:02.0}");
    let font = FontId::new(brush.unit * 24.0, brush.theme.medium_font(1.0).family);
    let ink = if left > 0.0 {
        brush.theme.ink
    } else {
        brush.theme.error
    };
    let galley = brush.lay_in(&digits, font, ink, room.width(), Align::Center);
    let top = room.center().y - galley.size().y / 2.0 - brush.unit * 2.0;
    let place = brush.put(galley, room.center().x, top);
    let share = super::brush::short(waiting.left_s / waiting.whole_s.max(1.0));
    let bar = Rect::from_min_size(
        pos2(room.left(), place.bottom()),
        vec2(room.width() * share, brush.unit * 1.6),
    );
    brush.ui.painter().rect_filled(bar, 0.0, brush.theme.accent);
    if left <= 0.0 {
        let over = StageMsg::TimeOver.head(lang);
        let galley = brush.lay(over, Style::Title, room.width(), Align::Center);
        brush.put(galley, room.center().x, bar.bottom() + brush.gap());
    }
}
