//! Combinations: every subset of up to twelve moves on every pathway, each reckoned as the project that it makes.
//!
//! Invariant: what a subset comes to hangs on no other subset and on no order, so that any range of them, alone or on any
//! number of threads, gives the same digits. A pair of moves that do not get along is never made together.

use super::cannot::Cannot;
use super::effect::narrowed;
use super::measure::{MEASURES, Values, gain, value_of, values};
use super::step::in_order;
use super::tries::Try;
use crate::assess::{Central, Outcomes, central, compiled};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::model::{Pathway, PathwayId, Product, Project};
use crate::text::{AdviceMsg, Lang, number};
use crate::uncertainty::{Asked, Band, Sampler, band, draw_asked};
use std::collections::BTreeMap;
use std::ops::Range;

/// The most moves that are combined.
pub const MOST_MOVES: usize = 12;

/// A subset of the moves of a sweep, one bit for each.
pub type Mask = u16;

/// One combination on one pathway.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The moves.
    pub moves: Mask,
    /// The pathway, by its place among those of the sweep.
    pub pathway: usize,
    /// Its values, in the order of [`MEASURES`].
    pub values: Values,
}

impl Point {
    /// How many moves it takes.
    pub const fn count(&self) -> u32 {
        self.moves.count_ones()
    }
}

/// What can be made on one pathway.
#[derive(Debug, Clone, Default)]
struct Way {
    /// The moves that can be made on it alone.
    able: Mask,
    /// Pairs that are never made together on it.
    apart: Vec<Mask>,
}

/// All combinations of some moves on some pathways, ready to be reckoned range by range.
#[derive(Debug, Clone)]
pub struct Sweep<'a> {
    library: &'a Library,
    /// The variant in hand with no pathway at all.
    bare: Project,
    baseline: Option<Pathway>,
    pathways: Vec<Pathway>,
    tries: Vec<Try>,
    of_pathway: Mask,
    ways: Vec<Way>,
    /// Every subset, those with fewer moves first.
    order: Vec<Mask>,
}

/// Pathways that were made already, and room for outcomes; one for each thread.
#[derive(Debug, Default)]
struct Room {
    ways: BTreeMap<(usize, Mask), Option<Pathway>>,
    outcomes: Outcomes,
}

/// Made pathways that are kept at most.
const KEPT: usize = 2_000;

impl<'a> Sweep<'a> {
    /// The sweep of `tries` on `pathways` of the variant in hand; `None` for more moves than [`MOST_MOVES`]. Moves stand in
    /// the order in which they are made, whatever order they were chosen in.
    pub fn new(
        project: &Project,
        library: &'a Library,
        tries: &[Try],
        pathways: &[PathwayId],
    ) -> Option<Self> {
        if tries.len() > MOST_MOVES {
            return None;
        }
        let narrow = narrowed(project, pathways);
        let tries: Vec<Try> = in_order(tries, library).into_iter().cloned().collect();
        let of_pathway = mask_of(&tries, |one| one.is_of_pathway(library));
        let ways: Vec<Pathway> = pathways
            .iter()
            .filter_map(|id| narrow.pathway(id).cloned())
            .collect();
        let mut order: Vec<Mask> = (0..1_u32 << tries.len())
            .filter_map(|mask| Mask::try_from(mask).ok())
            .collect();
        order.sort_by_key(|mask| (mask.count_ones(), *mask));
        let mut sweep = Self {
            library,
            baseline: narrow.baseline_pathway().cloned(),
            bare: Project {
                pathways: Vec::new(),
                ..narrow
            },
            pathways: ways,
            tries,
            of_pathway,
            ways: Vec::new(),
            order,
        };
        sweep.ways = sweep.pathways.iter().map(|pathway| sweep.way(pathway)).collect();
        Some(sweep)
    }

    /// How many subsets there are; [`Sweep::evaluate`] takes ranges of them.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// True without subsets; there is always the empty one.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The moves, in the order of the bits of a mask.
    pub fn tries(&self) -> &[Try] {
        &self.tries
    }

    /// The pathways, in the order of the places of points.
    pub fn pathways(&self) -> impl Iterator<Item = &PathwayId> {
        self.pathways.iter().map(|pathway| &pathway.id)
    }

    /// The moves of a mask.
    pub fn moves(&self, mask: Mask) -> Vec<&Try> {
        of_mask(&self.tries, mask).collect()
    }

    /// How many combinations are looked at: every subset on every pathway, without those that cannot go together. A move
    /// that cannot be made on a pathway changes nothing there.
    pub fn points(&self) -> usize {
        let fits = |way: &Way| self.order.iter().filter(|mask| way.allows(**mask)).count();
        self.ways.iter().map(fits).sum()
    }

