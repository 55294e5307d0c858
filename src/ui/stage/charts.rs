//! The plain charts: cards, one bar, one scale, a formula, a list of what matters.

use super::brush::{Brush, Style, short};
use crate::lang::Lang;
use crate::report::sheet::{Bar, Fill, Scale, flat};
use crate::text::StageMsg;
use egui::{Align, CornerRadius, Rect, Role, Shape, Stroke, StrokeKind, pos2, vec2};

/// Large words beside each other.
pub(super) fn cards(brush: &Brush<'_>, cards: &[String], room: Rect) {
    let height = room.height().min(room.width() * 0.32);
    let band = Rect::from_center_size(room.center(), vec2(room.width(), height));
    for (words, rect) in cards.iter().zip(brush.columns(band, cards.len())) {
        let edge = Stroke::new(brush.line(), brush.theme.field_edge);
        let corner = CornerRadius::same(8);
        brush
            .ui
            .painter()
            .rect(rect, corner, brush.theme.surface, edge, StrokeKind::Inside);
        brush.centered(words, Style::Title, rect.shrink(brush.gap()));
    }
}

/// One bar over the whole width, its pieces named beneath.
pub(super) fn bar(brush: &Brush<'_>, bar: &Bar, lang: Lang, room: Rect) {
    let named: Vec<(Fill, String)> = bar
        .pieces
        .iter()
        .map(|piece| (piece.fill, beside(&piece.label, &piece.value)))
        .collect();
    let legend = brush.legend_height(&named, room.width());
    let height = (room.height() - legend - brush.gap() * 2.0).clamp(brush.unit * 5.0, brush.unit * 16.0);
    let rest = (room.height() - height - legend - brush.gap()).max(0.0);
    let top = room.top() + rest * 0.3;
    let place = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), height));
    pieces(brush, bar, place);
    let spoken = format!("{}{}{}", flat(&bar.name), lang.colon(), bar.spoken(lang));
    brush.speak(place, Role::GraphicsObject, &spoken);
    brush.legend(
        &named,
        pos2(room.left(), place.bottom() + brush.gap()),
        room.width(),
    );
}

/// A label with its value behind it; in both languages behind the first.
pub(super) fn beside(label: &str, value: &str) -> String {
    if value.is_empty() {
        return label.to_owned();
    }
    match label.split_once(crate::lang::JOINT) {
        Some((first, second)) => format!("{first} {value}{}{second}", crate::lang::JOINT),
        None => format!("{label} {value}"),
    }
}

/// The pieces of a bar over `place`.
pub(super) fn pieces(brush: &Brush<'_>, bar: &Bar, place: Rect) {
    let mut left = place.left();
    for piece in &bar.pieces {
        let wide = place.width() * short(piece.share);
        let rect = Rect::from_min_size(pos2(left, place.top()), vec2(wide, place.height()));
        brush.fill(rect.with_max_x(rect.right().min(place.right())), piece.fill);
        left += wide;
    }
}

/// Both yardsticks on one wide scale.
pub(super) fn scale(brush: &Brush<'_>, scale: &Scale, base: Option<f64>, lang: Lang, room: Rect) {
    let middle = room.top() + room.height() * 0.28;
    let place = Rect::from_min_max(
        pos2(room.left() + brush.gap(), middle - brush.unit * 3.0),
        pos2(room.right() - brush.gap(), middle + brush.unit * 3.0),
    );
    marks(brush, scale, base, place);
    brush.speak(place, Role::GraphicsObject, &scale.spoken);
    let below = place.bottom() + brush.gap() * 0.6;
    for (share, text, align) in [
        (0.0, "0", Align::Min),
        (0.5, "0.5", Align::Center),
        (1.0, "1", Align::Max),
    ] {
        let galley = brush.lay(text, Style::Soft, room.width(), align);
        brush.put(galley, place.left() + place.width() * share, below);
    }
    let mut said = lang.head(|lang| StageMsg::ScaleMarks.text(lang).to_owned());
    if base.is_some() {
        said = lang.lines(|lang| {
            let marks = StageMsg::ScaleMarks.text(lang);
            format!("{marks}{}{}", lang.semicolon(), StageMsg::ScaleBase.text(lang))
        });
    }
    let top = below + brush.body() * 1.5;
    brush.words(&said, Style::Soft, pos2(room.left(), top), room.width());
}

