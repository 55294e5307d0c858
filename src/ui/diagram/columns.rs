//! Which column each stage stands in: as far left as its links allow, loops left out of account.
//!
//! Invariant: depends on stages and links alone, never on shares or masses.

use crate::assess::PathwayFigures;
use crate::model::{Pathway, Stage, StageId};
use std::collections::{BTreeMap, BTreeSet};

/// Which of the bars of a seat a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bar {
    /// The first, or the only one.
    Lead,
    /// Right behind the first, which leads to nothing else.
    Second,
    /// Beneath its use stage, on the way back to it.
    Below,
}

/// Where a node stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Its column, the product's is 0.
    pub column: usize,
    /// From top to bottom within the column.
    pub order: (u8, usize),
    /// Its bar.
    pub bar: Bar,
    /// The stage it shares the seat with or hangs beneath: the lead.
    pub lead: Option<StageId>,
}

impl Seat {
    /// The product's seat.
    pub const fn product() -> Self {
        Self {
            column: 0,
            order: (0, 0),
            bar: Bar::Lead,
            lead: None,
        }
    }
}

/// Columns of all stages, and which links lead back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    column: BTreeMap<StageId, usize>,
    lead: BTreeMap<StageId, (StageId, Bar)>,
    loops: BTreeSet<(StageId, StageId)>,
    last: usize,
}

impl Columns {
    /// The columns of `pathway`.
    pub fn of(pathway: &Pathway, figures: &PathwayFigures) -> Self {
        let stages: Stages<'_> = pathway.stages.iter().map(|stage| (&stage.id, stage)).collect();
        let links = links(pathway, &stages);
        let loops = loops(pathway, &stages);
        let lead = leads(pathway, &stages, &links, &loops);
        let mut columns = Self {
            column: BTreeMap::new(),
            lead,
            loops,
            last: 0,
        };
        columns.settle(pathway, &links);
        let ends: BTreeSet<&StageId> = figures.ends.iter().map(|end| &end.stage).collect();
        let is_end = |id: &StageId| ends.contains(id);
        let inner = columns.column.iter().filter(|(id, _)| !is_end(id));
        columns.last = inner.map(|(_, column)| column + 1).max().unwrap_or(1).max(2);
        columns
    }

    /// Number of columns.
    pub fn count(&self) -> usize {
        self.last + 1
    }

    /// True where the link leads back to a stage that was passed before.
    pub fn is_loop(&self, from: &StageId, to: &StageId) -> bool {
        self.loops.contains(&(from.clone(), to.clone()))
    }

    /// The seat of the stage `id`.
    pub fn seat(&self, id: &StageId, is_end: bool, order: (u8, usize)) -> Seat {
        let shared = self.lead.get(id);
        Seat {
            column: if is_end {
                self.last
            } else {
                self.column.get(id).copied().unwrap_or(1)
            },
            order,
            bar: shared.map_or(Bar::Lead, |(_, bar)| *bar),
            lead: shared.map(|(lead, _)| lead.clone()),
        }
    }

    /// Moves every stage right until all its links lead right; as many rounds as there are stages are enough.
    fn settle(&mut self, pathway: &Pathway, links: &[(&StageId, &StageId)]) {
        for stage in &pathway.stages {
            self.column.insert(stage.id.clone(), 1);
        }
        let is_ahead = |(from, to): &&(&StageId, &StageId)| !self.is_loop(from, to);
        let ahead: Vec<(&StageId, &StageId)> = links.iter().filter(is_ahead).copied().collect();
        for _ in 0..pathway.stages.len() {
            let mut moved = false;
            for (from, to) in &ahead {
                let (from, to) = (*from, *to);
                let here = self.column.get(from).copied().unwrap_or(1);
                let shared = self.lead.get(to).is_some_and(|(lead, _)| lead == from);
                let least = if shared { here } else { here + 1 };
                if let Some(there) = self.column.get_mut(to)
                    && *there < least
                {
                    *there = least;
                    moved = true;
                }
            }
            if !moved {
                return;
            }
        }
    }
}

/// Every way out of a stage: exits, fallback, residue.
fn targets(stage: &Stage) -> impl Iterator<Item = &StageId> {
    let exits = stage.exits.iter().map(|link| &link.to);
    exits.chain(&stage.fallback).chain(&stage.residue)
}

/// All stages by id.
type Stages<'a> = BTreeMap<&'a StageId, &'a Stage>;

