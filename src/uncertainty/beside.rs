//! The spread of carbon and wages over draws.
//!
//! Invariant: a factor is drawn by its own id, so pathways are compared with the same factors; what the pathway does
//! meanwhile comes from the draws of the answers.

use super::{Band, Draws, Shape, band, key, uniform};
use crate::assess::Assessment;
use crate::assess::PathwayFigures;
use crate::assess::beside::{Carbon, Factors, PaidLine, Step, Term, Used, row_id};
use crate::data::{CarbonOf, Domain, Sourced};
use crate::figure::PathwayFigure;
use crate::flow::assemble::typed_figure;
use crate::flow::{DrawKey, Input, InputKey, InputOrigin};
use crate::model::FactorId;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Bands of the figures beside the answers, in the order of [`PathwayFigure::BESIDE`].
pub type BesideBands = [Option<Band>; PathwayFigure::BESIDE.len()];

fn shape(id: &FactorId, figure: &Sourced<f64>) -> Shape {
    Shape::of(&Input {
        key: InputKey::Factor(id.clone()),
        draw: DrawKey::from(id.clone()),
        name: Arc::default(),
        figure: figure.clone().into(),
        domain: Domain::Positive,
        origin: InputOrigin::Library,
        fixed: false,
    })
}

/// A factor in all draws.
struct Drawn {
    shape: Shape,
    id: FactorId,
}

impl Drawn {
    fn of(id: &FactorId, figure: &Sourced<f64>) -> Self {
        Self {
            shape: shape(id, figure),
            id: id.clone(),
        }
    }

    fn used(used: &Used) -> Self {
        Self::of(&used.id, &used.figure)
    }

    fn value(&self, [seed, number]: [u64; 2]) -> f64 {
        self.shape.quantile(uniform(seed, key(self.id.as_str()), number))
    }
}

/// What of the answers moves the amount of a line: one of [`BENEATH`].
const fn moved_by(step: Step) -> Option<PathwayFigure> {
    match step {
        Step::Wash => Some(PathwayFigure::Wears),
        Step::Burnt | Step::Biogenic => Some(PathwayFigure::OutflowEnergy),
        Step::Landfilled => Some(PathwayFigure::OutflowLinear),
        Step::Fibre | Step::Process | Step::Sewing => None,
    }
}

/// All lines of carbon of one step that rest on one row, in all draws.
struct Line<'a> {
    /// The first of them.
    term: &'a Term,
    /// How much of the row they have together.
    amount: f64,
    factor: Drawn,
    /// Its amount against the central one, draw by draw; nothing where it does not move.
    moves: Vec<f64>,
}

impl<'a> Line<'a> {
    /// `terms` by step and row: a row is drawn once, however many parts rest on it.
    fn all(
        terms: impl Iterator<Item = &'a Term>,
        figures: &PathwayFigures,
        draws: &Draws,
        at: usize,
    ) -> Vec<Self> {
        let mut lines: BTreeMap<(Step, &str), Self> = BTreeMap::new();
        for term in terms {
            let line = lines.entry((term.step, &term.row.id));
            let line = line.or_insert_with(|| Self::none(term, figures, draws, at));
            line.amount += term.amount;
        }
        lines.into_values().collect()
    }

    /// A line of the step and row of `term`, with nothing in it.
    fn none(term: &'a Term, figures: &PathwayFigures, draws: &Draws, at: usize) -> Self {
        let moves = moved_by(term.step).and_then(|figure| {
            let central = figure.central(figures);
            let column = figure.column().filter(|_| central > 0.0)?;
            Some(draws.series(at, column).map(|value| value / central).collect())
        });
        Self {
            factor: Drawn::of(&row_id(&term.row.id), &term.row.figure),
            moves: moves.unwrap_or_default(),
            amount: 0.0,
            term,
        }
    }

    /// Its carbon in one draw.
    fn value(&self, [made, used, heat]: [f64; 3], [seed, number]: [u64; 2]) -> f64 {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let amount = self.amount * self.moves.get(place).copied().unwrap_or(1.0);
        let figure = self.factor.value([seed, number]);
        let per_unit = match (self.term.step, &self.term.row.of) {
            (Step::Process, CarbonOf::Process { heat_mj }) => figure / 3.6 * made + heat_mj * heat,
            (Step::Sewing, _) => figure / 3.6 * made,
            (Step::Wash, _) => figure / 3.6 * used,
            _ => figure,
        };
        amount * per_unit
    }
}

