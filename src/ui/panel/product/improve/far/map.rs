//! The map of two levers: darker where the figure is more, with the lines where two pathways are equal and where hours even
//! out; arrows walk over it, the place is told.

use super::curve::{FOOT, LEFT, inner};
use super::data;
use crate::explain::advice::{Found, Map, Piece};
use crate::text::ImproveMsg;
use crate::ui::panel::product::rows::as_f32 as as_count;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::View;
use crate::ui::widget::bar::as_f32;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{
    Hint as _, focus_ring, keep_arrows, line, put_center, put_left, set_spoken_value, text,
};
use egui::{Id, Key, Mesh, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Height of the map.
const HEIGHT: f32 = 300.0;

/// Draws the map, where there is one.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, found: &Found) {
    let (theme, lang) = (view.theme, view.lang);
    let Some(map) = &found.map else { return };
    for words in data::crossings(found, map, view) {
        super::wrapped(ui, theme, &words, theme.ink);
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let name = ImproveMsg::MapName.with(lang, &[("figure", found.figure.text(lang))]);
    let id = Id::unique("map of how far");
    let response = Touch::new(id, rect, Role::Image, &name).feel(ui);
    let shown = Shown {
        rect: inner(rect),
        view,
        found,
        map,
    };
    let at = shown.cursor(ui, &response);
    shown.paint(ui.painter(), at);
    focus_ring(ui, theme, &response, rect);
    if let Some(words) = data::place(found, map, at, view) {
        set_spoken_value(ui, &response, &words);
        if response.hovered() {
            response.hint_at_pointer(words);
        }
    }
    let other = super::super::names(view).pathway(&map.other);
    let words = ImproveMsg::MapMarks.with(lang, &[("pathway", &other)]);
    super::wrapped(ui, theme, &words, theme.ink_soft);
}

struct Shown<'a> {
    rect: Rect,
    view: &'a View<'a>,
    found: &'a Found,
    map: &'a Map,
}

