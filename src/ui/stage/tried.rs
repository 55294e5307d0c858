//! Old and new of a few figures beneath each other.

use super::brush::{Brush, Style};
use crate::board::Change;
use crate::report::sheet::flat;
use crate::text::number::Trend;
use egui::{Align, Rect, Role, Stroke, pos2};

pub(super) fn paint(brush: &Brush<'_>, changes: &[Change], room: Rect) {
    let count = f32::from(u16::try_from(changes.len().max(1)).unwrap_or(1));
    let height = room.height() / count;
    let [name, old, arrow] = [0.0, 0.42, 0.60].map(|share| room.left() + room.width() * share);
    let new = room.left() + room.width() * 0.66;
    let mut y = room.top();
    for change in changes {
        let rule = Stroke::new(brush.theme.rule, brush.theme.hairline);
        brush.ui.painter().hline(room.x_range(), y, rule);
        let middle = y + height / 2.0;
        let put = |text: &str, style: Style, x: f32, width: f32| {
            let galley = brush.lay(text, style, width, Align::Min);
            let top = middle - galley.size().y / 2.0;
            brush.put(galley, x, top);
        };
        put(&change.label, Style::Body, name, old - name - brush.gap());
        let key = brush.lay(&change.new, Style::SmallKey, room.right() - new, Align::Min);
        let place = Rect::from_min_size(pos2(new, middle - key.size().y / 2.0), key.size());
        if change.trend == Trend::Same {
            put("=", Style::Soft, arrow, new - arrow);
        } else {
            put(&change.old, Style::Soft, old, arrow - old);
            put(change.trend.arrow(), Style::Strong, arrow, new - arrow);
        }
        let spoken = format!("{} {} → {}", flat(&change.label), change.old, change.new);
        brush.speak(place, Role::Label, &spoken);
        brush.ui.painter().galley(place.min.round(), key, brush.theme.ink);
        y += height;
    }
}
