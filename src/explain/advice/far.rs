//! How far one lever has to go, with what the draws say along the way, and a map where a second lever moves with it.
//!
//! Invariant: what is found belongs to the target that was asked for; a lever or pathway that is gone is said, not replaced.

use super::cannot::Cannot;
use super::effect::narrowed;
use super::lever::{Lever, Turned};
use super::levers::levers;
use super::map::{Field, Work, field};
use super::measure::{self, RANK};
use super::reach::{Reach, reach};
use super::turn::Turning;
use crate::assess::{Central, Outcomes, assess, central, compiled};
use crate::data::{GOAL_2030, Library};
use crate::explain::carbon::behind;
use crate::figure::{Better, Form, PathwayFigure};
use crate::flow::InputKey;
use crate::model::{PathwayId, Project};
use crate::uncertainty::{Asked, Bands, Sampler, band, draw_asked};

/// Values of the lever at which there is a band.
const BANDS: usize = 13;
/// Draws behind each of them.
const DRAWS: u64 = 200;

/// What a figure shall come to.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// What it is on this pathway.
    Pathway(PathwayId),
    /// The share that the national goal for 2030 names; of figures that are shares.
    National,
    /// Hours gained equal to hours lost.
    Even,
    /// A value.
    Value(f64),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Far {
    /// The lever, by its id; a share of the pathway that meets the target where none is named, else one that moves the figure.
    pub lever: Option<String>,
    /// The second lever of a map, by its id; no map without one.
    pub beside: Option<String>,
    /// The figure.
    pub figure: PathwayFigure,
    /// What it shall come to; the first of [`targets`] that is better than what it is where nothing is named.
    pub target: Option<Target>,
}

