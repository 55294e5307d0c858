//! A bar of shares to 100 %, labelled where the words fit.

use super::figure::{PENCIL, own_mark};
use super::hatch;
use super::touch::Touch;
use super::{focus_ring, line, put_center, put_left, text};
use crate::text::halves;
use crate::ui::theme::{Fill, Theme, metric, with_alpha};
use egui::{
    Color32, EventFilter, FontId, Galley, Id, Key, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo,
};
use egui::{pos2, vec2};
use std::sync::Arc;

/// One share of a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment<'a> {
    /// What it is.
    pub label: &'a str,
    /// How much, as it is read: "65 %".
    pub value: &'a str,
    /// Its length, in the bar's unit; what is negative or not finite has none.
    pub share: f64,
    /// Its colour and hatch.
    pub fill: Fill,
}

impl Segment<'_> {
    fn length(&self) -> f64 {
        if self.share.is_finite() {
            self.share.max(0.0)
        } else {
            0.0
        }
    }

    /// What may stand on it, the fullest first: label and value, in both languages the one beneath the other, the value alone.
    fn sayings(&self, painter: &Painter, font: &FontId, ink: Color32) -> [Arc<Galley>; 3] {
        let plain = |words: String| super::plain_line(painter, &words, font.clone(), ink);
        let label = text::in_both(painter.ctx(), self.label);
        let (first, second) = halves(&label);
        let said = format!("{first} {}", self.value);
        let below = match second {
            Some(second) => painter.layout_job(text::two(&said, second, font, ink)),
            None => plain(said),
        };
        [
            plain(format!("{label} {}", self.value)),
            below,
            plain(self.value.to_owned()),
        ]
    }

    /// Label and value, as it is said.
    pub(super) fn spoken(&self) -> String {
        format!("{} {}", self.label, self.value)
    }
}

/// What happened on a bar.
#[derive(Debug)]
pub struct BarResponse {
    /// The bar.
    pub response: Response,
    /// The segment under the pointer, or reached by the arrow keys.
    pub current: Option<usize>,
    /// The segment that was clicked, or confirmed with Enter.
    pub picked: Option<usize>,
}

/// Segments end to end over the whole width; a rest that is missing to the total stays open.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct StackedBar<'a> {
    id: Id,
    name: &'a str,
    segments: &'a [Segment<'a>],
    total: f64,
    height: f32,
    width: Option<f32>,
    selected: Option<usize>,
    labels: bool,
    strong: bool,
    own: &'a str,
}