/// The figures of the answers that draws must hold for [`BesideSeries`], besides the hours of every line.
pub const BENEATH: [PathwayFigure; 3] = [
    PathwayFigure::Wears,
    PathwayFigure::OutflowEnergy,
    PathwayFigure::OutflowLinear,
];

/// The figures beside the answers draw by draw, in the order of [`PathwayFigure::BESIDE`]; none where there is none.
pub type BesideSeries = [Option<Vec<f64>>; PathwayFigure::BESIDE.len()];

/// The figures beside the answers of the pathway at `at` in these draws.
pub fn beside_series(figures: &PathwayFigures, drawn: (&Draws, u64), at: usize) -> BesideSeries {
    let carbon = carbon_series(figures, drawn, at).map(|[_, per_100]| per_100);
    let wage = |gained| wage_series(figures, gained, drawn, at);
    [carbon, wage(true), wage(false)]
}

/// The bands of carbon per piece and per 100 wears of the pathway at `at`; none without draws, or where one gives no number.
pub fn carbon_bands(figures: &PathwayFigures, drawn: (&Draws, u64), at: usize) -> Option<[Band; 2]> {
    let [mut pieces, mut per_100] = carbon_series(figures, drawn, at)?;
    Some([band(&mut pieces)?, band(&mut per_100)?])
}

/// Carbon per piece and per 100 wears, draw by draw.
fn carbon_series(figures: &PathwayFigures, (draws, seed): (&Draws, u64), at: usize) -> Option<[Vec<f64>; 2]> {
    let carbon: &Carbon = &figures.beside.as_ref()?.carbon;
    let lines = Line::all(carbon.counted(), figures, draws, at);
    let Factors { made, used, heat } = &carbon.factors;
    let behind = [made, used, heat].map(Drawn::used);
    let typed = carbon.typed.as_ref();
    let typed = typed.map(|(id, own)| Drawn::of(id, &typed_figure(own, "")));
    let wears = draws.series(at, PathwayFigure::Wears.column()?);
    let (mut pieces, mut per_100) = (Vec::new(), Vec::new());
    for (number, wears) in (0..).zip(wears) {
        let turn = [seed, number];
        let values = behind.each_ref().map(|factor| factor.value(turn));
        let sum: f64 = lines.iter().map(|line| line.value(values, turn)).sum();
        let whole = sum + typed.as_ref().map_or(0.0, |typed| typed.value(turn));
        pieces.push(whole);
        per_100.push(whole / wears * 100.0);
    }
    Some([pieces, per_100])
}

/// The wages of one side, draw by draw; none where there is no sum.
fn wage_series(
    figures: &PathwayFigures,
    gained: bool,
    (draws, seed): (&Draws, u64),
    at: usize,
) -> Option<Vec<f64>> {
    let wages = &figures.beside.as_ref()?.wages;
    let side = if gained { &wages.gained } else { &wages.lost };
    side.yuan?;
    let sign = if gained { 1.0 } else { -1.0 };
    let mut sums = vec![0.0; draws.len()];
    for PaidLine { line, wage, .. } in wages.side(gained) {
        let Some((figure, ids)) = wage else { continue };
        let factor = Drawn::of(&ids.first().cloned().unwrap_or_default(), figure);
        for ((number, sum), hours) in (0..).zip(&mut sums).zip(draws.line(at, *line)) {
            *sum += sign * hours * factor.value([seed, number]);
        }
    }
    Some(sums)
}

/// The bands beside the answers, for every pathway of `assessment`.
pub fn beside_bands(assessment: &Assessment, draws: &Draws, seed: u64) -> Vec<BesideBands> {
    let of = |(at, figures): (usize, &PathwayFigures)| {
        let series = beside_series(figures, (draws, seed), at);
        series.map(|values| band(&mut values?))
    };
    assessment.pathways.iter().enumerate().map(of).collect()
}

/// True where two bands have a value in common, or one is not known: such pathways are not ranked.
pub fn overlap(a: Option<Band>, b: Option<Band>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.p5 <= b.p95 && b.p5 <= a.p95,
        _ => true,
    }
}
