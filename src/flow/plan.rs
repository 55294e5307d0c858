//! A network compiled for the solver: names turned into indices, checked once.
//!
//! Invariant: a plan that exists has an answer for every set of numbers whose zero shares are those it was checked
//! with: everything leaves, material stages stand in the order of their flow, and nothing is credited twice.

use super::chain::Chains;
use super::error::FlowError;
use super::network::{Basis, Body, EndClass, Gate, Hired, Item, ItemRole, Network, Stage};
use super::slot::Slot;
use crate::model::{PartId, StageId};
use std::collections::BTreeMap;

/// A place that mass or pieces go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// Item stage, by its index in [`Plan::items`].
    Item(usize),
    /// Material stage, by its index in [`Plan::materials`].
    Material(usize),
    /// End, by its index in [`Plan::ends`].
    End(usize),
}

/// An item stage with its exits by index.
#[derive(Debug, Clone)]
pub struct PlanItem {
    /// Its id.
    pub id: StageId,
    /// Use, return or other.
    pub role: ItemRole<Slot>,
    /// Its exits.
    pub exits: Vec<PlanExit>,
    /// Where closed shares go when no exit is left.
    pub fallback: Option<Target>,
}

/// One exit by index.
#[derive(Debug, Clone, Copy)]
pub struct PlanExit {
    /// Where it leads.
    pub to: Target,
    /// Its share.
    pub share: Slot,
    /// True where it leads into a use stage: a new life.
    pub into_use: bool,
    /// True where it is closed in the last life: into use or to a return stage.
    pub closed_last: bool,
}

/// A material stage with its gates by part.
#[derive(Debug, Clone)]
pub struct PlanMaterial {
    /// Its id.
    pub id: StageId,
    /// Gates in the order of the parts.
    pub gates: Vec<PlanGate>,
}

/// One gate by index.
#[derive(Debug, Clone, Copy)]
pub struct PlanGate {
    /// Share taken off.
    pub removed: Slot,
    /// Where it goes.
    pub removed_to: Option<Target>,
    /// Share of the rest taken in.
    pub accepted: Slot,
    /// Output per intake.
    pub output_yield: Slot,
    /// End of the output.
    pub output_to: Option<Target>,
    /// Where the rest of the intake goes.
    pub residue_to: Option<Target>,
    /// Where refused mass goes.
    pub refused_to: Option<Target>,
    /// True where the network says nothing about the part here: an error if the part can come here.
    pub missing: bool,
    /// Quality of the output where it counts as recycled or downcycled, so that the intake counts in `C_R`.
    pub recycling_quality: Option<Slot>,
}

/// An end.
#[derive(Debug, Clone)]
pub struct PlanEnd {
    /// Its id.
    pub id: StageId,
    /// Its class.
    pub class: EndClass,
    /// Quality of what arrives.
    pub quality: Slot,
    /// Share of the output that comes back to this product.
    pub closed_share: Slot,
}

/// What a work line is counted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Visits of an item stage.
    Visits(usize),
    /// Visits of an item stage times the mass of the piece.
    VisitedMass(usize),
    /// Mass taken in at a material stage.
    TakenIn(usize),
    /// Mass given out as output at a material stage.
    GivenOut(usize),
    /// Mass that reaches an end.
    Ended(usize),
}

/// A network by index.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Place of the item stage that a piece enters first.
    pub start: usize,
    /// True where that is a use stage: the first life begins there; else goods start unworn, in life 0.
    pub starts_in_use: bool,
    /// The cap on lives.
    pub max_lives: Option<u32>,
    /// Average wears, `L_av`.
    pub average_wears: Slot,
    /// What the first user's hiring replaces.
    pub hired: Option<Hired<Slot>>,
    /// Item stages.
    pub items: Vec<PlanItem>,
    /// Material stages in the order of their flow.
    pub materials: Vec<PlanMaterial>,
    /// Ends.
    pub ends: Vec<PlanEnd>,
    /// Number of parts.
    pub parts: usize,
    /// The lives of a garment as chains.
    pub(super) chains: Chains,
}

impl Plan {
    /// True where the item stage at index `at` is one on the way back into use.
    pub fn is_return(&self, at: usize) -> bool {
        let item = self.items.get(at);
        item.is_some_and(|item| matches!(item.role, ItemRole::Return { .. }))
    }

