//! Gates in words: the part, the figure and the limit, never a bare verdict.

use super::{EngineMsg, Lang, number};
use crate::flow::gate::{Answer, Limit, Reason, Verdict};

/// The verdict as one word.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Accepted => EngineMsg::VerdictAccepted.text(lang),
        Verdict::Reduced => EngineMsg::VerdictReduced.text(lang),
        Verdict::Refused => EngineMsg::VerdictRefused.text(lang),
    }
}

/// Why `route` answers so for `part`, one sentence per reason.
pub fn reasons(answer: &Answer, part: &str, route: &str, lang: Lang) -> Vec<String> {
    answer
        .reasons
        .iter()
        .map(|reason| sentence(*reason, answer.verdict, part, route, lang))
        .collect()
}

fn sentence(reason: Reason, verdict: Verdict, part: &str, route: &str, lang: Lang) -> String {
    let limited = |plain: EngineMsg, bent: EngineMsg, found: f64, limit: Limit| {
        let bends = (limit.bound - limit.value).abs() > 1e-9;
        let message = if bends { bent } else { plain };
        let share = |share: f64| number::share(share, lang);
        let (found, value, bound) = (share(found), share(limit.value), share(limit.bound));
        message.with(
            lang,
            &[
                ("part", part),
                ("route", route),
                ("found", &found),
                ("limit", &value),
                ("bound", &bound),
            ],
        )
    };
    let plain = |message: EngineMsg| message.with(lang, &[("part", part), ("route", route)]);
    let refused = verdict == Verdict::Refused;
    match reason {
        Reason::Main(found, _) if verdict == Verdict::Accepted => {
            EngineMsg::GateFits.with(lang, &[("part", part), ("found", &number::share(found, lang))])
        }
        Reason::Main(found, limit) => limited(EngineMsg::GateMain, EngineMsg::GateMainBound, found, limit),
        Reason::Elastane(found, limit) => limited(
            EngineMsg::GateElastane,
            EngineMsg::GateElastaneBound,
            found,
            limit,
        ),
        Reason::Other(found, limit) => limited(EngineMsg::GateOther, EngineMsg::GateOtherBound, found, limit),
        Reason::Coating if refused => plain(EngineMsg::GateCoatingRefused),
        Reason::Coating => plain(EngineMsg::GateCoatingReduced),
        Reason::Print if refused => plain(EngineMsg::GatePrintRefused),
        Reason::Print => plain(EngineMsg::GatePrintReduced),
        Reason::HardPart if refused => plain(EngineMsg::GateHard),
        Reason::HardPart => plain(EngineMsg::GateHardTaken),
    }
}
