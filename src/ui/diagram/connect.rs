//! A stage that is dragged onto another leads there: a line follows the pointer and says what letting go would do.
//!
//! Invariant: nothing changes before the pointer is let go over another stage; the same is done by keyboard through the
//! exits in the inspector.

use super::layout::{Layout, PlacedNode};
use super::model::{Diagram, NodeId};
use super::paint::{Asked, Look};
use crate::model::StageId;
use crate::ui::theme::{Theme, metric};
use egui::{Align2, Color32, CursorIcon, Pos2, Response, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

/// Width of the line.
const LINE: f32 = 2.0;

/// A stage that is held.
#[derive(Debug)]
pub(super) struct Pull {
    from: usize,
    to: Option<usize>,
    pointer: Pos2,
    is_let_go: bool,
}

impl Pull {
    /// The stage that is dragged, with what lies under the pointer.
    pub(super) fn of(ui: &Ui, diagram: &Diagram, placed: &Layout, nodes: &[Response]) -> Option<Self> {
        let held = |node: &Response| node.dragged() || node.drag_stopped();
        let from = nodes.iter().position(held)?;
        diagram.nodes.get(from)?.id.stage()?;
        let pointer = ui.input(|input| input.pointer.latest_pos())?;
        // Words reach over one another: of several stages under the pointer the smallest is meant.
        let over = |(at, node): &(usize, &PlacedNode)| {
            let is_stage = diagram
                .nodes
                .get(*at)
                .is_some_and(|node| node.id.stage().is_some());
            is_stage && *at != from && node.area().expand(metric::SPACE_XS).contains(pointer)
        };
        let under = placed.nodes.iter().enumerate().filter(over);
        let to = under.min_by(|(_, a), (_, b)| a.area().area().total_cmp(&b.area().area()));
        Some(Self {
            from,
            to: to.map(|(at, _)| at),
            pointer,
            is_let_go: nodes.get(from)?.drag_stopped(),
        })
    }

    /// The exit that is asked for, once it is let go over another stage.
    pub(super) fn asked(&self, diagram: &Diagram) -> Option<Asked> {
        let (from, to) = self.ends(diagram)?;
        self.is_let_go.then(|| Asked::Connect(from.clone(), to.clone()))
    }

    fn ends<'a>(&self, diagram: &'a Diagram) -> Option<(&'a StageId, &'a StageId)> {
        let stage = |at: usize| diagram.nodes.get(at).and_then(|node| NodeId::stage(&node.id));
        Some((stage(self.from)?, stage(self.to?)?))
    }

    /// The line to the pointer, the stage beneath it, and what letting go does.
    pub(super) fn show(&self, ui: &Ui, theme: &Theme, look: &Look<'_>, diagram: &Diagram, placed: &Layout) {
        let Some(start) = placed.nodes.get(self.from) else {
            return;
        };
        let painter = ui.painter();
        let stroke = Stroke::new(LINE, theme.accent);
        let from = pos2(start.bar.right(), start.bar.center().y);
        painter.line_segment([from, self.pointer], stroke);
        painter.circle_filled(self.pointer, 2.0 * LINE, theme.accent);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let Some((from, to)) = self.ends(diagram) else {
            return;
        };
        if let Some(place) = self.to.and_then(|to| placed.nodes.get(to)) {
            let frame = place.area().expand(metric::SPACE_XS);
            painter.rect_stroke(frame, theme.radius(), stroke, StrokeKind::Outside);
        }
        self.say(ui, theme, &(look.connect)(from, to));
    }

    /// A plate with `words` beside the pointer, within the window.
    fn say(&self, ui: &Ui, theme: &Theme, words: &str) {
        let screen = ui.ctx().content_rect();
        let painter = ui.painter();
        let font = theme.font(metric::TEXT_SMALL);
        let galley = painter.layout(words.to_owned(), font, theme.ink, 320.0);
        let size = galley.size() + vec2(2.0 * metric::SPACE_S, metric::SPACE_S);
        let at = self.pointer + vec2(metric::SPACE_M, metric::SPACE_M);
        let at = at.min(screen.max - size - vec2(metric::SPACE_XS, metric::SPACE_XS));
        let plate = Align2::LEFT_TOP.anchor_size(at, size);
        painter.add(Shape::rect_filled(plate, theme.radius(), theme.raised));
        painter.rect_stroke(plate, theme.radius(), theme.edge_stroke(), StrokeKind::Inside);
        let words = plate.min + vec2(metric::SPACE_S, metric::SPACE_XS);
        painter.galley(words, galley, Color32::PLACEHOLDER);
    }
}
