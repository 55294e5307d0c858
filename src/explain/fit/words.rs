//! Verdicts, reasons and causes in words: always the figure and the limit.

use super::{Cause, PartFit, grade_of, limit_of};
use crate::data::{Library, Route};
use crate::flow::gate::{Limit, Reason, Verdict};
use crate::model::{FactorId, FibreId, Part, Removable};
use crate::text::names::Names;
use crate::text::{FitMsg, Lang, number};

/// A reason as it is read, with the limit behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReasonRead {
    /// What was found and what is taken.
    pub text: String,
    /// The limit.
    pub limit: LimitRead,
}

/// The limit behind a reason.
#[derive(Debug, Clone, PartialEq)]
pub struct LimitRead {
    /// The factor that holds it; none where it has no figure.
    pub factor: Option<FactorId>,
    /// Its grade.
    pub grade: &'static str,
}

/// The verdict as a word: fits, fits with loss, does not fit.
pub const fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Accepted => FitMsg::Fits.text(lang),
        Verdict::Reduced => FitMsg::FitsWithLoss.text(lang),
        Verdict::Refused => FitMsg::FitsNot.text(lang),
    }
}

/// The reasons of one answer.
pub fn reasons(fit: &PartFit, part: &Part, route: &Route, names: &Names<'_>) -> Vec<ReasonRead> {
    let wanted = wanted(part, route, names);
    let read = |reason: &Reason| ReasonRead {
        text: reason_text(*reason, fit.answer.verdict, wanted.as_deref(), names.lang),
        limit: limit_read(names.library, route, *reason),
    };
    fit.answer.reasons.iter().map(read).collect()
}

fn limit_read(library: &Library, route: &Route, reason: Reason) -> LimitRead {
    LimitRead {
        factor: limit_of(&route.id, reason),
        grade: grade_of(library, &route.id, reason).letter(),
    }
}

/// What `route` wants, as far as `part` holds it: the one fibre, the fibres that the part has of them; none where it has none.
fn wanted(part: &Part, route: &Route, names: &Names<'_>) -> Option<String> {
    if let [one] = route.targets.named() {
        return Some(names.short_fibre(one));
    }
    let is_wanted = |fibre: &&FibreId| route.targets.named().contains(fibre);
    let held: Vec<&FibreId> = part
        .fibres
        .iter()
        .map(|line| &line.fibre)
        .filter(is_wanted)
        .collect();
    (!held.is_empty()).then(|| fibres(held.into_iter(), names))
}

/// Fibres in a row: "cotton + viscose", "棉＋粘纤".
fn fibres<'a>(all: impl Iterator<Item = &'a FibreId>, names: &Names<'_>) -> String {
    let words: Vec<String> = all.map(|fibre| names.short_fibre(fibre)).collect();
    words.join(match names.lang {
        Lang::En => " + ",
        Lang::Zh | Lang::Both => "＋",
    })
}

fn reason_text(reason: Reason, verdict: Verdict, named: Option<&str>, lang: Lang) -> String {
    let wanted = named.unwrap_or(FitMsg::Wanted.text(lang));
    let limited = |plain: FitMsg, bent: FitMsg, found: f64, limit: Limit| {
        let bends = (limit.bound - limit.value).abs() > 1e-9;
        let [found, value, bound] = [found, limit.value, limit.bound].map(|share| number::share(share, lang));
        let values = [
            ("found", found.as_str()),
            ("wanted", wanted),
            ("limit", &value),
            ("bound", &bound),
        ];
        (if bends { bent } else { plain }).with(lang, &values)
    };
    let refused = verdict == Verdict::Refused;
    let taken = verdict == Verdict::Accepted;
    match reason {
        Reason::Main(_, limit) if taken && limit.value <= 0.0 => FitMsg::FitsNone.text(lang).to_owned(),
        Reason::Main(found, limit) if taken => limited(FitMsg::FitsMain, FitMsg::FitsMain, found, limit),
        Reason::Main(found, limit) if found <= 0.0 => {
            let none = named.map_or(FitMsg::WhyNoneOfThem, |_| FitMsg::WhyNone);
            limited(none, none, found, limit)
        }
        Reason::Main(found, limit) => limited(FitMsg::WhyMain, FitMsg::WhyMainBound, found, limit),
        Reason::Elastane(found, limit) => {
            limited(FitMsg::WhyElastane, FitMsg::WhyElastaneBound, found, limit)
        }
        Reason::Other(found, limit) => limited(FitMsg::WhyOther, FitMsg::WhyOtherBound, found, limit),
        Reason::Coating if refused => FitMsg::WhyCoating.text(lang).to_owned(),
        Reason::Coating => FitMsg::WhyCoatingLoss.text(lang).to_owned(),
        Reason::Print if refused => FitMsg::WhyPrint.text(lang).to_owned(),
        Reason::Print => FitMsg::WhyPrintLoss.text(lang).to_owned(),
        Reason::HardPart if refused => FitMsg::WhyHard.text(lang).to_owned(),
        Reason::HardPart => FitMsg::WhyHardTaken.text(lang).to_owned(),
        Reason::Nothing(share) => FitMsg::WhyNothing.with(lang, &[("found", &number::share(share, lang))]),
    }
}

/// What of a part blocks, in few words.
pub fn cause(cause: &Cause, names: &Names<'_>) -> String {
    let lang = names.lang;
    let share = |share: &f64| number::share(*share, lang);
    match cause {
        Cause::Fibres(held, found) => FitMsg::CauseFibres.with(
            lang,
            &[("found", &share(found)), ("fibre", &fibres(held.iter(), names))],
        ),
        Cause::Elastane(found) => FitMsg::CauseElastane.with(lang, &[("found", &share(found))]),
        Cause::Other(found) => FitMsg::CauseOther.with(lang, &[("found", &share(found))]),
        Cause::Coating => FitMsg::CauseCoating.text(lang).to_owned(),
        Cause::Print => FitMsg::CausePrint.text(lang).to_owned(),
        Cause::StaysOn(Removable::No) => FitMsg::CauseStaysOn.text(lang).to_owned(),
        Cause::StaysOn(_) => FitMsg::CauseEffort.text(lang).to_owned(),
    }
}
