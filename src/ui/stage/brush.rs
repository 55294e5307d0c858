//! Sizes and words of boards: everything grows with the height of the window, and nothing is smaller than can be read
//! from the last row.

use crate::lang::JOINT;
use crate::report::sheet::{Fill, Hatch, flat};
use crate::ui::theme::{Theme, solid};
use crate::ui::widget::letters::Letters;
use crate::ui::widget::{hatch, touch};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CornerRadius, FontId, Galley, Id, Pos2, Rect, Role, Shape, Stroke, StrokeKind, Ui, Vec2,
    pos2, vec2,
};
use std::sync::Arc;

/// How far the last row is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Size {
    /// A class of thirty.
    #[default]
    Class,
    /// A hall of six hundred.
    Hall,
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// What is read first.
    Title,
    /// Words of weight.
    Strong,
    /// Running words.
    Body,
    /// The same in secondary ink.
    Soft,
    /// A key figure.
    Key,
    /// A key figure where several stand close.
    SmallKey,
}

/// The second language against the first.
const SECOND: f32 = 0.84;

/// Paints words and shapes of one board.
#[derive(Clone, Copy)]
pub struct Brush<'a> {
    /// Where it paints.
    pub ui: &'a Ui,
    /// Colours.
    pub theme: &'a Theme,
    /// How far the last row is away.
    pub size: Size,
    /// A hundredth of the height of the window.
    pub unit: f32,
}

impl<'a> Brush<'a> {
    /// A brush for a board that fills `ui`.
    pub fn new(ui: &'a Ui, theme: &'a Theme, size: Size) -> Self {
        Self {
            ui,
            theme,
            size,
            unit: ui.max_rect().height() / 100.0,
        }
    }

    /// Height of running letters: their hanzi have at least 2.8 % of the window as ink in a class, 3.8 % in a hall.
    pub fn body(&self) -> f32 {
        self.unit
            * match self.size {
                Size::Class => 3.3,
                Size::Hall => 4.4,
            }
    }

    /// Room between things.
    pub fn gap(&self) -> f32 {
        self.unit * 1.6
    }

    /// Width of outlines and marks.
    pub fn line(&self) -> f32 {
        (self.unit * 0.22).max(1.5)
    }

    /// The font of `style`, and its ink.
    pub fn font(&self, style: Style) -> (FontId, Color32) {
        let (theme, body) = (self.theme, self.body());
        match style {
            Style::Title => {
                let size = if self.size == Size::Hall { 1.12 } else { 1.6 };
                (theme.medium_font(body * size), theme.ink)
            }
            Style::Strong => (theme.medium_font(body), theme.ink),
            Style::Body => (theme.font(body), theme.ink),
            Style::Soft => (theme.font(body), theme.ink_soft),
            // The digits of the bundled font are 0.73 of its size: 5.6 % of the window and more.
            Style::Key => (theme.medium_font(self.unit * 9.6), theme.ink),
            Style::SmallKey => (theme.medium_font(self.unit * 7.9), theme.ink),
        }
    }

    /// `text` laid out in `room`: of both languages the second smaller, beside the first where both fit, else beneath.
    pub fn lay(&self, text: &str, style: Style, room: f32, align: Align) -> Arc<Galley> {
        let (font, ink) = self.font(style);
        self.lay_in(text, font, ink, room, align)
    }

