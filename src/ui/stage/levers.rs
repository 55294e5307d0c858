//! The lever board: pathways above, levers beneath; the lever in hand is the only accent.

use super::brush::{Brush, Style, short};
use crate::board::{Gauge, LeverChart, LeverRow, LeverWay};
use crate::report::sheet::{Fill, flat};
use crate::ui::widget::requested;
use crate::ui::widget::touch::Touch;
use egui::{Align, CornerRadius, Id, Rangef, Rect, Role, Sense, Stroke, StrokeKind, accesskit, pos2, vec2};

/// What is asked of the board by pointer or screen reader.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pulled {
    /// A lever, by its place, and where it is to stand between its ends, 0 to 1.
    pub lever: Option<(usize, f64)>,
    /// A pathway, by its place, whose numerals are to be shown.
    pub focus: Option<usize>,
    /// True while the pointer holds the lever.
    pub held: bool,
}

/// Width of the ring around the lever in hand, at least.
const RING: f32 = 6.0;

/// How many lines of letters a name over its column may take.
const NAME_LINES: f32 = 2.7;
/// What of the width the names of rows take.
const NAMES: f32 = 0.2;

pub(super) fn paint(brush: &Brush<'_>, chart: &LeverChart, room: Rect) -> Pulled {
    let mut pulled = Pulled::default();
    let right = room.with_min_x(room.left() + room.width() * NAMES);
    let columns = brush.columns(right, chart.ways.len());
    let mut top = heads(brush, chart, room, &columns);
    let start = top;
    for nth in 0..chart.names.len() {
        top = row(brush, chart, nth, room.with_min_y(top), &columns);
    }
    for (nth, (way, column)) in chart.ways.iter().zip(&columns).enumerate() {
        let id = Id::unique(("lever board pathway", nth));
        let whole = column.with_min_y(start).with_max_y(top);
        let touch = Touch::button(id, whole, &way.name)
            .chosen(nth == chart.focus)
            .plain();
        if touch.feel(brush.ui).clicked() {
            pulled.focus = Some(nth);
        }
    }
    let line = Stroke::new(brush.theme.rule, brush.theme.hairline);
    let split = top + brush.gap() * 0.4;
    brush.ui.painter().hline(room.x_range(), split, line);
    let rest = room.with_min_y(split + brush.gap() * 0.6);
    levers(brush, chart, rest, &mut pulled);
    pulled
}

/// Letters with their names over the columns; where a name does not fit there, letters alone and the whole name of the
/// pathway in focus above. Gives where they end.
fn heads(brush: &Brush<'_>, chart: &LeverChart, room: Rect, columns: &[Rect]) -> f32 {
    let aside = brush.body() * 1.5 + brush.gap() * 0.7;
    let fits = chart.ways.iter().zip(columns).all(|(way, column)| {
        let galley = brush.lay(&way.name, Style::Strong, column.width() - aside, Align::Min);
        galley.size().y <= brush.body() * NAME_LINES
    });
    let mut top = room.top();
    if !fits && let Some(way) = chart.ways.get(chart.focus) {
        let named = brush.named(way.letter, way.fill, &way.name, room.min, room.width());
        top = named.bottom() + brush.unit * 0.3;
    }
    let mut bottom = top;
    for (nth, (way, column)) in chart.ways.iter().zip(columns).enumerate() {
        let at = pos2(column.left(), top);
        let place = if fits {
            brush.named(way.letter, way.fill, &way.name, at, column.width())
        } else {
            brush.badge(way.letter, way.fill, at)
        };
        if nth == chart.focus {
            let under = place.bottom() + brush.line() * 2.0;
            let stroke = Stroke::new(brush.line() * 2.0, brush.theme.ink);
            brush.ui.painter().hline(column.x_range(), under, stroke);
        }
        bottom = bottom.max(place.bottom() + brush.line() * 3.0);
    }
    bottom + brush.unit * 0.2
}

