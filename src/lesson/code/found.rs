//! What a group did, found from its work: the levers that stand elsewhere than at the start, and the moves that bring the
//! figures of the start to those of the work.
//!
//! Invariant: a choice that is found gives, rebuilt from the start, the figures of the work, or there is none.

use super::{Choice, CodeError, MOST_MOVES, MOST_TURNED, rebuilt};
use crate::assess::{Outcomes, Wanted, compiled};
use crate::data::Library;
use crate::explain::advice::{LEAST, Try, step, tries};
use crate::figure::PathwayFigure;
use crate::lesson::collect::made_last;
use crate::lesson::{Pack, turned_in};
use crate::model::{Name, PathwayId, Product, Project};
use std::collections::{BTreeMap, BTreeSet};

/// How far figures may lie apart that count as the same, in parts of themselves.
const SAME: f64 = 1e-9;
/// The most levers that may stand elsewhere: those that a code holds, and two that moves turn besides.
const MOST_CHANGED: usize = MOST_TURNED + 2;

/// The moves and levers that make `project` of the lesson's start; refused where it holds something else. A move may
/// turn what a lever turns, so every subset of the levers that stand elsewhere is looked at, the smallest first.
pub fn found(pack: &Pack, library: &Library, project: &Project) -> Result<Choice, CodeError> {
    let turned = levers(pack, library, project);
    if turned.len() > MOST_CHANGED {
        return Err(CodeError::NotMoves);
    }
    let mut subsets: Vec<u32> = (0..1_u32 << turned.len()).collect();
    subsets.sort_by_key(|subset| subset.count_ones());
    let mut all = subsets.into_iter().filter_map(|subset| {
        let in_it = |at: &usize| subset >> at & 1 == 1;
        let levers = turned.iter().enumerate().filter(|(at, _)| in_it(at));
        let levers = levers.map(|(_, (id, step))| (id.clone(), *step)).collect();
        found_with(pack, library, project, levers)
    });
    all.next().ok_or(CodeError::NotMoves)
}

/// The same where these levers were turned, and no other.
fn found_with(
    pack: &Pack,
    library: &Library,
    project: &Project,
    levers: BTreeMap<String, u32>,
) -> Option<Choice> {
    let levers = Choice {
        moves: Vec::new(),
        levers,
    };
    let (start, on) = rebuilt(pack, library, &levers).ok()?;
    let shown = made_last(&start, project).unwrap_or(&on);
    let changed = changes(&start, project);
    let can = |one: &Try| {
        let made = step(std::slice::from_ref(one), &start, library, &on).ok();
        let made = made.and_then(|step| step.edit.apply(&start).ok());
        made.is_some_and(|made| changes(&start, &made).is_subset(&changed))
    };
    let search = Search {
        pack,
        library,
        wanted: figures(project, library, shown),
    };
    let open = tries(&start, library).into_iter().filter(can);
    let open: Vec<String> = open.map(|one| one.id).collect();
    search.smallest(search.nearest(levers, &open))
}

/// What `project` has otherwise than `start`: parts and factors by their ids, and whether product or pathways differ.
fn changes(start: &Project, project: &Project) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let (old, new) = (&start.product, &project.product);
    let changed = new.parts.iter().filter(|part| !old.parts.contains(part));
    all.extend(changed.map(|part| format!("part {}", part.id)));
    let gone = |id| !new.parts.iter().any(|part| part.id == id);
    let gone = old.parts.iter().filter(|part| gone(part.id.clone()));
    all.extend(gone.map(|part| format!("part {}", part.id)));
    let facts = |product: &Product| Product {
        parts: Vec::new(),
        variant: start.product.variant,
        variant_name: Name::default(),
        ..product.clone()
    };
    if facts(old) != facts(new) {
        all.insert("product".to_owned());
    }
    if start.pathways != project.pathways {
        all.insert("pathways".to_owned());
    }
    let own = project.overrides.iter();
    let own = own.filter(|(id, figure)| start.overrides.get(*id) != Some(*figure));
    all.extend(own.map(|(id, _)| format!("factor {id}")));
    all
}