    /// The same in a font of one's own.
    pub fn lay_in(&self, text: &str, font: FontId, ink: Color32, room: f32, align: Align) -> Arc<Galley> {
        let painter = self.ui.painter();
        let lines = |text: &str, font: &FontId| Letters::of(painter.ctx(), font).broken(text, room);
        let Some((first, second)) = text.split_once([JOINT, '\n']) else {
            let mut job = LayoutJob::single_section(lines(text, &font), TextFormat::simple(font, ink));
            job.halign = align;
            return painter.layout_job(job);
        };
        let small = FontId::new(font.size * SECOND, self.theme.font(font.size).family);
        let width = |text: &str, font: &FontId| {
            painter
                .layout_no_wrap(text.to_owned(), font.clone(), ink)
                .size()
                .x
        };
        let gap = font.size * 0.5;
        let beside = text.contains(JOINT)
            && width(first, &font) + gap + width(second, &small) <= room
            && !second.contains('\n');
        let mut job = LayoutJob::single_section(lines(first, &font), TextFormat::simple(font, ink));
        let soft = TextFormat::simple(small.clone(), self.theme.ink_soft);
        if beside {
            job.append(second, gap, soft);
        } else {
            job.append(&format!("\n{}", lines(second, &small)), 0.0, soft);
        }
        job.halign = align;
        painter.layout_job(job)
    }

    /// Paints `galley`, aligned as it was laid out, with its top at `top` and its aligned side at `x`; says its words.
    pub fn put(&self, galley: Arc<Galley>, x: f32, top: f32) -> Rect {
        let shift = galley.rect.min;
        let rect = Rect::from_min_size(pos2(x + shift.x, top), galley.size());
        let words = flat(galley.text());
        self.speak(rect, Role::Label, &words);
        self.ui
            .painter()
            .galley(pos2(x, top - shift.y).round(), galley, self.theme.ink);
        rect
    }

    /// Lays `text` out in `room` and paints it from `at`; gives the place it takes.
    pub fn words(&self, text: &str, style: Style, at: Pos2, room: f32) -> Rect {
        self.put(self.lay(text, style, room, Align::Min), at.x, at.y)
    }

    /// The same in the middle of `rect`, across and down.
    pub fn centered(&self, text: &str, style: Style, rect: Rect) -> Rect {
        let galley = self.lay(text, style, rect.width(), Align::Center);
        let top = rect.center().y - galley.size().y / 2.0;
        self.put(galley, rect.center().x, top)
    }

    /// Says `name` for whoever hears the board.
    pub fn speak(&self, rect: Rect, role: Role, name: &str) {
        if name.is_empty() {
            return;
        }
        let place = [rect.min.x, rect.min.y, rect.width(), rect.height()].map(f32::to_bits);
        let id = Id::unique(("board", name, place));
        touch::spoken(self.ui, rect, id, role, name);
    }

    /// Paints `fill` over `rect` with its outline; hatches grow with the letters.
    pub fn fill(&self, rect: Rect, fill: Fill) {
        let painter = self
            .ui
            .painter()
            .with_clip_rect(rect.intersect(self.ui.clip_rect()));
        let color = solid(fill.rgb);
        painter.rect_filled(rect, CornerRadius::ZERO, color);
        self.hatch(&painter, rect, fill.hatch, self.theme.hatch_on(color));
        painter.rect_stroke(
            rect,
            CornerRadius::ZERO,
            Stroke::new(self.line(), self.theme.outline),
            StrokeKind::Inside,
        );
    }

    fn hatch(&self, painter: &egui::Painter, rect: Rect, pattern: Hatch, color: Color32) {
        let grow = (self.unit / 5.0).max(1.0);
        let small = Rect::from_min_size(Pos2::ZERO, rect.size() / grow);
        let place = |at: Pos2| rect.min + at.to_vec2() * grow;
        let stroke = Stroke::new(grow, color);
        let lines = hatch::lines(small, pattern).into_iter();
        painter.extend(lines.map(|line| Shape::line_segment(line.map(place), stroke)));
        let dots = hatch::dots(small, pattern).into_iter();
        painter.extend(dots.map(|dot| Shape::circle_filled(place(dot), 1.1 * grow, color)));
    }

    /// A letter on its fill, on white within, so high.
    pub fn badge(&self, letter: char, fill: Fill, at: Pos2) -> Rect {
        let side = self.body() * 1.35;
        let rect = Rect::from_min_size(at, Vec2::splat(side));
        self.fill(rect, fill);
        let inner = rect.shrink(side * 0.16);
        self.ui
            .painter()
            .rect_filled(inner, CornerRadius::same(2), self.theme.surface);
        let (font, ink) = self.font(Style::Strong);
        let galley = self.ui.painter().layout_no_wrap(letter.to_string(), font, ink);
        let corner = inner.center() - galley.size() / 2.0;
        self.ui.painter().galley(corner.round(), galley, ink);
        rect
    }

