//! The charts: how styles are spread, one figure over another, and how few styles hold most of what nothing takes.
//!
//! Invariant: what is drawn was counted before; a frame lays out fields and points of a curve, never lines of the list.

use super::{ask, data};
use crate::collection::FIGURES;
use crate::collection::shown::{Asked, BARS, CELLS, Shown, Span};
use crate::figure::PathwayFigure;
use crate::text::{CollectionMsg, number};
use crate::ui::collecting::{Collecting, CollectionView};
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::chart_room::chart_room;
use crate::ui::widget::choice::{above, choice};
use crate::ui::widget::{plain_line, put_left, text};
use egui::{Galley, Rect, ScrollArea, Ui, Vec2, pos2, vec2};
use std::sync::Arc;

/// Height of a chart.
const HEIGHT: f32 = 180.0;
/// Widest choice of a figure.
const CHOICE: f32 = 240.0;
/// Radius of the dots of a field with styles in it.
const DOT: f32 = 3.5;
/// Widest chart.
const WIDTH: f32 = 620.0;

/// Draws the charts, one under the other.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &CollectionView<'_>) {
    let area = ScrollArea::vertical()
        .id_salt("collection charts")
        .auto_shrink(false);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = metric::SPACE_S;
        choices(ui, view, out, page);
        let Some(shown) = page.shown else { return };
        histogram(ui, view, page, shown);
        scatter(ui, view, page, shown);
        pareto(ui, view, shown);
    });
}

fn figure(at: usize) -> PathwayFigure {
    FIGURES.get(at).copied().unwrap_or(PathwayFigure::Mci)
}

/// Which figures are drawn.
fn choices(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &CollectionView<'_>) {
    let mut asked: Asked = page.asked.clone();
    let width = ((ui.available_width() - metric::SPACE_L) / 2.0).min(CHOICE);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_L, metric::SPACE_S);
        let axes = [
            (CollectionMsg::Across, "collection across", &mut asked.across),
            (CollectionMsg::Up, "collection up", &mut asked.up),
        ];
        for (name, key, axis) in axes {
            let name = name.text(view.lang);
            let said = figure(*axis).head(view.lang);
            let picked = above(ui, view.theme, name, |ui| {
                choice(ui, key, name, (&said, Some(&*axis)), width, || {
                    let all = FIGURES.iter().enumerate();
                    all.map(|(at, figure)| (at, figure.head(view.lang))).collect()
                })
            });
            if let Some(at) = picked {
                *axis = at;
            }
        }
    });
    if asked != *page.asked {
        ask(out, Collecting::Ask(Box::new(asked)));
    }
}

/// Room for a chart with what is said of it: its name and its content in words.
fn room(ui: &mut Ui, view: &View<'_>, name: &str, said: &str) -> Rect {
    text::heading(ui, view.theme, name);
    let size = vec2(ui.available_width().min(WIDTH), HEIGHT);
    let rect = chart_room(ui, view.theme, (name, said), size);
    ui.painter().rect_stroke(
        rect,
        view.theme.radius(),
        view.theme.edge_stroke(),
        egui::StrokeKind::Inside,
    );
    rect.shrink(metric::SPACE_S)
}

/// Writes the ends of the axis across beneath `rect`; answers the room above them.
fn over_ends(ui: &Ui, view: &View<'_>, rect: Rect, (low, high): (&str, &str)) -> Rect {
    let [low, high] = [low, high].map(|words| small(ui, view, words));
    let height = low.size().y.max(high.size().y);
    let (middle, ink) = (rect.bottom() - height / 2.0, view.theme.ink_soft);
    let right = rect.right() - high.size().x;
    put_left(ui.painter(), pos2(rect.left(), middle), low, ink);
    put_left(ui.painter(), pos2(right, middle), high, ink);
    let floor = rect.bottom() - height - metric::SPACE_XS;
    ui.painter()
        .hline(rect.x_range(), floor, view.theme.rule_stroke());
    rect.with_max_y(floor)
}

/// The same with the ends of the axis up at the left.
fn within_ends(
    ui: &Ui,
    view: &View<'_>,
    rect: Rect,
    across: (&str, &str),
    (low, high): (&str, &str),
) -> Rect {
    let [low, high] = [low, high].map(|words| small(ui, view, words));
    let left = rect.left() + low.size().x.max(high.size().x) + metric::SPACE_S;
    let plot = over_ends(ui, view, rect.with_min_x(left), across);
    let (half, ink) = (low.size().y / 2.0, view.theme.ink_soft);
    put_left(ui.painter(), pos2(rect.left(), plot.bottom() - half), low, ink);
    put_left(ui.painter(), pos2(rect.left(), plot.top() + half), high, ink);
    ui.painter()
        .vline(plot.left(), plot.y_range(), view.theme.rule_stroke());
    plot
}

fn small(ui: &Ui, view: &View<'_>, words: &str) -> Arc<Galley> {
    let font = view.theme.font(metric::TEXT_SMALL);
    plain_line(ui.painter(), words, font, view.theme.ink_soft)
}

fn ends(span: Span, figure: PathwayFigure, view: &View<'_>) -> (String, String) {
    let said = |value: f64| figure.form().text(value, view.lang);
    (said(span.low), said(span.high))
}