impl Default for Far {
    fn default() -> Self {
        Self {
            lever: None,
            beside: None,
            figure: RANK,
            target: None,
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Everything that can be turned.
    pub levers: Vec<Lever>,
    /// The lever that is turned.
    pub lever: Lever,
    /// The figure that is looked at.
    pub figure: PathwayFigure,
    /// What it shall come to.
    pub aim: Target,
    /// The value of that.
    pub target: f64,
    /// Where it stands.
    pub now: f64,
    /// Where the target is met, and the response.
    pub reach: Reach,
    /// At some values of the lever the 5 % and 95 % points of the figure.
    pub bands: Vec<(f64, [f64; 2])>,
    /// The map, where a second lever is asked for.
    pub map: Option<Map>,
}

/// A figure over two levers.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// The second lever.
    pub lever: Lever,
    /// The pathway that it is compared with.
    pub other: PathwayId,
    /// The figures.
    pub field: Field,
}

/// The targets that can be named for `figure` of `pathway`, each with the figure that it is of and its value.
pub fn targets(
    project: &Project,
    library: &Library,
    (pathway, figure): (&PathwayId, PathwayFigure),
) -> Vec<(Target, PathwayFigure, f64)> {
    let mut outcomes = Outcomes::default();
    let Central { engine, beside, .. } = central(project, library, &mut outcomes);
    let others = project.pathways.iter().filter(|other| other.id != *pathway);
    let value = |id: &PathwayId| {
        let at = engine.index(id)?;
        let value = measure::value(figure, outcomes.pathways.get(at)?, beside.get(at)?.as_ref());
        Some(value).filter(|value| value.is_finite())
    };
    let mut all: Vec<_> = others
        .filter_map(|other| Some((Target::Pathway(other.id.clone()), figure, value(&other.id)?)))
        .collect();
    // The baseline comes first.
    all.sort_by_key(|(target, ..)| *target != Target::Pathway(project.baseline.clone()));
    all.push((Target::Even, PathwayFigure::Net, 0.0));
    let national = library.factor(GOAL_2030).filter(|_| figure.form() == Form::Share);
    all.extend(national.map(|goal| (Target::National, figure, goal.figure.value)));
    all
}

/// The levers that may move `figure` of `pathway`: of what stands beside the answers its own factors too.
pub fn levers_of(
    project: &Project,
    library: &Library,
    (pathway, figure): (&PathwayId, PathwayFigure),
) -> Vec<Lever> {
    let Central { engine, beside, .. } = central(project, library, &mut Outcomes::default());
    let beside = engine.index(pathway).and_then(|at| beside.get(at)?.as_ref());
    let beside = beside.map_or_else(Vec::new, |beside| behind(beside, figure));
    let beside: Vec<InputKey> = beside.into_iter().map(InputKey::Factor).collect();
    let keys = engine.slots.inputs().iter().map(|input| &input.key);
    levers(project, library, pathway, keys.chain(&beside))
}

/// How far the lever has to go, with the lines of its map done by `work`; `None` where `stop` said so.
pub fn how_far(
    (project, library): (&Project, &Library),
    pathway: &PathwayId,
    asked: &Far,
    stop: &dyn Fn() -> bool,
    work: Work<'_>,
) -> Option<Result<Found, Cannot>> {
    let all = levers_of(project, library, (pathway, asked.figure));
    let known = |id: &Option<String>| {
        let named = |id: &String| {
            let found = all.iter().find(|lever| lever.id == *id).cloned();
            found.ok_or_else(|| Cannot::NoLever(id.clone()))
        };
        id.as_ref().map(named).transpose()
    };
    let (lever, beside) = match (known(&asked.lever), known(&asked.beside)) {
        (Ok(lever), Ok(beside)) => (lever, beside),
        (Err(cannot), _) | (_, Err(cannot)) => return Some(Err(cannot)),
    };
    let ground = (project, library, pathway);
    let named = targets(project, library, (pathway, asked.figure));
    let (aim, figure, target) = aimed(ground, asked, &named);
    let lever = lever.or_else(|| offered(ground, &all, (figure, target), stop).cloned());
    let Some(lever) = lever else {
        return Some(Err(Cannot::NoPathway));
    };
    if stop() {
        return None;
    }
    let reach = match reach(project, library, pathway, &lever, (figure, target)) {
        Ok(reach) => reach,
        Err(cannot) => return Some(Err(cannot)),
    };
    let other = match &asked.target {
        Some(Target::Pathway(id)) if project.pathway(id).is_some() => id,
        _ => &project.baseline,
    };
    let map = match beside.filter(|beside| beside.id != lever.id) {
        Some(_) if stop() => return None,
        Some(beside) => {
            let pair = [&lever, &beside];
            let field = field((project, library), (pathway, Some(other)), pair, figure, work)?;
            let field = match field {
                Ok(field) => field,
                Err(cannot) => return Some(Err(cannot)),
            };
            Some(Map {
                lever: beside,
                other: other.clone(),
                field,
            })
        }
        None => None,
    };
    let bands = bands((project, library), pathway, (&lever, figure), stop)?;
    let [now] = turned(ground, &lever, figure, [lever.now]);
    Some(Ok(Found {
        now,
        aim,
        levers: all,
        figure,
        target,
        reach,
        bands,
        map,
        lever,
    }))
}

/// The lever to begin with: the first share of the pathway at which the target is met, else the first lever that moves the
/// figure, else the first.
fn offered<'l>(
    ground: (&Project, &Library, &PathwayId),
    all: &'l [Lever],
    (figure, target): (PathwayFigure, f64),
    stop: &dyn Fn() -> bool,
) -> Option<&'l Lever> {
    let (project, library, pathway) = ground;
    let meets = |lever: &&Lever| {
        let found = reach(project, library, pathway, lever, (figure, target));
        stop() || found.is_ok_and(|found| found.is_reached())
    };
    let mut shares = all
        .iter()
        .filter(|lever| matches!(lever.turned, Turned::Share(..)));
    let moving = || all.iter().find(|lever| stop() || moves(ground, lever, figure));
    shares.find(meets).or_else(moving).or(all.first())
}

