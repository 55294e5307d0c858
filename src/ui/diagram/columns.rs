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
        let loops = loops(pathway);
        let lead = leads(pathway, &loops);
        let mut columns = Self {
            column: BTreeMap::new(),
            lead,
            loops,
            last: 0,
        };
        columns.settle(pathway);
        let is_end = |id: &StageId| figures.ends.iter().any(|end| &end.stage == id);
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
    fn settle(&mut self, pathway: &Pathway) {
        for stage in &pathway.stages {
            self.column.insert(stage.id.clone(), 1);
        }
        for _ in 0..pathway.stages.len() {
            let mut moved = false;
            for (from, to) in links(pathway) {
                if self.loops.contains(&(from.clone(), to.clone())) {
                    continue;
                }
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

/// All links whose target exists.
fn links(pathway: &Pathway) -> impl Iterator<Item = (&StageId, &StageId)> {
    pathway.stages.iter().flat_map(move |stage| {
        targets(stage)
            .filter(|to| pathway.stage(to).is_some())
            .map(|to| (&stage.id, to))
    })
}

/// The links that lead back: exits are walked from the start; what only takes what is left over leads back where an
/// exit already leads the other way.
fn loops(pathway: &Pathway) -> BTreeSet<(StageId, StageId)> {
    let mut walk = Walk {
        pathway,
        open: Vec::new(),
        done: BTreeSet::new(),
        loops: BTreeSet::new(),
    };
    walk.visit(&pathway.start);
    for stage in &pathway.stages {
        walk.visit(&stage.id);
    }
    let mut loops = walk.loops;
    let mut ahead: BTreeSet<(&StageId, &StageId)> = BTreeSet::new();
    for stage in &pathway.stages {
        let exits = stage.exits.iter().map(|link| (&stage.id, &link.to));
        ahead.extend(exits.filter(|(from, to)| !loops.contains(&((*from).clone(), (*to).clone()))));
    }
    for stage in &pathway.stages {
        for to in stage.fallback.iter().chain(&stage.residue) {
            if ahead.contains(&(&stage.id, to)) || loops.contains(&(stage.id.clone(), to.clone())) {
                continue;
            }
            if is_ahead(&ahead, to, &stage.id) {
                loops.insert((stage.id.clone(), to.clone()));
            } else {
                ahead.insert((&stage.id, to));
            }
        }
    }
    loops
}

/// True where the links `ahead` lead from `from` to `to`.
fn is_ahead(ahead: &BTreeSet<(&StageId, &StageId)>, from: &StageId, to: &StageId) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        if here == to {
            return true;
        }
        let next = ahead.iter().filter(|(from, _)| *from == here).map(|(_, to)| *to);
        open.extend(next.filter(|next| seen.insert(*next)));
    }
    false
}

struct Walk<'a> {
    pathway: &'a Pathway,
    open: Vec<&'a StageId>,
    done: BTreeSet<&'a StageId>,
    loops: BTreeSet<(StageId, StageId)>,
}

impl Walk<'_> {
    fn visit(&mut self, id: &StageId) {
        let Some(stage) = self.pathway.stage(id) else {
            return;
        };
        if !self.done.insert(&stage.id) {
            return;
        }
        self.open.push(&stage.id);
        for to in stage.exits.iter().map(|link| &link.to) {
            if self.open.contains(&to) {
                self.loops.insert((stage.id.clone(), to.clone()));
            } else {
                self.visit(to);
            }
        }
        self.open.pop();
    }
}

/// Stages that share a seat with the one before them.
fn leads(pathway: &Pathway, loops: &BTreeSet<(StageId, StageId)>) -> BTreeMap<StageId, (StageId, Bar)> {
    let mut leads: BTreeMap<StageId, (StageId, Bar)> = BTreeMap::new();
    for stage in pathway.stages.iter().filter(|stage| stage.kind.is_item()) {
        let sources: BTreeSet<&StageId> = links(pathway)
            .filter(|(_, to)| *to == &stage.id)
            .map(|(from, _)| from)
            .collect();
        let only = sources.first().filter(|_| sources.len() == 1);
        let Some(before) = only.and_then(|id| pathway.stage(id)) else {
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
