//! The chart of combinations: a quiet cloud, and the front as the only dark line; arrows walk along it, Enter tries.

use super::data::{self, Line};
use super::layout::{Plot, Scale};
use crate::explain::advice::{Axis, Point};
use crate::text::ImproveMsg;
use crate::ui::improving::{CombinedView, Improve};
use crate::ui::theme::{Theme, metric, with_alpha};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{
    Hint as _, focus_ring, keep_arrows, line, put_center, put_left, set_spoken_value, text,
};
use egui::{
    Align2, Color32, Id, Key, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2,
};
use std::sync::Arc;

/// Room beneath the plot, for the marks and the name of the axis across.
const FOOT: f32 = 46.0;
/// Room above it, for the name of the axis up.
const HEAD: f32 = 26.0;
/// Room at its left, for the marks of the axis up.
const LEFT: f32 = 62.0;
/// Radius of a point of the cloud.
const DOT: f32 = 2.6;
/// Radius of a point of the front.
const FRONT: f32 = 5.0;
/// Between two letters.
const LETTER: f32 = 19.0;
/// As near as that to the pointer a point is meant.
const NEAR: f32 = 14.0;

/// What the chart shows.
pub struct Chart<'a> {
    /// What the page sees.
    pub view: &'a View<'a>,
    /// The combinations.
    pub combined: &'a CombinedView<'a>,
    /// Across and up.
    pub axes: [Axis; 2],
    /// The front in words.
    pub lines: &'a [Line],
    /// The place in the front that is looked at.
    pub chosen: usize,
}

/// What is drawn of the points, kept between frames.
#[derive(Clone)]
struct Kept {
    /// The job, how many points, both axes, and the size of the chart.
    of: (u64, usize, [Axis; 2], Vec2),
    /// Where the chart's corner lay.
    corner: Pos2,
    plot: Plot,
    /// One point for each place that many share.
    seen: Arc<[usize]>,
}