/// The marks of a scale over `place`: band, gap between the yardsticks, filled and hollow mark, the baseline dashed.
pub(super) fn marks(brush: &Brush<'_>, scale: &Scale, base: Option<f64>, place: Rect) {
    let (painter, theme) = (brush.ui.painter(), brush.theme);
    let y = place.center().y;
    let x = |value: f64| place.left() + place.width() * short(value);
    let line = brush.line();
    painter.hline(place.x_range(), y, Stroke::new(line, theme.field_edge));
    for end in [0.0, 0.5, 1.0] {
        let tick = place.height() * 0.25;
        painter.vline(x(end), y - tick..=y + tick, Stroke::new(line, theme.field_edge));
    }
    if let Some((low, high)) = scale.band {
        let band = Rect::from_x_y_ranges(
            x(low)..=x(high),
            y - place.height() * 0.22..=y + place.height() * 0.22,
        );
        painter.rect_filled(band, 0.0, theme.accent_soft);
        painter.rect_stroke(
            band,
            0.0,
            Stroke::new(line * 0.7, theme.field_edge),
            StrokeKind::Inside,
        );
    }
    let (from, to) = (scale.second.min(scale.value), scale.second.max(scale.value));
    if x(to) - x(from) > 1.0 {
        let gap = Rect::from_x_y_ranges(x(from)..=x(to), y - line * 1.6..=y + line * 1.6);
        painter.rect_filled(gap, 0.0, theme.end(crate::ui::theme::EndClass::Downcycled).color);
    }
    if let Some(base) = base {
        let dash = place.height() / 5.0;
        let way = [pos2(x(base), place.top()), pos2(x(base), place.bottom())];
        painter.extend(Shape::dashed_line(
            &way,
            Stroke::new(line * 1.4, theme.ink_soft),
            dash,
            dash * 0.7,
        ));
    }
    let mark = |value: f64| Rect::from_center_size(pos2(x(value), y), vec2(line * 4.0, place.height() * 0.8));
    painter.rect(
        mark(scale.second),
        1.0,
        theme.surface,
        Stroke::new(line, theme.ink),
        StrokeKind::Inside,
    );
    painter.rect_filled(mark(scale.value).expand(1.0), 1.0, theme.surface);
    painter.rect_filled(mark(scale.value), 1.0, theme.ink);
}

/// A formula, the numbers beneath it, and what its letters mean.
pub(super) fn formula(
    brush: &Brush<'_>,
    letters: &str,
    numbers: &str,
    terms: &[(String, String)],
    room: Rect,
) {
    let mut top = room.top() + brush.gap();
    let left = room.left() + brush.gap();
    let width = room.width() - brush.gap();
    for (text, style) in [(letters, Style::Title), (numbers, Style::Title)] {
        top = brush.words(text, style, pos2(left, top), width).bottom() + brush.gap();
    }
    top += brush.gap();
    for (letter, meaning) in terms {
        let first = brush.words(letter, Style::Strong, pos2(left, top), width);
        let indent = brush.body() * 3.2;
        let said = brush.words(meaning, Style::Body, pos2(left + indent, top), width - indent);
        top = first.bottom().max(said.bottom()) + brush.gap() * 0.5;
    }
}

/// What matters most, each with a bar against the first.
pub(super) fn swings(brush: &Brush<'_>, named: &[(String, f64)], lang: Lang, room: Rect) {
    if named.is_empty() {
        return;
    }
    let head = brush.words(StageMsg::SureMost.head(lang), Style::Soft, room.min, room.width());
    let mut top = head.bottom() + brush.gap() * 0.6;
    for (name, length) in named {
        let words = brush.words(name, Style::Body, pos2(room.left(), top), room.width());
        let height = brush.unit * 1.5;
        let below = words.bottom() + brush.unit * 0.4;
        let size = vec2(room.width() * short(*length), height);
        let place = Rect::from_min_size(pos2(room.left(), below), size);
        brush.ui.painter().rect_filled(place, 0.0, brush.theme.accent);
        top = place.bottom() + brush.gap() * 0.7;
    }
}
