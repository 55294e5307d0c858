//! Explanations of a pathway's circularity.

use super::product::sum;
use super::say::Say;
use super::{Explanation, FigureId, PathwayFigure, Term};
use crate::assess::PathwayFigures;
use crate::flow::network::{Body, ItemRole};
use crate::flow::{Plan, Slot};
use crate::text::{ExplainMsg, number};

/// One pathway under explanation.
#[derive(Clone, Copy)]
pub struct Way<'a> {
    pub say: Say<'a>,
    pub index: usize,
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
            .get(self.index)?
            .plan
            .as_ref()
            .ok()
    }

    /// All slots that decide where pieces and kilograms go.
    pub(super) fn flow_slots(&self) -> Vec<Slot> {
        let Some(compiled) = self.say.assessment.engine.pathways.get(self.index) else {
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
                    slots.extend(gates.iter().flat_map(|gate| [gate.removed, gate.output_yield]));
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
            terms.push(Term::named("V_p", say.names.part(&part.id), value, None));
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
            Term::named("", stage, value, Some(opens))
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
}
