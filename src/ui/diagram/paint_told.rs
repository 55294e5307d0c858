//! What is looked at: its focus ring, and its words beside it.

use super::layout::PlacedNode;
use super::model::Ribbon;
use super::paint::Scene;
use super::walk::{Focus, Spot};
use crate::ui::theme::{Theme, metric};
use egui::{Response, StrokeKind, Ui, vec2};

impl Scene<'_> {
    pub(super) fn focus_ring(&self, ui: &Ui, focus: &Focus) {
        let area = match focus.spot() {
            Some(Spot::Node(index)) => self.placed.nodes.get(index).map(PlacedNode::area),
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
    pub(super) fn tell(
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
                self.diagram.nodes.get(index).map(|node| node.spoken.clone()),
                nodes.get(index),
            ),
            Spot::Ribbon(index) => (
                self.diagram
                    .ribbons
                    .get(index)
                    .map(|ribbon| self.flow_words(ribbon)),
                ribbons.get(index).and_then(Option::as_ref),
            ),
        };
        let (Some(text), Some(response)) = (text, response) else {
            return;
        };
        if is_by_key {
            let anchor = response.rect.intersect(canvas.rect);
            egui::Tooltip::always_open(ui.ctx().clone(), canvas.layer_id, canvas.id, anchor)
                .show(|ui| tooltip(ui, self.theme, &text));
        } else if matches!(spot, Spot::Ribbon(_)) {
            canvas
                .clone()
                .on_hover_ui_at_pointer(|ui| tooltip(ui, self.theme, &text));
        } else {
            response.clone().on_hover_ui(|ui| tooltip(ui, self.theme, &text));
        }
    }

    /// A ribbon's words with its range and grade.
    fn flow_words(&self, ribbon: &Ribbon) -> String {
        let basis = ribbon.flow.and_then(|flow| (self.look.basis)(flow));
        basis.map_or_else(
            || ribbon.spoken.clone(),
            |basis| format!("{}\n{basis}", ribbon.spoken),
        )
    }
}

/// Words in a tooltip.
pub(super) fn tooltip(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.set_max_width(metric::TOOLTIP);
    crate::ui::widget::text::Flow::new(text, theme.font(metric::TEXT_SMALL), theme.ink).show(ui);
}
