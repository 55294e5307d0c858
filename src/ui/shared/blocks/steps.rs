//! Steps from one value to another, each with its words above its bar.

use crate::explain::why::WaterfallRow;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::{self, Hint as _, hatch};
use egui::{Align2, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Height of a row: its words above its bar.
const ROW: f32 = 34.0;
/// Height of the bar.
const BAR: f32 = 10.0;

/// Draws `rows` on one scale.
pub(super) fn show(ui: &mut Ui, theme: &Theme, rows: &[WaterfallRow]) {
    let ends = || rows.iter().flat_map(|row| [row.from, row.to]);
    let scale = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
    for row in rows {
        show_row(ui, theme, row, scale);
    }
}

fn show_row(ui: &mut Ui, theme: &Theme, row: &WaterfallRow, (low, high): (f64, f64)) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.text));
    let small = theme.font(metric::TEXT_SMALL);
    let place = (rect.left_top(), Align2::LEFT_TOP);
    widget::say(ui.painter(), place, &row.label, small.clone(), theme.ink);
    let value = widget::line(ui.painter(), &row.share, small, theme.ink_soft);
    let at = pos2(rect.right() - value.size().x, rect.top());
    ui.painter().galley(at, value, theme.ink_soft);
    #[expect(clippy::cast_possible_truncation, reason = "a place on screen")]
    let place = |value: f64| {
        rect.left() + rect.width() * ((value - low) / (high - low).max(f64::MIN_POSITIVE)) as f32
    };
    let (from, to) = (place(row.from), place(row.to));
    let top = rect.bottom() - BAR - 3.0;
    let bar = Rect::from_min_max(
        pos2(from.min(to), top),
        pos2(from.max(to).max(from.min(to) + 1.5), top + BAR),
    );
    let falls = row.to < row.from;
    let fill = if falls { theme.lost().color } else { theme.accent };
    ui.painter()
        .rect(bar, 0.0, fill, theme.outline_stroke(), StrokeKind::Inside);
    if falls {
        hatch::paint(ui.painter(), bar, hatch::Hatch::Diagonal, theme.outline);
    }
    response.hint(&row.text);
}
