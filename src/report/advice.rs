//! Advice as JSON and as lines: keys of the command line's contract, the same figures as in the window.

use super::assessment::NameJson;
use crate::data::Library;
use crate::explain::advice::{Advice, Advised, Effect, GateChange, MEASURES, Try, Values};
use crate::figure::PathwayFigure;
use crate::model::{Name, Project};
use crate::text::Lang;
use serde::Serialize;
use std::collections::BTreeMap;

/// All moves on one pathway.
#[derive(Debug, Clone, Serialize)]
pub struct AdviceJson {
    pathway: String,
    rank: &'static str,
    moves: Vec<MoveJson>,
}

/// One move, or several together.
#[derive(Debug, Clone, Serialize)]
pub struct MoveJson {
    /// Its id; of several, joined by `+`.
    pub id: String,
    name: NameJson,
    part: Option<String>,
    applies: bool,
    reason: Option<String>,
    before: BTreeMap<&'static str, Option<f64>>,
    after: BTreeMap<&'static str, Option<f64>>,
    p_better: Option<f64>,
    opens: Vec<GateJson>,
    closes: Vec<GateJson>,
    edits: usize,
}

#[derive(Debug, Clone, Serialize)]
struct GateJson {
    stage: String,
    part: String,
}

impl From<&GateChange> for GateJson {
    fn from(gate: &GateChange) -> Self {
        Self {
            stage: gate.stage.to_string(),
            part: gate.part.to_string(),
        }
    }
}

impl AdviceJson {
    /// `advice` on `project`, `now` being the values as they stand; `further` entries come after those that can be made.
    pub fn of(
        advice: &Advice,
        further: Vec<MoveJson>,
        now: &Values,
        project: &Project,
        library: &Library,
        lang: Lang,
    ) -> Self {
        let json = |advised: &Advised| {
            let reason = advised.reason(advice.rank, project, library, lang);
            MoveJson::of(advised, advice, now, reason)
        };
        let made = advice.moves.iter().filter(|advised| advised.effect.is_ok());
        let cannot = advice.moves.iter().filter(|advised| advised.effect.is_err());
        let moves = made.map(json).chain(further).chain(cannot.map(json));
        Self {
            pathway: advice.pathway.to_string(),
            rank: advice.rank.short_key(),
            moves: moves.collect(),
        }
    }
}

impl MoveJson {
    /// What several moves do together.
    pub fn together(moves: &[Try], name: &Name, effect: &Effect, rank: PathwayFigure) -> Self {
        let ids: Vec<&str> = moves.iter().map(|one| one.id.as_str()).collect();
        let gates = |gates: &[GateChange]| gates.iter().map(GateJson::from).collect();
        Self {
            id: ids.join("+"),
            name: name.into(),
            part: None,
            applies: true,
            reason: None,
            before: keyed(&effect.before),
            after: keyed(&effect.after),
            p_better: effect.better_in(rank),
            opens: gates(&effect.opens),
            closes: gates(&effect.closes),
            edits: effect.edits,
        }
    }

    /// One entry; what cannot be made leaves every figure as it is.
    pub fn of(advised: &Advised, advice: &Advice, now: &Values, reason: Option<String>) -> Self {
        let effect = advised.effect.as_ref().ok();
        let gates = |gates: &[GateChange]| gates.iter().map(GateJson::from).collect();
        Self {
            id: advised.of.id.clone(),
            name: (&advised.name).into(),
            part: advised.of.part().map(ToString::to_string),
            applies: effect.is_some(),
            reason,
            before: keyed(effect.map_or(now, |effect| &effect.before)),
            after: keyed(effect.map_or(now, |effect| &effect.after)),
            p_better: effect.and_then(|effect| effect.better_in(advice.rank)),
            opens: effect.map_or_else(Vec::new, |effect| gates(&effect.opens)),
            closes: effect.map_or_else(Vec::new, |effect| gates(&effect.closes)),
            edits: effect.map_or(0, |effect| effect.edits),
        }
    }
}

/// Values by their keys; none where a value is no number.
pub fn keyed(values: &Values) -> BTreeMap<&'static str, Option<f64>> {
    let pairs = MEASURES.into_iter().zip(values);
    pairs
        .map(|(figure, value)| (figure.short_key(), Some(*value).filter(|value| value.is_finite())))
        .collect()
}

impl MoveJson {
    /// The entry as one row of a table: values in the order of [`MEASURES`], gates as `stage>part`.
    pub fn cells(&self, lang: Lang) -> Vec<String> {
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        let values = |of: &BTreeMap<&'static str, Option<f64>>| {
            let by_key = MEASURES.map(|figure| of.get(figure.short_key()).copied().flatten());
            by_key.map(number)
        };
        let gates = |gates: &[GateJson]| {
            let words = gates.iter().map(|gate| format!("{}>{}", gate.stage, gate.part));
            words.collect::<Vec<_>>().join(" ")
        };
        let mut cells = vec![
            self.id.clone(),
            self.name.get(lang).to_owned(),
            self.part.clone().unwrap_or_default(),
            self.applies.to_string(),
            self.reason.clone().unwrap_or_default(),
        ];
        cells.extend(values(&self.before));
        cells.extend(values(&self.after));
        cells.extend([
            number(self.p_better),
            gates(&self.opens),
            gates(&self.closes),
            self.edits.to_string(),
        ]);
        cells
    }
}
