//! The diagram on screen: ribbons, bars and words, and what pointer and keyboard do with them.
//!
//! Invariant: nothing here moves anything; all places come from the layout.

use super::layout::{Label, Layout, LineKind, PlacedRibbon, Sizes, layout};
use super::model::{Diagram, NodeId, Ribbon, Tint};
use super::route::{Slice, Way};
use super::touch::{hovered, node_responses, picked, ribbon_responses};
use super::walk::{Focus, Spot};
use crate::ui::icon;
use crate::ui::theme::{Fill, Theme, contrast, metric, with_alpha};
use crate::ui::widget::hatch::Hatch;
use crate::ui::widget::{bar, line, put_left};
use egui::epaint::{BandPoint, BandShape, PathShape, PathStroke};
use egui::{Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

/// What the diagram is shown with.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// Id of the pathway, for the ids of nodes and ribbons.
    pub id: &'a str,
    /// What screen readers call the diagram.
    pub name: &'a str,
    /// How the keys move in it.
    pub hint: &'a str,
    /// The pathway's fill.
    pub fill: Fill,
    /// The node that is selected.
    pub selected: Option<&'a NodeId>,
}

/// Draws `diagram` over the room at hand; answers the node that was clicked or confirmed with Enter.
pub fn show(ui: &mut Ui, theme: &Theme, diagram: &Diagram, look: &Look<'_>) -> Option<NodeId> {
    let (rect, canvas) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    ui.ctx().accesskit_node_builder(canvas.id, |node| {
        node.set_role(Role::GraphicsDocument);
        node.set_label(look.name);
        node.set_description(look.hint);
    });
    let placed = laid_out(ui, theme, diagram, rect);
    let nodes = node_responses(ui, diagram, &placed, look);
    let hovered = hovered(ui, &canvas, &nodes, diagram, &placed);
    let focus = Focus::of(ui, diagram, &placed, look.id);
    let ribbons = ribbon_responses(ui, diagram, &placed, look, &focus);
    let lit = hovered.or_else(|| focus.spot());
    let scene = Scene {
        theme,
        diagram,
        placed: &placed,
        look,
        lit,
    };
    if ui.is_rect_visible(rect) {
        scene.paint(ui.painter());
        scene.focus_ring(ui, &focus);
    }
    scene.tell(ui, &canvas, hovered, &focus, &nodes, &ribbons);
    focus.walk(ui, diagram, &placed, look.id);
    picked(ui, &canvas, &nodes, hovered, diagram, &focus)
}

fn laid_out(ui: &Ui, theme: &Theme, diagram: &Diagram, rect: Rect) -> Layout {
    let fonts = [
        theme.font(metric::TEXT_SMALL),
        theme.medium_font(metric::TEXT_SMALL),
    ];
    let measure = |text: &str, strong: bool| {
        let [plain, medium] = &fonts;
        let font = if strong { medium } else { plain };
        let width = |fonts: &mut egui::epaint::text::FontsView<'_>| {
            text.chars().map(|c| fonts.glyph_width(font, c)).sum::<f32>()
        };
        ui.fonts_mut(width) + 1.0
    };
    let sizes = Sizes {
        rect,
        line: 17.0,
        measure: &measure,
    };
    layout(diagram, &sizes)
}

/// Everything that is needed to paint.
struct Scene<'a> {
    theme: &'a Theme,
    diagram: &'a Diagram,
    placed: &'a Layout,
    look: &'a Look<'a>,
    lit: Option<Spot>,
}