/// One row of the figures: its name, then each pathway's; gives where it ends.
fn row(brush: &Brush<'_>, chart: &LeverChart, nth: usize, room: Rect, columns: &[Rect]) -> f32 {
    let name = chart.names.get(nth).map_or("", String::as_str);
    let label = brush.lay(name, Style::Soft, room.width() * NAMES - brush.gap(), Align::Min);
    let key = brush.font(Style::SmallKey).0.size;
    let ranged = chart.ways.iter().any(|way| !way.share.range.is_empty());
    let least = match (nth, ranged) {
        (0, false) => key * 1.02,
        (0, true) => key * 1.02 + brush.body() * 1.2,
        _ => brush.body() * 1.3,
    };
    let height = label.size().y.max(least);
    let middle = room.top() + height / 2.0;
    let y = middle - label.size().y / 2.0;
    brush.put(label, room.left(), y);
    for (at, (way, column)) in chart.ways.iter().zip(columns).enumerate() {
        let cell = Rect::from_x_y_ranges(column.x_range(), room.top()..=room.top() + height);
        if nth == 0 {
            share(brush, way, cell);
            continue;
        }
        let gauges = [way.mci, way.hours[0], way.hours[1]];
        let numeral = way.keys.get(nth - 1).filter(|_| at == chart.focus);
        if let Some(gauge) = gauges.get(nth - 1) {
            let numeral = numeral.map(|key| (name, key.value.as_str()));
            self::gauge(brush, chart.stale, numeral, *gauge, way.fill, cell);
        }
    }
    room.top() + height + brush.unit * 0.2
}

/// The same-grade share, large, its range beneath.
fn share(brush: &Brush<'_>, way: &LeverWay, cell: Rect) {
    let value = brush.lay(&way.share.value, Style::SmallKey, cell.width(), Align::Min);
    let key = Rect::from_min_size(cell.min, value.size());
    brush
        .ui
        .painter()
        .galley(cell.min.round(), value, brush.theme.ink);
    brush.speak(
        key,
        Role::Label,
        &format!("{} {}", flat(&way.share.word), way.share.value),
    );
    if !way.share.range.is_empty() {
        brush.words(
            &way.share.range,
            Style::Soft,
            pos2(cell.left(), key.bottom()),
            cell.width(),
        );
    }
}

/// One figure as a bar with its band and a thin mark where it stood.
fn gauge(brush: &Brush<'_>, stale: bool, numeral: Option<(&str, &str)>, gauge: Gauge, fill: Fill, row: Rect) {
    let theme = brush.theme;
    let right = numeral.map_or(row.right(), |(name, words)| {
        let galley = brush.lay(words, Style::Strong, row.width(), Align::Max);
        let width = galley.size().x;
        let top = row.center().y - galley.size().y / 2.0;
        let place = brush.put(galley, row.right(), top);
        brush.speak(place.expand(0.5), Role::Label, &format!("{} {words}", flat(name)));
        row.right() - width - brush.gap() * 0.6
    });
    let rail = Rangef::new(row.left(), right.max(row.left() + 4.0));
    let x = |value: f64| egui::lerp(rail.min..=rail.max, short(value));
    let y = row.center().y;
    let half = brush.body() * 0.36;
    let painter = brush.ui.painter();
    painter.hline(rail, y + half, Stroke::new(theme.rule, theme.field_edge));
    let bar = Rect::from_x_y_ranges(rail.min..=x(gauge.value), y - half..=y + half);
    if bar.width() > 0.5 {
        brush.fill(bar, fill);
    }
    if let Some((low, high)) = gauge.band {
        let ink = if stale { theme.field_edge } else { theme.ink };
        let stroke = Stroke::new(brush.line(), ink);
        painter.hline(x(low)..=x(high), y, stroke);
        for end in [low, high] {
            painter.vline(x(end), y - half * 0.7..=y + half * 0.7, stroke);
        }
    }
    if (gauge.old - gauge.value).abs() > 1e-6 {
        let mark = Stroke::new(brush.line() * 1.3, theme.ink);
        painter.vline(x(gauge.old), y - half * 1.6..=y + half * 1.6, mark);
    }
}

/// The levers in two columns, as many as find room, the one in hand among them.
fn levers(brush: &Brush<'_>, chart: &LeverChart, room: Rect, pulled: &mut Pulled) {
    // Where the room is too low for one row of two, long names get the whole width.
    let mut columns = brush.columns(room, 2);
    let mut high = height(brush, chart, &columns);
    if high > room.height() {
        columns = brush.columns(room, 1);
        high = height(brush, chart, &columns);
    }
    let rows = (room.height() / high).floor().max(1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a handful of rows"
    )]
    let fits = (rows as usize) * columns.len();
    let chosen = chart.rows.iter().position(|row| row.chosen).unwrap_or_default();
    let first = if chart.rows.len() > fits {
        (chosen + 1).saturating_sub(fits)
    } else {
        0
    };
    for (nth, row) in chart.rows.iter().enumerate().skip(first).take(fits) {
        let slot = nth - first;
        let Some(column) = columns.get(slot % columns.len()) else {
            continue;
        };
        let down = f32::from(u16::try_from(slot / columns.len()).unwrap_or(0));
        let cell = Rect::from_min_size(
            pos2(column.left(), room.top() + down * high),
            vec2(column.width(), high - brush.gap() * 0.5),
        );
        if let Some(share) = lever(brush, row, cell, pulled) {
            pulled.lever = Some((nth, share));
        }
    }
}

