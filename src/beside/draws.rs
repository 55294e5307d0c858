//! The factors of carbon that are not rows of their own, and the spread of the sums over draws.
//!
//! Invariant: a row is drawn by its own id, so pathways are compared with the same factors; what the pathway does
//! meanwhile comes from the draws of the answers.

use super::carbon::{Spread, Step, Term, Typed, row};
use crate::assess::Assessment;
use crate::data::{CarbonOf, Domain, Grade, Library, Mark, Sourced};
use crate::figure::PathwayFigure;
use crate::flow::{DrawKey, Input, InputKey, InputOrigin};
use crate::model::{FactorId, Name, PlaceId, Project};
use crate::uncertainty::{Draws, Shape, band, key, uniform};

/// How often the spread is drawn.
pub const DRAWS: u64 = 1_000;

/// One factor behind several lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Behind {
    /// Id of its draws.
    pub id: String,
    /// Its value.
    pub value: f64,
    /// How sure it is where it is used.
    pub grade: Grade,
    figure: Sourced<f64>,
}

/// The factors behind several lines: the grid where it is made and where it is used, kg CO2 per kWh, and heat, kg CO2 per MJ.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Factors {
    /// Where it is made.
    pub made: Behind,
    /// Where it is used.
    pub used: Behind,
    /// Heat.
    pub heat: Behind,
}

impl Factors {
    /// Those of `project`, with its own figures in place of the library's.
    pub(super) fn of(project: &Project, library: &Library) -> Self {
        let heat = row(|of| *of == CarbonOf::Heat).map(|row| row.figure.clone());
        Self {
            made: grid(&project.product.made_in, project, library),
            used: grid(&project.product.used_in, project, library),
            heat: Behind::new("carbon.heat".to_owned(), heat.unwrap_or_else(nothing)),
        }
    }
}

impl Behind {
    fn new(id: String, figure: Sourced<f64>) -> Self {
        Self {
            id,
            value: figure.value,
            grade: figure.grade,
            figure,
        }
    }

    fn shape(&self) -> Shape {
        shape(&self.id, &self.figure)
    }
}

/// A figure of which nothing is known; it counts nothing.
fn nothing() -> Sourced<f64> {
    Sourced {
        value: 0.0,
        low: None,
        high: None,
        unit: String::new(),
        sources: Vec::new(),
        year: "n.d.".to_owned(),
        region: "general".to_owned(),
        grade: Grade::D,
        mark: Mark::Judged,
        note: String::new(),
    }
}

/// The grid of `place` or of the nearest place around it; that of China, as an assumption, where none has one.
fn grid(place: &PlaceId, project: &Project, library: &Library) -> Behind {
    let find = |place: &str| {
        ["grid", "grid_co2_2022"].into_iter().find_map(|key| {
            let low = place.to_lowercase();
            let ids = [format!("region.{low}.{key}"), format!("region.place_{low}.{key}")];
            ids.into_iter().find(|id| library.factor(id).is_some())
        })
    };
    let known = library.upwards(place).find_map(|place| find(place.as_str()));
    let (id, is_there) = match known {
        Some(id) => (id, true),
        None => (find(super::wages::country().as_str()).unwrap_or_default(), false),
    };
    let own = project.overrides.get(&FactorId::from(id.as_str()));
    let figure = library
        .factor(&id)
        .map_or_else(nothing, |factor| factor.figure.clone());
    let figure = match own {
        Some(own) => Sourced {
            value: own.figure.value,
            low: own.figure.range.map(|(low, _)| low),
            high: own.figure.range.map(|(_, high)| high),
            ..figure
        },
        None if is_there => figure,
        None => Sourced {
            low: None,
            high: None,
            grade: Grade::D,
            ..figure
        },
    };
    Behind::new(id, figure)
}