/// What the figure shall come to: what is asked for, or the first of `named` that is better than what it is.
fn aimed(
    (project, library, pathway): (&Project, &Library, &PathwayId),
    asked: &Far,
    named: &[(Target, PathwayFigure, f64)],
) -> (Target, PathwayFigure, f64) {
    if let Some(Target::Value(value)) = asked.target {
        return (Target::Value(value), asked.figure, value);
    }
    let engine = compiled(&narrowed(project, std::slice::from_ref(pathway)), library);
    let mut outcomes = Outcomes::default();
    engine.evaluate(&engine.central(), &mut outcomes);
    let here = engine.index(pathway).and_then(|at| outcomes.pathways.get(at));
    let now = here.map_or(f64::NAN, |outcome| asked.figure.value(outcome));
    let is_better = |(_, figure, value): &&(Target, PathwayFigure, f64)| {
        let differs = match figure.row().better {
            Better::More => *value > now,
            Better::Less => *value < now,
            Better::Neither => (*value - now).abs() > 0.0,
        };
        *figure == asked.figure && differs
    };
    let wanted = named.iter().find(|(one, ..)| asked.target.as_ref() == Some(one));
    let found = wanted.or_else(|| named.iter().find(is_better));
    let found = found.or_else(|| named.first()).cloned();
    found.unwrap_or((Target::Value(0.0), asked.figure, 0.0))
}

/// The figure with the lever at each of `values`; not a number where it cannot be turned.
fn turned<const COUNT: usize>(
    (project, library, pathway): (&Project, &Library, &PathwayId),
    lever: &Lever,
    figure: PathwayFigure,
    values: [f64; COUNT],
) -> [f64; COUNT] {
    let turning = Turning::new(project, library, pathway, &[], std::slice::from_ref(lever));
    let Ok(turning) = turning else {
        return [f64::NAN; COUNT];
    };
    let mut room = turning.room();
    values.map(|value| {
        let found = turning.figures(&[value], &[(pathway, figure)], &mut room);
        found.first().copied().unwrap_or(f64::NAN)
    })
}

/// True where the figure is another at the lever's ends or where it stands.
fn moves(ground: (&Project, &Library, &PathwayId), lever: &Lever, figure: PathwayFigure) -> bool {
    let [low, now, high] = turned(ground, lever, figure, [lever.low, lever.now, lever.high]);
    let least = 1e-9 * now.abs().max(1.0);
    (low - now).abs() > least || (high - now).abs() > least
}

/// The 5 % and 95 % points of a figure along a lever.
fn bands(
    (project, library): (&Project, &Library),
    pathway: &PathwayId,
    (lever, figure): (&Lever, PathwayFigure),
    stop: &dyn Fn() -> bool,
) -> Option<Vec<(f64, [f64; 2])>> {
    let narrow = narrowed(project, std::slice::from_ref(pathway));
    let mut found = Vec::new();
    // What stands beside the answers rests on hours and wears of the draws.
    let asked = if figure.is_beside() {
        Asked::all()
    } else {
        Asked::figures(&[figure])
    };
    for at in 0..BANDS {
        if stop() {
            return None;
        }
        let value = lever.low + (lever.high - lever.low) * at as f64 / (BANDS - 1) as f64;
        let Some(turned) = lever.at(&narrow, pathway, value) else {
            continue;
        };
        let ends = if figure.is_beside() {
            let assessment = assess(&turned, library);
            let sampler = Sampler::of(assessment.engine.slots.inputs());
            let drawn = draw_asked(&assessment.engine, &sampler, &asked, project.seed, 0..DRAWS, stop);
            let bands = Bands::default().with_beside(&assessment, &drawn, project.seed);
            let place = assessment.engine.index(pathway);
            place.and_then(|place| bands.band(place, figure))
        } else {
            let engine = compiled(&turned, library);
            let sampler = Sampler::of(engine.slots.inputs());
            let drawn = draw_asked(&engine, &sampler, &asked, project.seed, 0..DRAWS, stop);
            let place = engine.index(pathway).zip(figure.column());
            place.and_then(|(place, column)| band(&mut drawn.series(place, column).collect::<Vec<_>>()))
        };
        found.extend(ends.map(|ends| (value, [ends.p5, ends.p95])));
    }
    Some(found)
}

impl Lever {
    /// `value` of it as it reads everywhere.
    pub fn said(&self, value: f64, library: &Library, lang: crate::text::Lang) -> String {
        use super::lever::Turned;
        use crate::text::{number, units};
        match &self.turned {
            Turned::Mass(_) => number::grams(value, lang),
            Turned::Factor(id) => match library.factor(id.as_str()) {
                Some(factor) => units::figure(value, None, &factor.figure.unit, lang).0,
                None => number::typed(value),
            },
            // Only shares run from nothing to all.
            _ if self.low >= 0.0 && self.high <= 1.0 => number::share(value, lang),
            _ => number::figure(value, None, lang),
        }
    }
}