impl Chart<'_> {
    /// Draws it in `height`; answers the place in the front that is looked at next.
    pub fn show(&self, ui: &mut Ui, out: &mut Out, height: f32) -> Option<usize> {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let lang = self.view.lang;
        let id = Id::unique("chart of combinations");
        let response = Touch::new(id, rect, Role::Image, ImproveMsg::ChartName.text(lang)).feel(ui);
        let kept = self.kept(ui, id, rect);
        let plot = kept.plot;
        self.paint(ui, &plot, &kept.seen);
        focus_ring(ui, self.view.theme, &response, rect);
        if let Some(line) = self.lines.get(self.chosen) {
            let place = [self.chosen + 1, self.lines.len()].map(|count| count.to_string());
            let values = [("at", place[0].as_str()), ("all", place[1].as_str())];
            let place = ImproveMsg::FrontPlace.with(lang, &values);
            let said = [place.as_str(), &line.head, &line.figures, &line.moves];
            let said: Vec<&str> = said.into_iter().filter(|words| !words.is_empty()).collect();
            set_spoken_value(ui, &response, &said.join(lang.semicolon()));
        }
        let next = self.walked(ui, out, &response);
        next.or_else(|| self.pointed(&response, &plot))
    }

    fn plot(&self, rect: Rect) -> Plot {
        let inner = Rect::from_min_max(
            pos2(rect.left() + LEFT, rect.top() + HEAD),
            pos2(rect.right() - metric::SPACE_XL, rect.bottom() - FOOT),
        );
        let scale = |axis: Axis| Scale::of(self.combined.points.iter().map(move |point| point.on(axis)));
        Plot {
            rect: inner,
            x: scale(self.axes[0]),
            y: scale(self.axes[1]),
        }
    }

    fn place(&self, plot: &Plot, point: &Point) -> Pos2 {
        plot.at(point.on(self.axes[0]), point.on(self.axes[1]))
    }

    /// Scales and the cloud, kept while neither points nor place change.
    fn kept(&self, ui: &Ui, id: Id, rect: Rect) -> Kept {
        let of = (
            self.combined.number,
            self.combined.points.len(),
            self.axes,
            rect.size(),
        );
        let key = id.with("kept");
        let known = ui.data(|data| data.get_temp::<Kept>(key));
        if let Some(known) = known.filter(|known| known.of == of) {
            let plot = Plot {
                rect: known.plot.rect.translate(rect.min - known.corner),
                ..known.plot
            };
            return Kept { plot, ..known };
        }
        let plot = self.plot(rect);
        let values = self.combined.points.iter();
        let values = values.map(|point| (point.on(self.axes[0]), point.on(self.axes[1])));
        let kept = Kept {
            seen: plot.seen(values, DOT).into(),
            corner: rect.min,
            plot,
            of,
        };
        ui.data_mut(|data| data.insert_temp(key, kept.clone()));
        kept
    }

    fn paint(&self, ui: &Ui, plot: &Plot, seen: &[usize]) {
        let theme = self.view.theme;
        let painter = ui.painter();
        self.scales(painter, plot);
        for place in seen {
            let Some(point) = self.combined.points.get(*place) else {
                continue;
            };
            let kind = self.kind(point.pathway);
            let fill = with_alpha(theme.pathway(kind).color, 0.55);
            painter.add(dot(kind, self.place(plot, point), DOT, fill, Stroke::NONE));
        }
        self.bands(painter, plot);
        self.front(painter, plot);
        self.now(ui, plot);
    }

    /// The place in the project of a pathway of the sweep, which decides colour and shape.
    fn kind(&self, pathway: usize) -> usize {
        let id = self.combined.pathways.get(pathway);
        let mut all = self.view.project.pathways.iter();
        all.position(|known| Some(&known.id) == id).unwrap_or_default()
    }

    /// Marks that whisper: numbers at both scales, and the names of the axes.
    fn scales(&self, painter: &Painter, plot: &Plot) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        let font = theme.font(metric::TEXT_SMALL);
        let rule = Stroke::new(theme.rule, theme.hairline);
        let [x, y] = self.axes;
        let marks = plot.x.marks();
        let words: Vec<_> = marks
            .iter()
            .map(|mark| line(painter, &x.said(*mark, lang), font.clone(), theme.ink_soft))
            .collect();
        let wanted: f32 = words.iter().map(|words| words.size().x + metric::SPACE_M).sum();
        // Where they would touch, every second one stands alone.
        let every = if wanted > plot.rect.width() { 2 } else { 1 };
        for (at, (mark, words)) in marks.iter().zip(words).enumerate() {
            let foot = plot.at(*mark, plot.y.low);
            painter.vline(foot.x, plot.rect.y_range(), rule);
            if at % every == 0 {
                put_center(painter, pos2(foot.x, foot.y + 12.0), words, theme.ink_soft);
            }
        }
        for mark in plot.y.marks() {
            let at = plot.at(plot.x.low, mark);
            painter.hline(plot.rect.x_range(), at.y, rule);
            let words = line(painter, &y.said(mark, lang), font.clone(), theme.ink_soft);
            let left = at.x - metric::SPACE_S - words.size().x;
            put_left(painter, pos2(left, at.y), words, theme.ink_soft);
        }
        let name = |sign: &str, axis: Axis| {
            let words = format!("{}{sign}", axis.head(lang));
            text::one_line(painter, theme, &words, font.clone(), theme.ink, plot.rect.width())
        };
        let up = name(" ↑", y);
        put_left(
            painter,
            pos2(plot.rect.left(), plot.rect.top() - 16.0),
            up,
            theme.ink,
        );
        let across = name(" →", x);
        let left = plot.rect.right() - across.size().x;
        put_left(painter, pos2(left, plot.rect.bottom() + 32.0), across, theme.ink);
    }

    /// The 5 % and 95 % points of the front on both axes.
    fn bands(&self, painter: &Painter, plot: &Plot) {
        let stroke = Stroke::new(1.0, self.view.theme.field_edge);
        let bands = self.combined.bands.unwrap_or_default();
        for (place, band) in self.combined.front.iter().zip(bands) {
            let Some(point) = self.combined.points.get(*place) else {
                continue;
            };
            let ends = self.axes.map(|axis| data::band_on(band, axis));
            let center = self.place(plot, point);
            if let Some((low, high)) = ends[0] {
                let (from, to) = (plot.at(low, 0.0).x, plot.at(high, 0.0).x);
                painter.hline(from..=to, center.y, stroke);
            }
            if let Some((low, high)) = ends[1] {
                let (from, to) = (plot.at(plot.x.low, high).y, plot.at(plot.x.low, low).y);
                painter.vline(center.x, from..=to, stroke);
            }
        }
    }

    fn front(&self, painter: &Painter, plot: &Plot) {
        let theme = self.view.theme;
        let points: Vec<&Point> = self
            .combined
            .front
            .iter()
            .filter_map(|at| self.combined.points.get(*at))
            .collect();
        let way: Vec<Pos2> = points.iter().map(|point| self.place(plot, point)).collect();
        painter.line(way.clone(), Stroke::new(2.0, theme.ink));
        for (at, (point, center)) in points.iter().zip(&way).enumerate() {
            let kind = self.kind(point.pathway);
            let edge = Stroke::new(1.5, theme.ink);
            if at == self.chosen {
                painter.circle_stroke(*center, FRONT + 5.0, theme.focus_stroke());
            }
            painter.add(dot(kind, *center, FRONT, theme.pathway(kind).color, edge));
        }
    }

    /// Where each pathway stands without any move, by its letter; letters make room for each other.
    fn now(&self, ui: &Ui, plot: &Plot) {
        let theme = self.view.theme;
        let painter = ui.painter();
        let mut taken: Vec<Pos2> = Vec::new();
        for point in self.combined.points.iter().filter(|point| point.moves == 0) {
            let (kind, at) = (self.kind(point.pathway), self.place(plot, point));
            let mut letter = at;
            while taken.iter().any(|other| other.distance(letter) < LETTER) {
                letter.x += LETTER;
            }
            taken.push(letter);
            painter.line_segment([at, letter], Stroke::new(1.0, theme.field_edge));
            let fill = theme.pathway(kind).color;
            painter.circle(letter, 8.5, fill, Stroke::new(1.5, theme.ink));
            let words = crate::ui::theme::pathway_letter(kind).to_string();
            let font = theme.medium_font(metric::TEXT_SMALL);
            painter.text(letter, Align2::CENTER_CENTER, words, font, theme.on(fill));
        }
    }

    /// The place that the arrow keys lead to; Enter tries the one that is looked at.
    fn walked(&self, ui: &Ui, out: &mut Out, response: &Response) -> Option<usize> {
        if !response.has_focus() {
            return None;
        }
        keep_arrows(ui, response.id);
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::Enter)
            && !self.combined.stale
            && let Some(line) = self.lines.get(self.chosen).filter(|line| !line.tries.is_empty())
        {
            out.command(Command::Improve(Improve::Try(
                line.pathway.clone(),
                line.tries.clone(),
            )));
        }
        let last = self.lines.len().checked_sub(1)?;
        // The front runs from its right end to the left.
        let next = if pressed(Key::ArrowRight) || pressed(Key::ArrowDown) {
            self.chosen.saturating_sub(1)
        } else if pressed(Key::ArrowLeft) || pressed(Key::ArrowUp) {
            (self.chosen + 1).min(last)
        } else if pressed(Key::Home) {
            last
        } else if pressed(Key::End) {
            0
        } else {
            self.chosen
        };
        (next != self.chosen).then_some(next)
    }

    /// The front's point that was clicked; what lies under the pointer is told.
    fn pointed(&self, response: &Response, plot: &Plot) -> Option<usize> {
        let pointer = response.hover_pos()?;
        let far = |point: &Point| self.place(plot, point).distance(pointer);
        let near = self.combined.points.iter().filter(|point| far(point) <= NEAR);
        let nearest = near.min_by(|a, b| far(a).total_cmp(&far(b)))?;
        if let Some(told) = data::line(self.view, self.combined, nearest, self.axes) {
            let words = [told.head, told.figures, told.moves].join("\n");
            response.clone().hint_at_pointer(words.trim_end());
        }
        if !response.clicked() {
            return None;
        }
        response.request_focus();
        let front = self
            .combined
            .front
            .iter()
            .filter_map(|at| self.combined.points.get(*at))
            .enumerate();
        let near = front.min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b)));
        near.map(|(at, _)| at).filter(|at| *at != self.chosen)
    }
}

