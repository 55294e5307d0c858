//! The union of two pathways: stages matched by id, by what they do and by their route; each is kept that only one has.
//!
//! A stage that only one side has keeps its own gates, yields and hours, as the product and the factors of each side
//! see them; that nothing reaches it on the other side is said by the exits alone.

use crate::flow::added::Added;
use crate::flow::network::{Body, EndClass, Exit, Gate, Item, ItemRole, Network, Stage};
use crate::model::{Pathway, RouteId, StageId, StageKind, StageRole};
use std::collections::{BTreeMap, BTreeSet};

/// What a stage is; stages of one id and two shapes are two stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Worn.
    Use,
    /// On the way back into use, of this kind.
    Return(Option<StageKind>),
    /// Discard and collection: decides whether a garment is collected.
    Collecting,
    /// Any other stage of whole garments.
    Other,
    /// Hand removal before a route.
    Disassembly(Option<RouteId>),
    /// Gates of a route.
    Material(Option<RouteId>),
    /// Where mass ends; with its route where it is the output of one.
    End(EndClass, Option<RouteId>),
}

/// One pathway as the product and the factors of side A and of side B see it.
pub(super) struct Way<'a> {
    /// As the user drew it.
    pub model: &'a Pathway,
    /// Its numbers, seen by A and by B.
    pub seen: [Network<f64>; 2],
}

/// Two networks with the same stages in the same order.
pub(super) struct United {
    /// What each stage is, in the order of the ids.
    pub stages: Vec<(StageId, Shape)>,
    /// Side A and side B.
    pub networks: [Network<f64>; 2],
}

/// What `stage` of `pathway` is.
pub(super) fn shape(stage: &Stage<f64>, pathway: &Pathway) -> Shape {
    let route = |id: &StageId| match pathway.stage(id)?.kind {
        StageKind::Material(ref route) => Some(route.clone()),
        _ => None,
    };
    let route_before = |added: Added| route(&added.of(pathway, &stage.id)?);
    let kind = pathway.stage(&stage.id).map(|stage| &stage.kind);
    match &stage.body {
        Body::End(end) => Shape::End(end.class, route_before(Added::Output)),
        Body::Material(_) => Shape::Material(route(&stage.id)),
        Body::Item(item) => match (item.role, kind) {
            (ItemRole::Use { .. }, _) => Shape::Use,
            (ItemRole::Return { .. }, kind) => Shape::Return(kind.cloned()),
            (ItemRole::Other, Some(kind)) => match kind.role() {
                Some(StageRole::LetGo | StageRole::Collect) => Shape::Collecting,
                _ => Shape::Other,
            },
            (ItemRole::Other, None) => Shape::Disassembly(route_before(Added::Disassembly)),
        },
    }
}

/// Unites the pathway of side A with that of side B.
pub(super) fn unite<'m>(mut a: Way<'m>, mut b: Way<'m>) -> United {
    for way in [&mut a, &mut b] {
        let [of_a, of_b] = &mut way.seen;
        add_disassembly(of_a, of_b);
        add_disassembly(of_b, of_a);
    }
    let shapes = |way: &Way<'_>| -> BTreeMap<StageId, Shape> {
        let stages = way.seen.iter().flat_map(|network| &network.stages);
        stages
            .map(|stage| (stage.id.clone(), shape(stage, way.model)))
            .collect()
    };
    let (mut united, of_b) = (shapes(&a), shapes(&b));
    let names = apart(&united, &of_b);
    let b_seen = b.seen.map(|network| renamed(&network, &names));
    united.extend(
        of_b.into_iter()
            .map(|(id, shape)| (names.get(&id).cloned().unwrap_or(id), shape)),
    );
    let [a_by_a, a_by_b] = a.seen;
    let [b_by_a, b_by_b] = b_seen;
    let side = |own: &Network<f64>, other: &Network<f64>| Network {
        stages: united
            .keys()
            .filter_map(|id| find(own, id).or_else(|| find(other, id)).cloned())
            .collect(),
        ..own.clone()
    };
    let mut networks = [side(&a_by_a, &b_by_a), side(&b_by_b, &a_by_b)];
    let [of_a, of_b] = &mut networks;
    for ((a, b), shape) in of_a.stages.iter_mut().zip(&mut of_b.stages).zip(united.values()) {
        fill(shape, a, b);
        fill(shape, b, a);
    }
    United {
        stages: united.into_iter().collect(),
        networks,
    }
}

