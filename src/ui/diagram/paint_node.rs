//! Bars with their words on screen.

use super::layout::{Label, LineKind};
use super::model::Tint;
use super::paint::Scene;
use crate::report::picture::Layer;
use crate::ui::icon;
use crate::ui::theme::{Fill, metric, with_alpha};
use crate::ui::widget::hatch::Hatch;
use crate::ui::widget::{bar, plain_line as line, put_left};
use egui::{Color32, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

impl Scene<'_> {
    pub(super) fn node(&self, painter: &Painter, index: usize) {
        let (Some(node), Some(place)) = (self.diagram.nodes.get(index), self.placed.nodes.get(index)) else {
            return;
        };
        let theme = self.theme;
        let is_selected = self.look.selected == Some(&node.id);
        let step_back = if self.is_lit_node(index) { 1.0 } else { 0.55 };
        let thick = place.bar.height().max(2.0);
        let bar = Rect::from_center_size(place.bar.center(), vec2(place.bar.width(), thick));
        if is_selected && let Some(words) = place.label.rect {
            painter.rect_filled(words.expand2(vec2(4.0, 1.0)), 4.0, theme.accent_soft);
        }
        match node.tint {
            Tint::End(class) if node.is_end => {
                bar::paint_segment(painter, theme, bar, hatched(theme.end(class), bar));
            }
            _ => {
                painter.rect_filled(bar, 1.0, with_alpha(theme.ink, step_back));
            }
        }
        if is_selected {
            painter.rect_stroke(
                bar.expand(2.0),
                3.0,
                Stroke::new(2.0, theme.accent),
                StrokeKind::Outside,
            );
        }
        let ink = with_alpha(theme.ink, step_back.max(theme.dim()));
        self.words(
            painter,
            &place.label,
            ink,
            with_alpha(self.value_ink(), step_back.max(theme.dim())),
        );
    }

    /// Figures on bars of hours need the full ink.
    fn value_ink(&self) -> Color32 {
        if self.diagram.layer == Layer::Work {
            self.theme.ink
        } else {
            self.theme.ink_soft
        }
    }

    pub(super) fn words(&self, painter: &Painter, label: &Label, name: Color32, value: Color32) {
        let Some(rect) = label.rect else { return };
        let height = rect.height() / super::place::as_f32(label.lines.len().max(1) as f64);
        let mut at = pos2(rect.left(), rect.top() + height / 2.0);
        for (text, kind) in &label.lines {
            let (font, ink) = match kind {
                LineKind::Name => (self.theme.medium_font(metric::TEXT_SMALL), name),
                LineKind::Value | LineKind::Replaced | LineKind::Joined(_) => {
                    (self.theme.font(metric::TEXT_SMALL), value)
                }
                LineKind::Flag => (self.theme.font(metric::TEXT_SMALL), self.theme.notice),
            };
            let mut left = at;
            if let LineKind::Joined(bytes) = kind {
                let (head, tail) = text.split_at_checked(*bytes).unwrap_or((text, ""));
                let head = line(painter, head, self.theme.medium_font(metric::TEXT_SMALL), name);
                let room = head.size().x;
                put_left(painter, left, head, name);
                left.x += room;
                put_left(painter, left, line(painter, tail, font, ink), ink);
                at.y += height;
                continue;
            }
            if *kind == LineKind::Flag {
                let sign = line(painter, &icon::FLAG.to_string(), self.theme.icon_font(13.0), ink);
                put_left(painter, left, sign, ink);
                left.x += super::layout_words::FLAG;
            }
            let galley = line(painter, text, font, ink);
            put_left(painter, left, galley, ink);
            at.y += height;
        }
    }
}

/// Leaves the hatch out where the bar is too small to carry it.
fn hatched(fill: Fill, bar: Rect) -> Fill {
    if bar.height() < 6.0 {
        Fill {
            hatch: Hatch::None,
            ..fill
        }
    } else {
        fill
    }
}