    /// Badge and name of a pathway; gives the place that both take.
    pub fn named(&self, letter: char, fill: Fill, name: &str, at: Pos2, room: f32) -> Rect {
        let badge = self.badge(letter, fill, at);
        let left = badge.right() + self.gap() * 0.7;
        let galley = self.lay(name, Style::Strong, room - (left - at.x), Align::Min);
        let top = at.y + ((badge.height() - galley.size().y) / 2.0).max(0.0);
        badge.union(self.put(galley, left, top))
    }

    /// A key figure over what it is, and its range between; gives the place it takes.
    pub fn key(&self, key: &crate::report::sheet::Figure, style: Style, at: Pos2, room: f32) -> Rect {
        let value = self.lay(&key.value, style, room, Align::Min);
        let size = value.size();
        self.ui.painter().galley(at.round(), value, self.theme.ink);
        let mut rect = Rect::from_min_size(at, size);
        let spoken = format!("{} {} {}", flat(&key.word), key.value, key.range);
        self.speak(rect, Role::Label, spoken.trim_end());
        for (text, style) in [(&key.range, Style::Soft), (&key.word, Style::Body)] {
            if !text.is_empty() {
                rect = rect.union(self.words(text, style, pos2(at.x, rect.bottom()), room));
            }
        }
        rect
    }

    /// What fills stand for, in rows that wrap; gives the place it takes.
    pub fn legend(&self, items: &[(Fill, String)], at: Pos2, room: f32) -> Rect {
        let side = self.body();
        let (mut x, mut y) = (at.x, at.y);
        let mut below = at.y;
        for (fill, label) in items {
            let left = side * 1.3;
            let galley = self.lay(label, Style::Body, room - left, Align::Min);
            let wide = left + galley.size().x;
            if x > at.x && x + wide > at.x + room {
                (x, y) = (at.x, below + self.gap() * 0.3);
            }
            let swatch = Rect::from_min_size(pos2(x, y + side * 0.16), Vec2::splat(side));
            self.fill(swatch, *fill);
            below = below.max(self.put(galley, x + left, y).bottom());
            x += wide + side;
        }
        Rect::from_min_max(at, pos2(at.x + room, below))
    }

    /// How high a legend of `items` is in `room`.
    pub fn legend_height(&self, items: &[(Fill, String)], room: f32) -> f32 {
        let side = self.body();
        let (mut x, mut y, mut below) = (0.0_f32, 0.0_f32, 0.0_f32);
        for (_, label) in items {
            let size = self.lay(label, Style::Body, room - side * 1.3, Align::Min).size();
            let wide = side * 1.3 + size.x;
            if x > 0.0 && x + wide > room {
                (x, y) = (0.0, below + self.gap() * 0.3);
            }
            below = below.max(y + size.y);
            x += wide + side;
        }
        below
    }

    /// `rect` in `count` columns with a gap between.
    pub fn columns(&self, rect: Rect, count: usize) -> Vec<Rect> {
        let gap = self.gap() * 2.0;
        let many = f32::from(u16::try_from(count.max(1)).unwrap_or(1));
        let width = (rect.width() - gap * (many - 1.0)) / many;
        let mut left = rect.left();
        let mut all = Vec::with_capacity(count);
        for _ in 0..count {
            all.push(Rect::from_min_size(
                pos2(left, rect.top()),
                vec2(width, rect.height()),
            ));
            left += width + gap;
        }
        all
    }
}

/// A share as a length, 0 to 1.
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths on screen need no more digits"
)]
pub fn short(share: f64) -> f32 {
    if share.is_finite() {
        share.clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}
