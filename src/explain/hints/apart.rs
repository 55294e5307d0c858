//! Rules on trims, layers and labels: easy to take apart, easy to sort.

use super::super::fit::in_force;
use super::{Answer, Asked, FigureId, Measure, Status, main_fibre, none_of, of_part, of_product};
use crate::data::wide;
use crate::figure::ProductFigure;
use crate::flow::assemble::MOST_CUT_AWAY;
use crate::model::{Part, Removable, Role};

/// What is added to the cloth; labels must stay and are asked elsewhere.
const ADDED: &[Role] = &[Role::Zip, Role::Button, Role::Trim];

/// R11.
pub(super) fn comes_off(asked: &Asked<'_>) -> Answer {
    let mut stays: Vec<&Part> = asked
        .with_role(ADDED)
        .filter(|part| part.removable != Removable::Easily)
        .collect();
    stays.sort_by_key(|part| part.removable);
    let lines = stays
        .iter()
        .map(|part| of_part(part, Measure::ComesOff(part.removable)));
    none_of(lines.collect())
}

/// R12: pieces · (1 − removal yield) · cloth cut away around each, as at the gates.
pub(super) fn cut_away(asked: &Asked<'_>) -> Option<Answer> {
    let warn = asked.limit("warn")?;
    let factor = |id: &str| in_force(asked.project, asked.library, id);
    let removed = |removable| match removable {
        Removable::No => 0.0,
        Removable::WithEffort => factor("assumption.removal_yield_with_effort"),
        Removable::Easily => factor("assumption.removal_yield_easily"),
    };
    let per_part = "assumption.cutaway_per_hard_part";
    let lost = |part: &Part| (1.0 - removed(part.removable)) * factor(per_part);
    let lost: f64 = asked.parts().filter(|part| part.is_hard()).map(lost).sum();
    let lost = lost.min(MOST_CUT_AWAY);
    let opens = Some(FigureId::Factor(per_part.into()));
    let line = of_product(Measure::CutAway(lost, warn), opens);
    Some((if lost > warn { Status::NotMet } else { Status::Met }, vec![line]))
}

/// R13.
pub(super) fn trims(asked: &Asked<'_>) -> Option<Answer> {
    let most = asked.limit("most")?;
    let whole = asked.assessment.product.mass_kg;
    if whole <= 0.0 {
        return None;
    }
    let kg: f64 = asked.with_role(ADDED).map(|part| part.mass.get()).sum();
    let line = of_product(
        Measure::Trims(kg / whole, most),
        Some(FigureId::Product(ProductFigure::Mass)),
    );
    let status = if kg / whole > most {
        Status::NotMet
    } else {
        Status::Met
    };
    Some((status, vec![line]))
}

/// R25.
pub(super) fn carbon_black(asked: &Asked<'_>) -> Answer {
    let black = asked.cloth().filter(|part| part.finishes.carbon_black);
    let lines = black.map(|part| of_part(part, Measure::CarbonBlack));
    none_of(lines.collect())
}

/// R26: main fabric, lining and filling lie over one another; a light lining is pocket cloth.
pub(super) fn layers(asked: &Asked<'_>) -> Option<Answer> {
    let (most, least) = (asked.limit("most_count")?, asked.limit("least_of_shell")?);
    let shell = asked.shell()?;
    let laminated = asked.cloth().filter(|part| part.finishes.laminated);
    let inner = asked.with_role(&[Role::Lining, Role::Filling]);
    let inner = inner.filter(|part| part.mass.get() >= least * shell.mass.get());
    let inner: Vec<&Part> = inner.collect();
    let is_there = |role| usize::from(inner.iter().any(|part| wide(part.role) == role));
    let count = 1 + is_there(Role::Lining) + is_there(Role::Filling);
    let mut lines: Vec<_> = laminated.map(|part| of_part(part, Measure::Laminated)).collect();
    if count as f64 > most || lines.is_empty() {
        lines.insert(0, of_product(Measure::Layers(count, most), None));
    }
    let met = count as f64 <= most && !lines.iter().any(|line| line.measure == Measure::Laminated);
    Some((if met { Status::Met } else { Status::NotMet }, lines))
}

/// R27: whether a thread dissolves in heat is not asked.
pub(super) fn sewing_thread(asked: &Asked<'_>) -> Option<Answer> {
    let threads: Vec<&Part> = asked.with_role(&[Role::Thread]).collect();
    let (shell, _) = asked.shell().and_then(main_fibre)?;
    if threads.is_empty() {
        return None;
    }
    let differs = threads.iter().filter_map(|part| {
        let (own, _) = main_fibre(part)?;
        (own != shell).then(|| of_part(part, Measure::OtherFibre(own.clone(), shell.clone())))
    });
    Some(none_of(differs.collect()))
}

/// R28.
pub(super) fn label(asked: &Asked<'_>) -> Answer {
    let labels = asked.with_role(&[Role::Label]);
    let lines: Vec<_> = labels.map(|part| of_part(part, Measure::LabelThere)).collect();
    if lines.is_empty() {
        (Status::NotMet, vec![of_product(Measure::NoLabel, None)])
    } else {
        (Status::NotAsked, lines)
    }
}
