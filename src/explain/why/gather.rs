//! From two projects and pathways to the facts of both sides.
//!
//! Each product is built with the pathways of both sides, so that a route which only one pathway has is held against
//! either product, with either project's own factors.

use super::Side;
use super::facts::{
    Facts, Labour, Lives, Losses, Materials, Routing, StageFacts, StageLabour, WayFacts, Yields,
};
use super::model::Frame;
use super::union::{Shape, United, Way, shape, unite};
use crate::data::Library;
use crate::flow::build::{Built, build};
use crate::flow::network::{Body, EndClass, Exit, Gate, Item, ItemRole, Network, PartNumbers, Stage};
use crate::flow::{Slot, Slots};
use crate::model::{ActivityId, PartId, Pathway, PlaceId, Project, Removable, StageId};
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
    let way = |place: usize, model| Way {
        model,
        seen: seen.each_ref().map(|seen| seen.network(place, model)),
    };
    let pathway = unite(way(0, way_a), way(1, way_b));
    let baseline = unite(way(2, base_a), way(3, base_b));
    let [of_a, of_b] = &seen;
    let frame = Frame {
        parts: both(of_a.parts.keys(), of_b.parts.keys()),
        making: both(of_a.made.keys(), of_b.made.keys()),
        stages: [pathway.stages.clone(), baseline.stages.clone()],
    };
    let united = [&pathway, &baseline];
    let a = facts(&frame, of_a, of_b, united, |united| side(united, 0));
    let b = facts(&frame, of_b, of_a, united, |united| side(united, 1));
    Some(Gathered { frame, a, b })
}

/// Own and other network of side 0 or 1.
fn side(united: &United, place: usize) -> (&Network<f64>, &Network<f64>) {
    let [a, b] = &united.networks;
    if place == 0 { (a, b) } else { (b, a) }
}

fn both<'a, T: Ord + Clone + 'a>(a: impl Iterator<Item = &'a T>, b: impl Iterator<Item = &'a T>) -> Vec<T> {
    let all: BTreeSet<&T> = a.chain(b).collect();
    all.into_iter().cloned().collect()
}

/// The pathways of both sides as one project sees them.
struct Seen {
    networks: Vec<Network<Slot>>,
    numbers: Vec<f64>,
    pieces_per_year: f64,
    trims: f64,
    parts: BTreeMap<PartId, (PartNumbers<f64>, Option<f64>)>,
    made: BTreeMap<(Option<PartId>, ActivityId), Made>,
    hours: BTreeMap<ActivityId, (PlaceId, f64)>,
    per_fte: BTreeMap<PlaceId, f64>,
}

/// A mass that work in a new garment is done on, kg.
#[derive(Debug, Clone, Copy, Default)]
struct Made {
    before_losses: f64,
    with_losses: f64,
}

impl Made {
    fn ratio(self) -> Option<f64> {
        (self.before_losses > 0.0).then(|| self.with_losses / self.before_losses)
    }
}

impl Seen {
    fn of(project: &Project, ways: [&Pathway; 4], library: &Library) -> Self {
        let named = |(place, way): (usize, &Pathway)| Pathway {
            id: format!("way{place}").into(),
            ..way.clone()
        };
        let pathways = ways.into_iter().enumerate().map(named).collect();
        let crossed = Project {
            pathways,
            ..project.clone()
        };
        let mut built = build(&crossed, library);
        let slots = std::mem::take(&mut built.slots);
        let mut numbers = Vec::new();
        slots.resolve(&slots.central(), &mut numbers);
        let removable = |part: &&crate::model::Part| part.removable != Removable::No;
        let trims = project.product.parts.iter().filter(removable);
        Self {
            pieces_per_year: project.product.pieces_per_year.get(),
            trims: trims.map(|part| f64::from(part.count)).sum(),
            parts: parts(&built, &numbers),
            made: made(&built, &slots, &numbers),
            hours: hours(&built, &numbers),
            per_fte: built
                .hours_per_fte
                .iter()
                .map(|(place, hours)| (place.clone(), hours.of(&numbers)))
                .collect(),
            networks: built.networks,
            numbers,
        }
    }

    /// The network at `place`; hours of a hand removal are per trim.
    fn network(&self, place: usize, model: &Pathway) -> Network<f64> {
        let Some(network) = self.networks.get(place) else {
            return empty(model);
        };
        let mut network = network.map(&mut |slot| slot.of(&self.numbers));
        for stage in &mut network.stages {
            if matches!(shape(stage, model), Shape::Disassembly(_)) && self.trims > 0.0 {
                stage.work.iter_mut().for_each(|line| line.hours /= self.trims);
            }
        }
        network
    }
}

fn empty(model: &Pathway) -> Network<f64> {
    Network {
        id: model.id.clone(),
        start: model.start.clone(),
        max_lives: None,
        average_wears: 1.0,
        stages: Vec::new(),
    }
}