impl Scene<'_> {
    fn paint(&self, painter: &Painter) {
        for (at, title) in &self.placed.bands {
            let ink = self.theme.ink_soft;
            let galley = line(painter, title, self.theme.font(metric::TEXT_SMALL), ink);
            put_left(painter, *at, galley, ink);
        }
        let all = || self.diagram.ribbons.iter().zip(&self.placed.ribbons).enumerate();
        // Loops first, so that where they cross they pass beneath; what is looked at last.
        let parts = |index: usize, ribbon: &Ribbon| (self.is_lit_ribbon(index, ribbon), !ribbon.is_loop);
        for turn in [(false, false), (false, true), (true, false), (true, true)] {
            for (index, (ribbon, place)) in all() {
                if parts(index, ribbon) == turn {
                    self.ribbon(painter, ribbon, place, index);
                }
            }
        }
        for (index, (ribbon, place)) in all() {
            let faded = self.lit.is_some() && !self.is_lit_ribbon(index, ribbon);
            let ink = if ribbon.is_loop {
                self.theme.ink
            } else {
                self.theme.on(self.mixed(ribbon.tint))
            };
            self.words(
                painter,
                &place.label,
                with_alpha(ink, if faded { 0.6 } else { 1.0 }),
                ink,
            );
        }
        for index in 0..self.diagram.nodes.len() {
            self.node(painter, index);
        }
    }

    /// True where the ribbon belongs to what is looked at, or nothing is.
    fn is_lit_ribbon(&self, index: usize, ribbon: &Ribbon) -> bool {
        match self.lit {
            None => false,
            Some(Spot::Ribbon(lit)) => lit == index,
            Some(Spot::Node(lit)) => ribbon.from == lit || ribbon.to == lit,
        }
    }

    fn is_lit_node(&self, index: usize) -> bool {
        match self.lit {
            None => true,
            Some(Spot::Node(lit)) => {
                let joins = |ribbon: &Ribbon| {
                    (ribbon.from == lit && ribbon.to == index) || (ribbon.to == lit && ribbon.from == index)
                };
                lit == index || self.diagram.ribbons.iter().any(joins)
            }
            Some(Spot::Ribbon(lit)) => {
                let ribbon = self.diagram.ribbons.get(lit);
                ribbon.is_some_and(|ribbon| ribbon.from == index || ribbon.to == index)
            }
        }
    }

    fn color(&self, tint: Tint) -> Color32 {
        match tint {
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
    fn mixed(&self, tint: Tint) -> Color32 {
        self.theme
            .ground
            .lerp_to_gamma(self.color(tint), self.strength(tint))
    }

    /// Whole garments stay pale, so that the ends lead the eye.
    fn strength(&self, tint: Tint) -> f32 {
        match tint {
            Tint::Pathway if contrast(self.whole(), self.theme.ground) < 1.4 => 1.0,
            Tint::Pathway => self.theme.flow_alpha * 0.5,
            Tint::End(_) | Tint::Refused => self.theme.flow_alpha,
        }
    }

    fn ribbon(&self, painter: &Painter, ribbon: &Ribbon, place: &PlacedRibbon, index: usize) {
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
            }
            Some(Way::Loop(points)) => self.loop_(painter, points, place.width, step_back, edge.color),
            None => {}
        }
    }

    /// A ribbon too thin for fill and outline: one line in its colour.
    fn thread(&self, painter: &Painter, slices: &[Slice], tint: Tint, step_back: f32, is_lit: bool) {
        let points = slices
            .iter()
            .map(|slice| pos2(slice.x, f32::midpoint(slice.top, slice.bottom)));
        let ink = self
            .color(tint)
            .lerp_to_gamma(self.theme.outline, if is_lit { 0.8 } else { 0.35 });
        let stroke = PathStroke::new(if is_lit { 2.0 } else { 1.25 }, with_alpha(ink, step_back));
        painter.add(Shape::Path(PathShape::line(points.collect(), stroke)));
    }

    fn loop_(&self, painter: &Painter, points: &[Pos2], width: f32, step_back: f32, edge: Color32) {
        let line = |width: f32, color: Color32| {
            let stroke = PathStroke::new(width, color);
            Shape::Path(PathShape::line(points.to_vec(), stroke))
        };
        if width < 2.0 {
            let ink = self.whole().lerp_to_gamma(self.theme.outline, 0.45);
            painter.add(line(2.0, self.theme.ground.lerp_to_gamma(ink, step_back)));
            return;
        }
        let edge = self
            .theme
            .ground
            .lerp_to_gamma(edge.to_opaque(), 0.75 * step_back);
        let strength = self.theme.flow_alpha.max(self.strength(Tint::Pathway));
        let fill = self
            .theme
            .ground
            .lerp_to_gamma(self.whole(), strength * step_back);
        painter.add(line(width + 2.0, edge));
        painter.add(line(width, fill));
        self.arrow(painter, points, width);
    }

    /// A small arrow in the loop's run beneath says which way it goes.
    fn arrow(&self, painter: &Painter, points: &[Pos2], width: f32) {
        let runs = points.iter().zip(points.iter().skip(1));
        let Some((a, b)) = runs.max_by(|(a, b), (c, d)| a.distance(**b).total_cmp(&c.distance(**d))) else {
            return;
        };
        let size = (width * 0.32).clamp(2.5, 7.0);
        let (middle, along) = (*a + (*b - *a) * 0.5, (*b - *a).normalized() * size);
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

    fn node(&self, painter: &Painter, index: usize) {
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
        let ink = with_alpha(theme.ink, step_back.max(0.7));
        self.words(
            painter,
            &place.label,
            ink,
            with_alpha(theme.ink_soft, step_back.max(0.7)),
        );
    }

    fn words(&self, painter: &Painter, label: &Label, name: Color32, value: Color32) {
        let Some(rect) = label.rect else { return };
        let height = rect.height() / super::place::as_f32(label.lines.len().max(1) as f64);
        let mut at = pos2(rect.left(), rect.top() + height / 2.0);
        for (text, kind) in &label.lines {
            let (font, ink) = match kind {
                LineKind::Name => (self.theme.medium_font(metric::TEXT_SMALL), name),
                LineKind::Value => (self.theme.font(metric::TEXT_SMALL), value),
                LineKind::Flag => (self.theme.font(metric::TEXT_SMALL), self.theme.notice),
            };
            let mut left = at;
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

    fn focus_ring(&self, ui: &Ui, focus: &Focus) {
        let area = match focus.spot() {
            Some(Spot::Node(index)) => self.placed.nodes.get(index).map(super::layout::PlacedNode::area),
            Some(Spot::Ribbon(index)) => self
                .placed
                .ribbons
                .get(index)
                .and_then(|ribbon| ribbon.way.as_ref().map(|way| way.bounds(ribbon.width))),
            None => None,
        };
        if let Some(area) = area {
            let ring = area.expand2(vec2(4.0, 3.0));
            ui.painter().rect_stroke(
                ring,
                self.theme.radius(),
                self.theme.focus_stroke(),
                StrokeKind::Outside,
            );
        }
    }

    /// Says what is looked at, beside it.
    fn tell(
        &self,
        ui: &Ui,
        canvas: &Response,
        hovered: Option<Spot>,
        focus: &Focus,
        nodes: &[Response],
        ribbons: &[Option<Response>],
    ) {
        let is_by_key = hovered.is_none();
        let Some(spot) = hovered.or_else(|| focus.spot()) else {
            return;
        };
        let (text, response) = match spot {
            Spot::Node(index) => (
                self.diagram.nodes.get(index).map(|node| &node.spoken),
                nodes.get(index),
            ),
            Spot::Ribbon(index) => (
                self.diagram.ribbons.get(index).map(|ribbon| &ribbon.spoken),
                ribbons.get(index).and_then(Option::as_ref),
            ),
        };
        let (Some(text), Some(response)) = (text, response) else {
            return;
        };
        if is_by_key {
            let anchor = response.rect.intersect(canvas.rect);
            egui::Tooltip::always_open(ui.ctx().clone(), canvas.layer_id, canvas.id, anchor)
                .show(|ui| tooltip(ui, self.theme, text));
        } else if matches!(spot, Spot::Ribbon(_)) {
            canvas
                .clone()
                .on_hover_ui_at_pointer(|ui| tooltip(ui, self.theme, text));
        } else {
            response.clone().on_hover_ui(|ui| tooltip(ui, self.theme, text));
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

fn tooltip(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.set_max_width(metric::TOOLTIP);
    let text = egui::RichText::new(text)
        .font(theme.font(metric::TEXT_SMALL))
        .color(theme.ink);
    ui.add(egui::Label::new(text).wrap());
}
