//! Hints in words: the rule, the answer, what was found, and where the rule is from.

use super::{Hint, HintLine, Measure, Status};
use crate::data::{RuleGroup, Severity};
use crate::explain::FigureId;
use crate::model::{PartId, Removable};
use crate::text::names::Names;
use crate::text::{CommonMsg, HintMsg, Lang, number};

/// A hint as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct HintRead {
    /// The rule's id.
    pub rule: String,
    /// What the rule asks for.
    pub name: String,
    /// The aim that it serves.
    pub group: RuleGroup,
    /// What a breach means.
    pub severity: Severity,
    /// What a breach means, as a word.
    pub severity_word: &'static str,
    /// The answer.
    pub status: Status,
    /// The answer as a word.
    pub status_word: &'static str,
    /// "Proposal, not law", where it is one.
    pub proposal: Option<&'static str>,
    /// What was found, part by part, with the part and the figure that it opens.
    pub lines: Vec<(String, Option<PartId>, Option<FigureId>)>,
    /// Grade of the rule.
    pub grade: &'static str,
    /// Sources, one each.
    pub sources: Vec<String>,
}

/// All hints as they are read: group by group, what goes against a rule first and of that the gravest.
pub fn read(hints: &[Hint<'_>], names: &Names<'_>) -> Vec<HintRead> {
    let mut all: Vec<HintRead> = hints.iter().map(|hint| one(hint, names)).collect();
    all.sort_by(|a, b| {
        a.group
            .cmp(&b.group)
            .then(a.status.cmp(&b.status))
            .then(b.severity.cmp(&a.severity))
    });
    all
}

fn one(hint: &Hint<'_>, names: &Names<'_>) -> HintRead {
    let (rule, lang) = (hint.rule, names.lang);
    let status_word = match hint.status {
        Status::NotMet => HintMsg::NotMet,
        Status::Met => HintMsg::Met,
        Status::NotAsked => HintMsg::NotAsked,
        Status::Apart => HintMsg::DoesNotApply,
    };
    let sources: Vec<String> = rule.sources.iter().map(|id| names.source(id)).collect();
    let judged = || vec![HintMsg::Judged.text(lang).to_owned()];
    HintRead {
        rule: rule.id.clone(),
        name: rule.name.get(lang).to_owned(),
        group: rule.group,
        severity: rule.severity,
        severity_word: HintMsg::from(rule.severity).text(lang),
        status: hint.status,
        status_word: status_word.text(lang),
        proposal: rule.proposal.then(|| HintMsg::Proposal.text(lang)),
        lines: hint.lines.iter().map(|found| line(found, names)).collect(),
        grade: rule.grade.letter(),
        sources: if sources.is_empty() { judged() } else { sources },
    }
}

fn line(line: &HintLine, names: &Names<'_>) -> (String, Option<PartId>, Option<FigureId>) {
    let found = measure(&line.measure, names);
    let words = match &line.part {
        Some(part) => HintMsg::OfPart.with(names.lang, &[("part", &names.part(part)), ("found", &found)]),
        None => HintMsg::OfProduct.with(names.lang, &[("found", &found)]),
    };
    (words, line.part.clone(), line.opens.clone())
}

fn measure(measure: &Measure, names: &Names<'_>) -> String {
    let lang = names.lang;
    let plain = |message: HintMsg| message.text(lang).to_owned();
    match measure {
        Measure::Elastane(found, limit) => shares(HintMsg::Elastane, *found, *limit, lang),
        Measure::NotCellulose(found, limit) => shares(HintMsg::NotCellulose, *found, *limit, lang),
        Measure::CutAway(found, limit) => shares(HintMsg::CutAway, *found, *limit, lang),
        Measure::Trims(found, limit) => shares(HintMsg::Trims, *found, *limit, lang),
        Measure::Recycled(found, limit) => shares(HintMsg::Recycled, *found, *limit, lang),
        Measure::RecycledCotton(found, limit) => shares(HintMsg::RecycledCotton, *found, *limit, lang),
        Measure::OwnReturns(found, limit) => shares(HintMsg::OwnReturns, *found, *limit, lang),
        Measure::Synthetic(found, limit) => shares(HintMsg::Synthetic, *found, *limit, lang),
        Measure::CuttingLoss(found, limit) => shares(HintMsg::CuttingLoss, *found, *limit, lang),
        Measure::Fibres(found, limit) => counts(HintMsg::Fibres, *found, *limit, lang),
        Measure::Layers(found, limit) => counts(HintMsg::Layers, *found, *limit, lang),
        Measure::Bottles(found) => HintMsg::Bottles.with(lang, &[("found", &number::share(*found, lang))]),
        Measure::Sum(found) => HintMsg::Sum.with(lang, &[("found", &number::share(*found, lang))]),
        Measure::Coated => plain(HintMsg::Coated),
        Measure::Laminated => plain(HintMsg::Laminated),
        Measure::Printed => plain(HintMsg::Printed),
        Measure::CarbonBlack => plain(HintMsg::CarbonBlack),
        Measure::ComesOff(Removable::No) => plain(HintMsg::StaysOn),
        Measure::ComesOff(Removable::WithEffort) => plain(HintMsg::WithEffort),
        Measure::ComesOff(Removable::Easily) => CommonMsg::RemovableEasily.text(lang).to_owned(),
        Measure::LabelThere => plain(HintMsg::LabelThere),
        Measure::NoLabel => plain(HintMsg::NoLabel),
        Measure::WoolWoven => plain(HintMsg::WoolWoven),
        Measure::WoolKnitted => plain(HintMsg::WoolKnitted),
        Measure::Pvc => plain(HintMsg::Pvc),
        Measure::Purity(fibre, found, class, limit) => {
            let (fibre, class) = (names.short_fibre(fibre), class.to_string());
            let [found, limit] = [found, limit].map(|share| number::share(*share, lang));
            let values = [
                ("fibre", &fibre),
                ("found", &found),
                ("class", &class),
                ("limit", &limit),
            ];
            HintMsg::Purity.with(lang, &values.map(|(key, value)| (key, value.as_str())))
        }
        Measure::OtherFibre(own, shell) => {
            let [own, shell] = [own, shell].map(|fibre| names.short_fibre(fibre));
            HintMsg::OtherFibre.with(lang, &[("own", &own), ("shell", &shell)])
        }
        Measure::RecycledFibre(fibre, found, limit) => {
            let [found, limit] = [found, limit].map(|share| number::share(*share, lang));
            let values = [
                ("fibre", &names.short_fibre(fibre)),
                ("found", &found),
                ("limit", &limit),
            ];
            HintMsg::RecycledFibre.with(lang, &values.map(|(key, value)| (key, value.as_str())))
        }
    }
}

fn shares(message: HintMsg, found: f64, limit: f64, lang: Lang) -> String {
    let [found, limit] = [found, limit].map(|share| number::share(share, lang));
    message.with(lang, &[("found", &found), ("limit", &limit)])
}

fn counts(message: HintMsg, found: usize, limit: f64, lang: Lang) -> String {
    message.with(
        lang,
        &[("found", &found.to_string()), ("limit", &number::typed(limit))],
    )
}
