//! The diagram on screen: ribbons, bars and words, and what pointer and keyboard do with them.
//!
//! Invariant: nothing here moves anything; all places come from the layout.

use super::connect::Pull;
use super::edge;
use super::layout::{Layout, Sizes, layout};
use super::marks::{Mark, marks};
use super::model::{Diagram, NodeId, Ribbon, RibbonId};
use super::ruler::{Ruler, small};
use super::touch::{edited, hovered, menus, node_responses, picked, removed, ribbon_responses};
use super::walk::{Focus, Spot};
use crate::model::StageId;
use crate::text::Lang;
use crate::text::halves;
use crate::ui::act::{Act, Offer};
use crate::ui::theme::{Fill, Theme, metric, with_alpha};
use crate::ui::widget::{plain_line as line, put_left, text};
use egui::{FontId, Id, Painter, Rect, Role, Sense, Ui};
use std::sync::Arc;

/// What the diagram is shown with.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Id of the pathway, for the ids of nodes and ribbons.
    pub id: &'a str,
    /// What screen readers call the diagram.
    pub name: &'a str,
    /// How the keys move in it.
    pub hint: &'a str,
    /// The pathway's fill.
    pub fill: Fill,
    /// How a small garment is drawn.
    pub drawing: crate::data::Drawing,
    /// What dragging the edge of a ribbon does, from the names of where it leaves and arrives.
    pub drag: &'a dyn Fn(&str, &str) -> String,
    /// A share in words.
    pub share: &'a dyn Fn(f64) -> String,
    /// What the flow at this place of the figures rests on, in words.
    pub basis: &'a dyn Fn(usize) -> Option<String>,
    /// The node that is selected.
    pub selected: Option<&'a NodeId>,
    /// The language of menus.
    pub lang: Lang,
    /// What a node is called, and what can be done with it.
    pub node_acts: &'a dyn Fn(&NodeId) -> (String, Vec<Offer>),
    /// What dragging the first stage onto the second does, in words.
    pub connect: &'a dyn Fn(&StageId, &StageId) -> String,
    /// What can be done with a flow.
    pub flow_acts: &'a dyn Fn(&RibbonId) -> Vec<Offer>,
}

/// What the user asked for in the diagram.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// A node clicked or confirmed with Enter.
    Pick(NodeId),
    /// A node to be taken out, with Delete.
    Remove(NodeId),
    /// Something chosen from the menu of a node.
    Do(NodeId, Act),
    /// Something chosen from the menu of a flow.
    DoFlow(RibbonId, Act),
    /// A node clicked twice, to be renamed.
    Edit(NodeId),
    /// The first stage dragged onto the second, to lead there.
    Connect(StageId, StageId),
    /// Another share for an exit, by the edge of its ribbon.
    Share {
        /// The exit.
        ribbon: RibbonId,
        /// Its share.
        share: f64,
        /// True once the edge is let go.
        ended: bool,
    },
}

/// Draws `diagram` over the room at hand; answers what the user asked for.
pub fn show(ui: &mut Ui, theme: &Theme, diagram: &Diagram, look: &Look<'_>) -> Option<Asked> {
    let (rect, canvas) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    ui.ctx().accesskit_node_builder(canvas.id, |node| {
        node.set_role(Role::GraphicsDocument);
        node.set_label(look.name);
        node.set_description(look.hint);
    });
    let drawing = Drawing::of(ui, theme, diagram, rect);
    let (placed, marks) = (&drawing.placed, &drawing.marks);
    let nodes = node_responses(ui, diagram, placed, look);
    let edges = edge::Edges::sense(ui, diagram, placed, look);
    let hovered = hovered(ui, &canvas, &nodes, diagram, placed);
    let focus = Focus::of(ui, diagram, placed, look.id);
    let ribbons = ribbon_responses(ui, diagram, placed, look, &focus);
    let lit = hovered.or_else(|| focus.spot());
    let scene = Scene {
        theme,
        diagram,
        placed,
        marks,
        look,
        lit,
    };
    if ui.is_rect_visible(rect) {
        scene.paint(ui.painter());
        scene.focus_ring(ui, &focus);
        edges.show(ui, theme, diagram, look);
    }
    let pull = Pull::of(ui, diagram, placed, &nodes);
    if let Some(pull) = &pull {
        pull.show(ui, theme, look, diagram, placed);
    } else if !edges.is_held() {
        scene.tell(ui, &canvas, hovered, &focus, &nodes, &ribbons);
    }
    focus.walk(ui, diagram, placed, look.id);
    let picked = || picked(ui, &canvas, &nodes, hovered, diagram, &focus).map(Asked::Pick);
    let removed = || removed(ui, diagram, &focus).map(Asked::Remove);
    let chosen = menus(ui, theme, look, diagram, (&canvas, &nodes, &focus, hovered));
    let chosen = chosen.or_else(|| edited(&nodes, diagram));
    let pulled = || pull.and_then(|pull| pull.asked(diagram));
    edges
        .asked(diagram)
        .or_else(pulled)
        .or(chosen)
        .or_else(picked)
        .or_else(removed)
}

