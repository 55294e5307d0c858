//! Ribbons on screen: filled bands, threads where they are too thin, loops with their way and their cut.

use super::layout::PlacedRibbon;
use super::model::{Ribbon, Tint};
use super::paint::Scene;
use super::route::{Slice, Way};
use crate::report::picture::Layer;
use crate::ui::theme::{contrast, with_alpha};
use egui::epaint::{BandPoint, BandShape, PathShape, PathStroke};
use egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2, pos2};

impl Scene<'_> {
    pub(super) fn color(&self, tint: Tint) -> Color32 {
        match tint {
            // Hours stand at stages: the flows only lead there.
            _ if self.diagram.layer == Layer::Work => self.theme.hairline,
            Tint::Pathway => self.whole(),
            Tint::End(class) => self.theme.end(class).color,
            Tint::Refused => self.theme.hairline,
        }
    }

    /// The colour of whole garments. The first pathway is hollow: white on paper, a shade of the ink by lamplight.
    fn whole(&self) -> Color32 {
        let color = self.look.fill.color;
        if self.theme.dark && contrast(color, self.theme.ground) < 1.4 {
            self.theme.ground.lerp_to_gamma(self.theme.ink, 0.35)
        } else {
            color
        }
    }

    /// The colour as it looks on the ground.
    pub(super) fn mixed(&self, tint: Tint) -> Color32 {
        self.theme
            .ground
            .lerp_to_gamma(self.color(tint), self.strength(tint))
    }

    /// Whole garments stay pale, so that the ends lead the eye.
    fn strength(&self, tint: Tint) -> f32 {
        // What stands on the flows comes first.
        match tint {
            _ if self.diagram.layer == Layer::Work => self.theme.flow_alpha * 0.5,
            Tint::End(_) | Tint::Refused if self.diagram.layer == Layer::Pieces => {
                self.theme.flow_alpha * 0.5
            }
            Tint::Pathway if contrast(self.whole(), self.theme.ground) < 1.4 => 1.0,
            Tint::Pathway => self.theme.flow_alpha * 0.5,
            Tint::End(_) | Tint::Refused => self.theme.flow_alpha,
        }
    }

    pub(super) fn ribbon(&self, painter: &Painter, ribbon: &Ribbon, place: &PlacedRibbon, index: usize) {
        let is_lit = self.is_lit_ribbon(index, ribbon);
        let step_back = if self.lit.is_some() && !is_lit { 0.45 } else { 1.0 };
        let edge_alpha = if is_lit { 1.0 } else { 0.55 * step_back };
        let edge = Stroke::new(
            if is_lit { 1.5 } else { 1.0 },
            with_alpha(self.theme.outline, edge_alpha),
        );
        match &place.way {
            Some(Way::Band(slices)) => {
                if place.width < 2.0 {
                    self.thread(painter, slices, ribbon.tint, step_back, is_lit);
                    return;
                }
                let points = slices
                    .iter()
                    .map(|slice| BandPoint::new(slice.x, slice.top..=slice.bottom));
                let fill = with_alpha(self.color(ribbon.tint), self.strength(ribbon.tint) * step_back);
                painter.add(BandShape::new(points.collect(), fill, edge));
                if let ([a, b, ..], true) = (slices.as_slice(), ribbon.drawn < ribbon.kg) {
                    let (a, b) = (middle(a), middle(b));
                    self.cut(
                        painter,
                        a + (b - a) * 0.5,
                        (b - a).normalized(),
                        place.width,
                        edge,
                    );
                }
            }
            Some(Way::Loop(points)) => {
                self.loop_(painter, points, ribbon, place.width, step_back, edge.color);
                if let (Some((a, b)), true) = (longest(points), ribbon.drawn < ribbon.kg) {
                    self.cut(
                        painter,
                        a + (b - a) * 0.25,
                        (b - a).normalized(),
                        place.width,
                        edge,
                    );
                }
            }
            None => {}
        }
    }

    /// A ribbon too thin for fill and outline: one line in its colour.
    fn thread(&self, painter: &Painter, slices: &[Slice], tint: Tint, step_back: f32, is_lit: bool) {
        let points = slices.iter().map(middle);
        let ink = self
            .color(tint)
            .lerp_to_gamma(self.theme.outline, if is_lit { 0.8 } else { 0.35 });
        let stroke = PathStroke::new(if is_lit { 2.0 } else { 1.25 }, with_alpha(ink, step_back));
        painter.add(Shape::Path(PathShape::line(points.collect(), stroke)));
    }

    /// Two slanted lines with the ground between them: the ribbon is narrower than its mass.
    fn cut(&self, painter: &Painter, at: Pos2, along: Vec2, width: f32, edge: Stroke) {
        let half = along.rot90() * (width / 2.0 + 2.0) + along * (width * 0.12).clamp(2.0, 5.0);
        let stripe = [at - half, at + half];
        painter.line_segment(stripe, Stroke::new(4.0, self.theme.ground));
        for side in [-2.0, 2.0] {
            painter.line_segment(stripe.map(|end| end + along * side), edge);
        }
    }

    fn loop_(
        &self,
        painter: &Painter,
        points: &[Pos2],
        ribbon: &Ribbon,
        width: f32,
        step_back: f32,
        edge: Color32,
    ) {
        let line = |width: f32, color: Color32| {
            let stroke = PathStroke::new(width, color);
            Shape::Path(PathShape::line(points.to_vec(), stroke))
        };
        if width < 2.0 {
            let ink = self.color(Tint::Pathway).lerp_to_gamma(self.theme.outline, 0.45);
            painter.add(line(2.0, self.theme.ground.lerp_to_gamma(ink, step_back)));
            return;
        }
        let edge = self
            .theme
            .ground
            .lerp_to_gamma(edge.to_opaque(), 0.75 * step_back);
        // A wide loop stays as pale as the garments that it carries.
        let pale = self.strength(Tint::Pathway);
        let strength = if ribbon.drawn < ribbon.kg || self.diagram.layer != Layer::Mass {
            pale
        } else {
            self.theme.flow_alpha.max(pale)
        };
        let fill = self
            .theme
            .ground
            .lerp_to_gamma(self.color(Tint::Pathway), strength * step_back);
        painter.add(line(width + 2.0, edge));
        painter.add(line(width, fill));
        self.arrow(painter, points, width);
    }

    /// A small arrow in the loop's run beneath says which way it goes.
    fn arrow(&self, painter: &Painter, points: &[Pos2], width: f32) {
        let Some((a, b)) = longest(points) else { return };
        let size = (width * 0.32).clamp(2.5, 7.0);
        let (middle, along) = (a + (b - a) * 0.5, (b - a).normalized() * size);
        let corners = vec![
            middle + along,
            middle - along + along.rot90(),
            middle - along - along.rot90(),
        ];
        painter.add(Shape::convex_polygon(
            corners,
            with_alpha(self.theme.outline, 0.8),
            Stroke::NONE,
        ));
    }
}

/// The middle of a cut through a band.
fn middle(slice: &Slice) -> Pos2 {
    pos2(slice.x, f32::midpoint(slice.top, slice.bottom))
}

/// The longest straight run.
fn longest(points: &[Pos2]) -> Option<(Pos2, Pos2)> {
    let runs = points.iter().zip(points.iter().skip(1));
    let runs = runs.map(|(a, b)| (*a, *b));
    runs.max_by(|(a, b), (c, d)| a.distance(*b).total_cmp(&c.distance(*d)))
}