impl<'a> StackedBar<'a> {
    /// A bar of `segments` out of 1; `name` is what screen readers say before the values.
    pub fn new(
        id: impl std::hash::Hash + std::fmt::Debug,
        name: &'a str,
        segments: &'a [Segment<'a>],
    ) -> Self {
        Self {
            id: Id::unique(("bar", id)),
            name,
            segments,
            total: 1.0,
            height: metric::TARGET,
            width: None,
            selected: None,
            labels: true,
            strong: false,
            own: "",
        }
    }

    /// The length of the whole bar where it is not 1; longer sums fill the bar.
    pub const fn total(mut self, total: f64) -> Self {
        self.total = total;
        self
    }

    /// Its height; the target for the pointer is never lower than [`metric::TARGET`].
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Its width where it is not all that is at hand.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Marks a segment as selected.
    pub const fn selected(mut self, selected: Option<usize>) -> Self {
        self.selected = selected;
        self
    }

    /// Leaves the words out.
    pub const fn without_labels(mut self) -> Self {
        self.labels = false;
        self
    }

    /// Gives the bar the heavier outline of the baseline.
    pub const fn strong(mut self, strong: bool) -> Self {
        self.strong = strong;
        self
    }

    /// Marks it with a pencil as resting on the user's own figures, which `hint` names; not where `hint` is empty.
    pub const fn own(mut self, hint: &'a str) -> Self {
        self.own = hint;
        self
    }

    /// Draws it; hovering or the arrow keys tell each segment, a click or Enter picks it.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> BarResponse {
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let (_, target) = ui.allocate_space(vec2(width, self.height.max(metric::TARGET)));
        let rect = Rect::from_center_size(target.center(), vec2(target.width(), self.height));
        let cells = self.cells(rect);
        let mut spoken: Vec<_> = self.segments.iter().map(Segment::spoken).collect();
        spoken.extend((!self.own.is_empty()).then(|| self.own.to_owned()));
        let spoken = spoken.join("; ");
        let response = Touch::new(self.id, target, Role::GraphicsObject, self.name)
            .said(&spoken)
            .feel(ui);

        let hovered = response
            .hover_pos()
            .and_then(|pos| cells.iter().position(|cell| cell.x_range().contains(pos.x)));
        let by_key = self.by_key(ui, &response);
        let current = hovered.or(by_key);
        if ui.is_rect_visible(rect) {
            self.paint(ui, theme, rect, &cells, current);
            if !self.own.is_empty() {
                own_mark(ui.painter(), theme, pos2(rect.right() - PENCIL, rect.top() + 6.0));
            }
            focus_ring(ui, theme, &response, rect);
        }
        let shown = current.and_then(|index| self.segments.get(index).zip(cells.get(index)));
        if let Some((segment, cell)) = shown {
            tooltip(theme, &response, *cell, segment);
        }
        let picked = current.filter(|_| response.clicked());
        BarResponse {
            response,
            current,
            picked,
        }
    }

    /// Where each segment lies.
    fn cells(&self, rect: Rect) -> Vec<Rect> {
        let sum: f64 = self.segments.iter().map(Segment::length).sum();
        let whole = sum.max(self.total).max(f64::MIN_POSITIVE);
        let mut passed = 0.0;
        let place = |from: f64, to: f64| {
            let x = |share: f64| rect.left() + rect.width() * as_f32(share / whole);
            Rect::from_min_max(pos2(x(from), rect.top()), pos2(x(to), rect.bottom()))
        };
        let cell = |segment: &Segment<'_>| {
            let from = passed;
            passed += segment.length();
            place(from, passed)
        };
        self.segments.iter().map(cell).collect()
    }

    /// The segment that the arrow keys reached, kept while the bar has the focus.
    fn by_key(&self, ui: &Ui, response: &Response) -> Option<usize> {
        let last = self.segments.len().checked_sub(1)?;
        if !response.has_focus() {
            ui.data_mut(|data| data.remove::<usize>(self.id));
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        let kept = ui.data(|data| data.get_temp::<usize>(self.id));
        let moved = ui.input(|input| {
            match (
                input.key_pressed(Key::ArrowRight),
                input.key_pressed(Key::ArrowLeft),
            ) {
                (true, _) => Some(kept.map_or(0, |at| at + 1).min(last)),
                (_, true) => Some(kept.map_or(last, |at| at.saturating_sub(1)).min(last)),
                _ => kept,
            }
        });
        if let Some(at) = moved {
            ui.data_mut(|data| data.insert_temp(self.id, at));
        }
        moved
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: Rect, cells: &[Rect], current: Option<usize>) {
        let painter = ui.painter();
        painter.rect_filled(rect, 0.0, theme.surface);
        for (index, (segment, cell)) in self.segments.iter().zip(cells).enumerate() {
            if cell.width() < 0.25 {
                continue;
            }
            paint_fill(painter, theme, *cell, segment.fill);
            if self.labels {
                label(painter, theme, *cell, segment);
            }
            // While one segment is looked at, the others step back.
            if current.is_some_and(|current| current != index) {
                painter.rect_filled(*cell, 0.0, with_alpha(theme.surface, 0.5));
            }
            if index > 0 {
                painter.vline(cell.left(), rect.y_range(), Stroke::new(1.0, theme.outline));
            }
        }
        let width = if self.strong {
            theme.outline_width + 1.0
        } else {
            theme.outline_width.min(1.25)
        };
        painter.rect_stroke(rect, 0.0, Stroke::new(width, theme.outline), StrokeKind::Inside);
        let marked = self.selected.and_then(|index| cells.get(index));
        if let Some(cell) = marked {
            // A gap of the surface keeps the mark apart from fills of a like colour.
            painter.rect_stroke(*cell, 1.0, Stroke::new(1.5, theme.surface), StrokeKind::Inside);
            painter.rect_stroke(*cell, 1.0, Stroke::new(2.5, theme.accent), StrokeKind::Outside);
        }
    }
}