/// Steps of the levers that were turned.
fn levers(pack: &Pack, library: &Library, project: &Project) -> BTreeMap<String, u32> {
    let specs = &pack.lesson.levers;
    let Some(start) = pack.project("", None) else {
        return BTreeMap::new();
    };
    let now = turned_in(project, specs, library);
    let before = turned_in(&start, specs, library);
    let moved = before.iter().filter_map(|before| {
        let now = now.iter().find(|now| now.spec.id == before.spec.id)?;
        let mut both = before.stands().filter_map(|(pathway, stood)| {
            let (_, stands) = now.stands().find(|(other, _)| *other == pathway)?;
            Some((stood, stands))
        });
        let is_moved = |(stood, stands): &(f64, f64)| (stands - stood).abs() > LEAST * stood.abs().max(1.0);
        let (_, stands) = both.find(is_moved)?;
        Some((before.spec.id.clone(), before.step(stands)))
    });
    moved.collect()
}

/// A search for the choice that gives the figures of a work.
struct Search<'a> {
    pack: &'a Pack,
    library: &'a Library,
    wanted: Vec<f64>,
}

impl Search<'_> {
    /// How far the figures of `choice` are from those wanted; endless where it cannot be made.
    fn distance(&self, choice: &Choice) -> f64 {
        match rebuilt(self.pack, self.library, choice) {
            Ok((project, on)) => distance(&figures(&project, self.library, &on), &self.wanted),
            Err(_) => f64::INFINITY,
        }
    }

    /// `choice` with those of the `open` moves that bring it nearest, one by one; one that was taken may leave again.
    fn nearest(&self, choice: Choice, open: &[String]) -> Choice {
        let mut best = (self.distance(&choice), choice);
        while best.0 > SAME {
            let next = open.iter().map(|id| {
                let mut next = best.1.clone();
                match next.moves.iter().position(|taken| taken == id) {
                    Some(at) => drop(next.moves.remove(at)),
                    None => next.moves.push(id.clone()),
                }
                (self.distance(&next), next)
            });
            let next = next.filter(|(_, next)| next.moves.len() <= MOST_MOVES);
            let nearest = next.min_by(|(one, _), (two, _)| one.total_cmp(two));
            match nearest {
                Some(nearest) if nearest.0 < best.0 => best = nearest,
                _ => break,
            }
        }
        best.1
    }

    /// `choice` without the moves that follow from the others; none where it does not give what is wanted.
    fn smallest(&self, choice: Choice) -> Option<Choice> {
        let mut left = choice;
        let mut given = self.distance(&left) <= SAME;
        for at in (0..left.moves.len()).rev() {
            let mut fewer = left.clone();
            fewer.moves.remove(at);
            if self.distance(&fewer) <= SAME {
                left = fewer;
                given = true;
            }
        }
        given.then_some(left)
    }
}

fn figures(project: &Project, library: &Library, pathway: &PathwayId) -> Vec<f64> {
    let engine = compiled(project, library);
    let mut outcomes = Outcomes::default();
    engine.evaluate_figures(&engine.central(), Wanted::ALL, &mut outcomes);
    let outcome = engine.index(pathway).and_then(|at| outcomes.pathways.get(at));
    let drawn = PathwayFigure::drawn().iter();
    outcome.map_or_else(Vec::new, |outcome| {
        drawn.map(|figure| figure.value(outcome)).collect()
    })
}

/// The differences of two rows of figures, in parts of the figures; endless where one has a number and the other none.
fn distance(one: &[f64], two: &[f64]) -> f64 {
    if one.is_empty() || one.len() != two.len() {
        return f64::INFINITY;
    }
    let apart = |(a, b): (&f64, &f64)| match (a.is_nan(), b.is_nan()) {
        (true, true) => 0.0,
        (false, false) => (a - b).abs() / a.abs().max(1.0),
        _ => f64::INFINITY,
    };
    one.iter().zip(two).map(apart).sum()
}
