//! Losses to the left, gains to the right of zero, and the net as a tick.

use super::bar::{Segment, as_f32, paint_segment, tooltip};
use super::figure::{PENCIL, own_mark};
use super::touch::Touch;
use super::{focus_ring, line};
use crate::ui::theme::{Theme, metric};
use egui::{Align2, Id, Painter, Pos2, Rect, Response, Role, Stroke, Ui, pos2, vec2};

const HEIGHT: f32 = 22.0;

/// What was lost and gained on one scale; the total is never shown without its two sides.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct DivergingBar<'a> {
    id: Id,
    name: &'a str,
    lost: &'a [Segment<'a>],
    gained: &'a [Segment<'a>],
    scale: f64,
    lost_text: &'a str,
    gained_text: &'a str,
    net: Option<(f64, &'a str)>,
    room: f32,
    own: &'a str,
}

impl<'a> DivergingBar<'a> {
    /// `lost` and `gained` as positive lengths; `scale` is the longest side of all bars that stand together.
    pub fn new(
        id: impl std::hash::Hash + std::fmt::Debug,
        name: &'a str,
        lost: &'a [Segment<'a>],
        gained: &'a [Segment<'a>],
        scale: f64,
    ) -> Self {
        let id = Id::unique(("diverging bar", id));
        Self {
            id,
            name,
            lost,
            gained,
            scale,
            lost_text: "",
            gained_text: "",
            net: None,
            room: 0.0,
            own: "",
        }
    }

    /// What stands at the two ends: "−310" and "+98".
    pub const fn ends(mut self, lost: &'a str, gained: &'a str) -> Self {
        self.lost_text = lost;
        self.gained_text = gained;
        self
    }

    /// The least room kept for the texts at both ends, so that bars of different columns share one scale.
    pub const fn room(mut self, room: f32) -> Self {
        self.room = room;
        self
    }

    /// The net change, drawn as a tick, and how it is said.
    pub const fn net(mut self, net: f64, spoken: &'a str) -> Self {
        self.net = Some((net, spoken));
        self
    }

    /// Marks it with a pencil as resting on the user's own figures, which `hint` names; not where `hint` is empty.
    pub const fn own(mut self, hint: &'a str) -> Self {
        self.own = hint;
        self
    }

    /// Draws it over the width at hand; a click or Enter opens it.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let (_, target) = ui.allocate_space(vec2(ui.available_width(), HEIGHT + 14.0));
        let spoken = self.spoken();
        let touch = Touch::new(self.id, target, Role::GraphicsObject, self.name).said(&spoken);
        let response = touch.feel(ui);
        if !ui.is_rect_visible(target) {
            return response;
        }
        let cells = self.paint(ui, theme, target);
        focus_ring(ui, theme, &response, target);
        let hovered = response
            .hover_pos()
            .and_then(|pos| cells.iter().find(|(cell, _)| cell.contains(pos)));
        if let Some((cell, segment)) = hovered {
            tooltip(theme, &response, *cell, segment);
        }
        response
    }

    fn spoken(&self) -> String {
        let sides = [
            self.gained_text,
            self.lost_text,
            self.net.map_or("", |(_, spoken)| spoken),
            self.own,
        ];
        let parts = self.gained.iter().chain(self.lost).map(Segment::spoken);
        let all = sides
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .chain(parts);
        all.collect::<Vec<_>>().join("; ")
    }

    fn paint(&self, ui: &Ui, theme: &Theme, target: Rect) -> Vec<(Rect, Segment<'a>)> {
        let painter = ui.painter();
        let font = theme.font(metric::TEXT_SMALL);
        let room = |text: &str| match text {
            "" => 0.0,
            text => line(painter, text, font.clone(), theme.ink).size().x + metric::SPACE_S,
        };
        // Both sides keep the same room, so that zero stands in the middle of every bar of a column.
        let edge = room(self.lost_text).max(room(self.gained_text)).max(self.room);
        let plot = Rect::from_center_size(
            target.center(),
            vec2((target.width() - 2.0 * edge).max(20.0), HEIGHT),
        );
        let zero = plot.center();
        let reach = |value: f64| {
            plot.width() / 2.0 * as_f32((value / self.scale.max(f64::MIN_POSITIVE)).clamp(-1.0, 1.0))
        };

        let (gained, gained_end) = side(self.gained, zero, 1.0, reach);
        let (lost, lost_end) = side(self.lost, zero, -1.0, reach);
        for (cell, segment) in gained.iter().chain(&lost) {
            paint_segment(painter, theme, *cell, segment.fill);
        }
        painter.vline(
            zero.x,
            target.shrink(2.0).y_range(),
            Stroke::new(1.5, theme.outline),
        );
        let gap = vec2(metric::SPACE_XS + 2.0, 0.0);
        let right = (pos2(gained_end, zero.y) + gap, Align2::LEFT_CENTER);
        super::say(painter, right, self.gained_text, font.clone(), theme.ink);
        let left = (pos2(lost_end, zero.y) - gap, Align2::RIGHT_CENTER);
        super::say(painter, left, self.lost_text, font, theme.ink);
        if !self.own.is_empty() {
            own_mark(painter, theme, pos2(target.right() - PENCIL, target.top() + 6.0));
        }
        if let Some((net, _)) = self.net.filter(|(net, _)| net.is_finite()) {
            net_tick(painter, theme, zero + vec2(reach(net), 0.0));
        }
        gained.into_iter().chain(lost).collect()
    }
}

/// The net change: a bar of the accent with a ground around it, so that it shows on any fill.
fn net_tick(painter: &Painter, theme: &Theme, at: Pos2) {
    let height = HEIGHT + 10.0;
    painter.rect_filled(
        Rect::from_center_size(at, vec2(7.0, height + 2.0)),
        2.0,
        theme.surface,
    );
    painter.rect_filled(Rect::from_center_size(at, vec2(4.0, height)), 1.0, theme.accent);
}

/// The cells of one side, and where they end.
fn side<'a>(
    segments: &[Segment<'a>],
    zero: Pos2,
    direction: f32,
    reach: impl Fn(f64) -> f32,
) -> (Vec<(Rect, Segment<'a>)>, f32) {
    let mut passed = 0.0;
    let mut end = zero.x;
    let mut cells = Vec::with_capacity(segments.len());
    for segment in segments {
        passed += if segment.share.is_finite() {
            segment.share.max(0.0)
        } else {
            0.0
        };
        let next = zero.x + direction * reach(passed);
        let half = HEIGHT / 2.0;
        let cell = Rect::from_two_pos(pos2(end, zero.y - half), pos2(next, zero.y + half));
        end = next;
        cells.push((cell, *segment));
    }
    (cells, end)
}
