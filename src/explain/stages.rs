//! Explanations of what passes a stage, what a gate does with a part, and the mass balance.

use super::circularity::Way;
use super::product::sum;
use super::{Explanation, FigureId, PathwayFigure, Term};
use crate::flow::Target;
use crate::model::{PartId, StageId};
use crate::text::{ExplainMsg, gates};

impl Way<'_> {
    /// The explanation of the mass balance; none of other figures.
    pub(super) fn balance(&self, figure: PathwayFigure) -> Option<Explanation> {
        if figure != PathwayFigure::Balance {
            return None;
        }
        let say = self.say;
        let kg = |value: f64| format!("{value:.1e} kg");
        Some(Explanation {
            substituted: format!(
                "{} ≤ {}",
                kg(self.figures.imbalance_kg),
                kg(self.figures.tolerance_kg)
            ),
            terms: vec![say.term("100·ε", ExplainMsg::TermTolerance, kg(self.figures.tolerance_kg))],
            ..Explanation::default()
        })
    }

    /// Pieces or mass through one stage.
    pub(super) fn stage(&self, id: &StageId) -> Option<Explanation> {
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
                Term::named("", from, say.grams(flow.kg), Some(opens))
            })
            .collect();
        let title = ExplainMsg::Through.with(say.lang, &[("stage", &say.names.stage(pathway, id))]);
        let is_item = matches!(self.plan()?.target(id), Some(Target::Item(_)));
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
            notes: vec![say.text(ExplainMsg::SourceChain)],
            ..Explanation::default()
        })
    }

    /// What a gate does with a part.
    pub(super) fn gate(&self, stage: &StageId, part: &PartId) -> Option<Explanation> {
        let say = self.say;
        let pathway = say.project.pathway(&self.figures.id)?;
        let gate = self
            .figures
            .gates
            .iter()
            .find(|gate| &gate.stage == stage && &gate.part == part)?;
        let (part_name, stage_name) = (say.names.part(part), say.names.stage(pathway, stage));
        let verdict = gates::verdict(gate.answer.verdict, say.lang);
        let reasons = gates::reasons(&gate.answer, &part_name, &gate.route, &say.names);
        let terms = vec![
            say.term("", ExplainMsg::TermRecovery, say.share(gate.output_yield)),
            Term::named("", verdict.to_owned(), say.grams(gate.kg), None),
        ];
        Some(Explanation {
            title: ExplainMsg::GateOf.with(say.lang, &[("part", &part_name), ("stage", &stage_name)]),
            value: verdict.to_owned(),
            formula: "yield = recovery · share in output · reduced · cloth kept".to_owned(),
            substituted: say.share(gate.output_yield),
            terms,
            notes: reasons,
            ..Explanation::default()
        })
    }
}
