//! The response of a figure to a lever: the line, its band, the target, and where they meet.

use super::super::combine::layout::{Plot, Scale};
use super::data;
use crate::explain::advice::Found;
use crate::text::ImproveMsg;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::View;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Hint as _, focus_ring, line, put_center, put_left, set_spoken_value, text};
use egui::{Id, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Height of the curve.
const HEIGHT: f32 = 220.0;
/// Room at the left, for the marks up.
pub(super) const LEFT: f32 = 68.0;
/// Room beneath, for the marks across and the name of the lever.
pub(super) const FOOT: f32 = 44.0;
/// Room above, for the name of the figure.
pub(super) const HEAD: f32 = 24.0;

/// Draws the response.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, found: &Found) {
    let (theme, lang) = (view.theme, view.lang);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let values = [
        ("figure", found.figure.text(lang)),
        ("lever", found.lever.name.get(lang)),
    ];
    let name = ImproveMsg::CurveName.with(lang, &values);
    let response = Touch::new(Id::unique("response of how far"), rect, Role::Image, &name).feel(ui);
    let inner = inner(rect);
    let curve = &found.reach.curve;
    let ends = found.bands.iter().flat_map(|(_, ends)| *ends);
    let up = curve.iter().map(|(_, y)| *y).chain(ends).chain([found.target]);
    let plot = Plot {
        rect: inner,
        x: Scale::of(curve.iter().map(|(x, _)| *x)),
        y: Scale::of(up),
    };
    scales(ui.painter(), theme, &plot, (view, found));
    paint(ui.painter(), theme, &plot, found);
    focus_ring(ui, theme, &response, rect);
    let said: Vec<String> = data::answers(found, view)
        .into_iter()
        .map(|(words, _)| words)
        .collect();
    set_spoken_value(ui, &response, &said.join(lang.semicolon()));
    if let Some(at) = response.hover_pos() {
        let off = |(x, y): &(f64, f64)| (plot.at(*x, *y).x - at.x).abs();
        if let Some((x, y)) = curve.iter().min_by(|a, b| off(a).total_cmp(&off(b))) {
            let words = lang.beside(&data::lever(found, *x, view), &data::figure(found, *y, view));
            response.hint_at_pointer(words);
        }
    }
    super::wrapped(ui, theme, ImproveMsg::CurveMarks.text(lang), theme.ink_soft);
}

/// Where the values lie.
pub(super) fn inner(rect: Rect) -> Rect {
    Rect::from_min_max(
        pos2(rect.left() + LEFT, rect.top() + HEAD),
        pos2(rect.right() - metric::SPACE_XL, rect.bottom() - FOOT),
    )
}

/// Numbers at both scales, and what they are of.
fn scales(painter: &Painter, theme: &Theme, plot: &Plot, (view, found): (&View<'_>, &Found)) {
    let lang = view.lang;
    let font = theme.font(metric::TEXT_SMALL);
    let rule = Stroke::new(theme.rule, theme.hairline);
    let said = |value: f64| {
        line(
            painter,
            &data::lever(found, value, view),
            font.clone(),
            theme.ink_soft,
        )
    };
    let ends = [plot.x.low, plot.x.high].map(|value| (value, said(value)));
    for (value, words) in ends {
        let half = words.size().x / 2.0;
        let foot = plot.at(value, plot.y.low);
        let x = foot.x.clamp(
            plot.rect.left() + half - LEFT,
            plot.rect.right() + metric::SPACE_XL - half,
        );
        put_center(painter, pos2(x, foot.y + 12.0), words, theme.ink_soft);
    }
    for mark in plot.y.marks() {
        let at = plot.at(plot.x.low, mark);
        painter.hline(plot.rect.x_range(), at.y, rule);
        let words = line(
            painter,
            &data::figure(found, mark, view),
            font.clone(),
            theme.ink_soft,
        );
        let left = at.x - metric::SPACE_S - words.size().x;
        put_left(painter, pos2(left, at.y), words, theme.ink_soft);
    }
    let room = plot.rect.width() + LEFT;
    let name = |words: &str| text::one_line(painter, theme, words, font.clone(), theme.ink, room);
    let up = name(&format!("{} ↑", found.figure.head(lang)));
    let top = plot.rect.top() - 14.0;
    put_left(painter, pos2(plot.rect.left() - LEFT, top), up, theme.ink);
    let across = name(&format!("{} →", found.lever.name.get(lang)));
    let left = plot.rect.right() - across.size().x;
    put_left(painter, pos2(left, plot.rect.bottom() + 32.0), across, theme.ink);
}

fn paint(painter: &Painter, theme: &Theme, plot: &Plot, found: &Found) {
    for pair in found.bands.windows(2) {
        let [(x0, [low0, high0]), (x1, [low1, high1])] = pair else {
            continue;
        };
        let corners = vec![
            plot.at(*x0, *low0),
            plot.at(*x1, *low1),
            plot.at(*x1, *high1),
            plot.at(*x0, *high0),
        ];
        painter.add(Shape::convex_polygon(corners, theme.accent_soft, Stroke::NONE));
    }
    let y = plot.at(plot.x.low, found.target).y;
    let ends = [pos2(plot.rect.left(), y), pos2(plot.rect.right(), y)];
    painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, theme.ink), 6.0, 4.0));
    let finite = found.reach.curve.iter().filter(|(_, y)| y.is_finite());
    let way: Vec<Pos2> = finite.map(|(x, y)| plot.at(*x, *y)).collect();
    painter.line(way, Stroke::new(2.0, theme.accent));
    for value in found.reach.values() {
        let at = plot.at(value, found.target);
        painter.circle(at, 5.0, theme.accent, Stroke::new(1.5, theme.ink));
    }
    if found.now.is_finite() {
        let at = plot.at(found.lever.now, found.now);
        painter.circle(at, 5.0, theme.surface, Stroke::new(1.5, theme.ink));
    }
}
