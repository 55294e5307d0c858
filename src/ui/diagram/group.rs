//! A diagram with more than can be told apart: what is small stands together as one bar, "12 more".
//!
//! Invariant: what a ribbon of the whole diagram carries is drawn on some ribbon or counted among those left out, and
//! the product, the start and the largest masses always stand for themselves.

use super::columns::Bar;
use super::layer::{Amounts, Said};
use super::model::{Diagram, FlowKindId, Node, NodeId, Ribbon, RibbonId, Tint};
use super::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// The most bars that are drawn one by one.
const MOST_NODES: usize = 40;
/// Those that still stand for themselves where there are more.
const KEPT: usize = 24;
/// The most ribbons that are drawn.
pub(super) const MOST_RIBBONS: usize = 90;
/// The most ribbons that lead back.
const MOST_LOOPS: usize = 8;
/// Stretches of columns whose small bars stand together.
const STRETCHES: usize = 4;
/// The most ribbons that a merged one names.
const NAMED: usize = 5;

/// What stands together: ends apart from stages, each tint for itself.
type Key = (usize, bool, u8);

/// Draws `diagram` with fewer bars and ribbons where it has more than can be told apart.
pub(super) fn group(diagram: &mut Diagram, words: &Words<'_>) {
    if diagram.nodes.len() > MOST_NODES {
        let groups = groups(diagram);
        merge_nodes(diagram, &groups, words);
    }
    if diagram.ribbons.len() > MOST_RIBBONS || loops(diagram).count() > MOST_LOOPS {
        leave_out(diagram, words);
    }
}

fn loops(diagram: &Diagram) -> impl Iterator<Item = usize> {
    let ribbons = diagram.ribbons.iter().enumerate();
    ribbons
        .filter(|(_, ribbon)| ribbon.is_loop)
        .map(|(place, _)| place)
}

/// The small nodes by what they stand together in; a single one stands for itself.
fn groups(diagram: &Diagram) -> Vec<Vec<usize>> {
    let start = diagram.ribbons.first().map_or(0, |sold| sold.to);
    let mut order: Vec<usize> = (0..diagram.nodes.len()).collect();
    let kg = |place: &usize| diagram.nodes.get(*place).map_or(0.0, |node| node.kg);
    order.sort_by(|a, b| kg(b).total_cmp(&kg(a)));
    let small = order
        .into_iter()
        .skip(KEPT)
        .filter(|place| ![0, start].contains(place));
    let inner = diagram.columns.saturating_sub(2).max(1);
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for place in small {
        let Some(node) = diagram.nodes.get(place) else {
            continue;
        };
        let stretch = node.seat.column.saturating_sub(1) * STRETCHES / inner;
        let key = (
            if node.is_end { 0 } else { stretch },
            node.is_end,
            tint_key(node.tint),
        );
        groups.entry(key).or_default().push(place);
    }
    groups.into_values().filter(|members| members.len() > 1).collect()
}

const fn tint_key(tint: Tint) -> u8 {
    match tint {
        Tint::Pathway => 0,
        Tint::Refused => 1,
        Tint::End(class) => 2 + class as u8,
    }
}

/// Puts one node in place of each of `groups` and joins the ribbons between the same two nodes.
fn merge_nodes(diagram: &mut Diagram, groups: &[Vec<usize>], words: &Words<'_>) {
    let mut new_place = vec![usize::MAX; diagram.nodes.len()];
    let grouped: BTreeSet<usize> = groups.iter().flatten().copied().collect();
    let mut nodes = Vec::with_capacity(MOST_NODES);
    for (place, node) in diagram
        .nodes
        .iter()
        .enumerate()
        .filter(|(place, _)| !grouped.contains(place))
    {
        if let Some(new) = new_place.get_mut(place) {
            *new = nodes.len();
        }
        nodes.push(node.clone());
    }
    for (number, members) in groups.iter().enumerate() {
        for member in members {
            if let Some(new) = new_place.get_mut(*member) {
                *new = nodes.len();
            }
        }
        let members: Vec<&Node> = members
            .iter()
            .filter_map(|place| diagram.nodes.get(*place))
            .collect();
        nodes.extend(together(number, &members, words));
    }
    diagram.nodes = nodes;
    seat_again(diagram);
    merge_ribbons(diagram, &new_place, words);
    weigh(diagram, words);
}

/// One node for `members`.
fn together(number: usize, members: &[&Node], words: &Words<'_>) -> Option<Node> {
    let first = members.first()?;
    let mut amounts = Amounts::default();
    for member in members {
        amounts.own_hours += member.amounts.own_hours;
        amounts.replaced_hours += member.amounts.replaced_hours;
        amounts.pieces = amounts.pieces.saturating_add(member.amounts.pieces);
        amounts.is_passed |= member.amounts.is_passed;
    }
    let name = words.more(members.len());
    let named = members.iter().map(|member| member.name.as_str());
    let mut spoken = name.clone();
    for one in named.take(NAMED) {
        spoken.push('\n');
        spoken.push_str(one);
    }
    let column = members.iter().map(|member| member.seat.column).min();
    let mut seat = first.seat.clone();
    seat.column = column.unwrap_or(seat.column);
    seat.bar = Bar::Lead;
    seat.lead = None;
    Some(Node {
        id: NodeId::More(number),
        name,
        shorter: Vec::new(),
        said: [Said::default(), words.work(&amounts), Said::default()],
        amounts,
        spoken,
        kg: 0.0,
        drawn: 0.0,
        tint: first.tint,
        is_end: first.is_end,
        seat,
    })
}

