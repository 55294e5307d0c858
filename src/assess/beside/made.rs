//! Carbon of making one piece: fibre, processes and sewing; the same on every pathway.

use super::Ground;
use super::carbon::{LeftOut, Step, Term, fibres, row};
use super::factors::{Factors, row_id};
use crate::data::{CarbonOf, CarbonRow};
use crate::flow::assemble::Chain;
use crate::model::{FactorId, FibreId, Making, Name, Part, ProcessId, Sewing};

/// The lines of making, what has no row, and the factors behind several lines.
pub(super) struct Made {
    pub terms: Vec<Term>,
    pub left_out: Vec<LeftOut>,
    pub factors: Factors,
}

impl Made {
    /// Making of the piece of `ground`.
    pub(super) fn of(ground: &Ground<'_>) -> Self {
        let mut made = Self {
            terms: Vec::new(),
            left_out: Vec::new(),
            factors: Factors::of(ground),
        };
        let chains = ground.masses.chains.iter();
        let mut trims = 0.0;
        for (part, (_, chain)) in ground.project.product.parts.iter().zip(chains) {
            match &part.making {
                Making::Cloth { .. } => made.cloth(part, *chain, ground),
                Making::Bought => trims += part.mass.get(),
            }
        }
        made.terms.extend(sewing(ground, &made.factors));
        if trims > 0.0 {
            made.left_out.push(LeftOut::Trims(trims));
        }
        made
    }

    fn cloth(&mut self, part: &Part, chain: Chain, ground: &Ground<'_>) {
        self.fibre(part, chain, ground);
        for (id, mass) in chain.steps(&part.making) {
            let kg = mass.of(ground.numbers);
            if kg <= 0.0 {
                continue;
            }
            if let Some(term) = process(id, kg, &self.factors) {
                self.terms.push(term);
            } else {
                let known = ground.library.process(id).map(|process| process.name.clone());
                let name = known.unwrap_or_else(|| Name::new(id.as_str(), id.as_str()));
                self.left_out.push(LeftOut::Process(name, kg));
            }
        }
    }

    /// Fibre of a part with all losses, virgin and recycled apart; what was used before brings none.
    fn fibre(&mut self, part: &Part, chain: Chain, ground: &Ground<'_>) {
        let whole = chain.fibre.of(ground.numbers);
        for (fibre, share) in fibres(part) {
            let line = part.fibres.iter().find(|line| line.fibre == fibre);
            let (recycled, reused) = line.map_or((0.0, 0.0), |line| {
                (line.feedstock.recycled.get(), line.feedstock.reused.get())
            });
            let kg = whole * share;
            let virgin = row(|of| matches!(of, CarbonOf::Fibre(known) if known.contains(&fibre)));
            let again = row(|of| matches!(of, CarbonOf::Recycled(known) if known.contains(&fibre)));
            let rows = [
                (virgin, kg * (1.0 - recycled - reused).max(0.0)),
                (again, kg * recycled),
            ];
            for (row, kg) in rows.into_iter().filter(|(_, kg)| *kg > 0.0) {
                if let Some(row) = row {
                    self.terms.push(Term::plain(Step::Fibre, row, kg));
                } else {
                    let name = named(&fibre, ground);
                    self.left_out.push(LeftOut::Fibre(fibre.clone(), name, kg));
                }
            }
        }
    }
}

/// A process that gives out `kg`.
fn process(id: &ProcessId, kg: f64, factors: &Factors) -> Option<Term> {
    let is_it = |row: &&CarbonRow| matches!(row.of, CarbonOf::Process { .. }) && row.id == id.as_str();
    let row = crate::data::carbon().iter().find(is_it)?;
    let CarbonOf::Process { heat_mj } = row.of else {
        return None;
    };
    let (grid, heat) = (&factors.made, &factors.heat);
    let per_kg = row.figure.value / 3.6 * grid.figure.value + heat_mj * heat.figure.value;
    let heated = (heat_mj > 0.0).then(|| heat.id.clone());
    Some(Term {
        step: Step::Process,
        row,
        amount: kg,
        kg: kg * per_kg,
        grade: row.figure.grade.max(grid.figure.grade),
        with: [row_id(&row.id), grid.id.clone()]
            .into_iter()
            .chain(heated)
            .collect(),
    })
}

/// Cutting and sewing by the making minutes of the piece.
fn sewing(ground: &Ground<'_>, factors: &Factors) -> Option<Term> {
    let product = &ground.project.product;
    let mut with = Vec::new();
    let minutes = match &product.sewing {
        Sewing::Kind => {
            let id = format!("kind.{}.sewing_minutes", product.kind);
            let minutes = ground.figure(&id)?.value;
            with.push(FactorId::from(id));
            minutes
        }
        Sewing::Minutes(own) | Sewing::Smv(own) => own.value,
    };
    let row = row(|of| *of == CarbonOf::Minute)?;
    let grid = &factors.made;
    with.extend([row_id(&row.id), grid.id.clone()]);
    Some(Term {
        step: Step::Sewing,
        row,
        amount: minutes,
        kg: minutes * row.figure.value / 3.6 * grid.figure.value,
        grade: row.figure.grade.max(grid.figure.grade),
        with,
    })
}

/// The name of a fibre.
pub(super) fn named(id: &FibreId, ground: &Ground<'_>) -> Name {
    let known = ground.library.fibre(id).map(|fibre| fibre.name.clone());
    known.unwrap_or_else(|| Name::new(id.as_str(), id.as_str()))
}