/// Parts with bought per finished mass; `None` for a part without mass.
fn parts(built: &Built, numbers: &[f64]) -> BTreeMap<PartId, (PartNumbers<f64>, Option<f64>)> {
    let part = |part: &PartNumbers<Slot>| PartNumbers {
        id: part.id.clone(),
        mass_kg: part.mass_kg.of(numbers),
        f_r_textile: part.f_r_textile.of(numbers),
        f_r_other: part.f_r_other.of(numbers),
        f_u: part.f_u.of(numbers),
        f_s: part.f_s.of(numbers),
        e_f: part.e_f.of(numbers),
    };
    let chains = built.parts.iter().zip(&built.masses.chains);
    chains
        .map(|(slots, (_, chain))| {
            let finished = chain.finished.of(numbers);
            let ratio = (finished > 0.0).then(|| chain.gross.of(numbers) / finished);
            (slots.id.clone(), (part(slots), ratio))
        })
        .collect()
}

/// Masses that the work in a new garment is done on, with the losses behind them and with all losses at zero.
fn made(built: &Built, slots: &Slots, numbers: &[f64]) -> BTreeMap<(Option<PartId>, ActivityId), Made> {
    let chains = built.masses.chains.iter().map(|(_, chain)| chain);
    let losses: BTreeSet<usize> = chains
        .flat_map(|chain| [chain.gross, chain.fibre])
        .flat_map(|slot| slots.inputs_behind(slot))
        .collect();
    let mut inputs = slots.central();
    for (place, input) in inputs.iter_mut().enumerate() {
        if losses.contains(&place) {
            *input = 0.0;
        }
    }
    let mut without = Vec::new();
    slots.resolve(&inputs, &mut without);
    let mut masses = BTreeMap::new();
    for made in &built.made {
        let sum: &mut Made = masses
            .entry((made.part.clone(), made.activity.clone()))
            .or_default();
        sum.before_losses += made.mass.of(&without);
        sum.with_losses += made.mass.of(numbers);
    }
    masses
}

/// Place and hours per kg of each kind of work in a new garment; no hours where no factor was found.
fn hours(built: &Built, numbers: &[f64]) -> BTreeMap<ActivityId, (PlaceId, f64)> {
    let made = built.made.iter().map(|made| {
        let key = (made.activity.clone(), made.place.clone());
        let hours = built
            .line_factors
            .get(&key)
            .map_or(0.0, |line| line.hours.of(numbers));
        (key.0, (key.1, hours))
    });
    made.collect()
}

fn facts<'u>(
    frame: &Frame,
    own: &Seen,
    other: &Seen,
    united: [&'u United; 2],
    side: impl Fn(&'u United) -> (&'u Network<f64>, &'u Network<f64>),
) -> Facts {
    let ratio = |found: Option<f64>, spare: Option<f64>| found.or(spare).unwrap_or(1.0);
    let part = |id: &PartId| {
        let absent = || {
            let (part, _) = other.parts.get(id)?.clone();
            Some(PartNumbers { mass_kg: 0.0, ..part })
        };
        own.parts.get(id).map(|(part, _)| part.clone()).or_else(absent)
    };
    let bought = |id: &PartId| {
        let of = |seen: &Seen| seen.parts.get(id).and_then(|(_, ratio)| *ratio);
        ratio(of(own), of(other))
    };
    let made = |seen: &Seen, key| seen.made.get(key).copied().unwrap_or_default();
    let making = frame.making.iter();
    Facts {
        materials: Materials {
            pieces_per_year: own.pieces_per_year,
            parts: frame.parts.iter().filter_map(part).collect(),
            made: making.clone().map(|key| made(own, key).before_losses).collect(),
        },
        losses: Losses {
            bought: frame.parts.iter().map(bought).collect(),
            made: making
                .map(|key| ratio(made(own, key).ratio(), made(other, key).ratio()))
                .collect(),
        },
        trims: own.trims,
        labour: Labour {
            per_fte: with_spare(&own.per_fte, &other.per_fte),
            made: with_spare(&own.hours, &other.hours),
        },
        ways: united.map(|united| way_facts(frame, united, side(united))),
    }
}

fn with_spare<K: Ord + Clone, V: Clone>(own: &BTreeMap<K, V>, spare: &BTreeMap<K, V>) -> BTreeMap<K, V> {
    let all = spare.iter().chain(own);
    all.map(|(key, value)| (key.clone(), value.clone())).collect()
}

fn way_facts(frame: &Frame, united: &United, (own, other): (&Network<f64>, &Network<f64>)) -> WayFacts {
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
    WayFacts {
        lifetime: Lives {
            average_wears: own.average_wears,
            max: own.max_lives,
        },
        start: own.start.clone(),
        stages: stages.collect(),
    }
}

/// All of a stage but its exits.
fn stage_facts(frame: &Frame, stage: &Stage<f64>) -> StageFacts {
    let mut facts = StageFacts {
        labour: StageLabour {
            lines: stage.work.clone(),
            displaces: Vec::new(),
        },
        ..StageFacts::default()
    };
    match &stage.body {
        Body::Item(item) => {
            facts.sorting.fallback.clone_from(&item.fallback);
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