fn find<'a>(network: &'a Network<f64>, id: &StageId) -> Option<&'a Stage<f64>> {
    network.stages.iter().find(|stage| &stage.id == id)
}

/// Puts a disassembly without work before each route that has one in `other`: there no trim comes off by hand.
fn add_disassembly(network: &mut Network<f64>, other: &Network<f64>) {
    let has = |network: &Network<f64>, id: &StageId| find(network, id).is_some();
    let routes = other
        .stages
        .iter()
        .filter(|stage| matches!(stage.body, Body::Material(_)));
    let missing = routes.map(|stage| (stage.id.clone(), Added::Disassembly.to(&stage.id)));
    let missing: Vec<_> = missing
        .filter(|(_, before)| has(other, before) && !has(network, before))
        .collect();
    for (route, before) in missing {
        let exits = network
            .stages
            .iter_mut()
            .filter_map(|stage| match &mut stage.body {
                Body::Item(item) => Some(&mut item.exits),
                _ => None,
            });
        for exit in exits.flatten().filter(|exit| exit.to == route) {
            exit.to = before.clone();
        }
        let body = Body::Item(Item {
            role: ItemRole::Other,
            exits: vec![Exit {
                to: route,
                share: 1.0,
            }],
            fallback: None,
            new_garment: None,
        });
        network.stages.push(Stage {
            id: before,
            body,
            work: Vec::new(),
        });
    }
}

/// New ids for the stages of `b` whose id stands for something else in `a`.
fn apart(a: &BTreeMap<StageId, Shape>, b: &BTreeMap<StageId, Shape>) -> BTreeMap<StageId, StageId> {
    let mut taken: BTreeSet<StageId> = a.keys().chain(b.keys()).cloned().collect();
    let mut names = BTreeMap::new();
    for (id, shape) in b {
        if a.get(id).is_some_and(|other| other != shape) {
            let mut name = format!("{id}_b");
            while taken.contains(name.as_str()) {
                name.push('b');
            }
            taken.insert(name.as_str().into());
            names.insert(id.clone(), name.into());
        }
    }
    names
}

fn renamed(network: &Network<f64>, names: &BTreeMap<StageId, StageId>) -> Network<f64> {
    let name = |id: &StageId| names.get(id).unwrap_or(id).clone();
    let mut network = network.clone();
    network.start = name(&network.start);
    for stage in &mut network.stages {
        stage.id = name(&stage.id);
        match &mut stage.body {
            Body::Item(item) => {
                item.exits.iter_mut().for_each(|exit| exit.to = name(&exit.to));
                item.fallback = item.fallback.as_ref().map(name);
            }
            Body::Material(gates) => {
                for target in gates.iter_mut().flat_map(targets) {
                    *target = target.as_ref().map(name);
                }
            }
            Body::End(_) => {}
        }
    }
    network
}

fn targets(gate: &mut Gate<f64>) -> [&mut Option<StageId>; 4] {
    [
        &mut gate.removed_to,
        &mut gate.output_to,
        &mut gate.residue_to,
        &mut gate.refused_to,
    ]
}

/// Takes from `other` what `stage` cannot say: gates of parts that its product does not have, and the hours of a hand
/// removal that it does not need.
fn fill(shape: &Shape, stage: &mut Stage<f64>, other: &Stage<f64>) {
    match (shape, &mut stage.body, &other.body) {
        (_, Body::Material(gates), Body::Material(others)) => {
            for gate in others {
                if !gates.iter().any(|own| own.part == gate.part) {
                    gates.push(gate.clone());
                }
            }
        }
        (Shape::Disassembly(_), ..) if stage.work.is_empty() => stage.work.clone_from(&other.work),
        _ => {}
    }
}
