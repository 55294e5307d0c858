//! The EU readiness checklist in words: a proposal, not law.

use super::names::Names;
use super::{Lang, messages, number};
use crate::indicator::eu_readiness::{Check, Met, Point};

messages! {
    /// Points of the checklist and their answers.
    pub enum ChecklistMsg {
        Title: "EU readiness (proposal, not law)", "欧盟草案要点（提案，非法规）";
        Elastane: "elastane at most 15 %, or 20 % where more than 80 % is polyamide 6", "氨纶不超过15%，聚酰胺6超过80%时不超过20%";
        SameInside: "lining, padding and shell of the same fibres", "里料、填充物与面料纤维相同";
        MonoMaterial: "each fabric of one fibre", "每种面料只用一种纤维";
        NoPrint: "no print", "无印花";
        NoCoating: "no coating or lamination", "无涂层或复合";
        NoSequins: "no sequins, beads or metallic thread", "无亮片、珠饰或金属线";
        NoBlockingDyes: "no dyes that block sorting", "无妨碍分拣的着色";
        Met: "met", "已满足";
        NotMet: "not met", "未满足";
        NotAsked: "not asked", "未询问";
        Line: "{point}: {verdict}", "{point}：{verdict}";
        LinePart: "{point}: {verdict} ({part})", "{point}：{verdict}（{part}）";
        LineFound: "{point}: {verdict} ({part} {found})", "{point}：{verdict}（{part}，{found}）";
    }
}

/// The words of one point.
pub fn point(point: Point, lang: Lang) -> &'static str {
    match point {
        Point::Elastane => ChecklistMsg::Elastane.text(lang),
        Point::SameInside => ChecklistMsg::SameInside.text(lang),
        Point::MonoMaterial => ChecklistMsg::MonoMaterial.text(lang),
        Point::NoPrint => ChecklistMsg::NoPrint.text(lang),
        Point::NoCoating => ChecklistMsg::NoCoating.text(lang),
        Point::NoSequins => ChecklistMsg::NoSequins.text(lang),
        Point::NoBlockingDyes => ChecklistMsg::NoBlockingDyes.text(lang),
    }
}

/// The words of one answer.
pub fn verdict(verdict: Met, lang: Lang) -> &'static str {
    match verdict {
        Met::Met => ChecklistMsg::Met.text(lang),
        Met::NotMet => ChecklistMsg::NotMet.text(lang),
        Met::NotAsked => ChecklistMsg::NotAsked.text(lang),
    }
}

/// One line of the checklist.
pub fn sentence(check: &Check, names: &Names<'_>) -> String {
    let lang = names.lang;
    let (point, verdict) = (point(check.point, lang), verdict(check.verdict, lang));
    let found = check
        .found
        .map(|share| number::share(share, lang))
        .unwrap_or_default();
    let part = check
        .part
        .as_ref()
        .map(|part| names.part(part))
        .unwrap_or_default();
    let message = match (&check.part, check.found) {
        (None, _) => ChecklistMsg::Line,
        (Some(_), None) => ChecklistMsg::LinePart,
        (Some(_), Some(_)) => ChecklistMsg::LineFound,
    };
    message.with(
        lang,
        &[
            ("point", point),
            ("verdict", verdict),
            ("part", &part),
            ("found", &found),
        ],
    )
}
