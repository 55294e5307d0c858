//! Why two pathways or two designs differ: the difference of any figure, shared out over nine drivers.
//!
//! A coalition S of drivers is worth the indicator of the model that takes the numbers of S from side B and all others
//! from side A, on the union of both networks. The Shapley shares over all coalitions are exact, know no order, and sum
//! to the difference. Source: METHOD 6.
//!
//! Whose number is whose:
//!
//! | driver | numbers |
//! |---|---|
//! | materials in | parts with mass and feedstock, masses that a new garment is made of before losses, pieces a year |
//! | losses | mass before per mass after making, for bought cloth and for every step of a new garment |
//! | lifetime | wears per visit, average wears, most lives |
//! | collection | exits of discard and collection; of a use stage what is collected of all that does not come back |
//! | sorting split | all other exits, fallbacks, where gates lead to: which stages there are at all |
//! | gates | share taken off, share taken in, trims that come off by hand |
//! | yields | output per intake, share of the output that comes back |
//! | displacement | new garments avoided per return |
//! | labour factors | hours and places of all work, hours of a full-time job |
//!
//! Invariant: no number belongs to two drivers, so that none of B is A, and all of B is B.

mod facts;
mod gather;
mod model;
mod seen;
mod shapley;
mod union;
mod words;

pub use words::{Named, Waterfall, WaterfallRow, error_words, waterfall};

use crate::assess::{Engine, Outcomes};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::flow::FlowError;
use crate::model::{PathwayId, Project};
use facts::Facts;
use gather::{Gathered, gather};
use model::{Frame, model};

/// A group of numbers that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Driver {
    /// What goes in.
    MaterialsIn,
    /// What is lost in making.
    Losses,
    /// How long a garment lives.
    Lifetime,
    /// What is collected.
    Collection,
    /// Where garments go, and which stages there are.
    SortingSplit,
    /// What the routes take.
    Gates,
    /// What the routes give out.
    Yields,
    /// New garments avoided per return.
    Displacement,
    /// Hours and places of work.
    LabourFactors,
}

impl Driver {
    /// All drivers in the order of the method.
    pub const ALL: [Self; 9] = [
        Self::MaterialsIn,
        Self::Losses,
        Self::Lifetime,
        Self::Collection,
        Self::SortingSplit,
        Self::Gates,
        Self::Yields,
        Self::Displacement,
        Self::LabourFactors,
    ];
}

/// A set of drivers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Drivers(u16);

impl Drivers {
    const NONE: Self = Self(0);

    fn with(self, driver: Driver) -> Self {
        Self(self.0 | 1 << driver as u16)
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn pick<'t, T>(self, driver: Driver, a: &'t T, b: &'t T) -> &'t T {
        if self.0 & 1 << driver as u16 == 0 { a } else { b }
    }
}

/// One side: a project and one of its pathways.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The project.
    pub project: &'a Project,
    /// The pathway.
    pub pathway: &'a PathwayId,
}

/// The difference of one figure between two sides, shared out.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The figure.
    pub figure: PathwayFigure,
    /// Its value on side A.
    pub a: f64,
    /// Its value on side B.
    pub b: f64,
    /// The share of each driver in `b − a`, the largest first; all nine.
    pub shares: Vec<(Driver, f64)>,
    /// True where collection and lifetime are counted with the sorting split, because a mix of them has no answer.
    pub tied: bool,
}

impl Why {
    /// The share of `driver`.
    pub fn share(&self, driver: Driver) -> f64 {
        let found = self.shares.iter().find(|(other, _)| *other == driver);
        found.map_or(0.0, |(_, share)| *share)
    }
}

/// Why a difference cannot be shared out.
#[derive(Debug, Clone, PartialEq)]
pub enum WhyError {
    /// A project does not have its pathway.
    UnknownPathway,
    /// A pathway, or a mix of the two, has no answer.
    Flow(FlowError),
    /// The figure has no value on a side or in a mix.
    NoValue,
}

/// Two sides compared: every figure of every mix of their drivers.
#[derive(Debug, Clone)]
pub struct Comparison {
    players: Vec<Player>,
    values: Vec<Vec<f64>>,
    tied: bool,
}

/// Drivers that change sides together.
#[derive(Debug, Clone, Copy)]
struct Player {
    name: Driver,
    drivers: Drivers,
}

/// Why `figure` differs between `a` and `b`.
pub fn why(a: Side<'_>, b: Side<'_>, library: &Library, figure: PathwayFigure) -> Result<Why, WhyError> {
    Comparison::of(a, b, library)?.why(figure)
}

