//! Explanations of how long a piece and its material live.

use super::circularity::Way;
use super::product::sum;
use super::{Explanation, FigureId, PathwayFigure, Term};
use crate::flow::Slot;
use crate::flow::network::ItemRole;
use crate::text::{ExplainMsg, number};

impl Way<'_> {
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

    pub(super) fn item_uses(&self) -> Explanation {
        let (say, terms) = (self.say, self.use_terms());
        let total = say.ratio(self.figures.circularity.item_uses);
        Explanation {
            title: say.text(ExplainMsg::ItemUses),
            formula: "Σ N[start, use]".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            value: total,
            terms,
            factors: say.factors(self.flow_slots()),
            notes: vec![say.text(ExplainMsg::SourceChain)],
            ..Explanation::default()
        }
    }

    pub(super) fn material_uses(&self) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let value = figures
            .material_uses
            .map_or_else(|| "∞".to_owned(), |uses| say.ratio(uses));
        let (recycled, reused) = (
            say.share(figures.outflow.recycled),
            say.share(figures.outflow.reused),
        );
        Explanation {
            title: say.text(ExplainMsg::MaterialUses),
            formula: "item uses / (1 − recycled − reused)".to_owned(),
            substituted: format!(
                "{} / (1 − {recycled} − {reused}) = {value}",
                say.ratio(figures.item_uses)
            ),
            value,
            terms: vec![say.opening(
                "",
                ExplainMsg::ItemUses,
                say.ratio(figures.item_uses),
                self.id(PathwayFigure::ItemUses),
            )],
            factors: say.factors(self.flow_slots()),
            ..Explanation::default()
        }
    }

    pub(super) fn wears(&self) -> Explanation {
        let say = self.say;
        let value = number::rough(self.figures.circularity.wears, say.lang);
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
                    let wears = |service: f64| number::rough(service, say.lang);
                    parts.push(format!("{} × {}", at(&outcome.solution.first), wears(first)));
                    parts.push(format!("{} × {}", at(&outcome.solution.later), wears(later)));
                }
            }
        }
        Explanation {
            title: say.text(ExplainMsg::Wears),
            formula: "Σ N₁ · service₁ + N₂₊ · service₂₊".to_owned(),
            substituted: sum(parts.iter().map(String::as_str), &value),
            value,
            terms: self.use_terms(),
            factors: say.factors(self.flow_slots()),
            notes: vec![say.text(ExplainMsg::SourceChain)],
            ..Explanation::default()
        }
    }

    pub(super) fn per_100_wears(&self, figure: PathwayFigure) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let (title, symbol, kg, grams, of) = if figure == PathwayFigure::VPer100Wears {
            (
                ExplainMsg::VPer100,
                "V",
                figures.mci.v,
                figures.v_g_per_100_wears,
                PathwayFigure::V,
            )
        } else {
            (
                ExplainMsg::WPer100,
                "W",
                figures.mci.w,
                figures.w_g_per_100_wears,
                PathwayFigure::W,
            )
        };
        let value = say.grams(grams / 1000.0);
        let wears = number::rough(figures.wears, say.lang);
        let meaning = if of == PathwayFigure::V {
            ExplainMsg::V
        } else {
            ExplainMsg::W
        };
        Explanation {
            title: say.text(title),
            formula: format!("{symbol} / wears · 100"),
            substituted: format!("{} / {wears} × 100 = {value}", say.grams(kg)),
            value,
            terms: vec![
                say.opening(symbol, meaning, say.grams(kg), self.id(of)),
                say.opening("wears", ExplainMsg::Wears, wears, self.id(PathwayFigure::Wears)),
            ],
            ..Explanation::default()
        }
    }

    pub(super) fn garments_avoided(&self) -> Explanation {
        let (say, numbers) = (self.say, &self.say.assessment.numbers);
        let pathway = say.project.pathway(&self.figures.id);
        let (mut terms, mut slots) = (Vec::new(), Vec::new());
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
                slots.push(d);
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
        let value = say.ratio(self.figures.circularity.garments_avoided);
        Explanation {
            title: say.text(ExplainMsg::GarmentsAvoided),
            formula: "A = Σ d · s / L_av".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &value),
            value,
            terms,
            factors: say.factors(slots),
            notes: vec![say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        }
    }
}