fn shape(id: &str, figure: &Sourced<f64>) -> Shape {
    let key = FactorId::from(id);
    Shape::of(&Input {
        key: InputKey::Factor(key.clone()),
        draw: DrawKey::from(key),
        name: Name::default(),
        figure: figure.clone(),
        domain: Domain::Positive,
        origin: InputOrigin::Library,
        fixed: false,
    })
}

/// What of the answers moves the amount of a line: the figure, and its central value.
fn moved_by(step: Step) -> Option<PathwayFigure> {
    match step {
        Step::Wash => Some(PathwayFigure::Wears),
        Step::Burnt | Step::Biogenic => Some(PathwayFigure::OutflowEnergy),
        Step::Landfilled => Some(PathwayFigure::OutflowLinear),
        Step::Fibre | Step::Process | Step::Sewing => None,
    }
}

/// A line in all draws.
struct Drawn<'a> {
    term: &'a Term,
    shape: Shape,
    id: String,
    /// Its amount against the central one, draw by draw; nothing where it does not move.
    moves: Vec<f64>,
}

impl<'a> Drawn<'a> {
    fn of(term: &'a Term, assessment: &Assessment, at: usize, draws: &Draws) -> Self {
        let outcome = assessment.outcomes.pathways.get(at);
        let moves = moved_by(term.step).zip(outcome).and_then(|(figure, outcome)| {
            let central = figure.value(outcome);
            let column = figure.column().filter(|_| central > 0.0)?;
            Some(draws.series(at, column).map(|value| value / central).collect())
        });
        let id = format!("carbon.{}", term.row.id);
        Self {
            shape: shape(&id, &term.row.figure),
            moves: moves.unwrap_or_default(),
            term,
            id,
        }
    }

    /// Its carbon in one draw.
    fn value(&self, factors: &[f64; 3], [seed, number]: [u64; 2]) -> f64 {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let amount = self.term.amount * self.moves.get(place).copied().unwrap_or(1.0);
        let figure = self.shape.quantile(uniform(seed, key(&self.id), number));
        let [made, used, heat] = *factors;
        let per_unit = match (self.term.step, &self.term.row.of) {
            (Step::Process, CarbonOf::Process { heat_mj }) => figure / 3.6 * made + heat_mj * heat,
            (Step::Sewing, _) => figure / 3.6 * made,
            (Step::Wash, _) => figure / 3.6 * used,
            _ => figure,
        };
        amount * per_unit
    }
}

/// The spreads of carbon per piece and per 100 wears over `draws`; none without draws, or where one gives no number.
pub(super) fn spreads(
    terms: &[Term],
    factors: &Factors,
    (assessment, at): (&Assessment, usize),
    typed: Option<&Typed>,
    (draws, seed): (&Draws, u64),
) -> Option<[Spread; 2]> {
    let summed = terms.iter().filter(|term| term.step != Step::Biogenic);
    let summed = summed.filter(|term| typed.is_none() || !term.step.is_made());
    let lines: Vec<Drawn<'_>> = summed
        .map(|term| Drawn::of(term, assessment, at, draws))
        .collect();
    let behind = [&factors.made, &factors.used, &factors.heat].map(|factor| (factor, factor.shape()));
    let wears: Vec<f64> = draws.series(at, PathwayFigure::Wears.column()?).collect();
    let (mut pieces, mut per_100) = (Vec::new(), Vec::new());
    for (number, wears) in (0..).zip(wears) {
        let values = behind
            .each_ref()
            .map(|(factor, shape)| shape.quantile(uniform(seed, key(&factor.id), number)));
        let sum: f64 = lines.iter().map(|line| line.value(&values, [seed, number])).sum();
        let whole = sum + typed.map_or(0.0, |typed| typed.kg);
        pieces.push(whole);
        per_100.push(whole / wears * 100.0);
    }
    let spread = |values: &mut Vec<f64>| band(values).map(|band| [band.p5, band.p50, band.p95]);
    Some([spread(&mut pieces)?, spread(&mut per_100)?])
}
