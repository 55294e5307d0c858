//! Explanations of how long a piece and its material live.

use super::circularity::Way;
use super::product::sum;
use super::{Explanation, FigureId, PathwayFigure, Term};
use crate::flow::Slot;
use crate::flow::network::ItemRole;
use crate::text::ExplainMsg;

impl Way<'_> {
    /// Explanations of how long a piece and its material live; none of other figures.
    pub(super) fn life(&self, figure: PathwayFigure) -> Option<Explanation> {
        use PathwayFigure as F;
        Some(match figure {
            F::ItemUses => self.item_uses(),
            F::MaterialUses => self.material_uses(),
            F::Wears => self.wears(),
            F::VPer100Wears => self.per_100_wears(figure, F::V),
            F::WPer100Wears => self.per_100_wears(figure, F::W),
            F::VWithProductionPer100Wears => self.per_100_wears(figure, F::VWithProduction),
            F::WWithProductionPer100Wears => self.per_100_wears(figure, F::WWithProduction),
            F::GarmentsAvoided => self.garments_avoided(),
            _ => return None,
        })
    }

    /// Visits of the use stages, as terms.
    fn use_terms(&self) -> Vec<Term> {
        let (say, Some(plan)) = (self.say, self.plan()) else {
            return Vec::new();
        };
        let pathway = say.project.pathway(&self.figures.id);
        let uses = plan
            .items
            .iter()
            .filter(|item| matches!(item.role, ItemRole::Use { .. }));
        let terms = uses.map(|item| {
            let name = pathway.map_or_else(|| item.id.to_string(), |way| say.names.stage(way, &item.id));
            let visits = self.figures.stages.iter().find(|stage| stage.stage == item.id);
            let visits = visits.and_then(|stage| stage.visits).unwrap_or(0.0);
            let meaning = ExplainMsg::TermVisits.with(say.lang, &[("stage", &name)]);
            let opens = FigureId::Stage {
                pathway: self.figures.id.clone(),
                stage: item.id.clone(),
            };
            Term::named("N", meaning, say.ratio(visits), Some(opens))
        });
        terms.collect()
    }

    fn item_uses(&self) -> Explanation {
        let (say, terms) = (self.say, self.use_terms());
        let total = PathwayFigure::ItemUses.said(self.figures, say.lang);
        Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            terms,
            notes: vec![say.text(ExplainMsg::SourceChain)],
            ..Explanation::default()
        }
    }

    fn material_uses(&self) -> Explanation {
        let (say, figures) = (self.say, self.figures);
        let said = |figure: PathwayFigure| figure.said(figures, say.lang);
        let (recycled, reused) = (PathwayFigure::OutflowRecycled, PathwayFigure::OutflowReused);
        Explanation {
            substituted: format!(
                "{} / (1 − {} − {}) = {}",
                said(PathwayFigure::ItemUses),
                said(recycled),
                said(reused),
                said(PathwayFigure::MaterialUses)
            ),
            terms: [PathwayFigure::ItemUses, recycled, reused]
                .map(|figure| self.opening("", figure))
                .into(),
            ..Explanation::default()
        }
    }

    fn wears(&self) -> Explanation {
        let say = self.say;
        let form = PathwayFigure::Wears.form();
        let value = PathwayFigure::Wears.said(self.figures, say.lang);
        let numbers = &say.assessment.numbers;
        let mut parts = Vec::new();
        if let (Some(plan), Some(outcome)) = (self.plan(), say.assessment.outcomes.pathways.get(self.index)) {
            for (index, item) in plan.items.iter().enumerate() {
                if let ItemRole::Use {
                    service_first,
                    service_later,
                } = item.role
                {
                    let at = |lives: &[f64]| say.ratio(lives.get(index).copied().unwrap_or(0.0));
                    let (first, later) = (service_first.of(numbers), service_later.of(numbers));
                    let wears = |service: f64| form.text(service, say.lang);
                    parts.push(format!("{} × {}", at(&outcome.solution.first), wears(first)));
                    parts.push(format!("{} × {}", at(&outcome.solution.later), wears(later)));
                }
            }
        }
        Explanation {
            substituted: sum(parts.iter().map(String::as_str), &value),
            terms: self.use_terms(),
            notes: vec![say.text(ExplainMsg::SourceChain)],
            ..Explanation::default()
        }
    }

    /// A mass per 100 wears, from the mass `of` a piece.
    fn per_100_wears(&self, figure: PathwayFigure, of: PathwayFigure) -> Explanation {
        let said = |figure: PathwayFigure| figure.said(self.figures, self.say.lang);
        let wears = PathwayFigure::Wears;
        let [mass, count, value] = [said(of), said(wears), said(figure)];
        Explanation {
            substituted: format!("{mass} / {count} × 100 = {value}"),
            terms: vec![self.opening(of.row().letter, of), self.opening("wears", wears)],
            ..Explanation::default()
        }
    }

    fn garments_avoided(&self) -> Explanation {
        let (say, numbers) = (self.say, &self.say.assessment.numbers);
        let pathway = say.project.pathway(&self.figures.id);
        let mut terms = Vec::new();
        if let (Some(plan), Some(outcome)) = (self.plan(), say.assessment.outcomes.pathways.get(self.index)) {
            let mut term = |meaning: String, served: f64, d: Slot, less: f64| {
                let avoided = served * d.of(numbers) - less;
                let less = if less > 0.0 {
                    format!(" − {}", say.fine(less))
                } else {
                    String::new()
                };
                let d_text = say.ratio(d.of(numbers));
                let value = format!("{d_text} × {}{less} = {}", say.fine(served), say.fine(avoided));
                terms.push(Term::named("", meaning, value, None));
            };
            for (item, served) in plan.items.iter().zip(&outcome.avoided.served) {
                let ItemRole::Return { displacement } = item.role else {
                    continue;
                };
                let name = pathway.map_or_else(|| item.id.to_string(), |way| say.names.stage(way, &item.id));
                let d = say.ratio(displacement.of(numbers));
                let meaning = ExplainMsg::TermPassages.with(say.lang, &[("stage", &name), ("d", &d)]);
                term(meaning, *served, displacement, 0.0);
            }
            if let Some(hired) = plan.hired {
                let d = say.ratio(hired.displacement.of(numbers));
                let meaning = ExplainMsg::TermHired.with(say.lang, &[("d", &d)]);
                term(
                    meaning,
                    outcome.avoided.hired,
                    hired.displacement,
                    outcome.avoided.owned,
                );
            }
        }
        let value = PathwayFigure::GarmentsAvoided.said(self.figures, say.lang);
        Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &value),
            terms,
            notes: vec![say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        }
    }
}
