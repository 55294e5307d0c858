//! The pictures on the cards of the first screen: garments, a label, a sheet.

use crate::text::{Lang, StartMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::bar::paint_fill;
use crate::ui::widget::say;
use egui::{Align2, Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Swatch {
    /// Kinds of garments over the fibres they are made of.
    Garments,
    /// A composition label.
    Tag,
    /// A bill of materials.
    Table,
}

/// Width of the label and of the sheet.
const PAPER: f32 = 200.0;
/// Height of a line, and of one with its English beneath.
const LINE: f32 = 24.0;
const TWO_LINES: f32 = 33.0;

/// Draws the picture in `rect`, the upper part of a card.
pub(super) fn paint(ui: &Ui, theme: &Theme, lang: Lang, rect: Rect, swatch: Swatch, is_over: bool) {
    let painter = ui.painter_at(rect);
    let top = CornerRadius {
        sw: 0,
        se: 0,
        ..theme.radius()
    };
    painter.rect_filled(rect, top, theme.accent_soft);
    let ink = if is_over { theme.accent_hover } else { theme.accent };
    match swatch {
        Swatch::Garments => garments(&painter, theme, rect, ink),
        Swatch::Tag => tag(&painter, theme, lang, rect, ink),
        Swatch::Table => table(&painter, theme, lang, rect, ink),
    }
}

fn garments(painter: &Painter, theme: &Theme, rect: Rect, ink: Color32) {
    let all = [icon::HOODIE, icon::T_SHIRT, icon::PANTS, icon::DRESS, icon::YARN];
    let fibres = [
        ["polyester", "cotton", "polyester"],
        ["cotton", "cotton", "elastane"],
        ["cotton", "cotton", "polyester"],
        ["viscose", "linen", "viscose"],
        ["wool", "wool", "acrylic"],
    ];
    let step = (rect.width() - 2.0 * metric::SPACE_L) / 5.0;
    let mut left = rect.left() + metric::SPACE_L;
    for (sign, fibres) in all.into_iter().zip(fibres) {
        let middle = left + step / 2.0;
        let at = pos2(middle, rect.center().y - metric::SPACE_S);
        painter.text(at, Align2::CENTER_CENTER, sign, theme.icon_font(40.0), ink);
        let bar = Rect::from_center_size(pos2(middle, rect.bottom() - 30.0), vec2(step - 16.0, 8.0));
        for (place, fibre) in fibres.into_iter().enumerate() {
            let third = bar.width() / 3.0;
            let from = bar.left() + third * f32::from(u8::try_from(place).unwrap_or_default());
            let part = Rect::from_min_size(pos2(from, bar.top()), vec2(third, bar.height()));
            paint_fill(painter, theme, part, theme.fibre(fibre));
        }
        painter.rect_stroke(
            bar,
            0.0,
            Stroke::new(theme.rule, theme.outline),
            StrokeKind::Outside,
        );
        left += step;
    }
}

/// From this width on a picture has room for both languages.
pub(super) const BOTH: f32 = 340.0;

/// How much wider paper is in both languages.
fn widening(lang: Lang, rect: Rect) -> f32 {
    if lang == Lang::Both && rect.width() >= BOTH {
        1.35
    } else {
        1.0
    }
}

/// Height of a line: in both languages English stands beneath where it has no room after the Chinese.
fn line_height(lang: Lang, rect: Rect) -> f32 {
    if lang == Lang::Both && rect.width() < BOTH {
        TWO_LINES
    } else {
        LINE
    }
}

/// The lines of a picture, in both languages each with its English where there is room.
fn lines(message: StartMsg, lang: Lang, rect: Rect) -> Vec<String> {
    let has_room = rect.width() >= BOTH;
    let heads = if has_room {
        message.head(lang)
    } else {
        message.text(lang)
    };
    match crate::text::halves(heads) {
        (zh, Some(en)) => {
            let pairs = zh.split('|').zip(en.split('|'));
            pairs
                .map(|(zh, en)| format!("{zh}{}{en}", crate::text::JOINT))
                .collect()
        }
        (words, None) => words.split('|').map(str::to_owned).collect(),
    }
}

/// A sheet of paper in the middle of `rect`.
fn paper(painter: &Painter, theme: &Theme, lang: Lang, rect: Rect) -> Rect {
    let size = vec2(
        PAPER * widening(lang, rect),
        3.0 * line_height(lang, rect) + metric::SPACE_M,
    );
    let sheet = Rect::from_center_size(rect.center(), size);
    painter.rect(
        sheet,
        theme.radius(),
        theme.surface,
        theme.edge_stroke(),
        StrokeKind::Inside,
    );
    sheet
}

fn tag(painter: &Painter, theme: &Theme, lang: Lang, rect: Rect, ink: Color32) {
    let line = line_height(lang, rect);
    let sheet = paper(painter, theme, lang, rect);
    let hole = pos2(sheet.left() + metric::SPACE_L, sheet.center().y);
    let thread = Stroke::new(metric::FOCUS_RING, ink);
    painter.line_segment([pos2(rect.left(), rect.top() + metric::SPACE_XL), hole], thread);
    painter.circle(hole, 6.0, theme.accent_soft, theme.edge_stroke());
    let mut y = sheet.top() + metric::SPACE_XS + 2.0 + line / 2.0;
    for words in lines(StartMsg::TagLines, lang, rect) {
        let at = pos2(sheet.left() + metric::SPACE_XXL + metric::SPACE_S, y);
        let font = theme.font(metric::TEXT_BODY);
        say(painter, (at, Align2::LEFT_CENTER), &words, font, theme.ink);
        y += line;
    }
}

fn table(painter: &Painter, theme: &Theme, lang: Lang, rect: Rect, ink: Color32) {
    let line = line_height(lang, rect);
    let sheet = paper(painter, theme, lang, rect).expand2(vec2(metric::SPACE_XL, 0.0));
    painter.rect(
        sheet,
        theme.radius(),
        theme.surface,
        theme.edge_stroke(),
        StrokeKind::Inside,
    );
    let mut y = sheet.top() + metric::SPACE_XS + 2.0;
    let columns = [0.56, 0.72, 0.86].map(|share| sheet.left() + sheet.width() * share);
    for words in lines(StartMsg::TableHeads, lang, rect) {
        let at = pos2(sheet.left() + metric::SPACE_M, y + line / 2.0);
        let font = theme.font(metric::TEXT_SMALL);
        say(painter, (at, Align2::LEFT_CENTER), &words, font, theme.ink);
        for column in columns {
            let cell = Rect::from_min_size(pos2(column + 6.0, y + line / 2.0 - 2.0), vec2(20.0, 4.0));
            painter.rect_filled(cell, 2.0, ink);
        }
        y += line;
        if y < sheet.bottom() - line {
            painter.hline(sheet.x_range(), y, theme.rule_stroke());
        }
    }
    for column in columns {
        painter.vline(column, sheet.y_range(), theme.rule_stroke());
    }
}
