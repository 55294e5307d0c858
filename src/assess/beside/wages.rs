//! Wages of the hours gained and lost, apart: `Σ hours · wage of the place`, with the share of the hours that it covers.
//!
//! In factories of China the published hourly wage of production staff, in cotton growing the published day rates of own
//! and of hired labour, over 8 hours. Everything else has no row. Money stays in the currency of its figure.

use super::Ground;
use crate::data::{Grade, Sourced};
use crate::flow::assemble::typed_figure;
use crate::model::{ActivityId, FactorId, PlaceId, Typed};

/// Less than this share of the hours covered, and there is no sum.
pub const HALF: f64 = 0.5;
/// Hours of a day in cotton growing.
const DAY: f64 = 8.0;
/// The wage of factories; its place is the country that the table of wages is of.
const MANUFACTURING: &str = "region.cn.wage_manufacturing";
/// The day rates of own and of hired labour in cotton growing.
const FARM: [&str; 2] = ["region.cn.wage_farm_own", "region.cn.wage_farm_hired"];
/// Work in factories, from spinning to sewing and in recycling plants.
const FACTORY: [&str; 9] = [
    "spinning",
    "spinning_recycled",
    "weave",
    "knit",
    "dyeing",
    "sewing",
    "mech_fibre",
    "chem_pet",
    "chem_cell_pulp",
];

/// One line of work with its wage.
#[derive(Debug, Clone, PartialEq)]
pub struct PaidLine {
    /// Its place among the lines of the ledger.
    pub line: usize,
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// Hours per 1000 pieces against the baseline, gained positive.
    pub hours: f64,
    /// The wage, yuan per hour, and the factors that it rests on; none where no row fits.
    pub wage: Option<(Sourced<f64>, Vec<FactorId>)>,
}

/// Wages of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Paid {
    /// Low, central and high wages per 1000 pieces, yuan; none where less than [`HALF`] of the hours is covered.
    pub yuan: Option<[f64; 3]>,
    /// The share of its hours that has a wage; 1 where there are no hours.
    pub covered: f64,
    /// The least sure grade among the wages; none without one.
    pub grade: Option<Grade>,
}

/// Wages gained and lost against the baseline, per 1000 pieces.
#[derive(Debug, Clone, PartialEq)]
pub struct Wages {
    /// Of the hours gained.
    pub gained: Paid,
    /// Of the hours lost, positive.
    pub lost: Paid,
    /// Every line of work that is gained or lost.
    pub lines: Vec<PaidLine>,
    /// True where a wage of the user's own counts in one of the sums.
    pub is_own: bool,
}

impl Wages {
    /// Lines without a wage.
    pub fn without(&self) -> impl Iterator<Item = &PaidLine> {
        self.lines.iter().filter(|line| line.wage.is_none())
    }

    /// The lines of one side: gained, or lost.
    pub fn side(&self, gained: bool) -> impl Iterator<Item = &PaidLine> {
        self.lines.iter().filter(move |line| (line.hours > 0.0) == gained)
    }

    /// The factors behind one side, each once.
    pub fn behind(&self, gained: bool) -> Vec<FactorId> {
        let wages = self.side(gained).filter_map(|line| line.wage.as_ref());
        let mut all: Vec<FactorId> = wages.flat_map(|(_, ids)| ids.iter().cloned()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Paid {
    /// The sum over `lines`.
    fn of<'a>(lines: impl Iterator<Item = &'a PaidLine>) -> Self {
        let (mut hours, mut covered, mut yuan, mut grade) = (0.0, 0.0, [0.0; 3], None);
        for line in lines {
            hours += line.hours.abs();
            let Some((wage, _)) = &line.wage else { continue };
            covered += line.hours.abs();
            let ends = [
                wage.low.unwrap_or(wage.value),
                wage.value,
                wage.high.unwrap_or(wage.value),
            ];
            for (sum, yuan) in yuan.iter_mut().zip(ends) {
                *sum += line.hours.abs() * yuan;
            }
            grade = grade.max(Some(wage.grade));
        }
        let covered = if hours > 0.0 { covered / hours } else { 1.0 };
        Self {
            yuan: (covered >= HALF).then_some(yuan),
            covered,
            grade,
        }
    }

    /// The central sum, yuan per 1000 pieces; not a number where there is none.
    pub fn central(&self) -> f64 {
        self.yuan.map_or(f64::NAN, |[_, central, _]| central)
    }
}

/// Wages of the work that the pathway at `at` gains and loses.
pub(super) fn wages(ground: &Ground<'_>, at: usize) -> Wages {
    let ledger = ground.engine.ledger.lines().iter();
    let hours = ground.engine.differences(at, &ground.outcomes.pathways);
    let lines = ledger.zip(hours).enumerate();
    let lines = lines.filter(|(_, (_, hours))| *hours != 0.0 && hours.is_finite());
    let lines: Vec<PaidLine> = lines
        .map(|(line, ((activity, place), hours))| PaidLine {
            line,
            activity: activity.clone(),
            place: place.clone(),
            hours,
            wage: wage(ground, activity, place),
        })
        .collect();
    let side = |gained: bool| lines.iter().filter(move |line| (line.hours > 0.0) == gained);
    let is_own = |line: &PaidLine| {
        let (_, ids) = line.wage.as_ref()?;
        ids.iter().any(|id| ground.is_own(id)).then_some(())
    };
    Wages {
        gained: Paid::of(side(true)),
        lost: Paid::of(side(false)),
        is_own: lines.iter().any(|line| is_own(line).is_some()),
        lines,
    }
}

/// The wage of `activity` at `place`, with the factors that it rests on; none where no row fits.
fn wage(
    ground: &Ground<'_>,
    activity: &ActivityId,
    place: &PlaceId,
) -> Option<(Sourced<f64>, Vec<FactorId>)> {
    let typed = Typed::Wage(activity.clone(), place.clone()).id();
    if let Some(own) = ground.project.overrides.get(&typed) {
        return Some((typed_figure(own, "yuan per hour"), vec![typed]));
    }
    if !ground.library.lies_in(place, &country()) {
        return None;
    }
    if FACTORY.contains(&activity.as_str()) {
        return Some((ground.figure(MANUFACTURING)?.own(), vec![MANUFACTURING.into()]));
    }
    if activity.as_str() != "cotton_farm" {
        return None;
    }
    // Own labour is the low end, hired labour the high one; what is used of each is not known.
    let [own, hired] = FARM.map(|id| ground.figure(id));
    let (own, hired) = (own?, hired?.value);
    let mut ends = [own.value / DAY, hired / DAY];
    ends.sort_by(f64::total_cmp);
    let [low, high] = ends;
    let figure = Sourced {
        value: f64::midpoint(low, high),
        low: Some(low),
        high: Some(high),
        grade: own.grade.one_lower(),
        ..own.own()
    };
    Some((figure, FARM.map(FactorId::from).to_vec()))
}

/// The country that the table of wages is of, by the key of its first row.
pub(super) fn country() -> PlaceId {
    let place = MANUFACTURING.split('.').nth(1).unwrap_or_default();
    PlaceId::from(place.to_uppercase().as_str())
}
