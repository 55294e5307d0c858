//! The lines of a map of two levers that each build the product anew, such as the fibres of two parts, without building every
//! place of it.
//!
//! Engines of alike products have the same formulas and differ in constants. What one lever changes there, from an engine that
//! both have in common, is found once for each of its values; a place of the map is that engine with the changes of both.
//! Where products are not alike, or both levers change one constant, a place is built by itself.

use super::change::{Change, evaluated};
use super::lever::{Lever, Turned};
use super::map::{Cell, Line, SIDE, Work};
use super::turn::Turning;
use crate::assess::{Engine, Outcomes};
use crate::figure::PathwayFigure;
use crate::model::PathwayId;
use std::sync::OnceLock;

impl Lever {
    /// True where both share out one whole, the fibres of a part or what leaves a stage: as one is turned, the other moves, so
    /// that no map has a place for both.
    pub fn shares_a_whole(&self, other: &Self) -> bool {
        match (&self.turned, &other.turned) {
            (Turned::Fibre(a, _), Turned::Fibre(b, _)) => a == b,
            (Turned::Share(a, _), Turned::Share(b, _)) => a == b,
            _ => false,
        }
    }
}

/// True for two levers of which neither changes what the other one does: the fibres of two parts.
pub(super) fn are_apart(turning: &Turning<'_>) -> bool {
    let [a, b] = turning.levers() else { return false };
    matches!((&a.turned, &b.turned), (Turned::Fibre(..), Turned::Fibre(..)))
}

/// One lever: its values, and for each the first of them at which the product is alike.
struct Axis<'v> {
    values: &'v [f64],
    alike: Vec<usize>,
}

impl<'v> Axis<'v> {
    fn of(values: &'v [f64], engines: &[Option<Engine>]) -> Self {
        let mut alike: Vec<usize> = Vec::new();
        for (at, engine) in engines.iter().enumerate() {
            let before = alike.iter().enumerate().filter(|(at, first)| at == *first);
            let same = |first: usize| {
                let first = engines.get(first).and_then(Option::as_ref);
                first
                    .zip(engine.as_ref())
                    .is_some_and(|(a, b)| a.other_constants(b).is_some())
            };
            let found = before.map(|(first, _)| first).find(|first| same(*first));
            alike.push(found.unwrap_or(at));
        }
        Self { values, alike }
    }

    fn value(&self, at: usize) -> f64 {
        self.values.get(at).copied().unwrap_or(f64::NAN)
    }

    /// The first of those at which the product is alike, for the value at `at`.
    fn first(&self, at: usize) -> usize {
        self.alike.get(at).copied().unwrap_or(at)
    }

    /// All of them, each once.
    fn firsts(&self) -> Vec<usize> {
        (0..self.alike.len())
            .filter(|at| self.first(*at) == *at)
            .collect()
    }
}

/// What is found once: an engine of two firsts, or what a value of one lever changes there.
type Found<T> = Vec<Vec<OnceLock<Option<T>>>>;

fn room<T>(of: usize) -> Found<T> {
    let line = || std::iter::repeat_with(OnceLock::new).take(of).collect();
    std::iter::repeat_with(line).take(SIDE).collect()
}

fn put<T>(found: &Found<T>, (line, at): (usize, usize), value: Option<T>) {
    if let Some(place) = found.get(line).and_then(|line| line.get(at)) {
        // Each place is found by one line of one job.
        let _ = place.set(value);
    }
}

fn get<T>(found: &Found<T>, line: usize, at: usize) -> Option<&T> {
    found.get(line)?.get(at)?.get()?.as_ref()
}