    /// The pairs that are never made together on some pathway: what one does the other undoes.
    pub fn apart(&self) -> Vec<(&Try, &Try)> {
        let mut pairs: Vec<Mask> = self
            .ways
            .iter()
            .flat_map(|way| way.apart.iter().copied())
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let named = pairs
            .into_iter()
            .filter_map(|pair| match self.moves(pair).as_slice() {
                [a, b] => Some((*a, *b)),
                _ => None,
            });
        named.collect()
    }

    /// Reckons a range of subsets on every pathway; those with moves that a pathway cannot have are left out, for they are
    /// the same as without them.
    pub fn evaluate(&self, range: Range<usize>) -> Vec<Point> {
        let mut room = Room::default();
        let masks = self.order.get(range).unwrap_or_default();
        masks.iter().flat_map(|mask| self.at(*mask, &mut room)).collect()
    }

    /// Reckons one subset on every pathway that can have it.
    fn at(&self, mask: Mask, room: &mut Room) -> Vec<Point> {
        let able = |way: &Way| mask & !way.able == 0 && way.allows(mask);
        let places: Vec<usize> = self
            .ways
            .iter()
            .enumerate()
            .filter(|(_, way)| able(way))
            .map(|(at, _)| at)
            .collect();
        let Some(product) = self.product(mask).filter(|_| !places.is_empty()) else {
            return Vec::new();
        };
        let mut made = Vec::new();
        for at in places {
            let way = self.made(at, mask & self.of_pathway, room);
            made.extend(way.map(|way| (at, way)));
        }
        let (places, ways): (Vec<usize>, Vec<Pathway>) = made.into_iter().unzip();
        let project = self.project(product, ways);
        let Central { engine, beside, .. } = central(&project, self.library, &mut room.outcomes);
        // The baseline stands before them.
        let solved = room.outcomes.pathways.iter().zip(&engine.pathways).zip(beside);
        let solved = places.into_iter().zip(solved.skip(1));
        solved
            .filter(|(_, ((_, pathway), _))| pathway.plan.is_ok())
            .map(|(pathway, ((outcome, _), beside))| Point {
                moves: mask,
                pathway,
                values: values(outcome, beside.as_ref()),
            })
            .collect()
    }

    /// The project of the baseline and of `ways`, each under an id of its own: two forms of one pathway share no figure.
    fn project(&self, product: Product, ways: Vec<Pathway>) -> Project {
        let named = ways.into_iter().enumerate().map(|(at, way)| Pathway {
            id: format!("way {at}").into(),
            ..way
        });
        Project {
            product,
            pathways: self.baseline.iter().cloned().chain(named).collect(),
            ..self.bare.clone()
        }
    }

    /// The product after the moves of `mask` that change it.
    fn product(&self, mask: Mask) -> Option<Product> {
        let wanted = self.moves(mask & !self.of_pathway);
        let nowhere = PathwayId::default();
        let made = apply(&self.bare, self.library, &wanted, &nowhere);
        made.ok().map(|(project, _)| project.product)
    }

    /// The pathway at `at` after the moves of `mask`, all of which change it.
    fn made(&self, at: usize, mask: Mask, room: &mut Room) -> Option<Pathway> {
        if let Some(known) = room.ways.get(&(at, mask)) {
            return known.clone();
        }
        let pathway = self.pathways.get(at)?;
        let project = self.on(pathway);
        let made = apply(&project, self.library, &self.moves(mask), &pathway.id);
        let made = made.ok().and_then(|(project, on)| project.pathway(&on).cloned());
        if room.ways.len() >= KEPT {
            room.ways.clear();
        }
        room.ways.insert((at, mask), made.clone());
        made
    }

    /// The project with `pathway` alone.
    fn on(&self, pathway: &Pathway) -> Project {
        Project {
            pathways: vec![pathway.clone()],
            ..self.bare.clone()
        }
    }

    /// Which moves can be made on `pathway`, and which of them not together.
    fn way(&self, pathway: &Pathway) -> Way {
        let project = self.on(pathway);
        let make = |moves: &[&Try]| apply(&project, self.library, moves, &pathway.id);
        let able = mask_of(&self.tries, |one| make(&[one]).is_ok());
        let mut apart = Vec::new();
        for (at, one) in self.tries.iter().enumerate() {
            for (beside, other) in self.tries.iter().enumerate().skip(at + 1) {
                let pair = bit(at) | bit(beside);
                if able & pair == pair && !self.agree(make(&[one, other]), make(&[other, one])) {
                    apart.push(pair);
                }
            }
        }
        Way { able, apart }
    }