    /// Compiles and checks `network` for `parts`; `central` are the numbers that decide which shares are zero.
    pub fn compile(network: &Network<Slot>, parts: &[PartId], central: &[f64]) -> Result<Self, FlowError> {
        let targets = targets(network)?;
        let find = |from: &StageId, to: &StageId| {
            targets.get(to).copied().ok_or_else(|| FlowError::Missing {
                from: from.clone(),
                to: to.clone(),
            })
        };
        let roles = roles(network);
        let start = match targets.get(&network.start) {
            Some(Target::Item(at)) => *at,
            _ => return Err(FlowError::Start(network.start.clone())),
        };
        let mut plan = Self {
            start,
            starts_in_use: false,
            max_lives: network.max_lives,
            average_wears: network.average_wears,
            hired: network.hired,
            items: Vec::new(),
            materials: Vec::new(),
            ends: Vec::new(),
            parts: parts.len(),
            chains: Chains::default(),
        };
        for stage in &network.stages {
            if let Body::End(end) = &stage.body {
                plan.ends.push(PlanEnd {
                    id: stage.id.clone(),
                    class: end.class,
                    quality: end.quality,
                    closed_share: end.closed_share,
                });
            }
        }
        for stage in &network.stages {
            match &stage.body {
                Body::Item(item) => plan.items.push(plan_item(&stage.id, item, &roles, &find)?),
                Body::Material(gates) => {
                    let material = plan_material(&stage.id, gates, parts, &plan.ends, &find)?;
                    plan.materials.push(material);
                }
                Body::End(_) => {}
            }
        }
        let at_start = plan.items.get(start).map(|item| item.role);
        plan.starts_in_use = matches!(at_start, Some(ItemRole::Use { .. }));
        if plan.hired.is_some() && !plan.starts_in_use {
            return Err(FlowError::HiredUnworn(network.start.clone()));
        }
        let reached = super::check::check(&plan, central, parts)?;
        plan.chains = Chains::of(&plan.items, &reached);
        plan.sort_materials()?;
        Ok(plan)
    }

    /// What stage `id` has become.
    pub fn target(&self, id: &StageId) -> Option<Target> {
        let item = self
            .items
            .iter()
            .position(|item| &item.id == id)
            .map(Target::Item);
        let material = || {
            self.materials
                .iter()
                .position(|material| &material.id == id)
                .map(Target::Material)
        };
        let end = || self.ends.iter().position(|end| &end.id == id).map(Target::End);
        item.or_else(material).or_else(end)
    }

    /// The id of the stage at `target`.
    pub fn id(&self, target: Target) -> Option<&StageId> {
        match target {
            Target::Item(at) => self.items.get(at).map(|item| &item.id),
            Target::Material(at) => self.materials.get(at).map(|material| &material.id),
            Target::End(at) => self.ends.get(at).map(|end| &end.id),
        }
    }

    /// What a work line at stage `id` is counted on; `None` where the basis does not fit the stage.
    pub fn flow(&self, id: &StageId, basis: Basis) -> Option<Flow> {
        match (self.target(id)?, basis) {
            (Target::Item(at), Basis::Piece) => Some(Flow::Visits(at)),
            (Target::Item(at), Basis::Kg) => Some(Flow::VisitedMass(at)),
            (Target::Material(at), Basis::Kg) => Some(Flow::TakenIn(at)),
            (Target::Material(at), Basis::KgOut) => Some(Flow::GivenOut(at)),
            (Target::End(at), Basis::Kg) => Some(Flow::Ended(at)),
            _ => None,
        }
    }
}

impl PlanGate {
    /// The gate of a part that the network says nothing about: it takes nothing and sends nothing on.
    const fn missing() -> Self {
        Self {
            removed: Slot::NONE,
            removed_to: None,
            accepted: Slot::NONE,
            output_yield: Slot::NONE,
            output_to: None,
            residue_to: None,
            refused_to: None,
            missing: true,
            recycling_quality: None,
        }
    }

    /// Where mass goes that is not output.
    pub fn passes_on(&self) -> impl Iterator<Item = Target> {
        [self.removed_to, self.residue_to, self.refused_to]
            .into_iter()
            .flatten()
    }
}