/// Numbers the columns that are left, and lets go of leads that stand in a group.
fn seat_again(diagram: &mut Diagram) {
    let last = diagram.columns.saturating_sub(1);
    let used: BTreeSet<usize> = diagram
        .nodes
        .iter()
        .map(|node| node.seat.column)
        .chain([0, 1, last])
        .collect();
    let used: Vec<usize> = used.into_iter().collect();
    let stages: BTreeSet<_> = diagram
        .nodes
        .iter()
        .filter_map(|node| node.id.stage().cloned())
        .collect();
    for node in &mut diagram.nodes {
        node.seat.column = used.binary_search(&node.seat.column).unwrap_or_default();
        if node.seat.lead.as_ref().is_some_and(|lead| !stages.contains(lead)) {
            node.seat.lead = None;
            node.seat.bar = Bar::Lead;
        }
    }
    for (column, _) in &mut diagram.bands {
        *column = used.partition_point(|used| used < column);
    }
    diagram.columns = used.len();
}

fn merge_ribbons(diagram: &mut Diagram, new_place: &[usize], words: &Words<'_>) {
    let place = |old: usize| new_place.get(old).copied().unwrap_or_default();
    let mut merged: BTreeMap<(usize, usize, FlowKindId), Vec<Ribbon>> = BTreeMap::new();
    let mut order = Vec::new();
    for mut ribbon in std::mem::take(&mut diagram.ribbons) {
        (ribbon.from, ribbon.to) = (place(ribbon.from), place(ribbon.to));
        if ribbon.from == ribbon.to {
            continue;
        }
        let key = (ribbon.from, ribbon.to, ribbon.id.kind);
        let same = merged.entry(key).or_default();
        if same.is_empty() {
            order.push(key);
        }
        same.push(ribbon);
    }
    diagram.ribbons = order
        .iter()
        .filter_map(|key| joined(&diagram.nodes, merged.remove(key)?, words))
        .collect();
}

/// One ribbon for those between the same two nodes.
fn joined(nodes: &[Node], ribbons: Vec<Ribbon>, words: &Words<'_>) -> Option<Ribbon> {
    let first = ribbons.first()?;
    let (from, to) = (nodes.get(first.from)?, nodes.get(first.to)?);
    let is_grouped = [&from.id, &to.id]
        .into_iter()
        .any(|id| matches!(id, NodeId::More(_)));
    if ribbons.len() == 1 && !is_grouped {
        return ribbons.into_iter().next();
    }
    let kg = ribbons.iter().map(|ribbon| ribbon.kg).sum();
    let pieces = ribbons
        .iter()
        .filter_map(|ribbon| ribbon.pieces)
        .reduce(u32::saturating_add);
    let spoken: Vec<&str> = ribbons
        .iter()
        .take(NAMED)
        .map(|ribbon| ribbon.spoken.as_str())
        .collect();
    Some(Ribbon {
        id: RibbonId {
            from: from.id.clone(),
            to: to.id.clone(),
            kind: first.id.kind,
        },
        flow: None,
        from: first.from,
        to: first.to,
        kg,
        drawn: kg,
        tint: first.tint,
        is_loop: from.seat.column >= to.seat.column,
        share: None,
        label: words.value(kg),
        pieces,
        counted: String::new(),
        spoken: spoken.join("\n"),
    })
}

/// Makes the bars of groups as high as what reaches or leaves them.
fn weigh(diagram: &mut Diagram, words: &Words<'_>) {
    let mut flows = vec![(0.0_f64, 0.0_f64); diagram.nodes.len()];
    for ribbon in &diagram.ribbons {
        if let Some((_, out)) = flows.get_mut(ribbon.from) {
            *out += ribbon.kg;
        }
        if let Some((into, _)) = flows.get_mut(ribbon.to) {
            *into += ribbon.kg;
        }
    }
    for (node, (into, out)) in diagram.nodes.iter_mut().zip(flows) {
        if let NodeId::More(_) = node.id {
            node.kg = into.max(out);
            node.drawn = node.kg;
            let mass = words.grams(node.kg);
            if let Some(said) = node.said.first_mut() {
                *said = Said::plain(&mass);
            }
        }
    }
}

/// Leaves the thinnest ribbons undrawn and says how many.
fn leave_out(diagram: &mut Diagram, words: &Words<'_>) {
    let mut order: Vec<usize> = (0..diagram.ribbons.len()).collect();
    let kg = |place: &usize| diagram.ribbons.get(*place).map_or(0.0, |ribbon| ribbon.kg);
    order.sort_by(|a, b| kg(b).total_cmp(&kg(a)));
    let is_loop = |place: &usize| diagram.ribbons.get(*place).is_some_and(|ribbon| ribbon.is_loop);
    let (back, ahead): (Vec<usize>, Vec<usize>) = order.into_iter().partition(is_loop);
    let kept: BTreeSet<usize> = back
        .into_iter()
        .take(MOST_LOOPS)
        .chain(ahead.into_iter().take(MOST_RIBBONS - MOST_LOOPS))
        .chain([0])
        .collect();
    let left_out = diagram.ribbons.len() - kept.len();
    let mut place = 0;
    diagram.ribbons.retain(|_| {
        place += 1;
        kept.contains(&(place - 1))
    });
    if let (Some((_, title)), true) = (diagram.bands.last_mut(), left_out > 0) {
        *title = words.left_out(title, left_out);
    }
}