    /// True where both orders of two moves can be made and come to the same.
    fn agree(&self, one: Result<Made, Cannot>, other: Result<Made, Cannot>) -> bool {
        let (Ok((one, on)), Ok((other, beside))) = (one, other) else {
            return false;
        };
        if one == other {
            return true;
        }
        let figures = |project: Project, on: &PathwayId| {
            let way = project.pathway(on).cloned();
            let project = self.project(project.product, way.into_iter().collect());
            let engine = compiled(&project, self.library);
            let mut outcomes = Outcomes::default();
            engine.evaluate(&engine.central(), &mut outcomes);
            outcomes.pathways.get(1).map(|outcome| values(outcome, None))
        };
        match (figures(one, &on), figures(other, &beside)) {
            (Some(a), Some(b)) => {
                let pairs = a.iter().zip(&b);
                pairs.fold(true, |same, (a, b)| {
                    same && (a.is_nan() == b.is_nan())
                        && (a.is_nan() || (a - b).abs() <= 1e-12 * a.abs().max(1.0))
                })
            }
            _ => false,
        }
    }

    /// Bands of the values of a point over so many draws, in the order of [`MEASURES`].
    pub fn bands(&self, point: &Point, draws: u64) -> Vec<Option<Band>> {
        let mut room = Room::default();
        let way = self.made(point.pathway, point.moves & self.of_pathway, &mut room);
        let (Some(product), Some(way)) = (self.product(point.moves), way) else {
            return Vec::new();
        };
        let engine = compiled(&self.project(product, vec![way]), self.library);
        let sampler = Sampler::of(engine.slots.inputs());
        let asked = Asked::figures(&MEASURES);
        let drawn = draw_asked(&engine, &sampler, &asked, self.bare.seed, 0..draws, &|| false);
        let of = |column: Option<usize>| band(&mut drawn.series(1, column?).collect::<Vec<_>>());
        MEASURES.map(|figure| of(figure.column())).to_vec()
    }
}

impl Way {
    /// True where no pair of `mask` is apart.
    fn allows(&self, mask: Mask) -> bool {
        !self.apart.iter().any(|pair| mask & pair == *pair)
    }
}

/// A project under moves, and the pathway that is looked at.
type Made = (Project, PathwayId);

/// The project after `moves`, one after the other.
fn apply(project: &Project, library: &Library, moves: &[&Try], pathway: &PathwayId) -> Result<Made, Cannot> {
    let start = (project.clone(), pathway.clone());
    moves.iter().try_fold(start, |(project, on), one| {
        let (edits, on) = one.edits(&project, library, &on)?;
        let after = edits.iter().try_fold(project, |now, edit| edit.apply(&now))?;
        Ok((after, on))
    })
}

const fn bit(at: usize) -> Mask {
    1 << at
}

fn mask_of(tries: &[Try], wanted: impl Fn(&Try) -> bool) -> Mask {
    let bits = tries.iter().enumerate();
    bits.filter(|(_, one)| wanted(one))
        .fold(0, |mask, (at, _)| mask | bit(at))
}

/// Those of `tries` that a mask names.
pub fn of_mask(tries: &[Try], mask: Mask) -> impl Iterator<Item = &Try> {
    let bits = tries.iter().enumerate();
    bits.filter(move |(at, _)| mask & bit(*at) != 0)
        .map(|(_, one)| one)
}

/// A share of what all moves give from which few are worth a sentence.
const MOST: f64 = 0.8;

/// How few of the moves give most of what all of them give a measure, by the rows of [`by_count`], as a sentence: from four fifths on; `None` where
/// that takes nearly all of them, or where none helps.
pub fn few_give(rows: &[Count], figure: PathwayFigure, lang: Lang) -> Option<String> {
    let all = rows.iter().find(|(_, _, share)| *share >= 1.0 - 1e-9)?.0;
    let (few, _, share) = rows.iter().find(|(_, _, share)| *share >= MOST).copied()?;
    if few == 0 || few >= all {
        return None;
    }
    let values = [
        ("few", few.to_string()),
        ("all", all.to_string()),
        ("share", number::share(share, lang)),
        ("figure", figure.text(lang).to_owned()),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    Some(AdviceMsg::FewGive.with(lang, &values))
}

/// A number of moves, the best value that so many give, and the share of what all of them can gain.
pub type Count = (u32, f64, f64);

/// The best of `points` by a measure for each number of moves, from none on: "3 moves give 80 % of what 12 give".
pub fn by_count(points: &[Point], figure: PathwayFigure) -> Vec<Count> {
    let value = |point: &Point| Some(value_of(&point.values, figure)).filter(|value| value.is_finite());
    let most = points.iter().map(Point::count).max().unwrap_or(0);
    let better = |a: f64, b: f64| if gain(figure, a, b) > 0.0 { b } else { a };
    let best = |count: u32| {
        let within = points.iter().filter(|point| point.count() <= count);
        within.filter_map(value).reduce(better)
    };
    let (Some(none), Some(all)) = (best(0), best(most)) else {
        return Vec::new();
    };
    let whole = gain(figure, none, all);
    let share = |value: f64| {
        if whole > 0.0 {
            gain(figure, none, value) / whole
        } else {
            1.0
        }
    };
    let rows = (0..=most).filter_map(|count| Some((count, best(count)?)));
    rows.map(|(count, value)| (count, value, share(value))).collect()
}