/// Draws one filled and hatched piece with its outline.
pub fn paint_segment(painter: &Painter, theme: &Theme, cell: Rect, fill: Fill) {
    paint_fill(painter, theme, cell, fill);
    painter.rect_stroke(cell, 0.0, Stroke::new(1.0, theme.outline), StrokeKind::Inside);
}

/// Draws colour and hatch.
pub(crate) fn paint_fill(painter: &Painter, theme: &Theme, cell: Rect, fill: Fill) {
    painter.rect_filled(cell, 0.0, fill.color);
    // A point inside, so that no line shows through the outline.
    hatch::paint(painter, cell.shrink(1.0), fill.hatch, theme.hatch_on(fill.color));
}

/// The square that stands for a fill beside words.
pub fn swatch(ui: &mut Ui, theme: &Theme, fill: Fill) {
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    paint_segment(ui.painter(), theme, rect, fill);
}

/// What the fills of a drawing stand for: swatch, label and, where given, value; a row of them wraps between them.
pub fn legend<'a>(ui: &mut Ui, theme: &Theme, entries: impl IntoIterator<Item = (Fill, &'a str, &'a str)>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_M, 2.0);
        // Rows are as high as their words, not as what can be clicked.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            for (fill, label, value) in entries {
                entry(ui, theme, fill, label, value);
            }
        });
    });
}

/// Swatch, label and value as one piece.
fn entry(ui: &mut Ui, theme: &Theme, fill: Fill, label: &str, value: &str) {
    const SWATCH: f32 = 14.0;
    let small = theme.font(metric::TEXT_SMALL);
    let room = ui.max_rect().width() - SWATCH - metric::SPACE_S;
    let words = text::one_line(ui.painter(), theme, label, small, theme.ink_soft, room);
    let value = line(
        ui.painter(),
        value,
        theme.medium_font(metric::TEXT_SMALL),
        theme.ink,
    );
    let gap = if value.size().x > 0.0 {
        metric::SPACE_XS
    } else {
        0.0
    };
    let start = SWATCH + metric::SPACE_XS;
    let width = start + words.size().x + gap + value.size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(width, words.size().y.max(SWATCH)), Sense::hover());
    let spoken = format!("{label} {}", value.text());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.trim_end()));
    let middle = rect.center().y;
    let cell = Rect::from_min_size(pos2(rect.left(), middle - SWATCH / 2.0), vec2(SWATCH, SWATCH));
    paint_segment(ui.painter(), theme, cell, fill);
    let drawn = put_left(
        ui.painter(),
        pos2(rect.left() + start, middle),
        words,
        theme.ink_soft,
    );
    put_left(ui.painter(), pos2(drawn.right() + gap, middle), value, theme.ink);
}

/// Puts label and value, or the value, or nothing, in the middle of `cell`.
fn label(painter: &Painter, theme: &Theme, cell: Rect, segment: &Segment<'_>) {
    let ink = theme.on(segment.fill.color);
    let room = cell.width() - 8.0;
    let font = theme.font(metric::TEXT_SMALL);
    if cell.height() < 18.0 {
        return;
    }
    for galley in segment.sayings(painter, &font, ink) {
        if galley.size().x <= room && galley.size().y <= cell.height() + 2.0 {
            plate(painter, cell, galley.size(), segment.fill);
            put_center(painter, cell.center(), galley, ink);
            return;
        }
    }
}

/// A plain ground under words on a hatched piece.
fn plate(painter: &Painter, cell: Rect, size: egui::Vec2, fill: Fill) {
    if fill.hatch != hatch::Hatch::None {
        let rect = Rect::from_center_size(cell.center(), vec2(size.x + 10.0, cell.height())).intersect(cell);
        painter.rect_filled(rect, 0.0, fill.color);
    }
}

/// Tells `segment` beside the `cell` where it lies.
pub(super) fn tooltip(theme: &Theme, bar: &Response, cell: Rect, segment: &Segment<'_>) {
    egui::Tooltip::always_open(bar.ctx.clone(), bar.layer_id, bar.id, cell).show(|ui| {
        ui.horizontal(|ui| {
            swatch(ui, theme, segment.fill);
            super::text::body(ui, theme, segment.label);
            super::text::soft(ui, theme, segment.value);
        });
    });
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a bar fits any float")]
pub(crate) fn as_f32(value: f64) -> f32 {
    value as f32
}
