//! Why an opened figure differs from the baseline's: a waterfall over the drivers.

use crate::explain::why::{Waterfall, WaterfallRow};
use crate::text::{CommonMsg, UncertainMsg};
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{View, WhyView};
use crate::ui::widget::{Hint as _, diverging, hatch, text};
use egui::{Align2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Height of a row: its words above its bar.
const ROW: f32 = 34.0;
/// Height of the bar.
const BAR: f32 = 10.0;

/// Draws the waterfall of the view, where there is one, or that it is being worked out.
pub fn show(ui: &mut Ui, view: &View<'_>) {
    let Some(why) = view.why else { return };
    let theme = view.theme;
    text::rule(ui, theme);
    text::heading(ui, theme, UncertainMsg::Why.head(view.lang));
    let WhyView::There(waterfall) = why else {
        text::small(ui, theme, CommonMsg::BeingWorkedOut.text(view.lang));
        return;
    };
    text::small(ui, theme, &waterfall.headline);
    let scale = scale(waterfall);
    let rows = std::iter::once(&waterfall.start)
        .chain(&waterfall.rows)
        .chain([&waterfall.end]);
    for row in rows {
        show_row(ui, theme, row, scale);
    }
    for note in &waterfall.notes {
        text::small(ui, theme, note);
    }
}

/// Lowest and highest value of all bars.
fn scale(waterfall: &Waterfall) -> (f64, f64) {
    let all = || {
        std::iter::once(&waterfall.start)
            .chain(&waterfall.rows)
            .chain([&waterfall.end])
    };
    let ends = || all().flat_map(|row| [row.from, row.to]);
    (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max))
}

fn show_row(ui: &mut Ui, theme: &Theme, row: &WaterfallRow, (low, high): (f64, f64)) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.text));
    let small = theme.font(metric::TEXT_SMALL);
    let place = (rect.left_top(), Align2::LEFT_TOP);
    crate::ui::widget::say(ui.painter(), place, &row.label, small.clone(), theme.ink);
    let value = crate::ui::widget::line(ui.painter(), &row.share, small, theme.ink_soft);
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
    let fill = if falls {
        diverging::lost_fill(theme).color
    } else {
        theme.accent
    };
    ui.painter()
        .rect(bar, 0.0, fill, theme.outline_stroke(), egui::StrokeKind::Inside);
    if falls {
        hatch::paint(ui.painter(), bar, hatch::Hatch::Diagonal, theme.outline);
    }
    response.hint(&row.text);
}
