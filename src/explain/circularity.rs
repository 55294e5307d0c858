//! Explanations of a pathway's circularity.

use super::product::sum;
use super::say::Say;
use super::{Explanation, FigureId, PathwayFigure, Term};
use crate::assess::PathwayFigures;
use crate::flow::network::{Body, ItemRole};
use crate::flow::{Plan, Slot, Target};
use crate::text::{ExplainMsg, number};

/// One pathway under explanation.
#[derive(Clone, Copy)]
pub struct Way<'a> {
    pub say: Say<'a>,
    pub place: usize,
    pub figures: &'a PathwayFigures,
}

impl Way<'_> {
    pub(super) fn id(&self, figure: PathwayFigure) -> FigureId {
        FigureId::Pathway(self.figures.id.clone(), figure)
    }

    pub(super) fn plan(&self) -> Option<&Plan> {
        self.say
            .assessment
            .engine
            .pathways
            .get(self.place)?
            .plan
            .as_ref()
            .ok()
    }

    /// All slots that decide where pieces and kilograms go.
    fn flow_slots(&self) -> Vec<Slot> {
        let Some(compiled) = self.say.assessment.engine.pathways.get(self.place) else {
            return Vec::new();
        };
        let mut slots = vec![compiled.network.average_wears];
        for stage in &compiled.network.stages {
            match &stage.body {
                Body::Item(item) => {
                    slots.extend(item.exits.iter().map(|exit| exit.share));
                    if let ItemRole::Use {
                        service_first,
                        service_later,
                    } = item.role
                    {
                        slots.extend([service_first, service_later]);
                    }
                }
                Body::Material(gates) => {
                    slots.extend(gates.iter().flat_map(|gate| [gate.removed, gate.output_yield]))
                }
                Body::End(_) => {}
            }
        }
        slots.extend(self.say.assessment.engine.parts.iter().map(|part| part.e_f));
        slots
    }

    pub(super) fn mci(&self) -> Explanation {
        let (say, terms) = (self.say, self.figures.circularity.mci);
        let (lfi, x, mci) = (say.ratio(terms.lfi), say.ratio(terms.x), say.ratio(terms.mci));
        Explanation {
            title: say.text(ExplainMsg::Mci),
            formula: "MCI = max(0, 1 − 0.9 · LFI / X)".to_owned(),
            substituted: format!(
                "1 − 0.9 × {} / {} = {}",
                say.fine(terms.lfi),
                say.fine(terms.x),
                say.fine(terms.mci)
            ),
            value: mci,
            terms: vec![
                say.opening("LFI", ExplainMsg::Lfi, lfi, self.id(PathwayFigure::Lfi)),
                say.opening("X", ExplainMsg::X, x, self.id(PathwayFigure::X)),
                say.opening("V", ExplainMsg::V, say.grams(terms.v), self.id(PathwayFigure::V)),
                say.opening("W", ExplainMsg::W, say.grams(terms.w), self.id(PathwayFigure::W)),
            ],
            factors: say.factors(self.flow_slots()),
            notes: vec![say.text(ExplainMsg::NoteMci), say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    pub(super) fn lfi(&self) -> Explanation {
        let (say, terms) = (self.say, self.figures.circularity.mci);
        let kg = |value: f64| say.fine(value);
        Explanation {
            title: say.text(ExplainMsg::Lfi),
            value: say.ratio(terms.lfi),
            formula: "LFI = (V + W) / (2M + Σ(W_F − W_C)/2)".to_owned(),
            substituted: format!(
                "({} + {}) / (2 × {} + ({} − {})/2) = {}",
                kg(terms.v),
                kg(terms.w),
                kg(terms.m),
                kg(terms.w_f),
                kg(terms.w_c),
                kg(terms.lfi)
            ),
            terms: vec![
                say.opening("V", ExplainMsg::V, say.grams(terms.v), self.id(PathwayFigure::V)),
                say.opening("W", ExplainMsg::W, say.grams(terms.w), self.id(PathwayFigure::W)),
                say.opening("M", ExplainMsg::TermM, say.grams(terms.m), FigureId::ProductMass),
                say.term("W_F", ExplainMsg::TermWf, say.grams(terms.w_f)),
                say.term("W_C", ExplainMsg::TermWc, say.grams(terms.w_c)),
            ],
            factors: say.factors(self.flow_slots()),
            notes: vec![say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    pub(super) fn virgin(&self) -> Explanation {
        let (say, numbers) = (self.say, &self.say.assessment.numbers);
        let mut terms = Vec::new();
        for part in &say.assessment.engine.parts {
            let recycled = part.f_r_textile.of(numbers) + part.f_r_other.of(numbers);
            let kept = 1.0 - recycled - part.f_u.of(numbers) - part.f_s.of(numbers);
            let value = format!("{} × {}", say.grams(part.mass_kg.of(numbers)), say.share(kept));
            terms.push(say.named("V_p", say.names.part(&part.id), value, None));
        }
        let total = say.grams(self.figures.circularity.mci.v);
        Explanation {
            title: say.text(ExplainMsg::V),
            formula: "V = Σ m_p (1 − F_R − F_U − F_S)".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            value: total,
            terms,
            notes: vec![say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    pub(super) fn waste(&self) -> Explanation {
        let (say, terms) = (self.say, self.figures.circularity.mci);
        let total = say.grams(terms.w);
        Explanation {
            title: say.text(ExplainMsg::W),
            formula: "W = Σ [W_0 + (W_F + W_C)/2]".to_owned(),
            substituted: format!(
                "{} + ({} + {})/2 = {total}",
                say.grams(terms.w_0),
                say.grams(terms.w_f),
                say.grams(terms.w_c)
            ),
            value: total,
            terms: vec![
                say.term("W_0", ExplainMsg::TermW0, say.grams(terms.w_0)),
                say.term("W_F", ExplainMsg::TermWf, say.grams(terms.w_f)),
                say.term("W_C", ExplainMsg::TermWc, say.grams(terms.w_c)),
            ],
            factors: say.factors(self.flow_slots()),
            notes: vec![say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    pub(super) fn utility(&self) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let average = self
            .plan()
            .map_or(0.0, |plan| plan.average_wears.of(&say.assessment.numbers));
        let (wears, average) = (
            number::rough(figures.wears, say.lang),
            number::rough(average, say.lang),
        );
        Explanation {
            title: say.text(ExplainMsg::X),
            value: say.ratio(figures.mci.x),
            formula: "X = Σ N · service / L_av".to_owned(),
            substituted: format!("{wears} / {average} = {}", say.ratio(figures.mci.x)),
            terms: vec![
                say.opening(
                    "Σ N · service",
                    ExplainMsg::Wears,
                    wears,
                    self.id(PathwayFigure::Wears),
                ),
                say.term("L_av", ExplainMsg::TermAverage, average),
            ],
            factors: say.factors(self.plan().map(|plan| plan.average_wears)),
            notes: vec![say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    pub(super) fn inflow(&self) -> Explanation {
        let (say, bar) = (self.say, self.figures.circularity.inflow);
        let words = [
            ExplainMsg::TermReused,
            ExplainMsg::TermRecycledTextile,
            ExplainMsg::TermRecycledOther,
            ExplainMsg::TermRenewable,
            ExplainMsg::TermVirgin,
        ];
        let terms: Vec<Term> = words
            .into_iter()
            .zip(bar.shares())
            .map(|(word, share)| say.term("", word, say.share(share)))
            .collect();
        self.bar(
            ExplainMsg::Inflow,
            "Σ m_p · F / Σ m_p",
            terms,
            vec![say.text(ExplainMsg::SourceIso)],
        )
    }

    pub(super) fn outflow(&self) -> Explanation {
        let say = self.say;
        let mass = self.figures.circularity.mci.m;
        let pathway = say.project.pathway(&self.figures.id);
        let ends = self.figures.ends.iter().filter(|end| end.kg > 0.0);
        let terms = ends.map(|end| {
            let stage = pathway.map_or_else(|| end.stage.to_string(), |way| say.names.stage(way, &end.stage));
            let value = format!("{} · {}", say.grams(end.kg), say.share(end.kg / mass));
            let opens = FigureId::End {
                pathway: self.figures.id.clone(),
                stage: end.stage.clone(),
            };
            say.named("", stage, value, Some(opens))
        });
        let notes = vec![say.text(ExplainMsg::NoteOutflow), say.text(ExplainMsg::SourceIso)];
        let terms = terms.collect();
        self.bar(ExplainMsg::Outflow, "Σ kg / Σ m_p", terms, notes)
    }

    fn bar(&self, title: ExplainMsg, formula: &str, terms: Vec<Term>, notes: Vec<String>) -> Explanation {
        let say = self.say;
        let substituted = sum(terms.iter().map(|term| term.value.as_str()), &say.share(1.0));
        let factors = if title == ExplainMsg::Outflow {
            say.factors(self.flow_slots())
        } else {
            Vec::new()
        };
        Explanation {
            title: say.text(title),
            value: say.share(1.0),
            formula: formula.to_owned(),
            substituted,
            terms,
            factors,
            notes,
            ..Explanation::default()
        }
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
            say.named("N", meaning, say.ratio(visits), Some(opens))
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
        if let (Some(plan), Some(outcome)) = (self.plan(), say.assessment.outcomes.pathways.get(self.place)) {
            for (place, item) in plan.items.iter().enumerate() {
                if let ItemRole::Use {
                    service_first,
                    service_later,
                } = item.role
                {
                    let at = |lives: &[f64]| say.ratio(lives.get(place).copied().unwrap_or(0.0));
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
        if let (Some(plan), Some(outcome)) = (self.plan(), say.assessment.outcomes.pathways.get(self.place)) {
            for (item, flows) in outcome.solution.exits_by_item(plan) {
                let ItemRole::Return { displacement } = item.role else {
                    continue;
                };
                let into_use = item.exits.iter().zip(flows).filter(|(exit, _)| exit.into_use);
                let passages: f64 = into_use.map(|(_, flow)| flow).sum();
                let name = pathway.map_or_else(|| item.id.to_string(), |way| say.names.stage(way, &item.id));
                let d = say.ratio(displacement.of(numbers));
                let meaning = ExplainMsg::TermPassages.with(say.lang, &[("stage", &name), ("d", &d)]);
                let avoided = passages * displacement.of(numbers);
                let value = format!("{} × {d} = {}", say.fine(passages), say.fine(avoided));
                terms.push(say.named("", meaning, value, None));
                slots.push(displacement);
            }
        }
        let value = say.ratio(self.figures.circularity.garments_avoided);
        Explanation {
            title: say.text(ExplainMsg::GarmentsAvoided),
            formula: "Σ passages · displacement".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &value),
            value,
            terms,
            factors: say.factors(slots),
            notes: vec![say.text(ExplainMsg::NoteEstimate)],
            ..Explanation::default()
        }
    }

    pub(super) fn balance(&self) -> Explanation {
        let say = self.say;
        let kg = |value: f64| format!("{value:.1e} kg");
        Explanation {
            title: say.text(ExplainMsg::Balance),
            value: kg(self.figures.imbalance_kg),
            formula: "max |in − out|".to_owned(),
            substituted: format!(
                "{} ≤ {}",
                kg(self.figures.imbalance_kg),
                kg(self.figures.tolerance_kg)
            ),
            terms: vec![say.term("100·ε", ExplainMsg::TermTolerance, kg(self.figures.tolerance_kg))],
            ..Explanation::default()
        }
    }

    /// Pieces or mass through one stage.
    pub(super) fn stage(&self, id: &crate::model::StageId) -> Option<Explanation> {
        let say = self.say;
        let pathway = say.project.pathway(&self.figures.id)?;
        let figure = self.figures.stages.iter().find(|stage| &stage.stage == id)?;
        let value = match figure.visits {
            Some(visits) => format!("{} · {}", say.fine(visits), say.grams(figure.kg)),
            None => say.grams(figure.kg),
        };
        let into = self.figures.flows.iter().filter(|flow| &flow.to == id);
        let terms: Vec<Term> = into
            .map(|flow| {
                let from = say.names.stage(pathway, &flow.from);
                let opens = FigureId::Stage {
                    pathway: self.figures.id.clone(),
                    stage: flow.from.clone(),
                };
                say.named("", from, say.grams(flow.kg), Some(opens))
            })
            .collect();
        let title = ExplainMsg::Through.with(say.lang, &[("stage", &say.names.stage(pathway, id))]);
        let is_item = matches!(self.plan()?.place(id), Some(Target::Item(_)));
        Some(Explanation {
            title,
            substituted: sum(
                terms.iter().map(|term| term.value.as_str()),
                &say.grams(figure.kg),
            ),
            value,
            formula: if is_item {
                "N = (I − Q)⁻¹".to_owned()
            } else {
                "Σ kg in".to_owned()
            },
            terms,
            factors: say.factors(self.flow_slots()),
            notes: vec![say.text(ExplainMsg::SourceChain)],
            ..Explanation::default()
        })
    }

    /// What a gate does with a part.
    pub(super) fn gate(
        &self,
        stage: &crate::model::StageId,
        part: &crate::model::PartId,
    ) -> Option<Explanation> {
        let say = self.say;
        let pathway = say.project.pathway(&self.figures.id)?;
        let gate = self
            .figures
            .gates
            .iter()
            .find(|gate| &gate.stage == stage && &gate.part == part)?;
        let answers = say.assessment.built.gates.get(self.place)?;
        let answer = answers
            .iter()
            .find(|answer| &answer.stage == stage && &answer.part == part)?;
        let (part_name, stage_name) = (say.names.part(part), say.names.stage(pathway, stage));
        let verdict = crate::text::gates::verdict(gate.answer.verdict, say.lang);
        let reasons = crate::text::gates::reasons(&gate.answer, &part_name, &stage_name, say.lang);
        let terms = vec![
            say.term("", ExplainMsg::TermRecovery, say.share(gate.output_yield)),
            say.named("", verdict.to_owned(), say.grams(gate.kg), None),
        ];
        Some(Explanation {
            title: ExplainMsg::GateOf.with(say.lang, &[("part", &part_name), ("stage", &stage_name)]),
            value: verdict.to_owned(),
            formula: "yield = recovery · share in output · reduced · cloth kept".to_owned(),
            substituted: say.share(gate.output_yield),
            terms,
            factors: say.factors([answer.output_yield, answer.removed]),
            notes: reasons,
            ..Explanation::default()
        })
    }
}