fn targets(network: &Network<Slot>) -> Result<BTreeMap<StageId, Target>, FlowError> {
    let (mut items, mut materials, mut ends) = (0, 0, 0);
    let mut targets = BTreeMap::new();
    for stage in &network.stages {
        let (count, target): (&mut usize, fn(usize) -> Target) = match &stage.body {
            Body::Item(_) => (&mut items, Target::Item),
            Body::Material(_) => (&mut materials, Target::Material),
            Body::End(_) => (&mut ends, Target::End),
        };
        if targets.insert(stage.id.clone(), target(*count)).is_some() {
            return Err(FlowError::Twice(stage.id.clone()));
        }
        *count += 1;
    }
    Ok(targets)
}

/// What each item stage is in the life of a garment.
fn roles(network: &Network<Slot>) -> BTreeMap<&StageId, ItemRole<Slot>> {
    let role = |stage: &Stage<Slot>| match &stage.body {
        Body::Item(item) => Some(item.role),
        _ => None,
    };
    let stages = network.stages.iter();
    stages
        .filter_map(|stage| Some((&stage.id, role(stage)?)))
        .collect()
}

fn plan_item(
    id: &StageId,
    item: &Item<Slot>,
    roles: &BTreeMap<&StageId, ItemRole<Slot>>,
    find: &impl Fn(&StageId, &StageId) -> Result<Target, FlowError>,
) -> Result<PlanItem, FlowError> {
    let mut exits = Vec::with_capacity(item.exits.len());
    for exit in &item.exits {
        let role = roles.get(&exit.to);
        let into_use = matches!(role, Some(ItemRole::Use { .. }));
        let closed_last = into_use || matches!(role, Some(ItemRole::Return { .. }));
        exits.push(PlanExit {
            to: find(id, &exit.to)?,
            share: exit.share,
            into_use,
            closed_last,
        });
    }
    let fallback = item.fallback.as_ref().map(|to| find(id, to)).transpose()?;
    Ok(PlanItem {
        id: id.clone(),
        role: item.role,
        exits,
        fallback,
    })
}

/// Where a gate leads.
#[derive(Clone, Copy)]
struct Ways {
    removed: Option<Target>,
    output: Option<Target>,
    residue: Option<Target>,
    refused: Option<Target>,
}

impl Ways {
    fn of(
        id: &StageId,
        gate: &Gate<Slot>,
        find: &impl Fn(&StageId, &StageId) -> Result<Target, FlowError>,
    ) -> Result<Self, FlowError> {
        let target = |to: &Option<StageId>| to.as_ref().map(|to| find(id, to)).transpose();
        Ok(Self {
            output: target(&gate.output_to)?,
            removed: target(&gate.removed_to)?,
            residue: target(&gate.residue_to)?,
            refused: target(&gate.refused_to)?,
        })
    }
}

/// True where both gates lead to the same stages, as those of one stage nearly always do.
fn leads_as(a: &Gate<Slot>, b: &Gate<Slot>) -> bool {
    a.removed_to == b.removed_to
        && a.output_to == b.output_to
        && a.residue_to == b.residue_to
        && a.refused_to == b.refused_to
}

fn plan_material(
    id: &StageId,
    gates: &[Gate<Slot>],
    parts: &[PartId],
    ends: &[PlanEnd],
    find: &impl Fn(&StageId, &StageId) -> Result<Target, FlowError>,
) -> Result<PlanMaterial, FlowError> {
    let mut planned = Vec::with_capacity(parts.len());
    let mut before: Option<(&Gate<Slot>, Ways)> = None;
    for (at, part) in parts.iter().enumerate() {
        let mut from_own_place = gates.iter().cycle().skip(at).take(gates.len());
        let Some(gate) = from_own_place.find(|gate| &gate.part == part) else {
            planned.push(PlanGate::missing());
            continue;
        };
        let ways = match before {
            Some((before, ways)) if leads_as(before, gate) => ways,
            _ => Ways::of(id, gate, find)?,
        };
        before = Some((gate, ways));
        let end = match ways.output {
            None => None,
            Some(Target::End(index)) => ends.get(index),
            Some(_) => return Err(FlowError::OutputNotEnd(id.clone())),
        };
        planned.push(PlanGate {
            removed: gate.removed,
            removed_to: ways.removed,
            accepted: gate.accepted,
            output_yield: gate.output_yield,
            output_to: ways.output,
            residue_to: ways.residue,
            refused_to: ways.refused,
            missing: false,
            recycling_quality: end.filter(|end| end.class.is_recycling()).map(|end| end.quality),
        });
    }
    Ok(PlanMaterial {
        id: id.clone(),
        gates: planned,
    })
}