/// Height of the tallest lever in `columns`.
fn height(brush: &Brush<'_>, chart: &LeverChart, columns: &[Rect]) -> f32 {
    let width = columns.first().map_or(0.0, Rect::width) - brush.body() * 4.2;
    let names = chart.rows.iter();
    let names = names.map(|row| brush.lay(&row.name, Style::Body, width, Align::Min).size().y);
    names.fold(brush.body(), f32::max) + brush.body() * 1.24 + brush.gap()
}

/// One lever: name and value over its rail; where it is pulled to.
fn lever(brush: &Brush<'_>, row: &LeverRow, cell: Rect, pulled: &mut Pulled) -> Option<f64> {
    let theme = brush.theme;
    let inner = cell.shrink2(vec2(brush.gap() * 0.7, 0.0));
    let value = brush.lay(&row.value, Style::Strong, inner.width(), Align::Max);
    let room = inner.width() - value.size().x - brush.gap();
    brush.put(value, inner.right(), inner.top());
    let name = brush.words(&row.name, Style::Body, inner.min, room);
    let handle = brush.body() * 0.62;
    let y = name.bottom().max(inner.top() + brush.body() * 1.3) + handle;
    let way = Rangef::new(inner.left() + handle, inner.right() - handle);
    let rail = Rect::from_x_y_ranges(way, y - brush.unit * 0.45..=y + brush.unit * 0.45);
    let whole = Rect::from_x_y_ranges(inner.x_range(), y - handle..=y + handle);
    let id = Id::unique(("lever", &row.id));
    let sense = Sense::click_and_drag() | Sense::FOCUSABLE;
    let spoken = flat(&row.name);
    let touch = Touch::new(id, whole, Role::Slider, &spoken)
        .said(&row.value)
        .sense(sense)
        .plain();
    let response = touch.feel(brush.ui);
    declare(brush, &response, row);
    let x = |share: f64| egui::lerp(way.min..=way.max, short(share));
    let painter = brush.ui.painter();
    painter.rect_filled(rail, CornerRadius::same(3), theme.field_edge);
    let done = rail.with_max_x(x(row.at));
    let ink = if row.chosen { theme.accent } else { theme.ink_soft };
    painter.rect_filled(done, CornerRadius::same(3), ink);
    let tick = Stroke::new(brush.line() * 1.4, theme.ink);
    painter.vline(x(row.start), y - handle..=y + handle, tick);
    let edge = Stroke::new(brush.line() * 1.6, ink);
    painter.circle(pos2(x(row.at), y), handle * 0.86, theme.surface, edge);
    if row.chosen {
        let ring = Stroke::new(RING.max(brush.unit * 0.6), theme.accent);
        let place = cell.with_max_y(whole.bottom() + brush.gap() * 0.2);
        painter.rect_stroke(place, CornerRadius::same(8), ring, StrokeKind::Outside);
    }
    let dragged = response
        .is_pointer_button_down_on()
        .then(|| response.interact_pointer_pos())
        .flatten();
    pulled.held |= dragged.is_some();
    let by_pointer = dragged.map(|at| {
        let along = f64::from((at.x - way.min) / way.span().max(1.0));
        (along.clamp(0.0, 1.0) * 100.0).round() / 100.0
    });
    by_pointer.or_else(|| asked(brush, &response, row.at))
}

/// What a screen reader asks for.
fn asked(brush: &Brush<'_>, response: &egui::Response, at: f64) -> Option<f64> {
    let set = requested(brush.ui, response, accesskit::Action::SetValue)
        .into_iter()
        .rev()
        .find_map(|request| match request.data {
            Some(accesskit::ActionData::NumericValue(percent)) => Some(percent / 100.0),
            _ => None,
        });
    let count = |action| requested(brush.ui, response, action).len() as f64;
    let by = 0.01 * (count(accesskit::Action::Increment) - count(accesskit::Action::Decrement));
    set.or_else(|| (by.abs() > 0.0).then_some(at + by))
        .map(|share| share.clamp(0.0, 1.0))
}

fn declare(brush: &Brush<'_>, response: &egui::Response, row: &LeverRow) {
    brush.ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value(row.at * 100.0);
        node.set_numeric_value_step(1.0);
        for action in [
            accesskit::Action::SetValue,
            accesskit::Action::Increment,
            accesskit::Action::Decrement,
        ] {
            node.add_action(action);
        }
    });
}