/// All rows of the map; `None` where `work` was stopped.
pub(super) fn crossed(
    turning: &Turning<'_>,
    [xs, ys]: [&[f64]; 2],
    asked: &[(&PathwayId, PathwayFigure)],
    work: Work<'_>,
) -> Option<Vec<Line>> {
    let [now_x, now_y] = turning.levers() else {
        return None;
    };
    // Which values make alike products.
    let alone = room::<Engine>(2);
    work(&|at| {
        let [x, y] = [xs, ys].map(|values| values.get(at).copied().unwrap_or(f64::NAN));
        put(&alone, (at, 0), turning.built(&[x, now_y.now]));
        put(&alone, (at, 1), turning.built(&[now_x.now, y]));
        Line::new()
    })?;
    let mut alone: Vec<Vec<Option<Engine>>> = alone
        .into_iter()
        .map(|line| {
            line.into_iter()
                .map(|engine| engine.into_inner().flatten())
                .collect()
        })
        .collect();
    let mut column = |at: usize| -> Vec<Option<Engine>> {
        let lines = alone
            .iter_mut()
            .map(|line| line.get_mut(at).and_then(Option::take));
        lines.collect()
    };
    let (x, y) = (Axis::of(xs, &column(0)), Axis::of(ys, &column(1)));
    let map = Crossing { turning, x, y };
    let bases = room::<Engine>(SIDE);
    let firsts = map.x.firsts();
    work(&|at| {
        // The first line of products that are alike upwards is where their engines stand.
        if map.y.first(at) == at {
            for first in &firsts {
                put(&bases, (at, *first), map.built(*first, at));
            }
        }
        Line::new()
    })?;
    let changes = [room::<Change>(SIDE), room::<Change>(SIDE)];
    work(&|at| {
        map.changes(at, &bases, &changes);
        Line::new()
    })?;
    work(&|at| map.row(at, (&bases, &changes), asked))
}

/// Two levers whose alike values are known.
struct Crossing<'t, 'v> {
    turning: &'t Turning<'t>,
    x: Axis<'v>,
    y: Axis<'v>,
}

impl Crossing<'_, '_> {
    fn built(&self, x: usize, y: usize) -> Option<Engine> {
        self.turning.built(&[self.x.value(x), self.y.value(y)])
    }

    /// Finds what the value at `at` of each lever changes in the engine of its first, beside every first of the other lever.
    fn changes(&self, at: usize, bases: &Found<Engine>, [across, up]: &[Found<Change>; 2]) {
        let difference = |base: Option<&Engine>, built: Option<Engine>| {
            let slots = base?.other_constants(&built?)?;
            Some(Change::of_slots(slots))
        };
        let (x, y) = (self.x.first(at), self.y.first(at));
        for other in self.y.firsts() {
            put(
                across,
                (at, other),
                difference(get(bases, other, x), self.built(at, other)),
            );
        }
        for other in self.x.firsts() {
            put(
                up,
                (at, other),
                difference(get(bases, y, other), self.built(other, at)),
            );
        }
    }

    /// The row of the map at the value `at` of the second lever.
    fn row(
        &self,
        at: usize,
        (bases, [across, up]): (&Found<Engine>, &[Found<Change>; 2]),
        asked: &[(&PathwayId, PathwayFigure)],
    ) -> Line {
        let y = self.y.first(at);
        let mut engines: Vec<Option<(Engine, Vec<f64>)>> = vec![None; SIDE];
        let (mut numbers, mut outcomes) = (Vec::new(), Outcomes::default());
        let mut room = self.turning.room();
        let mut cell = |column: usize| -> Option<Cell> {
            let x = self.x.first(column);
            let (one, other) = (get(across, column, y)?, get(up, at, x)?);
            if one.meets(other) {
                return None;
            }
            let base = get(bases, y, x)?;
            let room = engines.get_mut(x)?;
            let (engine, inputs) = room.get_or_insert_with(|| (base.clone(), base.slots.central()));
            let place = (&mut numbers, &mut outcomes);
            Some(evaluated(engine, inputs, &[one, other], asked, place))
        };
        let mut built = |column: usize| {
            let values = [self.x.value(column), self.y.value(at)];
            self.turning.figures(&values, asked, &mut room)
        };
        let columns = 0..self.x.values.len();
        columns
            .map(|column| cell(column).unwrap_or_else(|| built(column)))
            .collect()
    }
}