impl Comparison {
    /// Computes all mixes of the drivers in which `a` and `b` differ: at most 2⁹.
    ///
    /// Work is counted against the baseline of each side, which is mixed in the same way. Where the baseline of a side
    /// has no answer, nothing is gained or lost on either.
    pub fn of(a: Side<'_>, b: Side<'_>, library: &Library) -> Result<Self, WhyError> {
        let mut found = gather(a, b, library).ok_or(WhyError::UnknownPathway)?;
        let sides = [&found.a, &found.b];
        if sides
            .into_iter()
            .any(|side| !answers_baseline(&found.frame, side))
        {
            leave_out_baseline(&mut found);
        }
        let Gathered { frame, a, b } = found;
        for side in [&a, &b] {
            values(&frame, side).map_err(WhyError::Flow)?;
        }
        let differing = Facts::differing(&a, &b);
        let players = each(&differing);
        if let Ok(values) = all_mixes(&frame, &a, &b, &players) {
            return Ok(Self {
                players,
                values,
                tied: false,
            });
        }
        let players = tied(&differing);
        let values = all_mixes(&frame, &a, &b, &players).map_err(WhyError::Flow)?;
        Ok(Self {
            players,
            values,
            tied: true,
        })
    }

    /// The shares of `figure`; a figure that is not drawn has none, and no piece of the designed potential: the mixes hold
    /// the gates of both sides, so that the best of them is not that of either.
    pub fn why(&self, figure: PathwayFigure) -> Result<Why, WhyError> {
        let at = figure.column().ok_or(WhyError::NoValue)?;
        if figure.bar() == Some(PathwayFigure::Designed) {
            return Err(WhyError::NoValue);
        }
        let values: Vec<f64> = self
            .values
            .iter()
            .filter_map(|mix| mix.get(at).copied())
            .collect();
        let (Some(a), Some(b), true) = (
            values.first(),
            values.last(),
            values.iter().all(|value| value.is_finite()),
        ) else {
            return Err(WhyError::NoValue);
        };
        let names = self.players.iter().map(|player| player.name);
        let found: Vec<(Driver, f64)> = names.zip(shapley::shares(self.players.len(), &values)).collect();
        let share = |driver: Driver| {
            let share = found.iter().find(|(other, _)| *other == driver);
            (driver, share.map_or(0.0, |(_, share)| *share))
        };
        let mut shares: Vec<(Driver, f64)> = Driver::ALL.into_iter().map(share).collect();
        shares.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
        Ok(Why {
            figure,
            a: *a,
            b: *b,
            shares,
            tied: self.tied,
        })
    }
}

fn each(differing: &[Driver]) -> Vec<Player> {
    let player = |driver: &Driver| Player {
        name: *driver,
        drivers: Drivers::NONE.with(*driver),
    };
    differing.iter().map(player).collect()
}

/// All that shapes a network changes sides at once: each mix then has the shape of one side.
fn tied(differing: &[Driver]) -> Vec<Player> {
    let shaping = [Driver::Lifetime, Driver::Collection, Driver::SortingSplit];
    let (shape, rest): (Vec<Driver>, Vec<Driver>) =
        differing.iter().partition(|driver| shaping.contains(driver));
    let mut players = each(&rest);
    players.push(Player {
        name: Driver::SortingSplit,
        drivers: shape.into_iter().fold(Drivers::NONE, Drivers::with),
    });
    players
}

fn all_mixes(frame: &Frame, a: &Facts, b: &Facts, players: &[Player]) -> Result<Vec<Vec<f64>>, FlowError> {
    let mix = |coalition: usize| {
        let members = players
            .iter()
            .enumerate()
            .filter(|(at, _)| coalition >> at & 1 == 1);
        let from_b = members.fold(Drivers::NONE, |all, (_, player)| all.and(player.drivers));
        values(frame, &Facts::mix(a, b, from_b))
    };
    (0..1_usize << players.len()).map(mix).collect()
}

/// Every figure of the model of `facts`.
fn values(frame: &Frame, facts: &Facts) -> Result<Vec<f64>, FlowError> {
    let here = facts.ways.each_ref().map(|way| way.here.clone());
    let engine = Engine::of_model_at(&model(frame, facts), here);
    for pathway in &engine.pathways {
        if let Err(error) = &pathway.plan {
            return Err(error.clone());
        }
    }
    let mut outcomes = Outcomes::default();
    engine.evaluate(&engine.central(), &mut outcomes);
    let outcome = outcomes.pathways.first().cloned().unwrap_or_default();
    let drawn = PathwayFigure::drawn().iter();
    Ok(drawn.map(|figure| figure.value(&outcome)).collect())
}

fn answers_baseline(frame: &Frame, facts: &Facts) -> bool {
    let engine = Engine::of_model(&model(frame, facts));
    engine
        .pathways
        .get(engine.baseline)
        .is_some_and(|way| way.plan.is_ok())
}

/// Counts each side against itself.
fn leave_out_baseline(found: &mut Gathered) {
    let [stages, base_stages] = &mut found.frame.stages;
    base_stages.clone_from(stages);
    for side in [&mut found.a, &mut found.b] {
        let [way, base] = &mut side.ways;
        base.clone_from(way);
    }
}