#[expect(clippy::cast_possible_truncation, reason = "a place in a chart")]
const fn share(value: f64) -> f32 {
    value as f32
}

fn histogram(ui: &mut Ui, view: &View<'_>, page: &CollectionView<'_>, shown: &Shown) {
    let across = figure(page.asked.across);
    let (span, bars) = &shown.bars;
    let name = view
        .lang
        .head(|lang| CollectionMsg::Histogram.with(lang, &[("figure", across.text(lang))]));
    let most = bars.iter().copied().max().unwrap_or(0);
    let largest = bars.iter().position(|count| *count == most).unwrap_or(0);
    let step = (span.high - span.low) / BARS as f64;
    let bar = Span {
        low: span.low + step * largest as f64,
        high: span.low + step * (largest + 1) as f64,
    };
    let (low, high) = ends(bar, across, view);
    let count = number::thousands(&most.to_string(), view.lang);
    let values = [("low", low.as_str()), ("high", &high), ("count", &count)];
    let rect = room(ui, view, &name, &CollectionMsg::BarSaid.with(view.lang, &values));
    let (low, high) = ends(*span, across, view);
    let rect = over_ends(ui, view, rect, (&low, &high));
    let width = rect.width() / BARS as f32;
    for (at, count) in bars.iter().enumerate().filter(|(_, count)| **count > 0) {
        let height = rect.height() * share(f64::from(*count) / f64::from(most.max(1)));
        let left = rect.left() + width * at as f32;
        let bar = Rect::from_min_max(
            pos2(left + 1.0, rect.bottom() - height.max(1.0)),
            pos2(left + width - 1.0, rect.bottom()),
        );
        ui.painter().rect_filled(bar, 0.0, view.theme.accent);
    }
}

fn scatter(ui: &mut Ui, view: &View<'_>, page: &CollectionView<'_>, shown: &Shown) {
    let (across, up) = (figure(page.asked.across), figure(page.asked.up));
    let ([x, y], cells) = &shown.cells;
    let name = view.lang.head(|lang| {
        let values = [("across", across.text(lang)), ("up", up.text(lang))];
        CollectionMsg::Scatter.with(lang, &values)
    });
    let most = cells.iter().copied().max().unwrap_or(0);
    let count = number::thousands(&most.to_string(), view.lang);
    let [(left, right), (low, high)] = [ends(*x, across, view), ends(*y, up, view)];
    let most_said = CollectionMsg::Most.with(view.lang, &[("count", &count)]);
    let said = [
        view.lang
            .beside(across.text(view.lang), &format!("{left} – {right}")),
        view.lang.beside(up.text(view.lang), &format!("{low} – {high}")),
        most_said,
    ];
    let rect = room(ui, view, &name, &said.join(view.lang.semicolon()));
    let rect = within_ends(ui, view, rect, (&left, &right), (&low, &high)).shrink(DOT);
    let size: Vec2 = rect.size() / CELLS as f32;
    for (at, count) in cells.iter().enumerate().filter(|(_, count)| **count > 0) {
        let corner = vec2((at % CELLS) as f32 * size.x, ((at / CELLS) + 1) as f32 * size.y);
        let place = Rect::from_min_size(pos2(rect.left() + corner.x, rect.bottom() - corner.y), size);
        // One style is seen, many are full.
        let ink = 0.25 + 0.75 * share(f64::from(*count).ln_1p() / f64::from(most.max(1)).ln_1p());
        let fill = view.theme.accent.gamma_multiply(ink);
        ui.painter().circle_filled(place.center(), DOT, fill);
    }
}

fn pareto(ui: &mut Ui, view: &View<'_>, shown: &Shown) {
    let name = CollectionMsg::Pareto.head(view.lang);
    let rect = room(ui, view, name, &few(view, shown));
    let [none, all] = [0.0, 1.0].map(|share| number::share(share, view.lang));
    let rect = within_ends(ui, view, rect, (&none, &all), (&none, &all));
    let point = |[x, y]: [f64; 2]| {
        pos2(
            rect.left() + rect.width() * share(x),
            rect.bottom() - rect.height() * share(y),
        )
    };
    let line: Vec<_> = shown.curve.iter().copied().map(point).collect();
    ui.painter().line(line, egui::Stroke::new(2.0, view.theme.accent));
    if let Some((few, all)) = shown.few {
        let at = point([few as f64 / all.max(1) as f64, crate::collection::shown::MOST]);
        ui.painter().circle_filled(at, 4.0, view.theme.ink);
    }
}

/// How few styles hold most of the mass that nothing takes.
pub(super) fn few(view: &View<'_>, shown: &Shown) -> String {
    view.lang.lines(|lang| {
        let Some((few, all)) = shown.few else {
            return CollectionMsg::FewNone.text(lang).to_owned();
        };
        let whole = |count: usize| number::thousands(&count.to_string(), lang);
        let values = [
            ("few", whole(few)),
            ("all", whole(all)),
            ("mass", data::tonnes(shown.untaken_kg, lang)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        CollectionMsg::Few.with(lang, &values)
    })
}
