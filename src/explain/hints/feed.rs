//! Rules on what goes in, on making and on the data themselves.

use super::{Answer, Asked, FigureId, HintLine, Measure, Status, at_most, none_of, of_part, of_product};
use crate::data::Cycle;
use crate::explain::PathwayFigure;
use crate::figure::ProductFigure;
use crate::model::{FibreLine, Making, Part};

const fn met(holds: bool) -> Status {
    if holds { Status::Met } else { Status::NotMet }
}

/// Recycled share of the product's mass, any origin.
fn recycled(asked: &Asked<'_>) -> f64 {
    let inflow = &asked.assessment.product.inflow;
    inflow.recycled_textile + inflow.recycled_other
}

/// R20: from the first share on it can be certified, from the second on it may carry the label.
pub(super) fn recycled_standard(asked: &Asked<'_>) -> Option<Answer> {
    let (certify, label) = (asked.limit("certify")?, asked.limit("label")?);
    let found = recycled(asked);
    let limit = if found < label { certify } else { label };
    let line = of_product(
        Measure::Recycled(found, limit),
        Some(FigureId::Product(ProductFigure::RecycledShare)),
    );
    Some((met(found >= certify), vec![line]))
}

/// R21: polyester and cotton each by itself.
pub(super) fn recycled_draft(asked: &Asked<'_>) -> Option<Answer> {
    let mut lines = Vec::new();
    for fibre in ["polyester", "cotton"] {
        let least = asked.limit(fibre)?;
        let (mut kg, mut back) = (0.0, 0.0);
        for part in asked.cloth() {
            for line in part.fibres.iter().filter(|line| line.fibre.as_str() == fibre) {
                let mass = part.mass.get() * line.share.get();
                kg += mass;
                back += mass * line.feedstock.recycled.get();
            }
        }
        if kg > 0.0 {
            lines.push((back / kg, least, fibre));
        }
    }
    if lines.is_empty() {
        return Some((Status::Apart, Vec::new()));
    }
    let all = lines.iter().all(|(found, least, _)| found >= least);
    let line = |(found, least, fibre): (f64, f64, &str)| {
        let opens = Some(FigureId::FibreMass(fibre.into()));
        of_product(Measure::RecycledFibre(fibre.into(), found, least), opens)
    };
    Some((met(all), lines.into_iter().map(line).collect()))
}

/// R22: speaks up where recycled polyester comes from other waste.
pub(super) fn bottles(asked: &Asked<'_>) -> Answer {
    let is_polyester = |line: &&FibreLine| line.fibre.as_str() == "polyester";
    let from = |part: &Part, textile: bool| -> f64 {
        let lines = part.fibres.iter().filter(is_polyester);
        let lines = lines.filter(|line| line.feedstock.origin.is_textile() == textile);
        lines
            .map(|line| line.share.get() * line.feedstock.recycled.get())
            .sum()
    };
    let open: Vec<HintLine> = asked
        .cloth()
        .filter(|part| from(part, false) > 0.0)
        .map(|part| of_part(part, Measure::Bottles(from(part, false))))
        .collect();
    let closed = asked.cloth().any(|part| from(part, true) > 0.0);
    match (open.is_empty(), closed) {
        (false, _) => (Status::NotMet, open),
        (true, true) => (Status::Met, Vec::new()),
        (true, false) => (Status::Apart, Vec::new()),
    }
}

/// R23: by the spinning that the part names.
pub(super) fn recycled_cotton(asked: &Asked<'_>) -> Option<Answer> {
    let (ring, rotor) = (asked.limit("most_ring")?, asked.limit("most_rotor")?);
    let share = |part: &Part| -> f64 {
        let cotton = part.fibres.iter().filter(|line| line.fibre.as_str() == "cotton");
        let torn = cotton.filter(|line| line.feedstock.origin.is_textile());
        torn.map(|line| line.share.get() * line.feedstock.recycled.get())
            .sum()
    };
    let limit = |part: &Part| match &part.making {
        Making::Cloth { spinning, .. } if spinning.as_str() == "spin_oe" => rotor,
        _ => ring,
    };
    let with: Vec<_> = asked
        .cloth()
        .map(|part| (part, share(part), limit(part)))
        .filter(|(_, share, _)| *share > 0.0)
        .collect();
    if with.is_empty() {
        return Some((Status::Apart, Vec::new()));
    }
    Some(at_most(with, Measure::RecycledCotton))
}

/// R24: against the pathway whose returns could supply most.
pub(super) fn own_returns(asked: &Asked<'_>) -> Option<Answer> {
    let claimed = recycled(asked);
    if claimed <= 0.0 {
        return Some((Status::Apart, Vec::new()));
    }
    let solved = asked
        .assessment
        .pathways
        .iter()
        .filter(|pathway| pathway.error.is_none());
    let best = solved.max_by(|a, b| {
        a.circularity
            .closed_loop_share
            .total_cmp(&b.circularity.closed_loop_share)
    })?;
    let could = best.circularity.closed_loop_share;
    let opens = FigureId::Pathway(best.id.clone(), PathwayFigure::ClosedLoop);
    let line = of_product(Measure::OwnReturns(claimed, could), Some(opens));
    Some((met(claimed <= could + 1e-9), vec![line]))
}

/// R30.
pub(super) fn sums(asked: &Asked<'_>) -> Option<Answer> {
    let off = asked.limit("most_off")?;
    let sum = |part: &Part| -> f64 { part.fibres.iter().map(|line| line.share.get()).sum() };
    let wrong = asked.parts().filter(|part| (sum(part) - 1.0).abs() > off);
    Some(none_of(
        wrong.map(|part| of_part(part, Measure::Sum(sum(part)))).collect(),
    ))
}

/// R32: speaks up from half on.
pub(super) fn synthetic(asked: &Asked<'_>) -> Option<Answer> {
    let least = asked.limit("least")?;
    let whole = asked.assessment.product.mass_kg;
    if whole <= 0.0 {
        return None;
    }
    let is_synthetic = |line: &&FibreLine| {
        let known = asked.library.fibre(&line.fibre);
        known.is_some_and(|known| known.is_textile() && known.cycle == Cycle::Technical)
    };
    let kg = |part: &Part| -> f64 {
        let lines = part.fibres.iter().filter(is_synthetic);
        lines.map(|line| line.share.get() * part.mass.get()).sum()
    };
    let share = asked.cloth().map(kg).sum::<f64>() / whole;
    let line = of_product(
        Measure::Synthetic(share, least),
        Some(FigureId::Product(ProductFigure::Mass)),
    );
    Some((met(share < least), vec![line]))
}

/// R34: of parts whose loss is stated; the others count with the usual one.
pub(super) fn cutting_loss(asked: &Asked<'_>) -> Option<Answer> {
    let kind = asked.library.kind(&asked.project.product.kind)?;
    let stated = |part: &Part| match &part.making {
        Making::Cloth {
            cutting_loss: Some(loss),
            ..
        } => Some(loss.value),
        _ => None,
    };
    let usual = kind.making_loss.value;
    let found: Vec<_> = asked
        .cloth()
        .filter_map(|part| Some((part, stated(part)?, usual)))
        .collect();
    if found.is_empty() {
        return None;
    }
    let (status, mut lines) = at_most(found, Measure::CuttingLoss);
    let opens = FigureId::Factor(format!("kind.{}.making_loss", kind.id).into());
    for line in &mut lines {
        line.opens = Some(opens.clone());
    }
    Some((status, lines))
}