/// Where everything lies, kept from frame to frame: measuring words is what a diagram costs.
struct Drawing {
    diagram: Diagram,
    rect: Rect,
    fonts: [FontId; 2],
    pixels_per_point: f32,
    placed: Layout,
    marks: Vec<Mark>,
}

impl Drawing {
    /// The drawing of the frame before where nothing that it rests on has changed, else a new one.
    fn of(ui: &Ui, theme: &Theme, diagram: &Diagram, rect: Rect) -> Arc<Self> {
        let fonts = small(theme);
        let pixels_per_point = ui.ctx().pixels_per_point();
        let key = Id::unique("the diagram as it was drawn");
        let kept: Option<Arc<Self>> = ui.data(|data| data.get_temp(key));
        let still_holds = |kept: &Arc<Self>| {
            kept.rect == rect
                && kept.fonts == fonts
                && kept.pixels_per_point.to_bits() == pixels_per_point.to_bits()
                && kept.diagram == *diagram
        };
        if let Some(kept) = kept.filter(still_holds) {
            return kept;
        }
        let placed = laid_out(ui, theme, diagram, rect);
        let new = Arc::new(Self {
            marks: marks(diagram, &placed),
            diagram: diagram.clone(),
            rect,
            fonts,
            pixels_per_point,
            placed,
        });
        ui.data_mut(|data| data.insert_temp(key, Arc::clone(&new)));
        new
    }
}

fn laid_out(ui: &Ui, theme: &Theme, diagram: &Diagram, rect: Rect) -> Layout {
    let ruler = Ruler::new(ui.ctx(), theme);
    let measure = |text: &str, strong: bool| ruler.width(text, strong) + 1.0;
    let sizes = Sizes {
        rect,
        line: 17.0,
        measure: &measure,
    };
    layout(diagram, &sizes)
}

/// Everything that is needed to paint.
pub(super) struct Scene<'a> {
    pub(super) theme: &'a Theme,
    pub(super) diagram: &'a Diagram,
    pub(super) placed: &'a Layout,
    pub(super) marks: &'a [Mark],
    pub(super) look: &'a Look<'a>,
    pub(super) lit: Option<Spot>,
}

impl Scene<'_> {
    fn paint(&self, painter: &Painter) {
        for (at, title) in &self.placed.bands {
            let ink = self.theme.ink_soft;
            let font = self.theme.font(metric::TEXT_SMALL);
            let galley = match halves(title) {
                (first, Some(second)) => painter.layout_job(text::two(first, second, &font, ink)),
                (first, None) => line(painter, first, font, ink),
            };
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
        self.marks(painter);
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
                with_alpha(ink, if faded { self.theme.dim() } else { 1.0 }),
                ink,
            );
        }
        for index in 0..self.diagram.nodes.len() {
            self.node(painter, index);
        }
    }

    /// True where the ribbon belongs to what is looked at, or nothing is.
    pub(super) fn is_lit_ribbon(&self, index: usize, ribbon: &Ribbon) -> bool {
        match self.lit {
            None => false,
            Some(Spot::Ribbon(lit)) => lit == index,
            Some(Spot::Node(lit)) => ribbon.from == lit || ribbon.to == lit,
        }
    }

    pub(super) fn is_lit_node(&self, index: usize) -> bool {
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
}
