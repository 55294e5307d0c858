//! Carbon of one piece on one pathway: `made + washed + ended`, per piece and per 100 wears, garments avoided apart.
//!
//! `made = Σ fibre kg · row + Σ kg out · (MJ_el / 3.6 · grid + MJ_heat · heat) + minutes · MJ_el / 3.6 · grid`,
//! `washed = wears · washes per wear · kg · MJ_el / 3.6 · grid`, `ended = Σ kg burnt · fossil row + kg landfilled · row`,
//! `per 100 wears = (made + washed + ended) / wears · 100`, `avoided = garments avoided · made`.

use super::draws::{self, Factors};
use super::made;
use crate::assess::Assessment;
use crate::data::{CarbonOf, CarbonRow, Grade, Library, carbon as rows};
use crate::flow::network::EndClass;
use crate::model::{FibreId, Name, Part, Project};
use crate::uncertainty::Draws;

/// Where carbon comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Fibre, cradle to gate.
    Fibre,
    /// Spinning, forming, dyeing: energy.
    Process,
    /// Cutting and sewing: energy.
    Sewing,
    /// Washing at home: energy.
    Wash,
    /// Fossil carbon of what is burnt.
    Burnt,
    /// What lies in a landfill.
    Landfilled,
    /// Carbon of plants and animals that is burnt: in no sum.
    Biogenic,
}

impl Step {
    /// The word of it in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fibre => "fibre",
            Self::Process => "process",
            Self::Sewing => "sewing",
            Self::Wash => "wash",
            Self::Burnt => "burnt",
            Self::Landfilled => "landfilled",
            Self::Biogenic => "biogenic",
        }
    }

    /// True for what is in the finished piece when it is sold.
    pub const fn is_made(self) -> bool {
        matches!(self, Self::Fibre | Self::Process | Self::Sewing)
    }
}

/// One line of the sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Where it belongs.
    pub step: Step,
    /// The row it rests on.
    pub row: &'static CarbonRow,
    /// How much of it one piece has: kg, minutes, or kg and washes.
    pub amount: f64,
    /// Carbon of it, kg CO2 or `CO2e`.
    pub kg: f64,
    /// How sure the figure is where it is used.
    pub grade: Grade,
}

/// What has no row, or is not looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum LeftOut {
    /// Fibre without a row, kg of a piece with its losses.
    Fibre(FibreId, Name, f64),
    /// Fibre that is burnt and has no row, kg of a piece.
    Burnt(FibreId, Name, f64),
    /// A process without a row, kg out.
    Process(Name, f64),
    /// Trims that are bought as they are, kg.
    Trims(f64),
    /// Whole steps: pretreatment and finishing, chemicals, transport, shops, what is done after use.
    Steps,
}

/// Low, middle and high of a figure over the draws: 5 %, 50 % and 95 %.
pub type Spread = [f64; 3];

/// A figure that the user types in for the finished piece, in place of what is reckoned.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// Carbon of one new piece, kg `CO2e`.
    pub kg: f64,
    /// Where it is from.
    pub source: String,
}

/// Carbon of one piece on one pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Carbon {
    /// The lines; those of making are there also where a typed figure takes their place.
    pub terms: Vec<Term>,
    /// What is left out.
    pub left_out: Vec<LeftOut>,
    /// Of making, as typed or reckoned, kg.
    pub made: f64,
    /// Of washing at home over all wears, kg.
    pub washed: f64,
    /// Of the ends, fossil and landfill, kg.
    pub ended: f64,
    /// Of plants and animals, burnt: beside the sum, kg.
    pub biogenic: f64,
    /// Of new garments avoided, kg: in no other figure.
    pub avoided: f64,
    /// `made + washed + ended`, kg, with its spread.
    pub per_piece: (f64, Option<Spread>),
    /// The same per 100 wears; none where nothing is worn.
    pub per_100_wears: Option<(f64, Option<Spread>)>,
    /// What the user typed in.
    pub typed: Option<Typed>,
}

