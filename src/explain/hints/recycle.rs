//! Rules on fibres and finishes: easy to recycle.

use super::{Answer, Asked, Measure, Status, at_most, main_fibre, none_of, of_part, share_of};
use crate::model::{Construction, FibreId, Part, Role};

/// Elastane is a share of a part, never of the product.
fn elastane_of(part: &Part) -> f64 {
    share_of(part, |fibre| fibre.as_str() == "elastane")
}

/// R01: more elastane is borne where polyamide 6 leads.
pub(super) fn elastane_draft(asked: &Asked<'_>) -> Option<Answer> {
    let (most, most_pa6, pa6) = (
        asked.limit("most")?,
        asked.limit("most_pa6")?,
        asked.limit("pa6")?,
    );
    let limit = |part: &Part| {
        let share = share_of(part, |fibre| fibre.as_str() == "pa6");
        if share > pa6 { most_pa6 } else { most }
    };
    let found = asked
        .cloth()
        .map(|part| (part, elastane_of(part), limit(part)))
        .collect();
    Some(at_most(found, Measure::Elastane))
}

/// R02.
pub(super) fn elastane(asked: &Asked<'_>) -> Option<Answer> {
    let most = asked.limit("most")?;
    let found = asked
        .cloth()
        .map(|part| (part, elastane_of(part), most))
        .collect();
    Some(at_most(found, Measure::Elastane))
}

/// R03: of jeans only, main fabric.
pub(super) fn denim(asked: &Asked<'_>) -> Option<Answer> {
    let most = asked.limit("most")?;
    if asked.project.product.kind.as_str() != "jeans" {
        return Some((Status::Apart, Vec::new()));
    }
    let is_cellulose = |fibre: &FibreId| {
        let known = asked.library.fibre(fibre);
        known.is_some_and(|known| known.polymer == "cellulose")
    };
    let found = asked.with_role(&[Role::Shell]);
    let found = found.map(|part| (part, 1.0 - share_of(part, is_cellulose), most));
    Some(at_most(found.collect(), Measure::NotCellulose))
}

/// R04: class 1 is met; the others are not.
pub(super) fn purity(asked: &Asked<'_>) -> Option<Answer> {
    let limits = [
        asked.limit("first")?,
        asked.limit("second")?,
        asked.limit("third")?,
    ];
    let class = |share: f64| 1 + limits.iter().filter(|limit| share < **limit - 1e-9).count();
    let shells = asked.with_role(&[Role::Shell]);
    let mut found: Vec<_> = shells
        .filter_map(|part| main_fibre(part).map(|(fibre, share)| (part, fibre, share)))
        .collect();
    found.sort_by(|a, b| a.2.total_cmp(&b.2));
    let Some((_, _, least)) = found.first() else {
        return Some((Status::NotAsked, Vec::new()));
    };
    let met = class(*least) == 1;
    let lines = found
        .iter()
        .filter(|(.., share)| met || class(*share) > 1)
        .map(|(part, fibre, share)| {
            let measure = Measure::Purity((*fibre).clone(), *share, class(*share), limits[0]);
            of_part(part, measure)
        });
    Some((if met { Status::Met } else { Status::NotMet }, lines.collect()))
}

/// R05.
pub(super) fn fibre_count(asked: &Asked<'_>) -> Option<Answer> {
    let most = asked.limit("most_count")?;
    let count = |part: &Part| part.fibres.iter().filter(|line| line.share.get() > 0.0).count();
    let shells = asked.with_role(&[Role::Shell]);
    let lines = shells.map(|part| (part, count(part)));
    let (over, within): (Vec<_>, Vec<_>) = lines.partition(|(_, count)| *count as f64 > most);
    let line = |(part, count): &(&Part, usize)| of_part(part, Measure::Fibres(*count, most));
    if over.is_empty() {
        let most_of_them = within.iter().max_by_key(|(_, count)| *count);
        return Some((Status::Met, most_of_them.map(line).into_iter().collect()));
    }
    Some((Status::NotMet, over.iter().map(line).collect()))
}

/// R06: lining and filling against the main fabric.
pub(super) fn same_inside(asked: &Asked<'_>) -> Option<Answer> {
    let inner: Vec<&Part> = asked.with_role(&[Role::Lining, Role::Filling]).collect();
    if inner.is_empty() {
        return Some((Status::Apart, Vec::new()));
    }
    let (shell, _) = asked.shell().and_then(main_fibre)?;
    let differs = inner.iter().filter_map(|part| {
        let (own, _) = main_fibre(part)?;
        (own != shell).then(|| of_part(part, Measure::OtherFibre(own.clone(), shell.clone())))
    });
    Some(none_of(differs.collect()))
}

/// R07.
pub(super) fn no_coating(asked: &Asked<'_>) -> Answer {
    let marks = |part: &Part| {
        let finishes = [
            (part.finishes.coated, Measure::Coated),
            (part.finishes.laminated, Measure::Laminated),
        ];
        let there = finishes.into_iter().filter(|(there, _)| *there);
        there
            .map(|(_, measure)| of_part(part, measure))
            .collect::<Vec<_>>()
    };
    none_of(asked.cloth().flat_map(marks).collect())
}

/// R08: whether there is a print is known, its kind is not.
pub(super) fn no_rubber_print(asked: &Asked<'_>) -> Answer {
    let printed = asked.cloth().filter(|part| part.finishes.printed);
    let lines: Vec<_> = printed.map(|part| of_part(part, Measure::Printed)).collect();
    let status = if lines.is_empty() {
        Status::Met
    } else {
        Status::NotAsked
    };
    (status, lines)
}

/// R29.
pub(super) fn wool(asked: &Asked<'_>) -> Answer {
    let wool = asked
        .cloth()
        .filter(|part| main_fibre(part).is_some_and(|(fibre, _)| fibre.as_str() == "wool"));
    let wool: Vec<&Part> = wool.collect();
    let built = |construction, measure: Measure| {
        let such = wool.iter().filter(|part| part.construction == construction);
        such.map(|part| of_part(part, measure.clone()))
            .collect::<Vec<_>>()
    };
    let woven = built(Construction::Woven, Measure::WoolWoven);
    let knitted = built(Construction::Knitted, Measure::WoolKnitted);
    match (woven.is_empty(), knitted.is_empty()) {
        (false, _) => (Status::NotMet, woven),
        (true, false) => (Status::Met, knitted),
        (true, true) => (Status::Apart, Vec::new()),
    }
}

/// R35: what a coating is made of is only known where it stands as a fibre line.
pub(super) fn no_pvc(asked: &Asked<'_>) -> Answer {
    let holds = |part: &&Part| share_of(part, |fibre| fibre.as_str() == "pvc_coat") > 0.0;
    let pvc: Vec<_> = asked
        .parts()
        .filter(holds)
        .map(|part| of_part(part, Measure::Pvc))
        .collect();
    let coated = asked.cloth().filter(|part| part.finishes.coated);
    let coated: Vec<_> = coated.map(|part| of_part(part, Measure::Coated)).collect();
    match (pvc.is_empty(), coated.is_empty()) {
        (false, _) => (Status::NotMet, pvc),
        (true, true) => (Status::Met, Vec::new()),
        (true, false) => (Status::NotAsked, coated),
    }
}
