//! From two projects and pathways to the facts of both sides.
//!
//! Each product is built with the pathways of both sides, so that a route which only one pathway has is held against
//! either product, with either project's own factors.

use super::Side;
use super::facts::{
    Facts, Labour, Lives, Losses, MakingTask, Materials, Routing, StageFacts, StageLabour, WayFacts, Yields,
};
use super::model::Frame;
use super::seen::Seen;
use super::union::{Shape, United, Way, unite};
use crate::assess::here;
use crate::data::Library;
use crate::flow::network::{Body, EndClass, Exit, Gate, Item, ItemRole, Network, PartNumbers, Stage};
use crate::model::{PartId, PlaceId, StageId};
use std::collections::{BTreeMap, BTreeSet};

/// What the lists of both sides name, and the facts of both.
pub(super) struct Gathered {
    pub frame: Frame,
    pub a: Facts,
    pub b: Facts,
}

/// Gathers both sides; `None` where a project does not have its pathway.
pub(super) fn gather(a: Side<'_>, b: Side<'_>, library: &Library) -> Option<Gathered> {
    let ways = [
        a.project.pathway(a.pathway)?,
        b.project.pathway(b.pathway)?,
        a.project.baseline_pathway()?,
        b.project.baseline_pathway()?,
    ];
    let seen = [
        Seen::of(a.project, ways, library),
        Seen::of(b.project, ways, library),
    ];
    let [way_a, way_b, base_a, base_b] = ways;
    let way = |at: usize, model| Way {
        model,
        seen: seen.each_ref().map(|seen| seen.network(at, model)),
    };
    let pathway = unite(way(0, way_a), way(1, way_b));
    let baseline = unite(way(2, base_a), way(3, base_b));
    let [of_a, of_b] = &seen;
    let frame = Frame {
        parts: both(of_a.parts.keys(), of_b.parts.keys()),
        making: both(of_a.made.keys(), of_b.made.keys()),
        stages: [pathway.stages.clone(), baseline.stages.clone()],
    };
    let here = |side: Side<'_>, way| here(side.project, way, library);
    let ways_a = [(&pathway, way_a), (&baseline, base_a)].map(|(united, way)| {
        let [own, other] = &united.networks;
        way_facts(&frame, united, [own, other], here(a, way))
    });
    let ways_b = [(&pathway, way_b), (&baseline, base_b)].map(|(united, way)| {
        let [other, own] = &united.networks;
        way_facts(&frame, united, [own, other], here(b, way))
    });
    let a = facts(&frame, [of_a, of_b], ways_a);
    let b = facts(&frame, [of_b, of_a], ways_b);
    Some(Gathered { frame, a, b })
}

fn both<'a, T: Ord + Clone + 'a>(a: impl Iterator<Item = &'a T>, b: impl Iterator<Item = &'a T>) -> Vec<T> {
    let all: BTreeSet<&T> = a.chain(b).collect();
    all.into_iter().cloned().collect()
}

fn facts(frame: &Frame, [own, other]: [&Seen; 2], ways: [WayFacts; 2]) -> Facts {
    Facts {
        materials: Materials {
            pieces_per_year: own.pieces_per_year,
            parts: frame.parts.iter().filter_map(|id| part(id, own, other)).collect(),
            made: frame
                .making
                .iter()
                .map(|key| own.made.get(key).map_or(0.0, |made| made.before_losses))
                .collect(),
        },
        losses: losses(frame, own, other),
        trims: own.trims,
        labour: Labour {
            per_fte: with_spare(&own.per_fte, &other.per_fte),
            made: with_spare(&own.hours, &other.hours),
        },
        ways,
    }
}

/// A part; without mass where only the other side has it.
fn part(id: &PartId, own: &Seen, other: &Seen) -> Option<PartNumbers<f64>> {
    if let Some((part, _)) = own.parts.get(id) {
        return Some(part.clone());
    }
    let (part, _) = other.parts.get(id)?.clone();
    Some(PartNumbers { mass_kg: 0.0, ..part })
}

/// Losses; those of the other side where a side has no mass that it could lose.
fn losses(frame: &Frame, own: &Seen, other: &Seen) -> Losses {
    let bought = |id: &PartId| {
        let of = |seen: &Seen| seen.parts.get(id).and_then(|(_, ratio)| *ratio);
        either(of(own), of(other))
    };
    let made = |key: &(Option<PartId>, MakingTask)| {
        let of = |seen: &Seen| seen.made.get(key).and_then(|made| made.ratio());
        either(of(own), of(other))
    };
    Losses {
        bought: frame.parts.iter().map(bought).collect(),
        made: frame.making.iter().map(made).collect(),
    }
}

/// The loss of a side, or that of the other; losses that differ by rounding alone are one number on both sides.
fn either(own: Option<f64>, other: Option<f64>) -> f64 {
    match (own, other) {
        (Some(own), Some(other)) if (own - other).abs() <= 1e-12 * own.abs().max(other.abs()) => {
            own.min(other)
        }
        (Some(own), _) => own,
        (None, other) => other.unwrap_or(1.0),
    }
}

fn with_spare<K: Ord + Clone, V: Clone>(own: &BTreeMap<K, V>, spare: &BTreeMap<K, V>) -> BTreeMap<K, V> {
    let all = spare.iter().chain(own);
    all.map(|(key, value)| (key.clone(), value.clone())).collect()
}

