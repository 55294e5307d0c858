//! Keyboard in the diagram: Tab goes from node to node, the arrows go along the flows.

use super::layout::Layout;
use super::model::Diagram;
use super::touch::{node_id, ribbon_id};
use egui::{EventFilter, Id, Key, Ui};

/// A place in the diagram, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// A node.
    Node(usize),
    /// A ribbon.
    Ribbon(usize),
}

/// What has the focus.
#[derive(Debug, Clone, Copy)]
pub(super) struct Focus {
    spot: Option<Spot>,
}

impl Focus {
    /// What of the diagram `name` has the focus now.
    pub(super) fn of(ui: &Ui, diagram: &Diagram, _placed: &Layout, name: &str) -> Self {
        let Some(focused) = ui.memory(egui::Memory::focused) else {
            return Self { spot: None };
        };
        let node = diagram
            .nodes
            .iter()
            .position(|node| node_id(name, &node.id) == focused);
        let ribbon = || {
            diagram
                .ribbons
                .iter()
                .position(|ribbon| ribbon_id(name, ribbon) == focused)
        };
        Self {
            spot: node.map(Spot::Node).or_else(|| ribbon().map(Spot::Ribbon)),
        }
    }

    /// What has the focus.
    pub(super) const fn spot(&self) -> Option<Spot> {
        self.spot
    }

    /// Moves the focus by the arrow keys.
    pub(super) fn walk(&self, ui: &Ui, diagram: &Diagram, placed: &Layout, name: &str) {
        let Some(spot) = self.spot else { return };
        let Some(id) = id_of(diagram, name, spot) else {
            return;
        };
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let key = [Key::ArrowRight, Key::ArrowLeft, Key::ArrowDown, Key::ArrowUp]
            .into_iter()
            .find(|key| ui.input(|input| input.key_pressed(*key)));
        let Some(next) = key.and_then(|key| step(diagram, placed, spot, key)) else {
            return;
        };
        if let Some(id) = id_of(diagram, name, next) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
}

fn id_of(diagram: &Diagram, name: &str, spot: Spot) -> Option<Id> {
    match spot {
        Spot::Node(index) => diagram.nodes.get(index).map(|node| node_id(name, &node.id)),
        Spot::Ribbon(index) => diagram.ribbons.get(index).map(|ribbon| ribbon_id(name, ribbon)),
    }
}

/// Where a key leads: right and left along the flow, up and down among neighbours.
fn step(diagram: &Diagram, placed: &Layout, spot: Spot, key: Key) -> Option<Spot> {
    match (spot, key) {
        (Spot::Node(node), Key::ArrowRight) => {
            heaviest(diagram, |ribbon| ribbon.from == node).map(Spot::Ribbon)
        }
        (Spot::Node(node), Key::ArrowLeft) => heaviest(diagram, |ribbon| ribbon.to == node).map(Spot::Ribbon),
        (Spot::Node(node), key) => {
            let column = diagram.nodes.get(node)?.seat.column;
            let top = |index: usize| placed.nodes.get(index).map_or(0.0, |node| node.bar.top());
            let mut all: Vec<usize> = (0..diagram.nodes.len())
                .filter(|index| {
                    diagram
                        .nodes
                        .get(*index)
                        .is_some_and(|node| node.seat.column == column)
                })
                .collect();
            all.sort_by(|a, b| top(*a).total_cmp(&top(*b)));
            neighbour(&all, node, key).map(Spot::Node)
        }
        (Spot::Ribbon(ribbon), Key::ArrowRight) => {
            diagram.ribbons.get(ribbon).map(|ribbon| Spot::Node(ribbon.to))
        }
        (Spot::Ribbon(ribbon), Key::ArrowLeft) => {
            diagram.ribbons.get(ribbon).map(|ribbon| Spot::Node(ribbon.from))
        }
        (Spot::Ribbon(ribbon), key) => {
            let from = diagram.ribbons.get(ribbon)?.from;
            let all: Vec<usize> = (0..diagram.ribbons.len())
                .filter(|index| {
                    diagram
                        .ribbons
                        .get(*index)
                        .is_some_and(|ribbon| ribbon.from == from)
                })
                .collect();
            neighbour(&all, ribbon, key).map(Spot::Ribbon)
        }
    }
}

fn heaviest(diagram: &Diagram, is_one: impl Fn(&super::model::Ribbon) -> bool) -> Option<usize> {
    let ribbons = diagram
        .ribbons
        .iter()
        .enumerate()
        .filter(|(_, ribbon)| is_one(ribbon));
    ribbons
        .max_by(|(_, a), (_, b)| a.kg.total_cmp(&b.kg))
        .map(|(index, _)| index)
}

fn neighbour(all: &[usize], here: usize, key: Key) -> Option<usize> {
    let at = all.iter().position(|index| *index == here)?;
    let next = if key == Key::ArrowDown {
        at + 1
    } else {
        at.checked_sub(1)?
    };
    all.get(next).copied()
}
