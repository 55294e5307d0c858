//! Text in the theme's sizes.

use crate::text::{JOINT, halves};
use crate::ui::theme::{Theme, metric};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Label, Painter, Response, RichText, Ui};
use std::sync::Arc;

/// A page title, medium 22.
pub fn title(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.medium_font(metric::TEXT_TITLE), theme.ink)
}

/// A page title on one line; where not all of it fits, the whole stands in the tooltip.
pub fn title_line(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let font = theme.medium_font(metric::TEXT_TITLE);
    let galley = one_line(ui.painter(), theme, text, font, theme.ink, ui.available_width());
    let is_whole = !galley.elided && galley.text() == text;
    let response = ui.add(Label::new(galley).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    if is_whole {
        response
    } else {
        response.on_hover_text(text)
    }
}

/// The name of a part or stage, medium 18.
pub fn name(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.medium_font(metric::TEXT_NAME), theme.ink)
}

/// The heading of a group, medium 16.
pub fn heading(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.medium_font(metric::TEXT_BODY), theme.ink)
}

/// Body text, 16.
pub fn body(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.font(metric::TEXT_BODY), theme.ink)
}

/// Secondary text, 16.
pub fn soft(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.font(metric::TEXT_BODY), theme.ink_soft)
}

/// Small secondary text, 13.
pub fn small(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.font(metric::TEXT_SMALL), theme.ink_soft)
}

/// Small text in full ink, 13, for words that are read like figures.
pub fn small_ink(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.font(metric::TEXT_SMALL), theme.ink)
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
    let (first, _) = halves(text);
    let text = RichText::new(first)
        .font(theme.font(metric::TEXT_BODY))
        .color(theme.ink);
    // egui's truncated labels bring the tooltip with the whole text themselves.
    ui.add(Label::new(text).truncate().selectable(false))
}

/// Body text on two lines at most; the whole text stands in the tooltip where it is cut.
pub fn two_lines(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let font = theme.font(metric::TEXT_BODY);
    let room = (ui.available_width(), 2);
    let galley = lines(ui.painter(), theme, text, font, theme.ink, room);
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

/// Words wrapped to `room` points; of a heading in both languages the English is smaller and softer, beside the Chinese
/// where both fit, else beneath it.
pub fn job(painter: &Painter, theme: &Theme, text: &str, font: FontId, ink: Color32, room: f32) -> LayoutJob {
    let (first, Some(second)) = halves(text) else {
        return LayoutJob::simple(text.to_owned(), font, ink, room);
    };
    let small = second_font(theme, &font);
    let width = |text: &str, font: &FontId| super::line(painter, text, font.clone(), ink).size().x;
    let gap = JOINT.to_string();
    let beside = width(first, &font) + width(&gap, &small) + width(second, &small) <= room;
    let mut job = LayoutJob::single_section(first.to_owned(), TextFormat::simple(font, ink));
    let joint = if beside { gap.as_str() } else { "\n" };
    job.append(
        &format!("{joint}{second}"),
        0.0,
        TextFormat::simple(small, theme.ink_soft),
    );
    job.wrap.max_width = room;
    job
}

/// As [`job`], laid out.
pub(crate) fn wrapped(
    painter: &Painter,
    theme: &Theme,
    text: &str,
    font: FontId,
    ink: Color32,
    room: f32,
) -> Arc<Galley> {
    painter.layout_job(job(painter, theme, text, font, ink, room))
}

/// One line in `room`; see [`lines`].
pub(crate) fn one_line(
    painter: &Painter,
    theme: &Theme,
    text: &str,
    font: FontId,
    ink: Color32,
    room: f32,
) -> Arc<Galley> {
    lines(painter, theme, text, font, ink, (room, 1))
}

/// At most so many lines in so much room: of a heading in both languages the Chinese alone where both do not fit, then
/// small, and cut with "…" only where that does not fit either.
pub(crate) fn lines(
    painter: &Painter,
    theme: &Theme,
    text: &str,
    font: FontId,
    ink: Color32,
    (room, most): (f32, usize),
) -> Arc<Galley> {
    let (first, second) = halves(text);
    if second.is_some() {
        let both = wrapped(painter, theme, text, font.clone(), ink, room);
        if both.rows.len() <= most {
            return both;
        }
    }
    let small = FontId::new(metric::TEXT_SMALL, font.family.clone());
    let is_small = font.size <= small.size;
    let usual = cut(painter, first, font, ink, (room, most));
    if usual.elided && !is_small {
        cut(painter, first, small, ink, (room, most))
    } else {
        usual
    }
}

fn cut(painter: &Painter, text: &str, font: FontId, ink: Color32, (room, most): (f32, usize)) -> Arc<Galley> {
    let mut job = if most > 1 {
        LayoutJob::simple(text.to_owned(), font, ink, room.max(0.0))
    } else {
        LayoutJob::simple_singleline(text.to_owned(), font, ink)
    };
    job.wrap = TextWrapping {
        max_width: room.max(0.0),
        max_rows: most,
        break_anywhere: most <= 1,
        ..TextWrapping::default()
    };
    painter.layout_job(job)
}

/// The size of the English beside Chinese of `font`, in the regular weight.
fn second_font(theme: &Theme, font: &FontId) -> FontId {
    theme.font(if font.size > metric::TEXT_NAME {
        metric::TEXT_BODY
    } else {
        metric::TEXT_SMALL
    })
}

fn put(ui: &mut Ui, theme: &Theme, text: &str, font: FontId, ink: Color32) -> Response {
    let job = job(ui.painter(), theme, text, font, ink, ui.available_width());
    ui.add(Label::new(job).selectable(false))
}