/// The carbon of a piece of `project` on the pathway at `at`, whose draws are `draws`; none where it has no answer.
pub fn carbon(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    at: usize,
    typed: Option<&Typed>,
    drawn: (&Draws, u64),
) -> Option<Carbon> {
    let figures = assessment.pathways.get(at).filter(|way| way.error.is_none())?;
    let factors = Factors::of(project, library);
    let (mut terms, mut left_out) = made::made(project, library, assessment, &factors);
    let wears = figures.circularity.wears;
    terms.extend(washed(
        project,
        library,
        assessment.product.mass_kg * wears,
        &factors,
    ));
    ended(project, library, assessment, at, (&mut terms, &mut left_out));
    left_out.push(LeftOut::Steps);
    let sum = |wanted: fn(Step) -> bool| -> f64 {
        terms
            .iter()
            .filter(|term| wanted(term.step))
            .map(|term| term.kg)
            .sum()
    };
    let made = typed.map_or_else(|| sum(Step::is_made), |typed| typed.kg);
    let washed = sum(|step| step == Step::Wash);
    let ended = sum(|step| matches!(step, Step::Burnt | Step::Landfilled));
    let whole = made + washed + ended;
    let spreads = draws::spreads(&terms, &factors, (assessment, at), typed, drawn);
    let [per_piece, per_100] = spreads.map_or([None, None], |both| both.map(Some));
    Some(Carbon {
        made,
        washed,
        ended,
        biogenic: sum(|step| step == Step::Biogenic),
        avoided: made * figures.circularity.garments_avoided,
        per_piece: (whole, per_piece),
        per_100_wears: (wears > 0.0).then_some((whole / wears * 100.0, per_100)),
        typed: typed.cloned(),
        terms,
        left_out,
    })
}

/// True where two spreads have a value in common, or one is not known: such pathways are not ranked.
pub fn overlap(a: Option<Spread>, b: Option<Spread>) -> bool {
    match (a, b) {
        (Some([a_low, _, a_high]), Some([b_low, _, b_high])) => a_low <= b_high && b_low <= a_high,
        _ => true,
    }
}

/// The first row that is `wanted`.
pub(super) fn row(wanted: impl Fn(&CarbonOf) -> bool) -> Option<&'static CarbonRow> {
    rows().iter().find(|row| wanted(&row.of))
}

/// Washing at home of `worn` kg·wears.
fn washed(project: &Project, library: &Library, worn: f64, factors: &Factors) -> Option<Term> {
    let kind = library.kind(&project.product.kind)?;
    let row = row(|of| *of == CarbonOf::Wash)?;
    let amount = worn * kind.washes.value / kind.wears.value;
    let used = &factors.used;
    (amount.is_finite() && amount > 0.0).then(|| Term {
        step: Step::Wash,
        row,
        amount,
        kg: amount * row.figure.value / 3.6 * used.value,
        grade: row.figure.grade.max(used.grade),
    })
}

/// What is burnt or lies in a landfill.
fn ended(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    at: usize,
    (terms, left_out): (&mut Vec<Term>, &mut Vec<LeftOut>),
) {
    let way = assessment.engine.pathways.get(at);
    let (Some(Ok(plan)), Some(outcome)) = (way.map(|way| &way.plan), assessment.outcomes.pathways.get(at))
    else {
        return;
    };
    let (mut burnt, mut landfilled) = (std::collections::BTreeMap::new(), 0.0);
    for (place, end) in plan.ends.iter().enumerate() {
        let parts = outcome.solution.end_parts(plan, place);
        match end.class {
            EndClass::Energy | EndClass::Incinerated => {
                for (part, kg) in project.product.parts.iter().zip(parts) {
                    for (fibre, share) in fibres(part) {
                        *burnt.entry(fibre).or_insert(0.0) += kg * share;
                    }
                }
            }
            EndClass::Landfilled => landfilled += parts.iter().sum::<f64>(),
            _ => {}
        }
    }
    for (fibre, kg) in burnt.into_iter().filter(|(_, kg)| *kg > 0.0) {
        match burning(&fibre) {
            Some((row, is_fossil)) => terms.push(Term {
                step: if is_fossil { Step::Burnt } else { Step::Biogenic },
                row,
                amount: kg,
                kg: kg * row.figure.value,
                grade: row.figure.grade,
            }),
            None => left_out.push(LeftOut::Burnt(fibre.clone(), made::named(&fibre, library), kg)),
        }
    }
    if let Some(row) = row(|of| *of == CarbonOf::Landfilled).filter(|_| landfilled > 0.0) {
        let is_home = project.product.used_in.as_str() == row.figure.region;
        terms.push(Term {
            step: Step::Landfilled,
            row,
            amount: landfilled,
            kg: landfilled * row.figure.value,
            grade: if is_home { row.figure.grade } else { Grade::D },
        });
    }
}

/// The row of burning `fibre`, and whether its carbon is fossil.
fn burning(fibre: &FibreId) -> Option<(&'static CarbonRow, bool)> {
    rows().iter().find_map(|row| match &row.of {
        CarbonOf::Burnt { fossil, fibres } if fibres.contains(fibre) => Some((row, *fossil)),
        _ => None,
    })
}

/// The fibres of a part with their shares; what is not stated is other fibre.
pub(super) fn fibres(part: &Part) -> Vec<(FibreId, f64)> {
    let mut all: Vec<(FibreId, f64)> = part
        .fibres
        .iter()
        .map(|line| (line.fibre.clone(), line.share.get()))
        .collect();
    let rest = 1.0 - all.iter().map(|(_, share)| share).sum::<f64>();
    if rest > 1e-9 {
        all.push(("other".into(), rest));
    }
    all
}
