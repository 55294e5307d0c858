//! Notices and refusals in words: each names the place and says what to do.

use super::{EngineMsg, names::Names, number};
use crate::flow::FlowError;
use crate::flow::notice::{MultiplierFault, Notice};
use crate::model::{ActivityId, Pathway, StageId};

/// The words of `notice`; `pathway` is the one that it speaks of, where it does.
pub fn notice(notice: &Notice, names: &Names<'_>, pathway: Option<&Pathway>) -> String {
    let lang = names.lang;
    let stage = |id: &StageId| stage_name(names, pathway, id);
    match notice {
        Notice::NoMass => EngineMsg::NoMass.text(lang).to_owned(),
        Notice::UnknownFibre { part, fibre } => {
            EngineMsg::UnknownFibre.with(lang, &[("part", &names.part(part)), ("fibre", fibre.as_str())])
        }
        Notice::FibreSum { part, sum } => {
            let message = if *sum > 1.0 {
                EngineMsg::FibreSumHigh
            } else {
                EngineMsg::FibreSumLow
            };
            message.with(
                lang,
                &[("part", &names.part(part)), ("sum", &number::share(*sum, lang))],
            )
        }
        Notice::ExitSum { stage: id, sum } => EngineMsg::ExitSum.with(
            lang,
            &[("stage", &stage(id)), ("sum", &number::share(*sum, lang))],
        ),
        Notice::UnknownKind(kind) => EngineMsg::UnknownKind.with(lang, &[("kind", kind.as_str())]),
        Notice::UnknownProcess { part, process } => EngineMsg::UnknownProcess.with(
            lang,
            &[("part", &names.part(part)), ("process", process.as_str())],
        ),
        Notice::UnknownRoute { stage: id, route } => {
            EngineMsg::UnknownRoute.with(lang, &[("stage", &stage(id)), ("route", route.as_str())])
        }
        Notice::UnknownOverride(factor) => {
            EngineMsg::UnknownOverride.with(lang, &[("factor", factor.as_str())])
        }
        Notice::NoFactor { .. }
        | Notice::NoFibreFactor { .. }
        | Notice::BoughtTrims
        | Notice::Borrowed { .. }
        | Notice::Proxy { .. }
        | Notice::FibreProxy { .. } => factor_notice(notice, names),
        Notice::Multiplier { activity, fault } => multiplier(activity, fault, names),
        Notice::Utility(x) => EngineMsg::Utility.with(lang, &[("x", &number::ratio(*x, lang))]),
        Notice::StartsDiffer => EngineMsg::StartsDiffer.text(lang).to_owned(),
        Notice::ReturnAside { stage: id, to } => {
            EngineMsg::ReturnAside.with(lang, &[("stage", &stage(id)), ("to", &stage(to))])
        }
        Notice::PartWithoutMass(part) => {
            EngineMsg::PartWithoutMass.with(lang, &[("part", &names.part(part))])
        }
        Notice::Flow(error) => flow_error(error, names, pathway),
    }
}

/// What is worth knowing about the factors of the hours.
fn factor_notice(notice: &Notice, names: &Names<'_>) -> String {
    let lang = names.lang;
    match notice {
        Notice::NoFactor { activity } => {
            EngineMsg::NoFactor.with(lang, &[("activity", &names.activity(activity))])
        }
        Notice::NoFibreFactor { fibre } => {
            EngineMsg::NoFibreFactor.with(lang, &[("fibre", &names.fibre(fibre))])
        }
        Notice::BoughtTrims => EngineMsg::BoughtTrims.text(lang).to_owned(),
        Notice::Borrowed {
            activity,
            place,
            from,
            grade,
        } => {
            let values = [names.activity(activity), names.place(place), names.place(from)];
            let [activity, place, from] = &values;
            EngineMsg::Borrowed.with(
                lang,
                &[
                    ("activity", activity),
                    ("place", place),
                    ("from", from),
                    ("grade", grade.letter()),
                ],
            )
        }
        Notice::Proxy { work, activity } => EngineMsg::Proxy.with(
            lang,
            &[
                ("route", &names.route(work)),
                ("activity", &names.activity(activity)),
            ],
        ),
        Notice::FibreProxy { fibre, activity } => {
            let values = [names.fibre(fibre), names.activity(activity)];
            let [fibre, activity] = &values;
            EngineMsg::FibreProxy.with(lang, &[("fibre", fibre), ("activity", activity)])
        }
        _ => String::new(),
    }
}