/// All links whose target exists.
fn links<'a>(pathway: &'a Pathway, stages: &Stages<'a>) -> Vec<(&'a StageId, &'a StageId)> {
    let of = |stage: &'a Stage| targets(stage).map(move |to| (&stage.id, to));
    let all = pathway.stages.iter().flat_map(of);
    all.filter(|(_, to)| stages.contains_key(to)).collect()
}

/// The links that lead back: exits are walked from the start; what only takes what is left over leads back where an
/// exit already leads the other way.
fn loops(pathway: &Pathway, stages: &Stages<'_>) -> BTreeSet<(StageId, StageId)> {
    let mut walk = Walk {
        stages,
        open: BTreeSet::new(),
        done: BTreeSet::new(),
        loops: BTreeSet::new(),
    };
    walk.visit(&pathway.start);
    for stage in &pathway.stages {
        walk.visit(&stage.id);
    }
    let mut loops = walk.loops;
    let mut ahead: BTreeMap<&StageId, BTreeSet<&StageId>> = BTreeMap::new();
    for stage in &pathway.stages {
        let exits = stage.exits.iter().map(|link| &link.to);
        let exits = exits.filter(|to| !loops.contains(&(stage.id.clone(), (*to).clone())));
        ahead.entry(&stage.id).or_default().extend(exits);
    }
    for stage in &pathway.stages {
        for to in stage.fallback.iter().chain(&stage.residue) {
            let is_known = ahead.get(&stage.id).is_some_and(|known| known.contains(to));
            if is_known || loops.contains(&(stage.id.clone(), to.clone())) {
                continue;
            }
            if is_ahead(&ahead, to, &stage.id) {
                loops.insert((stage.id.clone(), to.clone()));
            } else {
                ahead.entry(&stage.id).or_default().insert(to);
            }
        }
    }
    loops
}

/// True where the links `ahead` lead from `from` to `to`.
fn is_ahead<'a>(
    ahead: &BTreeMap<&'a StageId, BTreeSet<&'a StageId>>,
    from: &'a StageId,
    to: &StageId,
) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        if here == to {
            return true;
        }
        let next = ahead.get(here).into_iter().flatten().copied();
        open.extend(next.filter(|next| seen.insert(*next)));
    }
    false
}

struct Walk<'a, 's> {
    stages: &'s Stages<'a>,
    open: BTreeSet<&'a StageId>,
    done: BTreeSet<&'a StageId>,
    loops: BTreeSet<(StageId, StageId)>,
}

impl Walk<'_, '_> {
    fn visit(&mut self, id: &StageId) {
        let Some(stage) = self.stages.get(id).copied() else {
            return;
        };
        if !self.done.insert(&stage.id) {
            return;
        }
        self.open.insert(&stage.id);
        for to in stage.exits.iter().map(|link| &link.to) {
            if self.open.contains(to) {
                self.loops.insert((stage.id.clone(), to.clone()));
            } else {
                self.visit(to);
            }
        }
        self.open.remove(&stage.id);
    }
}

/// Stages that share a seat with the one before them.
fn leads(
    pathway: &Pathway,
    stages: &Stages<'_>,
    links: &[(&StageId, &StageId)],
    loops: &BTreeSet<(StageId, StageId)>,
) -> BTreeMap<StageId, (StageId, Bar)> {
    let mut sources: BTreeMap<&StageId, BTreeSet<&StageId>> = BTreeMap::new();
    for (from, to) in links {
        sources.entry(to).or_default().insert(from);
    }
    let mut leads: BTreeMap<StageId, (StageId, Bar)> = BTreeMap::new();
    for stage in pathway.stages.iter().filter(|stage| stage.kind.is_item()) {
        let sources = sources.get(&stage.id).filter(|sources| sources.len() == 1);
        let only = sources.and_then(BTreeSet::first);
        let Some(before) = only.and_then(|id| stages.get(*id)) else {
            continue;
        };
        if !before.kind.is_item() || loops.contains(&(before.id.clone(), stage.id.clone())) {
            continue;
        }
        let returns = stage
            .exits
            .iter()
            .any(|link| link.to == before.id && loops.contains(&(stage.id.clone(), link.to.clone())));
        let bar = if before.exits.len() == 1 && !leads.contains_key(&before.id) {
            Bar::Second
        } else if before.kind.is_use() && stage.kind.is_return() && returns {
            Bar::Below
        } else {
            continue;
        };
        leads.insert(stage.id.clone(), (before.id.clone(), bar));
    }
    leads
}
