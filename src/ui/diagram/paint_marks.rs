//! Marks of the layers on screen: bars of hours and garments.

use super::marks::{Mark, tint};
use super::model::Tint;
use super::paint::Scene;
use crate::ui::theme::{Theme, with_alpha};
use crate::ui::widget::garment::garment;
use egui::{Color32, Painter, Rect};

impl Scene<'_> {
    pub(super) fn marks(&self, painter: &Painter) {
        for mark in self.marks {
            match *mark {
                Mark::Own(index, rect) => {
                    self.hours(painter, rect, self.theme.accent, self.is_lit_node(index));
                }
                Mark::Replaced(index, rect) => {
                    self.hours(painter, rect, self.theme.ink_soft, self.is_lit_node(index));
                }
                Mark::Garment {
                    ribbon,
                    cell,
                    comes_back,
                } => {
                    let part = self.diagram.ribbons.get(ribbon);
                    let is_lit =
                        self.lit.is_none() || part.is_some_and(|part| self.is_lit_ribbon(ribbon, part));
                    let color = match tint(self.diagram, ribbon) {
                        _ if comes_back => self.theme.ground,
                        Some(Tint::End(class)) => self.theme.end(class).color,
                        _ => self.theme.surface,
                    };
                    garment(
                        painter,
                        self.theme,
                        cell,
                        self.look.drawing,
                        (color, fade(is_lit)),
                    );
                }
            }
        }
    }

    fn hours(&self, painter: &Painter, rect: Rect, color: Color32, is_lit: bool) {
        hours_bar(painter, self.theme, rect, with_alpha(color, fade(is_lit)));
    }
}

/// A bar of hours that words can stand on: a tint with a solid foot.
pub fn hours_bar(painter: &Painter, theme: &Theme, rect: Rect, color: Color32) {
    painter.rect_filled(rect, 0.0, theme.ground.lerp_to_gamma(color, TINT));
    painter.rect_filled(rect.with_min_y(rect.bottom() - FOOT), 0.0, color);
}

/// How strong the tint is, and the height of the foot.
const TINT: f32 = 0.2;
const FOOT: f32 = 2.0;

const fn fade(is_lit: bool) -> f32 {
    if is_lit { 1.0 } else { 0.4 }
}
