//! Carbon of making one piece: fibre, processes and sewing.

use super::carbon::{LeftOut, Step, Term, fibres, row};
use super::draws::Factors;
use crate::assess::Assessment;
use crate::data::{CarbonOf, Library};
use crate::flow::assemble::Chain;
use crate::model::{FibreId, Making, Name, Part, ProcessId, Project, Sewing};

/// The lines of making, and what has no row.
pub(super) fn made(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    factors: &Factors,
) -> (Vec<Term>, Vec<LeftOut>) {
    let (mut terms, mut left_out, mut trims) = (Vec::new(), Vec::new(), 0.0);
    let chains = assessment.built.masses.chains.iter();
    for (part, (_, chain)) in project.product.parts.iter().zip(chains) {
        match &part.making {
            Making::Cloth { .. } => {
                fibre(part, library, assessment, *chain, (&mut terms, &mut left_out));
                let steps = chain.steps(&part.making).into_iter();
                let steps = steps.map(|(id, mass)| (id, mass.of(&assessment.numbers)));
                for (id, kg) in steps.filter(|(_, kg)| *kg > 0.0) {
                    match process(id, kg, factors) {
                        Some(term) => terms.push(term),
                        None => left_out.push(LeftOut::Process(process_name(id, library), kg)),
                    }
                }
            }
            Making::Bought => trims += part.mass.get(),
        }
    }
    terms.extend(sewing(project, library, factors));
    if trims > 0.0 {
        left_out.push(LeftOut::Trims(trims));
    }
    (terms, left_out)
}

/// Fibre of a part with all losses, virgin and recycled apart; what was used before brings none.
fn fibre(
    part: &Part,
    library: &Library,
    assessment: &Assessment,
    chain: Chain,
    (terms, left_out): (&mut Vec<Term>, &mut Vec<LeftOut>),
) {
    let whole = chain.fibre.of(&assessment.numbers);
    for (fibre, share) in fibres(part) {
        let line = part.fibres.iter().find(|line| line.fibre == fibre);
        let (recycled, reused) = line.map_or((0.0, 0.0), |line| {
            (line.feedstock.recycled.get(), line.feedstock.reused.get())
        });
        let kg = whole * share;
        let virgin = row(|of| matches!(of, CarbonOf::Fibre(known) if known.contains(&fibre)));
        let again = row(|of| matches!(of, CarbonOf::Recycled(known) if known.contains(&fibre)));
        for (row, kg) in [
            (virgin, kg * (1.0 - recycled - reused).max(0.0)),
            (again, kg * recycled),
        ] {
            if kg <= 0.0 {
                continue;
            }
            match row {
                Some(row) => terms.push(Term {
                    step: Step::Fibre,
                    row,
                    amount: kg,
                    kg: kg * row.figure.value,
                    grade: row.figure.grade,
                }),
                None => left_out.push(LeftOut::Fibre(fibre.clone(), named(&fibre, library), kg)),
            }
        }
    }
}

/// A process that gives out `kg`.
fn process(id: &ProcessId, kg: f64, factors: &Factors) -> Option<Term> {
    let is_it = |of: &CarbonOf| matches!(of, CarbonOf::Process { .. });
    let mut rows = crate::data::carbon().iter().filter(|row| is_it(&row.of));
    let row = rows.find(|row| row.id == id.as_str())?;
    let CarbonOf::Process { heat_mj } = row.of else {
        return None;
    };
    let per_kg = row.figure.value / 3.6 * factors.made.value + heat_mj * factors.heat.value;
    Some(Term {
        step: Step::Process,
        row,
        amount: kg,
        kg: kg * per_kg,
        grade: row.figure.grade.max(factors.made.grade),
    })
}

/// Cutting and sewing by the making minutes of the piece.
fn sewing(project: &Project, library: &Library, factors: &Factors) -> Option<Term> {
    let kind = library.kind(&project.product.kind);
    let minutes = match &project.product.sewing {
        Sewing::Kind => kind?.sewing_minutes.value,
        Sewing::Minutes(own) | Sewing::Smv(own) => own.value,
    };
    let row = row(|of| *of == CarbonOf::Minute)?;
    Some(Term {
        step: Step::Sewing,
        row,
        amount: minutes,
        kg: minutes * row.figure.value / 3.6 * factors.made.value,
        grade: row.figure.grade.max(factors.made.grade),
    })
}

fn process_name(id: &ProcessId, library: &Library) -> Name {
    let known = library.process(id).map(|process| process.name.clone());
    known.unwrap_or_else(|| Name::new(id.as_str(), id.as_str()))
}

/// The name of a fibre.
pub(super) fn named(id: &FibreId, library: &Library) -> Name {
    let known = library.fibre(id).map(|fibre| fibre.name.clone());
    known.unwrap_or_else(|| Name::new(id.as_str(), id.as_str()))
}
