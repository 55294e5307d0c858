//! A mix as a model that the engine can answer.

use super::facts::{Facts, MakingTask, StageFacts, WayFacts};
use super::union::Shape;
use crate::flow::network::{
    Body, End, Exit, GarmentWork, Gate, Hired, Item, ItemRole, Network, ResolvedModel, Stage, WorkLine,
};
use crate::model::{ActivityId, PartId, PlaceId, StageId};
use std::collections::{BTreeMap, BTreeSet};

/// What both sides have in common: the names behind the lists of [`Facts`].
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// Parts of both products.
    pub parts: Vec<PartId>,
    /// Masses that the work in a new garment is done on: part, or the whole piece, and the task.
    pub making: Vec<(Option<PartId>, MakingTask)>,
    /// Stages of pathway and baseline, and what each is.
    pub stages: [Vec<(StageId, Shape)>; 2],
}

/// The model of `facts`.
pub(super) fn model(frame: &Frame, facts: &Facts) -> ResolvedModel<f64> {
    let [stages, base_stages] = &frame.stages;
    let [way, base] = &facts.ways;
    let parts = &facts.materials.parts;
    let bought = parts.iter().zip(&facts.losses.bought);
    ResolvedModel {
        pieces_per_year: facts.materials.pieces_per_year,
        gross_kg: bought.map(|(part, ratio)| part.mass_kg * ratio).sum(),
        parts: parts.clone(),
        pathway: network("pathway", frame, stages, way, facts.trims),
        baseline: network("baseline", frame, base_stages, base, facts.trims),
        hours_per_fte: facts
            .labour
            .per_fte
            .iter()
            .map(|(place, hours)| (place.clone(), *hours))
            .collect(),
        new_garment: new_garment(frame, facts),
    }
}

/// Hours per piece: mass before losses · losses · hours per kg, collected by activity and place.
fn new_garment(frame: &Frame, facts: &Facts) -> Vec<GarmentWork<f64>> {
    let mut lines: BTreeMap<(ActivityId, PlaceId), f64> = BTreeMap::new();
    let masses = facts.materials.made.iter().zip(&facts.losses.made);
    for ((_, task), (kg, ratio)) in frame.making.iter().zip(masses) {
        if let Some((place, hours)) = facts.labour.made.get(task) {
            let (activity, _) = task;
            let line = lines.entry((activity.clone(), place.clone())).or_insert(0.0);
            *line += kg * ratio * hours;
        }
    }
    lines
        .into_iter()
        .map(|((activity, place), hours_per_piece)| GarmentWork {
            activity,
            place,
            hours_per_piece,
        })
        .collect()
}

fn network(id: &str, frame: &Frame, shapes: &[(StageId, Shape)], way: &WayFacts, trims: f64) -> Network<f64> {
    let stages = shapes.iter().zip(&way.stages);
    let stages = stages.map(|((id, shape), facts)| Stage {
        id: id.clone(),
        body: body(frame, shape, facts),
        work: work(shape, facts, trims),
    });
    let mut network = Network {
        id: id.into(),
        start: way.start.clone(),
        max_lives: way.lifetime.max,
        average_wears: way.lifetime.average_wears,
        hired: way.own_wears.map(|own_wears| Hired {
            displacement: way.displacement_first,
            own_wears,
        }),
        stages: stages.collect(),
    };
    keep_reached(&mut network);
    network
}

fn body(frame: &Frame, shape: &Shape, facts: &StageFacts) -> Body<f64> {
    let (service_first, service_later) = facts.lifetime;
    let item = |role: ItemRole<f64>| {
        Body::Item(Item {
            role,
            exits: exits(facts),
            fallback: facts.sorting.fallback.clone(),
            new_garment: facts.labour.new_garment.clone(),
        })
    };
    match shape {
        Shape::Use => item(ItemRole::Use {
            service_first,
            service_later,
        }),
        Shape::Return(_) => item(ItemRole::Return {
            displacement: facts.displacement,
        }),
        Shape::Collecting | Shape::Other | Shape::Disassembly(_) => item(ItemRole::Other),
        Shape::Material(_) => Body::Material(gates(&frame.parts, facts)),
        Shape::End(class, _) => Body::End(End {
            class: *class,
            quality: facts.yields.quality,
            closed_share: facts.yields.closed_share,
            displaces: facts.labour.displaces.clone(),
        }),
    }
}

fn exits(facts: &StageFacts) -> Vec<Exit<f64>> {
    let collection = facts.collection.iter().map(|exit| Exit {
        to: exit.to.clone(),
        share: exit.share * facts.sorting.rest,
    });
    facts.sorting.exits.iter().cloned().chain(collection).collect()
}

fn gates(parts: &[PartId], facts: &StageFacts) -> Vec<Gate<f64>> {
    let numbers = facts.gates.iter().zip(&facts.yields.outputs);
    let gates = parts.iter().zip(numbers).zip(&facts.sorting.targets);
    gates
        .map(|((part, ((removed, accepted), output_yield)), targets)| {
            let [removed_to, output_to, residue_to, refused_to] = targets.clone();
            Gate {
                part: part.clone(),
                removed: *removed,
                removed_to,
                accepted: *accepted,
                output_yield: *output_yield,
                output_to,
                residue_to,
                refused_to,
            }
        })
        .collect()
}

fn work(shape: &Shape, facts: &StageFacts, trims: f64) -> Vec<WorkLine<f64>> {
    let mut lines = facts.labour.lines.clone();
    if let Shape::Disassembly(_) = shape {
        for line in &mut lines {
            line.hours *= trims;
        }
    }
    lines
}

/// Leaves out the stages that nothing reaches, so that they cannot make a mix unanswerable.
fn keep_reached(network: &mut Network<f64>) {
    let stages: BTreeMap<&StageId, &Stage<f64>> =
        network.stages.iter().map(|stage| (&stage.id, stage)).collect();
    let mut reached = BTreeSet::new();
    let mut open = vec![&network.start];
    while let Some(id) = open.pop() {
        if let (Some(stage), true) = (stages.get(id), reached.insert(id.clone())) {
            open.extend(leads_to(stage));
        }
    }
    network.stages.retain(|stage| reached.contains(&stage.id));
    for stage in &mut network.stages {
        if let Body::Item(item) = &mut stage.body {
            item.exits.retain(|exit| reached.contains(&exit.to));
        }
    }
}

fn leads_to(stage: &Stage<f64>) -> Vec<&StageId> {
    match &stage.body {
        Body::Item(item) => {
            let exits = item.exits.iter().filter(|exit| exit.share > 0.0);
            exits.map(|exit| &exit.to).chain(&item.fallback).collect()
        }
        Body::Material(gates) => gates
            .iter()
            .flat_map(|gate| {
                [
                    &gate.removed_to,
                    &gate.output_to,
                    &gate.residue_to,
                    &gate.refused_to,
                ]
            })
            .flatten()
            .collect(),
        Body::End(_) => Vec::new(),
    }
}
