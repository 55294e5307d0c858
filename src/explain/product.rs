//! Explanations of the product's figures.

use super::say::Say;
use super::{Explanation, FigureId, Term};
use crate::flow::Slot;
use crate::model::FibreId;
use crate::text::ExplainMsg;

impl Say<'_> {
    pub(super) fn product_mass(&self) -> Explanation {
        let parts = self.project.product.parts.iter();
        let terms: Vec<_> = parts
            .map(|part| Term::named("m", self.names.part(&part.id), self.grams(part.mass.get()), None))
            .collect();
        Explanation {
            title: self.text(ExplainMsg::ProductMass),
            value: self.grams(self.assessment.product.mass_kg),
            formula: "m = Σ m_p".to_owned(),
            substituted: sum(
                terms.iter().map(|term| term.value.as_str()),
                &self.grams(self.assessment.product.mass_kg),
            ),
            terms,
            ..Explanation::default()
        }
    }

    pub(super) fn gross_mass(&self) -> Explanation {
        self.chain(
            ExplainMsg::GrossMass,
            "gross = Σ m_p / (1 − loss_cutting)",
            self.assessment.product.gross_kg,
            |chain| chain.gross,
        )
    }

    pub(super) fn fibre_input(&self) -> Explanation {
        self.chain(
            ExplainMsg::FibreInput,
            "fibre = Σ m_p / Π (1 − loss)",
            self.assessment.product.fibre_input_kg,
            |chain| chain.fibre,
        )
    }

    fn chain(
        &self,
        title: ExplainMsg,
        formula: &str,
        kg: f64,
        of: impl Fn(&crate::flow::assemble::Chain) -> Slot,
    ) -> Explanation {
        let chains = &self.assessment.built.masses.chains;
        let numbers = &self.assessment.numbers;
        let terms: Vec<_> = chains
            .iter()
            .map(|(part, chain)| {
                Term::named("", self.names.part(part), self.grams(of(chain).of(numbers)), None)
            })
            .collect();
        Explanation {
            title: self.text(title),
            value: self.grams(kg),
            formula: formula.to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &self.grams(kg)),
            factors: self.factors(chains.iter().map(|(_, chain)| of(chain))),
            terms,
            notes: vec![self.text(ExplainMsg::NoteLossInput)],
            ..Explanation::default()
        }
    }

    pub(super) fn cutting_waste(&self) -> Explanation {
        let product = &self.assessment.product;
        let (gross, mass) = (self.grams(product.gross_kg), self.grams(product.mass_kg));
        let waste = self.grams(product.cutting_waste_kg());
        Explanation {
            title: self.text(ExplainMsg::CuttingWaste),
            substituted: format!("{gross} − {mass} = {waste}"),
            value: waste,
            formula: "waste = gross − m".to_owned(),
            terms: vec![
                self.opening("gross", ExplainMsg::GrossMass, gross, FigureId::GrossMass),
                self.opening("m", ExplainMsg::ProductMass, mass, FigureId::ProductMass),
            ],
            factors: self.factors(
                self.assessment
                    .built
                    .masses
                    .chains
                    .iter()
                    .map(|(_, chain)| chain.gross),
            ),
            ..Explanation::default()
        }
    }

    pub(super) fn recycled_share(&self) -> Explanation {
        let inflow = &self.assessment.product.inflow;
        let (textile, other) = (
            self.share(inflow.recycled_textile),
            self.share(inflow.recycled_other),
        );
        let recycled = self.share(inflow.recycled());
        Explanation {
            title: self.text(ExplainMsg::RecycledShare),
            substituted: format!("{textile} + {other} = {recycled}"),
            value: recycled,
            formula: "Σ m_p F_R / Σ m_p".to_owned(),
            terms: vec![
                self.term("F_R", ExplainMsg::TermRecycledTextile, textile),
                self.term("F_R", ExplainMsg::TermRecycledOther, other),
            ],
            notes: vec![self.text(ExplainMsg::SourceIso)],
            ..Explanation::default()
        }
    }

    pub(super) fn fibre_mass(&self, fibre: &FibreId) -> Option<Explanation> {
        let (_, kg) = self
            .assessment
            .product
            .fibres
            .iter()
            .find(|(id, _)| id == fibre)?;
        let mut terms = Vec::new();
        for part in &self.project.product.parts {
            let lines = part.fibres.iter().filter(|line| &line.fibre == fibre);
            let share: f64 = lines.map(|line| line.share.get()).sum();
            if share > 0.0 {
                let value = format!("{} × {}", self.grams(part.mass.get()), self.share(share));
                terms.push(Term::named("m_p · share", self.names.part(&part.id), value, None));
            }
        }
        Some(Explanation {
            title: ExplainMsg::FibreMass.with(self.lang, &[("fibre", &self.names.fibre(fibre))]),
            value: self.grams(*kg),
            formula: "Σ m_p · share".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &self.grams(*kg)),
            terms,
            ..Explanation::default()
        })
    }
}

/// `a + b + c = total`, shortened in the middle where there are many.
pub(super) fn sum<'a>(parts: impl Iterator<Item = &'a str>, total: &str) -> String {
    let parts: Vec<&str> = parts.collect();
    match parts.as_slice() {
        [] => total.to_owned(),
        [first, second, third, _, .., last] if parts.len() > 6 => {
            format!("{first} + {second} + {third} + … + {last} = {total}")
        }
        _ => format!("{} = {total}", parts.join(" + ")),
    }
}
