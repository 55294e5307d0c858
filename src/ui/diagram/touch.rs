//! What pointer, keyboard and screen readers find in the diagram.

use super::layout::{Layout, PlacedNode};
use super::model::{Diagram, NodeId, Ribbon};
use super::paint::{Asked, Look};
use super::walk::{Focus, Spot};
use crate::ui::act;
use crate::ui::theme::Theme;
use crate::ui::widget::touch::Touch;
use egui::{CursorIcon, Id, Response, Role, Sense, Ui};

/// Nodes take clicks and the focus, in reading order: bar by bar from the left, each from the top down.
pub(super) fn node_responses(ui: &Ui, diagram: &Diagram, placed: &Layout, look: &Look<'_>) -> Vec<Response> {
    let all = diagram.nodes.iter().zip(&placed.nodes).enumerate();
    let mut read: Vec<_> = all.collect();
    let place = |placed: &PlacedNode| (placed.bar.left(), placed.area().top());
    read.sort_by(|(_, (_, a)), (_, (_, b))| {
        let ((a_left, a_top), (b_left, b_top)) = (place(a), place(b));
        a_left.total_cmp(&b_left).then(a_top.total_cmp(&b_top))
    });
    let responses = read.into_iter().map(|(index, (node, place))| {
        // A stage can be dragged onto another; what is sold cannot.
        let sense = match node.id.stage() {
            Some(_) => Sense::CLICK | Sense::DRAG | Sense::FOCUSABLE,
            None => Sense::click(),
        };
        let touch = Touch::button(node_id(look.id, &node.id), place.hit, &node.name)
            .chosen(look.selected == Some(&node.id))
            .said(&node.spoken);
        let response = touch.sense(sense).feel(ui);
        (index, response.on_hover_cursor(CursorIcon::PointingHand))
    });
    let mut responses: Vec<(usize, Response)> = responses.collect();
    responses.sort_by_key(|(index, _)| *index);
    responses.into_iter().map(|(_, response)| response).collect()
}

/// Ribbons are told to screen readers and take the focus when the arrows lead there; the pointer finds them by shape.
pub(super) fn ribbon_responses(
    ui: &Ui,
    diagram: &Diagram,
    placed: &Layout,
    look: &Look<'_>,
    focus: &Focus,
) -> Vec<Option<Response>> {
    let all = diagram.ribbons.iter().zip(&placed.ribbons).enumerate();
    all.map(|(index, (ribbon, place))| {
        let bounds = place.way.as_ref()?.bounds(place.width);
        let sense = if focus.spot() == Some(Spot::Ribbon(index)) {
            Sense::focusable_noninteractive()
        } else {
            Sense::empty()
        };
        let id = ribbon_id(look.id, ribbon);
        let touch = Touch::new(id, bounds, Role::GraphicsObject, &ribbon.spoken);
        let touch = touch.said(ribbon.label(diagram.layer)).sense(sense);
        Some(touch.feel(ui))
    })
    .collect()
}

/// The id of a node in the diagram of the pathway `diagram`.
pub fn node_id(diagram: &str, node: &NodeId) -> Id {
    Id::unique(("flow node", diagram, node))
}

/// The id of a ribbon in the diagram of the pathway `diagram`.
pub fn ribbon_id(diagram: &str, ribbon: &Ribbon) -> Id {
    Id::unique(("flow ribbon", diagram, &ribbon.id))
}

/// What lies under the pointer: a node, else the thinnest ribbon there.
pub(super) fn hovered(
    ui: &Ui,
    canvas: &Response,
    nodes: &[Response],
    diagram: &Diagram,
    placed: &Layout,
) -> Option<Spot> {
    if let Some(index) = nodes.iter().position(Response::hovered) {
        return Some(Spot::Node(index));
    }
    let point = canvas.hover_pos().filter(|_| canvas.hovered())?;
    let near = placed.ribbons.iter().enumerate().filter(|(_, ribbon)| {
        let slack = if ribbon.width < 8.0 { 4.0 } else { 1.0 };
        ribbon
            .way
            .as_ref()
            .is_some_and(|way| way.is_near(point, ribbon.width, slack))
    });
    let thinnest = near.min_by(|(_, a), (_, b)| a.width.total_cmp(&b.width));
    let (index, _) = thinnest?;
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    diagram.ribbons.get(index).map(|_| Spot::Ribbon(index))
}