/// Why a multiplier of indirect work has no effect, and what to do.
pub fn multiplier(activity: &ActivityId, fault: &MultiplierFault, names: &Names<'_>) -> String {
    let (activity, lang) = (names.activity(activity), names.lang);
    let of = ("activity", activity.as_str());
    match fault {
        MultiplierFault::NoSource => EngineMsg::MultiplierNoSource.with(lang, &[of]),
        MultiplierFault::Supplier(supplier) => {
            let supplier = names.activity(supplier);
            EngineMsg::MultiplierSupplier.with(lang, &[of, ("supplier", &supplier)])
        }
    }
}

fn stage_name(names: &Names<'_>, pathway: Option<&Pathway>, id: &StageId) -> String {
    pathway.map_or_else(|| names.any_stage(id), |pathway| names.stage(pathway, id))
}

/// Why a pathway has no answer, and what to do.
pub fn flow_error(error: &FlowError, names: &Names<'_>, pathway: Option<&Pathway>) -> String {
    let lang = names.lang;
    let stage = |id: &StageId| stage_name(names, pathway, id);
    let list = |ids: &[StageId]| {
        let comma = lang.comma();
        ids.iter().map(stage).collect::<Vec<_>>().join(comma)
    };
    match error {
        FlowError::Start(id) => EngineMsg::FlowStart.with(lang, &[("stage", &stage(id))]),
        FlowError::HiredUnworn(id) => EngineMsg::FlowHiredUnworn.with(lang, &[("stage", &stage(id))]),
        FlowError::FallbackBack { stage: id, fallback } => {
            EngineMsg::FlowFallbackBack.with(lang, &[("stage", &stage(id)), ("fallback", &stage(fallback))])
        }
        FlowError::BackToItem { from, to } => {
            EngineMsg::FlowBackToItem.with(lang, &[("from", &stage(from)), ("to", &stage(to))])
        }
        FlowError::Twice(id) => EngineMsg::FlowTwice.with(lang, &[("stage", id.as_str())]),
        FlowError::Missing { from, to } => {
            EngineMsg::FlowMissing.with(lang, &[("from", &stage(from)), ("to", to.as_str())])
        }
        FlowError::NoExit(ids) => EngineMsg::FlowNoExit.with(lang, &[("stages", &list(ids))]),
        FlowError::NoFallback(id) => EngineMsg::FlowNoFallback.with(lang, &[("stage", &stage(id))]),
        FlowError::MaterialCycle(ids) => EngineMsg::FlowMaterialCycle.with(lang, &[("stages", &list(ids))]),
        FlowError::ResidueCredited { from, gate } => {
            EngineMsg::FlowResidue.with(lang, &[("from", &stage(from)), ("gate", &stage(gate))])
        }
        FlowError::OutputNotEnd(id) => EngineMsg::FlowOutputNotEnd.with(lang, &[("stage", &stage(id))]),
        FlowError::NotAnOutput { from, end } => {
            EngineMsg::FlowNotAnOutput.with(lang, &[("from", &stage(from)), ("end", &stage(end))])
        }
        FlowError::NoGate { stage: id, part } => {
            EngineMsg::FlowNoGate.with(lang, &[("stage", &stage(id)), ("part", &names.part(part))])
        }
        FlowError::NoTarget { stage: id, part } => {
            EngineMsg::FlowNoTarget.with(lang, &[("stage", &stage(id)), ("part", &names.part(part))])
        }
        FlowError::NotFinite(id) => EngineMsg::FlowNotFinite.with(lang, &[("stage", &stage(id))]),
    }
}
