//! Loops that carry the piece many times are drawn narrower, so that everything else stays visible.
//!
//! Invariant: what is taken off a loop is taken off its whole round, so that what enters a bar still leaves it; whatever
//! is drawn narrower says so in its words, and nothing else is touched.

use super::model::{Diagram, FlowKindId, Ribbon};
use super::words::Words;
use std::collections::BTreeSet;

/// The widest that a loop is drawn, in pieces sold.
pub const WIDEST: f64 = 0.5;
/// Less than this of a piece is nothing, for sums of masses.
const NOTHING: f64 = 1e-9;

/// Narrows every loop of `diagram` that carries more than [`WIDEST`] pieces.
pub(super) fn narrow(diagram: &mut Diagram, mass_kg: f64, words: &Words<'_>) {
    let mut touched = BTreeSet::new();
    for index in 0..diagram.ribbons.len() {
        narrow_loop(diagram, index, mass_kg, &mut touched);
    }
    for index in touched {
        if let Some(ribbon) = diagram.ribbons.get_mut(index) {
            ribbon.label = words.narrowed(&ribbon.label);
            ribbon.spoken = words.spoken_narrowed(&ribbon.spoken);
        }
    }
    for node in diagram.nodes.iter_mut().filter(|node| node.drawn < node.kg) {
        node.spoken = words.spoken_narrowed(&node.spoken);
    }
}

/// Takes what is too much off one loop, round by round, widest round first.
fn narrow_loop(diagram: &mut Diagram, index: usize, mass_kg: f64, touched: &mut BTreeSet<usize>) {
    // A round less with every turn; there are no more than ribbons.
    for _ in 0..diagram.ribbons.len() {
        let Some(back) = diagram.ribbons.get(index).filter(|ribbon| ribbon.is_loop) else {
            return;
        };
        let excess = back.drawn - WIDEST * mass_kg;
        if excess <= NOTHING * mass_kg {
            return;
        }
        let Some((mut round, least)) = widest(diagram, back.to, back.from) else {
            return;
        };
        let cut = excess.min(least);
        if cut <= NOTHING * mass_kg {
            return;
        }
        round.push(index);
        for at in round {
            let Some(ribbon) = diagram.ribbons.get_mut(at) else {
                continue;
            };
            ribbon.drawn = (ribbon.drawn - cut).max(0.0);
            touched.insert(at);
            if let Some(node) = diagram.nodes.get_mut(ribbon.to) {
                node.drawn = (node.drawn - cut).max(0.0);
            }
        }
    }
}

/// The way of whole garments ahead from one node to another whose narrowest ribbon is the widest, with its width.
fn widest(diagram: &Diagram, from: usize, to: usize) -> Option<(Vec<usize>, f64)> {
    let mut best: Vec<Option<(f64, usize)>> = vec![None; diagram.nodes.len()];
    let reached = |best: &[Option<(f64, usize)>], node: usize| {
        if node == from {
            f64::INFINITY
        } else {
            best.get(node).copied().flatten().map_or(0.0, |(width, _)| width)
        }
    };
    for _ in 0..diagram.nodes.len() {
        for (index, ribbon) in ahead(diagram) {
            let width = reached(&best, ribbon.from).min(ribbon.drawn);
            if width > reached(&best, ribbon.to)
                && let Some(place) = best.get_mut(ribbon.to)
            {
                *place = Some((width, index));
            }
        }
    }
    let (least, _) = best.get(to).copied().flatten()?;
    let mut way = Vec::new();
    let mut here = to;
    while here != from {
        let (_, index) = best.get(here).copied().flatten()?;
        way.push(index);
        here = diagram.ribbons.get(index)?.from;
    }
    Some((way, least))
}

fn ahead(diagram: &Diagram) -> impl Iterator<Item = (usize, &Ribbon)> {
    let ribbons = diagram.ribbons.iter().enumerate();
    ribbons.filter(|(_, ribbon)| !ribbon.is_loop && ribbon.id.kind == FlowKindId::Pieces)
}
