//! Explanations of the product's figures.

use super::say::Say;
use super::{Explanation, ProductFigure, Term};
use crate::flow::Slot;
use crate::flow::assemble::Chain;
use crate::model::FibreId;
use crate::text::ExplainMsg;

impl Say<'_> {
    /// Opens `figure` of the product: what its row says, and what is told of it.
    pub(super) fn product(&self, figure: ProductFigure) -> Explanation {
        let told = match figure {
            ProductFigure::Mass => self.product_mass(),
            ProductFigure::Gross => self.chain(figure, |chain| chain.gross),
            ProductFigure::FibreInput => self.chain(figure, |chain| chain.fibre),
            ProductFigure::CuttingWaste => self.cutting_waste(),
            ProductFigure::RecycledShare => self.recycled_share(),
        };
        Explanation {
            title: figure.text(self.lang).to_owned(),
            value: self.said(figure),
            formula: figure.row().formula.to_owned(),
            ..told
        }
    }

    fn said(&self, figure: ProductFigure) -> String {
        figure.said(&self.assessment.product, self.lang)
    }

    fn product_mass(&self) -> Explanation {
        let parts = self.project.product.parts.iter();
        let terms: Vec<_> = parts
            .map(|part| Term::named("m", self.names.part(&part.id), self.grams(part.mass.get()), None))
            .collect();
        Explanation {
            substituted: sum(
                terms.iter().map(|term| term.value.as_str()),
                &self.said(ProductFigure::Mass),
            ),
            terms,
            ..Explanation::default()
        }
    }

    /// A mass that losses add up to, part by part.
    fn chain(&self, figure: ProductFigure, of: impl Fn(&Chain) -> Slot) -> Explanation {
        let numbers = &self.assessment.numbers;
        let chains = self.assessment.built.masses.chains.iter();
        let terms: Vec<_> = chains
            .map(|(part, chain)| {
                Term::named("", self.names.part(part), self.grams(of(chain).of(numbers)), None)
            })
            .collect();
        Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &self.said(figure)),
            terms,
            notes: vec![self.text(ExplainMsg::NoteLossInput)],
            ..Explanation::default()
        }
    }

    fn cutting_waste(&self) -> Explanation {
        let [gross, mass, waste] = [
            ProductFigure::Gross,
            ProductFigure::Mass,
            ProductFigure::CuttingWaste,
        ]
        .map(|figure| self.said(figure));
        Explanation {
            substituted: format!("{gross} − {mass} = {waste}"),
            terms: vec![
                self.opening("gross", ProductFigure::Gross),
                self.opening("m", ProductFigure::Mass),
            ],
            ..Explanation::default()
        }
    }

    fn recycled_share(&self) -> Explanation {
        let inflow = &self.assessment.product.inflow;
        let (textile, other) = (
            self.share(inflow.recycled_textile),
            self.share(inflow.recycled_other),
        );
        let recycled = self.said(ProductFigure::RecycledShare);
        Explanation {
            substituted: format!("{textile} + {other} = {recycled}"),
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
