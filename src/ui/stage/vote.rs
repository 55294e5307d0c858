//! Options with the hands counted for them, in one vote or two.

use super::brush::{Brush, Style};
use crate::board::Choice;
use crate::report::sheet::{Fill, Hatch, flat};
use crate::ui::theme::Theme;
use egui::{Align, CornerRadius, Rect, Role, Stroke, StrokeKind, pos2, vec2};

pub(super) fn paint(brush: &Brush<'_>, choices: &[Choice], rounds: usize, room: Rect) {
    let count = f32::from(u16::try_from(choices.len().max(1)).unwrap_or(1));
    let height = room.height() / count;
    let most = choices
        .iter()
        .flat_map(|choice| choice.hands)
        .max()
        .unwrap_or(0)
        .max(1);
    let mut y = room.top();
    for choice in choices {
        let row = Rect::from_x_y_ranges(room.x_range(), y..=y + height).shrink2(vec2(0.0, brush.unit * 0.5));
        self::choice(brush, choice, rounds, most, row);
        y += height;
    }
}

fn choice(brush: &Brush<'_>, choice: &Choice, rounds: usize, most: u32, row: Rect) {
    let theme = brush.theme;
    if choice.right {
        let corner = CornerRadius::same(6);
        brush.ui.painter().rect_filled(row, corner, theme.accent_soft);
        let ring = Stroke::new(brush.line() * 2.5, theme.accent);
        brush
            .ui
            .painter()
            .rect_stroke(row, corner, ring, StrokeKind::Inside);
    }
    let inner = row.shrink2(vec2(brush.gap(), 0.0));
    let (ink, _) = fills(theme);
    let badge = brush.badge(
        choice.letter,
        ink,
        pos2(inner.left(), inner.center().y - brush.body() * 0.75),
    );
    let left = badge.right() + brush.gap();
    let words = inner.width() * 0.5 - (left - inner.left());
    let galley = brush.lay(&choice.words, Style::Strong, words, Align::Min);
    let top = inner.center().y - galley.size().y / 2.0;
    brush.put(galley, left, top);
    let bars = inner.with_min_x(inner.left() + inner.width() * 0.54);
    let (first, second) = fills(theme);
    let shown = [first, second].into_iter().zip(choice.hands).take(rounds);
    let tall = (bars.height() / 2.0).min(brush.body() * 1.3);
    let many = f32::from(u16::try_from(rounds).unwrap_or(1));
    let mut y = bars.center().y - tall * many / 2.0;
    for (fill, hands) in shown {
        let number = brush.lay(&hands.to_string(), Style::Strong, brush.body() * 3.0, Align::Min);
        let room = bars.width() - brush.body() * 3.0;
        let share = super::brush::short(f64::from(hands) / f64::from(most));
        let bar = Rect::from_min_size(
            pos2(bars.left(), y + tall * 0.12),
            vec2(room * share, tall * 0.76),
        );
        if bar.width() > 0.5 {
            brush.fill(bar, fill);
        }
        let at = y + (tall - number.size().y) / 2.0;
        brush.put(number, bar.right() + brush.gap() * 0.5, at);
        y += tall;
    }
    let hands = choice
        .hands
        .iter()
        .take(rounds)
        .map(u32::to_string)
        .collect::<Vec<_>>();
    let spoken = format!("{} {}: {}", choice.letter, flat(&choice.words), hands.join(" → "));
    brush.speak(row, Role::GraphicsObject, &spoken);
}

/// The fills of the first and of the second vote.
fn fills(theme: &Theme) -> (Fill, Fill) {
    let fill = |color: egui::Color32, hatch| Fill {
        rgb: [color.r(), color.g(), color.b()],
        hatch,
    };
    (
        fill(theme.surface, Hatch::Diagonal),
        fill(theme.accent, Hatch::None),
    )
}
