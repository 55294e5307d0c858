//! Sentences that the data of the parts back.

use super::{Backed, Claim, Facts, Row, both, fill};
use crate::model::{Assumed, FibreLine, Name, Origin, Part, Removable};
use crate::text::{ClaimMsg, Lang, number};

/// The sentences of `row`: one, or one for each part; none without data.
pub(super) fn claims(facts: &Facts<'_>, row: &Row, backed: Backed) -> Vec<Claim> {
    match backed {
        Backed::Recycled => content(facts, row, |line| line.feedstock.recycled.get()),
        Backed::Sustained => content(facts, row, |line| line.feedstock.sustained.get()),
        Backed::Reused => content(facts, row, |line| line.feedstock.reused.get()),
        Backed::OneFibre => one_fibre(facts, row),
        Backed::ComesOff => comes_off(facts, row),
    }
}

/// The share that `of` gives of each fibre line, of the whole piece: with certificates where all parts that it comes from
/// have one.
fn content(facts: &Facts<'_>, row: &Row, of: impl Fn(&FibreLine) -> f64) -> Vec<Claim> {
    let parts = &facts.project.product.parts;
    let in_part = |part: &Part| -> f64 {
        let lines = part.fibres.iter().map(|line| line.share.get() * of(line));
        part.mass.get() * lines.sum::<f64>()
    };
    let whole: f64 = parts.iter().map(|part| part.mass.get()).sum();
    let content: f64 = parts.iter().map(in_part).sum();
    if whole <= 0.0 || content <= 0.0 {
        return Vec::new();
    }
    let holding: Vec<&Part> = parts.iter().filter(|part| in_part(part) > 0.0).collect();
    let mut origins: Vec<Origin> = Vec::new();
    for line in holding
        .iter()
        .flat_map(|part| &part.fibres)
        .filter(|line| of(line) > 0.0)
    {
        if !origins.contains(&line.feedstock.origin) {
            origins.push(line.feedstock.origin);
        }
    }
    let words = |lang: Lang| {
        let words: Vec<&str> = origins
            .iter()
            .map(|origin| origin_words(*origin).text(lang))
            .collect();
        words.join(lang.pause())
    };
    let values = [
        ("percent", both(|lang| rounded_down(content / whole, lang))),
        ("origins", both(words)),
        ("certificates", both(|lang| certificates(&holding, lang))),
    ];
    let basis = holding
        .iter()
        .map(|part| both(|lang| basis(facts, part, in_part(part), lang)));
    let mut missing: Vec<Name> = holding.iter().filter_map(|part| unproved(facts, part)).collect();
    missing.extend(unweighed(facts));
    vec![Claim {
        id: row.id.clone(),
        text: fill(row, &values),
        allowed: missing.is_empty(),
        basis: basis.collect(),
        missing,
    }]
}

/// What recycled content was made from, within a sentence.
const fn origin_words(origin: Origin) -> ClaimMsg {
    match origin {
        Origin::TextilePostConsumer => ClaimMsg::FromWorn,
        Origin::TextilePreConsumer => ClaimMsg::FromProduction,
        Origin::OtherWaste => ClaimMsg::FromOther,
    }
}

/// A share in whole per cent, or tenths below one, never rounded up.
fn rounded_down(share: f64, lang: Lang) -> String {
    // A share that is whole but for the last digit stays whole.
    let percent = share * 100.0 + 1e-9;
    let cut = if percent >= 1.0 {
        percent.floor()
    } else {
        (percent * 10.0).floor() / 10.0
    };
    number::share(cut / 100.0, lang)
}

fn certificates(parts: &[&Part], lang: Lang) -> String {
    let mut named: Vec<String> = Vec::new();
    for part in parts.iter().filter(|part| !part.papers.certificate.is_empty()) {
        let both = [part.papers.certificate.trim(), part.papers.evidence.trim()];
        let text = both.join(" ").trim().to_owned();
        if !named.contains(&text) {
            named.push(text);
        }
    }
    if named.is_empty() {
        return String::new();
    }
    ClaimMsg::Certificates.with(lang, &[("names", &named.join(lang.comma()))])
}

/// What of the content is in one part.
fn basis(facts: &Facts<'_>, part: &Part, kg: f64, lang: Lang) -> String {
    let name = facts.names(lang).part(&part.id);
    let (mass, content) = (number::grams(part.mass.get(), lang), number::grams(kg, lang));
    let values = [
        ("part", name.as_str()),
        ("mass", mass.as_str()),
        ("content", content.as_str()),
    ];
    ClaimMsg::OfPart.with(lang, &values)
}

/// That a part has no certificate, or one without its number.
fn unproved(facts: &Facts<'_>, part: &Part) -> Option<Name> {
    let papers = &part.papers;
    let message = match (
        papers.certificate.trim().is_empty(),
        papers.evidence.trim().is_empty(),
    ) {
        (true, _) => ClaimMsg::NoCertificate,
        (false, true) => ClaimMsg::NoEvidence,
        (false, false) => return None,
    };
    Some(both(|lang| {
        let name = facts.names(lang).part(&part.id);
        message.with(
            lang,
            &[("part", &name), ("certificate", papers.certificate.trim())],
        )
    }))
}

/// Parts whose mass nobody has stated: shares by weight rest on them.
fn unweighed(facts: &Facts<'_>) -> Vec<Name> {
    let marks = facts.project.product.assumed.iter();
    let parts = marks.filter_map(|mark| match mark {
        Assumed::Mass(part) => Some(part),
        _ => None,
    });
    let say = |part: &crate::model::PartId| {
        both(|lang| ClaimMsg::Unweighed.with(lang, &[("part", &facts.names(lang).part(part))]))
    };
    parts.map(say).collect()
}

/// Cloth of one fibre.
fn one_fibre(facts: &Facts<'_>, row: &Row) -> Vec<Claim> {
    let cloth = facts.project.product.parts.iter().filter(|part| !part.is_hard());
    let one = |part: &Part| match part.fibres.as_slice() {
        [line] if line.share.get() >= 1.0 - 1e-9 && facts.library.fibre(&line.fibre).is_some() => {
            (line.fibre.as_str() != "other").then(|| line.fibre.clone())
        }
        _ => None,
    };
    let claims = cloth.filter_map(|part| {
        let fibre = one(part)?;
        let name = both(|lang| facts.names(lang).part(&part.id));
        let fibre = both(|lang| facts.names(lang).fibre(&fibre));
        Some(Claim {
            id: row.id.clone(),
            text: fill(row, &[("part", name), ("fibre", fibre)]),
            allowed: true,
            basis: vec![both(|lang| ClaimMsg::ByComposition.text(lang).to_owned())],
            missing: Vec::new(),
        })
    });
    claims.collect()
}

/// Parts that come off easily.
fn comes_off(facts: &Facts<'_>, row: &Row) -> Vec<Claim> {
    let parts = facts.project.product.parts.iter();
    let easy: Vec<&Part> = parts.filter(|part| part.removable == Removable::Easily).collect();
    if easy.is_empty() {
        return Vec::new();
    }
    let names = both(|lang| {
        let names: Vec<String> = easy.iter().map(|part| facts.names(lang).part(&part.id)).collect();
        names.join(lang.pause())
    });
    vec![Claim {
        id: row.id.clone(),
        text: fill(row, &[("parts", names)]),
        allowed: false,
        basis: vec![both(|lang| ClaimMsg::ByDesign.text(lang).to_owned())],
        missing: vec![both(|lang| ClaimMsg::NeedTakingApart.text(lang).to_owned())],
    }]
}
