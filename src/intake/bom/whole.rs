//! The check of the whole: what the product and each role weigh, against what is usual for the kind of garment.

use super::answers::Answers;
use super::finding::Finding;
use super::words::Words;
use super::{Bom, Line};
use crate::data::{Kind, wide};
use crate::model::Role;

/// Beyond the usual range by less is said, by more is asked.
const FAR: f64 = 1.5;
/// How near to the usual range a number of garments must bring the product to be offered.
const NEAR: f64 = 1.3;
/// Numbers of garments that people count by, the likeliest first.
const PERS: [f64; 7] = [12.0, 100.0, 10.0, 1000.0, 144.0, 50.0, 1.0];

/// What there is to say about the masses of `bom`; `per`: for how many garments the consumption was read.
pub(super) fn check(bom: &Bom, per: f64, kind: Option<&Kind>, answers: &Answers) -> Vec<Finding> {
    let total = bom.totals().product_kg;
    let has_parts = bom.lines.iter().any(|line| line.part.is_some());
    if answers.is_right || !has_parts {
        return Vec::new();
    }
    if of_role(bom, Role::Shell) <= 0.0 {
        return vec![Finding::OnlySide(total)];
    }
    let Some(kind) = kind else { return Vec::new() };
    let mut found = Vec::new();
    let usual = range(kind);
    let is_far = !(usual.0 / FAR..=usual.1 * FAR).contains(&total);
    if is_far {
        found.push(Finding::Whole {
            kind: kind.name.clone(),
            kg: total,
            usual,
            pers: pers(total, per, usual),
        });
    } else if !(usual.0..=usual.1).contains(&total) {
        found.push(Finding::Near {
            kind: kind.name.clone(),
            kg: total,
            usual,
        });
    }
    if !is_far {
        found.extend(
            Role::ALL
                .into_iter()
                .filter(|role| wide(*role) == *role)
                .filter_map(|role| role_too_heavy(bom, role, kind, usual.1)),
        );
    }
    found
}

/// The usual range of the kind, kg; half and double where the library gives none.
pub(super) fn range(kind: &Kind) -> (f64, f64) {
    let mass = &kind.mass_kg;
    (
        mass.low.unwrap_or(mass.value / 2.0),
        mass.high.unwrap_or(mass.value * 2.0),
    )
}

/// Numbers of garments that would bring the product near to what is usual.
fn pers(total: f64, per: f64, usual: (f64, f64)) -> Vec<f64> {
    let near = usual.0 / NEAR..=usual.1 * NEAR;
    let is_other = |other: &&f64| (**other - per).abs() > 1e-9;
    let fits = |other: &&f64| near.contains(&(total * per / **other));
    PERS.iter().filter(is_other).filter(fits).copied().collect()
}

fn role_too_heavy(bom: &Bom, role: Role, kind: &Kind, high: f64) -> Option<Finding> {
    let kg = of_role(bom, role);
    let spread = if role == Role::Shell { FAR } else { 1.0 };
    let most = Words::builtin().most_of(role) * high * spread;
    (kg > most).then(|| Finding::Role {
        kind: kind.name.clone(),
        role,
        kg,
        most,
    })
}

fn of_role(bom: &Bom, role: Role) -> f64 {
    let is_of = |line: &&Line| line.part.as_ref().is_some_and(|part| wide(part.role) == role);
    bom.lines.iter().filter(is_of).map(|line| line.product_kg).sum()
}