fn way_facts(
    frame: &Frame,
    united: &United,
    [own, other]: [&Network<f64>; 2],
    here: Vec<PlaceId>,
) -> WayFacts {
    let shapes: BTreeMap<&StageId, &Shape> = united.stages.iter().map(|(id, shape)| (id, shape)).collect();
    let spare_end = spare_end(own);
    let stages = united.stages.iter().zip(own.stages.iter().zip(&other.stages));
    let stages = stages.map(|((_, shape), (own, other))| {
        let mut facts = stage_facts(frame, own);
        if let (Body::Item(item), Body::Item(spare)) = (&own.body, &other.body) {
            split_exits(shape, item, spare, &shapes, &mut facts);
        }
        fill_targets(shape, spare_end.as_ref(), &mut facts.sorting);
        facts
    });
    let hired = own.hired.or(other.hired);
    WayFacts {
        lifetime: Lives {
            average_wears: own.average_wears,
            max: own.max_lives,
        },
        start: own.start.clone(),
        here,
        own_wears: own.hired.map(|hired| hired.own_wears),
        displacement_first: hired.map_or(0.0, |hired| hired.displacement),
        stages: stages.collect(),
    }
}

/// All of a stage but its exits.
fn stage_facts(frame: &Frame, stage: &Stage<f64>) -> StageFacts {
    let mut facts = StageFacts {
        labour: StageLabour {
            lines: stage.work.clone(),
            displaces: Vec::new(),
            new_garment: None,
        },
        ..StageFacts::default()
    };
    match &stage.body {
        Body::Item(item) => {
            facts.sorting.fallback.clone_from(&item.fallback);
            facts.labour.new_garment.clone_from(&item.new_garment);
            match item.role {
                ItemRole::Use {
                    service_first,
                    service_later,
                } => facts.lifetime = (service_first, service_later),
                ItemRole::Return { displacement } => facts.displacement = displacement,
                ItemRole::Other => {}
            }
        }
        Body::Material(gates) => material_facts(frame, gates, &mut facts),
        Body::End(end) => {
            facts.yields = Yields {
                outputs: Vec::new(),
                quality: end.quality,
                closed_share: end.closed_share,
            };
            facts.labour.displaces.clone_from(&end.displaces);
        }
    }
    facts
}

fn material_facts(frame: &Frame, gates: &[Gate<f64>], facts: &mut StageFacts) {
    let of_parts = frame
        .parts
        .iter()
        .filter_map(|part| gates.iter().find(|gate| &gate.part == part));
    for gate in of_parts {
        facts.gates.push((gate.removed, gate.accepted));
        facts.yields.outputs.push(gate.output_yield);
        let targets = [
            &gate.removed_to,
            &gate.output_to,
            &gate.residue_to,
            &gate.refused_to,
        ];
        facts.sorting.targets.push(targets.map(Clone::clone));
    }
}

/// Whose exits are whose: discard and collection decide what is collected; a use stage decides first what comes back
/// (sorting split), then what is collected of the rest; all others are the sorting split.
fn split_exits(
    shape: &Shape,
    own: &Item<f64>,
    spare: &Item<f64>,
    shapes: &BTreeMap<&StageId, &Shape>,
    facts: &mut StageFacts,
) {
    let comes_back = |exit: &&Exit<f64>| matches!(shapes.get(&exit.to), Some(Shape::Use | Shape::Return(_)));
    let rest_of = |item: &Item<f64>| -> Vec<Exit<f64>> {
        item.exits
            .iter()
            .filter(|exit| !comes_back(exit))
            .cloned()
            .collect()
    };
    let sum = |exits: &[Exit<f64>]| exits.iter().map(|exit| exit.share).sum::<f64>();
    match shape {
        Shape::Collecting => {
            facts.collection.clone_from(&own.exits);
            facts.sorting.rest = 1.0;
        }
        Shape::Use => {
            let rest = rest_of(own);
            facts.sorting.rest = sum(&rest);
            facts.sorting.exits = own.exits.iter().filter(comes_back).cloned().collect();
            let known = if facts.sorting.rest > 0.0 {
                rest
            } else {
                rest_of(spare)
            };
            let total = sum(&known);
            let part = |exit: Exit<f64>| Exit {
                share: if total > 0.0 { exit.share / total } else { 0.0 },
                ..exit
            };
            facts.collection = known.into_iter().map(part).collect();
        }
        _ => facts.sorting.exits.clone_from(&own.exits),
    }
}

/// The end that takes what a side says nothing about, because there nothing of it comes.
fn spare_end(network: &Network<f64>) -> Option<StageId> {
    let ends = network.stages.iter().filter_map(|stage| match &stage.body {
        Body::End(end) if !end.class.is_output() => Some((end.class, &stage.id)),
        _ => None,
    });
    let first: Option<(EndClass, &StageId)> = ends.min();
    first.map(|(_, id)| id.clone())
}

/// Ways that one side never takes may be missing there, while a mix takes them.
fn fill_targets(shape: &Shape, spare: Option<&StageId>, sorting: &mut Routing) {
    let is_end = matches!(shape, Shape::End(..));
    if sorting.fallback.is_none() && !is_end {
        sorting.fallback = spare.cloned();
    }
    for [removed, _, residue, refused] in &mut sorting.targets {
        for target in [removed, residue, refused] {
            if target.is_none() {
                *target = spare.cloned();
            }
        }
    }
}