/// The node that the user asked for; a ribbon stands for the stage whose share it is.
pub(super) fn picked(
    ui: &Ui,
    canvas: &Response,
    nodes: &[Response],
    hovered: Option<Spot>,
    diagram: &Diagram,
    focus: &Focus,
) -> Option<NodeId> {
    let clicked = nodes.iter().position(Response::clicked).map(Spot::Node);
    let on_ribbon = hovered.filter(|_| canvas.clicked());
    let confirmed = focus.spot().filter(|spot| {
        matches!(spot, Spot::Ribbon(_)) && ui.input(|input| input.key_pressed(egui::Key::Enter))
    });
    let spot = clicked.or(on_ribbon).or(confirmed)?;
    let index = match spot {
        Spot::Node(index) => index,
        Spot::Ribbon(index) => diagram.ribbons.get(index)?.from,
    };
    // The keys act on what was chosen, by whichever hand.
    if confirmed.is_none() {
        nodes.get(index)?.request_focus();
    }
    diagram.nodes.get(index).map(|node| node.id.clone())
}

/// The node with the focus that Delete asks to take out.
pub(super) fn removed(ui: &Ui, diagram: &Diagram, focus: &Focus) -> Option<NodeId> {
    let Some(Spot::Node(index)) = focus.spot() else {
        return None;
    };
    let is_asked = ui.input(|input| input.key_pressed(egui::Key::Delete));
    let node = diagram.nodes.get(index).filter(|_| is_asked)?;
    node.id.stage().is_some().then(|| node.id.clone())
}

/// What was chosen from the menu of the right button or of the menu key: of a node, or of the flow under the pointer.
pub(super) fn menus(
    ui: &Ui,
    theme: &Theme,
    look: &Look<'_>,
    diagram: &Diagram,
    (canvas, nodes, focus, hovered): (&Response, &[Response], &Focus, Option<Spot>),
) -> Option<Asked> {
    for (index, (response, node)) in nodes.iter().zip(&diagram.nodes).enumerate() {
        let has_focus = focus.spot() == Some(Spot::Node(index));
        if !act::is_asked(ui, response, has_focus) {
            continue;
        }
        let (name, offers) = (look.node_acts)(&node.id);
        if offers.is_empty() {
            continue;
        }
        let about = (response, has_focus, name.as_str());
        if let Some(act) = act::menu(ui, theme, look.lang, about, || offers) {
            return Some(Asked::Do(node.id.clone(), act));
        }
    }
    // The menu stays that of the flow over which it was opened.
    let key = canvas.id.with("flow of the menu");
    if let Some(Spot::Ribbon(index)) = hovered.filter(|_| canvas.secondary_clicked()) {
        ui.data_mut(|data| data.insert_temp(key, index));
    }
    let by_key = match focus.spot() {
        Some(Spot::Ribbon(index)) => {
            ui.data_mut(|data| data.insert_temp(key, index));
            true
        }
        _ => false,
    };
    let index: usize = ui.data(|data| data.get_temp(key))?;
    if canvas.secondary_clicked() && !matches!(hovered, Some(Spot::Ribbon(_))) {
        return None;
    }
    let ribbon = diagram.ribbons.get(index)?;
    let about = (canvas, by_key, ribbon.spoken.as_str());
    let act = act::menu(ui, theme, look.lang, about, || (look.flow_acts)(&ribbon.id))?;
    Some(Asked::DoFlow(ribbon.id.clone(), act))
}

/// The node that was clicked twice.
pub(super) fn edited(nodes: &[Response], diagram: &Diagram) -> Option<Asked> {
    let at = nodes.iter().position(Response::double_clicked)?;
    let node = diagram.nodes.get(at)?;
    node.id.stage().map(|_| Asked::Edit(node.id.clone()))
}
