//! Carbon of one piece on one pathway: `made + washed + ended`, per piece and per 100 wears, garments avoided apart.
//!
//! `made = Σ fibre kg · row + Σ kg out · (MJ_el / 3.6 · grid + MJ_heat · heat) + minutes · MJ_el / 3.6 · grid`,
//! `washed = wears · washes per wear · kg · MJ_el / 3.6 · grid`, `ended = Σ kg burnt · fossil row + kg landfilled · row`,
//! `per 100 wears = (made + washed + ended) / wears · 100`, `avoided = garments avoided · made`.

use super::Ground;
use super::factors::{Factors, row_id};
use super::made::{Made, named};
use crate::data::{CarbonOf, CarbonRow, Grade, carbon as rows};
use crate::flow::network::EndClass;
use crate::flow::{Plan, Solution};
use crate::model::{FactorId, FibreId, Name, Override, Part, Typed};
use std::collections::BTreeMap;

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
    /// The factors that it is reckoned with.
    pub with: Vec<FactorId>,
}

impl Term {
    /// `kg` of what a row counts by itself.
    pub(super) fn plain(step: Step, row: &'static CarbonRow, kg: f64) -> Self {
        Self {
            step,
            row,
            amount: kg,
            kg: kg * row.figure.value,
            grade: row.figure.grade,
            with: vec![row_id(&row.id)],
        }
    }
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

/// Carbon of one piece on one pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Carbon {
    /// The lines; those of making are there also where a typed figure takes their place.
    pub terms: Vec<Term>,
    /// What is left out.
    pub left_out: Vec<LeftOut>,
    /// The factors behind several lines.
    pub factors: Factors,
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
    /// `made + washed + ended`, kg.
    pub per_piece: f64,
    /// The same per 100 wears; not a number where nothing is worn.
    pub per_100_wears: f64,
    /// What the user typed in for making, in place of what is reckoned, with its source.
    pub typed: Option<(FactorId, Override)>,
}

impl Carbon {
    /// The lines that count in the sum.
    pub fn counted(&self) -> impl Iterator<Item = &Term> {
        let is_typed = self.typed.is_some();
        let in_sum = self.terms.iter().filter(|term| term.step != Step::Biogenic);
        in_sum.filter(move |term| !(is_typed && term.step.is_made()))
    }

    /// The factors that the sum rests on, each once.
    pub fn behind(&self) -> Vec<FactorId> {
        let mut all: Vec<FactorId> = self
            .counted()
            .flat_map(|term| term.with.iter().cloned())
            .collect();
        all.extend(self.typed.iter().map(|(id, _)| id.clone()));
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Carbon of a piece on the pathway at `at`; none where it has no answer.
pub(super) fn carbon(ground: &Ground<'_>, made: &Made, at: usize) -> Option<Carbon> {
    let outcome = ground.outcomes.pathways.get(at)?;
    let plan = ground.engine.pathways.get(at)?.plan.as_ref().ok()?;
    let circularity = &outcome.circularity;
    let (mut terms, mut left_out) = (made.terms.clone(), made.left_out.clone());
    let mass = ground.masses.product.map_or(0.0, |slot| slot.of(ground.numbers));
    terms.extend(washed(ground, mass * circularity.wears, &made.factors));
    ended(ground, (plan, &outcome.solution), (&mut terms, &mut left_out));
    left_out.push(LeftOut::Steps);
    let id = Typed::CarbonMade(ground.project.product.variant).id();
    let typed = ground.project.overrides.get(&id).map(|own| (id, own.clone()));
    let sum = |wanted: fn(Step) -> bool| -> f64 {
        let of = terms.iter().filter(|term| wanted(term.step));
        of.map(|term| term.kg).sum()
    };
    let reckoned = sum(Step::is_made);
    let made_kg = typed.as_ref().map_or(reckoned, |(_, own)| own.figure.value);
    let washed = sum(|step| step == Step::Wash);
    let ended = sum(|step| matches!(step, Step::Burnt | Step::Landfilled));
    let whole = made_kg + washed + ended;
    Some(Carbon {
        made: made_kg,
        washed,
        ended,
        biogenic: sum(|step| step == Step::Biogenic),
        avoided: made_kg * circularity.garments_avoided,
        per_piece: whole,
        per_100_wears: if circularity.wears > 0.0 {
            whole / circularity.wears * 100.0
        } else {
            f64::NAN
        },
        factors: made.factors.clone(),
        typed,
        terms,
        left_out,
    })
}

/// The first row that is `wanted`.
pub(super) fn row(wanted: impl Fn(&CarbonOf) -> bool) -> Option<&'static CarbonRow> {
    rows().iter().find(|row| wanted(&row.of))
}

/// Washing at home of `worn` kg·wears.
fn washed(ground: &Ground<'_>, worn: f64, factors: &Factors) -> Option<Term> {
    let row = row(|of| *of == CarbonOf::Wash)?;
    let kind = &ground.project.product.kind;
    let ids = ["washes", "wears"].map(|column| format!("kind.{kind}.{column}"));
    let [washes, wears] = ids.each_ref().map(|id| ground.figure(id));
    let amount = worn * washes?.value / wears?.value;
    let grid = &factors.used;
    let own = ids.map(FactorId::from);
    (amount.is_finite() && amount > 0.0).then(|| Term {
        step: Step::Wash,
        row,
        amount,
        kg: amount * row.figure.value / 3.6 * grid.figure.value,
        grade: row.figure.grade.max(grid.figure.grade),
        with: [row_id(&row.id), grid.id.clone()]
            .into_iter()
            .chain(own)
            .collect(),
    })
}

/// What is burnt or lies in a landfill.
fn ended(
    ground: &Ground<'_>,
    (plan, solution): (&Plan, &Solution),
    (terms, left_out): (&mut Vec<Term>, &mut Vec<LeftOut>),
) {
    let product = &ground.project.product;
    let (mut burnt, mut landfilled) = (BTreeMap::new(), 0.0);
    for (place, end) in plan.ends.iter().enumerate() {
        let parts = solution.end_parts(plan, place);
        match end.class {
            EndClass::Energy | EndClass::Incinerated => {
                for (part, kg) in product.parts.iter().zip(parts) {
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
            Some((row, is_fossil)) => {
                let step = if is_fossil { Step::Burnt } else { Step::Biogenic };
                terms.push(Term::plain(step, row, kg));
            }
            None => left_out.push(LeftOut::Burnt(fibre.clone(), named(&fibre, ground), kg)),
        }
    }
    if let Some(row) = row(|of| *of == CarbonOf::Landfilled).filter(|_| landfilled > 0.0) {
        let is_home = product.used_in.as_str() == row.figure.region;
        let term = Term::plain(Step::Landfilled, row, landfilled);
        terms.push(Term {
            grade: if is_home { term.grade } else { Grade::D },
            ..term
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