/// A point in the shape of its pathway: circle, square, triangle, diamond, and so on around.
fn dot(kind: usize, center: Pos2, radius: f32, fill: Color32, edge: Stroke) -> Shape {
    let around = |corners: &[(f32, f32)]| {
        let points = corners
            .iter()
            .map(|(x, y)| center + vec2(*x, *y) * radius)
            .collect();
        Shape::convex_polygon(points, fill, edge)
    };
    match kind % 4 {
        0 => Shape::Circle(egui::epaint::CircleShape {
            center,
            radius,
            fill,
            stroke: edge,
        }),
        1 => around(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
        2 => around(&[(0.0, -1.2), (1.1, 0.8), (-1.1, 0.8)]),
        _ => around(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)]),
    }
}

/// Letter, shape and name of each pathway of the chart, a line each.
pub fn legend(ui: &mut Ui, view: &View<'_>, combined: &CombinedView<'_>, theme: &Theme) {
    for id in combined.pathways {
        let place = view.project.pathways.iter().position(|known| &known.id == id);
        let kind = place.unwrap_or_default();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 18.0), Sense::empty());
            let edge = Stroke::new(1.0, theme.outline);
            let fill = theme.pathway(kind).color;
            ui.painter().add(dot(kind, rect.center(), 4.5, fill, edge));
            let names = super::super::super::data::names(view);
            let letter = crate::ui::theme::pathway_letter(kind);
            text::small(ui, theme, &format!("{letter} {}", names.pathway(id)));
        });
    }
}
