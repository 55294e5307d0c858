//! What is told with a move: what it takes, what it costs besides, and the rule that it cures.

use super::gates::GateChange;
use crate::data::{Effort, MoveRow};
use crate::text::names::Names;
use crate::text::{AdviceMsg, Lang, gates as told};

/// What a move takes, in words: "needs another supplier, needs another pattern".
pub fn efforts(row: &MoveRow, lang: Lang) -> String {
    let words: Vec<&str> = row
        .effort
        .iter()
        .map(|effort| effort_words(*effort).text(lang))
        .collect();
    words.join(lang.pause())
}

const fn effort_words(effort: Effort) -> AdviceMsg {
    match effort {
        Effort::Supplier => AdviceMsg::EffortSupplier,
        Effort::Pattern => AdviceMsg::EffortPattern,
        Effort::Process => AdviceMsg::EffortProcess,
        Effort::Service => AdviceMsg::EffortService,
        Effort::Partner => AdviceMsg::EffortPartner,
    }
}

/// What a move costs besides, and whether that is in the figures; `None` where nothing is to be said.
pub fn said(row: &MoveRow, lang: Lang) -> Option<String> {
    let said = row.said.as_ref()?.get(lang);
    if !row.unreckoned {
        return Some(said.to_owned());
    }
    let gap = if lang == Lang::En { " " } else { "" };
    Some(format!("{said}{gap}{}", AdviceMsg::Unreckoned.text(lang)))
}

/// A gate that a move opens or closes, by name.
pub fn gate_words(gate: &GateChange, names: &Names<'_>) -> String {
    let takes = gate.after.as_ref().is_some_and(super::gates::takes);
    let message = if takes {
        AdviceMsg::Opens
    } else {
        AdviceMsg::Closes
    };
    let stage = gate.after.as_ref().or(gate.before.as_ref());
    let stage = stage.map_or_else(
        || names.any_stage(&gate.stage),
        |gate| names.short_route(&gate.route),
    );
    let part = names.part(&gate.part);
    message.with(names.lang, &[("stage", &stage), ("part", &part)])
}

/// The rule that kept the part out before, with figure and limit; `None` where nothing did, for the gate was not there.
pub fn cure(gate: &GateChange, names: &Names<'_>) -> Option<String> {
    let before = gate.before.as_ref()?;
    let reasons = told::reasons(&before.answer, &names.part(&gate.part), &before.route, names);
    reasons.into_iter().next()
}
