//! The room check: lines of shrinking letters, steps of grey and colour, and what the machine says of itself.

use super::brush::{Brush, Size, Style};
use crate::board::Tint;
use crate::lang::Lang;
use crate::text::StageMsg;
use crate::ui::theme::{EndClass, Theme};
use egui::{Align, FontId, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// Heights of the lines, hundredths of the window: a hall, a class, and two that nobody needs to read.
const LINES: [f32; 4] = [4.4, 3.3, 2.4, 1.8];
/// Steps of grey.
const GREYS: u8 = 8;

/// Paints it over the whole of `ui`; `facts` are sentences.
pub fn room_check(ui: &Ui, theme: &Theme, lang: Lang, facts: &[String]) {
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, theme.ground);
    let brush = Brush::new(ui, theme, Size::Class);
    let room = whole.shrink(whole.height() * 0.04);
    let title = brush.words(StageMsg::Room.head(lang), Style::Title, room.min, room.width());
    let ask = lang.lines(|lang| StageMsg::RoomAsk.text(lang).to_owned());
    let ask = brush.words(&ask, Style::Body, pos2(room.left(), title.bottom()), room.width());
    let mut top = ask.bottom() + brush.gap();
    for (nth, height) in LINES.into_iter().enumerate() {
        let font = FontId::new(brush.unit * height, theme.font(1.0).family);
        let words = format!("{} {}", nth + 1, StageMsg::RoomLine.text(lang));
        let galley = brush.lay_in(&words, font, theme.ink, room.width(), Align::Min);
        top = brush.put(galley, room.left(), top).bottom() + brush.gap() * 0.3;
    }
    top = steps(&brush, room.with_min_y(top + brush.gap()));
    for fact in facts {
        top = brush
            .words(fact, Style::Soft, pos2(room.left(), top), room.width())
            .bottom();
    }
}

/// Steps of grey, then the fills of pathways and of ends; gives where they end.
fn steps(brush: &Brush<'_>, room: Rect) -> f32 {
    let theme = brush.theme;
    let height = brush.unit * 7.0;
    let cells = usize::from(GREYS) + 4 + EndClass::ALL.len();
    let wide = room.width() / f32::from(u16::try_from(cells).unwrap_or(1));
    let mut left = room.left();
    let mut cell = || {
        let rect = Rect::from_min_size(pos2(left, room.top()), vec2(wide * 0.9, height));
        left += wide;
        rect
    };
    for step in 0..GREYS {
        let share = f32::from(step) / f32::from(GREYS - 1);
        let color = theme.ink.lerp_to_gamma(theme.surface, share);
        let rect = cell();
        brush.ui.painter().rect_filled(rect, 0.0, color);
        let edge = Stroke::new(brush.line() * 0.6, theme.outline);
        brush
            .ui
            .painter()
            .rect_stroke(rect, 0.0, edge, StrokeKind::Inside);
    }
    let fill = super::paints(theme);
    for at in 0..4 {
        brush.fill(cell(), fill(&Tint::Pathway(at)));
    }
    for at in 0..EndClass::ALL.len() {
        brush.fill(cell(), fill(&Tint::End(at)));
    }
    room.top() + height + brush.gap()
}