impl Shown<'_> {
    fn sides(&self) -> (usize, usize) {
        (self.map.field.xs.len(), self.map.field.ys.len())
    }

    /// Where a pair of values lies.
    fn at(&self, x: f64, y: f64) -> Pos2 {
        let share = |value: f64, values: &[f64]| {
            let (low, high) = (
                values.first().copied().unwrap_or(0.0),
                values.last().copied().unwrap_or(1.0),
            );
            as_f32(((value - low) / (high - low)).clamp(0.0, 1.0))
        };
        let field = &self.map.field;
        pos2(
            egui::lerp(self.rect.left()..=self.rect.right(), share(x, &field.xs)),
            egui::lerp(self.rect.bottom()..=self.rect.top(), share(y, &field.ys)),
        )
    }

    /// The place that is told: under the pointer, else where the arrows led, else where both levers stand.
    fn cursor(&self, ui: &Ui, response: &Response) -> (usize, usize) {
        let (wide, high) = self.sides();
        let nearest = |values: &[f64], now: f64| {
            let off = |value: &f64| (value - now).abs();
            let all = values.iter().enumerate();
            let near = all.min_by(|(_, a), (_, b)| off(a).total_cmp(&off(b)));
            near.map_or(0, |(at, _)| at)
        };
        let field = &self.map.field;
        if let Some(pointer) = response.hover_pos() {
            let share = |at: f32, from: f32, to: f32| f64::from(((at - from) / (to - from)).clamp(0.0, 1.0));
            let (x, y) = (
                share(pointer.x, self.rect.left(), self.rect.right()),
                share(pointer.y, self.rect.bottom(), self.rect.top()),
            );
            let of = |values: &[f64], share: f64| match (values.first(), values.last()) {
                (Some(low), Some(high)) => nearest(values, low + (high - low) * share),
                _ => 0,
            };
            return (of(&field.xs, x), of(&field.ys, y));
        }
        let key = response.id.with("place");
        let stands = (
            nearest(&field.xs, self.found.lever.now),
            nearest(&field.ys, self.map.lever.now),
        );
        if !response.has_focus() {
            ui.data_mut(|data| data.remove::<(usize, usize)>(key));
            return stands;
        }
        keep_arrows(ui, response.id);
        let (mut x, mut y) = ui.data(|data| data.get_temp(key)).unwrap_or(stands);
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::ArrowLeft) {
            x = x.saturating_sub(1);
        }
        if pressed(Key::ArrowRight) {
            x = (x + 1).min(wide.saturating_sub(1));
        }
        if pressed(Key::ArrowDown) {
            y = y.saturating_sub(1);
        }
        if pressed(Key::ArrowUp) {
            y = (y + 1).min(high.saturating_sub(1));
        }
        ui.data_mut(|data| data.insert_temp(key, (x, y)));
        (x, y)
    }

    fn paint(&self, painter: &Painter, cursor: (usize, usize)) {
        let theme = self.view.theme;
        painter.add(Shape::mesh(self.cells(theme)));
        painter.rect_stroke(
            self.rect,
            0.0,
            Stroke::new(theme.rule, theme.field_edge),
            egui::StrokeKind::Inside,
        );
        let solid = Stroke::new(2.5, theme.ink);
        for piece in self.map.field.equal() {
            painter.line_segment(self.piece(piece), solid);
        }
        // Every second piece: the line is dashed.
        for piece in self.map.field.break_even().into_iter().step_by(2) {
            painter.line_segment(self.piece(piece), Stroke::new(2.0, theme.ink));
        }
        let now = self.at(self.found.lever.now, self.map.lever.now);
        painter.circle(now, 5.0, theme.surface, Stroke::new(1.5, theme.ink));
        let field = &self.map.field;
        if let (Some(x), Some(y)) = (field.xs.get(cursor.0), field.ys.get(cursor.1)) {
            painter.circle_stroke(self.at(*x, *y), 8.0, theme.focus_stroke());
        }
        self.scales(painter, theme);
    }

    fn piece(&self, piece: Piece) -> [Pos2; 2] {
        piece.map(|(x, y)| self.at(x, y))
    }

    /// All cells, the darker the more.
    fn cells(&self, theme: &Theme) -> Mesh {
        let (wide, high) = self.sides();
        let field = &self.map.field;
        let finite = field.values.iter().copied().filter(|value| value.is_finite());
        let (least, most) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let span = (most - least).max(f64::MIN_POSITIVE);
        let size = vec2(
            self.rect.width() / as_count(wide.max(1)),
            self.rect.height() / as_count(high.max(1)),
        );
        let mut mesh = Mesh::default();
        for (place, value) in field
            .values
            .iter()
            .enumerate()
            .filter(|(_, value)| value.is_finite())
        {
            let (column, row) = (place % wide.max(1), place / wide.max(1));
            let left = self.rect.left() + size.x * as_count(column);
            let bottom = self.rect.bottom() - size.y * as_count(row);
            let cell = Rect::from_min_size(pos2(left, bottom - size.y), size);
            let share = as_f32((value - least) / span);
            let color = theme.surface.lerp_to_gamma(theme.accent, 0.05 + 0.6 * share);
            mesh.add_colored_rect(cell, color);
        }
        mesh
    }

    /// Both ends of both scales, and what they are of.
    fn scales(&self, painter: &Painter, theme: &Theme) {
        let (view, lang, found, map) = (self.view, self.view.lang, self.found, self.map);
        let font = theme.font(metric::TEXT_SMALL);
        let put = |words: &str| line(painter, words, font.clone(), theme.ink_soft);
        let field = &map.field;
        for value in [field.xs.first(), field.xs.last()].into_iter().flatten() {
            let words = put(&data::lever(found, *value, view));
            let half = words.size().x / 2.0;
            let x = self.at(*value, 0.0).x;
            let x = x.clamp(
                self.rect.left() + half - LEFT,
                self.rect.right() + metric::SPACE_XL - half,
            );
            put_center(painter, pos2(x, self.rect.bottom() + 12.0), words, theme.ink_soft);
        }
        for value in [field.ys.first(), field.ys.last()].into_iter().flatten() {
            let words = put(&map.lever.said(*value, view.library, lang));
            let left = self.rect.left() - metric::SPACE_S - words.size().x;
            let y = self.at(0.0, *value).y;
            put_left(painter, pos2(left, y), words, theme.ink_soft);
        }
        let room = self.rect.width() + LEFT;
        let name = |words: &str| text::one_line(painter, theme, words, font.clone(), theme.ink, room);
        let up = name(&format!("{} ↑", map.lever.name.get(lang)));
        let top = self.rect.top() - 14.0;
        put_left(painter, pos2(self.rect.left() - LEFT, top), up, theme.ink);
        let across = name(&format!("{} →", found.lever.name.get(lang)));
        let left = self.rect.right() - across.size().x;
        put_left(
            painter,
            pos2(left, self.rect.bottom() + FOOT - 12.0),
            across,
            theme.ink,
        );
    }
}
