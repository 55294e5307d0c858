//! Gates in words: the part, the figure and the limit, never a bare verdict.

use super::names::Names;
use super::{EngineMsg, Lang, number};
use crate::flow::gate::{Answer, Limit, Reason, Verdict};
use crate::model::RouteId;

/// The verdict as one word.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Accepted => EngineMsg::VerdictAccepted.text(lang),
        Verdict::Reduced => EngineMsg::VerdictReduced.text(lang),
        Verdict::Refused => EngineMsg::VerdictRefused.text(lang),
    }
}

/// Why `route` answers so for `part`, one sentence per reason.
pub fn reasons(answer: &Answer, part: &str, route: &RouteId, names: &Names<'_>) -> Vec<String> {
    let said = Said {
        part,
        route: &names.route(route),
        wanted: &names.wanted(route),
        lang: names.lang,
    };
    answer
        .reasons
        .iter()
        .map(|reason| said.sentence(*reason, answer.verdict))
        .collect()
}

/// What the sentences speak of.
struct Said<'a> {
    part: &'a str,
    route: &'a str,
    wanted: &'a str,
    lang: Lang,
}

impl Said<'_> {
    fn with(&self, message: EngineMsg, found: f64, limit: Limit) -> String {
        let share = |share: f64| number::share(share, self.lang);
        let (found, value, bound) = (share(found), share(limit.value), share(limit.bound));
        let values = [
            ("part", self.part),
            ("route", self.route),
            ("wanted", self.wanted),
            ("found", &found),
            ("limit", &value),
            ("bound", &bound),
        ];
        message.with(self.lang, &values)
    }

    /// The sentence of a limit, another where it bends.
    fn limited(&self, plain: EngineMsg, bent: EngineMsg, found: f64, limit: Limit) -> String {
        let bends = (limit.bound - limit.value).abs() > 1e-9;
        self.with(if bends { bent } else { plain }, found, limit)
    }

    fn sentence(&self, reason: Reason, verdict: Verdict) -> String {
        let plain =
            |message: EngineMsg| message.with(self.lang, &[("part", self.part), ("route", self.route)]);
        let refused = verdict == Verdict::Refused;
        match reason {
            Reason::Main(found, limit) if verdict == Verdict::Accepted => {
                self.with(EngineMsg::GateFits, found, limit)
            }
            Reason::Main(found, limit) => {
                self.limited(EngineMsg::GateMain, EngineMsg::GateMainBound, found, limit)
            }
            Reason::Elastane(found, limit) => self.limited(
                EngineMsg::GateElastane,
                EngineMsg::GateElastaneBound,
                found,
                limit,
            ),
            Reason::Other(found, limit) => {
                self.limited(EngineMsg::GateOther, EngineMsg::GateOtherBound, found, limit)
            }
            Reason::Coating if refused => plain(EngineMsg::GateCoatingRefused),
            Reason::Coating => plain(EngineMsg::GateCoatingReduced),
            Reason::Print if refused => plain(EngineMsg::GatePrintRefused),
            Reason::Print => plain(EngineMsg::GatePrintReduced),
            Reason::HardPart if refused => plain(EngineMsg::GateHard),
            Reason::HardPart => plain(EngineMsg::GateHardTaken),
            Reason::Nothing(share) => {
                let limit = crate::flow::assemble::LEAST_OUTPUT;
                let limit = Limit {
                    value: limit,
                    bound: limit,
                };
                self.with(EngineMsg::GateNothing, share, limit)
            }
        }
    }
}
