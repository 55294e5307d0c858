//! Text in the theme's sizes.

use crate::ui::theme::{Theme, metric};
use egui::{Color32, Label, Response, RichText, Ui};

/// A page title, medium 22.
pub fn title(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(
        ui,
        RichText::new(text)
            .font(theme.medium_font(metric::TEXT_TITLE))
            .color(theme.ink),
    )
}

/// The name of a part or stage, medium 18.
pub fn name(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(
        ui,
        RichText::new(text)
            .font(theme.medium_font(metric::TEXT_NAME))
            .color(theme.ink),
    )
}

/// The heading of a group, medium 16.
pub fn heading(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(
        ui,
        RichText::new(text)
            .font(theme.medium_font(metric::TEXT_BODY))
            .color(theme.ink),
    )
}

/// Body text, 16.
pub fn body(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(
        ui,
        RichText::new(text)
            .font(theme.font(metric::TEXT_BODY))
            .color(theme.ink),
    )
}

/// Secondary text, 16.
pub fn soft(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(
        ui,
        RichText::new(text)
            .font(theme.font(metric::TEXT_BODY))
            .color(theme.ink_soft),
    )
}

/// Small secondary text, 13.
pub fn small(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(
        ui,
        RichText::new(text)
            .font(theme.font(metric::TEXT_SMALL))
            .color(theme.ink_soft),
    )
}

/// Small text in full ink, 13, for words that are read like figures.
pub fn small_ink(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(
        ui,
        RichText::new(text)
            .font(theme.font(metric::TEXT_SMALL))
            .color(theme.ink),
    )
}

/// An icon that stands beside words and is therefore silent for screen readers.
pub fn icon(ui: &mut Ui, theme: &Theme, icon: char, color: Color32) {
    let size = egui::Vec2::splat(metric::ICON);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let galley = super::line(
        ui.painter(),
        &icon.to_string(),
        theme.icon_font(metric::ICON),
        color,
    );
    super::put_center(ui.painter(), rect.center(), galley, color);
}

/// Body text cut to the width at hand with "…"; the whole text stands in the tooltip.
pub fn elided(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let text = RichText::new(text)
        .font(theme.font(metric::TEXT_BODY))
        .color(theme.ink);
    // egui's truncated labels bring the tooltip with the whole text themselves.
    ui.add(Label::new(text).truncate().selectable(false))
}

/// Body text on two lines at most; the whole text stands in the tooltip where it is cut.
pub fn two_lines(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let font = theme.font(metric::TEXT_BODY);
    let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, theme.ink, ui.available_width());
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let is_cut = galley.elided;
    let response = ui.add(Label::new(galley).selectable(false));
    if is_cut {
        response.on_hover_text(text)
    } else {
        response
    }
}

/// A hairline across the width, with the space of a group above and below.
pub fn rule(ui: &mut Ui, theme: &Theme) {
    let height = metric::SPACE_M * 2.0 + theme.rule;
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), height), egui::Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.center().y, theme.rule_stroke());
}

fn put(ui: &mut Ui, text: RichText) -> Response {
    ui.add(Label::new(text).selectable(false))
}
