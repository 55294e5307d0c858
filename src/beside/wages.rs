//! Wages of the hours gained and lost, apart: `Σ hours · wage of the place`, with the share of the hours that it covers.
//!
//! In factories of China the published hourly wage of production staff, in cotton growing the published day rates of own
//! and of hired labour, over 8 hours. Everything else has no row. Money stays in the currency of its figure.

use crate::assess::PathwayFigures;
use crate::data::{Grade, Library};
use crate::model::{ActivityId, FactorId, PlaceId, Project};

/// Less than this share of the hours covered, and there is no sum.
pub const HALF: f64 = 0.5;
/// Hours of a day in cotton growing.
const DAY: f64 = 8.0;
/// The wage of factories; its place is the country that the table of wages is of.
const MANUFACTURING: &str = "region.cn.wage_manufacturing";
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

/// A wage that the user typed in.
#[derive(Debug, Clone, PartialEq)]
pub struct TypedWage {
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// Per hour, in the currency of the others.
    pub per_hour: f64,
    /// Where it is from.
    pub source: String,
}

/// Wages of one side.
#[derive(Debug, Clone, Copy, PartialEq)]
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
    /// Lines without a wage: activity, place and hours per 1000 pieces, gained positive.
    pub without: Vec<(ActivityId, PlaceId, f64)>,
    /// True where a typed wage counts in one of the sums.
    pub is_own: bool,
}

/// A wage per hour with its range.
#[derive(Debug, Clone, Copy)]
struct Wage {
    yuan: [f64; 3],
    grade: Grade,
    is_own: bool,
}

/// Wages of the work that `figures` gain and lose.
pub fn wages(project: &Project, library: &Library, figures: &PathwayFigures, typed: &[TypedWage]) -> Wages {
    let mut without = Vec::new();
    let (mut gained, mut lost, mut is_own) = (Side::default(), Side::default(), false);
    for line in &figures.work {
        let wage = wage(project, library, (&line.activity, &line.place), typed);
        let side = if line.hours > 0.0 { &mut gained } else { &mut lost };
        side.add(line.hours.abs(), wage);
        is_own |= wage.is_some_and(|wage| wage.is_own);
        if wage.is_none() {
            without.push((line.activity.clone(), line.place.clone(), line.hours));
        }
    }
    Wages {
        gained: gained.paid(),
        lost: lost.paid(),
        without,
        is_own,
    }
}

#[derive(Default)]
struct Side {
    hours: f64,
    covered: f64,
    yuan: [f64; 3],
    grade: Option<Grade>,
}

impl Side {
    fn add(&mut self, hours: f64, wage: Option<Wage>) {
        self.hours += hours;
        if let Some(wage) = wage {
            self.covered += hours;
            for (sum, yuan) in self.yuan.iter_mut().zip(wage.yuan) {
                *sum += hours * yuan;
            }
            self.grade = self.grade.max(Some(wage.grade));
        }
    }

    fn paid(&self) -> Paid {
        let covered = if self.hours > 0.0 {
            self.covered / self.hours
        } else {
            1.0
        };
        Paid {
            yuan: (covered >= HALF).then_some(self.yuan),
            covered,
            grade: self.grade,
        }
    }
}

/// The wage of `activity` at `place`; none where no row fits.
fn wage(
    project: &Project,
    library: &Library,
    (activity, place): (&ActivityId, &PlaceId),
    typed: &[TypedWage],
) -> Option<Wage> {
    let own = typed
        .iter()
        .find(|own| own.activity == *activity && own.place == *place);
    if let Some(own) = own {
        let grade = if own.source.trim().is_empty() {
            Grade::D
        } else {
            Grade::C
        };
        return Some(Wage {
            yuan: [own.per_hour; 3],
            grade,
            is_own: true,
        });
    }
    if !library.lies_in(place, &country()) {
        return None;
    }
    if FACTORY.contains(&activity.as_str()) {
        let (yuan, grade, is_own) = factor(MANUFACTURING, project, library)?;
        return Some(Wage { yuan, grade, is_own });
    }
    if activity.as_str() != "cotton_farm" {
        return None;
    }
    // Own labour is the low end, hired labour the high one; what is used of each is not known.
    let ([_, own, _], grade, is_own) = factor("region.cn.wage_farm_own", project, library)?;
    let ([_, hired, _], _, is_hired_own) = factor("region.cn.wage_farm_hired", project, library)?;
    let middle = f64::midpoint(own, hired);
    let mut yuan = [own / DAY, middle / DAY, hired / DAY];
    yuan.sort_by(f64::total_cmp);
    Some(Wage {
        yuan,
        grade: grade.one_lower(),
        is_own: is_own || is_hired_own,
    })
}

/// Low, central and high of a factor, its grade, and whether it is the user's own.
fn factor(id: &str, project: &Project, library: &Library) -> Option<([f64; 3], Grade, bool)> {
    let figure = &library.factor(id)?.figure;
    let spread = |value: f64, range: Option<(f64, f64)>| {
        let (low, high) = range.unwrap_or((value, value));
        [low, value, high]
    };
    let known = figure.low.zip(figure.high);
    match project.overrides.get(&FactorId::from(id)) {
        Some(own) => {
            let grade = if own.note.trim().is_empty() {
                Grade::D
            } else {
                Grade::C
            };
            Some((spread(own.figure.value, own.figure.range), grade, true))
        }
        None => Some((spread(figure.value, known), figure.grade, false)),
    }
}

/// The country that the table of wages is of, by the key of its first row.
pub(super) fn country() -> PlaceId {
    let place = MANUFACTURING.split('.').nth(1).unwrap_or_default();
    PlaceId::from(place.to_uppercase().as_str())
}
